import { readFileSync } from "node:fs";
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import QRCode from "qrcode";
import type { CertificateKind } from "../certificates/rules";
import type { Locale } from "../i18n/rules";
import { guillocheFrame } from "./frame";

/** A certificate with every word ready, in one language. */
export type CertificatePage = {
  kind: CertificateKind;
  language: Locale;
  title: string;
  issuer: string;
  intro: string;
  name: string;
  latinName: string | null;
  sentence: string;
  /** Heads of the scope table of a trainer certification: tool, modules, version. */
  heads: string[];
  tools: { name: string; version: string; modules: string[] }[];
  details: { label: string; value: string }[];
  signatories: { name: string; role: string }[];
  serialLabel: string;
  serial: string;
  verifyLabel: string;
  verifyUrl: string;
  /** Said of demonstration data, or null. */
  fictional: string | null;
};

const root = () => process.cwd();
const fonts = [
  "noto-sans/400Regular",
  "noto-sans/600SemiBold",
  "noto-sans/700Bold",
  "amiri/400Regular",
  "amiri/700Bold",
];

let kept: { compiler: NodeCompiler; template: string } | null = null;

function typst() {
  if (!kept) {
    const fontPaths = fonts.map((f) =>
      join(/* turbopackIgnore: true */ root(), "node_modules/@expo-google-fonts", f),
    );
    const workspace = join(/* turbopackIgnore: true */ root(), "lib/documents");
    const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths }] });
    compiler.mapShadow(join(workspace, "frame.svg"), Buffer.from(guillocheFrame()));
    kept = { compiler, template: readFileSync(join(workspace, "certificate.typ"), "utf8") };
  }
  return kept;
}

/** The QR code of an address, as SVG. */
export const qrCode = (address: string): Promise<string> =>
  QRCode.toString(address, { type: "svg", margin: 0, errorCorrectionLevel: "M" });

/**
 * A certificate typeset by Typst, as a PDF of one page.
 * @throws Error where Typst refuses the document.
 */
export function typeset(page: CertificatePage, qr: string): Buffer {
  const { compiler, template } = typst();
  const pdf = compiler.pdf({ mainFileContent: template, inputs: { data: JSON.stringify({ ...page, qr }) } });
  compiler.evictCache(30);
  return pdf;
}

/** The certificate as a PDF, with the QR code of its address. */
export const certificatePdf = async (page: CertificatePage): Promise<Buffer> =>
  typeset(page, await qrCode(page.verifyUrl));
