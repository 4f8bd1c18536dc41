import type { Granted } from "../../access/gate";
import * as gate from "../../access/gate";
import { type Followed, programmesOf } from "../../access/threadGate";
import type { Context } from "../../acts/context";
import { withTools } from "../../courses/store/rows";
import { programmesIn } from "../../programmes/store";
import { partIn } from "../../registrations/rules/part";
import { coursesAbout, peopleOfOrganisation } from "../../registrations/store/ofOrganisation";
import { enteredJustNow } from "../../time/justNow";
import { entriesOf, stateByThread } from "../rules/thread";
import { threadRows } from "../store/thread";

/**
 * The thread of an organisation within the programmes in which the viewer follows it: the workshops that were held for it and the
 * courses in which its people took part, those to come, and what became of it, the latest first. Who was trained is named for
 * whoever may read people.
 */
export function threadOf(cx: Context, organisation: Granted<Followed, "thread.read">) {
  const { id, followedIn } = organisation;
  const entries = entriesOf(threadRows(cx, id, followedIn)).map((entry) => ({
    ...entry,
    undoable: !entry.struck && enteredJustNow(entry, cx.viewer.personId, cx.now),
    strikes:
      !entry.struck &&
      (entry.enteredBy === cx.viewer.personId || gate.mayInProgramme(cx, "people.edit", entry.programmeId)),
  }));
  const courses = withTools(cx, coursesAbout(cx, organisation, followedIn).all);
  const people = peopleInThread(cx, id, courses);
  const state = stateByThread(entries);
  const part = partIn(courses);
  const isCooperative = organisation.kind === "cooperative" || organisation.kind === "union";
  return {
    entries,
    trained: part.courses.map((course) => ({
      ...course,
      people: course.came,
      /** Of these, who is known to belong to it. */
      ofIt: course.own.came,
      named: people.filter((one) => one.courseId === course.id && one.came),
    })),
    toCome: part.toCome.map((course) => ({
      ...course,
      people: course.expected,
      ofIt: course.own.expected,
      named: people.filter((one) => one.courseId === course.id && one.state === "accepted"),
    })),
    /** As the thread says it, else as it is kept. */
    state: isCooperative ? (state ?? organisation.state) : null,
  };
}

/** Who is in these courses, for whoever may read people: of a workshop that is held for the organisation all, else its own people. */
function peopleInThread(cx: Context, id: number, courses: readonly { id: number; heldFor: boolean }[]) {
  const readable = gate.maySomewhere(cx, "people.read") ? gate.reach(cx, "people.read").programmes : [];
  const among = (held: boolean) => courses.flatMap((one) => (one.heldFor === held ? one.id : []));
  return [
    ...peopleOfOrganisation(cx, null, among(true), readable),
    ...peopleOfOrganisation(cx, id, among(false), readable),
  ];
}
export type Thread = ReturnType<typeof threadOf>;
export type ThreadEntry = Thread["entries"][number];

/** The programmes for which the viewer may enter something of an organisation. */
export function followersOf(cx: Context, organisation: Granted<Followed, "thread.enter" | "thread.read">) {
  const mine = programmesIn(cx, organisation.followedIn).filter((programme) =>
    gate.mayInProgramme(cx, "thread.enter", programme.id),
  );
  const keys = mine.map(({ id }) => id);
  const of = organisation.followedIn === "all" ? programmesOf(cx, organisation, keys) : keys;
  return mine
    .filter(({ id }) => of.includes(id))
    .map(({ id: programmeId, title }) => ({ id: programmeId, title }));
}
