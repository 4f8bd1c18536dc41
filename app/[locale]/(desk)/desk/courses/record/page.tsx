import { randomUUID } from "node:crypto";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { requireContext } from "@/app/_server/context";
import { Hidden } from "@/app/_ui/form/fields";
import { Empty } from "@/app/_ui/kit/Empty";
import { PageHead } from "@/app/_ui/kit/PageHead";
import * as gate from "@/lib/access/gate";
import { programmeList } from "@/lib/programmes/queries";
import { NewRecordForm } from "./forms";
import { RecordFields } from "./RecordFields";

export const generateMetadata = async () => ({ title: (await getTranslations("recordForm"))("newTitle") });

/** Recording a course that is over and of which numbers are known, not people. */
export default async function NewRecord() {
  const cx = await requireContext("course.create", "/desk/courses/record");
  const t = await getTranslations("recordForm");
  const plan = await getTranslations("plan");
  // Of several programmes or countries none is chosen beforehand: a course was recorded in the wrong one by not looking.
  const [programme, another] = programmeList(cx, gate.reach(cx, "course.create"));
  const [country, otherCountry] = another ? [] : (programme?.countries ?? []);
  if (!programme)
    return (
      <Empty title={plan("noProgramme")}>
        <Link href="/desk/programmes" className="button">
          {plan("toProgrammes")}
        </Link>
      </Empty>
    );
  return (
    <div className="max-w-4xl">
      <PageHead title={t("newTitle")} under={t("newLead")} />
      <NewRecordForm
        className="grid gap-8"
        draft={{ of: `${cx.viewer.accountId} new record` }}
        defaults={{
          programmeId: another ? "" : String(programme.id),
          kind: "tot",
          ownLanguage: await getLocale(),
          country: otherCountry ? "" : (country ?? ""),
          mode: "venue",
        }}
      >
        <Hidden name="formKey" value={randomUUID()} />
        <RecordFields cx={cx} send={t("create")} />
      </NewRecordForm>
    </div>
  );
}
