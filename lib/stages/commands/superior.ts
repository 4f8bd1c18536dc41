import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { fault } from "../../faults";
import { ifGranted, refuseAt } from "../../result";
import { wouldCircle } from "../rules/superior";
import { superiorSchema } from "../schema";
import { aboveOf, setSuperiorOf, superiorOf } from "../store/superiors";

/**
 * Says who is somebody's superior, or that nobody is. Refused where going up would lead back, where the one who is set is
 * nobody that the viewer may see (that is another programme's to change), and for one's own superior and whoever is one's own
 * subordinate: somebody else changes that.
 */
export const setSuperior = command("people.edit", superiorSchema, (cx, input) => {
  const person = gate.person(cx, "people.edit", input.personId);
  const superior = input.superiorId === null ? null : gate.person(cx, "people.edit", input.superiorId);
  const now = superiorOf(cx, person.id);
  if (now !== null && !ifGranted(() => gate.person(cx, "people.edit", now)))
    refuseAt({ superiorId: fault("superiorElsewhere") });
  if (superior && wouldCircle(aboveOf(cx, [superior.id]), person.id, superior.id))
    refuseAt({ superiorId: fault("superiorCircle") });
  const superiorId = superior?.id ?? null;
  if (superiorId !== now) {
    // Whom it keeps from deciding would else undo it, decide, and set it again.
    if (cx.viewer.personId !== null && [person.id, now].includes(cx.viewer.personId))
      refuseAt({ superiorId: fault("superiorOwn") });
    setSuperiorOf(cx, person.id, superiorId);
    happened(cx, { kind: "superior.set", personId: person.id, superiorId });
  }
  return { personId: person.id };
});
