import { randomBytes } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

/** How a key or a secret is written: 32 bytes as 64 hexadecimal digits. */
export const keyDigits = /^[0-9a-f]{64}$/i;

/** True where an error says that there is no such file, or that one is there already. */
const says = (error: unknown, what: "ENOENT" | "EEXIST") => (error as NodeJS.ErrnoException).code === what;

/** Waits until what a folder lists is on the disk. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * The digits in a file; null where there is none.
 * @throws Error with one sentence where it holds anything but 64 hexadecimal digits, or others may read it.
 */
export function readKeyFile(path: string): string | null {
  let text: string;
  try {
    text = readFileSync(path, "utf8").trim();
    if (process.platform !== "win32" && statSync(path).mode & 0o077)
      throw new Error(`${path} may be read by others: chmod 600 ${path}, then start again.`);
  } catch (error) {
    if (says(error, "ENOENT")) return null;
    throw error;
  }
  if (!keyDigits.test(text))
    throw new Error(
      `${path} must hold 64 hexadecimal digits and holds ${text.length === 0 ? "nothing" : `${text.length} characters`}: put it back from your copy of the keys. Nothing was changed.`,
    );
  return text.toLowerCase();
}

/**
 * Puts digits into a file of mode 600, unless one is there: of processes that start at once one does, and none sees half
 * of it, for it gets its name when it is whole and on the disk.
 * @returns what the file then holds.
 */
export function writeKeyFile(path: string, digits: string): string {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const made = join(dirname(path), `.${basename(path)}-${process.pid}-${randomBytes(4).toString("hex")}`);
  const handle = openSync(made, "wx", 0o600);
  try {
    writeSync(handle, digits);
    fsyncSync(handle);
    closeSync(handle);
    linkSync(made, path);
  } catch (error) {
    if (!says(error, "EEXIST")) throw error;
  } finally {
    unlinkSync(made);
  }
  syncFolder(dirname(path));
  return readKeyFile(path) as string;
}

/** The digits in a file; where there is none, new ones that are then in it. */
export const keyFileOrNew = (path: string): string =>
  readKeyFile(path) ?? writeKeyFile(path, randomBytes(32).toString("hex"));

/** Where the key that comes next lies, from the moment it is made until it is the one. */
export const nextKeyFile = (folder: string) => join(folder, "key-next");

/** The files of other keys than the one in use: earlier ones, and the one that comes next. */
export function otherKeyFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^key-(next|[0-9a-f]{8})$/.test(name))
      .sort()
      .map((name) => join(folder, name));
  } catch (error) {
    if (says(error, "ENOENT")) return [];
    throw error;
  }
}
