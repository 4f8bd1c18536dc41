"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRef } from "react";
import { useWatch } from "react-hook-form";
import { Hidden } from "@/app/_ui/form/fields";
import { useHeadRoom } from "@/app/_ui/kit/dock";
import { PersonName } from "@/app/_ui/PersonName";
import { ScoreField } from "@/app/_ui/ScoreField";
import { Written } from "@/app/_ui/Written";
import { gain, percentTyped } from "@/lib/assessments/rules";
import { percent } from "@/lib/i18n/format";
import { nameFor } from "@/lib/i18n/rules";
import { type ScoredPerson, scoreColumns } from "./scoreDefaults";

/** Everybody with their scores, to be entered while that is open, and how much better the second test is. */
export function ScoreRows({
  people,
  open,
  shown = null,
}: {
  people: readonly ScoredPerson[];
  open: boolean;
  /** The one that a phone shows; all of them where it is null. */
  shown?: number | null;
}) {
  const t = useTranslations("tests");
  const head = useRef<HTMLTableCellElement>(null);
  useHeadRoom(head);
  return (
    <table className="rows score-rows">
      <caption className="sr-only">{t("title")}</caption>
      <thead>
        <tr>
          <th ref={head} scope="col">
            {t("person")}
          </th>
          {scoreColumns.map(([kind]) => (
            <th key={kind} scope="col">
              {t(kind)}
            </th>
          ))}
          <th scope="col">{t("gain")}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person, i) => (
          <ScoreRow
            key={person.registrationId}
            person={person}
            at={i}
            open={open}
            out={shown !== null && shown !== i}
          />
        ))}
      </tbody>
    </table>
  );
}

function ScoreRow({
  person: p,
  at,
  open,
  out,
}: {
  person: ScoredPerson;
  at: number;
  open: boolean;
  /** True where a phone shows somebody else. */
  out: boolean;
}) {
  const locale = useLocale();
  const t = useTranslations("tests");
  return (
    <tr id={`score-${at}`} data-out={out ? "" : undefined}>
      <th scope="row">
        {open ? <Hidden name={`scores.${at}.registrationId`} value={p.registrationId} /> : null}
        <PersonName name={p.name} latinName={p.latinName} inLine />
        {p.organisation ? (
          <span className="score-organisation">
            <Written>{p.organisation}</Written>
          </span>
        ) : null}
      </th>
      {scoreColumns.map(([kind, field]) => (
        <td key={kind} data-label={t(kind)}>
          {open ? (
            <ScoreField
              name={`scores.${at}.score.${kind}`}
              upon={`scores.${at}.was.${kind}`}
              label={t("scoreOf", { kind: t(kind), name: nameFor(p, locale) })}
            />
          ) : p[field] === null ? (
            "–"
          ) : (
            percent(p[field], locale)
          )}
        </td>
      ))}
      <td data-label={t("gain")}>
        {open ? <GainTyped at={at} /> : <Gain points={gain(p.preTest, p.postTest)} />}
      </td>
    </tr>
  );
}

const Gain = ({ points }: { points: number | null }) =>
  points === null ? "–" : <bdi dir="ltr">{points > 0 ? `+${points}` : points}</bdi>;

/** The gain of the two scores that stand in the fields: also of those that are typed and not saved yet. */
function GainTyped({ at }: { at: number }) {
  const typed = useWatch({ name: [`scores.${at}.score.pre_test`, `scores.${at}.score.post_test`] });
  const [pre, post] = typed.map(percentTyped);
  return <Gain points={gain(pre ?? null, post ?? null)} />;
}
