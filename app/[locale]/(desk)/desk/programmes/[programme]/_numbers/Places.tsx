import { getLocale, getTranslations } from "next-intl/server";
import { AsTable } from "@/app/_ui/kit/AsTable";
import { GoalBar } from "@/app/_ui/kit/GoalBar";
import { PartsBar } from "@/app/_ui/kit/PartsBar";
import { partsBySex } from "@/app/_ui/SexBar";
import { countryName, wholeNumber } from "@/lib/i18n/format";
import { inLanguage, type Locale, placeAndCountry } from "@/lib/i18n/rules";
import type { ProgrammeNumbers } from "@/lib/programmes/queries";
import { type BySex, nobody, peopleIn, shownBySex } from "@/lib/records/rules/numbers";

type Place = ProgrammeNumbers["places"]["places"][number];

/** People reached by country with its places below, as lying bars, the most first. */
export async function Places({ places }: { places: ProgrammeNumbers["places"] }) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("programmeNumbers");
  const { countries, others } = places;
  const placeOf = ({ place, country }: Place) => {
    const said = inLanguage(place, locale).text;
    return said === countryName(country, locale) ? "" : said;
  };
  const inWords = (p: Place) => placeAndCountry(placeOf(p), countryName(p.country, locale), locale);
  const elsewhere = { name: t("otherPlaces", { count: others.count }), reached: others.reached };
  const most = Math.max(1, ...countries.map(({ reached }) => peopleIn(reached)));
  const bySex = [...places.places, others].some(({ reached }) => shownBySex(reached) !== null);
  return (
    <section className="grid gap-2 content-start">
      <h2>{t("byPlace")}</h2>
      <div className="card grid gap-2">
        {countries.length === 0 ? <p className="quiet">{t("nobodyYet")}</p> : null}
        <ul className="grid gap-2">
          {countries.map(({ country, reached, places: within, others: more }) => {
            const name = countryName(country, locale);
            const [only] = within;
            const alone = within.length + more.count === 1;
            const town = alone && only ? placeOf(only) : "";
            return (
              <li key={country} className="grid gap-1">
                <Reached name={name} under={town} reached={reached} most={most} bySex={bySex} />
                {within.length > 0 && !alone ? (
                  <ul className="grid gap-1 ps-4 quiet">
                    {within.map((p) => (
                      <li key={inWords(p)}>
                        <Reached
                          name={placeOf(p) || t("placeNotGiven")}
                          reached={p.reached}
                          most={most}
                          bySex={bySex}
                        />
                      </li>
                    ))}
                    {more.count > 0 ? (
                      <li>
                        <Reached
                          name={t("otherPlaces", { count: more.count })}
                          reached={more.reached}
                          most={most}
                          bySex={bySex}
                        />
                      </li>
                    ) : null}
                  </ul>
                ) : null}
              </li>
            );
          })}
        </ul>
        {countries.length > 0 ? (
          <AsTable
            caption={t("byPlace")}
            heads={[t("place"), t("people")]}
            rows={[
              ...places.places.map((p) => ({ name: inWords(p), reached: p.reached })),
              ...(others.count > 0 ? [elsewhere] : []),
            ].map(({ name, reached }) => [name, wholeNumber(peopleIn(reached), locale)])}
          />
        ) : null}
      </div>
    </section>
  );
}

/** A place with its bar and number. */
async function Reached({
  name,
  under = "",
  reached,
  most,
  bySex,
}: {
  name: string;
  under?: string;
  reached: BySex;
  most: number;
  bySex: boolean;
}) {
  const locale = await getLocale();
  const t = await getTranslations("programmeNumbers");
  const count = peopleIn(reached);
  const label = t("reachedAt", { place: name, count });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_3rem] min-[22rem]:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_3rem] gap-x-3 gap-y-1 items-center">
      {/* In the narrowest window a name has the line to itself, and the bar the next one. */}
      <span className="col-span-full min-[22rem]:col-span-1">
        {name}
        {under ? <span className="quiet block">{under}</span> : null}
      </span>
      {bySex ? (
        <PartsBar
          label={label}
          parts={partsBySex(shownBySex(reached) ?? { ...nobody, unknown: count })}
          whole={most}
        />
      ) : (
        <GoalBar label={label} value={count} whole={most} />
      )}
      <span className="text-end font-semibold tabular-nums">{wholeNumber(count, locale)}</span>
    </div>
  );
}
