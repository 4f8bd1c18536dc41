import { useTranslations } from "next-intl";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { HiddenList } from "@/app/_ui/form/HiddenList";
import { Toast } from "@/app/_ui/kit/Toast";
import { GroupBackForm } from "./forms";

/** What a group was that was just deleted, as the address says it. */
export type GoneGroup = {
  name: string | null;
  language: string | null;
  venue: number | null;
  group: number | null;
  requests: readonly number[];
};

/** That a group was just deleted, with the way back; that it is back; or that somebody else had deleted it. */
export function GroupToast({
  courseId,
  done,
  gone,
  now,
}: {
  courseId: number;
  done: "deleted" | "gone" | "back";
  gone: GoneGroup;
  now: number;
}) {
  const t = useTranslations("groups");
  const errors = useTranslations("errors");
  const undo = useTranslations("timetable");
  const { name, language, venue, group, requests } = gone;
  return (
    <Toast
      of={`${done} ${now}`}
      undo={
        done === "deleted" && name && group ? (
          <GroupBackForm className="" label={undo("undo")}>
            <Hidden name="courseId" value={courseId} />
            <Hidden name="name" value={name} />
            {language ? <Hidden name="language" value={language} /> : null}
            {venue ? <Hidden name="venueId" value={venue} /> : null}
            <Hidden name="groupId" value={group} />
            <HiddenList name="requestIds" values={requests} />
            <Submit tone="quiet" busy={t("saving")}>
              {undo("undo")}
            </Submit>
          </GroupBackForm>
        ) : null
      }
    >
      {done === "gone" ? errors("groupDeleted") : t(done)}
    </Toast>
  );
}
