import type { Context } from "../acts/context";
import { holdsTrainerRoleIn } from "../programmes/store/roles";
import * as gate from "./gate";
import type { Granted } from "./granted";
import { openFor } from "./table";

/**
 * A trainer, for what is said of when they can teach: whoever is signed in, being a trainer, for themselves; a coordinator
 * for the trainers of their programmes.
 */
export function trainer<P extends "away.edit">(
  cx: Context,
  permission: P,
  personId: number,
): Granted<{ personId: number }, P> {
  const { viewer } = cx;
  const { programmes } = gate.reach(cx, permission);
  const own = personId === viewer.personId && openFor(viewer, permission, viewer.trains).length > 0;
  if (!own && !holdsTrainerRoleIn(cx, personId, programmes)) return gate.refused(viewer);
  return { personId } as Granted<{ personId: number }, P>;
}
