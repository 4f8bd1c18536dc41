import { useTranslations } from "next-intl";
import { CopyText } from "@/app/_ui/CopyText";
import { Notice } from "@/app/_ui/kit/Notice";
import { ReadyText, WaysToReach } from "@/app/_ui/ToTell";
import type { OneParticipant } from "./ParticipantFacts";

/**
 * A participant's link to hand over, with a text in their language; or why it is not the viewer's to give.
 * `awaits`: the workshop awaits approval, so that its page is not public.
 */
export function Share({ participant: p, awaits }: { participant: OneParticipant; awaits: boolean }) {
  const t = useTranslations("participants");
  const w = useTranslations("workshop");
  const person = useTranslations("person");
  return (
    <section className="card grid gap-3">
      <h2 className="text-base">{t("share")}</h2>
      {p.values ? (
        <>
          <p className="quiet">{t("shareHint")}</p>
          {awaits ? (
            <Notice tone="attention">
              <p>{w("notPublicYet")}</p>
              <p>{t("shareEarly")}</p>
            </Notice>
          ) : null}
          <WaysToReach notice={{ ...p, values: p.values }} />
          <ReadyText notice={{ ...p, values: p.values }} />
          <p>
            <bdi dir="ltr" className="font-mono break-all select-all">
              {p.values.link}
            </bdi>
          </p>
          <CopyText text={p.values.link ?? ""} label={person("copy")} done={person("copied")} />
        </>
      ) : (
        <p className="quiet">{t("shareNot")}</p>
      )}
    </section>
  );
}
