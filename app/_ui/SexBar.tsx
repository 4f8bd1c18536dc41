import { useLocale, useTranslations } from "next-intl";
import { list } from "@/lib/i18n/format";
import type { BySex } from "@/lib/records/rules/numbers";
import { type Parts, PartsBar } from "./kit/PartsBar";

/** Women are what is watched, men the others. */
export const partsBySex = ({ women, men, unknown }: BySex): Parts => ({
  watched: women,
  rest: men,
  unknown,
});

/** Women and men of a number as a bar, and in words below it. */
export function SexBar({ people }: { people: BySex }) {
  const locale = useLocale();
  const t = useTranslations("bySex");
  const said = list(
    (["women", "men", "unknown"] as const)
      .filter((part) => people[part] > 0)
      .map((part) => t(`count.${part}`, { count: people[part] })),
    locale,
  );
  return (
    <>
      <PartsBar label={said} parts={partsBySex(people)} />
      <span className="quiet">{said}</span>
    </>
  );
}
