import * as z from "zod/mini";
import {
  formKey,
  id,
  latinName,
  oneOf,
  optionalEmail,
  optionalLine,
  optionalPhone,
  optionalText,
  personName,
  requiredCheckbox,
} from "../fields";
import { locales } from "../i18n/rules";
import { aboutPerson } from "../registrations/schema";

/** Who is meant, where several may be: the key of somebody known, `another`, or nothing said (null). */
const known = () =>
  z.pipe(
    z._default(z.string(), "").check(z.regex(/^(another|[1-9]\d{0,14})?$/, "choose")),
    z.transform((text) => (text === "" ? null : text === "another" ? text : Number(text))),
  );

const fields = {
  courseId: id(),
  formKey: formKey(),
  name: personName(),
  latinName: latinName(),
  phone: optionalPhone(),
  email: optionalEmail(),
  organisation: optionalLine(160),
  language: oneOf(locales),
  known: known(),
  ...aboutPerson,
  consent: requiredCheckbox("consentByPerson"),
};

/** Somebody whom a trainer registers in their own workshop. Answers to its questions are read by the command. */
export const participantSchema = z.looseObject(fields);
export type ParticipantInput = z.output<z.ZodMiniObject<typeof fields>> & Record<string, unknown>;

const walkIn = { ...fields, sessionId: id(), reason: optionalLine(500) };

/** The same of somebody who is in the room: marked present in that session. `reason`: why before its day. */
export const walkInSchema = z.looseObject(walkIn);
export type WalkInInput = z.output<z.ZodMiniObject<typeof walkIn>> & Record<string, unknown>;

/** What was written wrongly of somebody at the door; `version` is that of the rows the form was made from (`versionsOf`). */
export const participantEditSchema = z.object({
  courseId: id(),
  registrationId: id(),
  version: z.string().check(z.maxLength(40, "tooLong?max=40")),
  name: personName(),
  latinName: latinName(),
  phone: optionalPhone(),
  organisation: optionalLine(160),
  needs: optionalText(500),
});

/** One participant of a workshop. */
export const participantKeySchema = z.object({ courseId: id(), registrationId: id() });
