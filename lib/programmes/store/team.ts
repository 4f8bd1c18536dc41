import type { Context } from "../../acts/context";
import { membersOf } from "../store";

/** The most people of a programme's team among whom somebody is chosen, its coordinators first. */
const mostChoices = 200;

/** Who coordinates and trains in these programmes, each once, to choose one of them. */
export const teamIn = (cx: Context, programmeIds: readonly number[]) => [
  ...new Map(
    programmeIds
      .flatMap((id) => membersOf(cx, id, { role: "", name: "", id: 0 }, mostChoices))
      .map(({ personId, name, latinName }) => [personId, { id: personId, name, latinName }]),
  ).values(),
];
