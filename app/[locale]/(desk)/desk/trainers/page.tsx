import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { pageKeyOf, passedOver, type SearchParams, saidOf } from "@/app/_server/asked";
import { requireContext } from "@/app/_server/context";
import { registerAsked, registerFilters } from "@/app/_server/registerAsked";
import { readersDay } from "@/app/_server/zone";
import { addressWith } from "@/app/_ui/kit/address";
import { Empty } from "@/app/_ui/kit/Empty";
import { ListNotes } from "@/app/_ui/kit/ListNotes";
import { NextPage } from "@/app/_ui/kit/NextPage";
import { PageHead } from "@/app/_ui/kit/PageHead";
import * as gate from "@/lib/access/gate";
import { dotBetween } from "@/lib/i18n/rules";
import { mostFound } from "@/lib/names/rules";
import { programmeDays } from "@/lib/programmes/queries";
import { trainerRegister } from "@/lib/trainers/queries";
import { ByStage } from "./ByStage";
import { Narrowing } from "./Narrowing";
import { TrainerTable } from "./TrainerTable";

export const generateMetadata = async () => ({ title: (await getTranslations("trainers"))("title") });

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

const path = "/desk/trainers";

/** The register of trainers: who, where, what they have done, certified until when. */
export default async function Trainers({ searchParams }: { searchParams: SearchParams }) {
  const cx = await requireContext("trainers.read", path);
  const reach = gate.reach(cx, "trainers.read");
  const today = await readersDay(cx);
  const days = programmeDays(cx);
  const asked = await registerAsked(cx, reach, days, searchParams);
  const { q, after, deleted, programmes, programme, choices, ways } = asked;
  const found = trainerRegister(cx, reach, asked.filter, today, days);
  const { trainers, next } = q.fault ? { trainers: [], next: null } : found;
  const { count, counts } = found;
  // Of more than are looked at, none are counted by what they are certified for, nor put in another order.
  const narrowed = {
    q: q.typed || null,
    programme: programme === null ? null : String(programme),
    certification: counts && asked.certification,
    ...ways,
    sort: counts && asked.sort,
  };
  const t = await getTranslations("trainers");
  const register = await getTranslations("trainerRegister");
  const { sort: _, ...narrowing } = narrowed;
  const filtered = q.fault || Object.values(narrowing).some(Boolean);
  const { certification } = narrowed;
  // Of a search that finds more than it looks at nobody is counted.
  const counted = q.fault || found.more ? null : found.narrowed;
  const listed = counted && (certification ? counted[certification] : sum(Object.values(counted)));
  return (
    <>
      <PageHead
        title={t("title")}
        under={[
          count > mostFound ? t("leadMany", { count: mostFound }) : t("lead", { count }),
          filtered && listed !== null ? register("listed", { count: listed }) : "",
        ]
          .filter(Boolean)
          .join(dotBetween)}
        action={
          <span className="flex flex-wrap gap-2">
            <Link href={`${path}/certified`} prefetch={false} className="button">
              {(await getTranslations("renewal"))("asOf.open")}
            </Link>
            {trainers.length > 0 ? (
              <a href={addressWith("/api/files/trainers", narrowed)} className="button" download>
                {(await getTranslations("trainerTable"))("download")}
              </a>
            ) : null}
          </span>
        }
      />
      {found.ladder && !q.fault ? (
        <ByStage
          ladder={found.ladder}
          chosen={narrowed.stage}
          oneTool={narrowed.tool !== null}
          // The numbers are those of what the list is narrowed to besides: a stage leads to as many.
          to={(stage) => addressWith(path, { ...narrowed, stage })}
        />
      ) : null}
      <Narrowing
        cx={cx}
        path={path}
        query={await saidOf(searchParams, Object.keys(registerFilters))}
        deleted={deleted}
        said={narrowed}
        q={q}
        more={found.more}
        narrowed={counted}
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
