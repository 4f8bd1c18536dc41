import { getLocale, getTranslations } from "next-intl/server";
import { asking, key, keyIn, oneOf, type SearchParams } from "@/app/_server/asked";
import { granted, requireContext } from "@/app/_server/context";
import { Hidden, SelectField, Submit, TextField } from "@/app/_ui/form/fields";
import { Notice } from "@/app/_ui/kit/Notice";
import { Toast } from "@/app/_ui/kit/Toast";
import * as gate from "@/lib/access/gate";
import { awaitsApproval } from "@/lib/courses/rules";
import { percent } from "@/lib/i18n/format";
import { shownIn, type Translated } from "@/lib/i18n/rules";
import { programmeCalled, programmeInSentence } from "@/lib/programmes/rules";
import { payersOf, programmesToShareWith } from "@/lib/sharing/queries";
import { mostSharers } from "@/lib/sharing/schema";
import { EndSharingForm, LeaveSharingForm, ShareForm } from "./forms";
import { overtakenCodes } from "./overtaken";
import { Payers } from "./Payers";

type Props = { params: Promise<{ course: string }>; searchParams: SearchParams };

const asked = asking({ added: key, said: oneOf(overtakenCodes) });

export const generateMetadata = async () => ({ title: (await getTranslations("sharing"))("title") });

/** Who pays for a course: the programme that leads it, which says so, and those that it is shared with, which may leave. */
export default async function Sharing({ params, searchParams }: Props) {
  const { course: courseKey } = await params;
  const cx = await requireContext("sharing.read", `/desk/courses/${encodeURIComponent(courseKey)}/sharing`);
  const course = granted(() => gate.course(cx, "sharing.read", keyIn(courseKey)));
  const payers = payersOf(cx, course);
  const { lead, shares, left } = payers;
  const leads = gate.mayIn(cx, "course.edit", course);
  const locale = await getLocale();
  const t = await getTranslations("sharing");
  const called = ({ title }: { title: Translated }) => programmeInSentence(title, locale);
  const { added, said: overtaken } = await asked(searchParams);
  const just = shares.find(({ id }) => id === added);
  const leaves = gate.sharedBy(cx, course);
  const offered =
    leads && course.state !== "cancelled" && shares.length < mostSharers
      ? programmesToShareWith(cx, gate.courseFor(cx, "course.edit", course))
      : [];
  const said = [lead, ...shares].some((payer) => payer.percent !== null);
  return (
    <div className="grid gap-6 max-w-2xl">
      {just ? <Toast of={`added ${just.id}`}>{t("added", { programme: called(just) })}</Toast> : null}
      {overtaken ? (
        <div role="alert">
          <Notice tone="stop">{t(`overtaken.${overtaken}`)}</Notice>
        </div>
      ) : null}
      <p className="quiet max-w-prose">{t("means", { lead: called(lead) })}</p>
      {awaitsApproval(course) ? (
        <Notice tone="attention">{(await getTranslations("workshop"))("notPublicYet")}</Notice>
      ) : null}
      <section className="card grid gap-4">
        <h2 className="text-base">{t("title")}</h2>
        <Payers courseId={course.id} payers={payers} leads={leads && shares.length > 0} />
        {said ? <p className="quiet">{t("left", { percent: percent(left, locale) })}</p> : null}
        {shares.length === 0 ? <p>{t("alone", { lead: called(lead) })}</p> : null}
      </section>
      {offered.length > 0 ? (
        <section className="card grid gap-4">
          <h2 className="text-base">{t("add")}</h2>
          <p className="quiet">{t("addMeans")}</p>
          <ShareForm key={shares.length} className="grid gap-4" label={t("add")}>
            <Hidden name="courseId" value={course.id} />
            <SelectField
              name="programmeId"
              label={t("programme")}
              empty={t("choose")}
              options={offered.map(({ id, code, title }) => ({
                value: String(id),
                label: t("option", { code, title: shownIn(programmeCalled(title), locale) }),
              }))}
            />
            <TextField
              name="percent"
              label={t("percent")}
              hint={t("percentHint")}
              optional={t("optional")}
              inputMode="numeric"
            />
            <div>
              <Submit busy={t("saving")}>{t("addNow")}</Submit>
            </div>
          </ShareForm>
        </section>
      ) : null}
      {leads && course.state === "cancelled" ? <Notice>{t("cancelled")}</Notice> : null}
      {leads
        ? shares.map(({ id, title }) => (
            <details key={id} className="card">
              <summary className="min-h-11 content-center text-stop font-semibold">
                {t("end", { programme: called({ title }) })}
              </summary>
              <EndSharingForm className="grid gap-3 mt-2" label={t("end", { programme: called({ title }) })}>
                <Hidden name="courseId" value={course.id} />
                <Hidden name="programmeId" value={id} />
                <p>{t("endMeans", { programme: called({ title }) })}</p>
                <div>
                  <Submit tone="stop" busy={t("saving")}>
                    {t("endNow")}
                  </Submit>
                </div>
              </EndSharingForm>
            </details>
          ))
        : shares
            .filter(({ id }) => leaves.includes(id) && gate.mayIn(cx, "sharing.leave", course))
            .map(({ id, title }) => (
              <details key={id} className="card">
                <summary className="min-h-11 content-center text-stop font-semibold">
                  {t("leave", { programme: called({ title }) })}
                </summary>
                <LeaveSharingForm
                  className="grid gap-3 mt-2"
                  label={t("leave", { programme: called({ title }) })}
                >
                  <Hidden name="courseId" value={course.id} />
                  <Hidden name="programmeId" value={id} />
                  <p>{t("leaveMeans", { programme: called({ title }), lead: called(lead) })}</p>
                  <div>
                    <Submit tone="stop" busy={t("saving")}>
                      {t("leaveNow")}
                    </Submit>
                  </div>
                </LeaveSharingForm>
              </details>
            ))}
    </div>
  );
}
