import { expect } from "vitest";
import { sqlite } from "../../db/client";
import type { Viewer } from "../../lib/access/table";
import { registerParticipant, registerWalkIn } from "../../lib/participants/commands";
import { participantSchema, walkInSchema } from "../../lib/participants/schema";
import type { Fault } from "../../lib/result";
import { as } from "./as";
import { said } from "./posted";
import { now, type World } from "./world";

/** A morning on which a workshop of these tests is held. */
export const during = Date.parse("2027-02-08T08:00:00Z");
let keys = 0;

/** A participant as the trainer's form posts them. */
export const form = (courseId: number, more: Record<string, unknown> = {}) => ({
  courseId: String(courseId),
  formKey: `participant-${keys++}`,
  name: `Participant ${keys}`,
  language: "ar",
  consent: "on",
  ...more,
});
export const sessionsOf = (courseId: number) =>
  sqlite()
    .prepare("SELECT id FROM sessions WHERE course_id = ? ORDER BY start_instant")
    .pluck()
    .all(courseId) as number[];
export const count = (table: string, where = "1") =>
  sqlite().prepare(`SELECT count(*) FROM ${table} WHERE ${where}`).pluck().get() as number;
export const course = (id: number) =>
  sqlite().prepare("SELECT capacity, version, state FROM courses WHERE id = ?").get(id) as {
    capacity: number;
    version: number;
    state: string;
  };
/** All that is written of people in workshops. */
export const everything = () =>
  JSON.stringify(
    ["persons", "registrations", "registration_changes", "attendance", "courses", "sensitive_facts"].map(
      (table) => sqlite().prepare(`SELECT * FROM ${table}`).all(),
    ),
  );
/** The people whom a fault asks about. */
export const asked = (of: Fault) => {
  const { code, people } = said(of.fields?.known);
  expect(code).toBe("knownContact");
  return people ?? [];
};

/** The trainer of a world registers somebody in a workshop of theirs, or at its door. */
export function registeringIn(w: World) {
  const put = (courseId: number, more: Record<string, unknown> = {}, by: Viewer = w.trainer, at = now) =>
    registerParticipant(as(by, at), participantSchema([]).parse(form(courseId, more)));
  const walkIn = (courseId: number, sessionId: number, more: Record<string, unknown> = {}, at = during) =>
    registerWalkIn(
      as(w.trainer, at),
      walkInSchema([]).parse(form(courseId, { sessionId: String(sessionId), ...more })),
    );
  return { put, walkIn };
}
