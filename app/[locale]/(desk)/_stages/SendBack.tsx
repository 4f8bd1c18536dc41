import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { WithReason } from "./Words";

type AnswerForm = ComponentProps<typeof WithReason>["form"];

/** What else than approving answers a recommendation: it goes back with a question, or is refused with a reason. */
export function SendBack({
  returning,
  refusing,
  keys,
}: {
  returning: AnswerForm;
  refusing: AnswerForm;
  /** What the forms send of the recommendation. */
  keys: ReactNode;
}) {
  const t = useTranslations("decide");
  return (
    <>
      <WithReason
        title={t("return")}
        form={returning}
        keys={keys}
        label={t("question")}
        now={t("returnNow")}
        busy={t("saving")}
        tone="quiet"
      />
      <WithReason
        title={t("refuse")}
        form={refusing}
        keys={keys}
        label={t("reason")}
        hint={t("told")}
        now={t("refuseNow")}
        busy={t("saving")}
      />
    </>
  );
}
