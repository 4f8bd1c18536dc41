"use client";

import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
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
  <CheckedForm schema={venueSchema} action={createVenue} resets {...props} />
);
export const VenueEditForm = (props: FormProps) => (
  <CheckedForm schema={venueEditSchema} action={editVenue} {...props} />
);
export const VenueRetirementForm = (props: FormProps) => (
  <CheckedForm schema={venueRetirementSchema} action={setVenueRetired} {...props} />
);
export const CountryForm = (props: FormProps) => (
  <CheckedForm schema={countrySchema} action={editCountry} {...props} />
);
export const HolidayForm = (props: FormProps) => (
  <CheckedForm schema={holidaySchema} action={addHoliday} resets {...props} />
);
export const HolidayRemovalForm = (props: FormProps) => (
  <CheckedForm schema={holidayRemovalSchema} action={removeHoliday} {...props} />
);
export const HolidayEditForm = (props: FormProps) => (
  <CheckedForm schema={holidayEditSchema} action={editHoliday} {...props} />
);
export const HolidayRestoreForm = (props: FormProps) => (
  <CheckedForm schema={holidayRemovalSchema} action={restoreHoliday} {...props} />
);
