import type { ThreadKind } from "@/db/values/cascade";

type Entry = { organisationId: number; programmeId: number; what: ThreadKind; day: string };

/** What can happen to the thread of an organisation. */
export type ThreadEvents = {
  /** A programme entered what became of it on a civil day. */
  "thread.entered": Entry;
  /** What was entered is struck out, or was taken back. */
  "thread.struck": Entry;
};
