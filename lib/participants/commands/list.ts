import * as gate from "../../access/gate";
import { commandOnceRead } from "../../acts/command";
import { isOnlyRead, type ListRegistered, readList } from "../../admission/commands/list";
import { newToken } from "../../crypto/tokens";
import { sameName } from "../../names/rules";
import { peopleWithContact } from "../../people/store";
import { holdsSeat } from "../../registrations/rules";
import { registerListSchema } from "../../registrations/schema";
import { loadIn } from "../../registrations/store/places";
import { raisedBy } from "../rules";
import { registerSomebody } from "./register";
import { workshopUnderWay } from "./workshop";

/**
 * Registers the people of a list in a trainer's own workshop, all of them or none, each with a place as when they are registered
 * one by one. Whoever is in the workshop already is passed over; who else is known is told to nobody who pastes contacts.
 */
export const registerParticipants = commandOnceRead(
  "participants.register",
  registerListSchema,
  isOnlyRead,
  (cx, input): ListRegistered & { expected: number | null } => {
    const course = workshopUnderWay(cx, input.courseId);
    const decides = gate.mayIn(cx, "registrations.decide", course);
    const { people, here } = readList(cx, course, input, {
      // Who is known is looked at so that nobody is meant twice, and not told.
      knows: (said) => ({
        known:
          peopleWithContact(cx, said, course.programmeId).find(({ name }) => sameName(name, said.name))?.id ??
          null,
        ...{ told: false, like: null },
      }),
      gives: (count) => ({
        states: Array(count).fill("accepted"),
        free: null,
        expected: raisedBy(course.capacity, loadIn(cx, course.id).seatsTaken, count),
      }),
      // Who has no place gets one, as where they are registered one by one.
      stands: (state) =>
        holdsSeat(state) ? "here" : state === "declined" && !decides ? "declined" : "known",
      way: (registrationId) => ({ participant: { courseId: course.id, registrationId } }),
    });
    let expected: number | null = null;
    let known = 0;
    for (const { name, phone, email, organisation, sex } of people) {
      const said = {
        ...{ courseId: course.id, formKey: newToken(), language: input.language, consent: input.consent },
        ...{ name, phone, email, organisation, sex, latinName: null, needs: null, answers: {} },
        ...{ birthYear: null, displacement: null, disability: null, photoConsent: false },
        known: "another" as const,
      };
      const came = registerSomebody(cx, said, null);
      expected = came.expected ?? expected;
      known += came.known ? 1 : 0;
    }
    const registered = people.length;
    const { id: courseId, slug } = course;
    return {
      courseId,
      slug,
      registered,
      here,
      known,
      places: registered,
      waiting: 0,
      undecided: 0,
      expected,
    };
  },
);
