/** What of a session somebody may have changed: when it is, where, with whom, what it is, and whose. */
export const sessionAspects = ["time", "room", "trainers", "content", "group"] as const;

export type SessionAspect = (typeof sessionAspects)[number];
