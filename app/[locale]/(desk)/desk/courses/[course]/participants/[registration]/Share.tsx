import { useTranslations } from "next-intl";
import { CopyText } from "@/app/_ui/CopyText";
import { ReadyText, WaysToReach } from "@/app/_ui/ToTell";
import type { OneParticipant } from "./ParticipantFacts";

/** A participant's link to hand over, with a text in their language; or why it is not the viewer's to give. */
export function Share({ participant: p }: { participant: OneParticipant }) {
  const t = useTranslations("participants");
  const person = useTranslations("person");
  return (
    <section className="card grid gap-3">
      <h2 className="text-base">{t("share")}</h2>
      {p.values ? (
        <>
          <p className="quiet">{t("shareHint")}</p>
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
