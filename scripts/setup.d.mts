/** How large the heap of a process that serves may grow, as arguments of Node. */
export const heapBounds: readonly string[];
export function chosenHost(): string | undefined;
/** What is wrong with a build that was made from code with other migrations; null where nothing is. */
export function olderBuild(folder?: string): string | null;
/** Reads the settings of a file `.env`, where the environment has none of that name; gives the names in each such file. */
export function readSettingsFile(folder?: string): Promise<Record<string, string[]>>;
