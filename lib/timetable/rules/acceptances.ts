import { minutesOf } from "../../time/civil";
import { type Issue, isAcceptable } from "./issues";

/** What somebody accepted: of which kind, and what exactly. */
type Accepted = { kind: string; about: string };

/** What an acceptance is about but for the times: the same text where a session moved since. */
const butForTimes = (about: string): string => about.replace(/(\d{4}-\d\d-\d\d )?\d\d:\d\d-\d\d:\d\d/g, "");

/** Kinds that no day makes or mends: who leads what, and in which language. */
const ofNoDay = ["not_qualified", "language"];

/** What an acceptance holds for: the same text where a session of what is of no day moved since. */
const holdsFor = (kind: string, about: string): string =>
  ofNoDay.includes(kind) ? butForTimes(about) : about;

/** True where several sessions were accepted as one thing and those that are left are among them, as they were. */
function covers(issue: Issue, { kind, about }: Accepted): boolean {
  if (kind !== issue.kind || !("at" in issue)) return false;
  const [of, said = ""] = holdsFor(kind, about).split(": ");
  const there = said.split(", ");
  return (
    of === holdsFor(kind, issue.of) && issue.at.every((session) => there.includes(holdsFor(kind, session)))
  );
}

/** A session as an acceptance names it: its key, how long it is, and what else it was accepted for. */
function sessionIn(said: string) {
  const [, id = "", from = "", to = "", by = ""] =
    /^(\d+) \d{4}-\d\d-\d\d (\d\d:\d\d)-(\d\d:\d\d) ?(.*)$/.exec(said) ?? [];
  return from === "" ? [] : [{ id: Number(id), by, minutes: minutesOf(to) - minutesOf(from) }];
}

/** What an acceptance of the same thing as an issue of several sessions was for: many at once, or one alone. */
function acceptedFor(issue: Issue & { of: string; each: string[]; at: string[] }, { kind, about }: Accepted) {
  if (kind !== issue.kind) return [];
  const [of, said] = about.split(": ");
  if (said !== undefined) return of === issue.of ? said.split(", ").flatMap(sessionIn) : [];
  return sessionIn(about).flatMap((one) => {
    const nth = issue.each.findIndex((each) => sessionIn(each)[0]?.by === one.by);
    return nth < 0 ? [] : sessionIn(issue.at[nth]!).map(({ by }) => ({ ...one, by }));
  });
}

/**
 * The last acceptance of the same thing of which sessions are gone, where what took their place is not longer: a timetable that is
 * proposed again has other sessions, and who leads what in it, and in which language, is what was accepted.
 * @param there the keys of all sessions that there are.
 */
function acceptedOfGone<A extends Accepted>(
  issue: Issue,
  acceptances: readonly A[],
  there: ReadonlySet<number>,
): A | undefined {
  if (!("at" in issue) || !ofNoDay.includes(issue.kind)) return undefined;
  const now = issue.at.flatMap(sessionIn);
  const holds = (named: readonly { id: number; by: string; minutes: number }[]) => {
    const other = now.filter(({ id, by }) => !named.some((one) => one.id === id && one.by === by));
    const minutes = (of: typeof named, by: string) =>
      of.reduce((sum, one) => sum + (one.by === by ? one.minutes : 0), 0);
    const gone = named.filter(({ id }) => !there.has(id));
    return other.every(({ by }) => minutes(other, by) <= minutes(gone, by));
  };
  const found = acceptances.map((one) => ({ one, named: acceptedFor(issue, one) }));
  const ofMany = found.findLast(({ one, named }) => one.about.includes(": ") && holds(named));
  const alone = found.filter(({ one, named }) => named.length > 0 && !one.about.includes(": "));
  return (ofMany ?? (holds(alone.flatMap(({ named }) => named)) ? alone.at(-1) : undefined))?.one;
}

/** The same of what is open on a day, which stays that day's, and that trainer's. */
const thing = (kind: string, about: string): string =>
  kind === "over_hours" || kind === "not_worked"
    ? (/^(trainer \d+ )?\d{4}-\d\d-\d\d/.exec(about)?.[0] ?? about)
    : butForTimes(about);

/** The last acceptance of the same thing that no longer holds, as a session moved since; undefined where there is none. */
function acceptedBefore<A extends Accepted>(issue: Issue, acceptances: readonly A[]): A | undefined {
  if (!isAcceptable(issue)) return undefined;
  const as = [issue.about, ...("each" in issue ? issue.each : [])];
  const held = as.map((about) => holdsFor(issue.kind, about));
  const things = as.map((about) => thing(issue.kind, about));
  // What holds still, of one session among several, is no word of before.
  return acceptances.findLast(
    ({ kind, about }) =>
      kind === issue.kind && !held.includes(holdsFor(kind, about)) && things.includes(thing(kind, about)),
  );
}

/**
 * Parts what is open into what nobody accepted and what was, each with its acceptance; one about anything else no longer holds.
 * What is open again has beside it the acceptance that it had before (`before`), so that it is one thing and not two.
 * @param there the keys of all sessions of the plan.
 */
export function partAccepted<A extends Accepted>(
  issues: readonly Issue[],
  acceptances: readonly A[],
  there: ReadonlySet<number>,
): { open: { issue: Issue; before: A | null }[]; accepted: { issue: Issue; acceptance: A }[] } {
  const as = (issue: Issue, what: string) =>
    acceptances.find(
      ({ kind, about }) => kind === issue.kind && holdsFor(kind, about) === holdsFor(kind, what),
    );
  const of = (issue: Issue) => {
    if (!isAcceptable(issue)) return undefined;
    const whole = as(issue, issue.about) ?? acceptances.find((one) => covers(issue, one));
    if (whole || !("each" in issue)) return whole;
    const each = issue.each.map((one) => as(issue, one));
    return each.every(Boolean) ? each.at(-1) : acceptedOfGone(issue, acceptances, there);
  };
  return {
    open: issues.flatMap((issue) =>
      of(issue) === undefined ? { issue, before: acceptedBefore(issue, acceptances) ?? null } : [],
    ),
    accepted: issues.flatMap((issue) => {
      const acceptance = of(issue);
      return acceptance ? [{ issue, acceptance }] : [];
    }),
  };
}
