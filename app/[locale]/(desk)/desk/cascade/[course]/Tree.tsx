import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { CourseDates } from "@/app/_ui/CourseLine";
import { placeOf } from "@/app/_ui/kit/Timeline";
import { FirstName } from "@/app/_ui/PersonName";
import { Say } from "@/app/_ui/Say";
import { SharedWith } from "@/app/_ui/SharedWith";
import { Written } from "@/app/_ui/Written";
import type { Cascade, CascadeTrainer } from "@/lib/cascade/queries";
import { dotOf, legendOf, mostDrawn } from "@/lib/cascade/rules/dots";
import { list, monthOfYear, shortRange, wholeNumber } from "@/lib/i18n/format";
import { inLanguage, type Locale, nameFor, type Translated } from "@/lib/i18n/rules";
import { peopleIn } from "@/lib/records/rules/numbers";
import { addDays, daysBetween } from "@/lib/time/civil";
import { mostReached, Reach } from "../_numbers/Reach";
import { Legend } from "./Legend";
import "@/app/_ui/kit/pictures.css";
import "./tree.css";

type Span = { first: string; days: number };

/**
 * The training and, below it, everybody who completed it: their workshops along time, and whom these reached. What is drawn
 * stands in the list too, so whoever listens, and paper, have the same.
 */
export async function Tree({
  course,
  cascade,
  today,
}: {
  course: { title: Translated; startsOn: string | null; endsOn: string | null };
  cascade: Cascade;
  today: string;
}) {
  const locale = await getLocale();
  const t = await getTranslations("cascade");
  const days = cascade.trainers.flatMap((one) =>
    [...one.workshops, ...one.tots].flatMap(({ startsOn }) => startsOn ?? []),
  );
  const first = course.endsOn ?? [...days, today].sort()[0]!;
  const last = [...days, today].sort().at(-1)!;
  const span = { first, days: Math.max(30, daysBetween(first, last)) };
  const ends = axisEnds(first, addDays(first, span.days), locale);
  const practised = cascade.trainers.filter((one) => one.practised);
  const whole = mostReached(cascade.trainers.map(({ reach }) => reach));
  const dots = legendOf(
    practised.flatMap(({ workshops }) =>
      // What has no day is not drawn.
      workshops.flatMap(({ startsOn, reach }) => (startsOn ? reachedBy(reach) : [])),
    ),
  );
  const most = mostDrawn(dots);
  return (
    <section className="card cascade" aria-labelledby="tree">
      <h2 id="tree" className="text-base">
        <Say text={course.title} />
      </h2>
      {practised.length > 0 ? (
        <>
          <p aria-hidden className="cascade-time">
            <span>{ends[0]}</span>
            <span>{ends[1]}</span>
            <span className="cascade-reached">{t("people")}</span>
          </p>
          <ul className="cascade-trainers">
            {practised.map((trainer, place) => (
              <Trainer
                key={trainer.personId}
                trainer={trainer}
                last={place === practised.length - 1}
                span={span}
                whole={whole}
                most={most}
              />
            ))}
          </ul>
          <Legend dots={dots} tots={practised.some(({ tots }) => tots.some(({ startsOn }) => startsOn))} />
        </>
      ) : null}
      <Waiting trainers={cascade.trainers.filter((one) => !one.practised)} of={cascade.notPractised.length} />
    </section>
  );
}

/** What stands at the ends of the line along time: the months, or the days where both are of one. */
const axisEnds = (first: string, last: string, locale: string): [string, string] => {
  const months = [monthOfYear(first, locale), monthOfYear(last, locale)] as [string, string];
  return months[0] === months[1]
    ? [shortRange(first, first, locale), shortRange(last, last, locale)]
    : months;
};

async function Trainer({
  trainer,
  last,
  span,
  whole,
  most,
}: {
  trainer: CascadeTrainer;
  last: boolean;
  span: Span;
  whole: number;
  most: number;
}) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("cascade");
  const { name, reach, workshops, tots } = trainer;
  const called = name ? nameFor(name, locale) : t("somebody");
  const said = list(
    [
      ...(workshops.length > 0 || trainer.together + trainer.totsTogether + tots.length === 0
        ? [t("workshopCount", { count: workshops.length })]
        : []),
      ...(trainer.together > 0 ? [t("together", { count: trainer.together })] : []),
      ...(trainer.totsTogether > 0 ? [t("totsTogether", { count: trainer.totsTogether })] : []),
      ...(reach.organisations > 0 ? [t("organisationCount", { count: reach.organisations })] : []),
    ],
    locale,
  );
  const recorded = peopleIn(reach.recordedPeople);
  return (
    <li className="cascade-trainer">
      <Branch last={last} reached={(reach.people + recorded) / whole} />
      <div className="cascade-name">
        {name ? (
          <Link href={`/desk/people/${trainer.personId}`} prefetch={false}>
            <FirstName of={name} />
          </Link>
        ) : (
          <span className="quiet">{called}</span>
        )}
        {name && trainer.namesake && name.organisation ? (
          <span className="quiet block">
            <Written>{name.organisation}</Written>
          </span>
        ) : null}
        <span className="quiet block">{said}</span>
        {trainer.certified ? <span className="quiet block">{t("isCertified")}</span> : null}
      </div>
      <Along span={span} trainer={trainer} most={most} />
      <div className="cascade-bar">
        {reach.people + recorded > 0 ? <Reach of={called} reach={reach} whole={whole} /> : null}
      </div>
      <p className="cascade-count">
        <span className="cascade-count-of">{t("people")}</span>{" "}
        {workshops.length > 0 ? wholeNumber(reach.people, locale) : "–"}
        {recorded > 0 ? <span className="quiet block">+ {wholeNumber(recorded, locale)}</span> : null}
      </p>
      {workshops.length + tots.length > 0 ? <What trainer={trainer} called={called} /> : null}
    </li>
  );
}

/** Who completed the training and has not taught yet, of so many in all; by name for whoever may read the person. */
async function Waiting({ trainers, of }: { trainers: readonly CascadeTrainer[]; of: number }) {
  const locale = await getLocale();
  const t = await getTranslations("cascade");
  if (trainers.length === 0) return null;
  const unnamed = trainers.filter(({ name }) => name === null).length;
  return (
    <div className="grid gap-2">
      <h3 className="cascade-waiting">
        <svg aria-hidden width="12" height="12">
          <circle cx="6" cy="6" r="4.5" className="cascade-none" />
        </svg>
        {t("notPractised")} <span className="quiet tabular-nums">({wholeNumber(of, locale)})</span>
      </h3>
      <ul className="cascade-names">
        {trainers.map(({ personId, name }) =>
          name ? (
            <li key={personId}>
              <Link href={`/desk/people/${personId}`} prefetch={false}>
                <FirstName of={name} />
              </Link>
              {name.organisation ? (
                <span className="quiet block">
                  <Written>{name.organisation}</Written>
                </span>
              ) : null}
            </li>
          ) : null,
        )}
        {unnamed > 0 ? <li className="quiet">{t("others", { count: unnamed })}</li> : null}
      </ul>
    </div>
  );
}

/** The way from the training to somebody, as thick as what came of it. */
const Branch = ({ last, reached }: { last: boolean; reached: number }) => (
  <svg aria-hidden className="cascade-branch mirrored" width="100%" height="100%">
    <line x1="8" x2="8" y1="0" y2={last ? "1.4rem" : "100%"} className="cascade-line" />
    <line x1="8" x2="100%" y1="1.4rem" y2="1.4rem" className="cascade-line" strokeWidth={1 + 4 * reached} />
  </svg>
);

/** Whom something reached, by name and by what records say. */
const reachedBy = ({ people, recordedPeople }: CascadeTrainer["reach"]) => people + peopleIn(recordedPeople);

/** Workshops, and trainings of the next generation, along time. `most`: whom the workshop on the picture reached that reached most. */
function Along({
  span,
  trainer: { workshops, tots },
  most,
}: {
  span: Span;
  trainer: CascadeTrainer;
  most: number;
}) {
  const at = (day: string) => 2 + placeOf(day, span.first, span.days) * 0.96;
  return (
    <svg aria-hidden className="cascade-along mirrored" width="100%" height="24">
      <line x1="2%" x2="98%" y1="12" y2="12" className="cascade-line" />
      {workshops.map(({ id, startsOn, reach }) =>
        startsOn ? (
          <circle
            key={id}
            cx={`${at(startsOn)}%`}
            cy="12"
            r={dotOf(reachedBy(reach), most)}
            className="drawn-chart"
          />
        ) : null,
      )}
      {tots.map(({ id, startsOn }) =>
        startsOn ? (
          <rect
            key={id}
            x={`${at(startsOn)}%`}
            y="5"
            width="14"
            height="14"
            rx="3"
            transform="translate(-7)"
            className="cascade-tot"
          />
        ) : null,
      )}
    </svg>
  );
}

/** What somebody held, as a list: each workshop with its days and whom it reached, each training with the way to its own cascade. */
async function What({ trainer, called }: { trainer: CascadeTrainer; called: string }) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("cascade");
  const number = (value: number) => wholeNumber(value, locale);
  return (
    <details className="cascade-what" suppressHydrationWarning>
      <summary>
        {t("what")}
        <span className="sr-only">: {called}</span>
      </summary>
      <ul>
        {trainer.workshops.map((one) => {
          const recorded = peopleIn(one.reach.recordedPeople);
          return (
            <li key={one.id} data-held="workshop">
              <Link href={`/desk/courses/${one.id}`} prefetch={false}>
                {inLanguage(one.place, locale).text || <Say text={one.title} />}
              </Link>{" "}
              <span className="quiet">
                <CourseDates course={one} short />
                <SharedWith course={one} dot />
              </span>{" "}
              {one.countedBy === "people"
                ? t("peopleCount", { count: one.reach.people })
                : recorded > 0
                  ? t("recordedPeople", { count: recorded })
                  : t("numberUnknown")}
            </li>
          );
        })}
        {trainer.tots.map(({ numbers, ...one }) => (
          <li key={one.id} data-held="tot">
            <Link href={`/desk/cascade/${one.id}`} prefetch={false}>
              <Say text={one.title} />
            </Link>{" "}
            <span className="quiet">
              <CourseDates course={one} short />
            </span>{" "}
            {t("totReach", {
              trainers: number(numbers.trainers),
              workshops: number(numbers.workshops),
              people: number(numbers.people),
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}
