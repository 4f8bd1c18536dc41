export const attendanceStates = ["present", "late", "excused", "absent"] as const;

export type AttendanceState = (typeof attendanceStates)[number];
