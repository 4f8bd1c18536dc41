import { type Db, inserting, transact } from "@/db/client";
import { auditLog } from "@/db/schema";
import type { Viewer } from "../access/rules";
import { Refusal, type Result } from "../result";

/** Runs the writes of a command in one immediate transaction; a refusal undoes them and becomes the answer. */
export function change<T>(work: (db: Db) => T): Result<T> {
  try {
    return { ok: true, value: transact(work) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, fault: error.fault };
    throw error;
  }
}

const insertEntry = inserting(auditLog, ["at", "byPersonId", "action", "subject", "subjectId", "detail"]);

/** Adds to the audit log who did what. `detail` holds keys and states, never personal data. */
export function audit(
  db: Db,
  viewer: Viewer,
  now: number,
  action: string,
  subject: string,
  subjectId: number | null,
  detail: Record<string, unknown> = {},
): void {
  insertEntry(db, { at: now, byPersonId: viewer.personId, action, subject, subjectId, detail });
}
