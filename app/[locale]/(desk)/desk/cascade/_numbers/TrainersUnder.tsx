import { getTranslations } from "next-intl/server";
import type { CascadeNumbers } from "@/lib/cascade/rules/numbers";
import { peopleIn } from "@/lib/records/rules/numbers";

/** Below a number of trainers: how many of them practised, how many are certified, and how many more records speak of. */
export async function TrainersUnder({ numbers }: { numbers: CascadeNumbers }) {
  const t = await getTranslations("cascade");
  const recorded = peopleIn(numbers.recordedTrainers);
  return (
    <>
      {t("practising", { count: numbers.practising })}
      {numbers.certified > 0 ? (
        <span className="block">{t("certified", { count: numbers.certified })}</span>
      ) : null}
      {recorded > 0 ? <span className="block">{t("recordedTrainers", { count: recorded })}</span> : null}
    </>
  );
}
