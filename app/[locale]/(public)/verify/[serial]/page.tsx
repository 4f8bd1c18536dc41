import { getLocale, getTranslations } from "next-intl/server";
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

export const generateMetadata = async () => ({
  title: (await getTranslations("verify"))("title"),
  robots: { index: false },
});

/** Whether a certificate is genuine: the answer first, then what it says and how to be sure. */
export default async function Verification({ params }: { params: Promise<{ serial: string }> }) {
  const typed = decodeURIComponent((await params).serial).slice(0, 300);
  const found = verifyCertificate(publicContext(), typed, await clientAddress());
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
