import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { fullDay } from "@/lib/i18n/format";
import { isolate, type Locale, nameInSentence, shownIn } from "@/lib/i18n/rules";
import type { HaltedTrainer } from "@/lib/stages/queries/halted";

/** Who trains in a workshop that awaits approval though they are suspended, or their way was not continued: each with the way. */
export function HaltedTrainers({ trainers }: { trainers: readonly HaltedTrainer[] }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("workshop");
  if (trainers.length === 0) return null;
  return (
    <ul className="text-attention font-semibold">
      {trainers.map((one) => (
        <li key={`${one.person.id} ${one.toolId}`}>
          <Link
            href={`/desk/people/${one.person.id}/ways/${one.programmeId}/${one.toolId}`}
            prefetch={false}
            className="inline-flex items-center min-h-11"
          >
            {t("haltedTrainer", {
              name: nameInSentence(one.person, locale),
              tool: isolate(shownIn(one.tool.title, locale), locale),
              stage: one.stage,
              day: fullDay(one.since, locale),
            })}
          </Link>
        </li>
      ))}
    </ul>
  );
}
