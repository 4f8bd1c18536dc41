import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { type CourseRow, trainsIn } from "../../courses/store";
import { fault } from "../../faults";
import { dayInProgramme } from "../../programmes/store/days";
import { refuse, refuseAt } from "../../result";
import { dayAt } from "../../time/zone";
import { betweenViewer, notStruck, toObserve, whyNothingToSee } from "../observing";
import { wayBegan } from "../rules/entered";
import { needsGround, whyNotObserver } from "../rules/observer";
import { pointsOf } from "../rules/rubric";
import { observeSchema } from "../schema";
import { insertStageEvent, stageEventsOf } from "../store/events";
import { demandPast } from "./recognise";

/** Refuses a workshop that was cancelled or whose first session has not begun, and a day that is none of it or still to come. */
function demandHeld(cx: Context, course: CourseRow, day: string): void {
  const today = dayAt(cx.now, course.zone);
  const why = whyNothingToSee(cx, course);
  if (why) refuse(why);
  if (day > today) refuseAt({ day: fault("dayToCome") });
  if (day < (course.startsOn ?? "") || (course.endsOn !== null && day > course.endsOn))
    refuseAt({ day: fault("observationDay") });
}

/**
 * Writes down what somebody qualified saw of a trainer on the way in a workshop: points, strengths, advice, with which they
 * sign; it counts once whoever was observed has signed too. Once an observer and workshop; a correction strikes the first one out by a row of its own. Refused for oneself, a
 * superior or subordinate, of whoever does not train there and by whoever does, and of a workshop that was cancelled or has not begun.
 */
export const observe = command("stage.observe", observeSchema, (cx, input) => {
  const { course, person, ways } = toObserve(cx, input);
  const way =
    ways.find(({ toolId, programmeId }) => toolId === input.toolId && programmeId === input.programmeId) ??
    refuse("notOnWay");
  const between = betweenViewer(cx)(way, course);
  const why = whyNotObserver(between);
  if (why) refuse(why);
  const ground = needsGround(between) ? (input.ground ?? refuseAt({ ground: fault("required") })) : null;
  if (!trainsIn(cx, course.id, person.id)) refuse("observationNotTrainer");
  demandHeld(cx, course, input.day);
  demandPast(input.day, dayAt(cx.now, course.zone), wayBegan(way.history));
  const { personId, toolId, programmeId } = way;
  const earlier = notStruck(stageEventsOf(cx, [personId])).find(
    (one) =>
      one.kind === "observation" &&
      one.enteredBy === cx.viewer.personId &&
      one.courseId === course.id &&
      one.toolId === toolId &&
      one.programmeId === programmeId,
  );
  if (earlier && input.correctsId === null) refuse("observedAlready");
  if (input.correctsId !== null && earlier?.id !== input.correctsId) refuse("stale");
  const of = { personId, toolId, programmeId, courseId: course.id };
  if (earlier)
    insertStageEvent(cx, {
      ...{ ...of, kind: "struck", day: dayInProgramme(cx, programmeId) },
      ...{ ofId: earlier.id, words: input.reason },
    });
  const { day, strengths, advice } = input;
  const rubric = {
    points: pointsOf(input.points),
    strengths,
    advice,
    ...(ground === null ? {} : { ground }),
  };
  const entryId = insertStageEvent(cx, { ...of, kind: "observation", awaits: "confirmed", day, rubric });
  const event = { courseId: course.id, personId, entryId, corrects: earlier?.id ?? null };
  happened(cx, { kind: "stage.observed", ...event });
  return { courseId: course.id, personId, toolId, programmeId };
});
