import { useLocale } from "next-intl";
import { inLanguage, type Locale, runsIn, type Translated } from "@/lib/i18n/rules";
import { Say } from "../Say";
import "./tool-mark.css";

/** The tools that have a colour and letters of their own; all others take the colour of `other`. */
const marks = {
  "think-coop": ["think", "T"],
  "start-coop": ["start", "S"],
  "my-coop": ["my", "My"],
  "manage-coop": ["manage", "Ma"],
} as const;
type Tone = (typeof marks)[keyof typeof marks][0] | "other";

/** In which colour a tool is drawn. */
export const toolTone = (code: string): Tone => marks[code as keyof typeof marks]?.[0] ?? "other";

/** The letters by which a tool is known in little room; of one that a programme added, the first of its name. */
export const toolLetters = (code: string, name: string): string =>
  marks[code as keyof typeof marks]?.[1] ?? name.trim().slice(0, 1).toUpperCase();

/** A small square with the letters of a tool, then its name; the square alone only where a key stands beside it. */
export function ToolMark({
  tool,
  alone = false,
}: {
  tool: { code: string; title: Translated };
  /** True where the name is heard but not seen. */
  alone?: boolean;
}) {
  const { text: name, language } = inLanguage(tool.title, useLocale() as Locale);
  return (
    <span className="tool-mark">
      <span aria-hidden className="tool-mark-square" data-tone={toolTone(tool.code)}>
        {toolLetters(tool.code, name)}
      </span>
      <bdi dir={runsIn(name, language)} className={alone ? "sr-only" : undefined}>
        <Say text={tool.title} />
      </bdi>
    </span>
  );
}
