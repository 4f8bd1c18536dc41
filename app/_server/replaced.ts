import { log } from "@/lib/log/log";
import { fileReplaced } from "@/lib/store/commands";

/** On the global object: a build holds this module once for the start and once for what answers. */
const kept = globalThis as unknown as { cascadeReplacedSaid?: boolean };

/** Writes one line into the log, once, where the file of the database was replaced, moved or removed while it is served. */
export function sayReplaced(): void {
  if (kept.cascadeReplacedSaid || !fileReplaced()) return;
  kept.cascadeReplacedSaid = true;
  log().error(
    "the file of the database was replaced, moved or removed: nothing is saved until the service is restarted",
  );
}
