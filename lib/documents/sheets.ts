import { PDFDocument } from "pdf-lib";

/** Several PDFs one after another in one file, to print in one go; each is let go of once it is in there. */
export async function oneFile(
  files: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<Uint8Array<ArrayBuffer>> {
  const whole = await PDFDocument.create();
  for await (const file of files) {
    const part = await PDFDocument.load(file);
    for (const page of await whole.copyPages(part, part.getPageIndices())) whole.addPage(page);
  }
  return (await whole.save()) as Uint8Array<ArrayBuffer>;
}
