import { and, eq, exists, inArray, not, or, type SQL, sql } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Reach } from "../../access/table";
import type { Context } from "../../acts/context";
import { coursesTrainedBy, courseView } from "../../courses/store";
import { schedulerDoes, trainersDo } from "../rules";

/**
 * Condition: a row of one's own courses is the viewer's to do. A coordinator does all but approve what they train in;
 * who trains takes attendance and sees to the action plans, and in their own workshop does what it asks of them.
 */
export function isTheirs(
  cx: Context,
  { programmes, trainerId }: Reach,
  row: Record<"courseId" | "programmeId" | "kind", AnySQLiteColumn>,
): SQL {
  const { personId } = cx.viewer;
  const train = inArray(row.courseId, coursesTrainedBy(personId ?? 0));
  const own = exists(
    cx.db
      .select({ id: courseView.id })
      .from(courseView)
      .where(and(eq(courseView.id, row.courseId), eq(courseView.scheduledBy, trainerId ?? 0))),
  );
  return or(
    and(
      programmes === "all" ? sql`1` : inArray(row.programmeId, [...programmes]),
      personId === null ? undefined : not(and(eq(row.kind, "approve"), train)!),
    ),
    trainerId === null ? undefined : inArray(row.kind, [...trainersDo]),
    trainerId === null ? undefined : and(inArray(row.kind, [...schedulerDoes]), own),
  )!;
}
