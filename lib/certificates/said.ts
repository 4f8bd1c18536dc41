import type { Said } from "../acts/events";
import { moduleName } from "../curriculum/rules";
import { commas } from "../i18n/rules";
import { allUntil } from "./rules/ends";
import type { CertificateRow } from "./store";

/**
 * What a message about a trainer certification says of it: tool and modules as the document names them, until which civil day all of
 * them hold, and where anybody can verify it; nothing of a certificate of participation, which is of its course.
 */
export function saidOf(
  certificate: Pick<CertificateRow, "kind" | "toolId" | "facts" | "language" | "serial" | "expiresOn">,
): Said {
  const { kind, toolId, facts, language, serial, expiresOn } = certificate;
  if (kind !== "trainer_certification") return {};
  const tool = commas(
    facts.tools.map(({ name }) => name),
    language,
  );
  const modules = facts.tools.flatMap((one) => one.modules.map((m) => moduleName(m, m.title)));
  return {
    ...{ renews: facts.renews ? "yes" : "", master: facts.master ? "yes" : "" },
    ...{
      tool,
      modules: commas(modules, language),
      until: allUntil(facts, expiresOn) ?? "",
      at: `/verify/${serial}`,
    },
    // Each tool is told by itself.
    way: String(toolId ?? "all"),
  };
}
