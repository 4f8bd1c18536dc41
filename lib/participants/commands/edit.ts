import type * as z from "zod";
import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { phoneOf } from "../../admission/commands/person";
import { updatePerson } from "../../people/commands/edit";
import { type PersonRow, personRow } from "../../people/store";
import { type RegistrationRow, registrationRowOf } from "../../registrations/store";
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
    demandFresh({ ...input, phone }, person, row);
    const { name, latinName, organisation, needs } = input;
    const { email, language, position, country } = person;
    const written = { name, latinName, phone, email, language, organisation, position, country };
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

/** Refuses where person or registration are others than the form showed, with what stands there now. */
function demandFresh(
  typed: z.output<typeof participantEditSchema>,
  person: PersonRow,
  row: RegistrationRow,
): void {
  const version = versionsOf(person, row);
  if (typed.version === version) return;
  const here = { name: person.name, latinName: person.latinName, phone: person.phone, needs: row.needs };
  const changed = Object.entries(here).filter(
    ([field, value]) => typed[field as keyof typeof here] !== value,
  );
  refuse("stale", {
    changed: { ...Object.fromEntries(changed.map(([field, value]) => [field, value ?? ""])), version },
  });
}
