import * as z from "zod/mini";
import {
  agree,
  checkbox,
  formKey,
  id,
  ids,
  latinName,
  oneOf,
  optionalEmail,
  optionalId,
  optionalLine,
  optionalNumber,
  optionalOneOf,
  optionalPhone,
  optionalText,
  personName,
  requiredCheckbox,
  requiredLine,
} from "../fields";
import { locales } from "../i18n/rules";
import { disabilityAnswers, displacements, sexes } from "../people/rules";
import { type Decision, decisions, needsReason } from "./rules";

/** What the form of a course asks beyond name and contact, as the schema needs to know it. */
export type AskedQuestion = {
  id: number;
  kind: "text" | "yes_no" | "choice";
  required: boolean;
  optionCount: number;
};

/** Name of the form field that holds the answer to a question. */
export const answerField = (questionId: number) => `answer_${questionId}`;

const answer = (question: AskedQuestion) => {
  if (question.kind === "text") return question.required ? requiredLine(500) : optionalLine(500);
  const values =
    question.kind === "yes_no"
      ? ["yes", "no"]
      : Array.from({ length: question.optionCount }, (_, i) => String(i));
  const list = values as [string, ...string[]];
  return question.required ? oneOf(list) : optionalOneOf(list);
};

const who = {
  name: personName(),
  latinName: latinName(),
  email: optionalEmail(),
  phone: optionalPhone(),
  organisation: optionalLine(160),
  position: optionalLine(120),
};

type WithAccount = { phone: string | null; email: string | null; password: string };

/**
 * A registration as a participant sends it, with the questions of its course. Sensitive parts are all optional.
 * A password is asked for only where the person wants an account on the spot. Somebody signed in can be reached by
 * what their account holds.
 */
export function registrationSchema(questions: readonly AskedQuestion[], signedIn = false) {
  return z
    .object({
      slug: requiredLine(120),
      formKey: formKey(),
      language: oneOf(locales),
      ...who,
      needs: optionalText(500),
      sex: optionalOneOf(sexes),
      birthYear: optionalNumber(1920, 2020, "birthYear"),
      displacement: optionalOneOf(displacements),
      disability: optionalOneOf(disabilityAnswers),
      consent: requiredCheckbox("consentNeeded"),
      photoConsent: checkbox(),
      password: z._default(z.string(), ""),
      ...(Object.fromEntries(questions.map((q) => [answerField(q.id), answer(q)])) as Record<never, never>),
    })
    .check(
      agree<WithAccount>(
        ["password"],
        (r) => r.password === "" || r.password.length >= 10,
        "passwordShort?min=10",
      ),
      agree<WithAccount>(["password"], (r) => r.password.length <= 200, "tooLong?max=200"),
      agree<WithAccount>(
        ["phone", "email"],
        (r) => r.password === "" || Boolean(r.email || r.phone),
        "contactForAccount",
      ),
      agree<WithAccount>(
        ["phone", "email"],
        (r) => signedIn || r.password !== "" || Boolean(r.email || r.phone),
        "contactNeeded",
      ),
    );
}
export type RegistrationInput = z.output<ReturnType<typeof registrationSchema>> & Record<string, unknown>;

/** The registration of any course, before it is known which; answers are parsed again with its questions. */
export const anyRegistrationSchema = z.looseObject({ slug: requiredLine(120) });

/** A person whom a coordinator registers: one known already, or a new one. */
export const registerPersonSchema = z
  .object({
    courseId: id(),
    personId: optionalId(),
    formKey: formKey(),
    ...who,
    name: optionalLine(200),
    language: oneOf(locales),
    accept: checkbox(),
  })
  .check(
    agree<{ name: string | null; personId: number | null }>(
      ["name", "personId"],
      (r) => r.personId !== null || r.name !== null,
      "nameRequired",
    ),
  );

/** One decision on several registrations. */
export const decisionSchema = z
  .object({
    courseId: id(),
    registrationIds: ids().check(z.refine((list) => list.length > 0, "chooseRegistrations")),
    to: oneOf(decisions),
    reason: optionalLine(500),
  })
  .check(
    agree<{ reason: string | null; to: Decision }>(
      ["reason", "to"],
      (d) => !needsReason(d.to) || d.reason !== null,
      "reasonRequired",
    ),
  );

/** Giving back one's place or application, by the token of the registration. */
export const withdrawalSchema = z.object({ token: requiredLine(40), reason: optionalLine(500) });
