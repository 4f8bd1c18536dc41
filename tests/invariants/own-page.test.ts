import { isValidElement, type ReactNode } from "react";
import { describe, expect, it, vi } from "vitest";
import { overtakenCodes } from "../../app/[locale]/(own)/registrations/[token]/overtaken";
import Follow from "../../app/[locale]/(own)/registrations/[token]/page";
import { sqlite } from "../../db/client";
import { visitor } from "../../lib/access/table";
import { comeBack, withdraw } from "../../lib/registrations/commands";
import { as } from "../support/as";
import { participant } from "../support/asked";
import { freshDatabase } from "../support/database";
import { fault, now, opened, ownWorkshop, registered, value, world } from "../support/world";

vi.mock("next-intl/server", () => ({
  getLocale: async () => "en",
  getTranslations: async () => (key: string) => key,
}));

// The reader's browser says no zone.
vi.mock("next/headers", () => ({ cookies: async () => new Map() }));

freshDatabase();
const w = world();

/** The addresses of all links in what a page answers. */
function links(of: ReactNode): string[] {
  if (Array.isArray(of)) return of.flatMap(links);
  if (!isValidElement<Record<string, ReactNode>>(of)) return [];
  const { href } = of.props;
  return [...(typeof href === "string" ? [href] : []), ...Object.values(of.props).flatMap(links)];
}

it.each([true, false])(
  "one's own page leads to the course where there is a page of it (approved: %s)",
  async (approved) => {
    const { slug, courseId } = ownWorkshop(w);
    const { token } = value(await registered(slug));
    if (!approved) sqlite().prepare("UPDATE courses SET approved_at = NULL WHERE id = ?").run(courseId);
    const page = await Follow({ params: Promise.resolve({ token }), searchParams: Promise.resolve({}) });
    const toCourse = links(page).filter((href) => href.includes(slug) && href.startsWith("/"));
    expect(toCourse.length > 0).toBe(approved);
  },
);

it("one's own page leads neither to a page nor to a calendar of a course that is a draft", async () => {
  const { slug, courseId } = opened(w);
  const { token } = value(await registered(slug));
  const leads = async () => {
    const page = await Follow({ params: Promise.resolve({ token }), searchParams: Promise.resolve({}) });
    return (
      JSON.stringify(page).includes(`"calendar":"/api`) || links(page).some((href) => href.includes(slug))
    );
  };
  expect(await leads()).toBe(true);
  sqlite().prepare("UPDATE courses SET state = 'draft' WHERE id = ?").run(courseId);
  expect(await leads()).toBe(false);
});

describe("what a person does once more from a page that stood open", () => {
  it("says that it is done already, and does nothing more", async () => {
    const { slug } = opened(w);
    const { token } = value(await registered(slug));
    const leave = () => withdraw(as(visitor, now), { token, reason: null });
    const back = () => comeBack(as(visitor, now), { token }, "192.0.2.1");
    value(leave());
    const left = fault(leave()).code;
    value(back());
    const again = fault(back()).code;
    expect([left, again]).toEqual(["alreadyWithdrawn", "notWithdrawn"]);
    // Both lead back to the page as it is now, which says so.
    for (const code of [left, again]) expect(overtakenCodes).toContain(code);
  });
});

it("nobody withdraws by a page that stood open until after the last day", async () => {
  const { slug } = ownWorkshop(w, { startsOn: "2027-02-15", endsOn: "2027-02-15" });
  const { token } = value(await registered(slug));
  const leaves = (day: string) =>
    withdraw(as(visitor, Date.parse(`${day}T08:00:00Z`)), { token, reason: null });
  expect(fault(leaves("2027-02-16")).code).toBe("withdrawalNotAllowed");
  value(leaves("2027-02-15"));
});

describe("what a trainer sends a participant", () => {
  it("is that they have a place until the course is over, then where their page is", async () => {
    const { slug, courseId } = ownWorkshop(w, { startsOn: "2027-02-08", endsOn: "2027-02-08" });
    const { token } = value(await registered(slug));
    const id = sqlite().prepare("SELECT id FROM registrations WHERE token = ?").pluck().get(token) as number;
    const says = (day: string) =>
      participant(as(w.coordinator, Date.parse(`${day}T08:00:00Z`)), courseId, id)!.message;
    expect(says("2027-02-07")).toBe("registrationAccepted");
    expect(says("2027-02-08")).toBe("registrationAccepted");
    expect(says("2027-02-09")).toBe("registrationLink");
    sqlite().prepare("UPDATE courses SET state = 'cancelled' WHERE id = ?").run(courseId);
    expect(says("2027-02-07")).toBe("registrationLink");
  });
});
