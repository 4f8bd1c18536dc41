import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/app/_ui/kit/Badge";
import { ToolMark } from "@/app/_ui/kit/ToolMark";
import { Say } from "@/app/_ui/Say";
import { isOurs } from "@/lib/curriculum/rules";
import { countryName } from "@/lib/i18n/format";
import { dotBetween, inLanguage, type Locale, runsIn, type Translated } from "@/lib/i18n/rules";

/** A published title for this reader; says where it is our translation. */
export function PublishedTitle({ text }: { text: Translated }) {
  const t = useTranslations("tools");
  const { text: said, language } = inLanguage(text, useLocale() as Locale);
  return (
    <>
      <bdi dir={runsIn(said, language)}>
        <Say text={text} />
      </bdi>
      {isOurs(text, language) ? <span className="quiet font-normal"> ({t("ours")})</span> : null}
    </>
  );
}

/** A tool's mark with its name; says where the name is our translation. */
export function ToolName({ tool }: { tool: { code: string; title: Translated } }) {
  const t = useTranslations("tools");
  const { language } = inLanguage(tool.title, useLocale() as Locale);
  return (
    <>
      <ToolMark tool={tool} />
      {isOurs(tool.title, language) ? <span className="quiet font-normal"> ({t("ours")})</span> : null}
    </>
  );
}

/** What a version is called: its label, and the country whose variant it is. */
export function VersionName({ version }: { version: { label: string; country: string } }) {
  const locale = useLocale();
  const t = useTranslations("tools");
  return (
    <bdi>
      {t("version", { label: version.label })}
      {version.country
        ? `${dotBetween}${t("variant", { country: countryName(version.country, locale) })}`
        : ""}
    </bdi>
  );
}

/** Marks what is no longer offered. */
export function Retired() {
  const t = useTranslations("tools");
  return <Badge tone="neutral">{t("retired")}</Badge>;
}
