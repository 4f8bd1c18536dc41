import { command } from "../../acts/command";
import { type ListRegistered, readList } from "../../admission/commands/list";
import { newToken } from "../../crypto/tokens";
import { registerListSchema } from "../../registrations/schema";
import { loadIn } from "../../registrations/store/places";
import { raisedBy } from "../rules";
import { registerSomebody } from "./register";
import { workshopUnderWay } from "./workshop";

/**
 * Registers the people of a list in a trainer's own workshop, all of them or none, each with a place as when they are registered
 * one by one. Whoever is in the workshop already is passed over; who else is known is told to nobody who pastes contacts.
 */
export const registerParticipants = command(
  "participants.register",
  registerListSchema,
  (cx, input): ListRegistered & { expected: number | null } => {
    const course = workshopUnderWay(cx, input.courseId);
    const { people, here } = readList(
      cx,
      course,
      input,
      () => ({ known: null, like: null }),
      (count) => ({
        states: Array(count).fill("accepted"),
        free: null,
        expected: raisedBy(course.capacity, loadIn(cx, course.id).seatsTaken, count),
      }),
    );
    let expected: number | null = null;
    for (const { name, phone, email, organisation, sex } of people) {
      const said = {
        ...{ courseId: course.id, formKey: newToken(), language: input.language, consent: input.consent },
        ...{ name, phone, email, organisation, sex, latinName: null, needs: null, answers: {} },
        ...{ birthYear: null, displacement: null, disability: null, photoConsent: false },
        known: "another" as const,
      };
      expected = registerSomebody(cx, said, null).expected ?? expected;
    }
    const registered = people.length;
    const { id: courseId, slug } = course;
    return { courseId, slug, registered, here, places: registered, waiting: 0, undecided: 0, expected };
  },
);
