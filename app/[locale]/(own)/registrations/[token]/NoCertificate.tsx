import { getTranslations } from "next-intl/server";
import { Contact } from "@/app/_ui/Contact";
import { Notice } from "@/app/_ui/kit/Notice";
import { lackWords } from "@/app/_words/lacks";
import type { Followed } from "@/lib/registrations/queries";

/** Once the course has ended: that no certificate comes as things stand, why, and whom to ask. Nothing where one may come. */
export async function NoCertificate({ registration }: { registration: Followed }) {
  const t = await getTranslations("follow");
  const why = await lackWords(registration);
  const { lacks, contact } = registration;
  if (lacks.length === 0) return null;
  return (
    <Notice tone="attention" title={t("noCertificate")}>
      <ul>
        {lacks.map((lack) => (
          <li key={lack.kind}>{why(lack)}</li>
        ))}
      </ul>
      {contact ? <Contact label={t("noCertificateAsk")} contact={contact} /> : null}
    </Notice>
  );
}
