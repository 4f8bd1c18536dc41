import { useTranslations } from "next-intl";
import type { ShownMail } from "@/lib/messages/queries";

/** What the mail server answered, in its own words; or what the system said where no server did. */
export function ServerAnswer({ answer }: { answer: ShownMail["answer"] }) {
  const t = useTranslations("outbox");
  if (!answer) return null;
  return (
    <span className="block mt-1">
      {t(answer.byServer ? "serverSaid" : "systemSaid")}{" "}
      <bdi dir="ltr" lang="en" className="break-words">
        {answer.words}
      </bdi>
    </span>
  );
}
