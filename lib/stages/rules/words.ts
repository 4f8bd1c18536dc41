import { squeeze } from "../../text";

/** The fewest characters of what stands as evidence or reason on a way: a sentence. */
export const leastWords = 20;

/** True for words by which somebody else can check or understand something: a sentence, of more than one word. */
export function isSentence(words: string | null): words is string {
  const said = squeeze(words ?? "");
  return said.length >= leastWords && said.split(" ").filter((word) => /[\p{L}\p{N}]/u.test(word)).length > 1;
}
