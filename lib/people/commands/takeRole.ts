import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { deleteRole, holdsRoleIn } from "../../programmes/store/roles";
import { takesPartIn } from "../../registrations/store/ofPerson";
import { withdrawFromFormer } from "../../requests/commands/roleEnded";
import { refuse } from "../../result";
import { membershipEndSchema } from "../schema";
import { forgetIn, isKnownElsewhere } from "../store/known";

/**
 * A person who has nothing to do with a programme any more (no role, no registration) is no longer in its scope, as
 * long as some other programme knows them.
 */
function forgetUnlessTakingPart(cx: Context, personId: number, programmeId: number): void {
  if (holdsRoleIn(cx, personId, [programmeId]) || takesPartIn(cx, personId, [programmeId])) return;
  if (isKnownElsewhere(cx, personId, programmeId)) forgetIn(cx, personId, programmeId);
}

/**
 * Takes a role in a programme away; answers which, so that it can be given back. What the person did in it stays; what a
 * trainer was asked and has not answered is taken back.
 */
export const removeMember = command("programmes.edit", membershipEndSchema, (cx, input) => {
  const programme = gate.programme(cx, "programmes.edit", input.programmeId);
  const leaves = input.role === "coordinator" && input.personId === cx.viewer.personId;
  if (leaves && !gate.maySomewhere(cx, "programmes.leave")) refuse("ownRole");
  const role = deleteRole(cx, input) ?? refuse("notFound");
  if (input.role === "trainer") withdrawFromFormer(cx, programme, input.personId);
  forgetUnlessTakingPart(cx, input.personId, programme.id);
  happened(cx, { kind: "programme.member-removed", ...input });
  return { ...input, endsOn: role.endsOn };
});
