import { createVenue } from "../../lib/places/commands";
import { createProgramme } from "../../lib/programmes/commands";
import { programmeSchema, venueSchema } from "../../lib/programmes/schema";
import { firstRoom } from "./read";
import { as, beginning, done, type Story, type Text } from "./story";

const ilo: Text = {
  en: "International Labour Organization",
  fr: "Organisation internationale du Travail",
  ar: "منظمة العمل الدولية",
};

/** Whom people ask is an invented person by name, in the scripts of who reads it: an office would be in one language for all. */
const programmes = [
  {
    code: "PROSPECTS",
    title: {
      en: "PROSPECTS – Partnership for improving prospects for forcibly displaced persons and host communities",
      fr: "PROSPECTS – Partenariat pour améliorer les perspectives des personnes déplacées de force et des communautés d’accueil",
      ar: "PROSPECTS – الشراكة من أجل تحسين آفاق النازحين قسراً والمجتمعات المضيفة",
    },
    donor: "Netherlands",
    partners: null,
    countries: ["JO", "LB", "IQ", "EG", "KE", "UG", "SD", "ET"],
    issuer: ilo,
    contact: {
      name: "رنا سلامة · Rana Salameh",
      phone: "+962 7 9000 0101",
      email: "prospects@cascade.example",
    },
  },
  {
    code: "Land and Rights",
    title: {
      en: "Land and Rights – Paths to Social and Solidarity Economy in Palestine",
      fr: "Terre et droits – Chemins vers l’économie sociale et solidaire en Palestine",
      ar: "الأرض والحقوق – مسارات نحو الاقتصاد الاجتماعي والتضامني في فلسطين",
    },
    donor: "AICS",
    partners: "COSPE, CWA",
    countries: ["PS"],
    issuer: ilo,
    contact: {
      name: "لينا عوض · Lina Awad",
      phone: "+970 599 000 102",
      email: "land-and-rights@cascade.example",
    },
  },
  {
    code: "Be the Impact",
    title: {
      en: "Cooperative Support Programme “Be the Impact”",
      fr: "Programme d’appui aux coopératives « Be the Impact »",
      ar: "برنامج دعم التعاونيات «كن الأثر»",
    },
    donor: null,
    partners: null,
    countries: ["PS"],
    issuer: ilo,
    contact: {
      name: "أمجد زيدان · Amjad Zeidan",
      phone: "+970 599 000 103",
      email: "be-the-impact@cascade.example",
    },
  },
  {
    code: "SSE Asia",
    title: {
      en: "Strengthening the social and solidarity economy in Asia",
      fr: "Renforcer l’économie sociale et solidaire en Asie",
      ar: "تعزيز الاقتصاد الاجتماعي والتضامني في آسيا",
    },
    donor: null,
    partners: null,
    countries: ["KG"],
    issuer: ilo,
    contact: {
      name: "Aibek Toktosunov",
      phone: "+996 555 000 104",
      email: "sse-asia@cascade.example",
    },
  },
  {
    code: "Central Africa",
    title: {
      en: "Cooperative development in Central Africa",
      fr: "Développement coopératif en Afrique centrale",
      ar: "تنمية التعاونيات في وسط أفريقيا",
    },
    donor: "KOICA",
    partners: null,
    countries: ["CM", "CD"],
    issuer: ilo,
    contact: {
      name: "Clarisse Mbarga",
      phone: "+237 6 70 00 01 05",
      email: "afrique-centrale@cascade.example",
    },
  },
  // Who paid for these courses is not known, or not by name: they are kept together, and no programme is invented.
  {
    code: "Reported",
    title: {
      en: "Courses reported in publications and documents",
      fr: "Formations mentionnées dans des publications et des documents",
      ar: "دورات وردت في منشورات ووثائق",
    },
    donor: null,
    partners: null,
    countries: ["PS", "CF", "MG", "ML", "ET", "CI", "LB", "JO"],
    issuer: ilo,
    contact: {
      name: "ديما الخوري · Dima Khoury",
      phone: "+962 7 9000 0106",
      email: "records@cascade.example",
    },
  },
];

const venues = [
  { name: "مركز تدريب إربد", country: "JO", at: "Irbid", place: "إربد", rooms: ["القاعة الكبرى", "قاعة 2"] },
  {
    name: "مركز رام الله للتدريب",
    country: "PS",
    at: "Ramallah",
    place: "رام الله",
    rooms: ["القاعة الرئيسية"],
  },
  {
    name: "Centre de formation de Bertoua",
    country: "CM",
    at: "Bertoua",
    place: "Bertoua",
    rooms: ["Salle A"],
  },
  {
    name: "Nairobi training centre",
    country: "KE",
    at: "Nairobi",
    place: "Nairobi",
    rooms: ["Main hall", "Room 2"],
  },
];

/** The administrator sets up the programmes. */
export function tellProgrammes(story: Story): void {
  for (const { title, issuer, contact, ...programme } of programmes) {
    const form = {
      ...programme,
      donor: programme.donor ?? "",
      partners: programme.partners ?? "",
      titleEn: title.en,
      titleFr: title.fr,
      titleAr: title.ar,
      issuerEn: issuer.en,
      issuerFr: issuer.fr,
      issuerAr: issuer.ar,
      contactName: contact.name,
      contactPhone: contact.phone,
      contactEmail: contact.email,
    };
    const { programmeId } = done(
      createProgramme(as(story.staff.amina, beginning), programmeSchema.parse(form)),
    );
    story.programmes.set(programme.code, programmeId);
  }
}

/** The administrator enters the venues, with their rooms. */
export function tellVenues(story: Story): void {
  for (const { at, rooms, ...venue } of venues) {
    const form = { ...venue, stepFree: "on", rooms: rooms.map((name) => ({ name, seats: 40 })) };
    const { venueId } = done(createVenue(as(story.staff.amina, beginning), venueSchema.parse(form)));
    story.venues.set(at, { id: venueId, roomId: firstRoom(venueId) });
  }
}
