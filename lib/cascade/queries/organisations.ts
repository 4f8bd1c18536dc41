import type { GrantedCourse } from "../../access/gate";
import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { organisationRows } from "../../people/store/organisationList";
import { organisationsHeldFor } from "../../registrations/store/heldFor";
import { organisationsWithPlace } from "../../registrations/store/ofOrganisation";

/** The organisations whose people have or had a place in a course, or for which it was held, by name, for whoever may follow them there. */
export function organisationsToFollow(cx: Context, course: GrantedCourse<"course.read">) {
  if (course.countedBy === "numbers" || !["running", "closed"].includes(course.state)) return [];
  if (!gate.mayInProgramme(cx, "thread.read", course.programmeId)) return [];
  const keys = new Set([...organisationsWithPlace(cx, course.id), ...organisationsHeldFor(cx, course)]);
  return organisationRows(cx, [...keys]).map(({ id, name }) => ({ id, name }));
}
