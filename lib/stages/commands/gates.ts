import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { fault } from "../../faults";
import { refuse, refuseAt } from "../../result";
import { daysSomewhere } from "../../time/zone";
import { gatesIn } from "../rules/gates";
import { gatesSchema } from "../schema";
import { gateVersionsOf, insertGateVersion } from "../store/gates";

/**
 * Sets what a programme asks of its trainers, as another version that is in force from a civil day: whoever entered before goes
 * on by what was in force then. Refused for a day that is over, where something is not set, and where a colleague set another
 * version meanwhile (`stale`).
 */
export const setGates = command("programmes.edit", gatesSchema, (cx, input) => {
  const programme = gate.programme(cx, "programmes.edit", input.programmeId);
  const versions = gateVersionsOf(cx, programme.id);
  if (versions.length !== input.seen) refuse("stale");
  if (input.inForceFrom < daysSomewhere(cx.now)[0]) refuseAt({ inForceFrom: fault("gatesFromPast") });
  const { preset, inForceFrom } = input;
  const number = versions.length + 1;
  insertGateVersion(cx, { programmeId: programme.id, number, preset, inForceFrom, gates: gatesIn(input) });
  happened(cx, { kind: "gates.set", programmeId: programme.id, number, inForceFrom });
  return { programmeId: programme.id };
});
