import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } },
  test: {
    globalSetup: ["tests/support/template.ts"],
    include: ["tests/**/*.test.ts"],
    pool: "forks",
    testTimeout: 60_000,
    env: { CASCADE_MODE: "test", LOG_LEVEL: "silent" },
  },
});
