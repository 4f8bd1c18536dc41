import { and, desc, eq, lt, ne, or, sql } from "drizzle-orm";
import { prepared, unlessBusy } from "@/db/client";
import { accounts, knownDevices, signIns } from "@/db/schema/accounts";
import type { Context } from "../../acts/context";
import { hashToken } from "../../crypto/tokens";
import { personView } from "../../people/store";

/**
 * Who is signed in by a token, as their account is now; nobody where the sign-in was ended or the account is disabled.
 * Asked at every request: with the roles
 * 0.03 ms, 0.007 of them this (27 November 2026); what was put together at each call before took 0.5.
 */
export const signInHeld = prepared((db) =>
  db
    .select({
      signInId: signIns.id,
      startedAt: signIns.startedAt,
      seenAt: signIns.seenAt,
      secondStepAt: signIns.secondStepAt,
      accountId: accounts.id,
      personId: personView.id,
      name: personView.name,
      latinName: personView.latinName,
      language: personView.language,
      administrator: accounts.isAdministrator,
    })
    .from(signIns)
    .innerJoin(accounts, eq(accounts.id, signIns.accountId))
    .innerJoin(personView, eq(personView.id, accounts.personId))
    .where(and(eq(signIns.tokenHash, sql.placeholder("tokenHash")), sql`${accounts.disabledAt} is null`))
    .prepare(),
);

/** What is known of the device on which somebody signs in: in words, and the token by which it is known again. */
export type Device = { readonly words: string; readonly token: string };

/** Puts in that an account is signed in by this token, confirmed just now, with both steps or the first; gives its key. */
export function insertSignIn(cx: Context, accountId: number, token: string, bothSteps: boolean): number {
  const { now } = cx;
  return cx.db
    .insert(signIns)
    .values({
      tokenHash: hashToken(token),
      accountId,
      startedAt: now,
      seenAt: now,
      confirmedAt: now,
      secondStepAt: bothSteps ? now : null,
      device: "",
    })
    .returning({ id: signIns.id })
    .get().id;
}

/** Notes that an account was signed in to on this device. */
export function noteDevice(cx: Context, accountId: number, { token }: Device): void {
  cx.db
    .insert(knownDevices)
    .values({ accountId, deviceHash: hashToken(token), seenAt: cx.now })
    .onConflictDoUpdate({
      target: [knownDevices.accountId, knownDevices.deviceHash],
      set: { seenAt: cx.now },
    })
    .run();
}

/**
 * Gives a sign-in of an account another token, confirmed just now, and the device on which it begins, unless it goes on;
 * false where there is none of this key.
 */
export const renewSignIn = (
  cx: Context,
  { signInId, accountId }: { signInId: number; accountId: number },
  token: string,
  beginsOn: Device | null,
): boolean =>
  cx.db
    .update(signIns)
    .set({
      tokenHash: hashToken(token),
      seenAt: cx.now,
      confirmedAt: cx.now,
      ...(beginsOn && {
        startedAt: cx.now,
        device: beginsOn.words,
        deviceHash: hashToken(beginsOn.token),
      }),
    })
    .where(and(eq(signIns.id, signInId), eq(signIns.accountId, accountId)))
    .run().changes > 0;

/** When the owner of a sign-in last showed who they are (ms); null where there is none. */
export const confirmedAt = (cx: Context, signInId: number | null): number | null =>
  signInId === null
    ? null
    : (cx.db.select({ at: signIns.confirmedAt }).from(signIns).where(eq(signIns.id, signInId)).get()?.at ??
      null);

/** Notes that the owner of a sign-in showed who they are just now. */
export function noteConfirmed(cx: Context, signInId: number): void {
  cx.db.update(signIns).set({ confirmedAt: cx.now }).where(eq(signIns.id, signInId)).run();
}

/** Notes that the second step of a sign-in was taken just now. */
export function noteSecondStep(cx: Context, signInId: number): void {
  cx.db.update(signIns).set({ secondStepAt: cx.now }).where(eq(signIns.id, signInId)).run();
}

/** Moves the instant at which a sign-in was last used; where somebody else writes just then, the next request does. */
export const moveSeen = (cx: Context, signInId: number): boolean =>
  unlessBusy(cx.db, () =>
    cx.db.update(signIns).set({ seenAt: cx.now }).where(eq(signIns.id, signInId)).run(),
  );

/** Takes away a sign-in that is over; where somebody else writes just then, it stays, and counts as little. */
export const dropSignIn = (cx: Context, signInId: number): boolean =>
  unlessBusy(cx.db, () => cx.db.delete(signIns).where(eq(signIns.id, signInId)).run());

/** Ends the sign-in of this token, if there is one. */
export function deleteSignInBy(cx: Context, token: string): void {
  cx.db
    .delete(signIns)
    .where(eq(signIns.tokenHash, hashToken(token)))
    .run();
}

/** Ends one sign-in of an account; gives the hash by which its device is known again, undefined where it was not there. */
export const deleteSignIn = (
  cx: Context,
  accountId: number,
  signInId: number,
): { deviceHash: string | null } | undefined =>
  cx.db
    .delete(signIns)
    .where(and(eq(signIns.id, signInId), eq(signIns.accountId, accountId)))
    .returning({ deviceHash: signIns.deviceHash })
    .get();

/** Ends every sign-in of an account, but this one where one is named; gives how many there were. */
export const deleteSignIns = (cx: Context, accountId: number, but: number | null): number =>
  cx.db
    .delete(signIns)
    .where(and(eq(signIns.accountId, accountId), but === null ? undefined : ne(signIns.id, but)))
    .run().changes;

/** The sign-ins of an account, those used last first. */
export const signInsOf = (cx: Context, accountId: number) =>
  cx.db
    .select({
      id: signIns.id,
      startedAt: signIns.startedAt,
      seenAt: signIns.seenAt,
      device: signIns.device,
    })
    .from(signIns)
    .where(eq(signIns.accountId, accountId))
    .orderBy(desc(signIns.seenAt))
    .all();

/** Forgets sign-ins that began, or were last used, before these instants (ms). */
export function deleteSignInsBefore(cx: Context, startedAt: number, seenAt: number): void {
  cx.db
    .delete(signIns)
    .where(or(lt(signIns.startedAt, startedAt), lt(signIns.seenAt, seenAt)))
    .run();
}
