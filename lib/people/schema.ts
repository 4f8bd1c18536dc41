import * as z from "zod";
import { current } from "../accounts/schema";
import { says } from "../faults";
import {
  agree,
  checkbox,
  contactLine,
  id,
  ids,
  latinName,
  oneOf,
  optionalDay,
  optionalEmail,
  optionalId,
  optionalLine,
  optionalOneOf,
  optionalPhone,
  personName,
  searchLine,
  version,
} from "../fields";
import { locales } from "../i18n/rules";
import { programmeRoles } from "../programmes/rules";

const fields = {
  name: personName(),
  latinName: latinName(),
  email: optionalEmail(),
  phone: optionalPhone(),
  language: oneOf(locales),
  organisation: optionalLine(160),
  position: optionalLine(120),
  country: optionalLine(2),
  /** ISO 3166-2 code of a governorate of that country. */
  governorate: optionalLine(6),
};

/** A person as a coordinator adds one. */
export const personSchema = z.object(fields);

/** The same, changed; `version` is that of the row the form was made from. */
export const personEditSchema = z.object({ personId: id(), version: version(), ...fields });
/** The same with the password of who changes it, which the contact of somebody with a role asks for. */
export const personEditedSchema = personEditSchema.extend({ current });

const { email: _email, phone: _phone, ...ownFields } = fields;

/** What somebody changes of themselves; their contact is changed apart, for it is how they sign in. */
export const profileSchema = z.object({ version: version(), ...ownFields });

const membership = { personId: id(), programmeId: id(), role: oneOf(programmeRoles) };

/** A role in a programme that is given, with its last day. */
export const membershipSchema = z.object({ ...membership, endsOn: optionalDay() });
/** The same with the password of who gives it, which that of a coordinator asks for. */
export const roleGivenSchema = membershipSchema.extend({ current });
/** The most people who are made trainers at once. */
export const mostMadeTrainers = 100;
/** Several people who are made trainers of a programme. */
export const trainersMadeSchema = z.object({
  programmeId: id(),
  personIds: ids(mostMadeTrainers).refine((all) => all.length > 0, says("choose")),
});
/** One that is taken away. */
export const membershipEndSchema = z.object(membership);

/** Somebody of another programme, by their exact contact; the name where several share it; a role, and its last day. */
export const bringInSchema = z
  .object({
    programmeId: id(),
    contact: contactLine(254),
    name: optionalLine(200),
    role: optionalOneOf(programmeRoles),
    endsOn: optionalDay(),
  })
  .check(
    agree<{ role: string | null; endsOn: string | null }>(
      ["role", "endsOn"],
      (said) => said.endsOn === null || said.role !== null,
      "choose",
    ),
  );

/** The same with the password of who brings them in, which a role of coordinator asks for. */
export const roleBroughtSchema = bringInSchema.safeExtend({ current });

/** What a person said for the totals, to be shown. */
export const sensitiveSchema = z.object({ personId: id() });

/** A link for a person to sign in with; `reset` where it takes the place of a password that was forgotten. */
export const accessSchema = z.object({ personId: id(), reset: checkbox() });
/** The same with the password of who makes it, which one for somebody with a role asks for. */
export const accessGivenSchema = accessSchema.extend({ current });

/** A code for a person, to prove their phone with or to come back in. */
export const codeSchema = z.object({ personId: id() });
/** The same with the password of who makes it, which one for somebody with a role asks for. */
export const codeMadeSchema = codeSchema.extend({ current });

/** What the address of the list of people may say. */
export const peopleFilterSchema = z.object({
  q: searchLine().catch(null),
  programme: optionalId().catch(null),
  after: optionalLine(900).catch(null),
});
