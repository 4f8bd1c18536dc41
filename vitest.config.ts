import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import compile from "icu-minify/compile";
import { defineConfig, type Plugin } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Messages as the build sends them, for what puts them into words; tests that read the texts import the files. */
const compiledMessages = (): Plugin => ({
  name: "compiled-messages",
  enforce: "pre",
  resolveId: (source, importer) =>
    importer?.endsWith("/app/_words/messages.ts") && source.endsWith(".json")
      ? `\0${here(source.replace("@/", "./"))}.js`
      : null,
  load(id) {
    if (!id.startsWith("\0") || !id.endsWith(".json.js")) return null;
    const compiled = JSON.parse(readFileSync(id.slice(1, -3), "utf8"), (_, text) =>
      typeof text === "string" ? compile(text) : text,
    );
    return `export default ${JSON.stringify(compiled)}`;
  },
});

/**
 * What a test does that the next file in its process would meet: it puts modules, settings or the clock in another's place,
 * or starts processes that make keys of their own. All others share what they have loaded; each has a file of its own.
 */
const ownProcess =
  /vi\.(mock|resetModules|stubEnv|setSystemTime|useFakeTimers)\(|process\.env|child_process|support\/rac/;
/** Settings that a file gives its process before it begins, and what it puts in the place of actions; files that give the same may share one. */
const settings =
  /^process\.env\.(?:SMTP_URL|PUBLIC_URL) = "[^"]*";$|^vi\.mock\("(?:@\/app\/_actions\/action|@\/app\/_server\/auth|next\/cache)",[\s\S]*?\}\)\);$/gm;
const bySettings = new Map<string, string[]>();
for (const file of readdirSync(here("tests"), { recursive: true }) as string[]) {
  if (!/^(integration|invariants)\/.*\.test\.ts$/.test(file)) continue;
  const text = readFileSync(here(`tests/${file}`), "utf8");
  if (ownProcess.test(text.replace(settings, ""))) continue;
  const given = (text.match(settings) ?? []).sort().join(" ");
  bySettings.set(given, [...(bySettings.get(given) ?? []), `tests/${file}`]);
}
const shared = [...bySettings.values()];

export default defineConfig({
  plugins: [compiledMessages()],
  resolve: {
    alias: [
      { find: "@", replacement: here(".") },
      // As in next.config.js.
      { find: /^use-intl\/format-message$/, replacement: here("lib/i18n/message.ts") },
    ],
  },
  test: {
    globalSetup: ["tests/support/template.ts"],
    // What is pure leaves nothing behind, so its files share what they import; all else begins in a process of its own.
    projects: [
      { extends: true, test: { name: "rules", include: ["tests/rules/**/*.test.ts"], isolate: false } },
      ...shared.map((include, nth) => ({
        extends: true as const,
        test: { name: `shared ${nth + 1}`, include, isolate: false },
      })),
      {
        extends: true,
        test: { name: "file", include: ["tests/!(rules)/**/*.test.ts"], exclude: shared.flat() },
      },
    ],
    pool: "forks",
    // Vitest leaves one core to whoever watches; here nobody does.
    maxWorkers: "100%",
    // For a machine that is slow and busy, and for what is tried as many times more: what passes takes no longer.
    testTimeout: 180_000 * Number(process.env.RUNS || 1),
    hookTimeout: 180_000,
    teardownTimeout: 60_000,
    env: { CASCADE_MODE: "test", TEST_FSYNC: "off", LOG_LEVEL: "silent" },
    server: { deps: { inline: ["next-intl", "use-intl"] } },
  },
});
