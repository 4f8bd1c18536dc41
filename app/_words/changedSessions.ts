import { createTranslator } from "next-intl";
import type { SessionKind } from "@/lib/courses/rules";
import { breakable, timeRange } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/rules";
import { saidChanges } from "@/lib/messages/rules/changed";
import { messagesOf } from "./messages";
import { weekdayInYear } from "./nearDays";

type Time = { day: string; from: string; to: string };

/** Which sessions are at another time or place than the reader of a message knows, each on a line of its own; of many how many. */
export function changedSessions(params: Record<string, string>, language: Locale): string {
  const messages = messagesOf(language);
  const t = createTranslator({ locale: language, messages, namespace: "mail" });
  const kinds = createTranslator({ locale: language, messages, namespace: "sessionKind" });
  const online = createTranslator({ locale: language, messages, namespace: "online" });
  const changes = saidChanges(params);
  if (typeof changes === "number")
    return t(params.signsIn === "no" ? "change.count" : "change.many", { count: changes });
  const when = ({ day, from, to }: Time) =>
    [weekdayInYear(day, language), breakable(timeRange(from, to, language))].join(" · ");
  return changes
    .map(({ name, kind, was, is, left }) => {
      const session = name || kinds(kind as SessionKind);
      if (left) return t("change.left", { session, was: was ? when(was) : "" });
      if (!is) return t("change.gone", { session, was: was ? when(was) : "" });
      const now = [when(is), is.online ? online("online") : is.place].filter(Boolean).join(" · ");
      if (!was) return t("change.added", { session, now });
      const moved = when(was) !== when(is);
      return moved
        ? t("change.moved", { session, now, was: when(was) })
        : t("change.place", { session, now });
    })
    .join("\n");
}
