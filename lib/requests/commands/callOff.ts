import type { GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { trainersIn } from "../../courses/store";
import { doneTraining } from "../../timetable/store/trained";
import { waitingIn } from "../store";
import { withdrawRequest } from "./manage";

/**
 * Tells everybody who trains in a course, or is asked to, that it does not take place, each once; nobody is asked any more.
 * Who did it knows. Within the open transaction.
 * @param knows whom another message tells.
 * @param over true where it is over, so that nobody need hear that it does not take place.
 */
export function callOffTraining(
  cx: Context,
  course: GrantedCourse<"course.run" | "workshop.approve">,
  reason: string,
  { knows = null, over = false }: { knows?: number | null; over?: boolean } = {},
): void {
  const asked = waitingIn(cx, course.id);
  for (const { requestId, id: personId } of asked)
    withdrawRequest(cx, course, { requestId, personId }, false);
  const done = doneTraining(cx, course);
  const train = trainersIn(cx, course.id).filter((id) => !done.includes(id));
  const people = [...new Set([...train, ...asked.map(({ id }) => id)])].filter(
    (id) => id !== cx.viewer.personId && id !== knows,
  );
  if (over || people.length === 0) return;
  happened(cx, {
    kind: "training.called-off",
    courseId: course.id,
    trainers: people.map((personId) => ({ personId, asked: !train.includes(personId) })),
    said: { reason },
  });
}
