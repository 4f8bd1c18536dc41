import { PDFDocument } from "pdf-lib";

/**
 * Several PDFs one after another in one file, to print in one go; each is let go of once it is in there. One alone stays
 * as it is, with what it tells a screen reader.
 */
export async function oneFile(
  files: Iterable<Uint8Array<ArrayBuffer>> | AsyncIterable<Uint8Array<ArrayBuffer>>,
): Promise<Uint8Array<ArrayBuffer>> {
  let first: Uint8Array<ArrayBuffer> | null = null;
  let whole: PDFDocument | null = null;
  const add = async (to: PDFDocument, file: Uint8Array) => {
    const part = await PDFDocument.load(file);
    for (const page of await to.copyPages(part, part.getPageIndices())) to.addPage(page);
  };
  for await (const file of files) {
    if (whole) await add(whole, file);
    else if (first) {
      whole = await PDFDocument.create();
      await add(whole, first);
      await add(whole, file);
      first = null;
    } else first = file;
  }
  return first ?? ((await (whole ?? (await PDFDocument.create())).save()) as Uint8Array<ArrayBuffer>);
}
