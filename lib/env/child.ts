/** What Node itself needs to start, and to find its libraries and a folder for what is passing. */
const machine = ["PATH", "TMPDIR", "LD_LIBRARY_PATH"] as const;

/** Where what is kept lies, and by what it is opened. */
export const storeVariables = [
  "DATA_DIR",
  "KEYS_DIR",
  "BACKUP_DIR",
  "BACKUPS_KEPT",
  "CASCADE_MODE",
  "CASCADE_KEY",
  "CASCADE_OLD_KEY",
  "NEXTAUTH_SECRET",
] as const;

/**
 * The environment of a process below this one: no key, password or address of anybody, but the variables that are named.
 * What reads papers or a whole file that may be damaged is thus given nothing that it could give away.
 */
export const childEnvironment = (...named: readonly string[]): NodeJS.ProcessEnv =>
  Object.fromEntries(
    [...machine, ...named].flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  ) as NodeJS.ProcessEnv;
