import { Check, CircleDashed } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { GoalBar } from "@/app/_ui/kit/GoalBar";
import { Cell, type Column } from "@/app/_ui/kit/Table";
import type { CompletionRule } from "@/lib/completion/rules";
import type { Held } from "@/lib/completion/rules/counting";
import { shareOf } from "@/lib/completion/rules/reachable";
import type { CourseState } from "@/lib/courses/rules";
import { percent } from "@/lib/i18n/format";

type Measured = Held & {
  minutes: number;
  plannedMinutes: number;
  postTest: number | null;
  microTeaching: number | null;
};

/** The conditions of a course's rule, as columns; what it does not ask for has none. */
export function conditionColumns(
  rule: CompletionRule,
  t: (key: "attendance" | "postTest" | "microTeaching") => string,
): Column[] {
  return [
    { key: "attendance", label: t("attendance") },
    ...(rule.minPostTest === null ? [] : [{ key: "postTest", label: t("postTest") }]),
    ...(rule.microTeaching ? [{ key: "microTeaching", label: t("microTeaching") }] : []),
  ];
}

/** How somebody stands with each condition: bars with the rule as their line; on what nothing is known, a ring. */
export function Conditions({
  rule,
  person,
}: {
  rule: CompletionRule & { state: CourseState };
  person: Measured;
}) {
  const t = useTranslations("certificatePage");
  const { postTest, microTeaching } = person;
  const share = shareOf(rule, person, rule.state === "closed");
  return (
    <>
      <Cell label={t("attendance")}>
        {share ? (
          <Bar what="attendance" value={share.percent} goal={rule.minAttendance} short={share.below} />
        ) : (
          <Unknown>{t("notKnown")}</Unknown>
        )}
      </Cell>
      {rule.minPostTest === null ? null : (
        <Cell label={t("postTest")}>
          {postTest === null ? (
            <Unknown>{t("notEntered")}</Unknown>
          ) : (
            <Bar
              what="postTest"
              value={postTest}
              goal={rule.minPostTest}
              short={postTest < rule.minPostTest}
            />
          )}
        </Cell>
      )}
      {rule.microTeaching ? (
        <Cell label={t("microTeaching")}>
          {microTeaching === null ? <Unknown>{t("notScored")}</Unknown> : <Done value={microTeaching} />}
        </Cell>
      ) : null}
    </>
  );
}

function Bar({
  what,
  value,
  goal,
  short,
}: {
  what: "attendance" | "postTest";
  value: number;
  goal: number;
  /** True where they miss what is asked for. */
  short: boolean;
}) {
  const locale = useLocale();
  const t = useTranslations("certificatePage");
  const said = percent(value, locale);
  return (
    <span className="inline-flex items-center gap-2 kept">
      <span className="inline-block w-16">
        <GoalBar
          label={t(`bar.${what}`, { value: said, needed: percent(goal, locale) })}
          value={value}
          whole={100}
          goal={goal}
          tone={short ? "stop" : "chart"}
        />
      </span>
      <span aria-hidden className={short ? "font-semibold text-stop" : ""}>
        {said}
      </span>
    </span>
  );
}

function Done({ value }: { value: number }) {
  const locale = useLocale();
  return (
    <span className="inline-flex items-center gap-2 kept">
      <Check size={16} className="text-accent" aria-hidden />
      {percent(value, locale)}
    </span>
  );
}

const Unknown = ({ children }: { children: string }) => (
  <span className="inline-flex items-center gap-2 quiet kept">
    <CircleDashed size={16} className="shrink-0" aria-hidden />
    {children}
  </span>
);
