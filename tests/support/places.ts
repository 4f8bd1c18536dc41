import { asc, eq } from "drizzle-orm";
import { read } from "../../db/client";
import { courses, registrationChanges, registrations } from "../../db/schema";
import { visitor } from "../../lib/access/table";
import { publicCourse } from "../../lib/courses/queries";
import { dayAt } from "../../lib/time/zone";
import { as } from "./as";
import { followRegistration } from "./asked";

const seats = ["accepted", "attended", "no_show"];

/** The change with which somebody took the turn on the waiting list that they have now, or null. */
function turnOf(history: { id: number; fromState: string | null; toState: string }[]): number | null {
  let turn: number | null = null;
  for (const { id, fromState, toState } of history)
    if (toState === "to_confirm" || (toState === "waiting" && fromState !== "to_confirm")) turn = id;
  return turn;
}

/** What is wrong with the places of a course at an instant; nothing where all holds. */
export function placeFaults(courseId: number, at: number): string[] {
  const course = read().select().from(courses).where(eq(courses.id, courseId)).get()!;
  const rows = read().select().from(registrations).where(eq(registrations.courseId, courseId)).all();
  const faults: string[] = [];
  const taken = rows.filter((r) => seats.includes(r.state)).length;
  const waiting = rows.filter((r) => r.state === "waiting");
  if (taken > course.capacity) faults.push(`${taken} hold ${course.capacity} places`);
  const attendable =
    (course.state === "open" || course.state === "running") &&
    course.endsOn !== null &&
    dayAt(at, course.zone) <= course.endsOn;
  if (course.admission === "first_come" && attendable && waiting.length > 0 && taken < course.capacity)
    faults.push(`${course.capacity - taken} places idle beside ${waiting.length} who wait`);
  const shown = publicCourse(as(visitor), course.slug);
  if (shown && waiting.length > 0 && shown.placesLeft > 0)
    faults.push(`the public reads ${shown.placesLeft} places left while ${waiting.length} wait`);
  const turns: { turn: number; place: number }[] = [];
  for (const row of rows) {
    const history = read()
      .select()
      .from(registrationChanges)
      .where(eq(registrationChanges.registrationId, row.id))
      .orderBy(asc(registrationChanges.id))
      .all();
    if (history[0]?.fromState !== null || history.at(-1)?.toState !== row.state)
      faults.push(`the history of ${row.number} does not lead to ${row.state}`);
    if (history.some((change, i) => i > 0 && change.fromState !== history[i - 1]!.toState))
      faults.push(`the history of ${row.number} has a gap`);
    const place = followRegistration(as(visitor), row.token)!.waitingNumber;
    if (row.state === "waiting") turns.push({ turn: turnOf(history)!, place: place! });
    else if (place !== null) faults.push(`${row.number} is ${row.state} and has place ${place} on the list`);
  }
  turns.sort((a, b) => a.turn - b.turn);
  if (turns.some(({ place }, i) => place !== i + 1))
    faults.push(`places on the list in the order of turns: ${turns.map((t) => t.place).join(", ")}`);
  return faults;
}
