import { spawn } from "node:child_process";
import { createServer } from "node:net";
import NextAuth from "next-auth";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { sqlite } from "../../db/client";
import { freshDatabase } from "../support/database";
import { now, world } from "../support/world";

/** What a browser keeps, which is asked for as Next hands it out. */
const jar = new Map<string, string>();
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    set: (name: string, value: string) => jar.set(name, value),
  }),
  headers: async () => new Headers({ "user-agent": "Firefox" }),
}));

freshDatabase();
world();
const port = await new Promise<number>((found) => {
  const probe = createServer().listen(0, () => {
    const { port } = probe.address() as { port: number };
    probe.close(() => found(port));
  });
});
const issuer = `http://localhost:${port}`;
Object.assign(process.env, {
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: "cascade",
  OIDC_CLIENT_SECRET: "secret",
  PUBLIC_URL: "http://localhost:3000",
  CASCADE_NOW: new Date(now).toISOString(),
  PORT: String(port),
});
const service = spawn(process.execPath, ["scripts/e2e-issuer.mjs"], { stdio: "ignore" });
afterAll(() => service.kill());
beforeAll(() =>
  vi.waitUntil(
    () =>
      fetch(`${issuer}/keys`).then(
        () => true,
        () => false,
      ),
    { timeout: 20_000 },
  ),
);

const email = "coordinator@cascade.example";
sqlite()
  .prepare("INSERT INTO accounts (person_id, email, email_proven_at, created_at) VALUES (1, ?, 1, 0)")
  .run(email);

/** One request of the browser, with the cookies that it keeps. @returns body, and where it is led. */
async function asked(method: "GET" | "POST", way: string[], sent: Record<string, string>) {
  const { answered, issuerOptions } = await import("../../app/_server/issuer");
  const headers = new Map<string, unknown>();
  let body: { csrfToken?: string; url?: string } = {};
  const response = {
    status: () => response,
    getHeader: (name: string) => headers.get(name),
    setHeader: (name: string, value: unknown) => headers.set(name, value),
    end() {},
    send(value: typeof body) {
      body = value;
    },
    json(value: typeof body) {
      body = value;
    },
  };
  await NextAuth(
    {
      method,
      query: { nextauth: way, ...(method === "GET" ? sent : {}) },
      body: method === "POST" ? sent : undefined,
      cookies: Object.fromEntries(jar),
      headers: {},
    } as never,
    response as never,
    { ...issuerOptions(), logger: { error() {}, warn() {}, debug() {} } },
  );
  for (const line of (headers.get("Set-Cookie") as string[] | undefined) ?? []) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
    jar.set(name!, decodeURIComponent(value!));
  }
  if (!headers.has("Location")) return { body, to: null };
  const led = new Response(null, { status: 302, headers: { location: String(headers.get("Location")) } });
  return { body, to: (await answered(led)).headers.get("location") };
}

/** Goes to the issuer, there chooses whom it vouches for, and comes back. @returns where one is led then. */
async function through(change: (there: URL) => void = () => {}): Promise<string | null> {
  jar.clear();
  const { csrfToken } = (await asked("GET", ["csrf"], {})).body;
  const there = new URL(
    (await asked("POST", ["signin", "oidc"], { csrfToken: csrfToken!, callbackUrl: "/account" })).to!,
  );
  change(there);
  const page = await (await fetch(there)).text();
  const back = new URL(/href="([^"]+)"/.exec(page)![1]!.replaceAll("&amp;", "&"));
  return (await asked("GET", ["callback", "oidc"], Object.fromEntries(back.searchParams))).to;
}
const signIns = () => sqlite().prepare("SELECT count(*) FROM sign_ins").pluck().get();

describe("an issuer", () => {
  it("signs in where it says the nonce of this browser and is who the settings say; else nobody, and it is written down", async () => {
    expect(await through()).toBe("/account");
    expect(signIns()).toBe(1);
    const refused = "/sign-in?error=issuerFailed";
    expect(await through((there) => there.searchParams.set("nonce", "of somebody else"))).toBe(refused);
    expect(await through((there) => there.searchParams.delete("nonce"))).toBe(refused);
    // The same metadata at an address that they do not name.
    process.env.OIDC_ISSUER = issuer.replace("localhost", "127.0.0.1");
    vi.resetModules();
    expect(await through()).toBe(refused);
    expect(signIns()).toBe(1);
    // Each stands among what was refused, as does whom it vouches for and nobody knows.
    sqlite().prepare("DELETE FROM identities").run();
    sqlite().prepare("UPDATE accounts SET email = 'another@example.org' WHERE email = ?").run(email);
    process.env.OIDC_ISSUER = issuer;
    vi.resetModules();
    expect(await through()).toBe("/sign-in?error=noAccount");
    const { writeRefusals } = await import("../../app/_server/refusals");
    writeRefusals();
    const refusals = sqlite().prepare("SELECT kind, about, count FROM refusals").all();
    expect(refusals).toEqual([{ kind: "signInWrong", about: "session.start", count: 4 }]);
  });
});
