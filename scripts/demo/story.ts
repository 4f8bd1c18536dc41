import { type Viewer, visitor } from "../../lib/access/table";
import { type Context, contextOf } from "../../lib/acts/context";
import type { Result } from "../../lib/result";
import { addDays } from "../../lib/time/civil";

/** A text in the three languages of the pages. */
export type Text = { en: string; fr: string; ar: string };

/** An hour and a day, in ms. */
export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

/** When the first programmes began to use the product: before the first course that people are known of. */
export const beginning = Date.parse("2022-02-01T08:00:00Z");

/** A venue with the room in which its courses are taught. */
export type Venue = { id: number; roomId: number };

/** What the story has come to: whom and what the demonstration knows so far. */
export type Story = {
  /** The present instant in ms, and its civil day (UTC); the upcoming courses are relative to it. */
  readonly now: number;
  readonly today: string;
  /** Keys of the programmes by their codes, venues by their places in English. */
  readonly programmes: Map<string, number>;
  readonly venues: Map<string, Venue>;
  /** Those who have an account. */
  staff: Staff;
  /** How many people have come into it, so that nobody has another's phone. */
  people: number;
};

export type Staff = Record<"amina" | "samar" | "joseph" | "rami" | "hana", Viewer>;

/** Before anybody has an account. */
export const nobodyYet: Staff = {
  amina: visitor,
  samar: visitor,
  joseph: visitor,
  rami: visitor,
  hana: visitor,
};

/** Somebody at an instant of the story. There is no mail server in it: people are told by whoever coordinates. */
export function as<Who extends Viewer>(viewer: Who, at: number): Context & { readonly viewer: Who } {
  const cx = contextOf(viewer, at);
  return { ...cx, settings: { ...cx.settings, smtpUrl: null } };
}

/** What a command of the story gave. @throws Error where it was refused: then the story is not one that can happen. */
export function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`The demonstration was refused: ${JSON.stringify(result.fault)}`);
  return result.value;
}

/** Whoever coordinates a programme; an administrator where nobody does. */
export function coordinatorOf({ staff, programmes }: Story, code: string): Viewer {
  const id = programmes.get(code)!;
  return [staff.samar, staff.joseph].find((viewer) => viewer.coordinates.includes(id)) ?? staff.amina;
}

/** The days from and to so many days after today. */
export const daysFrom = ({ today }: Story, from: number, to: number) => ({
  from: addDays(today, from),
  to: addDays(today, to),
});

/** What courses to come cost. */
export const freeOfCharge: Text = {
  en: "Free of charge; transport costs are reimbursed.",
  fr: "Gratuit ; les frais de transport sont remboursés.",
  ar: "المشاركة مجانية، وتُعوَّض تكاليف النقل.",
};
