import type { Granted } from "../../access/gate";
import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { isKnownIn, type PersonRow, personRow } from "../../people/store";
import { membersOf, programmesIn } from "../../programmes/store";
import { ifGranted } from "../../result";
import { superiorOf } from "../store/superiors";

/** The most people of a programme's team among whom a superior is chosen, its coordinators first. */
const mostChoices = 200;

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
  const team = programmes.flatMap((one) =>
    membersOf(cx, one.id, { role: "", name: "", id: 0 }, mostChoices).map(
      ({ personId, name, latinName }) => ({ id: personId, name, latinName }),
    ),
  );
  const now = typeof superior === "number" ? personRow(cx, superior) : undefined;
  const named = now ? [{ id: now.id, name: now.name, latinName: now.latinName }, ...team] : team;
  const choices = [...new Map(named.map((one) => [one.id, one])).values()].filter((one) => one.id !== id);
  return { superior, choices };
}
