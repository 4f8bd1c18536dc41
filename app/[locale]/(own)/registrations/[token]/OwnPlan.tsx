import { useTranslations } from "next-intl";
import { Hidden, Submit, TextField } from "@/app/_ui/form/fields";
import { PlanFields, PlannedWorkshops, planDefaults } from "@/app/_ui/PlannedWorkshops";
import type { ActionPlan } from "@/lib/stages/queries";
import { OwnPlanForm } from "./WithdrawalForm";

/**
 * One's own action plan: what is planned, and the form. Open while nothing is planned, but folded away for who has no place
 * yet, to whom it would look like one.
 */
export function OwnPlan({
  plan,
  placed,
  over,
  token,
  saved,
}: {
  plan: ActionPlan;
  placed: boolean;
  /** True once the training has ended. */
  over: boolean;
  token: string;
  /** True where it was saved just now. */
  saved: boolean;
}) {
  const t = useTranslations("actionPlan");
  const form = (
    <OwnPlanForm key={JSON.stringify(plan.workshops)} className="grid gap-5" defaults={planDefaults(plan)}>
      <Hidden name="token" value={token} />
      <PlanFields
        plan={plan}
        dayField={(name, label) => <TextField name={name} label={label} type="date" />}
      />
      <div>
        <Submit busy={t("saving")}>{t("save")}</Submit>
      </div>
    </OwnPlanForm>
  );
  if (!placed && plan.workshops.length === 0)
    return (
      <details id="plan" className="card">
        <summary className="min-h-11 content-center">{t("early")}</summary>
        <div className="grid gap-3">
          <p>{t("lead")}</p>
          {form}
        </div>
      </details>
    );
  return (
    <section id="plan" className="card grid gap-3">
      <h2>{t("title")}</h2>
      <p>{t(over ? "leadOver" : "lead")}</p>
      {plan.workshops.length === 0 ? (
        form
      ) : (
        <>
          {saved ? (
            <p role="status" className="font-semibold">
              {t("saved")}
            </p>
          ) : null}
          <PlannedWorkshops {...plan} />
          {placed && plan.soFar === 1 ? (
            <p className="font-semibold text-attention">{t("oneOfTwo")}</p>
          ) : null}
          <details>
            <summary className="min-h-11 content-center">{t("change")}</summary>
            {form}
          </details>
        </>
      )}
    </section>
  );
}
