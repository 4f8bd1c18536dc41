import { fork } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { transformSync } from "esbuild";
import { expect, it } from "vitest";

it("the key of a new instance is one for three processes that come at once to an empty folder, and whole for each, 45 times", async () => {
  const place = mkdtempSync(join(tmpdir(), "cascade-keys-"));
  const { code } = transformSync(readFileSync("lib/crypto/keyFiles.ts", "utf8"), {
    loader: "ts",
    format: "esm",
  });
  const script = join(place, "comes.mjs");
  writeFileSync(
    script,
    `${code}\nprocess.on("message", (path) => process.send(keyFileOrNew(path)));\nprocess.send("ready");`,
  );
  const processes = [1, 2, 3].map(() => fork(script));
  const heard = () =>
    Promise.all(processes.map((one) => new Promise((resolve) => one.once("message", resolve))));
  await heard();
  for (let round = 0; round < 45; round++) {
    const path = join(place, `round-${round}`, "key");
    const answers = heard();
    for (const one of processes) one.send(path);
    const digits = await answers;
    expect(digits[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set([...digits, readFileSync(path, "utf8")]).size).toBe(1);
    expect(readdirSync(join(place, `round-${round}`))).toEqual(["key"]);
  }
  for (const one of processes) one.kill();
  rmSync(place, { recursive: true });
});
