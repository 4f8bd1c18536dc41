import { useLocale, useTranslations } from "next-intl";
import { Written } from "@/app/_ui/Written";
import { moment } from "@/lib/i18n/format";
import type { Followed } from "@/lib/registrations/queries";

/** What happened to a registration, and when. */
export function History({ registration }: { registration: Followed }) {
  const locale = useLocale();
  const t = useTranslations("follow");
  const states = useTranslations("registrationState");
  return (
    <section className="grid gap-2">
      <h2>{t("history")}</h2>
      <ol className="grid gap-1">
        {registration.history.map((change) => (
          <li key={change.id}>
            <span className="quiet">{moment(change.at, registration.zone, locale)}</span>{" "}
            {states(change.toState)}
            {change.reason ? (
              <>
                {" – "}
                <Written>{change.reason}</Written>
              </>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
