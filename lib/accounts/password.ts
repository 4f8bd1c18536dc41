import { hash, verify } from "@node-rs/argon2";

/** argon2id, 19 MiB, 2 passes (OWASP's minimum for memory and time). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash to keep of a password. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize("NFKC"), cost);

const nobody = hash("no account has this password", cost);

/** Checks a password; where there is no account or no password, takes the same time and says no. */
export async function passwordFits(kept: string | null, password: string): Promise<boolean> {
  const fits = await verify(kept ?? (await nobody), password.normalize("NFKC"));
  return kept !== null && fits;
}
