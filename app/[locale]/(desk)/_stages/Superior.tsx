import { getLocale, getTranslations } from "next-intl/server";
import { Hidden, SelectField, Submit } from "@/app/_ui/form/fields";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import { nameFor } from "@/lib/i18n/rules";
import { ifGranted } from "@/lib/result";
import { superiorFor } from "@/lib/stages/queries/superiors";
import { SuperiorForm } from "./forms";

/** Who somebody's superior is, to be changed by whoever may change the person; nothing for others. */
export async function Superior({ cx, personId }: { cx: Context; personId: number }) {
  const person = ifGranted(() => gate.person(cx, "people.edit", personId));
  if (!person) return null;
  const { superior, choices } = superiorFor(cx, person);
  const t = await getTranslations("superior");
  const locale = await getLocale();
  const nameOf = (id: number) => {
    const one = choices.find((choice) => choice.id === id);
    return one ? nameFor(one, locale) : null;
  };
  return (
    <section className="card grid gap-1" aria-label={t("title")}>
      <h2 className="text-base">{t("title")}</h2>
      <p>
        {superior === "elsewhere" ? (
          t("elsewhere")
        ) : superior === null ? (
          t("nobody")
        ) : (
          <Written>{nameOf(superior)}</Written>
        )}
      </p>
      {superior === "elsewhere" ? null : (
        <details>
          <summary className="min-h-11 content-center">
            {t("change")}
            <span className="sr-only"> {t("title")}</span>
          </summary>
          <SuperiorForm
            className="grid gap-3"
            defaults={{ superiorId: superior === null ? "" : String(superior) }}
            done={t("saved")}
          >
            <Hidden name="personId" value={person.id} />
            <SelectField
              name="superiorId"
              label={t("title")}
              hint={t("hint")}
              options={[
                { value: "", label: t("nobody") },
                ...choices.map((one) => ({ value: String(one.id), label: nameFor(one, locale) })),
              ]}
            />
            <div>
              <Submit tone="quiet" busy={t("saving")}>
                {t("save")}
              </Submit>
            </div>
          </SuperiorForm>
        </details>
      )}
    </section>
  );
}
