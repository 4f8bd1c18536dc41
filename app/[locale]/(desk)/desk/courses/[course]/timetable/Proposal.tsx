import { getTranslations } from "next-intl/server";
import { CheckField, Hidden, Submit, TextField } from "@/app/_ui/form/fields";
import { Notice } from "@/app/_ui/kit/Notice";
import type { Session } from "@/lib/timetable/queries";
import { hoursToPropose } from "@/lib/timetable/rules";
import { staysInProposal } from "@/lib/timetable/rules/propose";
import { timetableWord } from "@/lib/timetable/rules/sessions";
import { ProposalForm } from "../../forms";

/** Proposes the sessions of a course, and says first what of those that are there it replaces. */
export async function Proposal({ courseId, sessions }: { courseId: number; sessions: readonly Session[] }) {
  const t = await getTranslations("timetable");
  const known = sessions.map((s) => ({ ...s, held: s.entries > 0 }));
  const stays = known.filter((s) => staysInProposal(s, false)).length;
  const byHand = known.filter((s) => s.placedByHand && !s.held).length;
  const daily = hoursToPropose(sessions);
  return (
    <section className="card grid gap-4" aria-labelledby="propose">
      <h2 id="propose" className="text-base">
        {sessions.length > 0 ? t("proposeAgain") : t("propose")}
      </h2>
      <ProposalForm
        defaults={{
          startsAt: daily.startsAt,
          endsAt: daily.endsAt,
          breakFrom: daily.breakFrom,
          breakMinutes: String(daily.breakMinutes),
        }}
      >
        <p className="quiet">{t("proposeHint")}</p>
        {sessions.length > 0 ? (
          <Notice tone="attention">{t("replacing", { replaced: sessions.length - stays, stays })}</Notice>
        ) : null}
        <Hidden name="courseId" value={courseId} />
        <Hidden name="foreseen" value={timetableWord(known)} />
        {byHand > 0 ? (
          <CheckField name="replaceByHand" label={t("replaceByHand", { count: byHand })} />
        ) : null}
        <div className="grid gap-4 min-[24rem]:grid-cols-2">
          <TextField name="startsAt" type="time" label={t("startsAt")} />
          <TextField name="endsAt" type="time" label={t("endsAt")} />
          <TextField name="breakFrom" type="time" label={t("breakFrom")} />
          <TextField name="breakMinutes" inputMode="numeric" label={t("breakMinutes")} dir="ltr" />
        </div>
        <div>
          <Submit tone={sessions.length > 0 ? "quiet" : "main"} busy={t("saving")}>
            {t("proposeNow")}
          </Submit>
        </div>
      </ProposalForm>
    </section>
  );
}
