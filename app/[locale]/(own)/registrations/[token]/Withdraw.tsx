import { useTranslations } from "next-intl";
import { Contact } from "@/app/_ui/Contact";
import { Hidden, Submit, TextField } from "@/app/_ui/form/fields";
import { Notice } from "@/app/_ui/kit/Notice";
import { registrationOpen } from "@/lib/courses/rules";
import type { Followed } from "@/lib/registrations/queries";
import { courseTime, givenUp } from "@/lib/registrations/rules";
import { WithdrawalForm } from "./WithdrawalForm";

/** Giving back a place, a turn or an application. */
export function Withdraw({ registration, today }: { registration: Followed; today: string }) {
  const t = useTranslations("follow");
  const { state, contact } = registration;
  const course = { ...registration, state: registration.courseState };
  // Whoever leaves while people can register may come back by themselves.
  const forGood = !registrationOpen(course, today);
  const attended = registration.attendedMinutes > 0;
  const underWay = state === "accepted" && (attended || courseTime(course, today) !== "before");
  return (
    <details className="card">
      <summary className="font-semibold min-h-11 content-center">{t("withdraw")}</summary>
      <WithdrawalForm className="grid gap-4 mt-3">
        {underWay && forGood ? (
          <Notice tone="attention" title={t("withdrawRunning")}>
            {t("withdrawRunningAttendance")}
          </Notice>
        ) : (
          <p>
            {t(`withdrawHint.${givenUp(state, registration.admission)}`)}{" "}
            {forGood ? t("withdrawFinal") : null} {attended ? t("withdrawRunningAttendance") : null}
          </p>
        )}
        {contact && forGood ? <Contact label={t("withdrawAsk")} contact={contact} /> : null}
        <Hidden name="token" value={registration.token} />
        <TextField name="reason" label={t("reason")} optional={t("optional")} />
        <div>
          <Submit tone="stop" busy={t("sending")}>
            {t("withdrawNow")}
          </Submit>
        </div>
      </WithdrawalForm>
    </details>
  );
}
