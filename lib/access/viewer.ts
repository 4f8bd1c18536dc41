import { isToBeNoted, signInEndsAt, stayOf } from "../accounts/rules/signIns";
import { ownerOf } from "../accounts/store";
import { dropSignIn, moveSeen, signInHeld } from "../accounts/store/signIns";
import type { Context } from "../acts/context";
import { hashToken } from "../crypto/tokens";
import { rolesHeld } from "../programmes/store/roles";
import { type Viewer, visitor } from "./table";

type Owner = NonNullable<ReturnType<typeof ownerOf>> & { signInId: number | null };

/** Somebody with an account, with the roles that they hold now. */
function withRoles({ db }: Context, owner: Owner): Viewer {
  const roles = rolesHeld(db).all({ personId: owner.personId });
  const of = (role: string) => roles.filter((r) => r.role === role).map((r) => r.programmeId);
  return { kind: "account", ...owner, coordinates: of("coordinator"), trains: of("trainer") };
}

/** Who asks with a token, and until when (ms) they stay signed in if they ask no more; null for a visitor. */
export type Held = { readonly viewer: Viewer; readonly endsAt: number | null };

/**
 * Who is signed in by a token: a visitor where the sign-in was ended, has run out by what its owner holds now, or the
 * account is disabled. Notes that it is used, which no lock of somebody else holds up.
 */
export function heldBy(cx: Context, token: string): Held {
  const row = signInHeld(cx.db).get({ tokenHash: hashToken(token) });
  if (!row) return { viewer: visitor, endsAt: null };
  const { startedAt, seenAt, ...owner } = row;
  const viewer = withRoles(cx, owner);
  const stay = stayOf(viewer);
  if (cx.now >= signInEndsAt({ startedAt, seenAt }, stay)) {
    dropSignIn(cx, owner.signInId);
    return { viewer: visitor, endsAt: null };
  }
  const noted = isToBeNoted({ seenAt }, cx.now) && moveSeen(cx, owner.signInId);
  return { viewer, endsAt: signInEndsAt({ startedAt, seenAt: noted ? cx.now : seenAt }, stay) };
}

/** The owner of an account without having signed in, for scripts and tests; a visitor where it is gone or disabled. */
export function viewerOf(cx: Context, accountId: number): Viewer {
  const owner = ownerOf(cx, accountId);
  return owner ? withRoles(cx, { ...owner, signInId: null }) : visitor;
}
