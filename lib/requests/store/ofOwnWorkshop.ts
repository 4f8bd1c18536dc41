import { and, eq, exists, type SQL } from "drizzle-orm";
import { trainerRequests } from "@/db/schema/requests";
import type { Context } from "../../acts/context";
import { courseView } from "../../courses/store";

/** Condition: the request of this key was made by whose own workshop it is for. */
export const askedForOwnWorkshop = (cx: Context, requestId: SQL): SQL =>
  exists(
    cx.db
      .select({ id: trainerRequests.id })
      .from(trainerRequests)
      .innerJoin(courseView, eq(courseView.id, trainerRequests.courseId))
      .where(and(eq(trainerRequests.id, requestId), eq(trainerRequests.askedBy, courseView.scheduledBy))),
  );
