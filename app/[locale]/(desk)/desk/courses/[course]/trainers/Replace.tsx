import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { ChoiceField, Hidden, Submit, TextArea } from "@/app/_ui/form/fields";
import { canTeachWords } from "@/app/_words/canTeach";
import { namesApart } from "@/app/_words/namesApart";
import { list } from "@/lib/i18n/format";
import { isolate, type Locale, nameFor, type PersonsNames } from "@/lib/i18n/rules";
import type { CanTeach } from "@/lib/trainers/queries";
import { ReplaceForm } from "./forms";

/** The form that puts another trainer in somebody's place in all sessions to come: whom, the fittest first with why, and a reason. */
export async function Replace({
  courseId,
  person,
  sessions,
  people,
}: {
  courseId: number;
  person: PersonsNames & { id: number };
  /** Sessions to come that they train. */
  sessions: number;
  people: readonly CanTeach[];
}) {
  const locale = await getLocale();
  const t = await getTranslations("asks");
  const said = await canTeachWords(people);
  const names = namesApart(people, locale as Locale);
  // Whoever is away at one of the times, or is not known to know a module: the command asks of nobody else for a reason.
  const explained = people.filter(({ fit }) => fit.away > 0 || fit.modules.known < fit.modules.all);
  return (
    <section
      id="replace"
      tabIndex={-1}
      className="card grid gap-4 sm:p-6 max-w-2xl"
      aria-labelledby="replaced"
    >
      <h2 id="replaced">{t("replaceOf", { name: isolate(nameFor(person, locale), locale) })}</h2>
      <p>{t("replaceMeans", { count: sessions })}</p>
      {people.length === 0 ? (
        <p>{t("nobody")}</p>
      ) : (
        <ReplaceForm className="grid gap-4">
          <Hidden name="courseId" value={courseId} />
          <Hidden name="personId" value={person.id} />
          <ChoiceField
            name="byPersonId"
            label={t("replaceBy")}
            options={people.map((one) => ({ value: String(one.id), label: said(one) }))}
          />
          {explained.length === 0 ? null : (
            <TextArea
              name="reason"
              label={t("replaceReason")}
              hint={
                explained.length === people.length
                  ? t("replaceReasonAll")
                  : t("replaceReasonHint", {
                      names: list(
                        explained.map((one) => isolate(names.get(one.id)!, locale)),
                        locale,
                      ),
                    })
              }
            />
          )}
          <div>
            <Submit busy={t("saving")}>{t("replace")}</Submit>
          </div>
        </ReplaceForm>
      )}
      <p>
        <Link href={`/desk/courses/${courseId}/trainers`}>{t("replaceNot")}</Link>
      </p>
    </section>
  );
}
