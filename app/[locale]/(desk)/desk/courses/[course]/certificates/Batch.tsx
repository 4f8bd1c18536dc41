import { CheckCircle2, ChevronLeft, ChevronRight, Languages, PenLine, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import type { CertificateDraft, Completion } from "@/lib/certificates/queries";
import { batchWord } from "@/lib/certificates/rules/batch";
import { mayPrepare } from "@/lib/certificates/rules/preparing";
import type { Course } from "@/lib/courses/queries";
import { allows, isApproved } from "@/lib/courses/rules";
import { languageName, list } from "@/lib/i18n/format";
import { dotBetween, isolate, type Locale, locales, nameFor } from "@/lib/i18n/rules";
import { EarlyReason } from "./EarlyReason";
import { IssueForm, PrepareForm } from "./forms";
import "./certificates.css";

type Props = {
  course: Course;
  completion: Completion;
  drafts: readonly CertificateDraft[];
  /** Which of the sheets is shown, from 1. */
  sheet: number;
  today: string;
  mayEditCourse: boolean;
};

/** The sheets that are made in one step: how they will look, what was checked, and the one button. */
export function Batch({ course, completion, drafts, sheet, today, mayEditCourse }: Props) {
  const t = useTranslations("certificates");
  const p = useTranslations("certificatePage.batch");
  const preparing = mayPrepare(course, today);
  const may = isApproved(course) && (preparing || allows(course.state, "certify"));
  return (
    <section id="batch" className="batch print:hidden" aria-labelledby="batch-title">
      <header className="batch-head">
        <h2 id="batch-title" className="text-lg">
          {drafts.length === 0 && completion.issued.length > 0
            ? p("noFurther")
            : p(course.state === "running" && drafts.length > 0 ? "closing" : "title", {
                count: drafts.length,
              })}
        </h2>
        {drafts.length > 0 ? <span className="quiet">{p("kind")}</span> : null}
      </header>
      {drafts.length > 0 ? (
        <>
          <Preview courseId={course.id} drafts={drafts} sheet={sheet} />
          <Checks course={course} completion={completion} drafts={drafts} mayEditCourse={mayEditCourse} />
        </>
      ) : null}
      {may ? (
        <div className={drafts.length > 0 ? "batch-foot" : "batch-done"}>
          {preparing ? (
            <PrepareForm>
              <Hidden name="courseId" value={course.id} />
              <div>
                <Submit busy={t("preparing")}>{t("prepare", { count: completion.toPrepare.length })}</Submit>
              </div>
            </PrepareForm>
          ) : (
            <IssueForm>
              <Hidden name="courseId" value={course.id} />
              <Hidden
                name="foreseen"
                value={batchWord(completion.ready.map((person) => person.registrationId))}
              />
              {drafts.length > 0 ? (
                <>
                  <EarlyReason course={course} today={today} />
                  <div>
                    <Submit busy={t("issuing")}>{t("issue", { count: drafts.length })}</Submit>
                  </div>
                </>
              ) : null}
            </IssueForm>
          )}
        </div>
      ) : null}
    </section>
  );
}

/** One sheet as it would be printed, with the ways to the others; the longest name comes first. */
function Preview({ courseId, drafts, sheet }: Pick<Props, "drafts" | "sheet"> & { courseId: number }) {
  const locale = useLocale() as Locale;
  const p = useTranslations("certificatePage.batch");
  const at = Math.min(Math.max(1, sheet), drafts.length);
  const shown = drafts[at - 1];
  const way = (to: number, label: string, sign: ReactNode) =>
    to < 1 || to > drafts.length ? (
      <span className="batch-way" />
    ) : (
      <Link
        href={`?sheet=${to}#batch`}
        prefetch={false}
        scroll={false}
        className="batch-way"
        aria-label={label}
      >
        {sign}
      </Link>
    );
  return (
    <div className="batch-preview">
      {/* biome-ignore lint/performance/noImgElement: drawn anew for whoever may see it; there is nothing to optimise. */}
      <img
        src={`/api/files/certificates/${courseId}/preview?sheet=${at}`}
        alt={p("alt", { name: isolate(shown ? nameFor(shown.facts, locale) : "", locale) })}
        width={210}
        height={297}
        loading="lazy"
        className="batch-sheet"
      />
      <div className="batch-ways">
        {way(at - 1, p("previous"), <ChevronLeft size={20} className="mirrored" />)}
        <span>{p(at === 1 ? "longest" : "place", { number: at, count: drafts.length })}</span>
        {way(at + 1, p("next"), <ChevronRight size={20} className="mirrored" />)}
      </div>
      <p>
        <a href={`/api/files/certificates/${courseId}?what=preview`}>{p("pdf")}</a>
      </p>
    </div>
  );
}

/** What was looked at beforehand: names, languages, signatures. */
function Checks({
  course,
  completion,
  drafts,
  mayEditCourse,
}: Pick<Props, "course" | "completion" | "drafts" | "mayEditCourse">) {
  const locale = useLocale();
  const p = useTranslations("certificatePage.batch");
  const cannot = completion.toMend.length;
  const inLanguages = locales
    .map((language) => ({ language, count: drafts.filter((draft) => draft.language === language).length }))
    .filter(({ count }) => count > 0)
    .map(({ language, count }) => p("in", { count, language: languageName(language, locale) }));
  const signatories = drafts[0]?.facts.signatories ?? [];
  return (
    <ul className="batch-checks">
      <li>
        <CheckCircle2 size={18} className="text-ok" aria-hidden />
        {p("fits")}
      </li>
      {cannot > 0 ? (
        <li>
          <TriangleAlert size={18} className="text-attention" aria-hidden />
          <a href="#names">{p("cannot", { count: cannot })}</a>
        </li>
      ) : null}
      <li>
        <Languages size={18} aria-hidden />
        {list(inLanguages, locale)}
      </li>
      <li>
        <PenLine size={18} aria-hidden />
        <span>
          {signatories.length > 0
            ? p("signed", {
                names: signatories.map(({ name }) => isolate(name, locale as Locale)).join(dotBetween),
              })
            : p("unsigned")}{" "}
          {mayEditCourse ? (
            <Link href={`/desk/courses/${course.id}/edit`} prefetch={false}>
              {p("change")}
            </Link>
          ) : null}
        </span>
      </li>
    </ul>
  );
}
