/** What a one-time code is for: to prove a contact, or to come back in with another password. */
export const codePurposes = ["prove", "backIn"] as const;
export type CodePurpose = (typeof codePurposes)[number];
