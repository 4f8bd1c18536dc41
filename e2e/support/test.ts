import { test as base, type Page } from "@playwright/test";
import { openPage, type Screen, type State } from "./pages";
import { makeWorld, sessionOf, type World, type WorldRole } from "./world";

type OwnWorld = Omit<World, "takeAway"> & {
  /** Where a browser of somebody of this world is signed in. */
  state: (role: WorldRole) => Promise<Exclude<State, string | undefined>>;
  /** A page of somebody of this world, or of somebody who has no account. */
  page: (role: WorldRole | "visitor", screen?: Screen) => Promise<Page>;
};

/** Tests that write: each has a world of its own, which is made before it and taken away after it. */
export const test = base.extend<{ world: OwnWorld; closing: undefined }>({
  world: async ({ browser }, use) => {
    const { takeAway, ...world } = makeWorld();
    const state = async (role: WorldRole) => ({
      cookies: [
        {
          ...(await sessionOf(world.people[role])),
          domain: "localhost",
          path: "/",
          expires: -1,
          httpOnly: true,
          secure: false,
          sameSite: "Lax" as const,
        },
      ],
      origins: [],
    });
    await use({
      ...world,
      state,
      page: async (role, screen) =>
        openPage(browser, role === "visitor" ? undefined : await state(role), screen),
    });
    takeAway();
  },
  // Pages that are left open would go on working beside the next test.
  closing: [
    async ({ browser }, use) => {
      await use(undefined);
      for (const context of browser.contexts()) await context.close();
    },
    { auto: true },
  ],
});
export { expect } from "@playwright/test";
