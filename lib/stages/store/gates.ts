import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { gateVersions } from "@/db/schema/stages";
import type { Programmes } from "../../access/table";
import type { Context } from "../../acts/context";
import { newToken } from "../../crypto/tokens";
import { latinNameOf, namedBy, nameOf } from "../../people/store";

export type GateVersionRow = typeof gateVersions.$inferSelect;

/** The versions of a programme's gates, the first first, with who set each. */
export const gateVersionsOf = (cx: Context, programmeId: number) =>
  cx.db
    .select({
      id: gateVersions.id,
      number: gateVersions.number,
      preset: gateVersions.preset,
      inForceFrom: gateVersions.inForceFrom,
      gates: gateVersions.gates,
      drawKey: gateVersions.drawKey,
      createdAt: gateVersions.createdAt,
      by: nameOf(gateVersions.createdBy),
      byLatin: latinNameOf(gateVersions.createdBy),
    })
    .from(gateVersions)
    .where(eq(gateVersions.programmeId, programmeId))
    .orderBy(asc(gateVersions.number))
    .all()
    .map(({ by, byLatin, ...row }) => ({ ...row, by: namedBy(by, byLatin) }));

/** Puts in a version. */
export function insertGateVersion(
  cx: Context,
  row: Pick<GateVersionRow, "programmeId" | "number" | "preset" | "inForceFrom" | "gates">,
): void {
  cx.db
    .insert(gateVersions)
    .values({ ...row, drawKey: newToken(), createdAt: cx.now, createdBy: cx.viewer.personId })
    .run();
}

/** Those of these programmes of which a version of the gates asks for workshops to be confirmed. */
export const programmesThatConfirm = (cx: Context, programmes: Programmes): number[] =>
  cx.db
    .selectDistinct({ id: gateVersions.programmeId })
    .from(gateVersions)
    .where(
      and(
        programmes === "all" ? undefined : inArray(gateVersions.programmeId, [...programmes]),
        sql`json_extract(${gateVersions.gates}, '$.countOneIn') is not null`,
      ),
    )
    .all()
    .map(({ id }) => id);
