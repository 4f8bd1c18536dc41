import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { afterEach, expect, it, vi } from "vitest";

afterEach(() => vi.unstubAllEnvs());

/** What an answer says of itself to browsers, where people reach the service by this address. */
async function said(publicUrl: string, cookie?: string) {
  vi.stubEnv("PUBLIC_URL", publicUrl);
  vi.resetModules();
  const { dress } = await import("../../scripts/policy.mjs");
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  if (cookie) response.setHeader("Set-Cookie", cookie);
  dress({ url: "/today", headers: {} }, response);
  response.writeHead(200);
  return response.getHeaders();
}

it("an answer asks for https for a year, subdomains included, only where the service is reached by it", async () => {
  const secure = await said("https://cascade.example.org");
  expect(secure["strict-transport-security"]).toBe("max-age=31536000; includeSubDomains");
  expect(secure["content-security-policy"]).toMatch(/upgrade-insecure-requests/);
  const plain = await said("http://192.168.1.4:3000");
  expect(plain["strict-transport-security"]).toBeUndefined();
  for (const answer of [secure, plain])
    expect(answer).toMatchObject({
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    });
});

it("an answer that ends a sign-in leaves no page in the browser's memory, and nothing else is cleared by it", async () => {
  const ended = "__Host-cascade-session=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT";
  expect((await said("https://cascade.example.org", ended))["clear-site-data"]).toBe('"cache"');
  expect((await said("https://cascade.example.org"))["clear-site-data"]).toBeUndefined();
});
