import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  deviceInWords,
  isToBeNoted,
  longestStay,
  signInEndsAt,
  stayOf,
} from "../../lib/accounts/rules/signIns";

const holds = fc.record({
  administrator: fc.boolean(),
  coordinates: fc.array(fc.nat(9), { maxLength: 2 }),
  trains: fc.array(fc.nat(9), { maxLength: 2 }),
});
const hour = 3_600_000;

describe("how long somebody stays signed in", () => {
  it("is the strictest of what they hold, and never grows by holding more", () => {
    fc.assert(
      fc.property(holds, holds, (one, more) => {
        const both = {
          administrator: one.administrator || more.administrator,
          coordinates: [...one.coordinates, ...more.coordinates],
          trains: [...one.trains, ...more.trains],
        };
        for (const part of ["idleMs", "longestMs"] as const) {
          expect(stayOf(both)[part]).toBe(Math.min(stayOf(one)[part], stayOf(more)[part]));
          expect(stayOf(one)[part]).toBeLessThanOrEqual(longestStay[part]);
        }
      }),
    );
    const of = (more: object) => stayOf({ administrator: false, coordinates: [], trains: [], ...more });
    expect(of({ administrator: true })).toEqual({ idleMs: hour / 2, longestMs: 12 * hour });
    expect(of({ coordinates: [1], trains: [1] })).toEqual(of({ administrator: true }));
    expect(of({ trains: [1] })).toEqual({ idleMs: 12 * hour, longestMs: 7 * 24 * hour });
    expect(of({})).toEqual({ idleMs: 30 * 24 * hour, longestMs: 90 * 24 * hour });
  });
  it("ends after the idle time, or the longest whatever is done, when each use is noted to the minute", () => {
    fc.assert(
      fc.property(
        holds,
        fc.array(fc.integer({ min: 1, max: 40 * 24 * hour }), { maxLength: 30 }),
        (held, waits) => {
          const stay = stayOf(held);
          const used = { startedAt: 0, seenAt: 0 };
          let at = 0;
          for (const wait of waits) {
            at += wait;
            const open = at < signInEndsAt(used, stay);
            // Waiting a minute less than the idle time never ends it before its longest; waiting it all, or the longest, does.
            if (wait <= stay.idleMs - 60_000 && at < stay.longestMs) expect(open).toBe(true);
            if (wait >= stay.idleMs || at >= stay.longestMs) expect(open).toBe(false);
            if (!open) return;
            if (isToBeNoted(used, at)) used.seenAt = at;
          }
        },
      ),
    );
  });
});

describe("a device in words", () => {
  const mozilla = (system: string, rest: string) => `Mozilla/5.0 (${system}) ${rest}`;
  const webkit = "AppleWebKit/537.36 (KHTML, like Gecko)";
  it.each([
    [mozilla("Linux; Android 14; Pixel 7", `${webkit} Chrome/120.0 Mobile Safari/537.36`), "Chrome, Android"],
    [mozilla("Android 13; Mobile; rv:121.0", "Gecko/121.0 Firefox/121.0"), "Firefox, Android"],
    [
      mozilla("iPhone; CPU iPhone OS 17_1 like Mac OS X", "Version/17.1 Mobile Safari/604.1"),
      "Safari, iPhone",
    ],
    [mozilla("Windows NT 10.0; Win64", `${webkit} Chrome/120.0 Safari/537.36 Edg/120.0`), "Edge, Windows"],
    [mozilla("Linux; Android 12", `${webkit} SamsungBrowser/23.0 Chrome/115.0`), "Samsung Internet, Android"],
    [mozilla("Macintosh; Intel Mac OS X 10_15", "Version/17.1 Safari/605.1.15"), "Safari, macOS"],
    ["curl/8.0", ""],
    ["", ""],
  ])("of %s is %s", (userAgent, words) => {
    expect(deviceInWords(userAgent)).toBe(words);
  });
});
