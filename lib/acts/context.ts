import { type Db, read } from "@/db/client";
import type { System, Viewer } from "../access/table";
import { processSettings, type Settings } from "../env/settings";
import { machineClock } from "../time/clock";

/** What the browser of a request shows of itself; nothing (`noBrowser`) for whoever acts without one. */
export type Browser = {
  /** What the cookie holds by which a device is known on which somebody once signed in. */
  readonly device: string | null;
  /** Tokens of the registrations that were made in it. */
  readonly registrations: readonly string[];
};

export const noBrowser: Browser = { device: null, registrations: [] };

/** What a query or a command is given: the database, who looks or acts, when (an instant in ms), the process's settings. */
export type Context = {
  readonly db: Db;
  readonly viewer: Viewer;
  readonly now: number;
  readonly settings: Settings;
  readonly browser: Browser;
  /** The machine's own clock in ms, asked when it is written that pages changed; never for what the product says. */
  readonly machineNow: () => number;
};

/** The context of the process's own work and of its operator's commands; that of a request does not fit. */
export type SystemContext = Context & { readonly viewer: System };

/** The context of somebody who looks or acts at an instant. For the edge: requests, scripts, tests. */
export const contextOf = <Who extends Viewer>(
  viewer: Who,
  now: number,
): Context & { readonly viewer: Who } => ({
  db: read(),
  viewer,
  now,
  settings: processSettings(),
  browser: noBrowser,
  machineNow: machineClock,
});
