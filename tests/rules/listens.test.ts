import { afterEach, describe, expect, it, vi } from "vitest";
import { nameAddress } from "../../scripts/address.mjs";
import { chosenHost } from "../../scripts/setup.mjs";

afterEach(() => vi.unstubAllEnvs());

describe("where the server listens", () => {
  it.each([
    [{}, undefined],
    [{ PUBLIC_URL: "http://192.168.1.4:3000" }, undefined],
    [{ TRUST_PROXY: "1" }, "127.0.0.1"],
    [{ TRUST_PROXY: "2", PUBLIC_URL: "https://cascade.example.org" }, "127.0.0.1"],
    [{ PUBLIC_URL: "https://cascade.example.org" }, "127.0.0.1"],
    [{ TRUST_PROXY: "1", HOST: "0.0.0.0" }, "0.0.0.0"],
  ])("is this machine alone behind a proxy, unless HOST says more: %j", (settings, host) => {
    for (const name of ["HOST", "PUBLIC_URL", "TRUST_PROXY"]) vi.stubEnv(name, "");
    for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
    expect(chosenHost()).toBe(host);
  });
});

describe("the address that a request counts by", () => {
  const seenAs = (hops: number, said?: string) => {
    const headers: Record<string, string> = { "x-real-ip": "6.6.6.6", "x-forwarded-host": "evil.example" };
    if (said !== undefined) headers["x-forwarded-for"] = said;
    nameAddress({ headers, socket: { remoteAddress: "10.0.0.7" } }, hops);
    expect(Object.keys(headers)).toEqual(["x-forwarded-for"]);
    return headers["x-forwarded-for"];
  };
  it("is the socket's where no proxy is believed, whatever the request says", () => {
    expect(seenAs(0)).toBe("10.0.0.7");
    expect(seenAs(0, "9.9.9.9")).toBe("10.0.0.7");
  });
  it("is the one that the outermost of our proxies has seen, and nothing that was said before it", () => {
    expect(seenAs(1, "9.9.9.9, 192.0.2.5")).toBe("192.0.2.5");
    expect(seenAs(2, "9.9.9.9, 192.0.2.5, 192.0.2.6")).toBe("192.0.2.5");
    expect(seenAs(2, "192.0.2.5")).toBe("192.0.2.5");
    expect(seenAs(1)).toBe("10.0.0.7");
  });
});
