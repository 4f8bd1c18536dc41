import { useLocale } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { Hidden, Submit, TextField } from "@/app/_ui/form/fields";
import { Say } from "@/app/_ui/Say";
import { percent } from "@/lib/i18n/format";
import type { Translated } from "@/lib/i18n/rules";
import { type Locale, shownIn } from "@/lib/i18n/rules";
import { programmeCalled, programmeInSentence } from "@/lib/programmes/rules";
import type { payersOf } from "@/lib/sharing/queries";
import { PercentsForm } from "./forms";

/** The programmes that pay for a course, each with its part: to read, or, for whoever leads, to say. */
export async function Payers({
  courseId,
  payers: { lead, shares, seen },
  leads,
}: {
  courseId: number;
  payers: ReturnType<typeof payersOf>;
  leads: boolean;
}) {
  const locale = await getLocale();
  const t = await getTranslations("sharing");
  const called = (title: Translated) => programmeInSentence(title, locale);
  if (!leads)
    return (
      <ul className="grid gap-3">
        {[lead, ...shares].map((payer) => (
          <li key={payer.id} className="flex gap-4 items-baseline">
            <Named code={payer.code} title={payer.title} note={payer.id === lead.id ? t("leads") : null} />
            <span className="ms-auto kept">
              {payer.percent === null ? (
                <span className="quiet">{t("notSaid")}</span>
              ) : (
                percent(payer.percent, locale)
              )}
            </span>
          </li>
        ))}
      </ul>
    );
  const asText = (said: number | null) => (said === null ? "" : String(said));
  return (
    <PercentsForm
      key={seen}
      className="grid gap-4"
      label={t("percents")}
      done={t("saved")}
      defaults={{
        leadPercent: asText(lead.percent),
        shares: shares.map(({ id, percent: said }) => ({ id: String(id), percent: asText(said) })),
      }}
    >
      <Hidden name="courseId" value={courseId} />
      <Hidden name="seen" value={seen} />
      <div className="grid gap-1">
        <Named code={lead.code} title={lead.title} note={t("leads")} />
        <TextField
          name="leadPercent"
          label={t("percentOf", { programme: called(lead.title) })}
          optional={t("optional")}
          inputMode="numeric"
        />
      </div>
      {shares.map(({ id, code, title }, nth) => (
        <div key={id} className="grid gap-1">
          <Named code={code} title={title} note={null} />
          <Hidden name={`shares.${nth}.id`} value={id} />
          <TextField
            name={`shares.${nth}.percent`}
            label={t("percentOf", { programme: called(title) })}
            optional={t("optional")}
            inputMode="numeric"
          />
        </div>
      ))}
      <div>
        <Submit tone="quiet" busy={t("saving")}>
          {t("save")}
        </Submit>
      </div>
    </PercentsForm>
  );
}

/** A programme as it is called, its short name beside it, and its title. */
function Named({ code, title, note }: { code: string; title: Translated; note: string | null }) {
  const locale = useLocale() as Locale;
  return (
    <span className="min-w-0">
      <strong>
        <Say text={programmeCalled(title)} />
      </strong>{" "}
      {shownIn(programmeCalled(title), locale) === code ? null : <bdi className="quiet">{code}</bdi>}{" "}
      {note ? <span className="badge">{note}</span> : null}
      <span className="quiet block">
        <Say text={title} />
      </span>
    </span>
  );
}
