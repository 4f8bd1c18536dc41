"use client";

import { Form, type FormProps } from "@/app/_ui/Form";
import {
  recordEditSchema,
  recordPutBackSchema,
  recordSchema,
  recordTakeOutSchema,
} from "@/lib/records/schema";
import { editRecord, putBackRecord, recordCourse, takeOutRecord } from "./actions";

export const NewRecordForm = (props: FormProps) => (
  <Form schema={recordSchema} action={recordCourse} {...props} />
);
export const RecordEditForm = (props: FormProps) => (
  <Form schema={recordEditSchema} action={editRecord} {...props} />
);
export const RecordTakeOutForm = (props: FormProps) => (
  <Form schema={recordTakeOutSchema} action={takeOutRecord} {...props} />
);
export const RecordPutBackForm = (props: FormProps) => (
  <Form schema={recordPutBackSchema} action={putBackRecord} {...props} />
);
