import * as gate from "../../access/gate";
import { commandOnceRead } from "../../acts/command";
import { isOnlyRead, type ListRegistered, readList } from "../../admission/commands/list";
import { happenedToAdded } from "../../admission/commands/person";
import { organisationExpected } from "../../courses/queries";
import { newToken } from "../../crypto/tokens";
import { sameName } from "../../names/rules";
import { peopleWithContact } from "../../people/store";
import { behind, type LastGiven } from "../../registrations/commands/move";
import { holdsSeat } from "../../registrations/rules";
import { registerListSchema } from "../../registrations/schema";
import { registrationRowOf } from "../../registrations/store";
import { loadIn } from "../../registrations/store/places";
import { seatSomebody } from "./register";
import { makeRoom, raisedBy, workshopUnderWay } from "./workshop";

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
        expected: raisedBy(course, loadIn(cx, course.id).seatsTaken, count),
      }),
      // As the form for one person begins with it.
      organisation: organisationExpected(cx, course),
      // Who has no place gets one, as where they are registered one by one.
      stands: (state) =>
        holdsSeat(state) ? "here" : state === "declined" && !decides ? "declined" : "known",
      way: (registrationId) => ({ participant: { courseId: course.id, registrationId } }),
    });
    const load = loadIn(cx, course.id);
    const expected = makeRoom(cx, course, load.seatsTaken, people.length);
    let last: LastGiven = load;
    const added = people.map(({ name, phone, email, organisation, sex, personId }) => {
      const said = {
        ...{ courseId: course.id, formKey: newToken(), language: input.language, consent: input.consent },
        ...{ name, phone, email, organisation, sex, latinName: null, needs: null, answers: {} },
        ...{ birthYear: null, displacement: null, disability: null, photoConsent: false, known: personId },
      };
      const there = personId === null ? undefined : registrationRowOf(cx, course.id, personId);
      const one = seatSomebody(cx, course, said, { personId, there }, last, false);
      if (!there) last = behind(last, "accepted");
      return one;
    });
    happenedToAdded(cx, added);
    const known = people.filter(({ personId }) => personId !== null).length;
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
