import * as gate from "../../access/gate";
import { viewerOfPerson } from "../../access/viewer";
import type { Context } from "../../acts/context";
import { codeIsForTrainer } from "../../participants/queries";
import { refuseBeyond } from "../../people/queries/toLetIn";
import { registrationIdsOf } from "../../registrations/store";
import { Refusal } from "../../result";
import { accountRow } from "../store";

/** True where this refuses nothing. */
function isGranted(asked: () => void): boolean {
  try {
    asked();
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** True where somebody in a course of the viewer's could get a code from them as its trainer. */
const isForTrainer = (cx: Context, personId: number): boolean =>
  registrationIdsOf(cx, personId).some((id) => {
    let may = false;
    isGranted(() => {
      may = codeIsForTrainer(cx, gate.registration(cx, "roll.take", id));
    });
    return may;
  });

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
  return (
    isGranted(() => refuseBeyond(as, gate.person(as, "people.edit", personId))) ||
    (what === "code" && isForTrainer(as, personId))
  );
}
