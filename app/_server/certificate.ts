import { createTranslator } from "next-intl";
import type { certificateDocument } from "@/lib/certificates/queries";
import { groupSerial } from "@/lib/certificates/rules";
import { moduleName } from "@/lib/curriculum/rules";
import type { CertificatePage } from "@/lib/documents/certificate";
import { environment } from "@/lib/env/environment";
import type { Locale } from "@/lib/i18n/rules";
import { countryName, dateRange, fullDay, hours } from "../_ui/format";
import { messagesOf } from "./messages";

type Document = NonNullable<ReturnType<typeof certificateDocument>>;

const translatorOf = (language: Locale) =>
  createTranslator({ locale: language, messages: messagesOf(language), namespace: "certificate" });
const translators = new Map<Locale, ReturnType<typeof translatorOf>>();

/** The words of certificates in a language, made once: a batch needs them for each. */
function words(language: Locale) {
  const t = translators.get(language) ?? translatorOf(language);
  translators.set(language, t);
  return t;
}

/** A certificate's facts put into the words of its language. */
export function certificatePage(certificate: Document): CertificatePage {
  const { facts, kind, language } = certificate;
  const t = words(language);
  const dates =
    facts.startsOn && facts.endsOn
      ? dateRange(facts.startsOn, facts.endsOn, language)
      : facts.year
        ? String(facts.year)
        : null;
  const details: CertificatePage["details"] = [];
  const add = (label: Parameters<typeof t>[0], value: string | null | undefined) => {
    if (value) details.push({ label: t(label), value });
  };
  add("programme", facts.programme);
  add("dates", dates);
  const country = countryName(facts.country, language);
  add(
    "place",
    facts.online ? t("online") : facts.place + (facts.place === country ? "" : t("inCountry", { country })),
  );
  add("hours", kind === "participation" ? hours(facts.minutes, language) : null);
  add("recommendedBy", facts.recommendedBy);
  add("issuedOn", fullDay(certificate.issuedOn, language));
  add("validUntil", certificate.expiresOn && fullDay(certificate.expiresOn, language));
  const verifyUrl = `${environment().publicUrl}/verify/${certificate.serial}`;
  return {
    kind,
    language,
    title: t(`title.${kind}`),
    issuer: facts.issuer,
    intro: t("intro"),
    name: facts.name,
    latinName: facts.latinName,
    sentence: t(`sentence.${kind}`, { course: facts.course }),
    heads: [t("tool"), t("modules"), t("version")],
    tools: facts.tools.map((tool) => ({
      name: tool.name,
      version: tool.version,
      modules: tool.modules.map((m) => moduleName(m, m.title)),
    })),
    details,
    signatories: facts.signatories,
    serialLabel: t("serial"),
    serial: groupSerial(certificate.serial),
    verifyLabel: t("verifyAt"),
    verifyUrl,
    fictional: facts.fictional ? t("fictional") : null,
  };
}
