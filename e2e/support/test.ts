import { test as base, type Page } from "@playwright/test";
import { openPage, type Screen, type State } from "./pages";
import { makeWorld, type Somebody, sessionOf, type World, type WorldRole } from "./world";

type OwnWorld = Omit<World, "takeAway"> & {
  /** Where a browser of somebody of this world is signed in. */
  state: (role: WorldRole) => Promise<Exclude<State, string | undefined>>;
  /** Where a browser of somebody is signed in who was last seen at an instant. */
  stateFor: (one: Somebody, at?: number) => Promise<Exclude<State, string | undefined>>;
  /** A page of somebody of this world, or of somebody who has no account. */
  page: (who: WorldRole | "visitor" | Somebody, screen?: Screen) => Promise<Page>;
};

/** Tests that write: each has a world of its own, which is made before it and taken away after it. */
export const test = base.extend<{ world: OwnWorld; closing: undefined }>({
  world: async ({ browser }, use) => {
    const { takeAway, ...world } = makeWorld();
    const stateFor = async (one: Somebody, at?: number) => ({
      cookies: [
        {
          ...(await sessionOf(one, at)),
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
    const state = (role: WorldRole) => stateFor(world.people[role]);
    await use({
      ...world,
      state,
      stateFor,
      page: async (who, screen) => {
        if (who === "visitor") return openPage(browser, undefined, screen);
        return openPage(browser, await stateFor(typeof who === "string" ? world.people[who] : who), screen);
      },
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
