"use client";

import { Hidden, Submit } from "@/app/_ui/form/fields";
import { CourseStateForm } from "../../forms";

/** The button that opens the registration of a course, worded by whoever shows it. */
export function OpenForm({
  courseId,
  from,
  words,
}: {
  courseId: number;
  from: string;
  words: { open: string; busy: string };
}) {
  return (
    <CourseStateForm className="course-first">
      <Hidden name="courseId" value={courseId} />
      <Hidden name="from" value={from} />
      <Hidden name="to" value="open" />
      <Submit busy={words.busy}>{words.open}</Submit>
    </CourseStateForm>
  );
}
