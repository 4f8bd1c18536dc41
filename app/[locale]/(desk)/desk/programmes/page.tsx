import { Plus } from "lucide";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { requireContext } from "@/app/_server/context";
import { NextPage } from "@/app/_ui/Catalogue";
import { countryName, list } from "@/app/_ui/format";
import { Icon } from "@/app/_ui/Icon";
import { Empty, PageHead, Say } from "@/app/_ui/parts";
import { Written } from "@/app/_ui/Written";
import { mayAnywhere } from "@/lib/access/rules";
import { programmeList } from "@/lib/programmes/queries";

export const generateMetadata = async () => ({ title: (await getTranslations("programmes"))("title") });

const onPage = 30;

/** The viewer's programmes, by their codes. */
export default async function Programmes({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const cx = await requireContext("programmes.read", "/desk/programmes");
  const { after } = await searchParams;
  const found = programmeList(cx, { after: typeof after === "string" ? after : "", most: onPage + 1 });
  const programmes = found.slice(0, onPage);
  const last = programmes.at(-1);
  const locale = await getLocale();
  const t = await getTranslations("programmes");
  return (
    <>
      <PageHead
        title={t("title")}
        action={
          mayAnywhere(cx.viewer, "programmes.create") ? (
            <Link href="/desk/programmes/new" prefetch={false} className="button-main">
              <Icon icon={Plus} size={18} />
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
      {found.length > onPage && last ? (
        <NextPage href={`/desk/programmes?${new URLSearchParams({ after: last.code })}`} />
      ) : null}
    </>
  );
}
