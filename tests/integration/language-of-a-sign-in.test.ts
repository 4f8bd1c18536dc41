import { beforeEach, expect, it, vi } from "vitest";
import { chooseLanguage, startNoSession, startSession } from "../../app/_server/auth";
import { freshDatabase } from "../support/database";
import { opened, registered, value, world } from "../support/world";

/** What a browser keeps. */
const jar = new Map<string, string>();
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    set: (name: string, value: string) => jar.set(name, value),
  }),
  headers: async () => new Headers(),
}));

freshDatabase();
const course = opened(world());
const owner = async (language: string) =>
  value(await registered(course.slug, { language, password: "correct horse battery" })).session!;
beforeEach(() => jar.clear());

it("is the account's where nobody chose one in the browser, also after somebody else signed in there", async () => {
  await startSession(await owner("fr"));
  expect(jar.get("locale")).toBe("fr");
  await startSession(await owner("ar"));
  expect(jar.get("locale")).toBe("ar");
});

it("stays the one that was chosen in the browser, and looks the same where there is no account after all", async () => {
  await chooseLanguage("ar");
  await startSession(await owner("fr"));
  expect(jar.get("locale")).toBe("ar");
  await startNoSession("fr");
  expect(jar.get("locale")).toBe("ar");
});
