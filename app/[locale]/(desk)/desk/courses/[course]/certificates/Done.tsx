import { useLocale, useTranslations } from "next-intl";
import { Toast } from "@/app/_ui/kit/Toast";
import { stands } from "@/lib/certificates/rules";
import { isolate, type Locale, nameFor, type PersonsNames } from "@/lib/i18n/rules";
import type { Certificate } from "./Certificates";

/** What the address may say was just done about a certificate. */
export const dids = ["issued", "reissued", "certified", "kept", "revoked", "allowed"] as const;
export type Did = (typeof dids)[number];

/** That it was done, and whose certificate it is; nothing where it is no longer so. */
export function Done({
  did,
  certificate,
  person,
}: {
  did: Did | null;
  certificate: Certificate;
  person: PersonsNames;
}) {
  const locale = useLocale() as Locale;
  const t = useTranslations("certificatePage.did");
  const so = did === "revoked" || did === "allowed" ? certificate.revokedAt !== null : stands(certificate);
  return did !== null && so ? (
    <Toast of={`${did} ${certificate.id}`}>
      {t(did, { name: isolate(nameFor(person, locale), locale) })}
    </Toast>
  ) : null;
}
