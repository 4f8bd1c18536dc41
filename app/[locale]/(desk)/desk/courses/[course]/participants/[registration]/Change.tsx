import { useTranslations } from "next-intl";
import { Hidden, Submit, TextArea } from "@/app/_ui/form/fields";
import { PersonFields } from "@/app/_ui/PersonFields";
import { EditParticipantForm, GivePlaceForm, ParticipantCodeForm, TakeBackForm } from "../forms";
import type { OneParticipant } from "./ParticipantFacts";

type Props = { courseId: number; participant: OneParticipant };

/** Gives a place to somebody who has none. */
export function GivePlace({ courseId, participant: p }: Props) {
  const t = useTranslations("participants");
  return (
    <GivePlaceForm className="card grid gap-3">
      <p>{t("givePlaceHint")}</p>
      <Hidden name="courseId" value={courseId} />
      <Hidden name="registrationId" value={p.id} />
      <div>
        <Submit busy={t("saving")}>{t("givePlace")}</Submit>
      </div>
    </GivePlaceForm>
  );
}

/** Corrects what was written wrongly. */
export function Mend({ courseId, participant: p }: Props) {
  const t = useTranslations("participants");
  const person = useTranslations("person");
  return (
    <details className="card">
      <summary className="min-h-11 content-center font-semibold">{t("mend")}</summary>
      <EditParticipantForm
        done={t("saved")}
        defaults={{
          version: p.version,
          name: p.name,
          latinName: p.latinName ?? "",
          phone: p.shownPhone ?? "",
          organisation: p.organisation ?? "",
          needs: p.needs ?? "",
        }}
      >
        <Hidden name="courseId" value={courseId} />
        <Hidden name="registrationId" value={p.id} />
        <PersonFields fields={["name", "latinName", "phone", "organisation"]} />
        <TextArea name="needs" label={t("needsTitle")} optional={person("optional")} rows={2} />
        <div>
          <Submit busy={t("saving")}>{person("save")}</Submit>
        </div>
      </EditParticipantForm>
    </details>
  );
}

/** Makes a code that proves the participant's phone, or lets them in or back in; or says why there is none to make. */
export function Code({ participant: p }: Pick<Props, "participant">) {
  const t = useTranslations("person");
  const none = useTranslations("participants.noCode");
  return (
    <section className="card grid gap-3">
      <h2 className="text-base">{t("access")}</h2>
      {p.noCode ? (
        <p className="quiet">{none(p.noCode)}</p>
      ) : (
        <>
          <p className="quiet">{t("codeHint")}</p>
          <ParticipantCodeForm>
            <Hidden name="registrationId" value={p.id} />
            <Submit tone="quiet" busy={t("saving")}>
              {t("makeCode")}
            </Submit>
          </ParticipantCodeForm>
        </>
      )}
    </section>
  );
}

/** Takes back a registration that was made by mistake. */
export function TakeBack({ courseId, participant: p }: Props) {
  const t = useTranslations("participants");
  return (
    <TakeBackForm className="card grid gap-3">
      <h2 className="text-base">{t("takeBackTitle")}</h2>
      <p className="quiet">{t("takeBackHint")}</p>
      <Hidden name="courseId" value={courseId} />
      <Hidden name="registrationId" value={p.id} />
      <div>
        <Submit tone="stop" busy={t("saving")}>
          {t("takeBack")}
        </Submit>
      </div>
    </TakeBackForm>
  );
}
