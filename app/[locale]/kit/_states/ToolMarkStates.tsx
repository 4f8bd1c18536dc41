import { ToolMark } from "@/app/_ui/kit/ToolMark";
import type { Translated } from "@/lib/i18n/rules";

const tools: { code: string; title: Translated }[] = [
  { code: "think-coop", title: { own: "en", en: "Think.Coop" } },
  { code: "start-coop", title: { own: "en", en: "Start.Coop" } },
  { code: "my-coop", title: { own: "en", en: "My.Coop" } },
  { code: "manage-coop", title: { own: "en", en: "Manage.Coop" } },
  { code: "osh-agriculture", title: { own: "en", en: "OSH in agriculture", ar: "السلامة في الزراعة" } },
];

/** Each tool's square with its name, and the squares alone. */
export function ToolMarkStates() {
  return (
    <div className="grid gap-3">
      <p className="flex flex-wrap gap-3">
        {tools.map((tool) => (
          <ToolMark key={tool.code} tool={tool} />
        ))}
      </p>
      <p className="flex flex-wrap gap-1">
        {tools.map((tool) => (
          <ToolMark key={tool.code} tool={tool} alone />
        ))}
      </p>
    </div>
  );
}
