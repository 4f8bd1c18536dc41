"use client";

import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import { hours } from "@/lib/i18n/format";
import { dotBetween } from "@/lib/i18n/rules";
import type { Plan } from "./usePlan";

/** The hours of each tool against the time that there is, which is hatched where nothing is planned in it. */
export function HoursBar({
  plan,
  time: { needed, available },
}: {
  plan: Plan;
  /** Minutes that the course takes with what is beside its modules, and those that its days have. */
  time: { needed: number; available: number };
}) {
  const t = useTranslations("planSteps");
  const locale = useLocale();
  const hatch = useId();
  const whole = Math.max(available, needed);
  if (plan.minutes === 0) return null;
  let from = 0;
  const parts = plan.tools.map((tool) => {
    const part = { ...tool, from, length: (tool.minutes / whole) * 100 };
    from += part.length;
    return part;
  });
  const said = t("barSays", {
    tools: plan.tools.map((tool) => `${tool.name} ${hours(tool.minutes, locale)}`).join(dotBetween),
    available: hours(available, locale),
  });
  return (
    <figure className="so-far-bar">
      <svg role="img" aria-label={said} width="100%" height="28" className="mirrored">
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0v5" strokeWidth="3" className="so-far-hatch" />
        </pattern>
        <rect width="100%" height="28" className="so-far-room" style={{ fill: `url(#${hatch})` }} />
        {parts.map((part) => (
          <g key={part.id} style={{ color: `var(--${part.tone})` }}>
            <rect
              x={`${part.from}%`}
              width={`calc(${part.length}% - 2px)`}
              height="28"
              style={{ fill: `var(--${part.tone}-tint)` }}
            />
            <rect
              x={`${part.from}%`}
              y="25"
              width={`calc(${part.length}% - 2px)`}
              height="3"
              fill="currentColor"
            />
          </g>
        ))}
        {/* What is beside the modules, in no tool's colour. */}
        <rect
          x={`${from}%`}
          width={`${((needed - plan.minutes) / whole) * 100}%`}
          height="28"
          style={{ fill: "var(--sunken)" }}
        />
        {available > 0 && needed > available ? (
          <rect x={`${(available / whole) * 100}%`} width="2" height="28" fill="var(--stop)" />
        ) : null}
      </svg>
      <figcaption>
        {plan.tools.map((tool) => (
          <span key={tool.id}>
            {tool.mark} {hours(tool.minutes, locale)}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
