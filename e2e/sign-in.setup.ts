import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { test as setup } from "@playwright/test";
import Database from "better-sqlite3";
import { sqlite } from "../db/client";
import { password, type Role, roles, stateOf } from "./support/pages";
import { lookedAt } from "./support/routes";
import { demoWorkshop, unattended } from "./support/world";

// One after the other: what is copied last has all of them signed in.
setup.describe.configure({ mode: "default" });

for (const [role, identifier] of Object.entries(roles))
  if (identifier)
    setup(`${role} signs in`, async ({ page }) => {
      await page.goto("/sign-in?back=/my");
      await page.getByLabel("E-mail or phone").fill(identifier);
      await page.getByLabel("Password").fill(password);
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await page.waitForURL((url) => url.pathname === "/my");
      await page.context().storageState({ path: stateOf(role as Role) });
      sqlite().prepare("UPDATE sign_ins SET seen_at = max(seen_at, ?)").run(unattended);
    });

/** At hours at which the trainer's other course is over. */
const evening = { startsAt: "16:00", endsAt: "19:00", breakFrom: "17:30" };
setup("a trainer has a workshop of their own, and the demonstration is copied as it is then", async () => {
  const at = (name: string) => join(process.env.E2E_DATA!, name);
  // Once, also where each test runs several times.
  if (!mkdirSync(at("workshop"), { recursive: true })) return;
  demoWorkshop({ audience: lookedAt, people: 40, hours: evening });
  const database = new Database(at("cascade.db"), { readonly: true });
  await database.backup(at("demonstration.db"));
  database.close();
});
