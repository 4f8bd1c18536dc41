export type ModuleLine = { code: string; title: string; minutes: number };

/**
 * Modules as people type them, one a line: code, title and minutes, separated by bars; the first line that cannot be
 * read is named by its number.
 */
export function readModules(text: string): { modules: ModuleLine[] } | { wrongLine: number } {
  const modules: ModuleLine[] = [];
  const lines = text.split("\n").map((l) => l.trim());
  for (const [i, line] of lines.entries()) {
    if (!line) continue;
    const [code = "", title = "", minutes = ""] = line.split("|").map((part) => part.trim());
    const count = Number(minutes.replace(/[٠-٩]/g, (d) => String("٠١٢٣٤٥٦٧٨٩".indexOf(d))));
    if (
      !code ||
      code.length > 12 ||
      !title ||
      title.length > 160 ||
      !Number.isInteger(count) ||
      count < 15 ||
      count > 6000
    )
      return { wrongLine: i + 1 };
    modules.push({ code, title, minutes: count });
  }
  return { modules };
}
