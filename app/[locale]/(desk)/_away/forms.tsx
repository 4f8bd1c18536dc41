"use client";

import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import { awayDaysSchema, awayHoursSchema, awaySchema } from "@/lib/away/schema";
import { enterAwayDays, enterAwayHours, putBackAway, takeOutAway } from "./actions";

/** Days on which a trainer is away. */
export const AwayDaysForm = (props: FormProps) => (
  <CheckedForm schema={awayDaysSchema} action={enterAwayDays} {...props} />
);

/** Hours of every week at which a trainer cannot teach. */
export const AwayHoursForm = (props: FormProps) => (
  <CheckedForm schema={awayHoursSchema} action={enterAwayHours} {...props} />
);

export const TakeOutAwayForm = (props: FormProps) => (
  <CheckedForm schema={awaySchema} action={takeOutAway} {...props} />
);

export const PutBackAwayForm = (props: FormProps) => (
  <CheckedForm schema={awaySchema} action={putBackAway} {...props} />
);
