import { useLocale, useTranslations } from "next-intl";
import { Fact } from "@/app/_ui/Fact";
import { MailTo } from "@/app/_ui/Mail";
import { NumberToQuote } from "@/app/_ui/NumberToQuote";
import { PhoneNumber } from "@/app/_ui/PhoneNumber";
import { Pieces } from "@/app/_ui/Pieces";
import { Say } from "@/app/_ui/Say";
import { Written } from "@/app/_ui/Written";
import type { Course } from "@/lib/courses/queries";
import { moment } from "@/lib/i18n/format";
import { dotBetween, inLanguage } from "@/lib/i18n/rules";
import type { registrationDetail, SameContact } from "@/lib/registrations/queries";
import { SameContacts } from "../SameContacts";

export type OneRegistration = ReturnType<typeof registrationDetail>;
type Question = Course["questions"][number];

/** What somebody said when they registered, with the answers to the course's questions. */
export function RegistrationFacts({
  course,
  registration: r,
  same,
  showing,
  narrow = false,
}: {
  course: Course;
  registration: OneRegistration;
  /** With whom the person shares a contact in this course, and where each of them is shown. */
  same: readonly SameContact[];
  showing: (id: number) => string;
  /** True beside a list, where there is room for one column. */
  narrow?: boolean;
}) {
  const locale = useLocale();
  const t = useTranslations("registrations");
  const g = useTranslations("groups");
  const answerText = (value: string, q: Question) =>
    q.kind === "text"
      ? value
      : q.kind === "yes_no"
        ? t(value === "yes" ? "yes" : "no")
        : inLanguage(q.options[Number(value)] ?? { own: "en" }, locale).text;
  return (
    <dl className={narrow ? "grid gap-3" : "card grid gap-4 sm:grid-cols-2"}>
      <Fact label={t("number")}>
        <NumberToQuote course={course.id} number={r.number} />
      </Fact>
      <Fact label={t("organisation")}>
        <Written>{r.organisation ?? "–"}</Written>
      </Fact>
      {r.group ? (
        <Fact label={g("into")}>
          <Written>{r.group}</Written>
        </Fact>
      ) : null}
      <Fact label={t("contact")}>
        {r.phone || r.email ? (
          <Pieces>
            {r.phone ? <PhoneNumber phone={r.phone} /> : null}
            {r.email ? <MailTo address={r.email} /> : null}
          </Pieces>
        ) : (
          "–"
        )}
        <SameContacts courseId={course.id} others={same} showing={showing} />
      </Fact>
      {r.needs ? (
        <Fact label={t("needs")}>
          <Written>{r.needs}</Written>
        </Fact>
      ) : null}
      <Fact label={t("consent")}>
        {r.consentAt === null
          ? t("noConsent")
          : t("consentGiven", {
              at: moment(r.consentAt, course.zone, locale),
              // No line ends within it.
              version: r.consentVersion?.replace("-", "\u2011") ?? "",
            })}
        {dotBetween}
        {r.photoConsent ? t("photosYes") : t("photosNo")}
      </Fact>
      {course.questions
        .filter((q) => r.answers[q.id])
        .map((q) => (
          <Fact key={q.id} label={<Say text={q.label} />}>
            <Written className="whitespace-pre-line">{answerText(r.answers[q.id]!, q)}</Written>
          </Fact>
        ))}
    </dl>
  );
}
