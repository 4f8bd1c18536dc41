// npm run admin -- --email somebody@example.org [--name "Full name"]: the first administrator, or another one.
import { randomBytes } from "node:crypto";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { createAdministrator } from "../lib/accounts/commands";
import { openStore } from "../lib/store/commands";

const usage = 'Usage: npm run admin -- --email somebody@example.org [--name "Full name"]';

function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** The password typed at the terminal or piped in; a made one where there is neither. */
async function password(): Promise<{ text: string; made: boolean }> {
  if (!process.stdin.isTTY) {
    let piped = "";
    for await (const chunk of process.stdin) piped += chunk;
    if (piped.trim()) return { text: piped.trim(), made: false };
    return { text: randomBytes(12).toString("base64url"), made: true };
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const typed = (await terminal.question("Password (at least 10 characters; empty: one is made): ")).trim();
  terminal.close();
  return typed ? { text: typed, made: false } : { text: randomBytes(12).toString("base64url"), made: true };
}

async function main() {
  const { values } = parseArgs({ options: { email: { type: "string" }, name: { type: "string" } } });
  const email = values.email?.trim().toLowerCase();
  if (!email || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) stop(usage);
  const now = Date.now();
  openStore(now);
  const { text, made } = await password();
  if (text.length < 10) stop("The password needs at least 10 characters.");
  const result = await createAdministrator(
    { name: values.name?.trim() || email, email, password: text },
    now,
  );
  if (!result.ok) stop(`An account with ${email} exists already.`);
  process.stdout.write(`${email} is an administrator now.${made ? ` Password: ${text}` : ""}\n`);
}

main().catch((error: Error) =>
  stop(/ERR_PARSE_ARGS/.test(String((error as { code?: string }).code)) ? usage : error.message),
);
