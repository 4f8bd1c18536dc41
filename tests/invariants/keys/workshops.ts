import { eq } from "drizzle-orm";
import { sqlite } from "../../../db/client";
import { courses } from "../../../db/schema";
import { seenWord } from "../../../lib/courses/queries";
import { registerParticipants } from "../../../lib/participants/commands";
import { registerListSchema } from "../../../lib/registrations/schema";
import { as } from "../../support/as";
import { transact } from "../../support/transact";
import { type Filled, formKey, running, type TwoProgrammes, version } from "../../support/twoProgrammes";
import { courseForm, now, opened, person } from "../../support/world";
import { checkedOf } from "./registrations";
import { catalogue, type Row, team } from "./row";

/** A trainer's own workshops and their participants. */
export function workshopRows({ w, own, foreign, roles, otherTrainers }: TwoProgrammes): Record<string, Row> {
  /** A trainer's workshop in each programme: one that awaits approval, and one that was approved. */
  const workshops = new Map<string, number>();
  for (const [i, of] of [own, foreign].entries())
    for (const [k, kind] of (["awaits", "approved"] as const).entries()) {
      const startsOn = i === 0 ? `2027-05-0${3 + 2 * k}` : `2027-06-0${7 + 2 * k}`;
      const by = i === 0 ? w.coordinator : w.stranger;
      const { courseId } = opened(
        { ...w, coordinator: by, programmeId: of.programmeId, trainerIds: [of.trainerId] },
        { startsOn, endsOn: startsOn },
      );
      sqlite()
        .prepare("UPDATE courses SET scheduled_by = ?, approved_at = ?, approved_by = ? WHERE id = ?")
        .run(of.trainerId, kind === "awaits" ? null : now, kind === "awaits" ? null : by.personId, courseId);
      workshops.set(`${of.programmeId}:${kind}`, courseId);
    }
  const workshopOf = (of: Filled, kind: "awaits" | "approved") =>
    workshops.get(`${of.programmeId}:${kind}`) ?? 0;
  const workshop = (of: Filled) => ({
    ...courseForm(w),
    programmeId: String(of.programmeId),
    trainerIds: [String(of === own ? w.trainerIds[1] : otherTrainers[1])],
    place: "Kufr Asad",
    organisationIds: [organisations.get(of.programmeId)!],
    startsOn: "2027-07-01",
    endsOn: "2027-07-01",
    startsAt: "09:00",
    endsAt: "16:00",
    breakFrom: "12:00",
    breakMinutes: "30",
  });
  const datesOf = (courseId: number) =>
    sqlite()
      .prepare("SELECT starts_on AS startsOn, ends_on AS endsOn FROM courses WHERE id = ?")
      .get(courseId) as { startsOn: string; endsOn: string };
  /** A workshop as the page of a decision on it carries it. */
  const seenOf = (courseId: number) =>
    transact((db) => db.select({ seen: seenWord }).from(courses).where(eq(courses.id, courseId)).get()!.seen);
  /** Somebody known, whom a trainer registers in their own workshop. */
  const participantForm = (of: Filled) => ({
    courseId: String(of.workshop.courseId),
    formKey: formKey(),
    name: "As the trainer heard it",
    phone: phoneOf(of.running.rows[0]!.personId),
    language: "en",
    consent: "on",
    known: String(of.running.rows[0]!.personId),
  });
  const phoneOf = (personId: number) =>
    sqlite().prepare("SELECT phone FROM persons WHERE id = ?").pluck().get(personId) as string;
  const doorForm = (of: Filled) => ({
    courseId: String(of.workshop.courseId),
    registrationId: String(of.workshop.atTheDoor),
  });
  /** An organisation of which somebody of that programme is. */
  const organisations = new Map(
    [own, foreign].map((of) => {
      const name = `Workshops of ${of.programmeId}`;
      const { lastInsertRowid } = sqlite()
        .prepare(
          "INSERT INTO organisations (name, kind, name_key, sort_name) VALUES (?, 'cooperative', lower(?), lower(?))",
        )
        .run(name, name, name);
      const member = person(`Member of ${of.programmeId}`);
      sqlite().prepare("UPDATE persons SET organisation_id = ? WHERE id = ?").run(lastInsertRowid, member);
      sqlite()
        .prepare("INSERT OR IGNORE INTO person_programmes (person_id, programme_id, since) VALUES (?, ?, 0)")
        .run(member, of.programmeId);
      return [of.programmeId, String(lastInsertRowid)];
    }),
  );
  return {
    scheduleWorkshop: { form: workshop, by: ["trainer", "trainerElsewhere"], open: catalogue },
    editWorkshop: {
      form: (of) => ({
        ...workshop(of),
        // Its timetable was proposed by hand, so it keeps its days and hours.
        ...datesOf(workshopOf(of, "awaits")),
        startsAt: undefined,
        endsAt: undefined,
        breakFrom: undefined,
        breakMinutes: undefined,
        courseId: String(workshopOf(of, "awaits")),
        version: version("courses", workshopOf(of, "awaits")),
      }),
      by: ["trainer", ...team],
      open: catalogue,
    },
    approveWorkshop: {
      form: (of) => ({
        courseId: String(workshopOf(of, "awaits")),
        seen: seenOf(workshopOf(of, "awaits")),
      }),
      by: team,
    },
    turnDownWorkshop: {
      form: (of) => ({
        courseId: String(workshopOf(of, "awaits")),
        seen: seenOf(workshopOf(of, "awaits")),
        reason: "A reason",
      }),
      by: team,
    },
    takeApprovalBack: { form: (of) => ({ courseId: String(workshopOf(of, "approved")) }), by: team },
    registerParticipant: { form: participantForm, by: ["trainer", ...team], at: running },
    registerParticipants: {
      form: (of) => {
        const form = {
          courseId: String(of.workshop.courseId),
          list: "Somebody of a list",
          language: "en",
          consent: "on",
        };
        const first = registerParticipants(as(roles.administrator!, running), registerListSchema.parse(form));
        return { ...form, checked: checkedOf(first) };
      },
      by: ["trainer", ...team],
      at: running,
    },
    registerWalkIn: {
      form: (of) => ({ ...participantForm(of), sessionId: String(of.workshop.session.id) }),
      by: ["trainer", ...team],
      at: running,
    },
    takeBackParticipant: { form: doorForm, by: ["trainer", ...team], at: running },
    givePlace: {
      form: (of) => ({
        courseId: String(of.workshop.courseId),
        registrationId: String(of.workshop.rows[2]!.id),
      }),
      by: ["trainer", ...team],
      at: running,
    },
    editParticipant: {
      form: (of) => ({ ...doorForm(of), version: "1-1", name: "Corrected" }),
      by: ["trainer"],
      at: running,
    },
  };
}
