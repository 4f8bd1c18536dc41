import type { Viewer } from "../../lib/access/rules";
import { register } from "../../lib/admission/commands";
import { faultsOf } from "../../lib/faults";
import { askedInPublic, phonesInPublic } from "../../lib/registrations/queries";
import { sentRegistrationSchema } from "../../lib/registrations/schema";
import { failAt } from "../../lib/result";
import { as } from "./as";
import { posted } from "./posted";

/** What a registration says, checked with the questions of its course. */
export function registrationInput(by: Viewer, form: Record<string, unknown>) {
  const said = posted(form);
  const asked = askedInPublic(as(by), String(said.slug));
  const phones = phonesInPublic(as(by), String(said.slug));
  return sentRegistrationSchema(asked, by.personId !== null, said.who, phones).safeParse(said);
}

/** A registration as its action takes it: checked with the questions of its course, then given to the command. */
export async function sendRegistration(
  by: Viewer,
  form: Record<string, unknown>,
  at: number,
  address: string,
): ReturnType<typeof register> {
  const parsed = registrationInput(by, form);
  return parsed.success ? register(as(by, at), parsed.data, address) : failAt(faultsOf(parsed.error.issues));
}
