import { getTranslations } from "next-intl/server";
import { asking, query, type SearchParams, text } from "@/app/_server/asked";
import { requireContext } from "@/app/_server/context";
import { Empty } from "@/app/_ui/kit/Empty";
import { NextPage } from "@/app/_ui/kit/NextPage";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { SearchForm } from "@/app/_ui/SearchForm";
import * as gate from "@/lib/access/gate";
import { mostFound } from "@/lib/names/rules";
import { dayAt } from "@/lib/time/zone";
import { trainerRegister } from "@/lib/trainers/queries";
import { TrainerTable } from "./TrainerTable";

export const generateMetadata = async () => ({ title: (await getTranslations("trainers"))("title") });

const asked = asking({ q: query, after: text });

/** The register of trainers: who, where, what they have done, certified until when. */
export default async function Trainers({ searchParams }: { searchParams: SearchParams }) {
  const cx = await requireContext("trainers.read", "/desk/trainers");
  const { q, after } = await asked(searchParams);
  const { trainers, next, count, more } = q.fault
    ? { trainers: [], next: null, count: 0, more: false }
    : trainerRegister(cx, gate.reach(cx, "trainers.read"), { q: q.q, after }, dayAt(cx.now, "UTC"));
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
        <TrainerTable trainers={trainers} />
      )}
      {next ? (
        <NextPage
          href={`/desk/trainers?${new URLSearchParams({ ...(q.q ? { q: q.q } : {}), after: next })}`}
        />
      ) : null}
    </>
  );
}
