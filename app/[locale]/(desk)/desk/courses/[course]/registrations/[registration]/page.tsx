import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { asking, keyIn, key as keySaid, type SearchParams } from "@/app/_server/asked";
import { currentContext, granted, requireContext } from "@/app/_server/context";
import { courseOfDesk } from "@/app/_server/course";
import { BrowserMessages, deskMessages } from "@/app/_ui/BrowserMessages";
import { PersonName } from "@/app/_ui/PersonName";
import { RegistrationBadge } from "@/app/_ui/StateBadges";
import * as gate from "@/lib/access/gate";
import { nameFor } from "@/lib/i18n/rules";
import { isOvertaken, registrationDetail, sameContacts, undoableDecision } from "@/lib/registrations/queries";
import { ifGranted } from "@/lib/result";
import { DecideOne } from "../DecideOne";
import { DecisionToast } from "../DecisionToast";
import { History } from "./History";
import { RegistrationFacts } from "./RegistrationFacts";

type Props = { params: Promise<{ course: string; registration: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props) {
  const cx = await currentContext();
  const key = keyIn((await params).registration);
  const registration = ifGranted(() => gate.registration(cx, "registrations.read", key));
  const found = registration && registrationDetail(cx, registration);
  return found ? { title: nameFor(found, await getLocale()) } : {};
}

const asked = asking({ decided: keySaid, undone: keySaid });

/** One registration: answers, decision, history. */
export default async function Registration({ params, searchParams }: Props) {
  const { course: key, registration: id } = await params;
  const cx = await requireContext(
    "registrations.read",
    `/desk/courses/${encodeURIComponent(key)}/registrations/${encodeURIComponent(id)}`,
  );
  const course = courseOfDesk(cx, keyIn(key));
  const registration = granted(() => gate.registration(cx, "registrations.read", keyIn(id)));
  if (!course || registration.courseId !== course.id) notFound();
  const r = registrationDetail(cx, registration);
  const { decided, undone } = await asked(searchParams);
  const here = `/desk/courses/${course.id}/registrations/${r.id}`;
  return (
    <BrowserMessages of={[...deskMessages, "decisions"]}>
      <div className="grid gap-6 max-w-2xl">
        <div className="grid gap-2">
          <p>
            <RegistrationBadge state={r.state} />
          </p>
          <h2 data-arrive>
            <Link href={`/desk/people/${r.personId}`} prefetch={false}>
              <PersonName name={r.name} latinName={r.latinName} />
            </Link>
          </h2>
        </div>
        <DecisionToast
          courseId={course.id}
          at={decided}
          decided={undoableDecision(cx, registration.course, decided)}
          undone={undone}
          overtaken={isOvertaken(cx, registration.course, decided)}
          back={here}
        />
        <DecideOne key={decided} course={course} registration={r} back={here} />
        <RegistrationFacts
          course={course}
          registration={r}
          same={sameContacts(cx, registration.course).get(r.id) ?? []}
          showing={(other) => `/desk/courses/${course.id}/registrations/${other}`}
        />
        <History history={r.history} zone={course.zone} />
      </div>
    </BrowserMessages>
  );
}
