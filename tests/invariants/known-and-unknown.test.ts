import { beforeEach, describe, expect, it, vi } from "vitest";
import { sqlite } from "../../db/client";
import { visitor } from "../../lib/access/table";
import { signIn } from "../../lib/accounts/commands";
import { faultsOf } from "../../lib/faults";
import { failAt, type Result } from "../../lib/result";
import { type Action, everyAction, type Read } from "../support/actions";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { posted } from "../support/posted";
import { now, opened, registered, registrationForm, value, world } from "../support/world";

/** What anybody may ask with somebody's contact answers alike, whether that contact is known, proven, or neither. */

const work = vi.hoisted(() => ({ hashed: 0, cookies: [] as string[] }));
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof import("@node-rs/argon2")>();
  const counted =
    <Args extends unknown[], Answer>(does: (...args: Args) => Answer) =>
    (...args: Args) => {
      work.hashed += 1;
      return does(...args);
    };
  return { ...real, hash: counted(real.hash), verify: counted(real.verify) };
});
vi.mock("next/headers", () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    get: () => undefined,
    set: (name: string) => work.cookies.push(name),
    delete: (name: string) => work.cookies.push(`-${name}`),
  }),
}));
vi.mock("@/app/_actions/action", async () => ({
  action: (await import("../support/takenApart")).takenApart,
}));

freshDatabase();
process.env.SMTP_URL = "smtp://127.0.0.1:1";
const w = world();
const course = opened(w, { capacity: "100" });
const password = "a password of theirs";

/** By each contact: what an action is sent with, beside it. */
const kinds = { email: "email_proven_at", phone: "phone_proven_at" } as const;
let numbers = 0;
const contactOf = (kind: keyof typeof kinds) => {
  const n = numbers++;
  return kind === "email" ? `somebody${n}@example.org` : `+9627957${10_000 + n}`;
};
/** A contact with an account whose owner has proven it, one with an account that has not, and one that nobody has. */
async function contacts(kind: keyof typeof kinds) {
  const [proven, unproven, unknown] = [contactOf(kind), contactOf(kind), contactOf(kind)];
  for (const contact of [proven, unproven])
    value(
      await registered(course.slug, {
        name: "Known Here",
        phone: "",
        [kind]: contact,
        password: "of the owner, long",
      }),
    );
  sqlite().prepare(`UPDATE accounts SET ${kinds[kind]} = 1 WHERE ${kind} = ?`).run(proven);
  return { proven, unproven, unknown };
}

/** What is sent with a contact, by the field that takes it; for a field that is not here the test fails. */
const forms: Record<string, (kind: keyof typeof kinds, contact: string) => Record<string, unknown>[]> = {
  identifier: (_, contact) => [
    { identifier: contact, password, code: "12345678" },
    { identifier: contact, password: "", code: "1234" },
  ],
  phone: (kind, contact) =>
    [
      { password },
      { password: "" },
      { password: "short" },
      { consent: "" },
      { name: "Somebody Else", password },
    ].map((more) =>
      registrationForm(course.slug, { name: "Known Here", phone: "", [kind]: contact, ...more }),
    ),
};

type Public = [string, Action, string];
const fieldsOf = (schema: Read) => Object.keys((schema as unknown as { shape?: object }).shape ?? {});
const asksOf = ({ schema }: Action, form: Record<string, unknown>): Read =>
  typeof schema === "function" ? schema(form, as(visitor))! : schema;
const actions = [...(await everyAction())].flatMap(([name, action]): Public[] => {
  if (!["session.start", "registration.create", "registration.follow"].includes(action.permission)) return [];
  const sample = registrationForm(course.slug);
  const fields = typeof action.schema === "function" ? Object.keys(sample) : fieldsOf(action.schema);
  const field = ["identifier", "contact", "phone", "email"].find((one) => fields.includes(one));
  return field ? [[name, action, field]] : [];
});

let addresses = 0;
/** All that shows of an answer: the fault, or the form of the value; the cookies that it sets; how much was hashed. */
async function shown(action: Action, form: Record<string, unknown>) {
  work.hashed = 0;
  work.cookies.length = 0;
  const parsed = asksOf(action, form).safeParse(posted(form));
  const answer = (
    parsed.success
      ? await action.command(as(visitor, now), parsed.data, `10.1.${addresses >> 8}.${addresses++ & 255}`)
      : failAt(faultsOf(parsed.error.issues as never))
  ) as Result<Record<string, unknown>>;
  const { hashed } = work;
  const options = action.options as { after?: (done: unknown) => Promise<void> } & Action["options"];
  if (answer.ok) await options?.after?.(answer.value);
  const value = answer.ok
    ? Object.fromEntries(
        Object.entries(answer.value).map(([key, said]) => [
          key,
          key === "token" || key === "session" ? said !== null : said,
        ]),
      )
    : null;
  const to = answer.ok ? (options?.to?.(answer.value)?.replace(/[\w-]{22}(?=\?|$)/, "…") ?? null) : null;
  return { fault: answer.ok ? null : answer.fault, value, to, hashed, cookies: [...work.cookies] };
}

beforeEach(() => {
  addresses += 1;
});

describe("what anybody may ask with a contact", () => {
  it("is found", () => {
    expect(actions.map(([name]) => name).sort()).toEqual(["register", "requestLink", "signIn", "useCode"]);
  });
  for (const [name, action, field] of actions)
    for (const kind of ["email", "phone"] as const)
      it(`${name} answers alike by ${kind}, with the same work and the same cookies`, async () => {
        const make = forms[field];
        if (!make) throw new Error(`${name} takes a contact as ${field}: say what is sent with it`);
        const { proven, unproven, unknown } = await contacts(kind);
        const answers = [];
        for (const contact of [proven, unproven, unknown]) {
          const all = [];
          for (const form of make(kind, contact)) all.push(await shown(action, form));
          answers.push(all);
        }
        expect(answers[0]).toEqual(answers[2]);
        expect(answers[1]).toEqual(answers[2]);
        if (name !== "register") return;
        // And what was chosen in registering signs in, with whatever was there before.
        for (const identifier of [proven, unproven, unknown]) {
          const there = await signIn(as(visitor, now), { identifier, password, back: "/today" }, "b");
          expect(there.ok, identifier).toBe(true);
        }
      });
});
