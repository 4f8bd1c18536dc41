import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { granted, requireContext } from "@/app/_server/context";
import { courseOfDesk } from "@/app/_server/course";
import { Empty } from "@/app/_ui/Empty";
import { Hidden, Submit, TextField } from "@/app/_ui/Form";
import { Notice } from "@/app/_ui/Notice";
import { PersonName } from "@/app/_ui/PersonName";
import { ScoreField } from "@/app/_ui/ScoreField";
import * as gate from "@/lib/access/gate";
import { gain } from "@/lib/assessments/rules";
import { courseRecords } from "@/lib/attendance/queries";
import { exceptionsOf } from "@/lib/audit/queries";
import { allows } from "@/lib/courses/rules";
import { fullDay, percent } from "@/lib/i18n/format";
import { clock } from "@/lib/time/clock";
import { dayAt } from "@/lib/time/zone";
import { ScoresForm } from "./ScoresForm";

/** Tests before and after, and micro-teachings, in per cent. */
export default async function Tests({ params }: { params: Promise<{ course: string }> }) {
  const { course: key } = await params;
  const cx = await requireContext("assessments.enter", `/desk/courses/${encodeURIComponent(key)}/tests`);
  const course = courseOfDesk(cx, Number(key));
  if (!course) notFound();
  const entered = granted(() => gate.course(cx, "assessments.enter", course.id));
  const records = courseRecords(cx, entered);
  const locale = await getLocale();
  const t = await getTranslations("tests");
  const open = allows(course.state, "roll");
  const early = course.startsOn !== null && dayAt(clock(), course.zone) < course.startsOn;
  const owesReason =
    early &&
    !exceptionsOf(cx, entered).some(
      (x) => x.kind === "roll.early" && x.session === null && x.ground === course.startsOn,
    );
  if (records.people.length === 0)
    return (
      <Empty title={t("nobody")}>
        {gate.mayInWorkshop(cx, "participants.register", gate.course(cx, "assessments.enter", course.id))
          ? t("nobodyNextOwn")
          : t("nobodyNext")}
      </Empty>
    );
  const columns = [
    ["pre_test", "preTest"],
    ["post_test", "postTest"],
    ["micro_teaching", "microTeaching"],
  ] as const;
  return (
    <div className="grid gap-4">
      <h1 className="text-lg">{t("title")}</h1>
      <p className="quiet">{t("lead")}</p>
      {open ? null : <Notice>{t("notOpen")}</Notice>}
      <ScoresForm
        className="grid gap-4"
        done={t("saved")}
        draft={{ of: `${cx.viewer.accountId} scores ${course.id}` }}
        defaults={Object.fromEntries(
          records.people.flatMap((p) =>
            columns.map(([kind, field]) => [
              `${kind}_${p.registrationId}`,
              p[field] === null ? "" : String(p[field]),
            ]),
          ),
        )}
      >
        <Hidden name="courseId" value={course.id} />
        {open && owesReason ? (
          <TextField
            name="reason"
            label={t("reason")}
            hint={t("reasonHint", { day: fullDay(course.startsOn ?? "", locale) })}
          />
        ) : null}
        <table className="rows">
          <thead>
            <tr>
              <th>{t("person")}</th>
              {columns.map(([kind]) => (
                <th key={kind}>{t(kind)}</th>
              ))}
              <th>{t("gain")}</th>
            </tr>
          </thead>
          <tbody>
            {records.people.map((p) => {
              const points = gain(p.preTest, p.postTest);
              return (
                <tr key={p.registrationId}>
                  <td>
                    <span>
                      <PersonName name={p.name} latinName={p.latinName} />
                    </span>
                  </td>
                  {columns.map(([kind, field]) => (
                    <td key={kind} data-label={t(kind)}>
                      {open ? (
                        <ScoreField
                          name={`${kind}_${p.registrationId}`}
                          label={t("scoreOf", { kind: t(kind), name: p.name })}
                        />
                      ) : p[field] === null ? (
                        "–"
                      ) : (
                        percent(p[field], locale)
                      )}
                    </td>
                  ))}
                  <td data-label={t("gain")}>
                    {points === null ? "–" : <bdi dir="ltr">{points > 0 ? `+${points}` : points}</bdi>}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
        {open ? (
          <div>
            <Submit busy={t("saving")}>{t("save")}</Submit>
          </div>
        ) : null}
      </ScoresForm>
    </div>
  );
}
