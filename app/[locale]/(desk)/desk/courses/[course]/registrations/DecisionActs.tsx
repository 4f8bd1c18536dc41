"use client";

import { useTranslations } from "next-intl";
import { EnterPresses } from "@/app/_ui/form/enter";
import { Submit, TextField } from "@/app/_ui/form/fields";
import { Popovers } from "@/app/_ui/kit/Popovers";
import { useTickedNow } from "@/app/_ui/kit/tickedNow";
import type { Decision } from "@/lib/registrations/rules";
import "@/app/_ui/kit/popover.css";

/**
 * A button for each decision that is possible, with how many it is on (null where it is on one alone); what needs a reason
 * is asked for it first. `few`: on a phone all but the first are behind one button, so that they stand in one line.
 */
export function DecisionActs({
  decisions,
  count = null,
  few = false,
}: {
  decisions: readonly Decision[];
  count?: number | null;
  few?: boolean;
}) {
  const t = useTranslations("decisions");
  // Beside a list in which somebody is ticked, those are what the page is about.
  const ticking = useTickedNow().length > 0;
  const may = (to: Decision) => decisions.includes(to);
  const against = may("declined") || may("withdrawn");
  const middle = (["shortlisted", "waiting"] as const).filter(may);
  const wide = few ? "max-md:hidden" : undefined;
  const counted = {
    accepted: "accept",
    shortlisted: "shortlist",
    waiting: "wait",
    declined: "decline",
    withdrawn: "withdraw",
  } as const;
  const act = (to: Decision, tone: "main" | "quiet" | "stop") => (
    <Submit key={to} name="to" value={to} tone={tone} busy={t("saving")}>
      {count === null ? t(`one.${to}`) : t(counted[to], { count })}
    </Submit>
  );
  const quiet = middle.map((to) => act(to, "quiet"));
  return (
    <>
      {against || (few && middle.length > 0) ? (
        <details className="pop acts" data-popover suppressHydrationWarning>
          <summary className="button">
            {few ? (
              <>
                <span className="md:hidden">{t("moreOpen")}</span>
                <span className={wide}>{t("declineOpen")}</span>
              </>
            ) : (
              t("declineOpen")
            )}
          </summary>
          <div className="pop-list pop-form">
            {few && quiet.length > 0 ? <div className="grid gap-2 md:hidden">{quiet}</div> : null}
            {against ? (
              <EnterPresses className="acts-against">
                <TextField name="reason" label={t("reason")} hint={t("reasonHint")} />
                {may("declined") ? act("declined", "stop") : null}
                {may("withdrawn") ? act("withdrawn", "quiet") : null}
              </EnterPresses>
            ) : null}
          </div>
          <Popovers />
        </details>
      ) : null}
      {quiet.length > 0 ? <span className={`acts-quiet ${wide ?? ""}`}>{quiet}</span> : null}
      {may("accepted") ? act("accepted", count !== null || !ticking ? "main" : "quiet") : null}
    </>
  );
}
