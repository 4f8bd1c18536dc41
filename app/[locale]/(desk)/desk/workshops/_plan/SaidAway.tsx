"use client";

import { useLocale, useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { list } from "@/lib/i18n/format";
import { isCivilDay } from "@/lib/time/civil";

/** Days on which somebody is away or teaches, with how that is said. */
export type AwayDays = { fromDay: string; toDay: string; said: string };

/**
 * Beside the days of a workshop: that whoever plans it said that they are away then, or teaches something else; nothing where
 * they are free.
 */
export function SaidAway({
  away,
  teaches,
}: {
  away: readonly AwayDays[];
  /** What they teach already, day by day. */
  teaches: readonly AwayDays[];
}) {
  const t = useTranslations("away");
  const locale = useLocale();
  const [from = "", last = ""] = useWatch({ name: ["startsOn", "endsOn"] }).map((one) =>
    String(one ?? "").trim(),
  );
  const to = last || from;
  if (!isCivilDay(from) || !isCivilDay(to)) return null;
  const metBy = (days: readonly AwayDays[]) =>
    list(
      days.flatMap(({ fromDay, toDay, said }) => (fromDay <= to && toDay >= from ? said : [])),
      locale,
    );
  const [when, what] = [metBy(away), metBy(teaches)];
  return when || what ? (
    <div role="status" className="text-attention font-semibold">
      {when ? <p>{t("saidAway", { when })}</p> : null}
      {what ? <p>{t("saidTeaching", { what })}</p> : null}
    </div>
  ) : null;
}
