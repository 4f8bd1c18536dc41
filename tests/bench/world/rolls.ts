import type Database from "better-sqlite3";
import { minutesFor } from "../../../lib/attendance/rules";
import { attendancePercent, defaultRule } from "../../../lib/completion/rules";
import { dayAt } from "../../../lib/time/zone";
import { certificatesOf } from "./certificates";
import type { Made, Session } from "./courses";
import type { Dice } from "./dice";
import { into } from "./fill";
import { registrationsOf, type Taking } from "./registrations";

const dayMs = 86_400_000;

/** Somebody on the roll of a course: the key of their registration, and the minutes that they were there so far. */
export type Here = Taking & { id: number; minutes: number };

/** Makes who takes part in courses: registrations, rolls, marks of tests, certificates. */
export function rollsOf(sqlite: Database.Database, dice: Dice, now: number) {
  const register = registrationsOf(sqlite, dice, now);
  const certify = certificatesOf(sqlite, dice);
  const entryInto = into(
    sqlite,
    "attendance",
    "session_id registration_id state minutes late_minutes entered_by entered_at",
  );
  const scoreInto = into(sqlite, "assessments", "registration_id kind score entered_at");
  const auditInto = into(sqlite, "audit_log", "at by_person_id action subject subject_id detail");

  /** The roll of one session. Adds to the minutes of each. */
  const takeRoll = (course: Made, session: Session, here: Here[]) => {
    const by = course.trainers[0] ?? course.by;
    const marks: string[] = [];
    for (const taking of here) {
      const dieIs = taking.always ? 0 : dice.below(100);
      const state =
        taking.state === "no_show"
          ? "absent"
          : dieIs < 92
            ? "present"
            : dieIs < 95
              ? "late"
              : dieIs < 97
                ? "excused"
                : "absent";
      const late = state === "late" ? Math.min(15, session.minutes - 1) : 0;
      const minutes = minutesFor(state, session.minutes, late);
      taking.minutes += minutes;
      marks.push(`${taking.id}:${state}`);
      entryInto({
        session_id: session.id,
        registration_id: taking.id,
        state,
        minutes,
        late_minutes: late,
        entered_by: by,
        entered_at: session.endInstant,
      });
    }
    auditInto({
      at: session.endInstant,
      by_person_id: by,
      action: "roll.take",
      subject: "session",
      subject_id: session.id,
      detail: JSON.stringify({ marks }),
    });
  };

  /**
   * Puts people into a course: the rolls of its sessions that are over are taken, but those of today; where it is
   * closed, tests are marked, and who completed it gets a certificate if `certified`.
   * @returns the serials of the certificates.
   */
  return (course: Made, list: readonly Taking[], certified: boolean): string[] => {
    const last = course.sessions.at(-1)?.endInstant ?? now;
    const here: Here[] = [];
    for (const [i, taking] of list.entries()) {
      const id = register(course, taking, i + 1, last);
      if (
        taking.state === "attended" ||
        taking.state === "no_show" ||
        (taking.state === "accepted" && course.state === "running")
      )
        here.push({ ...taking, id, minutes: 0 });
    }
    if (course.state !== "closed" && course.state !== "running") return [];
    const over = course.sessions.filter((session) => session.endInstant < now - dayMs / 2);
    for (const session of over) takeRoll(course, session, here);
    if (course.state !== "closed") return [];
    const planned = over.reduce((sum, session) => sum + session.minutes, 0);
    const rule = defaultRule[course.kind];
    const serials: string[] = [];
    const issuedAt = last + 5 * dayMs;
    const issuedOn = dayAt(issuedAt, course.zone);
    for (const taking of here) {
      if (taking.state !== "attended") continue;
      const post = taking.always || dice.percent(88) ? 72 + dice.below(28) : 40 + dice.below(25);
      if (rule.microTeaching) {
        scoreInto({
          registration_id: taking.id,
          kind: "pre_test",
          score: 30 + dice.below(40),
          entered_at: last,
        });
        scoreInto({ registration_id: taking.id, kind: "post_test", score: post, entered_at: last });
        scoreInto({
          registration_id: taking.id,
          kind: "micro_teaching",
          score: 65 + dice.below(30),
          entered_at: last,
        });
      }
      const completed =
        attendancePercent(taking.minutes, planned) >= rule.minAttendance &&
        (rule.minPostTest === null || post >= rule.minPostTest);
      if (certified && completed) serials.push(certify(course, taking, issuedAt, issuedOn));
    }
    return serials;
  };
}
