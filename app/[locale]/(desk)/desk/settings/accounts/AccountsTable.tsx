import { useLocale, useTranslations } from "next-intl";
import { Cell, Row, RowHead, Table } from "@/app/_ui/kit/Table";
import { FirstName, OtherName } from "@/app/_ui/PersonName";
import type { ListedAccount } from "@/lib/accounts/queries";
import { fullDay, list } from "@/lib/i18n/format";
import { Contact } from "./Contact";
import { StateBadge } from "./StateBadge";

/** Accounts as rows: whose, with what they sign in, how far it has come, what they are, when they signed in last. */
export function AccountsTable({
  accounts,
  dayOf,
}: {
  accounts: readonly ListedAccount[];
  /** The civil day of an instant (ms) for whoever reads. */
  dayOf: (instant: number) => string;
}) {
  const locale = useLocale();
  const t = useTranslations("accounts");
  const d = useTranslations("deskFrame");
  const r = useTranslations("programmeRole");
  const rolesOf = (account: ListedAccount) => [
    ...(account.administrator ? [d("administrator")] : []),
    ...(account.coordinates ? [r("coordinator")] : []),
    ...(account.trains ? [r("trainer")] : []),
  ];
  return (
    <Table
      caption={t("title")}
      columns={(["name", "contact", "stateOf", "roles", "step", "lastSignIn"] as const).map((column) => ({
        key: column,
        label: t(column),
      }))}
    >
      <tbody>
        {accounts.map((account) => (
          <Row key={account.id}>
            <RowHead
              href={`/desk/settings/accounts/${account.id}`}
              under={account.latinName ? <OtherName of={account} /> : null}
            >
              <FirstName of={account} />
            </RowHead>
            <Cell under={account.email && account.phone ? <Contact of={account} field="phone" /> : null}>
              <Contact of={account} field={account.email ? "email" : "phone"} />
            </Cell>
            <Cell at="state">
              <StateBadge state={account.state} />
            </Cell>
            <Cell label={rolesOf(account).length > 0 ? t("roles") : undefined}>
              {list(rolesOf(account), locale)}
            </Cell>
            <Cell label={t("step")}>{t(`steps.${account.secondStep ? "set" : "missing"}`)}</Cell>
            <Cell label={t("lastSignIn")}>
              {account.lastSignInAt === null ? t("never") : fullDay(dayOf(account.lastSignInAt), locale)}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
