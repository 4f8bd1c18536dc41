import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { enteredIn } from "../../certificates/store/ofPerson";
import { fault } from "../../faults";
import { dayInProgramme } from "../../programmes/store/days";
import { refuse, refuseAt } from "../../result";
import { enteredOn, waysToJudge } from "../judge";
import { addedBy } from "../rules/correcting";
import { gatesIn, inForceOn, mayBeginOn } from "../rules/gates";
import { gatesSchemaOn } from "../schema";
import { gateVersionsOf, insertGateVersion } from "../store/gates";
import { standingSince } from "../store/standings";

/** True where a version from a civil day on would be another one for somebody who entered already. */
function judgesAnew(cx: Context, programmeId: number, inForceFrom: string): boolean {
  const versions = gateVersionsOf(cx, programmeId);
  const next = { number: versions.length + 1, inForceFrom };
  const people = new Set([
    ...enteredIn(cx, programmeId).flatMap(({ personId, day }) => (day >= inForceFrom ? personId : [])),
    ...standingSince(cx, programmeId, inForceFrom),
  ]);
  return waysToJudge(cx, [...people]).some(
    (way) =>
      way.programmeId === programmeId &&
      way.history.length > 0 &&
      inForceOn([...versions, next], enteredOn(way.history)) === next,
  );
}

/**
 * Sets what a programme asks of its trainers, as another version that is in force from a civil day: whoever entered before goes
 * on by what was in force then. `corrects`: one that is still to come, in whose place it is. Refused for a day of long ago or far away, for one that is over where
 * somebody who entered would be judged anew, where something is not set, where a colleague set another version meanwhile
 * (`gatesSetMeanwhile`), and where what is corrected has begun (`stale`).
 */
export const setGates = command("programmes.edit", gatesSchemaOn, (cx, input) => {
  const programme = gate.programme(cx, "programmes.edit", input.programmeId);
  const versions = gateVersionsOf(cx, programme.id);
  if (versions.length !== input.seen) refuse("gatesSetMeanwhile");
  const today = dayInProgramme(cx, programme.id);
  const { preset, inForceFrom, corrects } = input;
  if (!mayBeginOn(inForceFrom, today)) refuseAt({ inForceFrom: fault("gatesDayFar") });
  if (inForceFrom < today && judgesAnew(cx, programme.id, inForceFrom))
    refuseAt({ inForceFrom: fault("gatesFromPast") });
  const said = { preset, inForceFrom, gates: gatesIn(input) };
  const old = corrects ? (versions.find(({ number }) => number === corrects) ?? refuse("stale")) : null;
  if (old && old.inForceFrom <= today) refuse("stale");
  const added = addedBy(versions, old, said);
  for (const one of added) {
    insertGateVersion(cx, { programmeId: programme.id, ...one });
    const { number, inForceFrom: from } = one;
    happened(cx, { kind: "gates.set", programmeId: programme.id, number, inForceFrom: from });
  }
  return { programmeId: programme.id, number: versions.length + added.length };
});
