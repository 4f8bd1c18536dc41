import { getLocale, getTranslations } from "next-intl/server";
import { ChoiceField, Hidden, SelectField, Submit, TextArea } from "@/app/_ui/form/fields";
import { ShownWhen } from "@/app/_ui/form/ShownWhen";
import { ReadyText, WaysToReach } from "@/app/_ui/ToTell";
import type { Group } from "@/lib/groups/queries";
import { moment } from "@/lib/i18n/format";
import { isolate, nameFor, nameInSentence } from "@/lib/i18n/rules";
import type { CourseRequest } from "@/lib/requests/queries";
import { EnterAnswerForm, TellRequestForm } from "./forms";

/** That no mail reaches somebody who is asked: the text and their number for whoever is to tell them, else who does; once done, by whom. */
export async function TellAsked({ request, zone }: { request: CourseRequest; zone: string }) {
  const { toTell, told } = request;
  const locale = await getLocale();
  const t = await getTranslations("asks");
  const tell = await getTranslations("tell");
  const name = isolate(nameFor(request, locale), locale);
  if (told) {
    const at = isolate(moment(told.at, zone, locale), locale);
    return (
      <p className="quiet">
        {told.by ? tell("toldAt", { at, by: nameInSentence(told.by, locale) }) : tell("toldAtAlone", { at })}
      </p>
    );
  }
  if (!toTell) return null;
  if (toTell.tells !== "viewer")
    return (
      <p className="quiet">
        {t("othersTell", {
          name,
          who: toTell.tells,
          asker: request.askedBy ? nameInSentence(request.askedBy, locale) : "",
        })}
      </p>
    );
  return (
    <div className="grid gap-2 justify-items-start">
      <p className="text-attention font-semibold">{t("tellThem", { name, what: toTell.message })}</p>
      <ReadyText notice={toTell} />
      <div className="flex flex-wrap gap-2 items-start">
        <WaysToReach notice={toTell} />
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
