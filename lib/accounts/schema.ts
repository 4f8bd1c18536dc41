import * as z from "zod";
import { says } from "../faults";
import {
  contactLine,
  id,
  newPassword,
  oneOf,
  oneTimeCode,
  optionalNewPassword,
  phoneLike,
  requiredLine,
} from "../fields";
import { emailForm } from "../people/rules/wrong";
import { asciiDigits } from "../text";

/** Where to go after signing in: an address of this site, never another's. */
export const wayBack = (text: string | null | undefined): string =>
  text && /^\/(?![/\\])[^\s\\]*$/.test(text) ? text : "/today";

const back = z.string().nullish().transform(wayBack);

/** A password as somebody types it to sign in. */
const typedPassword = () =>
  z
    .string()
    .nullish()
    .transform((typed) => typed ?? "")
    .refine((typed) => typed !== "", says("required"))
    .refine((typed) => typed.length <= 200, says("tooLong", { params: { max: 200 } }));

export const signInSchema = z.object({
  back,
  identifier: contactLine(254),
  password: typedPassword(),
});

export const linkRequestSchema = z.object({ identifier: contactLine(254) });
/** Use of a link; the password is for accounts that have none. */
export const linkUseSchema = z.object({ token: requiredLine(64), password: optionalNewPassword() });

/** The password that somebody has, typed before what would give their account away; empty where they have none. */
const current = z
  .string()
  .nullish()
  .transform((typed) => typed ?? "")
  .refine((typed) => typed.length <= 200, says("tooLong", { params: { max: 200 } }));

export const passwordChangeSchema = z.object({ current, password: newPassword() });

/** A code in the place of a password, with the one to have from now on. */
export const codeUseSchema = z.object({
  identifier: contactLine(254),
  code: oneTimeCode(),
  password: newPassword(),
});
/** A code that proves a contact of one's own account. */
export const proofSchema = z.object({ code: oneTimeCode() });

const field = oneOf(["email", "phone"]);
export const proofAskedSchema = z.object({ field });
/** Another contact for one's own account: an e-mail address, or a phone. */
export const contactChangeSchema = z.object({
  contact: contactLine(254).refine(
    (typed) => (typed.includes("@") ? emailForm.test(typed) : phoneLike(asciiDigits(typed)) === null),
    says("contactForm"),
  ),
  current,
});
export const contactRemovalSchema = z.object({ field, current });

/** One sign-in of one's own, by its key. */
export const oneSignInSchema = z.object({ signInId: id() });

/** An account, by its key. */
export const accountKeySchema = z.object({ accountId: id() });

export const noInput = z.object({});
