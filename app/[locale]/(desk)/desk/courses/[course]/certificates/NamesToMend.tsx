import { useTranslations } from "next-intl";
import type { Completion } from "@/lib/certificates/queries";
import { Card } from "./People";

/** Whose name cannot be printed as it is. */
export function NamesToMend({ completion }: { completion: Completion }) {
  const t = useTranslations("certificates");
  if (completion.toMend.length === 0) return null;
  return (
    <section id="names" className="grid gap-3">
      <h2>{t("names", { count: completion.toMend.length })}</h2>
      <ul className="grid gap-2">
        {completion.toMend.map((p) => (
          <Card key={p.registrationId} person={p}>
            <p>{t("nameHint")}</p>
          </Card>
        ))}
      </ul>
    </section>
  );
}
