import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { phoneOf } from "../../admission/commands/person";
import { updatePerson } from "../../people/commands/edit";
import { personRow } from "../../people/store";
import { registrationRowOf } from "../../registrations/store";
import { updateRegistration } from "../../registrations/store/changes";
import { refuse, refuseAt } from "../../result";
import { mendFault, whoMayBeMeant } from "../queries";
import { versionsOf } from "../rules";
import { participantEditSchema } from "../schema";
import { alreadyHere } from "./register";
import { outcome, participantOf, type Registered, type Workshop } from "./workshop";

/** Corrects what was written wrongly of somebody whom the viewer registered. */
export const editParticipant = command(
  "participants.register",
  participantEditSchema,
  (cx, input): Registered => {
    const course = gate.workshop(cx, "participants.register", input.courseId);
    if (course.state === "cancelled") refuse("workshopOver", { params: { state: course.state } });
    const row = participantOf(cx, course, input.registrationId);
    const wrong = mendFault(cx, row);
    if (wrong) refuse(wrong);
    const person = personRow(cx, row.personId)!;
    const phone = phoneOf(input.phone, course.country);
    demandNobodyElse(cx, course, { name: input.name, phone, email: person.email }, person.id);
    if (input.version !== versionsOf(person, row)) refuse("stale");
    const { name, latinName, organisation, needs } = input;
    const { email, language, position, country, governorate } = person;
    const kept = { email, language, position, country, governorate };
    const written = { ...kept, name, latinName, phone, organisation };
    updatePerson(cx, row, person.version, written);
    if (needs !== row.needs) {
      updateRegistration(cx, row.id, { needs });
      happened(cx, {
        kind: "registration.edited",
        courseId: course.id,
        registrationId: row.id,
        fields: ["needs"],
      });
    }
    return outcome(cx, course, row.id, null);
  },
);

/** Refuses beside the name where somebody else of the workshop has that name and contact. */
function demandNobodyElse(
  cx: Context,
  course: Workshop,
  said: { name: string; phone: string | null; email: string | null },
  personId: number,
): void {
  const { sure } = whoMayBeMeant(cx, course, said);
  const other = sure === null || sure === personId ? undefined : registrationRowOf(cx, course.id, sure);
  if (other) refuseAt({ name: alreadyHere(course, other.id) });
}
