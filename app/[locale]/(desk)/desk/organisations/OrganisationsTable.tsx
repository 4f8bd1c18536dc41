import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { MenuItem, RowMenu } from "@/app/_ui/kit/RowMenu";
import { Cell, Row, RowHead, Table } from "@/app/_ui/kit/Table";
import { Written } from "@/app/_ui/Written";
import { countryName } from "@/lib/i18n/format";
import { dotBetween, type Locale, labelled, placeAndCountry } from "@/lib/i18n/rules";
import type { organisationList } from "@/lib/people/queries";

type Listed = ReturnType<typeof organisationList>["organisations"][number];

/** Organisations as rows: where, of which kind, how many people and courses. */
export function OrganisationsTable({ organisations }: { organisations: readonly Listed[] }) {
  const t = useTranslations("organisations");
  const locale = useLocale() as Locale;
  return (
    <Table
      caption={t("title")}
      columns={[
        { key: "name", label: t("name") },
        { key: "kind", label: t("kind") },
        { key: "people", label: t("people"), end: true },
        { key: "courses", label: t("courses"), end: true },
        { key: "more", label: t("more"), quiet: true },
      ]}
    >
      <tbody>
        {organisations.map((o) => (
          <Row key={o.id}>
            <RowHead
              href={`/desk/organisations/${o.id}`}
              under={placeAndCountry(o.place, o.country && countryName(o.country, locale), locale)}
            >
              <Written>{o.name}</Written>
            </RowHead>
            <Cell wide under={o.state ? t(`states.${o.state}`) : null}>
              {t(`kinds.${o.kind}`)}
            </Cell>
            <Cell wide end>
              {o.people}
            </Cell>
            <Cell wide end>
              {o.courses}
            </Cell>
            <Cell at="narrow">
              {[
                o.state ? t(`states.${o.state}`) : t(`kinds.${o.kind}`),
                labelled(t("people"), String(o.people), locale),
                labelled(t("courses"), String(o.courses), locale),
              ].join(dotBetween)}
            </Cell>
            <Cell at="menu">
              <RowMenu of={o.name}>
                <MenuItem>
                  <Link href={`/desk/organisations/${o.id}`} prefetch={false}>
                    {t("open")}
                  </Link>
                </MenuItem>
                <MenuItem>
                  <Link href={`/desk/people?organisation=${o.id}`} prefetch={false}>
                    {t("showPeople")}
                  </Link>
                </MenuItem>
              </RowMenu>
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
