import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Hidden, SelectField, Submit } from "@/app/_ui/form/fields";
import { Toast } from "@/app/_ui/kit/Toast";
import type { Context } from "@/lib/acts/context";
import type { Course } from "@/lib/courses/queries";
import type { Group } from "@/lib/groups/queries";
import { roomsToGive } from "@/lib/places/queries";
import { stillOffered } from "@/lib/programmes/rules";
import type { Session } from "@/lib/timetable/queries";
import { lacksRoom } from "@/lib/timetable/rules/besides";
import { GiveRoomForm } from "./forms";
import { venueAndTown } from "./venueAndTown";

/** Gives a room to all sessions without one at once, or to those of a group; nothing where none lacks one, or there is none at its place. */
export async function GiveRoom({
  cx,
  course,
  groups,
  sessions,
  closed,
}: {
  cx: Context;
  course: Course;
  groups: readonly Group[];
  sessions: readonly Session[];
  /** The way to it; null where somebody came for it. Its many rooms are drawn then alone. */
  closed: string | null;
}) {
  const lacking = sessions.filter((s) => s.startInstant > cx.now && lacksRoom(s));
  const found = roomsToGive(cx, course);
  // A course with one session without a room has its own form for that.
  if (lacking.length < 2 || found === null) return null;
  const [rooms, others] = [stillOffered(found.own, []), found.elsewhere];
  const t = await getTranslations("giveRoom");
  const title = t("title", { count: lacking.length });
  if (closed !== null)
    return (
      <p className="print:hidden">
        <Link href={closed} scroll={false} prefetch={false} className="inline-flex items-center min-h-11">
          {title}
        </Link>
      </p>
    );
  const of = await getTranslations("timetable");
  const g = await getTranslations("groups");
  const label = ({ name, seats }: { name: string; seats: number | null }) =>
    seats === null ? name : t("seats", { name, seats });
  return (
    <details id="give-room" className="print:hidden" open>
      <summary className="min-h-11 content-center">{title}</summary>
      <GiveRoomForm className="grid gap-4 max-w-md mt-2" label={title}>
        <p className="quiet">{t("hint")}</p>
        <Hidden name="courseId" value={course.id} />
        <SelectField
          name="roomId"
          label={of("room")}
          empty={of("noRoom")}
          options={[
            ...rooms.map((room) => ({
              value: String(room.id),
              label: label(room),
              group: others.length > 0 ? (course.venue ?? undefined) : undefined,
            })),
            ...others.map((room) => ({
              value: String(room.id),
              label: label(room),
              group: venueAndTown(room.venue, room.town),
            })),
          ]}
        />
        {groups.length > 0 ? (
          <SelectField
            name="groupId"
            label={g("forWhom")}
            empty={t("all")}
            options={groups.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
        ) : null}
        <div>
          <Submit tone="quiet" busy={of("saving")}>
            {t("now")}
          </Submit>
        </div>
      </GiveRoomForm>
    </details>
  );
}

/** That a room was not free, or too small, at so many sessions, which have none still; of none, that none lacked one. */
export async function Roomless({ count }: { count: number }) {
  const t = await getTranslations("giveRoom");
  return count === 0 ? t("nothing") : t("left", { count });
}

/** The same where the room was given to none of them. */
export async function RoomlessToast({ count }: { count: number }) {
  return (
    <Toast id="change" of={`roomless ${count}`}>
      <Roomless count={count} />
    </Toast>
  );
}
