import * as threads from "../../access/threadGate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { fault } from "../../faults";
import { dayThere } from "../../programmes/store/days";
import { refuse, refuseAt } from "../../result";
import { entryDayFault } from "../../time/entryDay";
import { enteredJustNow } from "../../time/justNow";
import { teamOf } from "../queries/team";
import { strikeEntrySchema, threadEntrySchema, undoEntrySchema } from "../schema";
import { insertThreadRow, isStruck, type ThreadRow } from "../store/thread";

/** Whoever is signed in; nobody else enters anything. */
const enteredBy = ({ viewer }: Context): number => viewer.personId ?? refuse("notFound");

/** Enters what became of an organisation on a day: a plan, a visit, a grant; by whom, where it was somebody else of the team. Refused for a day to come or of long ago. */
export const enterThreadEntry = command("thread.enter", threadEntrySchema, (cx, input) => {
  const organisation = threads.followedFor(cx, "thread.enter", input.organisationId, input.programmeId);
  const wrong = entryDayFault(input.day, dayThere(cx, input.programmeId, organisation.country));
  if (wrong) refuseAt({ day: fault(wrong) });
  const { programmeId, kind, day, words, doneByWords } = input;
  const doneBy = input.doneById === enteredBy(cx) ? null : input.doneById;
  if (doneBy !== null && !teamOf(cx, [programmeId]).some((one) => one.id === doneBy))
    refuseAt({ doneById: fault("choose") });
  const row = { organisationId: organisation.id, programmeId, kind, day, words, doneBy, doneByWords };
  const entryId = insertThreadRow(cx, row, enteredBy(cx));
  happened(cx, { kind: "thread.entered", organisationId: organisation.id, programmeId, what: kind, day });
  return { organisationId: organisation.id, entryId };
});

/** Strikes a row out: it stays, and the row that says so besides. */
function strike(cx: Context, row: ThreadRow, words: string | null) {
  if (row.kind === "struck" || isStruck(cx, row.id)) refuse("stale");
  const { organisationId, programmeId, day } = row;
  const struck = { organisationId, programmeId, day, kind: "struck" as const, words, ofId: row.id };
  insertThreadRow(cx, struck, enteredBy(cx));
  happened(cx, { kind: "thread.struck", organisationId, programmeId, what: row.kind, day });
  return { organisationId };
}

/** Strikes out what was entered by mistake, with the reason; it stays to be read. */
export const strikeThreadEntry = command("thread.enter", strikeEntrySchema, (cx, input) =>
  strike(cx, threads.threadEntry(cx, "thread.enter", input.entryId), input.reason),
);

/** Takes back what one entered within the last hour: nobody sees it any more. */
export const undoThreadEntry = command("thread.enter", undoEntrySchema, (cx, input) => {
  const row = threads.threadEntry(cx, "thread.enter", input.entryId);
  if (!enteredJustNow(row, cx.viewer.personId, cx.now)) refuse("stale");
  return strike(cx, row, null);
});
