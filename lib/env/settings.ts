import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import * as z from "zod";

const shape = z.object({
  DATA_DIR: z.string().default("data"),
  CASCADE_MODE: z.enum(["production", "demo", "test"]).default("production"),
  CASCADE_NOW: z.string().optional(),
  CASCADE_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, "CASCADE_KEY must be 64 hexadecimal digits")
    .optional(),
  NEXTAUTH_SECRET: z.string().min(16, "NEXTAUTH_SECRET must have at least 16 characters").optional(),
  PUBLIC_URL: z.url("PUBLIC_URL must be an address such as https://cascade.example.org").optional(),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  TRUST_PROXY: z.enum(["0", "1"]).optional(),
  SMTP_URL: z.string().optional(),
  SMS_URL: z
    .url("SMS_URL must be the address of an SMS gateway, such as https://sms.example.org/send")
    .optional(),
  MAIL_FROM: z.string().default("Cascade <cascade@localhost>"),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default("OpenID Connect"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

export type Settings = {
  dataDir: string;
  mode: "production" | "demo" | "test";
  /** Instant in ms at which the process's clock starts, or null for the machine's own clock. */
  givenNow: number | null;
  /** 32 bytes that encrypt the sensitive facts of persons. */
  key: Buffer;
  authSecret: string;
  publicUrl: string;
  smtpUrl: string | null;
  /** Where text messages are posted to, or null where there is no gateway. */
  smsUrl: string | null;
  mailFrom: string;
  oidc: { issuer: string; clientId: string; clientSecret: string; name: string } | null;
  logLevel: string;
};

let known: Settings | null = null;

/** A secret kept in a file of mode 600 beside the data; made at first use. */
function secretBeside(dataDir: string, name: string): string {
  const file = join(dataDir, name);
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    try {
      writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
  return readFileSync(file, "utf8").trim();
}

/**
 * The settings of this process, checked once.
 * @throws Error with one sentence per wrong variable; also where production is given a time of its own.
 */
export function processSettings(): Settings {
  if (known) return known;
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const parsed = shape.safeParse(given);
  if (!parsed.success)
    throw new Error(parsed.error.issues.map((i) => `${i.path.join(".")}: ${i.message}`).join("; "));
  const env = parsed.data;
  if (env.CASCADE_NOW && env.CASCADE_MODE === "production")
    throw new Error(
      "CASCADE_NOW is set, but production keeps real time: remove it, or set CASCADE_MODE=demo",
    );
  const givenNow = env.CASCADE_NOW ? Date.parse(env.CASCADE_NOW) : null;
  if (Number.isNaN(givenNow)) throw new Error("CASCADE_NOW must be an instant such as 2027-01-15T07:00:00Z");
  const dataDir = resolve(/* turbopackIgnore: true */ process.cwd(), env.DATA_DIR);
  known = {
    dataDir,
    mode: env.CASCADE_MODE,
    givenNow,
    key: Buffer.from(env.CASCADE_KEY ?? secretBeside(dataDir, "key"), "hex"),
    authSecret: env.NEXTAUTH_SECRET ?? secretBeside(dataDir, "auth-secret"),
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ""),
    smtpUrl: env.SMTP_URL ?? null,
    smsUrl: env.SMS_URL ?? null,
    mailFrom: env.MAIL_FROM,
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
