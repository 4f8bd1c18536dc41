import { createTranslator } from "next-intl";
import type { CertificateDraft, certificateDocument } from "@/lib/certificates/queries";
import { type CertificateEvidence, groundKinds, paperOf } from "@/lib/certificates/rules";
import { minutesOnPaper } from "@/lib/certificates/rules/lacks";
import { groupSerial } from "@/lib/certificates/rules/serial";
import { moduleName } from "@/lib/curriculum/rules";
import { printableName } from "@/lib/documents/coverage";
import type { CertificatePage } from "@/lib/documents/page";
import { processSettings } from "@/lib/env/settings";
import { countryName, dayOnPaper, hours, list, rangeOnPaper } from "@/lib/i18n/format";
import { commas, dotBetween, holdDashes, type Locale, namesJoined, typographic } from "@/lib/i18n/rules";
import { byEnd } from "@/lib/stages/rules/ends";
import { messagesOf } from "./messages";

type Document = Pick<
  ReturnType<typeof certificateDocument>,
  "facts" | "kind" | "language" | "serial" | "issuedOn" | "expiresOn"
> & { byException?: boolean; decidedOn?: string | null };

const translatorOf = (language: Locale) =>
  createTranslator({ locale: language, messages: messagesOf(language), namespace: "certificate" });
/** The words of certificates by language. */
const words: Record<Locale, ReturnType<typeof translatorOf>> = {
  en: translatorOf("en"),
  fr: translatorOf("fr"),
  ar: translatorOf("ar"),
};

/** Text set into other text, whichever way the one or the other runs. */
const isolate = (text: string) => `\u2068${text}\u2069`;

/**
 * In Arabic, every run of Latin words stands by itself, with the comma or the like that was typed between two of them: so both the
 * order of the words and the place of what joins them stay as they were typed.
 */
const latinWord = "\\p{Script=Latin}[\\p{Script=Latin}\\p{M}\\d]*(?:[.'’&+\\-][\\p{Script=Latin}\\d]+)*";
const latinRun = new RegExp(`${latinWord}(?:[,;:]? ${latinWord})*`, "gu");
const isolateLatin = (text: string, language: Locale) =>
  holdDashes(language === "ar" ? text.replace(latinRun, isolate) : typographic(text, language));

/** Most letters of a name of a place that are kept on one line. */
const longestPlace = 30;

/** A name of a place does not break over two lines, by itself or within a text (رام الله in the title of a course). */
export function keepPlace(text: string, place: string): string {
  const names = place.split(/[,،;(–—/]/u).map((name) => name.replace(/\)/gu, "").trim());
  return names
    .filter((name) => name.includes(" ") && name.length <= longestPlace)
    .reduce((kept, name) => kept.replaceAll(name, name.replaceAll(" ", "\u00A0")), text);
}

/** Whole hours on paper, never more than were attended; less than an hour in minutes. */
export const hoursOnPaper = (minutes: number, language: string) => hours(minutesOnPaper(minutes), language);

/** The version of a tool on paper; of a national variant with its country. */
export const versionOnPaper = (
  { version, country }: { version: string; country?: string },
  language: Locale,
): string => [version, country && countryName(country, language)].filter(Boolean).join(dotBetween);

/** The days of a course on paper, or its year where no days are known; null where nothing is. */
export const heldOnPaper = (
  { startsOn, endsOn, year }: Pick<Document["facts"], "startsOn" | "endsOn" | "year">,
  language: Locale,
): string | null =>
  startsOn && endsOn ? rangeOnPaper(startsOn, endsOn, language) : year ? String(year) : null;

/** Where a course was held, on paper. */
export function placeOnPaper(
  { place, online, country }: Pick<Document["facts"], "place" | "online" | "country">,
  language: Locale,
): string {
  const t = words[language];
  if (online) return t("online");
  const said = countryName(country, language);
  if (place.trim() === "") return said;
  const where = isolate(isolateLatin(keepPlace(place, place), language));
  return where + (place === said ? "" : t("inCountry", { country: said }));
}

/** The training of trainers that a certification goes back to: its title, days and place. */
export const trainingOnPaper = (
  facts: Pick<Document["facts"], "course" | "startsOn" | "endsOn" | "year" | "place" | "online" | "country">,
  language: Locale,
): string =>
  [
    isolate(isolateLatin(keepPlace(facts.course, facts.place), language)),
    // A line ends between the first date and the last, within neither of them.
    heldOnPaper(facts, language)?.replace(/(?<!–) (?!إلى )/g, "\u00A0"),
    placeOnPaper(facts, language),
  ]
    .filter(Boolean)
    .join(dotBetween);

/** On what a certification rests, counted, of a renewal with the day after which it counts; null where there is nothing but its training. */
export function groundsOnPaper(
  { since, counts }: Pick<CertificateEvidence, "since" | "counts">,
  language: Locale,
): string | null {
  const t = words[language];
  const grounds = list(
    groundKinds.flatMap((kind) =>
      // No line ends with a number.
      counts[kind] ? t(`ground.${kind}`, { count: counts[kind] }).replace(/^(\d+) /, "$1\u00A0") : [],
    ),
    language,
  );
  if (!grounds || since === null) return grounds || null;
  return t("groundsSince", { day: dayOnPaper(since, language), grounds });
}

/** Until when a paper is valid; where its modules end on several days, the end of each. Null for one without end. */
export function endOnPaper(
  expiresOn: string | null,
  ends: Parameters<typeof byEnd>[0] | undefined,
  language: Locale,
): string | null {
  if (!ends) return expiresOn && dayOnPaper(expiresOn, language);
  return byEnd(ends)
    .map(({ until, codes }) =>
      words[language]("moduleUntil", {
        modules: isolate(commas(codes, language)),
        day: dayOnPaper(until, language),
      }),
    )
    .join(dotBetween);
}

/** What was struck out since of that on which a certification rests, with the days on which it was; null where nothing was. */
export function struckOnPaper(
  { struck, struckOn }: { struck: CertificateEvidence["counts"]; struckOn: readonly string[] },
  language: Locale,
): string | null {
  const grounds = groundsOnPaper({ since: null, counts: struck }, language);
  const days = list(
    struckOn.map((day) => dayOnPaper(day, language)),
    language,
  );
  return grounds && words[language]("struckOn", { grounds, days });
}

/** Which conditions were not met when it was decided by exception, each with how far it was; null where nothing says so. */
export function lackingOnPaper(
  { lacking = [] }: Partial<CertificateEvidence>,
  language: Locale,
): string | null {
  const {
    gates: { name: ofWay },
    renewal: { gate: ofRenewal },
    stages,
  } = messagesOf(language);
  // Of a renewal a condition is over the whole period, as the way of its person says it.
  const conditions = { ...ofWay, ...ofRenewal };
  const of = createTranslator({ locale: language, messages: { stages }, namespace: "stages" });
  return (
    namesJoined(
      lacking.map(({ gate, need, have }) =>
        need > 1 ? `${conditions[gate]} (${of("of", { have, need })})` : conditions[gate],
      ),
      language,
    ) || null
  );
}

/** Why a certificate does not count now, and since which civil day, or until which one it was renewed. */
export type CertificateMark = {
  kind: "revoked" | "replaced" | "renewed" | "suspended" | "void";
  on: string;
};

/**
 * A certificate's facts put into the words of its language; marked across where it no longer counts.
 * @throws RangeError where no shipped font can print the name nor its Latin form (`printableName` tells beforehand).
 */
export function certificatePage(certificate: Document, mark: CertificateMark | null = null): CertificatePage {
  const { facts, kind, language } = certificate;
  const t = words[language];
  const paper = paperOf(kind, facts.master);
  const named = printableName(facts);
  if (!named) throw new RangeError(`no shipped font prints the name on certificate ${certificate.serial}`);
  const own = (text: string) => isolateLatin(text, language);
  const details: CertificatePage["details"] = [];
  const add = (label: Parameters<typeof t>[0], value: string | null | undefined) => {
    if (value) details.push({ label: t(label), value });
  };
  const day = (civil: string) => dayOnPaper(civil, language);
  const { evidence } = facts;
  add("programme", own(keepPlace(facts.programme, facts.place)));
  if (evidence) {
    add("course", trainingOnPaper(facts, language));
    add("grounds", groundsOnPaper(evidence, language));
  } else {
    add("dates", heldOnPaper(facts, language));
    add("place", placeOnPaper(facts, language));
  }
  add("hours", kind === "participation" ? hoursOnPaper(facts.minutes, language) : null);
  const excepted = evidence?.exception || certificate.byException;
  add("exception", excepted ? t("exceptionSaid") : null);
  add("lacking", excepted && evidence ? lackingOnPaper(evidence, language) : null);
  add("recommendedBy", facts.recommendedBy && own(facts.recommendedBy));
  add(facts.renews ? "renewedBy" : "approvedBy", facts.approvedBy && own(facts.approvedBy));
  add("renews", facts.renews && isolate(groupSerial(facts.renews)));
  add("decidedOn", certificate.decidedOn && day(certificate.decidedOn));
  add("issuedOn", day(certificate.issuedOn));
  add("validUntil", endOnPaper(certificate.expiresOn, facts.ends, language));
  const verifyUrl = `${processSettings().publicUrl}/verify/${certificate.serial}`;
  return {
    kind,
    language,
    title: t(`title.${paper}`),
    issuer: own(facts.issuer),
    intro: t(`intro.${paper}`),
    name: named.name,
    latinName: named.latinName,
    sentence: evidence
      ? t(`sentence.${facts.master ? "master" : "certified"}`)
      : t(`sentence.${paper}`, { course: isolate(own(keepPlace(facts.course, facts.place))) }),
    heads: [t("tool"), t("modules"), t("version")],
    tools: facts.tools.map((tool) => ({
      name: own(tool.name),
      version: own(versionOnPaper(tool, language)),
      modules: tool.modules.map((m) => moduleName({ code: own(m.code) }, own(m.title))),
    })),
    details,
    signatories: facts.signatories.map(({ name, role }) => ({ name: own(name), role: own(role) })),
    serialLabel: t("serial"),
    serial: groupSerial(certificate.serial),
    verifyLabel: t("verifyAt"),
    verifyUrl,
    fictional: facts.fictional ? t("fictional") : null,
    mark: mark && isolate(t(`mark.${mark.kind}`, { date: day(mark.on) })),
  };
}

/**
 * A sheet as it would be printed, before it has a serial: says across that it is a preview, and its QR code leads to no
 * certificate.
 */
export function certificatePreview(draft: CertificateDraft): CertificatePage {
  const t = words[draft.language];
  return {
    ...certificatePage({ ...draft, serial: "" }),
    serial: t("preview.serial"),
    verifyUrl: `${processSettings().publicUrl}/verify`,
    mark: t("preview.mark"),
  };
}
