import * as gate from "../../access/gate";
import { createAccount } from "../../accounts/commands/account";
import { type HandedOver, handOverCode } from "../../accounts/commands/handOver";
import { accountRowOf } from "../../accounts/store";
import { command } from "../../acts/command";
import { refuse } from "../../result";
import { codeIsForTrainer } from "../queries";
import { participantCodeSchema } from "../schema";

/**
 * Makes a code that proves the phone of somebody in a course, or lets them choose another password, for whoever trains it to
 * hand over; with the account, where they have none. Refused for somebody who holds a role, or takes part beyond the course's programme: the
 * code would open that too.
 */
export const makeParticipantCode = command(
  "roll.take",
  participantCodeSchema,
  (cx, input): HandedOver & { personId: number } => {
    const registration = gate.registration(cx, "roll.take", input.registrationId);
    if (!codeIsForTrainer(cx, registration)) refuse("accessElsewhere");
    const person = gate.personOf(cx, registration);
    if (!accountRowOf(cx, person.id)) createAccount(cx, person, null);
    return { personId: person.id, ...handOverCode(cx, person) };
  },
);
