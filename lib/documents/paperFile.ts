import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { childEnvironment } from "../env/child";
import type { Paper } from "./papers";

/** As what several papers come: one PDF to print in one go, or a ZIP with a file each. */
export type FileKind = "pdf" | "zip";

/** Files are made one after another, so that two large ones do not need memory at once. */
let before: Promise<unknown> = Promise.resolve();

/**
 * Papers typeset, one after another in one file. Typst does not give back what memory it has taken for hundreds of
 * pages, so a process of its own typesets them and ends.
 * @param gone ends the work where nobody waits for it any more.
 * @throws Error where a paper cannot be made, Typst refuses one, or nobody waits.
 */
export function paperFile(
  papers: Iterable<Paper>,
  kind: FileKind,
  gone?: AbortSignal,
): Promise<Buffer<ArrayBuffer>> {
  const file = before.then(() => typesetElsewhere(papers, kind, gone));
  before = file.catch(() => {});
  return file;
}

async function typesetElsewhere(papers: Iterable<Paper>, kind: FileKind, gone?: AbortSignal) {
  gone?.throwIfAborted();
  const script = join(/* turbopackIgnore: true */ process.cwd(), "lib/documents/typesetPapers.ts");
  const bounds = ["--max-old-space-size=128", "--max-semi-space-size=4"];
  const child = spawn(process.execPath, [...bounds, "--import", "tsx", script, kind], {
    stdio: ["pipe", "pipe", "inherit"],
    // Typst sets by several threads, and glibc would keep an arena for each: a thousand pages took 354 MB, 312 so.
    env: { ...childEnvironment(), MALLOC_ARENA_MAX: "1" },
    signal: gone,
  });
  const ended = once(child, "close");
  // A paper that cannot be put into words ends the input, and with it the process.
  const told = pipeline(Readable.from(linesOf(papers)), child.stdin);
  const [file, [code, signal]] = await Promise.all([buffer(child.stdout), ended, told]);
  if (code !== 0) throw new Error(`typesetting ended with ${code ?? signal}`);
  return file;
}

function* linesOf(papers: Iterable<Paper>) {
  for (const paper of papers) yield `${JSON.stringify(paper)}\n`;
}
