import { test as setup } from "@playwright/test";
import { makeOwnWorkshops } from "./support/workshop";
import { password, type Role, roles, stateOf } from "./support/world";

for (const [role, identifier] of Object.entries(roles))
  if (identifier)
    setup(`${role} signs in`, async ({ page }) => {
      await page.goto("/sign-in?back=/my");
      await page.getByLabel("E-mail or phone").fill(identifier);
      await page.getByLabel("Password").fill(password);
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await page.waitForURL((url) => url.pathname === "/my");
      await page.context().storageState({ path: stateOf(role as Role) });
    });

setup("a trainer has workshops of their own", () => makeOwnWorkshops());
