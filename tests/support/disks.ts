import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A file system of so many KB, gone afterwards; null where none may be made here. */
export function smallDisk(kilobytes: number): string | null {
  const place = mkdtempSync(join(tmpdir(), "cascade-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "none", place], { stdio: "ignore" });
    return place;
  } catch {
    return null;
  }
}

/** Fills what is left of a disk. */
export function fill(place: string): void {
  const file = openSync(join(place, "filling"), "w");
  try {
    for (;;) writeSync(file, Buffer.alloc(4096));
  } catch {
    // It is full.
  }
  closeSync(file);
}

/** Takes the file system away again. */
export const gone = (place: string): void => void execFileSync("umount", ["-l", place]);
