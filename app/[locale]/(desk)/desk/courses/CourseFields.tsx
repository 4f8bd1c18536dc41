import { getLocale, getTranslations } from "next-intl/server";
import type { Values } from "@/app/_actions/readPost";
import { Submit } from "@/app/_ui/form/fields";
import { withReady } from "@/app/_ui/form/withReady";
import { MoreMessages } from "@/app/_ui/MoreMessages";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import type { Course } from "@/lib/courses/queries";
import { mostQuestions, mostSignatories, questionRows, signatoryRows } from "@/lib/courses/rows";
import { type Locale, textFor } from "@/lib/i18n/rules";
import { programmeList } from "@/lib/programmes/queries";
import { programmesToChoose } from "@/lib/sharing/queries";
import type { KeptPlan } from "@/lib/templates/rules";
import type { TimetableKnown } from "@/lib/timetable/rules/usual";
import { Days } from "./_plan/Days";
import { planFacts } from "./_plan/facts";
import { offeredTools } from "./_plan/offeredTools";
import { Places } from "./_plan/Places";
import { PlanSteps } from "./_plan/PlanSteps";
import { Tools } from "./_plan/Tools";
import { Trainers } from "./_plan/Trainers";
import { What } from "./_plan/What";
import { newQuestion, newSignatory } from "./newRows";

/** Of so many programmes the trainers are offered together; whoever has more chooses the programme first. */
export const programmesTogether = 5;

/** Every field of a course's plan, in the order in which people plan. */
export async function CourseFields({
  cx,
  send,
  course,
  programmeId,
  copied = null,
}: {
  cx: Context;
  send: string;
  /** The course whose plan is changed, or nothing for a new one: what it has is offered, retired or not. */
  course?: Course;
  /** The programme that was chosen beforehand, where the viewer has more than are offered together. */
  programmeId?: number;
  /** The timetable of what a new course is made from. */
  copied?: TimetableKnown | null;
}) {
  const t = await getTranslations("plan");
  const locale = (await getLocale()) as Locale;
  const all = programmeList(cx, gate.reach(cx, "course.create"));
  const together = all.length <= programmesTogether;
  const programmes =
    together || course || programmeId === undefined ? all : all.filter((p) => p.id === programmeId);
  const concerned = together ? all.map((p) => p.id) : [course?.programmeId ?? programmeId ?? 0];
  const tools = await offeredTools(cx, course, locale);
  const facts = await planFacts(cx, { course, programmes, programmeIds: concerned, tools, copied });
  return (
    <MoreMessages of={["planSteps", "courseCalendar"]}>
      <PlanSteps
        anyOrder={course !== undefined}
        facts={facts}
        send={<Submit busy={t("saving")}>{send}</Submit>}
        sections={{
          what: (
            <What
              course={course}
              programmes={programmes}
              sharers={course ? [] : programmesToChoose(cx, gate.reach(cx, "course.create"))}
            />
          ),
          tools: <Tools tools={tools} />,
          days: <Days cx={cx} course={course} facts={facts} />,
          trainers: <Trainers cx={cx} course={course} programmeIds={concerned} facts={facts} />,
          places: <Places />,
        }}
      />
    </MoreMessages>
  );
}

/** Questions and signatories as their rows hold them, with empty ones for what is added. */
export const listDefaults = (
  questions: Course["questions"] = [],
  signatories: Course["signatories"] = [],
) => ({
  questions: withReady(
    questionRows(questions).map((q) => ({ ...q, options: q.options.join("\n") })),
    newQuestion,
    Math.min(2, mostQuestions - questions.length),
  ),
  signatories: withReady(signatoryRows(signatories), newSignatory, mostSignatories - signatories.length),
});

/** What a plan says, whether of a course or of what one is made from. */
type Shown = Omit<KeptPlan, "moduleIds" | "trainerIds" | "questions" | "groups" | "sessions"> & {
  version: number;
  minimumPeople: number | null;
  decideBy: string | null;
  programmeId: number | null;
  tools: readonly { modules: readonly { id: number }[] }[];
  trainers: readonly { id: number }[];
  questions: Course["questions"];
};

/**
 * The plan of a new course as its fields hold it, made from another one's; questions are asked anew.
 * @param trainerIds those of its trainers whom the programme has.
 */
export function planDefaults(
  plan: KeptPlan,
  programmeId: number | null,
  trainerIds: readonly number[],
  days: Pick<KeptPlan, "startsOn" | "endsOn" | "applyBy" | "decideBy">,
): Values {
  const { version: _, ...defaults } = courseDefaults({
    ...plan,
    ...days,
    version: 1,
    minimumPeople: plan.minimumPeople ?? null,
    decideBy: days.decideBy ?? null,
    programmeId,
    tools: [{ modules: plan.moduleIds.map((id) => ({ id })) }],
    trainers: trainerIds.map((id) => ({ id })),
    questions: [],
  });
  const asked = questionRows(plan.questions.map((question) => ({ ...question, id: 0 })));
  return {
    ...defaults,
    questions: withReady(
      asked.map((q) => ({ ...q, id: "", options: q.options.join("\n") })),
      newQuestion,
      Math.min(2, mostQuestions - asked.length),
    ),
  };
}

/** A course's plan as its fields hold it. */
export function courseDefaults(course: Shown): Values {
  const own = course.title.own;
  const text = (value: Course["costs"]) => textFor(value, own);
  return {
    version: String(course.version),
    programmeId: course.programmeId === null ? "" : String(course.programmeId),
    kind: course.kind,
    moduleIds: course.tools.flatMap((tool) => tool.modules.map((m) => String(m.id))),
    titleEn: course.titleGenerated ? "" : (course.title.en ?? ""),
    titleFr: course.titleGenerated ? "" : (course.title.fr ?? ""),
    titleAr: course.titleGenerated ? "" : (course.title.ar ?? ""),
    ownLanguage: own,
    description: text(course.description),
    country: course.country,
    placeEn: course.place.en ?? "",
    placeFr: course.place.fr ?? "",
    placeAr: course.place.ar ?? "",
    mode: course.mode,
    venueId: course.venueId === null ? "" : String(course.venueId),
    zone: course.zone,
    startsOn: course.startsOn ?? "",
    endsOn: course.endsOn ?? "",
    applyBy: course.applyBy ?? "",
    languages: course.languages,
    capacity: String(course.capacity),
    minimumPeople: course.minimumPeople ? String(course.minimumPeople) : "",
    decideBy: course.decideBy ?? "",
    admission: course.admission,
    trainerIds: course.trainers.map((p) => String(p.id)),
    costs: text(course.costs),
    ...listDefaults(course.questions, course.signatories),
    minAttendance: String(course.minAttendance),
    minPostTest: course.minPostTest === null ? "" : String(course.minPostTest),
    microTeaching: course.microTeaching,
    excusedLeftOut: course.excusedLeftOut,
    joinersFromStart: course.joinersFromStart,
  };
}
