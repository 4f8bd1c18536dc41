import { getLocale, getTranslations } from "next-intl/server";
import { currentContext } from "@/app/_server/context";
import { isolate, type Locale } from "@/lib/i18n/rules";
import { contactOf } from "@/lib/programmes/queries";

/** Who issues the certificates of a trainer's workshop, and whom to ask. */
export async function CertificatesBy({ programmeId }: { programmeId: number }) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("workshop");
  const contact = contactOf(await currentContext(), programmeId);
  const [first, ...others] = [contact?.name, contact?.phone, contact?.email].filter((part) => part != null);
  return (
    <>
      {t("certificates")}
      {first ? (
        <span className="quiet block">{t("certificatesAsk", { contact: isolate(first, locale) })}</span>
      ) : null}
      {others.map((part) => (
        <span key={part} className="quiet block">
          <bdi dir="ltr">{part}</bdi>
        </span>
      ))}
    </>
  );
}
