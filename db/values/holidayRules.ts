import { type HolidayName, sharedNames } from "./holidayNames";

/**
 * What `npm run holidays` knows beside the library `date-holidays`, whose notation the rules are in: a day of the year,
 * `easter -2`, `orthodox`, `julian 12-25`, `1 Shawwal`, `P3D` for three days. From the law of each country, and only what
 * is sure; an office adds the rest under Settings.
 */
export type HolidayRule = { rule: string; name: HolidayName };

/** Names for the library's own, in countries where these are no longer right or not in English; by the library's. */
export const otherNames: Readonly<Record<string, Readonly<Record<string, HolidayName>>>> = {
  // Statute Law (Miscellaneous Amendments) Act, 2024.
  KE: { "Moi Day": shared("Mazingira Day") },
  TN: {
    "Fête de la Révolution et de la Jeunesse": own(
      "Revolution and Youth Day",
      "Fête de la révolution et de la jeunesse",
      "عيد الثورة والشباب",
    ),
    "Fête de l'indépendance": shared("Independence Day"),
    "Journée des Martyrs": shared("Martyrs' Day"),
    "Fête de la République": shared("Republic Day"),
    "Fête de la Femme et de la Famille": own(
      "Women's and Family Day",
      "Fête de la femme et de la famille",
      "عيد المرأة والأسرة",
    ),
    "Fête de l'Évacuation": shared("Evacuation Day"),
  },
};

/** The name that is shared under this English one. */
function shared(en: string): HolidayName {
  const name = sharedNames.find((n) => n.en === en);
  if (!name) throw new Error(`no shared name ${en}`);
  return name;
}
const newYear: HolidayRule = { rule: "01-01", name: shared("New Year's Day") };
const labour: HolidayRule = { rule: "05-01", name: shared("Labour Day") };
const christmas: HolidayRule = { rule: "12-25", name: shared("Christmas Day") };
const orthodoxChristmas: HolidayRule = { rule: "01-07", name: shared("Orthodox Christmas") };
const hijra: HolidayRule = { rule: "1 Muharram", name: shared("Islamic New Year") };
const mawlid: HolidayRule = { rule: "12 Rabi al-awwal", name: shared("Birthday of Muhammad (Mawlid)") };
const fitr = (days: number): HolidayRule => ({
  rule: `1 Shawwal P${days}D`,
  name: shared("End of Ramadan (Eid al-Fitr)"),
});
const arafat: HolidayRule = { rule: "9 Dhu al-Hijjah", name: shared("Arafat Day") };
const adha = (days: number): HolidayRule => ({
  rule: `10 Dhu al-Hijjah P${days}D`,
  name: shared("Feast of the Sacrifice (Eid al-Adha)"),
});

/** Countries that the library has no rules for, or wrong ones. */
export const ownRules: Readonly<Record<string, readonly HolidayRule[]>> = {
  // Proclamation 16/1975 with 28 May. Days of the Ethiopian calendar: its leap day is in the September before a Gregorian
  // leap year, so that what lies between the two is a day later. Christmas is not: the church keeps it a day earlier then.
  ET: [
    {
      rule: "01-07",
      name: own("Ethiopian Christmas (Genna)", "Noël éthiopien (Genna)", "عيد الميلاد (غنّا)"),
    },
    ...["01-19 in non-leap years", "01-20 in leap years"].map((rule) => ({
      rule,
      name: own("Epiphany (Timkat)", "Épiphanie (Timkat)", "عيد الغطاس (تيمكات)"),
    })),
    { rule: "03-02", name: shared("Victory at Adwa Day") },
    { rule: "orthodox -2", name: shared("Orthodox Good Friday") },
    { rule: "orthodox", name: shared("Orthodox Easter") },
    labour,
    {
      rule: "05-05",
      name: own(
        "Patriots' Victory Day",
        "Jour de la victoire des patriotes",
        "يوم انتصار المحاربين الوطنيين",
      ),
    },
    { rule: "05-28", name: shared("Derg Downfall Day") },
    ...beforeLeapYear("09-11", "09-12").map((rule) => ({
      rule,
      name: own(
        "Ethiopian New Year (Enkutatash)",
        "Nouvel An éthiopien (Enkutatash)",
        "رأس السنة الإثيوبية (إنكوتاتاش)",
      ),
    })),
    ...beforeLeapYear("09-27", "09-28").map((rule) => ({ rule, name: shared("Finding of the True Cross") })),
    mawlid,
    fitr(1),
    adha(1),
  ],
  // The Prime Ministry's regulation of official holidays.
  JO: [
    newYear,
    labour,
    { rule: "05-25", name: shared("Independence Day") },
    christmas,
    hijra,
    mawlid,
    fitr(3),
    arafat,
    adha(4),
  ],
  // Decree 15215 of 27 September 2005 with its changes (25 March since 2010).
  LB: [
    newYear,
    {
      rule: "01-06",
      name: { en: "Armenian Christmas", fr: "Noël arménien", ar: "عيد الميلاد لدى الأرمن الأرثوذكس" },
    },
    { rule: "02-09", name: { en: "Saint Maron's Day", fr: "Saint-Maron", ar: "عيد مار مارون" } },
    { rule: "03-25", name: own("Annunciation", "Annonciation", "عيد بشارة السيدة مريم العذراء") },
    { rule: "easter -2", name: shared("Good Friday") },
    { rule: "easter", name: shared("Easter Sunday") },
    { rule: "orthodox -2", name: shared("Orthodox Good Friday") },
    { rule: "orthodox", name: shared("Orthodox Easter") },
    labour,
    {
      rule: "05-25",
      name: own(
        "Resistance and Liberation Day",
        "Fête de la résistance et de la libération",
        "عيد المقاومة والتحرير",
      ),
    },
    { rule: "08-15", name: shared("Assumption") },
    { rule: "11-22", name: shared("Independence Day") },
    christmas,
    hijra,
    { rule: "10 Muharram", name: shared("Day of Ashura") },
    mawlid,
    fitr(2),
    adha(2),
  ],
  // Decisions of the Council of Ministers on official holidays.
  PS: [
    newYear,
    orthodoxChristmas,
    { rule: "03-08", name: shared("International Women's Day") },
    labour,
    { rule: "11-15", name: shared("Independence Day") },
    christmas,
    hijra,
    mawlid,
    { rule: "27 Rajab", name: shared("Laylat al-Mi'raj") },
    fitr(3),
    arafat,
    adha(4),
  ],
  // Law 12 of 2024 on official holidays.
  IQ: [
    newYear,
    { rule: "01-06", name: own("Army Day", "Fête de l’armée", "عيد الجيش") },
    { rule: "03-21", name: shared("Nowruz") },
    labour,
    christmas,
    hijra,
    { rule: "10 Muharram", name: shared("Day of Ashura") },
    mawlid,
    fitr(3),
    adha(4),
    { rule: "18 Dhu al-Hijjah", name: own("Eid al-Ghadir", "Aïd al-Ghadir", "عيد الغدير") },
  ],
  // Labour Code, non-working holidays.
  KG: [
    newYear,
    orthodoxChristmas,
    {
      rule: "02-23",
      name: own(
        "Defender of the Fatherland Day",
        "Jour des défenseurs de la patrie",
        "يوم المدافعين عن الوطن",
      ),
    },
    { rule: "03-08", name: shared("International Women's Day") },
    { rule: "03-21", name: shared("Nowruz") },
    labour,
    { rule: "05-05", name: shared("Constitution Day") },
    { rule: "05-09", name: shared("Victory Day") },
    { rule: "08-31", name: shared("Independence Day") },
    {
      rule: "11-07 P2D",
      name: own(
        "Days of History and Memory of Ancestors",
        "Jours de l’histoire et de la mémoire des ancêtres",
        "يوما التاريخ وذكرى الأجداد",
      ),
    },
    fitr(1),
    adha(1),
  ],
  // Decree 188 of 5 October 2025 on official holidays.
  SY: [
    newYear,
    { rule: "03-18", name: shared("Revolution Day") },
    { rule: "04-17", name: shared("Evacuation Day") },
    { rule: "easter", name: shared("Easter Sunday") },
    { rule: "orthodox", name: shared("Orthodox Easter") },
    labour,
    { rule: "12-08", name: shared("Liberation Day") },
    christmas,
    hijra,
    mawlid,
    fitr(3),
    adha(4),
  ],
  // Law 2 of 2000 on official holidays.
  YE: [
    labour,
    { rule: "05-22", name: own("Unity Day", "Jour de l’unité", "العيد الوطني (يوم الوحدة)") },
    {
      rule: "09-26",
      name: own("Revolution of 26 September", "Révolution du 26 septembre", "ثورة 26 سبتمبر"),
    },
    { rule: "10-14", name: own("Revolution of 14 October", "Révolution du 14 octobre", "ثورة 14 أكتوبر") },
    { rule: "11-30", name: shared("Independence Day") },
    hijra,
    fitr(3),
    arafat,
    adha(4),
  ],
};

/** A name of one country alone. */
function own(en: string, fr: string, ar: string): HolidayName {
  return { en, fr, ar };
}

/** A day that is the later one in the year before each leap year. */
function beforeLeapYear(usual: string, later: string): string[] {
  return [`${usual} in even years`, `${usual} every 4 years since 2025`, `${later} every 4 years since 2023`];
}
