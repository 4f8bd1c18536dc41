/**
 * What `npm run holidays` knows beside the library `date-holidays`, whose notation the rules are in: a day of the year,
 * `easter -2`, `orthodox`, `julian 12-25`, `1 Shawwal`, `P3D` for three days. From the law of each country, and only what
 * is sure; an office adds the rest under Settings.
 */
type Name = { en: string; fr: string; ar: string };
export type HolidayRule = { rule: string; name: Name };

/** Names that many countries share, by the English one; also for countries whose rules come from the library. */
export const sharedNames: readonly Name[] = [
  { en: "New Year's Day", fr: "Nouvel An", ar: "رأس السنة الميلادية" },
  { en: "Epiphany", fr: "Épiphanie", ar: "عيد الغطاس" },
  { en: "International Women's Day", fr: "Journée internationale des femmes", ar: "اليوم الدولي للمرأة" },
  { en: "Nowruz", fr: "Norouz", ar: "عيد نوروز" },
  { en: "Good Friday", fr: "Vendredi saint", ar: "الجمعة العظيمة" },
  { en: "Easter Saturday", fr: "Samedi saint", ar: "سبت النور" },
  { en: "Easter Sunday", fr: "Pâques", ar: "عيد الفصح" },
  { en: "Easter Monday", fr: "Lundi de Pâques", ar: "اثنين الفصح" },
  { en: "Orthodox Good Friday", fr: "Vendredi saint orthodoxe", ar: "الجمعة العظيمة (التقويم الشرقي)" },
  { en: "Orthodox Easter", fr: "Pâques orthodoxes", ar: "عيد الفصح (التقويم الشرقي)" },
  { en: "Orthodox Easter Monday", fr: "Lundi de Pâques orthodoxe", ar: "اثنين الفصح (التقويم الشرقي)" },
  { en: "Labour Day", fr: "Fête du travail", ar: "عيد العمال" },
  { en: "Ascension Day", fr: "Ascension", ar: "عيد الصعود" },
  { en: "Pentecost", fr: "Pentecôte", ar: "عيد العنصرة" },
  { en: "Whit Monday", fr: "Lundi de Pentecôte", ar: "اثنين العنصرة" },
  { en: "Corpus Christi", fr: "Fête-Dieu", ar: "عيد الجسد" },
  { en: "Assumption", fr: "Assomption", ar: "عيد انتقال العذراء" },
  { en: "All Saints' Day", fr: "Toussaint", ar: "عيد جميع القديسين" },
  { en: "All Souls' Day", fr: "Fête des morts", ar: "يوم الموتى" },
  { en: "Immaculate Conception", fr: "Immaculée Conception", ar: "عيد الحبل بلا دنس" },
  { en: "Christmas Eve", fr: "Veille de Noël", ar: "ليلة عيد الميلاد" },
  { en: "Christmas Day", fr: "Noël", ar: "عيد الميلاد المجيد" },
  { en: "Orthodox Christmas", fr: "Noël orthodoxe", ar: "عيد الميلاد المجيد (التقويم الشرقي)" },
  { en: "Coptic Christmas", fr: "Noël copte", ar: "عيد الميلاد المجيد (التقويم الشرقي)" },
  { en: "Coptic Easter", fr: "Pâques coptes", ar: "عيد الفصح (التقويم الشرقي)" },
  { en: "Boxing Day", fr: "Lendemain de Noël", ar: "ثاني أيام عيد الميلاد" },
  { en: "New Year's Eve", fr: "Saint-Sylvestre", ar: "ليلة رأس السنة" },
  { en: "Islamic New Year", fr: "Nouvel An de l’hégire", ar: "رأس السنة الهجرية" },
  { en: "Day of Ashura", fr: "Achoura", ar: "عاشوراء" },
  { en: "Birthday of Muhammad (Mawlid)", fr: "Mawlid", ar: "المولد النبوي الشريف" },
  { en: "Mawlid", fr: "Mawlid", ar: "المولد النبوي الشريف" },
  { en: "Laylat al-Mi'raj", fr: "Isra et Miraj", ar: "الإسراء والمعراج" },
  { en: "Laylat al-Bara'at", fr: "Nuit du pardon", ar: "ليلة البراءة" },
  { en: "First day of Ramadan", fr: "Premier jour du ramadan", ar: "أول أيام رمضان" },
  { en: "Laylat al-Qadr", fr: "Nuit du destin", ar: "ليلة القدر" },
  { en: "End of Ramadan (Eid al-Fitr)", fr: "Aïd el-Fitr (fin du ramadan)", ar: "عيد الفطر" },
  { en: "Arafat Day", fr: "Jour d’Arafat", ar: "يوم عرفة" },
  { en: "Feast of the Sacrifice (Eid al-Adha)", fr: "Aïd el-Adha (fête du sacrifice)", ar: "عيد الأضحى" },
  { en: "Independence Day", fr: "Fête de l’indépendance", ar: "عيد الاستقلال" },
  { en: "Constitution Day", fr: "Jour de la Constitution", ar: "يوم الدستور" },
  { en: "Liberation Day", fr: "Jour de la Libération", ar: "عيد التحرير" },
  { en: "Revolution Day", fr: "Jour de la Révolution", ar: "عيد الثورة" },
  { en: "Republic Day", fr: "Fête de la République", ar: "عيد الجمهورية" },
  { en: "National Day", fr: "Fête nationale", ar: "العيد الوطني" },
  { en: "National Holiday", fr: "Fête nationale", ar: "العيد الوطني" },
  { en: "Public Holiday", fr: "Jour férié", ar: "عطلة رسمية" },
  { en: "Victory Day", fr: "Jour de la Victoire", ar: "يوم النصر" },
  { en: "Mother's Day", fr: "Fête des mères", ar: "عيد الأم" },
  { en: "Youth Day", fr: "Fête de la jeunesse", ar: "عيد الشباب" },
  { en: "Parents' Day", fr: "Fête des parents", ar: "يوم الوالدين" },
  { en: "Armed Forces Day", fr: "Fête des forces armées", ar: "عيد القوات المسلحة" },
  { en: "Deepavali", fr: "Dipavali", ar: "ديوالي" },
  // Kenya, Uganda, Congo, Egypt, Morocco, Tunisia, Ethiopia, where courses are held.
  { en: "Madaraka Day", fr: "Jour de Madaraka", ar: "يوم ماداراكا" },
  { en: "Mashujaa Day", fr: "Jour de Mashujaa (héros)", ar: "يوم ماشوجا (الأبطال)" },
  { en: "Jamhuri Day", fr: "Jour de Jamhuri (République)", ar: "يوم الجمهورية" },
  { en: "Mazingira Day", fr: "Jour de Mazingira (environnement)", ar: "يوم مازينغيرا (البيئة)" },
  {
    en: "Archbishop Janan Luwum Day",
    fr: "Jour de l’archevêque Janani Luwum",
    ar: "يوم رئيس الأساقفة جاناني لووم",
  },
  { en: "Martyr's Day", fr: "Jour des martyrs", ar: "يوم الشهداء" },
  { en: "National Heroes Day", fr: "Jour des héros nationaux", ar: "يوم الأبطال الوطنيين" },
  { en: "Day of the Martyrs", fr: "Martyrs de l’indépendance", ar: "يوم شهداء الاستقلال" },
  {
    en: "Anniversary of President Laurent Kabila",
    fr: "Journée du héros national Laurent-Désiré Kabila",
    ar: "ذكرى البطل الوطني لوران ديزيريه كابيلا",
  },
  {
    en: "Anniversary of Prime Minister Patrice Emery Lumumba",
    fr: "Journée du héros national Patrice Emery Lumumba",
    ar: "ذكرى البطل الوطني باتريس إيمري لومومبا",
  },
  { en: "National Police Day", fr: "Fête de la police", ar: "عيد الشرطة" },
  { en: "Revolution Day 2011", fr: "Révolution du 25 janvier", ar: "عيد ثورة 25 يناير" },
  { en: "Sinai Liberation Day", fr: "Libération du Sinaï", ar: "عيد تحرير سيناء" },
  { en: "Sham El Nessim", fr: "Cham el-Nessim", ar: "شم النسيم" },
  { en: "30 June Day", fr: "Révolution du 30 juin", ar: "عيد ثورة 30 يونيو" },
  {
    en: "Anniversary of the Independence Manifesto",
    fr: "Manifeste de l’indépendance",
    ar: "ذكرى تقديم وثيقة الاستقلال",
  },
  { en: "Feast of the Throne", fr: "Fête du Trône", ar: "عيد العرش" },
  {
    en: "Anniversary of the Recovery Oued Ed-Dahab",
    fr: "Journée de Oued Ed-Dahab",
    ar: "ذكرى استرجاع وادي الذهب",
  },
  {
    en: "Anniversary of the Revolution of the King and the People",
    fr: "Révolution du roi et du peuple",
    ar: "ذكرى ثورة الملك والشعب",
  },
  { en: "Anniversary of the Green March", fr: "Marche verte", ar: "ذكرى المسيرة الخضراء" },
  { en: "Martyrs' Day", fr: "Journée des martyrs", ar: "عيد الشهداء" },
  { en: "Evacuation Day", fr: "Fête de l’évacuation", ar: "عيد الجلاء" },
  { en: "Victory at Adwa Day", fr: "Victoire d’Adoua", ar: "يوم النصر في عدوة" },
  { en: "Day of Lament", fr: "Jour de deuil", ar: "يوم الحداد" },
  { en: "Derg Downfall Day", fr: "Chute du Derg", ar: "يوم سقوط الدرغ" },
  { en: "Finding of the True Cross", fr: "Meskel (invention de la Croix)", ar: "عيد الصليب" },
];

/** Names for the library's own, in countries where these are no longer right or not in English; by the library's. */
export const otherNames: Readonly<Record<string, Readonly<Record<string, Name>>>> = {
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
function shared(en: string): Name {
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
function own(en: string, fr: string, ar: string): Name {
  return { en, fr, ar };
}

/** A day that is the later one in the year before each leap year. */
function beforeLeapYear(usual: string, later: string): string[] {
  return [`${usual} in even years`, `${usual} every 4 years since 2025`, `${later} every 4 years since 2023`];
}
