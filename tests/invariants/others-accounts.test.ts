import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { read, sqlite } from "../../db/client";
import { jobs } from "../../db/schema";
import { visitor } from "../../lib/access/table";
import { enableShown, proveByCode, takeSecondStepAway, useCode, useLink } from "../../lib/accounts/commands";
import { linkUseSchema } from "../../lib/accounts/schema";
import type { Context } from "../../lib/acts/context";
import { makeParticipantCode } from "../../lib/participants/commands";
import {
  editPersonShown,
  giveAccess,
  giveAccessShown,
  makeCode,
  makeCodeShown,
} from "../../lib/people/commands";
import { personEditSchema } from "../../lib/people/schema";
import type { Result } from "../../lib/result";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { account, haveAccounts, ownersBy, password } from "../support/owners";
import { holder } from "../support/signedIn";
import { version } from "../support/twoProgrammes";
import { fault, now, opened, person, registered, value, world } from "../support/world";

freshDatabase();
process.env.SMTP_URL = "smtp://127.0.0.1:1";
process.env.PUBLIC_URL = "https://cascade.example.org";
const w = world();
haveAccounts(w.coordinator, w.trainer);
const somebody = ownersBy(opened(w, { capacity: "100" }).slug);
const minute = 60_000;
const run = (text: string, ...values: unknown[]) =>
  sqlite()
    .prepare(text)
    .run(...values);
const member = (personId: number, role: string, programmeId = w.programmeId) =>
  run(
    "INSERT INTO programme_members (person_id, programme_id, role, since) VALUES (?, ?, ?, 1)",
    personId,
    programmeId,
    role,
  );

type Whose = Awaited<ReturnType<typeof somebody>>;

/** Every way into somebody else's account that one person opens for another, as the page's form does it. */
const ways: Record<string, { made?: (who: Whose) => void; act: Act }> = {
  "a link in the place of a password": {
    act: (cx, { personId }, current) => giveAccessShown(cx, { personId, reset: true, current }, "a"),
  },
  "a first link": {
    made: ({ id }) => run("UPDATE accounts SET password_hash = NULL WHERE id = ?", id),
    act: (cx, { personId }, current) => giveAccessShown(cx, { personId, reset: false, current }, "a"),
  },
  "a code": { act: (cx, { personId }, current) => makeCodeShown(cx, { personId, current }, "a") },
  "another contact": {
    act: (cx, { personId, phone }, current) =>
      editPersonShown(
        cx,
        {
          ...personEditSchema.parse({
            personId: String(personId),
            version: version("persons", personId),
            name: "Renamed",
            language: "en",
            phone: phone.replace("+9627955", "+9627956"),
          }),
          current,
        },
        "a",
      ),
  },
  "a disabled account that is enabled": {
    made: ({ id }) => run("UPDATE accounts SET disabled_at = 1 WHERE id = ?", id),
    act: (cx, { id }, current) => enableShown(cx, { accountId: id, current }, "a"),
  },
  "a second step that is taken away": {
    made: ({ id }) =>
      run(
        "INSERT INTO authenticators (account_id, secret, created_at, confirmed_at) VALUES (?, 'x', 1, 1)",
        id,
      ),
    act: (cx, { personId }, current) => takeSecondStepAway(cx, { personId, current }, "a"),
  },
};
type Act = (cx: Context, who: Whose, current: string) => Promise<Result<unknown>>;

/** What of an account, and what opens it, there is in the file. */
const state = ({ id }: Whose) =>
  [
    "accounts WHERE id",
    ...["one_time_codes", "sign_in_links", "authenticators"].map((t) => `${t} WHERE account_id`),
  ].map((where) => sqlite().prepare(`SELECT * FROM ${where} = ?`).all(id));
const mailsTo = (to: string) =>
  read()
    .select()
    .from(jobs)
    .all()
    .map(({ payload }) => payload as { to: string; message: string; params: Record<string, string> })
    .filter((mail) => mail.to === to)
    .map(({ message, params }) => [message, params.by]);

describe("the account of somebody with a role", () => {
  it.each(Object.entries(ways))(
    "is opened by %s only by whoever shows who they are",
    async (_way, { made, act }) => {
      let at = now;
      const chief = await somebody({}, true);
      run("UPDATE accounts SET is_administrator = 1 WHERE id = ?", chief.id);
      for (const role of ["trainer", "coordinator", "administrator"]) {
        const whose = await somebody();
        if (role === "administrator") run("UPDATE accounts SET is_administrator = 1 WHERE id = ?", whose.id);
        else member(whose.personId, role);
        made?.(whose);
        at += 11 * minute;
        const cx = as(holder(chief.cookie, at), at);
        const before = state(whose);
        expect(fault(await act(cx, whose, "")).fields).toEqual({ current: { code: "confirmNeeded" } });
        const guessed = await act(cx, whose, "guessed by a thief");
        expect(fault(guessed).fields).toEqual({ current: { code: "passwordWrong" } });
        expect(state(whose)).toEqual(before);
        value(await act(cx, whose, password));
      }
    },
  );
  it("has no other way than those: who makes links and codes for others is known", () => {
    const lib = readdirSync("lib", { recursive: true, encoding: "utf8" }).filter((path) =>
      path.endsWith(".ts"),
    );
    const makers = lib.filter((path) =>
      /\b(handOverCode|invite|contactCorrected)\(/.test(
        readFileSync(join("lib", path), "utf8").replace(/^(export )?(const|function) .*$/gm, ""),
      ),
    );
    expect(makers.sort()).toEqual([
      "participants/commands/makeCode.ts",
      "people/commands/edit.ts",
      "people/commands/giveAccess.ts",
      "people/commands/inviteSomebody.ts",
      "people/commands/makeCode.ts",
    ]);
  });
  it("is opened for a participant without that; whoever has a proven address hears of a link", async () => {
    const chief = await somebody({}, true);
    run("UPDATE accounts SET is_administrator = 1 WHERE id = ?", chief.id);
    const late = now + 11 * minute;
    const whose = await somebody({ email: "told@example.org" }, true);
    const cx = as(holder(chief.cookie, late), late);
    value(await makeCodeShown(cx, { personId: whose.personId, current: "" }, "a"));
    value(await giveAccessShown(cx, { personId: whose.personId, reset: true, current: "" }, "a"));
    const by = cx.viewer.name;
    expect(mailsTo("told@example.org")).toEqual(
      expect.arrayContaining([
        ["codeMade", by],
        ["linkMade", by],
      ]),
    );
  });
});

describe("what was handed over", () => {
  const registrationOf = (personId: number) =>
    sqlite().prepare("SELECT id FROM registrations WHERE person_id = ?").pluck().get(personId) as number;
  member(w.otherTrainer.personId!, "trainer", w.otherId);
  const elsewhere = opened(
    { ...w, coordinator: { ...w.coordinator, coordinates: [w.otherId] } },
    { programmeId: String(w.otherId), trainerIds: [String(w.otherTrainer.personId)], capacity: "100" },
  );
  /** What forbids to make it, by what became of the person or of whoever made it. */
  const since: Record<string, (who: Whose, by: number) => unknown> = {
    "the person takes part in another programme": async ({ personId }) => {
      value(await registered(elsewhere.slug));
      const registrationId = sqlite().prepare("SELECT max(id) FROM registrations").pluck().get();
      run("UPDATE registrations SET person_id = ? WHERE id = ?", personId, registrationId);
    },
    "the person has a role in another programme": ({ personId }) => member(personId, "trainer", w.otherId),
    "the person administers": ({ id }) => run("UPDATE accounts SET is_administrator = 1 WHERE id = ?", id),
    "whoever made it was disabled": (_who, by) =>
      run("UPDATE accounts SET disabled_at = 1 WHERE person_id = ?", by),
  };
  const coordinator = w.coordinator.personId!;
  const trainer = w.trainer.personId!;
  const code = async ({ phone }: Whose, typed: string) =>
    useCode(as(visitor), { identifier: phone, code: typed, password: "chosen by the owner" }, "a");
  const kinds = {
    "a coordinator's code": {
      by: coordinator,
      make: ({ personId }: Whose) => value(makeCode(as(w.coordinator), { personId })).code,
      use: code,
      wrong: { code: "invalid", fields: { code: { code: "codeWrong" } } },
    },
    "a trainer's code": {
      by: trainer,
      make: ({ personId }: Whose) =>
        value(makeParticipantCode(as(w.trainer), { registrationId: registrationOf(personId) })).code,
      use: code,
      wrong: { code: "invalid", fields: { code: { code: "codeWrong" } } },
    },
    "a code that proves the phone": {
      by: coordinator,
      make: ({ personId }: Whose) => value(makeCode(as(w.coordinator), { personId })).code,
      use: ({ cookie }: Whose, typed: string) => proveByCode(as(holder(cookie)), { code: typed }, "a"),
      wrong: { code: "invalid", fields: { code: { code: "proofWrong" } } },
    },
    "a link": {
      by: coordinator,
      make: ({ id, personId }: Whose) => {
        run("UPDATE accounts SET password_hash = NULL WHERE id = ?", id);
        const { link } = value(giveAccess(as(w.coordinator), { personId, reset: false }));
        return new URL(link).searchParams.get("token")!;
      },
      use: async (_who: Whose, token: string) =>
        useLink(as(visitor), linkUseSchema.parse({ token, password: "chosen by the owner" }), "a"),
      wrong: { code: "linkExpired" },
    },
  };
  it.each(Object.entries(kinds))(
    "as %s ends once it could not be made any more",
    async (_kind, { by, make, use, wrong }) => {
      for (const [why, became] of Object.entries(since)) {
        const whose = await somebody();
        const made = make(whose);
        await became(whose, by);
        const before = account(whose.id).passwordHash;
        expect(fault(await use(whose, made)), why).toMatchObject(wrong);
        // It is over for good, whatever becomes of them.
        run("UPDATE accounts SET disabled_at = NULL WHERE person_id = ?", by);
        run("UPDATE accounts SET is_administrator = 0 WHERE id = ?", whose.id);
        run("DELETE FROM programme_members WHERE person_id = ?", whose.personId);
        run(
          "UPDATE registrations SET person_id = ? WHERE person_id = ? AND course_id = ?",
          person("Another"),
          whose.personId,
          elsewhere.courseId,
        );
        expect(fault(await use(whose, made)), why).toMatchObject(wrong);
        expect(account(whose.id).passwordHash).toBe(before);
      }
      const other = await somebody();
      value(await use(other, make(other)));
    },
  );
});
