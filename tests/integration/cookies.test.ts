import { ResponseCookies } from "next/dist/compiled/@edge-runtime/cookies";
import { expect, it, vi } from "vitest";
import { freshDatabase } from "../support/database";

const jar = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ cookies: async () => new ResponseCookies(jar.headers) }));

freshDatabase();
process.env.PUBLIC_URL = "https://cascade.example.org";

it("is taken away with the words without which browsers keep a cookie of one host", async () => {
  const { endSession } = await import("@/app/_server/auth");
  await endSession();
  const [said] = jar.headers.getSetCookie();
  expect(said).toMatch(/^__Host-[\w-]+=; /);
  expect(said).toMatch(/; Path=\/;/);
  expect(said).toMatch(/; Expires=Thu, 01 Jan 1970/);
  expect(said).toMatch(/; Secure/);
});
