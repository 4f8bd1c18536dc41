import { addAuditRow } from "../audit/store";
import { recountAfter } from "../due/recount";
import { tellAbout } from "../messages/tell";
import { pagesChanged } from "../pages/changed";
import { recountBySexAfter } from "../registrations/bySex";
import { restateAfter } from "../stages/restate";
import type { Context } from "./context";
import type { Event, EventOf } from "./events";
import { auditRowOf, pagesTouchedBy } from "./rules";

/**
 * Says what happened, at the end of a command, within its transaction. Whatever follows from it follows here, and only
 * here: the row of the audit log, what people are told, which public pages are made anew, what is due in the course,
 * where those are on their way to trainer whom it concerns.
 */
export function happened(cx: Context, event: Event): void {
  keptAndTold(cx, event);
  followsFrom(cx, event);
}

/** What happens to one person of many in a course, of which the course itself hears once. */
export type ToEach = EventOf<"registration.created" | "registration.place-given">;

/**
 * The same of each person of a list. What follows for their course follows once, however many they are: it is counted from
 * all who are in it, and writing waits for it.
 */
export function happenedToEach(cx: Context, events: readonly ToEach[]): void {
  for (const event of events) keptAndTold(cx, event);
  for (const last of new Map(events.map((event) => [event.courseId, event])).values()) followsFrom(cx, last);
}

function keptAndTold(cx: Context, event: Event): void {
  addAuditRow(cx, auditRowOf(event));
  tellAbout(cx, event);
}

function followsFrom(cx: Context, event: Event): void {
  pagesChanged(cx, pagesTouchedBy(event));
  recountAfter(cx, event);
  recountBySexAfter(cx, event);
  restateAfter(cx, event);
}
