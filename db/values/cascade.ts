/**
 * What becomes of an organisation after its people were trained, in the order in which it mostly comes. `trained`: elsewhere, or
 * before; what courses here say is not entered again. `struck`: entered by mistake.
 */
export const threadKinds = [
  "needs_assessed",
  "trained",
  "business_plan",
  "coaching_visit",
  "grant",
  "registered",
  "running",
  "follow_up",
  "struck",
] as const;
export type ThreadKind = (typeof threadKinds)[number];
