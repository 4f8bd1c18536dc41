import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { decideRegistrations, undoDecision } from "../../lib/admission/commands";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { peopleTold, type Row } from "../support/peopleTold";
import { runs } from "../support/runs";
import { now, opened, value, world } from "../support/world";

// Mail is set up, but nobody looks into the box: what would be sent is read from the outbox.
process.env.SMTP_URL = "smtp://127.0.0.1:1";
process.env.PUBLIC_URL = "https://cascade.example.org";
freshDatabase();
const w = world();
const { rowsOf, messages, join, edit } = peopleTold(w);

describe("a decision that is undone before anybody heard of it", () => {
  /** What is still to be said in a course, whichever way; nothing of it is sent by this. */
  const toSay = (courseId: number) =>
    sqlite()
      .prepare(
        `SELECT json_extract(payload, '$.told.registrationId') AS id, message FROM jobs
         WHERE done_at IS NULL AND json_extract(payload, '$.told.courseId') = @courseId
         UNION ALL SELECT registration_id, message FROM notices WHERE told_at IS NULL AND course_id = @courseId
         ORDER BY 1, 2`,
      )
      .all({ courseId });
  const decided = (at: number, courseId: number, registrationId: number, to: "accepted" | "waiting") =>
    decideRegistrations(as(w.coordinator, at), {
      courseId,
      registrationIds: [registrationId],
      to,
      reason: null,
    });
  const takenBack = (at: number, courseId: number, registrationId: number, of: number) =>
    value(undoDecision(as(w.coordinator, at), { courseId, registrationIds: [registrationId], at: of }));

  it("leaves what is to be said as it was, whoever had been told what, and tells nobody anything twice", async () => {
    const steps = ["accepted", "waiting", "declined", "shortlisted", "told", "moved"] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...steps), { maxLength: 4 }),
        fc.constantFrom("accepted", "waiting", "declined", "shortlisted", "withdrawn"),
        fc.boolean(),
        async (before, to, withAddress) => {
          const { courseId, slug } = opened(w, { admission: "selection" });
          await join(slug, withAddress);
          const [row] = rowsOf(courseId);
          let at = now;
          const decision = (what: string) => {
            const said = { courseId, registrationIds: [row!.id], to: what as "accepted" };
            at += 1000;
            return decideRegistrations(as(w.coordinator, at), { ...said, reason: "Said" });
          };
          for (const step of before) {
            if (step === "told") messages(courseId);
            else if (step === "moved") edit(courseId, { placeEn: `Place ${at}`, admission: "selection" });
            else decision(step);
          }
          const asItWas = toSay(courseId);
          if (!decision(to).ok) return;
          takenBack(at + 2000, courseId, row!.id, at);
          expect(toSay(courseId)).toEqual(asItWas);
        },
      ),
      { numRuns: runs(40), seed: 7 },
    );
  });

  it("is undone by deciding the other way as well", async () => {
    const { courseId, slug } = opened(w, { admission: "selection" });
    for (const withAddress of [true, false]) await join(slug, withAddress);
    for (const { id } of rowsOf(courseId)) value(decided(now, courseId, id, "accepted"));
    messages(courseId);
    for (const { id } of rowsOf(courseId)) {
      value(decided(now + 1000, courseId, id, "waiting"));
      value(decided(now + 3000, courseId, id, "accepted"));
    }
    expect(messages(courseId)).toEqual([]);
  });

  it("is told where it is undone once it was heard", async () => {
    const { courseId, slug } = opened(w, { admission: "selection" });
    await join(slug, true);
    const [{ id }] = rowsOf(courseId) as [Row];
    for (const to of ["accepted", "waiting"] as const) {
      value(decided(now, courseId, id, to));
      messages(courseId);
    }
    takenBack(now + 5000, courseId, id, now);
    expect(messages(courseId)).toEqual([{ id, message: "registrationAccepted" }]);
  });
});
