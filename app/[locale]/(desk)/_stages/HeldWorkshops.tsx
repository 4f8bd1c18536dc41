import { getLocale, getTranslations } from "next-intl/server";
import { modulesSaid } from "@/app/_ui/modulesSaid";
import { TitleAndPlace } from "@/app/_ui/TitleAndPlace";
import { fullDay } from "@/lib/i18n/format";
import { dotBetween } from "@/lib/i18n/rules";
import type { EnteredOnWay } from "@/lib/stages/queries/entered";

/** How a workshop is said to count, now or later. */
const counted = ["counts", "toConfirm", "again", "later"];

/** Workshops that somebody on the way held, each with whether it counts, or from when, or what it waits for. */
export async function HeldWorkshops({ workshops }: { workshops: EnteredOnWay["workshops"] }) {
  const locale = await getLocale();
  const t = await getTranslations("confirming");
  const roles = await getTranslations("trainerRole");
  return (
    <ul className="grid gap-1">
      {workshops.map(
        ({ courseId, title, place, day, role, counting, countsFrom, countedUntil, notFor, taught }) => (
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
            {notFor.length > 0 && !countedUntil && counted.includes(counting)
              ? `${dotBetween}${t("notFor", {
                  modules: modulesSaid(notFor, "", locale),
                  taught: modulesSaid(taught, "", locale),
                })}`
              : null}
          </li>
        ),
      )}
    </ul>
  );
}
