import { getTranslations } from "next-intl/server";
import { asking, type SearchParams, text } from "@/app/_server/asked";
import { currentContext, granted, ifGranted, requireContext } from "@/app/_server/context";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { MoreMessages } from "@/app/_ui/MoreMessages";
import { PersonFields, personDefaults } from "@/app/_ui/PersonFields";
import { PersonName } from "@/app/_ui/PersonName";
import { FictionalMark } from "@/app/_ui/StateBadges";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import { doubtsOf } from "@/lib/certificates/queries";
import { personNotices } from "@/lib/messages/queries";
import { personPage } from "@/lib/people/queries";
import { countryChoices } from "@/lib/places/queries";
import { programmeList } from "@/lib/programmes/queries";
import { ownRegistrations, registrationsOf } from "@/lib/registrations/queries";
import { dayAt } from "@/lib/time/zone";
import { PersonEditForm, SensitiveForm } from "../forms";
import { Access } from "./Access";
import { Courses } from "./Courses";
import { Ledger } from "./Ledger";
import { Roles } from "./Roles";
import { Taught } from "./Taught";
import { Untold } from "./Untold";

const asked = asking({ taken: text });

type Props = { params: Promise<{ person: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props) {
  const cx = await currentContext();
  const key = Number((await params).person);
  return { title: ifGranted(() => gate.person(cx, "people.read", key))?.name };
}

/** A person's page, for a lifetime: courses, modules completed, certificates, roles. */
export default async function Person({ params, searchParams }: Props) {
  const { person: key } = await params;
  const { taken } = await asked(searchParams);
  const cx = await requireContext("people.read", `/desk/people/${encodeURIComponent(key)}`);
  const known = granted(() => gate.person(cx, "people.read", Number(key)));
  const reach = gate.reach(cx, "people.read");
  const person = personPage(cx, known, reach);
  const t = await getTranslations("person");
  const registrations =
    person.id === cx.viewer.personId
      ? ownRegistrations(cx, gate.self(cx))
      : registrationsOf(cx, known, reach);
  const certified = registrations.filter((r) => r.certificates.length > 0).map((r) => r.courseId);
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
        <Untold notices={personNotices(cx, known, reach)} />
        <Courses
          registrations={registrations}
          doubts={doubtsOf(cx, person.id, gate.coursesAmong(cx, "certificates.read", certified))}
          today={dayAt(cx.now, "UTC")}
        />
        <Ledger person={person} />
        <Taught courses={person.trains} />
      </div>
      <aside className="grid gap-6 content-start">
        <Roles person={person} programmes={programmeList(cx, gate.reach(cx, "people.edit"))} taken={taken} />
        <MoreMessages of={["person", "register", "sex", "displacement", "disability"]}>
          <Access person={person} mayReset={gate.maySomewhere(cx, "accounts.edit")} />
          {person.hasSensitive ? (
            <section className="card grid gap-3">
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
