"use server";

import { action } from "@/app/_server/action";
import {
  addHoliday as addHolidayCommand,
  createVenue as createVenueCommand,
  removeHoliday as removeHolidayCommand,
} from "@/lib/programmes/commands";
import { holidayRemovalSchema, holidaySchema, venueSchema } from "@/lib/programmes/schema";

/** Adds a venue with its rooms. */
export const createVenue = action("venues.edit", venueSchema, createVenueCommand);

/** Enters a public holiday. */
export const addHoliday = action("holidays.edit", holidaySchema, addHolidayCommand);

/** Takes a holiday out. */
export const removeHoliday = action("holidays.edit", holidayRemovalSchema, removeHolidayCommand);
