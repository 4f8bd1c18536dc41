import { useTranslations } from "next-intl";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { allows, type CourseState } from "@/lib/courses/rules";
import { decisionsOn, type RegistrationState } from "@/lib/registrations/rules";
import { DecisionActs } from "./DecisionActs";
import { ConfirmForm, DecisionForm } from "./forms";

/** What can be done with one registration now: confirm it, decide on it; nothing where the course is over. */
export function DecideOne({
  course,
  registration: r,
  back,
  few = false,
}: {
  course: { id: number; state: CourseState };
  registration: { id: number; state: RegistrationState; history: readonly { id: number }[] };
  /** Where one goes on afterwards. */
  back: string;
  /** True where a phone has a line for the buttons. */
  few?: boolean;
}) {
  const t = useTranslations("registrations");
  const possible = decisionsOn(r.state, course.state);
  return (
    <>
      {r.state === "to_confirm" && allows(course.state, "decide") ? (
        <ConfirmForm className="grid gap-3">
          <p className="quiet">{t("confirmHint")}</p>
          <Hidden name="courseId" value={course.id} />
          <Hidden name="registrationIds" value={r.id} />
          <div>
            <Submit busy={t("saving")}>{t("confirmOne")}</Submit>
          </div>
        </ConfirmForm>
      ) : null}
      {possible.length > 0 ? (
        <DecisionForm courseId={course.id} seen={r.history.at(-1)!.id} className="acts-one">
          <Hidden name="registrationIds" value={r.id} />
          <Hidden name="back" value={back} />
          <DecisionActs decisions={possible} few={few} />
        </DecisionForm>
      ) : null}
    </>
  );
}
