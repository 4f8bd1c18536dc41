import { getTranslations } from "next-intl/server";
import { Submit } from "@/app/_ui/form/fields";
import { SaidOf } from "@/app/_ui/kit/SaidOf";
import { StepForm } from "@/app/_ui/kit/StepForm";
import type { Context } from "@/lib/acts/context";
import type { Course } from "@/lib/courses/queries";
import { Numbers } from "./_facts/Numbers";
import { type RecordStep, recordSteps } from "./_facts/recordSteps";
import { What } from "./_facts/What";
import { When } from "./_facts/When";
import { Where } from "./_facts/Where";
import { Who } from "./_facts/Who";

/**
 * Every field of a recorded course, in steps of one form. Each fact has what it rests on beside it; people are never asked
 * for by name.
 */
export async function RecordFields({
  cx,
  send,
  course,
}: {
  cx: Context;
  send: string;
  /** The course whose record is corrected, or nothing for a new one: what it has is offered, retired or not. */
  course?: Course;
}) {
  const plan = await getTranslations("plan");
  const t = await getTranslations("recordForm");
  const sections = {
    what: <What cx={cx} course={course} />,
    place: <Where cx={cx} course={course} />,
    days: <When course={course} />,
    people: <Who course={course} />,
    numbers: <Numbers course={course} />,
  };
  return (
    <StepForm
      anyOrder={course !== undefined}
      send={<Submit busy={plan("saving")}>{send}</Submit>}
      steps={(Object.keys(recordSteps) as RecordStep[]).map((key) => ({
        key,
        title: t(`step.${key}`),
        asks: t(`asks.${key}`),
        said: <SaidOf names={recordSteps[key].said} nothing={t("nothingSaid")} />,
        go: t(`go.${key}`),
        fields: recordSteps[key].fields,
        children: sections[key],
      }))}
    />
  );
}
