import { changeInTurn, slowCommand } from "../../acts/command";
import { fault } from "../../faults";
import { fail, refuse, refuseAt } from "../../result";
import { hashChosen, ownWordsOf } from "../passwordChoice";
import { linkOpened } from "../queries";
import { linkUseSchema } from "../schema";
import { accountRow } from "../store";
import { deleteLink, linkRow, markUsed } from "../store/links";
import { beginSession } from "./account";
import { cameByHand, cameByMail, choosePassword, proveContact } from "./prove";
import { stillLetsIn } from "./stillLetsIn";

/**
 * Signs in with such a link; a second use or a late one is refused, and one that whoever handed it over could not make now. It proves what it was sent to, and with it whoever
 * forgot their password chooses another; who has none chooses one (see `linkAsks`): a link that was used up would else be
 * the last way in.
 */
export const useLink = slowCommand("session.start", linkUseSchema, async (cx, { token, password }) => {
  // Only for a link that holds: hashing is work that nobody is to ask for with made-up links.
  if (!linkOpened(cx, token)) return fail("linkExpired");
  const link = linkRow(cx, token)!;
  if (!stillLetsIn(cx, link, "link")) {
    await changeInTurn(cx, () => deleteLink(cx, token));
    return fail("linkExpired");
  }
  const owner = accountRow(cx, link.accountId)!.personId;
  const passwordHash = password ? await hashChosen(cx, password, ownWordsOf(cx, owner)) : null;
  return changeInTurn(cx, () => {
    const opened = linkOpened(cx, token) ?? refuse("linkExpired");
    const { accountId, byPersonId } = linkRow(cx, token)!;
    // Also of what became of maker and owner while this one hashed.
    if (!stillLetsIn(cx, { accountId, byPersonId }, "link")) refuse("linkExpired");
    if (opened.asks === "password" && !passwordHash) refuseAt({ password: fault("required") });
    markUsed(cx, token);
    const { email, phone } = accountRow(cx, accountId)!;
    if (byPersonId !== null) cameByHand(cx, accountId, byPersonId);
    else if (email) cameByMail(cx, accountId, email);
    // Where there is no address, it is the operator's link, who knows whose number it is.
    else if (phone) proveContact(cx, accountId, { field: "phone", value: phone, byPersonId });
    if (passwordHash) choosePassword(cx, accountId, passwordHash, "link");
    return beginSession(cx, accountId, "link");
  });
});
