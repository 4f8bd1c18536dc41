import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { modulesAmong } from "../../curriculum/store";
import { fault } from "../../faults";
import { isKnownIn } from "../../people/store";
import { dayThere } from "../../programmes/store/days";
import { refuse, refuseAt } from "../../result";
import { entryDayFault } from "../../time/entryDay";
import { recogniseSchema, takeBackSchema } from "../schema";
import { insertRecognised, recognisedOf, recognisedRow, setTakenBack } from "../store/recognised";
import { demandUnbound } from "../unbound";

/**
 * Refuses, beside the field `day`, a civil day of which nothing can be entered: one that has not begun, one of long ago, and one
 * before the way began (null: what is entered may lie before it).
 * @param today the last civil day that has begun where it was.
 */
export function demandPast(day: string | null, today: string, begun: string | null = null): void {
  const wrong = day === null ? null : entryDayFault(day, today);
  if (wrong) refuseAt({ day: fault(wrong) });
  if (day !== null && begun !== null && day < begun)
    refuseAt({ day: fault("dayBeforeWay", { params: { day: { day: begun } } }) });
}

/** A person whom this programme knows, to decide on something of theirs; refused where the viewer is they, or bound to them. */
export function decidedOn<P extends "learning.recognise" | "stage.approve">(
  cx: Context,
  permission: P,
  { personId, programmeId }: { personId: number; programmeId: number },
) {
  const programme = gate.programme(cx, permission, programmeId);
  const person = gate.person(cx, permission, personId);
  if (!isKnownIn(cx, person.id, [programme.id])) refuse("notFound");
  demandUnbound(cx, person.id);
  return { person, programme };
}

/**
 * Recognises earlier learning: modules that somebody completed where no course here says so, each on the same evidence. What
 * is recognised already stays as it is; refused where all of it is, for oneself, and for a day to come.
 */
export const recogniseLearning = command("learning.recognise", recogniseSchema, (cx, input) => {
  const { person, programme } = decidedOn(cx, "learning.recognise", input);
  demandPast(input.day, dayThere(cx, programme.id, person.country));
  const found = modulesAmong(cx, input.moduleIds);
  if (found.length < input.moduleIds.length) refuseAt({ moduleIds: fault("chooseModules") });
  const there = new Set(
    recognisedOf(cx, [person.id]).flatMap((r) => (r.programmeId === programme.id ? r.moduleId : [])),
  );
  const moduleIds = input.moduleIds.filter((id) => !there.has(id));
  if (moduleIds.length === 0) refuseAt({ moduleIds: fault("recognisedAlready") });
  const { day, evidence } = input;
  for (const moduleId of moduleIds)
    insertRecognised(cx, { personId: person.id, programmeId: programme.id, moduleId, day, evidence });
  happened(cx, {
    kind: "learning.recognised",
    personId: person.id,
    programmeId: programme.id,
    modules: moduleIds,
  });
  return { personId: person.id };
});

/** Takes back what was recognised, with the reason; refused where somebody did so meanwhile. */
export const takeBackLearning = command("learning.recognise", takeBackSchema, (cx, input) => {
  const row = recognisedRow(cx, input.recognitionId) ?? refuse("notFound");
  const { person, programme } = decidedOn(cx, "learning.recognise", row);
  if (row.takenBackAt !== null) refuse("stale");
  setTakenBack(cx, row.id, input.reason);
  happened(cx, {
    kind: "learning.taken-back",
    personId: person.id,
    programmeId: programme.id,
    modules: [row.moduleId],
  });
  return { personId: person.id };
});
