import {
  Ban,
  CircleCheck,
  CircleHelp,
  CircleX,
  Clock,
  Hourglass,
  Keyboard,
  type LucideIcon,
  RefreshCw,
} from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { publicContext } from "@/app/_server/context";
import { clientAddress } from "@/app/_server/request";
import { Contact } from "@/app/_ui/Contact";
import { FictionalMark } from "@/app/_ui/StateBadges";
import { verifyCertificate } from "@/lib/certificates/commands";
import { processSettings } from "@/lib/env/settings";
import { fullDay } from "@/lib/i18n/format";
import { CertificateFacts } from "./CertificateFacts";

export const generateMetadata = async () => ({
  title: (await getTranslations("verify"))("title"),
  robots: { index: false },
});

type Answer = ReturnType<typeof verifyCertificate>;

const looks: Record<Answer["answer"], [LucideIcon, string]> = {
  valid: [CircleCheck, "bg-ok-tint text-ok"],
  expired: [Clock, "bg-attention-tint text-attention"],
  revoked: [CircleX, "bg-stop-tint text-stop"],
  replaced: [RefreshCw, "bg-info-tint text-info"],
  prepared: [Hourglass, "bg-neutral-tint text-neutral"],
  void: [Ban, "bg-stop-tint text-stop"],
  unknown: [CircleHelp, "bg-neutral-tint text-neutral"],
  mistyped: [Keyboard, "bg-attention-tint text-attention"],
  tooMany: [Clock, "bg-neutral-tint text-neutral"],
};

/** Whether a certificate is genuine: the answer first, then what it says and how to be sure. */
export default async function Verification({ params }: { params: Promise<{ serial: string }> }) {
  const typed = decodeURIComponent((await params).serial).slice(0, 300);
  const found = verifyCertificate(publicContext(), typed, await clientAddress());
  const locale = await getLocale();
  const t = await getTranslations("verify");
  const [Icon, tone] = looks[found.answer];
  const named = "name" in found ? found : null;
  const anew = found.answer === "void" && named?.replacedBy;
  // Made for the closing of a course that ended before its last day: it holds from the day that it bears.
  const dated = named?.answer === "prepared" ? named.issuedOn : null;
  return (
    <div className="grid gap-6 max-w-2xl">
      <div role="status" className={`rounded-card p-5 flex gap-4 items-center ${tone}`}>
        <Icon size={44} className="shrink-0" />
        <div>
          <h1 className="text-2xl">{t(`answer.${found.answer}`)}</h1>
          <p>
            {t(`meaning.${anew ? "prepared_anew" : dated ? "prepared_until" : found.answer}`, {
              kind: named?.kind ?? "",
              minutes: "minutes" in found ? found.minutes : 0,
              day: dated ? fullDay(dated, locale) : named?.endedOn ? fullDay(named.endedOn, locale) : "",
            })}
          </p>
          {named?.replacedBy ? (
            <p>
              <a href={`/verify/${named.replacedBy}`} className="min-h-11 inline-flex items-center">
                {t("seeNext")}
              </a>
            </p>
          ) : null}
        </div>
      </div>
      {named ? (
        <>
          <CertificateFacts named={named} />
          {named.fictional ? (
            <p>
              <FictionalMark />
            </p>
          ) : null}
          <p className="quiet">
            {t("howSure", { day: fullDay(named.checkedOn, locale) })}{" "}
            <bdi dir="ltr">{processSettings().publicUrl}</bdi>
          </p>
          {named.contact ? <Contact label={t("ask")} contact={named.contact} /> : null}
        </>
      ) : (
        <ul className="list-disc ps-5 grid gap-1">
          {found.answer === "mistyped" ? <li>{t(`wrong.${found.wrong}`)}</li> : null}
          {found.answer === "tooMany" ? null : <li>{t("checkSigns")}</li>}
          {found.answer === "unknown" ? <li>{t("askIssuer")}</li> : null}
          <li>
            <bdi dir="ltr" className="font-mono">
              {"serial" in found ? found.serial : typed}
            </bdi>
          </li>
        </ul>
      )}
      <p>
        <a href="/verify" className="button">
          {t("another")}
        </a>
      </p>
    </div>
  );
}
