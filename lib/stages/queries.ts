import type { Granted, Self } from "../access/gate";
import * as gate from "../access/gate";
import type { Context } from "../acts/context";
import { toolCatalogue } from "../curriculum/queries";
import { isKnownIn, type PersonRow } from "../people/store";
import { programmesIn } from "../programmes/store";
import { ledgerOf, type ToolLedger } from "./rules/ledger";
import { learntBy, taughtBy } from "./store/evidence";

const ledger = (cx: Context, personId: number): ToolLedger[] =>
  ledgerOf(toolCatalogue(cx), learntBy(cx, [personId]), taughtBy(cx, [personId]));

/** What somebody completed and taught of each tool, over all courses, for whoever may read the person. */
export const personLedger = (cx: Context, { id }: Granted<PersonRow, "people.read">): ToolLedger[] =>
  ledger(cx, id);

/** The same of whoever is signed in. */
export const ownLedger = (cx: Context, { personId }: Granted<Self, "account.own">): ToolLedger[] =>
  ledger(cx, personId);

/** The programmes in which the viewer may recognise what this person learnt elsewhere; none for oneself. */
export const recognisers = (cx: Context, { id }: Granted<PersonRow, "people.read">) =>
  id === cx.viewer.personId || !gate.maySomewhere(cx, "learning.recognise")
    ? []
    : programmesIn(cx, gate.reach(cx, "learning.recognise").programmes)
        .filter((programme) => isKnownIn(cx, id, [programme.id]))
        .map(({ id: programmeId, code }) => ({ id: programmeId, code }));
