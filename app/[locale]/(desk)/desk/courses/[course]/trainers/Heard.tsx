import { MessageCircle } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { ChoiceField, Hidden, SelectField, Submit, TextArea } from "@/app/_ui/form/fields";
import { ShownWhen } from "@/app/_ui/form/ShownWhen";
import { ReadyText, saidBy } from "@/app/_ui/ToTell";
import type { Group } from "@/lib/groups/queries";
import { isolate, nameFor } from "@/lib/i18n/rules";
import type { CourseRequest } from "@/lib/requests/queries";
import { EnterAnswerForm, TellRequestForm } from "./forms";

/** That no mail reaches somebody who is asked, with the text to send them: whoever asks chooses the contact on their own device. */
export async function TellAsked({ request }: { request: CourseRequest }) {
  const { toTell } = request;
  if (!toTell) return null;
  const locale = await getLocale();
  const t = await getTranslations("asks");
  const tell = await getTranslations("tell");
  const name = isolate(nameFor(request, locale), locale);
  return (
    <div className="grid gap-2 justify-items-start">
      <p className="text-attention font-semibold">{t("tellThem", { name, what: toTell.message })}</p>
      <ReadyText notice={toTell} />
      <div className="flex flex-wrap gap-2 items-start">
        <a href={saidBy(toTell)} target="_blank" rel="noreferrer" className="button">
          <MessageCircle size={18} />
          {tell("whatsapp")}
          <span className="sr-only"> {name}</span>
        </a>
        <TellRequestForm className="" label={t("toldThem")}>
          <Hidden name="requestId" value={request.id} />
          <Hidden name="courseId" value={request.courseId} />
          <Submit tone="quiet" busy={t("saving")}>
            {t("toldThem")}
            <span className="sr-only"> {name}</span>
          </Submit>
        </TellRequestForm>
      </div>
    </div>
  );
}

/** The form that enters what somebody answered by telephone or in person. */
export async function EnterAnswer({
  request,
  groups,
}: {
  request: CourseRequest;
  /** The groups of the course, one of which they may have chosen. */
  groups: readonly Group[];
}) {
  const locale = await getLocale();
  const t = await getTranslations("asks");
  const name = isolate(nameFor(request, locale), locale);
  const chooses = request.sessionId === null && request.groupId === null && groups.length > 1;
  return (
    <details>
      <summary className="min-h-11 content-center">{t("heard")}</summary>
      <EnterAnswerForm className="grid gap-3" label={t("heard")}>
        <Hidden name="requestId" value={request.id} />
        <Hidden name="courseId" value={request.courseId} />
        <p className="quiet">{t("heardHint", { name })}</p>
        <ChoiceField
          name="answer"
          label={t("heardAnswer")}
          options={(["accepted", "declined"] as const).map((value) => ({
            value,
            label: t(`heardSays.${value}`),
          }))}
        />
        {chooses ? (
          <ShownWhen field="answer" is="accepted">
            <SelectField
              name="groupId"
              label={t("whichGroup")}
              empty={t("anyGroup")}
              options={groups.map((group) => ({ value: String(group.id), label: group.name }))}
            />
          </ShownWhen>
        ) : null}
        <ShownWhen field="answer" is="declined">
          <TextArea name="reason" label={t("heardReason")} rows={2} />
        </ShownWhen>
        <div>
          <Submit tone="quiet" busy={t("saving")}>
            {t("heardSave")}
          </Submit>
        </div>
      </EnterAnswerForm>
    </details>
  );
}
