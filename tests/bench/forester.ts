// A file of its own with a cascade of five generations that reached so many people; answers how long its pages' queries took (ms).
import { closeDatabase, databaseFile, sqlite } from "../../db/client";
import { migrate } from "../../db/migrate";
import * as gate from "../../lib/access/gate";
import { contextOf } from "../../lib/acts/context";
import { cascadeList, cascadeOf } from "../../lib/cascade/queries";
import { ever } from "../../lib/cascade/rules/period";
import { serialFrom } from "../../lib/certificates/rules/serial";
import { addDays } from "../../lib/time/civil";
import { now, planned, world } from "../support/world";
import { timed } from "./figures";
import { fill, into, keysOf } from "./world/fill";

const file = databaseFile(process.env.DATA_DIR!);
const people = Number(process.argv[2]);
const inWorkshop = 20;
const generations = 5;
migrate(sqlite(), now);
const w = world();
planned(w, { kind: "tot", startsOn: "2027-02-07", endsOn: "2027-02-11" });
closeDatabase();
const text = (own: string) => JSON.stringify({ own: "en", en: own });
let root = 0;

fill(file, (open) => {
  const [courseKey, sessionKey, personKey, registrationKey, organisationKey] = [
    ...["courses", "sessions", "persons", "registrations", "organisations"],
  ].map((name) => keysOf(open, name)) as [
    () => number,
    () => number,
    () => number,
    () => number,
    () => number,
  ];
  const course = into(
    open,
    "courses",
    "id slug programme_id kind title search country place mode zone starts_on ends_on languages capacity state min_attendance micro_teaching signatories created_at approved_at",
  );
  const module = into(open, "course_modules", "course_id module_id position");
  const trainer = into(open, "course_trainers", "course_id person_id");
  const session = into(
    open,
    "sessions",
    "id course_id kind module_id day starts_at ends_at zone start_instant end_instant minutes",
  );
  const sessionTrainer = into(open, "session_trainers", "session_id person_id start_instant");
  const person = into(open, "persons", "id name search sort_name language organisation_id created_at");
  const known = into(open, "person_programmes", "person_id programme_id since");
  const registration = into(
    open,
    "registrations",
    "id token number course_id person_id state source answers form_key registered_at",
  );
  const mark = into(open, "attendance", "session_id registration_id state minutes entered_at");
  const certificate = into(
    open,
    "certificates",
    "serial registration_id kind language facts issued_at valid_from issued_on",
  );
  const bySex = into(open, "came_by_sex", "course_id women men");
  const organisation = into(open, "organisations", "id name kind name_key sort_name");
  const organisations = Array.from({ length: Math.ceil(people / 10) }, () => {
    const id = organisationKey();
    organisation({ id, name: `Of ${id}`, kind: "cooperative", name_key: `of ${id}`, sort_name: `of ${id}` });
    return id;
  });
  const somebody = (nth: number) => {
    const id = personKey();
    const named = { name: `Person ${id}`, search: `person ${id}`, sort_name: `person ${id}`, language: "en" };
    person({ id, ...named, organisation_id: organisations[nth % organisations.length]!, created_at: now });
    known({ person_id: id, programme_id: w.programmeId, since: now });
    return id;
  };
  const held = (kind: "tot" | "user", day: string, teaches: readonly number[]) => {
    const id = courseKey();
    const named = {
      slug: `c${id}`,
      title: text(`Course ${id}`),
      search: `course ${id}`,
      place: text("Irbid"),
    };
    course({
      ...{
        id,
        ...named,
        programme_id: w.programmeId,
        kind,
        country: "JO",
        mode: "venue",
        zone: "Asia/Amman",
      },
      ...{ starts_on: day, ends_on: addDays(day, 3), languages: '["ar"]', capacity: 20, state: "closed" },
      ...{ min_attendance: 80, micro_teaching: 0, signatories: "[]", created_at: now, approved_at: now },
    });
    module({ course_id: id, module_id: w.moduleIds[0]!, position: 1 });
    for (const person_id of teaches) trainer({ course_id: id, person_id });
    const own: number[] = [];
    for (let nth = 0; nth < 3; nth++) {
      const key = sessionKey();
      own.push(key);
      const at = Date.parse(`${addDays(day, nth)}T07:00:00Z`);
      session({
        ...{ id: key, course_id: id, kind: "module", module_id: w.moduleIds[0]!, day: addDays(day, nth) },
        ...{ starts_at: "09:00", ends_at: "15:00", zone: "Asia/Amman", start_instant: at },
        ...{ end_instant: at + 6 * 3_600_000, minutes: 360 },
      });
      for (const person_id of teaches) sessionTrainer({ session_id: key, person_id, start_instant: at });
    }
    return { id, sessions: own };
  };
  const attends = (
    { id: courseId, sessions: own }: ReturnType<typeof held>,
    personId: number,
    number: number,
    completes: boolean,
  ) => {
    const id = registrationKey();
    registration({
      ...{ id, token: `t${id}`, number, course_id: courseId, person_id: personId, state: "attended" },
      ...{ source: "coordinator", answers: "{}", form_key: `k${id}`, registered_at: now },
    });
    for (const session_id of own)
      mark({ session_id, registration_id: id, state: "present", minutes: 360, entered_at: now });
    if (completes)
      certificate({
        ...{
          serial: serialFrom(Buffer.from(String(id).padStart(9, "0").padEnd(32, "0"))),
          registration_id: id,
          kind: "participation",
          language: "en",
          facts: "{}",
        },
        ...{ issued_at: now, valid_from: now, issued_on: "2020-01-01" },
      });
  };
  // One training, then two, four and so on: the first two trainers of each teach the next ones.
  let tots = [{ day: "2015-01-10", by: [w.trainerIds[0]!] }];
  const totCount = 2 ** generations - 1;
  const perTrainer = Math.round(people / inWorkshop / (totCount * 20));
  const reached: number[] = [];
  for (let generation = 0; generation < generations; generation++) {
    const next: typeof tots = [];
    for (const { day, by } of tots) {
      const tot = held("tot", day, by);
      root ||= tot.id;
      const trainers = Array.from({ length: 20 }, (_, nth) => somebody(nth));
      for (const [nth, id] of trainers.entries()) attends(tot, id, nth + 1, true);
      for (const id of trainers)
        for (let nth = 0; nth < perTrainer; nth++) {
          const workshop = held("user", addDays(day, 20 + nth * 30), [id]);
          bySex({ course_id: workshop.id, women: 11, men: 8 });
          // One in ten was in another workshop before.
          const so = reached.length;
          for (let seat = 0; seat < inWorkshop; seat++) {
            const before = seat < 2 && so > 2 ? reached[(workshop.id * 7 + seat) % so] : undefined;
            const who = before ?? somebody(workshop.id + seat);
            if (before === undefined) reached.push(who);
            attends(workshop, who, seat + 1, false);
          }
        }
      for (const id of trainers.slice(0, 2)) next.push({ day: addDays(day, 400), by: [id] });
    }
    tots = next;
  }
});

const cx = contextOf(w.coordinator, now);
const any = { programme: null, country: null, toolId: null, year: null };
const works: Record<string, () => unknown> = {
  "the first page of all cascades": () => cascadeList(cx, gate.reach(cx, "cascade.read"), any, ever, null),
  "one cascade of five generations": () =>
    cascadeOf(cx, gate.course(cx, "cascade.read", root), { toolId: null, period: ever }, 0),
};
const { sum } = cascadeList(cx, gate.reach(cx, "cascade.read"), any, ever, null);
process.send!({ names: Object.keys(works), people: sum.people, attendances: sum.attendances });
process.on("message", async ({ name, times }: { name: string; times: number }) => {
  const answers: number[] = [];
  for (let nth = 0; nth < times; nth++) answers.push(await timed(works[name]!));
  process.send!(answers);
});
process.on("disconnect", () => process.exit(0));
