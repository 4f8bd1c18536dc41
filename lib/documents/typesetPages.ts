// A process of its own that typesets certificates, a line of JSON on its input each, and writes them as one PDF to its
// output. What Typst keeps of memory goes with it (`certificateFile`).
import { once } from "node:events";
import { createInterface } from "node:readline";
import { certificatePdf } from "./certificate";
import type { CertificatePage } from "./page";
import { oneFile } from "./sheets";

async function* typesetPages() {
  for await (const line of createInterface({ input: process.stdin }))
    yield await certificatePdf(JSON.parse(line) as CertificatePage);
}

const file = await oneFile(typesetPages());
if (!process.stdout.write(file)) await once(process.stdout, "drain");
