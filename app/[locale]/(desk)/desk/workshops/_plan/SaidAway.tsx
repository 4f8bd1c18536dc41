"use client";

import { useLocale, useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { list } from "@/lib/i18n/format";
import { isCivilDay } from "@/lib/time/civil";

/** Days on which somebody said they are away, with how that is said. */
export type AwayDays = { fromDay: string; toDay: string; said: string };

/** Beside the days of a workshop: that whoever plans it said that they are away then; nothing where they did not. */
export function SaidAway({ away }: { away: readonly AwayDays[] }) {
  const t = useTranslations("away");
  const locale = useLocale();
  const [from = "", last = ""] = useWatch({ name: ["startsOn", "endsOn"] }).map((one) =>
    String(one ?? "").trim(),
  );
  const to = last || from;
  if (!isCivilDay(from) || !isCivilDay(to)) return null;
  const met = away.filter(({ fromDay, toDay }) => fromDay <= to && toDay >= from);
  return met.length === 0 ? null : (
    <p role="status" className="text-attention font-semibold">
      {t("saidAway", {
        when: list(
          met.map(({ said }) => said),
          locale,
        ),
      })}
    </p>
  );
}
