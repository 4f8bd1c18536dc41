import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/app/_ui/kit/Badge";
import type { FirstStep } from "@/lib/today/rules";

const stepTargets: Record<FirstStep["kind"], string> = {
  programme: "/desk/programmes/new",
  tool: "/desk/tools",
  coordinator: "/desk/people/new",
  venue: "/desk/settings",
  course: "/desk/courses/new",
};

/** What a new installation needs, each with a tick once it is there. */
export function FirstSteps({ steps }: { steps: FirstStep[] }) {
  const t = useTranslations("today");
  return (
    <section className="grid gap-3">
      <h2>{t("firstSteps")}</h2>
      <p className="quiet">{t("firstStepsLead")}</p>
      <ol className="grid gap-2">
        {steps.map(({ kind, done }) => (
          <li key={kind} className="card flex flex-wrap gap-3 items-center justify-between">
            <span className="grow">{t(`step.${kind}`)}</span>
            {done ? (
              <Badge tone="ok" icon={CircleCheck}>
                {t("stepDone")}
              </Badge>
            ) : null}
            <a href={stepTargets[kind]} className={done ? undefined : "button"}>
              {t(`doStep.${kind}`)}
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
