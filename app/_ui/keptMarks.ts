/** Under which names this device keeps the marks of an account's rolls: this, then the session. */
export const marksPrefix = (account: number): string => `cascade-roll:${account}:`;

/** Whether this device keeps marks of an account. */
export function keepsMarks(account: number): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(marksPrefix(account)));
  } catch {
    return false;
  }
}
