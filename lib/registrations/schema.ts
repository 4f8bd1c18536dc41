import * as z from "zod/mini";
import {
  agree,
  checkbox,
  formKey,
  id,
  ids,
  latinName,
  nameFault,
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

/** Answers to the questions of a course, by the fields of its form. */
const answers = (questions: readonly AskedQuestion[]) =>
  Object.fromEntries(questions.map((q) => [answerField(q.id), answer(q)])) as Record<never, never>;

/** The answers alone, for a form whose other fields are checked already. */
export const answersSchema = (questions: readonly AskedQuestion[]) => z.object(answers(questions));

const contact = {
  name: personName(),
  latinName: latinName(),
  email: optionalEmail(),
  phone: optionalPhone(),
  organisation: optionalLine(160),
  position: optionalLine(120),
};

type WithContact = { phone: string | null; email: string | null };
type WithAccount = WithContact & { password: string };

/** What is asked of everybody beside name and contact. All of it is optional. */
export const aboutPerson = {
  needs: optionalText(500),
  sex: optionalOneOf(sexes),
  birthYear: optionalNumber(1920, 2020, "birthYear"),
  displacement: optionalOneOf(displacements),
  disability: optionalOneOf(disabilityAnswers),
  photoConsent: checkbox(),
};

const registration = {
  slug: requiredLine(120),
  formKey: formKey(),
  language: oneOf(locales),
  ...aboutPerson,
  consent: requiredCheckbox("consentNeeded"),
};

/** For whom somebody signed in fills in the form. */
export const registrants = ["self", "other"] as const;

/**
 * A registration as a participant sends it, with the questions of its course. Sensitive parts are all optional.
 * A password is asked for only where the person wants an account on the spot.
 */
export function registrationSchema(questions: readonly AskedQuestion[]) {
  return z
    .object({ ...registration, ...contact, password: z._default(z.string(), ""), ...answers(questions) })
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
        (r) => r.password !== "" || Boolean(r.email || r.phone),
        "contactNeeded",
      ),
    );
}

/**
 * The same from somebody signed in, who says for whom: for themselves, and name and contact are their own whatever is
 * typed; or for somebody else, who gets no account by it.
 */
export function signedInRegistrationSchema(questions: readonly AskedQuestion[]) {
  const asked = { ...registration, ...answers(questions) };
  return z.discriminatedUnion(
    "who",
    [
      // Nobody is chosen: said with all else that is amiss.
      z
        .object({ who: z.optional(z.undefined()), ...asked })
        .check(agree<{ who?: undefined }>(["who"], () => false, "registerWhom")),
      z.object({ who: z.literal("self"), ...asked }),
      z
        .object({ who: z.literal("other"), ...asked, ...contact })
        .check(agree<WithContact>(["phone", "email"], (r) => Boolean(r.email || r.phone), "contactNeeded")),
    ],
    "registerWhom",
  );
}

/** A registration once checked, whoever sends it: without a name where somebody registers themselves. */
export type RegistrationInput = z.output<z.ZodMiniObject<typeof registration>> & {
  who?: (typeof registrants)[number];
  password?: string;
} & Partial<z.output<z.ZodMiniObject<typeof contact>>> &
  Record<string, unknown>;

/** The registration of any course, before it is known which; answers are parsed again with its questions. */
export const anyRegistrationSchema = z.looseObject({ slug: requiredLine(120) });

const byCoordinator = {
  courseId: id(),
  personId: optionalId(),
  formKey: formKey(),
  ...contact,
  name: optionalLine(200),
  language: oneOf(locales),
  accept: checkbox(),
  ...aboutPerson,
  consent: requiredCheckbox("consentByPerson"),
};
const somebody = agree<{ personId: number | null; name: string | null }>(
  ["name", "personId"],
  (r) => r.personId !== null || r.name !== null,
  "nameRequired",
);
const nameHasLetters = agree<{ name: string | null }>(
  ["name"],
  (r) => r.name === null || nameFault(r.name) !== "nameWithoutLetters",
  "nameWithoutLetters",
);
const nameHasNoPictures = agree<{ name: string | null }>(
  ["name"],
  (r) => r.name === null || nameFault(r.name) !== "nameWithPictures",
  "nameWithPictures",
);

/** A person whom a coordinator registers: one known already, or a new one. The answers are checked by the command. */
export const registerPersonSchema = z
  .looseObject(byCoordinator)
  .check(somebody, nameHasLetters, nameHasNoPictures);
export type RegisterPersonInput = z.output<z.ZodMiniObject<typeof byCoordinator>> & Record<string, unknown>;

/** The same with the questions of its course, for the form. */
export const registerPersonFormSchema = (questions: readonly AskedQuestion[]) =>
  z.object({ ...byCoordinator, ...answers(questions) }).check(somebody, nameHasLetters, nameHasNoPictures);

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

/** Undoes that a coordinator withdrew these registrations. */
export const undoWithdrawalSchema = z.object({
  courseId: id(),
  registrationIds: ids().check(z.refine((list) => list.length > 0, "chooseRegistrations")),
});

/** Registrations that came at once from one address: those ticked, or all of them where none is named. */
export const confirmationSchema = z.object({ courseId: id(), registrationIds: z.optional(ids()) });

/** Coming back after the place was given back, by the token of the registration. */
export const comeBackSchema = z.object({ token: requiredLine(40) });

/** Giving back one's place or application, by the token of the registration. */
export const withdrawalSchema = z.object({ token: requiredLine(40), reason: optionalLine(500) });
