import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { Toast } from "@/app/_ui/kit/Toast";
import { sessionName } from "@/app/_ui/SessionList";
import { Stamp } from "@/app/_ui/Stamp";
import { wordsOf } from "@/app/_words/fault";
import { courseWords } from "@/app/_words/ofWorkshop";
import { type GrantedCourse, mayIn } from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import { fullDay, list, shortDay, timeRange, weekdayDay } from "@/lib/i18n/format";
import { dashBetween, dotBetween, isolate, nameInSentence as nameInWords } from "@/lib/i18n/rules";
import { toldOfChange } from "@/lib/messages/queries";
import type { Fault } from "@/lib/result";
import { sameYear } from "@/lib/time/civil";
import type { PlanIssues, Session, TimetableChange } from "@/lib/timetable/queries";
import { doneTo } from "@/lib/timetable/rules/done";
import { TimetableUndoForm } from "./forms";
import { UndoKey } from "./UndoKey";

type Named = Pick<Session, "kind" | "title" | "moduleCode" | "moduleTitle" | "toolTitle"> & {
  /** For which group it is, where that is known. */
  group?: string | null;
};

/** A session's name within a sentence. */
export async function nameInSentence(session: Named): Promise<string> {
  const locale = await getLocale();
  const kinds = await getTranslations("sessionKind");
  const { code, name } = sessionName(session, locale, kinds);
  return [code, name, session.group]
    .flatMap((part) => (part ? [isolate(part, locale)] : []))
    .join(dashBetween);
}

/** What a change did to the timetable, in a sentence. */
export async function whatWasDone(
  change: TimetableChange,
  course: { scheduledBy: number | null },
): Promise<string> {
  const locale = await getLocale();
  const t = await courseWords("timetable.did", course);
  const { kind, before, after, datesBefore, datesAfter, replaced, accepted } = change;
  if (replaced)
    return t("replaced", {
      was: nameInWords(replaced.was, locale),
      by: nameInWords(replaced.by, locale),
      sessions: after.length,
    });
  if (accepted) return t("accepted", { name: nameInWords(accepted, locale), sessions: after.length });
  const times = (s: TimetableChange["after"][number]) =>
    isolate(timeRange(s.startsAt, s.endsAt, locale), locale);
  if (kind === "propose") {
    const was = new Set(before.map((s) => s.id));
    return t("propose", {
      added: after.filter((s) => !was.has(s.id)).length,
      removed: before.length,
    });
  }
  if (kind === "move") {
    const from = datesBefore?.startsOn ?? "";
    const to = datesAfter?.startsOn ?? "";
    const day = sameYear(from, to) ? weekdayDay : fullDay;
    return t("move", {
      from: day(from, locale),
      to: day(to, locale),
      sessions: after.length,
    });
  }
  const [session, other] = after.length > 0 ? after : before;
  if (!session) return "";
  const name = await nameInSentence(session);
  const done = kind === "edit" ? doneTo(before, after) : "one";
  if (done === "trainers" || done === "rooms") return t(done, { sessions: after.length });
  if (other && done === "swap") return t("swap", { session: name, other: await nameInSentence(other) });
  const said = { session: name, day: shortDay(session.day, locale), times: times(session) };
  if (other && done === "split") return t("split", { ...said, time: isolate(other.startsAt, locale) });
  const was = kind === "edit" ? before.find(({ id }) => id === session.id) : undefined;
  if (done === "insert") return t("insert", { ...said, pushed: before.length });
  if (done === "push" && was)
    return t("push", {
      ...said,
      sessions: after.length,
      dayBefore: shortDay(was.day, locale),
      timesBefore: times(was),
    });
  if (was && was.day === session.day && times(was) !== times(session))
    return t("timed", { ...said, timesBefore: times(was) });
  if (was && was.day !== session.day)
    return t("placed", { ...said, dayBefore: shortDay(was.day, locale), timesBefore: times(was) });
  return t(kind, said);
}

/** What of the sheet a change is about: a session, the day of one that is gone, or all of it. */
export type Place = { session: number } | { day: string } | null;

export function placeOf(change: TimetableChange, sessions: readonly Session[]): Place {
  if (change.kind === "propose" || change.kind === "move") return null;
  const touched =
    change.undoneAt === null ? [...change.after, ...change.before] : [...change.before, ...change.after];
  const there = touched.find((s) => sessions.some((other) => other.id === s.id));
  return there ? { session: there.id } : { day: touched[0]?.day ?? "" };
}

async function Undo({ change, what }: { change: TimetableChange; what: string }) {
  const t = await getTranslations("timetable");
  return (
    <TimetableUndoForm className="grid gap-2" label={t("undoOf", { what })}>
      <Hidden name="changeId" value={change.id} />
      <Hidden name="courseId" value={change.courseId} />
      <div>
        <Submit tone="quiet" busy={t("undoing")}>
          {t("undo")}
        </Submit>
      </div>
    </TimetableUndoForm>
  );
}

/** What is said beside a change: how many people hear of it, whether the viewer is who tells those whom no mail reaches, and what was accepted with its reason. */
export const saidBeside = (
  cx: Context,
  course: GrantedCourse<"timetable.edit"> | null,
  { at }: TimetableChange,
  { accepted }: Pick<PlanIssues, "accepted">,
  words: (issue: PlanIssues["accepted"][number]["issue"]) => { what: string },
) => ({
  told: course && {
    ...toldOfChange(cx, course, at),
    tells: mayIn(cx, "registrations.decide", course),
  },
  accepted: accepted.flatMap(({ issue, acceptance }) => (acceptance.at === at ? words(issue).what : [])),
});
type Told = NonNullable<ReturnType<typeof saidBeside>["told"]>;

/** So many things that were accepted with a change are named beside it; of more it is their number, for the list of the plan has them. */
const mostAccepted = 2;

/** What the viewer just did, with the way to undo it; or that it was undone, or why it cannot be any more. */
export async function ChangeToast({
  course,
  change,
  refused,
  clashes,
  told,
  accepted,
  then,
}: {
  course: { scheduledBy: number | null };
  change: TimetableChange;
  /** Why undoing it was refused: what was done is not what the sheet shows any more. */
  refused: Fault | null;
  clashes: boolean;
  /** How many people hear of it, and whether the reader is who tells those whom no mail reaches. */
  told: Told | null;
  /** What it was accepted with its reason that it brought. */
  accepted: readonly string[];
  /** What is said besides. */
  then: ReactNode;
}) {
  const t = await getTranslations("timetable");
  const s = await getTranslations("timetableSheet");
  if (refused) return <RefusedToast of={change.id} why={refused} />;
  const what = await whatWasDone(change, course);
  const undone = change.undoneAt !== null;
  const one = ["one", "swap"].includes(doneTo(change.before, change.after));
  const saved = change.kind === "add" || (change.kind === "edit" && one);
  return (
    <Toast
      id="change"
      of={`${change.id} ${undone}`}
      undo={undone ? null : <Undo key={change.id} change={change} what={what} />}
    >
      {undone ? t("undone") : saved ? `${t("saved")} ${what}` : what}
      {undone ? <p className="quiet">{t("undoneWhat", { what })}</p> : null}
      {change.replaced && !undone ? <ReplacedTold of={change.replaced} courseId={change.courseId} /> : null}
      {accepted.length > 0 && !undone ? (
        <p>
          {accepted.length > mostAccepted
            ? t("acceptedMany", { count: accepted.length })
            : t("acceptedWith", { count: accepted.length, what: list(accepted, await getLocale()) })}
        </p>
      ) : null}
      {undone || change.replaced || !told ? null : <PeopleTold told={told} courseId={change.courseId} />}
      {clashes ? `${dotBetween}${s("clashesNow")}` : null}
      {then ? <p>{then}</p> : null}
    </Toast>
  );
}

/** How many people hear of a change, with the way to tell those whom no mail reaches, for whoever does; nothing where nobody hears. */
async function PeopleTold({ told: { mailed, byHand, tells }, courseId }: { told: Told; courseId: number }) {
  if (mailed + byHand === 0) return null;
  const t = await getTranslations("courseDone");
  const tell = await getTranslations("tell");
  return (
    <p>
      {t("planTold", { mailed, byHand })}{" "}
      {tells && byHand > 0 ? <Link href={`/desk/courses/${courseId}/tell`}>{tell("title")}</Link> : null}
    </p>
  );
}

/** Whether both hear of it by mail, of whom one took the place of the other, or who is to be told, with the way there. */
export async function ReplacedTold({
  of: { byHand },
  courseId,
}: {
  of: NonNullable<TimetableChange["replaced"]>;
  courseId: number;
}) {
  const locale = await getLocale();
  const t = await getTranslations("asks");
  const tell = await getTranslations("tell");
  if (byHand.length === 0) return <p>{t("bothTold")}</p>;
  const names = list(
    byHand.map((person) => nameInWords(person, locale)),
    locale,
  );
  return (
    <p>
      {t("tellYourself", { names })} <Link href={`/desk/courses/${courseId}/tell`}>{tell("title")}</Link>
    </p>
  );
}

async function RefusedToast({ of, why }: { of: number; why: Fault }) {
  const errors = await getTranslations("errors");
  return (
    <Toast id="change" of={`${of} refused`}>
      {errors(why.code as "undoneAlready", wordsOf(why, await getLocale()))}
    </Toast>
  );
}

/** Where the viewer's last changes stand. */
const changesList = "your-changes";

/** How many of the viewer's last changes stand below, each with its undo. */
const changesShown = 10;

/** The viewer's last changes, each with the way to undo it, of which the keyboard undoes the newest that is not undone yet. */
export async function YourChanges({
  course,
  changes: all,
}: {
  course: GrantedCourse<"timetable.edit">;
  changes: TimetableChange[];
}) {
  const changes = all.slice(0, changesShown);
  const t = await getTranslations("timetable");
  const key = <UndoKey list={changesList} nothing={t("undoNothing")} />;
  if (changes.length === 0) return key;
  // Also where it can no longer be: an older one is never undone in its place, but why this one is not is said.
  const next = changes.find(({ undoneAt }) => undoneAt === null);
  const lines = await Promise.all(
    changes.map(async (change) => ({ change, what: await whatWasDone(change, course) })),
  );
  return (
    <>
      {/* What a closed fold holds is neither seen nor spoken. */}
      {key}
      <details id={changesList} className="print:hidden">
        <summary className="min-h-11 content-center">{t("yourChanges", { count: changes.length })}</summary>
        <p className="quiet mb-2">{t("yourChangesHint")}</p>
        <ul className="grid gap-2">
          {lines.map(({ change, what }) => (
            <li
              key={change.id}
              data-undo-next={change.id === next?.id ? change.id : undefined}
              className="card grid gap-2 sm:flex sm:items-start sm:justify-between"
            >
              <div className="grid gap-1 min-w-0">
                <p>{what}</p>
                <p className="quiet">
                  <Stamp at={change.at} zone={course.zone} />
                </p>
              </div>
              {change.undoneAt === null ? <Undo change={change} what={what} /> : <p>{t("wasUndone")}</p>}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
