import { getTranslations } from "next-intl/server";
import { Toast } from "@/app/_ui/kit/Toast";

/** That a session was sent as it was, so that nothing was changed, or that it is not there any more; of none, that none was placed. */
export async function NothingChanged({
  session,
  sessions,
}: {
  session: string;
  sessions: readonly { id: number }[];
}) {
  const t = await getTranslations("timetable");
  if (session === "") return <NothingPlaced />;
  const there = sessions.some(({ id }) => id === Number(session));
  return (
    <Toast id="change" of="saved">
      {t(there ? "unchanged" : "takenOut")}
    </Toast>
  );
}

/** That a proposal found nothing left to place and nothing to replace. */
async function NothingPlaced() {
  const t = await getTranslations("timetable.did");
  return (
    <Toast id="change" of="nothing">
      {t("propose", { added: 0, removed: 0 })}
    </Toast>
  );
}
