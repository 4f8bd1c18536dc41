import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import type { Unheard } from "../../acts/events";
import { happened } from "../../acts/happened";
import { allows } from "../../courses/rules";
import type { CourseRow } from "../../courses/store";
import { namesAlone } from "../../i18n/rules";
import { move } from "../../registrations/commands/move";
import { type Decision, touched } from "../../registrations/rules";
import { decisionSchema } from "../../registrations/schema";
import { registrationRows } from "../../registrations/store";
import { decidedByCoordinator, movedSince } from "../../registrations/store/history";
import { loadIn } from "../../registrations/store/places";
import { registeredPeople } from "../../registrations/store/roster";
import { refuse } from "../../result";
import { dayAt } from "../../time/zone";
import { comesRightBack, decide, givesPlaces } from "../rules";
import { promote } from "./promote";
import { unheardOf } from "./unheard";

/** A course in which the viewer may decide on registrations now; else ends the transaction. */
export function courseToDecide(cx: Context, courseId: number): gate.GrantedCourse<"registrations.decide"> {
  const course = gate.course(cx, "registrations.decide", courseId);
  if (!allows(course.state, "decide")) refuse("courseStateForbids");
  return course;
}

type ToDecide = gate.GrantedRegistration<"registrations.decide">;

/** What became of several registrations, and when: by that the decision is found again, to be undone. `left`: who was not decided on. */
type Decided = { courseId: number; slug: string; to: Decision; moved: number; at: number; left: number[] };

/** So many people at most are left as they are while the others are decided on; with more the page is out of date as a whole. */
const mostLeft = 100;

/** Who did what happened last, for a reader who may have done it themselves in another tab. */
const doerOf = ({ own, by, byLatin }: ReturnType<typeof movedSince>[number]) =>
  by === null ? null : own ? ("you" as const) : { person: { name: by, latinName: byLatin } };

/**
 * Those that still are as the page showed them, and those to whom something happened since. Refuses where that is all of
 * them, naming the first with what happened.
 */
function asShown(cx: Context, course: CourseRow, rows: readonly ToDecide[], seen: number | undefined) {
  if (seen === undefined) return { fresh: [...rows], left: [] };
  const ids = rows.map((row) => row.id);
  const moved = movedSince(cx, course.id, ids, seen);
  const [first] = moved;
  if (first && (moved.length === rows.length || moved.length > mostLeft)) {
    const { name, latinName, state } = first;
    refuse("decidedSince", {
      params: {
        name: { person: { name, latinName } },
        state,
        by: doerOf(first),
        others: moved.length - 1,
      },
    });
  }
  const left = moved.map(({ id }) => id);
  return { fresh: rows.filter((row) => !left.includes(row.id)), left };
}

/**
 * Accepts, shortlists, puts on the waiting list, declines or withdraws several registrations. Those to whom something
 * happened since the page was shown stay as they are; of the others all are moved, or none.
 */
export const decideRegistrations = command("registrations.decide", decisionSchema, (cx, input): Decided => {
  const course = courseToDecide(cx, input.courseId);
  const rows = gate.rowsOf(cx, course, registrationRows(cx, course.id, input.registrationIds));
  if (rows.length !== input.registrationIds.length) refuse("notFound");
  const { fresh, left } = asShown(cx, course, rows, input.seen);
  const moved = demandPossible(cx, course, fresh, input.to);
  const asBefore = input.reason ? [] : takenBack(cx, course, moved, input.to);
  for (const row of moved) move(cx, row, input.to, "decided", input.reason);
  const registrations = moved.map(touched);
  happened(cx, {
    kind: "registration.decided",
    courseId: course.id,
    to: input.to,
    registrations,
    said: { reason: input.reason ?? "" },
    asBefore,
  });
  promote(cx, course);
  return {
    courseId: course.id,
    slug: course.slug,
    to: input.to,
    moved: moved.length,
    at: cx.now,
    left,
  };
});

/** Those for whom this decision is an undo: it brings back where they were before one that they have not heard of. */
function takenBack(cx: Context, course: CourseRow, rows: readonly ToDecide[], to: Decision): Unheard[] {
  const last = decidedByCoordinator(
    cx,
    course.id,
    rows.map((row) => row.id),
  );
  return unheardOf(
    cx,
    last.filter(({ before, state }) => before === to && state !== "shortlisted" && state !== "withdrawn"),
  );
}

/** Who is moved by the decision, in the order of their turns; ends the transaction where it cannot be made for all. */
function demandPossible(cx: Context, course: CourseRow, rows: readonly ToDecide[], to: Decision): ToDecide[] {
  const { seatsTaken, waiting } = loadIn(cx, course.id);
  const { capacity } = course;
  const { moved, refused } = decide(rows, to, { capacity, seatsTaken });
  if (refused.length > 0) {
    if (refused.some((r) => r.code === "noPlaceLeft")) refuse("noPlaceLeft");
    const [first, ...others] = registeredPeople(
      cx,
      refused.map((r) => r.id),
    );
    refuse("decisionNotAllowedFor", {
      params: { name: { person: namesAlone(first!) }, others: others.length },
    });
  }
  if (
    to === "waiting" &&
    givesPlaces(course, dayAt(cx.now, course.zone)) &&
    comesRightBack(moved, { capacity, seatsTaken, waiting })
  )
    refuse("placeComesBack");
  return moved;
}
