import { useLocale, useTranslations } from "next-intl";
import { Toast } from "@/app/_ui/kit/Toast";
import { Serial } from "@/app/_ui/Serial";
import type { Completion } from "@/lib/certificates/queries";
import { stands } from "@/lib/certificates/rules";
import { isolate, type Locale, nameFor, type PersonsNames } from "@/lib/i18n/rules";
import type { Certificate } from "./Certificates";

/** What the address may say was just done about a certificate. */
export const dids = ["issued", "reissued", "certified", "kept", "revoked", "allowed", "meanwhile"] as const;
export type Did = (typeof dids)[number];

/** That it was done, and whose certificate it is; nothing where it is no longer so. Or what somebody else did to it meanwhile. */
export function Done({
  did,
  certificate,
  person,
  completion,
}: {
  did: Did | null;
  completion: Completion;
  certificate: Certificate;
  person: PersonsNames;
}) {
  const locale = useLocale() as Locale;
  const t = useTranslations("certificatePage.did");
  const name = isolate(nameFor(person, locale), locale);
  if (did === "meanwhile")
    return (
      <Toast of={`${did} ${certificate.id}`}>
        <Meanwhile certificate={certificate} completion={completion} name={name} />
      </Toast>
    );
  const so = did === "revoked" || did === "allowed" ? certificate.revokedAt !== null : stands(certificate);
  return did !== null && so ? <Toast of={`${did} ${certificate.id}`}>{t(did, { name })}</Toast> : null;
}

/** How it stands with a certificate for which what was sent came too late. */
function Meanwhile({
  certificate,
  completion,
  name,
}: {
  certificate: Certificate;
  completion: Completion;
  name: string;
}) {
  const t = useTranslations("certificatePage.meanwhile");
  const errors = useTranslations("errors");
  const { id, revokedAt, replacedBy } = certificate;
  if (replacedBy)
    return (
      <>
        {t("replaced", { name })} <Serial serial={replacedBy} />
      </>
    );
  if (revokedAt !== null) {
    const open = completion.takenBack.some((taken) => taken.certificate.id === id);
    return t(open ? "revoked" : "allowed", { name });
  }
  if (!stands(certificate)) return errors("neverValid");
  const lost = completion.ruleLost.some((doubt) => doubt.certificate.id === id);
  return errors(lost ? "ruleLost" : "nothingToDecide");
}
