import * as z from "zod";
import { says } from "../faults";
import {
  formKey,
  id,
  latinName,
  oneOf,
  optionalEmail,
  optionalLine,
  optionalPhone,
  optionalText,
  type PhoneCheck,
  personName,
  requiredCheckbox,
  requiredLine,
} from "../fields";
import { locales } from "../i18n/rules";
import { type AskedQuestion, aboutPerson, answersTo } from "../registrations/schema";

/** Who is meant, where several may be: the key of somebody known, `another`, or nothing said (null). */
const known = () =>
  z
    .union([z.string(), z.number()])
    .nullish()
    .transform((said) => String(said ?? ""))
    .refine((text) => /^(another|[1-9]\d{0,14})?$/.test(text), says("choose"))
    .transform((text) => (text === "" ? null : text === "another" ? ("another" as const) : Number(text)));

const fields = (phone?: PhoneCheck) => ({
  courseId: id(),
  formKey: formKey(),
  name: personName(),
  latinName: latinName(),
  phone: optionalPhone(phone),
  email: optionalEmail(),
  organisation: optionalLine(160),
  language: oneOf(locales),
  known: known(),
  ...aboutPerson,
  consent: requiredCheckbox("consentByPerson"),
});

/** The questions of a workshop as a trainer asks them: at the door none has to be answered. */
const answers = (questions: readonly AskedQuestion[]) =>
  answersTo(questions.map((question) => ({ ...question, required: false })));

/** Somebody whom a trainer registers in their own workshop, with its questions. */
export const participantSchema = (questions: readonly AskedQuestion[], phone?: PhoneCheck) =>
  z.object({ ...fields(phone), answers: answers(questions) });
export type ParticipantInput = z.output<ReturnType<typeof participantSchema>>;

/** The same of somebody who is in the room: marked present in that session. `reason`: why before its day. */
export const walkInSchema = (questions: readonly AskedQuestion[], phone?: PhoneCheck) =>
  z.object({ ...fields(phone), sessionId: id(), reason: optionalLine(500), answers: answers(questions) });
export type WalkInInput = z.output<ReturnType<typeof walkInSchema>>;

/** What was written wrongly of somebody at the door; `version` is that of the rows the form was made from (`versionsOf`). */
export const participantEditSchema = z.object({
  courseId: id(),
  registrationId: id(),
  version: requiredLine(40),
  name: personName(),
  latinName: latinName(),
  phone: optionalPhone(),
  organisation: optionalLine(160),
  needs: optionalText(500),
});

/** One participant of a workshop. */
export const participantKeySchema = z.object({ courseId: id(), registrationId: id() });

/** A code for somebody in a course, to prove their phone with or to come back in. */
export const participantCodeSchema = z.object({ registrationId: id() });

/** Giving a place. `seen`: the last change that the page showed, where this undoes what was done there. */
export const givePlaceSchema = participantKeySchema.extend({ seen: id().optional() });
