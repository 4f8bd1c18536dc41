import { getLocale, getTranslations } from "next-intl/server";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { Notice } from "@/app/_ui/kit/Notice";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import { approvalIsFinal, type DeskCourse } from "@/lib/courses/queries";
import { isApproved } from "@/lib/courses/rules";
import { fullDay } from "@/lib/i18n/format";
import { type Locale, nameInSentence } from "@/lib/i18n/rules";
import { programmeInSentence } from "@/lib/programmes/rules";
import { haltedTrainersIn } from "@/lib/stages/queries/halted";
import { dayAt } from "@/lib/time/zone";
import { HaltedTrainers } from "../../../../_stages/HaltedTrainers";
import { Decision } from "../../../workshops/Decision";
import { ApprovalBackForm } from "../../../workshops/forms";

/** How a trainer's workshop stands with its approval: what that means, and the decision for whom it is. */
export async function Approval({ cx, course }: { cx: Context; course: DeskCourse }) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("workshop");
  const errors = await getTranslations("errors");
  const decides = gate.mayIn(cx, "workshop.approve", course);
  const own = course.trainers.some((p) => p.id === cx.viewer.personId);
  if (isApproved(course)) {
    if (course.approvedAt === null || course.approvedBy === null) return null;
    const day = fullDay(dayAt(course.approvedAt, course.zone), locale);
    return (
      <div className="flex flex-wrap gap-3 items-center">
        <p className="quiet">
          {course.approver
            ? t("approvedBy", { day, name: nameInSentence(course.approver, locale) })
            : t("approvedOn", { day })}
        </p>
        {decides && !own && course.state !== "cancelled" && !approvalIsFinal(cx, course) ? (
          <ApprovalBackForm className="grid">
            <Hidden name="courseId" value={course.id} />
            <Hidden name="from" value="course" />
            <Submit tone="quiet" busy={t("saving")}>
              {t("takeBack")}
            </Submit>
          </ApprovalBackForm>
        ) : null}
      </div>
    );
  }
  if (course.state === "cancelled") return null;
  return (
    <div className="grid gap-3">
      <Notice tone="attention" title={t("awaits")}>
        {decides
          ? t("awaitsCoordinator")
          : t("awaitsTrainer", {
              programme: programmeInSentence(course.programmeTitle, locale),
            })}
        {decides && own ? ` ${errors("ownWorkshop")}` : null}
      </Notice>
      {decides ? (
        <HaltedTrainers trainers={haltedTrainersIn(cx, gate.courseFor(cx, "workshop.approve", course))} />
      ) : null}
      {decides && !own ? <Decision course={course} from="course" /> : null}
    </div>
  );
}
