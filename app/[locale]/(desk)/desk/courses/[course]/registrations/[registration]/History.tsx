import { useLocale, useTranslations } from "next-intl";
import { Written } from "@/app/_ui/Written";
import { moment } from "@/lib/i18n/format";
import type { OneRegistration } from "./RegistrationFacts";

/** What happened to a registration: when, by whom and why. */
export function History({ history, zone }: { history: OneRegistration["history"]; zone: string }) {
  const locale = useLocale();
  const t = useTranslations("registrations");
  const states = useTranslations("registrationState");
  return (
    <section className="grid gap-2">
      <h2 className="text-base">{t("history")}</h2>
      <ol className="grid gap-1">
        {history.map((change) => (
          <li key={change.id}>
            <span className="quiet">{moment(change.at, zone, locale)}</span> {states(change.toState)}
            {change.by ? (
              <>
                {" · "}
                <Written>{change.by}</Written>
              </>
            ) : null}
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
