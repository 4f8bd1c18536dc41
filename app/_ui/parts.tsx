import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleDot,
  CircleX,
  Clock,
  FlaskConical,
  Hourglass,
  type LucideIcon,
  Play,
  RefreshCw,
  TriangleAlert,
} from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type CertificateStatus, groupSerial } from "@/lib/certificates/rules";
import { type CourseState, isApproved, type ShownState } from "@/lib/courses/rules";
import { countryName, dateRange, shortRange } from "@/lib/i18n/format";
import { inLanguage, type Locale, type Translated, typographic } from "@/lib/i18n/rules";
import type { RegistrationState } from "@/lib/registrations/rules";
import { Written } from "./Written";

type Tone = "ok" | "attention" | "stop" | "info" | "neutral";
const tones: Record<Tone, string> = {
  ok: "bg-ok-tint text-ok",
  attention: "bg-attention-tint text-attention",
  stop: "bg-stop-tint text-stop",
  info: "bg-info-tint text-info",
  neutral: "bg-neutral-tint text-neutral",
};

/** A state as a word and a shape on a tint. */
export function Badge({
  tone,
  icon: Icon,
  children,
}: {
  tone: Tone;
  icon?: LucideIcon;
  children: ReactNode;
}) {
  return (
    <span
      className={`inline-flex items-center gap-1 rounded-full px-2.5 py-0.5 text-xs font-semibold whitespace-nowrap ${tones[tone]}`}
    >
      {Icon ? <Icon size={14} /> : null}
      {children}
    </span>
  );
}

const courseLooks: Record<ShownState, [Tone, LucideIcon]> = {
  draft: ["neutral", CircleDashed],
  open: ["ok", CircleDot],
  registration_over: ["neutral", CircleDot],
  running: ["info", Play],
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

/** What a trainer's workshop is besides its state: that it awaits approval, that it was recorded after it was held. */
export function WorkshopBadges({
  course,
}: {
  course: { state: CourseState; approvedAt: number | null; enteredAfterwards: boolean };
}) {
  const t = useTranslations("workshop");
  return (
    <>
      {isApproved(course) ? null : course.state === "cancelled" ? (
        <Badge tone="stop" icon={CircleX}>
          {t("turnedDown")}
        </Badge>
      ) : (
        <Badge tone="attention" icon={Hourglass}>
          {t("awaits")}
        </Badge>
      )}
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

const certificateLooks: Record<CertificateStatus, [Tone, LucideIcon]> = {
  valid: ["ok", CircleCheck],
  expired: ["attention", Clock],
  revoked: ["stop", CircleX],
  replaced: ["info", RefreshCw],
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

/** A text kept in several languages, for this reader; one in another language says so to the browser. */
export function Say({ text }: { text: Translated }) {
  const locale = useLocale() as Locale;
  const { text: said, language } = inLanguage(text, locale);
  const printed = typographic(said, language);
  return language === locale ? (
    printed
  ) : (
    <span lang={language} dir="auto">
      {printed}
    </span>
  );
}

/** A person's name, whatever its script, with the Latin form where there is one. */
export function PersonName({ name, latinName }: { name: string; latinName?: string | null }) {
  return (
    <>
      <Written>{name}</Written>
      {latinName ? (
        <span className="quiet block">
          <bdi dir="ltr">{latinName}</bdi>
        </span>
      ) : null}
    </>
  );
}

/** Several people in a line, each name by itself whatever its script. */
export function Names({ people }: { people: readonly { id: number; name: string }[] }) {
  return people.map((person, i) => (
    <span key={person.id}>
      {i > 0 ? " · " : null}
      <Written>{person.name}</Written>
    </span>
  ));
}

/** A serial in groups, always left to right. */
export const Serial = ({ serial }: { serial: string }) => (
  <bdi dir="ltr" className="font-mono whitespace-nowrap">
    {groupSerial(serial)}
  </bdi>
);

type Dated = {
  startsOn: string | null;
  endsOn: string | null;
  year: number | null;
  datesNote: Translated | null;
};

/** When a course is: its dates, or what is known of them. */
export function CourseDates({ course, short = false }: { course: Dated; short?: boolean }) {
  const locale = useLocale();
  const t = useTranslations("course");
  if (course.startsOn && course.endsOn) {
    const [first, ...last] = (short ? shortRange : dateRange)(course.startsOn, course.endsOn, locale).split(
      " ",
    );
    return (
      <bdi>
        <span className="whitespace-nowrap">{first}</span>
        {last.length > 0 ? " " : null}
        <span className="whitespace-nowrap">{last.join(" ")}</span>
      </bdi>
    );
  }
  return (
    <>
      {course.year ?? (course.datesNote ? null : t("datesUnknown"))}
      {course.year && course.datesNote ? " · " : null}
      {course.datesNote ? <Say text={course.datesNote} /> : null}
    </>
  );
}

/** Where a course is: place (where known) and country, or online. */
export function CoursePlace({
  course,
}: {
  course: { place: Translated; country: string; mode: "venue" | "online" };
}) {
  const locale = useLocale() as Locale;
  const t = useTranslations("course");
  const place = inLanguage(course.place, locale).text;
  const country = countryName(course.country, locale);
  const where = !place || place === country ? country : t("placeInCountry", { place, country });
  return course.mode === "online" ? t("onlineFrom", { place: where }) : where;
}

/** Tools as small labels. */
export function ToolBadges({
  tools,
}: {
  tools: readonly { code: string; version: string; country: string; title: Translated }[];
}) {
  return (
    <span className="inline-flex flex-wrap gap-1">
      {tools.map((tool) => (
        <span
          key={`${tool.code}${tool.version}${tool.country}`}
          className="rounded border border-line px-1.5 text-xs font-semibold"
        >
          <bdi>
            <Say text={tool.title} />
          </bdi>
        </span>
      ))}
    </span>
  );
}

/** A sentence that stands out. */
export function Notice({
  tone = "info",
  title,
  children,
}: {
  tone?: Tone;
  title?: string;
  children: ReactNode;
}) {
  return (
    <div className={`rounded-card p-3 ${tones[tone]} flex gap-2`}>
      <TriangleAlert size={20} className="shrink-0 mt-0.5" />
      <div className="grid gap-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        <div>{children}</div>
      </div>
    </div>
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

/** A list that has nothing yet: says so, and what to do next. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="card text-center py-8 grid gap-3 justify-items-center">
      <p className="font-semibold">{title}</p>
      {children ? <div className="quiet grid gap-3 justify-items-center">{children}</div> : null}
    </div>
  );
}

/** Title of a page with its main action at the end side. */
export function PageHead({
  title,
  under,
  action,
}: {
  title: ReactNode;
  under?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 mb-6">
      <div className="grid gap-1 min-w-0">
        <h1>{title}</h1>
        {under ? <div className="quiet">{under}</div> : null}
      </div>
      {action}
    </div>
  );
}

/** A pair of name and value in a list of facts. */
export function Fact({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="grid gap-0.5 content-start">
      <dt className="quiet">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
