import { Info } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Written } from "@/app/_ui/Written";
import {
  endOnPaper,
  groundsOnPaper,
  heldOnPaper,
  hoursOnPaper,
  lackingOnPaper,
  placeOnPaper,
  struckOnPaper,
  trainingOnPaper,
} from "@/app/_words/certificate";
import { messagesOf } from "@/app/_words/messages";
import type { Verification } from "@/lib/certificates/queries";
import { paperOf, saysEnd } from "@/lib/certificates/rules";
import { type Printed, saidIn } from "@/lib/certificates/rules/printed";
import { groupSerial } from "@/lib/certificates/rules/serial";
import { dayOnPaper, heldTogether } from "@/lib/i18n/format";
import { directionOf, type Locale, languageTold, namesFor, runsIn } from "@/lib/i18n/rules";

import { ToolList } from "./ToolList";

export type Named = Extract<Verification, { name: string }>;

/** What a certificate says: whose it is, then each fact in the reader's language with what is printed beside. */
export function CertificateFacts({ named }: { named: Named }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("verify");
  const certificate = useTranslations("certificate");
  const { answer, language: own } = named;
  const other = own === locale ? null : own;
  const end = endOnPaper(named.expiresOn, named.ends, locale);
  const day = (on: string): Pair => [dayOnPaper(on, locale), other && dayOnPaper(on, other)];
  return (
    <>
      <Name named={named} />
      <dl className="certificate-facts">
        {named.evidence ? null : <Row label={t("course")} own={own} texts={pairOf(named.course, locale)} />}
        <Tools named={named} />
        <Held named={named} />
        <Row label={t("issuer")} own={own} texts={pairOf(named.issuer, locale)} />
        <Signed named={named} />
        {named.decidedOn ? (
          <Row label={certificate("decidedOn")} own={own} texts={day(named.decidedOn)} />
        ) : null}
        {named.issuedOn ? <Row label={t("issuedOn")} own={own} texts={day(named.issuedOn)} /> : null}
        {saysEnd(answer) ? (
          <Row
            label={t("validUntil")}
            own={own}
            texts={end ? [end, other && endOnPaper(named.expiresOn, named.ends, other)] : [t("noEnd"), null]}
          />
        ) : null}
      </dl>
      {/* What a paper entitles to, it says only while it does. */}
      {answer === "valid" ? (
        <p className="certificate-note">
          <Info size={18} aria-hidden />
          <span>{t(`kind.${paperOf(named.kind, named.master)}`)}</span>
        </p>
      ) : null}
    </>
  );
}

/** The name in the reader's script first, as large as a name is on paper. */
function Name({ named: { name, latinName } }: { named: Named }) {
  const locale = useLocale();
  const names = namesFor({ name, latinName }, locale).filter((one) => one !== null);
  return (
    <div className="certificate-name">
      {names.map((one, i) => {
        const told = languageTold(one);
        return (
          <p key={one} className={i === 0 ? "certificate-first" : undefined}>
            <bdi lang={told && told !== locale ? told : undefined} dir={runsIn(one, locale)}>
              {one}
            </bdi>
          </p>
        );
      })}
    </div>
  );
}

/** What the paper bears besides: programme, the course or on what it rests, duration, what was not met of an exception, who recommended. */
function Held({ named }: { named: Named }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("certificate");
  const { language: own, attended, recommendedBy, approvedBy } = named;
  const other = own === locale ? null : own;
  const lacking = (language: Locale) =>
    named.byException && named.evidence ? lackingOnPaper(named.evidence, language) : null;
  const notMet = lacking(locale);
  return (
    <>
      <Row label={t("programme")} own={own} texts={pairOf(named.programme, locale)} />
      {named.evidence ? <Evidence named={named} evidence={named.evidence} /> : <WhenAndWhere named={named} />}
      {attended === null ? null : (
        <Row
          label={t("hours")}
          own={own}
          texts={[hoursOnPaper(attended, locale), other && hoursOnPaper(attended, other)]}
        />
      )}
      {named.byException ? (
        <Row
          label={t("exception")}
          own={own}
          texts={[t("exceptionSaid"), other && messagesOf(other).certificate.exceptionSaid]}
        />
      ) : null}
      {notMet ? <Row label={t("lacking")} own={own} texts={[notMet, other && lacking(other)]} /> : null}
      {recommendedBy ? (
        <Row label={t("recommendedBy")} own={own} texts={pairOf(recommendedBy, locale)} />
      ) : null}
      {approvedBy ? (
        <Row
          label={t(named.renews ? "renewedBy" : "approvedBy")}
          own={own}
          texts={pairOf(approvedBy, locale)}
        />
      ) : null}
      {named.renews ? <Row label={t("renews")} own={own} texts={[groupSerial(named.renews), null]} /> : null}
    </>
  );
}

/** Days and place of the course, where the paper bears them by themselves. */
function WhenAndWhere({ named: { language: own, held, where } }: { named: Named }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("certificate");
  const other = own === locale ? null : own;
  const dates = heldOnPaper(held, locale);
  const place = (language: Locale) =>
    placeOnPaper({ ...where, place: saidIn(where.place, language) }, language);
  return (
    <>
      {dates ? <Row label={t("dates")} own={own} texts={[dates, other && heldOnPaper(held, other)]} /> : null}
      <Row
        label={t("place")}
        own={own}
        texts={[place(locale), other && placeOnPaper({ ...where, place: where.place.printed }, other)]}
      />
    </>
  );
}

/** On what a trainer certification rests: the training of trainers, and what came of it since. */
function Evidence({ named, evidence }: { named: Named; evidence: NonNullable<Named["evidence"]> }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("certificate");
  const { language: own, course, held, where } = named;
  const other = own === locale ? null : own;
  const training = (say: (text: Printed) => string, language: Locale) =>
    trainingOnPaper({ ...held, ...where, course: say(course), place: say(where.place) }, language);
  const grounds = groundsOnPaper(evidence, locale);
  const struckOut = struckOnPaper(named, locale);
  return (
    <>
      <Row
        label={t("course")}
        own={own}
        texts={[
          training((text) => saidIn(text, locale), locale),
          other && training(({ printed }) => printed, other),
        ]}
      />
      {grounds ? (
        <Row label={t("grounds")} own={own} texts={[grounds, other && groundsOnPaper(evidence, other)]} />
      ) : null}
      {struckOut ? (
        <Row label={t("struck")} own={own} texts={[struckOut, other && struckOnPaper(named, other)]} />
      ) : null}
    </>
  );
}

/** Who signed, each with what they sign as. */
function Signed({ named: { signatories, language: own } }: { named: Named }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("verify");
  if (signatories.length === 0) return null;
  const people = (of: (role: Printed) => string, language: Locale) => (
    <ul className="grid gap-2">
      {signatories.map(({ name, role }) => (
        <li key={name}>
          <Written className="font-semibold">{name}</Written>
          <bdi className="block" dir={runsIn(of(role), language)}>
            {of(role)}
          </bdi>
        </li>
      ))}
    </ul>
  );
  const differs = signatories.some(({ role }) => saidIn(role, locale) !== role.printed);
  return (
    <Line
      label={t("signedBy")}
      said={people((role) => saidIn(role, locale), locale)}
      own={own}
      printed={differs ? people((role) => role.printed, own) : null}
    />
  );
}

/** What the reader reads, and what is printed where that is something else. */
type Pair = [said: string, printed: string | null];

const pairOf = (text: Printed, locale: Locale): Pair => {
  const said = saidIn(text, locale);
  return [said, said === text.printed ? null : text.printed];
};

/** A fact: what it is, in the reader's language, and beside it in the certificate's own. */
function Row({ label, own, texts: [said, printed] }: { label: string; own: Locale; texts: Pair }) {
  const locale = useLocale();
  // What is known in no other language is read as it is printed, and a name in other letters in the language that they tell.
  const told = printed ? null : languageTold(said);
  return (
    <Line
      label={label}
      said={
        <bdi lang={told && told !== locale ? told : undefined} dir={runsIn(said, told ?? locale)}>
          {heldTogether(said, locale)}
        </bdi>
      }
      own={own}
      printed={printed && heldTogether(printed, own)}
    />
  );
}

function Line({
  label,
  said,
  own,
  printed,
}: {
  label: string;
  said: ReactNode;
  own: Locale;
  printed: ReactNode;
}) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{said}</dd>
      {printed ? (
        <dd lang={own} dir={directionOf(own)} className="certificate-own">
          {printed}
        </dd>
      ) : null}
    </div>
  );
}

function Tools({ named }: { named: Named }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("verify");
  const said = (text: Printed) => saidIn(text, locale);
  const printed = (text: Printed) => text.printed;
  const all = named.tools.flatMap(({ name, modules }) => [name, ...modules.map(({ title }) => title)]);
  const differs = all.some((text) => said(text) !== text.printed);
  return (
    <Line
      label={t("tools")}
      said={<ToolList named={named} of={said} locale={locale} />}
      own={named.language}
      printed={differs ? <ToolList named={named} of={printed} locale={named.language} /> : null}
    />
  );
}
