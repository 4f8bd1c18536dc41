import { CircleCheck, CircleDashed } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { fullDay } from "@/lib/i18n/format";
import { dotBetween, nameInSentence, type PersonsNames } from "@/lib/i18n/rules";
import type { GateState } from "@/lib/stages/rules/stage";

/** A condition: what it is called, how far it is met and by how much it is missing; `children`: what belongs to it. */
export async function GateLine({
  name,
  state: { need, have, missing },
  unread,
  children,
}: {
  name: string;
  state: { need: number; have: number; missing: number };
  /** How many observations that meet it the one whom they are about has not read yet. */
  unread?: { count: number; of: PersonsNames };
  children?: ReactNode;
}) {
  const locale = await getLocale();
  const t = await getTranslations("stages");
  const Mark = missing > 0 ? CircleDashed : CircleCheck;
  return (
    <span className="flex gap-2 items-start">
      <Mark
        size={18}
        aria-hidden
        className={`flex-none mt-0.5 ${missing > 0 ? "text-attention" : "text-ok"}`}
      />
      <span>
        <span className={missing > 0 ? "font-semibold" : undefined}>
          {name}
          {need > 1 ? `${dotBetween}${t("of", { have, need })}` : null}
        </span>
        {dotBetween}
        {missing === 0 ? t("met") : t("missing", { count: missing })}
        {unread && unread.count > 0
          ? `${dotBetween}${t("unread", { count: unread.count, name: nameInSentence(unread.of, locale) })}`
          : null}
        {children}
      </span>
    </span>
  );
}

/** Within how many months what is missing has to be held, until when with what counts, and that something counts no more. */
export async function Within({ state: { period } }: { state: Pick<GateState, "period"> }) {
  const locale = await getLocale();
  const t = await getTranslations("stages");
  if (!period) return null;
  const { months, until, lost } = period;
  return (
    <span className="block quiet">
      {t("within", { months })}
      {until ? ` ${t("withinUntil", { day: fullDay(until, locale) })}` : null}
      {lost > 0 ? ` ${t("withinLost", { count: lost })}` : null}
    </span>
  );
}
