import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { promote } from "../../admission/commands/promote";
import { move } from "../../registrations/commands/move";
import { mayBecome, touched } from "../../registrations/rules";
import { refuse } from "../../result";
import { mayTakeBack } from "../queries";
import { participantKeySchema } from "../schema";
import { outcome, participantOf, type Registered, workshopUnderWay } from "./workshop";

/**
 * Takes a registration back that was made by mistake, by whoever made it; its history is kept, marks on the roll no
 * longer count, and a place that becomes free is given as the course gives places.
 */
export const takeBackParticipant = command(
  "participants.register",
  participantKeySchema,
  (cx, input): Registered => {
    const course = workshopUnderWay(cx, input.courseId);
    const row = participantOf(cx, course, input.registrationId);
    if (!mayTakeBack(cx, row)) refuse("takeBackNotYours");
    // A second tap finds what the first one did.
    if (row.state === "withdrawn") return outcome(cx, course, row.id, null);
    if (!mayBecome(row.state, "withdrawn")) refuse("workshopOver", { params: { state: course.state } });
    move(cx, row, "withdrawn", "withdrawn", null);
    happened(cx, { kind: "registration.withdrawn", courseId: course.id, registration: touched(row) });
    promote(cx, course);
    return outcome(cx, course, row.id, null);
  },
);
