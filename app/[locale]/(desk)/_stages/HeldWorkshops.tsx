import { getLocale, getTranslations } from "next-intl/server";
import { TitleAndPlace } from "@/app/_ui/TitleAndPlace";
import { fullDay } from "@/lib/i18n/format";
import { dotBetween } from "@/lib/i18n/rules";
import type { EnteredOnWay } from "@/lib/stages/queries/entered";

/** Workshops that somebody on the way held, each with whether it counts, or from when, or what it waits for. */
export async function HeldWorkshops({ workshops }: { workshops: EnteredOnWay["workshops"] }) {
  const locale = await getLocale();
  const t = await getTranslations("confirming");
  const roles = await getTranslations("trainerRole");
  return (
    <ul className="grid gap-1">
      {workshops.map(({ courseId, title, place, day, role, counting, countsFrom, countedUntil }) => (
        <li key={courseId}>
          <TitleAndPlace title={title} place={place} />
          {dotBetween}
          <span className="kept">{fullDay(day, locale)}</span>
          {dotBetween}
          {roles(role)}
          {dotBetween}
          {countedUntil
            ? t("counting.lost", { day: fullDay(countedUntil, locale) })
            : counting === "later"
              ? t("counting.later", { day: fullDay(countsFrom, locale) })
              : t(`counting.${counting}`)}
        </li>
      ))}
    </ul>
  );
}
