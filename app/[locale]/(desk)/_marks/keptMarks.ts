import { marksPrefix } from "@/lib/attendance/rules/deviceKeys";

/** Whether this device keeps marks of an account. */
export function keepsMarks(account: number): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(marksPrefix(account)));
  } catch {
    return false;
  }
}
