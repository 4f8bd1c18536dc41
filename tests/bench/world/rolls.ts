import type Database from "better-sqlite3";
import { minutesFor } from "../../../lib/attendance/rules";
import { serialFrom } from "../../../lib/certificates/rules";
import { attendancePercent, defaultRule } from "../../../lib/completion/rules";
import { dayAt } from "../../../lib/time/zone";
import type { Made, Session } from "./courses";
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

/** Makes who takes part in courses: registrations and their history, rolls, marks of tests, certificates. */
export function rollsOf(sqlite: Database.Database, dice: Dice, now: number) {
  const nextRegistration = keysOf(sqlite, "registrations");
  const columns =
    "id token number course_id person_id state waiting_sequence place_since source answers consent_version consent_language consent_at form_key registered_at";
  const registrationInto = into(sqlite, "registrations", columns.split(" "));
  const changeInto = into(sqlite, "registration_changes", [
    "registration_id",
    "from_state",
    "to_state",
    "cause",
    "at",
  ]);
  const entryInto = into(sqlite, "attendance", [
    "session_id",
    "registration_id",
    "state",
    "minutes",
    "late_minutes",
    "entered_by",
    "entered_at",
  ]);
  const scoreInto = into(sqlite, "assessments", ["registration_id", "kind", "score", "entered_at"]);
  const certificateInto = into(sqlite, "certificates", [
    "serial",
    "registration_id",
    "kind",
    "language",
    "facts",
    "issued_at",
    "valid_from",
    "issued_on",
    "issued_by",
  ]);
  const noticeInto = into(sqlite, "notices", [
    "person_id",
    "registration_id",
    "course_id",
    "message",
    "params",
    "topic",
    "at",
    "told_at",
    "told_by",
  ]);
  const auditInto = into(sqlite, "audit_log", [
    "at",
    "by_person_id",
    "action",
    "subject",
    "subject_id",
    "detail",
  ]);

  const register = (course: Made, { person, state }: Taking, number: number, last: number): number => {
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

  /** The roll of one session. Adds to the minutes of each. */
  const takeRoll = (course: Made, session: Session, here: (Taking & { id: number; minutes: number })[]) => {
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

  const certify = (
    course: Made,
    { person, id, minutes }: Taking & { id: number; minutes: number },
    at: number,
    day: string,
  ) => {
    const { language } = person;
    const serial = serialFrom(dice.bytes(32));
    const place = { own: language, ...course.town };
    const issuer = {
      own: "en",
      en: "International Labour Organization",
      fr: "Organisation internationale du Travail",
      ar: "منظمة العمل الدولية",
    } as const;
    certificateInto({
      serial,
      registration_id: id,
      kind: "participation",
      language,
      facts: JSON.stringify({
        name: person.name,
        latinName: person.latinName,
        course: course.title[language],
        courseKind: course.kind,
        tools: course.tools.map((tool) => ({
          name: tool.title[language],
          version: "1",
          modules: tool.modules.map((m) => ({ code: m.code, title: m.title[language] })),
        })),
        startsOn: course.startsOn,
        endsOn: course.endsOn,
        year: null,
        place: course.town[language],
        online: false,
        country: course.country,
        minutes,
        programme: course.programme.title[language],
        issuer: issuer[language],
        signatories: [{ name: "Salwa Mansour", role: "Programme coordinator" }],
        fictional: true,
        said: { course: course.title, issuer, programme: course.programme.title, place },
      }),
      issued_at: at,
      valid_from: at,
      issued_on: day,
      issued_by: course.by,
    });
    return serial;
  };

  /**
   * Puts people into a course: the rolls of its sessions that are over are taken, but those of today; where it is
   * closed, tests are marked, and who completed it gets a certificate if `certified`.
   * @returns the serials of the certificates.
   */
  return (course: Made, list: readonly Taking[], certified: boolean): string[] => {
    const last = course.sessions.at(-1)?.endInstant ?? now;
    const here: (Taking & { id: number; minutes: number })[] = [];
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
