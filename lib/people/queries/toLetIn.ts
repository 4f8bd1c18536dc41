import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { refuse } from "../../result";
import type { PersonRow } from "../store";
import { holdsBeyond } from ".";

/** Refuses to let in somebody who holds more than the viewer may give: whoever signs in as them would get that. */
export function refuseBeyond(cx: Context, person: gate.Granted<PersonRow, "people.edit">): void {
  if (holdsBeyond(cx, person, gate.reach(cx, "people.edit").programmes)) refuse("accessElsewhere");
}
