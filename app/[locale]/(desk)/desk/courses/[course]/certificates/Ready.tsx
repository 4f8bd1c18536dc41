import { useTranslations } from "next-intl";
import { Row } from "@/app/_ui/kit/Table";
import type { Completion } from "@/lib/certificates/queries";
import type { Course } from "@/lib/courses/queries";
import { Conditions, conditionColumns } from "./Conditions";
import { List, type Shown } from "./List";
import { PersonHead } from "./People";

type Props = { course: Course; completion: Completion; namesakes: ReadonlySet<number>; shown: Shown };

/** Who is ready for a certificate, with how far beyond the rule they are. */
export function Ready({ course, completion: { ready }, namesakes, shown }: Props) {
  const t = useTranslations("certificates");
  const p = useTranslations("certificatePage");
  return (
    <>
      {ready.length === 0 ? (
        <h2 id="ready" className="text-lg">
          {t("ready", { count: 0 })}
        </h2>
      ) : (
        <List
          id="ready"
          title={t("ready", { count: ready.length })}
          columns={[{ key: "person", label: p("person") }, ...conditionColumns(course, p)]}
          of={ready}
          keyOf={(person) => person.registrationId}
          shown={shown}
        >
          {(person) => (
            <Row key={person.registrationId}>
              <PersonHead person={person} namesakes={namesakes} />
              <Conditions rule={course} person={person} />
            </Row>
          )}
        </List>
      )}
    </>
  );
}
