import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { TimeField } from "@/app/_ui/form/days";
import { CheckField, ChoiceField, Hidden, Submit, TextField } from "@/app/_ui/form/fields";
import { Notice } from "@/app/_ui/kit/Notice";
import { SidePanel } from "@/app/_ui/kit/SidePanel";
import type { Course } from "@/lib/courses/queries";
import { moduleName } from "@/lib/curriculum/rules";
import { list } from "@/lib/i18n/format";
import { inLanguage, isolate, nameInSentence, shownIn } from "@/lib/i18n/rules";
import type { ProposalAsked, Session } from "@/lib/timetable/queries";
import type { PartName } from "@/lib/timetable/rules/parts";
import { staysInProposal } from "@/lib/timetable/rules/propose";
import { timetableWord } from "@/lib/timetable/rules/sessions";
import { ProposalForm } from "./forms";

type ProposalProps = {
  course: Course;
  sessions: readonly Session[];
  /** What the form begins with. */
  asked: ProposalAsked;
  /** How many groups the course has. */
  groups: number;
  /** True where the programme's gates ask for practice with real users. */
  practicum: boolean;
};

/** Where there is no session yet, the way to all of them. */
export async function FirstProposal(props: Omit<ProposalProps, "sessions">) {
  const t = await getTranslations("timetable");
  return (
    <section className="card grid gap-4 max-w-xl" aria-labelledby="propose">
      <h2 id="propose" className="text-base">
        {t("propose")}
      </h2>
      <Proposal {...props} sessions={[]} />
    </section>
  );
}

/** Beside the sheet, a new proposal. */
export async function ProposalPanel({ close, ...props }: ProposalProps & { close: string }) {
  const t = await getTranslations("timetable");
  return (
    <SidePanel row="propose-again" title={t("proposeAgain")} close={close}>
      <Proposal {...props} />
    </SidePanel>
  );
}

/** Proposes the sessions of a course, and says first what of those that are there it replaces. */
async function Proposal({ course, sessions, asked, groups, practicum }: ProposalProps) {
  const [locale, t] = [await getLocale(), await getTranslations("timetable")];
  const known = sessions.map((s) => ({ ...s, held: s.entries > 0 }));
  const stays = known.filter((s) => staysInProposal(s, false)).length;
  const trains = new Set(sessions.flatMap(({ trainers }) => trainers.map(({ id }) => id)));
  const newcomers = course.trainers.filter(({ id }) => !trains.has(id));
  const byHand = known.filter((s) => s.placedByHand && !s.held).length;
  const said = Object.entries(asked).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.map(String) : String(value ?? ""),
  ]);
  return (
    <ProposalForm defaults={Object.fromEntries(said)}>
      <p className="quiet">{t("proposeHint")}</p>
      {sessions.length > 0 ? (
        <Notice tone="attention">
          <p>
            {t("replacing", { replaced: sessions.length - stays, stays })} {t("sameTrainers")}
          </p>
          {newcomers.length > 0 ? (
            <p>
              {t("newcomersTrain", {
                count: newcomers.length,
                names: list(
                  newcomers.map((one) => nameInSentence(one, locale)),
                  locale,
                ),
              })}
            </p>
          ) : null}
        </Notice>
      ) : null}
      <Hidden name="courseId" value={course.id} />
      <Hidden name="foreseen" value={timetableWord(known)} />
      {byHand > 0 ? <CheckField name="replaceByHand" label={t("replaceByHand", { count: byHand })} /> : null}
      {sessions.length > 0 ? <CheckField name="otherTrainers" label={t("otherTrainers")} /> : null}
      <div className="grid gap-4 min-[24rem]:grid-cols-2">
        <TimeField name="startsAt" label={t("startsAt")} />
        <TimeField name="endsAt" label={t("endsAt")} />
        <TimeField name="breakFrom" label={t("breakFrom")} />
        <TextField name="breakMinutes" inputMode="numeric" label={t("breakMinutes")} dir="ltr" />
      </div>
      <Breaks />
      <Contains courseId={course.id} groups={groups} practicum={practicum} />
      {groups > 1 ? <GroupModules tools={course.tools} /> : null}
      <div>
        <Submit busy={t("saving")}>{t("proposeNow")}</Submit>
      </div>
    </ProposalForm>
  );
}

/** Whole minutes, or a number of people. */
const NumberField = ({ name, label }: { name: string; label: string }) => (
  <TextField name={name} inputMode="numeric" label={label} dir="ltr" />
);

/** When nobody is taught, beside the break for a meal. */
async function Breaks() {
  const t = await getTranslations("timetable");
  return (
    <fieldset className="grid gap-4">
      <legend className="font-semibold mb-2">{t("breaks")}</legend>
      <NumberField name="restMinutes" label={t("restMinutes")} />
      <div className="grid gap-4 min-[24rem]:grid-cols-2">
        <TimeField name="prayerFrom" label={t("prayerFrom")} />
        <NumberField name="prayerMinutes" label={t("prayerMinutes")} />
      </div>
    </fieldset>
  );
}

/** Which modules each group has by itself, all at the same time. */
async function GroupModules({ tools }: Pick<Course, "tools">) {
  const locale = await getLocale();
  const t = await getTranslations("timetable");
  return (
    <ChoiceField
      name="groupModuleIds"
      label={t("groupModules")}
      hint={t("groupModulesHint")}
      many
      options={tools.flatMap((tool) =>
        tool.modules.map((module) => ({
          value: String(module.id),
          label: isolate(moduleName(module, shownIn(module.title, locale)), locale),
          group: inLanguage(tool.title, "en").text,
        })),
      )}
    />
  );
}

/** The parts of a proposal in the order in which they come. */
async function Contains({
  courseId,
  groups,
  practicum,
}: Pick<ProposalProps, "groups" | "practicum"> & { courseId: number }) {
  const t = await getTranslations("timetable");
  const g = await getTranslations("groups");
  const part = (name: Exclude<PartName, "module" | "microTeaching" | "practicum">) => (
    <NumberField name={name} label={t(`part.${name}`)} />
  );
  return (
    <fieldset className="grid gap-4">
      <legend className="font-semibold mb-2">{t("contains")}</legend>
      <p className="quiet">
        {t("containsHint")}
        {groups > 1 ? ` ${t("microGroups", { count: groups })}` : null}
      </p>
      {groups > 1 ? null : (
        <p className="quiet">
          {t("groupsFirst")}{" "}
          <Link href={`/desk/courses/${courseId}/groups`} prefetch={false}>
            {g("title")}
          </Link>
        </p>
      )}
      <div className="grid gap-4 min-[24rem]:grid-cols-2 items-end">
        {part("opening")}
        {part("preTest")}
        <NumberField name="microTeaching" label={t("microEach")} />
        <NumberField name="people" label={t("microPeople")} />
        {part("fieldVisit")}
        <TextField
          name="practicum"
          inputMode="numeric"
          label={t("part.practicum")}
          hint={practicum ? t("gatesAskPracticum") : undefined}
          dir="ltr"
        />
        {part("postTest")}
        {part("evaluation")}
        {part("closing")}
      </div>
    </fieldset>
  );
}
