import { describe, expect, it } from "vitest";
import { calledByPlace } from "../../app/_ui/courseCalled";

describe("what a course is called in a list", () => {
  const place = { own: "en", en: "Irbid", fr: "Irbid" } as const;
  const tools = [{ title: { own: "en", en: "Think.Coop" } }] as const;
  const course = { place, tools, mode: "venue" as const };
  const titled = (en: string) => ({ ...course, title: { own: "en", en } as const });

  it("is its place where the title only says kind, tools and place again", () => {
    expect(calledByPlace(titled("Training of trainers: Think.Coop – Irbid"), "en")).toBe("Irbid");
  });
  it("is its title where that says something else, or the place is not where it meets", () => {
    expect(calledByPlace(titled("Women's cooperatives in Irbid"), "en")).toBeNull();
    expect(calledByPlace(titled("Think.Coop for beekeepers"), "en")).toBeNull();
    expect(calledByPlace({ ...titled("Think.Coop – Irbid"), mode: "online" }, "en")).toBeNull();
  });
});
