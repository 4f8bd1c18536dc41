import type { StageAwaits } from "../../../db/values/stages";
import type { TrainerRole } from "../../../db/values/timetable";
import * as gate from "../../access/gate";
import type { GrantedWay } from "../../access/stageGate";
import * as stages from "../../access/stageGate";
import type { Context } from "../../acts/context";
import { certificateRow } from "../../certificates/store";
import { standingCertifications } from "../../certificates/store/ofPerson";
import { coursesAsEvidence, courseTitles } from "../../courses/store/taught";
import { toolCatalogue } from "../../curriculum/queries";
import type { FieldFault } from "../../faults";
import { personNames } from "../../people/store";
import { programmesIn } from "../../programmes/store";
import { programmeDays } from "../../programmes/store/days";
import { Refusal } from "../../result";
import { inTheWay, toAnswer, validUntil } from "../approving";
import { seenBefore, toConfirm } from "../confirming";
import { type Case, caseOf, isCertifiedIn, isQualified } from "../deciding";
import { beginOf } from "../rules/counting";
import { conflictOf, missingOf, openRecommendation, openStop, seenWord, strikable } from "../rules/decide";
import { undoneAtOnce } from "../rules/undo";
import { shownWays } from "../shownWays";
import { type StageEventRow, stageEventRow } from "../store/events";
import { waitingKeys } from "../store/waiting";

/** The most recommendations that one page shows. */
const mostShown = 200;

/** A fault that asking brings about; null where it goes well. */
function faultOf(ask: () => unknown): FieldFault | null {
  try {
    ask();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.fault;
    throw error;
  }
}

/** A piece of evidence: a training, a workshop with the role in it, an observation with its mean in tenths, a visit. */
type Shown = {
  kind: "tot_completed" | "tot_taught" | "workshop" | "observation" | "coaching_visit";
  day: string;
  courseId: number;
  role: TrainerRole | null;
  mean: number | null;
  /** Name of the piece, as what strikes it out names it. */
  key: string;
  /** True where nobody is present on its roll. */
  empty: boolean;
};

/** What was done and seen of somebody with the tool, the newest first; `off`: why it does not count, though it is kept. */
function evidenceIn(cx: Context, { history }: Case) {
  const courseIn = (key: string) => Number(/(?:tot|course \d+) (\d+)$/.exec(key)?.[1] ?? 0);
  const shown = history.flatMap((one): Shown[] => {
    const none = { key: one.key, day: one.day, role: null, mean: null, empty: false };
    switch (one.kind) {
      case "tot_completed":
      case "tot_taught":
        return [{ ...none, kind: one.kind, courseId: courseIn(one.key) }];
      case "workshop": {
        const { kind, role, empty = false } = one;
        return [{ ...none, kind, courseId: courseIn(one.key), role, empty }];
      }
      case "observation":
        return [{ ...none, kind: one.kind, courseId: courseIn(one.of), mean: one.mean }];
      case "coaching_visit":
        return [{ ...none, kind: one.kind, courseId: 0 }];
      default:
        return [];
    }
  });
  const keys = [...new Set(shown.map(({ courseId }) => courseId))];
  const titles = courseTitles(cx, keys);
  const courses = coursesAsEvidence(cx, keys);
  const struck = new Set(history.flatMap((one) => (one.kind === "struck" ? one.of : [])));
  const begun = beginOf(history);
  const offOf = ({ kind, day, key, courseId, empty }: Shown) =>
    struck.has(key)
      ? ("struck" as const)
      : courses.get(courseId)?.state === "cancelled"
        ? ("cancelled" as const)
        : empty
          ? ("noRoll" as const)
          : (kind === "workshop" || kind === "observation") && (courses.get(courseId)?.endsOn ?? day) < begun
            ? ("beforeTot" as const)
            : null;
  return shown
    .sort((a, b) => b.day.localeCompare(a.day))
    .map((one) => ({ ...one, off: offOf(one), course: titles.get(one.courseId) ?? null }));
}

/** The way of these keys; null where there is none that the viewer may read. */
export function wayAt(
  cx: Context,
  { personId, programmeId, toolId }: { personId: number; programmeId: number; toolId: number },
) {
  const tool = toolCatalogue(cx).find(({ id }) => id === toolId);
  if (!tool) return null;
  const way = stages.way(cx, "stage.recommend", { personId, programmeId });
  const of = caseOf(cx, way, tool.id);
  const coordinates = gate.mayInProgramme(cx, "stage.approve", programmeId);
  if (!of || !isQualified(cx, coordinates, of)) return null;
  return pageOf(cx, way, tool, of, coordinates);
}

/** The serial of the newest certification that somebody holds on paper with the tool; null where they hold none. */
function heldSerial(cx: Context, { personId, programmeId, toolId }: Case): string | null {
  const held = standingCertifications(cx, personId, programmeId).findLast(
    (one) => (one.toolId ?? toolId) === toolId,
  );
  return held ? (certificateRow(cx, held.id)?.serial ?? null) : null;
}

function pageOf(
  cx: Context,
  { person, programme }: GrantedWay<"stage.recommend">,
  tool: ReturnType<typeof toolCatalogue>[number],
  of: Case,
  coordinates: boolean,
) {
  const { standing, entries, completed, bond } = of;
  const viewer = cx.viewer.personId;
  const own = person.id === viewer;
  const days = programmeDays(cx);
  const open = openRecommendation(entries);
  const stop = openStop(entries);
  const missing = missingOf(standing).length > 0;
  const toAnswer = conflictOf(bond, viewer, open?.enteredBy ?? null);
  const returned = open
    ? undefined
    : entries.findLast(({ kind }) => kind === "recommended" || kind === "returned");
  const certified = isCertifiedIn(of, completed);
  const free = !bond && !open && !stop && !certified;
  return {
    person: { id: person.id, name: person.name, latinName: person.latinName },
    keys: { personId: person.id, programmeId: programme.id, toolId: tool.id },
    shown: shownWays(cx, person.id, [of])[0]!,
    completed,
    /** The serial of the certification on paper that stands, for whoever may read it; null where there is none. */
    document: coordinates || own ? heldSerial(cx, of) : null,
    until: validUntil(of),
    evidence: evidenceIn(cx, of),
    history: [...entries].reverse().map((one) => ({
      ...one,
      words: one.words === undoneAtOnce ? null : one.words,
      /** True where whoever entered something undid it at once, without a reason. */
      undone: one.words === undoneAtOnce,
      /** The civil day in the programme on which it was entered. */
      enteredOn: days.of(programme.id, one.enteredAt),
      struck: entries.some(({ kind, ofId }) => kind === "struck" && ofId === one.id),
      strikable: coordinates && !bond && strikable(entries, one) === "yes",
    })),
    open: open ? { ...open, modules: open.modules ?? completed } : null,
    /** Why the viewer may not decide on what waits; null where they may, or nothing waits. */
    conflict: open && coordinates ? toAnswer : bond,
    /** The question with which the last recommendation went back and that nobody answered yet. */
    question: returned?.kind === "returned" && !certified ? returned : null,
    missing,
    /** True where they are certified today in all that they completed, so that nothing is to be recommended. */
    certified,
    may: {
      recommend: free && !missing,
      answer: coordinates && open !== undefined && !stop && !toAnswer,
      except: free && missing && completed.length > 0,
      stop: coordinates && !bond && !stop && standing.stage !== "withdrawn",
      notContinue: standing.validUntil === null,
      resume: coordinates && !bond && stop ? stop.id : null,
    },
  };
}
export type WayPage = NonNullable<ReturnType<typeof wayAt>>;

/** Somebody who waits for a decision, with what an approval would give and what stands in its way. */
function waitingRow(cx: Context, entry: StageEventRow) {
  const recommendationId = entry.id;
  const way = stages.way(cx, "stage.approve", entry);
  const of = caseOf(cx, way, entry.toolId);
  if (!of) return [];
  const tool = toolCatalogue(cx).find(({ id }) => id === entry.toolId)!;
  const fault = faultOf(() => {
    const stands = inTheWay(toAnswer(cx, recommendationId));
    if (stands) throw stands;
  });
  const { id, name, latinName } = way.person;
  return [
    {
      ...{ recommendationId, fault, tool, day: entry.day },
      person: { id, name, latinName },
      href: `/desk/people/${id}/ways/${entry.programmeId}/${entry.toolId}`,
      programme: programmesIn(cx, [entry.programmeId])[0]!.code,
      by: personNames(cx, entry.enteredBy),
      modules: entry.modules ?? of.completed,
      until: validUntil(of),
      seen: seenWord(of.entries, of.standing),
      before: null,
    },
  ];
}

/** A certification from before that waits to be confirmed, with what somebody reads on its paper; and the same of what renews by exception. */
function awaitingRow(cx: Context, entry: StageEventRow & { awaits: StageAwaits }) {
  const entryId = entry.id;
  const { person } = stages.way(cx, "stage.approve", entry);
  const { id, name, latinName } = person;
  return {
    ...{ recommendationId: entryId, day: entry.day, words: entry.words ?? "", awaits: entry.awaits },
    fault: entry.awaits === "confirmed" ? faultOf(() => toConfirm(cx, entryId)) : null,
    tool: toolCatalogue(cx).find((tool) => tool.id === entry.toolId)!,
    person: { id, name, latinName },
    href: `/desk/people/${id}/renewal`,
    programme: programmesIn(cx, [entry.programmeId])[0]!.code,
    by: personNames(cx, entry.enteredBy),
    modules: entry.modules ?? [],
    until: entry.until ?? "",
    seen: seenBefore(entryId),
    before: { from: entry.day, words: entry.words ?? "" },
  };
}

/**
 * What waits for a decision in the programmes whose certifications the viewer decides on, those that wait longest first, and of
 * the chosen ones what approving them would give.
 */
export function certificationsPage(cx: Context, chosen: readonly number[]) {
  const { programmes } = gate.reach(cx, "stage.approve");
  const entries = waitingKeys(cx, programmes, mostShown).flatMap((id) => stageEventRow(cx, id) ?? []);
  const awaiting = entries.flatMap((entry) =>
    entry.awaits === null ? [] : awaitingRow(cx, { ...entry, awaits: entry.awaits }),
  );
  const rows = [
    ...entries.filter(({ awaits }) => awaits === null).flatMap((entry) => waitingRow(cx, entry)),
    ...awaiting.filter(({ awaits }) => awaits === "confirmed"),
  ];
  return {
    waiting: rows,
    preview: rows.filter((row) => chosen.includes(row.recommendationId)),
    /** Renewals and master trainers that somebody recommended by exception: each is decided on its own page. */
    renewals: awaiting.filter(({ awaits }) => awaits !== "confirmed"),
  };
}
export type WaitingRow = ReturnType<typeof certificationsPage>["waiting"][number];
