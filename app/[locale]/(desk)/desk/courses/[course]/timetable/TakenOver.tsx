import { getTranslations } from "next-intl/server";
import { Notice } from "@/app/_ui/kit/Notice";
import { readTaken } from "@/lib/templates/rules";

/** What a course took over from the plan that it was made from, and what did not fit. */
export async function TakenOver({ said }: { said: string }) {
  const taken = readTaken(said);
  if (!taken) return null;
  const t = await getTranslations("copy");
  const lacks = (["late", "otherModules", "noRoom", "noTrainer"] as const).filter((what) => taken[what] > 0);
  return (
    <Notice tone={lacks.length > 0 ? "attention" : undefined} title={t("taken", { count: taken.sessions })}>
      {lacks.map((what) => (
        <p key={what}>{t(what, { count: taken[what] })}</p>
      ))}
    </Notice>
  );
}
