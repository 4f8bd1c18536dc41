import { useTranslations } from "next-intl";
import { RegistrationHistory } from "@/app/_ui/RegistrationHistory";
import { Written } from "@/app/_ui/Written";
import { dashBetween } from "@/lib/i18n/rules";
import type { Followed } from "@/lib/registrations/queries";

/** What happened to a registration, and when; by whom is not the person's to know. */
export function History({ registration }: { registration: Followed }) {
  const t = useTranslations("follow");
  const history = registration.history.map(({ id, at, toState, reason }) => ({ id, at, toState, reason }));
  return (
    <section className="grid gap-2">
      <h2>{t("history")}</h2>
      <RegistrationHistory history={history} zone={registration.zone} own />
      {registration.courseState === "cancelled" ? (
        <p>
          {t("courseCancelled")}
          {registration.courseReason ? (
            <>
              {dashBetween}
              <Written>{registration.courseReason}</Written>
            </>
          ) : null}
        </p>
      ) : null}
    </section>
  );
}
