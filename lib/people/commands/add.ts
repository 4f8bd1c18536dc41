import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { personSchema } from "../schema";
import { insertPerson } from "../store";
import { makeKnown } from "../store/known";
import { saidOf } from "./said";

/** Adds a person, known in the programmes of whoever adds them. Nobody gets an account by this. */
export const createPerson = command("people.edit", personSchema, (cx, input) => {
  const { own } = gate.coordinated(cx, "people.edit");
  const { id: personId } = insertPerson(cx, saidOf(cx, input), input.organisation);
  for (const programmeId of own) makeKnown(cx, personId, programmeId, cx.viewer.personId);
  happened(cx, { kind: "person.created", personId });
  return { personId };
});
