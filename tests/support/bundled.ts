import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const made = new Map<string, Promise<string>>();

/**
 * A script with all that it takes of the product as one file, for processes that are started several at a time: each would read
 * hundreds of files anew. It lies below node_modules, where packages are found from.
 */
export function bundled(script: string): Promise<string> {
  const known = made.get(script) ?? bundle(script);
  made.set(script, known);
  return known;
}

async function bundle(script: string): Promise<string> {
  const around = join("node_modules", ".cache");
  mkdirSync(around, { recursive: true });
  const folder = mkdtempSync(join(around, "cascade-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
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
