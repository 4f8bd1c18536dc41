import { ArrowRight } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { asking, oneOf, type SearchParams } from "@/app/_server/asked";
import { publicContext } from "@/app/_server/context";
import { clientAddress } from "@/app/_server/request";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { Serial } from "@/app/_ui/Serial";
import { FictionalMark } from "@/app/_ui/StateBadges";
import { verifyCertificate } from "@/lib/certificates/commands";
import { type Locale, localeNames, locales } from "@/lib/i18n/rules";
import { SerialForm } from "../SerialForm";
import { AnswerHead } from "./AnswerHead";
import { CertificateFacts, type Named } from "./CertificateFacts";
import { HowSure } from "./HowSure";
import { Unknown } from "./Unknown";
import "./verify.css";

type Props = { params: Promise<{ serial: string }>; searchParams: SearchParams };

const asked = asking({ paper: oneOf(locales) });

/** The answer, asked for once: an attempt counts once, though title and page both say it. */
const answerOf = cache(async (serial: string, paper: Locale | null) =>
  verifyCertificate(publicContext(), typedIn(serial), await clientAddress(), paper),
);
/** True where no letter and no digit was typed: then the number is asked for, and nothing is looked up. */
const saysNothing = (serial: string) => !/[\p{L}\p{N}]/u.test(typedIn(serial));
const typedIn = (serial: string) => decodeURIComponent(serial).slice(0, 300);

/** The answer stands first, so that it is heard first, and seen in a row of tabs. */
export async function generateMetadata({ params, searchParams }: Props) {
  const { serial } = await params;
  const t = await getTranslations("verify");
  if (saysNothing(serial)) return { title: t("title"), robots: { index: false } };
  const found = await answerOf(serial, (await asked(searchParams)).paper);
  const answer = t(`answer.${found.answer}`);
  return {
    title: "serial" in found ? t("pageTitle", { answer, serial: found.serial }) : answer,
    robots: { index: false },
  };
}

/** Whether a certificate is genuine: the answer first, then what it says and how to be sure. */
export default async function Verification({ params, searchParams }: Props) {
  const { serial } = await params;
  if (saysNothing(serial)) return <Asked />;
  const typed = typedIn(serial);
  const found = await answerOf(serial, (await asked(searchParams)).paper);
  const t = await getTranslations("verify");
  return (
    <div className="public-narrow grid gap-4">
      <div className="verification">
        <AnswerHead found={found} />
        <div className="verification-body">
          {"name" in found ? (
            <>
              {found.replacedBy ? <InItsPlace serial={found.replacedBy} /> : null}
              <PaperLanguage named={found} />
              <CertificateFacts named={found} />
              {found.fictional ? (
                <p>
                  <FictionalMark />
                </p>
              ) : null}
              <HowSure named={found} />
            </>
          ) : (
            <Unknown found={found} typed={typed} />
          )}
        </div>
      </div>
      {"name" in found ? (
        <p>
          <a href="/verify" className="button">
            {t("another")}
          </a>
        </p>
      ) : null}
    </div>
  );
}

/** In which languages it is had on paper, to choose the one that is compared; nothing where there is one alone. */
async function PaperLanguage({ named }: { named: Named }) {
  const t = await getTranslations("verify");
  if (named.papers.length < 2) return null;
  return (
    <p className="flex flex-wrap gap-x-4 items-center">
      <span>{t("paperIn")}</span>
      {named.papers.map((language) => (
        <a
          key={language}
          href={`/verify/${named.serial}?paper=${language}`}
          aria-current={language === named.language ? "true" : undefined}
          className={`min-h-11 inline-flex items-center ${language === named.language ? "font-semibold" : ""}`}
        >
          <bdi lang={language}>{localeNames[language]}</bdi>
        </a>
      ))}
    </p>
  );
}

/** The question for the number again, where none was typed. */
async function Asked() {
  const t = await getTranslations("verify");
  const errors = await getTranslations("errors");
  return (
    <div className="public-narrow">
      <PageHead title={t("title")} under={t("lead")} />
      <div className="card sm:p-6">
        <SerialForm hint={t("serialHint")} fault={errors("required")} />
      </div>
    </div>
  );
}

/** The certificate that took the place of this one, before all else. */
async function InItsPlace({ serial }: { serial: string }) {
  const t = await getTranslations("verify");
  return (
    <div className="verification-next">
      <p>
        <span className="quiet block">{t("inItsPlace")}</span> <Serial serial={serial} />
      </p>
      <a href={`/verify/${serial}`} className="button-main">
        <ArrowRight size={18} aria-hidden className="mirrored" />
        {t("seeNext")}
      </a>
    </div>
  );
}
