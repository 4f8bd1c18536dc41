/**
 * The ILO's cooperative tools as Cascade ships them. Nothing is invented: modules are those that are published; a tool
 * whose modules are not published has one, the whole tool. Names and module titles stand as published in English; `ours`
 * names the languages in which the published wording is not known and a title is our translation. Descriptions and
 * audiences are in our own words. A module takes a day of training unless published otherwise.
 */
type Text = { en: string; fr: string; ar: string };
type Titled = Text & { ours?: ("en" | "fr" | "ar")[] };

export type ShippedTool = {
  code: string;
  title: Titled;
  /** Published names in other scripts, by which it is found too. */
  otherNames: string[];
  description: Text;
  audience: Text;
  manualUrl: string | null;
  /** Label and country of each version; without a country the tool as published. */
  versions: { label: string; country: string }[];
  /** A code as people quote it, or none where it is the whole tool. */
  modules: { code: string; title: Titled; minutes: number }[];
};

/** Minutes of a day of training. */
const day = 360;

const name = (text: string): Titled => ({ en: text, fr: text, ar: text });
/** A title published in English; French and Arabic are ours. */
const translated = (en: string, fr: string, ar: string): Titled => ({ en, fr, ar, ours: ["fr", "ar"] });

const wholeTool = (minutes: number) => [
  { code: "", title: { en: "Whole tool", fr: "Outil entier", ar: "الأداة كاملة" }, minutes },
];

const manuals = "https://www.ilo.org/topics/cooperatives";
const asPublished = { label: "1", country: "" };
const inJordan = { label: "1", country: "JO" };

export const shippedTools: readonly ShippedTool[] = [
  {
    code: "think-coop",
    title: name("Think.Coop"),
    otherNames: ["فكّر بالتعاون"],
    description: {
      en: "An orientation of one day: good relationships and livelihoods, acting collectively, business structures, kinds of cooperative and their advantages. Participants learn from each other; no outside expert is needed, and there is a facilitator’s guide.",
      fr: "Une initiation d’une journée : bonnes relations et moyens de subsistance, action collective, formes d’entreprise, types de coopératives et leurs avantages. Les participants et participantes apprennent les uns des autres, sans expertise extérieure ; il existe un guide d’animation.",
      ar: "تعريف في يوم واحد: العلاقات الجيدة وسبل العيش، والعمل الجماعي، وأشكال المنشآت، وأنواع التعاونيات ومزاياها. يقوم على التعلّم المتبادل بين المشاركين والمشاركات دون حاجة إلى خبير خارجي، ويتوفر دليل للميسّرين والميسّرات.",
    },
    audience: {
      en: "People who consider joining or starting a cooperative",
      fr: "Les personnes qui envisagent de rejoindre ou de créer une coopérative",
      ar: "من يفكّرون في الانضمام إلى تعاونية أو تأسيسها",
    },
    manualUrl: manuals,
    versions: [asPublished, inJordan],
    modules: wholeTool(day),
  },
  {
    code: "start-coop",
    title: name("Start.Coop"),
    otherNames: ["ابدأ بالتعاون"],
    description: {
      en: "A guide through the steps of launching a cooperative, from the core members to the organizational set-up.",
      fr: "Un guide des étapes de la création d’une coopérative, des membres fondateurs à la mise en place de l’organisation.",
      ar: "دليل لخطوات إطلاق تعاونية، من تحديد الأعضاء المؤسسين إلى الإعداد التنظيمي.",
    },
    audience: {
      en: "Prospective owner-members of a new cooperative",
      fr: "Les personnes qui deviendront membres-propriétaires d’une nouvelle coopérative",
      ar: "الأعضاء المالكون المرتقبون لتعاونية جديدة",
    },
    manualUrl: manuals,
    versions: [asPublished, inJordan],
    modules: [
      {
        code: "M1",
        title: translated(
          "Identifying the core members and the business idea",
          "Identifier les membres fondateurs et l’idée d’entreprise",
          "تحديد الأعضاء المؤسسين وفكرة المشروع",
        ),
        minutes: day,
      },
      {
        code: "M2",
        title: translated("Researching the feasibility", "Étudier la faisabilité", "دراسة الجدوى"),
        minutes: day,
      },
      {
        code: "M3",
        title: translated("Preparing the business plan", "Préparer le plan d’affaires", "إعداد خطة المشروع"),
        minutes: day,
      },
      {
        code: "M4",
        title: translated("Organizational set-up", "La mise en place de l’organisation", "الإعداد التنظيمي"),
        minutes: day,
      },
    ],
  },
  {
    code: "my-coop",
    title: name("My.Coop"),
    otherNames: ["تعاونيتي"],
    description: {
      en: "Training on managing an agricultural cooperative and the services it gives its members.",
      fr: "Formation à la gestion d’une coopérative agricole et des services qu’elle rend à ses membres.",
      ar: "تدريب على إدارة التعاونية الزراعية والخدمات التي تقدمها لأعضائها.",
    },
    audience: {
      en: "Managers and board members of cooperatives, training organisations",
      fr: "Les directions et conseils d’administration de coopératives, les organismes de formation",
      ar: "إدارات التعاونيات ومجالس إدارتها ومؤسسات التدريب",
    },
    manualUrl: manuals,
    versions: [asPublished, inJordan],
    modules: [
      {
        code: "M1",
        title: translated(
          "Basics of agricultural cooperatives",
          "Les bases des coopératives agricoles",
          "أساسيات التعاونيات الزراعية",
        ),
        minutes: day,
      },
      {
        code: "M2",
        title: translated(
          "Cooperative service provision",
          "La prestation de services coopératifs",
          "تقديم الخدمات التعاونية",
        ),
        minutes: day,
      },
      {
        code: "M3",
        title: translated(
          "Supply of farm inputs",
          "L’approvisionnement en intrants agricoles",
          "توريد المدخلات الزراعية",
        ),
        minutes: day,
      },
      {
        code: "M4",
        title: translated("Cooperative marketing", "La commercialisation coopérative", "التسويق التعاوني"),
        minutes: day,
      },
    ],
  },
  {
    code: "manage-coop",
    title: name("Manage.Coop"),
    otherNames: [],
    description: {
      en: "Training on governing and managing a running cooperative: governance and leadership, communication, conflict, markets and growth, finance, people.",
      fr: "Formation à la gouvernance et à la gestion d’une coopérative en activité : gouvernance et leadership, communication, conflits, marchés et croissance, finances, ressources humaines.",
      ar: "تدريب على حوكمة تعاونية قائمة وإدارتها: الحوكمة والقيادة، والتواصل، والنزاعات، والأسواق والنمو، والشؤون المالية، والموارد البشرية.",
    },
    audience: {
      en: "Boards and managers of running cooperatives",
      fr: "Les conseils et directions de coopératives en activité",
      ar: "مجالس إدارة التعاونيات القائمة وإداراتها",
    },
    manualUrl: manuals,
    versions: [asPublished],
    modules: wholeTool(10 * day),
  },
  {
    code: "osh-agriculture",
    title: translated(
      "Practical OSH training for cooperatives in agriculture",
      "Formation pratique à la SST pour les coopératives agricoles",
      "تدريب عملي على السلامة والصحة المهنية للتعاونيات الزراعية",
    ),
    otherNames: [],
    description: {
      en: "Practical training on occupational safety and health, for the services that advise cooperatives.",
      fr: "Formation pratique à la sécurité et à la santé au travail, pour les services qui conseillent les coopératives.",
      ar: "تدريب عملي على السلامة والصحة في العمل للجهات التي ترشد التعاونيات.",
    },
    audience: {
      en: "Advisory and training services",
      fr: "Les services de conseil et de formation",
      ar: "جهات الإرشاد والتدريب",
    },
    manualUrl: null,
    versions: [asPublished],
    modules: wholeTool(5 * day),
  },
];
