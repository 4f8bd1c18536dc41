import * as z from "zod";
import { keyDigits } from "../crypto/keyFiles";

/** The three that belong together, and what else stands with them. */
const issuer = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;

const wrongPort = "PORT must be a number from 1 to 65535: set another, or leave it out for 3000";

const digits = (name: string) => z.string().regex(keyDigits, `${name} must be 64 hexadecimal digits`);

/** True for the address of a mail server, without a path: that would be the rest of a password with a slash in it. */
function isMailServer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname } = new URL(text);
  return /^smtps?:$/.test(protocol) && hostname !== "" && /^\/?$/.test(pathname);
}

/** True for where people reach the service: an origin alone, for pages lie at its root. */
function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, pathname, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && /^\/*$/.test(pathname) && username + password + search + hash === "";
}

/** True for a host that is this machine: what goes there goes over no network. */
export const isThisMachine = (hostname: string): boolean =>
  ["localhost", "127.0.0.1", "[::1]"].includes(hostname);

/** Addresses to which secrets, codes and who somebody is go, or from which that comes. */
const secured = ["OIDC_ISSUER", "SMS_URL"] as const;

function isSecured(text: string): boolean {
  const { protocol, hostname } = new URL(text);
  return protocol === "https:" || (protocol === "http:" && isThisMachine(hostname));
}

/** What the environment may say, each variable with the sentence about what is wrong with it. */
export const shape = z
  .object({
    DATA_DIR: z.string().default("data"),
    KEYS_DIR: z.string().optional(),
    BACKUP_DIR: z.string().optional(),
    BACKUPS_KEPT: z.coerce
      .number("BACKUPS_KEPT must be a number from 0 to 1000")
      .int("BACKUPS_KEPT must be a number from 0 to 1000")
      .min(0, "BACKUPS_KEPT must be a number from 0 to 1000")
      .max(1000, "BACKUPS_KEPT must be a number from 0 to 1000")
      .default(14),
    CASCADE_MODE: z.enum(["production", "demo", "test"]).default("production"),
    CASCADE_NOW: z.string().optional(),
    CASCADE_KEY: digits("CASCADE_KEY").optional(),
    CASCADE_OLD_KEY: digits("CASCADE_OLD_KEY").optional(),
    NEXTAUTH_SECRET: digits("NEXTAUTH_SECRET").optional(),
    PUBLIC_URL: z
      .string()
      .refine(
        isOrigin,
        "PUBLIC_URL must be an address such as https://cascade.example.org, without a path, a name or a password",
      )
      .optional(),
    PORT: z.coerce.number(wrongPort).int(wrongPort).min(1, wrongPort).max(65535, wrongPort).default(3000),
    TRUST_PROXY: z
      .string()
      .regex(/^\d$/, "TRUST_PROXY must be the number of proxies in front, from 0 to 9")
      .optional(),
    SMTP_URL: z
      .string()
      .refine(
        isMailServer,
        "SMTP_URL must be an address such as smtps://user:password@mail.example.org, where signs in the password that have a meaning in addresses are written as %40 for @",
      )
      .optional(),
    SMS_URL: z
      .url("SMS_URL must be the address of an SMS gateway, such as https://sms.example.org/send")
      .optional(),
    MAIL_FROM: z
      .string()
      .regex(
        /[^\s<>@]+@[^\s<>@]+/,
        "MAIL_FROM must have an e-mail address, as in Cascade <cascade@example.org>",
      )
      .optional(),
    OIDC_ISSUER: z.url("OIDC_ISSUER must be an address such as https://login.example.org").optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    OIDC_NAME: z.string().default("OpenID Connect"),
    LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  })
  .superRefine((env, said) => {
    for (const name of secured) {
      const address = env[name];
      if (env.CASCADE_MODE === "production" && address && !isSecured(address))
        said.addIssue({
          code: "custom",
          path: [name],
          message: `${name} must begin with https:, unless it is on this machine`,
        });
    }
    if (env.MAIL_FROM !== undefined && !env.SMTP_URL)
      said.addIssue({
        code: "custom",
        path: ["MAIL_FROM"],
        message: "MAIL_FROM is set, but SMTP_URL is not: set both to send mail, or neither",
      });
    const missing = issuer.filter((name) => !env[name]);
    if (missing.length > 0 && missing.length < issuer.length)
      said.addIssue({
        code: "custom",
        path: [missing[0]!],
        message: `${missing.join(" and ")} ${missing.length > 1 ? "are" : "is"} not set, though ${issuer.find((name) => env[name])} is: set all three for sign-in by OpenID Connect, or none`,
      });
  });
