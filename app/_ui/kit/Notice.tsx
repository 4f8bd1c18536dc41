import { CircleCheck, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { type Tone, tones } from "./Badge";

/** What went well and what is only said have signs of their own; all else warns. */
const signs: Partial<Record<Tone, LucideIcon>> = { ok: CircleCheck, info: Info };

/** A sentence that stands out. */
export function Notice({
  tone = "info",
  title,
  children,
}: {
  tone?: Tone;
  title?: string;
  children: ReactNode;
}) {
  const Sign = signs[tone] ?? TriangleAlert;
  return (
    <div className={`rounded-card p-3 ${tones[tone]} flex gap-2`}>
      <Sign size={20} className="shrink-0 mt-0.5" aria-hidden />
      <div className="grid gap-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        <div>{children}</div>
      </div>
    </div>
  );
}
