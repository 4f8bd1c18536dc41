import { Plus } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { asking, query, type SearchParams } from "@/app/_server/asked";
import { requireContext } from "@/app/_server/context";
import { Empty } from "@/app/_ui/kit/Empty";
import { NextPage } from "@/app/_ui/kit/NextPage";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { PersonName } from "@/app/_ui/PersonName";
import { SearchForm } from "@/app/_ui/SearchForm";
import { FictionalMark } from "@/app/_ui/StateBadges";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import { peopleList } from "@/lib/people/queries";
import { peopleFilterSchema } from "@/lib/people/schema";

export const generateMetadata = async () => ({ title: (await getTranslations("people"))("title") });

const asked = asking({ ...peopleFilterSchema.shape, q: query });

/** Everyone whom the viewer's programmes know. */
export default async function People({ searchParams }: { searchParams: SearchParams }) {
  const cx = await requireContext("people.read", "/desk/people");
  const { q, ...filter } = await asked(searchParams);
  const { people, next, more } = q.fault
    ? { people: [], next: null, more: false }
    : peopleList(cx, gate.reach(cx, "people.read"), { ...filter, q: q.q });
  const frame = await getTranslations("frame");
  const t = await getTranslations("people");
  return (
    <>
      <PageHead
        title={t("title")}
        action={
          <Link href="/desk/people/new" prefetch={false} className="button-main">
            <Plus size={18} />
            {t("new")}
          </Link>
        }
      />
      <SearchForm label={t("search")} hint={frame("findsPeople")} query={q} more={more} />
      {people.length === 0 ? (
        <Empty title={q.typed || q.fault ? t("noneFits") : t("none")}>
          {q.typed || q.fault ? <Link href="/desk/people">{t("showAll")}</Link> : t("noneNext")}
        </Empty>
      ) : (
        <table className="rows">
          <thead>
            <tr>
              <th>{t("name")}</th>
              <th>{t("organisation")}</th>
              <th>{t("contact")}</th>
              <th>{t("courses")}</th>
            </tr>
          </thead>
          <tbody>
            {people.map((p) => (
              <tr key={p.id}>
                <td>
                  <span>
                    <Link href={`/desk/people/${p.id}`} prefetch={false} className="font-semibold">
                      <PersonName name={p.name} latinName={p.latinName} />
                    </Link>{" "}
                    {p.fictional ? <FictionalMark /> : null}
                  </span>
                </td>
                <td data-label={t("organisation")}>
                  {p.organisation ? <Written>{p.organisation}</Written> : null}
                </td>
                <td data-label={t("contact")}>
                  <bdi dir="ltr">{p.phone ?? p.email}</bdi>
                </td>
                <td data-label={t("courses")}>{p.courses}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {next ? (
        <NextPage href={`/desk/people?${new URLSearchParams({ ...(q.q ? { q: q.q } : {}), after: next })}`} />
      ) : null}
    </>
  );
}
