import { join } from "node:path";
import { databaseFile } from "@/db/client";
import { needsItsKey } from "@/db/keyUse";
import { keyFileOrNew, otherKeyFiles, readKeyFile } from "../crypto/keyFiles";

/** The folder of the keys, that of the database, and what the environment says of them. */
type Where = { keysDir: string; dataDir: string; given?: string; givenOld?: string; mayMake: boolean };

const bytes = (digits: string) => Buffer.from(digits, "hex");

/**
 * The keys of this instance, the one in use first. A new instance gets one, in a file, where it may.
 * @throws Error with one sentence where a key is not one, or the key of a database that has one is gone.
 */
export function keysOf({ keysDir, dataDir, given, givenOld, mayMake }: Where): [Buffer, ...Buffer[]] {
  const file = join(keysDir, "key");
  const inFile = readKeyFile(file);
  const database = databaseFile(dataDir);
  if (!given && inFile === null && needsItsKey(database))
    throw new Error(
      `${file} is missing, and ${database} was made with a key: put it there from your copy of the keys, or say with KEYS_DIR where it lies. Nothing was changed, and no other key was made.`,
    );
  if (!given && inFile === null && !mayMake)
    throw new Error(
      `${file} is missing: put the keys that belong to the backup into ${keysDir} first, or say with KEYS_DIR where they lie. Nothing was changed.`,
    );
  const current = given?.toLowerCase() ?? keyFileOrNew(file);
  const others = [givenOld?.toLowerCase(), inFile, ...otherKeyFiles(keysDir).map(readKeyFile)];
  const digits = new Set(others.filter((one): one is string => typeof one === "string"));
  digits.delete(current);
  return [bytes(current), ...[...digits].map(bytes)];
}
