import { getLocale, getTranslations } from "next-intl/server";
import { apartInWords } from "@/app/_ui/apart";
import { Hidden } from "@/app/_ui/form/fields";
import { Cell, type Column, Row, RowGroup, RowHead, Table } from "@/app/_ui/kit/Table";
import { RowTick, TickAll } from "@/app/_ui/kit/ticked";
import { FirstName, OtherName } from "@/app/_ui/PersonName";
import { Written } from "@/app/_ui/Written";
import type { Group, peopleToGroup } from "@/lib/groups/queries";
import { nameFor } from "@/lib/i18n/rules";
import { GroupPeopleForm, PutTicked } from "./forms";

type Person = ReturnType<typeof peopleToGroup>[number];

/** Everyone with a place by group, to be ticked and put into one; whoever is in none comes first. */
export async function People({
  courseId,
  groups,
  people,
  tickAll,
}: {
  courseId: number;
  groups: readonly Group[];
  people: readonly Person[];
  /** True where the address asks for everybody ticked, for whoever has no scripts. */
  tickAll: boolean;
}) {
  const locale = await getLocale();
  const t = await getTranslations("groups");
  const apartSaid = await apartInWords();
  const page = people.map(({ registrationId }) => String(registrationId));
  const columns: Column[] = [
    {
      key: "tick",
      label: <TickAll page={page} href={`/desk/courses/${courseId}/groups?tick=all`} />,
      box: true,
    },
    { key: "person", label: t("person") },
    { key: "organisation", label: t("organisation") },
  ];
  const parts = [
    { id: null, head: t("none") },
    ...groups.map(({ id, name }) => ({ id, head: <Written>{name}</Written> })),
  ];
  return (
    <GroupPeopleForm
      className="grid gap-3"
      label={t("title")}
      defaults={{ registrationIds: tickAll ? page : [], groupId: String(groups[0]?.id ?? "") }}
    >
      <Hidden name="courseId" value={courseId} />
      <Table caption={t("title")} columns={columns}>
        {parts.map(({ id, head }) => {
          const own = people.filter(({ groupId }) => groupId === id);
          return own.length === 0 ? null : (
            <RowGroup key={id} head={head} count={own.length} columns={columns.length}>
              {own.map((person) => (
                <Row key={person.registrationId}>
                  <Cell at="tick">
                    <RowTick
                      value={String(person.registrationId)}
                      label={t("tickPerson", { name: nameFor(person, locale) })}
                    />
                  </Cell>
                  <RowHead
                    under={
                      <>
                        <OtherName of={person} /> {apartSaid(person.apart)}
                      </>
                    }
                  >
                    <FirstName of={person} />
                  </RowHead>
                  <Cell>{person.organisation ? <Written>{person.organisation}</Written> : null}</Cell>
                </Row>
              ))}
            </RowGroup>
          );
        })}
      </Table>
      <PutTicked page={page} groups={groups.map(({ id, name }) => ({ value: String(id), label: name }))} />
    </GroupPeopleForm>
  );
}
