import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, asSaid, keyIn, key as keySaid, type SearchParams, text } from "@/app/_server/asked";
import { currentContext, granted, requireContext } from "@/app/_server/context";
import { readersDay } from "@/app/_server/zone";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { MoreMessages } from "@/app/_ui/MoreMessages";
import * as gate from "@/lib/access/gate";
import { asksPassword } from "@/lib/accounts/queries";
import { doubtsOf } from "@/lib/certificates/queries";
import { nameFor } from "@/lib/i18n/rules";
import { personNotices } from "@/lib/messages/queries";
import { personPage } from "@/lib/people/queries";
import { inNumbers } from "@/lib/people/rules/known";
import { programmeDays, programmeList } from "@/lib/programmes/queries";
import { ownRegistrations, registrationsOf } from "@/lib/registrations/queries";
import { ifGranted } from "@/lib/result";
import { personLedger, personObservations, personStandings } from "@/lib/stages/queries";
import { entriesOffered } from "@/lib/stages/queries/offered";
import { rolesByCourse } from "@/lib/stages/rules/ledger";
import { CalendarAddress } from "../../../_calendar/CalendarAddress";
import { EntryLinks } from "../../../_stages/EntryLinks";
import { Modules } from "../../../_stages/Modules";
import { Observations } from "../../../_stages/Observations";
import { Superior } from "../../../_stages/Superior";
import { WaysTable } from "../../../_stages/WaysTable";
import { SensitiveForm } from "../forms";
import { Access } from "./Access";
import { AwaySection } from "./AwaySection";
import { Certificates } from "./Certificates";
import { Change } from "./Change";
import { Courses } from "./Courses";
import { Doubts } from "./Doubts";
import { EarlierNames } from "./EarlierNames";
import { Head } from "./Head";
import { InNumbers } from "./InNumbers";
import { Roles } from "./Roles";
import { SecondStep } from "./SecondStep";
import { Taught } from "./Taught";
import { Untold } from "./Untold";

const asked = asking({ taken: text, edit: asSaid, programme: keySaid });

/** So many courses leave room below them for the modules, which else stand beside. */
const shortHistory = 3;

type Props = { params: Promise<{ person: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props) {
  const cx = await currentContext();
  const key = keyIn((await params).person);
  const found = ifGranted(() => gate.person(cx, "people.read", key));
  return found ? { title: nameFor(found, await getLocale()) } : {};
}

/** A person's page, for a lifetime: courses, modules completed, certificates, roles. */
export default async function Person({ params, searchParams }: Props) {
  const { person: key } = await params;
  const { taken, edit, programme } = await asked(searchParams);
  const cx = await requireContext("people.read", `/desk/people/${encodeURIComponent(key)}`);
  const known = granted(() => gate.person(cx, "people.read", keyIn(key)));
  const reach = gate.reach(cx, "people.read");
  const person = personPage(cx, known, reach);
  const t = await getTranslations("person");
  const registrations =
    person.id === cx.viewer.personId
      ? ownRegistrations(cx, gate.self(cx))
      : registrationsOf(cx, known, reach);
  const certified = registrations.filter((r) => r.certificates.length > 0).map((r) => r.courseId);
  const doubts = doubtsOf(cx, person.id, gate.coursesAmong(cx, "certificates.read", certified));
  const issues = new Set(gate.coursesAmong(cx, "certificates.issue", certified).map(({ id }) => id));
  const today = await readersDay(cx);
  const days = programmeDays(cx);
  const lines = registrations.length + person.trains.length;
  const roles = (
    <Roles
      asks={asksPassword(cx)}
      from={programme}
      person={person}
      programmes={programmeList(cx, gate.reach(cx, "people.edit"))}
      taken={taken}
      days={days}
      isNew={lines === 0}
    />
  );
  const away = <AwaySection cx={cx} personId={person.id} />;
  const ledger = personLedger(cx, known);
  const observations = personObservations(cx, known);
  const named = [
    ...registrations.map((r) => r.courseId),
    ...person.trains.map(({ id }) => id),
    ...observations.map(({ courseId }) => courseId),
  ];
  const open = new Set(gate.coursesAmong(cx, "course.read", [...new Set(named)]).map(({ id }) => id));
  const modules = (
    <Modules
      ledger={ledger}
      more={
        <p className="flex flex-wrap gap-2">
          <Link href={`/desk/people/${person.id}/learning`} prefetch={false} className="button">
            {(await getTranslations("ledger"))("open")}
          </Link>
          {gate.maySomewhere(cx, "stage.enter") && person.id !== cx.viewer.personId ? (
            <EntryLinks personId={person.id} offered={entriesOffered(cx, [person.id]).get(person.id)} />
          ) : null}
        </p>
      }
    />
  );
  const ways = (
    <MoreMessages of={["person", "register", "sex", "displacement", "disability"]}>
      <Superior cx={cx} personId={person.id} />
      <Access person={person} mayReset={gate.maySomewhere(cx, "accounts.edit")} />
      <SecondStep cx={cx} personId={person.id} />
      {person.hasSensitive ? (
        <section className="card grid gap-3 print:hidden">
          <h2 className="text-base">{t("sensitive")}</h2>
          <p className="quiet">{t("sensitiveHint")}</p>
          <SensitiveForm>
            <Hidden name="personId" value={person.id} />
            <Submit tone="quiet" busy={t("saving")}>
              {t("showSensitive")}
            </Submit>
          </SensitiveForm>
        </section>
      ) : null}
    </MoreMessages>
  );
  return (
    <div className="grid gap-6">
      <Head person={person} editing={edit !== null} />
      {edit === null ? null : <Change cx={cx} person={person} />}
      <Untold notices={personNotices(cx, known, reach)} />
      <EarlierNames person={person} registrations={registrations} issues={issues} today={today} />
      <Doubts doubts={doubts} registrations={registrations} />
      <InNumbers
        numbers={inNumbers(registrations, person.trains, today)}
        follows={registrations.length > 0}
        doubts={doubts.length}
      />
      <WaysTable cx={cx} personId={person.id} ways={personStandings(cx, known, days)} />
      {lines > 0 ? (
        <div className="grid gap-6 items-start xl:grid-cols-[minmax(0,1fr)_20.5rem]">
          <div className="grid gap-8 content-start min-w-0">
            <Taught
              today={today}
              courses={person.trains}
              taught={person.taughtAs}
              roles={rolesByCourse(ledger)}
              observations={observations}
              open={open}
            />
            <Observations observations={observations} open={open} />
            <Courses registrations={registrations} open={open} />
            <Certificates registrations={registrations} today={today} />
            {lines > shortHistory ? null : modules}
          </div>
          <aside className="grid gap-6 items-start content-start md:grid-cols-2 xl:grid-cols-1">
            {lines > shortHistory ? modules : null}
            {roles}
            {ways}
            {away}
            {person.trains.length > 0 && gate.maySomewhere(cx, "trainers.read") ? (
              <CalendarAddress cx={cx} feed="trainer" of={person.id} />
            ) : null}
          </aside>
        </div>
      ) : (
        // Nothing to compare yet: what can be done for somebody new stands in two columns.
        <div className="grid gap-6 items-start lg:grid-cols-2">
          <div className="grid gap-6 content-start min-w-0">
            <Courses registrations={registrations} open={open} />
            {roles}
            {away}
            {modules}
          </div>
          <div className="grid gap-6 content-start min-w-0">{ways}</div>
        </div>
      )}
    </div>
  );
}
