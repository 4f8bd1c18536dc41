import { isHaltedStage } from "../../db/values/stages";
import type { Context } from "../acts/context";
import { toolKeysIn } from "../courses/store/cascade";
import { standingsOf } from "../stages/store/standings";
import { stands } from "./rules";
import type { Document } from "./store";
import { holdersOf } from "./store/ofPerson";

type Certification = Pick<Document, "registrationId" | "kind" | "toolId" | "validFrom" | "revokedAt">;

/**
 * Certificates, each with the civil day since when it is suspended, or null: a trainer certification whose holder's way with its
 * tool is halted in the programme of its course. However many they are, all is read at once.
 */
export function withSuspension<Row extends Certification>(
  cx: Context,
  rows: readonly Row[],
): (Row & { suspendedSince: string | null })[] {
  const certifications = rows.filter((row) => row.kind === "trainer_certification" && stands(row));
  const holders = holdersOf(
    cx,
    certifications.map(({ registrationId }) => registrationId),
  );
  const people = [...new Set([...holders.values()].map(({ personId }) => personId))];
  const stopped = standingsOf(cx, people).filter(({ stage }) => isHaltedStage(stage));
  // One from before names no tool by itself: it is of all that its course taught.
  const taught =
    stopped.length > 0
      ? toolKeysIn(
          cx,
          [...holders.values()].map((one) => one.courseId),
        )
      : null;
  const since = ({ registrationId, toolId }: Certification): string | null => {
    const { personId, programmeId, courseId } = holders.get(registrationId)!;
    const tools = toolId === null ? (taught?.get(courseId) ?? []) : [toolId];
    const of = stopped.filter(
      (way) => way.personId === personId && way.programmeId === programmeId && tools.includes(way.toolId),
    );
    return of.map((way) => way.since).sort()[0] ?? null;
  };
  const asked = new Set<Certification>(certifications);
  return rows.map((row) => ({ ...row, suspendedSince: asked.has(row) ? since(row) : null }));
}
