export const sessionKinds = [
  "module",
  "opening",
  "field_visit",
  "micro_teaching",
  "test",
  "closing",
  "other",
] as const;

export type SessionKind = (typeof sessionKinds)[number];

/** What can be done to a timetable, and undone. */
export const timetableChangeKinds = ["add", "edit", "delete", "propose", "move"] as const;

export type TimetableChangeKind = (typeof timetableChangeKinds)[number];
