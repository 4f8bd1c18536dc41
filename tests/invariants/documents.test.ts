import { describe, expect, it } from "vitest";
import { certificatePdf } from "../../lib/documents/certificate";
import type { CertificatePage } from "../../lib/documents/page";
import { extremes, type Parameters, pageOf, pairwise, parameters } from "../support/pages";
import { certificateFaults, fontsOf, readPdf } from "../support/pdf";

/** Only fonts that come with the product. */
const ours = /^(NotoSans|NotoSerif|Amiri)-/;

const wrong = async (sets: Parameters[]) => {
  const found: string[] = [];
  for (const [number, set] of sets.entries()) {
    const page: CertificatePage = pageOf(set, number);
    const pdf = await certificatePdf(page);
    const faults = await certificateFaults(page, pdf, true);
    for (const font of fontsOf(pdf)) if (!ours.test(font)) faults.push(`font ${font}`);
    if (faults.length > 0) found.push(`${JSON.stringify(set)}: ${faults.slice(0, 5).join("; ")}`);
  }
  return found;
};

describe("a certificate", () => {
  it("is one page with a QR code that reads, the serial and the whole name, at the extremes", async () => {
    expect(await wrong(extremes)).toEqual([]);
  });
  it("is the same for every two values of what certificates differ in", async () => {
    const sets = pairwise();
    for (const name of Object.keys(parameters) as (keyof Parameters)[])
      for (const value of parameters[name]) expect(sets.some((set) => set[name] === value)).toBe(true);
    expect(await wrong(sets)).toEqual([]);
  });
  it("stays so with more than anybody should write, and with a long address of the server", async () => {
    const wide = (count: number) => "W".repeat(count);
    const full = pageOf(extremes[3]!, 1);
    const plain = pageOf(extremes[2]!, 2);
    const serial = plain.serial.replaceAll("-", "");
    const pages: CertificatePage[] = [
      { ...full, name: wide(200), latinName: wide(200), issuer: wide(200) },
      { ...full, signatories: full.signatories.map(() => ({ name: wide(120), role: wide(120) })) },
      { ...plain, verifyUrl: `https://${"training.".repeat(4)}example.org/verify/${serial}` },
      { ...plain, tools: [{ name: "Think.Coop", version: "1", modules: [] }], details: [] },
    ];
    for (const page of pages)
      expect(await certificateFaults(page, await certificatePdf(page), true)).toEqual([]);
  });
  it("is printed with our fonts only, and leaves no box for what they lack", async () => {
    for (const [name, kept] of [
      ["Abebe አበበ Նարեկ ნინო สมชาย Ольга Nguyễn 🙂", "AbebeОльгаNguyễn"],
      ["王小明 ليلى", "ليلى"],
    ] as const) {
      const page: CertificatePage = { ...pageOf(extremes[2]!, 1), name };
      const pdf = await certificatePdf(page);
      expect(fontsOf(pdf).filter((font) => !ours.test(font))).toEqual([]);
      const { words } = await readPdf(pdf);
      const text = words
        .map((word) => word.text)
        .join("")
        .replace(/\s/g, "");
      expect(text).toContain(`${page.intro.replace(/\s/g, "")}${kept}`);
    }
  });
});
