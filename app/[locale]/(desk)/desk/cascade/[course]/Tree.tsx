import { getLocale, getTranslations } from "next-intl/server";
import { Say } from "@/app/_ui/Say";
import type { Cascade, CascadeTrainer } from "@/lib/cascade/queries";
import { legendOf, mostDrawn } from "@/lib/cascade/rules/dots";
import type { Period } from "@/lib/cascade/rules/period";
import { monthOfYear } from "@/lib/i18n/format";
import type { Translated } from "@/lib/i18n/rules";
import { addDays, daysBetween } from "@/lib/time/civil";
import { mostReached } from "../_numbers/Reach";
import { Legend } from "./Legend";
import { NodeNumbers } from "./NodeNumbers";
import { reachedBy, type Scale, Trainers } from "./Trainer";
import { Waiting } from "./Waiting";
import "@/app/_ui/kit/pictures.css";
import "./tree.css";

/** The fewest days of a picture: its ends are never in one month. */
const fewestDays = 31;

/** Every trainer of a picture, of all its generations. */
export const everyone = (trainers: readonly CascadeTrainer[]): CascadeTrainer[] =>
  trainers.flatMap((one) => [one, ...one.tots.flatMap((tot) => everyone(tot.trainers ?? []))]);

/** From when to when a picture goes: the period, else from the end of the training to the last that was held, or today. */
function spanOf(
  course: { endsOn: string | null },
  period: Period,
  held: readonly string[],
  today: string,
): Pick<Scale, "first" | "days"> {
  const days = [...held, today].sort();
  const began = course.endsOn ?? days[0]!;
  const first = period.from && period.from > began ? period.from : began;
  const last = period.to ?? days.at(-1)!;
  return { first, days: Math.max(fewestDays, daysBetween(first, last)) };
}

/**
 * The training and, below it, everybody who completed it: their workshops along time, whom these reached, and the trainings of the next
 * generations with their trainers. What is drawn stands in the lists too, so whoever listens, and paper, have the same.
 */
export async function Tree({
  course,
  cascade,
  today,
  period,
  said,
  plans,
}: {
  course: { id: number; title: Translated; startsOn: string | null; endsOn: string | null };
  cascade: Cascade;
  today: string;
  period: Period;
  said: Scale["said"];
  plans: Scale["plans"];
}) {
  const locale = await getLocale();
  const t = await getTranslations("cascade");
  const all = everyone(cascade.trainers);
  const held = all.flatMap((one) => [...one.workshops, ...one.tots]);
  const span = spanOf(
    course,
    period,
    held.flatMap(({ startsOn }) => startsOn ?? []),
    today,
  );
  const dots = legendOf(
    // What has no day is not drawn.
    all.flatMap((one) => one.workshops.flatMap((w) => (w.startsOn ? reachedBy(w.reach) : []))),
  );
  const scale = {
    ...{ ...span, said, plans, most: mostDrawn(dots) },
    whole: mostReached(all.map(({ reach }) => reach)),
  };
  return (
    <section className="card cascade" aria-labelledby="tree">
      <h2 id="tree" className="text-base">
        <Say text={course.title} />
      </h2>
      <div>
        <NodeNumbers numbers={cascade.course.numbers} />
      </div>
      {all.some(({ practised }) => practised) ? (
        <>
          <div aria-hidden className="cascade-heads">
            <span className="cascade-time">
              <span>{monthOfYear(span.first, locale)}</span>
              <span>{monthOfYear(addDays(span.first, span.days), locale)}</span>
            </span>
            <span className="cascade-bar">{t("reach")}</span>
            <span className="cascade-count">{t("people")}</span>
          </div>
          <Trainers trainers={cascade.trainers} scale={scale} />
          <Legend dots={dots} tots={all.some(({ tots }) => tots.some(({ startsOn }) => startsOn))} />
        </>
      ) : null}
      <Waiting
        trainers={cascade.trainers}
        of={cascade.notPractised}
        courseId={course.id}
        plans={plans}
        theirs
      />
    </section>
  );
}
