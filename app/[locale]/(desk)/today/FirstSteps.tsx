import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/app/_ui/kit/Badge";
import type { FirstStep } from "@/lib/today/rules";

const stepTargets: Record<Exclude<FirstStep["kind"], "gates">, string> = {
  programme: "/desk/programmes/new",
  tool: "/desk/tools",
  coordinator: "/desk/people/new",
  trainer: "/desk/people/new",
  venue: "/desk/settings",
  course: "/desk/courses/new",
};

const targetOf = ({ kind, programmeId }: FirstStep) =>
  kind === "gates" ? `/desk/programmes/${programmeId}/gates` : stepTargets[kind];

/** What a new installation or a new programme needs, each with a tick once it is there. */
export function FirstSteps({ steps }: { steps: FirstStep[] }) {
  const t = useTranslations("today");
  return (
    <section className="grid gap-3">
      <h2>{t("firstSteps")}</h2>
      <p className="quiet">{t("firstStepsLead")}</p>
      <ol className="grid gap-2">
        {steps.map((step) => (
          <li key={step.kind} className="card flex flex-wrap gap-3 items-center justify-between">
            <span className="grow">{t(`step.${step.kind}`)}</span>
            {step.done ? (
              <Badge tone="ok" icon={CircleCheck}>
                {t("stepDone")}
              </Badge>
            ) : null}
            <a href={targetOf(step)} className={step.done ? undefined : "button"}>
              {t(`doStep.${step.kind}`)}
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
