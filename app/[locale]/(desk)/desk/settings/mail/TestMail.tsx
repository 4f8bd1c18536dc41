import { useTranslations } from "next-intl";
import { Submit } from "@/app/_ui/form/fields";
import { Notice } from "@/app/_ui/kit/Notice";
import type { ShownMail } from "@/lib/messages/queries";
import { TryMailForm } from "./forms";
import { ServerAnswer } from "./ServerAnswer";

/** A mail to one's own address, and what the server said of the last one. */
export function TestMail({ tried }: { tried: ShownMail | null }) {
  const t = useTranslations("outbox");
  return (
    <section className="card grid gap-3 sm:p-5" aria-labelledby="try">
      <h2 id="try">{t("tryTitle")}</h2>
      <p className="quiet">{t("tryLead")}</p>
      <TryMailForm className="grid gap-3 justify-items-start">
        <Submit tone="quiet" busy={t("sending")}>
          {t("try")}
        </Submit>
      </TryMailForm>
      <div role="status" className="empty:hidden">
        {tried ? <Answer tried={tried} /> : null}
      </div>
    </section>
  );
}

function Answer({ tried }: { tried: ShownMail }) {
  const t = useTranslations("outbox");
  if (tried.doneAt === null) return <Notice tone="attention">{t("triedSlow")}</Notice>;
  if (tried.reason === null) return <Notice tone="ok">{t("triedSent")}</Notice>;
  return (
    <Notice tone="stop" title={t("triedFailed")}>
      {t(`reason.${tried.reason}`)} {t(`mend.${tried.reason}`)}
      <ServerAnswer answer={tried.answer} />
    </Notice>
  );
}
