import * as z from "zod/mini";
import {
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
import { decisions, needsReason } from "./rules";

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

/**
 * A registration as a participant sends it, with the questions of its course. Sensitive parts are all optional.
 * A password is asked for only where the person wants an account on the spot.
 */
export function registrationSchema(questions: readonly AskedQuestion[]) {
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
      z.refine((r) => r.password === "" || r.password.length >= 10, {
        error: "passwordShort?min=10",
        path: ["password"],
      }),
      z.refine((r) => r.password.length <= 200, { error: "tooLong?max=200", path: ["password"] }),
      z.refine((r) => r.password === "" || Boolean(r.email || r.phone), {
        error: "contactForAccount",
        path: ["phone"],
      }),
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
  .check(z.refine((r) => r.personId !== null || r.name !== null, { error: "nameRequired", path: ["name"] }));

/** One decision on several registrations. */
export const decisionSchema = z
  .object({
    courseId: id(),
    registrationIds: ids().check(z.refine((list) => list.length > 0, "chooseRegistrations")),
    to: oneOf(decisions),
    reason: optionalLine(500),
  })
  .check(
    z.refine((d) => !needsReason(d.to) || d.reason !== null, { error: "reasonRequired", path: ["reason"] }),
  );

/** Giving back one's place or application, by the token of the registration. */
export const withdrawalSchema = z.object({ token: requiredLine(40), reason: optionalLine(500) });
