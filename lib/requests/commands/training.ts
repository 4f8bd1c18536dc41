import type { GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import type { EventOf } from "../../acts/events";
import { happened } from "../../acts/happened";
import { trainersIn } from "../../courses/store";
import type { Locale } from "../../i18n/rules";
import {
  changesKept,
  datesBefore,
  keptChanges,
  type SessionWas,
  sessionChanges,
} from "../../messages/rules/changed";
import { hasHeardOf, untoldOfRequest, untoldOfTraining } from "../../messages/tell";
import { personRow } from "../../people/store";
import { doneTraining, trainedToCome } from "../../timetable/store/trained";
import { wordsGivenIn } from "../store";

type MayMove = GrantedCourse<"course.edit" | "workshop.edit" | "timetable.edit">;

type Part = {
  /** They have not accepted. */
  asked: boolean;
  /** They were asked in this course or told of their part in it, or it is no draft. */
  isTold: boolean;
  /** Keys of what they are asked for and have not answered. */
  waiting: number[];
  /** Sessions that they plan by, as one text, and their keys. */
  sessions: string;
  ids: readonly number[];
};

/** Who takes whose place: both hear of it, of a draft too. */
export type Replacing = { personId: number; byPersonId: number };

/** True where somebody whom nobody asked was told all the same that they train in a course or no longer do, or will be. */
const wasTold = (cx: Context, personId: number, courseId: number): boolean =>
  untoldOfTraining(cx, personId, courseId) !== null ||
  hasHeardOf(cx, { personId, registrationId: null, courseId }, "training");

/**
 * The part of everybody who trains in a course or is asked to. Of a draft they plan by what they were asked for alone, else
 * by all sessions that they train; so do, of a draft, those who were told of them when one took the place of the other. Who
 * has trained all that was theirs has no part in what comes.
 */
export function partsIn(
  cx: Context,
  course: MayMove,
  draft: boolean,
  replacing?: Replacing,
): ReadonlyMap<number, Part> {
  const { id: courseId } = course;
  const done = doneTraining(cx, course);
  const train = trainersIn(cx, courseId).filter((id) => !done.includes(id));
  const given = wordsGivenIn(cx, courseId);
  const toCome = trainedToCome(cx, courseId, cx.now);
  const people = new Set([
    ...train,
    ...given.flatMap((one) => (one.state === "waiting" ? one.personId : [])),
  ]);
  const part = (personId: number): Part => {
    const own = given.filter((one) => one.personId === personId);
    const whole =
      !draft ||
      personId === replacing?.personId ||
      personId === replacing?.byPersonId ||
      (own.length === 0 && wasTold(cx, personId, courseId));
    const of = new Map(
      toCome
        .filter((s) => (whole && s.trainer === personId) || own.some(({ sessionId }) => sessionId === s.id))
        .map(({ trainer: _, id, ...session }) => [id, session]),
    );
    return {
      asked: !train.includes(personId),
      isTold: own.length > 0 || whole,
      waiting: own.flatMap(({ id, state }) => (state === "waiting" ? id : [])),
      sessions: JSON.stringify([...of.values()]),
      ids: [...of.keys()],
    };
  };
  return new Map([...people].map((personId) => [personId, part(personId)]));
}

/** How many trainers hear of it when all that they plan by is another, beside whoever does it: who trains, and who is asked to. */
export const trainersToHear = (cx: Context, course: MayMove): number =>
  [...partsIn(cx, course, course.state === "draft")].filter(
    ([personId, { isTold }]) => isTold && personId !== cx.viewer.personId,
  ).length;

/** What trainers plan by: dates and place by language, and their parts. */
type Planned = {
  course: Record<Locale, string>;
  parts: ReadonlyMap<number, Part>;
  all: readonly SessionWas[];
  dates: { startsOn: string | null; endsOn: string | null };
};
type Changed = EventOf<"training.changed">["trainers"][number];

/** What somebody knows of when and where they train or are asked to; nothing where they are in no part of it. */
const known = ({ course, parts }: Planned, personId: number, language: Locale): string => {
  const part = parts.get(personId);
  return part ? `${course[language]} ${part.sessions}` : "";
};

/** Which of somebody's sessions, and which days of the course, are others than they know them. */
function othersThanKnown(
  before: Planned,
  after: Planned,
  personId: number,
  pending: Readonly<Record<string, string>> | undefined,
): Record<string, string> {
  const theirs = ({ all, parts }: Planned) => {
    const ids = new Set(parts.get(personId)?.ids);
    return all.filter(({ id }) => ids.has(id));
  };
  const changes = sessionChanges(theirs(before), theirs(after), changesKept(pending));
  const others = new Set(after.all.map(({ id }) => id));
  for (const { id } of theirs(after)) others.delete(id);
  return {
    // A session that a colleague trains now is not cancelled.
    ...keptChanges(changes.map((one) => (others.has(one.id) ? { ...one, left: true } : one))),
    ...datesBefore(before.dates, after.dates, pending),
  };
}

/**
 * Tells everybody who trains in a course, or is asked to, where that is at other times or another place than they knew; who
 * trains now, and who no longer does. Of a draft those hear who were asked, and those of whom one takes the place of the other. Where several edits bring back what they know,
 * what they were to be told is taken back. Who did it knows, and so does whose own word it was. Within the open transaction.
 */
export function trainingChanged(
  cx: Context,
  { id: courseId }: MayMove,
  before: Planned,
  after: Planned,
  { replacing, ownWord = null }: { replacing?: Replacing | undefined; ownWord?: number | null } = {},
): void {
  const trainers: Changed[] = [];
  const asBefore: number[] = [];
  for (const personId of new Set([...before.parts.keys(), ...after.parts.keys()])) {
    const [was, is] = [before.parts.get(personId), after.parts.get(personId)];
    if (personId === cx.viewer.personId || personId === ownWord || !(was?.isTold || is?.isTold)) continue;
    const { language } = personRow(cx, personId)!;
    const [knew, knows] = [known(before, personId, language), known(after, personId, language)];
    if (knew === knows) continue;
    const pending = untoldOfTraining(cx, personId, courseId);
    // What they are asked for is said as it is when they hear of it; that they train it they are not told any more.
    if (is?.asked && is.waiting.every((id) => untoldOfRequest(cx, id))) {
      if (pending?.message === "trainingGiven") asBefore.push(personId);
      continue;
    }
    const heard = pending?.params.was ?? knew;
    if (pending && heard === knows) asBefore.push(personId);
    else {
      const takesOver = personId === replacing?.byPersonId && was !== undefined && !was.asked;
      const comes = heard === "" || takesOver || (was?.asked && !is?.asked);
      const hears = is === undefined ? "ended" : comes ? "given" : "moved";
      // What is said to whom the whole part is new says all of it.
      const others = hears === "moved" ? othersThanKnown(before, after, personId, pending?.params) : {};
      const asked = is?.asked ?? false;
      const waits = asked ? is?.waiting.at(-1) : undefined;
      trainers.push({ personId, was: heard, hears, takesOver, asked, waits, said: others });
    }
  }
  if (trainers.length > 0 || asBefore.length > 0)
    happened(cx, { kind: "training.changed", courseId, trainers, asBefore });
}
