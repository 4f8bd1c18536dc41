import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

/** What a state or a sentence means for whoever reads it. */
export type Tone = "ok" | "attention" | "stop" | "info" | "neutral";
/** Tint and colour of a tone. */
export const tones: Record<Tone, string> = {
  ok: "bg-ok-tint text-ok",
  attention: "bg-attention-tint text-attention",
  stop: "bg-stop-tint text-stop",
  info: "bg-info-tint text-info",
  neutral: "bg-neutral-tint text-neutral",
};

/** A state as a word and a shape on a tint. */
export function Badge({
  tone,
  icon: Icon,
  children,
}: {
  tone: Tone;
  icon?: LucideIcon;
  children: ReactNode;
}) {
  return (
    <span
      className={`badge inline-flex items-center gap-1 rounded-full px-2.5 py-0.5 text-xs font-semibold ${tones[tone]}`}
    >
      {Icon ? <Icon size={14} /> : null}
      {children}
    </span>
  );
}
