"use server";

import { action } from "@/app/_actions/action";
import {
  editRecord as editRecordCommand,
  putBackRecord as putBackRecordCommand,
  recordCourse as recordCourseCommand,
  takeOutRecord as takeOutRecordCommand,
} from "@/lib/records/commands";

/** Records a course that is over and known only by numbers. */
export const recordCourse = action(recordCourseCommand, {
  to: ({ courseId }) => `/desk/courses/${courseId}`,
});

/** Corrects what is recorded of a course. */
export const editRecord = action(editRecordCommand, {
  to: ({ courseId }) => `/desk/courses/${courseId}`,
});

/** Takes out a record that should not be there. */
export const takeOutRecord = action(takeOutRecordCommand);

/** Puts back a record that was taken out. */
export const putBackRecord = action(putBackRecordCommand);
