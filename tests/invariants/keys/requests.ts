import { sqlite } from "../../../db/client";
import type { Filled, TwoProgrammes } from "../../support/twoProgrammes";
import { now } from "../../support/world";
import { type Row, team } from "./row";

/** Asking trainers, and their answers: whose course it is asks, whoever is asked answers. */
export function requestRows({ w, own, foreign, otherTrainers }: TwoProgrammes): Record<string, Row> {
  const trainersOf = (of: Filled) => (of === own ? w.trainerIds : otherTrainers);
  /** A request to the first trainer for a session, which nobody has been asked for. */
  const asked = (of: Filled, session: number, state: "waiting" | "declined") =>
    Number(
      sqlite()
        .prepare(
          "INSERT INTO trainer_requests (course_id, session_id, person_id, role, answer_by, asked_at, state, answered_at, reason) SELECT course_id, id, ?, 'lead', '2027-01-30', ?, ?, ?, 'A reason' FROM sessions WHERE course_id = ? ORDER BY start_instant LIMIT 1 OFFSET ?",
        )
        .run(trainersOf(of)[0]!, now, state, state === "waiting" ? null : now, of.open.courseId, session)
        .lastInsertRowid,
    );
  /** The same, declined as a coordinator entered it. */
  const entered = (of: Filled) => {
    const id = asked(of, 3, "declined");
    const by = of === own ? w.coordinator.personId : trainersOf(of)[1];
    sqlite().prepare("UPDATE trainer_requests SET answered_by = ? WHERE id = ?").run(by, id);
    return id;
  };
  /** The same, of which whoever is asked is still to be told. */
  const untold = (of: Filled) => {
    const id = asked(of, 1, "waiting");
    sqlite()
      .prepare(
        "INSERT INTO notices (person_id, course_id, message, params, topic, at) VALUES (?, ?, 'trainerAsked', '{}', ?, ?)",
      )
      .run(trainersOf(of)[0]!, of.open.courseId, `request:${id}`, now);
    return id;
  };
  const keys = new Map(
    [own, foreign].map((of) => [
      of,
      { waiting: untold(of), declined: asked(of, 2, "declined"), entered: entered(of) },
    ]),
  );
  const key = (of: Filled, which: "waiting" | "declined" | "entered") => String(keys.get(of)![which]);
  const answers = { by: ["trainer"] };
  return {
    askTrainers: {
      // Of a session nobody trains, whoever trains the course too may be asked.
      form: (of) => ({
        courseId: String(of.open.courseId),
        sessionId: String(of.open.session.id),
        trainerIds: [String(trainersOf(of)[1])],
        role: "lead",
        answerBy: "2027-01-30",
      }),
      by: team,
    },
    askAgain: {
      form: (of) => ({ requestId: key(of, "waiting"), answerBy: "2027-01-31" }),
      by: team,
    },
    replaceTrainer: {
      form: (of) => ({
        courseId: String(of.open.courseId),
        personId: String(trainersOf(of)[0]),
        byPersonId: String(trainersOf(of)[1]),
        reason: "Ill",
      }),
      by: team,
    },
    takeBackRequest: { form: (of) => ({ requestId: key(of, "waiting") }), by: team },
    enterAnswer: {
      form: (of) => ({ requestId: key(of, "waiting"), answer: "declined", reason: "Ill" }),
      by: team,
    },
    takeBackAnswer: { form: (of) => ({ requestId: key(of, "entered") }), by: team },
    tellRequest: { form: (of) => ({ requestId: key(of, "waiting") }), by: team },
    settleRequest: { form: (of) => ({ requestId: key(of, "declined") }), by: team },
    acceptRequest: { form: (of) => ({ requestId: key(of, "waiting") }), ...answers },
    declineRequest: { form: (of) => ({ requestId: key(of, "waiting"), reason: "Ill" }), ...answers },
    proposeInstead: {
      form: (of) => ({ requestId: key(of, "waiting"), otherPersonId: String(trainersOf(of)[1]) }),
      ...answers,
    },
  };
}
