"use server";

import { action } from "@/app/_actions/action";
import {
  editRecord as editRecordCommand,
  putBackRecord as putBackRecordCommand,
  recordCourse as recordCourseCommand,
  takeOutRecord as takeOutRecordCommand,
} from "@/lib/records/commands";
import {
  recordEditSchema,
  recordPutBackSchema,
  recordSchema,
  recordTakeOutSchema,
} from "@/lib/records/schema";

/** Records a course that is over and known only by numbers. */
export const recordCourse = action("course.create", recordSchema, recordCourseCommand, {
  to: ({ courseId }) => `/desk/courses/${courseId}`,
});

/** Corrects what is recorded of a course. */
export const editRecord = action("course.edit", recordEditSchema, editRecordCommand, {
  to: ({ courseId }) => `/desk/courses/${courseId}`,
});

/** Takes out a record that should not be there. */
export const takeOutRecord = action("course.edit", recordTakeOutSchema, takeOutRecordCommand);

/** Puts back a record that was taken out. */
export const putBackRecord = action("course.edit", recordPutBackSchema, putBackRecordCommand);
