import { getLocale, getTranslations } from "next-intl/server";
import { Say } from "@/app/_ui/Say";
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
      {workshops.map(({ courseId, title, day, role, counting, countsFrom }) => (
        <li key={courseId}>
          <Say text={title} />
          {dotBetween}
          {fullDay(day, locale)}
          {dotBetween}
          {roles(role)}
          {dotBetween}
          {counting === "later"
            ? t("counting.later", { day: fullDay(countsFrom, locale) })
            : t(`counting.${counting}`)}
        </li>
      ))}
    </ul>
  );
}
