import { describe, expect, it } from "vitest";
import { read, sqlite } from "../../db/client";
import { auditLog, authenticators, recoveryCodes } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import { system, type Viewer, visitor } from "../../lib/access/table";
import { heldBy } from "../../lib/access/viewer";
import {
  answerWithCode,
  askForPasskey,
  beginSignIn,
  confirmAuthenticator,
  makeRecoveryCodes,
  removeAuthenticator,
  type SignedIn,
  signIn,
  signOut,
  startAuthenticator,
  takeSecondStepAway,
} from "../../lib/accounts/commands";
import { takeSecondStepAwayByOperator } from "../../lib/accounts/commands/takeSecondStepAway";
import { codesToShow, ownSecondStep } from "../../lib/accounts/queries";
import { appCodeSchema } from "../../lib/accounts/schema";
import { authenticatorRow, removeSecondSteps } from "../../lib/accounts/store/secondSteps";
import type { Context } from "../../lib/acts/context";
import { newToken } from "../../lib/crypto/tokens";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import {
  code,
  codeOf,
  holderThere,
  inProduction,
  minute,
  somebody,
  withApp,
  withBothSteps,
} from "../support/secondStep";
import { fault, now, opened, value, world } from "../support/world";

freshDatabase();
process.env.CASCADE_NOW = new Date(now).toISOString();
const w = world();
const { slug } = opened(w);
const staff = { programmeId: w.programmeId, role: "coordinator" } as const;

describe("the second step", () => {
  it("is kept from nobody on a device where they took it, by whoever misses elsewhere with their password", async () => {
    const owner = await somebody(slug, "Known", staff);
    const [own, stranger] = [newToken(), newToken()];
    const on = (device: string, token: string, at: number) => ({
      ...inProduction(holderThere(token, at), at),
      browser: { device, registrations: [] },
    });
    const begin = (letIn: SignedIn, device: string, at: number) =>
      value(beginSignIn(inProduction(visitor, at), letIn, { session: null, device, userAgent: "" })).session;
    const comes = async (device: string, at: number) => {
      const typed = { identifier: "known@example.org", password: "violet tram on ice", back: "/today" };
      return begin(value(await signIn(inProduction(visitor, at), typed, `k${at}`)), device, at);
    };
    const answers = (cx: Context) => answerWithCode(cx, code(codeOf(cx, owner.accountId, cx.now)));
    await withApp(await owner.enter(), owner.accountId);
    const at = now + 5 * minute;
    begin(value(answers(on(own, await comes(own, at), at))), own, at);
    // The first step alone makes a device known to nobody.
    const miss = async (device: string) =>
      fault(answerWithCode(on(device, await comes(device, at), at), code("AAAA-AAAA-AAAA")));
    for (let i = 0; i < 5; i++) await miss(i % 2 ? stranger : newToken());
    expect((await miss(stranger)).code).toBe("tooManyAttempts");
    value(answers(on(own, await comes(own, at + minute), at + minute)));
  });
  it("is owed by coordinators, administrators, and trainers whose programme asks; nothing else is open until then", async () => {
    const plain = await somebody(slug, "Plain");
    const trainer = await somebody(slug, "Trainer", { ...staff, role: "trainer" });
    const chief = await somebody(slug, "Staff", staff);
    expect(holderThere(await plain.enter()).kind).toBe("account");
    const token = await trainer.enter();
    expect(holderThere(token).trains).toEqual([w.programmeId]);
    sqlite().prepare("UPDATE programmes SET trainers_take_second_step = 1 WHERE id = ?").run(w.programmeId);
    expect(holderThere(token)).toMatchObject({ kind: "visitor", personId: null, trains: [] });
    // A role that has ended asks nothing any more.
    sqlite()
      .prepare("UPDATE programme_members SET ends_on = '2026-01-01' WHERE person_id = ?")
      .run(trainer.personId);
    expect(holderThere(token)).toMatchObject({ kind: "account", trains: [] });
    sqlite().exec("UPDATE programmes SET trainers_take_second_step = 0");
    const halfway = holderThere(await chief.enter());
    expect(halfway).toEqual({
      ...visitor,
      halfway: { accountId: chief.accountId, personId: chief.personId, signInId: expect.any(Number) },
    });
    // In the demonstration and in tests it is offered alone.
    expect(heldBy(as(visitor, now), await chief.enter()).viewer.kind).toBe("account");
    value(signOut(inProduction(halfway), {}));
  });
  it("is set up with an app on the way in; each code counts once, and half a minute around", async () => {
    const { accountId, enter } = await somebody(slug, "Amal", staff);
    const first = await enter();
    expect(fault(confirmAuthenticator(inProduction(holderThere(first)), { code: "123456" })).code).toBe(
      "setUpAgain",
    );
    expect((await withApp(first, accountId)).coordinates).toEqual([w.programmeId]);
    expect(JSON.stringify(read().select().from(authenticators).all())).not.toContain(
      authenticatorRow(as(visitor), accountId)!.secret.toString("base64url"),
    );
    const second = await enter(now + minute);
    const at = now + minute;
    const cx = inProduction(holderThere(second, at), at);
    expect(cx.viewer.kind).toBe("visitor");
    // The code with which it was set up, and one that is none.
    expect(fault(answerWithCode(cx, code(codeOf(cx, accountId, now)))).fields?.code?.code).toBe(
      "stepCodeWrong",
    );
    // Whoever has a means sets up no other before they took it.
    expect(fault(await startAuthenticator(cx, { current: "" }, "a")).code).toBe("signInNeeded");
    expect(fault(await askForPasskey(cx, { current: "" }, "a")).code).toBe("signInNeeded");
    expect(fault(await makeRecoveryCodes(cx, { current: "" }, "a")).code).toBe("signInNeeded");
    expect(value(answerWithCode(cx, code(codeOf(cx, accountId, at)))).back).toBe("/today");
    expect(holderThere(second, at).coordinates).toEqual([w.programmeId]);
    const third = await enter(at);
    const again = inProduction(holderThere(third, at), at);
    expect(fault(answerWithCode(again, code(codeOf(again, accountId, at)))).fields?.code?.code).toBe(
      "stepCodeWrong",
    );
    value(answerWithCode(again, code(codeOf(again, accountId, at + 30_000))));
    expect(holderThere(third, at).kind).toBe("account");
  });
  it("lets a recovery code stand in for it once; new ones end the old; the owner hears of it", async () => {
    const { accountId, personId, enter } = await somebody(slug, "Basma", staff);
    const first = await enter();
    const cx = inProduction(await withApp(first, accountId));
    const { codes } = value(await makeRecoveryCodes(cx, { current: "" }, "a"));
    expect(new Set(codes).size).toBe(10);
    expect(JSON.stringify(read().select().from(recoveryCodes).all())).not.toContain(
      codes[0]!.replaceAll("-", ""),
    );
    const halfway = inProduction(holderThere(await enter()));
    value(answerWithCode(halfway, code(` ${codes[0]!.toLowerCase().replaceAll("-", " - ")} `)));
    const next = inProduction(holderThere(await enter()));
    expect(fault(answerWithCode(next, code(codes[0]!))).fields?.code?.code).toBe("recoveryCodeWrong");
    expect(ownSecondStep(cx, gate.ownSignIn(cx, "secondStep.setUp")).codesLeft).toBe(9);
    value(await makeRecoveryCodes(cx, { current: "" }, "a"));
    expect(fault(answerWithCode(next, code(codes[1]!))).fields?.code?.code).toBe("recoveryCodeWrong");
    // Somebody else's codes are none of theirs.
    const other = await somebody(slug, "Other", staff);
    await withApp(await other.enter(), other.accountId);
    const theirs = value(
      await makeRecoveryCodes(
        inProduction(await withBothSteps(other), now + 10 * minute),
        { current: "" },
        "a",
      ),
    ).codes;
    expect(fault(answerWithCode(next, code(theirs[0]!))).fields?.code?.code).toBe("recoveryCodeWrong");
    const events = read()
      .select()
      .from(auditLog)
      .all()
      .filter(({ subjectId }) => subjectId === accountId);
    expect(events.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["account.second-step-added", "account.second-step-taken"]),
    );
    expect(personId).toBeGreaterThan(0);
  });
  it("waits longer with each wrong code from the fifth on, whatever the address, and begins anew after a right one", async () => {
    const { accountId, enter } = await somebody(slug, "Cyrine", staff);
    await withApp(await enter(), accountId);
    const at = now + 5 * minute;
    const token = await enter(at);
    const late = (after: number) => inProduction(holderThere(token, at + after), at + after);
    const wrong = (after: number) => fault(answerWithCode(late(after), code("AAAA-AAAA-AAAA")));
    for (let i = 0; i < 5; i++) expect(wrong(0).fields?.code?.code).toBe("recoveryCodeWrong");
    expect(wrong(0)).toMatchObject({ code: "tooManyAttempts", params: { minutes: 1 } });
    const right = code(codeOf(late(0), accountId, at));
    expect(fault(answerWithCode(late(0), right)).code).toBe("tooManyAttempts");
    expect(wrong(minute).fields?.code?.code).toBe("recoveryCodeWrong");
    expect(wrong(minute)).toMatchObject({ code: "tooManyAttempts", params: { minutes: 2 } });
    const then = 3 * minute;
    value(answerWithCode(late(then), code(codeOf(late(then), accountId, at + then))));
    expect(holderThere(token, at + then).kind).toBe("account");
  });
});

describe("the recovery codes", () => {
  it("come with the first means, are shown to their owner for ten minutes while all count, and with no second means", async () => {
    const { accountId, enter } = await somebody(slug, "Nada", staff);
    const token = await enter();
    const cx = inProduction(holderThere(token));
    value(await startAuthenticator(cx, { current: "" }, "a"));
    const { codes } = value(
      confirmAuthenticator(cx, appCodeSchema.parse({ code: codeOf(cx, accountId, now) })),
    );
    const page = (at: number, whose = token) => {
      const there = inProduction(holderThere(whose, at), at);
      return codesToShow(there, gate.ownSignIn(there, "secondStep.setUp"), codes);
    };
    const shown = page(now + 9 * minute)!;
    expect(shown).toHaveLength(10);
    expect(page(now + 10 * minute)).toBeNull();
    const other = await somebody(slug, "Olfa");
    expect(page(now, await other.enter())).toBeNull();
    for (const sent of ["", "AAAA", codes!.slice(4)])
      expect(codesToShow(cx, gate.ownSignIn(cx, "secondStep.setUp"), sent)).toBeNull();
    value(answerWithCode(inProduction(holderThere(await enter())), code(shown[3]!)));
    expect(page(now)).toBeNull();
    // Whoever was given some makes others when they want them.
    sqlite().prepare("DELETE FROM authenticators WHERE account_id = ?").run(accountId);
    value(await startAuthenticator(cx, { current: "" }, "a"));
    const again = confirmAuthenticator(cx, appCodeSchema.parse({ code: codeOf(cx, accountId, now) }));
    expect(value(again).codes).toBeNull();
    expect(ownSecondStep(cx, gate.ownSignIn(cx, "secondStep.setUp")).codesLeft).toBe(9);
  });
});

describe("an app that was begun", () => {
  const shown = (cx: Context) => ownSecondStep(cx, gate.ownSignIn(cx, "secondStep.setUp")).app.begun;
  const first = (cx: Context, accountId: number, at = now) =>
    appCodeSchema.parse({ code: codeOf(cx, accountId, at) });
  it("is shown and finished for ten minutes, by a sign-in that was confirmed when it was begun", async () => {
    const { accountId, enter } = await somebody(slug, "Jamila");
    const [before, token] = [await enter(now - 11 * minute), await enter()];
    value(await startAuthenticator(inProduction(holderThere(token)), { current: "" }, "a"));
    const older = inProduction(holderThere(before));
    expect(shown(older)).toBeNull();
    expect(fault(confirmAuthenticator(older, first(older, accountId))).code).toBe("setUpAgain");
    const at = (minutes: number) =>
      inProduction(holderThere(token, now + minutes * minute), now + minutes * minute);
    expect([shown(at(9)) !== null, shown(at(10))]).toEqual([true, null]);
    expect(fault(confirmAuthenticator(at(10), first(at(10), accountId, at(10).now))).code).toBe("setUpAgain");
    value(confirmAuthenticator(at(9), first(at(9), accountId, at(9).now)));
    expect(ownSecondStep(at(9), gate.ownSignIn(at(9), "secondStep.setUp")).has).toBe(true);
  });
  it("takes no place of one that was finished meanwhile", async () => {
    const { accountId, enter } = await somebody(slug, "Karima");
    const cx = inProduction(holderThere(await enter()));
    value(await startAuthenticator(cx, { current: "" }, "a"));
    const another = startAuthenticator(cx, { current: "" }, "a");
    value(confirmAuthenticator(cx, first(cx, accountId)));
    expect(fault(await another).code).toBe("authenticatorThere");
    expect(authenticatorRow(cx, accountId)?.confirmedAt).toBe(now);
  });
  it("is given up without a word, also by whoever is asked for a second step", async () => {
    const { accountId, enter } = await somebody(slug, "Lubna", staff);
    const token = await enter();
    value(await startAuthenticator(inProduction(holderThere(token)), { current: "" }, "a"));
    const told = () => read().select().from(auditLog).all().length;
    const before = told();
    value(await removeAuthenticator(inProduction(holderThere(token)), { current: "" }, "a"));
    expect([authenticatorRow(as(visitor), accountId), told()]).toEqual([undefined, before]);
  });
});

describe("who lost everything", () => {
  it("is helped by an administrator, who cannot help themselves, or by the operator; their sign-ins end", async () => {
    const { accountId, personId, enter } = await somebody(slug, "Iman", staff);
    const token = await enter();
    await withApp(token, accountId);
    const chief = await somebody(slug, "Chief");
    sqlite().prepare("UPDATE accounts SET is_administrator = 1 WHERE id = ?").run(chief.accountId);
    const chiefs = await chief.enter();
    await withApp(chiefs, chief.accountId);
    const take = (by: Viewer, whose: number, current = "", at = now) =>
      takeSecondStepAway(inProduction(by, at), { personId: whose, current }, "a");
    expect(fault(await take(w.coordinator, personId)).code).toBe("notFound");
    const later = now + 11 * minute;
    const by = holderThere(chiefs, later);
    expect(fault(await take(by, chief.personId, "", later)).code).toBe("ownSecondStep");
    // Whoever finds the administrator's device open does not know the password.
    for (const [typed, says] of [
      ["", "confirmNeeded"],
      ["wrong", "passwordWrong"],
    ])
      expect(fault(await take(by, personId, typed, later)).fields?.current?.code).toBe(says);
    expect(holderThere(token).kind).toBe("account");
    value(await take(by, personId, "violet tram on ice", later));
    // Shown just now, it is not asked for again.
    expect(fault(await take(by, personId, "", later)).code).toBe("noSecondStep");
    expect(holderThere(token)).toEqual(visitor);
    // They set up another one when they sign in.
    await withApp(await enter(now + minute), accountId, now + minute);
    value(takeSecondStepAwayByOperator(as(system), accountId));
    expect(removeSecondSteps(as(system), accountId)).toBe(false);
  });
});
