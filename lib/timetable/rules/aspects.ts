/** What of a session somebody may have changed: when it is, where, with whom, what it is, whose, how one joins it, and who interprets. */
export const sessionAspects = [
  "time",
  "room",
  "trainers",
  "content",
  "group",
  "online",
  "interpretation",
] as const;

export type SessionAspect = (typeof sessionAspects)[number];
