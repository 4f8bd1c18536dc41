"use client";

import { useTranslations } from "next-intl";
import { CopyText } from "./CopyText";

/** A link that is shown once, to be handed to somebody: to copy, or to send by WhatsApp with a few words. */
export function HandOver({
  link,
  phone,
  message,
}: {
  link: string;
  /** E.164; null where WhatsApp is to ask whom it goes to. */
  phone: string | null;
  /** What to write to the person, in their language; `{link}` stands where the link comes. */
  message: string;
}) {
  const t = useTranslations("person");
  const text = encodeURIComponent(message.replace("{link}", link));
  return (
    <div className="grid gap-3">
      <p>{t("linkHint")}</p>
      <p>
        <bdi dir="ltr" className="font-mono break-all select-all">
          {link}
        </bdi>
      </p>
      <CopyText text={link} label={t("copy")} done={t("copied")} />
      <p>
        <a
          className="button"
          href={`https://wa.me/${phone?.replace(/\D/g, "") ?? ""}?text=${text}`}
          target="_blank"
          rel="noreferrer"
        >
          {t("whatsApp")}
        </a>
      </p>
    </div>
  );
}
