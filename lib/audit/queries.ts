import { asc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { exceptions, modules, persons, registrations, sessions, tools, toolVersions } from "@/db/schema";
import { courseScope } from "../access/queries";
import { may } from "../access/rules";
import type { Context } from "../acts/context";

/** What was done outside the usual order in a course: what, who, when, why; null where the viewer may not see it. */
export function exceptionsOf(cx: Context, courseId: number) {
  const scope = courseScope(cx, courseId);
  if (!scope || !may(cx.viewer, "roll.read", scope)) return null;
  const by = alias(persons, "decider");
  const rows = cx.db
    .select({
      id: exceptions.id,
      kind: exceptions.kind,
      reason: exceptions.reason,
      ground: exceptions.ground,
      at: exceptions.at,
      by: by.name,
      person: persons.name,
      session: {
        kind: sessions.kind,
        title: sessions.title,
        day: sessions.day,
      },
      module: { moduleCode: modules.code, moduleTitle: modules.title },
      toolTitle: tools.title,
    })
    .from(exceptions)
    .leftJoin(by, eq(by.id, exceptions.byPersonId))
    .leftJoin(sessions, eq(sessions.id, exceptions.sessionId))
    .leftJoin(modules, eq(modules.id, sessions.moduleId))
    .leftJoin(toolVersions, eq(toolVersions.id, modules.toolVersionId))
    .leftJoin(tools, eq(tools.id, toolVersions.toolId))
    .leftJoin(registrations, eq(registrations.id, exceptions.registrationId))
    .leftJoin(persons, eq(persons.id, registrations.personId))
    .where(eq(exceptions.courseId, courseId))
    .orderBy(asc(exceptions.id))
    .all();
  const noModule = { moduleCode: null, moduleTitle: null };
  return rows.map(({ session, module, toolTitle, ...row }) => ({
    ...row,
    session: session && { ...session, ...(module ?? noModule), toolTitle },
  }));
}
