import { sqlite } from "../../db/client";
import type { Viewer } from "../../lib/access/table";
import type { Context } from "../../lib/acts/context";
import { approve, approveMany, recommendByException } from "../../lib/stages/commands";
import { certificationsPage } from "../../lib/stages/queries/certifications";
import { approveSchema, exceptionSchema } from "../../lib/stages/schema";
import { as } from "./as";

/** Whose registration it is, in which programme, and the tool of its course's first module with all codes that it teaches of it. */
export function wayOf(registrationId: number) {
  const [row] = sqlite()
    .prepare(
      `SELECT r.person_id AS personId, c.programme_id AS programmeId, v.tool_id AS toolId, json_group_array(m.code) AS codes
       FROM registrations r JOIN courses c ON c.id = r.course_id JOIN course_modules t ON t.course_id = c.id
       JOIN modules m ON m.id = t.module_id JOIN tool_versions v ON v.id = m.tool_version_id
       WHERE r.id = ? GROUP BY v.tool_id ORDER BY min(t.position)`,
    )
    .all(registrationId) as { personId: number; programmeId: number; toolId: number; codes: string }[];
  const { codes, ...way } = row!;
  return { ...way, modules: JSON.parse(codes) as string[] };
}

/** Somebody else who may recommend and approve, whoever it is: neither of these people. */
export const anotherThan = (by: Viewer, personId: number): Viewer => ({
  ...by,
  administrator: true,
  personId: sqlite()
    .prepare("SELECT min(id) FROM persons WHERE id NOT IN (?, ?)")
    .pluck()
    .get(by.personId, personId) as number,
});

/** Certifies somebody as a trainer on the tool of their course, by exception: another one recommends, and the viewer approves. */
export function certifyAtOnce(
  by: Viewer,
  at: number,
  registrationId: number,
  words = "Stated here: workshops held elsewhere",
) {
  const { modules, ...way } = wayOf(registrationId);
  const form = Object.fromEntries(Object.entries(way).map(([name, key]) => [name, String(key)]));
  const recommended = recommendByException(
    as(anotherThan(by, way.personId), at),
    exceptionSchema.parse({ ...form, modules, words }),
  );
  if (!recommended.ok && recommended.fault.code !== "recommendedAlready") return recommended;
  const recommendationId = String(
    sqlite()
      .prepare("SELECT max(id) FROM stage_events WHERE person_id = ? AND kind = 'recommended'")
      .pluck()
      .get(way.personId),
  );
  return approve(as(by, at), approveSchema.parse({ recommendationId, modules, words }));
}

/** Somebody approves and confirms all that waits, as the page shows it; gives how many, and why the others stay. */
export function approveAll(cx: Context): { approved: number; faults: string[] } {
  const rows = certificationsPage(cx, {}).waiting.map(({ recommendationId, seen }, index) => ({
    ...{ recommendationId, seen, index },
  }));
  if (rows.length === 0) return { approved: 0, faults: [] };
  const result = approveMany(cx, { rows });
  if (!result.ok) return { approved: 0, faults: [result.fault.code ?? ""] };
  const { approved, done } = result.value;
  return { approved, faults: done.flatMap((one) => one.fault?.code ?? []) };
}

/** The serial of a certificate. */
export const serialOf = (certificateId: number): string =>
  sqlite().prepare("SELECT serial FROM certificates WHERE id = ?").pluck().get(certificateId) as string;
