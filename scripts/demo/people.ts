import { createHash } from "node:crypto";
import { fold } from "../../lib/text";
import { organisationNames } from "./organisations";
import type { Story } from "./story";

/** Names for fictional people of the demonstration, by language of the country: as written, and the Latin form. */
type Name = { name: string; latin: string | null };
export type PoolCode = "ar" | "fr" | "en" | "ky";
type Pool = { women: Name[]; men: Name[]; families: Name[] };

const pair = (list: string): Name[] =>
  list.split(",").map((entry) => {
    const [name = "", latin] = entry.trim().split("=");
    return { name, latin: latin ?? null };
  });

const pools: Record<PoolCode, Pool> = {
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

/** A whole number from 0 to below `limit` that looks random and is the same at every load. */
export const chance = (seed: string, limit: number): number =>
  createHash("sha512").update(`cascade:${seed}`).digest().readUInt32BE(0) % limit;

/** How the mobile numbers of a country begin, and how many digits follow. */
const phones: Readonly<Record<string, readonly [prefix: string, digits: number]>> = {
  JO: ["+96279", 7],
  LB: ["+96170", 6],
  PS: ["+97059", 7],
  KE: ["+25471", 7],
  CM: ["+23767", 7],
  CD: ["+24381", 7],
  KG: ["+99655", 7],
};

/** Where the people of a course come from. */
export type Origin = {
  slug: string;
  country: string;
  pool: PoolCode;
  own: "en" | "fr" | "ar";
  /** How many organisations they come from. */
  organisations?: number;
};

/** The fields of a form for the nth person of a course; every third has an e-mail address, most a phone, some neither. */
export function somebody(story: Story, origin: Origin, index: number, woman: boolean) {
  const pool = pools[origin.pool];
  const pick = (what: string, list: readonly Name[], steps: number) =>
    list[(index * steps + chance(`${origin.slug}:${index}:${what}`, list.length)) % list.length]!;
  const given = pick("given", woman ? pool.women : pool.men, 3);
  const family = pick("family", pool.families, 1);
  const name = `${given.name} ${family.name}`;
  const latinName = given.latin && family.latin ? `${given.latin} ${family.latin}` : "";
  const n = story.people++;
  const [prefix, digits] = phones[origin.country]!;
  const own = organisationNames(origin.country).slice(0, origin.organisations ?? 4);
  return {
    name,
    latinName,
    email: index % 3 === 0 ? `${fold(latinName || name).replaceAll(" ", ".")}.${n}@mail.example` : "",
    phone: index % 7 === 6 ? "" : `${prefix}${String(1_000_000 + n * 13).slice(0, digits)}`,
    language: origin.own,
    organisation: own[index % own.length] ?? "",
    country: origin.country,
  };
}

/** What somebody says of themselves for the totals. */
export const aboutThemselves = ({ slug }: Origin, index: number, woman: boolean) => ({
  sex: woman ? "woman" : "man",
  birthYear: String(1965 + chance(`${slug}:${index}:birth`, 38)),
  displacement: index % 4 === 1 ? "refugee" : "host",
});
