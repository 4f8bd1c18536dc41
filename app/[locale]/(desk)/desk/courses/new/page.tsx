import { randomUUID } from "node:crypto";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, key, type SearchParams, text } from "@/app/_server/asked";
import { requireContext } from "@/app/_server/context";
import { Hidden } from "@/app/_ui/form/fields";
import { Empty } from "@/app/_ui/kit/Empty";
import { PageHead } from "@/app/_ui/kit/PageHead";
import * as gate from "@/lib/access/gate";
import { defaultRule } from "@/lib/completion/rules";
import { shownIn } from "@/lib/i18n/rules";
import { countryList } from "@/lib/places/queries";
import { programmeList } from "@/lib/programmes/queries";
import { programmeCalled } from "@/lib/programmes/rules";
import { teamOf, templateChoices } from "@/lib/templates/queries";
import { timetableOfPlan } from "@/lib/templates/rules";
import { CourseFields, listDefaults, planDefaults, programmesTogether } from "../CourseFields";
import { NewCourseForm } from "../forms";
import { Begin } from "./Begin";
import { From } from "./From";
import { sourceOf } from "./source";

export const generateMetadata = async () => ({ title: (await getTranslations("plan"))("newTitle") });

const asked = asking({ programme: key, copy: key, template: key, to: text });

const nobody = { trainerIds: [], leftOut: [] };

/** Planning a new course; the fields begin with what is usual. */
export default async function NewCourse({ searchParams }: { searchParams: SearchParams }) {
  const cx = await requireContext("course.create", "/desk/courses/new");
  const t = await getTranslations("plan");
  const locale = await getLocale();
  const programmes = programmeList(cx, gate.reach(cx, "course.create"));
  const { programme: chosen, ...said } = await asked(searchParams);
  const source = await sourceOf(cx, said);
  // Of several none is chosen beforehand: a course was planned in the wrong one by not looking.
  const [first, another] = programmes;
  const here = chosen ?? source?.programmeId ?? null;
  const programme = programmes.find((p) => p.id === here) ?? (another ? undefined : first);
  if (!first)
    return (
      <Empty title={t("noProgramme")}>
        <Link href="/desk/programmes" className="button">
          {t("toProgrammes")}
        </Link>
      </Empty>
    );
  const [code, otherCode] = programme?.countries ?? [];
  const country = otherCode ? undefined : countryList(cx).find((c) => c.code === code);
  const rule = defaultRule.tot;
  const team = source && programme ? teamOf(cx, source.plan, programme.id) : nobody;
  return (
    <div>
      <PageHead title={t("newTitle")} under={t("newLead")} />
      <Begin
        templates={templateChoices(cx, gate.reach(cx, "course.create"))}
        programmes={programmes.length > programmesTogether ? programmes : []}
        programmeId={programme?.id}
        source={source}
      />
      <NewCourseForm
        className="grid gap-8"
        key={source?.key}
        draft={source ? undefined : { of: `${cx.viewer.accountId} new course` }}
        defaults={
          source
            ? {
                ...planDefaults(source.plan, programme?.id ?? null, team.trainerIds, source.days),
                withGroups: true,
                withSessions: true,
              }
            : {
                programmeId: programme ? String(programme.id) : "",
                kind: "tot",
                ownLanguage: await getLocale(),
                country: country?.code ?? "",
                zone: country?.zone ?? "",
                mode: "venue",
                capacity: "25",
                admission: "selection",
                minAttendance: String(rule.minAttendance),
                minPostTest: String(rule.minPostTest),
                microTeaching: true,
                ...listDefaults(),
              }
        }
      >
        <Hidden name="formKey" value={randomUUID()} />
        {source ? (
          <From
            source={source}
            leftOut={team.leftOut}
            programme={programme ? shownIn(programmeCalled(programme.title), locale) : ""}
          />
        ) : null}
        <CourseFields
          cx={cx}
          send={t("create")}
          programmeId={programme?.id}
          copied={source ? timetableOfPlan(source.plan) : null}
        />
      </NewCourseForm>
    </div>
  );
}
