import * as z from "zod/mini";
import { newPassword, oneOf, requiredLine } from "../fields";
import { locales } from "../i18n/rules";

export const signInSchema = z.object({
  identifier: requiredLine(254),
  password: z._default(z.string(), "").check(z.minLength(1, "required"), z.maxLength(200, "tooLong?max=200")),
});

export const linkRequestSchema = z.object({ identifier: requiredLine(254) });
export const linkUseSchema = z.object({ token: requiredLine(64) });

export const passwordChangeSchema = z.object({ current: z._default(z.string(), ""), password: newPassword() });

export const noInput = z.object({});

/** The language of the pages, chosen by a reader. */
export const languageSchema = z.object({ language: oneOf(locales), back: z._default(z.string(), "/") });
