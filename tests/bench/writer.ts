// One file's side of the measurement of writes: does what it is told, by name, and answers how long each took (ms).
import { closeDatabase, read, sqlite } from "../../db/client";
import { accounts } from "../../db/schema";
import { visitor } from "../../lib/access/table";
import { viewerOf } from "../../lib/access/viewer";
import { signIn } from "../../lib/accounts/commands";
import { contextOf } from "../../lib/acts/context";
import { decideRegistrations, register, registerList } from "../../lib/admission/commands";
import { takeRoll } from "../../lib/attendance/commands";
import { issueCertificates } from "../../lib/certificates/commands";
import { setCourseState } from "../../lib/courses/commands";
import { registerParticipants } from "../../lib/participants/commands";
import { createPerson } from "../../lib/people/commands";
import { askedInPublic } from "../../lib/registrations/queries";
import { registerListSchema, registrationSchema } from "../../lib/registrations/schema";
import type { Result } from "../../lib/result";
import { timed } from "./figures";
import { dataIn } from "./servers";

const { fixtures } = dataIn("small", process.env.DATA_DIR!);
const { now } = fixtures;
const file = sqlite();
const keys = (sql: string, ...values: unknown[]) =>
  file
    .prepare(sql)
    .pluck()
    .all(...values) as number[];
const viewer = (email: string) => {
  const account = read()
    .select()
    .from(accounts)
    .all()
    .find((row) => row.email === email)!;
  return viewerOf(contextOf(visitor, now), account.id);
};
const coordinator = contextOf(viewer("coordinator@cascade.example"), now);
const trainer = contextOf(viewer("trainer@cascade.example"), now);
const nobody = contextOf(visitor, now);

/** What a command gave. @throws Error where it refused: then there is nothing to measure. */
function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.fault)}`);
  return result.value;
}

/** Measures what can be done only once, and takes it back with what goes before: all of it but the commit. */
async function takenBack(work: () => unknown, before: () => void = () => {}): Promise<number> {
  file.exec("BEGIN IMMEDIATE");
  before();
  const ms = await timed(work);
  file.exec("ROLLBACK");
  return ms;
}

/** What the form of the open course is read with. */
const registration = registrationSchema(...askedInPublic(nobody, fixtures.courses.open.slug));

let count = 0;
const registering = (more: Record<string, string>) => {
  const n = count++;
  const input = {
    slug: fixtures.courses.open.slug,
    formKey: `bench-form-key-${n}`,
    language: "ar",
    name: `رنا محمد حداد ${n}`,
    phone: `079${3_000_000 + n}`,
    consent: "on",
    ...more,
  };
  return timed(async () => good(await register(nobody, registration.parse(input), `bench-${n}`)));
};

const people = { of25: keys("SELECT id FROM registrations WHERE course_id = ?", fixtures.courses.of25.id) };
const everyone = keys("SELECT id FROM registrations WHERE course_id = ?", fixtures.courses.of500.id);
const states = ["present", "absent"] as const;
const marks = (ids: readonly number[]) =>
  ids.map((registrationId) => ({ registrationId, state: states[count % 2]!, lateMinutes: 0 }));
const applied = keys(
  "SELECT id FROM registrations WHERE course_id = ? AND state = 'applied' ORDER BY number LIMIT 100",
  fixtures.courses.applied.id,
);
const organisation = file
  .prepare("SELECT name FROM organisations WHERE country = 'JO' ORDER BY id LIMIT 1 OFFSET 3")
  .pluck()
  .get() as string;
file.exec("CREATE TABLE bench (id INTEGER PRIMARY KEY, text TEXT)");
const bare = file.prepare("INSERT INTO bench (text) VALUES (?)");

/** Ends a course as its page does: it asks what that does now, and is told that this is meant. */
function endCourse() {
  const input = {
    courseId: fixtures.courses.ending.id,
    from: "running",
    to: "closed",
    reason: null,
    withoutRolls: true,
  } as const;
  const asked = setCourseState(coordinator, input);
  if (asked.ok || asked.fault.code !== "endingChanged") return good(asked);
  const told = asked.fault.params;
  const figures = (["attended", "noShow", "missingRolls", "waiting", "undecided"] as const).map(
    (what) => told[what],
  );
  return good(setCourseState(coordinator, { ...input, foreseen: figures.join("-") }));
}

/** The course into which lists are pasted: that of which the applications are decided on. */
const listed = fixtures.courses.applied.id;

/** Pastes a list of a hundred new people as its page sends it once it has shown it: the sending alone is measured. */
function listOf100(
  command: typeof registerList | typeof registerParticipants,
  by: typeof coordinator,
  before: () => unknown = () => {},
): Promise<number> {
  const list = Array.from({ length: 100 }, (_, nth) => `رنا محمد, 079${5_000_000 + 100 * count + nth}, F`);
  count++;
  const form = { courseId: String(listed), list: list.join("\n"), language: "ar", consent: "on" };
  let checked: string | undefined;
  return takenBack(
    () => good(command(by, registerListSchema.parse({ ...form, checked }))),
    () => {
      before();
      const shown = command(by, registerListSchema.parse(form));
      const read = shown.ok ? undefined : shown.fault.fields?.list;
      checked = read?.code === "listToRead" ? read.list.checked : undefined;
    },
  );
}

const works: Record<string, () => Promise<number>> = {
  "bare durable commit": () => timed(() => file.transaction(() => bare.run("x".repeat(300))).immediate()),
  registration: () => registering({}),
  "registration, a known organisation": () => registering({ organisation }),
  "registration, a new organisation": () => registering({ organisation: `تعاونية جديدة ${count}` }),
  "tap of the roll": () => {
    count++;
    const mark = marks([people.of25[count % people.of25.length]!]);
    return timed(() => good(takeRoll(trainer, { sessionId: fixtures.rolls.of25, marks: mark })));
  },
  "roll of 500 at once": () => {
    count++;
    const all = marks(everyone);
    return timed(() => good(takeRoll(trainer, { sessionId: fixtures.rolls.of500, marks: all })));
  },
  "accept 100 of 500 (no commit)": () =>
    takenBack(() =>
      good(
        decideRegistrations(coordinator, {
          courseId: fixtures.courses.applied.id,
          registrationIds: applied,
          to: "accepted",
          reason: null,
        }),
      ),
    ),
  "list of 100 people (no commit)": () => listOf100(registerList, coordinator),
  "a trainer's list of 100 people (no commit)": () =>
    listOf100(registerParticipants, trainer, () =>
      file
        .prepare("UPDATE courses SET scheduled_by = ?, approved_at = ? WHERE id = ?")
        .run(trainer.viewer.personId, now, listed),
    ),
  "issue 500 certificates (no commit)": () =>
    takenBack(() =>
      good(issueCertificates(coordinator, { courseId: fixtures.courses.ready.id, reason: null })),
    ),
  "end a course of 500 (no commit)": () => takenBack(endCourse),
  "new person": () => {
    const n = count++;
    const person = {
      name: `مريم ${n} الخطيب`,
      latinName: null,
      email: null,
      phone: `079${4_000_000 + n}`,
      language: "ar" as const,
      organisation: null,
      position: null,
      governorate: null,
      country: "JO",
    };
    return timed(() => good(createPerson(coordinator, person)));
  },
  "sign in": () => {
    const n = count++;
    const input = { identifier: "trainer@cascade.example", password: "cascade-demo", back: "/today" };
    return timed(async () => good(await signIn(nobody, input, `bench-${n}`)));
  },
};

process.on("message", async ({ name, times }: { name: string; times: number }) => {
  const answers: number[] = [];
  for (let i = 0; i < times; i++) answers.push(await works[name]!());
  process.send!(answers);
});
process.once("disconnect", closeDatabase);
process.send!(Object.keys(works));
