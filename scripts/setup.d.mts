/** How large the heap of a process that serves may grow, as arguments of Node. */
export const heapBounds: readonly string[];
export function chosenHost(): string | undefined;
