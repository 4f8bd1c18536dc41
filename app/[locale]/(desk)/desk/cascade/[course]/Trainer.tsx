import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { CourseDates } from "@/app/_ui/CourseLine";
import { addressWith } from "@/app/_ui/kit/address";
import { placeOf } from "@/app/_ui/kit/Timeline";
import { FirstName } from "@/app/_ui/PersonName";
import { Say } from "@/app/_ui/Say";
import { SharedWith } from "@/app/_ui/SharedWith";
import { Written } from "@/app/_ui/Written";
import type { CascadeTot, CascadeTrainer } from "@/lib/cascade/queries";
import { dotOf } from "@/lib/cascade/rules/dots";
import { wholeNumber } from "@/lib/i18n/format";
import { dotBetween, type Locale, nameFor, shownIn } from "@/lib/i18n/rules";
import { peopleIn } from "@/lib/records/rules/numbers";
import type { PlansOfWaiting } from "@/lib/stages/queries/waiting";
import { Reach } from "../_numbers/Reach";
import { Fold } from "./Fold";
import { Held } from "./Held";
import { NodeNumbers, reachSaid } from "./NodeNumbers";
import { Waiting } from "./Waiting";

/** By what all branches of a picture are drawn: its days, and the most that a trainer and a workshop reached. */
export type Scale = {
  first: string;
  days: number;
  whole: number;
  most: number;
  /** What an address of a cascade says besides. */
  said: Readonly<Record<string, string | null>>;
  /** What those plan who have not taught yet. */
  plans: PlansOfWaiting;
};

/** Whom something reached, by name and by what records say. */
export const reachedBy = ({
  people,
  recordedPeople,
}: Pick<CascadeTrainer["reach"], "people" | "recordedPeople">) => people + peopleIn(recordedPeople);

/** Those of some trainers who practised, each as a branch. */
export const Trainers = ({ trainers, scale }: { trainers: readonly CascadeTrainer[]; scale: Scale }) => {
  const practised = trainers.filter((one) => one.practised);
  if (practised.length === 0) return null;
  return (
    <ul className="cascade-trainers">
      {practised.map((trainer, place) => (
        <Trainer
          key={trainer.personId}
          trainer={trainer}
          last={place === practised.length - 1}
          scale={scale}
        />
      ))}
    </ul>
  );
};

/** Somebody with what they held, and below them the trainings of the next generation. */
async function Trainer({ trainer, last, scale }: { trainer: CascadeTrainer; last: boolean; scale: Scale }) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("cascade");
  const { name, reach, workshops, tots } = trainer;
  const called = name ? nameFor(name, locale) : t("somebody");
  const said = [
    ...(workshops.length > 0 || trainer.together + trainer.totsTogether + tots.length === 0
      ? [t("workshopCount", { count: workshops.length })]
      : []),
    ...(trainer.together > 0 ? [t("together", { count: trainer.together })] : []),
    ...(trainer.totsTogether > 0 ? [t("totsTogether", { count: trainer.totsTogether })] : []),
    ...(await reachSaid(reach)),
    ...(trainer.certified ? [t("isCertified")] : []),
  ].join(dotBetween);
  const recorded = peopleIn(reach.recordedPeople);
  return (
    <li className="cascade-item">
      <Branch last={last} reached={reachedBy(reach) / scale.whole} />
      <div className="cascade-trainer">
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
        </div>
        <Along scale={scale} trainer={trainer} />
        <div className="cascade-bar">
          {reachedBy(reach) > 0 ? <Reach of={called} reach={reach} whole={scale.whole} /> : null}
        </div>
        <p className="cascade-count">
          <span className="cascade-count-of">{t("people")}</span>{" "}
          {workshops.length > 0 ? wholeNumber(reach.people, locale) : "–"}
          {recorded > 0 ? <span className="quiet block">+ {wholeNumber(recorded, locale)}</span> : null}
        </p>
        {workshops.length > 0 ? <Held trainer={trainer} called={called} /> : null}
      </div>
      {tots.length > 0 ? (
        <ul className="cascade-next">
          {tots.map((tot) => (
            <Tot key={tot.id} tot={tot} scale={scale} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

/** A training of the next generation with its trainers below it; where they are too many for this page, with the way to its own. */
async function Tot({ tot: { numbers, trainers, ...course }, scale }: { tot: CascadeTot; scale: Scale }) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("cascade");
  const address = addressWith(`/desk/cascade/${course.id}`, scale.said);
  return (
    <li className="cascade-node">
      <div className="cascade-words">
        <Link href={address} prefetch={false}>
          <Say text={course.title} />
        </Link>{" "}
        <span className="quiet">
          <CourseDates course={course} short />
          <SharedWith course={course} dot />
        </span>
        <span className="block">
          <NodeNumbers numbers={numbers} />
        </span>
        {trainers === null ? (
          <Link href={address} prefetch={false}>
            {t("goesOn", { count: numbers.trainers })}
          </Link>
        ) : null}
      </div>
      {trainers && trainers.length > 0 ? (
        <>
          <Fold label={t("itsTrainers")} of={shownIn(course.title, locale)} open />
          <div className="cascade-later">
            <Trainers trainers={trainers} scale={scale} />
            <Waiting
              trainers={trainers}
              of={trainers.filter(({ practised }) => !practised).length}
              courseId={course.id}
              plans={scale.plans}
            />
          </div>
        </>
      ) : null}
    </li>
  );
}

/** The way from the training to somebody, as thick as what came of it. */
const Branch = ({ last, reached }: { last: boolean; reached: number }) => (
  <svg aria-hidden className="cascade-branch mirrored" width="100%" height="100%">
    <line x1="8" x2="8" y1="0" y2={last ? "1.4rem" : "100%"} className="cascade-line" />
    <line x1="8" x2="100%" y1="1.4rem" y2="1.4rem" className="cascade-line" strokeWidth={1 + 4 * reached} />
  </svg>
);

/** Workshops, and trainings of the next generation, along time: what began within the days of the picture. */
function Along({ scale, trainer: { workshops, tots } }: { scale: Scale; trainer: CascadeTrainer }) {
  const at = (day: string) => 2 + placeOf(day, scale.first, scale.days) * 0.96;
  return (
    <svg aria-hidden className="cascade-along mirrored" width="100%" height="24">
      <line x1="2%" x2="98%" y1="12" y2="12" className="cascade-line" />
      {workshops.map(({ id, startsOn, reach }) =>
        startsOn ? (
          <circle
            key={id}
            cx={`${at(startsOn)}%`}
            cy="12"
            r={dotOf(reachedBy(reach), scale.most)}
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
