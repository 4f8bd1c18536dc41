/** When a trainer cannot teach: on some days, or at some hours of every week. */
export const awayKinds = ["days", "weekly"] as const;

export type AwayKind = (typeof awayKinds)[number];
