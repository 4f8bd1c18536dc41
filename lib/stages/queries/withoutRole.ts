import type { Granted, GrantedCourse, Reach } from "../../access/gate";
import type { Context } from "../../acts/context";
import { toldApart } from "../../people/rules/apart";
import { mostMadeTrainers } from "../../people/schema";
import { namesKnownTo } from "../../people/store/namedAmong";
import { type ProgrammeRow, programmesIn } from "../../programmes/store";
import { holdsTrainerRoleIn } from "../../programmes/store/roles";
import { trainedAs } from "../../registrations/store/inTraining";
import { rosterOf } from "../../registrations/store/roster";
import type { Stage } from "../rules/stage";
import { countLackingRole, lackingRoleIn, standingsOf } from "../store/standings";
import { wayNames } from "./observing";

/** The programmes in which the viewer gives roles and people on the way cannot go on for want of the role of trainer, and how many. */
export function programmesLackingTrainers(cx: Context, { programmes }: Granted<Reach, "programmes.edit">) {
  const counts = countLackingRole(cx, programmes);
  return programmesIn(cx, [...counts.keys()]).map(({ id, title }) => ({ id, title, count: counts.get(id)! }));
}

/** True where people on the way in a programme cannot go on for want of the role of trainer. */
export const lacksTrainers = (cx: Context, { id }: Granted<ProgrammeRow, "programmes.edit">): boolean =>
  countLackingRole(cx, [id]).size > 0;

/** Stages before a certification: whoever waits for the role with one tool may be further with another. */
const underWay: readonly Stage[] = ["tot_completed", "candidate", "practising", "recommended"];

/**
 * Who on the way in a programme cannot schedule workshops, because they are no trainers there: each once, with all their tools there
 * and where they are, the longest there first. At most so many as are made trainers at once; who is left comes as these are done.
 */
export function candidatesWithoutRole(cx: Context, { id }: Granted<ProgrammeRow, "programmes.edit">) {
  const people = lackingRoleIn(cx, id, "all", mostMadeTrainers);
  const names = namesKnownTo(cx, people, "all");
  const ways = standingsOf(cx, people).filter(
    ({ programmeId, stage }) => programmeId === id && underWay.includes(stage),
  );
  const named = wayNames(cx, ways);
  const numbers = trainedAs(cx, id, people);
  const apart = toldApart(
    people.map((personId) => ({
      ...names.get(personId)!,
      number: numbers.get(personId)?.number ?? personId,
    })),
  );
  return people.map((personId, at) => {
    const { name, latinName, organisation } = names.get(personId)!;
    const told = apart[at];
    return {
      person: { id: personId, name, latinName, organisation },
      /** The number to quote of their training, where neither name nor organisation tells them from another. */
      quoted: told && "number" in told ? (numbers.get(personId) ?? null) : null,
      ways: ways
        .filter((way) => way.personId === personId)
        .sort((a, b) => a.since.localeCompare(b.since) || a.toolId - b.toolId)
        .map((way) => ({ stage: way.stage, since: way.since, tool: named(way).tool })),
    };
  });
}

/** Those of these people who are trainers of a programme now, by the name by which the programme knows them. */
export function trainersAmong(
  cx: Context,
  { id }: Granted<ProgrammeRow, "programmes.edit">,
  personIds: readonly number[],
) {
  const names = namesKnownTo(cx, personIds, [id]);
  return personIds.flatMap((personId) => {
    const found = names.get(personId);
    if (!found || !holdsTrainerRoleIn(cx, personId, [id])) return [];
    return [{ id: personId, name: found.name, latinName: found.latinName }];
  });
}

/** How many people of a training of trainers cannot schedule workshops, because they are no trainers of its programme. */
export function lackingRoleAfter(cx: Context, course: GrantedCourse<"certificates.read">): number {
  if (course.kind !== "tot") return 0;
  const people = rosterOf(cx, course.id).map(({ personId }) => personId);
  return lackingRoleIn(cx, course.programmeId, people, people.length).length;
}
