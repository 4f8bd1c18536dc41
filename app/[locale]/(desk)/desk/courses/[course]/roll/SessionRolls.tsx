import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/app/_ui/kit/Badge";
import { SessionName } from "@/app/_ui/SessionList";
import type { AttendanceMatrix } from "@/lib/attendance/queries";
import { type RollProgress, rollProgress } from "@/lib/attendance/rules";
import { shortDay, timeRange } from "@/lib/i18n/format";
import { dotBetween } from "@/lib/i18n/rules";

const tones = {
  complete: "ok",
  partial: "attention",
  missing: "stop",
  now: "info",
  toCome: "neutral",
} as const satisfies Record<RollProgress, string>;

/**
 * The sessions of a course with how far the roll of each is, above them the one whose roll is due: on a phone, and where there
 * is nobody to make a matrix of.
 */
export function SessionRolls({
  sessions,
  due,
  now,
  always,
}: {
  sessions: AttendanceMatrix["sessions"];
  /** Key of the session whose roll is to be taken next, where it may be. */
  due: number | null;
  now: number;
  always: boolean;
}) {
  const t = useTranslations("rolls");
  const locale = useLocale();
  const next = sessions.find(({ id }) => id === due);
  return (
    <div className={always ? undefined : "attendance-list"}>
      {next ? <DueRoll session={next} /> : null}
      <ul>
        {sessions.map((s, place) => {
          const progress = rollProgress(s, now);
          return (
            <li
              key={s.id}
              className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 items-baseline py-2 border-t border-line tabular-nums sm:grid-cols-[minmax(0,9rem)_minmax(0,8rem)_minmax(0,1fr)_auto]"
            >
              {/* A phone shows a day once, above its sessions. */}
              <span
                className={`font-semibold${sessions[place - 1]?.day === s.day ? " max-sm:sr-only" : " max-sm:col-span-full"}`}
              >
                {shortDay(s.day, locale)}
              </span>
              <bdi className="quiet whitespace-nowrap justify-self-start">
                {timeRange(s.startsAt, s.endsAt, locale)}
              </bdi>
              <span className="flex justify-self-end sm:order-last sm:justify-self-start">
                <Badge tone={tones[progress]}>
                  {t(progress, { entries: s.entries, expected: s.expected })}
                </Badge>
              </span>
              <Link
                href={`/desk/courses/${s.courseId}/roll/${s.id}`}
                prefetch={false}
                className="min-h-11 inline-flex items-center justify-self-start max-sm:col-span-full"
              >
                <span>
                  <SessionName session={s} />
                  {/* A module that is taught on several days is one link like the other, for whoever hears them alone. */}
                  <span className="sr-only">
                    {dotBetween}
                    {shortDay(s.day, locale)} <bdi>{timeRange(s.startsAt, s.endsAt, locale)}</bdi>
                  </span>
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function DueRoll({ session }: { session: AttendanceMatrix["sessions"][number] }) {
  const locale = useLocale();
  return (
    <div className="card grid gap-2 mb-4">
      <p>
        <strong>
          <SessionName session={session} />
        </strong>
        <span className="quiet block">
          {shortDay(session.day, locale)} <bdi>{timeRange(session.startsAt, session.endsAt, locale)}</bdi>
        </span>
      </p>
      <Link
        href={`/desk/courses/${session.courseId}/roll/${session.id}`}
        prefetch={false}
        className="button-main"
      >
        {useTranslations("today")("do.roll")}
      </Link>
    </div>
  );
}
