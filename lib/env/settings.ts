import { join, resolve } from "node:path";
import { keyFileOrNew } from "../crypto/keyFiles";
import { refuseFile, requirePrivateFolder } from "./folders";
import { keysOf } from "./keys";
import { shape } from "./shape";

export type Settings = {
  dataDir: string;
  /** Where `key` and `auth-secret` lie, and earlier keys. */
  keysDir: string;
  backupDir: string;
  /** How many of the backups that are made by themselves stay; 0: none are made. */
  backupsKept: number;
  mode: "production" | "demo" | "test";
  /** Instant in ms at which the process's clock starts, or null for the machine's own clock. */
  givenNow: number | null;
  /** 32 bytes that encrypt the sensitive facts of persons, and by which contacts are found. */
  key: Buffer;
  /** What opens sealed values: the key, and others until nothing is sealed with them. */
  keys: readonly [Buffer, ...Buffer[]];
  /** CASCADE_OLD_KEY, where it is set. */
  oldKey: Buffer | null;
  authSecret: string;
  publicUrl: string;
  smtpUrl: string | null;
  /** Where text messages are posted to, or null where there is no gateway. */
  smsUrl: string | null;
  mailFrom: string;
  oidc: { issuer: string; clientId: string; clientSecret: string; name: string } | null;
  logLevel: string;
};

/** Who mail is from where nothing is said: what a server on this machine takes. */
export const senderOfNone = "Cascade <cascade@localhost>";

let known: Settings | null = null;

/** What is wrong with a variable, which is named once. */
const sentenceOf = (name: string, message: string) =>
  message.includes(name) ? message : `${name}: ${message}`;

/** A folder as the environment names it. */
const folder = (name: string) => resolve(/* turbopackIgnore: true */ process.cwd(), name);

/**
 * What the environment says, read and looked at; nothing is made.
 * @throws Error with one sentence per wrong variable.
 */
export function environment() {
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const parsed = shape.safeParse(given);
  if (!parsed.success)
    throw new Error(parsed.error.issues.map((i) => sentenceOf(i.path.join("."), i.message)).join("; "));
  return parsed.data;
}

/**
 * The settings of this process, checked once.
 * @throws Error with one sentence per wrong variable; also where production is given a time of its own, a folder is open
 * to others, or a key is wrong or gone.
 * @param mayMakeKeys a new instance gets its keys; not where they are those of a backup that is brought in.
 */
export function processSettings({ mayMakeKeys = true } = {}): Settings {
  if (known) return known;
  const env = environment();
  if (env.CASCADE_NOW && env.CASCADE_MODE === "production")
    throw new Error(
      "CASCADE_NOW is set, but production keeps real time: remove it, or set CASCADE_MODE=demo",
    );
  const givenNow = env.CASCADE_NOW ? Date.parse(env.CASCADE_NOW) : null;
  if (Number.isNaN(givenNow)) throw new Error("CASCADE_NOW must be an instant such as 2027-01-15T07:00:00Z");
  const dataDir = folder(env.DATA_DIR);
  const keysDir = folder(env.KEYS_DIR ?? env.DATA_DIR);
  const backupDir = env.BACKUP_DIR ? folder(env.BACKUP_DIR) : join(dataDir, "backups");
  refuseFile("BACKUP_DIR", backupDir);
  // Whatever this process makes is its owner's alone.
  process.umask(0o077);
  requirePrivateFolder(dataDir);
  const keys = keysOf({
    keysDir,
    dataDir,
    given: env.CASCADE_KEY,
    givenOld: env.CASCADE_OLD_KEY,
    mayMake: mayMakeKeys,
  });
  known = {
    dataDir,
    keysDir,
    backupDir,
    backupsKept: env.BACKUPS_KEPT,
    mode: env.CASCADE_MODE,
    givenNow,
    key: keys[0],
    keys,
    oldKey: env.CASCADE_OLD_KEY ? Buffer.from(env.CASCADE_OLD_KEY, "hex") : null,
    authSecret: env.NEXTAUTH_SECRET ?? keyFileOrNew(join(keysDir, "auth-secret")),
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ""),
    smtpUrl: env.SMTP_URL ?? null,
    smsUrl: env.SMS_URL ?? null,
    mailFrom: env.MAIL_FROM ?? senderOfNone,
    oidc:
      env.OIDC_ISSUER && env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET
        ? {
            issuer: env.OIDC_ISSUER,
            clientId: env.OIDC_CLIENT_ID,
            clientSecret: env.OIDC_CLIENT_SECRET,
            name: env.OIDC_NAME,
          }
        : null,
    logLevel: env.LOG_LEVEL,
  };
  return known;
}
