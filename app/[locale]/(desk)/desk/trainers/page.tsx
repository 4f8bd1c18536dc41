import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, query, type SearchParams, text } from "@/app/_server/asked";
import { requireContext } from "@/app/_server/context";
import { Badge } from "@/app/_ui/kit/Badge";
import { Empty } from "@/app/_ui/kit/Empty";
import { NextPage } from "@/app/_ui/kit/NextPage";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { PersonName } from "@/app/_ui/PersonName";
import { SearchForm } from "@/app/_ui/SearchForm";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import { countryName, fullDay, list } from "@/lib/i18n/format";
import { mostFound } from "@/lib/names/rules";
import { dayAt } from "@/lib/time/zone";
import { trainerRegister } from "@/lib/trainers/queries";

export const generateMetadata = async () => ({ title: (await getTranslations("trainers"))("title") });

const asked = asking({ q: query, after: text });

/** The register of trainers: who, where, what they have done, certified until when. */
export default async function Trainers({ searchParams }: { searchParams: SearchParams }) {
  const cx = await requireContext("trainers.read", "/desk/trainers");
  const { q, after } = await asked(searchParams);
  const { trainers, next, count, more } = q.fault
    ? { trainers: [], next: null, count: 0, more: false }
    : trainerRegister(cx, gate.reach(cx, "trainers.read"), { q: q.q, after }, dayAt(cx.now, "UTC"));
  const locale = await getLocale();
  const t = await getTranslations("trainers");
  return (
    <>
      <PageHead
        title={t("title")}
        under={count > mostFound ? t("leadMany", { count: mostFound }) : t("lead", { count })}
      />
      <SearchForm label={t("search")} query={q} more={more} />
      {trainers.length === 0 ? (
        <Empty title={q.typed || q.fault ? t("noneFits") : t("none")}>{t("noneNext")}</Empty>
      ) : (
        <table className="rows">
          <thead>
            <tr>
              <th>{t("name")}</th>
              <th>{t("organisation")}</th>
              <th>{t("country")}</th>
              <th>{t("programmes")}</th>
              <th>{t("courses")}</th>
              <th>{t("userCourses")}</th>
              <th>{t("certification")}</th>
            </tr>
          </thead>
          <tbody>
            {trainers.map((p) => (
              <tr key={p.id}>
                <td>
                  <span>
                    <Link href={`/desk/people/${p.id}`} prefetch={false} className="font-semibold">
                      <PersonName name={p.name} latinName={p.latinName} />
                    </Link>
                  </span>
                </td>
                <td data-label={t("organisation")}>
                  {p.organisation ? <Written>{p.organisation}</Written> : null}
                </td>
                <td data-label={t("country")}>{p.country ? countryName(p.country, locale) : null}</td>
                <td data-label={t("programmes")}>
                  <bdi>{list(p.programmes.split(","), locale)}</bdi>
                </td>
                <td data-label={t("courses")}>{p.courses}</td>
                <td data-label={t("userCourses")}>{p.userCourses}</td>
                <td data-label={t("certification")}>
                  <Badge
                    tone={{ none: "neutral", expired: "attention", valid: "ok" }[p.certification] as "ok"}
                  >
                    {t(`status.${p.certification}`, {
                      day: p.certifiedUntil ? fullDay(p.certifiedUntil, locale) : "",
                    })}
                  </Badge>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {next ? (
        <NextPage
          href={`/desk/trainers?${new URLSearchParams({ ...(q.q ? { q: q.q } : {}), after: next })}`}
        />
      ) : null}
    </>
  );
}
