"use client";

import { useLocale, useTranslations } from "next-intl";
import type { FormProps } from "@/app/_ui/form/Form";
import { Hidden, Submit, TextArea } from "@/app/_ui/form/fields";
import { useFrame } from "@/app/_ui/form/frame";
import { useErrorText } from "@/app/_ui/form/useErrorText";
import { WhoseForm } from "@/app/_ui/form/WhoseForm";
import { Notice } from "@/app/_ui/kit/Notice";
import { Written } from "@/app/_ui/Written";
import type { ListedPaper, ReadPapers } from "@/lib/faults";
import { fullDay } from "@/lib/i18n/format";
import { inLanguage, type Locale, nameInSentence } from "@/lib/i18n/rules";
import { isCivilDay } from "@/lib/time/civil";
import { enterCertifiedBeforeList } from "./actions";

/** The most papers of one list (`mostPapers`), said by the page: what reads a list stays with the server. */
type Most = { max: number };

/** A list of certifications from before: pasted, read as it was understood, then entered. */
export function PapersForm({
  max,
  programmeId,
  ...props
}: Omit<FormProps, "children"> & Most & { programmeId: number }) {
  const t = useTranslations("papers");
  return (
    <WhoseForm action={enterCertifiedBeforeList} className="grid gap-4" {...props}>
      <Hidden name="programmeId" value={programmeId} />
      <TextArea name="list" label={t("list")} hint={t("listHint", { max })} rows={10} />
      <Read max={max} />
      <Send />
    </WhoseForm>
  );
}

/** The list as it came back with the answer; null where none was sent yet, or something else was amiss. */
function usePapers(): ReadPapers | null {
  const { list } = useFrame().faults;
  return list?.code === "papersToRead" ? list.papers : null;
}

const isWrong = ({ faults, wrong }: ListedPaper) => faults.length + wrong.length > 0;

/** True of a list of which every line is entered as it was understood. */
const isRight = ({ rows, beyond }: ReadPapers) => beyond === null && !rows.some(isWrong);

/** The button for what comes next, with what was shown: another list is shown first. */
function Send() {
  const t = useTranslations("papers");
  const papers = usePapers();
  const right = papers !== null && isRight(papers);
  return (
    <>
      <Hidden name="checked" value={right ? papers.checked : ""} />
      <div>
        <Submit busy={t("saving")}>{right ? t("enter", { count: papers.rows.length }) : t("check")}</Submit>
      </div>
    </>
  );
}

/** What was understood of each line, and what is wrong with it. */
function Read({ max }: Most) {
  const t = useTranslations("papers");
  const papers = usePapers();
  if (!papers) return null;
  const wrong = papers.rows.filter(isWrong).length;
  const right = isRight(papers);
  return (
    <section className="grid gap-3" aria-labelledby="papers-read">
      <div role={right ? "status" : "alert"}>
        <Notice tone={right ? "info" : "attention"}>
          {right ? <p>{t("allRight", { count: papers.rows.length })}</p> : null}
          {wrong > 0 ? <p>{t("linesWrong", { count: wrong, all: papers.rows.length })}</p> : null}
          {papers.beyond === null ? null : <p>{t("beyond", { count: papers.beyond, max })}</p>}
        </Notice>
      </div>
      <h2 id="papers-read" className="text-base">
        {t("read")}
      </h2>
      <ul className="grid gap-2">
        {papers.rows.map((row) => (
          <Line key={row.line} row={row} />
        ))}
      </ul>
    </section>
  );
}

function Line({ row }: { row: ListedPaper }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("papers");
  const whole = useTranslations("decide")("whole");
  const text = useErrorText();
  const day = (typed: string) => (isCivilDay(typed) ? fullDay(typed, locale) : typed);
  const sentences = [...row.wrong.map((what) => t(what, { line: row.sameAs ?? 0 })), ...row.faults.map(text)];
  if (sentences.length > 0)
    return (
      <li className="card grid gap-1">
        <p>
          <span className="font-semibold">{t("nthLine", { line: row.line })}</span>{" "}
          <Written className="break-words">{row.typed}</Written>
        </p>
        {sentences.map((sentence) => (
          <p key={sentence} className="text-stop">
            {sentence}
          </p>
        ))}
      </li>
    );
  return (
    <li className="card grid gap-1">
      <p>
        <span className="quiet">{t("nthLine", { line: row.line })}</span>{" "}
        <span className="font-semibold">{row.person ? nameInSentence(row.person, locale) : null}</span>
      </p>
      <p className="flex flex-wrap gap-x-3">
        <span>{row.tool ? inLanguage(row.tool, locale).text : null}</span>
        <bdi>{row.modules.map((code) => code || whole).join(" ")}</bdi>
        <span>{t("period", { from: day(row.day), until: day(row.until) })}</span>
      </p>
      <p>
        <Written>{row.words}</Written>
      </p>
    </li>
  );
}
