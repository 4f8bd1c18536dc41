import type { MetadataRoute } from "next";
import { processSettings } from "@/lib/env/settings";

export const dynamic = "force-dynamic";

/** Pages of somebody, forms, and what needs signing in: nothing for a search engine. */
const ofNobodyElse = [
  "/desk/",
  "/today",
  "/my",
  "/account",
  "/registrations/",
  "/signed-in",
  "/sign-in/",
  "/verify/",
  "/courses/search",
  "/courses/*/register",
  "/kit",
  "/api/",
];

/** What search engines may read. Pictures of shared links are files of ours, but for everybody. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: ["/", "/api/files/card/"], disallow: ofNobodyElse },
    sitemap: `${processSettings().publicUrl}/sitemap.xml`,
  };
}
