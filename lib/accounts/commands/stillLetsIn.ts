import * as gate from "../../access/gate";
import { viewerOfPerson } from "../../access/viewer";
import type { Context } from "../../acts/context";
import { codeIsForTrainer } from "../../participants/queries";
import { refuseBeyond } from "../../people/queries/toLetIn";
import { registrationIdsOf } from "../../registrations/store";
import { ifGranted } from "../../result";
import { accountRow } from "../store";

/** True where somebody in a course of the viewer's could get a code from them as its trainer. */
const isForTrainer = (cx: Context, personId: number): boolean =>
  registrationIdsOf(cx, personId).some((id) =>
    ifGranted(() => codeIsForTrainer(cx, gate.registration(cx, "roll.take", id))),
  );

/** True where the viewer may hand over what opens the account of this person. */
const mayLetIn = (cx: Context, personId: number): boolean =>
  ifGranted(() => {
    refuseBeyond(cx, gate.person(cx, "people.edit", personId));
    return true;
  }) ?? false;

/**
 * True where whoever handed over a link or code could make it now as well: the person may have got a role since, or take part
 * elsewhere, and the maker may coordinate or train no more. What is of nobody's hand (a mail, the operator) is as it was.
 */
export function stillLetsIn(
  cx: Context,
  {
    accountId,
    byPersonId,
    email = null,
  }: { accountId: number; byPersonId: number | null; email?: string | null },
  what: "link" | "code",
): boolean {
  if (byPersonId === null || email !== null) return true;
  const { personId } = accountRow(cx, accountId)!;
  const as = { ...cx, viewer: viewerOfPerson(cx, byPersonId) };
  return mayLetIn(as, personId) || (what === "code" && isForTrainer(as, personId));
}
