import { expect, it } from "vitest";
import * as z from "zod";
import { faultsOf } from "../../lib/faults";
import ar from "../../lib/i18n/messages/ar.json";
import en from "../../lib/i18n/messages/en.json";
import fr from "../../lib/i18n/messages/fr.json";
import * as stages from "../../lib/stages/commands";
import { leastWords } from "../../lib/stages/rules/words";

/** Texts of commands on a way that are no evidence and no reason; a remark beside a signature may be a word. */
const others = new Set([
  "makePlan.token",
  "signObservation.words",
  ...["list", "checked"].map((field) => `enterCertifiedBeforeList.${field}`),
  ...["trainer", "name", "organisation", "purpose"].map((field) => `askForTrainer.${field}`),
]);

const long = "Seen at work in Irbid, on 4 May 2026";
const enough = "Seen at work in May.";

/** Every field of every command on a way in which somebody writes a text, by itself. */
const texts = Object.entries(stages).flatMap(([name, command]) =>
  "schema" in command && command.schema instanceof z.ZodObject
    ? Object.entries(command.schema.shape as Record<string, z.ZodType>).flatMap(([field, schema]) =>
        schema.safeParse(long).data === long ? { key: `${name}.${field}`, schema } : [],
      )
    : [],
);

it("finds what is written", () => {
  const keys = texts.map(({ key }) => key);
  for (const key of [
    "noteVisit.words",
    "strikeOut.words",
    "observe.advice",
    "takeBackLearning.reason",
    ...others,
  ])
    expect(keys).toContain(key);
});

it.each(texts.filter(({ key }) => !others.has(key)))(
  "$key takes a sentence and nothing less",
  ({ schema }) => {
    const said = (text: string) => {
      const { success, error } = schema.safeParse(text);
      return success ? "taken" : faultsOf(error.issues)[""]?.code;
    };
    expect(enough).toHaveLength(leastWords);
    expect(said(enough)).toBe("taken");
    for (const short of ["x", "نعم", enough.slice(1), `x${" ".repeat(leastWords)}x`, "x".repeat(leastWords)])
      expect(said(short), short).toBe("sentenceNeeded");
    for (const nothing of ["", " ".repeat(leastWords)])
      expect([null, undefined], nothing).toContain(schema.safeParse(nothing).data);
  },
);

it("says in every language how much that is", () => {
  for (const { errors, stageEntry } of [ar, en, fr])
    for (const sentence of [errors.sentenceNeeded, stageEntry.sentence])
      expect(sentence).toContain(String(leastWords));
});
