import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Cell, Row } from "@/app/_ui/kit/Table";
import { useCourseWords } from "@/app/_words/ofWorkshop";
import type { Completion } from "@/lib/certificates/queries";
import { mayPrepare } from "@/lib/certificates/rules/preparing";
import type { Course } from "@/lib/courses/queries";
import { CertificateCells, CertificateMenu } from "./Certificates";
import { Lacks } from "./Lacks";
import { List, type Shown } from "./List";
import { PersonHead } from "./People";

type Props = {
  course: Course;
  completion: Completion;
  namesakes: ReadonlySet<number>;
  shown: Shown;
  today: string;
};

/** The sheets for the closing: made while the course is running, with those that are not to be handed out. */
export function Prepared(props: Props) {
  const { course, completion, today } = props;
  const t = useTranslations("certificates");
  const { prepared, notToHandOut } = completion;
  const running = course.state === "running";
  if (!running && prepared.length === 0 && notToHandOut.length === 0) return null;
  return (
    <>
      {running && mayPrepare(course, today) ? <p className="quiet">{t("preparedHint")}</p> : null}
      {notToHandOut.length > 0 ? <NotToHandOut {...props} /> : null}
      {prepared.length > 0 ? <Sheets {...props} /> : null}
    </>
  );
}

function useColumns() {
  const p = useTranslations("certificatePage");
  return [
    { key: "person", label: p("person") },
    { key: "serial", label: p("serial") },
    { key: "issued", label: p("issuedOn") },
    { key: "state", label: p("state") },
    { key: "why", label: p("why"), quiet: true },
    { key: "menu", label: p("actions"), quiet: true },
  ];
}

function Sheets({ course, completion, namesakes, shown, today }: Props) {
  const t = useCourseWords("certificates", course);
  const p = useTranslations("certificatePage");
  const file = `/api/files/certificates/${course.id}?what=prepared`;
  return (
    <List
      id="prepared"
      title={t("prepared", { count: completion.prepared.length })}
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
      columns={useColumns()}
      of={completion.prepared}
      keyOf={({ person }) => person.registrationId}
      shown={shown}
    >
      {({ person, certificate }) => (
        <Row key={certificate.id} chosen={certificate.id === shown.certificate}>
          <PersonHead person={person} namesakes={namesakes} />
          <CertificateCells certificate={certificate} today={today} />
          <Cell>
            {person.lacks.length > 0 && "canPass" in person && !person.canPass ? (
              <Lacks course={course} completion={completion} lacks={person.lacks} of={person} />
            ) : null}
          </Cell>
          <Cell at="menu">
            <CertificateMenu certificate={certificate} person={person} />
          </Cell>
        </Row>
      )}
    </List>
  );
}

function NotToHandOut({ course, completion, namesakes, shown, today }: Props) {
  const t = useCourseWords("certificates", course);
  const { notToHandOut } = completion;
  return (
    <div className="grid gap-2">
      <List
        id="notToHandOut"
        title={t("notToHandOut", { count: notToHandOut.length })}
        columns={useColumns()}
        of={notToHandOut}
        keyOf={({ certificate }) => certificate.id}
        shown={shown}
      >
        {({ person, certificate, anew }) => (
          <Row key={certificate.id} chosen={certificate.id === shown.certificate}>
            <PersonHead person={person} namesakes={namesakes} />
            <CertificateCells certificate={certificate} today={today} />
            <Cell>
              {anew || person.lacks.length === 0 ? (
                anew ? (
                  t("anew")
                ) : (
                  t("notCompleted")
                )
              ) : (
                <Lacks course={course} completion={completion} lacks={person.lacks} />
              )}
            </Cell>
            <Cell at="menu">
              <CertificateMenu certificate={certificate} person={person} />
            </Cell>
          </Row>
        )}
      </List>
      <p className="quiet">{t("notToHandOutHint")}</p>
    </div>
  );
}
