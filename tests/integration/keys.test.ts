import { createCipheriv, randomBytes } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, databaseFile } from "../../db/client";
import type { SystemContext } from "../../lib/acts/context";
import { hashOf } from "../../lib/contacts/rules";
import { keyIdOf, proofOf, seal, sealedWith } from "../../lib/crypto/seal";
import { keysShown } from "../../lib/keys/queries";
import { changeKey, verifySealed } from "../../lib/keys/rotate";
import { checkKeys } from "../../lib/store/check";
import { freshDatabase } from "../support/database";
import { openedAnew, refusedWith } from "../support/opened";

const folder = freshDatabase();
const file = databaseFile(folder);
const keyFile = join(folder, "key");
const facts = { sex: "woman", birthYear: 1990, displacement: "refugee", disability: "none" };
const phone = "+962791234567";

/** The form from before values said their key. */
function sealedBefore(key: Buffer, text: string, about: string): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(about));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

const direct = <T>(work: (database: Database.Database) => T): T => {
  const database = new Database(file);
  try {
    return work(database);
  } finally {
    database.close();
  }
};

const sealedIds = () =>
  direct((database) =>
    (database.prepare("SELECT sealed FROM sensitive_facts").all() as { sealed: Buffer }[]).map(({ sealed }) =>
      sealedWith(sealed),
    ),
  );

/** Five people with answers, of which the first are sealed as by an older version. */
beforeAll(async () => {
  await openedAnew(({ db, settings }) => {
    const database = db.$client;
    database.exec("INSERT INTO programmes (code, title, issuer, created_at) VALUES ('P', '{}', '{}', 0)");
    for (let id = 1; id <= 5; id++) {
      database
        .prepare(
          "INSERT INTO persons (id, name, search, sort_name, phone, language, created_at) VALUES (?, 'A', 'a', 'a', ?, 'en', 0)",
        )
        .run(id, id === 1 ? phone : null);
      const put = id <= 3 ? sealedBefore : seal;
      database
        .prepare(
          "INSERT INTO sensitive_facts (person_id, programme_id, sealed, updated_at) VALUES (?, 1, ?, 0)",
        )
        .run(id, put(settings.key, JSON.stringify(facts), `person:${id}`));
    }
    database.exec("DELETE FROM key_checks; DELETE FROM settings WHERE name = 'names'");
  });
});

const given = ["CASCADE_KEY", "CASCADE_OLD_KEY", "NEXTAUTH_SECRET", "KEYS_DIR"] as const;
afterEach(() => {
  closeDatabase();
  for (const name of given) delete process.env[name];
});

/** Whom a phone number finds. */
const found = ({ db, settings }: SystemContext) =>
  db.$client
    .prepare("SELECT person_id FROM contact_keys WHERE hash = ?")
    .pluck()
    .all(hashOf(settings.key, "phone", phone));

const whole = () => readFileSync(file).toString("base64");
const rotate = (cx: SystemContext) => changeKey(cx, true);

describe("the key of an instance", () => {
  it("opens what an older version sealed, and is noted in its database", async () => {
    const { keys, unsaid, verified } = await openedAnew((cx) => ({
      ...keysShown(cx),
      verified: verifySealed(cx),
    }));
    expect(unsaid).toBe(3);
    expect(keys).toMatchObject([{ inUse: true, here: true, sealed: 5 }]);
    expect(verified).toMatchObject([
      { opened: 5, shut: [] },
      { opened: 0, shut: [] },
    ]);
  });

  it("stops the start with one sentence where it is wrong, short, empty, open to others or gone; nothing is changed", async () => {
    const right = readFileSync(keyFile, "utf8");
    const before = whole();
    const tried = async (content: string | null, mode = 0o600) => {
      rmSync(keyFile);
      if (content !== null) writeFileSync(keyFile, content, { mode });
      if (content !== null) chmodSync(keyFile, mode);
      const said = await refusedWith();
      expect(existsSync(keyFile)).toBe(content !== null);
      expect(said).not.toContain("\n");
      return said;
    };
    try {
      expect(await tried("ab".repeat(32))).toMatch(
        /is not the one of this database, which is ([0-9a-f]{8}): put that one beside it as key-\1, where/,
      );
      expect(await tried(right.slice(0, 63))).toMatch(
        /must hold 64 hexadecimal digits and holds 63 characters/,
      );
      expect(await tried("")).toMatch(/holds nothing/);
      expect(await tried(right, 0o644)).toMatch(/may be read by others: chmod 600/);
      expect(await tried(null)).toMatch(/is missing, and .*cascade\.db was made with a key/);
      process.env.CASCADE_KEY = right.slice(2);
      expect(await refusedWith()).toMatch(/CASCADE_KEY must be 64 hexadecimal digits/);
      process.env.CASCADE_KEY = "cd".repeat(32);
      expect(await refusedWith()).toMatch(/is not the one of this database/);
    } finally {
      writeFileSync(keyFile, right, { mode: 0o600 });
      chmodSync(keyFile, 0o600);
    }
    delete process.env.CASCADE_KEY;
    process.env.NEXTAUTH_SECRET = "a secret of more than sixteen";
    expect(await refusedWith()).toMatch(/NEXTAUTH_SECRET must be 64 hexadecimal digits/);
    delete process.env.NEXTAUTH_SECRET;
    const secret = join(folder, "auth-secret");
    const kept = readFileSync(secret);
    writeFileSync(secret, "x");
    expect(await refusedWith()).toMatch(/auth-secret must hold 64 hexadecimal digits/);
    writeFileSync(secret, kept);
    expect(whole()).toBe(before);
    expect(await refusedWith()).toBe("");
  });

  it("of another instance is refused by a database from before checks, for it does not open it", async () => {
    direct((database) => database.exec("DELETE FROM key_checks"));
    process.env.CASCADE_KEY = "cd".repeat(32);
    // The file has the right one, which is tried too: another instance has neither.
    process.env.KEYS_DIR = join(folder, "elsewhere");
    mkdirSync(process.env.KEYS_DIR, { mode: 0o700 });
    expect(await refusedWith()).toMatch(
      /does not open what this database holds, so it is another instance's/,
    );
  });

  it("of another instance is refused beside the right one, too, and not noted as in use", async () => {
    await openedAnew(() => {});
    const known = () => direct((database) => database.prepare("SELECT id, retired_at FROM key_checks").all());
    const before = known();
    process.env.CASCADE_KEY = "cd".repeat(32);
    expect(await refusedWith()).toMatch(
      /is not the one of this database, which is [0-9a-f]{8} and is here too/,
    );
    expect(known()).toEqual(before);
  });

  it("may lie apart from the data", async () => {
    const apart = join(folder, "apart");
    process.env.KEYS_DIR = apart;
    expect(await refusedWith()).toMatch(/apart\/key is missing/);
    mkdirSync(apart, { recursive: true, mode: 0o700 });
    renameSync(keyFile, join(apart, "key"));
    expect(await refusedWith()).toBe("");
    expect(existsSync(join(apart, "auth-secret"))).toBe(true);
    renameSync(join(apart, "key"), keyFile);
  });
});

describe("a change of the key", () => {
  it("seals everything again, finds contacts by the new one, and keeps the earlier one", async () => {
    const earlier = keyIdOf(Buffer.from(readFileSync(keyFile, "utf8"), "hex"));
    expect(await openedAnew(found)).toEqual([1]);
    // Its code would be right with the former key alone.
    direct((database) =>
      database.exec(`INSERT INTO accounts (id, person_id, email, created_at) VALUES (1, 1, 'a@example.org', 0);
        INSERT INTO one_time_codes (account_id, purpose, code_hash, created_at, expires_at) VALUES (1, 'backIn', 'c', 0, 9e14)`),
    );
    const done = await openedAnew(rotate);
    expect(done).toMatchObject({ by: "made", sealed: 5, codes: 1, retired: [earlier] });
    expect(direct((one) => one.prepare("SELECT count(*) FROM one_time_codes").pluck().get())).toBe(0);
    expect(new Set(sealedIds())).toEqual(new Set([done.id]));
    expect(statSync(join(folder, `key-${earlier}`)).mode & 0o777).toBe(0o600);
    const after = await openedAnew((cx) => ({
      verified: verifySealed(cx),
      found: found(cx),
      keys: keysShown(cx).keys,
    }));
    expect(after.verified).toMatchObject([
      { opened: 5, shut: [] },
      { opened: 0, shut: [] },
    ]);
    expect(after.found).toEqual([1]);
    expect(after.keys).toMatchObject([
      { id: earlier, retired: true, sealed: 0 },
      { id: done.id, inUse: true, sealed: 5 },
    ]);
    // A database that has noted no key, as a backup that was never served from, still says what is needed.
    const unnoted = await openedAnew((cx) => {
      cx.db.$client.exec("BEGIN; DELETE FROM key_checks");
      const { keys } = keysShown(cx);
      cx.db.$client.exec("ROLLBACK");
      return keys;
    });
    expect(unnoted).toMatchObject([{ id: done.id, since: null, sealed: 5 }]);
  });

  it("that is killed anywhere leaves everything to be read, and is finished by the next", async () => {
    // After each of its steps, as a killed process leaves them.
    const steps = [
      () => writeFileSync(join(folder, "key-next"), randomBytes(32).toString("hex"), { mode: 0o600 }),
      () => {
        const old = readFileSync(keyFile, "utf8");
        writeFileSync(join(folder, `key-${keyIdOf(Buffer.from(old, "hex"))}`), old, { mode: 0o600 });
        renameSync(join(folder, "key-next"), keyFile);
      },
      () =>
        direct((database) => {
          const key = Buffer.from(readFileSync(keyFile, "utf8"), "hex");
          database
            .prepare("UPDATE sensitive_facts SET sealed = ? WHERE person_id = 2")
            .run(seal(key, JSON.stringify(facts), "person:2"));
        }),
    ];
    for (const step of steps) {
      step();
      expect(await openedAnew((cx) => verifySealed(cx))).toMatchObject([
        { opened: 5, shut: [] },
        { opened: 0, shut: [] },
      ]);
    }
    const done = await openedAnew(rotate);
    expect(done).toMatchObject({ by: "finished", sealed: 4 });
    expect(new Set(sealedIds())).toEqual(new Set([done.id]));
    expect(existsSync(join(folder, "key-next"))).toBe(false);
  });

  it("that is killed over values that name no key still needs the earlier one, and says so", async () => {
    const old = readFileSync(keyFile, "utf8");
    const id = keyIdOf(Buffer.from(old, "hex"));
    direct((database) => {
      const put = database.prepare("UPDATE sensitive_facts SET sealed = ? WHERE person_id = ?");
      for (let person = 1; person <= 5; person++)
        put.run(sealedBefore(Buffer.from(old, "hex"), JSON.stringify(facts), `person:${person}`), person);
    });
    renameSync(keyFile, join(folder, `key-${id}`));
    writeFileSync(keyFile, "ab".repeat(32), { mode: 0o600 });
    // The database knows the next key before it lies in its place.
    direct((database) =>
      database
        .prepare("INSERT INTO key_checks (id, proof, since) VALUES (?, ?, 0)")
        .run(keyIdOf(Buffer.from("ab".repeat(32), "hex")), proofOf(Buffer.from("ab".repeat(32), "hex"))),
    );
    const [shown, finding] = await openedAnew((cx) => [keysShown(cx), checkKeys(cx)] as const);
    expect(shown.keys.find((one) => one.id === id)).toMatchObject({ inUse: false, here: true, sealed: 5 });
    expect(finding).toMatchObject({ wrong: true });
    expect(finding.says).toContain(`not finished, and 5 values need the key ${id}`);
    renameSync(join(folder, `key-${id}`), join(folder, "away"));
    expect(await refusedWith()).toContain(`sealed with the key ${id}, which is not here`);
    renameSync(join(folder, "away"), join(folder, `key-${id}`));
    expect(await openedAnew(rotate)).toMatchObject({ by: "finished", sealed: 5, retired: [id] });
    expect((await openedAnew((cx) => checkKeys(cx))).wrong).toBe(false);
  });

  it("of the environment is finished by the same command, with the earlier one beside it", async () => {
    process.env.CASCADE_OLD_KEY = readFileSync(keyFile, "utf8");
    process.env.CASCADE_KEY = "ef".repeat(32);
    rmSync(keyFile);
    expect(await refusedWith()).toMatch(/run npm run keys -- rotate/);
    const done = await openedAnew((cx) => changeKey(cx, false), { changesKey: true });
    expect(done).toMatchObject({
      by: "finished",
      sealed: 5,
      id: keyIdOf(Buffer.from("ef".repeat(32), "hex")),
    });
    delete process.env.CASCADE_OLD_KEY;
    for (const other of readdirSync(folder).filter((name) => name.startsWith("key-")))
      rmSync(join(folder, other));
    expect(await openedAnew((cx) => verifySealed(cx))).toMatchObject([
      { opened: 5, shut: [] },
      { opened: 0, shut: [] },
    ]);
  });
});
