import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { PlanLookedAt } from "@/lib/timetable/queries";
import { gravestFirst } from "@/lib/timetable/rules/gravest";
import { issueWords } from "../desk/courses/[course]/timetable/issueWords";

/** So many different things are said; the list of all is a link away. */
const most = 4;

/** What is odd about a workshop that awaits approval, each thing once, the gravest first, and how many more there are; nothing where its plan is as it should be. */
export async function OddAbout({
  plan: { courseId, tools, groups, sessions, open },
}: {
  plan: PlanLookedAt;
}) {
  if (open.length === 0) return null;
  const t = await getTranslations("issues");
  const words = await issueWords({ tools }, groups, sessions);
  const said = [...new Set(gravestFirst(open).map((issue) => words(issue).what))];
  return (
    <ul className="text-attention">
      {said.slice(0, most).map((what) => (
        <li key={what}>{what}</li>
      ))}
      <li>
        <Link href={`/desk/courses/${courseId}/timetable?issues=open#issues`} prefetch={false}>
          {said.length > most ? t("more", { count: said.length - most }) : t("see")}
        </Link>
      </li>
    </ul>
  );
}
