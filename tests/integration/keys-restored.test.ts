import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { databaseFile } from "../../db/client";
import type { SystemContext } from "../../lib/acts/context";
import { keyIdOf, seal } from "../../lib/crypto/seal";
import { changeKey, verifySealed } from "../../lib/keys/rotate";
import { checkKeys } from "../../lib/store/check";
import { freshDatabase } from "../support/database";
import { openedAnew } from "../support/opened";

const folder = freshDatabase();
const file = databaseFile(folder);
const rotate = (cx: SystemContext) => changeKey(cx, true);

it("a backup from before a change of the key is called so, with what to do, until all is sealed again", async () => {
  await openedAnew(({ db, settings }) => {
    db.$client.exec(`
      INSERT INTO programmes (code, title, issuer, created_at) VALUES ('P', '{}', '{}', 0);
      INSERT INTO persons (id, name, search, sort_name, language, created_at) VALUES (1, 'A', 'a', 'a', 'en', 0)`);
    db.$client
      .prepare(
        "INSERT INTO sensitive_facts (person_id, programme_id, sealed, updated_at) VALUES (1, 1, ?, 0)",
      )
      .run(seal(settings.key, '{"sex":"woman"}', "person:1"));
  });
  const earlier = keyIdOf(Buffer.from(readFileSync(join(folder, "key"), "utf8"), "hex"));
  const backup = readFileSync(file);
  const { id: now } = await openedAnew(rotate);
  expect((await openedAnew((cx) => checkKeys(cx))).wrong).toBe(false);
  for (const end of ["-wal", "-shm"]) rmSync(file + end, { force: true });
  writeFileSync(file, backup);
  for (const start of ["first", "second"]) {
    const [finding, facts] = await openedAnew((cx) => [checkKeys(cx), verifySealed(cx)[0]] as const);
    expect(facts, start).toMatchObject({ opened: 1, shut: [] });
    expect(finding).toMatchObject({ wrong: true });
    expect(finding.says).toBe(
      `the database came from a backup from before the last change of the key, and 1 values need the key ${earlier}, which is here: don't take it away. Everything opens; to seal it with the key in use, ${now}, stop the service and npm run keys -- rotate.`,
    );
  }
  expect(await openedAnew(rotate, { changesKey: true })).toMatchObject({ id: now, sealed: 1 });
  expect((await openedAnew((cx) => checkKeys(cx))).wrong).toBe(false);
});
