import * as z from "zod";
import { asking, asSaid, key, oneOf } from "@/app/_server/asked";
import { addressWith } from "@/app/_ui/kit/address";

/** What a timetable shows is said by its address: which week, how, what beside it, and what was just done. */
const fields = {
  /** A day of the week that is shown. */
  week: asSaid,
  view: oneOf(["all", "list"]),
  /** A session by its key, or what else stands beside the sheet. */
  show: asSaid,
  change: key,
  /** It was to be undone, and somebody had been there before. */
  refused: oneOf(["yes"]),
  /** Which of what is open in the plan stands beside the sheet, the first being 1. */
  issue: key,
  /** What was open there when it was changed just now (`issueWord`): what is open next stands beside the sheet. */
  after: asSaid,
  /** The form that accepts it with a reason is unfolded. */
  accept: oneOf(["open"]),
  /** What was accepted just now, by the key of its acceptance. */
  accepted: key,
  /** The list of what is open is unfolded. */
  issues: oneOf(["open"]),
  /** Somebody goes through all courses of its programme: after this one the next of them is offered. */
  along: oneOf(["programme"]),
  saved: asSaid,
  /** The form is unfolded that gives a room to all sessions without one. */
  room: oneOf(["open"]),
  /** How many sessions have no room still after one was given to the others; 0: none lacked one, and none was given. */
  roomless: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .nullable()
    .catch(null),
  /** What found no room in a proposal (`leftOverWord`). */
  left: asSaid,
  /** The course was planned just now. */
  created: oneOf(["yes"]),
  /** What was typed into a form that is gone (`TypedMeanwhile`). */
  typed: asSaid,
  /** What it took from the plan that it was made from (`takenWord`). */
  taken: asSaid,
};

export const asked = asking(fields);
export type Said = { [Name in keyof typeof fields]: z.output<(typeof fields)[Name]> };

/** The addresses of a timetable that go on as it is shown now, but for what they change. */
export const addressesOf =
  (base: string, shown: { week: string | null; view: string | null; along: string | null }) =>
  (
    more: {
      week?: string | null;
      view?: string | null;
      show?: string | number | null;
      issue?: number;
      accept?: "open";
      issues?: "open";
      room?: "open";
    } = {},
  ) =>
    addressWith(base, {
      ...shown,
      ...more,
      issue: more.issue === undefined ? null : String(more.issue),
      show: more.show === undefined || more.show === null ? null : String(more.show),
    });
export type Address = ReturnType<typeof addressesOf>;
