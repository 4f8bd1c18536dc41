import type { GrantedRegistration } from "../../access/gate";
import type { Context } from "../../acts/context";
import { questionsIn } from "../../forms/store";
import { sameName } from "../../names/rules";
import { personRow } from "../../people/store";
import { organisationName } from "../../people/store/organisations";
import { needsSaid } from "../../registrations/rules";
import type { RegistrationInput } from "../../registrations/schema";
import { answersOf } from "./answers";
import { phoneOf } from "./person";

type Stored = GrantedRegistration<"registration.create">;

/** True where a form names somebody otherwise than they are kept; who registers themselves names nobody. */
function namesOtherwise(cx: Context, { personId, course }: Stored, input: RegistrationInput): boolean {
  if (input.name === undefined) return false;
  const kept = personRow(cx, personId);
  if (!kept) return true;
  const names = [
    [input.name, kept.name],
    [input.latinName, kept.latinName],
    [input.organisation, organisationName(cx, kept.organisationId)],
    [input.position, kept.position],
  ];
  const contacts = [
    [input.email, kept.email],
    [phoneOf(input.phone ?? null, course.country), kept.phone],
  ];
  return (
    names.some(([said, stands]) => !sameName(said ?? "", stands ?? "")) ||
    contacts.some(([said, stands]) => (said ?? "") !== (stands ?? ""))
  );
}

/**
 * True where a form that was sent before says something else now than what it stored: whoever sends it is to hear that
 * this was not taken. What a form tells of somebody for the totals is not compared: whoever comes to the same browser would
 * learn by it what was answered.
 */
export function saysOtherNow(cx: Context, stored: Stored, input: RegistrationInput): boolean {
  const answers = answersOf(questionsIn(cx, stored.course.id), input.answers);
  const said = Object.entries(answers);
  return (
    namesOtherwise(cx, stored, input) ||
    said.length !== Object.keys(stored.answers).length ||
    said.some(([question, answer]) => stored.answers[question] !== answer) ||
    needsSaid(input) !== stored.needs ||
    input.photoConsent !== stored.photoConsent
  );
}
