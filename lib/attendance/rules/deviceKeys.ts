/**
 * Where a device keeps marks of rolls. Apart from what is kept there (`onDevice.ts`), as every page of the desk asks whether
 * there is anything.
 */

/** Under which names a device keeps marks of rolls: this, the account, the session. */
export const allMarks = "cascade-roll:";

/** The same for an account: this, then the session. */
export const marksPrefix = (account: number): string => `${allMarks}${account}:`;

/** Under which name a device keeps whose marks it counts where there is no network to ask who is signed in. */
export const lastAccount = "cascade-account";
