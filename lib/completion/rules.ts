/** What a person must have done to complete a course. Settings of the course; the defaults follow its kind. */
export type CompletionRule = {
  /** Part of the planned minutes, in per cent (0 to 100). */
  minAttendance: number;
  /** Per cent in the post-test, or null where none is asked for. */
  minPostTest: number | null;
  microTeaching: boolean;
};

/** Defaults, changed for each course: a ToT asks for all three, a user training for attendance. */
export const defaultRule = {
  tot: { minAttendance: 80, minPostTest: 70, microTeaching: true },
  user: { minAttendance: 80, minPostTest: null, microTeaching: false },
} as const satisfies Record<"tot" | "user", CompletionRule>;

export type PersonRecord = {
  minutes: number;
  /** Sessions that count for this person in which they have no entry on the roll. */
  sessionsWithoutEntry: number;
  postTest: number | null;
  microTeaching: number | null;
};

export type Unmet =
  | { kind: "no_sessions" }
  | {
      kind: "attendance";
      percent: number;
      needed: number;
      minutesMissing: number;
      sessionsWithoutEntry: number;
    }
  | { kind: "post_test"; score: number | null; needed: number }
  | { kind: "micro_teaching" };

/** Per cent of the planned minutes, rounded down so that 79.9 does not pass for 80. */
export const attendancePercent = (minutes: number, planned: number) =>
  planned === 0 ? 0 : Math.floor((minutes * 100) / planned);

/**
 * The conditions that a person does not meet; none means that the course is completed. `plannedMinutes` are those that
 * count for this person; where none do (no sessions, or excused from all of them), attendance cannot be known.
 */
export function unmetConditions(rule: CompletionRule, plannedMinutes: number, record: PersonRecord): Unmet[] {
  const unmet: Unmet[] = [];
  if (plannedMinutes === 0) unmet.push({ kind: "no_sessions" });
  else if (record.minutes * 100 < rule.minAttendance * plannedMinutes)
    unmet.push({
      kind: "attendance",
      percent: attendancePercent(record.minutes, plannedMinutes),
      needed: rule.minAttendance,
      minutesMissing: Math.ceil((rule.minAttendance * plannedMinutes) / 100) - record.minutes,
      sessionsWithoutEntry: record.sessionsWithoutEntry,
    });
  if (rule.minPostTest !== null && (record.postTest === null || record.postTest < rule.minPostTest))
    unmet.push({ kind: "post_test", score: record.postTest, needed: rule.minPostTest });
  if (rule.microTeaching && record.microTeaching === null) unmet.push({ kind: "micro_teaching" });
  return unmet;
}
