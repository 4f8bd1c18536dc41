import { sqlite } from "../../../db/client";
import type { Filled, TwoProgrammes } from "../../support/twoProgrammes";
import { now } from "../../support/world";
import { type Row, team } from "./row";

/** When trainers are away: their own to say, and their coordinators'. */
export function awayRows({ own, foreign }: TwoProgrammes): Record<string, Row> {
  const entered = (personId: number, day: string, removedAt: number | null) =>
    Number(
      sqlite()
        .prepare(
          "INSERT INTO away (person_id, kind, from_day, to_day, entered_at, removed_at) VALUES (?, 'days', ?, ?, ?, ?)",
        )
        .run(personId, day, day, now, removedAt).lastInsertRowid,
    );
  const there = new Map<number, { there: number; gone: number }>();
  for (const of of [own, foreign])
    there.set(of.programmeId, {
      there: entered(of.trainerId, "2028-05-01", null),
      gone: entered(of.trainerId, "2028-05-02", now),
    });
  const by = ["trainer", ...team];
  const key = (of: Filled, which: "there" | "gone") => String(there.get(of.programmeId)![which]);
  return {
    enterAwayDays: {
      form: (of) => ({ personId: String(of.trainerId), fromDay: "2028-06-01", toDay: "2028-06-03" }),
      by,
    },
    enterAwayHours: {
      form: (of) => ({ personId: String(of.trainerId), weekday: "2", startsAt: "09:00", endsAt: "12:00" }),
      by,
    },
    takeOutAway: { form: (of) => ({ awayId: key(of, "there") }), by },
    putBackAway: { form: (of) => ({ awayId: key(of, "gone") }), by },
  };
}
