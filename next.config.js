import { fileURLToPath } from "node:url";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./app/_server/intl.ts",
  experimental: {
    // Messages are parsed when the application is built, so that no page carries a parser for them.
    messages: { path: "./lib/i18n/messages", locales: "infer", format: "json", precompile: true },
  },
});

/**
 * Everything that is a page; the rest (API, build output, files with an extension) keeps its address. Next goes through
 * all of these rewrites, so an address that has its language already must not match again.
 */
const page = "/:path((?!api/|_next/|(?:ar|fr|en)(?:/|$)|.*\\.[a-z0-9]+$).*)";

/**
 * The reader's language decides which prerendered tree answers; the address never shows it. The server in front of Next
 * leaves one language alone in Accept-Language (`lib/i18n/request.mjs`); in development it is the first of the list.
 */
const languageRewrites = [
  ...["ar", "fr", "en"].map((locale) => ({
    source: page,
    has: [{ type: "cookie", key: "locale", value: locale }],
    destination: `/${locale}/:path`,
  })),
  ...["ar", "fr", "en"].map((locale) => ({
    source: page,
    has: [{ type: "header", key: "accept-language", value: `\\s*${locale}([-,;].*)?` }],
    destination: `/${locale}/:path`,
  })),
  { source: page, destination: "/en/:path" },
];

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // No page has pictures made smaller, so the address that would make them is none: it would fetch what a stranger names.
  images: { unoptimized: true },
  // The title of a page is in its head from the start, for those who read without JavaScript too.
  htmlLimitedBots: /.*/,
  serverExternalPackages: [
    "better-sqlite3",
    "@node-rs/argon2",
    "@myriaddreamin/typst-ts-node-compiler",
    "pino",
    "nodemailer",
    "fontkit",
    "sharp",
  ],
  // Types are checked by `npm test -- types`; checking them twice only makes the first start slower.
  typescript: { ignoreBuildErrors: true },
  // Kept pages end where any process on the same file has changed what they show; in bytes, for each process.
  cacheHandler: fileURLToPath(new URL("app/_server/keptPages.mjs", import.meta.url)),
  cacheMaxMemorySize: 24 * 1024 * 1024,
  experimental: {
    // A cached page belongs to the data it was made from: it stays in memory and never outlives the process.
    isrFlushToDisk: false,
    serverActions: { bodySizeLimit: "1mb" },
  },
  webpack(webpack, { isServer, webpack: { NormalModuleReplacementPlugin } }) {
    // Icons are drawings, not components of the browser.
    webpack.plugins.push(
      new NormalModuleReplacementPlugin(/^\.\/Icon\.mjs$/, (asked) => {
        if (/[\\/]lucide-react[\\/]/.test(asked.context))
          asked.request = fileURLToPath(new URL("app/_ui/IconOf.tsx", import.meta.url));
      }),
    );
    // Sentences are made by ours, which sets apart what is put into them; it calls the library's.
    const { alias } = webpack.resolve;
    delete alias["use-intl/format-message"];
    alias["use-intl/format-message$"] = fileURLToPath(new URL("lib/i18n/message.ts", import.meta.url));
    if (!isServer)
      webpack.module.rules.push({
        test: /[\\/]zod[\\/]v4[\\/]core[\\/]core\.js$/,
        use: fileURLToPath(new URL("zod.browser.cjs", import.meta.url)),
      });
    // What puts words into components would otherwise be sent once more with each part of a page that uses it: compressed
    // by Brotli, 138.2 → 145.3 KB for registering, 138.7 → 149.5 to verify, 181.3 → 186.4 for the roll, 171.9 → 178.5
    // for a new course (26 November 2026), where a participant's phone is to load 140 at most.
    if (!isServer)
      webpack.optimization.splitChunks.cacheGroups.words = {
        test: /[\\/]((next-intl|use-intl|@formatjs)[\\/]|(next[\\/]navigation\.js|lib[\\/]i18n[\\/]\w+\.ts|db[\\/]values[\\/]languages\.ts)$)/,
        chunks: "all",
        name: "words",
        priority: 50,
        enforce: true,
      };
    return webpack;
  },
  async redirects() {
    return [
      // An address with a language in front, typed or linked: the same page in that language.
      { source: "/:locale(ar|fr|en)", destination: "/?lang=:locale", permanent: false },
      { source: "/:locale(ar|fr|en)/:path(.+)", destination: "/:path?lang=:locale", permanent: false },
      // Filters of the catalogue live in the address of its search; without them it is one kept page per language.
      ...["q", "tool", "country", "language", "from"].map((key) => ({
        source: "/courses",
        has: [{ type: "query", key }],
        destination: "/courses/search",
        permanent: false,
      })),
    ];
  },
  async rewrites() {
    return { beforeFiles: languageRewrites, afterFiles: [], fallback: [] };
  },
};

export default withNextIntl(config);
