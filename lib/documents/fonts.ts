import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The fonts of printed documents, by family, in the weights that the template asks for. Nothing else is ever printed
 * with: the template falls back to no other font, so a page is the same on every machine.
 */
const families = {
  "Noto Sans": ["noto-sans/400Regular/NotoSans_400Regular.ttf", "noto-sans/700Bold/NotoSans_700Bold.ttf"],
  "Noto Serif": [
    "noto-serif/400Regular/NotoSerif_400Regular.ttf",
    "noto-serif/700Bold/NotoSerif_700Bold.ttf",
  ],
  Amiri: ["amiri/400Regular/Amiri_400Regular.ttf", "amiri/700Bold/Amiri_700Bold.ttf"],
};

let kept: { family: string; files: Buffer[] }[] | null = null;

/** The files of the shipped fonts by family, read once. */
export function shippedFonts() {
  kept ??= Object.entries(families).map(([family, files]) => ({
    family,
    files: files.map((file) =>
      readFileSync(join(/* turbopackIgnore: true */ process.cwd(), "node_modules/@expo-google-fonts", file)),
    ),
  }));
  return kept;
}
