import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { TimeField } from "@/app/_ui/form/days";
import { Hidden, SelectField, TextField } from "@/app/_ui/form/fields";
import type { Course } from "@/lib/courses/queries";
import { sessionKinds } from "@/lib/courses/rules";
import { moduleName } from "@/lib/curriculum/rules";
import { dateRange, timeRange } from "@/lib/i18n/format";
import { isolate, shownIn } from "@/lib/i18n/rules";
import type { ProposalAsked, Session } from "@/lib/timetable/queries";
import { middleOf } from "@/lib/timetable/rules/rearrange";
import { timetableWord } from "@/lib/timetable/rules/sessions";
import { RearrangeForm } from "./forms";
import { MoveSession } from "./MoveSession";
import { Fold, Of, Press } from "./rearrangeParts";

type Props = {
  course: Course;
  session: Session;
  sessions: readonly Session[];
  /** What the timetable was asked for, whose breaks stay free. */
  asked: ProposalAsked;
  /** Which of what is open somebody stepped to (`steppedWord`). */
  stepped: string | null;
};

/** What can be done with one session and those after it, each a line that opens: all of it works without JavaScript. */
export async function Rearrange({ children, ...props }: Props & { children: ReactNode }) {
  const { course } = props;
  const locale = await getLocale();
  const t = await getTranslations("rearrange");
  return (
    <section aria-labelledby="rearrange" className="grid">
      <h3 id="rearrange" className="text-base">
        {t("title")}
      </h3>
      {course.startsOn && course.endsOn ? (
        <p className="quiet">
          {t("within", { dates: isolate(dateRange(course.startsOn, course.endsOn, locale), locale) })}{" "}
          <Link href={`/desk/courses/${course.id}/edit`} prefetch={false}>
            {t("changeDates")}
          </Link>
        </p>
      ) : null}
      <MoveSession {...props} />
      <Length {...props} />
      <Split {...props} />
      <Duplicate {...props} />
      <Insert {...props} />
      <Push {...props} />
      {children}
    </section>
  );
}

/** The timetable as it is shown, for what moves more than one session. */
export const Seen = ({ sessions }: { sessions: readonly Session[] }) => (
  <Hidden name="foreseen" value={timetableWord(sessions.map((s) => ({ ...s, held: s.entries > 0 })))} />
);

/** By how many minutes a tap makes a session longer, or shorter. */
const taps = [-15, -5, 5, 15, 30];

async function Length({ session, stepped }: Props) {
  const t = await getTranslations("rearrange");
  return (
    <Fold name={t("length")}>
      <RearrangeForm className="grid gap-2" label={t("length")}>
        <Of session={session} how="length" stepped={stepped} />
        <div className="flex flex-wrap gap-2">
          {taps
            .filter((by) => session.minutes + by > 0)
            .map((by) => (
              <button key={by} type="submit" name="by" value={by} className="button">
                {t(by > 0 ? "longer" : "shorter", { minutes: Math.abs(by) })}
              </button>
            ))}
        </div>
      </RearrangeForm>
    </Fold>
  );
}

async function Split({ session, stepped }: Props) {
  const locale = await getLocale();
  const t = await getTranslations("rearrange");
  if (session.minutes < 10) return null;
  return (
    <Fold name={t("split")}>
      <RearrangeForm className="grid gap-4" defaults={{ startsAt: middleOf(session) }} label={t("split")}>
        <Of session={session} how="split" stepped={stepped} />
        <TimeField
          name="startsAt"
          label={t("splitAt")}
          hint={t("splitHint", {
            times: isolate(timeRange(session.startsAt, session.endsAt, locale), locale),
          })}
        />
        <Press name={t("splitNow")} />
      </RearrangeForm>
    </Fold>
  );
}

async function Duplicate({ session, stepped }: Props) {
  const t = await getTranslations("rearrange");
  return (
    <Fold name={t("duplicate")}>
      <RearrangeForm className="grid gap-4" label={t("duplicate")}>
        <p className="quiet">{t("duplicateHint")}</p>
        <Of session={session} how="duplicate" stepped={stepped} />
        <Press name={t("duplicateNow")} />
      </RearrangeForm>
    </Fold>
  );
}

async function Insert({ course, session, sessions, stepped }: Props) {
  const locale = await getLocale();
  const t = await getTranslations("rearrange");
  const of = await getTranslations("timetable");
  const kinds = await getTranslations("sessionKind");
  return (
    <Fold name={t("insert")}>
      <RearrangeForm
        className="grid gap-4"
        defaults={{ kind: "other", minutes: "30", moduleId: "" }}
        label={t("insert")}
      >
        <p className="quiet">{t("insertHint")}</p>
        <Of session={session} how="insert" stepped={stepped} />
        <Seen sessions={sessions} />
        <TextField name="minutes" inputMode="numeric" label={t("minutes")} />
        <SelectField
          name="kind"
          label={of("kind")}
          options={sessionKinds.map((kind) => ({ value: kind, label: kinds(kind) }))}
        />
        <SelectField
          name="moduleId"
          label={of("module")}
          empty={of("noModule")}
          options={course.tools.flatMap((tool) =>
            tool.modules.map((module) => ({
              value: String(module.id),
              label: moduleName(module, shownIn(module.title, locale)),
              group: shownIn(tool.title, locale),
            })),
          )}
        />
        <TextField name="title" label={of("ownTitle")} optional={of("optional")} />
        <Press name={t("insertNow")} />
      </RearrangeForm>
    </Fold>
  );
}

async function Push({ session, sessions, stepped }: Props) {
  const t = await getTranslations("rearrange");
  return (
    <Fold name={t("push")}>
      <RearrangeForm className="grid gap-4" defaults={{ unit: "minutes", by: "15" }} label={t("push")}>
        <p className="quiet">{t("pushHint")}</p>
        <Of session={session} how="push" stepped={stepped} />
        <Seen sessions={sessions} />
        <div className="grid gap-4 min-[24rem]:grid-cols-2">
          <TextField name="by" label={t("by")} dir="ltr" />
          <SelectField
            name="unit"
            label={t("unit")}
            options={(["minutes", "days"] as const).map((unit) => ({
              value: unit,
              label: t(`units.${unit}`),
            }))}
          />
        </div>
        <Press name={t("pushNow")} />
      </RearrangeForm>
    </Fold>
  );
}
