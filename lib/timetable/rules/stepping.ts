import type { Issue } from "./issues";

/**
 * What is open as one word that an address carries: of what and where, but not when, so that it is the same once a session was
 * changed and it is open still.
 */
export const issueWord = (issue: Issue): string =>
  [
    issue.kind,
    ...(["sessionId", "trainerId", "otherId", "moduleId", "groupId", "part", "day"] as const).map((name) =>
      name in issue ? ((issue as Partial<Record<typeof name, number | string | null>>)[name] ?? "") : "",
    ),
  ].join("-");

const stepping = /^([1-9]\d{0,5})(p?):(.{1,200})$/;

/**
 * Which of what is open somebody stepped to when they changed something, as a form carries it; `along`: they go through all
 * courses of the programme.
 */
export const steppedWord = (place: number, issue: Issue, along = false): string =>
  `${place}${along ? "p" : ""}:${issueWord(issue)}`;

/** The same read again; null where a form says nothing like it. */
export function readStepped(said: unknown): { place: number; along: boolean; word: string } | null {
  const [, place, along, word] = (typeof said === "string" && stepping.exec(said)) || [];
  return place && word ? { place: Number(place), along: along === "p", word } : null;
}

/**
 * Where somebody goes on who stepped through what is open and changed something at a place (0 being the first): to what
 * comes after it where that is still open, else to what stands there now. At the end it is the length of the list.
 */
export function nextOpen(open: readonly Issue[], place: number, word: string): number {
  const there = open.findIndex((issue) => issueWord(issue) === word);
  return Math.min(open.length, there === -1 ? place : there + 1);
}
