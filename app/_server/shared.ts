import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { processSettings } from "@/lib/env/settings";
import { type Locale, locales } from "@/lib/i18n/rules";

/** Languages as previews of links name them. */
const previewLocales: Record<Locale, string> = { en: "en_GB", fr: "fr_FR", ar: "ar_AR" };

/** The public pages that are the same for everybody and have words of their own for search engines and previews. */
const paths = {
  home: "/",
  catalogue: "/courses",
  publicTrainers: "/trainers",
  verify: "/verify",
  signIn: "/sign-in",
  help: "/help",
  contact: "/contact",
  privacy: "/privacy",
  accessibility: "/accessibility",
} as const;

/** The address of a public page that carries a language, whole, as it is sent to others. */
export const addressIn = (path: string, locale: Locale): string =>
  `${processSettings().publicUrl}${path}?lang=${locale}`;

/** The picture of the site, in a language, or of a course. */
export const cardOf = (locale: Locale, slug: string | null): string =>
  `${processSettings().publicUrl}/api/files/card/${locale}/${slug ?? "cascade"}`;

/**
 * What a page says of itself to whoever finds it or gets its link: title, description, its address in each language, and
 * what a preview shows. Each language has an address of its own, which is the one to be kept.
 */
export function sharedPage({
  locale,
  path,
  name,
  title,
  description,
  slug = null,
}: {
  locale: Locale;
  path: string;
  /** Of the product. */
  name: string;
  title: string;
  description: string;
  /** Of the course whose picture stands beside the link; none: the site's. */
  slug?: string | null;
}): Metadata {
  const url = addressIn(path, locale);
  const image = { url: cardOf(locale, slug), width: 1200, height: 630, alt: title };
  return {
    description,
    alternates: {
      canonical: url,
      languages: {
        ...Object.fromEntries(locales.map((other) => [other, addressIn(path, other)])),
        "x-default": `${processSettings().publicUrl}${path}`,
      },
    },
    openGraph: {
      type: "website",
      siteName: name,
      title,
      description,
      url,
      locale: previewLocales[locale],
      alternateLocale: locales.filter((other) => other !== locale).map((other) => previewLocales[other]),
      images: [image],
    },
    twitter: { card: "summary_large_image", title, description, images: [image] },
  };
}

/** The same for a page that is there for everybody. */
export async function sharedAs(page: keyof typeof paths): Promise<Metadata> {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations();
  const title = page === "catalogue" ? t("frame.catalogue") : t(`${page}.title`);
  return {
    title,
    ...sharedPage({
      locale,
      path: paths[page],
      name: t("frame.name"),
      title,
      description: t(`reach.about.${page}`),
    }),
  };
}
