import { useLocale, useTranslations } from "next-intl";
import { isTentative } from "@/lib/courses/rules";
import { fullDay } from "@/lib/i18n/format";
import { isolate, type Locale } from "@/lib/i18n/rules";
import { programmeInSentence } from "@/lib/programmes/rules";
import type { FollowedRegistration } from "@/lib/registrations/queries";
import { ownState, undecidedStates } from "@/lib/registrations/rules";
import { dayAt } from "@/lib/time/zone";

type Registration = Pick<
  FollowedRegistration,
  | "state"
  | "courseState"
  | "startsOn"
  | "endsOn"
  | "decideBy"
  | "confirmedAt"
  | "approvedAt"
  | "registeredAt"
  | "zone"
  | "programmeTitle"
  | "waitingNumber"
  | "ownWorkshop"
>;

/** How a registration stands on a civil day, as whoever takes part reads it. */
export const standingOf = ({ courseState, ...registration }: Registration, today: string) =>
  ownState(registration.state, { ...registration, state: courseState }, today);

/** What happens next with a registration: when it was sent and who decides, that there is a place, or how it ended. */
export function WhatIsNext({ registration, today }: { registration: Registration; today: string }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("follow");
  const g = useTranslations("goAhead");
  const standing = standingOf(registration, today);
  if (standing === "accepted" && isTentative({ ...registration, state: registration.courseState }))
    return g("ownPlace");
  if (standing === "cancelled") return t("courseCancelled");
  if (standing === "planned" || standing === "awaits" || standing === "running" || standing === "over")
    return t(`nextAccepted.${standing}`, { workshop: registration.ownWorkshop ? "yes" : "no" });
  return t(`next.${standing}`, {
    place: registration.waitingNumber ?? 0,
    day: isolate(fullDay(dayAt(registration.registeredAt, registration.zone), locale), locale),
    programme: programmeInSentence(registration.programmeTitle, locale),
  });
}

/** The same where it is in doubt: while somebody decides, or the course is being planned. In lists the badge says the rest. */
export function WhatIsAwaited(props: { registration: Registration; today: string }) {
  const { state } = props.registration;
  const standing = standingOf(props.registration, props.today);
  const open = standing === "planned" || standing === "awaits" || standing === "waiting";
  const undecided = standing === state && (undecidedStates as readonly string[]).includes(state);
  return open || undecided ? <WhatIsNext {...props} /> : null;
}
