import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { asking, key, type SearchParams } from "@/app/_server/asked";
import { granted, requireContext } from "@/app/_server/context";
import { PageHead } from "@/app/_ui/kit/PageHead";
import * as gate from "@/lib/access/gate";
import * as trainers from "@/lib/access/trainerGate";
import { awayOf, awayShown } from "@/lib/away/queries";
import { isAwayAt, longestAwayDays } from "@/lib/away/rules";
import { addDays } from "@/lib/time/civil";
import { daysSomewhere } from "@/lib/time/zone";
import { ownTeaching } from "@/lib/timetable/queries";
import { AwayTimes, AwayToast } from "../../_away/AwayTimes";

export const generateMetadata = async () => ({ title: (await getTranslations("away"))("mine") });

const asked = asking({ done: key });

/** When the viewer, who is a trainer, cannot teach. */
export default async function MyAway({ searchParams }: { searchParams: SearchParams }) {
  const cx = await requireContext("away.edit", "/my/away");
  const trainer = granted(() => trainers.trainer(cx, "away.edit", cx.viewer.personId ?? 0));
  const t = await getTranslations("away");
  const my = await getTranslations("my");
  const { done } = await asked(searchParams);
  const shown = done === null ? null : awayShown(cx, trainer, done);
  const today = daysSomewhere(cx.now)[0];
  const times = awayOf(cx, trainer, today);
  const until = addDays(today, longestAwayDays);
  const taught = ownTeaching(cx, gate.self(cx), today, until).flatMap(({ sessions }) => sessions);
  return (
    <>
      <PageHead
        title={t("mine")}
        under={t("mineLead")}
        action={
          <Link href="/my" className="inline-flex items-center min-h-11">
            {my("title")}
          </Link>
        }
      />
      <AwayTimes
        trainer={trainer}
        own
        times={times}
        teaches={new Map(times.map((time) => [time.id, taught.filter((s) => isAwayAt(time, s))]))}
      />
      {shown ? <AwayToast done={shown} own /> : null}
    </>
  );
}
