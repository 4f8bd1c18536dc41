import type { Said, Values } from "@/app/_actions/readPost";

/** Rows as a form begins with them: those that are there, and some empty ones for whoever has no JavaScript. */
export const withReady = (rows: readonly Values[], blank: Values, ready: number): Said[] => [
  ...rows,
  ...Array.from({ length: ready }, () => ({ ...blank })),
];
