import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, key, keyIn, oneOf, type SearchParams } from "@/app/_server/asked";
import { granted, requireContext } from "@/app/_server/context";
import { DayField } from "@/app/_ui/form/days";
import { NothingByEnter } from "@/app/_ui/form/enter";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { Toast } from "@/app/_ui/kit/Toast";
import { Say } from "@/app/_ui/Say";
import * as gate from "@/lib/access/gate";
import { fullDay, list } from "@/lib/i18n/format";
import { dotBetween, type Locale, nameInSentence } from "@/lib/i18n/rules";
import { dayInProgramme } from "@/lib/programmes/queries";
import { programmeCalled } from "@/lib/programmes/rules";
import { programmeGates } from "@/lib/stages/queries/gates";
import { replacedBy } from "@/lib/stages/rules/correcting";
import { changedFrom, gatePresets, ownGates, presets, type Unset } from "@/lib/stages/rules/gates";
import { isCivilDay } from "@/lib/time/civil";
import { GatesForm } from "./forms";
import { GateFields } from "./GateFields";
import { PresetButtons, TouchesButton } from "./PresetButtons";
import { asTyped, dayIn, fieldsOf, withScheme } from "./shown";
import { Touches } from "./Touches";
import { VersionGates } from "./VersionGates";

type Props = { params: Promise<{ programme: string }>; searchParams: SearchParams };

const asked = asking({
  /** The scheme that was chosen, and the one that the fields held then. */
  scheme: oneOf(gatePresets),
  preset: oneOf(gatePresets),
  /** The number of a version to come that is corrected. */
  corrects: key,
  /** The number of the version that was set. */
  done: key,
  /** That it was asked whom a version from the day in the form would touch. */
  show: oneOf(["touches"]),
});

export const generateMetadata = async () => ({ title: (await getTranslations("gates"))("title") });

/** What a programme asks of its trainers, by versions, and whom a new one touches. */
export default async function GatesOfProgramme({ params, searchParams }: Props) {
  const { programme: programmeKey } = await params;
  const path = `/desk/programmes/${encodeURIComponent(programmeKey)}/gates`;
  const cx = await requireContext("programmes.edit", path);
  const programme = granted(() => gate.programme(cx, "programmes.edit", keyIn(programmeKey)), path);
  const said = await asked(searchParams);
  const today = dayInProgramme(cx, programme.id);
  const { corrects, show } = said;
  const typedDay = dayIn(await searchParams, "");
  const { versions, now, ...touches } = programmeGates(cx, programme, today, {
    inForceFrom: isCivilDay(typedDay) ? typedDay : null,
    corrects,
  });
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("gates");
  const toCorrect = versions.find(
    (one) => one.number === said.corrects && one.inForceFrom > today && !replacedBy(versions, one),
  );
  const last = toCorrect ?? versions.at(-1);
  // What the fields held before a scheme was chosen: that of another scheme, or of the version they began with.
  const { filled } = await searchParams;
  const before: Unset = filled && said.preset ? presets[said.preset] : (last?.gates ?? presets.own);
  const preset = said.scheme ?? (show ? said.preset : null) ?? last?.preset ?? "own";
  const { fields, touched: changed } = said.scheme
    ? withScheme(said.scheme, before, await searchParams, locale)
    : show
      ? asTyped(before, await searchParams, locale)
      : { fields: fieldsOf(before, locale), touched: [] };
  const unset = Object.values(fields).filter((value) => value === "").length;
  const day = dayIn(await searchParams, toCorrect?.inForceFrom ?? today);
  return (
    <div className="grid gap-6 max-w-3xl">
      <PageHead
        title={t("title")}
        under={
          <Link href={`/desk/programmes/${programme.id}`}>
            <Say text={programmeCalled(programme.title)} />
          </Link>
        }
      />
      <p>{t("lead")}</p>
      <p className="flex flex-wrap gap-x-5">
        <Link href={`/desk/programmes/${programme.id}/workshops`} prefetch={false}>
          {(await getTranslations("confirming"))("title")}
        </Link>
        <Link href={`/desk/programmes/${programme.id}/candidates`} prefetch={false}>
          {(await getTranslations("roleMissing"))("title")}
        </Link>
        <Link href={`/desk/programmes/${programme.id}/certified-before`} prefetch={false}>
          {(await getTranslations("papers"))("title")}
        </Link>
      </p>
      <section className="card grid gap-2" aria-labelledby="versions">
        <h2 id="versions" className="text-base">
          {t("versions")}
        </h2>
        {now ? null : (
          <p>
            {t("nowOwn")} {t("noConfirmationNow")}
          </p>
        )}
        {now ? null : <VersionGates gates={ownGates} number={null} preset="own" />}
        <ul className="grid gap-1">
          {versions.map((version) => (
            <li key={version.id}>
              {t("version", { number: version.number, day: fullDay(version.inForceFrom, locale) })}
              {dotBetween}
              {t(`preset.${version.preset}`)}
              {changedFrom(version.preset, version.gates).length > 0
                ? t("changedFrom", {
                    conditions: list(
                      changedFrom(version.preset, version.gates).map((one) => t(`name.${one}`)),
                      locale,
                    ),
                  })
                : null}
              {version.by ? `${dotBetween}${t("setBy", { name: nameInSentence(version.by, locale) })}` : null}
              {version.gates.countOneIn ? null : `${dotBetween}${t("noConfirmation")}`}
              {replacedBy(versions, version)
                ? `${dotBetween}${t("replacedBefore", { number: replacedBy(versions, version)! })}`
                : null}
              {version.inForceFrom > today && !replacedBy(versions, version) ? (
                <>
                  {dotBetween}
                  <Link
                    href={`${path}?corrects=${version.number}#new-version`}
                    prefetch={false}
                    className="inline-flex items-center min-h-11"
                  >
                    {t("correct", { number: version.number })}
                  </Link>
                </>
              ) : null}
              {version.id === now?.id ? <strong>{`${dotBetween}${t("now")}`}</strong> : null}
              <VersionGates gates={version.gates} number={version.number} preset={version.preset} />
            </li>
          ))}
        </ul>
      </section>
      <Touches {...touches} />
      <section className="card grid gap-5" aria-labelledby="new-version">
        <h2 id="new-version" className="text-base">
          {t("newVersion")}
        </h2>
        {toCorrect ? <p>{t("correctHint", { number: toCorrect.number })}</p> : null}
        <GatesForm
          // By what the address says alone: what a colleague set meanwhile leaves what was typed, and the answer.
          key={`${said.scheme} ${said.corrects} ${said.done} ${show}`}
          defaults={{ ...fields, inForceFrom: day }}
        >
          <div className="grid gap-2">
            <h3 className="text-sm">{t("begin")}</h3>
            <p className="quiet">{t("beginHint")}</p>
            <p>{t("unset", { count: unset })}</p>
            <NothingByEnter />
            <PresetButtons
              path={path}
              presets={gatePresets.map((name) => ({ name, label: t(`preset.${name}`) }))}
              chosen={preset}
            />
          </div>
          <Hidden name="corrects" value={toCorrect?.number ?? ""} />
          <Hidden name="filled" value={said.scheme || (show && filled) ? "yes" : ""} />
          <Hidden name="touched" value={changed.join(",")} />
          <Hidden name="programmeId" value={programme.id} />
          <Hidden name="seen" value={versions.length} />
          <Hidden name="preset" value={preset} />
          <DayField name="inForceFrom" label={t("inForceFrom")} />
          <div>
            <TouchesButton path={path} label={t("showTouches")} />
          </div>
          <GateFields />
          <div>
            <Submit busy={t("saving")}>{t("save", { number: versions.length + 1 })}</Submit>
          </div>
        </GatesForm>
      </section>
      {said.done ? <Toast of={String(said.done)}>{t("saved")}</Toast> : null}
    </div>
  );
}
