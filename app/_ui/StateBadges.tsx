import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleDot,
  CircleHelp,
  CirclePause,
  CircleX,
  Clock,
  FlaskConical,
  Hash,
  Hourglass,
  type LucideIcon,
  Play,
  RefreshCw,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { CertificateStatus } from "@/lib/certificates/rules";
import {
  type CountedBy,
  type CourseState,
  deskState,
  isApproved,
  isTentative,
  type ShownState,
} from "@/lib/courses/rules";
import type { OwnState, RegistrationState } from "@/lib/registrations/rules";
import { Badge, type Tone } from "./kit/Badge";

const courseLooks: Record<ShownState, [Tone, LucideIcon]> = {
  draft: ["neutral", CircleDashed],
  open: ["ok", CircleDot],
  registration_over: ["neutral", CircleDot],
  running: ["info", Play],
  held: ["neutral", CircleDot],
  closed: ["neutral", CircleCheck],
  cancelled: ["stop", Ban],
};

/** State of a course. */
export function CourseBadge({ state }: { state: ShownState }) {
  const t = useTranslations("courseState");
  const [tone, icon] = courseLooks[state];
  return (
    <Badge tone={tone} icon={icon}>
      {t(state)}
    </Badge>
  );
}

/** That it is not certain yet that a course takes place; nothing where it is. */
export function TentativeBadge({ course }: { course: Parameters<typeof isTentative>[0] }) {
  const t = useTranslations("goAhead");
  return isTentative(course) ? (
    <Badge tone="attention" icon={CircleHelp}>
      {t("tentative")}
    </Badge>
  ) : null;
}

/** That a trainer's workshop awaits approval. */
export function AwaitsBadge() {
  const t = useTranslations("workshop");
  return (
    <Badge tone="attention" icon={Hourglass}>
      {t("awaits")}
    </Badge>
  );
}

/** What a trainer's workshop is besides its state: that it awaits approval, that it was recorded after it was held. */
export function WorkshopBadges({
  course,
  turnedDown,
}: {
  course: { state: CourseState; approvedAt: number | null; enteredAfterwards: boolean };
  /** True where a coordinator turned it down: a trainer who cancels their own workshop before it is approved was refused nothing. */
  turnedDown: boolean;
}) {
  const t = useTranslations("workshop");
  return (
    <>
      {isApproved(course) ? null : course.state !== "cancelled" ? (
        <AwaitsBadge />
      ) : turnedDown ? (
        <Badge tone="stop" icon={CircleX}>
          {t("turnedDown")}
        </Badge>
      ) : null}
      {course.enteredAfterwards ? <Badge tone="neutral">{t("enteredAfterwards")}</Badge> : null}
    </>
  );
}

const registrationLooks: Record<RegistrationState, [Tone, LucideIcon]> = {
  nominated: ["neutral", CircleDashed],
  applied: ["attention", CircleDot],
  to_confirm: ["attention", CircleDashed],
  shortlisted: ["info", CircleDot],
  accepted: ["ok", CircleCheck],
  waiting: ["attention", Hourglass],
  declined: ["stop", CircleX],
  withdrawn: ["neutral", Ban],
  attended: ["ok", CircleCheck],
  no_show: ["stop", CircleX],
};

/** State of a registration. */
export function RegistrationBadge({ state }: { state: RegistrationState }) {
  const t = useTranslations("registrationState");
  const [tone, icon] = registrationLooks[state];
  return (
    <Badge tone={tone} icon={icon}>
      {t(state)}
    </Badge>
  );
}

const ownLooks: Record<OwnState, [Tone, LucideIcon]> = {
  ...registrationLooks,
  nominated: ["attention", Hourglass],
  applied: ["attention", Hourglass],
  to_confirm: ["attention", Hourglass],
  planned: ["info", CircleCheck],
  awaits: ["attention", Hourglass],
  running: ["info", Play],
  over: ["neutral", CircleCheck],
  cancelled: ["stop", Ban],
};

/** How a registration stands, in the words of whoever takes part. */
export function OwnStateBadge({ state }: { state: OwnState }) {
  const t = useTranslations("ownState");
  const [tone, icon] = ownLooks[state];
  return (
    <Badge tone={tone} icon={icon}>
      {t(state)}
    </Badge>
  );
}

const certificateLooks: Record<CertificateStatus, [Tone, LucideIcon]> = {
  valid: ["ok", CircleCheck],
  suspended: ["stop", CirclePause],
  expired: ["attention", Clock],
  revoked: ["stop", CircleX],
  replaced: ["info", RefreshCw],
  renewed: ["info", RefreshCw],
  prepared: ["neutral", Hourglass],
  void: ["stop", Ban],
};

/** What a certificate is worth. */
export function CertificateBadge({ status }: { status: CertificateStatus }) {
  const t = useTranslations("certificateStatus");
  const [tone, icon] = certificateLooks[status];
  return (
    <Badge tone={tone} icon={icon}>
      {t(status)}
    </Badge>
  );
}

/**
 * State of a course; of a recorded one that should not be there, that it was taken out. Nothing where a workshop would be
 * open and awaits approval: nobody can register yet.
 */
export function StateBadge({
  course,
  today,
}: {
  course: { state: CourseState; countedBy: CountedBy; approvedAt: number | null; endsOn: string | null };
  /** The civil day at the course's place. */
  today: string;
}) {
  const t = useTranslations("record");
  if (course.state === "open" && !isApproved(course)) return null;
  if (course.countedBy === "people" || course.state !== "cancelled")
    return <CourseBadge state={deskState(course, today)} />;
  return (
    <Badge tone="stop" icon={Ban}>
      {t("takenOut")}
    </Badge>
  );
}

/** Marks a course of which numbers are known and no people. */
export function NumbersMark() {
  const t = useTranslations("record");
  return (
    <Badge tone="info" icon={Hash}>
      {t("mark")}
    </Badge>
  );
}

/** Marks invented people and rolls. */
export function FictionalMark() {
  const t = useTranslations("demo");
  return (
    <Badge tone="attention" icon={FlaskConical}>
      {t("fictional")}
    </Badge>
  );
}
