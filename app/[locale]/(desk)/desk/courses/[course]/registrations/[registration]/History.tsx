import { useTranslations } from "next-intl";
import { RegistrationHistory } from "@/app/_ui/RegistrationHistory";
import type { OneRegistration } from "./RegistrationFacts";

/** What happened to a registration: when, by whom and why. */
export function History({ history, zone }: { history: OneRegistration["history"]; zone: string }) {
  const t = useTranslations("registrations");
  return (
    <section className="grid gap-2">
      <h2 className="text-base">{t("history")}</h2>
      <RegistrationHistory history={history} zone={zone} />
    </section>
  );
}
