// A process of its own that typesets papers, a line of JSON on its input each, and writes them to its output as one file:
// a PDF, or a ZIP where its argument says so. What Typst keeps of memory goes with it (`paperFile`).
import { once } from "node:events";
import { createInterface } from "node:readline";
import { makeZip } from "client-zip";
import { certificatePdf } from "./certificate";
import { coursePdf } from "./list";
import type { Paper } from "./papers";
import { oneFile } from "./sheets";

async function* typesetPapers(): AsyncGenerator<{ name: string; input: Uint8Array<ArrayBuffer> }> {
  for await (const line of createInterface({ input: process.stdin })) {
    const paper = JSON.parse(line) as Paper;
    if ("list" in paper)
      yield { name: `${paper.list.kind}.pdf`, input: new Uint8Array(coursePdf(paper.list)) };
    else yield { name: paper.fileName, input: new Uint8Array(await certificatePdf(paper.certificate)) };
  }
}

async function* filesOf(papers: ReturnType<typeof typesetPapers>) {
  for await (const { input } of papers) yield input;
}

async function write(part: Uint8Array) {
  if (!process.stdout.write(part)) await once(process.stdout, "drain");
}

// PDFs are compressed already: the ZIP keeps them as they are, and each goes out once it is typeset.
if (process.argv[2] === "zip") for await (const part of makeZip(typesetPapers())) await write(part);
else await write(await oneFile(filesOf(typesetPapers())));
