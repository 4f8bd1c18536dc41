import * as z from "zod/mini";
import { contactLine, newPassword, optionalNewPassword, requiredLine } from "../fields";

/** Where to go after signing in: an address of this site, never another's. */
const back = z.pipe(
  z._default(z.string(), ""),
  z.transform((text) => (/^\/(?![/\\])[^\s\\]*$/.test(text) ? text : "/today")),
);

export const signInSchema = z.object({
  back,
  identifier: contactLine(254),
  password: z._default(z.string(), "").check(z.minLength(1, "required"), z.maxLength(200, "tooLong?max=200")),
});

export const linkRequestSchema = z.object({ identifier: contactLine(254) });
/** Use of a link; the password is for accounts that have none. */
export const linkUseSchema = z.object({ token: requiredLine(64), password: optionalNewPassword() });

export const passwordChangeSchema = z.object({
  current: z._default(z.string(), ""),
  password: newPassword(),
});

export const noInput = z.object({});
