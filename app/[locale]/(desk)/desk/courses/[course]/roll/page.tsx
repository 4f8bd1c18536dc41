import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { granted, requireContext } from "@/app/_server/context";
import { Badge } from "@/app/_ui/kit/Badge";
import { Empty } from "@/app/_ui/kit/Empty";
import { OnPaper } from "@/app/_ui/OnPaper";
import { SessionName } from "@/app/_ui/SessionList";
import * as gate from "@/lib/access/gate";
import { courseRolls } from "@/lib/attendance/queries";
import { type RollProgress, rollProgress } from "@/lib/attendance/rules";
import { shortDay, timeRange } from "@/lib/i18n/format";
import { clock } from "@/lib/time/clock";

const tones = {
  complete: "ok",
  partial: "attention",
  missing: "stop",
  now: "info",
  toCome: "neutral",
} as const satisfies Record<RollProgress, string>;

export const generateMetadata = async () => ({ title: (await getTranslations("rolls"))("title") });

/** The sessions of a course with how far the roll of each is. */
export default async function Rolls({ params }: { params: Promise<{ course: string }> }) {
  const { course: key } = await params;
  const cx = await requireContext("roll.read", `/desk/courses/${encodeURIComponent(key)}/roll`);
  const rolls = courseRolls(
    cx,
    granted(() => gate.course(cx, "roll.read", Number(key))),
  );
  const locale = await getLocale();
  const t = await getTranslations("rolls");
  const now = clock();
  return (
    <div className="grid gap-4">
      {rolls.length > 0 ? (
        <p>
          <Link href={`/desk/courses/${Number(key)}/sheet`} prefetch={false}>
            {t("sheet")}
          </Link>
        </p>
      ) : null}
      {rolls.length > 0 ? (
        <OnPaper courseId={Number(key)} of={["attendance", "sheet", "participants"]} />
      ) : null}
      {rolls.length === 0 ? <Empty title={t("none")}>{t("noneNext")}</Empty> : null}
      <ul>
        {rolls.map((s) => {
          const progress = rollProgress(s, now);
          return (
            <li
              key={s.id}
              className="grid grid-cols-[auto_1fr] gap-x-4 items-baseline py-2 border-t border-line tabular-nums sm:grid-cols-[9rem_8rem_1fr_auto]"
            >
              <span className="font-semibold">{shortDay(s.day, locale)}</span>
              <bdi className="quiet whitespace-nowrap">{timeRange(s.startsAt, s.endsAt, locale)}</bdi>
              <Link
                href={`/desk/courses/${s.courseId}/roll/${s.id}`}
                prefetch={false}
                className="min-h-11 inline-flex items-center justify-self-start max-sm:col-span-full"
              >
                <span>
                  <SessionName session={s} />
                </span>
              </Link>
              <span className="flex max-sm:col-span-full justify-self-start">
                <Badge tone={tones[progress]}>
                  {t(progress, { entries: s.entries, expected: s.expected })}
                </Badge>
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
