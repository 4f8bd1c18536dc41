import type { Said, Values } from "./readPost";

/**
 * Fields whose text is shown to nobody again: secrets, how somebody is reached, what is sensitive, and what stands in a form
 * without being seen. Names of rows count as well.
 */
const unshown =
  /password|current|code|token|secret|key|phone|e?mail|contact|consent|^(sex|birthYear|displacement|disability|needs|needed|known|version|cameWith|signedInAs|back)$/i;

/** True for what somebody wrote: words, a word of another script, a name; not for a word of a list, a number or a key. */
const isWritten = (text: string): boolean =>
  /\p{L}/u.test(text) &&
  !/^[{[]/.test(text) &&
  (/\S\s+\S/.test(text) || /[^\p{ASCII}]/u.test(text) || /^\p{Lu}\p{Ll}{2,}[.!?]?$/u.test(text));

/** The texts that somebody typed into a form, as they stood in it; nothing secret or sensitive, and no contact. */
export function typedTexts(said: Values): string[] {
  const textsOf = (value: Said): string[] => {
    if (typeof value === "string") return isWritten(value) ? [value] : [];
    if (Array.isArray(value)) return value.flatMap(textsOf);
    return value !== null && typeof value === "object" ? typedTexts(value) : [];
  };
  const texts = Object.entries(said).flatMap(([name, value]) => (unshown.test(name) ? [] : textsOf(value)));
  return [...new Set(texts)];
}
