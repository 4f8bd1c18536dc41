export const sexes = ["woman", "man", "undisclosed"] as const;
export type Sex = (typeof sexes)[number];

export const displacements = ["undisclosed", "refugee", "displaced", "host", "migrant", "none"] as const;
export type Displacement = (typeof displacements)[number];

export const disabilityAnswers = ["undisclosed", "no", "yes"] as const;
export type DisabilityAnswer = (typeof disabilityAnswers)[number];

export const organisationKinds = [
  "cooperative",
  "union",
  "ministry",
  "agency",
  "ngo",
  "enterprise",
  "training",
  "other",
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** Life of a cooperative; other organisations have none. */
export const cooperativeStates = ["forming", "registered", "running"] as const;
export type CooperativeState = (typeof cooperativeStates)[number];

/** What a person may say of themselves for the totals that donors ask for. Every part may be missing. */
export type SensitiveFacts = {
  sex?: Sex;
  birthYear?: number;
  displacement?: Displacement;
  disability?: DisabilityAnswer;
};
