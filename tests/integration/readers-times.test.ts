import { NextRequest } from "next/server";
import { expect, it } from "vitest";
import { GET } from "../../app/api/times/[slug]/route";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { courseSessions } from "../support/desk";
import { opened, planned, world } from "../support/world";

freshDatabase();
const w = world();

const ask = async (slug: string, zone: string, lang = "en") => {
  const request = new NextRequest(
    `https://training.example.org/api/times/${slug}?lang=${lang}&zone=${encodeURIComponent(zone)}`,
  );
  const answer = await GET(request, { params: Promise.resolve({ slug }) });
  return answer.status === 200 ? ((await answer.json()) as Record<string, string>) : answer.status;
};
const plain = (text: string | undefined) =>
  text?.replace(/[\u2060\u2066-\u2069\u200e\u200f]/g, "").replace(/[\u00a0\u202f]/g, " ");

it("an online course in Beirut says to whoever reads in Bishkek when that is there, named by its city", async () => {
  const online = opened(w, { mode: "online", venueId: "", zone: "Asia/Beirut", country: "JO" });
  const [first] = courseSessions(as(w.coordinator), online.courseId);
  expect(first).toMatchObject({ startsAt: "09:00", isOnline: true });
  // In February Beirut is two hours ahead of UTC, and Bishkek six.
  const said = async (lang: string) => {
    const times = await ask(online.slug, "Asia/Bishkek", lang);
    return typeof times === "number" ? undefined : [plain(times[first!.id]), plain(times.all)];
  };
  /** When the first session ends where clocks are so many hours ahead of Beirut. */
  const end = (hours: number) =>
    `${String(Number(first!.endsAt.slice(0, 2)) + hours).padStart(2, "0")}${first!.endsAt.slice(2)}`;
  expect(await said("en")).toEqual([`13:00–${end(4)} Bishkek`, expect.stringMatching(/^13:00–.* Bishkek$/)]);
  expect((await said("fr"))![0]).toContain("Bichkek");
  expect((await said("ar"))![0]).toContain("بيشكك");
  const firstIn = async (zone: string) => {
    const times = await ask(online.slug, zone);
    return typeof times === "number" ? times : plain(times[first!.id]);
  };
  expect(await firstIn("Pacific/Auckland")).toBe(`20:00–${end(11)} Auckland`);
  // On another day there, which is said.
  expect(first!.day).toBe("2027-02-07");
  expect(await firstIn("Pacific/Honolulu")).toBe(`Sat 6 Feb, 21:00–${end(12)} Honolulu`);
  // Where clocks show the same, nothing is said.
  expect(await firstIn("Asia/Damascus")).toBe(`10:00–${end(1)} Damascus`);
  expect(await ask(online.slug, "Africa/Cairo")).toEqual({});
  expect(await ask(online.slug, "Nowhere/Land")).toBe(404);
  expect(await ask("nothing-here", "Asia/Bishkek")).toBe(404);
  // Everybody's caches keep it: without a language in its address it would be in that of whoever asked first.
  expect(await ask(online.slug, "Asia/Bishkek", "")).toBe(404);
  expect(await firstIn("Etc/GMT+3")).toBe(`04:00–${end(-5)} GMT+3`);
  const draft = planned(w, { mode: "online", venueId: "", startsOn: "2027-03-07", endsOn: "2027-03-11" });
  expect(await ask(draft.slug, "Asia/Bishkek")).toBe(404);
  // At a venue one is where its clocks are.
  const there = opened(w, { startsOn: "2027-04-04", endsOn: "2027-04-08" });
  expect(await ask(there.slug, "Asia/Bishkek")).toEqual({});
});
