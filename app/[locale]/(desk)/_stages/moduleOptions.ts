import type { Context } from "@/lib/acts/context";
import { toolsToday } from "@/lib/curriculum/queries";
import { dotBetween, inLanguage, type Locale } from "@/lib/i18n/rules";

/** Modules of the tools as they are for every country, to tick, by tool and version. */
export const moduleOptions = (cx: Context, locale: Locale, sayVersion: (label: string) => string) =>
  toolsToday(cx).flatMap((tool) =>
    tool.versions
      .filter((version) => version.country === "")
      .flatMap((version) =>
        version.modules.map(({ id, code, title }) => ({
          value: String(id),
          label: [code, inLanguage(title, locale).text].filter(Boolean).join(" "),
          group: `${inLanguage(tool.title, locale).text}${dotBetween}${sayVersion(version.label)}`,
        })),
      ),
  );
