import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, key, keyIn, type SearchParams } from "@/app/_server/asked";
import { currentContext, granted, requireContext } from "@/app/_server/context";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { FirstName } from "@/app/_ui/PersonName";
import * as gate from "@/lib/access/gate";
import * as trainers from "@/lib/access/trainerGate";
import { awayOf, awayShown } from "@/lib/away/queries";
import { nameFor } from "@/lib/i18n/rules";
import { ifGranted } from "@/lib/result";
import { daysSomewhere } from "@/lib/time/zone";
import { AwayTimes, AwayToast } from "../../../../_away/AwayTimes";

const asked = asking({ done: key });

type Props = { params: Promise<{ person: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props) {
  const cx = await currentContext();
  const of = keyIn((await params).person);
  const found = ifGranted(() => gate.person(cx, "people.read", of));
  const t = await getTranslations("away");
  return found ? { title: `${t("title")} · ${nameFor(found, await getLocale())}` } : {};
}

/** When a trainer of a coordinator's programmes cannot teach. */
export default async function AwayOfTrainer({ params, searchParams }: Props) {
  const { person: of } = await params;
  const cx = await requireContext("people.read", `/desk/people/${encodeURIComponent(of)}/away`);
  const person = granted(() => gate.person(cx, "people.read", keyIn(of)));
  const trainer = granted(() => trainers.trainer(cx, "away.edit", person.id));
  const t = await getTranslations("away");
  const { done } = await asked(searchParams);
  const shown = done === null ? null : awayShown(cx, trainer, done);
  return (
    <>
      <PageHead
        title={t("title")}
        under={
          <Link href={`/desk/people/${person.id}`}>
            <FirstName of={person} />
          </Link>
        }
      />
      <AwayTimes trainer={trainer} own={false} times={awayOf(cx, trainer, daysSomewhere(cx.now)[0])} />
      {shown ? <AwayToast done={shown} own={false} /> : null}
    </>
  );
}
