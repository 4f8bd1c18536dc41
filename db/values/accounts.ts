/** What a one-time code is for: to prove a contact, or to come back in with another password. */
export const codePurposes = ["prove", "backIn"] as const;
/**
 * What a browser is asked to sign with a passkey: that a new one is made, the second step, that its owner is there, or
 * all of signing in.
 */
export const challengePurposes = ["setUp", "secondStep", "confirm", "signIn"] as const;
export type ChallengePurpose = (typeof challengePurposes)[number];
export type CodePurpose = (typeof codePurposes)[number];
