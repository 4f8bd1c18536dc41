import { useTranslations } from "next-intl";
import { Say } from "@/app/_ui/Say";
import type { Translated } from "@/lib/i18n/rules";
import { programmeCalled } from "@/lib/programmes/rules";

/** Programmes of which somebody should look through who has a role, twice a year. */
export function RolesToReview({ programmes }: { programmes: readonly { id: number; title: Translated }[] }) {
  const t = useTranslations("roleReview");
  if (programmes.length === 0) return null;
  return (
    <section className="grid gap-2" aria-labelledby="roles-to-review">
      <h2 id="roles-to-review" className="text-base">
        {t("toReview")}
      </h2>
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {programmes.map(({ id, title }) => (
          <li key={id}>
            <a href={`/desk/programmes/${id}/roles`}>
              <Say text={programmeCalled(title)} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
