"use client";

import { Form, type FormProps } from "@/app/_ui/Form";
import {
  countrySchema,
  holidayEditSchema,
  holidayRemovalSchema,
  holidaySchema,
  venueEditSchema,
  venueRetirementSchema,
  venueSchema,
} from "@/lib/programmes/schema";
import {
  addHoliday,
  createVenue,
  editCountry,
  editHoliday,
  editVenue,
  removeHoliday,
  restoreHoliday,
  setVenueRetired,
} from "./actions";

export const VenueForm = (props: FormProps) => (
  <Form schema={venueSchema} action={createVenue} resets {...props} />
);
export const VenueEditForm = (props: FormProps) => (
  <Form schema={venueEditSchema} action={editVenue} {...props} />
);
export const VenueRetirementForm = (props: FormProps) => (
  <Form schema={venueRetirementSchema} action={setVenueRetired} {...props} />
);
export const CountryForm = (props: FormProps) => (
  <Form schema={countrySchema} action={editCountry} {...props} />
);
export const HolidayForm = (props: FormProps) => (
  <Form schema={holidaySchema} action={addHoliday} resets {...props} />
);
export const HolidayRemovalForm = (props: FormProps) => (
  <Form schema={holidayRemovalSchema} action={removeHoliday} {...props} />
);
export const HolidayEditForm = (props: FormProps) => (
  <Form schema={holidayEditSchema} action={editHoliday} {...props} />
);
export const HolidayRestoreForm = (props: FormProps) => (
  <Form schema={holidayRemovalSchema} action={restoreHoliday} {...props} />
);
