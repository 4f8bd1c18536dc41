type Names = { en: string; fr: string; ar: string };

/**
 * The United Nations' names of countries and territories where Unicode's differ from them in a language; a language that
 * is left out has the same. Taiwan as the ILO writes it.
 */
export const countryNames: Readonly<Record<string, Partial<Names>>> = {
  AG: { en: "Antigua and Barbuda" },
  BA: { en: "Bosnia and Herzegovina" },
  BL: { en: "Saint Barthélemy" },
  BN: { en: "Brunei Darussalam", fr: "Brunéi Darussalam", ar: "بروني دار السلام" },
  BO: {
    en: "Bolivia (Plurinational State of)",
    fr: "Bolivie (État plurinational de)",
    ar: "بوليفيا (دولة - المتعددة القوميات)",
  },
  BY: { fr: "Bélarus" },
  CD: {
    en: "Democratic Republic of the Congo",
    fr: "République démocratique du Congo",
    ar: "جمهورية الكونغو الديمقراطية",
  },
  CG: { en: "Congo", fr: "Congo", ar: "الكونغو" },
  CI: { ar: "كوت ديفوار" },
  CV: { en: "Cabo Verde", fr: "Cabo Verde", ar: "كابو فيردي" },
  CZ: { ar: "تشيكيا" },
  FK: {
    en: "Falkland Islands (Malvinas)",
    fr: "Îles Falkland (Malvinas)",
    ar: "جزر فوكلاند (مالفيناس)",
  },
  FM: {
    en: "Micronesia (Federated States of)",
    fr: "Micronésie (États fédérés de)",
    ar: "ميكرونيزيا (ولايات - الموحدة)",
  },
  GS: { en: "South Georgia and the South Sandwich Islands" },
  HK: {
    en: "China, Hong Kong Special Administrative Region",
    fr: "Chine, région administrative spéciale de Hong Kong",
    ar: "الصين، منطقة هونغ كونغ الإدارية الخاصة",
  },
  HM: { en: "Heard Island and McDonald Islands" },
  IR: {
    en: "Iran (Islamic Republic of)",
    fr: "Iran (République islamique d’)",
    ar: "إيران (جمهورية - الإسلامية)",
  },
  KG: { fr: "Kirghizistan" },
  KN: { en: "Saint Kitts and Nevis", fr: "Saint-Kitts-et-Nevis" },
  KP: {
    en: "Democratic People’s Republic of Korea",
    fr: "République populaire démocratique de Corée",
    ar: "جمهورية كوريا الشعبية الديمقراطية",
  },
  KR: { en: "Republic of Korea", fr: "République de Corée", ar: "جمهورية كوريا" },
  LA: {
    en: "Lao People’s Democratic Republic",
    fr: "République démocratique populaire lao",
    ar: "جمهورية لاو الديمقراطية الشعبية",
  },
  LC: { en: "Saint Lucia" },
  MD: { en: "Republic of Moldova", fr: "République de Moldova", ar: "جمهورية مولدوفا" },
  MF: { en: "Saint Martin (French part)", fr: "Saint-Martin (partie française)" },
  MM: { en: "Myanmar", fr: "Myanmar", ar: "ميانمار" },
  MO: {
    en: "China, Macao Special Administrative Region",
    fr: "Chine, région administrative spéciale de Macao",
    ar: "الصين، منطقة ماكاو الإدارية الخاصة",
  },
  MV: { ar: "ملديف" },
  PM: { en: "Saint Pierre and Miquelon" },
  PS: {
    en: "Occupied Palestinian Territory",
    fr: "Territoire palestinien occupé",
    ar: "الأرض الفلسطينية المحتلة",
  },
  RU: { en: "Russian Federation", fr: "Fédération de Russie", ar: "الاتحاد الروسي" },
  SH: { en: "Saint Helena" },
  SJ: { en: "Svalbard and Jan Mayen Islands" },
  ST: { en: "Sao Tome and Principe" },
  SY: { en: "Syrian Arab Republic", fr: "République arabe syrienne", ar: "الجمهورية العربية السورية" },
  TC: { en: "Turks and Caicos Islands" },
  TL: { fr: "Timor-Leste" },
  TR: { fr: "Türkiye" },
  TT: { en: "Trinidad and Tobago" },
  TW: { en: "Taiwan (China)", fr: "Taïwan (Chine)", ar: "تايوان (الصين)" },
  TZ: {
    en: "United Republic of Tanzania",
    fr: "République-Unie de Tanzanie",
    ar: "جمهورية تنزانيا المتحدة",
  },
  UM: { en: "United States Minor Outlying Islands" },
  US: {
    en: "United States of America",
    fr: "États-Unis d’Amérique",
    ar: "الولايات المتحدة الأمريكية",
  },
  VA: { en: "Holy See", fr: "Saint-Siège", ar: "الكرسي الرسولي" },
  VC: { en: "Saint Vincent and the Grenadines" },
  VE: {
    en: "Venezuela (Bolivarian Republic of)",
    fr: "Venezuela (République bolivarienne du)",
    ar: "فنزويلا (جمهورية - البوليفارية)",
  },
  VI: { en: "United States Virgin Islands" },
  VN: { en: "Viet Nam", fr: "Viet Nam", ar: "فييت نام" },
  WF: { en: "Wallis and Futuna Islands" },
};
