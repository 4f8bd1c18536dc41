import type { MetadataRoute } from "next";
import { publicContext } from "@/app/_server/context";
import { addressIn } from "@/app/_server/shared";
import { publicAddresses } from "@/lib/courses/queries";
import { locales } from "@/lib/i18n/rules";

export const dynamic = "force-dynamic";

/** Pages that are there whatever courses there are. */
const pages = ["/", "/courses", "/trainers", "/verify", "/help", "/contact", "/privacy", "/accessibility"];

/** What search engines may find, each page in each language. */
export default function sitemap(): MetadataRoute.Sitemap {
  const courses = publicAddresses(publicContext()).map(({ slug, updatedAt }) => ({
    path: `/courses/${slug}`,
    lastModified: new Date(updatedAt),
  }));
  return [...pages.map((path) => ({ path })), ...courses].flatMap(({ path, ...more }) =>
    locales.map((locale) => ({
      url: addressIn(path, locale),
      ...more,
      alternates: { languages: Object.fromEntries(locales.map((other) => [other, addressIn(path, other)])) },
    })),
  );
}
