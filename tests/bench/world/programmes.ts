import type Database from "better-sqlite3";
import type { Translated } from "../../../lib/i18n/rules";
import type { Plan } from "./courses";
import { into, keysOf } from "./fill";
import { benchCountries } from "./names";
import type { People, Person } from "./people";

const dayMs = 86_400_000;

type Programme = Plan["programme"] & {
  countries: string[];
  coordinator: number;
  trainers: number[];
  /** Whose turn it is to train. */
  turn: number;
};

/** The demonstration's programmes and many more, the largest first, each with a coordinator. */
export function addProgrammes(
  sqlite: Database.Database,
  { people, usual }: { people: People; usual: Plan },
  count: number,
  now: number,
) {
  const programmeInto = into(sqlite, "programmes", "id code title issuer created_at");
  const countryInto = into(sqlite, "programme_countries", "programme_id country");
  const memberInto = into(sqlite, "programme_members", "programme_id person_id role since");
  const nextProgramme = keysOf(sqlite, "programmes");
  const since = now - 2500 * dayMs;
  const more = Array.from({ length: count }, (_, i): Programme => {
    const id = nextProgramme();
    const countries = [benchCountries[i % benchCountries.length]!];
    const title: Translated = {
      own: "en",
      en: `Cooperatives for decent work ${i + 1}`,
      fr: `Coopératives pour le travail décent ${i + 1}`,
      ar: `التعاونيات من أجل العمل اللائق ${i + 1}`,
    };
    const code = `CDW ${i + 1}`;
    const issuer = { own: "en", en: "International Labour Organization" };
    programmeInto({
      id,
      code,
      title: JSON.stringify(title),
      issuer: JSON.stringify(issuer),
      created_at: since,
    });
    countryInto({ programme_id: id, country: countries[0]! });
    const coordinator = people.someone(countries[0]!, id, since).id;
    memberInto({ programme_id: id, person_id: coordinator, role: "coordinator", since });
    return { id, code, title, countries, coordinator, trainers: [], turn: 0 };
  });
  const demo = (code: string): Programme => {
    const row = sqlite.prepare("SELECT id, title FROM programmes WHERE code = ?").get(code) as {
      id: number;
      title: string;
    };
    const countries = sqlite
      .prepare("SELECT country FROM programme_countries WHERE programme_id = ?")
      .pluck()
      .all(row.id) as string[];
    return {
      id: row.id,
      code,
      title: JSON.parse(row.title),
      countries: countries.filter((country) => benchCountries.includes(country)),
      coordinator: usual.by,
      trainers: [],
      turn: 0,
    };
  };
  const [first, ...rest] = more;
  return {
    list: [
      demo("PROSPECTS"),
      first!,
      demo("Central Africa"),
      ...rest.slice(0, 47),
      demo("Land and Rights"),
      ...rest.slice(47),
      demo("Be the Impact"),
      demo("SSE Asia"),
    ],
    /** Somebody becomes a trainer of a programme. */
    train: (programme: Programme, person: Person) => {
      memberInto({ programme_id: programme.id, person_id: person.id, role: "trainer", since });
      programme.trainers.push(person.id);
    },
  };
}
