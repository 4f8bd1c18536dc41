import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { closeDatabase, databaseFile } from "../../db/client";

/** A fresh, migrated database file of this test's own; `DATA_DIR` points to it. Gone after the tests of the file. */
export function freshDatabase(): string {
  const folder = mkdtempSync(join(tmpdir(), "cascade-test-"));
  copyFileSync(process.env.CASCADE_TEMPLATE!, databaseFile(folder));
  closeDatabase();
  process.env.DATA_DIR = folder;
  afterAll(() => {
    closeDatabase();
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
