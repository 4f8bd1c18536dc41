import { describe, expect, it } from "vitest";
import { sessionName } from "../../app/_ui/SessionList";
import { calendarEntries } from "../../app/_words/calendar";
import { sessionOnPaper } from "../../app/_words/papers";
import { testTitles } from "../../db/values/timetable";
import type { FeedEvent } from "../../lib/feeds/queries";
import { locales } from "../../lib/i18n/rules";
import { sessionParams } from "../../lib/timetable/rules/named";
import { titleIn, titleKept } from "../../lib/timetable/rules/titles";

const none = { moduleCode: null, moduleTitle: null, toolTitle: null, group: null };

describe("a title that a proposal wrote", () => {
  it("is read in the reader's language: on pages, on paper, in calendars and in what is refused", () => {
    process.env.PUBLIC_URL = "https://cascade.example.org";
    for (const from of locales)
      for (const to of locales) {
        const session = { kind: "test" as const, title: testTitles[from].postTest, ...none };
        const said = testTitles[to].postTest;
        expect(sessionName(session, to, () => "").name).toBe(said);
        expect(sessionOnPaper(session, to).short).toBe(said);
        const event = {
          ...session,
          id: 1,
          course: { title: { own: "en", en: "" }, place: { own: "en", en: "" } },
        };
        expect(calendarEntries([event as never as FeedEvent], to)[0]!.summary).toContain(said);
        const times = { day: "2027-02-07", from: "09:00", to: "10:00", tool: null, module: null };
        expect(sessionParams({ ...session, ...times }).session).toMatchObject({ text: { [to]: said } });
      }
  });
  it("gives way to tool and module in a calendar as in the timetable where there is none", () => {
    const event = {
      ...none,
      ...{ id: 1, kind: "module", title: null, moduleCode: "M2", toolTitle: { own: "en", en: "Start.Coop" } },
      moduleTitle: { own: "en", en: "Identify", fr: "Identifier" },
      course: { title: { own: "en", en: "Irbid" }, place: { own: "en", en: "" } },
    };
    expect(calendarEntries([event as never as FeedEvent], "fr")[0]!.summary).toContain(
      "Start.Coop M2 – Identifier",
    );
  });
  it("is no other title where its form was sent in another language; what somebody wrote is theirs", () => {
    expect(titleKept("Test final", "Post-test")).toBe("Post-test");
    expect(titleKept("Test initial", "Post-test")).toBe("Test initial");
    expect(titleKept(null, "Post-test")).toBeNull();
    expect(titleKept("Visit", null)).toBe("Visit");
    expect(titleIn("Visite du marché", "ar")).toBe("Visite du marché");
  });
});
