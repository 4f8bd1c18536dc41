import { eq } from "drizzle-orm";
import { courses } from "@/db/schema/courses";
import type { Context } from "../../acts/context";
import { keyedHash } from "../../crypto/tokens";

/** The form that a course was made with, and the course where it was sent before. */
type Sent = { formKey: string | null; before: { courseId: number; slug: string } | undefined };

/**
 * What a form for a new course is kept by: its own key with all that it says. So pressed twice it is one course, but who goes
 * back, writes something else and sends it again makes another one. Nothing is known of what comes without a key.
 */
export function sentBefore(cx: Context, input: { formKey?: string | undefined }): Sent {
  if (input.formKey === undefined) return { formKey: null, before: undefined };
  const formKey = `${input.formKey}.${keyedHash(cx.settings.key, JSON.stringify(input)).slice(0, 16)}`;
  const before = cx.db
    .select({ courseId: courses.id, slug: courses.slug })
    .from(courses)
    .where(eq(courses.formKey, formKey))
    .get();
  return { formKey, before };
}
