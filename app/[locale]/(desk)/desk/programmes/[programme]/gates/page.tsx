import { Check } from "lucide-react";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, keyIn, oneOf, type SearchParams } from "@/app/_server/asked";
import { granted, requireContext } from "@/app/_server/context";
import { DayField } from "@/app/_ui/form/days";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { Toast } from "@/app/_ui/kit/Toast";
import { Say } from "@/app/_ui/Say";
import * as gate from "@/lib/access/gate";
import { fullDay } from "@/lib/i18n/format";
import { dotBetween, type Locale, nameInSentence } from "@/lib/i18n/rules";
import { dayInProgramme } from "@/lib/programmes/queries";
import { programmeGates } from "@/lib/stages/queries";
import { type Gate, gateNames, gatePresets, pointsOf, presets, type Unset } from "@/lib/stages/rules/gates";
import { GatesForm } from "./forms";
import { GateFields } from "./GateFields";

type Props = { params: Promise<{ programme: string }>; searchParams: SearchParams };

const asked = asking({ preset: oneOf(gatePresets), done: oneOf(["saved"]) });

export const generateMetadata = async () => ({ title: (await getTranslations("gates"))("title") });

const fieldOf = (name: Gate, value: number | boolean) =>
  typeof value === "boolean" ? (value ? "yes" : "no") : name === "passMark" ? pointsOf(value) : String(value);

/** What the fields hold of gates: nothing where a gate is not set. */
const fieldsOf = (gates: Unset) =>
  Object.fromEntries(
    gateNames.map((name) => {
      const value = gates[name];
      return [name, value === null || value === undefined ? "" : fieldOf(name, value)];
    }),
  );

/** What a programme asks of its trainers, by versions, and whom a new one touches. */
export default async function GatesOfProgramme({ params, searchParams }: Props) {
  const { programme: programmeKey } = await params;
  const path = `/desk/programmes/${encodeURIComponent(programmeKey)}/gates`;
  const cx = await requireContext("programmes.edit", path);
  const programme = granted(() => gate.programme(cx, "programmes.edit", keyIn(programmeKey)), path);
  const said = await asked(searchParams);
  const today = dayInProgramme(cx, programme.id);
  const { versions, now, entered, toCome } = programmeGates(cx, programme, today);
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("gates");
  const last = versions.at(-1);
  const preset = said.preset ?? last?.preset ?? "own";
  const shown: Unset = said.preset ? presets[said.preset] : (last?.gates ?? presets.own);
  return (
    <div className="grid gap-6 max-w-3xl">
      <PageHead
        title={t("title")}
        under={
          <Link href={`/desk/programmes/${programme.id}`}>
            <bdi>{programme.code}</bdi>
          </Link>
        }
      />
      <p>{t("lead")}</p>
      <p>
        <Link href={`/desk/programmes/${programme.id}/workshops`} prefetch={false}>
          {(await getTranslations("confirming"))("title")}
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
        <ul className="grid gap-1">
          {versions.map((version) => (
            <li key={version.id}>
              {t("version", { number: version.number, day: fullDay(version.inForceFrom, locale) })}
              {dotBetween}
              {t(`preset.${version.preset}`)}
              {version.by ? `${dotBetween}${t("setBy", { name: nameInSentence(version.by, locale) })}` : null}
              {version.gates.countOneIn ? null : `${dotBetween}${t("noConfirmation")}`}
              {version.id === now?.id ? <strong>{`${dotBetween}${t("now")}`}</strong> : null}
            </li>
          ))}
        </ul>
      </section>
      <section className="card grid gap-2" aria-labelledby="touches">
        <h2 id="touches" className="text-base">
          {t("touches")}
        </h2>
        <p>{t("stays", { count: entered })}</p>
        {toCome.length === 0 ? (
          <p>{t("noneToCome")}</p>
        ) : (
          <>
            <p>{t("toCome")}</p>
            <ul className="grid gap-1">
              {toCome.map((course) => (
                <li key={course.id}>
                  <Link href={`/desk/courses/${course.id}`} prefetch={false}>
                    <Say text={course.title} />
                  </Link>
                  {course.endsOn ? `${dotBetween}${fullDay(course.endsOn, locale)}` : null}
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section className="card grid gap-5" aria-labelledby="new-version">
        <h2 id="new-version" className="text-base">
          {t("newVersion")}
        </h2>
        <div className="grid gap-2">
          <h3 className="text-sm">{t("begin")}</h3>
          <p className="quiet">{t("beginHint")}</p>
          <ul className="flex flex-wrap gap-2">
            {gatePresets.map((name) => (
              <li key={name}>
                <Link
                  href={`/desk/programmes/${programme.id}/gates?preset=${name}#new-version`}
                  prefetch={false}
                  className={name === preset ? "button border-accent bg-accent-tint text-accent" : "button"}
                  aria-current={name === preset ? "true" : undefined}
                >
                  {name === preset ? <Check size={16} aria-hidden /> : null}
                  {t(`preset.${name}`)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
        <GatesForm
          key={`${preset} ${versions.length} ${said.preset ?? ""}`}
          defaults={{ ...fieldsOf(shown), inForceFrom: today }}
        >
          <Hidden name="programmeId" value={programme.id} />
          <Hidden name="seen" value={versions.length} />
          <Hidden name="preset" value={preset} />
          <DayField name="inForceFrom" label={t("inForceFrom")} />
          <GateFields />
          <div>
            <Submit busy={t("saving")}>{t("save", { number: versions.length + 1 })}</Submit>
          </div>
        </GatesForm>
      </section>
      {said.done ? <Toast of={said.done}>{t("saved")}</Toast> : null}
    </div>
  );
}
