import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { system } from "../../lib/access/table";
import {
  disableShown,
  enableShown,
  giveAdministrationShown,
  takeAdministrationShown,
} from "../../lib/accounts/commands";
import { accountList } from "../../lib/accounts/queries";
import type { AccountFilter } from "../../lib/accounts/rules/states";
import type { Context } from "../../lib/acts/context";
import { addMember, addMemberShown, bringInShown } from "../../lib/people/commands";
import { bringInSchema } from "../../lib/people/schema";
import type { Result } from "../../lib/result";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { account, ownersBy, password } from "../support/owners";
import { holder } from "../support/signedIn";
import { fault, now, opened, value, world } from "../support/world";

freshDatabase();
const w = world();
const somebody = ownersBy(opened(w, { capacity: "100" }).slug);
const minute = 60_000;

describe("power", () => {
  it("is given and taken by nobody who finds a session open: their password is asked for", async () => {
    const chief = await somebody({}, true);
    sqlite().prepare("UPDATE accounts SET is_administrator = 1 WHERE id = ?").run(chief.id);
    const other = await somebody({ email: "other@example.org" }, true);
    const key = (current: string) => ({ accountId: other.id, current });
    const role = {
      personId: other.personId,
      programmeId: w.programmeId,
      role: "coordinator",
      endsOn: null,
    } as const;
    const brought = bringInSchema.parse({
      ...role,
      contact: "other@example.org",
      programmeId: `${w.programmeId}`,
    });
    // Each as the page's form does it, an hour after the last, with what was typed.
    const acts: ((cx: Context, current: string) => Promise<Result<unknown>>)[] = [
      (cx, current) => giveAdministrationShown(cx, key(current), "a"),
      (cx, current) => takeAdministrationShown(cx, key(current), "a"),
      (cx, current) => disableShown(cx, key(current), "a"),
      (cx, current) => enableShown(cx, key(current), "a"),
      (cx, current) => addMemberShown(cx, { ...role, current }, "a"),
      (cx, current) => bringInShown(cx, { ...brought, current }, "a"),
    ];
    const state = () => [account(other.id), sqlite().prepare("SELECT * FROM programme_members").all()];
    for (const [i, act] of acts.entries()) {
      const at = now + (i + 1) * 11 * minute;
      const cx = as(holder(chief.cookie, at), at);
      const before = state();
      expect(fault(await act(cx, "")).fields).toEqual({ current: { code: "confirmNeeded" } });
      expect(fault(await act(cx, "guessed by a thief")).fields).toEqual({
        current: { code: "passwordWrong" },
      });
      expect(state()).toEqual(before);
      value(await act(cx, password));
    }
    // Shown just now, it is asked for no more; and never for the role of a trainer.
    const soon = now + 67 * minute;
    value(await disableShown(as(holder(chief.cookie, soon), soon), key(""), "a"));
    const late = now + 90 * minute;
    const cx = as(holder(chief.cookie, late), late);
    value(await addMemberShown(cx, { ...role, role: "trainer", current: "" }, "a"));
    // No way around it: what the pages' doors are made of refuses too.
    expect(fault(addMember(cx, role)).fields).toEqual({ current: { code: "confirmNeeded" } });
  });
});

describe("the list of accounts", () => {
  it("tells who has a second step and whose contact nobody has confirmed, and is narrowed by that", async () => {
    const [real, copy] = [
      await somebody({ email: "amal@example.org", phone: "", name: "Amal Real" }, true),
      await somebody({ email: "amal@example.org", phone: "", name: "Amal Copy" }),
    ];
    sqlite()
      .prepare(
        "INSERT INTO authenticators (account_id, secret, created_at, confirmed_at) VALUES (?, 'x', 1, 1)",
      )
      .run(real.id);
    sqlite()
      .prepare(
        "INSERT INTO programme_members (person_id, programme_id, role, since) VALUES (?, ?, 'trainer', 1)",
      )
      .run(real.personId, w.programmeId);
    const cx = as(system);
    const none = { state: null, role: null, programme: null, step: null, contact: null };
    const found = (filter: Partial<AccountFilter>, q: string | null = null) =>
      accountList(cx, gate.everywhere(cx, "accounts.edit"), { q, before: null, ...none, ...filter })
        .accounts.filter(({ email }) => email === "amal@example.org")
        .map(({ id, emailProven, secondStep }) => [id, emailProven, secondStep]);
    const [one, other] = [
      [real.id, true, true],
      [copy.id, false, false],
    ];
    expect(found({})).toEqual([other, one]);
    for (const q of [null, "Amal"]) {
      expect(found({ contact: "unproven" }, q)).toEqual([other]);
      expect(found({ step: "set" }, q)).toEqual([one]);
      expect(found({ step: "missing" }, q)).toEqual([other]);
      expect(found({ role: "trainer", programme: w.programmeId }, q)).toEqual([one]);
      expect(found({ role: "coordinator" }, q)).toEqual([]);
      expect(found({ programme: w.otherId }, q)).toEqual([]);
      expect(found({ state: "disabled" }, q)).toEqual([]);
    }
  });
});
