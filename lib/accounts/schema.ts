import * as z from "zod";
import { says } from "../faults";
import {
  contactLine,
  newPassword,
  oneOf,
  oneTimeCode,
  optionalNewPassword,
  phoneLike,
  requiredLine,
} from "../fields";
import { emailForm } from "../people/rules/wrong";
import { asciiDigits } from "../text";

/** What no page answers to whoever has just signed in: what is not a page, but for files; and the way in itself. */
const noPage = /^\/(api\/(?!files\/)|_next\/|sign-in|signed-in)/;

/** Where to go after signing in: a page or file of this site, as a browser writes its address; anything else: today. */
export function wayBack(text: string | null | undefined): string {
  const home = "/today";
  if (!text || text.length > 2000 || !/^\/([a-z][\x21-\x5b\x5d-\x7e]*)?$/.test(text) || noPage.test(text))
    return home;
  try {
    decodeURIComponent(text);
    const { pathname, search, hash } = new URL(text, "http://here");
    // What a browser would make another address of (`/a/../..//b`) is none that a page of ours names.
    return pathname + search + hash === text ? text : home;
  } catch {
    return home;
  }
}

const back = z.string().nullish().catch(null).transform(wayBack);

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

export const noInput = z.object({});
