import type { Context } from "../../acts/context";
import { rolesOf } from "../../programmes/store/roles";
import { hasMeans } from "../rules/secondStep";
import { secondStepsOf } from "../store/secondSteps";

type Whose = { id: number; personId: number; isAdministrator: boolean };

/** True where an account opens other people's data, or did: its owner administers, or has a role in a programme. */
export const holdsRole = (cx: Context, { personId, isAdministrator }: Omit<Whose, "id">): boolean =>
  isAdministrator || rolesOf(cx, personId).length > 0;

/** True where an account has a role or a second step: a mailbox that nobody has proven is no way in to it. */
export const isGuarded = (cx: Context, account: Whose): boolean =>
  holdsRole(cx, account) || hasMeans(secondStepsOf(cx, account.id));
