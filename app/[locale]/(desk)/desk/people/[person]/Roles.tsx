import { getLocale, getTranslations } from "next-intl/server";
import { DayField } from "@/app/_ui/form/days";
import { Hidden, SelectField, Submit } from "@/app/_ui/form/fields";
import { OwnPassword } from "@/app/_ui/form/OwnPassword";
import { Arrived } from "@/app/_ui/kit/Arrived";
import { RoleEnd } from "@/app/_ui/RoleEnd";
import { Say } from "@/app/_ui/Say";
import { dotBetween, isolate, shownIn } from "@/lib/i18n/rules";
import type { PersonPage } from "@/lib/people/queries";
import type { ProgrammeDays, programmeList } from "@/lib/programmes/queries";
import { programmeCalled, programmeRoles, roleTaken } from "@/lib/programmes/rules";
import { AddMemberForm, RemoveMemberForm } from "../forms";

/** The roles that somebody has in programmes, to add to and to take away; what was just taken away can be given back. */
export async function Roles({
  person,
  programmes,
  taken,
  days,
  asks,
  from,
  isNew,
}: {
  person: PersonPage;
  /** Those in which the viewer gives roles. */
  programmes: ReturnType<typeof programmeList>;
  /** What the address says was just taken away. */
  taken: string | null;
  days: ProgrammeDays;
  /** True where the viewer is asked for their password before they make a coordinator. */
  asks: boolean;
  /** The programme from whose page one came; null where from none. */
  from: number | null;
  /** True of whoever has nothing yet: a role is what they are given first, and its form stands open. */
  isNew: boolean;
}) {
  const t = await getTranslations("person");
  const roles = await getTranslations("programmeRole");
  const locale = await getLocale();
  const takenAway = roleTaken(taken, programmes, person.roles);
  const meant = programmes.length === 1 ? programmes[0] : programmes.find(({ id }) => id === from);
  return (
    <section className="card grid gap-3">
      <h2 className="text-base">{t("roles")}</h2>
      {person.administrator ? <p>{t("administrator")}</p> : null}
      {person.roles.length === 0 ? <p className="quiet">{t("noRoles")}</p> : null}
      <ul className="grid gap-2">
        {person.roles.map((r) => (
          <li key={`${r.programmeId}${r.role}`}>
            <RemoveMemberForm className="flex flex-wrap gap-2 items-center justify-between">
              <span>
                {roles(r.role)}
                {dotBetween}
                <Say text={programmeCalled(r.title)} />
                <RoleEnd role={r} today={days.of(r.programmeId)} />
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
          <AddMemberForm className="grid gap-2" done={t("roleAdded")}>
            <p>
              {t("roleTaken", {
                role: roles(takenAway.role),
                programme: isolate(shownIn(takenAway.programme, locale), locale),
              })}
            </p>
            <Hidden name="personId" value={person.id} />
            <Hidden name="programmeId" value={takenAway.programmeId} />
            <Hidden name="role" value={takenAway.role} />
            <Hidden name="endsOn" value={takenAway.endsOn ?? ""} />
            {asks && takenAway.role === "coordinator" ? <OwnPassword /> : null}
            {takenAway.endsOn && takenAway.endsOn < days.of(takenAway.programmeId) ? null : (
              <div>
                <Submit tone="quiet" busy={t("saving")}>
                  {t("giveBack")}
                </Submit>
              </div>
            )}
          </AddMemberForm>
        </Arrived>
      ) : null}
      <details open={from !== null || (isNew && person.roles.length === 0) ? true : undefined}>
        <summary className="min-h-11 content-center">{t("addRole")}</summary>
        <AddMemberForm
          className="grid gap-3"
          done={t("roleAdded")}
          defaults={{ programmeId: String(meant?.id ?? ""), role: programmeRoles.at(-1)! }}
        >
          <Hidden name="personId" value={person.id} />
          <SelectField
            name="programmeId"
            label={t("programme")}
            options={[
              // Of several none is taken for the one that is meant.
              ...(meant ? [] : [{ value: "", label: t("chooseProgramme") }]),
              ...programmes.map((p) => ({
                value: String(p.id),
                label: shownIn(programmeCalled(p.title), locale),
              })),
            ]}
          />
          <SelectField
            name="role"
            label={t("role")}
            options={[...programmeRoles].reverse().map((r) => ({ value: r, label: roles(r) }))}
          />
          <DayField
            name="endsOn"
            label={t("roleEndsOn")}
            hint={t("roleEndsOnHint")}
            optional={t("optional")}
          />
          {asks ? <OwnPassword only="role" /> : null}
          <div>
            <Submit tone="quiet" busy={t("saving")}>
              {t("addRole")}
            </Submit>
          </div>
        </AddMemberForm>
      </details>
    </section>
  );
}
