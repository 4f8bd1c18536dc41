import { CircleCheck, CircleDashed } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { dotBetween, nameInSentence, type PersonsNames } from "@/lib/i18n/rules";

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
