/** Towns of the countries of the measurement, in the three languages, the busiest first. */
export const towns: Record<string, { en: string; fr: string; ar: string }[]> = {
  JO: [
    { en: "Amman", fr: "Amman", ar: "عمّان" },
    { en: "Irbid", fr: "Irbid", ar: "إربد" },
    { en: "Mafraq", fr: "Mafraq", ar: "المفرق" },
    { en: "Zarqa", fr: "Zarqa", ar: "الزرقاء" },
    { en: "Karak", fr: "Karak", ar: "الكرك" },
  ],
  LB: [
    { en: "Beirut", fr: "Beyrouth", ar: "بيروت" },
    { en: "Zahle", fr: "Zahlé", ar: "زحلة" },
    { en: "Tripoli", fr: "Tripoli", ar: "طرابلس" },
    { en: "Akkar", fr: "Akkar", ar: "عكار" },
  ],
  PS: [
    { en: "Ramallah", fr: "Ramallah", ar: "رام الله" },
    { en: "Hebron", fr: "Hébron", ar: "الخليل" },
    { en: "Nablus", fr: "Naplouse", ar: "نابلس" },
    { en: "Gaza", fr: "Gaza", ar: "غزة" },
  ],
  IQ: [
    { en: "Baghdad", fr: "Bagdad", ar: "بغداد" },
    { en: "Erbil", fr: "Erbil", ar: "أربيل" },
    { en: "Mosul", fr: "Mossoul", ar: "الموصل" },
  ],
  KE: [
    { en: "Nairobi", fr: "Nairobi", ar: "نيروبي" },
    { en: "Kakuma", fr: "Kakuma", ar: "كاكوما" },
    { en: "Kisumu", fr: "Kisumu", ar: "كيسومو" },
    { en: "Garissa", fr: "Garissa", ar: "غاريسا" },
  ],
  CM: [
    { en: "Yaoundé", fr: "Yaoundé", ar: "ياوندي" },
    { en: "Bertoua", fr: "Bertoua", ar: "بيرتوا" },
    { en: "Douala", fr: "Douala", ar: "دوالا" },
  ],
  CD: [
    { en: "Kinshasa", fr: "Kinshasa", ar: "كينشاسا" },
    { en: "Tshikapa", fr: "Tshikapa", ar: "تشيكابا" },
    { en: "Goma", fr: "Goma", ar: "غوما" },
  ],
  KG: [
    { en: "Bishkek", fr: "Bichkek", ar: "بيشكيك" },
    { en: "Osh", fr: "Och", ar: "أوش" },
  ],
};

/** Language that people of a country are written to in, and how its mobile numbers begin. */
export const speech: Record<string, { language: "ar" | "fr" | "en"; prefix: string }> = {
  JO: { language: "ar", prefix: "+96279" },
  LB: { language: "ar", prefix: "+96170" },
  PS: { language: "ar", prefix: "+97059" },
  IQ: { language: "ar", prefix: "+964770" },
  KE: { language: "en", prefix: "+25471" },
  CM: { language: "fr", prefix: "+23767" },
  CD: { language: "fr", prefix: "+24381" },
  KG: { language: "en", prefix: "+99655" },
};
