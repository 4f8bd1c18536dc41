import { shippedTools as catalogue } from "../../db/values/catalogue";
import { groupSerial, serialFrom } from "../../lib/certificates/rules/serial";
import { moduleName } from "../../lib/curriculum/rules";
import ar from "../../lib/i18n/messages/ar.json";
import en from "../../lib/i18n/messages/en.json";
import fr from "../../lib/i18n/messages/fr.json";
import { dotBetween } from "../../lib/i18n/rules";

const messages = { en, fr, ar };

/** What certificates differ in, each with the values that make a page fuller or emptier. */
export const parameters = {
  language: ["en", "fr", "ar"],
  kind: ["participation", "trainer_certification"],
  tools: [1, 2, 3, 4, 5],
  /** Letters of the name; `unbroken`: 200 without a space. */
  name: [20, 60, 125, 200, "unbroken"],
  latin: [false, true],
  signatories: [0, 1, 2, 3],
  /** Letters of the programme's name, the course's title, the issuer, the place and a signatory's name and function. */
  programme: [9, 200],
  course: [40, 160],
  issuer: [33, 200],
  place: [12, 120],
  signatory: [16, 120],
  fictional: [false, true],
  marked: [false, true],
} as const;
export type Parameters = { [P in keyof typeof parameters]: (typeof parameters)[P][number] };
const names = Object.keys(parameters) as (keyof Parameters)[];

const words = {
  en: "International Labour Organization and the United Cooperative Federation of Agricultural Producers in Northern Provinces Supporting Refugees Host Communities Young Entrepreneurs Women Livelihoods ",
  fr: "Organisation internationale du Travail et Fédération des coopératives agricoles réunies pour l’autonomisation économique des productrices rurales, réfugiées et communautés d’accueil élargies ",
  ar: "منظمة العمل الدولية والاتحاد التعاوني للمنتجين الزراعيين في المحافظات الشمالية لدعم سبل العيش للاجئين والمجتمعات المضيفة ورائدات الأعمال وتمكين المرأة اقتصادياً ",
};
const people = {
  en: "Wilhelmina Oluwaseun Anne-Marie Achieng Montgomery Nakabuye Worthington Mwangi Mohammed ",
  fr: "Marie-Émilienne Nkoulou Mbarga Ngo Bassa Épouse Tchoumi Kabongo Mwamba Ngalula Désirée ",
  ar: "عبد الرحمن مصطفى محيي الدين هنيّة الخطيب أبو القاسم عبيدات زين العابدين نور الهدى ",
};

/** Exactly so many letters, of words that repeat; it ends with a letter. */
export function letters(from: string, count: number): string {
  const text = from.repeat(Math.ceil(count / from.length)).slice(0, count);
  return text.endsWith(" ") ? `${text.slice(0, -1)}${text[0]}` : text;
}

/** A serial that is right and its own for every number. */
export const serialOf = (n: number) =>
  serialFrom(Uint8Array.from({ length: 40 }, (_, i) => (n * 7 + i * 31 + (n >> (i % 8))) % 247));

/** The page of a certificate with these parameters, made by hand with every word ready. */
export function pageOf(p: Parameters, number: number) {
  const t = messages[p.language].certificate;
  const serial = serialOf(number);
  const text = (count: number) => letters(words[p.language], count);
  const nameFrom = (source: string) =>
    p.name === "unbroken" ? letters(source.replaceAll(" ", ""), 200) : letters(source, p.name);
  const course =
    p.language === "ar" ? `تدريب المدربين: Think.Coop وStart.Coop، ${text(p.course - 38)}` : text(p.course);
  const dates = p.language === "ar" ? "21–31 كانون الأول/ديسمبر 2026" : "21–31 December 2026";
  const details = [
    [t.programme, text(p.programme)],
    ...(p.kind === "participation"
      ? [
          [t.dates, dates],
          [t.place, text(p.place)],
          [t.hours, "37"],
        ]
      : [
          [t.course, [course, dates, text(p.place)].join(dotBetween)],
          [t.grounds, `${t.ground.refresher}, ${t.ground.examination}, ${text(p.place)}`],
          [t.exception, t.exceptionSaid],
          [t.recommendedBy, letters(people[p.language], p.signatory)],
          [t.approvedBy, letters(people[p.language], p.signatory)],
        ]),
    [t.issuedOn, p.language === "ar" ? "31 كانون الأول/ديسمبر 2026" : "31 December 2026"],
    ...(p.kind === "participation" ? [] : [[t.validUntil, "31/12/2029"]]),
  ];
  return {
    kind: p.kind,
    language: p.language,
    title: t.title[p.kind],
    issuer: text(p.issuer),
    intro: t.intro[p.kind],
    name: nameFrom(people[p.language]),
    latinName: p.latin ? nameFrom(people.en) : null,
    sentence:
      p.kind === "participation"
        ? t.sentence.participation.replace("{course}", course)
        : t.sentence.certified,
    heads: [t.tool, t.modules, t.version],
    tools: catalogue.slice(0, p.tools).map((tool) => ({
      name: tool.title[p.language],
      version: "2018",
      modules: tool.modules.map((m) => moduleName(m, m.title[p.language])),
    })),
    details: details.map(([label, value]) => ({ label: label!, value: value! })),
    signatories: Array.from({ length: p.signatories }, (_, i) => ({
      name: letters(people[p.language].slice(i * 3), p.signatory),
      role: text(p.signatory),
    })),
    serialLabel: t.serial,
    serial: groupSerial(serial),
    verifyLabel: t.verifyAt,
    verifyUrl: `https://cascade.example.org/verify/${serial}`,
    fictional: p.fictional ? t.fictional : null,
    mark: p.marked ? text(50) : null,
  };
}

/** The fullest page and the emptiest of each language and kind. */
export const extremes: Parameters[] = parameters.language.flatMap((language) =>
  parameters.kind.flatMap((kind) => [
    ...([200, "unbroken"] as const).map(
      (name): Parameters => ({
        language,
        kind,
        name,
        tools: 5,
        latin: true,
        signatories: 3,
        programme: 200,
        course: 160,
        issuer: 200,
        place: 120,
        signatory: 120,
        fictional: true,
        marked: true,
      }),
    ),
    {
      language,
      kind,
      name: 20,
      tools: 1,
      latin: false,
      signatories: 0,
      programme: 9,
      course: 40,
      issuer: 33,
      place: 12,
      signatory: 16,
      fictional: false,
      marked: false,
    } as Parameters,
  ]),
);

/** Few sets of parameters in which every two values of two parameters meet at least once. */
export function pairwise(): Parameters[] {
  const key = (a: string, x: unknown, b: string, y: unknown) => `${a}=${x} ${b}=${y}`;
  const open = new Set<string>();
  for (const [i, a] of names.entries())
    for (const b of names.slice(i + 1))
      for (const x of parameters[a]) for (const y of parameters[b]) open.add(key(a, x, b, y));
  const sets: Parameters[] = [];
  while (open.size > 0) {
    // Begins with a pair that has not met yet; each other value is the one that meets most of what is open.
    const set: Record<string, unknown> = {};
    for (const [a, x, b, y] of [[...open][0]!.split(/[= ]/)])
      for (const [name, value] of [
        [a!, x!],
        [b!, y!],
      ] as const)
        set[name] = parameters[name as keyof Parameters].find((v) => String(v) === value);
    for (const name of names) {
      if (name in set) continue;
      const meets = (value: unknown) =>
        Object.entries(set).filter(
          ([other, own]) => open.has(key(other, own, name, value)) || open.has(key(name, value, other, own)),
        ).length;
      set[name] = [...parameters[name]].sort((u, v) => meets(v) - meets(u))[0];
    }
    for (const a of names) for (const b of names) open.delete(key(a, set[a], b, set[b]));
    sets.push(set as Parameters);
  }
  return sets;
}
