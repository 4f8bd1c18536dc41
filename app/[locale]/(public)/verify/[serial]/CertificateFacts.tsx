import { useLocale, useTranslations } from "next-intl";
import { Fact } from "@/app/_ui/Fact";
import { PersonName } from "@/app/_ui/PersonName";
import { Serial } from "@/app/_ui/Serial";
import type { Printed, Verification } from "@/lib/certificates/queries";
import { fullDay } from "@/lib/i18n/format";
import { directionOf, type Locale } from "@/lib/i18n/rules";

export type Named = Extract<Verification, { name: string }>;

/** What a certificate says, in the reader's language with what is printed beneath. */
export function CertificateFacts({ named }: { named: Named }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("verify");
  const kinds = useTranslations("certificateKind");
  const { answer } = named;
  return (
    <dl className="card grid gap-4 sm:grid-cols-2">
      <Fact label={t("name")}>
        <span className="text-lg font-semibold">
          <PersonName name={named.name} latinName={named.latinName} />
        </span>
      </Fact>
      <Fact label={t("document")}>{named.issuedOn ? t(`kind.${named.kind}`) : kinds(named.kind)}</Fact>
      <Fact label={t("course")}>
        <Twice text={named.course} own={named.language} locale={locale} />
      </Fact>
      <Fact label={t("issuer")}>
        <Twice text={named.issuer} own={named.language} locale={locale} />
      </Fact>
      <Fact label={t("tools")}>
        <ul className="grid gap-2">
          {named.tools.map((tool) => (
            <li key={tool.name.printed}>
              <span className="font-semibold">
                <Twice text={tool.name} own={named.language} locale={locale} />
              </span>
              <ul>
                {tool.modules.map(({ code, title }) => (
                  <li key={`${code}${title.printed}`} className="flex gap-2">
                    {code ? (
                      <bdi dir="ltr" className="whitespace-nowrap">
                        {code}
                      </bdi>
                    ) : null}
                    <span>
                      <Twice text={title} own={named.language} locale={locale} />
                    </span>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </Fact>
      {named.issuedOn ? <Fact label={t("issuedOn")}>{fullDay(named.issuedOn, locale)}</Fact> : null}
      {answer === "valid" || answer === "expired" ? (
        <Fact label={t("validUntil")}>{named.expiresOn ? fullDay(named.expiresOn, locale) : t("noEnd")}</Fact>
      ) : null}
      <Fact label={t("serial")}>
        <Serial serial={named.serial} />
      </Fact>
    </dl>
  );
}

/** A text in the reader's language where it is known, and beneath it as it is printed where that differs. */
function Twice({ text, own, locale }: { text: Printed; own: Locale; locale: Locale }) {
  const said = text.said[locale] ?? text.printed;
  const printed = (
    <bdi lang={own === locale ? undefined : own} dir={directionOf(own)}>
      {text.printed}
    </bdi>
  );
  if (said === text.printed) return printed;
  return (
    <>
      <bdi>{said}</bdi>
      <span className="quiet block">{printed}</span>
    </>
  );
}
