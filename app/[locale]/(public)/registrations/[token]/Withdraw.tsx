import { useTranslations } from "next-intl";
import { Hidden, Submit, TextField } from "@/app/_ui/form/fields";
import { givenUp } from "@/lib/registrations/rules";
import type { Followed } from "./Standing";
import { WithdrawalForm } from "./WithdrawalForm";

/** Giving back a place, a turn or an application. */
export function Withdraw({ registration }: { registration: Followed }) {
  const t = useTranslations("follow");
  return (
    <details className="card">
      <summary className="font-semibold min-h-11 content-center">{t("withdraw")}</summary>
      <WithdrawalForm className="grid gap-4 mt-3">
        <p>{t(`withdrawHint.${givenUp(registration.state)}`)}</p>
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
