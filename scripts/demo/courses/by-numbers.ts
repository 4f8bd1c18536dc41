import { type Recorded, record } from "../record";
import type { Story } from "../story";

/** The real courses of which numbers are known and no people, with exactly what is known of them. */
const courses: readonly Recorded[] = [
  {
    slug: "tot-kenya-2022",
    programme: "PROSPECTS",
    kind: "tot",
    title: {
      en: "Training of trainers on cooperative establishment and management tools",
      fr: "Formation de formateurs sur les outils de création et de gestion de coopératives",
      ar: "تدريب المدرّبين على أدوات تأسيس التعاونيات وإدارتها",
    },
    country: "KE",
    place: { en: "Kenya", fr: "Kenya", ar: "كينيا" },
    year: 2022,
    datesNote: {
      en: "10 days; reported on 4 December 2022",
      fr: "10 jours ; selon une annonce du 4 décembre 2022",
      ar: "10 أيام؛ بحسب خبر نُشر في 4 كانون الأول 2022",
    },
    own: "en",
    tools: [{ code: "start-coop" }, { code: "my-coop" }],
    counts: [["attended", "total", 24, "document"]],
    facts: { dates: "document", headcount: "document", language: "published", tools: "assumed" },
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
    datesNote: { en: "Dates not known", fr: "Dates inconnues", ar: "التواريخ غير معروفة" },
    own: "ar",
    tools: [
      { code: "think-coop", country: "JO" },
      { code: "start-coop", country: "JO" },
    ],
    counts: [["attended", "total", 63, "document"]],
    facts: { headcount: "document", partners: "document", tools: "document" },
  },
  {
    slug: "tot-online-jordan-2020",
    programme: "PROSPECTS",
    kind: "tot",
    title: {
      en: "Online training of trainers on My.Coop",
      fr: "Formation de formateurs en ligne sur My.Coop",
      ar: "تدريب المدرّبين على My.Coop عن بُعد",
    },
    country: "JO",
    place: { en: "Jordan", fr: "Jordanie", ar: "الأردن" },
    online: true,
    year: 2020,
    datesNote: {
      en: "Reported in October 2020",
      fr: "Selon une annonce d’octobre 2020",
      ar: "بحسب خبر نُشر في تشرين الأول 2020",
    },
    own: "ar",
    tools: [{ code: "my-coop", country: "JO" }],
    counts: [
      ["enrolled", "total", 32, "document"],
      ["completed", "total", 31, "published"],
    ],
    facts: { dates: "published", headcount: "document", tools: "published" },
  },
  {
    slug: "tot-palestine-service-providers",
    programme: "Land and Rights",
    kind: "tot",
    title: {
      en: "Training of trainers for public and private service providers, with coaching",
      fr: "Formation de formateurs pour prestataires publics et privés, avec accompagnement",
      ar: "تدريب المدرّبين لمقدّمي الخدمات في القطاعين العام والخاص، مع المرافقة والتوجيه",
    },
    country: "PS",
    place: { en: "Ramallah", fr: "Ramallah", ar: "رام الله" },
    year: 2023,
    datesNote: {
      en: "Two weeks from 3 May 2023; planned from 2019",
      fr: "Deux semaines à partir du 3 mai 2023 ; prévue depuis 2019",
      ar: "أسبوعان اعتباراً من 3 أيار 2023؛ وكان التخطيط لها منذ 2019",
    },
    description: {
      en: "For the Cooperative Work Agency (CWA), the Ministry of Agriculture and civil society; then practice in the field with cooperatives.",
      fr: "Pour la Cooperative Work Agency (CWA), le ministère de l’Agriculture et la société civile ; puis mise en pratique sur le terrain avec des coopératives.",
      ar: "لهيئة العمل التعاوني ووزارة الزراعة والمجتمع المدني، ثم تطبيق عملي في الميدان مع تعاونيات.",
    },
    own: "ar",
    tools: [{ code: "think-coop" }, { code: "start-coop" }, { code: "my-coop" }],
    counts: [["attended", "total", 30, "published"]],
    facts: {
      dates: "published",
      place: "published",
      length: "published",
      headcount: "published",
      tools: "document",
      partners: "document",
    },
  },
];

/** Records them, after they were held. */
export function recordReal(story: Story): void {
  for (const course of courses) record(story, course);
}
