import { useTranslations } from "next-intl";
import { Cell, Row } from "@/app/_ui/kit/Table";
import type { Completion } from "@/lib/certificates/queries";
import type { Course } from "@/lib/courses/queries";
import { hasEnded } from "@/lib/courses/rules/ended";
import { Conditions, conditionColumns } from "./Conditions";
import { Lacks, LacksUnderWay } from "./Lacks";
import { List, type Shown } from "./List";
import { PersonHead } from "./People";

type Props = { course: Course; completion: Completion; namesakes: ReadonlySet<number>; shown: Shown };

/** Who is not ready, exactly why, and where it is mended. */
export function NotYet({ course, completion, namesakes, shown }: Props) {
  const t = useTranslations("certificates");
  const p = useTranslations("certificatePage");
  const goesOn = !hasEnded(course);
  // Of a course that is over nothing is to come any more: what was not met is why there is no certificate.
  const title = t(goesOn ? "notYet" : "notMet", { count: completion.notYet.length });
  if (completion.notYet.length === 0)
    return (
      <section id="notYet" className="grid gap-1">
        <h2 className="text-lg">{title}</h2>
        <p className="quiet">{t("everybody")}</p>
      </section>
    );
  return (
    <List
      id="notYet"
      title={title}
      aside={<span className="quiet">{p("lineIsRule")}</span>}
      columns={[
        { key: "person", label: p("person") },
        ...conditionColumns(course, p),
        { key: "mend", label: p(goesOn ? "lacking" : "why") },
      ]}
      of={completion.notYet}
      keyOf={(person) => person.registrationId}
      shown={shown}
    >
      {(person) => (
        <Row key={person.registrationId}>
          <PersonHead person={person} namesakes={namesakes} />
          <Conditions rule={course} person={person} />
          <Cell at="next">
            {goesOn ? (
              <LacksUnderWay course={course} completion={completion} person={person} />
            ) : (
              <Lacks course={course} completion={completion} lacks={person.lacks} of={person} />
            )}
          </Cell>
        </Row>
      )}
    </List>
  );
}
