import type { LackingGate } from "../../db/values/certificates";
import type { Context } from "../acts/context";
import { certificateRow } from "../certificates/store";
import { modulesTaughtIn, workshopsAwaitingApproval } from "../courses/store/taught";
import { toolCatalogue } from "../curriculum/queries";
import { programmesCalled } from "../programmes/store";
import { holdsTrainerRoleIn } from "../programmes/store/roles";
import { type judge, ofWay } from "./judge";
import { restsOnBefore } from "./rules/asOf";
import { type Beside, besideOf } from "./rules/beside";
import { countedBy } from "./rules/counted";
import { beginOf, confirmedIn, countingOf, isToConfirm, observationsToSign } from "./rules/counting";
import { approvals } from "./rules/decide";
import { doubtedFor } from "./rules/doubts";
import { courseOfTot, eventOfKey } from "./rules/entered";
import type { Gates } from "./rules/gates";
import type { Of } from "./rules/known";
import { modulesOfTools } from "./rules/ledger";
import {
  askedNow,
  awaitedNext,
  awaitedOn,
  type Next,
  nextOn,
  nextToRenew,
  takenAsTrainer,
  type Waiting,
} from "./rules/next";
import { pathOf } from "./rules/path";
import { type Asked, asksOf, renewalOf, serves } from "./rules/renewal";
import { type Evidence, knownOn, only, type Standing } from "./rules/stage";
import { type StageEvent, stageEventsOf } from "./store/events";

type Judged = Pick<
  ReturnType<typeof judge>[number],
  "toolId" | "programmeId" | "version" | "standing" | "history" | "gates" | "first" | "day"
>;

/** The workshops of somebody that await the approval of their programme, with the tools of each. */
function awaiting(cx: Context, personId: number) {
  const courses = workshopsAwaitingApproval(cx, personId);
  if (courses.length === 0) return [];
  const of = modulesOfTools(toolCatalogue(cx));
  const taught = modulesTaughtIn(cx, courses);
  return courses.map((courseId) => ({
    courseId,
    tools: new Set(
      taught.flatMap((one) => (one.courseId === courseId ? (of.get(one.moduleId)?.toolId ?? []) : [])),
    ),
  }));
}

/** What the newest decision by exception of a way was without, as the paper that came of it keeps it. */
function notMetOf(cx: Context, own: readonly StageEvent[]): readonly LackingGate[] | null {
  const excepted = own.findLast(({ kind, exception }) => exception && approvals.includes(kind));
  const paper = excepted?.certificateId ? certificateRow(cx, excepted.certificateId) : undefined;
  return paper?.facts.evidence?.lacking ?? null;
}

/** Observations that count once they are signed, towards what these conditions are for. */
const toSignOf = (
  known: readonly Evidence[],
  gates: Gates,
  { asked, practiceAfter }: Pick<Standing, "asked" | "practiceAfter">,
) => observationsToSign(known, gates, asked).filter((one) => one.day > (practiceAfter ?? ""));

/** The workshops among these that serve some of what is asked. */
const servingIn = (known: readonly Evidence[], asks: readonly Asked[]) =>
  only(known, "workshop").filter((one) => serves(asks, one));

/** How many of these workshops count once somebody confirms them. */
function toConfirmIn(
  held: readonly Of<"workshop">[],
  known: readonly Evidence[],
  gates: Gates,
  day: string,
): number {
  const [confirmed, begun] = [confirmedIn(known), beginOf(known)];
  return held.filter((one) => isToConfirm(countingOf(one, confirmed, gates, day, begun))).length;
}

/** Modules that can be certified beside others, with what comes next for them and the observations that wait for a signature. */
function besideShown(
  { modules, standing, recommended }: Beside,
  known: readonly Evidence[],
  gates: Gates,
  { day, held, waiting }: { day: string; held: readonly Of<"workshop">[]; waiting: Waiting },
) {
  const toSign = toSignOf(known, gates, standing);
  const serving = servingIn(held, [{ modules, after: standing.practiceAfter }]);
  const next = nextOn(
    standing,
    null,
    {
      ...waiting,
      toConfirm: toConfirmIn(serving, known, gates, day),
      toSign: toSign.length,
    },
    recommended ? [{ step: "approve", towards: null }] : [],
  );
  return { modules, standing, next, toSign: toSign.map(({ key }) => eventOfKey(key)) };
}

/**
 * Ways of somebody as pages show them, each on its civil day: the path with what became of its stages, what is asked now, how it stands
 * with renewing, and what is to be done next with the courses that it is about.
 */
export function shownWays(cx: Context, personId: number, ways: readonly Judged[]) {
  const tools = new Map(toolCatalogue(cx).map((tool) => [tool.id, tool]));
  const called = programmesCalled(
    cx,
    ways.map(({ programmeId }) => programmeId),
  );
  const unapproved = awaiting(cx, personId);
  const entries = stageEventsOf(cx, [personId]);
  return ways.map(({ toolId, programmeId, version, standing, history, gates, first, day }) => {
    const known = knownOn(history, day);
    const renewal = renewalOf(history, gates, day);
    const others = besideOf(history, gates, day, first);
    const asked = askedNow(standing, renewal);
    const held = servingIn(known, asksOf(renewal, standing, others));
    // What a renewal lacks now, the workshops of other modules bring no nearer.
    const lacks = asked.of === "renewal" && renewal !== null && nextToRenew(renewal) !== null;
    const awaits = lacks ? servingIn(held, [{ modules: renewal.modules, after: renewal.since }]) : held;
    const toSign = toSignOf(known, gates, standing);
    const waiting = {
      toConfirm: toConfirmIn(awaits, known, gates, day),
      toSign: toSign.length,
      toApprove: unapproved.flatMap((one) => (one.tools.has(toolId) ? one.courseId : [])),
    };
    const lacksRole = (of: Next["step"]): boolean =>
      takenAsTrainer.some((step) => step === of) && !holdsTrainerRoleIn(cx, personId, [programmeId]);
    const own = ofWay(entries, { personId, toolId, programmeId });
    const awaited = awaitedOn(own);
    const next = nextOn(standing, renewal, waiting, awaited);
    const tot = only(known, "tot_completed").at(-1)?.key ?? null;
    return {
      tool: tools.get(toolId)!,
      programme: called.get(programmeId)!,
      path: pathOf(history, gates, day, standing),
      ...{ programmeId, version, standing, renewal },
      /** True where they are certified, or were last, by a certification from before. */
      before: restsOnBefore(standing),
      /** What was not met when it was certified by exception, as its paper says; null where none was, or no paper says it. */
      notMet: standing.byException ? notMetOf(cx, own) : null,
      /** For which modules something on which the certification rests was struck out, and nobody decided yet what becomes of it. */
      doubted: doubtedFor(own, countedBy({ history, gates, first })),
      asked,
      /** What else can be certified of whoever is certified for some modules, or renews what ended: how far that is, and what comes next for it. */
      beside: others.map((one) => {
        const shown = besideShown(one, known, gates, { day, held, waiting });
        return { ...shown, lacksRole: lacksRole(shown.next.step) };
      }),
      next,
      /** Towards what the decision or the answer is that comes next; null for a first certification, or where none does. */
      towards: awaitedNext(standing, renewal, awaited)?.towards ?? null,
      /** True where they cannot do what comes next until somebody gives them the role of trainer in the programme. */
      lacksRole: lacksRole(next.step),
      /** Workshops that await approval, and the training of trainers completed last; keys of courses. */
      toApprove: waiting.toApprove,
      /** Observations that wait for their signature, the first first; keys of entries. */
      toSign: toSign.map(({ key }) => eventOfKey(key)),
      totId: tot === null ? null : courseOfTot(tot),
    };
  });
}
export type WayStanding = ReturnType<typeof shownWays>[number];
