import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { settle } from "../../admission/commands/settle";
import { rollIsOpen, startsWithRoll } from "../../courses/rules/workshops";
import { updateCourse } from "../../courses/store";
import { fault } from "../../faults";
import { namesAlone } from "../../i18n/rules";
import { holdsSeat } from "../../registrations/rules";
import { registeredPeople } from "../../registrations/store/roster";
import { refuse, refuseAt } from "../../result";
import { dayAt } from "../../time/zone";
import { restatedCourse } from "../../timetable/store/renamed";
import { applyMarks, entryOf, faultsOf } from "../rules/markedSince";
import { type RollMark, rollSchema } from "../schema";
import { marksIn, putMarks, removeMarks } from "../store";
import { owesReasonForEarly, owesReasonForMending } from "./reasons";

/**
 * Takes the roll: each mark replaces what stood for that person; `none` takes it back. All of them, or nothing. A reason
 * is owed before the session's day (once), and at a closed course for whoever holds a certificate. The first mark of a
 * trainer's workshop on or after its first day starts it.
 *
 * A mark that says what it was made upon (`was`) leaves alone what was marked since by another person, or by the same on
 * another device: `held` names the registrations of those that were not put for that. What stands already stays with whoever entered it.
 */
export const takeRoll = command("roll.take", rollSchema, (cx, input) => {
  if (input.account && input.account !== cx.viewer.accountId) refuse("otherAccount");
  const session = gate.session(cx, "roll.take", input.sessionId);
  const { course } = session;
  const today = dayAt(cx.now, course.zone);
  if (!rollIsOpen(course, today)) refuse("rollNotOpen");
  owesReasonForEarly(cx, session, input);
  const standing = standingIn(cx, session.id, input.marks);
  if (course.state === "closed") owesReasonForMending(cx, session, input, standing);
  const marks = marksOnRoll(cx, course.id, input.marks);
  const { put, held } = applyMarks(marks, standing, cx.viewer.personId);
  const faults = faultsOf(put, session.minutes);
  if (Object.keys(faults).length > 0) refuseAt(faults);
  putMarks(
    cx,
    session.id,
    put.flatMap((mark) => entryOf(mark, session.minutes) ?? []),
  );
  const takenBack = put.filter((mark) => mark.state === "none").map((mark) => mark.registrationId);
  removeMarks(cx, session.id, takenBack);
  const started = startsWithRoll(course, today) && put.length > takenBack.length;
  if (started) {
    updateCourse(cx, course.id, { state: "running", updatedAt: cx.now });
    restatedCourse(cx, course.id);
    happened(cx, { kind: "course.state-changed", courseId: course.id, from: course.state, to: "running" });
  }
  if (course.state === "closed")
    settle(
      cx,
      course,
      marks.map((mark) => mark.registrationId),
    );
  happened(cx, {
    kind: "roll.taken",
    courseId: course.id,
    sessionId: session.id,
    marks: put.map((mark) => `${mark.registrationId}:${mark.state}`),
  });
  return { sessionId: session.id, courseId: course.id, savedAt: cx.now, held };
});

/** What stands on the roll for those who are marked. */
const standingIn = (cx: Context, sessionId: number, marks: readonly RollMark[]) =>
  new Map(
    marksIn(
      cx,
      sessionId,
      marks.map((mark) => mark.registrationId),
    ).map((mark) => [mark.registrationId, mark]),
  );

/**
 * The marks of those who hold a place. Of "all others", whoever has none any more is passed over.
 * @throws Refusal `notOnRoll`, beside each mark of somebody else.
 */
function marksOnRoll(cx: Context, courseId: number, marks: readonly RollMark[]): RollMark[] {
  const people = new Map(
    registeredPeople(
      cx,
      marks.map((mark) => mark.registrationId),
    )
      .filter((person) => person.courseId === courseId)
      .map((person) => [person.registrationId, person]),
  );
  const hasPlace = ({ registrationId }: RollMark) => {
    const found = people.get(registrationId);
    return found !== undefined && holdsSeat(found.state);
  };
  const gone = marks.filter((mark) => !mark.rest && !hasPlace(mark));
  if (gone.length > 0)
    refuse("notOnRoll", {
      fields: Object.fromEntries(
        gone.map(({ registrationId: id }) => {
          const person = people.get(id);
          const wrong = person
            ? fault("noPlace", { params: { name: { person: namesAlone(person) } } })
            : fault("notOnRoll");
          return [`marks.${id}.state`, wrong];
        }),
      ),
    });
  return marks.filter(hasPlace);
}
