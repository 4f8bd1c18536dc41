import { getTranslations } from "next-intl/server";
import { TextField } from "@/app/_ui/form/fields";
import type { OwnSecondStep } from "@/lib/accounts/queries";

/** One's password once more, in a form that changes how one signs in; where it was shown just now, nothing. */
export async function PasswordAgain({ step }: { step: OwnSecondStep }) {
  const t = await getTranslations("secondStep");
  if (step.confirmed || !step.hasPassword) return null;
  return (
    <TextField
      name="current"
      type="password"
      label={t("passwordAgain")}
      hint={t("passwordAgainHint")}
      autoComplete="current-password"
    />
  );
}
