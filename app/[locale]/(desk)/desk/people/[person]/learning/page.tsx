import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, keyIn, oneOf, type SearchParams } from "@/app/_server/asked";
import { currentContext, granted, requireContext } from "@/app/_server/context";
import { DayField } from "@/app/_ui/form/days";
import { ChoiceField, Hidden, SelectField, Submit } from "@/app/_ui/form/fields";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { Toast } from "@/app/_ui/kit/Toast";
import { FirstName } from "@/app/_ui/PersonName";
import { Say } from "@/app/_ui/Say";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import { type Locale, nameFor, shownIn, type Translated } from "@/lib/i18n/rules";
import { programmeDays } from "@/lib/programmes/queries";
import { programmeCalled } from "@/lib/programmes/rules";
import { ifGranted } from "@/lib/result";
import { personLedger, personStandings, recognisers } from "@/lib/stages/queries";
import { personNotBegun } from "@/lib/stages/queries/notBegun";
import type { Learnt, ToolLedger } from "@/lib/stages/rules/ledger";
import { RecogniseForm, TakeBackForm } from "../../../../_stages/forms";
import { LearntLine, Modules } from "../../../../_stages/Modules";
import { moduleOptions } from "../../../../_stages/moduleOptions";
import { NotBegun } from "../../../../_stages/NotBegun";
import { Standings } from "../../../../_stages/Standings";
import { WayLink } from "../../../../_stages/WayLink";
import { WithReason, Words } from "../../../../_stages/Words";

const asked = asking({ done: oneOf(["recognised", "takenBack"]) });

type Props = { params: Promise<{ person: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props) {
  const cx = await currentContext();
  const of = keyIn((await params).person);
  const found = ifGranted(() => gate.person(cx, "people.read", of));
  const t = await getTranslations("ledger");
  return found ? { title: `${t("title")} · ${nameFor(found, await getLocale())}` } : {};
}

/** What somebody learnt and taught, and where earlier learning is recognised and taken back. */
export default async function Learning({ params, searchParams }: Props) {
  const { person: of } = await params;
  const cx = await requireContext("people.read", `/desk/people/${encodeURIComponent(of)}/learning`);
  const person = granted(() => gate.person(cx, "people.read", keyIn(of)));
  const ledger = personLedger(cx, person);
  const programmes = recognisers(cx, person);
  const { done } = await asked(searchParams);
  const ways = personStandings(cx, person, programmeDays(cx));
  const t = await getTranslations("ledger");
  return (
    <div className="grid gap-6 max-w-3xl">
      <PageHead
        title={t("title")}
        under={
          <Link href={`/desk/people/${person.id}`}>
            <FirstName of={person} />
          </Link>
        }
      />
      <Standings
        personId={person.id}
        ways={ways}
        more={(way) => <WayLink cx={cx} personId={person.id} way={way} />}
      />
      <NotBegun ways={personNotBegun(cx, person, programmeDays(cx), ways)} />
      <p>
        <Link href={`/desk/people/${person.id}/renewal`} prefetch={false} className="button">
          {(await getTranslations("renewal"))("open")}
        </Link>
      </p>
      <Modules ledger={ledger} />
      <Recognised ledger={ledger} mayTakeBack={programmes.map(({ id }) => id)} />
      {programmes.length === 0 ? (
        <p className="quiet">{t(person.id === cx.viewer.personId ? "notOwn" : "notHere")}</p>
      ) : (
        <Recognise cx={cx} personId={person.id} programmes={programmes} />
      )}
      {done ? <Toast of={done}>{t(`done.${done}`)}</Toast> : null}
    </div>
  );
}

/** What is recognised, each with the means to take it back where the viewer may. */
async function Recognised({
  ledger,
  mayTakeBack,
}: {
  ledger: readonly ToolLedger[];
  mayTakeBack: readonly number[];
}) {
  const t = await getTranslations("ledger");
  const all = ledger.flatMap((tool) =>
    tool.modules.flatMap(({ code, title, learnt }) =>
      learnt.flatMap((one) => (one.by === "recognition" ? [{ tool, code, title, one }] : [])),
    ),
  );
  if (all.length === 0) return null;
  return (
    <section className="card grid gap-4" aria-labelledby="recognised">
      <h2 id="recognised" className="text-base">
        {t("earlier")}
      </h2>
      {all.map(({ tool, code, title, one }) => (
        <div key={one.recognitionId} className="grid gap-2">
          <h3 className="text-sm">
            <Say text={tool.title} /> <bdi>{code}</bdi> <Say text={title} />
          </h3>
          <ul>
            <LearntLine one={one} />
          </ul>
          {mayTakeBack.includes(one.programmeId) ? <TakeBack one={one} /> : null}
        </div>
      ))}
    </section>
  );
}

async function TakeBack({ one }: { one: Extract<Learnt, { by: "recognition" }> }) {
  const t = await getTranslations("ledger");
  return (
    <WithReason
      title={t("takeBack")}
      form={TakeBackForm}
      keys={<Hidden name="recognitionId" value={one.recognitionId} />}
      name="reason"
      label={t("reason")}
      now={t("takeBackNow")}
      busy={t("saving")}
    />
  );
}

async function Recognise({
  cx,
  personId,
  programmes,
}: {
  cx: Context;
  personId: number;
  programmes: readonly { id: number; title: Translated }[];
}) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("ledger");
  const plan = await getTranslations("plan");
  const modules = moduleOptions(cx, locale, (label) => plan("version", { label }));
  return (
    <section className="card grid gap-4" aria-labelledby="recognise">
      <div className="grid gap-1">
        <h2 id="recognise" className="text-base">
          {t("recognise")}
        </h2>
        <p className="quiet">{t("recogniseHint")}</p>
      </div>
      <RecogniseForm
        className="grid gap-4"
        defaults={{ programmeId: String(programmes[0]!.id), moduleIds: [] }}
      >
        <Hidden name="personId" value={personId} />
        <SelectField
          name="programmeId"
          label={t("programme")}
          options={programmes.map(({ id, title }) => ({
            value: String(id),
            label: shownIn(programmeCalled(title), locale),
          }))}
        />
        <ChoiceField name="moduleIds" label={t("modules")} options={modules} many columns />
        <DayField name="day" label={t("day")} hint={t("dayHint")} optional={t("optional")} />
        <Words name="evidence" label={t("evidence")} hint={t("evidenceHint")} />
        <div>
          <Submit busy={t("saving")}>{t("recogniseNow")}</Submit>
        </div>
      </RecogniseForm>
    </section>
  );
}
