import type { QuestionRow } from "../../forms/store";
import {
  type AskedQuestion,
  type RegistrationInput,
  registrationSchema,
  signedInRegistrationSchema,
} from "../../registrations/schema";
import { refuse } from "../../result";
import { askedOf } from "./answers";

/** Schemas by the questions they are made from: making one costs more than a whole registration. */
const schemas = new Map<string, ReturnType<typeof makeSchema>>();

const makeSchema = (asked: readonly AskedQuestion[], signedIn: boolean) =>
  signedIn ? signedInRegistrationSchema(asked) : registrationSchema(asked);

function schemaOf(asked: readonly AskedQuestion[], signedIn: boolean) {
  const key = JSON.stringify([signedIn, asked.map((q) => [q.id, q.kind, q.required, q.optionCount])]);
  let schema = schemas.get(key);
  if (!schema) {
    if (schemas.size > 500) schemas.clear();
    schema = makeSchema(asked, signedIn);
    schemas.set(key, schema);
  }
  return schema;
}

/**
 * A registration as it was sent, read with the questions of its course.
 * @throws Refusal with the first fault of each field, as the form says it.
 */
export function readSent(
  questions: readonly QuestionRow[],
  sent: Record<string, unknown>,
  signedIn: boolean,
): RegistrationInput {
  const parsed = schemaOf(askedOf(questions), signedIn).safeParse(sent);
  if (parsed.success) return parsed.data as RegistrationInput;
  return refuse("invalid", {
    fields: Object.fromEntries(
      parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]).reverse(),
    ),
  });
}
