import { useTranslations } from "next-intl";
import { Submit, TextField } from "@/app/_ui/form/fields";
import type { Decision } from "@/lib/registrations/rules";

const tones: Record<Decision, "main" | "quiet" | "stop"> = {
  accepted: "main",
  shortlisted: "quiet",
  waiting: "quiet",
  declined: "stop",
  withdrawn: "stop",
};

/** The reason and a button for each decision that is possible. */
export function DecisionFields({ decisions }: { decisions: readonly Decision[] }) {
  const t = useTranslations("registrations");
  return (
    <>
      <TextField name="reason" label={t("reason")} hint={t("reasonHint")} optional={t("optional")} />
      <div className="flex flex-wrap gap-2">
        {decisions.map((to) => (
          <Submit key={to} name="to" value={to} tone={tones[to]} busy={t("saving")}>
            {t(`decide.${to}`)}
          </Submit>
        ))}
      </div>
    </>
  );
}
