import { vi } from "vitest";
import { closeDatabase } from "../../db/client";
import { system } from "../../lib/access/table";
import type { SystemContext } from "../../lib/acts/context";
import { now } from "./world";

/**
 * Opens the store of DATA_DIR as a new process would, with its settings read anew, does something, and closes it.
 * @returns what that gives; what a start is refused with is thrown.
 */
export async function openedAnew<T>(work: (cx: SystemContext) => T, how = {}): Promise<T> {
  closeDatabase();
  vi.resetModules();
  const [{ openStore }, { contextOf }] = await Promise.all([
    import("../../lib/store/commands"),
    import("../../lib/acts/context"),
  ]);
  try {
    openStore(now, how);
    return work(contextOf(system, now));
  } finally {
    closeDatabase();
  }
}

/** The sentence with which a start is refused; "" where it is not. */
export const refusedWith = (): Promise<string> => openedAnew(() => "").catch((error: Error) => error.message);
