import { getTranslations } from "next-intl/server";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { OwnPassword } from "@/app/_ui/form/OwnPassword";
import * as gate from "@/lib/access/gate";
import { secondStepOf } from "@/lib/accounts/queries";
import type { Context } from "@/lib/acts/context";
import { ifGranted } from "@/lib/result";
import { SecondStepAwayForm } from "../forms";

/** For an administrator: the second step of somebody else, which is taken away from who lost it. */
export async function SecondStep({ cx, personId }: { cx: Context; personId: number }) {
  const person = ifGranted(() => gate.person(cx, "accounts.edit", personId));
  const step = person && personId !== cx.viewer.personId ? secondStepOf(cx, person) : null;
  if (step === null) return null;
  const t = await getTranslations("person");
  return (
    <section className="card grid gap-3 print:hidden">
      <h2 className="text-base">{t("secondStep")}</h2>
      <p className="quiet">{step.has ? t("secondStepHint") : t("noSecondStep")}</p>
      <SecondStepAwayForm className="grid gap-3" done={t("secondStepTaken")}>
        <Hidden name="personId" value={personId} />
        {step.has && step.asks ? <OwnPassword /> : null}
        {step.has ? (
          <Submit tone="stop" busy={t("saving")}>
            {t("takeSecondStep")}
          </Submit>
        ) : null}
      </SecondStepAwayForm>
    </section>
  );
}
