import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { Paper } from "./papers";

/** As what several papers come: one PDF to print in one go, or a ZIP with a file each. */
export type FileKind = "pdf" | "zip";

/** Files are made one after another, so that two large ones do not need memory at once. */
let before: Promise<unknown> = Promise.resolve();

/**
 * Papers typeset, one after another in one file. Typst does not give back what memory it has taken for hundreds of
 * pages, so a process of its own typesets them and ends.
 * @param gone ends the work where nobody waits for it any more.
 * @throws Error where Typst refuses a paper, or nobody waits.
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
    signal: gone,
  });
  const ended = once(child, "close");
  // A process that ends early reads no more of its input; how it ended says why.
  child.stdin.on("error", () => {});
  Readable.from(linesOf(papers)).pipe(child.stdin);
  const [file, [code]] = await Promise.all([buffer(child.stdout), ended]);
  if (code !== 0) throw new Error(`typesetting ended with ${code}`);
  return file;
}

function* linesOf(papers: Iterable<Paper>) {
  for (const paper of papers) yield `${JSON.stringify(paper)}\n`;
}
