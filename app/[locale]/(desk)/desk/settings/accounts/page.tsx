import { Plus } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { asking, key, query, type SearchParams } from "@/app/_server/asked";
import { requireContext } from "@/app/_server/context";
import { Empty } from "@/app/_ui/kit/Empty";
import { NextPage } from "@/app/_ui/kit/NextPage";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { SearchForm } from "@/app/_ui/SearchForm";
import * as gate from "@/lib/access/gate";
import { accountList } from "@/lib/accounts/queries";
import { AccountsTable } from "./AccountsTable";

export const generateMetadata = async () => ({ title: (await getTranslations("accounts"))("title") });

const asked = asking({ q: query, before: key });
const path = "/desk/settings/accounts";

/** Every account of this Cascade, for administrators: from the newest on, or those of the people that a search finds. */
export default async function Accounts({ searchParams }: { searchParams: SearchParams }) {
  const cx = await requireContext("accounts.edit", path);
  const { q, before } = await asked(searchParams);
  const all = gate.everywhere(cx, "accounts.edit");
  const { accounts, next, more } = q.fault
    ? { accounts: [], next: null, more: false }
    : accountList(cx, all, { q: q.q, before });
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
      <SearchForm label={t("search")} query={q} more={more} />
      {accounts.length === 0 ? <Empty title={t("none")} /> : <AccountsTable accounts={accounts} />}
      {next === null ? null : <NextPage href={`${path}?before=${next}`} />}
    </div>
  );
}
