import type { Dice } from "./dice";

/** A name as written, and its Latin form where it is in another script. */
type Name = { name: string; latin: string | null };
type Language = "ar" | "fr" | "en" | "ky" | "ku";
type Pool = { women: Name[]; men: Name[]; families: Name[] };

/** Names of a line, the most frequent first: `written=Latin`, or written alone. */
const listed = (line: string): Name[] =>
  line.split(/,\s*/).map((entry) => {
    const [name = "", latin] = entry.trim().split("=");
    return { name, latin: latin ?? null };
  });

const pools: Record<Language, Pool> = {
  ar: {
    women: listed(
      "فاطمة=Fatima, مريم=Maryam, آية=Aya, نور=Nour, سارة=Sara, أسماء=Asmaa, هدى=Huda, إسراء=Israa, رنا=Rana, ليلى=Layla, أمل=Amal, دعاء=Duaa, زينب=Zeinab, خديجة=Khadija, عائشة=Aisha, سلمى=Salma, ريم=Reem, هبة=Heba, إيمان=Iman, منى=Mona, سمر=Samar, رغد=Raghad, آلاء=Alaa, شيماء=Shaimaa, وفاء=Wafaa, حنان=Hanan, غادة=Ghada, لينا=Lina, نسرين=Nisreen, سناء=Sanaa, هناء=Hanaa, رشا=Rasha, ابتسام=Ibtisam, إلهام=Ilham, نجوى=Najwa, ميساء=Maysaa, عبير=Abeer, جميلة=Jamila, سميرة=Samira, يسرى=Yusra",
    ),
    men: listed(
      "محمد=Mohammad, أحمد=Ahmad, علي=Ali, محمود=Mahmoud, عبد الله=Abdullah, خالد=Khaled, عمر=Omar, يوسف=Yousef, إبراهيم=Ibrahim, حسن=Hassan, حسين=Hussein, مصطفى=Mustafa, عبد الرحمن=Abdul Rahman, سامر=Samer, طارق=Tareq, زياد=Ziad, بلال=Bilal, ياسر=Yasser, وليد=Walid, رامي=Rami, فادي=Fadi, ماجد=Majed, عماد=Imad, جمال=Jamal, صالح=Saleh, سليمان=Suleiman, موسى=Mousa, عيسى=Issa, نضال=Nidal, باسم=Basem, رائد=Raed, غسان=Ghassan, حمزة=Hamza, أنس=Anas, إياد=Iyad, معتز=Mutaz, ناصر=Nasser, هاني=Hani, مروان=Marwan, جهاد=Jihad",
    ),
    families: listed(
      "المصري=Al-Masri, الخطيب=Al-Khatib, حداد=Haddad, العلي=Al-Ali, منصور=Mansour, عبد الله=Abdullah, الزعبي=Al-Zoubi, النجار=Al-Najjar, قاسم=Qasem, شاهين=Shahin, الأحمد=Al-Ahmad, عودة=Odeh, خليل=Khalil, صالح=Saleh, درويش=Darwish, أبو زيد=Abu Zeid, السعدي=Al-Saadi, الحسن=Al-Hassan, ياسين=Yassin, حمدان=Hamdan, عيسى=Issa, الشامي=Al-Shami, بركات=Barakat, الحموي=Al-Hamwi, العمري=Al-Omari, الكردي=Al-Kurdi, جابر=Jaber, نصر الله=Nasrallah, الطويل=Al-Taweel, سلامة=Salameh, عطية=Atiyeh, الحلبي=Al-Halabi, كنعان=Kanaan, عواد=Awad, البدوي=Al-Badawi, الدين=Eddin, زيدان=Zeidan, الجبوري=Al-Jubouri, العبيدي=Al-Obeidi, التميمي=Al-Tamimi, الشمري=Al-Shammari, مراد=Murad, الصباغ=Al-Sabbagh, الراعي=Al-Rai, فرحات=Farhat, شرف الدين=Sharafeddine, الحسيني=Al-Husseini, النابلسي=Al-Nabulsi, قدورة=Qaddoura, أبو شقرا=Abu Shaqra, الرفاعي=Al-Rifai, العجلوني=Al-Ajlouni, بني هاني=Bani Hani, الطراونة=Al-Tarawneh, الشوابكة=Al-Shawabkeh, الفايز=Al-Fayez, عباس=Abbas, الخوري=Al-Khoury, الياس=Elias, زعيتر=Zeaiter",
    ),
  },
  fr: {
    women: listed(
      "Marie, Jeanne, Espérance, Chantal, Béatrice, Joséphine, Nadège, Solange, Thérèse, Véronique, Marie-Claire, Bernadette, Clémentine, Honorine, Brigitte, Pélagie, Rosalie, Micheline, Élise, Godelieve, Adèle, Émilienne, Félicité, Hélène, Noëlla, Agnès, Aimée, Fatoumata, Aïssatou, Mariama",
    ),
    men: listed(
      "Jean, Pierre, Emmanuel, Joseph, Jean-Paul, Dieudonné, Alphonse, Félix, Gaston, Oscar, Pascal, Roger, Théophile, François, André, Célestin, Déogratias, Espoir, Gédéon, Hervé, Innocent, Justin, Léon, Moïse, Norbert, Pacifique, Rémy, Serge, Moussa, Ousmane",
    ),
    families: listed(
      "Kabongo, Mbarga, Mukendi, Ilunga, Tshibangu, Essomba, Ngalula, Nguema, Abena, Kalala, Ondoa, Mutombo, Kasongo, Ngoy, Mwamba, Kabamba, Lukusa, Bukasa, Tshiala, Kapinga, Mbuyi, Ntumba, Beya, Fotso, Kamga, Tchoumi, Ngono, Atangana, Owona, Manga, Bello, Hamadou, Njoya, Talla, Djoumessi, Mvondo, Zambo, Eyenga, Nkolo, Biya’a, Mbala, Nsimba, Makiese, Luzolo, Kiala, Matondo, Banza, Kyungu, Mulumba, Tshimanga",
    ),
  },
  en: {
    women: listed(
      "Mary, Grace, Faith, Mercy, Akinyi, Wanjiru, Halima, Beatrice, Nyambura, Esther, Joyce, Achieng, Chebet, Naliaka, Amina, Fatuma, Zawadi, Wambui, Jepkosgei, Rehema, Salome, Purity, Consolata, Nekesa, Adhiambo, Hodan, Asha, Nasra, Lokiru, Ekai",
    ),
    men: listed(
      "John, Peter, James, David, Brian, Hassan, Abdi, Mohamed, Otieno, Kiprono, Kamau, Joseph, Samuel, Daniel, Kevin, Odhiambo, Wafula, Mutua, Kipchumba, Ochieng, Ekal, Lokwang, Yusuf, Ibrahim, Mwangi, Barasa, Simiyu, Kiptoo, Deng, Garang",
    ),
    families: listed(
      "Mwangi, Otieno, Kamau, Ochieng, Wafula, Njoroge, Ali, Cheruiyot, Mutua, Lokwang, Kariuki, Maina, Odhiambo, Wanjala, Kiplagat, Abdi, Hassan, Mohamed, Njuguna, Onyango, Kimani, Barasa, Rotich, Koech, Musyoka, Omar, Ekiru, Lopeyok, Juma, Were, Nyongesa, Langat, Githinji, Wekesa, Achuil, Majok, Farah, Warsame, Muthoni, Kilonzo",
    ),
  },
  ky: {
    women: listed(
      "Айгүл=Aigul, Нургүл=Nurgul, Гүлнара=Gulnara, Бегимай=Begimai, Жылдыз=Zhyldyz, Мээрим=Meerim, Назгүл=Nazgul, Айпери=Aiperi, Чолпон=Cholpon, Динара=Dinara, Салтанат=Saltanat, Бермет=Bermet",
    ),
    men: listed(
      "Азамат=Azamat, Бакыт=Bakyt, Нурлан=Nurlan, Улан=Ulan, Эмил=Emil, Тилек=Tilek, Эрмек=Ermek, Талант=Talant, Мирлан=Mirlan, Жоомарт=Zhoomart, Канат=Kanat, Адилет=Adilet",
    ),
    families: listed(
      "Асанов=Asanov, Токтогулов=Toktogulov, Жумабаев=Zhumabaev, Эсенов=Esenov, Абдырахманов=Abdyrakhmanov, Мамытов=Mamytov, Сыдыков=Sydykov, Турдубаев=Turdubaev, Осмонов=Osmonov, Байтемиров=Baitemirov, Кадыров=Kadyrov, Исаков=Isakov, Бекташев=Bektashev, Орозов=Orozov",
    ),
  },
  ku: {
    women: listed(
      "شیلان=Shilan, ڕووناک=Runak, ژیان=Zhyan, ئاڤان=Avan, سۆزان=Sozan, هێرۆ=Hero, نەسرین=Nasrin",
    ),
    men: listed(
      "ئازاد=Azad, کاروان=Karwan, هێمن=Hemin, ڕێبوار=Rebwar, سەردار=Sardar, دلۆڤان=Dilovan, بەهمەن=Bahman",
    ),
    families: listed(
      "عەزیز=Aziz, حەمە=Hama, ڕەشید=Rashid, قادر=Qadir, ئەحمەد=Ahmed, مستەفا=Mustafa, بابان=Baban, جاف=Jaf, بەرزنجی=Barzinji",
    ),
  },
};

/** Languages in which people of a country are named, and how many of a hundred so. */
const spoken: Record<string, readonly [[Language, number], [Language, number]?]> = {
  JO: [["ar", 100]],
  LB: [
    ["ar", 93],
    ["fr", 7],
  ],
  PS: [["ar", 100]],
  IQ: [
    ["ar", 78],
    ["ku", 22],
  ],
  KE: [
    ["en", 88],
    ["ar", 12],
  ],
  CM: [
    ["fr", 82],
    ["en", 18],
  ],
  CD: [["fr", 100]],
  KG: [["ky", 100]],
};

/** Countries of the measurement, in which the programmes are. */
export const benchCountries = Object.keys(spoken);

/** A name of a country: given, in many Arabic ones the father's, and family name; a Latin form where it is known. */
export function nameIn(country: string, woman: boolean, dice: Dice): Name {
  const [[most, share], other] = spoken[country]!;
  const language = other && !dice.percent(share) ? other[0] : most;
  const pool = pools[language];
  const parts = [dice.often(woman ? pool.women : pool.men)];
  if (language === "ar" && dice.percent(45)) parts.push(dice.often(pool.men));
  parts.push(dice.often(pool.families, 1.4));
  // Three of five write the Latin form; titles stand before a few names.
  const latin = parts.every((part) => part.latin !== null) && dice.percent(60);
  const title = language === "ar" && dice.percent(1) ? "د. " : "";
  return {
    name: title + parts.map((part) => part.name).join(" "),
    latin: latin ? parts.map((part) => part.latin).join(" ") : null,
  };
}

const crops = {
  ar: "الزيتون, العنب, القمح, الألبان, العسل, الخضار, التمور, الأعشاب الطبية, الحرف اليدوية, الزعتر, الدواجن, الصيادين, النسيج, المشاتل",
  fr: "du cacao, du miel, du maïs, du manioc, des maraîchers, des pêcheurs, du café, des éleveuses, du palmier, de la forêt, des artisanes, du riz",
  en: "Dairy, Coffee, Maize, Fisheries, Honey, Beadwork, Vegetable, Poultry, Livestock, Traders, Weavers, Transport",
} as const;

/** What an organisation of a country is called; `number` tells those of one place apart, as villages do. */
export function organisationIn(country: string, place: string, number: number, dice: Dice): string {
  const language = ["JO", "LB", "PS", "IQ"].includes(country)
    ? "ar"
    : ["CM", "CD"].includes(country)
      ? "fr"
      : "en";
  const crop = dice.often(crops[language].split(", "), 1);
  const family = dice.often(pools[language].families, 1).name;
  if (language === "ar") return `تعاونية ${family} ${place} – ${crop} ${number}`;
  if (language === "fr") return `Coopérative ${crop} de ${place} ${family} ${number}`;
  return `${place} ${family} ${crop} Cooperative ${number}`;
}
