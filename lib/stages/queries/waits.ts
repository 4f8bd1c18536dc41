import { isCertifiedStage } from "../../../db/values/stages";
import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { courseTitles } from "../../courses/store/taught";
import { toolCatalogue } from "../../curriculum/queries";
import { namesAlone } from "../../i18n/rules";
import { namesKnownTo } from "../../people/store/namedAmong";
import { programmeDays } from "../../programmes/store/days";
import { qualifiedAmong } from "../deciding";
import { renewalHref, wayHref } from "../hrefs";
import { byWay, ofWay } from "../judge";
import { notStruck } from "../observing";
import { approvals, haltedSince, openQuestions } from "../rules/decide";
import { leftOutOf } from "../rules/scope";
import { signatureOf } from "../rules/signature";
import { bondOf } from "../rules/superior";
import { stageEventsOf } from "../store/events";
import { aboveOf } from "../store/superiors";
import { askedAbout, sentBy, struckOf, toRecommendIn, waitingFor } from "../store/waiting";
import { countDoubted } from "./doubts";
import { toObserveToday } from "./observedToday";

/** Into so many of what waits is looked. */
const mostLooked = 200;
/** So many people who may be recommended, and so much of what was sent, are named; of what was sent so much where all is asked for. */
const mostNamed = 20;
const mostSent = 1_000;

/** The names of these people, read at once. */
function namesOf(cx: Context, personIds: readonly (number | null)[]) {
  const found = namesKnownTo(
    cx,
    personIds.filter((id) => id !== null),
    "all",
  );
  return {
    person: (personId: number) => {
      const { id, name, latinName } = found.get(personId)!;
      return { id, name, latinName };
    },
    by: (personId: number | null) => {
      const row = personId === null ? undefined : found.get(personId);
      return row ? namesAlone(row) : null;
    },
  };
}

/** The observations of one's own workshops that one has not yet said to have read, the longest ago first. */
function toSign(cx: Context, viewer: number) {
  const entered = notStruck(stageEventsOf(cx, [viewer]));
  const open = entered.filter(({ id, kind }) => kind === "observation" && !signatureOf(entered, id));
  const titles = courseTitles(
    cx,
    open.map(({ courseId }) => courseId!),
  );
  return open.map(({ id, courseId, day }) => ({
    id,
    day,
    course: titles.get(courseId!)!,
    href: `/my/way#observation-${id}`,
  }));
}

/** The questions that wait for this person's answer, the longest first: with which recommendations of theirs went back. */
export const returnedTo = (cx: Context, personId: number) =>
  byWay(stageEventsOf(cx, askedAbout(cx, personId, mostLooked)))
    .flatMap((entries) =>
      openQuestions(entries).filter(({ question }) =>
        entries.some(({ id, enteredBy }) => id === question.ofId && enteredBy === personId),
      ),
    )
    .sort((a, b) => a.question.id - b.question.id);

/** Recommendations of the viewer that went back with a question, with who asks; none where they recommend no longer. */
function returned(cx: Context, viewer: number) {
  const rows = returnedTo(cx, viewer).filter(({ question: { programmeId } }) =>
    gate.mayInProgramme(cx, "stage.recommend", programmeId),
  );
  const names = namesOf(
    cx,
    rows.map(({ question: { personId } }) => personId),
  );
  return rows.map(({ question: { id, day, words, by, ...of }, towards }) => ({
    // Whoever sends something back says why.
    ...{ id, day, words: words ?? "", by, towards },
    person: names.person(of.personId),
    href: towards === null ? wayHref(of) : renewalHref(of),
  }));
}

/** For so long it is said what became of what somebody sent, in ms. */
const saidFor = 30 * 86_400_000;

/**
 * What the viewer recommended, or entered as a certification from before, and what became of it, also what halted since what was
 * approved; and which of their observations somebody else struck out. What went back is said apart.
 */
function sent(cx: Context, viewer: number, most: number) {
  const days = programmeDays(cx);
  const tools = new Map(toolCatalogue(cx).map((tool) => [tool.id, tool]));
  const read = sentBy(cx, viewer, cx.now - saidFor, most + 1);
  const rows = read
    .slice(0, most)
    .filter(({ programmeId }) => gate.mayInProgramme(cx, "stage.recommend", programmeId));
  const struck = struckOf(cx, viewer, cx.now - saidFor, mostNamed);
  const names = namesOf(
    cx,
    [...rows, ...struck].flatMap(({ personId, answeredBy }) => [personId, answeredBy]),
  );
  const certified = rows.flatMap(({ kind, personId }) => (kind && approvals.includes(kind) ? personId : []));
  const entries = stageEventsOf(cx, certified);
  const about = (of: Pick<(typeof rows)[number], "personId" | "toolId" | "programmeId">) => ({
    ...{ person: names.person(of.personId), tool: tools.get(of.toolId)! },
  });
  const observations = struck.map(({ id, of: observedOn, words, answeredAt, answeredBy, ...of }) => ({
    ...{ id, observedOn, towards: null, became: "struck" as const, halted: null, words },
    leftOut: [] as string[],
    ...{ day: days.of(of.programmeId, answeredAt), by: names.by(answeredBy), ...about(of) },
    href: `/desk/observe/${of.courseId}/${of.personId}`,
  }));
  const codes = (kept: string | null): string[] => JSON.parse(kept ?? "[]") as string[];
  const sent = rows.map(({ id, awaits, kind, words, at, answeredAt, answeredBy, asked, given, ...of }) => {
    const halted = kind && approvals.includes(kind) ? haltedSince(ofWay(entries, of), id) : undefined;
    return {
      ...{ id, observedOn: null, towards: awaits, became: kind, words },
      /** Of the modules that were recommended those that were not approved. */
      leftOut: kind === "approved" ? leftOutOf(codes(asked), codes(given)) : [],
      halted: halted
        ? {
            what: halted.kind === "withdrawn" ? ("withdrawn" as const) : ("halted" as const),
            day: halted.day,
          }
        : null,
      ...{ day: days.of(of.programmeId, answeredAt ?? at), by: names.by(answeredBy), ...about(of) },
      href: awaits === null ? wayHref(of) : renewalHref(of),
    };
  });
  return { sent: [...observations, ...sent], sentMore: read.length > most };
}

/**
 * Whom the viewer may recommend now that all conditions are met: coordinators anybody who is not bound to them, trainers those with
 * whose tool they are certified, or whose training of trainers they led. Asked of all who wait, and then the first of them taken.
 */
function toRecommend(cx: Context, viewer: number) {
  if (!gate.maySomewhere(cx, "stage.recommend")) return [];
  const { programmes, trains } = gate.reach(cx, "stage.recommend");
  const reached = programmes === "all" ? "all" : [...programmes, ...trains];
  const tools = new Map(toolCatalogue(cx).map((tool) => [tool.id, tool]));
  const found: ReturnType<typeof toRecommendIn> = [];
  for (let after = 0; found.length < mostNamed; after += mostLooked) {
    const rows = toRecommendIn(cx, reached, viewer, after, mostLooked);
    const above = aboveOf(cx, [viewer, ...rows.map(({ personId }) => personId)]);
    const free = rows.filter(({ personId }) => !bondOf(above, viewer, personId));
    found.push(...qualifiedAmong(cx, free));
    if (rows.length < mostLooked) break;
  }
  const names = namesOf(
    cx,
    found.map(({ personId }) => personId),
  );
  return found.slice(0, mostNamed).map(({ since, stage, ...of }) => ({
    ...{ person: names.person(of.personId), tool: tools.get(of.toolId)!, since, href: wayHref(of) },
    /** True where it is for other modules than those that they are, or were last, certified for. */
    others: isCertifiedStage(stage) || stage === "lapsed",
  }));
}

/**
 * How much waits for a decision: recommendations for certification and to renew or become a master trainer, certifications from
 * before, and certifications that rest on something that was struck out.
 */
export type WaitingCounts = { recommended: number; renewals: number; before: number; doubted: number };
/** Whom it is about, and since which civil day it waits. */
export type WaitingOne = { person: ReturnType<ReturnType<typeof namesOf>["person"]>; since: string };

/** How much waits for the viewer; not what they recommended or entered themselves, nor whatever is about somebody bound to them. */
export function waitingCounts(cx: Context): WaitingCounts & {
  /** What waits to be decided, where it is one alone. */
  one: WaitingOne | null;
} {
  const viewer = cx.viewer.personId;
  if (viewer === null || !gate.maySomewhere(cx, "stage.approve"))
    return { recommended: 0, renewals: 0, before: 0, doubted: 0, one: null };
  const { programmes } = gate.reach(cx, "stage.approve");
  const rows = waitingFor(cx, programmes, viewer, mostLooked);
  const above = aboveOf(cx, [viewer, ...rows.map(({ personId }) => personId)]);
  const free = rows.filter(({ personId }) => !bondOf(above, viewer, personId));
  const [recommended, before] = [null, "confirmed"].map(
    (towards) => free.filter(({ awaits }) => awaits === towards).length,
  ) as [number, number];
  const doubted = countDoubted(cx, programmes);
  const [first] = free;
  const one =
    first && free.length === 1
      ? {
          person: namesOf(cx, [first.personId]).person(first.personId),
          since: programmeDays(cx).of(first.programmeId, first.at),
        }
      : null;
  return { recommended, before, renewals: free.length - recommended - before, doubted, one };
}

/**
 * What of people on the way to trainer, and of one's own way, waits for the viewer beside decisions. @param allSent all that they
 * sent, not the first of it alone (`sentMore`: there is more).
 */
export function wayWaits(cx: Context, allSent = false) {
  const { personId } = cx.viewer;
  if (personId === null)
    return { toSign: [], toObserve: [], returned: [], toRecommend: [], sent: [], sentMore: false };
  const asked = returned(cx, personId);
  const asks = new Set(asked.map(({ href }) => href));
  return {
    toSign: toSign(cx, personId),
    toObserve: toObserveToday(cx),
    returned: asked,
    // Whoever answers a question recommends anew there: the same way is named once.
    toRecommend: toRecommend(cx, personId).filter(({ href }) => !asks.has(href)),
    ...sent(cx, personId, allSent ? mostSent : mostNamed),
  };
}
export type WayWaits = ReturnType<typeof wayWaits>;
