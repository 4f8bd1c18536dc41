import * as gate from "../../access/gate";
import { listedTrainer } from "../../access/trainerGate";
import { addressedCommand, command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { keyedHash, newToken } from "../../crypto/tokens";
import { bothNames } from "../../i18n/rules";
import { withinLimit } from "../../limits/attempts";
import { type Limit, networkOf } from "../../limits/rules";
import { nameKey } from "../../names/rules";
import { personRow } from "../../people/store";
import { programmeDays } from "../../programmes/store/days";
import { coordinatorsNow } from "../../programmes/store/roles";
import { refuse } from "../../result";
import {
  forTrainerLimit,
  fromAddressLimit,
  registerTextVersion,
  sameRequestLimit,
  withoutLinks,
} from "../rules/register";
import { enquirySchema, joinRegisterSchema, leaveRegisterSchema } from "../schema";
import { certifiedAmong, consentOf, insertConsent, revokeConsentOf, standingsAmong } from "../store/register";

/**
 * A trainer agrees to be found in the public register, while they are certified; refused for whoever is nothing on the way.
 * Agreeing twice changes nothing.
 */
export const joinRegister = command("account.own", joinRegisterSchema, (cx, { language }) => {
  const { personId } = gate.self(cx);
  if (standingsAmong(cx, "all", [personId]).length === 0) refuse("notFound");
  if (consentOf(cx, personId)) return;
  insertConsent(cx, { personId, address: newToken(), textVersion: registerTextVersion, language });
  happened(cx, { kind: "register.joined", personId, textVersion: registerTextVersion });
});

/** A trainer wants to be found there no longer: at once. */
export const leaveRegister = command("account.own", leaveRegisterSchema, (cx) => {
  const { personId } = gate.self(cx);
  if (!consentOf(cx, personId)) return;
  revokeConsentOf(cx, personId);
  happened(cx, { kind: "register.left", personId });
});

/** Ends the transaction where there were too many. */
function demandWithin(cx: Context, key: string, limit: Limit): void {
  const { allowed, waitMinutes } = withinLimit(cx, key, limit);
  if (!allowed) refuse("tooManyAttempts", { params: { minutes: waitMinutes } });
}

/**
 * Somebody asks for a trainer of the public register: the trainer is told who asks and what for, and so are those who
 * coordinate a programme that certified them. Nothing of it is kept but what they are told, and nobody's contact is shown to
 * whoever asks. The same form sent twice asks once, and so does the same text with the same contact within a day, whatever page it
 * was written on (`already`): what is kept to know it by tells nobody what it was.
 */
export const askForTrainer = addressedCommand("trainers.enquire", enquirySchema, (cx, input, address) => {
  const { personId } = listedTrainer(cx, "trainers.enquire", input.trainer);
  const form = `enquiry:form:${input.formKey}`;
  if (!withinLimit(cx, form, sameRequestLimit).allowed) return { trainer: input.trainer, already: false };
  const phone = input.phone?.replace(/\D/g, "").replace(/^00/, "");
  const asked = JSON.stringify([personId, phone, input.email?.toLowerCase(), nameKey(input.purpose)]);
  const same = keyedHash(cx.settings.key, asked);
  if (!withinLimit(cx, `enquiry:text:${same}`, sameRequestLimit).allowed)
    return { trainer: input.trainer, already: true };
  demandWithin(cx, `enquiry:address:${networkOf(address)}`, fromAddressLimit);
  demandWithin(cx, `enquiry:trainer:${personId}`, forTrainerLimit);
  const { name, latinName } = personRow(cx, personId)!;
  const programmes = certifiedAmong(cx, programmeDays(cx), [personId]).map((way) => way.programmeId);
  const people = [...new Set(programmes)].flatMap((programmeId) => coordinatorsNow(cx, programmeId));
  happened(cx, {
    kind: "register.trainer-asked",
    personId,
    people: [...new Set(people)].filter((id) => id !== personId),
    said: {
      enquiry: input.formKey,
      asker: withoutLinks(input.name),
      from: withoutLinks(input.organisation ?? ""),
      reach: [input.phone, input.email].filter(Boolean).join(" · "),
      purpose: withoutLinks(input.purpose),
      trainer: bothNames({ name, latinName }),
    },
  });
  return { trainer: input.trainer, already: false };
});
