import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Names } from "@/app/_ui/PersonName";
import { SessionName } from "@/app/_ui/SessionList";
import { Written } from "@/app/_ui/Written";
import { timeRange } from "@/lib/i18n/format";
import type { Session } from "@/lib/timetable/queries";

/** A session in the timetable, with the way to change it. */
export function SessionCard({
  session: s,
  hue,
  marked,
  chosen,
  editHref,
  children,
}: {
  session: Session;
  /** The border that tells its tool. */
  hue: string;
  /** True where it was just saved. */
  marked: boolean;
  /** True where it is the one that is changed. */
  chosen: boolean;
  /** Null for whoever may not change it. */
  editHref: string | null;
  /** What is said of it. */
  children: ReactNode;
}) {
  const locale = useLocale();
  const t = useTranslations("timetable");
  return (
    <li
      id={`session-${s.id}`}
      data-saved={marked ? "" : undefined}
      className={`relative rounded-card border border-line border-s-4 ${hue} bg-surface p-2 text-sm ${chosen ? "outline-2 outline-accent" : ""}`}
    >
      <span className="tabular-nums quiet block">
        <bdi className="whitespace-nowrap">{timeRange(s.startsAt, s.endsAt, locale)}</bdi>
      </span>
      <span className="block font-semibold">
        <SessionName session={s} />
      </span>
      {s.trainers.length > 0 ? (
        <span className="block quiet">
          <Names people={s.trainers} />
        </span>
      ) : null}
      {s.room ? (
        <span className="block quiet">
          <Written>{s.room}</Written>
        </span>
      ) : null}
      {editHref ? (
        <Link href={editHref} prefetch={false} className="inline-flex items-center min-h-11 md:min-h-8">
          {t("edit")}
          <span className="sr-only">
            {" "}
            <SessionName session={s} />, {timeRange(s.startsAt, s.endsAt, locale)}
          </span>
        </Link>
      ) : null}
      {editHref && s.placedByHand ? <span className="quiet"> · {t("byHand")}</span> : null}
      {children}
    </li>
  );
}
