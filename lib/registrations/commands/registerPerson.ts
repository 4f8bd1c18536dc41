import * as gate from "../../access/gate";
import { change } from "../../acts/command";
import type { Context } from "../../acts/context";
import { saveSensitiveFacts } from "../../people/commands";
import { type Result, refuse, withParams } from "../../result";
import { admit, consentVersion, freePlaces } from "../rules";
import { answersSchema, type RegisterPersonInput } from "../schema";
import { answersOf, askedOf, questionsOf } from "./answers";
import { courseToDecide } from "./decide";
import { factsSaid, insertPerson, phoneOf, sameInCourse } from "./person";
import { admittedMessage, insert, load, madeByForm, ofPerson, tell } from "./place";

/**
 * A coordinator registers somebody, with or without an account: one known already within the viewer's scope, or a new
 * person. Asked is what the public form asks, consent included, and places are given as the course gives them: in a
 * first-come course by turn; by selection, a nomination, or a place at once where one is left.
 */
export function registerPerson(
  cx: Context,
  input: RegisterPersonInput,
): Result<{ courseId: number; registrationId: number; slug: string }> {
  return change(cx, () => {
    const course = courseToDecide(cx, input.courseId);
    const again = madeByForm(cx.db).get({ courseId: course.id, formKey: input.formKey });
    if (again) return { courseId: course.id, registrationId: again.id, slug: course.slug };
    const questions = questionsOf(cx.db).all({ courseId: course.id });
    const answers = answersSchema(askedOf(questions)).safeParse(input);
    if (!answers.success)
      refuse("invalid", {
        fields: Object.fromEntries(answers.error.issues.map((i) => [String(i.path[0]), i.message])),
      });
    /** Beside a field: that the person is in the course, with the way to their registration. */
    const registeredAs = (registrationId: number) =>
      withParams("alreadyInCourse", {
        href: `/desk/courses/${course.id}/registrations/${registrationId}`,
      });
    let personId = input.personId;
    if (personId !== null) {
      gate.person(cx, "people.edit", personId);
      const there = ofPerson(cx.db).get({ courseId: course.id, personId });
      if (there) refuse("invalid", { fields: { personId: registeredAs(there.id) } });
    } else {
      const phone = phoneOf(input.phone, course.country);
      const same = sameInCourse(cx, course.id, input.name!, input.email, phone);
      if (same !== null) refuse("invalid", { fields: { name: registeredAs(same) } });
      personId = insertPerson(cx, { ...input, name: input.name! }, { email: input.email, phone }, course);
    }
    saveSensitiveFacts(cx, personId, course.programmeId, factsSaid(input));
    const counts = load(cx, course.id);
    const byTurn = admit(course, counts.seatsTaken, counts.waiting);
    if (byTurn === "applied" && input.accept && freePlaces(course.capacity, counts.seatsTaken) === 0)
      refuse("noPlaceLeft");
    const state = byTurn !== "applied" ? byTurn : input.accept ? "accepted" : "nominated";
    const row = insert(
      cx,
      course,
      state,
      {
        personId,
        source: "coordinator",
        answers: answersOf(questions, answers.data),
        needs: input.needs,
        formKey: input.formKey,
        consentVersion,
        consentLanguage: input.language,
        consentAt: cx.now,
        photoConsent: input.photoConsent,
      },
      counts,
    );
    tell(cx, { ...row, personId }, course, admittedMessage[state]);
    return { courseId: course.id, registrationId: row.id, slug: course.slug };
  });
}
