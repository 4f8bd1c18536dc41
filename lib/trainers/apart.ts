import type { GrantedCourse } from "../access/gate";
import * as gate from "../access/gate";
import { disabledAmong } from "../accounts/store";
import type { Context } from "../acts/context";
import { modulesIn } from "../courses/store";
import { modulesAmong } from "../curriculum/store";
import type { Translated } from "../i18n/rules";
import { phoneEndsOf } from "../people/store/named";
import { qualifiedFor } from "../timetable/queries/qualified";

/** By what trainers are told from namesakes at last: the end of their phone, of whom the viewer may read in a programme of theirs. */
export function phoneEndsFor(
  cx: Context,
  people: readonly { id: number; programmeIds: readonly number[] }[],
): ReadonlyMap<number, string> {
  const programmes = new Set(people.flatMap(({ programmeIds }) => programmeIds));
  const read = new Set([...programmes].filter((id) => gate.mayInProgramme(cx, "people.read", id)));
  return phoneEndsOf(
    cx,
    people.flatMap(({ id, programmeIds }) => (programmeIds.some((one) => read.has(one)) ? id : [])),
  );
}

/** A module by its code, which one that is all of its tool has none of, with its tool, as it is named to whoever chooses trainers. */
export type NamedModule = { code: string; tool: Translated };

/** What is to be taught by code and tool. */
export const byCode = (modules: ReturnType<typeof modulesAmong>): NamedModule[] =>
  modules.map(({ moduleCode: code, toolTitle: tool }) => ({ code, tool }));

/** What whoever puts trainers to the sessions of a course is to know of these: which of its modules they may not lead, the end of their phone, and whether they can no longer sign in. */
export function teamKnown(cx: Context, course: GrantedCourse<"timetable.edit">, ids: readonly number[]) {
  const moduleIds = modulesIn(cx, course.id);
  const modules = modulesAmong(cx, moduleIds);
  const isQualified = qualifiedFor(cx, ids, moduleIds);
  const ends = phoneEndsFor(
    cx,
    ids.map((id) => ({ id, programmeIds: [course.programmeId] })),
  );
  const taught = byCode(modules);
  const disabled = disabledAmong(cx, ids);
  return new Map(
    ids.map((id) => [
      id,
      {
        lacking: byCode(modules.filter(({ moduleId }) => !isQualified(id, moduleId))),
        taught,
        phoneEnd: ends.get(id) ?? null,
        disabled: disabled.includes(id),
      },
    ]),
  );
}
