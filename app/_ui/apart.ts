import { getTranslations } from "next-intl/server";
import type { Apart } from "@/lib/people/rules/apart";

/** What tells somebody from others of their name, ready to read; null where the name does. */
export async function apartInWords() {
  const t = await getTranslations("attendance");
  return (apart: Apart | null): string | null =>
    apart && ("number" in apart ? t("numbered", { number: String(apart.number) }) : apart.organisation);
}
