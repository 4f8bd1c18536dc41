import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { keyIn } from "@/app/_server/asked";
import { currentContext, granted, requireContext } from "@/app/_server/context";
import { DayField } from "@/app/_ui/form/days";
import { ChoiceField, Hidden, SelectField, Submit } from "@/app/_ui/form/fields";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { ToolMark } from "@/app/_ui/kit/ToolMark";
import { modulesSaid } from "@/app/_ui/modulesSaid";
import { FirstName } from "@/app/_ui/PersonName";
import { Say } from "@/app/_ui/Say";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import { fullDay } from "@/lib/i18n/format";
import { dotBetween, type Locale, nameFor, shownIn } from "@/lib/i18n/rules";
import { programmeCalled } from "@/lib/programmes/rules";
import { ifGranted } from "@/lib/result";
import { approvers, beforeEntered, type EnteredBefore } from "@/lib/stages/queries/renewals";
import { moduleOptions } from "../../../../_stages/moduleOptions";
import { CertifiedBeforeForm } from "../../../../_stages/renewalForms";
import { Words } from "../../../../_stages/Words";

type Props = { params: Promise<{ person: string }> };

export async function generateMetadata({ params }: Props) {
  const cx = await currentContext();
  const of = keyIn((await params).person);
  const found = ifGranted(() => gate.person(cx, "people.read", of));
  const t = await getTranslations("renewal");
  return found ? { title: `${t("beforeTitle")} · ${nameFor(found, await getLocale())}` } : {};
}

/** Enters a certification that somebody had before, by its paper. */
export default async function CertifiedBefore({ params }: Props) {
  const { person: of } = await params;
  const cx = await requireContext("people.read", `/desk/people/${encodeURIComponent(of)}/certified-before`);
  const person = granted(() => gate.person(cx, "people.read", keyIn(of)));
  const programmes = approvers(cx, person);
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("renewal");
  const l = await getTranslations("ledger");
  const plan = await getTranslations("plan");
  const modules = moduleOptions(cx, locale, (label) => plan("version", { label }));
  return (
    <div className="grid gap-6 max-w-3xl">
      <PageHead
        title={t("beforeTitle")}
        under={
          <Link href={`/desk/people/${person.id}/renewal`}>
            <FirstName of={person} />
          </Link>
        }
      />
      <p>{t("beforeLead")}</p>
      <Entered papers={beforeEntered(cx, person)} />
      {programmes.length === 0 ? (
        <p className="quiet">{t(person.id === cx.viewer.personId ? "notOwn" : "notHere")}</p>
      ) : (
        <CertifiedBeforeForm
          className="card grid gap-4"
          defaults={{
            programmeId: String(programmes[0]!.id),
            moduleIds: [],
            day: "",
            until: "",
            words: "",
          }}
        >
          <Hidden name="personId" value={person.id} />
          <SelectField
            name="programmeId"
            label={l("programme")}
            options={programmes.map(({ id, title }) => ({
              value: String(id),
              label: shownIn(programmeCalled(title), locale),
            }))}
          />
          <ChoiceField name="moduleIds" label={l("modules")} options={modules} many columns />
          <DayField name="day" label={t("beforeFrom")} />
          <DayField name="until" label={t("beforeUntil")} near="day" />
          <Words label={t("beforeWords")} hint={t("beforeWordsHint")} />
          <div>
            <Submit busy={t("saving")}>{t("beforeNow")}</Submit>
          </div>
        </CertifiedBeforeForm>
      )}
    </div>
  );
}

/** The papers that were entered so far, of which another one must not say the same again. */
async function Entered({ papers }: { papers: readonly EnteredBefore[] }) {
  const locale = await getLocale();
  const t = await getTranslations("renewal");
  const d = await getTranslations("decide");
  if (papers.length === 0) return null;
  return (
    <section className="grid gap-2" aria-labelledby="entered">
      <h2 id="entered" className="text-base">
        {t("beforeEntered")}
      </h2>
      <ul className="grid gap-2">
        {papers.map((one) => (
          <li key={one.id} className="card grid gap-1">
            <p className="flex flex-wrap gap-x-3">
              <ToolMark tool={one.tool} />
              <span>{modulesSaid(one.modules, d("whole"), locale)}</span>
              <Say text={one.programme} />
            </p>
            <p>
              {t("beforePeriod", { from: fullDay(one.day, locale), until: fullDay(one.until, locale) })}
              {one.waits ? `${dotBetween}${t("beforeUnconfirmed")}` : null}
            </p>
            <p className="whitespace-pre-line">
              <Written>{one.words ?? ""}</Written>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
