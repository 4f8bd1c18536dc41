import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import type * as z from "zod/mini";
import { certificates } from "@/db/schema";
import { demand } from "../../access/demand";
import { courseScope } from "../../access/queries";
import { change } from "../../acts/command";
import type { Context } from "../../acts/context";
import { audit } from "../../audit/commands";
import { type Result, refuse } from "../../result";
import { addDays } from "../../time/civil";
import { dayAt } from "../../time/zone";
import { completionOf } from "../queries";
import { mayPrepare, prepareDays } from "../rules";
import type { prepareSchema } from "../schema";
import { courseFacts, demandApproved, factsFor, insert, tellHolder } from "./certificate";

const makeVoid = (cx: Context, certificateId: number) =>
  cx.db.update(certificates).set({ voidedAt: cx.now }).where(eq(certificates.id, certificateId)).run();

/**
 * Sheets to print and sign before the closing, for everyone who will pass if they come to all sessions that have no
 * entry for them yet. They become valid when the course ends. Doing it again leaves what is still right as it is,
 * puts new sheets in the place of those that would say something else now, and takes out who can no longer pass.
 * @returns how many sheets are new and how many were taken out, and whose name cannot be printed.
 */
export function prepareCertificates(
  cx: Context,
  input: z.output<typeof prepareSchema>,
): Result<{ courseId: number; made: number; takenOut: number; leftOut: string[] }> {
  return change(cx, () => {
    const { courseId } = input;
    demand(cx.viewer, "certificates.issue", courseScope(cx, courseId) ?? {});
    const facts = courseFacts(cx, courseId);
    const { course } = facts;
    const { endsOn } = course;
    demandApproved(course);
    if (course.state !== "running" || endsOn === null) refuse("prepareWhenRunning");
    if (!mayPrepare(course, dayAt(cx.now, course.zone)))
      refuse("prepareFrom", { params: { day: addDays(endsOn, -prepareDays) } });
    const { toPrepare, known, toMend } = completionOf(cx, courseId) ?? refuse("notFound");
    const wanted = new Map(
      toPrepare.map((p) => [
        p.registrationId,
        { ...p, facts: factsFor(facts, p, p.minutesAtBest, p.language) },
      ]),
    );
    let takenOut = 0;
    for (const { registrationId, prepared } of known) {
      if (!prepared) continue;
      const sheet = wanted.get(registrationId);
      if (
        sheet?.language === prepared.language &&
        prepared.issuedOn === endsOn &&
        isDeepStrictEqual(sheet.facts, prepared.facts)
      ) {
        wanted.delete(registrationId);
        continue;
      }
      makeVoid(cx, prepared.id);
      takenOut += 1;
    }
    for (const { registrationId, language, facts: said, prepared } of wanted.values())
      insert(cx, {
        registrationId,
        kind: "participation",
        language,
        facts: said,
        issuedOn: endsOn,
        validFrom: null,
        // Whoever verifies a sheet that was made anew is led to the one in its place.
        replacesId: prepared?.id ?? null,
      });
    audit(cx, "certificates.prepare", "course", courseId, { made: wanted.size, takenOut });
    const leftOut = toMend.filter((p) => p.canPass && p.mayHave).map((p) => p.name);
    return { courseId, made: wanted.size, takenOut, leftOut };
  });
}

/**
 * What becomes of the sheets of a course that has just ended or been cancelled: valid for those who meet the rule, void
 * for the others. Within the open transaction, after everybody's attendance is settled.
 */
export function settlePrepared(cx: Context, courseId: number): void {
  const { course } = courseFacts(cx, courseId);
  const { prepared } = completionOf(cx, courseId) ?? { prepared: [] };
  for (const { person, certificate } of prepared) {
    if (course.state === "closed" && person.lacks.length === 0) {
      cx.db.update(certificates).set({ validFrom: cx.now }).where(eq(certificates.id, certificate.id)).run();
      tellHolder(cx, person.registrationId, course.id, "certificateReady");
    } else makeVoid(cx, certificate.id);
  }
  if (prepared.length > 0) audit(cx, "certificates.settle", "course", courseId, { sheets: prepared.length });
}
