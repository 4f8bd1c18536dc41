import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { Notice } from "@/app/_ui/kit/Notice";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { Toast } from "@/app/_ui/kit/Toast";
import { inLanguage, type Locale, nameInSentence } from "@/lib/i18n/rules";
import type { enteringPage } from "@/lib/stages/queries/entered";
import { Entries } from "./Entries";
import { UndoForm } from "./entryForms";
import { WayName, Ways } from "./Ways";

/** What the address of such a page may say was done. */
export const entryDones = ["undone", "overtaken", "notSaved"] as const;

/** Around a form by which something is entered of somebody on the way: on which way, the form, what is entered so far. */
export async function EntryPage({
  page,
  of,
  entered,
  done,
  typed,
  form,
}: {
  page: ReturnType<typeof enteringPage>;
  of: "visit" | "enter";
  /** The key of what was entered just now. */
  entered: number | null;
  done: (typeof entryDones)[number] | null;
  /** What was typed into a form that is gone. */
  typed: ReactNode;
  /** The form, with the keys of the way and its button. */
  form: (keys: ReactNode, button: ReactNode) => ReactNode;
}) {
  const { person, way, ways } = page;
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("stageEntry");
  const errors = await getTranslations("errors");
  const name = nameInSentence(person, locale);
  const several = ways.length > 1;
  const tool = way ? inLanguage(way.tool.title, locale).text : "";
  const undoable = way?.steps.find(({ id, undoable }) => id === entered && undoable);
  const title = t(of === "visit" ? "visitOf" : "stepOf", { name });
  const keys = way ? (
    <>
      <Hidden name="personId" value={person.id} />
      <Hidden name="toolId" value={way.toolId} />
      <Hidden name="programmeId" value={way.programmeId} />
    </>
  ) : null;
  const mayEnter = ways.length > 0 && !page.bond;
  /** Why nothing is entered on this way; nothing where it may be. */
  const hindered = way?.stopped ? "wayStopped" : way?.why;
  return (
    <div className="grid gap-5 max-w-2xl">
      <PageHead
        title={
          way && mayEnter ? (
            <span className="flex flex-wrap items-center gap-x-3">
              {title} <WayName way={way} several={several} />
            </span>
          ) : (
            title
          )
        }
        under={of === "visit" ? t("visitLead", { name }) : t("stepLead")}
      />
      {typed}
      {ways.length === 0 ? <Notice>{t("notOnWay", { name })}</Notice> : null}
      {page.bond ? <Notice tone="attention">{errors(page.bond)}</Notice> : null}
      {mayEnter ? (
        <>
          <Ways ways={ways} chosen={way} href={`/desk/people/${person.id}/${of}`} />
          {hindered ? <Notice tone="attention">{errors(hindered)}</Notice> : null}
          {way && !hindered
            ? form(
                keys,
                <div>
                  <Submit busy={t("saving")}>{several ? t("saveFor", { tool }) : t("save")}</Submit>
                </div>,
              )
            : null}
          <section className="grid gap-2" aria-labelledby="entered">
            <h2 id="entered">{t("entered")}</h2>
            <Entries ways={ways} />
          </section>
        </>
      ) : null}
      {undoable ? (
        <Toast
          of={String(undoable.id)}
          undo={
            <UndoForm>
              {keys}
              <Hidden name="entryId" value={undoable.id} />
              <Hidden name="page" value={of} />
              <Submit tone="quiet" busy={t("saving")}>
                {t("undo")}
              </Submit>
            </UndoForm>
          }
        >
          {t("saved", { tool })}
        </Toast>
      ) : null}
      {done ? <Toast of={done}>{done === "overtaken" ? errors("undoOvertaken") : t(done)}</Toast> : null}
    </div>
  );
}
