import Link from "next/link";
import { notFound } from "next/navigation";
import { createTranslator } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { requireContext } from "@/app/_server/context";
import { messagesOf } from "@/app/_server/messages";
import { Arrived } from "@/app/_ui/Arrived";
import { AttendanceLine, CertificateLinks } from "@/app/_ui/FollowedCourse";
import { Hidden, SelectField, Submit } from "@/app/_ui/Form";
import { fullDay } from "@/app/_ui/format";
import type { HandOverWords } from "@/app/_ui/HandOver";
import { lackWords } from "@/app/_ui/lacks";
import { PersonFields, personDefaults } from "@/app/_ui/PersonFields";
import {
  CourseBadge,
  CourseDates,
  FictionalMark,
  Notice,
  PageHead,
  PersonName,
  RegistrationBadge,
  Say,
} from "@/app/_ui/parts";
import { ReadyText, WaysToReach } from "@/app/_ui/ToTell";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import { doubtsOf } from "@/lib/certificates/queries";
import { personNotices } from "@/lib/messages/queries";
import { type PersonPage, personPage } from "@/lib/people/queries";
import { disabilityAnswers, displacements, sexes } from "@/lib/people/rules";
import { countryChoices, programmeList } from "@/lib/programmes/queries";
import { programmeRoles } from "@/lib/programmes/rules";
import { ownRegistrations, registrationsOf } from "@/lib/registrations/queries";
import { clock } from "@/lib/time/clock";
import { dayAt } from "@/lib/time/zone";
import { ToldForm } from "../../courses/[course]/tell/forms";
import { AccessForm, AddMemberForm, PersonEditForm, RemoveMemberForm, SensitiveForm } from "../forms";

/** A person's page, for a lifetime: courses, modules completed, certificates, roles. */
export default async function Person({
  params,
  searchParams,
}: {
  params: Promise<{ person: string }>;
  searchParams: Promise<{ taken?: string }>;
}) {
  const { person: key } = await params;
  const { taken } = await searchParams;
  const cx = await requireContext("people.read", `/desk/people/${encodeURIComponent(key)}`);
  const person = personPage(cx, Number(key));
  if (!person) notFound();
  const locale = await getLocale();
  const t = await getTranslations("person");
  const roles = await getTranslations("programmeRole");
  const errors = await getTranslations("errors");
  const words = await sensitiveWords();
  const today = dayAt(clock(), "UTC");
  const registrations =
    person.id === cx.viewer.personId
      ? ownRegistrations(cx, gate.self(cx))
      : registrationsOf(cx, gate.person(cx, "people.read", person.id), gate.reach(cx, "people.read"));
  const doubts = doubtsOf(
    cx,
    person.id,
    registrations.filter((r) => r.certificates.length > 0).map((r) => r.courseId),
  );
  const kinds = await getTranslations("certificateKind");
  const follow = await getTranslations("follow");
  const why = await lackWords({ plannedMinutes: 0 });
  const programmes = programmeList(cx);
  // What was just taken away, for as long as it is; one tap gives it back.
  const takenAway = programmes
    .flatMap((p) => programmeRoles.map((role) => ({ programmeId: p.id, programme: p.code, role })))
    .find(
      (r) =>
        taken === `${r.programmeId}-${r.role}` &&
        !person.roles.some((own) => own.programmeId === r.programmeId && own.role === r.role),
    );
  const toTell = personNotices(cx, person.id);
  const tell = await getTranslations("tell");
  const tools = [...new Map(person.ledger.map((m) => [m.toolCode, m.tool])).entries()];
  return (
    <div className="grid gap-8 xl:grid-cols-[1fr_24rem]">
      <div className="grid gap-8 content-start">
        <PageHead
          title={<PersonName name={person.name} latinName={person.latinName} />}
          under={
            <>
              <Written className="block">
                {[person.position, person.organisation].filter(Boolean).join(" · ")}
              </Written>
              <bdi dir="ltr">{[person.phone, person.email].filter(Boolean).join(" · ")}</bdi>
            </>
          }
          action={person.fictional ? <FictionalMark /> : null}
        />
        {toTell.length > 0 ? (
          <section className="card grid gap-3">
            <h2>{tell("title")}</h2>
            {toTell.map((notice) => (
              <div key={notice.id} className="grid gap-2">
                <p className="font-semibold">{tell(`message.${notice.message}`)}</p>
                <ReadyText notice={notice} />
                <WaysToReach notice={notice} />
                <ToldForm>
                  <Hidden name="only" value={notice.id} />
                  <Submit tone="quiet" busy={t("saving")}>
                    {tell("told")}
                  </Submit>
                </ToldForm>
              </div>
            ))}
          </section>
        ) : null}
        <section className="grid gap-3">
          <h2>{t("courses")}</h2>
          {registrations.length === 0 ? <p className="quiet">{t("noCourses")}</p> : null}
          <ul className="grid gap-2">
            {registrations.map((r) => (
              <li key={r.id} className="card grid gap-1">
                <p className="flex flex-wrap gap-3 justify-between max-w-none">
                  <Link href={`/desk/courses/${r.courseId}`} prefetch={false} className="font-semibold">
                    <Say text={r.title} />
                  </Link>
                  <RegistrationBadge state={r.state} />
                </p>
                <p className="quiet">
                  <CourseDates course={r} short /> · {follow("number")}{" "}
                  <bdi dir="ltr" className="font-mono whitespace-nowrap">
                    {r.courseId}-{r.number}
                  </bdi>
                </p>
                <AttendanceLine registration={r} />
                <CertificateLinks registration={r} today={today} />
                {doubts
                  .filter((d) => d.courseId === r.courseId)
                  .map((d) => (
                    <Notice key={d.certificate.id} tone="attention" title={t("ruleLost")}>
                      {kinds(d.certificate.kind)} – {d.lacks.map(why).join(" ")}{" "}
                      <Link href={`/desk/courses/${r.courseId}/certificates#decide`} prefetch={false}>
                        {t("decide")}
                      </Link>
                    </Notice>
                  ))}
              </li>
            ))}
          </ul>
        </section>
        <section className="grid gap-3">
          <h2>{t("ledger")}</h2>
          {tools.length === 0 ? <p className="quiet">{t("noLedger")}</p> : null}
          <ul className="grid gap-3">
            {tools.map(([code, title]) => (
              <li key={code}>
                <h3>
                  <bdi>
                    <Say text={title} />
                  </bdi>
                </h3>
                <ul>
                  {person.ledger
                    .filter((m) => m.toolCode === code)
                    .map((m) => (
                      <li key={`${m.moduleId}-${m.courseId}`} className="flex flex-wrap gap-x-2">
                        <bdi>{m.code}</bdi> <Say text={m.module} />
                        <span className="quiet">
                          {m.endsOn ? `${fullDay(m.endsOn, locale)} · ` : ""}
                          <Say text={m.course} />
                        </span>
                      </li>
                    ))}
                </ul>
              </li>
            ))}
          </ul>
        </section>
        {person.trains.length > 0 ? (
          <section className="grid gap-3">
            <h2>{t("trains")}</h2>
            <ul className="grid gap-1">
              {person.trains.map((c) => (
                <li key={c.id} className="flex flex-wrap gap-2">
                  <Link href={`/desk/courses/${c.id}`} prefetch={false}>
                    <Say text={c.title} />
                  </Link>
                  <CourseBadge state={c.state} />
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
      <aside className="grid gap-6 content-start">
        <section className="card grid gap-3">
          <h2 className="text-base">{t("roles")}</h2>
          {person.administrator ? <p>{t("administrator")}</p> : null}
          {person.roles.length === 0 ? <p className="quiet">{t("noRoles")}</p> : null}
          <ul className="grid gap-2">
            {person.roles.map((r) => (
              <li key={`${r.programmeId}${r.role}`}>
                <RemoveMemberForm className="flex flex-wrap gap-2 items-center justify-between">
                  <span>
                    {roles(r.role)} · <Written>{r.programme}</Written>
                  </span>
                  <Hidden name="personId" value={person.id} />
                  <Hidden name="programmeId" value={r.programmeId} />
                  <Hidden name="role" value={r.role} />
                  {programmes.some((p) => p.id === r.programmeId) ? (
                    <Submit tone="quiet" busy={t("saving")}>
                      {t("removeRole")}
                    </Submit>
                  ) : null}
                </RemoveMemberForm>
              </li>
            ))}
          </ul>
          {takenAway ? (
            <Arrived of={`${takenAway.programmeId} ${takenAway.role}`}>
              <AddMemberForm className="grid gap-2">
                <p>{t("roleTaken", { role: roles(takenAway.role), programme: takenAway.programme })}</p>
                <Hidden name="personId" value={person.id} />
                <Hidden name="programmeId" value={takenAway.programmeId} />
                <Hidden name="role" value={takenAway.role} />
                <div>
                  <Submit tone="quiet" busy={t("saving")}>
                    {t("giveBack")}
                  </Submit>
                </div>
              </AddMemberForm>
            </Arrived>
          ) : null}
          <AddMemberForm className="grid gap-3">
            <Hidden name="personId" value={person.id} />
            <SelectField
              name="programmeId"
              label={t("programme")}
              options={programmes.map((p) => ({ value: String(p.id), label: p.code }))}
            />
            <SelectField
              name="role"
              label={t("role")}
              options={[...programmeRoles].reverse().map((r) => ({ value: r, label: roles(r) }))}
            />
            <Submit tone="quiet" busy={t("saving")}>
              {t("addRole")}
            </Submit>
          </AddMemberForm>
        </section>
        <section className="card grid gap-3">
          <h2 className="text-base">{t("access")}</h2>
          {person.hasPassword ? (
            <p>{t("hasAccess")}</p>
          ) : person.hasIdentity ? (
            <p>{t("hasIdentity")}</p>
          ) : null}
          {person.hasPassword ? (
            <p className="quiet">{t(cx.viewer.administrator ? "resetHint" : "forgottenHint")}</p>
          ) : person.hasIdentity ? null : person.beyond ? (
            <p className="quiet">{errors("accessElsewhere")}</p>
          ) : (
            <p className="quiet">{t("accessHint")}</p>
          )}
          {person.mayInvite ? (
            <AccessForm words={await handOverWords(person)} phone={person.phone}>
              <Hidden name="personId" value={person.id} />
              {person.hasPassword ? <Hidden name="reset" value="on" /> : null}
              <Submit tone={person.hasPassword ? "stop" : "quiet"} busy={t("saving")}>
                {t(person.hasPassword ? "resetPassword" : "giveAccess")}
              </Submit>
            </AccessForm>
          ) : null}
        </section>
        {person.hasSensitive ? (
          <section className="card grid gap-3">
            <h2 className="text-base">{t("sensitive")}</h2>
            <p className="quiet">{t("sensitiveHint")}</p>
            <SensitiveForm words={words} none={t("nothingSaid")}>
              <Hidden name="personId" value={person.id} />
              <Submit tone="quiet" busy={t("saving")}>
                {t("showSensitive")}
              </Submit>
            </SensitiveForm>
          </section>
        ) : null}
        <section className="card grid gap-3">
          <h2 className="text-base">{t("edit")}</h2>
          <PersonEditForm
            defaults={personDefaults(person)}
            done={t("saved")}
            draft={{ of: `${cx.viewer.accountId} person ${person.id}` }}
          >
            <Hidden name="personId" value={person.id} />
            <PersonFields countries={countryChoices(cx)} />
            <Submit busy={t("saving")}>{t("save")}</Submit>
          </PersonEditForm>
        </section>
      </aside>
    </div>
  );
}

/** What goes with a link that is handed over; the message to the person is in their own language. */
async function handOverWords(person: PersonPage): Promise<HandOverWords> {
  const t = await getTranslations("person");
  const theirs = createTranslator({
    locale: person.language,
    messages: messagesOf(person.language),
    namespace: "person",
  });
  return {
    hint: t("linkHint"),
    copy: t("copy"),
    copied: t("copied"),
    whatsApp: t("whatsApp"),
    message: theirs("linkMessage", { name: person.name, link: "{link}" }),
  };
}

/** Labels of the sensitive parts and their answers, in the reader's language. */
async function sensitiveWords(): Promise<Record<string, string>> {
  const t = await getTranslations("register");
  const sex = await getTranslations("sex");
  const displacement = await getTranslations("displacement");
  const disability = await getTranslations("disability");
  const words: Record<string, string> = {
    sex: t("sex"),
    birthYear: t("birthYear"),
    displacement: t("displacement"),
    disability: t("disability"),
  };
  for (const answer of sexes) words[`sex.${answer}`] = sex(answer);
  for (const answer of displacements) words[`displacement.${answer}`] = displacement(answer);
  for (const answer of disabilityAnswers) words[`disability.${answer}`] = disability(answer);
  return words;
}
