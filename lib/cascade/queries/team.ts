import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { membersOf } from "../../programmes/store";

/** The most people of a programme's team among whom is chosen who did something. */
const mostChoices = 200;

/** Who coordinates and trains in a programme, each once, for whoever may read its people: of them one may have done what is entered. */
export function teamOf(cx: Context, programmeId: number) {
  if (!gate.mayInProgramme(cx, "people.read", programmeId)) return [];
  const all = membersOf(cx, programmeId, { role: "", name: "", id: 0 }, mostChoices);
  return [
    ...new Map(
      all.map(({ personId, name, latinName }) => [personId, { id: personId, name, latinName }]),
    ).values(),
  ];
}
