import { chmodSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What of a mode lets others in than the owner. */
const others = 0o077;

/** True where modes say nothing: Windows, and shares that show every file with the same one. */
function modesMeanNothing(folder: string): boolean {
  if (process.platform === "win32") return true;
  const tried = join(folder, `.mode-${process.pid}`);
  try {
    writeFileSync(tried, "", { mode: 0o600 });
    chmodSync(tried, 0o600);
    return (statSync(tried).mode & others) !== 0;
  } catch {
    return false;
  } finally {
    rmSync(tried, { force: true });
  }
}

/** True where a folder is open to others than its owner. */
export const isOpenToOthers = (folder: string): boolean =>
  (statSync(folder).mode & others) !== 0 && !modesMeanNothing(folder);

/** What lies under a path; null where nothing does, or one may not look. */
function kindOf(path: string): "folder" | "file" | null {
  try {
    return statSync(path).isDirectory() ? "folder" : "file";
  } catch {
    return null;
  }
}

/**
 * Looks whether a folder can be one, without making it.
 * @param name of the setting.
 * @throws Error with one sentence where a file lies in its place, or in that of a folder above it.
 */
export function refuseFile(name: string, folder: string): void {
  let at = folder;
  while (kindOf(at) === null && at !== dirname(at)) at = dirname(at);
  if (kindOf(at) === "file")
    throw new Error(
      `${name} is to be the folder ${folder}, but ${at} is a file: set another folder. Nothing was changed.`,
    );
}

/**
 * Makes the folder of the data where it is missing, for its owner alone.
 * @throws Error with one sentence where others may look into the one that is there.
 */
export function requirePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (isOpenToOthers(folder))
    throw new Error(`${folder} may be read by others: chmod 700 ${folder}, then start again.`);
}
