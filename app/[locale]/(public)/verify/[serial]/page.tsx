import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { publicContext } from "@/app/_server/context";
import { clientAddress } from "@/app/_server/request";
import { Contact } from "@/app/_ui/Contact";
import { FictionalMark } from "@/app/_ui/StateBadges";
import { verifyCertificate } from "@/lib/certificates/commands";
import { processSettings } from "@/lib/env/settings";
import { fullDay } from "@/lib/i18n/format";
import { AnswerHead } from "./AnswerHead";
import { CertificateFacts } from "./CertificateFacts";
import { Unknown } from "./Unknown";

type Props = { params: Promise<{ serial: string }> };

/** The answer, asked for once: an attempt counts once, though title and page both say it. */
const answerOf = cache(async (serial: string) =>
  verifyCertificate(publicContext(), typedIn(serial), await clientAddress()),
);
const typedIn = (serial: string) => decodeURIComponent(serial).slice(0, 300);

/** The answer stands first, so that it is heard first, and seen in a row of tabs. */
export async function generateMetadata({ params }: Props) {
  const found = await answerOf((await params).serial);
  const t = await getTranslations("verify");
  const answer = t(`answer.${found.answer}`);
  return {
    title: "serial" in found ? t("pageTitle", { answer, serial: found.serial }) : answer,
    robots: { index: false },
  };
}

/** Whether a certificate is genuine: the answer first, then what it says and how to be sure. */
export default async function Verification({ params }: Props) {
  const { serial } = await params;
  const typed = typedIn(serial);
  const found = await answerOf(serial);
  const locale = await getLocale();
  const t = await getTranslations("verify");
  return (
    <div className="grid gap-6 max-w-2xl">
      <AnswerHead found={found} />
      {"name" in found ? (
        <>
          <CertificateFacts named={found} />
          {found.fictional ? (
            <p>
              <FictionalMark />
            </p>
          ) : null}
          <p className="quiet">
            {t("howSure", { day: fullDay(found.checkedOn, locale) })}{" "}
            <bdi dir="ltr">{processSettings().publicUrl}</bdi>
          </p>
          {found.contact ? <Contact label={t("ask")} contact={found.contact} /> : null}
        </>
      ) : (
        <Unknown found={found} typed={typed} />
      )}
      <p>
        <a href="/verify" className="button">
          {t("another")}
        </a>
      </p>
    </div>
  );
}
