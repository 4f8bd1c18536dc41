import { getTranslations } from "next-intl/server";
import { Hidden, Submit } from "@/app/_ui/Form";
import { ReadyText, WaysToReach } from "@/app/_ui/ToTell";
import type { personNotices } from "@/lib/messages/queries";
import { ToldForm } from "../../courses/[course]/tell/forms";

/** What the person is to be told, for no mail reaches them: the text, and the ways to reach them. */
export async function Untold({ notices }: { notices: ReturnType<typeof personNotices> }) {
  const t = await getTranslations("person");
  const tell = await getTranslations("tell");
  if (notices.length === 0) return null;
  return (
    <section className="card grid gap-3">
      <h2>{tell("title")}</h2>
      {notices.map((notice) => (
        <div key={notice.id} className="grid gap-2">
          <p className="font-semibold">{tell(`message.${notice.message}`)}</p>
          <ReadyText notice={notice} />
          <WaysToReach notice={notice} />
          <ToldForm>
            <Hidden name="only" value={notice.id} />
            <Submit tone="quiet" busy={t("saving")}>
              {tell("told")}
            </Submit>
          </ToldForm>
        </div>
      ))}
    </section>
  );
}
