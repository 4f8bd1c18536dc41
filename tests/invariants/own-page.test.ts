import { isValidElement, type ReactNode } from "react";
import { expect, it, vi } from "vitest";
import Follow from "../../app/[locale]/(own)/registrations/[token]/page";
import { sqlite } from "../../db/client";
import { freshDatabase } from "../support/database";
import { ownWorkshop, registered, value, world } from "../support/world";

vi.mock("next-intl/server", () => ({
  getLocale: async () => "en",
  getTranslations: async () => (key: string) => key,
}));

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
    const page = await Follow({ params: Promise.resolve({ token }) });
    const toCourse = links(page).filter((href) => href.includes(slug) && href.startsWith("/"));
    expect(toCourse.length > 0).toBe(approved);
  },
);
