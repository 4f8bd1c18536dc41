import { useTranslations } from "next-intl";
import { Say } from "@/app/_ui/Say";
import type { Course } from "@/lib/courses/queries";

/** What is taught: the modules of each tool. */
export function Content({ tools }: { tools: Course["tools"] }) {
  const t = useTranslations("course");
  if (tools.length === 0) return null;
  return (
    <section className="grid gap-3">
      <h2>{t("content")}</h2>
      {tools.map((tool) => (
        <div key={`${tool.code}${tool.version}${tool.country}`}>
          <h3>
            <Say text={tool.title} />
          </h3>
          <ul className="list-disc ps-5">
            {tool.modules.map((m) => (
              <li key={m.id}>
                <bdi>{m.code}</bdi> <Say text={m.title} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
