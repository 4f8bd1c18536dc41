import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { requireContext } from "@/app/_server/context";
import { Empty } from "@/app/_ui/kit/Empty";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { FirstName } from "@/app/_ui/PersonName";
import { TitleAndPlace } from "@/app/_ui/TitleAndPlace";
import * as gate from "@/lib/access/gate";
import { shortRange } from "@/lib/i18n/format";
import { dotBetween, isolate, nameInSentence } from "@/lib/i18n/rules";
import { workshopsToObserve } from "@/lib/stages/queries/observing";
import { entriesOffered } from "@/lib/stages/queries/offered";
import { criteria, described } from "@/lib/stages/rules/rubric";
import { EntryLinks } from "../../_stages/EntryLinks";
import { OwnSuspension } from "../../_stages/OwnSuspension";

export const generateMetadata = async () => ({ title: (await getTranslations("observing"))("list") });

/** What is looked at, each with what little, some and much of it look like: to be read before. */
async function Rubric() {
  const r = await getTranslations("rubric");
  const t = await getTranslations("observing");
  return (
    <dl className="grid gap-3 mt-2">
      {criteria.map((criterion) => (
        <div key={criterion}>
          <dt className="font-semibold">{r(`${criterion}.title`)}</dt>
          {described.map(([points, words]) => (
            <dd key={words}>{t("points", { points, text: r(`${criterion}.${words}`) })}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

/** Workshops in which somebody on the way to trainer trains, for whoever may observe them. */
export default async function ToObserve() {
  const cx = await requireContext("stage.observe", "/desk/observe");
  const workshops = workshopsToObserve(cx, gate.reach(cx, "stage.observe"));
  const offered = entriesOffered(cx, [
    ...new Set(workshops.flatMap(({ people }) => people.map(({ id }) => id))),
  ]);
  const locale = await getLocale();
  const t = await getTranslations("observing");
  const errors = await getTranslations("errors");
  return (
    <div className="grid gap-4 max-w-2xl">
      <PageHead title={t("list")} under={t("listLead")} />
      <OwnSuspension cx={cx} />
      {workshops.length === 0 ? <Empty title={t("listEmpty")}>{t("listEmptyNext")}</Empty> : null}
      <details className="card">
        <summary className="min-h-11 content-center">{t("criteria")}</summary>
        <Rubric />
      </details>
      <ul className="grid gap-3">
        {workshops.map(({ id, title, place, startsOn, endsOn, begun, startsAt, people }) => (
          <li key={id} className="card grid gap-2">
            <h2 className="text-base">
              <TitleAndPlace title={title} place={place} />
            </h2>
            {startsOn ? (
              <p className="quiet">
                {shortRange(startsOn, endsOn ?? startsOn, locale)}
                {startsAt ? `${dotBetween}${isolate(startsAt, locale)}` : null}
                {begun ? null : `${dotBetween}${t("notBegun")}`}
              </p>
            ) : null}
            <ul className="flex flex-wrap gap-2">
              {people.map((person) => (
                <li key={person.id} className="flex flex-wrap gap-2">
                  {begun && (person.why === null || person.observed) ? (
                    <Link href={`/desk/observe/${id}/${person.id}`} prefetch={false} className="button">
                      {t(person.observed ? "observedHere" : "observe", {
                        name: nameInSentence(person, locale),
                      })}
                    </Link>
                  ) : (
                    <span className="inline-grid content-center min-h-11">
                      <FirstName of={person} />
                      {person.why === null ? null : <span className="quiet">{errors(person.why)}</span>}
                    </span>
                  )}
                  <EntryLinks personId={person.id} offered={offered.get(person.id)} visitAlone />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  );
}
