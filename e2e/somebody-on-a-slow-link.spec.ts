import { ask } from "./support/pages";
import { expect, test } from "./support/test";

/** What the phone of a participant, a verifier or whoever takes a roll is to load at most of scripts, compressed. */
const mostKilobytes = 140;

test("a first visit loads little of scripts, compressed, and never again", async ({ world }) => {
  const course = await world.course({ from: "2027-03-01", to: "2027-03-05" });
  const taught = await world.course({ from: "2027-01-10", to: "2027-01-14", state: "running", places: 3 });
  const { id: session } = ask<{ id: number }>(
    "SELECT id FROM sessions WHERE course_id = ? ORDER BY start_instant LIMIT 1",
    taught.id,
  );
  for (const [path, who] of [
    ["/courses", "visitor"],
    [`/courses/${course.slug}/register`, "visitor"],
    ["/verify", "visitor"],
    ["/sign-in", "visitor"],
    [`/desk/courses/${taught.id}/roll/${session}`, "trainer"],
  ] as const) {
    const page = await world.page(who);
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
    expect.soft(kilobytes, path).toBeLessThan(mostKilobytes);
    await page.context().close();
  }
});
