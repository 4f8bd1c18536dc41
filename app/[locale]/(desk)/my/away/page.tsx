import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { asking, key, type SearchParams } from "@/app/_server/asked";
import { granted, requireContext } from "@/app/_server/context";
import { PageHead } from "@/app/_ui/kit/PageHead";
import * as trainers from "@/lib/access/trainerGate";
import { awayOf, awayShown } from "@/lib/away/queries";
import { daysSomewhere } from "@/lib/time/zone";
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
  return (
    <>
      <PageHead title={t("mine")} under={t("mineLead")} action={<Link href="/my">{my("title")}</Link>} />
      <AwayTimes trainer={trainer} own times={awayOf(cx, trainer, daysSomewhere(cx.now)[0])} />
      {shown ? <AwayToast done={shown} own /> : null}
    </>
  );
}
