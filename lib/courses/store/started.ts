import { eq } from "drizzle-orm";
import { courses } from "@/db/schema/courses";
import type { Context } from "../../acts/context";

/** Takes a course from open to running. */
export function startCourse(cx: Context, courseId: number): void {
  cx.db.update(courses).set({ state: "running", updatedAt: cx.now }).where(eq(courses.id, courseId)).run();
}
