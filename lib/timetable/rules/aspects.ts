/** What of a session somebody may have changed: when it is, where, with whom, what it is. */
export const sessionAspects = ["time", "room", "trainers", "content"] as const;

export type SessionAspect = (typeof sessionAspects)[number];
