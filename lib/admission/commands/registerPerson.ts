import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import type { CourseRow } from "../../courses/store";
import { fault } from "../../faults";
import { questionsIn } from "../../forms/store";
import type { Locale } from "../../i18n/rules";
import { saveSensitiveFacts } from "../../people/commands/facts";
import type { SensitiveFacts } from "../../people/rules";
import { personRow } from "../../people/store";
import { addRegistration, type LastGiven, type Registrant } from "../../registrations/commands/move";
import { consentVersion, freePlaces, type RegistrationState, touched } from "../../registrations/rules";
import { type RegisterPersonInput, registerPersonSchema } from "../../registrations/schema";
import { type RegistrationRow, registrationRowByForm, registrationRowOf } from "../../registrations/store";
import { loadIn } from "../../registrations/store/places";
import { refuseAt } from "../../result";
import { admit } from "../rules";
import { answersOf } from "./answers";
import { courseToDecide } from "./decide";
import { type Added, addPerson, factsSaid, happenedToAdded, phoneOf, sameInCourse } from "./person";

type Registered = {
  courseId: number;
  registrationId: number;
  slug: string;
  /** Who was registered. */
  person: { name: string; latinName: string | null };
};

/**
 * A coordinator registers somebody, with or without an account: one known already within the viewer's scope, or a new
 * person. Asked is what the public form asks, consent included, and places are given as the course gives them: in a
 * first-come course by turn; by selection, a nomination, or a place at once where one is left.
 */
export const registerPerson = command(
  "registrations.decide",
  registerPersonSchema,
  (cx, input): Registered => {
    const course = courseToDecide(cx, input.courseId);
    const registered = ({ id, personId }: RegistrationRow): Registered => {
      const { name, latinName } = personRow(cx, personId)!;
      return { courseId: course.id, registrationId: id, slug: course.slug, person: { name, latinName } };
    };
    const again = registrationRowByForm(cx, course.id, input.formKey);
    if (again) return registered(again);
    const person = whoIsRegistered(cx, course, input);
    const places = loadIn(cx, course.id);
    const byTurn = admit(course, places.seatsTaken, places.waiting);
    if (byTurn === "applied" && input.accept && freePlaces(course.capacity, places.seatsTaken) === 0)
      refuseAt({ accept: fault("noPlaceToAccept") });
    const state: RegistrationState = byTurn !== "applied" ? byTurn : input.accept ? "accepted" : "nominated";
    const { language, needs, formKey, photoConsent } = input;
    const answers = answersOf(questionsIn(cx, course.id), input.answers);
    const said = { language, answers, needs, formKey, photoConsent, facts: factsSaid(input), known: false };
    const added = addByCoordinator(cx, course, person, state, said, places);
    happenedToAdded(cx, [added]);
    return registered(added.row);
  },
);

/**
 * Adds a registration that a coordinator makes, with what the person agreed to say. Of somebody `known` of whom little is asked, what they said of
 * themselves stays. Whoever calls it says what happened (`happenedToAdded`). Within the open transaction.
 */
export function addByCoordinator(
  cx: Context,
  course: gate.GrantedCourse<"registrations.decide">,
  person: Registrant,
  state: RegistrationState,
  said: Pick<RegistrationRow, "answers" | "needs" | "formKey" | "photoConsent"> & {
    language: Locale;
    facts: SensitiveFacts;
    known: boolean;
  },
  last: LastGiven,
): Added & { row: gate.GrantedRegistration<"registrations.decide"> } {
  const { language, facts, known, ...kept } = said;
  const row = addRegistration(
    cx,
    course,
    state,
    person,
    { ...kept, source: "coordinator", consentVersion, consentLanguage: language, consentAt: cx.now },
    last,
  );
  const sexSaid = saveSensitiveFacts(cx, row, facts, known ? "addMissing" : undefined);
  const registration = { ...touched(row), state };
  return {
    row,
    sexSaid,
    event: { kind: "registration.created", courseId: course.id, registration, by: "coordinator" },
  };
}

/** Whom the form means, made where they are new; ends the transaction where they are in the course already. */
function whoIsRegistered(cx: Context, course: CourseRow, input: RegisterPersonInput): Registrant {
  /** Beside a field: that the person is in the course, with the keys of their registration. */
  const registeredAs = (registrationId: number) =>
    fault("alreadyInCourse", { registration: { courseId: course.id, registrationId } });
  if (input.personId !== null) {
    const person = gate.person(cx, "people.edit", input.personId);
    const there = registrationRowOf(cx, course.id, person.id);
    if (there) refuseAt({ personId: registeredAs(there.id) });
    return person;
  }
  const phone = phoneOf(input.phone, course.country);
  const same = sameInCourse(cx, course.id, input.name!, input.email, phone);
  if (same !== null) refuseAt({ name: registeredAs(same) });
  return addPerson(cx, { ...input, name: input.name! }, { email: input.email, phone }, course);
}
