import type { Context } from "../acts/context";
import { isKnownIn, type PersonRow, personRow } from "../people/store";
import type { ProgrammeRow } from "../programmes/store";
import * as gate from "./gate";
import type { Granted } from "./granted";

/** Somebody in one programme, to do this with on their way to trainer there. */
export type GrantedWay<P extends "stage.recommend" | "stage.approve"> = Granted<
  { person: PersonRow; programme: ProgrammeRow },
  P
>;

/** A person whom this programme knows, on their way there. */
export function way<P extends "stage.recommend" | "stage.approve">(
  cx: Context,
  permission: P,
  { personId, programmeId }: { personId: number; programmeId: number },
): GrantedWay<P> {
  const programme = gate.programme(cx, permission, programmeId);
  const person = personRow(cx, personId);
  if (!person || !isKnownIn(cx, person.id, [programme.id])) return gate.refused(cx.viewer);
  return { person, programme } as unknown as GrantedWay<P>;
}
