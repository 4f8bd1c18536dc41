import { getLocale, getTranslations } from "next-intl/server";
import { AsTable } from "@/app/_ui/kit/AsTable";
import { UprightBars } from "@/app/_ui/kit/UprightBars";
import { partsBySex } from "@/app/_ui/SexBar";
import { list, percent, wholeNumber } from "@/lib/i18n/format";
import type { ProgrammeNumbers } from "@/lib/programmes/queries";
import {
  type BySex,
  nobody,
  peopleIn,
  shareOfWomen,
  shownBySex,
  together,
} from "@/lib/records/rules/numbers";
import { SexKey } from "./SexKey";

/** People reached quarter by quarter; women and men where recorded courses tell them apart. */
export async function Quarters({ quarters }: { quarters: ProgrammeNumbers["quarters"] }) {
  const locale = await getLocale();
  const t = await getTranslations("programmeNumbers");
  const sex = await getTranslations("bySex");
  const number = (value: number) => wholeNumber(value, locale);
  const shown = quarters.quarters.map((q) => ({ ...q, bySex: shownBySex(q.reached) }));
  const bySex = shown.some((q) => q.bySex !== null);
  const known = shown.reduce((sum, q) => (q.bySex ? together(sum, q.bySex) : sum), nobody);
  const parts = (people: BySex, of: BySex | null) =>
    bySex
      ? partsBySex(of ?? { ...nobody, unknown: peopleIn(people) })
      : { watched: peopleIn(people), rest: 0, unknown: 0 };
  type Quarter = { year: number; quarter: number };
  const when = ({ year, quarter }: Quarter) => ({ year: String(year), quarter });
  const named = (q: Quarter) => t("quarterOf", when(q));
  const rows: (readonly [string, BySex, BySex | null])[] = [
    ...shown.map((q) => [named(q), q.reached, q.bySex] as const),
    [t("before"), quarters.before, shownBySex(quarters.before)],
    [t("undated"), quarters.undated, shownBySex(quarters.undated)],
  ];
  const before = peopleIn(quarters.before);
  const undated = peopleIn(quarters.undated);
  return (
    <section className="grid gap-2 content-start">
      <h2>{t("byQuarter")}</h2>
      <div className="card grid gap-2">
        {bySex ? (
          <div className="flex flex-wrap justify-between gap-3">
            <SexKey />
            <p className="font-semibold">
              {sex("share", {
                percent: percent(shareOfWomen(known), locale),
              })}
            </p>
          </div>
        ) : null}
        <UprightBars
          label={list(
            rows
              .filter(([, people], row) => row < shown.length || peopleIn(people) > 0)
              .map(([quarter, people]) => t("reachedIn", { quarter, count: peopleIn(people) })),
            locale,
          )}
          height={140}
          bars={shown.map((q, place) => ({
            key: `${q.year}-${q.quarter}`,
            name: q.quarter === 1 || place === 0 ? t("quarterYear", when(q)) : t("quarter", when(q)),
            value: number(peopleIn(q.reached)),
            parts: parts(q.reached, q.bySex),
          }))}
        />
        {/* Years in one bar would make all quarters flat: what came before them is said apart, as what has no day is. */}
        {before > 0 ? (
          <p className="text-sm">{t("reachedIn", { quarter: t("before"), count: before })}</p>
        ) : null}
        {undated > 0 ? (
          <p className="text-sm">{t("reachedIn", { quarter: t("undated"), count: undated })}</p>
        ) : null}
        <AsTable
          caption={t("byQuarter")}
          heads={[
            t("quarterHead"),
            t("people"),
            ...(bySex ? [sex("women"), sex("men"), sex("unknown")] : []),
          ]}
          rows={rows.map(([when, people, of]) => [
            when,
            number(peopleIn(people)),
            ...(bySex
              ? (["women", "men", "unknown"] as const).map((part) => (of ? number(of[part]) : "–"))
              : []),
          ])}
        />
      </div>
    </section>
  );
}
