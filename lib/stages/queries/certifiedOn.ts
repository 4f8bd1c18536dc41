import type { Granted, Reach } from "../../access/gate";
import type { Programmes } from "../../access/table";
import type { Context } from "../../acts/context";
import { validSince } from "../../certificates/store/ofPerson";
import { coursesAsEvidence } from "../../courses/store/taught";
import { personRow } from "../../people/store";
import { peopleInList } from "../../people/store/list";
import { programmesCalled } from "../../programmes/store";
import { everyWorksIn } from "../../programmes/store/countries";
import { programmeDays } from "../../programmes/store/days";
import { ofWay, type WayToJudge, wayKey, waysToJudge } from "../judge";
import { type CertifiedOn, certifiedOn, saidSince, wasIn } from "../rules/asOf";
import { courseOfTot, keyOfEvent } from "../rules/entered";
import { type Candidate, fromTheFirst, perhapsCertifiedOn } from "../store/certifiedOn";
import { stageEventsOf } from "../store/events";
import { doubtedAmong } from "./doubts";

/** How many are on a page, and how many ways are judged at once to fill it: one more, which says whether there is another page. */
const onPage = 50;
const atOnce = onPage + 1;

type Asked = { day: string; toolId: number; modules: readonly string[]; country: string | null };
type Found = CertifiedOn & { personId: number; programmeId: number };

/** Tells of each of these ways whether it was in a country on a day; read at once. */
function whetherIn(cx: Context, ways: readonly WayToJudge[], country: string, day: string) {
  const tots = ways.flatMap(({ history }) =>
    history.flatMap(({ kind, key }) => (kind === "tot_completed" ? courseOfTot(key) : [])),
  );
  const courses = coursesAsEvidence(cx, [...new Set(tots)]);
  const works = everyWorksIn(cx);
  return ({ history, programmeId }: WayToJudge) =>
    wasIn(
      country,
      history,
      day,
      (courseId) => courses.get(courseId)?.country,
      works.flatMap((one) => (one.programmeId === programmeId ? one.country : [])),
    );
}

/** Those of these candidates who were certified on the day. */
function judged(cx: Context, some: readonly Candidate[], asked: Asked): Found[] {
  const ways = new Map(
    waysToJudge(cx, [...new Set(some.map(({ personId }) => personId))])
      .filter(({ toolId }) => toolId === asked.toolId)
      .map((way) => [`${way.personId} ${way.programmeId}`, way]),
  );
  const there =
    asked.country === null ? () => true : whetherIn(cx, [...ways.values()], asked.country, asked.day);
  return some.flatMap(({ personId, programmeId }) => {
    const way = ways.get(`${personId} ${programmeId}`);
    const was = way && there(way) ? certifiedOn(way.history, way.gates, asked.day, asked.modules) : null;
    return was ? [{ ...was, personId, programmeId }] : [];
  });
}

/**
 * Tells of each of these, who were certified on a day, on which civil day the last of what that rests on was entered, where that was
 * after the day itself, and what was entered since that says something of it.
 */
function sinceThen(cx: Context, shown: readonly Found[], { day, toolId }: Asked) {
  const days = programmeDays(cx);
  const all = stageEventsOf(cx, [...new Set(shown.map(({ personId }) => personId))]);
  const paperOf = (key: string) => Number(/^certificate (\d+)$/.exec(key)?.[1] ?? 0);
  const papers = validSince(
    cx,
    shown.flatMap(({ decisions }) => decisions.map(paperOf).filter(Boolean)),
  );
  return ({ personId, programmeId, until, decisions }: Found) => {
    const entries = ofWay(all, { personId, programmeId, toolId }).map(
      ({ id, kind, day, ofId, enteredAt }) => ({
        ...{ id, kind, day, ofId },
        enteredOn: days.of(programmeId, enteredAt),
      }),
    );
    const on = new Map(entries.map((one) => [keyOfEvent(one.id), one.enteredOn]));
    const late = decisions
      .flatMap(
        (key) =>
          on.get(key) ?? (papers.has(paperOf(key)) ? days.of(programmeId, papers.get(paperOf(key))!) : []),
      )
      .filter((entered) => entered > day);
    return { enteredLater: late.sort().at(-1) ?? null, saidSince: saidSince(entries, day, until) };
  };
}

/** Where a page begins, as its address says it; the first of all for whoever is not known. */
function candidateAt(cx: Context, key: string): Candidate {
  const [personId, programmeId] = key.split("-").map(Number) as [number, number];
  const person = personRow(cx, personId);
  return person ? { personId, programmeId, sortName: person.sortName } : fromTheFirst;
}

/** So many or a few more who were certified on the day, after one of those who may have been; all where fewer were. Nobody is looked at beyond. */
function firstFound(
  cx: Context,
  programmes: Programmes,
  asked: Asked,
  ...[after, most]: [after: Candidate, most: number]
): Found[] {
  const found: Found[] = [];
  for (let last: Candidate | undefined = after; last && found.length < most; ) {
    const some: readonly Candidate[] = perhapsCertifiedOn(cx, { ...asked, programmes }, last, atOnce);
    found.push(...judged(cx, some, asked));
    last = some.length < atOnce ? undefined : some.at(-1);
  }
  return found;
}

/** True where somebody was certified on a civil day for a tool: nobody is looked at after the first, and of nobody more is read. */
export const someCertifiedOn = (
  cx: Context,
  { programmes }: Granted<Reach, "trainers.read">,
  asked: Asked,
): boolean => firstFound(cx, programmes, asked, fromTheFirst, 1).length > 0;

/**
 * Who was certified on a civil day for a tool, for all of these modules (none: for any of it), by what is recorded today about
 * that day, with what was said of it since. The country is that of their training of trainers, else of the programme (`wasIn`).
 * @param after the key of the last one of the page before.
 */
export function certifiedOnDay(
  cx: Context,
  { programmes }: Granted<Reach, "trainers.read">,
  asked: Asked & { programmes?: Programmes },
  after: string | null,
) {
  const keyOf = (one: { personId: number; programmeId: number }) => `${one.personId}-${one.programmeId}`;
  const first = after === null ? fromTheFirst : candidateAt(cx, after);
  const found = firstFound(cx, programmes, asked, first, onPage + 1);
  const shown = found.slice(0, onPage);
  const keys = [...new Set(shown.map(({ personId }) => personId))];
  const people = new Map(peopleInList(cx, keys).map((person) => [person.id, person]));
  const called = programmesCalled(
    cx,
    shown.map((one) => one.programmeId),
  );
  const since = sinceThen(cx, shown, asked);
  const doubted = doubtedAmong(cx, keys);
  return {
    rows: shown.map((one) => ({
      ...one,
      person: people.get(one.personId)!,
      programme: called.get(one.programmeId)!,
      /** For which modules something on which it rests was struck out since that day, and nobody decided yet what becomes of it. */
      doubted: doubted.get(wayKey({ ...one, toolId: asked.toolId })) ?? null,
      ...since(one),
    })),
    next: found.length > onPage ? keyOf(shown.at(-1)!) : null,
  };
}
export type CertifiedRow = ReturnType<typeof certifiedOnDay>["rows"][number];

/** The same people, all of them, a page at a time. */
export function* allCertifiedOnDay(
  cx: Context,
  reach: Granted<Reach, "trainers.read">,
  asked: Asked,
): Generator<CertifiedRow[], void> {
  for (let after: string | null | undefined; after !== null; ) {
    const { rows, next } = certifiedOnDay(cx, reach, asked, after ?? null);
    yield rows;
    after = next;
  }
}
