import type { CourseKind, CourseState, FactKind, SourceKind } from "../../lib/courses/rules";
import type { CourseLanguage, Locale } from "../../lib/i18n/rules";

type Text = { en: string; fr: string; ar: string };

export type DemoProgramme = {
  code: string;
  title: Text;
  donor: string | null;
  partners: string | null;
  countries: string[];
  issuer: Text;
  /** Whom to ask; fictional. */
  contact: { name: string; phone: string; email: string };
};

const ilo: Text = {
  en: "International Labour Organization",
  fr: "Organisation internationale du Travail",
  ar: "منظمة العمل الدولية",
};

export const programmes: DemoProgramme[] = [
  {
    code: "PROSPECTS",
    title: {
      en: "PROSPECTS – Partnership for improving prospects for forcibly displaced persons and host communities",
      fr: "PROSPECTS – Partenariat pour améliorer les perspectives des personnes déplacées et des communautés d’accueil",
      ar: "بروسبكتس – الشراكة من أجل تحسين آفاق النازحين قسراً والمجتمعات المضيفة",
    },
    donor: "Netherlands",
    partners: null,
    countries: ["JO", "LB", "KE", "IQ"],
    issuer: ilo,
    contact: {
      name: "Certificates office, Amman (fictional)",
      phone: "+962 7 9000 0101",
      email: "prospects@cascade.example",
    },
  },
  {
    code: "Land and Rights",
    title: {
      en: "Land and Rights – Paths to Social and Solidarity Economy in Palestine",
      fr: "Terre et droits – Chemins vers l’économie sociale et solidaire en Palestine",
      ar: "الأرض والحقوق – مسارات نحو الاقتصاد الاجتماعي والتضامني في فلسطين",
    },
    donor: "AICS",
    partners: "COSPE, CWA",
    countries: ["PS"],
    issuer: ilo,
    contact: {
      name: "Programme office, Ramallah (fictional)",
      phone: "+970 599 000 102",
      email: "land-and-rights@cascade.example",
    },
  },
  {
    code: "Be the Impact",
    title: {
      en: "Cooperative Support Programme “Be the Impact”",
      fr: "Programme d’appui aux coopératives « Be the Impact »",
      ar: "برنامج دعم التعاونيات «كن الأثر»",
    },
    donor: null,
    partners: null,
    countries: ["PS"],
    issuer: ilo,
    contact: {
      name: "Programme office, Ramallah (fictional)",
      phone: "+970 599 000 103",
      email: "be-the-impact@cascade.example",
    },
  },
  {
    code: "SSE Asia",
    title: {
      en: "Strengthening the social and solidarity economy in Asia",
      fr: "Renforcer l’économie sociale et solidaire en Asie",
      ar: "تعزيز الاقتصاد الاجتماعي والتضامني في آسيا",
    },
    donor: null,
    partners: null,
    countries: ["KG"],
    issuer: ilo,
    contact: {
      name: "Programme office, Bishkek (fictional)",
      phone: "+996 555 000 104",
      email: "sse-asia@cascade.example",
    },
  },
  {
    code: "Central Africa",
    title: {
      en: "Cooperative development in Central Africa",
      fr: "Développement coopératif en Afrique centrale",
      ar: "تنمية التعاونيات في وسط أفريقيا",
    },
    donor: "KOICA",
    partners: null,
    countries: ["CM", "CD"],
    issuer: ilo,
    contact: {
      name: "Bureau du programme, Yaoundé (fictif)",
      phone: "+237 6 70 00 01 05",
      email: "afrique-centrale@cascade.example",
    },
  },
];

export type DemoCourse = {
  slug: string;
  programme: string;
  kind: CourseKind;
  /** Null: the title follows kind, tools and place. */
  title: Text | null;
  country: string;
  place: Text;
  zone: string;
  online?: boolean;
  /** Civil days, or days from today; null: not known. */
  dates: { from: string; to: string } | { fromToday: number; toToday: number } | null;
  year?: number;
  datesNote?: Text;
  own: Locale;
  languages: CourseLanguage[];
  tools: { code: string; modules?: string[]; country?: string }[];
  capacity: number;
  admission: "first_come" | "selection";
  state: CourseState;
  pool: "ar" | "fr" | "en" | "ky";
  /** Fictional people: how many hold a place, how many of them are women, and how many others there are. */
  people?: { seats: number; women: number; applied?: number; waiting?: number; organisations?: number };
  headcounts?: {
    measure: "enrolled" | "attended" | "completed";
    grouping: "total" | "woman" | "man";
    count: number;
    source: SourceKind;
  }[];
  facts?: Partial<Record<FactKind, SourceKind>>;
  /** Certificates have been issued to those who completed. */
  certified?: boolean;
  trainers: number;
  /** The demonstration trainer's own workshop: for whom it is, and whether a coordinator approved it. */
  workshop?: { audience: string; approved: boolean };
};

const all = [{ code: "think-coop" }, { code: "start-coop" }, { code: "my-coop" }];

/** The eight real courses, with exactly what is known of them. */
export const realCourses: DemoCourse[] = [
  {
    slug: "tot-tshikapa-2022",
    programme: "Central Africa",
    kind: "tot",
    title: {
      en: "Training of trainers on the ILO cooperative development tools",
      fr: "Formation de formateurs sur les outils de développement coopératif de l’OIT",
      ar: "تدريب المدربين على أدوات منظمة العمل الدولية لتنمية التعاونيات",
    },
    country: "CD",
    place: { en: "Tshikapa, Kasai", fr: "Tshikapa, Kasaï", ar: "تشيكابا، كاساي" },
    zone: "Africa/Lubumbashi",
    dates: { from: "2022-12-12", to: "2022-12-23" },
    own: "fr",
    languages: ["fr"],
    tools: all,
    capacity: 20,
    admission: "selection",
    state: "closed",
    pool: "fr",
    people: { seats: 20, women: 4 },
    headcounts: [
      { measure: "enrolled", grouping: "total", count: 20, source: "published" },
      { measure: "enrolled", grouping: "woman", count: 4, source: "published" },
    ],
    facts: {
      dates: "document",
      place: "published",
      headcount: "published",
      tools: "document",
      language: "published",
    },
    certified: true,
    trainers: 2,
  },
  {
    slug: "user-beirut-2022",
    programme: "PROSPECTS",
    kind: "user",
    title: {
      en: "Training workshop for agricultural cooperatives",
      fr: "Atelier de formation pour les coopératives agricoles",
      ar: "ورشة تدريبية للتعاونيات الزراعية",
    },
    country: "LB",
    place: { en: "Beirut", fr: "Beyrouth", ar: "بيروت" },
    zone: "Asia/Beirut",
    dates: { from: "2022-12-05", to: "2022-12-08" },
    own: "ar",
    languages: ["ar"],
    tools: [
      { code: "start-coop", modules: ["M1", "M2"] },
      { code: "my-coop", modules: ["M1", "M2"] },
    ],
    capacity: 26,
    admission: "selection",
    state: "closed",
    pool: "ar",
    people: { seats: 26, women: 11, organisations: 9 },
    headcounts: [{ measure: "attended", grouping: "total", count: 26, source: "published" }],
    facts: {
      dates: "document",
      place: "document",
      length: "document",
      headcount: "published",
      tools: "published",
    },
    certified: true,
    trainers: 2,
  },
  {
    slug: "tot-bertoua-2022",
    programme: "Central Africa",
    kind: "tot",
    title: {
      en: "Training of trainers on Think.Coop, Start.Coop and My.Coop",
      fr: "Formation de formateurs sur Think.Coop, Start.Coop et My.Coop",
      ar: "تدريب المدربين على Think.Coop وStart.Coop وMy.Coop",
    },
    country: "CM",
    place: { en: "Bertoua", fr: "Bertoua", ar: "برتوا" },
    zone: "Africa/Douala",
    dates: { from: "2022-11-14", to: "2022-11-24" },
    own: "fr",
    languages: ["fr"],
    tools: all,
    capacity: 25,
    admission: "selection",
    state: "closed",
    pool: "fr",
    people: { seats: 22, women: 8 },
    facts: {
      dates: "document",
      place: "document",
      tools: "document",
      partners: "published",
      language: "published",
      headcount: "assumed",
    },
    certified: true,
    trainers: 2,
  },
  {
    slug: "tot-kenya-2022",
    programme: "PROSPECTS",
    kind: "tot",
    title: {
      en: "Training of trainers on cooperative establishment and management tools",
      fr: "Formation de formateurs sur les outils de création et de gestion de coopératives",
      ar: "تدريب المدربين على أدوات تأسيس التعاونيات وإدارتها",
    },
    country: "KE",
    place: { en: "Kenya", fr: "Kenya", ar: "كينيا" },
    zone: "Africa/Nairobi",
    dates: null,
    year: 2022,
    datesNote: {
      en: "10 days; reported on 4 December 2022",
      fr: "10 jours ; rapporté le 4 décembre 2022",
      ar: "10 أيام؛ ورد الخبر في 4 ديسمبر 2022",
    },
    own: "en",
    languages: ["en"],
    tools: [{ code: "start-coop" }, { code: "my-coop" }],
    capacity: 24,
    admission: "selection",
    state: "closed",
    pool: "en",
    headcounts: [{ measure: "attended", grouping: "total", count: 24, source: "document" }],
    facts: { dates: "document", headcount: "document", language: "published", tools: "assumed" },
    trainers: 0,
  },
  {
    slug: "user-jordan-representatives",
    programme: "PROSPECTS",
    kind: "user",
    title: {
      en: "Think.Coop and Start.Coop for cooperative representatives",
      fr: "Think.Coop et Start.Coop pour les représentants de coopératives",
      ar: "Think.Coop وStart.Coop لممثلي التعاونيات",
    },
    country: "JO",
    place: { en: "Jordan", fr: "Jordanie", ar: "الأردن" },
    zone: "Asia/Amman",
    dates: null,
    datesNote: { en: "Dates not known", fr: "Dates inconnues", ar: "التواريخ غير معروفة" },
    own: "ar",
    languages: ["ar"],
    tools: [
      { code: "think-coop", country: "JO" },
      { code: "start-coop", country: "JO" },
    ],
    capacity: 63,
    admission: "selection",
    state: "closed",
    pool: "ar",
    headcounts: [{ measure: "attended", grouping: "total", count: 63, source: "document" }],
    facts: { headcount: "document", partners: "document", tools: "document" },
    trainers: 0,
  },
  {
    slug: "tot-online-jordan-2020",
    programme: "PROSPECTS",
    kind: "tot",
    title: {
      en: "Online training of trainers on My.Coop",
      fr: "Formation de formateurs en ligne sur My.Coop",
      ar: "تدريب المدربين على My.Coop عن بُعد",
    },
    country: "JO",
    place: { en: "Jordan", fr: "Jordanie", ar: "الأردن" },
    zone: "Asia/Amman",
    online: true,
    dates: null,
    year: 2020,
    datesNote: {
      en: "Reported in October 2020",
      fr: "Rapporté en octobre 2020",
      ar: "ورد الخبر في أكتوبر 2020",
    },
    own: "ar",
    languages: ["ar"],
    tools: [{ code: "my-coop", country: "JO" }],
    capacity: 32,
    admission: "selection",
    state: "closed",
    pool: "ar",
    headcounts: [
      { measure: "enrolled", grouping: "total", count: 32, source: "document" },
      { measure: "completed", grouping: "total", count: 31, source: "published" },
    ],
    facts: { dates: "published", headcount: "document", tools: "published" },
    trainers: 0,
  },
  {
    slug: "tot-palestine-service-providers",
    programme: "Land and Rights",
    kind: "tot",
    title: {
      en: "Training of trainers for public and private service providers, with coaching",
      fr: "Formation de formateurs pour prestataires publics et privés, avec accompagnement",
      ar: "تدريب المدربين لمقدّمي الخدمات في القطاعين العام والخاص، مع الإرشاد",
    },
    country: "PS",
    place: {
      en: "Occupied Palestinian territory",
      fr: "Territoire palestinien occupé",
      ar: "الأرض الفلسطينية المحتلة",
    },
    zone: "Asia/Hebron",
    dates: null,
    year: 2019,
    datesNote: { en: "Planned from 2019", fr: "Prévue à partir de 2019", ar: "مخطّط لها اعتباراً من 2019" },
    own: "ar",
    languages: ["ar"],
    tools: all,
    capacity: 25,
    admission: "selection",
    state: "closed",
    pool: "ar",
    facts: { dates: "document", tools: "document" },
    trainers: 0,
  },
  {
    slug: "osh-jordan-2022",
    programme: "PROSPECTS",
    kind: "user",
    title: {
      en: "Practical OSH training for cooperatives in agriculture",
      fr: "Formation pratique à la SST pour les coopératives agricoles",
      ar: "تدريب عملي على السلامة والصحة المهنية للتعاونيات الزراعية",
    },
    country: "JO",
    place: { en: "Jordan", fr: "Jordanie", ar: "الأردن" },
    zone: "Asia/Amman",
    dates: null,
    year: 2022,
    datesNote: {
      en: "One week; reported on 1 April 2022",
      fr: "Une semaine ; rapportée le 1er avril 2022",
      ar: "أسبوع واحد؛ ورد الخبر في 1 أبريل 2022",
    },
    own: "ar",
    languages: ["ar"],
    tools: [{ code: "osh-agriculture" }],
    capacity: 25,
    admission: "selection",
    state: "closed",
    pool: "ar",
    people: { seats: 18, women: 6 },
    facts: { dates: "document", length: "document", tools: "document", headcount: "assumed" },
    trainers: 0,
  },
];

/** Courses relative to today, so that every journey can be tried. Wholly fictional. */
export const upcomingCourses: DemoCourse[] = [
  {
    slug: "tot-irbid-demo",
    programme: "PROSPECTS",
    kind: "tot",
    title: null,
    country: "JO",
    place: { en: "Irbid", fr: "Irbid", ar: "إربد" },
    zone: "Asia/Amman",
    dates: { fromToday: 33, toToday: 43 },
    own: "ar",
    languages: ["ar"],
    tools: [
      { code: "think-coop", country: "JO" },
      { code: "start-coop", country: "JO" },
    ],
    capacity: 25,
    admission: "selection",
    state: "open",
    pool: "ar",
    people: { seats: 5, women: 3, applied: 8 },
    trainers: 2,
  },
  {
    slug: "user-zahle-demo",
    programme: "PROSPECTS",
    kind: "user",
    title: null,
    country: "LB",
    place: { en: "Zahlé", fr: "Zahlé", ar: "زحلة" },
    zone: "Asia/Beirut",
    dates: { fromToday: 19, toToday: 24 },
    own: "ar",
    languages: ["ar", "fr"],
    tools: [{ code: "my-coop" }],
    capacity: 20,
    admission: "first_come",
    state: "open",
    pool: "ar",
    people: { seats: 17, women: 9 },
    trainers: 1,
  },
  {
    slug: "tot-nairobi-demo",
    programme: "PROSPECTS",
    kind: "tot",
    title: null,
    country: "KE",
    place: { en: "Nairobi", fr: "Nairobi", ar: "نيروبي" },
    zone: "Africa/Nairobi",
    dates: { fromToday: 26, toToday: 36 },
    own: "en",
    languages: ["en", "sw"],
    tools: [{ code: "start-coop" }, { code: "my-coop", modules: ["M1", "M2"] }],
    capacity: 16,
    admission: "first_come",
    state: "open",
    pool: "en",
    people: { seats: 16, women: 7, waiting: 3 },
    trainers: 2,
  },
  {
    slug: "tot-ramallah-demo",
    programme: "Be the Impact",
    kind: "tot",
    title: null,
    country: "PS",
    place: { en: "Ramallah", fr: "Ramallah", ar: "رام الله" },
    zone: "Asia/Hebron",
    dates: { fromToday: -3, toToday: 7 },
    own: "ar",
    languages: ["ar"],
    tools: [{ code: "think-coop" }, { code: "start-coop" }],
    capacity: 40,
    admission: "selection",
    state: "running",
    pool: "ar",
    people: { seats: 40, women: 19 },
    trainers: 2,
  },
  {
    slug: "user-bertoua-demo",
    programme: "Central Africa",
    kind: "user",
    title: null,
    country: "CM",
    place: { en: "Bertoua", fr: "Bertoua", ar: "برتوا" },
    zone: "Africa/Douala",
    dates: { fromToday: -15, toToday: -9 },
    own: "fr",
    languages: ["fr"],
    tools: [{ code: "my-coop" }],
    capacity: 20,
    admission: "selection",
    state: "closed",
    pool: "fr",
    people: { seats: 20, women: 9 },
    trainers: 1,
  },
  {
    slug: "user-tshikapa-demo",
    programme: "Central Africa",
    kind: "user",
    title: null,
    country: "CD",
    place: { en: "Tshikapa", fr: "Tshikapa", ar: "تشيكابا" },
    zone: "Africa/Lubumbashi",
    dates: { fromToday: 40, toToday: 44 },
    own: "fr",
    languages: ["fr"],
    tools: [{ code: "think-coop" }, { code: "start-coop", modules: ["M1", "M2"] }],
    capacity: 25,
    admission: "first_come",
    state: "open",
    pool: "fr",
    people: { seats: 6, women: 3 },
    trainers: 1,
  },
  {
    slug: "tot-bishkek-demo",
    programme: "SSE Asia",
    kind: "tot",
    title: null,
    country: "KG",
    place: { en: "Bishkek", fr: "Bichkek", ar: "بيشكك" },
    zone: "Asia/Bishkek",
    online: true,
    dates: { fromToday: 60, toToday: 66 },
    own: "en",
    languages: ["ru", "ky", "en"],
    tools: [{ code: "my-coop" }],
    capacity: 25,
    admission: "selection",
    state: "draft",
    pool: "ky",
    trainers: 1,
  },
  {
    slug: "user-deir-alla-demo",
    programme: "PROSPECTS",
    kind: "user",
    title: null,
    country: "JO",
    place: { en: "Deir Alla", fr: "Deir Alla", ar: "دير علا" },
    zone: "Asia/Amman",
    dates: { fromToday: -23, toToday: -23 },
    own: "ar",
    languages: ["ar"],
    tools: [{ code: "think-coop" }],
    capacity: 25,
    admission: "first_come",
    state: "closed",
    pool: "ar",
    people: { seats: 12, women: 7 },
    certified: true,
    trainers: 1,
    workshop: { audience: "تعاونية وادي الأردن", approved: true },
  },
  {
    slug: "user-kufr-asad-demo",
    programme: "PROSPECTS",
    kind: "user",
    title: null,
    country: "JO",
    place: { en: "Kufr Asad", fr: "Kufr Asad", ar: "كفر أسد" },
    zone: "Asia/Amman",
    dates: { fromToday: 27, toToday: 27 },
    own: "ar",
    languages: ["ar"],
    tools: [{ code: "think-coop" }],
    capacity: 25,
    admission: "first_come",
    state: "open",
    pool: "ar",
    people: { seats: 6, women: 4 },
    trainers: 1,
    workshop: { audience: "منتجو الحليب في كفر أسد", approved: false },
  },
];
