import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";

/**
 * What `app` may import of lib that writes is no command, by its domain: work of the process, which no request has
 * (`SystemContext`, see `tests/types/gate.ts`), the file itself, whoever an issuer vouches for, and attempts that are
 * counted of whoever verifies a certificate.
 */
const noCommands: Record<string, readonly string[]> = {
  accounts: ["signInByIdentity"],
  certificates: ["verifyCertificate"],
  limits: ["forgetAttempts"],
  pages: ["forgetPageChanges", "notePagesChanged"],
  registrations: ["forgetAddresses"],
  store: ["closeStore", "openStore", "optimizeStore", "storeHealth"],
  timetable: ["forgetTimetableChanges"],
};

/** The file of a domain by which `app` comes to its commands. */
const doorOf = (domain: string): string | undefined =>
  [join("lib", domain, "commands.ts"), join("lib", domain, "commands", "index.ts")].find(existsSync);

/** What a domain hands out of its commands, each with whether it is one: with the permission and schema of a door. */
async function handedOut(domain: string): Promise<[string, boolean][]> {
  const door = doorOf(domain);
  if (!door) return [];
  return Object.entries(await import(pathToFileURL(door).href)).map(([name, made]) => [
    name,
    typeof made === "function" && "permission" in made && "schema" in made,
  ]);
}

describe("the doors of lib", () => {
  it("are commands, with the permission and the schema of whoever comes in", async () => {
    const others: Record<string, string[]> = {};
    for (const domain of readdirSync("lib").filter((name) => !name.includes("."))) {
      const inner = (await handedOut(domain)).flatMap(([name, isCommand]) => (isCommand ? [] : name));
      if (inner.length > 0) others[domain] = inner.sort();
    }
    expect(others).toEqual(noCommands);
  });
});
