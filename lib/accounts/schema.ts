import * as z from "zod";
import { says } from "../faults";
import { contactLine, id, newPassword, oneOf, optionalNewPassword, phoneLike, requiredLine } from "../fields";
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "../passkeys/passkeys";
import { emailForm } from "../people/rules/wrong";
import { asciiDigits, withoutMarks } from "../text";
import { codeDigits } from "./rules";
import { readCode } from "./rules/secondStep";

/** What no page answers to whoever has just signed in: what is not a page, but for files; and the way in itself. */
const noPage = /^\/(api\/(?!files\/)|_next\/|sign-in)/;

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
export const current = z
  .string()
  .nullish()
  .transform((typed) => typed ?? "")
  .refine((typed) => typed.length <= 200, says("tooLong", { params: { max: 200 } }));

export const passwordChangeSchema = z.object({ current, password: newPassword() });

/** A one-time code as somebody reads it off: digits of any script, with spaces or hyphens between them or not. */
const oneTimeCode = () =>
  z
    .string()
    .nullish()
    .transform((text) => asciiDigits(withoutMarks(text ?? "")).replace(/[\s\p{Pd}]/gu, ""))
    .refine(
      (text) => /^\d+$/.test(text) && Object.values(codeDigits).some((digits) => digits === text.length),
      says("codeDigits"),
    );

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

/** The same for what gives or takes power, with the password of who does it. */
export const powerSchema = z.object({ accountId: id(), current });

export const noInput = z.object({});

/** What changes how one signs in and names nothing else. */
export const confirmedSchema = z.object({ current });

/** A code of the second step, however it is written. */
const code = z
  .string()
  .nullish()
  .transform((typed, context) => {
    const read = readCode((typed ?? "").slice(0, 80));
    if (read) return read;
    context.addIssue({ code: "custom", ...says(typed ? "codeUnreadable" : "required") });
    return z.NEVER;
  });

export const secondStepCodeSchema = z.object({ back, code });
/** The first code of an app that is being set up: six digits. */
export const appCodeSchema = z.object({
  code: code.refine((read) => read.kind === "app", says("codeUnreadable")).transform((read) => read.code),
});

const signed = z.string().max(20_000);
/** What every answer of a browser has; the library looks at the rest. */
const answer = (more: Record<string, z.ZodType>) =>
  z.looseObject({
    id: signed,
    rawId: signed,
    type: z.literal("public-key"),
    response: z.looseObject({ clientDataJSON: signed, ...more }),
    clientExtensionResults: z.looseObject({}),
  });
const waysToReach = ["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"] as const;
/** By what a browser says that a passkey is reached; a word that is none of the standard's is passed over. */
const transports = z
  .array(z.string())
  .transform((said) => waysToReach.filter((way) => said.includes(way)))
  .optional();
const newPasskey = answer({ attestationObject: signed, transports });
const usedPasskey = answer({ authenticatorData: signed, signature: signed });

/** What a browser answers about a passkey, as JSON in a field. */
const response = <Answer>(shape: z.ZodType) =>
  z
    .string()
    .nullish()
    .transform((sent, context): Answer => {
      const read = shape.safeParse(fromJson((sent ?? "").slice(0, 60_000)));
      if (read.success) return read.data as Answer;
      context.addIssue({ code: "custom", ...says("passkeyWrong") });
      return z.NEVER;
    });

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export const newPasskeySchema = z.object({
  response: response<RegistrationResponseJSON>(newPasskey),
  name: requiredLine(60),
});
export const passkeyAnswerSchema = z.object({
  back,
  response: response<AuthenticationResponseJSON>(usedPasskey),
});
export const passkeyRemovalSchema = z.object({ passkeyId: id(), current });

/** Somebody else whose second step is taken away, with the password of who does it. */
export const secondStepAwaySchema = z.object({ personId: id(), current });
