import Link from "next/link";
import { getTranslations } from "next-intl/server";
import {
  asking,
  key,
  oneOf,
  pageKey,
  pageKeyOf,
  passedOver,
  query,
  type SearchParams,
  saidOf,
  text,
} from "@/app/_server/asked";
import { requireContext } from "@/app/_server/context";
import { readersDay } from "@/app/_server/zone";
import { addressWith } from "@/app/_ui/kit/address";
import { Empty } from "@/app/_ui/kit/Empty";
import { ListNotes } from "@/app/_ui/kit/ListNotes";
import { NextPage } from "@/app/_ui/kit/NextPage";
import { PageHead } from "@/app/_ui/kit/PageHead";
import * as gate from "@/lib/access/gate";
import { courseLanguages } from "@/lib/i18n/rules";
import { mostFound } from "@/lib/names/rules";
import { programmeList } from "@/lib/programmes/queries";
import { stages } from "@/lib/stages/rules/stage";
import { registerChoices, trainerRegister } from "@/lib/trainers/queries";
import { certifications, endsWithin, trainerOrders, withinMonths } from "@/lib/trainers/rules";
import { ByStage } from "./ByStage";
import { Narrowing } from "./Narrowing";
import { TrainerTable } from "./TrainerTable";

export const generateMetadata = async () => ({ title: (await getTranslations("trainers"))("title") });

const filters = {
  q: query,
  programme: key,
  certification: oneOf(certifications),
  stage: oneOf(stages),
  tool: text,
  module: text,
  language: oneOf(courseLanguages),
  country: text,
  place: text,
  within: oneOf(withinMonths),
  sort: oneOf(trainerOrders),
};
const asked = asking({ ...filters, after: pageKey("trainers"), deleted: key });
const path = "/desk/trainers";

/** The register of trainers: who, where, what they have done, certified until when. */
export default async function Trainers({ searchParams }: { searchParams: SearchParams }) {
  const cx = await requireContext("trainers.read", path);
  const { q, after, deleted, ...said } = await asked(searchParams);
  const reach = gate.reach(cx, "trainers.read");
  const programmes = programmeList(cx, reach);
  const programme = programmes.find(({ id }) => id === said.programme)?.id ?? null;
  const today = await readersDay(cx);
  const choices = registerChoices(cx, reach, programme);
  const tool = choices.tools.find(({ code }) => code === said.tool);
  const ways = {
    ...{ stage: said.stage, language: said.language, within: said.within },
    tool: tool?.code ?? null,
    module: tool?.modules.find((code) => code === said.module) ?? null,
    country: choices.countries.find((code) => code === said.country) ?? null,
    place: choices.places.find((place) => place === said.place) ?? null,
  };
  const found = trainerRegister(
    cx,
    reach,
    {
      ...{ q: q.q, programme, certification: said.certification, order: said.sort, after: after.at },
      ...{ stage: ways.stage, toolId: tool?.id ?? null, module: ways.module, language: ways.language },
      ...{ country: ways.country, place: ways.place },
      endsBy: ways.within && endsWithin(today, ways.within),
    },
    today,
  );
  const { trainers, next } = q.fault ? { trainers: [], next: null } : found;
  const { count, counts } = found;
  // Of more than are looked at, none are counted by what they are certified for, nor put in another order.
  const narrowed = {
    q: q.typed || null,
    programme: programme === null ? null : String(programme),
    certification: counts && said.certification,
    ...ways,
    sort: counts && said.sort,
  };
  const t = await getTranslations("trainers");
  const register = await getTranslations("trainerRegister");
  const { sort: _, ...narrowing } = narrowed;
  const filtered = q.fault || Object.values(narrowing).some(Boolean);
  return (
    <>
      <PageHead
        title={t("title")}
        under={count > mostFound ? t("leadMany", { count: mostFound }) : t("lead", { count })}
        action={
          <Link href={`${path}/certified`} prefetch={false} className="button">
            {(await getTranslations("renewal"))("asOf.open")}
          </Link>
        }
      />
      <ByStage
        stages={found.stages}
        chosen={narrowed.stage}
        to={(stage) => addressWith(path, { ...narrowed, stage })}
      />
      <Narrowing
        cx={cx}
        path={path}
        query={await saidOf(searchParams, Object.keys(filters))}
        deleted={deleted}
        said={narrowed}
        q={q}
        more={found.more}
        counts={programme === null ? counts : null}
        certified={counts !== null}
        choices={choices}
        programmes={programmes}
      />
      <ListNotes
        gone={await passedOver(searchParams, narrowed, ["after", "deleted"])}
        otherPage={after.foreign}
      />
      {trainers.length === 0 ? (
        <Empty title={filtered ? t("noneFits") : t("none")}>
          {filtered ? (
            <Link href={path}>{register("showAll")}</Link>
          ) : (
            <>
              <p>{t("noneNext")}</p>
              <Link href="/desk/courses">{t("toCourses")}</Link>
            </>
          )}
        </Empty>
      ) : (
        <TrainerTable
          trainers={trainers}
          today={today}
          uncertified={narrowed.certification === "none"}
          sorting={
            counts && {
              now: narrowed.sort,
              to: (sort) => addressWith(path, { ...narrowed, sort }),
            }
          }
        />
      )}
      {next ? (
        <NextPage href={addressWith(path, { ...narrowed, after: pageKeyOf("trainers", next) })} />
      ) : null}
    </>
  );
}
