import { getLocale, getTranslations } from "next-intl/server";
import { asking, oneOf, type SearchParams } from "@/app/_server/asked";
import { granted, publicContext } from "@/app/_server/context";
import { readersZone } from "@/app/_server/zone";
import { Contact } from "@/app/_ui/Contact";
import { CourseDates, CoursePlace } from "@/app/_ui/CourseLine";
import { CertificateLinks } from "@/app/_ui/FollowedCourse";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { Say } from "@/app/_ui/Say";
import { SeenBySharers } from "@/app/_ui/SharedWith";
import * as gate from "@/lib/access/gate";
import { allows, isApproved } from "@/lib/courses/rules";
import { processSettings } from "@/lib/env/settings";
import { dotBetween, inLanguage, nameInSentence, shownIn } from "@/lib/i18n/rules";
import { followRegistration } from "@/lib/registrations/queries";
import { holdsSeat, mayComeBack, mayLeadToCertificate, mayLeave } from "@/lib/registrations/rules";
import { ifGranted } from "@/lib/result";
import { ownPlan } from "@/lib/stages/queries";
import { isAskedForPlan } from "@/lib/stages/rules/plan";
import { clock } from "@/lib/time/clock";
import { dayAt } from "@/lib/time/zone";
import { ComeBack } from "./ComeBack";
import { History } from "./History";
import { Keep } from "./Keep";
import { NoCertificate } from "./NoCertificate";
import { Online } from "./Online";
import { OwnPlan } from "./OwnPlan";
import { overtakenCodes } from "./overtaken";
import { Standing } from "./Standing";
import { Withdraw } from "./Withdraw";

type Props = { params: Promise<{ token: string }>; searchParams: SearchParams };

const asked = asking({
  said: oneOf(overtakenCodes),
  account: oneOf(["none", "made"]),
  plan: oneOf(["saved"]),
});

export async function generateMetadata({ params }: Props) {
  const cx = publicContext();
  const { token } = await params;
  const own = ifGranted(() => gate.ownRegistration(cx, token));
  const t = await getTranslations("follow");
  const course = own && shownIn(followRegistration(cx, own).title, await getLocale());
  return { title: course ? t("pageTitle", { course }) : t("title"), robots: { index: false } };
}

/** One's own registration, by its unguessable address: state, what happens next, certificates. No sign-in needed. */
export default async function Follow({ params, searchParams }: Props) {
  const { token } = await params;
  const { said, account, plan: planSaid } = await asked(searchParams);
  const cx = publicContext();
  const own = granted(() => gate.ownRegistration(cx, token));
  const registration = followRegistration(cx, own);
  const plan = ownPlan(cx, own);
  const locale = await getLocale();
  const t = await getTranslations("follow");
  const { state, courseState } = registration;
  const today = dayAt(clock(), registration.zone);
  const zone = await readersZone(cx);
  const address = `${processSettings().publicUrl}/registrations/${registration.token}`;
  const title = inLanguage(registration.title, locale).text;
  const course = { ...registration, state: courseState };
  /** There is a page of the course, and its calendar. */
  const isPublic = isApproved(registration) && allows(courseState, "public");
  const leaves = mayLeave(state, course, today);
  const calendar =
    isPublic && leaves
      ? `/api/files/calendar/${registration.slug}${holdsSeat(state) ? `?group=${registration.groupId ?? ""}` : ""}`
      : null;
  return (
    <div className="public-narrow grid gap-6">
      <PageHead
        title={<Say text={registration.title} />}
        under={
          <>
            <CourseDates course={registration} />
            {dotBetween}
            <CoursePlace course={registration} />
          </>
        }
      />
      {registration.certificates.length > 0 ? (
        <section className="card grid gap-3">
          <h2>{t("certificate")}</h2>
          <CertificateLinks registration={registration} today={today} token={registration.token} first />
        </section>
      ) : null}
      {account ? <p className="card">{t(account === "made" ? "accountMade" : "noAccount")}</p> : null}
      <Standing registration={registration} today={today} said={said} />
      <NoCertificate registration={registration} />
      {registration.online.length > 0 ? (
        <Online sessions={registration.online} today={today} zone={zone} />
      ) : null}
      {plan ? (
        <OwnPlan
          plan={plan}
          placed={isAskedForPlan(state)}
          over={courseState === "closed" || (registration.endsOn ?? today) < today}
          token={registration.token}
          saved={planSaid !== null}
        />
      ) : null}
      {mayComeBack(state, course, today) ? <ComeBack registration={registration} /> : null}
      <Keep
        title={title}
        address={address}
        calendar={calendar}
        ended={!mayLeadToCertificate(state, courseState) || registration.lacks.length > 0}
      />
      {registration.contact && registration.lacks.length === 0 ? (
        <Contact label={t("questions")} contact={registration.contact} />
      ) : null}
      {isPublic ? (
        <p className="quiet">
          {t("whose", { name: nameInSentence(registration, locale) })}{" "}
          <a href={`/courses/${registration.slug}`} className="inline-flex items-center min-h-11">
            {t("toCourse")}
          </a>
        </p>
      ) : null}
      <p className="empty:hidden">
        <SeenBySharers course={registration} />
      </p>
      <History registration={registration} />
      {leaves ? <Withdraw registration={registration} today={today} /> : null}
    </div>
  );
}
