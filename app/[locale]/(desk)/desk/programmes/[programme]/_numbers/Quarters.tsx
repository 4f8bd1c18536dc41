import { getLocale, getTranslations } from "next-intl/server";
import { AsTable } from "@/app/_ui/kit/AsTable";
import { UprightBars } from "@/app/_ui/kit/UprightBars";
import { partsBySex } from "@/app/_ui/SexBar";
import { list, wholeNumber } from "@/lib/i18n/format";
import type { ProgrammeNumbers } from "@/lib/programmes/queries";
import {
  type BySex,
  bySexInSum,
  menIn,
  nobody,
  peopleIn,
  shownBySex,
  together,
  womenIn,
} from "@/lib/records/rules/numbers";
import { amongAttendances } from "../../../cascade/_numbers/womenSaid";
import { SexKey } from "./SexKey";

/** Attendances quarter by quarter, for whoever came to two courses counts in both; of women and men as far as that is known. */
export async function Quarters({ quarters }: { quarters: ProgrammeNumbers["quarters"] }) {
  const locale = await getLocale();
  const t = await getTranslations("programmeNumbers");
  const sex = await getTranslations("bySex");
  const cascade = await getTranslations("cascade");
  const number = (value: number) => wholeNumber(value, locale);
  const shown = quarters.quarters.map((q) => ({ ...q, bySex: shownBySex(q.reached) }));
  const bySex = shown.some((q) => q.bySex !== null);
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
  const whole = rows.reduce((sum, [, people]) => together(sum, bySexInSum(people)), nobody);
  const women = womenIn(whole);
  const before = peopleIn(quarters.before);
  const undated = peopleIn(quarters.undated);
  return (
    <section className="grid gap-2 content-start">
      <h2>{t("byQuarter")}</h2>
      <div className="card grid gap-2">
        {peopleIn(whole) > 0 ? (
          <div className="flex flex-wrap justify-between gap-3">
            {bySex ? <SexKey /> : null}
            <p className="font-semibold">
              {women === null
                ? cascade("womenUnknown")
                : cascade("womenAttended", amongAttendances(women, whole))}
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
            cascade("attended"),
            ...(bySex ? [sex("women"), sex("men"), sex("unknown")] : []),
          ]}
          rows={rows.map(([when, people, of]) => [
            when,
            number(peopleIn(people)),
            ...(bySex
              ? of
                ? [womenIn(of), menIn(of), of.unknown].map((one) => (one === null ? "–" : number(one)))
                : ["–", "–", "–"]
              : []),
          ])}
        />
      </div>
    </section>
  );
}
