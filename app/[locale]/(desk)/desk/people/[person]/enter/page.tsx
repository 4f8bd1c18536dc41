import { getTranslations } from "next-intl/server";
import { asking, keyIn, key as keySaid, oneOf, type SearchParams, text } from "@/app/_server/asked";
import { granted, requireContext } from "@/app/_server/context";
import { readersDay } from "@/app/_server/zone";
import { DayField } from "@/app/_ui/form/days";
import { ChoiceField } from "@/app/_ui/form/fields";
import { enteringPage } from "@/lib/stages/queries/entered";
import { enteredElsewhere } from "@/lib/stages/schema";
import { EntryPage, entryDones } from "../../../../_stages/EntryPage";
import { StepForm } from "../../../../_stages/entryForms";
import { TypedMeanwhile } from "../../../../_stages/TypedMeanwhile";
import { Words } from "../../../../_stages/Words";

type Props = { params: Promise<{ person: string }>; searchParams: SearchParams };

const asked = asking({
  ...{ tool: keySaid, programme: keySaid, entered: keySaid },
  ...{ done: oneOf(entryDones), typed: text },
});

export const generateMetadata = async () => ({ title: (await getTranslations("stageEntry"))("step") });

/** Where what somebody on the way did elsewhere is entered, on evidence. */
export default async function EnterStep({ params, searchParams }: Props) {
  const { person } = await params;
  const path = `/desk/people/${encodeURIComponent(person)}/enter`;
  const cx = await requireContext("stage.enter", path);
  const { tool, programme, entered, done, typed } = await asked(searchParams);
  const page = granted(
    () => enteringPage(cx, "stage.enter", keyIn(person), { toolId: tool, programmeId: programme }),
    path,
  );
  const t = await getTranslations("stageEntry");
  const today = page.way?.today ?? (await readersDay(cx));
  return (
    <EntryPage
      page={page}
      of="enter"
      entered={entered}
      done={done}
      typed={<TypedMeanwhile cx={cx} typed={typed} />}
      form={(keys, button) => (
        <StepForm
          // Another form once something was entered. By what the address says alone: what somebody else did meanwhile leaves its answer.
          key={`${page.way?.toolId} ${page.way?.programmeId} ${entered}`}
          draft={{ of: `${cx.viewer.accountId} step ${page.person.id}` }}
          defaults={{ day: today, words: "", step: "" }}
        >
          {keys}
          <ChoiceField
            name="step"
            label={t("what")}
            options={enteredElsewhere.map((step) => ({ value: step, label: t(`kind.${step}`) }))}
          />
          <DayField name="day" label={t("day")} />
          <Words label={t("evidence")} hint={t("evidenceHint")} />
          {button}
        </StepForm>
      )}
    />
  );
}
