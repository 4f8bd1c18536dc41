import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, keyIn, oneOf, type SearchParams, text } from "@/app/_server/asked";
import { currentContext, granted, requireContext } from "@/app/_server/context";
import { Empty } from "@/app/_ui/kit/Empty";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { Toast } from "@/app/_ui/kit/Toast";
import { ToolMark } from "@/app/_ui/kit/ToolMark";
import { modulesSaid } from "@/app/_ui/modulesSaid";
import { FirstName } from "@/app/_ui/PersonName";
import * as gate from "@/lib/access/gate";
import { fullDay } from "@/lib/i18n/format";
import { nameFor, nameInSentence } from "@/lib/i18n/rules";
import { programmeDays } from "@/lib/programmes/queries";
import { ifGranted } from "@/lib/result";
import { personStandings } from "@/lib/stages/queries";
import { approvers, beforeWaiting, renewalsOf } from "@/lib/stages/queries/renewals";
import { TypedMeanwhile } from "../../../../_stages/TypedMeanwhile";
import { WayLink } from "../../../../_stages/WayLink";
import { WayNext } from "../../../../_stages/WayNext";
import { OneRenewal } from "./OneRenewal";

const asked = asking({
  done: oneOf(["renewed", "master", "step", "before", "recommended", "returned", "refused", "changed"]),
  typed: text,
});

type Props = { params: Promise<{ person: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props) {
  const cx = await currentContext();
  const of = keyIn((await params).person);
  const found = ifGranted(() => gate.person(cx, "people.read", of));
  const t = await getTranslations("renewal");
  return found ? { title: `${t("title")} · ${nameFor(found, await getLocale())}` } : {};
}

/** What somebody is certified for: until when, what renewing it takes, and the way to master trainer. */
export default async function Renewal({ params, searchParams }: Props) {
  const { person: of } = await params;
  const cx = await requireContext("people.read", `/desk/people/${encodeURIComponent(of)}/renewal`);
  const person = granted(() => gate.person(cx, "people.read", keyIn(of)));
  const renewals = renewalsOf(cx, person, programmeDays(cx));
  const ways = personStandings(cx, person, programmeDays(cx));
  const mayEnter = approvers(cx, person).length > 0;
  const waiting = beforeWaiting(cx, person);
  const locale = await getLocale();
  const { done, typed } = await asked(searchParams);
  const t = await getTranslations("renewal");
  const d = await getTranslations("decide");
  const enter = mayEnter ? (
    <Link href={`/desk/people/${person.id}/certified-before`} prefetch={false} className="button">
      {t("beforeOpen")}
    </Link>
  ) : null;
  return (
    <div className="grid gap-6 max-w-3xl">
      <PageHead
        title={t("title")}
        under={
          <Link href={`/desk/people/${person.id}`}>
            <FirstName of={person} />
          </Link>
        }
        action={enter}
      />
      <TypedMeanwhile cx={cx} typed={typed} />
      {person.id === cx.viewer.personId ? <p className="quiet">{t("notOwn")}</p> : null}
      {waiting.map((one) => (
        <p key={one.id} className="card flex flex-wrap gap-x-3">
          <ToolMark tool={one.tool} />
          <span>{modulesSaid(one.modules, d("whole"), locale)}</span>
          <span>
            {t("beforeWaits", {
              from: fullDay(one.day, locale),
              until: fullDay(one.until, locale),
              name: one.by ? nameInSentence(one.by, locale) : "Cascade",
            })}
          </span>
        </p>
      ))}
      {renewals.length + waiting.length === 0 ? <Empty title={t("none")} /> : null}
      {renewals.map((one) => (
        <OneRenewal
          key={`${one.programmeId} ${one.toolId}`}
          personId={person.id}
          viewer={cx.viewer.personId}
          of={one}
          today={one.today}
          next={ways
            .filter((way) => way.programmeId === one.programmeId && way.tool.id === one.toolId)
            .map((way) => (
              <div key={one.toolId}>
                {/* The renewal itself is decided here. */}
                {way.next.step === "renew" ? null : <WayNext personId={person.id} way={way} />}
                <WayLink cx={cx} personId={person.id} way={way} />
              </div>
            ))}
        />
      ))}
      {done ? <Toast of={done}>{done === "changed" ? d("done.changed") : t(`done.${done}`)}</Toast> : null}
    </div>
  );
}
