import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { build } from "esbuild";

const made = new Map<string, Promise<string>>();

/**
 * A script with all that it takes of the product as one file, for processes that are started several at a time: each would read
 * hundreds of files anew.
 */
export function bundled(script: string): Promise<string> {
  const known = made.get(script) ?? bundle(script);
  made.set(script, known);
  return known;
}

async function bundle(script: string): Promise<string> {
  // Tests that are ended take nothing away themselves: it lies in the folder that goes with all of them.
  const { CASCADE_TEMPLATE } = process.env;
  const around = CASCADE_TEMPLATE ? dirname(CASCADE_TEMPLATE) : tmpdir();
  const folder = mkdtempSync(join(around, "cascade-script-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  // Packages are found from beside it.
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  const outfile = join(folder, "script.mjs");
  await build({
    entryPoints: [script],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "error",
  });
  return outfile;
}
