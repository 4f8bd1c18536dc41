import { eq } from "drizzle-orm";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { read } from "../../db/client";
import { courses, jobs, notices, persons, registrations, sessions } from "../../db/schema";
import { system } from "../../lib/access/table";
import type { Context } from "../../lib/acts/context";
import { decideRegistrations } from "../../lib/admission/commands";
import { takeRoll } from "../../lib/attendance/commands";
import { issueCertificates } from "../../lib/certificates/commands";
import { editCourse, setCourseState } from "../../lib/courses/commands";
import { courseEditSchema } from "../../lib/courses/schema";
import { recount } from "../../lib/due/recount";
import { dueRowsOf } from "../../lib/due/store";
import { markTold } from "../../lib/messages/commands";
import { listUnsent, mailFailed, mailSent, takeMail } from "../../lib/messages/outbox";
import { as, now } from "../support/as";
import { freshDatabase } from "../support/database";
import { runs } from "../support/runs";
import { courseForm, day, opened, registered, world } from "../support/world";

freshDatabase();
const w = world();
/** A mail server is set up, which no test reaches: what becomes of a mail is a step. */
const withMail = <Cx extends Context>(cx: Cx): Cx => ({
  ...cx,
  settings: { ...cx.settings, smtpUrl: "smtp://nowhere" },
});
const cx = (at: number) => withMail(as(w.coordinator, at));
const outbox = (at: number) => withMail(as(system, at));
const courseOf = (id: number) => read().select().from(courses).where(eq(courses.id, id)).get()!;
const peopleOf = (id: number) =>
  read().select().from(registrations).where(eq(registrations.courseId, id)).all();
const sessionsOf = (id: number) => read().select().from(sessions).where(eq(sessions.courseId, id)).all();

const kinds = [
  "register",
  "decide",
  "roll",
  "state",
  "plan",
  "told",
  "issue",
  "mail sent",
  "mail given up",
  "address gone",
  "no mail server",
] as const;
const step = fc.record({
  what: fc.constantFrom(...kinds),
  which: fc.nat(20),
  days: fc.nat(40),
});

const mailSteps: ReadonlySet<string> = new Set(kinds.slice(-4));

let addresses = 0;
/** Every second person is reached by mail. */
const mailTo = (which: number) => (which % 2 ? {} : { email: `due-${++addresses}@example.org` });

/** What becomes of mail: the first goes out or is given up, the address of a person is gone, the server is. */
function takeMailStep(id: number, what: string, which: number, at: number) {
  if (what === "no mail server") return listUnsent(outbox(at));
  if (what === "address gone") {
    const person = peopleOf(id)[which % Math.max(1, peopleOf(id).length)];
    if (person) read().update(persons).set({ email: null }).where(eq(persons.id, person.personId)).run();
  }
  const job = takeMail(outbox(at));
  if (!job) return;
  if (what === "mail given up") mailFailed(outbox(at), job, "EENVELOPE 550", true);
  else mailSent(outbox(at), job);
}

/** Does one step; whether it is refused is not looked at. */
async function take(id: number, { what, which, days }: { what: string; which: number; days: number }) {
  const at = now + days * day;
  const people = peopleOf(id);
  const person = people[which % Math.max(1, people.length)];
  const course = courseOf(id);
  if (what === "register") await registered(course.slug, mailTo(which)).catch(() => null);
  else if (mailSteps.has(what)) takeMailStep(id, what, which, at + 60 * day);
  else if (what === "decide" && person) {
    const to = (["accepted", "waiting", "declined", "withdrawn"] as const)[which % 4]!;
    decideRegistrations(cx(at), { courseId: id, registrationIds: [person.id], to, reason: "Said" });
  } else if (what === "roll" && person) {
    const session = sessionsOf(id)[which % Math.max(1, sessionsOf(id).length)];
    const mark = {
      registrationId: person.id,
      state: which % 2 ? "present" : "none",
      lateMinutes: 0,
    } as const;
    if (session)
      takeRoll(as(w.trainer, at), { sessionId: session.id, marks: [mark], reason: "Said" } as never);
  } else if (what === "state") {
    const to = (["running", "closed", "open", "cancelled"] as const)[which % 4]!;
    setCourseState(cx(at), { courseId: id, from: course.state, to, reason: "Said" } as never);
  } else if (what === "plan") {
    const form = courseForm(w, { capacity: String(1 + (which % 9)) });
    const plan = courseEditSchema.safeParse({
      ...form,
      courseId: String(id),
      version: String(course.version),
    });
    if (plan.success) editCourse(cx(at), plan.data);
  } else if (what === "told") {
    const ids = read()
      .select()
      .from(notices)
      .where(eq(notices.courseId, id))
      .all()
      .map((n) => n.id);
    markTold(cx(at), { courseId: id, noticeIds: ids, only: null });
  } else issueCertificates(cx(at), { courseId: id, reason: "Said" } as never);
}

/** Somebody is declined and told by mail, with which this happens. */
const told = (what: (typeof kinds)[number]) =>
  (["register", "decide", what] as const).map((one) => ({ what: one, which: 2, days: 0 }));

describe("what is due in a course", () => {
  it("is, after whatever happens in whatever order, what one finds who counts anew", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
        const { courseId } = opened(w, { capacity: "3" });
        // What other courses are still to say is not this one's.
        read().delete(jobs).run();
        for (const one of steps) {
          await take(courseId, one);
          const kept = dueRowsOf(as(system), courseId);
          recount(as(system, now), courseId);
          expect(dueRowsOf(as(system), courseId)).toEqual(kept);
        }
      }),
      {
        numRuns: runs(15),
        examples: (["mail given up", "address gone", "no mail server"] as const).map((what) => [told(what)]),
      },
    );
  });
});
