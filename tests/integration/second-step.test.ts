import { describe, expect, it } from "vitest";
import { read, sqlite } from "../../db/client";
import { accounts, auditLog, authenticators, passkeys, recoveryCodes } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import { system, type Viewer, visitor } from "../../lib/access/table";
import { heldBy } from "../../lib/access/viewer";
import {
  addPasskey,
  answerWithCode,
  answerWithPasskey,
  askForPasskey,
  askSecondStep,
  askToConfirm,
  askToSignIn,
  confirmAuthenticator,
  confirmWithPasskey,
  makeRecoveryCodes,
  removeAuthenticator,
  removePasskey,
  signIn,
  signInWithPasskey,
  signOut,
  startAuthenticator,
  takeSecondStepAway,
} from "../../lib/accounts/commands";
import { takeSecondStepAwayByOperator } from "../../lib/accounts/commands/takeSecondStepAway";
import { ownSecondStep } from "../../lib/accounts/queries";
import { stepAt } from "../../lib/accounts/rules/secondStep";
import {
  appCodeSchema,
  newPasskeySchema,
  passkeyAnswerSchema,
  secondStepCodeSchema,
} from "../../lib/accounts/schema";
import { authenticatorRow, removeSecondSteps } from "../../lib/accounts/store/secondSteps";
import type { Context } from "../../lib/acts/context";
import { totpCode } from "../../lib/crypto/totp";
import { as } from "../support/as";
import { passkeyDevice } from "../support/authenticator";
import { freshDatabase } from "../support/database";
import { begun } from "../support/signedIn";
import { fault, now, opened, person, registered, value, viewer, world } from "../support/world";

freshDatabase();
process.env.CASCADE_NOW = new Date(now).toISOString();
const w = world();
const password = "violet tram on ice";
const { slug } = opened(w);
const minute = 60_000;
const origin = "http://localhost:3000";

/** As it is where real data is. */
const inProduction = <Who extends Viewer>(who: Who, at = now) => {
  const cx = as(who, at);
  return { ...cx, settings: { ...cx.settings, mode: "production" as const, publicUrl: origin } };
};
const holder = (token: string, at = now) => heldBy(inProduction(visitor, at), token).viewer;

/** Somebody with an account, and a role where one is given. */
async function somebody(name: string, role?: "coordinator" | "trainer") {
  const email = `${name.toLowerCase()}@example.org`;
  value(await registered(slug, { name, email, phone: null, password }));
  const { id: accountId, personId } = read()
    .select()
    .from(accounts)
    .all()
    .find((account) => account.email === email)!;
  if (role)
    sqlite()
      .prepare("INSERT INTO programme_members (programme_id, person_id, role, since) VALUES (?, ?, ?, 0)")
      .run(w.programmeId, personId, role);
  const enter = async (at = now) =>
    begun(
      value(await signIn(as(visitor, at), { identifier: email, password, back: "/today" }, `a${at}`)),
      at,
    );
  return { accountId, personId, enter };
}
const codeOf = (cx: Context, accountId: number, at = now) =>
  totpCode(authenticatorRow(cx, accountId)!.secret, stepAt(at));
const code = (typed: string) => secondStepCodeSchema.parse({ back: "/today", code: typed });

/** Sets an app up from a sign-in, and gives the viewer that it makes. */
async function withApp(token: string, accountId: number, at = now) {
  const cx = inProduction(holder(token, at), at);
  value(await startAuthenticator(cx, { current: "" }, "a"));
  value(confirmAuthenticator(cx, appCodeSchema.parse({ code: codeOf(cx, accountId, at) })));
  return holder(token, at);
}

describe("the second step", () => {
  it("is owed by coordinators, administrators, and trainers whose programme asks; nothing else is open until then", async () => {
    const plain = await somebody("Plain");
    const trainer = await somebody("Trainer", "trainer");
    const staff = await somebody("Staff", "coordinator");
    expect(holder(await plain.enter()).kind).toBe("account");
    const token = await trainer.enter();
    expect(holder(token).trains).toEqual([w.programmeId]);
    sqlite().prepare("UPDATE programmes SET trainers_take_second_step = 1 WHERE id = ?").run(w.programmeId);
    expect(holder(token)).toMatchObject({ kind: "visitor", personId: null, trains: [] });
    sqlite().exec("UPDATE programmes SET trainers_take_second_step = 0");
    const halfway = holder(await staff.enter());
    expect(halfway).toEqual({
      ...visitor,
      halfway: { accountId: staff.accountId, personId: staff.personId, signInId: expect.any(Number) },
    });
    // In the demonstration and in tests it is offered alone.
    expect(heldBy(as(visitor, now), await staff.enter()).viewer.kind).toBe("account");
    value(signOut(inProduction(halfway), {}));
  });
  it("is set up with an app on the way in; each code counts once, and half a minute around", async () => {
    const { accountId, enter } = await somebody("Amal", "coordinator");
    const first = await enter();
    expect(fault(confirmAuthenticator(inProduction(holder(first)), { code: "123456" })).code).toBe(
      "setUpAgain",
    );
    expect((await withApp(first, accountId)).coordinates).toEqual([w.programmeId]);
    expect(JSON.stringify(read().select().from(authenticators).all())).not.toContain(
      authenticatorRow(as(visitor), accountId)!.secret.toString("base64url"),
    );
    const second = await enter(now + minute);
    const at = now + minute;
    const cx = inProduction(holder(second, at), at);
    expect(cx.viewer.kind).toBe("visitor");
    // The code with which it was set up, and one that is none.
    expect(fault(answerWithCode(cx, code(codeOf(cx, accountId, now)))).fields?.code?.code).toBe("codeWrong");
    // Whoever has a means sets up no other before they took it.
    expect(fault(await startAuthenticator(cx, { current: "" }, "a")).code).toBe("signInNeeded");
    expect(fault(await askForPasskey(cx, { current: "" }, "a")).code).toBe("signInNeeded");
    expect(fault(await makeRecoveryCodes(cx, { current: "" }, "a")).code).toBe("signInNeeded");
    expect(value(answerWithCode(cx, code(codeOf(cx, accountId, at)))).back).toBe("/today");
    expect(holder(second, at).coordinates).toEqual([w.programmeId]);
    const third = await enter(at);
    const again = inProduction(holder(third, at), at);
    expect(fault(answerWithCode(again, code(codeOf(again, accountId, at)))).fields?.code?.code).toBe(
      "codeWrong",
    );
    value(answerWithCode(again, code(codeOf(again, accountId, at + 30_000))));
    expect(holder(third, at).kind).toBe("account");
  });
  it("lets a recovery code stand in for it once; new ones end the old; the owner hears of it", async () => {
    const { accountId, personId, enter } = await somebody("Basma", "coordinator");
    const first = await enter();
    const cx = inProduction(await withApp(first, accountId));
    const { codes } = value(await makeRecoveryCodes(cx, { current: "" }, "a"));
    expect(new Set(codes).size).toBe(10);
    expect(JSON.stringify(read().select().from(recoveryCodes).all())).not.toContain(
      codes[0]!.replaceAll("-", ""),
    );
    const halfway = inProduction(holder(await enter()));
    value(answerWithCode(halfway, code(codes[0]!.toLowerCase())));
    const next = inProduction(holder(await enter()));
    expect(fault(answerWithCode(next, code(codes[0]!))).fields?.code?.code).toBe("codeWrong");
    expect(ownSecondStep(cx, gate.ownSignIn(cx, "secondStep.setUp")).codesLeft).toBe(9);
    value(await makeRecoveryCodes(cx, { current: "" }, "a"));
    expect(fault(answerWithCode(next, code(codes[1]!))).fields?.code?.code).toBe("codeWrong");
    // Somebody else's codes are none of theirs.
    const other = await somebody("Other", "coordinator");
    await withApp(await other.enter(), other.accountId);
    const theirs = value(
      await makeRecoveryCodes(inProduction(await withOwn(other)), { current: "" }, "a"),
    ).codes;
    expect(fault(answerWithCode(next, code(theirs[0]!))).fields?.code?.code).toBe("codeWrong");
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
    const { accountId, enter } = await somebody("Cyrine", "coordinator");
    await withApp(await enter(), accountId);
    const at = now + 5 * minute;
    const token = await enter(at);
    const late = (after: number) => inProduction(holder(token, at + after), at + after);
    const wrong = (after: number) => fault(answerWithCode(late(after), code("AAAA-AAAA-AAAA")));
    for (let i = 0; i < 5; i++) expect(wrong(0).fields?.code?.code).toBe("codeWrong");
    expect(wrong(0)).toMatchObject({ code: "tooManyAttempts", params: { minutes: 1 } });
    const right = code(codeOf(late(0), accountId, at));
    expect(fault(answerWithCode(late(0), right)).code).toBe("tooManyAttempts");
    expect(wrong(minute).fields?.code?.code).toBe("codeWrong");
    expect(wrong(minute)).toMatchObject({ code: "tooManyAttempts", params: { minutes: 2 } });
    const then = 3 * minute;
    value(answerWithCode(late(then), code(codeOf(late(then), accountId, at + then))));
    expect(holder(token, at + then).kind).toBe("account");
  });
});

/** Signs somebody with an app in with both steps. */
async function withOwn({ accountId, enter }: Awaited<ReturnType<typeof somebody>>, at = now + 10 * minute) {
  const token = await enter(at);
  const cx = inProduction(holder(token, at), at);
  value(answerWithCode(cx, code(codeOf(cx, accountId, at))));
  return holder(token, at);
}

describe("a passkey", () => {
  const setUp = async (cx: Context, device = passkeyDevice(origin), name = "My phone") => {
    const { options } = value(await askForPasskey(cx, { current: "" }, "a"));
    const sent = newPasskeySchema.parse({ response: device.make(options.challenge), name });
    value(await addPasskey(cx, sent, "a"));
    return { device, sent };
  };
  const answer = (response: string) => passkeyAnswerSchema.parse({ back: "/today", response });

  it("is set up on the way in and takes the second step; replays, other sites and copies are refused", async () => {
    const { enter } = await somebody("Dalia", "coordinator");
    const token = await enter();
    const { device, sent } = await setUp(inProduction(holder(token)));
    const signedIn = inProduction(holder(token));
    expect(signedIn.viewer.kind).toBe("account");
    expect(fault(await addPasskey(signedIn, sent, "a")).code).toBe("passkeyOutOfDate");

    const cx = inProduction(holder(await enter()));
    const ask = async () => value(await askSecondStep(cx, {}, "a")).options.challenge;
    const refused = async (response: string, at = 0) =>
      fault(await answerWithPasskey({ ...cx, now: cx.now + at }, answer(response), "a")).code;
    expect(await refused(device.use(await ask(), { at: "https://evil.example" }))).toBe("passkeyOtherSite");
    expect(await refused(device.use("made-up-by-a-stranger"))).toBe("passkeyOutOfDate");
    expect(await refused(device.use(await ask()), 5 * minute + 1)).toBe("passkeyOutOfDate");
    // One that the account has not, though it was asked.
    expect(await refused(passkeyDevice(origin).use(await ask()))).toBe("passkeyUnknown");
    const other = await somebody("Emna", "coordinator");
    const { device: theirs } = await setUp(inProduction(holder(await other.enter())));
    expect(await refused(theirs.use(await ask()))).toBe("passkeyUnknown");
    // A signature that is not its own, and what is no answer at all.
    const spoilt = JSON.parse(device.use(await ask()));
    spoilt.response.signature = JSON.parse(theirs.use("x")).response.signature;
    expect(await refused(JSON.stringify(spoilt))).toBe("passkeyWrong");
    for (const typed of ["", "{}", "[]", "null", '{"id":{}}', '{"__proto__":{"id":"x"}}', "x".repeat(70_000)])
      expect(passkeyAnswerSchema.safeParse({ response: typed }).success, typed.slice(0, 20)).toBe(false);

    device.countFrom(50);
    const used = device.use(await ask());
    value(await answerWithPasskey(cx, answer(used), "a"));
    expect(await refused(used)).toBe("passkeyOutOfDate");
    device.countFrom(10);
    expect(await refused(device.use(await ask()))).toBe("passkeyCopied");
    expect(
      read()
        .select()
        .from(passkeys)
        .all()
        .find(({ name }) => name === "My phone")?.counter,
    ).toBe(51);
  });
  it("signs in by itself as both steps where it asked for a fingerprint, a face or a PIN", async () => {
    const { personId, enter } = await somebody("Farah", "coordinator");
    const { device } = await setUp(inProduction(holder(await enter())));
    const cx = inProduction(visitor);
    const ask = async () => value(await askToSignIn(cx, {}, "here")).options.challenge;
    const without = answer(device.use(await ask(), { verified: false }));
    expect(fault(await signInWithPasskey(cx, without, "here")).code).toBe("passkeyUnverified");
    const letIn = value(await signInWithPasskey(cx, answer(device.use(await ask())), "here"));
    expect(holder(begun(letIn))).toMatchObject({ kind: "account", personId, coordinates: [w.programmeId] });
    // What was asked for a second step does not sign in, nor the other way round.
    const halfway = inProduction(holder(await enter()));
    const step = value(await askSecondStep(halfway, {}, "a")).options.challenge;
    expect(fault(await signInWithPasskey(cx, answer(device.use(step)), "here")).code).toBe(
      "passkeyOutOfDate",
    );
    expect(fault(await answerWithPasskey(halfway, answer(device.use(await ask())), "a")).code).toBe(
      "passkeyOutOfDate",
    );
  });
  it("and the app are changed by whoever showed who they are within ten minutes, and the last one stays", async () => {
    const { accountId, enter } = await somebody("Ghada", "coordinator");
    const token = await enter();
    await withApp(token, accountId);
    const { device } = await setUp(inProduction(holder(token)));
    const at = now + 11 * minute;
    const cx = inProduction(holder(token, at), at);
    const passkeyId = ownSecondStep(cx, gate.ownSignIn(cx, "secondStep.setUp")).passkeys[0]!.id;
    expect(fault(await removeAuthenticator(cx, { current: "" }, "a")).fields?.current?.code).toBe(
      "confirmNeeded",
    );
    expect(fault(await removeAuthenticator(cx, { current: "wrong" }, "a")).fields?.current?.code).toBe(
      "passwordWrong",
    );
    expect(fault(await makeRecoveryCodes(cx, { current: "" }, "a")).fields?.current?.code).toBe(
      "confirmNeeded",
    );
    const challenge = value(await askToConfirm(cx, {}, "a")).options.challenge;
    value(await confirmWithPasskey(cx, answer(device.use(challenge)), "a"));
    value(await removeAuthenticator(cx, { current: "" }, "a"));
    expect(fault(await removePasskey(cx, { passkeyId, current: "" }, "a")).code).toBe("lastSecondStep");
    // Another's passkey is not there to be removed.
    const other = await somebody("Hind", "coordinator");
    const elsewhere = inProduction(holder(await other.enter()));
    await setUp(elsewhere);
    const theirs = inProduction(holder(await other.enter()));
    expect(fault(await removePasskey(theirs, { passkeyId, current: "" }, "a")).code).toBe("signInNeeded");
    // Where none is asked for it may go, and the recovery codes with it.
    value(await makeRecoveryCodes(cx, { current: "" }, "a"));
    value(
      await removePasskey(
        { ...cx, settings: { ...cx.settings, mode: "test" } },
        { passkeyId, current: "" },
        "a",
      ),
    );
    expect(
      read()
        .select()
        .from(recoveryCodes)
        .all()
        .filter((row) => row.accountId === accountId),
    ).toEqual([]);
  });
});

describe("who lost everything", () => {
  it("is helped by an administrator, who cannot help themselves, or by the operator; their sign-ins end", async () => {
    const { accountId, personId, enter } = await somebody("Iman", "coordinator");
    const token = await enter();
    await withApp(token, accountId);
    const chief = viewer(person("Chief"), { administrator: true });
    expect(fault(takeSecondStepAway(as(w.coordinator), { personId })).code).toBe("notFound");
    expect(fault(takeSecondStepAway(as(chief), { personId: chief.personId! })).code).toBe("ownSecondStep");
    value(takeSecondStepAway(as(chief), { personId }));
    expect(fault(takeSecondStepAway(as(chief), { personId })).code).toBe("noSecondStep");
    expect(holder(token)).toEqual(visitor);
    // They set up another one when they sign in.
    await withApp(await enter(now + minute), accountId, now + minute);
    value(takeSecondStepAwayByOperator(as(system), accountId));
    expect(removeSecondSteps(as(system), accountId)).toBe(false);
  });
});
