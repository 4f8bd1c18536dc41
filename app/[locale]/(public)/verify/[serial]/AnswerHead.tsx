import {
  Ban,
  Check,
  Clock,
  Hourglass,
  Keyboard,
  type LucideIcon,
  Pause,
  RefreshCw,
  Search,
  X,
} from "lucide-react";
import { createTranslator } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { Serial } from "@/app/_ui/Serial";
import { messagesOf } from "@/app/_words/messages";
import type { verifyCertificate } from "@/lib/certificates/commands";
import { meaningOf, paperOf } from "@/lib/certificates/rules";
import { dayOnPaper } from "@/lib/i18n/format";
import { directionOf, dotBetween } from "@/lib/i18n/rules";

export type Answer = ReturnType<typeof verifyCertificate>;

const looks: Record<Answer["answer"], [LucideIcon, "ok" | "attention" | "stop" | "info" | "neutral"]> = {
  valid: [Check, "ok"],
  suspended: [Pause, "stop"],
  expired: [Clock, "attention"],
  revoked: [X, "stop"],
  replaced: [RefreshCw, "info"],
  renewed: [RefreshCw, "info"],
  prepared: [Hourglass, "neutral"],
  void: [Ban, "stop"],
  unknown: [Search, "neutral"],
  mistyped: [Keyboard, "attention"],
  tooMany: [Clock, "neutral"],
};

/** The answer in one word, large, in the reader's language and in the certificate's own, with what it means. */
export async function AnswerHead({ found }: { found: Answer }) {
  const locale = await getLocale();
  const t = await getTranslations("verify");
  const kinds = await getTranslations("certificateKind");
  const [Icon, tone] = looks[found.answer];
  const named = "name" in found ? found : null;
  const own = named && named.language !== locale ? named.language : null;
  const inOwn = own && createTranslator({ locale: own, messages: messagesOf(own), namespace: "verify" });
  const meaning = meaningOf(found);
  const days = { prepared_until: named?.issuedOn, renewed: named?.renewedUntil };
  const day = meaning === "prepared_until" || meaning === "renewed" ? days[meaning] : named?.endedOn;
  return (
    <div role="status" className="answer" data-tone={tone}>
      <span aria-hidden className="answer-sign">
        <Icon size={34} strokeWidth={2.5} />
      </span>
      <div className="min-w-0">
        <div className="answer-words">
          <h1>{t(`answer.${found.answer}`)}</h1>{" "}
          {inOwn ? (
            <p lang={own} dir={directionOf(own)}>
              {inOwn(`answer.${found.answer}`)}
            </p>
          ) : null}
        </div>
        <p>
          {t(`meaning.${meaning}`, {
            kind: named?.kind ?? "",
            minutes: "minutes" in found ? found.minutes : 0,
            day: day ? dayOnPaper(day, locale) : "",
          })}
        </p>
        {named ? (
          <p>
            {kinds(paperOf(named.kind, named.master))}
            {dotBetween}
            <Serial serial={named.serial} />
          </p>
        ) : null}
      </div>
    </div>
  );
}
