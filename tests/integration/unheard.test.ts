import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { freshDatabase } from "../support/database";

freshDatabase();

describe("a line that nobody reads any more", () => {
  /** Runs Node with these words; whoever reads what it says goes away after the first of it. */
  const unheard = async (...words: string[]) => {
    const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "pipe"] });
    const ended = once(child, "close");
    child.stdout.once("data", () => child.stdout.destroy());
    return { said: await text(child.stderr), code: (await ended)[0] };
  };
  it("breaks neither a command nor the log", async () => {
    const check = await unheard("--import", "tsx", "scripts/check.ts");
    expect(check).toEqual({ said: "", code: 1 });
    const lines = `import("./lib/log/lines.mjs").then(async ({ openLog }) => {
      const log = openLog("info");
      log.info("first");
      await new Promise((gone) => process.stdin.once("end", gone).resume());
      for (let i = 0; i < 1000; i++) log.info("more");
    })`;
    const child = spawn(process.execPath, ["-e", lines], { stdio: ["pipe", "pipe", "pipe"] });
    child.stdout.once("data", () => {
      child.stdout.destroy();
      child.stdin.end();
    });
    const ended = once(child, "close");
    expect([await text(child.stderr), (await ended)[0]]).toEqual(["", 0]);
  });
});
