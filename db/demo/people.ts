/** Names for fictional people of the demonstration, by language of the country: as written, and the Latin form. */
type Name = { name: string; latin: string | null };
type Pool = { women: Name[]; men: Name[]; families: Name[] };

const pair = (list: string): Name[] =>
  list.split(",").map((entry) => {
    const [name = "", latin] = entry.trim().split("=");
    return { name, latin: latin ?? null };
  });

export const pools: Record<"ar" | "fr" | "en" | "ky", Pool> = {
  ar: {
    women: pair(
      "ليلى=Laila, رنا=Rana, هدى=Huda, سلمى=Salma, نور=Nour, أمل=Amal, آلاء=Alaa, مريم=Maryam, دعاء=Duaa, فاطمة=Fatima",
    ),
    men: pair(
      "أحمد=Ahmad, خالد=Khaled, سامر=Samer, يوسف=Yousef, محمود=Mahmoud, إبراهيم=Ibrahim, عمر=Omar, طارق=Tareq, زياد=Ziad, بلال=Bilal",
    ),
    families: pair(
      "الخطيب=Al-Khatib, حداد=Haddad, العلي=Al-Ali, منصور=Mansour, الزعبي=Al-Zoubi, قاسم=Qasem, النجار=Al-Najjar, شاهين=Shahin, عيسى=Issa, المصري=Al-Masri, درويش=Darwish, صالح=Saleh, أبو زيد=Abu Zeid",
    ),
  },
  fr: {
    women: pair("Béatrice, Chantal, Espérance, Joséphine, Marie-Claire, Solange, Thérèse, Véronique"),
    men: pair("Alphonse, Dieudonné, Emmanuel, Félix, Gaston, Jean-Paul, Oscar, Pascal, Roger, Théophile"),
    families: pair(
      "Kabongo, Mukendi, Tshibangu, Ngalula, Mbarga, Essomba, Nguema, Abena, Ilunga, Kalala, Ondoa",
    ),
  },
  en: {
    women: pair("Akinyi, Beatrice, Faith, Grace, Halima, Mercy, Nyambura, Wanjiru"),
    men: pair("Abdi, Brian, David, Hassan, James, Kiprono, Otieno, Peter"),
    families: pair("Kamau, Mwangi, Ochieng, Wafula, Njoroge, Cheruiyot, Ali, Mutua, Lokwang"),
  },
  ky: {
    women: pair("Айгүл=Aigul, Бегимай=Begimai, Гүлнара=Gulnara, Нургүл=Nurgul"),
    men: pair("Азамат=Azamat, Бакыт=Bakyt, Эмил=Emil, Улан=Ulan"),
    families: pair("Асанов=Asanov, Токтогулов=Toktogulov, Жумабаев=Zhumabaev, Эсенов=Esenov"),
  },
};

/** Fictional organisations by country; nine cooperatives in Lebanon, as in the course of December 2022. */
export const organisations: Record<
  string,
  { name: string; kind: "cooperative" | "union" | "ministry" | "agency" | "ngo"; place: string }[]
> = {
  JO: [
    { name: "تعاونية سهول إربد الزراعية", kind: "cooperative", place: "إربد" },
    { name: "تعاونية سيدات المفرق", kind: "cooperative", place: "المفرق" },
    { name: "تعاونية وادي الأردن", kind: "cooperative", place: "دير علا" },
    { name: "مؤسسة الإرشاد التعاوني", kind: "agency", place: "عمّان" },
    { name: "جمعية بيت العمل", kind: "ngo", place: "الزرقاء" },
  ],
  LB: [
    { name: "تعاونية مزارعي البقاع الأوسط", kind: "cooperative", place: "البقاع" },
    { name: "تعاونية كروم زحلة", kind: "cooperative", place: "البقاع" },
    { name: "تعاونية الليطاني للحبوب", kind: "cooperative", place: "البقاع" },
    { name: "تعاونية سيدات بعلبك", kind: "cooperative", place: "البقاع" },
    { name: "تعاونية سهل عكار", kind: "cooperative", place: "عكار" },
    { name: "تعاونية زيتون القبيات", kind: "cooperative", place: "عكار" },
    { name: "تعاونية نحالي عكار", kind: "cooperative", place: "عكار" },
    { name: "تعاونية الكورة للزيتون", kind: "cooperative", place: "لبنان الشمالي" },
    { name: "تعاونية تفاح الشمال", kind: "cooperative", place: "لبنان الشمالي" },
  ],
  PS: [
    { name: "تعاونية أرض البيرة", kind: "cooperative", place: "رام الله" },
    { name: "اتحاد تعاونيات الريف", kind: "union", place: "رام الله" },
    { name: "تعاونية نساء الأغوار", kind: "cooperative", place: "أريحا" },
  ],
  KE: [
    { name: "Turkana Growers Cooperative", kind: "cooperative", place: "Kakuma" },
    { name: "Kalobeyei Traders Cooperative", kind: "cooperative", place: "Kalobeyei" },
    { name: "County Cooperative Office", kind: "agency", place: "Nairobi" },
  ],
  CM: [
    { name: "Coopérative des maraîchers de l’Est", kind: "cooperative", place: "Bertoua" },
    { name: "Coopérative miel et forêt", kind: "cooperative", place: "Batouri" },
    { name: "Service régional des coopératives", kind: "agency", place: "Bertoua" },
  ],
  CD: [
    { name: "Coopérative des agriculteurs du Kasaï", kind: "cooperative", place: "Tshikapa" },
    { name: "Coopérative Lumière du Kasaï", kind: "cooperative", place: "Tshikapa" },
    { name: "Inspection provinciale du développement rural", kind: "ministry", place: "Tshikapa" },
  ],
  KG: [{ name: "Союз кооперативов", kind: "union", place: "Bishkek" }],
};
