import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { membersOf } from "../../programmes/store";

/** The most people of a programme's team among whom is chosen who did something. */
const mostChoices = 200;

/** Who coordinates and trains in these programmes, each once, for whoever may read their people: of them one may have done what is entered. */
export function teamOf(cx: Context, programmeIds: readonly number[]) {
  const all = programmeIds
    .filter((id) => gate.mayInProgramme(cx, "people.read", id))
    .flatMap((id) => membersOf(cx, id, { role: "", name: "", id: 0 }, mostChoices));
  return [
    ...new Map(
      all.map(({ personId, name, latinName }) => [personId, { id: personId, name, latinName }]),
    ).values(),
  ];
}
