import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Cell, Row } from "@/app/_ui/kit/Table";
import { Serial } from "@/app/_ui/Serial";
import { Written } from "@/app/_ui/Written";
import type { Completion } from "@/lib/certificates/queries";
import { extendedReason } from "@/lib/certificates/rules";
import { narrowYearDay } from "@/lib/i18n/format";
import { dotBetween } from "@/lib/i18n/rules";
import { dayAt } from "@/lib/time/zone";
import { CertificateCells, CertificateMenu, toCertificate } from "./Certificates";
import { List, type Shown } from "./List";
import { PersonHead } from "./People";

type Props = {
  completion: Completion;
  namesakes: ReadonlySet<number>;
  shown: Shown;
  today: string;
  zone: string;
};

/** Every certificate that was revoked, with or without another in its place. */
export const revokedIn = ({ known }: Pick<Completion, "known">) =>
  known.flatMap((person) =>
    person.certificates.filter((c) => c.revokedAt !== null).map((certificate) => ({ person, certificate })),
  );

/** What was revoked or replaced, since when and why; revoked ones stay so until somebody allows another. */
export function Revoked({ completion, namesakes, shown, today, zone }: Props) {
  const locale = useLocale();
  const t = useTranslations("certificates");
  const p = useTranslations("certificatePage");
  const revoked = revokedIn(completion);
  if (revoked.length === 0) return null;
  const onDay = (day: string) => narrowYearDay(day, locale);
  const open = new Set(completion.takenBack.map(({ certificate }) => certificate.id));
  return (
    <div className="grid gap-2">
      <List
        id="revoked"
        title={p("revoked", { count: revoked.length })}
        aside={open.size > 0 ? <span className="quiet">{t("taken", { count: open.size })}</span> : undefined}
        columns={[
          { key: "person", label: p("person") },
          { key: "serial", label: p("serial") },
          { key: "issued", label: p("issuedOn") },
          { key: "state", label: p("state") },
          { key: "why", label: p("why") },
          { key: "menu", label: p("actions"), quiet: true },
        ]}
        of={revoked}
        keyOf={({ certificate }) => certificate.id}
        shown={shown}
      >
        {({ person, certificate }) => (
          <Row key={certificate.id} chosen={certificate.id === shown.certificate}>
            <PersonHead person={person} namesakes={namesakes} />
            <CertificateCells certificate={certificate} today={today} />
            <Cell
              at="next"
              under={
                <>
                  <span className="kept">{onDay(dayAt(certificate.revokedAt ?? 0, zone))}</span>
                  {certificate.replacedBy ? (
                    <>
                      {dotBetween}
                      {p("replacedBy")} <Serial serial={certificate.replacedBy} />
                    </>
                  ) : null}
                </>
              }
            >
              {certificate.revocationReason === extendedReason ? (
                p("extended")
              ) : certificate.revocationReason ? (
                <Written>{certificate.revocationReason}</Written>
              ) : null}
              {open.has(certificate.id) ? (
                <Link href={toCertificate(certificate)} prefetch={false} scroll={false} className="block">
                  {t("again")}
                </Link>
              ) : null}
            </Cell>
            <Cell at="menu">
              <CertificateMenu certificate={certificate} person={person} />
            </Cell>
          </Row>
        )}
      </List>
      {open.size > 0 ? <p className="quiet">{t("takenHint")}</p> : null}
    </div>
  );
}
