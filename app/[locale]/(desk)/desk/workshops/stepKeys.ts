/** The steps in which a workshop is scheduled, in their order; each is also the id of its section. */
export const stepKeys = ["what", "where", "who", "check"] as const;
export type StepKey = (typeof stepKeys)[number];
