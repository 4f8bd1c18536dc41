import type { SystemContext } from "../../acts/context";
import { inTransaction } from "../../acts/transaction";
import { recountBySex } from "../bySex";
import { uncountedCourses } from "../store/bySex";

/** How many courses are counted in one transaction. */
const atOnce = 20;

/**
 * Counts by sex, a part at a time, who came to courses of which that was not kept yet. Run twice it is the same.
 * @returns true where there may be more to do.
 */
export function countBySex(cx: SystemContext): boolean {
  // Looking first costs no lock while there is nothing to do.
  if (uncountedCourses(cx, 1).length === 0) return false;
  return inTransaction(cx, () => {
    const some = uncountedCourses(cx, atOnce);
    recountBySex(cx, some);
    return some.length === atOnce;
  });
}
