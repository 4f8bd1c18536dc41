import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { openedFile } from "./client";

/**
 * Which file somebody found damaged, by its identity. On the global object, since a build holds this module several times
 * (for pages, for actions, for the start), and beside the file, for the other processes on it.
 */
const kept = globalThis as unknown as { cascadeDamaged?: { identity: string; written: boolean } | undefined };

const noteOf = (path: string) => path.replace(/\.db$/, ".damaged");

/** Notes that the file that is open has a damaged page. */
export function noteDamage(): void {
  const { path, identity } = openedFile();
  kept.cascadeDamaged = { identity, written: false };
  try {
    writeFileSync(noteOf(path), identity, { mode: 0o600 });
    kept.cascadeDamaged.written = true;
  } catch {
    // A full or read-only disk: this process knows it all the same.
  }
}

/** Notes that the file that is open was looked through and is whole. */
export function forgetDamage(): void {
  kept.cascadeDamaged = undefined;
  rmSync(noteOf(openedFile().path), { force: true });
}

/** True where a process on the file that is open came upon a damaged page; another file in its place is not meant. */
export function isDamageNoted(): boolean {
  const { path, identity } = openedFile();
  const note = noteOf(path);
  if (existsSync(note)) return readFileSync(note, "utf8") === identity;
  // Where the note is gone, another process looked through the file and took it away.
  const own = kept.cascadeDamaged;
  return own?.identity === identity && !own.written;
}
