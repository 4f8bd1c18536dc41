import { getLocale, getTranslations } from "next-intl/server";
import { apartInWords } from "@/app/_ui/apart";
import { type MatrixMark, marksText } from "@/app/_ui/kit/matrixMarks";
import { toolLetters } from "@/app/_ui/kit/ToolMark";
import { outlookSaid } from "@/app/_ui/outlook";
import { sessionName } from "@/app/_ui/SessionList";
import type { AttendanceMatrix } from "@/lib/attendance/queries";
import { usualLate } from "@/lib/attendance/rules";
import { shortNames } from "@/lib/groups/rules";
import { narrowDay, percent, shortDay, timeRange } from "@/lib/i18n/format";
import { dotBetween, type Locale, nameFor, shownIn } from "@/lib/i18n/rules";
import { inOrderAsRead } from "@/lib/names/rules";
import type { Column, PersonRow } from "./cells";

/** The sessions of a course as columns, with what is said of each ready to read. */
export async function matrixColumns({ sessions }: AttendanceMatrix, now: number): Promise<Column[]> {
  const locale = (await getLocale()) as Locale;
  const kind = await getTranslations("sessionKind");
  const short = await getTranslations("sessionKindShort");
  const groups = shortNames(sessions.flatMap(({ group }) => group ?? []));
  return sessions.map((session) => {
    const { code, name } = sessionName(session, locale, kind);
    const when = `${shortDay(session.day, locale)} ${timeRange(session.startsAt, session.endsAt, locale)}`;
    return {
      id: session.id,
      group: shortDay(session.day, locale),
      day: narrowDay(session.day, locale),
      // A module by its code, a tool that has none by its letters, whatever else by its kind.
      head:
        session.moduleCode ||
        (session.toolCode && session.toolTitle
          ? toolLetters(session.toolCode, shownIn(session.toolTitle, locale))
          : short(session.kind)),
      whose: session.group ? (groups.get(session.group) ?? null) : null,
      when: [`${shortDay(session.day, locale)} ${session.startsAt}`, session.group]
        .filter(Boolean)
        .join(dotBetween),
      name: [when, code, name, session.group].filter(Boolean).join(dotBetween),
      minutes: session.minutes,
      usualLate: usualLate(session, now),
    };
  });
}

/** The people of a course as rows: a letter for each session, their share and their outlook ready to read. */
export async function matrixRows({ sessions, people, over }: AttendanceMatrix): Promise<PersonRow[]> {
  const locale = await getLocale();
  const said = await outlookSaid();
  const apartSaid = await apartInWords();
  const inOrder = inOrderAsRead(people, (one) => nameFor(one, locale));
  return inOrder.map(({ registrationId: id, name, latinName, apart, marks, others, share, outlook }) => {
    const entered = new Map(marks.map((mark) => [mark.sessionId, mark]));
    const letters = sessions.map((session): MatrixMark => {
      const mark = entered.get(session.id);
      if (mark) return mark.state;
      if (others.includes(session.id)) return "notTheirs";
      return session.startInstant > over ? "toCome" : "none";
    });
    return {
      id,
      called: nameFor({ name, latinName }, locale),
      names: { name, latinName },
      apart: apartSaid(apart),
      marks: marksText(letters),
      late: Object.fromEntries(
        marks.filter(({ state }) => state === "late").map((mark) => [mark.sessionId, mark.lateMinutes]),
      ),
      share: share && { ...share, said: percent(share.percent, locale) },
      outlook: outlook && { kind: outlook.kind, said: said(outlook).short },
    };
  });
}
