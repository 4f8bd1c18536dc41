import * as gate from "../../lib/access/gate";
import type { Context } from "../../lib/acts/context";
import { peopleList, personPage } from "../../lib/people/queries";
import { Refusal } from "../../lib/result";
import { trainerRegister } from "../../lib/trainers/queries";

/** What a page shows; null where it is not found. */
function seen<Shown>(ask: () => Shown): Shown | null {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** The page of a person, as the viewer sees it. */
export const personSeen = (cx: Context, personId: number) =>
  seen(() => personPage(cx, gate.person(cx, "people.read", personId), gate.reach(cx, "people.read")));

/** The list of people, as the viewer sees it; nobody, where they may not see it. */
export const peopleSeen = (cx: Context, filter: Parameters<typeof peopleList>[2]) =>
  seen(() => peopleList(cx, gate.reach(cx, "people.read"), filter)) ?? {
    people: [],
    next: null,
    more: false,
  };

/** The register of trainers, as the viewer sees it; nobody, where they may not see it. */
export const trainersSeen = (
  cx: Context,
  filter: Parameters<typeof trainerRegister>[2],
  today = "2027-01-10",
) =>
  seen(() => trainerRegister(cx, gate.reach(cx, "trainers.read"), filter, today, today)) ?? {
    trainers: [],
    next: null,
    count: 0,
    counts: null,
    more: false,
  };
