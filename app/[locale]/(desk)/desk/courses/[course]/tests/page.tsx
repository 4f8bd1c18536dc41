import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { keyIn } from "@/app/_server/asked";
import { granted, requireContext } from "@/app/_server/context";
import { courseOfDesk } from "@/app/_server/course";
import { apartInWords } from "@/app/_ui/apart";
import { Hidden, Submit, TextField } from "@/app/_ui/form/fields";
import { Empty } from "@/app/_ui/kit/Empty";
import { Notice } from "@/app/_ui/kit/Notice";
import { MoreMessages } from "@/app/_ui/MoreMessages";
import * as gate from "@/lib/access/gate";
import { dayOwedReason } from "@/lib/assessments/queries";
import { courseRecords } from "@/lib/attendance/queries";
import { allows } from "@/lib/courses/rules";
import { fullDay } from "@/lib/i18n/format";
import { isolate, nameFor } from "@/lib/i18n/rules";
import { inOrderAsRead } from "@/lib/names/rules";
import { ScoreRows } from "./ScoreRows";
import { ScoreSheet } from "./ScoreSheet";
import { ScoresForm } from "./ScoresForm";
import { scoreColumns, scoreDefaults, scoredPeople } from "./scoreDefaults";

export const generateMetadata = async () => ({ title: (await getTranslations("tests"))("title") });

/** Tests before and after, and micro-teachings, in per cent. */
export default async function Tests({ params }: { params: Promise<{ course: string }> }) {
  const { course: key } = await params;
  const cx = await requireContext("assessments.enter", `/desk/courses/${encodeURIComponent(key)}/tests`);
  const course = courseOfDesk(cx, keyIn(key));
  if (!course) notFound();
  const entered = granted(() => gate.course(cx, "assessments.enter", course.id));
  const locale = await getLocale();
  const people = inOrderAsRead(courseRecords(cx, entered).people, (one) => nameFor(one, locale));
  const t = await getTranslations("tests");
  const open = allows(course.state, "roll");
  const scored = scoredPeople(people, await apartInWords());
  const owed = dayOwedReason(cx, entered);
  const without = people.filter((p) => scoreColumns.every(([, field]) => p[field] === null)).length;
  if (people.length === 0)
    return (
      <Empty title={t("nobody")}>
        {gate.mayInWorkshop(cx, "participants.register", entered) ? t("nobodyNextOwn") : t("nobodyNext")}
      </Empty>
    );
  return (
    <div className="grid gap-4">
      <p className="quiet">
        {without > 0 ? (
          <>
            <strong className="text-text">{t("without", { count: without })}</strong>{" "}
          </>
        ) : null}
        {t("lead")}
      </p>
      {open ? null : <Notice>{t("notOpen")}</Notice>}
      <MoreMessages of={["tests"]}>
        <ScoresForm
          className="grid gap-4"
          names={Object.fromEntries(
            people.map((p) => [p.registrationId, isolate(nameFor(p, locale), locale)]),
          )}
          // On a phone one is at the next person by the time that the last one is saved.
          goesOn
          draft={{ of: `${cx.viewer.accountId} scores ${course.id}` }}
          // There is no row for all of them: each score says itself upon what it is put. With a version the form follows what
          // somebody else enters meanwhile.
          defaults={{ version: 1, scores: scoreDefaults(people) }}
        >
          <Hidden name="courseId" value={course.id} />
          {open && owed !== null ? (
            <TextField
              name="reason"
              label={t("reason")}
              hint={t("reasonHint", { day: fullDay(owed, locale) })}
            />
          ) : null}
          {open ? (
            <ScoreSheet people={scored} send={<Submit busy={t("saving")}>{t("save")}</Submit>} />
          ) : (
            <ScoreRows people={scored} open={false} />
          )}
        </ScoresForm>
      </MoreMessages>
    </div>
  );
}
