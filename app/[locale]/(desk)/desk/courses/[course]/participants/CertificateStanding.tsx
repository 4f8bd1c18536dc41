import { getLocale, getTranslations } from "next-intl/server";
import { Serial } from "@/app/_ui/Serial";
import { lackWords } from "@/app/_words/lacks";
import type { CompletionPerson } from "@/lib/certificates/queries";
import { stands } from "@/lib/certificates/rules";
import { list } from "@/lib/i18n/format";
import { colon } from "@/lib/i18n/rules";

/** How it stands with somebody's certificate once the workshop has ended: issued, awaited, or none and why. */
export async function CertificateStanding({ person }: { person: CompletionPerson | undefined }) {
  const locale = await getLocale();
  const t = await getTranslations("participants.certificate");
  const why = await lackWords({
    plannedMinutes: person && "plannedMinutes" in person ? person.plannedMinutes : 0,
  });
  if (!person) return null;
  const issued = person.certificates.find((one) => one.kind === "participation" && stands(one));
  if (issued)
    return (
      <p className="text-sm text-ok">
        {t("issued")}
        {colon(locale)}
        <a href={`/verify/${issued.serial}`} className="inline-flex items-center min-h-11">
          <Serial serial={issued.serial} />
        </a>
      </p>
    );
  if (person.lacks.length > 0)
    return (
      <p className="text-sm text-attention">
        {t("none")}
        {colon(locale)}
        {list(person.lacks.map(why), locale)}
      </p>
    );
  return <p className="text-sm">{person.mayHave ? t("awaited") : t("takenBack")}</p>;
}
