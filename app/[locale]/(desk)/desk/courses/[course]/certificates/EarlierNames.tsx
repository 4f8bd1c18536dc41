import Link from "next/link";
import { useTranslations } from "next-intl";
import { Cell, Row } from "@/app/_ui/kit/Table";
import { PersonName } from "@/app/_ui/PersonName";
import type { Completion } from "@/lib/certificates/queries";
import { nameToReissue } from "@/lib/certificates/rules/names";
import { CertificateCells, toCertificate } from "./Certificates";
import { standingIn } from "./Issued";
import { List, type Shown } from "./List";
import { PersonHead } from "./People";

type Props = { completion: Completion; namesakes: ReadonlySet<number>; shown: Shown; today: string };

/** Certificates that bear a name which was corrected since, each with the way to another one in its place. */
export function EarlierNames({ completion, namesakes, shown, today }: Props) {
  const t = useTranslations("certificates");
  const p = useTranslations("certificatePage");
  const all = standingIn(completion).flatMap(({ person, certificate }) => {
    const name = nameToReissue(certificate, person, today);
    return name ? { person, certificate, name } : [];
  });
  if (all.length === 0) return null;
  return (
    <List
      id="earlierNames"
      title={t("earlierNames", { count: all.length })}
      columns={[
        { key: "person", label: p("person") },
        { key: "serial", label: p("serial") },
        { key: "issued", label: p("issuedOn") },
        { key: "state", label: p("state") },
        { key: "name", label: p("nameOnIt") },
        { key: "next", label: p("next"), quiet: true },
      ]}
      of={all}
      keyOf={({ certificate }) => certificate.id}
      shown={shown}
    >
      {({ person, certificate, name }) => (
        <Row key={certificate.id} chosen={certificate.id === shown.certificate}>
          <PersonHead person={person} namesakes={namesakes} />
          <CertificateCells certificate={certificate} today={today} />
          <Cell label={p("nameOnIt")}>
            <PersonName {...name} />
          </Cell>
          <Cell at="next">
            <Link href={toCertificate(certificate)} prefetch={false} scroll={false}>
              {p("reissue.open")}
            </Link>
          </Cell>
        </Row>
      )}
    </List>
  );
}
