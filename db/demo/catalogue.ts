/** The published tools with their modules (domain facts), in three languages. Minutes are assumed: a day a module. */
type Text = { en: string; fr: string; ar: string };

export type DemoTool = {
  code: string;
  title: Text;
  description: Text;
  audience: Text;
  manualUrl: string | null;
  versions: { label: string; country: string }[];
  modules: { code: string; title: Text; minutes: number; activities?: { title: Text; minutes: number }[] }[];
};

const same = (text: string): Text => ({ en: text, fr: text, ar: text });
const manuals = "https://www.ilo.org/topics/cooperatives";

export const tools: DemoTool[] = [
  {
    code: "think-coop",
    title: same("Think.Coop"),
    description: {
      en: "An orientation on the cooperative business model. Participants learn from each other; no facilitator is needed.",
      fr: "Une initiation au modèle d’entreprise coopérative. Les participants apprennent les uns des autres, sans animateur.",
      ar: "تعريف بنموذج العمل التعاوني يتعلّم فيه المشاركون بعضهم من بعض دون حاجة إلى ميسّر.",
    },
    audience: {
      en: "People who consider joining or starting a cooperative",
      fr: "Les personnes qui envisagent de rejoindre ou de créer une coopérative",
      ar: "من يفكّرون في الانضمام إلى تعاونية أو تأسيسها",
    },
    manualUrl: manuals,
    versions: [
      { label: "1", country: "" },
      { label: "1", country: "JO" },
    ],
    modules: [
      {
        code: "M1",
        title: {
          en: "Orientation on the cooperative business model",
          fr: "Initiation au modèle d’entreprise coopérative",
          ar: "تعريف بنموذج العمل التعاوني",
        },
        minutes: 360,
        activities: [
          {
            title: {
              en: "Good relationships and livelihoods",
              fr: "Bonnes relations et moyens de subsistance",
              ar: "العلاقات الجيدة وسبل العيش",
            },
            minutes: 90,
          },
          {
            title: { en: "Acting collectively", fr: "Agir collectivement", ar: "العمل الجماعي" },
            minutes: 90,
          },
          {
            title: {
              en: "Business structures",
              fr: "Les formes d’entreprise",
              ar: "الأشكال القانونية للمنشآت",
            },
            minutes: 90,
          },
          {
            title: {
              en: "Kinds of cooperative and their advantages",
              fr: "Types de coopératives et leurs avantages",
              ar: "أنواع التعاونيات ومزاياها",
            },
            minutes: 90,
          },
        ],
      },
    ],
  },
  {
    code: "start-coop",
    title: same("Start.Coop"),
    description: {
      en: "A guide through the steps of launching a cooperative, from the core members to the organizational set-up.",
      fr: "Un guide des étapes de la création d’une coopérative, des membres fondateurs à la mise en place de l’organisation.",
      ar: "دليل لخطوات إطلاق تعاونية، من تحديد الأعضاء المؤسسين إلى الإعداد التنظيمي.",
    },
    audience: {
      en: "Prospective owner-members of a new cooperative",
      fr: "Les futurs membres-propriétaires d’une nouvelle coopérative",
      ar: "الأعضاء المالكون المرتقبون لتعاونية جديدة",
    },
    manualUrl: manuals,
    versions: [
      { label: "1", country: "" },
      { label: "1", country: "JO" },
    ],
    modules: [
      {
        code: "M1",
        title: {
          en: "Identifying the core members and the business idea",
          fr: "Identifier les membres fondateurs et l’idée d’entreprise",
          ar: "تحديد الأعضاء المؤسسين وفكرة المشروع",
        },
        minutes: 360,
      },
      {
        code: "M2",
        title: { en: "Researching the feasibility", fr: "Étudier la faisabilité", ar: "دراسة الجدوى" },
        minutes: 360,
      },
      {
        code: "M3",
        title: {
          en: "Preparing the business plan",
          fr: "Préparer le plan d’affaires",
          ar: "إعداد خطة العمل",
        },
        minutes: 360,
      },
      {
        code: "M4",
        title: {
          en: "Organizational set-up",
          fr: "La mise en place de l’organisation",
          ar: "الإعداد التنظيمي",
        },
        minutes: 360,
      },
    ],
  },
  {
    code: "my-coop",
    title: same("My.Coop"),
    description: {
      en: "Training on managing an agricultural cooperative and the services it gives its members.",
      fr: "Formation à la gestion d’une coopérative agricole et des services qu’elle rend à ses membres.",
      ar: "تدريب على إدارة التعاونية الزراعية والخدمات التي تقدمها لأعضائها.",
    },
    audience: {
      en: "Managers and board members of cooperatives, training organisations",
      fr: "Les dirigeants et administrateurs de coopératives, les organismes de formation",
      ar: "مديرو التعاونيات وأعضاء مجالس إدارتها ومؤسسات التدريب",
    },
    manualUrl: manuals,
    versions: [
      { label: "1", country: "" },
      { label: "1", country: "JO" },
    ],
    modules: [
      {
        code: "M1",
        title: {
          en: "Basics of agricultural cooperatives",
          fr: "Les bases des coopératives agricoles",
          ar: "أساسيات التعاونيات الزراعية",
        },
        minutes: 360,
      },
      {
        code: "M2",
        title: {
          en: "Cooperative service provision",
          fr: "La prestation de services coopératifs",
          ar: "تقديم الخدمات التعاونية",
        },
        minutes: 360,
      },
      {
        code: "M3",
        title: {
          en: "Supply of farm inputs",
          fr: "L’approvisionnement en intrants agricoles",
          ar: "توريد المدخلات الزراعية",
        },
        minutes: 360,
      },
      {
        code: "M4",
        title: {
          en: "Cooperative marketing",
          fr: "La commercialisation coopérative",
          ar: "التسويق التعاوني",
        },
        minutes: 360,
      },
    ],
  },
  {
    code: "manage-coop",
    title: same("Manage.Coop"),
    description: {
      en: "Training on governing and managing a running cooperative.",
      fr: "Formation à la gouvernance et à la gestion d’une coopérative en activité.",
      ar: "تدريب على حوكمة تعاونية قائمة وإدارتها.",
    },
    audience: {
      en: "Boards and managers of running cooperatives",
      fr: "Les conseils et dirigeants de coopératives en activité",
      ar: "مجالس إدارة التعاونيات القائمة ومديروها",
    },
    manualUrl: manuals,
    versions: [{ label: "1", country: "" }],
    modules: [
      {
        code: "M1",
        title: { en: "Governance and leadership", fr: "Gouvernance et leadership", ar: "الحوكمة والقيادة" },
        minutes: 360,
      },
      {
        code: "M2",
        title: { en: "Communication and conflict", fr: "Communication et conflits", ar: "التواصل والنزاعات" },
        minutes: 360,
      },
      {
        code: "M3",
        title: { en: "Markets and growth", fr: "Marchés et croissance", ar: "الأسواق والنمو" },
        minutes: 360,
      },
      { code: "M4", title: { en: "Finance", fr: "Finances", ar: "الشؤون المالية" }, minutes: 360 },
      { code: "M5", title: { en: "People", fr: "Ressources humaines", ar: "الموارد البشرية" }, minutes: 360 },
    ],
  },
  {
    code: "osh-agriculture",
    title: {
      en: "Occupational safety and health for cooperatives in agriculture",
      fr: "Sécurité et santé au travail pour les coopératives agricoles",
      ar: "السلامة والصحة المهنية للتعاونيات الزراعية",
    },
    description: {
      en: "Practical training on safety and health at work, for the services that advise cooperatives.",
      fr: "Formation pratique à la sécurité et à la santé au travail, pour les services qui conseillent les coopératives.",
      ar: "تدريب عملي على السلامة والصحة في العمل للجهات التي ترشد التعاونيات.",
    },
    audience: {
      en: "Advisory and training services",
      fr: "Les services de conseil et de formation",
      ar: "جهات الإرشاد والتدريب",
    },
    manualUrl: null,
    versions: [{ label: "1", country: "" }],
    modules: [
      {
        code: "M1",
        title: {
          en: "Practical safety and health",
          fr: "Sécurité et santé en pratique",
          ar: "السلامة والصحة عملياً",
        },
        minutes: 1500,
      },
    ],
  },
];
