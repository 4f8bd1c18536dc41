import * as z from "zod";
import { says } from "../faults";
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
  optionalNewPassword,
  optionalNumber,
  optionalOneOf,
  optionalPhone,
  optionalText,
  type PhoneCheck,
  pastedLines,
  personName,
  requiredCheckbox,
  requiredLine,
  textLines,
} from "../fields";
import { locales } from "../i18n/rules";
import { disabilityAnswers, displacements, sexes } from "../people/rules";
import { birthYears, nameFault } from "../people/rules/wrong";
import { type Decision, decisions, needsReason } from "./rules";

/** What the form of a course asks beyond name and contact, as the schema needs to know it. */
export type AskedQuestion = {
  id: number;
  kind: "text" | "yes_no" | "choice";
  required: boolean;
  optionCount: number;
};

/** Questions of a course as the schema needs to know them. */
export const askedOf = (
  questions: readonly (Omit<AskedQuestion, "optionCount"> & { options: readonly unknown[] })[],
): AskedQuestion[] =>
  questions.map(({ id, kind, required, options }) => ({ id, kind, required, optionCount: options.length }));

const answerKey = (questionId: number) => `q${questionId}` as const;

/** Name of the form field that holds the answer to a question. */
export const answerField = (questionId: number) => `answers.${answerKey(questionId)}`;

/** Answers by question (`q12`); null where one was left empty. */
export type Answers = { [question: `q${number}`]: string | null };

/** The answer to a question among these. */
export const answerTo = (answers: Answers, questionId: number): string | null =>
  answers[answerKey(questionId)] ?? null;

const answer = (question: AskedQuestion): z.ZodType<string | null> => {
  if (question.kind === "text") return question.required ? requiredLine(500) : optionalLine(500);
  const values =
    question.kind === "yes_no"
      ? ["yes", "no"]
      : Array.from({ length: question.optionCount }, (_, i) => String(i));
  const list = values as [string, ...string[]];
  return question.required ? oneOf(list) : optionalOneOf(list);
};

/** Answers to the questions of a course. */
export const answersTo = (questions: readonly AskedQuestion[]) =>
  z
    .object(
      Object.fromEntries(questions.map((q) => [answerKey(q.id), answer(q)])) as Record<
        `q${number}`,
        z.ZodType<string | null>
      >,
    )
    .prefault({});

const contact = (phone?: PhoneCheck) => ({
  name: personName(),
  latinName: latinName(),
  email: optionalEmail(),
  phone: optionalPhone(phone),
  organisation: optionalLine(160),
  position: optionalLine(120),
});

type WithContact = { phone: string | null; email: string | null };
type WithAccount = WithContact & { password: string | null };

/** What is asked of everybody beside name and contact. All of it is optional. */
export const aboutPerson = {
  needs: optionalText(500),
  sex: optionalOneOf(sexes),
  birthYear: optionalNumber(...birthYears, "birthYear"),
  displacement: optionalOneOf(displacements),
  disability: optionalOneOf(disabilityAnswers),
  photoConsent: checkbox(),
};

const registration = {
  slug: requiredLine(120),
  formKey: formKey(),
  language: oneOf(locales),
  ...aboutPerson,
  /** What was ticked of the needs that are offered, in the words of the form. */
  needed: textLines(80).refine((list) => list.length <= 10, says("choose")),
  consent: requiredCheckbox("consentNeeded"),
};

/** For whom somebody signed in fills in the form. */
export const registrants = ["self", "other"] as const;

/** Whether a password is guessed first, given what its owner is called, reached by and belongs to. */
export type PasswordGuess = (password: string, own: readonly (string | null | undefined)[]) => boolean;

type WithPassword = Record<
  "name" | "latinName" | "email" | "phone" | "organisation" | "password",
  string | null
>;

/**
 * A registration as a participant sends it, with the questions of its course. Sensitive parts are all optional.
 * A password is asked for only where the person wants an account on the spot.
 */
export function registrationSchema(
  questions: readonly AskedQuestion[],
  phone?: PhoneCheck,
  isGuessed?: PasswordGuess,
) {
  return z
    .object({
      ...registration,
      ...contact(phone),
      password: optionalNewPassword(),
      answers: answersTo(questions),
    })
    .check(
      agree<WithAccount>(
        ["phone", "email"],
        (r) => r.password === null || Boolean(r.email || r.phone),
        "contactForAccount",
      ),
      agree<WithAccount>(
        ["phone", "email"],
        (r) => r.password !== null || Boolean(r.email || r.phone),
        "contactNeeded",
      ),
      agree<WithPassword>(
        ["password"],
        (r) =>
          !r.password || !isGuessed?.(r.password, [r.name, r.latinName, r.email, r.phone, r.organisation]),
        "passwordGuessable",
      ),
    );
}

/**
 * The same from somebody signed in, by what they say of whom it is for: for themselves, and name and contact are their own
 * whatever is typed; or for somebody else, who gets no account by it.
 */
export function signedInRegistrationSchema(
  questions: readonly AskedQuestion[],
  who: unknown,
  phone?: PhoneCheck,
) {
  const asked = { ...registration, answers: answersTo(questions) };
  if (who === "self") return z.object({ who: z.literal("self"), ...asked });
  if (who === "other")
    return z
      .object({ who: z.literal("other"), ...asked, ...contact(phone) })
      .check(agree<WithContact>(["phone", "email"], (r) => Boolean(r.email || r.phone), "contactNeeded"));
  // Nobody is chosen: said with all else that is amiss.
  return z
    .object({ who: z.undefined().catch(undefined), ...asked })
    .check(agree<{ who?: undefined }>(["who"], () => false, "registerWhom"));
}

/**
 * The schema that a registration is read with: that of a visitor, or of somebody signed in who says for whom it is; with
 * how a phone is checked in the course's country, and a password against what is guessed first. Made anew each time, in 0.3 ms.
 */
export const sentRegistrationSchema = (
  questions: readonly AskedQuestion[],
  signedIn: boolean,
  who: unknown,
  phone?: PhoneCheck,
  isGuessed?: PasswordGuess,
): z.ZodType<RegistrationInput> =>
  signedIn
    ? signedInRegistrationSchema(questions, who, phone)
    : registrationSchema(questions, phone, isGuessed);

/** A registration once checked, whoever sends it: without a name where somebody registers themselves. */
export type RegistrationInput = z.output<z.ZodObject<typeof registration>> & {
  who?: (typeof registrants)[number];
  password?: string | null;
  answers: Answers;
} & Partial<z.output<z.ZodObject<ReturnType<typeof contact>>>>;

const byCoordinator = (phone?: PhoneCheck) => ({
  courseId: id(),
  personId: optionalId(),
  formKey: formKey(),
  ...contact(phone),
  name: optionalLine(200),
  language: oneOf(locales),
  accept: checkbox(),
  ...aboutPerson,
  consent: requiredCheckbox("consentByPerson"),
});
/** What only somebody new is asked: of whoever is recorded it is known. */
const ofSomebodyNew = ["name", "latinName", "email", "phone", "organisation", "position"] as const;
const somebody = agree<{ personId: number | null; name: string | null }>(
  ["name", "personId"],
  (r) => r.personId !== null || r.name !== null,
  "nameRequired",
);
/** Neither is passed over in silence: whom the form means is asked where it names two. */
const knownOrNew = agree<{ personId: number | null } & Record<(typeof ofSomebodyNew)[number], string | null>>(
  ["personId", ...ofSomebodyNew],
  (r) => r.personId === null || ofSomebodyNew.every((field) => r[field] === null),
  "knownOrNew",
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

/** A person whom a coordinator registers: one known already, or a new one; with the questions of the course. */
export const registerPersonSchema = (questions: readonly AskedQuestion[], phone?: PhoneCheck) =>
  z
    .object({ ...byCoordinator(phone), answers: answersTo(questions) })
    .check(somebody, knownOrNew, nameHasLetters, nameHasNoPictures);
export type RegisterPersonInput = z.output<ReturnType<typeof registerPersonSchema>>;

/** What is asked of somebody of a list. */
export const listedPersonSchema = (phone: PhoneCheck) => {
  const { name, email, phone: reached, organisation } = contact(phone);
  return z.object({ name, phone: reached, email, organisation });
};

/**
 * People who are registered from a list that was pasted. `checked`: what the form showed of it, of which its sender makes sure.
 * That they agree is asked once it was shown. So many characters are a hundred people with all there is to say of each.
 */
export const registerListSchema = z.object({
  courseId: id(),
  list: pastedLines(60_000, "required"),
  checked: optionalLine(80),
  language: oneOf(locales),
  accept: checkbox(),
  consent: checkbox(),
});
/** What is sent of a pasted list of people. */
export type RegisterListInput = z.output<typeof registerListSchema>;

/** At least one registration. */
const someRegistrations = () => ids().refine((list) => list.length > 0, says("chooseRegistrations"));

/** The last change of registrations that the page showed (`lastChange`): what moved since is not decided unseen. */
const seen = id().optional();

/** One decision on several registrations. */
export const decisionSchema = z
  .object({
    courseId: id(),
    registrationIds: someRegistrations(),
    to: oneOf(decisions),
    reason: optionalLine(500),
    seen,
  })
  .check(
    agree<{ reason: string | null; to: Decision }>(
      ["reason", "to"],
      (d) => !needsReason(d.to) || d.reason !== null,
      "reasonRequired",
    ),
  );

/** Undoes what a coordinator decided on these registrations, and when: a later decision is not undone in its place. */
export const undoDecisionSchema = z.object({
  courseId: id(),
  registrationIds: someRegistrations(),
  at: id(),
});

/** Registrations that came at once from one address: those ticked, or all of them where none is named. */
export const confirmationSchema = z.object({ courseId: id(), registrationIds: ids().optional() });

/** Coming back after the place was given back, by the token of the registration. */
export const comeBackSchema = z.object({ token: requiredLine(40) });

/** Giving back one's place or application, by the token of the registration. */
export const withdrawalSchema = z.object({ token: requiredLine(40), reason: optionalLine(500) });
