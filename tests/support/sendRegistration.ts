import type * as z from "zod";
import type { Viewer } from "../../lib/access/rules";
import { system } from "../../lib/access/rules";
import { faultsOf } from "../../lib/faults";
import { register } from "../../lib/registrations/commands";
import { askedInPublic } from "../../lib/registrations/queries";
import {
  type RegistrationInput,
  registrationSchema,
  signedInRegistrationSchema,
} from "../../lib/registrations/schema";
import { fail, failAt } from "../../lib/result";
import { as } from "./as";
import { posted } from "./posted";

/** What a registration says, checked with the questions of its course. */
export function registrationInput(by: Viewer, form: Record<string, unknown>) {
  const said = posted(form);
  const asked = askedInPublic(as(system), String(said.slug)) ?? [];
  const schema: z.ZodType<RegistrationInput> =
    by.personId === null ? registrationSchema(asked) : signedInRegistrationSchema(asked, said.who);
  return schema.safeParse(said);
}

/** A registration as its action takes it: checked with the questions of its course, then given to the command. */
export async function sendRegistration(
  by: Viewer,
  form: Record<string, unknown>,
  at: number,
  address: string,
): ReturnType<typeof register> {
  if (!askedInPublic(as(system), String(form.slug))) return fail("notFound");
  const parsed = registrationInput(by, form);
  return parsed.success ? register(as(by, at), parsed.data, address) : failAt(faultsOf(parsed.error.issues));
}
