import { useTranslations } from "next-intl";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import type { Followed } from "@/lib/registrations/queries";
import { ComeBackForm } from "./WithdrawalForm";

/** Taking part again after a withdrawal. */
export function ComeBack({ registration }: { registration: Followed }) {
  const t = useTranslations("follow");
  return (
    <ComeBackForm className="card grid gap-3">
      <h2>{t("comeBack")}</h2>
      <p>{t(`comeBackHint.${registration.admission}`)}</p>
      <Hidden name="token" value={registration.token} />
      <div>
        <Submit busy={t("sending")}>{t("comeBackNow")}</Submit>
      </div>
    </ComeBackForm>
  );
}
