import type { Viewer } from "../../lib/access/table";
import { isGuessedFirst } from "../../lib/accounts/queries";
import { type Browser, noBrowser } from "../../lib/acts/context";
import { register } from "../../lib/admission/commands";
import { faultsOf } from "../../lib/faults";
import { askedInPublic } from "../../lib/registrations/queries";
import { sentRegistrationSchema } from "../../lib/registrations/schema";
import { failAt } from "../../lib/result";
import { as } from "./as";
import { posted } from "./posted";

/** What a registration says, checked with the questions of its course. */
export function registrationInput(by: Viewer, form: Record<string, unknown>) {
  const said = posted(form);
  const [questions, phone] = askedInPublic(as(by), String(said.slug));
  return sentRegistrationSchema(questions, by.personId !== null, said.who, phone, (password, own) =>
    isGuessedFirst(as(by), password, own),
  ).safeParse(said);
}

/** A registration as its action takes it: checked with the questions of its course, then given to the command. */
export async function sendRegistration(
  by: Viewer,
  form: Record<string, unknown>,
  at: number,
  address: string,
  browser: Browser = noBrowser,
): ReturnType<typeof register> {
  const parsed = registrationInput(by, form);
  return parsed.success
    ? register({ ...as(by, at), browser }, parsed.data, address)
    : failAt(faultsOf(parsed.error.issues));
}
