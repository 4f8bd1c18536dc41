import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/app/_ui/kit/Notice";
import { mayAnywhere } from "@/lib/access/table";
import type { Context } from "@/lib/acts/context";
import { timeFrom } from "@/lib/i18n/format";
import { isolate } from "@/lib/i18n/rules";
import type { HeldMail } from "@/lib/messages/rules/delivery";

/** That mail is held up: how much, since when, why, and what to do; nothing where none is. */
export function MailHeld({ cx, held }: { cx: Context; held: HeldMail | null }) {
  const locale = useLocale();
  const t = useTranslations("outbox");
  if (!held) return null;
  return (
    <Notice
      tone="attention"
      title={t("held.title", {
        count: held.count,
        when: isolate(timeFrom(held.since, cx.now, locale), locale),
      })}
    >
      <p>
        {held.reason ? t(`reason.${held.reason}`) : t("held.unknown")} {t("held.next")}
      </p>
      <p>
        {mayAnywhere(cx.viewer, "mail.manage") ? (
          <Link href="/desk/settings/mail" prefetch={false}>
            {t("held.see")}
          </Link>
        ) : (
          t("held.ask")
        )}
      </p>
    </Notice>
  );
}
