import { useTranslations } from "next-intl";
import { PartsBar } from "@/app/_ui/kit/PartsBar";

const parts = { watched: 0, rest: 0, unknown: 0 };

/** What the parts of the bars are: women, men, and those of whom it is not known. */
export function SexKey() {
  const t = useTranslations("bySex");
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 quiet">
      {(
        [
          ["women", "watched"],
          ["men", "rest"],
          ["unknown", "unknown"],
        ] as const
      ).map(([sex, part]) => (
        <li key={sex} className="inline-flex gap-2 items-center">
          <span className="w-4" aria-hidden>
            <PartsBar label={t(sex)} parts={{ ...parts, [part]: 1 }} />
          </span>
          {t(sex)}
        </li>
      ))}
    </ul>
  );
}
