import { readdirSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it, vi } from "vitest";
import { freshDatabase } from "../support/database";

/** Whoever is not signed in comes back to the page that they asked for, whatever stands around it. */

vi.mock("@/app/_server/auth", () => ({
  browserOf: async () => ({ device: null, registrations: [] }),
  sessionToken: async () => null,
  startSession: vi.fn(),
  endSession: vi.fn(),
  chooseLanguage: vi.fn(),
}));
vi.mock("next/navigation", async (original) => ({
  ...(await original<object>()),
  redirect: (to: string) => {
    throw new Error(`redirect ${to}`);
  },
}));

freshDatabase();

const desk = join("app", "[locale]", "(desk)");
const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });
const all = files(desk);
/** Where something is sent that is asked for by a visitor: the address, or null where it sends nobody anywhere. */
async function sentTo(path: string, given: Record<string, string>): Promise<string | null> {
  const { default: page } = await import(pathToFileURL(path).href);
  try {
    await page({ params: Promise.resolve(given), searchParams: Promise.resolve({}), children: "the page" });
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/** An address that leads nowhere is not found, signed in or not. */
const leadsNowhere = (path: string) => path.includes("[...rest]");
const pages = all.filter((path) => path.endsWith("/page.tsx") && !leadsNowhere(path));

it.each(pages)("%s sends a visitor to sign in and back to itself", async (path) => {
  let n = 10;
  const given: Record<string, string> = {};
  const address = `/${relative(desk, dirname(path)).replace(/\[(\w+)\]/g, (_, key) => {
    given[key] = String(++n);
    return given[key];
  })}`;
  const asked = `redirect /sign-in?back=${encodeURIComponent(address)}`;
  expect(await sentTo(path, given)).toBe(asked);
  // What stands around it says nothing else before it.
  for (const layout of all.filter((other) => other.endsWith("/layout.tsx")))
    if (path.startsWith(`${dirname(layout)}/`)) expect([null, asked]).toContain(await sentTo(layout, given));
});
