import { useTranslations } from "next-intl";
import { Cell, Row } from "@/app/_ui/kit/Table";
import type { Completion } from "@/lib/certificates/queries";
import { List, type Shown } from "./List";
import { PersonHead } from "./People";

type Props = { completion: Completion; namesakes: ReadonlySet<number>; shown: Shown };

/** Whose name cannot be printed as it is. */
export function NamesToMend({ completion, namesakes, shown }: Props) {
  const t = useTranslations("certificates");
  const p = useTranslations("certificatePage");
  if (completion.toMend.length === 0) return null;
  return (
    <List
      id="names"
      title={t("names", { count: completion.toMend.length })}
      columns={[
        { key: "person", label: p("person") },
        { key: "why", label: p("why") },
      ]}
      of={completion.toMend}
      keyOf={(person) => person.registrationId}
      shown={shown}
    >
      {(person) => (
        <Row key={person.registrationId}>
          <PersonHead person={person} namesakes={namesakes} />
          <Cell>{t("nameHint")}</Cell>
        </Row>
      )}
    </List>
  );
}
