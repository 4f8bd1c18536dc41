import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it, vi } from "vitest";
import { sqlite } from "../../db/client";
import { mayAnywhere, type Permission, type Viewer } from "../../lib/access/table";
import type { Context } from "../../lib/acts/context";
import { registerParticipant } from "../../lib/participants/commands";
import { participantSchema } from "../../lib/participants/schema";
import { as } from "../support/as";
import * as asked from "../support/asked";
import { rollOf } from "../support/asked";
import { freshDatabase } from "../support/database";
import { ownWorkshop, registered, value, viewer, world } from "../support/world";

/** What holds for whoever scheduled a workshop themselves, whatever pages and actions there are. */

type Read = {
  safeParse: (form: unknown) => {
    success: boolean;
    data?: unknown;
    error?: { issues: { path: PropertyKey[] }[] };
  };
};
type Action = {
  permission: Permission;
  schema: Read | ((said: unknown, cx: Context) => Read | null);
  command: (cx: Context, input: unknown, address: string) => unknown;
};
vi.mock("@/app/_actions/action", async () => ({
  action: (await import("../support/takenApart")).takenApart,
}));
vi.mock("@/app/_server/auth", () => ({
  startSession: vi.fn(),
  endSession: vi.fn(),
  chooseLanguage: vi.fn(),
}));
vi.mock("next/cache", () => ({ revalidatePath: vi.fn(), refresh: vi.fn() }));

const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : name === "actions.ts" ? [path] : [];
  });
const actions = new Map<string, Action>();
for (const path of files("app"))
  for (const [name, made] of Object.entries(await import(pathToFileURL(path).href)))
    if (typeof made === "object" && made !== null) actions.set(name, made as Action);

/** Every function of every file of reads; those that take what a gate hands out, as pages ask them. */
const readers = new Map<string, (...given: unknown[]) => unknown>();
for (const domain of readdirSync("lib"))
  for (const path of [`lib/${domain}/queries.ts`, `lib/${domain}/queries/index.ts`])
    if (existsSync(path))
      for (const [name, made] of Object.entries(await import(pathToFileURL(path).href)))
        if (typeof made === "function") readers.set(`${path} ${name}`, made as never);

for (const [name, made] of Object.entries(asked)) readers.set(`asked ${name}`, made as never);

freshDatabase();
const w = world();
const running = Date.parse("2027-02-08T08:00:00Z");
const colleague = viewer(w.trainerIds[1]!, { trains: [w.programmeId] });

const workshop = ownWorkshop(w);
const said = { sex: "woman", birthYear: "1937", displacement: "refugee", disability: "yes" };
for (const [i, name] of ["Amina Khalil", "Hanan Obeidat", "Tareq Al-Masri"].entries())
  value(await registered(workshop.slug, { name, phone: `079444010${i}`, needs: "A ramp", ...said }));
sqlite().prepare("UPDATE courses SET state = 'running' WHERE id = ?").run(workshop.courseId);
const keys = (statement: string) => sqlite().prepare(statement).pluck().all(workshop.courseId) as number[];
/** One of them: what a reader answers to the others is asked of the same rows. */
const sessions = keys("SELECT id FROM sessions WHERE course_id = ? ORDER BY start_instant LIMIT 1");

/** Puts somebody on the list by hand; gives the key of their registration. */
const put = (by: Viewer, name: string) => {
  const form = { formKey: `link-of-${name.replaceAll(" ", "-")}`, name, language: "ar", consent: "on" };
  const input = participantSchema([]).parse({ ...form, courseId: String(workshop.courseId) });
  return value(registerParticipant(as(by, running), input)).registrationId;
};
const own = put(w.trainer, "Has no account");
const withAccount = put(w.trainer, "Has an account");
const others = put(w.coordinator, "Registered by another");
sqlite()
  .prepare(
    "INSERT INTO accounts (person_id, phone, created_at) SELECT person_id, '+962794440199', 1 FROM registrations WHERE id = ?",
  )
  .run(withAccount);
const tokens = sqlite()
  .prepare("SELECT id, token FROM registrations WHERE course_id = ?")
  .all(workshop.courseId) as { id: number; token: string }[];

/** Of what may be asked of a reader, what is not the same to it: what it says to take is all that it looks at. */
function askedOnce(reader: (...given: unknown[]) => unknown, given: unknown[][]): unknown[][] {
  const takes = /^(?:async )?(?:function \w*)?\(([^()=]*)\)/.exec(String(reader))?.[1];
  const most =
    takes === undefined || takes.includes("...") ? Number.POSITIVE_INFINITY : takes.split(",").length;
  return [...new Map(given.map((each) => [JSON.stringify(each.slice(1, most)), each])).values()];
}

const reads = new Map<Viewer, string>();
/**
 * Everything that any reader answers to somebody, asked once with every key there is in the workshop; whoever may read none of
 * it with one of each kind: who registered themselves, whom the trainer registered, with an account and without, and whom
 * another did.
 */
function everythingRead(by: Viewer): string {
  const read = reads.get(by) ?? readBy(by);
  reads.set(by, read);
  return read;
}
function readBy(by: Viewer): string {
  const cx = as(by, running);
  const all = keys("SELECT id FROM registrations WHERE course_id = ? ORDER BY id");
  const registrations = by === w.trainer ? all : [all[0]!, own, withAccount, others];
  const people = sqlite()
    .prepare(
      `SELECT person_id FROM registrations WHERE id IN (${registrations.slice(0, by === w.trainer ? undefined : 2)})`,
    )
    .pluck()
    .all() as number[];
  const given: unknown[][] = [
    [cx],
    [cx, workshop.courseId, { state: null, q: null }],
    [cx, { state: null, q: null, before: null, after: null, programme: null }],
    ...[workshop.courseId, ...registrations, ...people, ...sessions].flatMap((key) => [
      [cx, key],
      [cx, key, running],
      [cx, key, { state: null, q: null }],
      [cx, workshop.courseId, key],
      [cx, workshop.courseId, key, running],
    ]),
  ];
  const read: string[] = [];
  for (const reader of readers.values())
    for (const each of askedOnce(reader, given))
      try {
        read.push(JSON.stringify(reader(...each)) ?? "");
      } catch {
        // Not a reader of this kind of thing.
      }
  return read.join("\n");
}

const phones = ["+962794440100", "+962794440101", "+962794440102"];
/** How many values a key seals is no answer of anybody. */
const sensitive = /"(sex|birthYear|displacement|disability|sealed)"(?!:\d)|\b1937\b|refugee|\bwoman\b/;

/** How an action reads a form, which may follow the questions of a course. */
const formRead = (schema: Action["schema"], form: unknown, by: Viewer) =>
  typeof schema === "function" ? schema(form, as(by, running)) : schema;

describe("whoever scheduled a workshop", () => {
  it("can reach everybody who takes part in it, and reads nothing that was said for the totals", () => {
    const read = everythingRead(w.trainer);
    for (const phone of phones) expect(read.includes(phone), phone).toBe(true);
    expect(sensitive.exec(read)?.[0]).toBeUndefined();
  });

  it.each(
    Object.entries({ colleague, other: w.otherTrainer, participant: w.participant, stranger: w.stranger }),
  )("is the only one who reads phone numbers there: no %s", (_, by) => {
    const read = everythingRead(by);
    for (const phone of phones) expect(read.includes(phone), phone).toBe(false);
    expect(sensitive.exec(read)?.[0]).toBeUndefined();
  });

  it("reads the link to nobody's own page but of those whom they registered and who have no account", () => {
    const read = (by: Viewer) => {
      const text = everythingRead(by);
      return tokens.filter(({ token }) => text.includes(token)).map(({ id }) => id);
    };
    expect(tokens.map(({ id }) => id)).toEqual(expect.arrayContaining([own, withAccount, others]));
    expect(read(w.trainer)).toEqual([own]);
    expect(read(colleague)).toEqual([]);
  });

  it("puts whoever walks in onto the roll, present, with one action; nobody else but coordinators does", async () => {
    const form = (n: number) => ({
      courseId: String(workshop.courseId),
      sessionId: String(sessions[0]),
      slug: workshop.slug,
      formKey: `walks-in-${n}-0000`,
      who: "other",
      name: `Walks in ${n}`,
      phone: `07944402${String(n).padStart(2, "0")}`,
      language: "ar",
      consent: "on",
      ...said,
    });
    const present = (name: string) =>
      rollOf(as(w.coordinator), sessions[0]!)?.people.some((p) => p.name === name && p.state === "present");
    let n = 0;
    const putBy = async (by: Viewer) => {
      const put: string[] = [];
      for (const [action, { permission, schema, command }] of actions) {
        n += 1;
        const parsed = formRead(schema, form(n), by)?.safeParse(form(n));
        if (!parsed?.success || !mayAnywhere(by, permission)) continue;
        const answer = await command(as(by, running), parsed.data, `address-${n}`);
        if (present(`Walks in ${n}`)) {
          put.push(action);
          expect(sensitive.exec(JSON.stringify(answer))?.[0]).toBeUndefined();
        }
      }
      return put;
    };
    expect(await putBy(w.trainer)).toHaveLength(1);
    for (const by of [colleague, w.otherTrainer, w.participant, w.stranger])
      expect(await putBy(by)).toEqual([]);
    expect(sensitive.exec(JSON.stringify(rollOf(as(w.trainer, running), sessions[0]!)))).toBeNull();
  });
});

describe("a form that takes a person's name", () => {
  it("takes no pictures, which no paper can print, and says so beside the name; hidden signs never reach it", () => {
    const person = {
      courseId: String(workshop.courseId),
      registrationId: "1",
      sessionId: "1",
      personId: "",
      slug: workshop.slug,
      who: "other",
      formKey: "pictures-0000",
      version: "1",
      language: "ar",
      phone: "0791234567",
      consent: "on",
    };
    const takesNames = [...actions].filter(
      ([, { schema }]) =>
        formRead(schema, person, w.coordinator)?.safeParse({ ...person, name: "أمينة خليل" }).success &&
        !formRead(schema, person, w.coordinator)?.safeParse({ ...person, name: "12345" }).success,
    );
    expect(takesNames.length).toBeGreaterThan(1);
    for (const [action, { schema }] of takesNames)
      for (const name of ["أمينة 😀", "Amina 🇯🇴", "Amina ❤️"])
        expect(
          (formRead(schema, person, w.coordinator)?.safeParse({ ...person, name }).error?.issues ?? []).map(
            (issue) => issue.path[0],
          ),
          `${action} ${name}`,
        ).toContain("name");
    for (const [action, { schema }] of takesNames)
      for (const name of ["Ami\u202ena", "Ami\u200bna", "\u2067Amina\u2069"])
        expect(
          formRead(schema, person, w.coordinator)?.safeParse({ ...person, name }).data,
          `${action} ${escape(name)}`,
        ).toMatchObject({ name: "Amina" });
  });
});
