import type Database from "better-sqlite3";
import { serialFrom } from "../../../lib/certificates/rules/serial";
import type { Made } from "./courses";
import type { Dice } from "./dice";
import { into } from "./fill";
import type { Here } from "./rolls";

/** Makes certificates of participation, with all that stands on them. */
export function certificatesOf(sqlite: Database.Database, dice: Dice) {
  const certificateInto = into(
    sqlite,
    "certificates",
    "serial registration_id kind language facts issued_at valid_from issued_on issued_by",
  );

  /** The certificate of one person, issued at an instant that is on a civil day. @returns its serial. */
  return (course: Made, { person, id, minutes }: Here, at: number, day: string) => {
    const { language } = person;
    const serial = serialFrom(dice.bytes(32));
    const place = { own: language, ...course.town };
    const issuer = {
      own: "en",
      en: "International Labour Organization",
      fr: "Organisation internationale du Travail",
      ar: "منظمة العمل الدولية",
    } as const;
    certificateInto({
      serial,
      registration_id: id,
      kind: "participation",
      language,
      facts: JSON.stringify({
        name: person.name,
        latinName: person.latinName,
        course: course.title[language],
        courseKind: course.kind,
        tools: course.tools.map((tool) => ({
          name: tool.title[language],
          version: "1",
          modules: tool.modules.map((m) => ({ code: m.code, title: m.title[language] })),
        })),
        startsOn: course.startsOn,
        endsOn: course.endsOn,
        year: null,
        place: course.town[language],
        online: false,
        country: course.country,
        minutes,
        programme: course.programme.title[language],
        issuer: issuer[language],
        signatories: [{ name: "Salwa Mansour", role: "Programme coordinator" }],
        fictional: true,
        said: { course: course.title, issuer, programme: course.programme.title, place },
      }),
      issued_at: at,
      valid_from: at,
      issued_on: day,
      issued_by: course.by,
    });
    return serial;
  };
}
