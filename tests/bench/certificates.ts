import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { short, table, within } from "./figures";
import { copyOf, type Data } from "./servers";
import type { Typeset } from "./typesetter";

const root = resolve(import.meta.dirname, "../..");
const sum = (list: readonly number[]) => list.reduce((all, ms) => all + ms, 0);

/** 1,000 certificates of one course, issued, typeset and put into one file, against Typst alone; and memory meanwhile. */
export async function measureCertificates(small: Data): Promise<string> {
  const copy = copyOf(small);
  const done = spawnSync(process.execPath, ["--import", "tsx", join(import.meta.dirname, "typesetter.ts")], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, DATA_DIR: copy.folder, CASCADE_MODE: "test", LOG_LEVEL: "error" },
  });
  copy.drop();
  if (done.status !== 0) throw new Error(done.stderr);
  const { issue, read, whole, bare, join: joining, memory } = JSON.parse(done.stdout) as Typeset;
  const count = whole.length + bare.length;
  const each = sum(whole) / whole.length + (issue + read + joining) / count;
  const typst = sum(bare) / bare.length;
  const steps: [string, number][] = [
    ["issue", issue / count],
    ["read the sheets", read / count],
    ["make the page and typeset it", sum(whole) / whole.length],
    ["put into one file", joining / count],
    ["all of it", each],
    ["Typst alone", typst],
  ];
  const ratio = each / typst;
  return [
    table(
      [`${count} certificates`, "ms each"],
      steps.map(([name, ms]) => [name, short(ms)]),
    ),
    `\nRatio to Typst alone: ${short(ratio)} (≤ 1.5) ${within(ratio, 1.5)}. Memory of the process after a tenth, a half and all of them: ${memory.map((mb) => mb.toFixed(0)).join(", ")} MB.`,
  ].join("\n");
}
