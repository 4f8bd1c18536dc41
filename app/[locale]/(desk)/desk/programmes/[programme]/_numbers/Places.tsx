import { getLocale, getTranslations } from "next-intl/server";
import { AsTable } from "@/app/_ui/kit/AsTable";
import { GoalBar } from "@/app/_ui/kit/GoalBar";
import { PartsBar } from "@/app/_ui/kit/PartsBar";
import { partsBySex } from "@/app/_ui/SexBar";
import { countryName, wholeNumber } from "@/lib/i18n/format";
import { inLanguage, type Locale } from "@/lib/i18n/rules";
import type { ProgrammeNumbers } from "@/lib/programmes/queries";
import { type BySex, nobody, peopleIn, shownBySex } from "@/lib/records/rules/numbers";

/** People reached by place, as lying bars, the most first. */
export async function Places({ places }: { places: ProgrammeNumbers["places"] }) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("programmeNumbers");
  const c = await getTranslations("course");
  const number = (value: number) => wholeNumber(value, locale);
  const rows: { key: string; name: string; reached: BySex }[] = places.places.map((p) => {
    const place = inLanguage(p.place, locale).text;
    const country = countryName(p.country, locale);
    const name = !place || place === country ? country : c("placeInCountry", { place, country });
    return { key: name, name, reached: p.reached };
  });
  if (places.others.count > 0)
    rows.push({
      key: "others",
      name: t("otherPlaces", { count: places.others.count }),
      reached: places.others.reached,
    });
  const most = Math.max(1, ...rows.map(({ reached }) => peopleIn(reached)));
  const bySex = rows.some(({ reached }) => shownBySex(reached) !== null);
  return (
    <section className="grid gap-2 content-start">
      <h2>{t("byPlace")}</h2>
      <div className="card grid gap-2">
        {rows.length === 0 ? <p className="quiet">{t("nobodyYet")}</p> : null}
        <ul className="grid gap-2">
          {rows.map(({ key, name, reached }) => {
            const count = peopleIn(reached);
            const label = t("reachedAt", { place: name, count });
            return (
              <li key={key} className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)_3rem] gap-3 items-center">
                <span>{name}</span>
                {bySex ? (
                  <PartsBar
                    label={label}
                    parts={partsBySex(shownBySex(reached) ?? { ...nobody, unknown: count })}
                    whole={most}
                  />
                ) : (
                  <GoalBar label={label} value={count} whole={most} />
                )}
                <span className="text-end font-semibold tabular-nums">{number(count)}</span>
              </li>
            );
          })}
        </ul>
        {rows.length > 0 ? (
          <AsTable
            caption={t("byPlace")}
            heads={[t("place"), t("people")]}
            rows={rows.map(({ name, reached }) => [name, number(peopleIn(reached))])}
          />
        ) : null}
      </div>
    </section>
  );
}
