import { addMonths } from "../../time/zone";
import { byEnd, type ModuleEnd } from "./ends";
import { type Reminder, reminderDue, reminderSaid, saidMonths } from "./renewal";

/** Of which end somebody is to be told what: the modules with that last civil day. */
export type EndTold = { codes: string[]; until: string; reminder: Reminder };

/** Between the words (`reminderSaid`) that are kept, one of each end. */
const between = ", ";

/** The end that such a word is of. */
const endIn = (word: string): string => word.slice(0, "yyyy-mm-dd".length);

/**
 * Of which ends somebody is to be reminded on a civil day, each by itself, and what is kept then: what was said last of each end, as
 * long as anything is said of it. Run twice, or late, what is kept is the same.
 * @param ends of every module that was certified since the last withdrawal, whether it holds or not.
 * @param kept what was kept before.
 */
export function remindersOf(
  ends: readonly ModuleEnd[],
  day: string,
  kept: string | null,
): { due: EndTold[]; kept: string | null } {
  const words = kept?.split(between) ?? [];
  const due = byEnd(ends).flatMap(({ until, codes }): EndTold[] => {
    const since = ends
      .flatMap((one) => (one.until === until ? one.by.day : []))
      .sort()
      .at(0)!;
    const reminder = reminderDue({ since, until }, day, words.find((word) => endIn(word) === until) ?? null);
    return reminder ? [{ codes, until, reminder }] : [];
  });
  const stay = words.filter(
    (word) =>
      ends.some(({ until }) => until === endIn(word)) &&
      addMonths(endIn(word), saidMonths) >= day &&
      due.every(({ until }) => until !== endIn(word)),
  );
  const now = [...stay, ...due.map(({ until, reminder }) => reminderSaid(until, reminder))].sort();
  return { due, kept: now.length > 0 ? now.join(between) : null };
}

/** How a word ends by which it was told that an end has come. */
export const lapsedWord = "lapsed" satisfies Reminder;

/** The ends of which what is kept says that they have come, the first one first. */
export const endsLapsed = (kept: string | null): string[] =>
  (kept?.split(between) ?? []).flatMap((word) => (word.endsWith(lapsedWord) ? endIn(word) : [])).sort();
