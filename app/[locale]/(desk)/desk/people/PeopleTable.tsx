import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { MenuItem, RowMenu } from "@/app/_ui/kit/RowMenu";
import { Cell, Row, RowHead, type Sort, Table } from "@/app/_ui/kit/Table";
import { MailTo } from "@/app/_ui/Mail";
import { FirstName, OtherName } from "@/app/_ui/PersonName";
import { PhoneNumber } from "@/app/_ui/PhoneNumber";
import { Written } from "@/app/_ui/Written";
import { nameFor } from "@/lib/i18n/rules";
import type { peopleList } from "@/lib/people/queries";

type Listed = ReturnType<typeof peopleList>["people"][number];

/** People as rows: who, from where, how to reach them, in how many courses. */
export function PeopleTable({
  people,
  caption,
  byName,
  ofOne = false,
}: {
  people: readonly Listed[];
  caption: string;
  /** Which order of names counts, and where the other is; nothing where there is one alone. */
  byName?: Sort;
  /** True for people of one organisation, which no row says again. */
  ofOne?: boolean;
}) {
  const locale = useLocale();
  const t = useTranslations("people");
  // A column in which nobody has anything is left out.
  const second = people.some((p) => p.position || (!ofOne && p.organisation));
  const reachable = people.some((p) => p.phone || p.email);
  return (
    <Table
      caption={caption}
      columns={[
        { key: "name", label: t("name"), ...(byName ? { sort: byName } : {}) },
        ...(second ? [{ key: "organisation", label: t(ofOne ? "position" : "organisation") }] : []),
        ...(reachable ? [{ key: "contact", label: t("contact") }] : []),
        { key: "courses", label: t("courses"), end: true },
        { key: "more", label: t("more"), quiet: true },
      ]}
    >
      <tbody>
        {people.map((p) => (
          <Row key={p.id}>
            <RowHead href={`/desk/people/${p.id}`} under={p.latinName ? <OtherName of={p} /> : null}>
              <FirstName of={p} />
            </RowHead>
            {!second ? null : ofOne ? (
              <Cell>{p.position ? <Written>{p.position}</Written> : null}</Cell>
            ) : (
              <Cell under={p.position ? <Written>{p.position}</Written> : null}>
                {p.organisation ? <Written>{p.organisation}</Written> : null}
              </Cell>
            )}
            {reachable ? (
              <Cell>
                {p.phone ? <PhoneNumber phone={p.phone} /> : p.email ? <MailTo address={p.email} /> : null}
              </Cell>
            ) : null}
            <Cell end label={t("courses")}>
              {p.courses}
            </Cell>
            <Cell at="menu">
              <RowMenu of={nameFor(p, locale)}>
                <MenuItem>
                  <Link href={`/desk/people/${p.id}`} prefetch={false}>
                    {t("open")}
                  </Link>
                </MenuItem>
                {ofOne || p.organisationId === null ? null : (
                  <MenuItem>
                    <Link href={`/desk/organisations/${p.organisationId}`} prefetch={false}>
                      {t("organisationPage")}
                    </Link>
                  </MenuItem>
                )}
                {p.phone ? (
                  <MenuItem>
                    <a href={`https://wa.me/${p.phone.replace(/\D/g, "")}`} target="_blank" rel="noreferrer">
                      {t("whatsapp")}
                    </a>
                  </MenuItem>
                ) : null}
              </RowMenu>
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
