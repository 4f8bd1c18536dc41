import { hasMeans, isAskedFor } from "../accounts/rules/secondStep";
import { isToBeNoted, signInEndsAt, stayOf } from "../accounts/rules/signIns";
import { accountRowOf, ownerOf } from "../accounts/store";
import { secondStepsOf } from "../accounts/store/secondSteps";
import { dropSignIn, moveSeen, signInHeld } from "../accounts/store/signIns";
import type { Context } from "../acts/context";
import { hashToken } from "../crypto/tokens";
import { roleDays } from "../programmes/store/days";
import { rolesHeld } from "../programmes/store/roles";
import { rolesOn } from "./rules";
import { type Viewer, visitor } from "./table";

type Owner = NonNullable<ReturnType<typeof ownerOf>> & { signInId: number | null };

/** The roles that somebody holds now. */
const rolesNow = ({ db }: Context, { personId }: Pick<Owner, "personId">) => rolesHeld(db).all({ personId });

type Roles = ReturnType<typeof rolesNow>;

/** Somebody with an account, with these roles. */
function withRoles(cx: Context, owner: Owner, roles: Roles): Viewer {
  return { kind: "account", ...owner, ...rolesOn(roles, roleDays(cx, roles)), halfway: null };
}

/**
 * True where a sign-in lacks its second step: the service asks this person for one, or they set one up themselves. Here,
 * and nowhere else, it is decided what that means: whoever is halfway is a visitor to all that is read or done.
 */
const isHalfway = (cx: Context, viewer: Viewer, roles: Roles): boolean =>
  isAsked(cx, viewer, roles) || hasMeans(secondStepsOf(cx, viewer.accountId!));

const isAsked = (cx: Context, viewer: Viewer, roles: Roles): boolean => {
  const asking = roles.filter((held) => held.trainersTakeSecondStep);
  const { trains } = rolesOn(asking, roleDays(cx, asking));
  return isAskedFor({ ...viewer, trainsWhereAsked: trains.length > 0 }, cx.settings.mode);
};

/** True where the service asks the viewer, who is signed in, for a second step. */
export const isAskedForSecondStep = (cx: Context): boolean =>
  cx.viewer.personId !== null && isAsked(cx, cx.viewer, rolesNow(cx, { personId: cx.viewer.personId }));

/** Who asks with a token, and until when (ms) they stay signed in if they ask no more; null for a visitor. */
export type Held = { readonly viewer: Viewer; readonly endsAt: number | null };

/** Until when (ms) whoever asks with a token stays signed in, without noting that they do; null for a visitor. */
export function heldUntil(cx: Context, token: string): number | null {
  const row = signInHeld(cx.db).get({ tokenHash: hashToken(token) });
  const endsAt = row ? signInEndsAt(row, stayOf(withRoles(cx, row, rolesNow(cx, row)))) : 0;
  return endsAt > cx.now ? endsAt : null;
}

/**
 * Who is signed in by a token: a visitor where the second step is still to be taken, where the sign-in was ended, has run out by what its owner holds now, or the
 * account is disabled. Notes that it is used, which no lock of somebody else holds up.
 */
export function heldBy(cx: Context, token: string): Held {
  const row = signInHeld(cx.db).get({ tokenHash: hashToken(token) });
  if (!row) return { viewer: visitor, endsAt: null };
  const { startedAt, seenAt, secondStepAt, ...owner } = row;
  const roles = rolesNow(cx, owner);
  const viewer = withRoles(cx, owner, roles);
  const stay = stayOf(viewer);
  if (cx.now >= signInEndsAt({ startedAt, seenAt }, stay)) {
    dropSignIn(cx, owner.signInId);
    return { viewer: visitor, endsAt: null };
  }
  const noted = isToBeNoted({ seenAt }, cx.now) && moveSeen(cx, owner.signInId);
  const endsAt = signInEndsAt({ startedAt, seenAt: noted ? cx.now : seenAt }, stay);
  if (secondStepAt !== null || !isHalfway(cx, viewer, roles)) return { viewer, endsAt };
  const { accountId, personId, signInId } = owner;
  return { viewer: { ...visitor, halfway: { accountId, personId, signInId } }, endsAt };
}

/** The owner of an account without having signed in, for scripts and tests; a visitor where it is gone or disabled. */
export function viewerOf(cx: Context, accountId: number): Viewer {
  const owner = ownerOf(cx, accountId);
  if (!owner) return visitor;
  const unsigned = { ...owner, signInId: null };
  return withRoles(cx, unsigned, rolesNow(cx, unsigned));
}

/** The same by whose account it is: what somebody may now who began something before. */
export function viewerOfPerson(cx: Context, personId: number): Viewer {
  const account = accountRowOf(cx, personId);
  return account ? viewerOf(cx, account.id) : visitor;
}
