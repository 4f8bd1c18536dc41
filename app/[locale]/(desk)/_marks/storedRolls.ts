import { allMarks, lastAccount, marksPrefix } from "@/lib/attendance/rules/deviceKeys";
import { type KeptMarks, noMarks, readKept, writeKept } from "@/lib/attendance/rules/onDevice";
import { keepsMarks } from "./keptMarks";

/** What the storage of this device has of rolls. It may be switched off or full: no function throws for that. */

const keyOf = (account: number, sessionId: number) => `${marksPrefix(account)}${sessionId}`;

/** What the storage has of a roll; null where it cannot be read. */
export function readRoll(account: number, sessionId: number): { courseId?: number; marks: KeptMarks } | null {
  try {
    return readKept(localStorage.getItem(keyOf(account, sessionId))) ?? { marks: noMarks };
  } catch {
    return null;
  }
}

/** Puts the marks of a roll in place of those that the storage has; false where it takes none. */
export function writeRoll(account: number, sessionId: number, courseId: number, marks: KeptMarks): boolean {
  try {
    if (marks.size > 0) {
      localStorage.setItem(keyOf(account, sessionId), writeKept(courseId, marks));
      localStorage.setItem(lastAccount, String(account));
    } else {
      localStorage.removeItem(keyOf(account, sessionId));
      if (!keepsMarks(account)) localStorage.removeItem(lastAccount);
    }
    return true;
  } catch {
    return marks.size === 0;
  }
}

/**
 * The sessions of whose rolls the storage has marks of an account; null where it cannot be read. Marks of another account
 * stay until that one signs in here, however old they seem; what is no marks goes.
 */
export function sessionsStored(account: number): number[] | null {
  const found: number[] = [];
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(marksPrefix(account))) found.push(Number(key.slice(key.lastIndexOf(":") + 1)));
      else if (key.startsWith(allMarks) && !readKept(localStorage.getItem(key))) localStorage.removeItem(key);
    }
  } catch {
    return null;
  }
  return found;
}
