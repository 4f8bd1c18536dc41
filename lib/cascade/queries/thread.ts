import type { Granted } from "../../access/gate";
import * as gate from "../../access/gate";
import type { Followed } from "../../access/threadGate";
import type { Context } from "../../acts/context";
import { withTools } from "../../courses/store/rows";
import { organisationKnown } from "../../people/store/organisationList";
import { programmesIn } from "../../programmes/store";
import { partIn } from "../../registrations/rules/part";
import { coursesOfOrganisation, peopleOfOrganisation } from "../../registrations/store/ofOrganisation";
import { enteredJustNow } from "../../time/justNow";
import { entriesOf, stateByThread } from "../rules/thread";
import { threadRows } from "../store/thread";

/**
 * The thread of an organisation within the programmes in which the viewer follows it: the courses in which its people took part, those
 * in which some have a place, and what became of it, the latest first. Who was trained is named for whoever may read people.
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
  const courses = withTools(cx, coursesOfOrganisation(cx, id, followedIn));
  const readable = gate.maySomewhere(cx, "people.read") ? gate.reach(cx, "people.read").programmes : [];
  const people = peopleOfOrganisation(
    cx,
    id,
    courses.map((course) => course.id),
    readable,
  );
  const state = stateByThread(entries);
  const part = partIn(courses);
  const isCooperative = organisation.kind === "cooperative" || organisation.kind === "union";
  return {
    entries,
    trained: part.courses.map((course) => ({
      ...course,
      people: course.came,
      named: people.filter((one) => one.courseId === course.id && one.came),
    })),
    toCome: part.toCome.map((course) => ({
      ...course,
      people: course.expected,
      named: people.filter((one) => one.courseId === course.id && one.state === "accepted"),
    })),
    /** As the thread says it, else as it is kept. */
    state: isCooperative ? (state ?? organisation.state) : null,
  };
}
export type Thread = ReturnType<typeof threadOf>;
export type ThreadEntry = Thread["entries"][number];

/** The programmes for which the viewer may enter something of an organisation. */
export const followersOf = (
  cx: Context,
  { id, followedIn }: Granted<Followed, "thread.enter" | "thread.read">,
) =>
  programmesIn(cx, followedIn)
    .filter((programme) => gate.mayInProgramme(cx, "thread.enter", programme.id))
    .filter((programme) => organisationKnown(cx, id, [programme.id]))
    .map(({ id: programmeId, title }) => ({ id: programmeId, title }));
