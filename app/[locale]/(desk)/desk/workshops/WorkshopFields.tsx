import { getLocale, getTranslations } from "next-intl/server";
import { SelectField, Submit } from "@/app/_ui/form/fields";
import { Notice } from "@/app/_ui/kit/Notice";
import { MoreMessages } from "@/app/_ui/MoreMessages";
import { timeWords } from "@/app/_words/away";
import * as trainers from "@/lib/access/trainerGate";
import type { Context } from "@/lib/acts/context";
import { awayOf } from "@/lib/away/queries";
import type { Course } from "@/lib/courses/queries";
import { nameInSentence, type PersonsNames, shownIn, type Translated, textFor } from "@/lib/i18n/rules";
import { programmeCalled } from "@/lib/programmes/rules";
import { ifGranted } from "@/lib/result";
import { daysSomewhere } from "@/lib/time/zone";
import type { Session } from "@/lib/timetable/queries";
import { hoursOf, isUntouched } from "@/lib/timetable/rules/sessions";
import { calendarFacts } from "../courses/_plan/calendarFacts";
import { namesOf, offeredIn } from "./_plan/offered";
import { ownTaught } from "./_plan/ownTaught";
import type { AwayDays } from "./_plan/SaidAway";
import { Where } from "./_plan/Where";
import { Who } from "./_plan/Who";
import { WorkshopTrainers } from "./_plan/WorkshopTrainers";
import { Steps } from "./Steps";
import { ToolFields } from "./ToolFields";

/** Every field of a trainer's workshop, in four steps of one form. */
export async function WorkshopFields({
  cx,
  programmes,
  send,
  note,
  today,
  course,
  withHours = true,
  filled = false,
}: {
  cx: Context;
  /** Programmes to choose from, with who decides on what is scheduled there; of one alone nothing is asked. */
  programmes: readonly { id: number; title: Translated; approvers?: readonly PersonsNames[] }[];
  send: string;
  /** What happens when it is sent. */
  note: string | null;
  today: string;
  /** The workshop whose plan is changed, or nothing for a new one. */
  course?: Course;
  /** False where its timetable no longer follows the plan. */
  withHours?: boolean;
  /** True where a new one begins with what was planned, or with what another had: any step can be opened. */
  filled?: boolean;
}) {
  const locale = await getLocale();
  const t = await getTranslations("workshop");
  const offered = await offeredIn(
    cx,
    programmes.map((p) => p.id),
    course,
  );
  const facts = await calendarFacts(cx, course);
  const teaches = await ownTaught(cx, course, today);
  const names = {
    ...namesOf(offered),
    programmeId: Object.fromEntries(
      course ? [] : programmes.map((p) => [String(p.id), shownIn(programmeCalled(p.title), locale)]),
    ),
  };
  return (
    <MoreMessages of={["workshop", "courseCalendar", "away", "canTeach", "online", "planSteps"]}>
      <Steps
        today={today}
        facts={facts}
        names={names}
        teaches={teaches}
        hearers={{
          approvers: Object.fromEntries(
            programmes.map(({ id, approvers = [] }) => [
              String(id),
              approvers.map((one) => nameInSentence(one, locale)),
            ]),
          ),
          byHand: offered.trainers.flatMap(({ id, byHand }) => (byHand ? id : [])),
          there: offered.trainers.flatMap(({ id, waits }) =>
            waits !== null || course?.trainers.some((one) => String(one.id) === id) ? id : [],
          ),
        }}
        sections={{
          what: (
            <>
              {programmes.length > 1 && !course ? (
                <SelectField
                  name="programmeId"
                  label={t("programme")}
                  options={programmes.map((p) => ({
                    value: String(p.id),
                    label: shownIn(programmeCalled(p.title), locale),
                  }))}
                />
              ) : null}
              <ToolFields tools={offered.tools} />
            </>
          ),
          where: (
            <Where
              offered={offered}
              facts={facts}
              withHours={withHours}
              away={await ownAway(cx, course)}
              teaches={teaches}
            />
          ),
          who: (
            <Who
              offered={offered}
              organisations={offered.organisations}
              trainers={
                offered.trainers.length > 0 ? (
                  <WorkshopTrainers
                    people={offered.trainers}
                    tools={offered.tools}
                    facts={facts}
                    programmes={names.programmeId}
                    today={today}
                    here={course?.id ?? null}
                  />
                ) : null
              }
            />
          ),
        }}
        note={note ? <Notice>{note}</Notice> : null}
        send={<Submit busy={t("saving")}>{send}</Submit>}
        anyOrder={filled || course !== undefined}
        sendAnywhere={course !== undefined}
      />
    </MoreMessages>
  );
}

/** The days on which whoever plans their own workshop said that they are away; none where it is somebody else's. */
async function ownAway(cx: Context, course: Course | undefined): Promise<AwayDays[]> {
  const personId = cx.viewer.personId;
  if (course && course.scheduledBy !== personId) return [];
  const trainer = ifGranted(() => trainers.trainer(cx, "away.edit", personId ?? 0));
  if (!trainer) return [];
  const said = await timeWords();
  return awayOf(cx, trainer, daysSomewhere(cx.now)[0]).flatMap((time) =>
    time.kind === "days" ? [{ fromDay: time.fromDay, toDay: time.toDay, said: said(time) }] : [],
  );
}

/** A workshop's plan as its fields hold it, and whether its timetable still follows it. */
export function workshopDefaults(course: Course, sessions: readonly Session[]) {
  const own = course.title.own;
  const shown = hoursOf(sessions);
  // Who is asked for all of it stands as whom the trainer wants beside them.
  const asked = new Set(
    sessions.flatMap((s) => s.asked.flatMap(({ id, sessionId }) => (sessionId === null ? id : []))),
  );
  const withHours = shown !== null && isUntouched(sessions) && sessions.every((s) => s.entries === 0);
  return {
    withHours,
    defaults: {
      version: String(course.version),
      moduleIds: course.tools.flatMap((tool) => tool.modules.map((m) => String(m.id))),
      country: course.country,
      place: textFor(course.place, own),
      venueId: course.venueId === null ? "" : String(course.venueId),
      zone: course.zone,
      startsOn: course.startsOn ?? "",
      endsOn: course.endsOn === course.startsOn ? "" : (course.endsOn ?? ""),
      organisationIds: course.organisations.map(({ id }) => String(id)),
      newOrganisations: "",
      audience: course.audience ?? "",
      capacity: String(course.capacity),
      languages: course.languages,
      trainerIds: [
        ...course.trainers.flatMap((p) => (p.id === course.scheduledBy ? [] : String(p.id))),
        ...[...asked].map(String),
      ],
      ...(withHours ? { ...shown, breakMinutes: String(shown.breakMinutes) } : {}),
    },
  };
}
