/** Fictional organisations by country; nine cooperatives in Lebanon, as in the course of December 2022. */
const organisations: Record<
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

/** All of them, each with its country. */
export const organisationsOf = () =>
  Object.entries(organisations).flatMap(([country, list]) => list.map((one) => ({ country, ...one })));

/** Their names in a country. */
export const organisationNames = (country: string): string[] =>
  (organisations[country] ?? []).map(({ name }) => name);

/** The governorate of each place of these organisations, in which their people work. */
export const governorateOfPlace: Readonly<Record<string, string>> = {
  إربد: "JO-IR",
  المفرق: "JO-MA",
  "دير علا": "JO-BA",
  عمّان: "JO-AM",
  الزرقاء: "JO-AZ",
  البقاع: "LB-BI",
  عكار: "LB-AK",
  "لبنان الشمالي": "LB-AS",
  "رام الله": "PS-RBH",
  أريحا: "PS-JRH",
  Kakuma: "KE-43",
  Kalobeyei: "KE-43",
  Nairobi: "KE-30",
  Bertoua: "CM-ES",
  Batouri: "CM-ES",
  Tshikapa: "CD-KS",
  Bishkek: "KG-GB",
};
