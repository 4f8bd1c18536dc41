import { Mail, MessageCircle, Phone } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { writeMessage } from "@/app/_words/message";
import { languageName } from "@/lib/i18n/format";
import { directionOf, isolate } from "@/lib/i18n/rules";
import type { ShownNotice } from "@/lib/messages/queries";
import { displayPhone } from "@/lib/phone/phone";
import { CopyText } from "./CopyText";

/** What is written to somebody, and how they are reached. */
type ToSay = Pick<
  ShownNotice,
  "language" | "message" | "values" | "phone" | "email" | "organisation" | "name"
>;

const written = (notice: Pick<ToSay, "language" | "message" | "values">) =>
  writeMessage({ language: notice.language, message: notice.message, params: notice.values });

/** The text for a person, in their language: to be read out, selected or copied. */
export function ReadyText({ notice }: { notice: Pick<ToSay, "language" | "message" | "values"> }) {
  const locale = useLocale();
  const t = useTranslations("tell");
  const { text } = written(notice);
  return (
    <details>
      <summary className="min-h-11 content-center">
        {t("text", { language: languageName(notice.language, locale) })}
      </summary>
      <div className="grid gap-2 justify-items-start">
        <p
          lang={notice.language}
          dir={directionOf(notice.language)}
          className="whitespace-pre-line border-s-2 border-line ps-3"
        >
          {text}
        </p>
        <CopyText text={text} label={t("copy")} done={t("copied")} />
      </div>
    </details>
  );
}

/** The ways to reach a person, each with the text where the way takes one. */
export function WaysToReach({ notice }: { notice: ToSay }) {
  const t = useTranslations("tell");
  const { phone, email, organisation, name, language } = notice;
  if (!phone && !email)
    return organisation ? t("through", { organisation: isolate(organisation, language) }) : t("inPerson");
  const { subject, text } = written(notice);
  const said = encodeURIComponent(text);
  const whom = <span className="sr-only"> {name}</span>;
  return (
    <span className="flex flex-wrap gap-2">
      {phone ? (
        <>
          <a
            href={`https://wa.me/${phone.replace(/\D/g, "")}?text=${said}`}
            target="_blank"
            rel="noreferrer"
            className="button"
          >
            <MessageCircle size={18} />
            {t("whatsapp")}
            {whom}
          </a>
          <a href={`tel:${phone}`} className="button to-call">
            <Phone size={18} />
            <span className="sr-only">{t("call")} </span>
            <bdi dir="ltr">{displayPhone(phone)}</bdi>
          </a>
        </>
      ) : null}
      {email ? (
        <a
          href={`mailto:${encodeURIComponent(email).replace("%40", "@")}?subject=${encodeURIComponent(subject)}&body=${said}`}
          className="button"
        >
          <Mail size={18} />
          {t("mail")}
          {whom}
        </a>
      ) : null}
    </span>
  );
}
