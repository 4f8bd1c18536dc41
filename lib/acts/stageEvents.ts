/** What can happen on somebody's way from participant to trainer, and to what they learnt elsewhere. */
export type StageEvents = {
  /** Earlier learning of these modules was recognised, or that was taken back. */
  "learning.recognised": { personId: number; programmeId: number; modules: readonly number[] };
  "learning.taken-back": { personId: number; programmeId: number; modules: readonly number[] };
};
