import { getTranslations } from "next-intl/server";
import { apartInWords } from "@/app/_ui/apart";
import { outlookSaid } from "@/app/_ui/outlook";
import { PersonName } from "@/app/_ui/PersonName";
import { Written } from "@/app/_ui/Written";
import type { Outlook } from "@/lib/completion/rules/reachable";
import type { Apart } from "@/lib/people/rules/apart";

type Somebody = {
  registrationId: number;
  name: string;
  latinName: string | null;
  apart?: Apart | null;
  outlook: Outlook | null;
};

/** Who can no longer reach the minimum attendance, or will not if they miss a session more, each with how it stands. */
export async function AtRisk({ people }: { people: readonly Somebody[] }) {
  const t = await getTranslations("attendance");
  const said = await outlookSaid();
  const apartSaid = await apartInWords();
  const there = people.flatMap(({ outlook, ...person }) => (outlook ? [{ ...person, outlook }] : []));
  if (there.length === 0) return null;
  return (
    <details className="attendance-risk rounded-card bg-attention-tint text-attention px-3 print:hidden">
      <summary className="min-h-11 py-2 font-semibold md:min-h-9 md:py-1.5 md:text-sm">
        {t("atRisk", { count: there.length })}
      </summary>
      <ul className="grid gap-2 pb-3">
        {there.map((person) => (
          <li key={person.registrationId}>
            <span className="font-semibold">
              <PersonName name={person.name} latinName={person.latinName} />
            </span>{" "}
            {person.apart ? (
              <>
                <span className="font-normal">
                  (<Written>{apartSaid(person.apart)}</Written>)
                </span>{" "}
              </>
            ) : null}
            {said(person.outlook).whole}
          </li>
        ))}
      </ul>
    </details>
  );
}
