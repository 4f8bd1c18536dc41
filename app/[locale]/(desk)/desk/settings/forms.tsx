"use client";

import { Form, type FormProps } from "@/app/_ui/Form";
import { holidayRemovalSchema, holidaySchema, venueSchema } from "@/lib/programmes/schema";
import { addHoliday, createVenue, removeHoliday } from "./actions";

export const VenueForm = (props: FormProps) => (
  <Form schema={venueSchema} action={createVenue} resets {...props} />
);
export const HolidayForm = (props: FormProps) => (
  <Form schema={holidaySchema} action={addHoliday} resets {...props} />
);
export const HolidayRemovalForm = (props: FormProps) => (
  <Form schema={holidayRemovalSchema} action={removeHoliday} {...props} />
);
