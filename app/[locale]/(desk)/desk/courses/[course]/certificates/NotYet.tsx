import { useTranslations } from "next-intl";
import { NextPage } from "@/app/_ui/kit/NextPage";
import { pageAfter } from "@/app/_ui/pageAfter";
import type { Completion } from "@/lib/certificates/queries";
import type { Course } from "@/lib/courses/queries";
import { Lacks } from "./Lacks";
import { Who } from "./People";

type Props = {
  course: Course;
  completion: Completion;
  /** The registration after which the list begins. */
  after: number | null;
};

/** Who is not ready, and exactly why. */
export function NotYet({ course, completion, after }: Props) {
  const t = useTranslations("certificates");
  const page = pageAfter(completion.notYet, (p) => p.registrationId, after);
  return (
    <section id="notYet" className="grid gap-3">
      <h2>{t("notYet", { count: completion.notYet.length })}</h2>
      {completion.notYet.length === 0 ? <p className="quiet">{t("everybody")}</p> : null}
      <ul className="grid gap-2">
        {page.rows.map((p) => (
          <li key={p.registrationId} className="card grid gap-1 sm:grid-cols-[16rem_1fr]">
            <Who person={p} />
            <Lacks course={course} completion={completion} lacks={p.lacks} of={p} />
          </li>
        ))}
      </ul>
      {page.next === null ? null : <NextPage href={`?notYet=${page.next}#notYet`} />}
    </section>
  );
}
