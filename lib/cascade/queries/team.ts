import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { teamIn } from "../../programmes/store/team";

/** Who coordinates and trains in these programmes, for whoever may read their people: of them one may have done what is entered. */
export const teamOf = (cx: Context, programmeIds: readonly number[]) =>
  teamIn(
    cx,
    programmeIds.filter((id) => gate.mayInProgramme(cx, "people.read", id)),
  );
