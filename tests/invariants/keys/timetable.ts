import { sqlite } from "../../../db/client";
import { saveSession } from "../../../lib/timetable/commands";
import { sessionSchema } from "../../../lib/timetable/schema";
import { as } from "../../support/as";
import { type TwoProgrammes, version } from "../../support/twoProgrammes";
import { now, value } from "../../support/world";
import { catalogue, type Row, team } from "./row";

/** Sessions, the proposal of them, the move of a course, and their undo. */
export function timetableRows({ w, own, foreign, roles }: TwoProgrammes): Record<string, Row> {
  /** What the coordinator of a programme did to the timetable of its open course. */
  const changeOf = new Map<number, number>();
  for (const [of, by] of [
    [own, w.coordinator],
    [foreign, w.stranger],
  ] as const) {
    const added = sessionSchema.parse({
      courseId: String(of.open.courseId),
      kind: "other",
      title: "Added",
      day: of.open.session.day,
      startsAt: "20:00",
      endsAt: "21:00",
    });
    const { changeId } = value(saveSession(as(by, now), added)) as { changeId?: number | null };
    changeOf.set(of.programmeId, changeId ?? 0);
  }

  const anyRoom = sqlite().prepare("SELECT min(id) FROM rooms").pluck().get();
  // An address of a calendar is of an account.
  for (const { accountId, personId } of [
    roles.coordinator!,
    roles.administrator!,
    roles.trainer!,
    roles.sharer!,
  ])
    sqlite()
      .prepare("INSERT OR IGNORE INTO accounts (id, person_id, email, created_at) VALUES (?, ?, ?, ?)")
      .run(accountId, personId, `calendar-${accountId}@example.org`, now);
  const calendar: Row = {
    form: (of) => ({ feed: "course", of: String(of.open.courseId) }),
    by: [...team, "trainer", "sharer"],
  };

  return {
    makeCalendarAddress: calendar,
    renewCalendarAddress: calendar,
    proposeSessions: {
      form: (of) => ({
        courseId: String(of.open.courseId),
        startsAt: "09:00",
        endsAt: "15:00",
        breakFrom: "12:00",
        breakMinutes: "60",
      }),
      by: team,
    },
    saveSession: {
      form: (of) => ({
        courseId: String(of.open.courseId),
        sessionId: String(of.open.session.id),
        version: version("sessions", of.open.session.id),
        kind: "other",
        title: "Another",
        day: "2027-02-07",
        startsAt: "18:00",
        endsAt: "19:00",
        trainerIds: [String(of.trainerId)],
      }),
      by: team,
      open: catalogue,
    },
    deleteSession: {
      form: (of) => ({ courseId: String(of.open.courseId), sessionId: String(of.open.session.id) }),
      by: team,
    },
    swapSessions: {
      form: (of) => ({
        courseId: String(of.open.courseId),
        sessionId: String(of.open.afternoons[0]),
        otherId: String(of.open.afternoons[1]),
      }),
      by: team,
    },
    rearrangeSessions: {
      form: (of) => ({
        courseId: String(of.open.courseId),
        sessionId: String(of.open.afternoons[0]),
        how: "length",
        by: "-5",
      }),
      by: team,
      open: catalogue,
    },
    giveRoom: {
      form: (of) => ({ courseId: String(of.open.courseId), roomId: String(anyRoom) }),
      by: team,
    },
    moveCourse: {
      form: (of) => ({ courseId: String(of.open.courseId), startsOn: "2027-05-02" }),
      by: team,
    },
    undoTimetableChange: {
      form: (of) => ({ changeId: String(changeOf.get(of.programmeId)) }),
      // Everybody undoes their own.
      by: ["coordinator"],
    },
  };
}
