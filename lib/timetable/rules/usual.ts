import { usualHours } from "../rules";
import { type Asks, type Parts, usualParts, usualRest } from "./parts";

/** When a prayer begins unless somebody says otherwise; as it is asked for it has no minutes. */
const usualPrayer = "15:00";

/** What a proposal is asked for: hours of a day, breaks in minutes, and its parts. */
export type Usual = typeof usualHours & {
  restMinutes: number;
  prayerFrom: string;
  prayerMinutes: number;
} & Parts;

/**
 * What the proposal of a course is asked for until somebody says otherwise: so its plan reckons as well, before there are
 * sessions.
 * @param days how many days of work it has.
 * @param people for how many there are places.
 */
export const usualProposal = (
  course: Asks,
  days: number,
  people: number,
  hours: typeof usualHours = usualHours,
): Usual => ({
  ...hours,
  restMinutes: usualRest(course),
  prayerFrom: usualPrayer,
  prayerMinutes: 0,
  ...usualParts(course, days, people),
});
