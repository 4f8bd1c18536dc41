import * as gate from "../../access/gate";
import { type HandedOver, handOverCode } from "../../accounts/commands/handOver";
import { command } from "../../acts/command";
import { refuse } from "../../result";
import { codeIsForTrainer } from "../queries";
import { participantCodeSchema } from "../schema";

/**
 * Makes a code that proves the phone of somebody in a course who has an account, or lets them choose another password, for
 * whoever trains it to hand over. Refused for somebody who holds a role, or takes part beyond the course's programme: the
 * code would open that too.
 */
export const makeParticipantCode = command(
  "roll.take",
  participantCodeSchema,
  (cx, input): HandedOver & { personId: number } => {
    const registration = gate.registration(cx, "roll.take", input.registrationId);
    if (!codeIsForTrainer(cx, registration)) refuse("accessElsewhere");
    const person = gate.personOf(cx, registration);
    return { personId: person.id, ...handOverCode(cx, person) };
  },
);
