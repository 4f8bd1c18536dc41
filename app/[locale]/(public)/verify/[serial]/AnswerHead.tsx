import {
  Ban,
  CircleCheck,
  CircleHelp,
  CircleX,
  Clock,
  Hourglass,
  Keyboard,
  type LucideIcon,
  RefreshCw,
} from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { verifyCertificate } from "@/lib/certificates/commands";
import { meaningOf } from "@/lib/certificates/rules";
import { fullDay } from "@/lib/i18n/format";

export type Answer = ReturnType<typeof verifyCertificate>;

const looks: Record<Answer["answer"], [LucideIcon, string]> = {
  valid: [CircleCheck, "bg-ok-tint text-ok"],
  expired: [Clock, "bg-attention-tint text-attention"],
  revoked: [CircleX, "bg-stop-tint text-stop"],
  replaced: [RefreshCw, "bg-info-tint text-info"],
  prepared: [Hourglass, "bg-neutral-tint text-neutral"],
  void: [Ban, "bg-stop-tint text-stop"],
  unknown: [CircleHelp, "bg-neutral-tint text-neutral"],
  mistyped: [Keyboard, "bg-attention-tint text-attention"],
  tooMany: [Clock, "bg-neutral-tint text-neutral"],
};

/** The answer with what it means, and where another certificate took its place, the way to that. */
export function AnswerHead({ found }: { found: Answer }) {
  const locale = useLocale();
  const t = useTranslations("verify");
  const [Icon, tone] = looks[found.answer];
  const named = "name" in found ? found : null;
  const meaning = meaningOf(found);
  const day = meaning === "prepared_until" ? named?.issuedOn : named?.endedOn;
  return (
    <div role="status" className={`rounded-card p-5 flex gap-4 items-center ${tone}`}>
      <Icon size={44} className="shrink-0" />
      <div>
        <h1 className="text-2xl">{t(`answer.${found.answer}`)}</h1>
        <p>
          {t(`meaning.${meaning}`, {
            kind: named?.kind ?? "",
            minutes: "minutes" in found ? found.minutes : 0,
            day: day ? fullDay(day, locale) : "",
          })}
        </p>
        {named?.replacedBy ? (
          <p>
            <a href={`/verify/${named.replacedBy}`} className="min-h-11 inline-flex items-center">
              {t("seeNext")}
            </a>
          </p>
        ) : null}
      </div>
    </div>
  );
}
