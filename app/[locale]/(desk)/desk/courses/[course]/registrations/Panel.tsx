import Link from "next/link";
import { useTranslations } from "next-intl";
import { SidePanel } from "@/app/_ui/kit/SidePanel";
import { FirstName, OtherName } from "@/app/_ui/PersonName";
import { RegistrationBadge } from "@/app/_ui/StateBadges";
import type { GrantedRegistration } from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import type { Course } from "@/lib/courses/queries";
import { registrationDetail } from "@/lib/registrations/queries";
import { nextUndecided, undecidedStates } from "@/lib/registrations/rules";
import { History } from "./[registration]/History";
import { RegistrationFacts } from "./[registration]/RegistrationFacts";
import type { Listed } from "./asked";
import { DecideOne } from "./DecideOne";

/** One registration beside the list: what the person said, what happened, and what can be decided. */
export function Panel({
  cx,
  course,
  registration,
  list,
  at,
}: {
  cx: Context;
  course: Course;
  registration: GrantedRegistration<"registrations.read">;
  list: Listed;
  /** When something was decided last, after which its form is a new one. */
  at: number | null;
}) {
  const t = useTranslations("decisions");
  const r = registrationDetail(cx, registration);
  // Nowhere where the list is narrowed to others: what a colleague did meanwhile may have taken the row out of it.
  const place = list.rows.findIndex(({ id }) => id === r.id);
  const before = list.rows[place - 1];
  const after = place < 0 ? undefined : list.rows[place + 1];
  const next = nextUndecided(list.rows, r.id);
  // Whoever waits is followed by the next who does; after the last of them the list stands where they were.
  const waited = (undecidedStates as readonly string[]).includes(r.state);
  const goesOn = next ? list.showing(next.id) : waited ? list.here : list.showing(r.id);
  return (
    <SidePanel
      row={`row-${r.id}`}
      place={
        list.whole && place >= 0 ? t("placeInList", { place: place + 1, total: list.rows.length }) : null
      }
      title={<FirstName of={r} />}
      under={
        <span className="flex flex-wrap gap-2 items-center">
          <OtherName of={r} />
          <RegistrationBadge state={r.state} />
        </span>
      }
      previous={before && list.showing(before.id)}
      next={after && list.showing(after.id)}
      close={list.here}
      actions={<DecideOne key={at} course={course} registration={r} back={goesOn} few />}
    >
      <RegistrationFacts
        course={course}
        registration={r}
        same={list.same.get(r.id) ?? []}
        showing={list.showing}
        narrow
      />
      <History history={r.history} zone={course.zone} />
      <p>
        <Link href={`${list.base}/${r.id}`} prefetch={false}>
          {t("open")}
        </Link>
      </p>
      <p>
        <Link href={`/desk/people/${r.personId}`} prefetch={false}>
          {t("openPerson")}
        </Link>
      </p>
    </SidePanel>
  );
}
