import { eq } from "drizzle-orm";
import { persons } from "@/db/schema";
import { change } from "../../acts/command";
import type { Context } from "../../acts/context";
import { fault } from "../../faults";
import { saveSensitiveFacts } from "../../people/commands";
import { mayEditPerson } from "../../people/queries";
import { type Result, refuse, refuseAt } from "../../result";
import { admit, consentVersion, freePlaces } from "../rules";
import type { RegisterPersonInput } from "../schema";
import { answersOf, questionsOf } from "./answers";
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
    /** Beside a field: that the person is in the course, with the way to their registration. */
    const registeredAs = (registrationId: number) =>
      fault("alreadyInCourse", {
        href: `/desk/courses/${course.id}/registrations/${registrationId}`,
      });
    let personId = input.personId;
    if (personId !== null) {
      if (!mayEditPerson(cx, personId)) refuse("notFound");
      if (!cx.db.select({ id: persons.id }).from(persons).where(eq(persons.id, personId)).get())
        refuse("notFound");
      const there = ofPerson(cx.db).get({ courseId: course.id, personId });
      if (there) refuseAt({ personId: registeredAs(there.id) });
    } else {
      const phone = phoneOf(input.phone, course.country);
      const same = sameInCourse(cx, course.id, input.name!, input.email, phone);
      if (same !== null) refuseAt({ name: registeredAs(same) });
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
        answers: answersOf(questionsOf(cx.db).all({ courseId: course.id }), input.answers),
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
