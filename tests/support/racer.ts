// A process of its own that finds what was typed, registers people, gives places back, plans a course, moves sessions, issues certificates or revokes one, as fast as it can; started several at a time.

import { eq } from "drizzle-orm";
import { read, sqlite } from "../../db/client";
import { courses } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import { type Viewer, visitor } from "../../lib/access/table";
import { register } from "../../lib/admission/commands";
import { issueCertificates, revokeCertificate } from "../../lib/certificates/commands";
import { createCourse, editCourse } from "../../lib/courses/commands";
import { courseEditSchema, courseSchema } from "../../lib/courses/schema";
import { comeBack, withdraw } from "../../lib/registrations/commands";
import { ownTypedTexts } from "../../lib/typed/queries";
import { as } from "./as";
import { registrationInput, sendRegistration } from "./sendRegistration";
import { type MoveOrder, moveSessions } from "./timetableRaces";

type Order =
  | MoveOrder
  | { what: "register"; slug: string; count: number; locked: boolean; racer: number; now: number }
  | { what: "issue"; courseId: number; foreseen?: string; viewer: Viewer; now: number }
  | { what: "plan"; form: Record<string, unknown>; viewer: Viewer; now: number }
  | { what: "typed"; word: string; viewers: Viewer[]; now: number }
  | { what: "revoke"; certificateId: number; viewer: Viewer; now: number }
  | {
      what: "mix";
      courses: { courseId: number; slug: string }[];
      form: Record<string, unknown>;
      coordinator: Viewer;
      count: number;
      racer: number;
      now: number;
    };

/**
 * Takes the lock away, to see whether the test would notice: statements run each for itself, and a process that has
 * decided (on a place and its number, on who is free) is held up before it writes, as a busy machine may do at any time.
 */
function withoutLock(writes: RegExp, ms: number) {
  const database = sqlite();
  database.transaction = ((work: () => unknown) => ({ immediate: () => work() })) as never;
  const prepare = database.prepare.bind(database);
  const pause = new Int32Array(new SharedArrayBuffer(4));
  const slowed = new WeakSet();
  database.prepare = ((text: string) => {
    const statement = prepare(text);
    // A statement is kept and handed out again: it is held up once each time that it runs.
    if (writes.test(text) && !slowed.has(statement)) {
      slowed.add(statement);
      const run = statement.run.bind(statement);
      statement.run = (...values: unknown[]) => {
        Atomics.wait(pause, 0, 0, ms);
        return run(...values);
      };
    }
    return statement;
  }) as never;
}

/** Registers, gives places back, comes back and changes the capacity, in turns that differ from racer to racer. */
async function mix({ courses: of, form, coordinator, count, racer, now }: Order & { what: "mix" }) {
  let turn = racer * 7919 + 1;
  const random = (below: number) => {
    turn = (turn * 48_271) % 2_147_483_647;
    return turn % below;
  };
  let done = 0;
  for (const { courseId, slug } of of) {
    const own: string[] = [];
    for (let i = 0; i < count; i++) {
      const n = racer * 1000 + i;
      const at = now + n;
      const what = random(10);
      const token = own[random(Math.max(1, own.length))];
      if (what < 5 || !token) {
        const person = { name: `Racer ${n} of ${courseId}`, phone: `079${1_000_000 + n}`, consent: "on" };
        const sent = { slug, formKey: `mix-key-${courseId}-${n}`, language: "en", ...person };
        const result = await sendRegistration(visitor, sent, at, `mix-${courseId}-${n}`);
        if (result.ok) own.push(result.value.token);
        done += Number(result.ok);
      } else if (what < 7) done += Number(withdraw(as(visitor, at), { token, reason: null }).ok);
      else if (what < 8) done += Number(comeBack(as(visitor, at), { token }, `back-${n}`).ok);
      else {
        const course = read().select().from(courses).where(eq(courses.id, courseId)).get()!;
        const capacity = String(Math.max(1, course.capacity + random(6) - 2));
        const plan = { ...form, courseId: String(courseId), version: String(course.version), capacity };
        done += Number(editCourse(as(coordinator, at), courseEditSchema.parse(plan)).ok);
      }
    }
  }
  return { done };
}

async function main(order: Order) {
  if (order.what === "mix") return mix(order);
  if (order.what === "move") {
    if (!order.locked) withoutLock(/^(insert into "session_trainers"|update "sessions" set "room_id")/, 25);
    return moveSessions(order);
  }
  if (order.what === "issue") {
    const { courseId, foreseen } = order;
    const result = issueCertificates(as(order.viewer, order.now), { courseId, foreseen });
    return result.ok ? { issued: result.value.issued } : { issued: -1, fault: result.fault };
  }
  if (order.what === "plan") {
    const result = createCourse(as(order.viewer, order.now), courseSchema.parse(order.form));
    return result.ok ? { courseId: result.value.courseId } : { courseId: -1, fault: result.fault };
  }
  if (order.what === "typed")
    return order.viewers.map((viewer) => {
      const cx = as(viewer, order.now);
      return ownTypedTexts(cx, gate.self(cx), order.word);
    });
  if (order.what === "revoke") {
    const input = { certificateId: order.certificateId, reason: "Stated here" };
    return { revoked: revokeCertificate(as(order.viewer, order.now), input).ok };
  }
  if (!order.locked) withoutLock(/^insert into "registrations"/, 30);
  // Read beforehand: only the commands race.
  const inputs = Array.from({ length: order.count }, (_, i) => {
    const n = order.racer * 1000 + i;
    const person = {
      name: `Racer ${String.fromCharCode(65 + (n % 26))} ${n}`,
      phone: `079${1_000_000 + n}`,
      consent: "on",
    };
    const form = { slug: order.slug, formKey: `race-key-${n}`, language: "en", ...person };
    return registrationInput(visitor, form).data!;
  });
  let done = 0;
  for (let i = 0; i < order.count; i++) {
    const n = order.racer * 1000 + i;
    try {
      const result = await register(as(visitor, order.now + n), inputs[i]!, `address-${n}`);
      if (result.ok) done += 1;
    } catch {
      // Without the lock, numbers collide; that is part of what is shown.
    }
  }
  return { done };
}

process.once("message", (order: Order) => {
  main(order).then((answer) => process.send!(answer, () => process.exit(0)));
});
process.send!("ready");
