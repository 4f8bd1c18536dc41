"use client";

import { Check, CircleAlert, CloudOff } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { Standing } from "@/lib/attendance/rules/deviceSheet";
import { clockTime } from "@/lib/i18n/format";
import "./status.css";

type Said = { kind: "here" | "sent" | "you" | "quiet"; text: string | null };

const icons = { here: CloudOff, sent: Check, you: CircleAlert } as const;

/** The line on top: what is on this device only, when all was sent, or what waits for whoever marks. */
export function StatusLine({ standing, zone }: { standing: Standing; zone: string }) {
  const t = useTranslations("roll");
  const locale = useLocale();
  const { kind, text } = statusOf(standing, t, (at) => clockTime(at, locale, zone));
  const Icon = kind === "quiet" ? null : icons[kind];
  return (
    <p role="status" className="roll-status" data-kind={kind}>
      {Icon ? <Icon size={16} /> : null}
      {text}
    </p>
  );
}

/** One truth: what was sent is said only where nothing is left to send. */
function statusOf(
  { unsent, owesReason, waits, here, refused, held, savedAt }: Standing,
  t: ReturnType<typeof useTranslations<"roll">>,
  time: (at: number) => string,
): Said {
  if (owesReason) return { kind: "you", text: t("waitForReason", { count: unsent }) };
  if (waits) return { kind: "here", text: t(here ? "unsentHere" : "unsent", { count: unsent }) };
  if (unsent > 0) return { kind: "quiet", text: t("saving") };
  if (refused > 0) return { kind: "you", text: t("notTaken", { count: refused }) };
  if (held > 0) return { kind: "you", text: t("waitForYou", { count: held }) };
  return savedAt === null
    ? { kind: "quiet", text: null }
    : { kind: "sent", text: t("savedAt", { time: time(savedAt) }) };
}
