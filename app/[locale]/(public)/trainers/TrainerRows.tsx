import { Languages, MapPin } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { CertifiedMarks } from "@/app/_ui/CertifiedMarks";
import { ToolMark } from "@/app/_ui/kit/ToolMark";
import { modulesSaid } from "@/app/_ui/modulesSaid";
import { PersonName } from "@/app/_ui/PersonName";
import { Written } from "@/app/_ui/Written";
import { fullDay, languageName, list } from "@/lib/i18n/format";
import { whereSaid } from "@/lib/i18n/governorates";
import { dotBetween, type Locale } from "@/lib/i18n/rules";
import type { ListedTrainer } from "@/lib/trainers/queries";

/** Trainers of the public register, a row each: who, where, in which languages, certified for what until when. */
export function TrainerRows({ trainers }: { trainers: readonly ListedTrainer[] }) {
  return (
    <ul className="grid gap-3 sm:grid-cols-2 mt-5">
      {trainers.map((trainer) => (
        <li key={trainer.address} className="card grid gap-2 content-start">
          <h2 className="text-lg">
            <a href={`/trainers/${trainer.address}`}>
              <PersonName name={trainer.name} latinName={trainer.latinName} />
            </a>
          </h2>
          <Whereabouts trainer={trainer} />
          <Certified trainer={trainer} />
        </li>
      ))}
    </ul>
  );
}

/** Where a trainer works and which languages they speak. */
export function Whereabouts({ trainer }: { trainer: ListedTrainer }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("publicTrainers");
  const { place, organisation, languages } = trainer;
  const where = whereSaid(trainer, locale).join(dotBetween);
  return (
    <ul className="grid gap-1 text-sm">
      {place || where ? (
        <li className="flex gap-2 items-center">
          <MapPin size={15} aria-hidden className="flex-none" />
          <span>
            {place ? (
              <>
                <Written>{place}</Written>
                {where ? dotBetween : null}
              </>
            ) : null}
            {where}
          </span>
        </li>
      ) : null}
      <li className="flex gap-2 items-center">
        <Languages size={15} aria-hidden className="flex-none" />
        <span className="sr-only">{t("language")}</span>
        {list(
          languages.map((language) => languageName(language, locale)),
          locale,
        )}
      </li>
      {organisation ? (
        <li className="quiet">
          <Written>{organisation}</Written>
        </li>
      ) : null}
    </ul>
  );
}

/** What a trainer is certified for: the tool, its modules, the last day. */
export function Certified({ trainer }: { trainer: ListedTrainer }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("publicTrainers");
  // A tool that is one module has no code for it.
  const whole = useTranslations("decide")("whole");
  return (
    <ul className="grid gap-1">
      {trainer.certified.map(({ tool, ends, stage, byException }) =>
        ends.map(({ codes, until, before }) => (
          <li key={`${tool.code} ${until} ${codes.join()}`} className="flex flex-wrap items-center gap-x-2">
            <ToolMark tool={tool} />
            <span className="quiet">
              {stage === "master_trainer" ? `${t("master")}${dotBetween}` : null}
              {modulesSaid(codes, whole, locale)}
              {dotBetween}
              <span className="kept">{t("until", { day: fullDay(until, locale) })}</span>
            </span>
            <CertifiedMarks before={before} byException={byException} doubted={false} />
          </li>
        )),
      )}
    </ul>
  );
}
