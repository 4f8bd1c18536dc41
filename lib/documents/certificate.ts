import { readFileSync } from "node:fs";
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import QRCode from "qrcode";
import { printedJson } from "./coverage";
import { shippedFonts } from "./fonts";
import { cascadeSign, guillocheFrame, seal } from "./frame";
import type { CertificatePage } from "./page";

let kept: { compiler: NodeCompiler; template: string } | null = null;

function typst() {
  if (!kept) {
    const workspace = join(/* turbopackIgnore: true */ process.cwd(), "lib/documents");
    // The compiler finds the machine's fonts too; ours stand first, and the template allows no others.
    const compiler = NodeCompiler.create({
      workspace,
      fontArgs: [{ fontBlobs: shippedFonts().flatMap(({ files }) => files) }],
    });
    for (const [name, drawing] of [
      ["frame.svg", guillocheFrame()],
      ["seal.svg", seal()],
      ["sign.svg", cascadeSign()],
    ] as const)
      compiler.mapShadow(join(workspace, name), Buffer.from(drawing));
    kept = { compiler, template: readFileSync(join(workspace, "certificate.typ"), "utf8") };
  }
  return kept;
}

/** The QR code of an address, as SVG. */
export const qrCode = (address: string): Promise<string> =>
  QRCode.toString(address, { type: "svg", margin: 0, errorCorrectionLevel: "M" });

/**
 * A certificate typeset by Typst, as a PDF of one page. A character that none of our fonts has is left out
 * (`unprintableOn` says which).
 * @throws Error where Typst refuses the document.
 */
export function typeset(page: CertificatePage, qr: string): Buffer {
  const { compiler, template } = typst();
  const pdf = compiler.pdf({ mainFileContent: template, inputs: { data: printedJson(page), qr } });
  // What this one did not need again, the next one will not either.
  compiler.evictCache(1);
  return pdf;
}

/** The certificate as a PDF, with the QR code of its address. */
export const certificatePdf = async (page: CertificatePage): Promise<Buffer> =>
  typeset(page, await qrCode(page.verifyUrl));
