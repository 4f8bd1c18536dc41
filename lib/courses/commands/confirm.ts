import * as gate from "../../access/gate";
import { change, command } from "../../acts/command";
import type { SystemContext } from "../../acts/context";
import { happened } from "../../acts/happened";
import { inLanguage } from "../../i18n/rules";
import { queueMail } from "../../messages/tell";
import { coordinatorsToMail } from "../../programmes/store";
import { touched } from "../../registrations/rules";
import { registrationRowsIn } from "../../registrations/store";
import { placesOf } from "../../registrations/store/places";
import { refuse } from "../../result";
import { dayAt } from "../../time/zone";
import { isTentative } from "../rules";
import { confirmSchema } from "../schema";
import { type CourseRow, coursesToDecide, trainersToTell, updateCourse } from "../store";

/** A coordinator says that a course takes place, however many have a place: whoever has one, or trains in it, is told. Refused where it is certain. */
export const confirmCourse = command("course.edit", confirmSchema, (cx, input) => {
  const course = gate.course(cx, "course.edit", input.courseId);
  if (!isTentative(course) || course.state !== "open") refuse("notTentative");
  updateCourse(cx, course.id, { confirmedAt: cx.now, updatedAt: cx.now, version: course.version + 1 });
  const registrations = registrationRowsIn(cx, course.id, ["accepted"]).map(touched);
  const trainers = trainersToTell(cx, course);
  happened(cx, { kind: "course.confirmed", courseId: course.id, registrations, trainers });
  return { courseId: course.id };
});

/**
 * Asks the coordinators of each course whose day to decide has come by mail whether it takes place: once for that day, however
 * often this is done and however late.
 * @returns of how many courses somebody was asked.
 */
export const askToDecide = (cx: SystemContext) =>
  change(cx, () => {
    const courses = coursesToDecide(cx).filter((course) => course.decideBy! <= dayAt(cx.now, course.zone));
    for (const course of courses) ask(cx, course);
    return courses.length;
  });

/** Asks the coordinators of one course; it remembers for which day. Within the open transaction. */
function ask(cx: SystemContext, course: CourseRow): void {
  const { id: courseId, programmeId, decideBy, minimumPeople, title } = course;
  updateCourse(cx, courseId, { askedForDay: decideBy });
  const people = coordinatorsToMail(cx, programmeId);
  const topic = (personId: number) => `person:${personId}:course:${courseId}:decide`;
  for (const { personId, name, language, email } of people)
    queueMail(
      cx,
      cx.now,
      {
        ...{ to: email, language, message: "courseToDecide" as const },
        params: {
          name,
          course: inLanguage(title, language).text,
          minimum: String(minimumPeople ?? 0),
          people: String(placesOf(cx, courseId).seatsTaken),
          link: `${cx.settings.publicUrl}/desk/courses/${courseId}#decide`,
        },
      },
      topic(personId),
      personId,
    );
  happened(cx, { kind: "course.decision-asked", courseId, asked: people.length });
}
