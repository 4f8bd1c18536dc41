import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { holdsSeat, touched } from "../../registrations/rules";
import { changedSince } from "../../registrations/store/history";
import { placesOf } from "../../registrations/store/places";
import { refuse } from "../../result";
import { givePlaceSchema } from "../schema";
import { giveSeat, makeRoom, outcome, participantOf, type Registered, workshopUnderWay } from "./workshop";

/** Gives a place to somebody who waits, or who left and is there again; also undoes that a registration was taken back. */
export const givePlace = command("participants.register", givePlaceSchema, (cx, input): Registered => {
  const course = workshopUnderWay(cx, input.courseId);
  const row = participantOf(cx, course, input.registrationId);
  if (holdsSeat(row.state)) return outcome(cx, course, row.id, null);
  if (input.seen !== undefined && changedSince(cx, row.id, input.seen)) refuse("undoOvertaken");
  const raised = makeRoom(cx, course, placesOf(cx, course.id).seatsTaken);
  giveSeat(cx, course, row.id, null);
  happened(cx, {
    kind: "registration.place-given",
    courseId: course.id,
    registration: touched(row),
    // Whoever registered themselves is told, if not by mail then by a coordinator; of others the trainer knows.
    hears: row.source === "self" ? "fromUs" : "fromTrainer",
  });
  return outcome(cx, course, row.id, raised);
});
