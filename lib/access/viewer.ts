import { accountInSession } from "../accounts/store";
import type { Context } from "../acts/context";
import { rolesHeld } from "../programmes/store/roles";
import { type Viewer, visitor } from "./table";

/** The viewer behind a session: none where the account is gone or its sessions were ended since. */
export function viewerOf({ db }: Context, accountId: number, sessionVersion: number): Viewer {
  const row = accountInSession(db).get({ accountId, sessionVersion });
  if (!row) return visitor;
  const roles = rolesHeld(db).all({ personId: row.personId });
  const of = (role: string) => roles.filter((r) => r.role === role).map((r) => r.programmeId);
  return { kind: "account", ...row, coordinates: of("coordinator"), trains: of("trainer") };
}
