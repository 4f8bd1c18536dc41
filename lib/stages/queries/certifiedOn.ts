import type { Granted, Reach } from "../../access/gate";
import type { Programmes } from "../../access/table";
import type { Context } from "../../acts/context";
import { personRow } from "../../people/store";
import { peopleInList } from "../../people/store/list";
import { programmesCalled } from "../../programmes/store";
import { programmeDays } from "../../programmes/store/days";
import { wayKey, waysToJudge } from "../judge";
import { type CertifiedOn, certifiedOn } from "../rules/asOf";
import { keyOfEvent } from "../rules/entered";
import { type Candidate, fromTheFirst, perhapsCertifiedOn } from "../store/certifiedOn";
import { stageEventsOf } from "../store/events";
import { doubtedAmong } from "./doubts";

/** How many are on a page, and how many ways are judged at once to fill it: one more, which says whether there is another page. */
const onPage = 50;
const atOnce = onPage + 1;

type Asked = { day: string; toolId: number; modules: readonly string[]; country: string | null };
type Found = CertifiedOn & { personId: number; programmeId: number };

/** Those of these candidates who were certified on the day. */
function judged(cx: Context, some: readonly Candidate[], asked: Asked): Found[] {
  const ways = new Map(
    waysToJudge(cx, [...new Set(some.map(({ personId }) => personId))])
      .filter(({ toolId }) => toolId === asked.toolId)
      .map((way) => [`${way.personId} ${way.programmeId}`, way]),
  );
  return some.flatMap(({ personId, programmeId }) => {
    const way = ways.get(`${personId} ${programmeId}`);
    const was = way && certifiedOn(way.history, way.gates, asked.day, asked.modules);
    return was ? [{ ...was, personId, programmeId }] : [];
  });
}

/** Where a page begins, as its address says it; the first of all for whoever is not known. */
function candidateAt(cx: Context, key: string): Candidate {
  const [personId, programmeId] = key.split("-").map(Number) as [number, number];
  const person = personRow(cx, personId);
  return person ? { personId, programmeId, sortName: person.sortName } : fromTheFirst;
}

/**
 * Who was certified on a civil day for a tool, for all of these modules (none: for any of it), by what is recorded today about
 * that day. The country is the one in which they live, as it is recorded today.
 * @param after the key of the last one of the page before.
 */
export function certifiedOnDay(
  cx: Context,
  { programmes }: Granted<Reach, "trainers.read">,
  asked: Asked & { programmes?: Programmes },
  after: string | null,
) {
  const keyOf = (one: { personId: number; programmeId: number }) => `${one.personId}-${one.programmeId}`;
  let last: Candidate | undefined = after === null ? fromTheFirst : candidateAt(cx, after);
  const found: Found[] = [];
  while (last && found.length <= onPage) {
    const some = perhapsCertifiedOn(cx, { ...asked, programmes }, last, atOnce);
    found.push(...judged(cx, some, asked));
    last = some.length < atOnce ? undefined : some.at(-1);
  }
  const shown = found.slice(0, onPage);
  const keys = [...new Set(shown.map(({ personId }) => personId))];
  const people = new Map(peopleInList(cx, keys).map((person) => [person.id, person]));
  const called = programmesCalled(
    cx,
    shown.map((one) => one.programmeId),
  );
  const days = programmeDays(cx);
  const doubted = doubtedAmong(cx, keys);
  const enteredAt = new Map(stageEventsOf(cx, keys).map((one) => [keyOfEvent(one.id), one.enteredAt]));
  return {
    rows: shown.map((one) => {
      // A decision that was entered after the day itself says on which civil day.
      const late = one.decisions
        .flatMap((key) => enteredAt.get(key) ?? [])
        .map((at) => days.of(one.programmeId, at))
        .filter((entered) => entered > asked.day);
      return {
        ...one,
        person: people.get(one.personId)!,
        programme: called.get(one.programmeId)!,
        /** Since that day something on which it rests was struck out, and nobody decided yet what becomes of it. */
        doubted: doubted.has(wayKey({ ...one, toolId: asked.toolId })),
        enteredLater: late.sort().at(-1) ?? null,
      };
    }),
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
