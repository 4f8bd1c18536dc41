import { says } from "../faults";
import { digits } from "../fields";
import { isCivilDay, isCivilTime } from "../time/civil";

// What the forms of the timetable alone ask: kinds of field that stand in `lib/fields.ts` come to every participant's phone.

/** A time of day HH:MM, or nothing. */
export const optionalTime = () =>
  digits()
    .refine((text) => text === "" || isCivilTime(text), says("timeInvalid"))
    .transform((text) => text || null);

/** A civil day and a time of it as one, such as `2027-03-08 09:30`, or nothing. */
export const optionalMoment = () =>
  digits()
    .refine((text) => {
      const [dayPart = "", timePart = ""] = text.split(" ");
      return text === "" || (isCivilDay(dayPart) && isCivilTime(timePart));
    }, says("dateInvalid"))
    .transform((text) => text || null);
