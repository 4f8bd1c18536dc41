import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { CertificateScope } from "@/app/_ui/CertificateScope";
import { MenuItem, RowMenu } from "@/app/_ui/kit/RowMenu";
import { Cell } from "@/app/_ui/kit/Table";
import { Serial } from "@/app/_ui/Serial";
import { CertificateBadge } from "@/app/_ui/StateBadges";
import type { CompletionPerson } from "@/lib/certificates/queries";
import { paperOf, scopeOf, stands, statusOn } from "@/lib/certificates/rules";
import { narrowYearDay } from "@/lib/i18n/format";
import { nameFor, type PersonsNames } from "@/lib/i18n/rules";

export type Certificate = CompletionPerson["certificates"][number];

/** The way to what may be done about a certificate, beside the lists. */
export const toCertificate = (certificate: { id: number }) => `?certificate=${certificate.id}`;

/** The link of a certificate, to which the focus goes back. */
export const rowOf = (certificate: { id: number }) => `certificate-${certificate.id}`;

/** Cells of a certificate: serial, its day, what it is worth. */
export function CertificateCells({ certificate, today }: { certificate: Certificate; today: string }) {
  const locale = useLocale();
  const t = useTranslations("certificatePage");
  const kinds = useTranslations("certificateKind");
  return (
    <>
      <Cell
        label={t("serial")}
        under={
          certificate.kind === "trainer_certification" ? (
            <>
              {kinds(paperOf(certificate.kind, certificate.facts.master))}
              <CertificateScope certificate={{ tools: scopeOf(certificate.facts) }} />
            </>
          ) : null
        }
      >
        <Link
          id={rowOf(certificate)}
          href={toCertificate(certificate)}
          prefetch={false}
          scroll={false}
          className="text-xs"
        >
          <Serial serial={certificate.serial} />
        </Link>
      </Cell>
      <Cell label={t("issuedOn")}>
        <span className="kept">{narrowYearDay(certificate.issuedOn, locale)}</span>
      </Cell>
      <Cell at="state">
        <CertificateBadge status={statusOn(certificate, today)} />
      </Cell>
    </>
  );
}

/** What can be looked at and done about a certificate. */
export function CertificateMenu({
  certificate,
  person,
  certify = null,
}: {
  certificate: Certificate;
  person: PersonsNames;
  /** The person on whose way to trainer it counts; null of another certificate. */
  certify?: number | null;
}) {
  const t = useTranslations("certificatePage.menu");
  const standing = stands(certificate);
  return (
    <RowMenu
      of={nameFor(person, useLocale())}
      danger={
        standing ? (
          <MenuItem stop>
            <Link href={toCertificate(certificate)} prefetch={false} scroll={false}>
              {t("revoke")}
            </Link>
          </MenuItem>
        ) : undefined
      }
    >
      <MenuItem>
        <a href={`/api/files/certificate/${certificate.serial}`}>{t("pdf")}</a>
      </MenuItem>
      <MenuItem>
        <a href={`/verify/${certificate.serial}`}>{t("verify")}</a>
      </MenuItem>
      {standing ? (
        <MenuItem>
          <Link href={toCertificate(certificate)} prefetch={false} scroll={false}>
            {t("reissue")}
          </Link>
        </MenuItem>
      ) : null}
      {certify === null ? null : (
        <MenuItem>
          <Link href={`/desk/people/${certify}/learning`} prefetch={false}>
            {t("certify")}
          </Link>
        </MenuItem>
      )}
    </RowMenu>
  );
}
