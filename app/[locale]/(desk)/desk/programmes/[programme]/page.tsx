import { Pencil } from "lucide-react";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, keyIn, oneOf, type SearchParams, text } from "@/app/_server/asked";
import { currentContext, granted, requireContext } from "@/app/_server/context";
import { NextPage } from "@/app/_ui/kit/NextPage";
import { Notice } from "@/app/_ui/kit/Notice";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { PersonName } from "@/app/_ui/PersonName";
import { RoleEnd } from "@/app/_ui/RoleEnd";
import { Say } from "@/app/_ui/Say";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import { countryName, list, saidAsCountry, shortRange } from "@/lib/i18n/format";
import { colon, dotBetween, shownIn } from "@/lib/i18n/rules";
import { dayInProgramme, programmeDetail, programmeNumbers } from "@/lib/programmes/queries";
import { programmeCalled } from "@/lib/programmes/rules";
import { ifGranted } from "@/lib/result";
import { lacksTrainers } from "@/lib/stages/queries/withoutRole";
import { issuesBeyond, issuesToCome } from "@/lib/timetable/queries";
import { Coming } from "./_numbers/Coming";
import { Indicators } from "./_numbers/Indicators";
import { OpenInPlans } from "./_numbers/OpenInPlans";
import { Places } from "./_numbers/Places";
import { Quarters } from "./_numbers/Quarters";
import { Shared } from "./_numbers/Shared";
import { ToMend } from "./_numbers/ToMend";
import { Tools } from "./_numbers/Tools";
import { Ended } from "./Ended";

type Params = { params: Promise<{ programme: string }> };

const asked = asking({ members: text, said: oneOf(["sharesNoLonger"]) });

export async function generateMetadata({ params }: Params) {
  const cx = await currentContext();
  const key = keyIn((await params).programme);
  const t = await getTranslations("programmes");
  const programme = ifGranted(() => gate.programme(cx, "programmes.read", key));
  const name = programme && shownIn(programmeCalled(programme.title), await getLocale());
  return { title: name && t("pageTitle", { code: name }) };
}

/** One programme in numbers: what it came to, whom it reached, what is coming up, what is missing; and who works in it. */
export default async function Programme({ params, searchParams }: Params & { searchParams: SearchParams }) {
  const { programme: key } = await params;
  const cx = await requireContext("programmes.read", `/desk/programmes/${encodeURIComponent(key)}`);
  const may = granted(() => gate.programme(cx, "programmes.read", keyIn(key)));
  const { members, said } = await asked(searchParams);
  const programme = programmeDetail(cx, may, members);
  const today = dayInProgramme(cx, programme.id);
  const numbers = programmeNumbers(cx, may, today);
  const plans = gate.mayInProgramme(cx, "timetable.edit", programme.id);
  const inPlans = plans ? issuesToCome(cx, may, today) : [];
  const locale = await getLocale();
  const name = shownIn(programmeCalled(programme.title), locale);
  const t = await getTranslations("programmes");
  const k = await getTranslations("templates");
  const g = await getTranslations("gates");
  const c = await getTranslations("cascade");
  const roles = await getTranslations("programmeRole");
  return (
    <div className="grid gap-6">
      <PageHead
        title={<Say text={programmeCalled(programme.title)} />}
        under={
          <>
            {name === programme.code ? null : (
              <>
                {t("code")}
                {colon(locale)}
                <bdi>{programme.code}</bdi>
                {name === shownIn(programme.title, locale) ? null : dotBetween}
              </>
            )}
            {name === shownIn(programme.title, locale) ? null : <Say text={programme.title} />}
            <span className="block">
              {[
                list(
                  programme.countries.map((c) => countryName(c, locale)),
                  locale,
                ),
                programme.startsOn && programme.endsOn
                  ? shortRange(programme.startsOn, programme.endsOn, locale)
                  : null,
              ]
                .filter(Boolean)
                .join(dotBetween)}
              {programme.donor ? (
                <>
                  {dotBetween}
                  <Written>{saidAsCountry(programme.donor, locale)}</Written>
                </>
              ) : null}
            </span>
          </>
        }
        action={
          <div className="flex flex-wrap gap-3">
            <Link href={`/desk/cascade?programme=${programme.id}`} prefetch={false} className="button">
              {c("ofProgramme")}
            </Link>
            {gate.mayInProgramme(cx, "programmes.edit", programme.id) ? (
              <>
                <Link href={`/desk/programmes/${programme.id}/templates`} prefetch={false} className="button">
                  {k("title")}
                </Link>
                <Link href={`/desk/programmes/${programme.id}/gates`} prefetch={false} className="button">
                  {g("title")}
                </Link>
                {lacksTrainers(cx, gate.programme(cx, "programmes.edit", programme.id)) ? (
                  <Link
                    href={`/desk/programmes/${programme.id}/candidates`}
                    prefetch={false}
                    className="button"
                  >
                    {(await getTranslations("roleMissing"))("title")}
                  </Link>
                ) : null}
                <Link href={`/desk/programmes/${programme.id}/edit`} prefetch={false} className="button">
                  <Pencil size={18} aria-hidden />
                  {t("edit")}
                </Link>
              </>
            ) : null}
          </div>
        }
      />
      {said ? (
        <div role="alert">
          <Notice tone="stop">
            {(await getTranslations("sharing"))("leftAlready", {
              programme: name,
            })}
          </Notice>
        </div>
      ) : null}
      <Ended endsOn={programme.endsOn} today={today} />
      <Indicators numbers={numbers} programme={programme} today={today} />
      <div className="grid gap-6 lg:grid-cols-[3fr_2fr] items-start">
        <Quarters quarters={numbers.quarters} />
        <Places places={numbers.places} />
      </div>
      <div className="grid gap-6 md:grid-cols-2 lg:grid-cols-3 items-start">
        <Tools tools={numbers.tools} />
        <div className="grid gap-6">
          <Coming courses={numbers.coming} />
          <Shared courses={numbers.shared} />
        </div>
        <div className="grid gap-6">
          {plans ? <OpenInPlans courses={inPlans} beyond={issuesBeyond(cx, may, today)} /> : null}
          <ToMend
            numbers={numbers}
            inPlans={inPlans.reduce((sum, { open }) => sum + open, 0)}
            withoutCoordinator={!programme.hasCoordinator}
          />
        </div>
      </div>
      <section className="grid gap-2">
        <h2 id="members">
          {t("members")} <span className="quiet tabular-nums">({programme.memberCount})</span>
        </h2>
        <p className="quiet">
          {t("membersHint")}{" "}
          <Link href={`/desk/programmes/${programme.id}/roles`} prefetch={false}>
            {t("reviewRoles")}
          </Link>
        </p>
        <ul className="card grid gap-x-6 gap-y-1 sm:grid-cols-2 lg:grid-cols-3">
          {programme.members.map((m) => (
            <li key={`${m.personId}${m.role}`}>
              <Link href={`/desk/people/${m.personId}?programme=${programme.id}`} prefetch={false}>
                <PersonName name={m.name} latinName={m.latinName} inLine />
              </Link>{" "}
              <span className="quiet">{roles(m.role)}</span>
              <RoleEnd role={{ endsOn: m.endsOn, programmeEndsOn: null }} today={today} />
            </li>
          ))}
        </ul>
        {programme.next === null ? null : (
          <NextPage
            href={`/desk/programmes/${programme.id}?members=${encodeURIComponent(programme.next)}#members`}
          />
        )}
      </section>
    </div>
  );
}
