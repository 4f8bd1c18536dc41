import { CalendarPlus, MessageCircle } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { granted, ifGranted, publicContext } from "@/app/_server/context";
import { CourseDates, CoursePlace } from "@/app/_ui/CourseLine";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { Say } from "@/app/_ui/Say";
import * as gate from "@/lib/access/gate";
import { isApproved } from "@/lib/courses/rules";
import { processSettings } from "@/lib/env/settings";
import { inLanguage, isolate, shownIn } from "@/lib/i18n/rules";
import { followRegistration } from "@/lib/registrations/queries";
import { courseTime, mayComeBack, mayWithdraw } from "@/lib/registrations/rules";
import { clock } from "@/lib/time/clock";
import { dayAt } from "@/lib/time/zone";
import { ComeBack } from "./ComeBack";
import { History } from "./History";
import { Standing } from "./Standing";
import { Withdraw } from "./Withdraw";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata({ params }: Props) {
  const cx = publicContext();
  const { token } = await params;
  const own = ifGranted(() => gate.ownRegistration(cx, token));
  const t = await getTranslations("follow");
  const course = own && shownIn(followRegistration(cx, own).title, await getLocale());
  return { title: course ? t("pageTitle", { course }) : t("title"), robots: { index: false } };
}

/** One's own registration, by its unguessable address: state, what happens next, certificates. No sign-in needed. */
export default async function Follow({ params }: Props) {
  const { token } = await params;
  const cx = publicContext();
  const registration = followRegistration(
    cx,
    granted(() => gate.ownRegistration(cx, token)),
  );
  const locale = await getLocale();
  const t = await getTranslations("follow");
  const { state, courseState } = registration;
  const today = dayAt(clock(), registration.zone);
  const address = `${processSettings().publicUrl}/registrations/${registration.token}`;
  const title = inLanguage(registration.title, locale).text;
  const course = { ...registration, state: courseState };
  const mayLeave = mayWithdraw(state, courseState);
  return (
    <div className="grid gap-6 max-w-2xl">
      <PageHead
        title={
          isApproved(registration) ? (
            <a href={`/courses/${registration.slug}`}>
              <Say text={registration.title} />
            </a>
          ) : (
            <Say text={registration.title} />
          )
        }
        under={
          <>
            <CourseDates course={registration} /> · <CoursePlace course={registration} />
          </>
        }
      />
      <Standing registration={registration} today={today} />
      {mayComeBack(state, course, today) ? <ComeBack registration={registration} /> : null}
      <p className="quiet">{t("keepAddress")}</p>
      {isApproved(registration) ? (
        <p className="quiet">
          {t("whose", { name: isolate(registration.name, locale) })}{" "}
          <a href={`/courses/${registration.slug}`}>{t("toCourse")}</a>
        </p>
      ) : null}
      <p className="flex flex-wrap gap-3">
        <a
          href={`https://wa.me/?text=${encodeURIComponent(`${title}\n${address}`)}`}
          target="_blank"
          rel="noreferrer"
          className="button"
        >
          <MessageCircle size={18} />
          {t("whatsapp")}
        </a>
        {isApproved(registration) && mayLeave && courseTime(course, today) !== "over" ? (
          <a href={`/api/files/calendar/${registration.slug}`} className="button">
            <CalendarPlus size={18} />
            {t("calendar")}
          </a>
        ) : null}
      </p>
      <History registration={registration} />
      {mayLeave ? <Withdraw registration={registration} today={today} /> : null}
    </div>
  );
}
