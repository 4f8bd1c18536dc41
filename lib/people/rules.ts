export {
  type CooperativeState,
  cooperativeStates,
  type OrganisationKind,
  organisationKinds,
} from "../../db/values/people";
export const sexes = ["woman", "man", "undisclosed"] as const;
export type Sex = (typeof sexes)[number];

export const displacements = ["undisclosed", "refugee", "displaced", "host", "migrant", "none"] as const;
export type Displacement = (typeof displacements)[number];

export const disabilityAnswers = ["undisclosed", "no", "yes"] as const;
export type DisabilityAnswer = (typeof disabilityAnswers)[number];

/** What a person may say of themselves for the totals that donors ask for. Every part may be missing. */
export type SensitiveFacts = {
  sex?: Sex;
  birthYear?: number;
  displacement?: Displacement;
  disability?: DisabilityAnswer;
};

/**
 * True where a link to sign in may be made for a person: for whoever has no other way in, or, by an administrator, in the
 * place of a password. Never for whoever holds more than the viewer may give.
 */
export const mayInvite = (
  person: { hasPassword: boolean; hasIdentity: boolean; beyond: boolean },
  administrator: boolean,
): boolean => (person.hasPassword ? administrator : !person.hasIdentity && !person.beyond);

/** Where a page of people begins: after whoever has this order and key; `backwards`: from the last name to the first. */
export type After = { name: string; id: number; backwards?: boolean };

/** Where the address of a page says that it begins; at the end that comes first, where it says nothing. */
export function readAfter(text: string | null, backwards = false): After {
  const [, name, id] = /^(.*)_(\d+)$/s.exec(text ?? "") ?? [];
  if (name !== undefined) return { name, id: Number(id), backwards };
  // No name comes after the last letter that there is.
  return backwards ? { name: "\u{10FFFF}", id: 0, backwards } : { name: "", id: 0, backwards };
}
