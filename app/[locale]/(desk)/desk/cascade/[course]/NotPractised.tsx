import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PersonName } from "@/app/_ui/PersonName";
import type { Cascade } from "@/lib/cascade/queries";

/** So many are named; the others are in the tree. */
const mostNamed = 15;

/** Who completed the training and held no workshop yet; by name for whoever may read the person. */
export async function NotPractised({ trainers }: { trainers: Cascade["notPractised"] }) {
  const t = await getTranslations("cascade");
  const named = trainers.flatMap(({ personId, name }) => (name ? [{ personId, name }] : []));
  const others = trainers.length - Math.min(named.length, mostNamed);
  return (
    <section className="grid gap-2 min-w-0">
      <h2>
        {t("notPractised")} <span className="quiet tabular-nums">({trainers.length})</span>
      </h2>
      <ul className="card grid gap-1">
        {named.slice(0, mostNamed).map(({ personId, name }) => (
          <li key={personId}>
            <Link
              href={`/desk/people/${personId}`}
              prefetch={false}
              className="inline-flex items-center min-h-9"
            >
              <PersonName name={name.name} latinName={name.latinName} inLine />
            </Link>
          </li>
        ))}
        {others > 0 ? <li className="quiet">{t("others", { count: others })}</li> : null}
        {trainers.length === 0 ? <li className="quiet">{t("allPractised")}</li> : null}
      </ul>
    </section>
  );
}
