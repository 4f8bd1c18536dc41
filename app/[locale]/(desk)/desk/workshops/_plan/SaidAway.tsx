"use client";

import { useLocale, useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { list } from "@/lib/i18n/format";
import { isCivilDay } from "@/lib/time/civil";
import type { OwnTaught } from "./ownTaught";
import { useTaughtThen } from "./useTaughtThen";

/** Days on which somebody is away, with how that is said. */
export type AwayDays = { fromDay: string; toDay: string; said: string };

/**
 * Beside the days of a workshop: that whoever plans it said that they are away then, or teaches something else, and whether that is
 * at the same hours; nothing where they are free.
 */
export function SaidAway({
  away,
  teaches,
}: {
  away: readonly AwayDays[];
  /** What they teach already, day by day. */
  teaches: readonly OwnTaught[];
}) {
  const t = useTranslations("away");
  const locale = useLocale();
  const [from = "", last = ""] = useWatch({ name: ["startsOn", "endsOn"] }).map((one) =>
    String(one ?? "").trim(),
  );
  const to = last || from;
  const { beside, meanwhile } = useTaughtThen(teaches);
  if (!isCivilDay(from) || !isCivilDay(to)) return null;
  const when = list(
    away.flatMap(({ fromDay, toDay, said }) => (fromDay <= to && toDay >= from ? said : [])),
    locale,
  );
  return when || beside || meanwhile ? (
    <div role="status" className="text-attention font-semibold">
      {when ? <p>{t("saidAway", { when })}</p> : null}
      {beside ? <p>{t("saidTeaching", { what: beside })}</p> : null}
      {meanwhile ? <p className="text-stop">{t("teachesMeanwhile", { what: meanwhile })}</p> : null}
    </div>
  ) : null;
}

/** What is read back before it is sent: what whoever plans a workshop teaches at its very hours; nothing where they are free. */
export function TaughtMeanwhile({ teaches }: { teaches: readonly OwnTaught[] }) {
  const t = useTranslations("away");
  const { meanwhile } = useTaughtThen(teaches);
  return meanwhile ? (
    <p className="rounded-card bg-attention-tint text-attention p-3">
      {t("teachesMeanwhile", { what: meanwhile })}
    </p>
  ) : null;
}
