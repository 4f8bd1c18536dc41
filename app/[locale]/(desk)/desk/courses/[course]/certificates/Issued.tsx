import { Download } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Cell, Row } from "@/app/_ui/kit/Table";
import type { Completion } from "@/lib/certificates/queries";
import { stands } from "@/lib/certificates/rules";
import { nameToReissue } from "@/lib/certificates/rules/names";
import type { Course } from "@/lib/courses/queries";
import { dotBetween, nameInSentence } from "@/lib/i18n/rules";
import { CertificateCells, CertificateMenu, toCertificate } from "./Certificates";
import { List, type Shown } from "./List";
import { Because, PersonHead } from "./People";

type Props = {
  course: Course;
  completion: Completion;
  namesakes: ReadonlySet<number>;
  shown: Shown;
  today: string;
};

/** Every certificate that stands, in the order of the list of people. */
export const standingIn = ({ known }: Pick<Completion, "known">) =>
  known.flatMap((person) =>
    person.certificates.filter(stands).map((certificate) => ({ person, certificate })),
  );

/** What was issued and stands, with what may be done about each. */
export function Issued({ course, completion, namesakes, shown, today }: Props) {
  const locale = useLocale();
  const t = useTranslations("certificates");
  const p = useTranslations("certificatePage");
  const standing = standingIn(completion);
  const ofTrainers = standing.filter(({ certificate: { kind } }) => kind === "trainer_certification").length;
  const title = [
    t("issued", { count: standing.length }),
    ...(ofTrainers > 0 ? [t("ofTrainers", { count: ofTrainers })] : []),
  ].join(dotBetween);
  if (standing.length === 0)
    return (
      <section id="issued" className="grid gap-1">
        <h2 className="text-lg">{title}</h2>
        <p className="quiet">{t("noneIssued")}</p>
      </section>
    );
  const undecided = new Set(
    [...completion.ruleLost, ...completion.hoursDiffer].map((doubt) => doubt.certificate.id),
  );
  const file = `/api/files/certificates/${course.id}?what=valid`;
  return (
    <List
      id="issued"
      title={title}
      aside={
        <span className="flex flex-wrap gap-2 print:hidden">
          <a href={file} className="button">
            <Download size={18} aria-hidden />
            {p("allPdf")}
          </a>
          <a href={`${file}&as=zip`} className="button">
            {p("zip")}
          </a>
        </span>
      }
      columns={[
        { key: "person", label: p("person") },
        { key: "serial", label: p("serial") },
        { key: "issued", label: p("issuedOn") },
        { key: "state", label: p("state") },
        { key: "next", label: p("note"), quiet: true },
        { key: "menu", label: p("actions"), quiet: true },
      ]}
      of={standing}
      keyOf={({ certificate }) => certificate.id}
      shown={shown}
    >
      {({ person, certificate }) => {
        const earlier = nameToReissue(certificate, person, today);
        return (
          <Row key={certificate.id} chosen={certificate.id === shown.certificate}>
            <PersonHead person={person} namesakes={namesakes} />
            <CertificateCells certificate={certificate} today={today} />
            <Cell at="next">
              {undecided.has(certificate.id) ? (
                <Link href={toCertificate(certificate)} prefetch={false} scroll={false}>
                  {t("decideNow")}
                </Link>
              ) : (
                <Because label={t("kept")} reason={completion.kept.get(certificate.id)?.reason} />
              )}
              {earlier ? (
                <>
                  {p("earlierName", { name: nameInSentence(earlier, locale) })}{" "}
                  <Link href={toCertificate(certificate)} prefetch={false} scroll={false}>
                    {p("reissue.open")}
                  </Link>
                </>
              ) : null}
            </Cell>
            <Cell at="menu">
              <CertificateMenu
                certificate={certificate}
                person={person}
                certify={
                  course.kind === "tot" && certificate.kind === "participation" ? person.personId : null
                }
              />
            </Cell>
          </Row>
        );
      }}
    </List>
  );
}
