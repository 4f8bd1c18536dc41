import { Plus } from "lucide-react";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, key, type SearchParams } from "@/app/_server/asked";
import { requireContext } from "@/app/_server/context";
import { Empty } from "@/app/_ui/kit/Empty";
import { NextPage } from "@/app/_ui/kit/NextPage";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { pageAfter } from "@/app/_ui/pageAfter";
import { Say } from "@/app/_ui/Say";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import { mayAnywhere } from "@/lib/access/table";
import { countryName, list } from "@/lib/i18n/format";
import { programmeList, withCourses } from "@/lib/programmes/queries";

export const generateMetadata = async () => ({ title: (await getTranslations("programmes"))("title") });

const onPage = 30;

const asked = asking({ after: key });

/** The viewer's programmes, by their codes. */
export default async function Programmes({ searchParams }: { searchParams: SearchParams }) {
  const cx = await requireContext("programmes.read", "/desk/programmes");
  const all = programmeList(cx, gate.reach(cx, "programmes.read"));
  const { after } = await asked(searchParams);
  const { rows, next } = pageAfter(all, (p) => p.id, after, onPage);
  const programmes = withCourses(cx, rows);
  const locale = await getLocale();
  const t = await getTranslations("programmes");
  return (
    <>
      <PageHead
        title={t("title")}
        action={
          mayAnywhere(cx.viewer, "programmes.create") ? (
            <Link href="/desk/programmes/new" prefetch={false} className="button-main">
              <Plus size={18} />
              {t("new")}
            </Link>
          ) : null
        }
      />
      {programmes.length === 0 ? <Empty title={t("none")}>{t("noneNext")}</Empty> : null}
      <ul className="grid gap-3 lg:grid-cols-2">
        {programmes.map((p) => (
          <li key={p.id} className="card grid gap-1">
            <h2 className="text-base">
              <Link href={`/desk/programmes/${p.id}`} prefetch={false}>
                <bdi>{p.code}</bdi>
              </Link>
            </h2>
            <p>
              <Say text={p.title} />
            </p>
            <p className="quiet">
              {list(
                p.countries.map((c) => countryName(c, locale)),
                locale,
              )}
              {p.donor ? (
                <>
                  {" · "}
                  <Written>{p.donor}</Written>
                </>
              ) : null}
              {" · "}
              {t("courses", { count: p.courses })}
            </p>
          </li>
        ))}
      </ul>
      {next === null ? null : <NextPage href={`/desk/programmes?after=${next}`} />}
    </>
  );
}
