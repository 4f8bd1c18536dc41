import { beforeEach, describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { programmeMembers } from "../../db/schema";
import { askTrainers, enterAnswer } from "../../lib/requests/commands";
import { askSchema } from "../../lib/requests/schema";
import type { Fault, Result } from "../../lib/result";
import * as commands from "../../lib/timetable/commands";
import { middleOf } from "../../lib/timetable/rules/rearrange";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { edited, rowsOf, sessionsOf } from "../support/timetableSteps";
import { timetables, year } from "../support/timetables";
import { transact } from "../support/transact";
import { fault, now, person, value, world } from "../support/world";

/**
 * No command puts a session to come anywhere with a room that is closed, or with somebody who can no longer sign in: it is refused,
 * and nothing is half done.
 */
freshDatabase();
const w = world();
const { timetable, save, rearrange } = timetables(w);
const desk = as(w.coordinator, now);
const trainer = w.trainerIds[0]!;
/** A trainer of the programme who trains none of these courses. */
const another = person("Lina");
transact((db) =>
  db
    .insert(programmeMembers)
    .values({ programmeId: w.programmeId, personId: another, role: "trainer", since: now })
    .run(),
);
for (const id of [trainer, another])
  sqlite()
    .prepare("INSERT INTO accounts (person_id, email, created_at) VALUES (?, ?, 1)")
    .run(id, `trainer-${id}@example.org`);

const set = (table: string, column: string, key: string) => (id: number, at: number | null) =>
  sqlite().prepare(`UPDATE ${table} SET ${column} = ? WHERE ${key} = ?`).run(at, id);
/** What can be no longer there. */
const ends = {
  venue: (at: number | null) => set("venues", "retired_at", "id")(w.venueId, at),
  room: (at: number | null) => set("rooms", "retired_at", "id")(w.roomId, at),
  trainer: (at: number | null) => set("accounts", "disabled_at", "person_id")(trainer, at),
  another: (at: number | null) => set("accounts", "disabled_at", "person_id")(another, at),
} as const;
type End = keyof typeof ends;

/** The first session of a course, in the room and of that trainer, and the next one. */
let courseId = 0;
const first = () => sessionsOf(courseId)[0]!;
const second = () => sessionsOf(courseId)[1]!;
beforeEach(() => {
  courseId = timetable({ trainerIds: [String(trainer)] });
  value(commands.saveSession(desk, edited(courseId, first(), { roomId: String(w.roomId) })));
});

/** An evening of its last day. */
const later = () => ({ day: `${year}-02-16`, startsAt: "20:00", endsAt: "20:30" });

type Way = {
  /** What is done before somebody or something goes; what it gives is handed on. */
  before?: () => number;
  act: (given: number) => Result<unknown>;
  /** With which code it is refused, and beside which field. */
  refused: Partial<Record<End, [code: string, field?: string]>>;
};
const moved = {
  venue: ["rearrangeRoomGone"],
  room: ["rearrangeRoomGone"],
  trainer: ["rearrangeTrainerGone"],
} as const satisfies Record<string, [string]>;
const beside = (field: string) =>
  ({
    venue: ["rearrangeRoomGone", field],
    room: ["rearrangeRoomGone", field],
    trainer: ["rearrangeTrainerGone", field],
  }) as const satisfies Record<string, [string, string]>;
const rearranged = (more: Record<string, string>): Way => ({
  act: () => rearrange(courseId, first().id, more),
  refused: { ...moved },
});
const chosen = { venue: ["retired", "roomId"], room: ["retired", "roomId"] } as const satisfies Record<
  string,
  [string, string]
>;

const ways: Record<string, Way[]> = {
  saveSession: [
    {
      act: () => commands.saveSession(desk, edited(courseId, first(), { startsAt: "08:45" })),
      refused: { ...chosen, trainer: ["trainerDisabled", "trainerIds"] },
    },
    {
      act: () => commands.saveSession(desk, edited(courseId, first(), later())),
      refused: { ...chosen, trainer: ["trainerDisabled", "trainerIds"] },
    },
    {
      act: () =>
        save(courseId, {
          ...{ day: first().day, startsAt: "20:00", endsAt: "21:00" },
          ...{ roomId: String(w.roomId), trainerIds: [String(trainer)] },
        }),
      refused: { ...chosen, trainer: ["trainerDisabled", "trainerIds"] },
    },
  ],
  rearrangeSessions: [
    {
      act: () => rearrange(courseId, first().id, { how: "move", day: first().day, startsAt: "20:00" }),
      refused: { ...moved },
    },
    {
      // What follows the one that is pushed from is what moves.
      before: () => {
        value(commands.saveSession(desk, edited(courseId, second(), { roomId: String(w.roomId) })));
        return first().id;
      },
      act: (sessionId) => rearrange(courseId, sessionId, { how: "push", by: "15", unit: "minutes" }),
      refused: { ...moved },
    },
    rearranged({ how: "length", by: "-15" }),
    {
      act: () => rearrange(courseId, first().id, { how: "split", startsAt: middleOf(first()) }),
      refused: { ...moved },
    },
    rearranged({ how: "duplicate" }),
    rearranged({ how: "insert", minutes: "15", kind: "other" }),
  ],
  swapSessions: [
    {
      act: () => commands.swapSessions(desk, { courseId, sessionId: first().id, otherId: second().id }),
      refused: { ...moved },
    },
  ],
  moveCourse: [
    {
      act: () => commands.moveCourse(desk, { courseId, startsOn: `${year}-06-02` }),
      refused: beside("startsOn"),
    },
  ],
  giveRoom: [
    {
      act: () => commands.giveRoom(desk, { courseId, roomId: w.roomId, groupId: null }),
      refused: { ...chosen },
    },
  ],
  replaceTrainer: [
    {
      act: () =>
        commands.replaceTrainer(desk, { courseId, personId: trainer, byPersonId: another, reason: "Away" }),
      refused: { another: ["trainerDisabled", "byPersonId"] },
    },
  ],
  enterAnswer: [
    {
      before: () => {
        const asked = {
          ...{ courseId: String(courseId), sessionId: "", trainerIds: [String(another)] },
          ...{ role: "co_trainer", answerBy: `${year}-01-20`, message: "" },
        };
        value(askTrainers(desk, askSchema.parse(asked)));
        return sqlite().prepare("SELECT max(id) FROM trainer_requests").pluck().get() as number;
      },
      act: (requestId) =>
        enterAnswer(desk, { requestId, answer: "accepted", reason: null, groupId: null } as never),
      refused: { another: ["trainerDisabled"] },
    },
  ],
  undoTimetableChange: [
    {
      before: () => value(rearrange(courseId, first().id, { how: "length", by: "-15" })).changeId!,
      act: (changeId) => commands.undoTimetableChange(desk, { changeId }),
      refused: { venue: ["undoRoomGone"], room: ["undoRoomGone"], trainer: ["undoTrainerLeft"] },
    },
    {
      before: () => value(commands.deleteSession(desk, { courseId, sessionId: first().id })).changeId!,
      act: (changeId) => commands.undoTimetableChange(desk, { changeId }),
      refused: { venue: ["undoRoomGone"], room: ["undoRoomGone"], trainer: ["undoTrainerLeft"] },
    },
    {
      before: () => value(commands.moveCourse(desk, { courseId, startsOn: `${year}-06-02` })).changeId!,
      act: (changeId) => commands.undoTimetableChange(desk, { changeId }),
      refused: { venue: ["undoRoomGone"], room: ["undoRoomGone"], trainer: ["undoTrainerLeft"] },
    },
  ],
};
/** What gives a session neither day, time, room nor trainer; a proposal goes on without who and what is gone. */
const givesNone = [
  ...["acceptIssue", "takeBackAcceptance", "deleteSession", "forgetRemovedSessions"],
  ...["forgetTimetableChanges", "renewTimes", "setCourseLink", "proposeSessions"],
];

const said = ({ code, fields }: Fault) =>
  fields ? Object.entries(fields).map(([field, { code: beside }]) => [beside, field]) : [[code]];

describe("what is no longer there", () => {
  it("is asked about of each command of a timetable", () => {
    const asked = [...Object.keys(ways).filter((name) => name !== "enterAnswer"), ...givesNone];
    expect(asked.sort()).toEqual(Object.keys(commands).sort());
  });
  for (const [name, all] of Object.entries(ways))
    for (const [nth, { before, act, refused }] of all.entries())
      for (const [end, expected] of Object.entries(refused))
        it(`${end}: refused by ${name} (${nth + 1}), which does nothing, and is done once it is there again`, () => {
          const given = before?.() ?? 0;
          ends[end as End](1);
          try {
            const rows = rowsOf(courseId);
            expect(said(fault(act(given)))).toEqual([expected]);
            expect(rowsOf(courseId)).toEqual(rows);
          } finally {
            ends[end as End](null);
          }
          value(act(given));
        });
  it("stays on a session that is given another title alone", () => {
    ends.room(1);
    value(commands.saveSession(desk, edited(courseId, first(), { title: "Another" })));
    ends.room(null);
    expect(first()).toMatchObject({ title: "Another", roomId: w.roomId });
  });
  it("is left out by a proposal, which says first of a trainer that they are", () => {
    ends.room(1);
    ends.trainer(1);
    const again = {
      ...{ courseId, startsAt: "09:00", endsAt: "15:30", breakFrom: "12:00", breakMinutes: 60 },
      replaceByHand: true,
    };
    expect(fault(commands.proposeSessions(desk, again))).toMatchObject({
      fields: { otherTrainers: { code: "proposalOtherTrainers" } },
    });
    value(commands.proposeSessions(desk, { ...again, otherTrainers: true }));
    ends.room(null);
    ends.trainer(null);
    const { sessions, trainers } = rowsOf(courseId);
    expect(trainers).toEqual([]);
    expect(sessions.map((s) => s.room_id)).toEqual(sessions.map(() => null));
  });
});
