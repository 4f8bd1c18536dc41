import type { GrantedRegistration } from "../../access/gate";
import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import type { SensitiveFacts } from "../rules";
import { sensitiveSchema } from "../schema";
import { factsSaidTo, keepFacts, type SaidTo } from "../store/facts";

/**
 * Keeps what a person said of themselves as they register in a course, to its programme, encrypted; what was left out stays as it was. Nothing said, no
 * row. Within the open transaction.
 * @param how `addMissing`: what is kept already stays too, where somebody else speaks for the person.
 * @returns who said another sex than before, whose courses are counted anew once for a whole list (`happenedToAdded`); else null.
 */
export function saveSensitiveFacts(
  cx: Context,
  registration: GrantedRegistration<"registration.create" | "registrations.decide" | "participants.register">,
  facts: SensitiveFacts,
  how: "replace" | "addMissing" = "replace",
): SaidTo | null {
  const said = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  if (Object.keys(said).length === 0) return null;
  const { personId, course } = registration;
  const { programmeId } = course;
  const [before = {}] = factsSaidTo(cx, personId, [programmeId]);
  const kept: SensitiveFacts = how === "replace" ? { ...before, ...said } : { ...said, ...before };
  keepFacts(cx, personId, programmeId, kept);
  return kept.sex === before.sex ? null : { personId, programmeId };
}

/** Reads what a person said to the viewer's programmes, the newest answer of each kind; that it was read, and by whom, is kept. */
export const readSensitiveFacts = command("people.edit", sensitiveSchema, (cx, input): SensitiveFacts => {
  const person = gate.person(cx, "people.edit", input.personId);
  const said = factsSaidTo(cx, person.id, gate.reach(cx, "people.edit").programmes);
  if (said.length > 0) happened(cx, { kind: "person.facts-read", personId: person.id });
  return Object.assign({}, ...said);
});
