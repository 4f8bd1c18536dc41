import type { Locale } from "../../db/values/languages";
import { typesetPicture } from "./typst";

/** What stands on the picture beside a shared link, every word ready, in one language. */
export type Card = {
  language: Locale;
  /** The name of the product. */
  name: string;
  /** What kind of thing it is, over the title. */
  over: string;
  title: string;
  /** Dates, place. */
  lines: string[];
  /** What decides whether somebody acts on it: the last day to apply. */
  strong: string | null;
  /** Said of demonstration data, or null. */
  mark: string | null;
};

/**
 * The picture, as PNG of 1200 by 630. Letters are drawn as lines by Typst, which joins Arabic as it is written, so that
 * it looks the same whatever fonts a machine has.
 * @throws Error where Typst refuses what is to be drawn.
 */
export async function drawCard(card: Card): Promise<Buffer> {
  const svg = typesetPicture("card", card);
  // Taken where it is needed: it is large, and most processes draw nothing.
  const { default: sharp } = await import("sharp");
  return sharp(Buffer.from(svg)).resize(1200, 630).png({ palette: true, compressionLevel: 9 }).toBuffer();
}
