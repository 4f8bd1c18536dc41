"use server";

import { action } from "@/app/_actions/action";
import {
  addHoliday as addHolidayCommand,
  createVenue as createVenueCommand,
  editCountry as editCountryCommand,
  editHoliday as editHolidayCommand,
  editVenue as editVenueCommand,
  removeHoliday as removeHolidayCommand,
  restoreHoliday as restoreHolidayCommand,
  setVenueRetired as retireVenueCommand,
} from "@/lib/places/commands";

/** Adds a venue with its rooms. */
export const createVenue = action(createVenueCommand);

/** Changes a venue and its rooms. The page is made anew, so that rooms that were added have their keys. */
export const editVenue = action(editVenueCommand, {
  to: ({ venueId }) => `/desk/settings/venues/${venueId}?saved=yes`,
});

/** Retires a venue or brings it back. */
export const setVenueRetired = action(retireVenueCommand, {
  to: ({ venueId, retired }) => `/desk/settings/venues/${venueId}?done=${retired ? "retired" : "restored"}`,
});

/** Changes zone and weekend of a country. */
export const editCountry = action(editCountryCommand);

/** Enters a public holiday. */
export const addHoliday = action(addHolidayCommand);

const holidaysOf = (country: string) => `/desk/settings/countries/${country}`;

/** Changes name or day of a holiday. */
export const editHoliday = action(editHolidayCommand, {
  to: ({ country, day }) => `${holidaysOf(country)}?changed=${day}#holidays`,
});

/** Takes a holiday out. */
export const removeHoliday = action(removeHolidayCommand, {
  to: ({ country, day }) => `${holidaysOf(country)}?removed=${day}#holidays`,
});

/** Puts back a holiday that was taken out. */
export const restoreHoliday = action(restoreHolidayCommand, {
  to: ({ country, day }) => `${holidaysOf(country)}?changed=${day}#holidays`,
});
