import type { Granted } from "../../access/gate";
import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { isKnownIn, type PersonRow, personRow } from "../../people/store";
import { programmesIn } from "../../programmes/store";
import { teamIn } from "../../programmes/store/team";
import { ifGranted } from "../../result";
import { superiorOf } from "../store/superiors";

/**
 * Who somebody's superior is (`elsewhere`: somebody whom the viewer may not see), and who may be set: the teams of the programmes
 * that know the person, as far as the viewer coordinates them.
 */
export function superiorFor(cx: Context, { id }: Granted<PersonRow, "people.edit">) {
  const set = superiorOf(cx, id);
  const seen = (personId: number) => ifGranted(() => gate.person(cx, "people.edit", personId)) !== null;
  const superior = set === null ? null : seen(set) ? set : ("elsewhere" as const);
  const programmes = programmesIn(cx, gate.reach(cx, "people.edit").programmes).filter((one) =>
    isKnownIn(cx, id, [one.id]),
  );
  const team = teamIn(
    cx,
    programmes.map((one) => one.id),
  );
  const now = typeof superior === "number" ? personRow(cx, superior) : undefined;
  const named = now ? [{ id: now.id, name: now.name, latinName: now.latinName }, ...team] : team;
  const choices = [...new Map(named.map((one) => [one.id, one])).values()].filter((one) => one.id !== id);
  return { superior, choices };
}
