/** Under which names this device keeps marks of rolls: this, the account, the session. */
export const allMarks = "cascade-roll:";

/** The same for an account: this, then the session. */
export const marksPrefix = (account: number): string => `${allMarks}${account}:`;

/** Under which name this device keeps whose marks it counts where there is no network to ask who is signed in. */
export const lastAccount = "cascade-account";

/** Whether this device keeps marks of an account. */
export function keepsMarks(account: number): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(marksPrefix(account)));
  } catch {
    return false;
  }
}
