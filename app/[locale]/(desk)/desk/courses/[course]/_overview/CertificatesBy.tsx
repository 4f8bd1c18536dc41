import { getLocale, getTranslations } from "next-intl/server";
import { currentContext } from "@/app/_server/context";
import { MailTo } from "@/app/_ui/Mail";
import { PhoneNumber } from "@/app/_ui/PhoneNumber";
import { isolate, type Locale } from "@/lib/i18n/rules";
import { contactOf } from "@/lib/programmes/queries";

/** Who issues the certificates of a trainer's workshop, and whom to ask. */
export async function CertificatesBy({ programmeId }: { programmeId: number }) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("workshop");
  const { name = null, phone = null, email = null } = contactOf(await currentContext(), programmeId) ?? {};
  return (
    <>
      {t("certificates")}
      {name ? (
        <span className="quiet block">{t("certificatesAsk", { contact: isolate(name, locale) })}</span>
      ) : null}
      {phone ? (
        <span className="quiet block">
          <PhoneNumber phone={phone} />
        </span>
      ) : null}
      {email ? (
        <span className="quiet block">
          <MailTo address={email} />
        </span>
      ) : null}
    </>
  );
}
