"use client";

import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import {
  recordEditSchema,
  recordPutBackSchema,
  recordSchema,
  recordTakeOutSchema,
} from "@/lib/records/schema";
import { editRecord, putBackRecord, recordCourse, takeOutRecord } from "./actions";

export const NewRecordForm = (props: FormProps) => (
  <CheckedForm schema={recordSchema} action={recordCourse} {...props} />
);
export const RecordEditForm = (props: FormProps) => (
  <CheckedForm schema={recordEditSchema} action={editRecord} {...props} />
);
export const RecordTakeOutForm = (props: FormProps) => (
  <CheckedForm schema={recordTakeOutSchema} action={takeOutRecord} {...props} />
);
export const RecordPutBackForm = (props: FormProps) => (
  <CheckedForm schema={recordPutBackSchema} action={putBackRecord} {...props} />
);
