import { useLocale, useTranslations } from "next-intl";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { HiddenList } from "@/app/_ui/form/HiddenList";
import { Toast } from "@/app/_ui/kit/Toast";
import { isolate, type Locale, nameFor, type PersonsNames } from "@/lib/i18n/rules";
import type { Decision } from "@/lib/registrations/rules";
import { UndoDecisionForm } from "./forms";

/** What was just decided, with its Undo; or that it was undone. */
export function DecisionToast({
  courseId,
  at,
  decided,
  undone,
  overtaken,
  back,
}: {
  courseId: number;
  at: number | null;
  /** The decision that can be undone. */
  decided: { ids: readonly number[]; to: Decision; who: PersonsNames | null } | null;
  undone: number | null;
  /** True where it can no longer be undone. */
  overtaken: boolean;
  /** The address where one is, without what was done. */
  back: string;
}) {
  const locale = useLocale() as Locale;
  const t = useTranslations("decisions");
  const errors = useTranslations("errors");
  if (decided && at !== null)
    return (
      <Toast
        of={`decided ${at}`}
        undo={
          <UndoDecisionForm courseId={courseId} at={at}>
            <Hidden name="back" value={back} />
            <HiddenList name="registrationIds" values={decided.ids} />
            <Submit tone="quiet" busy={t("saving")}>
              {t("undo")}
            </Submit>
          </UndoDecisionForm>
        }
      >
        {decided.who
          ? t(`doneOne.${decided.to}`, { name: isolate(nameFor(decided.who, locale), locale) })
          : t(`done.${decided.to}`, { count: decided.ids.length })}
      </Toast>
    );
  if (overtaken) return <Toast of={`overtaken ${at}`}>{errors("notWithdrawnHere")}</Toast>;
  return undone === null ? null : (
    <Toast of={`undone ${undone}`}>{t("done.undone", { count: undone })}</Toast>
  );
}
