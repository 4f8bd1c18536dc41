import type { GrantedRegistration } from "../../access/gate";
import type { Context } from "../../acts/context";
import type { CourseRow } from "../../courses/store";
import { keyedHash } from "../../crypto/tokens";
import { questionsIn } from "../../forms/store";
import { nameKey, sameName } from "../../names/rules";
import { personRow } from "../../people/store";
import { organisationName } from "../../people/store/organisations";
import { needsSaid } from "../../registrations/rules";
import type { RegistrationInput } from "../../registrations/schema";
import { registrationRowByForm } from "../../registrations/store";
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
 * The key that a sending counts by: that of its form, by which what is sent twice is one registration. Where somebody else
 * altogether, by name and every contact, was registered with it (on one phone, Back shows the form of whoever went before),
 * with what it says of this person, who else would not be stored and would see the other's page.
 */
export function keyOfSending(cx: Context, course: CourseRow, input: RegistrationInput): string {
  const stored = registrationRowByForm(cx, course.id, input.formKey);
  const kept = stored && input.name !== undefined ? personRow(cx, stored.personId) : undefined;
  if (!kept || input.name === undefined || sameName(input.name, kept.name)) return input.formKey;
  const [email, phone] = [input.email ?? null, phoneOf(input.phone ?? null, course.country)];
  if ((email !== null && email === kept.email) || (phone !== null && phone === kept.phone))
    return input.formKey;
  const person = keyedHash(cx.settings.key, JSON.stringify([nameKey(input.name), phone, email]));
  return `${input.formKey}.${person.slice(0, 16)}`;
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
