import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { type Tone, tones } from "./Badge";

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
  return (
    <div className={`rounded-card p-3 ${tones[tone]} flex gap-2`}>
      <TriangleAlert size={20} className="shrink-0 mt-0.5" />
      <div className="grid gap-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        <div>{children}</div>
      </div>
    </div>
  );
}
