import { ArrowRight } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { publicContext } from "@/app/_server/context";
import { clientAddress } from "@/app/_server/request";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { Serial } from "@/app/_ui/Serial";
import { FictionalMark } from "@/app/_ui/StateBadges";
import { verifyCertificate } from "@/lib/certificates/commands";
import { SerialForm } from "../SerialForm";
import { AnswerHead } from "./AnswerHead";
import { CertificateFacts } from "./CertificateFacts";
import { HowSure } from "./HowSure";
import { Unknown } from "./Unknown";
import "./verify.css";

type Props = { params: Promise<{ serial: string }> };

/** The answer, asked for once: an attempt counts once, though title and page both say it. */
const answerOf = cache(async (serial: string) =>
  verifyCertificate(publicContext(), typedIn(serial), await clientAddress()),
);
/** True where no letter and no digit was typed: then the number is asked for, and nothing is looked up. */
const saysNothing = (serial: string) => !/[\p{L}\p{N}]/u.test(typedIn(serial));
const typedIn = (serial: string) => decodeURIComponent(serial).slice(0, 300);

/** The answer stands first, so that it is heard first, and seen in a row of tabs. */
export async function generateMetadata({ params }: Props) {
  const { serial } = await params;
  const t = await getTranslations("verify");
  if (saysNothing(serial)) return { title: t("title"), robots: { index: false } };
  const found = await answerOf(serial);
  const answer = t(`answer.${found.answer}`);
  return {
    title: "serial" in found ? t("pageTitle", { answer, serial: found.serial }) : answer,
    robots: { index: false },
  };
}

/** Whether a certificate is genuine: the answer first, then what it says and how to be sure. */
export default async function Verification({ params }: Props) {
  const { serial } = await params;
  if (saysNothing(serial)) return <Asked />;
  const typed = typedIn(serial);
  const found = await answerOf(serial);
  const t = await getTranslations("verify");
  return (
    <div className="public-narrow grid gap-4">
      <div className="verification">
        <AnswerHead found={found} />
        <div className="verification-body">
          {"name" in found ? (
            <>
              {found.replacedBy ? <InItsPlace serial={found.replacedBy} /> : null}
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
