import { readFileSync } from "node:fs";
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { printedJson } from "./coverage";
import { shippedFonts } from "./fonts";
import { cascadeSign, guillocheFrame, seal } from "./frame";
import { absentSign, belowSign, excusedSign, lateSign, presentSign } from "./signs";

const drawings = {
  "frame.svg": guillocheFrame,
  "seal.svg": seal,
  "sign.svg": cascadeSign,
  "present.svg": presentSign,
  "late.svg": lateSign,
  "excused.svg": excusedSign,
  "absent.svg": absentSign,
  "below.svg": belowSign,
};

/** The templates by name; each is a file beside this one. */
type Template = "certificate" | "sign-in" | "participants" | "timetable" | "attendance" | "card";

const workspace = () => join(/* turbopackIgnore: true */ process.cwd(), "lib/documents");

let kept: NodeCompiler | null = null;
const templates = new Map<Template, string>();

function compilerKept(): NodeCompiler {
  if (!kept) {
    // The compiler finds the machine's fonts too; ours stand first, and the templates allow no others.
    kept = NodeCompiler.create({
      workspace: workspace(),
      fontArgs: [{ fontBlobs: shippedFonts().flatMap(({ files }) => files) }],
    });
    for (const [name, drawn] of Object.entries(drawings))
      kept.mapShadow(join(workspace(), name), Buffer.from(drawn()));
  }
  return kept;
}

function templateOf(name: Template): string {
  const text = templates.get(name) ?? readFileSync(join(workspace(), `${name}.typ`), "utf8");
  templates.set(name, text);
  return text;
}

/** What a template is given: words and facts alone; what no shipped font has is left out. */
const inputsOf = (data: object, more: Record<string, string>) => ({
  data: printedJson(data),
  ...more,
});

/**
 * A document typeset by Typst, as a PDF; `accessible` where it is to meet PDF/UA-1.
 * @throws Error where Typst refuses the document.
 */
export function typesetPdf(
  name: Template,
  data: object,
  { accessible = false, ...more }: { accessible?: boolean; qr?: string } = {},
): Buffer {
  const compiler = compilerKept();
  const by = { mainFileContent: templateOf(name), inputs: inputsOf(data, more) };
  const pdf = compiler.pdf(by, accessible ? { pdfStandard: "ua-1" } : undefined);
  // What this one did not need again, the next one will not either.
  compiler.evictCache(1);
  return pdf;
}

/** The same as a picture, letters drawn as shapes. */
export function typesetPicture(name: Template, data: object, more: { qr?: string } = {}): string {
  const compiler = compilerKept();
  const svg = compiler.plainSvg({ mainFileContent: templateOf(name), inputs: inputsOf(data, more) });
  compiler.evictCache(1);
  return svg;
}
