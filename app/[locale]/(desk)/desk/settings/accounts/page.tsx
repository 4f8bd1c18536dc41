import { Plus } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { asking, key, oneOf, passedOver, query, type SearchParams } from "@/app/_server/asked";
import { requireContext } from "@/app/_server/context";
import { readersDays } from "@/app/_server/zone";
import { addressWith } from "@/app/_ui/kit/address";
import { Empty } from "@/app/_ui/kit/Empty";
import { FacetBar } from "@/app/_ui/kit/FacetBar";
import { ListNotes } from "@/app/_ui/kit/ListNotes";
import { NextPage } from "@/app/_ui/kit/NextPage";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { Say } from "@/app/_ui/Say";
import * as gate from "@/lib/access/gate";
import { accountList } from "@/lib/accounts/queries";
import { accountStates, contactStates, listedRoles, stepStates } from "@/lib/accounts/rules/states";
import { programmeList } from "@/lib/programmes/queries";
import { programmeCalled } from "@/lib/programmes/rules";
import { AccountsTable } from "./AccountsTable";

export const generateMetadata = async () => ({ title: (await getTranslations("accounts"))("title") });

const filters = {
  q: query,
  state: oneOf(accountStates),
  role: oneOf(listedRoles),
  programme: key,
  step: oneOf(stepStates),
  contact: oneOf(contactStates),
};
const asked = asking({ ...filters, before: key });
const path = "/desk/settings/accounts";

/** Every account of this Cascade, for administrators: from the newest on, or those of the people that a search finds. */
export default async function Accounts({ searchParams }: { searchParams: SearchParams }) {
  const cx = await requireContext("accounts.edit", path);
  const { q, before, ...said } = await asked(searchParams);
  const all = gate.everywhere(cx, "accounts.edit");
  const programmes = programmeList(cx, gate.reach(cx, "people.read"));
  const programme = programmes.find(({ id }) => id === said.programme)?.id ?? null;
  const filter = { ...said, programme };
  const narrowed = { ...filter, programme: programme === null ? null : String(programme) };
  const { accounts, next, more } = q.fault
    ? { accounts: [], next: null, more: false }
    : accountList(cx, all, { q: q.q, before, ...filter });
  const d = await getTranslations("deskFrame");
  const r = await getTranslations("programmeRole");
  const filtered = q.typed || q.fault || Object.values(narrowed).some((chosen) => chosen !== null);
  const t = await getTranslations("accounts");
  const settings = await getTranslations("settings");
  return (
    <div className="grid gap-4">
      <PageHead
        title={t("title")}
        under={<Link href="/desk/settings">{settings("back")}</Link>}
        action={
          <Link href={`${path}/new`} prefetch={false} className="button-main">
            <Plus size={18} />
            {t("invite")}
          </Link>
        }
      />
      <ListNotes gone={await passedOver(searchParams, { ...narrowed, q: q.typed || null }, ["before"])} />
      <FacetBar
        path={path}
        said={{}}
        search={{ label: t("search"), query: q, more }}
        facets={[
          {
            name: "role",
            label: t("role"),
            chosen: narrowed.role,
            options: listedRoles.map((value) => ({
              value,
              label: value === "administrator" ? d(value) : r(value),
            })),
          },
          {
            name: "programme",
            label: t("programme"),
            chosen: narrowed.programme,
            options: programmes.map(({ id, title }) => ({
              value: String(id),
              label: <Say text={programmeCalled(title)} />,
            })),
          },
          {
            name: "state",
            label: t("stateOf"),
            chosen: narrowed.state,
            options: accountStates.map((value) => ({ value, label: t(`state.${value}`) })),
          },
          {
            name: "step",
            label: t("step"),
            chosen: narrowed.step,
            options: stepStates.map((value) => ({ value, label: t(`steps.${value}`) })),
          },
          {
            name: "contact",
            label: t("contactOf"),
            chosen: narrowed.contact,
            options: contactStates.map((value) => ({ value, label: t(`contacts.${value}`) })),
          },
        ]}
      />
      {accounts.length === 0 ? (
        <Empty title={filtered ? t("noneFits") : t("none")}>
          {filtered ? <Link href={path}>{t("showAll")}</Link> : null}
        </Empty>
      ) : (
        <AccountsTable accounts={accounts} dayOf={await readersDays(cx)} />
      )}
      {next === null ? null : <NextPage href={addressWith(path, { ...narrowed, before: String(next) })} />}
    </div>
  );
}
