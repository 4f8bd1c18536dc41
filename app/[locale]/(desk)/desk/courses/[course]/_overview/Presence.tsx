import { getLocale, getTranslations } from "next-intl/server";
import { AsTable } from "@/app/_ui/kit/AsTable";
import { DayBars } from "@/app/_ui/kit/DayBars";
import type { DayOfPresence } from "@/lib/attendance/rules/presence";
import { list, percent, shortDay } from "@/lib/i18n/format";

/** How many were there, day by day. */
export async function Presence({ days }: { days: readonly DayOfPresence[] }) {
  const locale = await getLocale();
  const t = await getTranslations("courseNumbers");
  // Before the first day there is nothing to draw.
  if (days.every(({ present, due }) => present === null && !due)) return null;
  const known = days.flatMap(({ day, present, marks }) =>
    present === null
      ? []
      : [
          [
            t("presentOn", { day: shortDay(day, locale), percent: percent(present, locale) }),
            ...(marks.set < marks.of ? [t("marked", marks)] : []),
          ].join(" "),
        ],
  );
  const partly = days.some(({ present, unmarked }) => present !== null && unmarked > 0);
  const missing = days.filter((day) => day.due).length;
  const said = [...known, ...(missing > 0 ? [t("missingOn", { count: missing })] : [])];
  return (
    <section className="grid gap-2">
      <h2>{t("presence")}</h2>
      <div className="card grid gap-1">
        <DayBars
          label={said.length > 0 ? list(said, locale) : t("presenceUnknown")}
          days={days.map(({ day, present, unmarked, due }) => ({
            day,
            unmarked,
            name: String(Number(day.slice(-2))),
            present,
            due: due && present === null,
          }))}
        />
        <p className="quiet">{t(partly ? "presencePartly" : "presenceMeans")}</p>
        <AsTable
          caption={t("presence")}
          heads={[t("day"), t("present"), ...(partly ? [t("markedHead")] : [])]}
          rows={days.map(({ day, present, marks, due }) => [
            shortDay(day, locale),
            present === null ? t(due ? "rollMissing" : "toCome") : percent(present, locale),
            ...(partly ? [marks.of === 0 ? "" : t("marked", marks)] : []),
          ])}
        />
      </div>
    </section>
  );
}
