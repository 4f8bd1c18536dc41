import type { Context } from "../acts/context";
import { someCourse } from "../courses/store";
import { someModule } from "../curriculum/store";
import { someVenue } from "../places/store";
import { someCoordinator, someProgramme } from "../programmes/store";

/** What of a first day is there already. */
export const firstThings = (cx: Context) => ({
  programme: someProgramme(cx),
  tool: someModule(cx),
  coordinator: someCoordinator(cx),
  venue: someVenue(cx),
  course: someCourse(cx, false),
  opened: someCourse(cx, true),
});
