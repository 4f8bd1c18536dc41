import { describe, expect, it } from "vitest";
import { countAttempt, delayed } from "../../lib/limits/rules";

const delay = { free: 3, firstMs: 1000, mostMs: 4000, fadeMs: 10_000 };
/** Misses one after another, each as soon as it may be; how long each had to wait. */
function waits(count: number) {
  let kept: { count: number; since: number } | undefined;
  let now = 0;
  return Array.from({ length: count }, () => {
    const { waitMs } = delayed(kept, delay, now);
    now += waitMs;
    const { count, since } = delayed(kept, delay, now);
    kept = { count, since };
    return waitMs;
  });
}

describe("misses", () => {
  it("cost nothing at first, then twice as long each time, up to a most", () => {
    expect(waits(8)).toEqual([0, 0, 0, 1000, 2000, 4000, 4000, 4000]);
  });
  it("fade, one in each while", () => {
    const kept = { count: 3, since: 0 };
    expect(delayed(kept, delay, 1000).count).toBe(4);
    expect(delayed(kept, delay, 20_000).count).toBe(2);
    expect(delayed(kept, delay, 1e9).count).toBe(1);
  });
  it("are not lifted by a clock that is set back, nor do they wait for it to catch up", () => {
    const kept = delayed({ count: 3, since: 1e9 }, delay, 0);
    expect(kept).toEqual({ count: 3, since: 0, waitMs: 1000 });
    expect(delayed(kept, delay, 1000).waitMs).toBe(0);
    const limit = { attempts: 2, windowMs: 1000 };
    expect(countAttempt({ count: 2, since: 1e9 }, limit, 0)).toMatchObject({ allowed: false, since: 0 });
  });
});
