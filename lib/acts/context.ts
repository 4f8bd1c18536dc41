import { type Db, read } from "@/db/client";
import type { Viewer } from "../access/table";
import { processSettings, type Settings } from "../env/settings";

/** What a query or a command is given: the database, who looks or acts, when (an instant in ms), the process's settings. */
export type Context = {
  readonly db: Db;
  readonly viewer: Viewer;
  readonly now: number;
  readonly settings: Settings;
};

/** The context of somebody who looks or acts at an instant. For the edge: requests, scripts, tests. */
export const contextOf = (viewer: Viewer, now: number): Context => ({
  db: read(),
  viewer,
  now,
  settings: processSettings(),
});
