import { getTranslations } from "next-intl/server";
import { asking, keyIn, key as keySaid, oneOf, type SearchParams, text } from "@/app/_server/asked";
import { granted, requireContext } from "@/app/_server/context";
import { readersDay } from "@/app/_server/zone";
import { DayField } from "@/app/_ui/form/days";
import { enteringPage } from "@/lib/stages/queries/entered";
import { EntryPage, entryDones } from "../../../../_stages/EntryPage";
import { VisitForm } from "../../../../_stages/entryForms";
import { TypedMeanwhile } from "../../../../_stages/TypedMeanwhile";
import { Words } from "../../../../_stages/Words";

type Props = { params: Promise<{ person: string }>; searchParams: SearchParams };

const asked = asking({
  ...{ tool: keySaid, programme: keySaid, entered: keySaid },
  ...{ done: oneOf(entryDones), typed: text },
});

export const generateMetadata = async () => ({ title: (await getTranslations("stageEntry"))("visit") });

/** Where a coaching visit to somebody on the way is noted. */
export default async function Visit({ params, searchParams }: Props) {
  const { person } = await params;
  const path = `/desk/people/${encodeURIComponent(person)}/visit`;
  const cx = await requireContext("stage.observe", path);
  const { tool, programme, entered, done, typed } = await asked(searchParams);
  const page = granted(
    () => enteringPage(cx, "stage.observe", keyIn(person), { toolId: tool, programmeId: programme }),
    path,
  );
  const t = await getTranslations("stageEntry");
  const today = page.way?.today ?? (await readersDay(cx));
  return (
    <EntryPage
      page={page}
      of="visit"
      entered={entered}
      done={done}
      typed={<TypedMeanwhile cx={cx} typed={typed} />}
      form={(keys, button) => (
        <VisitForm
          // Another form once something was entered. By what the address says alone: what somebody else did meanwhile leaves its answer.
          key={`${page.way?.toolId} ${page.way?.programmeId} ${entered}`}
          draft={{ of: `${cx.viewer.accountId} visit ${page.person.id}` }}
          defaults={{ day: today, words: "" }}
        >
          {keys}
          <DayField name="day" label={t("day")} />
          <Words label={t("words")} rows={6} />
          {button}
        </VisitForm>
      )}
    />
  );
}
