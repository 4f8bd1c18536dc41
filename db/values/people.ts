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
