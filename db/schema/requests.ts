import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { chases, requestStates } from "../values/requests";
import { trainerRoles } from "../values/timetable";
import { instant, isDay, isFilled, isOneOf, key } from "./columns";
import { courses } from "./courses";
import { courseGroups } from "./groups";
import { persons } from "./people";

/** Somebody is asked to train a course, or one session of it, with a day to answer by. Until then they count as provisional. */
export const trainerRequests = sqliteTable(
  "trainer_requests",
  {
    id: key(),
    courseId: integer()
      .notNull()
      .references(() => courses.id, { onDelete: "cascade" }),
    /** The session; null for the whole course. Kept where it was taken out of the timetable: it may be put back under this key. */
    sessionId: integer(),
    /** Of a whole course the group whose sessions are meant, with those of everybody; null: all of them. */
    groupId: integer().references(() => courseGroups.id, { onDelete: "set null" }),
    /** What that group was called when it was deleted; null while it is there, and where none was meant. */
    goneGroup: text(),
    /** Who is asked. */
    personId: integer()
      .notNull()
      .references(() => persons.id),
    role: text({ enum: trainerRoles }).notNull(),
    /** What whoever asks says besides. */
    message: text(),
    /** The last civil day to answer, at the place of the course. */
    answerBy: text().notNull(),
    askedBy: integer().references(() => persons.id),
    askedAt: instant().notNull(),
    state: text({ enum: requestStates }).notNull().default("waiting"),
    answeredAt: instant(),
    /** Who entered the answer that they heard, as by telephone; null where whoever was asked answered here. */
    answeredBy: integer().references(() => persons.id),
    /** Why they cannot, in their words. */
    reason: text(),
    /** Whom, or which civil day and time, they name instead. */
    otherPersonId: integer().references(() => persons.id),
    otherDay: text(),
    otherTime: text(),
    /** Which reminder went out last for this day to answer by. */
    chased: text({ enum: chases }),
    /** When a coordinator said that nothing is to be done about the answer any more. */
    settledAt: instant(),
  },
  (t) => [
    uniqueIndex("trainer_requests_waiting")
      .on(t.courseId, t.personId)
      .where(sql`state = 'waiting' and session_id is null and group_id is null`),
    // Whoever waits for one group of a course may be asked for another.
    uniqueIndex("trainer_requests_waiting_group")
      .on(t.groupId, t.personId)
      .where(sql`state = 'waiting' and session_id is null and group_id is not null`),
    uniqueIndex("trainer_requests_waiting_session")
      .on(t.sessionId, t.personId)
      .where(sql`state = 'waiting' and session_id is not null`),
    index("trainer_requests_course").on(t.courseId, t.state),
    index("trainer_requests_person").on(t.personId, t.state),
    // What is to be chased: few of many.
    index("trainer_requests_due").on(t.answerBy).where(sql`state = 'waiting'`),
    isOneOf("trainer_requests_role", t.role, trainerRoles),
    isOneOf("trainer_requests_state", t.state, requestStates),
    isOneOf("trainer_requests_chased", t.chased, chases),
    isDay("trainer_requests_answer_by", t.answerBy),
    isDay("trainer_requests_other_day", t.otherDay),
    check(
      "trainer_requests_other_time",
      sql`${t.otherTime} is null or (${t.otherDay} is not null and ${t.otherTime} = strftime('%H:%M', ${t.otherTime}))`,
    ),
    check(
      "trainer_requests_answered",
      sql`(${t.state} in ('waiting', 'taken_back')) or ${t.answeredAt} is not null`,
    ),
    check("trainer_requests_declined", sql`${t.state} <> 'declined' or length(trim(${t.reason})) > 0`),
    check(
      "trainer_requests_proposed",
      sql`${t.state} <> 'proposed' or ${t.otherPersonId} is not null or ${t.otherDay} is not null`,
    ),
    isFilled("trainer_requests_message", t.message, 500),
    isFilled("trainer_requests_reason", t.reason, 500),
  ],
);
