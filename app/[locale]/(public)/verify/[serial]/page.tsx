import {
  Ban,
  CircleCheck,
  CircleHelp,
  CircleX,
  Clock,
  Hourglass,
  type IconNode,
  Keyboard,
  RefreshCw,
} from "lucide";
import { getLocale, getTranslations } from "next-intl/server";
import { publicContext } from "@/app/_server/context";
import { clientAddress } from "@/app/_server/request";
import { fullDay } from "@/app/_ui/format";
import { Icon } from "@/app/_ui/Icon";
import { Fact, FictionalMark, PersonName, Serial } from "@/app/_ui/parts";
import { Written } from "@/app/_ui/Written";
import { verifyCertificate } from "@/lib/certificates/commands";
import type { Printed } from "@/lib/certificates/queries";
import { processSettings } from "@/lib/env/settings";
import { directionOf, type Locale } from "@/lib/i18n/rules";

export const generateMetadata = async () => ({
  title: (await getTranslations("verify"))("title"),
  robots: { index: false },
});

type Answer = ReturnType<typeof verifyCertificate>;

const looks: Record<Answer["answer"], [IconNode, string]> = {
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
  const kinds = await getTranslations("certificateKind");
  const [icon, tone] = looks[found.answer];
  const named = "name" in found ? found : null;
  const anew = found.answer === "void" && named?.replacedBy;
  // Made for the closing of a course that ended before its last day: it holds from the day that it bears.
  const dated = named?.answer === "prepared" ? named.issuedOn : null;
  return (
    <div className="grid gap-6 max-w-2xl">
      <div role="status" className={`rounded-card p-5 flex gap-4 items-center ${tone}`}>
        <Icon icon={icon} size={44} className="shrink-0" />
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
            {found.answer === "valid" || found.answer === "expired" ? (
              <Fact label={t("validUntil")}>
                {named.expiresOn ? fullDay(named.expiresOn, locale) : t("noEnd")}
              </Fact>
            ) : null}
            <Fact label={t("serial")}>
              <Serial serial={named.serial} />
            </Fact>
          </dl>
          {named.fictional ? (
            <p>
              <FictionalMark />
            </p>
          ) : null}
          <p className="quiet">
            {t("howSure", { day: fullDay(named.checkedOn, locale) })}{" "}
            <bdi dir="ltr">{processSettings().publicUrl}</bdi>
          </p>
          {named.contact ? (
            <p className="quiet">
              {t("ask")} <Written>{named.contact.name}</Written>{" "}
              {named.contact.phone ? (
                <a href={`tel:${named.contact.phone.replace(/[^\d+]/g, "")}`} className="whitespace-nowrap">
                  <bdi dir="ltr">{named.contact.phone}</bdi>
                </a>
              ) : null}{" "}
              {named.contact.email ? (
                <a href={`mailto:${named.contact.email}`}>
                  <bdi dir="ltr">{named.contact.email}</bdi>
                </a>
              ) : null}
            </p>
          ) : null}
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
