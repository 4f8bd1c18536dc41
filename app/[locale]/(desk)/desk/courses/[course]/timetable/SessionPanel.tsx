import { Plus } from "lucide-react";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Hidden, SelectField, Submit } from "@/app/_ui/form/fields";
import type { Context } from "@/lib/acts/context";
import type { Course } from "@/lib/courses/queries";
import { shortDay, timeRange } from "@/lib/i18n/format";
import { isolate } from "@/lib/i18n/rules";
import type { Session } from "@/lib/timetable/queries";
import { swapPartners } from "@/lib/timetable/rules";
import { SessionDeleteForm, SwapForm } from "../../forms";
import { nameInSentence } from "./changes";
import { EditPanel } from "./focus";
import { SessionFields } from "./SessionFields";

/** Adds a session, or changes the one that was chosen: its fields, another's place, its end. */
export async function SessionPanel({
  course,
  sessions,
  editing,
  cx,
  base,
}: {
  course: Course;
  sessions: readonly Session[];
  /** Null where a session is added. */
  editing: Session | null;
  cx: Context;
  /** The address of the timetable. */
  base: string;
}) {
  const t = await getTranslations("timetable");
  return (
    <EditPanel key={editing?.id ?? "new"} sessionId={editing?.id ?? null} back={base}>
      <h2 className="text-base scroll-mt-4" tabIndex={-1}>
        {editing ? t("editing", await saidOf(editing)) : t("addSession")}
      </h2>
      <SessionFields course={course} session={editing} cx={cx} />
      {editing ? (
        <>
          {editing.entries === 0 ? <Swap session={editing} sessions={sessions} /> : null}
          <SessionDeleteForm>
            <Hidden name="courseId" value={course.id} />
            <Hidden name="sessionId" value={editing.id} />
            <Submit tone="stop" busy={t("saving")}>
              {t("delete")}
            </Submit>
          </SessionDeleteForm>
          <Link href={`${base}#session-${editing.id}`} prefetch={false} className="button">
            {t("leave")}
          </Link>
          <Link href={`${base}#edit`} prefetch={false} className="button">
            <Plus size={18} />
            {t("addSession")}
          </Link>
        </>
      ) : null}
    </EditPanel>
  );
}

/** A session within a sentence: its name, day and times. */
async function saidOf(session: Session) {
  const locale = await getLocale();
  return {
    session: await nameInSentence(session),
    day: shortDay(session.day, locale),
    times: isolate(timeRange(session.startsAt, session.endsAt, locale), locale),
  };
}

/** Lets a session change places with another one. */
async function Swap({ session, sessions }: { session: Session; sessions: readonly Session[] }) {
  const t = await getTranslations("timetable");
  const partners = await Promise.all(
    swapPartners(session, sessions).map(async (other) => ({
      value: String(other.id),
      label: t("sessionLine", await saidOf(other)),
    })),
  );
  if (partners.length === 0) return null;
  return (
    <details>
      <summary className="min-h-11 content-center font-semibold">{t("swap")}</summary>
      <SwapForm className="grid gap-4 mt-2">
        <p className="quiet">{t("swapHint")}</p>
        <Hidden name="courseId" value={session.courseId} />
        <Hidden name="sessionId" value={session.id} />
        <SelectField name="otherId" label={t("swapWith")} options={partners} />
        <div>
          <Submit tone="quiet" busy={t("saving")}>
            {t("swapNow")}
          </Submit>
        </div>
      </SwapForm>
    </details>
  );
}
