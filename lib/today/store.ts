import type { Context } from "../acts/context";
import { someCourse } from "../courses/store";
import { someModule } from "../curriculum/store";
import { someVenue } from "../places/store";
import { someMember, someProgramme } from "../programmes/store";
import { gateVersionsOf } from "../stages/store/gates";

/** What of a first day is there already. */
export const firstThings = (cx: Context) => ({
  programme: someProgramme(cx),
  tool: someModule(cx),
  coordinator: someMember(cx, "coordinator"),
  venue: someVenue(cx),
  course: someCourse(cx, false),
  opened: someCourse(cx, true),
});

/** What of the first day of these programmes is there already, and in which of them no conditions are set. */
export function firstThingsIn(cx: Context, programmeIds: readonly number[]) {
  const without = programmeIds.find((id) => gateVersionsOf(cx, id).length === 0);
  return {
    programmeId: without ?? programmeIds[0] ?? null,
    gates: without === undefined,
    trainer: someMember(cx, "trainer", programmeIds),
    course: someCourse(cx, false, programmeIds),
    opened: someCourse(cx, true, programmeIds),
  };
}
