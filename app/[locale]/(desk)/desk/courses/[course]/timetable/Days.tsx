import { getLocale, getTranslations } from "next-intl/server";
import type { Course } from "@/lib/courses/queries";
import { shortDay } from "@/lib/i18n/format";
import type { Session, TimetableChange } from "@/lib/timetable/queries";
import { ChangeMessage, type Place, SavedMessage } from "./changes";
import { notWorkedIn } from "./notWorked";
import { SessionCard } from "./SessionCard";

const hues = ["border-s-accent", "border-s-info", "border-s-attention", "border-s-ok"];

/** The days of a course as columns on a desktop, one below the other on a phone. */
export async function Days({
  course,
  sessions,
  change,
  place,
  saved,
  editing,
  base,
}: {
  course: Course;
  sessions: readonly Session[];
  /** What was just done, and where that is said. */
  change: TimetableChange | null;
  place: Place;
  /** The key of a session that was saved as it was. */
  saved: string | null;
  editing: Session | null;
  /** The address at which a session is changed; null for whoever may not. */
  base: string | null;
}) {
  const locale = await getLocale();
  const t = await getTranslations("timetable");
  const free = await notWorkedIn(course);
  const tools = course.tools.map((tool) => tool.code);
  const hue = (s: Session) => hues[tools.indexOf(s.toolCode ?? "") % hues.length] ?? "border-s-control";
  const marked = new Set(change && place ? [...change.before, ...change.after].map((s) => s.id) : []);
  const message = change ? <ChangeMessage change={change} /> : null;
  // A day whose only session was deleted stays in view for as long as the message about that does.
  const emptied = place !== null && "day" in place ? place.day : null;
  const days = [...new Set([...sessions.map((s) => s.day), ...(emptied === null ? [] : [emptied])])].sort();
  return (
    <section aria-label={t("title")} tabIndex={0} className="md:overflow-x-auto -m-1 p-1 print:m-0 print:p-0">
      <ol className="grid gap-4 md:grid-flow-col md:auto-cols-[minmax(11rem,1fr)] pb-2">
        {days.map((day) => (
          <li key={day} className="grid gap-2 content-start">
            <h2 className="text-sm">
              {shortDay(day, locale)}
              {free(day) ? <span className="quiet block font-normal">{free(day)}</span> : null}
            </h2>
            <ul className="grid gap-2">
              {sessions
                .filter((s) => s.day === day)
                .map((s) => (
                  <SessionCard
                    key={s.id}
                    session={s}
                    hue={hue(s)}
                    marked={marked.has(s.id) || saved === String(s.id)}
                    chosen={editing?.id === s.id}
                    editHref={base && `${base}?session=${s.id}#edit`}
                  >
                    {place !== null && "session" in place && place.session === s.id ? message : null}
                    {saved === String(s.id) ? <SavedMessage /> : null}
                  </SessionCard>
                ))}
              {emptied === day ? <li>{message}</li> : null}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}
