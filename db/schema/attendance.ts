import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { attendanceStates } from "../values/attendance";
import { instant, isOneOf } from "./columns";
import { persons } from "./people";
import { registrations } from "./registrations";
import { sessions } from "./timetable";

/** The roll: one small row a person and session. */
export const attendance = sqliteTable(
  "attendance",
  {
    sessionId: integer()
      .notNull()
      .references(() => sessions.id),
    registrationId: integer()
      .notNull()
      .references(() => registrations.id),
    state: text({ enum: attendanceStates }).notNull(),
    /** Minutes that count: all of the session when present, less `lateMinutes` when late, none else. */
    minutes: integer().notNull(),
    /** Minutes missed when late; 0 in every other state. */
    lateMinutes: integer().notNull().default(0),
    enteredBy: integer().references(() => persons.id),
    enteredAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.sessionId, t.registrationId] }),
    index("attendance_registration").on(t.registrationId),
    isOneOf("attendance_state", t.state, attendanceStates),
    check(
      "attendance_minutes",
      sql`${t.minutes} >= 0 and (${t.state} in ('present', 'late') or ${t.minutes} = 0)`,
    ),
  ],
);
