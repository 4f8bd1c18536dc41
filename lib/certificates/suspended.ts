import type { Context } from "../acts/context";
import { courseRow, modulesIn } from "../courses/store";
import { toolsAmong } from "../curriculum/store";
import { registrationRow } from "../registrations/store";
import { standingsOf } from "../stages/store/standings";
import { stands } from "./rules";
import type { Document } from "./store";

type Certification = Pick<Document, "registrationId" | "kind" | "toolId" | "validFrom" | "revokedAt">;

/** Stages in which nobody is to train by what they were certified for, until they are resumed. */
const halted: readonly string[] = ["suspended", "not_continued"];

/** Since which civil day the way of a certification's holder with its tool is halted, in the programme of its course; null where it goes on. */
function haltedSince(cx: Context, { registrationId, toolId }: Certification): string | null {
  const { personId, courseId } = registrationRow(cx, registrationId)!;
  const stopped = standingsOf(cx, [personId]).filter(({ stage }) => halted.includes(stage));
  if (stopped.length === 0) return null;
  const { programmeId } = courseRow(cx, courseId)!;
  // One from before names no tool by itself: it is of all that its course taught.
  const tools = toolId === null ? toolsAmong(cx, modulesIn(cx, courseId)).map(({ id }) => id) : [toolId];
  const of = stopped.filter((way) => way.programmeId === programmeId && tools.includes(way.toolId));
  return of.map(({ since }) => since).sort()[0] ?? null;
}

/** Certificates, each with the civil day since when it is suspended, or null: a trainer certification whose holder's way is halted. */
export const withSuspension = <Row extends Certification>(
  cx: Context,
  rows: readonly Row[],
): (Row & { suspendedSince: string | null })[] =>
  rows.map((row) => ({
    ...row,
    suspendedSince: row.kind === "trainer_certification" && stands(row) ? haltedSince(cx, row) : null,
  }));
