// Issues and typesets 1,000 certificates in one process and prints how long each step took, in ms, and its memory, in MB.
import { certificatePage } from "../../app/_words/certificate";
import { closeDatabase } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { system } from "../../lib/access/table";
import { contextOf } from "../../lib/acts/context";
import { issueCertificates } from "../../lib/certificates/commands";
import { validSheets } from "../../lib/certificates/queries";
import { certificatePdf, qrCode, typeset } from "../../lib/documents/certificate";
import { oneFile } from "../../lib/documents/sheets";
import { timed } from "./figures";
import { dataIn } from "./servers";

/** What was measured: per certificate the whole way and Typst alone, in turns. */
export type Typeset = {
  issue: number;
  read: number;
  whole: number[];
  bare: number[];
  join: number;
  /** Memory of the process after a tenth, a half and all of them, before they are joined. */
  memory: number[];
};

async function main() {
  const { fixtures } = dataIn("small", process.env.DATA_DIR!);
  const courseId = fixtures.courses.thousand.id;
  const operator = contextOf(system, fixtures.now);
  const issue = await timed(() => {
    const result = issueCertificates(operator, { courseId, reason: null });
    if (!result.ok) throw new Error(result.fault.code);
  });
  let sheets: ReturnType<typeof validSheets> = [];
  const read = await timed(() => {
    sheets = validSheets(operator, gate.course(operator, "certificates.read", courseId));
  });
  const files: Uint8Array<ArrayBuffer>[] = [];
  // The first document loads fonts and compiler; neither side is charged for that.
  await certificatePdf(certificatePage(sheets[0]!));
  const measured: Typeset = { issue, read, whole: [], bare: [], join: 0, memory: [] };
  for (const [i, sheet] of sheets.entries()) {
    // Every second one is made whole, the others are typeset alone: neither side has the warmer caches.
    if (i % 2 === 0)
      measured.whole.push(
        await timed(async () => files.push(new Uint8Array(await certificatePdf(certificatePage(sheet))))),
      );
    else {
      const page = certificatePage(sheet);
      const qr = await qrCode(page.verifyUrl);
      measured.bare.push(await timed(() => files.push(new Uint8Array(typeset(page, qr)))));
    }
    if ([0.1, 0.5, 1].includes((i + 1) / sheets.length))
      measured.memory.push(process.memoryUsage.rss() / 1024 / 1024);
  }
  measured.join = await timed(() => oneFile(files));
  process.stdout.write(JSON.stringify(measured));
  closeDatabase();
}

main();
