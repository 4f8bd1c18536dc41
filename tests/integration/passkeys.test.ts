import { describe, expect, it } from "vitest";
import { read, sqlite } from "../../db/client";
import { passkeys, recoveryCodes } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import { visitor } from "../../lib/access/table";
import {
  addPasskey,
  answerWithPasskey,
  askForPasskey,
  askSecondStep,
  askToConfirm,
  askToSignIn,
  confirmWithPasskey,
  makeRecoveryCodes,
  removeAuthenticator,
  removePasskey,
  signInWithPasskey,
} from "../../lib/accounts/commands";
import { ownSecondStep } from "../../lib/accounts/queries";
import { newPasskeySchema, passkeyAnswerSchema } from "../../lib/accounts/schema";
import type { Context } from "../../lib/acts/context";
import { passkeyDevice } from "../support/authenticator";
import { freshDatabase } from "../support/database";
import { holderThere, inProduction, minute, origin, somebody, withApp } from "../support/secondStep";
import { begun } from "../support/signedIn";
import { fault, now, opened, value, world } from "../support/world";

freshDatabase();
process.env.CASCADE_NOW = new Date(now).toISOString();
const w = world();
const { slug } = opened(w);
const staff = { programmeId: w.programmeId, role: "coordinator" } as const;

const passkeysThere = (name: string) =>
  read()
    .select()
    .from(passkeys)
    .all()
    .filter((kept) => kept.name === name);

describe("a passkey", () => {
  const setUp = async (cx: Context, device = passkeyDevice(origin), name = "My phone") => {
    const { options } = value(await askForPasskey(cx, { current: "" }, "a"));
    const sent = newPasskeySchema.parse({ response: device.make(options.challenge), name });
    value(await addPasskey(cx, sent, "a"));
    return { device, sent };
  };
  const answer = (response: string) => passkeyAnswerSchema.parse({ back: "/today", response });

  it("is set up on the way in and takes the second step; replays, other sites and copies are refused", async () => {
    const { enter } = await somebody(slug, "Dalia", staff);
    const token = await enter();
    const { device, sent } = await setUp(inProduction(holderThere(token)));
    const signedIn = inProduction(holderThere(token));
    expect(signedIn.viewer.kind).toBe("account");
    expect(fault(await addPasskey(signedIn, sent, "a")).code).toBe("passkeyOutOfDate");

    const cx = inProduction(holderThere(await enter()));
    const ask = async () => value(await askSecondStep(cx, {}, "a")).options.challenge;
    const refused = async (response: string, at = 0) =>
      fault(await answerWithPasskey({ ...cx, now: cx.now + at }, answer(response), "a")).code;
    expect(await refused(device.use(await ask(), { at: "https://evil.example" }))).toBe("passkeyOtherSite");
    expect(await refused(device.use("made-up-by-a-stranger"))).toBe("passkeyOutOfDate");
    expect(await refused(device.use(await ask()), 5 * minute + 1)).toBe("passkeyOutOfDate");
    // One that the account has not, though it was asked.
    expect(await refused(passkeyDevice(origin).use(await ask()))).toBe("passkeyUnknown");
    const other = await somebody(slug, "Emna", staff);
    const { device: theirs } = await setUp(inProduction(holderThere(await other.enter())));
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
  it("is kept with the ways that the standard knows, and nothing else that a browser says of them", async () => {
    const { enter } = await somebody(slug, "Mouna", staff);
    const cx = inProduction(holderThere(await enter()));
    const { options } = value(await askForPasskey(cx, { current: "" }, "a"));
    const sent = JSON.parse(passkeyDevice(origin).make(options.challenge));
    const said = (transports: unknown) =>
      newPasskeySchema.safeParse({
        response: JSON.stringify({ ...sent, response: { ...sent.response, transports } }),
        name: "Odd",
      });
    for (const transports of [5, {}, "abc", null, [{ a: 1 }]])
      expect(said(transports).success, JSON.stringify(transports)).toBe(false);
    value(await addPasskey(cx, said(["usb", "of tomorrow"]).data!, "a"));
    expect(passkeysThere("Odd")).toMatchObject([{ transports: ["usb"] }]);
  });
  it("signs in by itself as both steps where it asked for a fingerprint, a face or a PIN", async () => {
    const { personId, enter } = await somebody(slug, "Farah", staff);
    const { device } = await setUp(inProduction(holderThere(await enter())));
    const cx = inProduction(visitor);
    const ask = async () => value(await askToSignIn(cx, {}, "here")).options.challenge;
    const without = answer(device.use(await ask(), { verified: false }));
    expect(fault(await signInWithPasskey(cx, without, "here")).code).toBe("passkeyUnverified");
    const letIn = value(await signInWithPasskey(cx, answer(device.use(await ask())), "here"));
    expect(holderThere(begun(letIn))).toMatchObject({
      kind: "account",
      personId,
      coordinates: [w.programmeId],
    });
    // What was asked for a second step does not sign in, nor the other way round.
    const halfway = inProduction(holderThere(await enter()));
    const step = value(await askSecondStep(halfway, {}, "a")).options.challenge;
    expect(fault(await signInWithPasskey(cx, answer(device.use(step)), "here")).code).toBe(
      "passkeyOutOfDate",
    );
    expect(fault(await answerWithPasskey(halfway, answer(device.use(await ask())), "a")).code).toBe(
      "passkeyOutOfDate",
    );
  });
  it("that lets nobody in is not used up either: what was looked at and what follows are one", async () => {
    const { accountId, enter } = await somebody(slug, "Nour", staff);
    const { device } = await setUp(inProduction(holderThere(await enter())), undefined, "Of Nour");
    const cx = inProduction(visitor);
    const { challenge } = value(await askToSignIn(cx, {}, "here")).options;
    sqlite().prepare("UPDATE accounts SET disabled_at = 1 WHERE id = ?").run(accountId);
    expect(fault(await signInWithPasskey(cx, answer(device.use(challenge)), "here")).code).toBe(
      "accountDisabled",
    );
    expect(passkeysThere("Of Nour")).toMatchObject([{ lastUsedAt: null, counter: 0 }]);
  });
  it("and the app are changed by whoever showed who they are within ten minutes, and the last one stays", async () => {
    const { accountId, enter } = await somebody(slug, "Ghada", staff);
    const token = await enter();
    await withApp(token, accountId);
    const { device } = await setUp(inProduction(holderThere(token)));
    const at = now + 11 * minute;
    const cx = inProduction(holderThere(token, at), at);
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
    const other = await somebody(slug, "Hind", staff);
    const elsewhere = inProduction(holderThere(await other.enter()));
    await setUp(elsewhere);
    const theirs = inProduction(holderThere(await other.enter()));
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
