import * as z from "zod";
import { says } from "../faults";
import { contactLine, newPassword, optionalNewPassword, requiredLine } from "../fields";

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

export const passwordChangeSchema = z.object({
  current: z
    .string()
    .nullish()
    .transform((typed) => typed ?? ""),
  password: newPassword(),
});

export const noInput = z.object({});
