import { create } from "fontkit";
import { shippedFonts } from "./fonts";
import type { CertificatePage } from "./page";

/** Joiners, direction marks, variation selectors and their like: they shape what stands beside them, unseen. */
const unseen = /[\p{Default_Ignorable_Code_Point}\s]/gu;
const clusters = new Intl.Segmenter("en", { granularity: "grapheme" });

let kept: Set<number>[] | null = null;

/** The characters of each family: those that all its weights have. */
function coverage(): Set<number>[] {
  kept ??= shippedFonts().map(({ files }) => {
    const [first, ...others] = files.map((file) => {
      const font = create(file);
      return new Set("characterSet" in font ? font.characterSet : []);
    });
    return new Set([...(first ?? [])].filter((sign) => others.every((other) => other.has(sign))));
  });
  return kept;
}

/** Whether one family has a whole cluster: a letter with its marks is never put together from two fonts. */
const covered = (cluster: string) => {
  const signs = [...cluster].map((sign) => sign.codePointAt(0)!);
  return coverage().some((family) => signs.every((sign) => family.has(sign)));
};

/** The clusters (a letter with its marks) of a text, each with what of it has to be seen. */
const seen = (text: string) =>
  Array.from(clusters.segment(text.normalize("NFC")), ({ segment }) => ({
    segment,
    visible: segment.replace(unseen, ""),
  }));

/** The characters of a text, each once, that none of the shipped fonts can print. */
export function unprintable(text: string): string[] {
  // Nearly every text is covered by one family as a whole.
  if (covered(text.normalize("NFC").replace(unseen, ""))) return [];
  const missing = seen(text).filter(({ visible }) => visible !== "" && !covered(visible));
  return [...new Set(missing.map(({ visible }) => visible))];
}

/** The same text without what no shipped font has: rather nothing than a box. */
export const withoutUnprintable = (text: string) =>
  unprintable(text).length === 0
    ? text
    : seen(text)
        .filter(({ visible }) => visible === "" || covered(visible))
        .map(({ segment }) => segment)
        .join("")
        .replace(/ {2,}/g, " ")
        .trim();

/** A line may end after a hyphen or dash even where the space that follows holds: it would begin the next line. */
const dashBeforeHeld = /([-\u2010\u2012\u2013])[\u00a0\u202f]/g;

/** What is to be printed as JSON, without what no shipped font has, and with no space that could begin a line. */
export const printedJson = (page: object): string =>
  JSON.stringify(page, (_, value) =>
    typeof value === "string" ? withoutUnprintable(value).replace(dashBeforeHeld, "$1 ") : value,
  );

/**
 * A name as it can be printed: as it is, or its Latin form in its place where our fonts don't have its script;
 * null where neither can be printed.
 */
export function printableName(person: {
  name: string;
  latinName: string | null;
}): { name: string; latinName: string | null } | null {
  const latinName = person.latinName && unprintable(person.latinName).length === 0 ? person.latinName : null;
  if (unprintable(person.name).length === 0) return { name: person.name, latinName };
  return latinName ? { name: latinName, latinName: null } : null;
}

/** What of a page's texts could not be printed, each character once; empty where all can. */
export function unprintableOn(page: CertificatePage): string[] {
  const texts = [
    page.title,
    page.issuer,
    page.intro,
    page.name,
    page.latinName,
    page.sentence,
    ...page.heads,
    ...page.tools.flatMap((tool) => [tool.name, tool.version, ...tool.modules]),
    ...page.details.flatMap((line) => [line.label, line.value]),
    ...page.signatories.flatMap((person) => [person.name, person.role]),
    page.fictional,
    page.mark,
  ];
  return unprintable(texts.filter((text) => text !== null).join("\n"));
}
