import { expect, test } from "./support/test";

/** What a participant's or verifier's phone is to load at most of scripts, compressed. */
const mostKilobytes = 140;

test("a first visit loads little of scripts, compressed, and never again", async ({ world }) => {
  const course = await world.course({ from: "2027-03-01", to: "2027-03-05" });
  for (const path of ["/courses", `/courses/${course.slug}/register`, "/verify", "/sign-in"]) {
    const page = await world.page("visitor");
    const came: Promise<{ url: string; bytes: number; headers: Record<string, string> }>[] = [];
    page.on("requestfinished", (request) => {
      if (request.resourceType() !== "script") return;
      came.push(
        Promise.all([request.sizes(), request.response()]).then(([{ responseBodySize }, response]) => ({
          url: request.url(),
          bytes: responseBodySize,
          headers: response!.headers(),
        })),
      );
    });
    await page.goto(path, { waitUntil: "networkidle" });
    const scripts = await Promise.all(came);
    expect(scripts.length, path).toBeGreaterThan(3);
    for (const { url, headers } of scripts) {
      expect(headers["content-encoding"], url).toBe("br");
      expect(headers["cache-control"], url).toContain("immutable");
    }
    const kilobytes = scripts.reduce((sum, { bytes }) => sum + bytes, 0) / 1024;
    expect(kilobytes, path).toBeLessThan(mostKilobytes);
    await page.context().close();
  }
});
