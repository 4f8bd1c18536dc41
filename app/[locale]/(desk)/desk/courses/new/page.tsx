import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, key, type SearchParams } from "@/app/_server/asked";
import { requireContext } from "@/app/_server/context";
import { Empty } from "@/app/_ui/kit/Empty";
import { PageHead } from "@/app/_ui/kit/PageHead";
import * as gate from "@/lib/access/gate";
import { defaultRule } from "@/lib/completion/rules";
import { countryList } from "@/lib/places/queries";
import { programmeList } from "@/lib/programmes/queries";
import { CourseFields, listDefaults, programmesTogether } from "../CourseFields";
import { NewCourseForm } from "../forms";

export const generateMetadata = async () => ({ title: (await getTranslations("plan"))("newTitle") });

const asked = asking({ programme: key });

/** Planning a new course; the fields begin with what is usual. */
export default async function NewCourse({ searchParams }: { searchParams: SearchParams }) {
  const cx = await requireContext("course.create", "/desk/courses/new");
  const t = await getTranslations("plan");
  const programmes = programmeList(cx, gate.reach(cx, "course.create"));
  const { programme: chosen } = await asked(searchParams);
  // Of several none is chosen beforehand: a course was planned in the wrong one by not looking.
  const [first, another] = programmes;
  const programme = programmes.find((p) => p.id === chosen) ?? (another ? undefined : first);
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
  return (
    <div>
      <PageHead title={t("newTitle")} under={t("newLead")} />
      {programmes.length > programmesTogether ? (
        <form className="flex flex-wrap gap-3 items-end mb-6">
          <label className="field basis-60">
            <span>{t("programme")}</span>
            <select name="programme" defaultValue={programme?.id} className="input">
              {programmes.map((p) => (
                <option key={p.id} value={p.id}>
                  {p.code}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" className="button">
            {t("chooseProgramme")}
          </button>
        </form>
      ) : null}
      <NewCourseForm
        className="grid gap-8"
        draft={{ of: `${cx.viewer.accountId} new course` }}
        defaults={{
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
        }}
      >
        <CourseFields cx={cx} send={t("create")} programmeId={programme?.id} />
      </NewCourseForm>
    </div>
  );
}
