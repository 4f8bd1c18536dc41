import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { granted, requireContext } from "@/app/_server/context";
import { shortDay, timeRange } from "@/app/_ui/format";
import { Badge, Empty } from "@/app/_ui/parts";
import { SessionName } from "@/app/_ui/SessionList";
import * as gate from "@/lib/access/gate";
import { courseRolls } from "@/lib/attendance/queries";
import { clock } from "@/lib/time/clock";

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
      <h1 className="text-lg">{t("title")}</h1>
      {rolls.length > 0 ? (
        <p>
          <Link href={`/desk/courses/${Number(key)}/sheet`} prefetch={false}>
            {t("sheet")}
          </Link>
        </p>
      ) : null}
      {rolls.length === 0 ? <Empty title={t("none")}>{t("noneNext")}</Empty> : null}
      <ul className="session-lines">
        {rolls.map((s) => {
          const state =
            s.expected > 0 && s.entries >= s.expected
              ? "complete"
              : s.entries > 0
                ? "partial"
                : s.endInstant < now
                  ? "missing"
                  : s.startInstant <= now
                    ? "now"
                    : "toCome";
          return (
            <li key={s.id}>
              <span>{shortDay(s.day, locale)}</span>
              <bdi className="quiet whitespace-nowrap">{timeRange(s.startsAt, s.endsAt, locale)}</bdi>
              <Link href={`/desk/courses/${s.courseId}/roll/${s.id}`} prefetch={false}>
                <span>
                  <SessionName session={s} />
                </span>
              </Link>
              <Badge
                tone={
                  { complete: "ok", partial: "attention", missing: "stop", now: "info", toCome: "neutral" }[
                    state
                  ] as "ok"
                }
              >
                {t(state, { entries: s.entries, expected: s.expected })}
              </Badge>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
