import { says } from "../faults";
import { digits, optionalLine } from "../fields";
import { isCivilDay, isCivilTime } from "../time/civil";

// What the forms of the timetable alone ask: kinds of field that stand in `lib/fields.ts` come to every participant's phone.

/** A time of day HH:MM, or nothing. */
export const optionalTime = () =>
  digits()
    .refine((text) => text === "" || isCivilTime(text), says("timeInvalid"))
    .transform((text) => text || null);

/** The longest link that is kept, in letters. */
export const longestLink = 500;

/** True for the address of a page that a browser opens over https, without a name or a password in it. */
function isLink(text: string): boolean {
  // What a browser would pass over within a link, it is not shown with.
  if (text.length > longestLink || /[\s\p{C}"'<>\\]/u.test(text) || !/^https:\/\//iu.test(text)) return false;
  try {
    const { protocol, username, password, hostname } = new URL(text);
    return protocol === "https:" && hostname.includes(".") && username === "" && password === "";
  } catch {
    return false;
  }
}

/** The link of a meeting, or nothing. */
export const optionalLink = () =>
  optionalLine(2000)
    .refine((text) => text === null || isLink(text), says("linkInvalid"))
    .transform((text) => text && new URL(text).href);

/** A civil day and a time of it as one, such as `2027-03-08 09:30`, or nothing. */
export const optionalMoment = () =>
  digits()
    .refine((text) => {
      const [dayPart = "", timePart = ""] = text.split(" ");
      return text === "" || (isCivilDay(dayPart) && isCivilTime(timePart));
    }, says("dateInvalid"))
    .transform((text) => text || null);
