import type Database from "better-sqlite3";
import type { Made } from "./courses";
import type { Dice } from "./dice";
import { into, keysOf } from "./fill";
import type { Person } from "./people";

const dayMs = 86_400_000;

/** How somebody stands in a course. */
export type Standing = "applied" | "accepted" | "waiting" | "declined" | "withdrawn" | "attended" | "no_show";

/** One row of a course's list. */
export type Taking = {
  person: Person;
  state: Standing;
  /** True: at every session on time, with good marks; for those who are to complete. */
  always?: boolean;
};

/** By which states a registration came to where it stands. */
const ways: Record<Standing, Standing[]> = {
  applied: ["applied"],
  accepted: ["applied", "accepted"],
  waiting: ["applied", "waiting"],
  declined: ["applied", "declined"],
  withdrawn: ["applied", "accepted", "withdrawn"],
  attended: ["applied", "accepted", "attended"],
  no_show: ["applied", "accepted", "no_show"],
};

/** Makes registrations with the history of their states, and whom the coordinator told or has to tell. */
export function registrationsOf(sqlite: Database.Database, dice: Dice, now: number) {
  const nextRegistration = keysOf(sqlite, "registrations");
  const registrationInto = into(
    sqlite,
    "registrations",
    "id token number course_id person_id state waiting_sequence place_since source answers consent_version consent_language consent_at form_key registered_at",
  );
  const changeInto = into(sqlite, "registration_changes", "registration_id from_state to_state cause at");
  const noticeInto = into(
    sqlite,
    "notices",
    "person_id registration_id course_id message params topic at told_at told_by",
  );
  const auditInto = into(sqlite, "audit_log", "at by_person_id action subject subject_id detail");

  /** One more on the list of a course, whose last session ends at `last`. @returns its key. */
  return (course: Made, { person, state }: Taking, number: number, last: number): number => {
    const id = nextRegistration();
    const begins = course.sessions[0]?.startInstant ?? now;
    const at = Math.min(
      begins - (40 - dice.below(30)) * dayMs,
      now - dayMs - (100 - (number % 100)) * 60_000,
    );
    const self = dice.percent(60);
    const holds = state === "accepted" || state === "attended" || state === "no_show";
    registrationInto({
      id,
      token: dice.token(),
      number,
      course_id: course.id,
      person_id: person.id,
      state,
      waiting_sequence: state === "waiting" ? number : null,
      place_since: holds ? at + 3_600_000 : null,
      source: self ? "self" : "coordinator",
      answers: "{}",
      consent_version: "2026-2",
      consent_language: person.language,
      consent_at: at,
      form_key: `${course.id}-${number}`,
      registered_at: at,
    });
    let from: Standing | null = null;
    const way = course.admission === "first_come" && holds ? ways[state].slice(1) : ways[state];
    for (const [i, to] of way.entries()) {
      const settled = to === "attended" || to === "no_show";
      changeInto({
        registration_id: id,
        from_state: from,
        to_state: to,
        cause:
          i === 0 ? "registered" : settled ? "course_ended" : to === "withdrawn" ? "withdrawn" : "decided",
        at: settled ? last : at + i * 3_600_000,
      });
      from = to;
    }
    if (!self)
      auditInto({
        at,
        by_person_id: course.by,
        action: "registration.create",
        subject: "registration",
        subject_id: id,
        detail: JSON.stringify({ state }),
      });
    if (!self && dice.percent(40)) {
      const told = course.state === "closed" || dice.percent(80) ? at + dayMs : null;
      noticeInto({
        person_id: person.id,
        registration_id: id,
        course_id: course.id,
        message: holds ? "registrationAccepted" : "registrationReceived",
        params: "{}",
        topic: `registration:${id}:state`,
        at,
        told_at: told,
        told_by: told ? course.by : null,
      });
    }
    return id;
  };
}
