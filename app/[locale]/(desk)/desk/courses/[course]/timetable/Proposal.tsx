import { getTranslations } from "next-intl/server";
import { TimeField } from "@/app/_ui/form/days";
import { CheckField, Hidden, Submit, TextField } from "@/app/_ui/form/fields";
import { Notice } from "@/app/_ui/kit/Notice";
import { SidePanel } from "@/app/_ui/kit/SidePanel";
import type { Session } from "@/lib/timetable/queries";
import { hoursToPropose } from "@/lib/timetable/rules";
import { staysInProposal } from "@/lib/timetable/rules/propose";
import { timetableWord } from "@/lib/timetable/rules/sessions";
import { ProposalForm } from "./forms";

/** Where there is no session yet, the way to all of them. */
export async function FirstProposal({ courseId }: { courseId: number }) {
  const t = await getTranslations("timetable");
  return (
    <section className="card grid gap-4 max-w-xl" aria-labelledby="propose">
      <h2 id="propose" className="text-base">
        {t("propose")}
      </h2>
      <Proposal courseId={courseId} sessions={[]} />
    </section>
  );
}

/** Beside the sheet, a new proposal. */
export async function ProposalPanel({
  courseId,
  sessions,
  close,
}: {
  courseId: number;
  sessions: readonly Session[];
  close: string;
}) {
  const t = await getTranslations("timetable");
  return (
    <SidePanel row="propose-again" title={t("proposeAgain")} close={close}>
      <Proposal courseId={courseId} sessions={sessions} />
    </SidePanel>
  );
}

/** Proposes the sessions of a course, and says first what of those that are there it replaces. */
async function Proposal({ courseId, sessions }: { courseId: number; sessions: readonly Session[] }) {
  const t = await getTranslations("timetable");
  const known = sessions.map((s) => ({ ...s, held: s.entries > 0 }));
  const stays = known.filter((s) => staysInProposal(s, false)).length;
  const byHand = known.filter((s) => s.placedByHand && !s.held).length;
  const daily = hoursToPropose(sessions);
  return (
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
      {byHand > 0 ? <CheckField name="replaceByHand" label={t("replaceByHand", { count: byHand })} /> : null}
      <div className="grid gap-4 min-[24rem]:grid-cols-2">
        <TimeField name="startsAt" label={t("startsAt")} />
        <TimeField name="endsAt" label={t("endsAt")} />
        <TimeField name="breakFrom" label={t("breakFrom")} />
        <TextField name="breakMinutes" inputMode="numeric" label={t("breakMinutes")} dir="ltr" />
      </div>
      <div>
        <Submit busy={t("saving")}>{t("proposeNow")}</Submit>
      </div>
    </ProposalForm>
  );
}
