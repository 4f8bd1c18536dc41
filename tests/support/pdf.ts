import { PDFiumLibrary } from "@hyzyla/pdfium";
import jsQR from "jsqr";
import { getDocumentProxy } from "unpdf";
import type { CertificatePage } from "../../lib/documents/page";

let library: Promise<PDFiumLibrary> | null = null;

/** The first page of a PDF as a picture, so many pixels to a point (1/72 inch). */
export async function picture(pdf: Uint8Array, scale: number) {
  library ??= PDFiumLibrary.init();
  const document = await (await library).loadDocument(pdf);
  const { data, width, height } = await document.getPage(0).render({ scale, render: "bitmap" });
  document.destroy();
  return { data: new Uint8ClampedArray(data), width, height };
}

/** What the QR code in a picture says, or null where none is seen. */
export const readQr = (shown: Awaited<ReturnType<typeof picture>>) =>
  jsQR(shown.data, shown.width, shown.height, { inversionAttempts: "dontInvert" })?.data ?? null;

/** A PDF as its readers have it: pages, title, and the words of the first page with their places (mm from top left). */
export async function readPdf(pdf: Uint8Array) {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { info } = await document.getMetadata();
  const page = await document.getPage(1);
  const { items } = await page.getTextContent();
  const mm = 25.4 / 72;
  const words = items.flatMap((item) => {
    if (!("str" in item) || item.str.trim() === "") return [];
    const [a, b, , , x, y] = item.transform as number[];
    return [
      {
        text: item.str,
        turned: Math.abs(b!) > 0.01,
        size: a! * mm,
        left: x! * mm,
        right: (x! + item.width) * mm,
        base: (page.view[3]! - y!) * mm,
      },
    ];
  });
  const pages = document.numPages;
  await document.destroy();
  return { pages, title: (info as { Title?: string }).Title ?? "", words };
}

/** Names of the fonts that a PDF holds. */
export const fontsOf = (pdf: Uint8Array): string[] => [
  ...new Set(
    [
      ...Buffer.from(pdf)
        .toString("latin1")
        .matchAll(/\/FontName\s*\/(?:[A-Z]{6}\+)?([\w-]+)/g),
    ].map((m) => m[1]!),
  ),
];

/** What a text says, without spaces, direction marks and breaks. */
const bare = (text: string) => text.normalize("NFKC").replace(/[\p{Default_Ignorable_Code_Point}\s]/gu, "");

type Printed = { name: string; latinName: string | null; serial: string; verifyUrl: string };

/**
 * What is wrong with the PDF of a certificate, in words; empty where nothing is.
 * @param withQr also reads the QR code from the page's picture, which takes most of the time.
 */
export async function certificateFaults(page: Printed, pdf: Uint8Array, withQr: boolean): Promise<string[]> {
  const faults: string[] = [];
  const { pages, title, words } = await readPdf(pdf);
  if (pages !== 1) faults.push(`${pages} pages`);
  if (withQr) {
    const read = readQr(await picture(pdf, 1.5)) ?? readQr(await picture(pdf, 2));
    if (read !== page.verifyUrl) faults.push(`QR code on the first page: ${read ?? "none"}`);
  }
  const flat = words.filter((word) => !word.turned);
  const serial = flat.find((word) => word.text.includes(page.serial));
  if (!serial) faults.push(`no serial ${page.serial}`);
  else if (serial.base < 270 || serial.base > 285) faults.push(`serial at ${serial.base.toFixed(1)} mm`);
  const all = bare(flat.map((word) => word.text).join(""));
  if (!all.includes(bare(page.verifyUrl))) faults.push("no address");
  if (!title.includes(page.name)) faults.push("no name in the title");
  // Where a word runs from right to left over several lines, the reader of the file orders them its own way; and vowel
  // signs have no place among letters. The title has both.
  const readable = (word: string) =>
    /^\p{Script=Latin}/u.test(word) || (word.length < 60 && !/\p{M}/u.test(word));
  for (const name of [page.name, page.latinName ?? ""])
    for (const word of name.split(" ").filter(readable))
      if (!all.includes(bare(word))) faults.push(`no "${word}"`);
  for (const [i, word] of flat.entries()) {
    if (word.left < 20 || word.right > 190) faults.push(`"${word.text}" leaves the margins`);
    if (word.size < 2.4) faults.push(`"${word.text}" is ${((word.size / 25.4) * 72).toFixed(1)} pt`);
    for (const other of flat.slice(i + 1)) {
      // Parts of one Arabic line reach into each other where letters join.
      if (Math.abs(word.base - other.base) < 0.05 && /\p{Script=Arabic}/u.test(word.text)) continue;
      const across = Math.min(word.right, other.right) - Math.max(word.left, other.left);
      const down =
        Math.min(word.base, other.base) - Math.max(word.base - word.size / 2, other.base - other.size / 2);
      if (across > 0.5 && down > 0.1) faults.push(`"${word.text}" lies on "${other.text}"`);
    }
  }
  return faults;
}

/** Rows of a page (mm from its top) on which nothing is printed between its margins, as a function. */
async function emptyRows(pdf: Uint8Array) {
  const scale = 3;
  const { data, width, height } = await picture(pdf, scale);
  const pixels = (mm: number) => Math.round((mm / 25.4) * 72 * scale);
  const inked = Array.from({ length: height }, (_, row) => {
    for (let x = pixels(22); x < pixels(188); x++) if (data[(row * width + x) * 4]! < 200) return true;
    return false;
  });
  return (from: number, to: number) => inked.slice(pixels(from), pixels(to)).filter((ink) => !ink).length;
}

/**
 * Lines of a certificate whose letters reach into each other's height, in words: from what stands above the name to the
 * sentence below it. Every two lines have a strip of paper between them, however high and low their letters go.
 */
export async function crowdedLines(page: CertificatePage, pdf: Uint8Array): Promise<string[]> {
  const { words } = await readPdf(pdf);
  const flat = words.filter((word) => !word.turned).sort((a, b) => a.base - b.base);
  const intro = flat.find((word) => word.text.length > 3 && bare(page.intro).includes(bare(word.text)))!.base;
  const tools = flat.find((word) => page.tools[0]!.name.startsWith(word.text) && word.base > intro)!.base;
  // Vowel signs are words of their own to the reader of a file, a little above or below their line.
  const lines = flat
    .filter((word) => word.base >= intro && word.base < tools - 1)
    .filter((word, i, all) => i === 0 || word.base - all[i - 1]!.base > 0.35 * word.size);
  const empty = await emptyRows(pdf);
  return lines.slice(1).flatMap((line, i) => {
    const above = lines[i]!;
    return empty(above.base, line.base) > 0 ? [] : [`"${above.text}" touches "${line.text}" of ${page.name}`];
  });
}
