import type { Context } from "../acts/context";
import { type FieldFault, fault } from "../faults";
import { personRow } from "../people/store";
import { organisationName } from "../people/store/organisations";
import { wordsOfProgrammes } from "../programmes/store";
import { refuseAt } from "../result";
import kept from "./commonPasswords.json" with { type: "json" };
import { hashPassword } from "./password";
import { demonstrationPassword, guessedBy } from "./rules/passwords";

let common: ReadonlySet<string> | null = null;

/** Folded forms of common passwords (`npm run passwords`); read when somebody first chooses one. */
function commonForms(): ReadonlySet<string> {
  common ??= new Set(kept.words.flatMap((line) => line.split(" ")));
  return common;
}

/** What is known of whoever chooses a password, as it is written. */
export type OwnWords = readonly (string | null | undefined)[];

/** What a person is called, reached by and belongs to. */
export function ownWordsOf(cx: Context, personId: number): OwnWords {
  const row = personRow(cx, personId);
  if (!row) return [];
  const { name, latinName, email, phone, organisationId } = row;
  return [name, latinName, email, phone, organisationName(cx, organisationId)];
}

/** How each is said. */
const guessed = { pattern: "passwordPattern", common: "passwordCommon", own: "passwordOwn" } as const;

/**
 * What is wrong with a password that somebody chooses; null where nothing is. Length is the schema's matter. The
 * password of the demonstration is taken there alone.
 */
function passwordFault(cx: Context, password: string, own: OwnWords): FieldFault | null {
  if (cx.settings.mode !== "production" && password === demonstrationPassword) return null;
  const words = [...own, ...wordsOfProgrammes(cx)].flatMap((word) => word || []);
  const by = guessedBy(password, words, commonForms());
  return by && fault(guessed[by]);
}

/** True for a password that is guessed first: said with all else that is amiss in the form that chooses it. */
export const isGuessedFirst = (cx: Context, password: string, own: OwnWords): boolean =>
  passwordFault(cx, password, own) !== null;

/**
 * The hash of a password that somebody chooses.
 * @throws Refusal beside `password` where it is one that is guessed first.
 */
export function hashChosen(cx: Context, password: string, own: OwnWords): Promise<string> {
  const wrong = passwordFault(cx, password, own);
  return wrong ? refuseAt({ password: wrong }) : hashPassword(password);
}
