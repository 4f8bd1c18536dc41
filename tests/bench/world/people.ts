import type Database from "better-sqlite3";
import { contactKeysOf } from "../../../lib/contacts/rules";
import { seal } from "../../../lib/crypto/seal";
import { namesOf, organisationKey, sortKey } from "../../../lib/names/rules";
import { fold } from "../../../lib/text";
import type { Dice } from "./dice";
import { into, keysOf } from "./fill";
import { nameIn, organisationIn } from "./names";
import { speech, towns } from "./places";

/** A person as the courses need them. */
export type Person = { id: number; name: string; latinName: string | null; language: "ar" | "fr" | "en" };

const dayMs = 86_400_000;

/** Makes people and what hangs on them: organisations, contacts, accounts, sealed facts, the programmes that know them. */
export function peopleOf(sqlite: Database.Database, dice: Dice, key: Buffer, passwordHash: string) {
  const organisations: Record<string, { id: number; name: string }[]> = {};
  const nextPerson = keysOf(sqlite, "persons");
  const nextOrganisation = keysOf(sqlite, "organisations");
  const organisationInto = into(
    sqlite,
    "organisations",
    "id name name_key sort_name kind country place state fictional",
  );
  const personInto = into(
    sqlite,
    "persons",
    "id name latin_name search sort_name email phone language organisation_id country created_at fictional",
  );
  const keyInto = into(sqlite, "contact_keys", "hash person_id kind");
  const accountInto = into(
    sqlite,
    "accounts",
    "person_id email phone password_hash created_at phone_proven_at",
  );
  const factsInto = into(sqlite, "sensitive_facts", "person_id programme_id sealed updated_at");
  const knownInto = sqlite.prepare(
    "INSERT OR IGNORE INTO person_programmes (person_id, programme_id, since) VALUES (?, ?, ?)",
  );

  /** So many organisations of a country. */
  const addOrganisations = (country: string, count: number) => {
    organisations[country] ??= [];
    const list = organisations[country];
    for (let i = 0; i < count; i++) {
      const town = dice.often(towns[country]!);
      const place = town[speech[country]!.language];
      const name = organisationIn(country, place, i + 1, dice);
      const id = nextOrganisation();
      organisationInto({
        id,
        name,
        name_key: organisationKey(name),
        sort_name: sortKey(name),
        kind: "cooperative",
        country,
        place,
        state: "running",
        fictional: 1,
      });
      list.push({ id, name });
    }
  };

  /** Says that a programme knows somebody. */
  const makeKnown = (personId: number, programmeId: number, since: number) =>
    knownInto.run(personId, programmeId, since);

  /** Somebody new of a country whom a programme knows since then; nine of ten have a phone, a third an e-mail address. */
  const someone = (country: string, programmeId: number, at: number): Person => {
    const id = nextPerson();
    const woman = dice.percent(53);
    const { name, latin } = nameIn(country, woman, dice);
    const { language, prefix } = speech[country]!;
    const phone = dice.percent(90) ? prefix + String(10_000_000 + id).slice(1) : null;
    const email = dice.percent(33) ? `${fold(latin ?? name).replaceAll(" ", ".")}.${id}@mail.example` : null;
    const list = organisations[country];
    const organisation = list && list.length > 0 && dice.percent(70) ? dice.often(list, 1.2) : null;
    const names = namesOf({ name, latinName: latin }, organisation?.name ?? null);
    personInto({
      id,
      name: names.name,
      latin_name: names.latinName,
      search: names.search,
      sort_name: names.sortName,
      email,
      phone,
      language,
      organisation_id: organisation?.id ?? null,
      country,
      created_at: at,
      fictional: 1,
    });
    for (const { hash, kind } of contactKeysOf(key, { email, phone })) keyInto({ hash, person_id: id, kind });
    if ((email || phone) && dice.percent(12))
      accountInto({
        person_id: id,
        email,
        phone: email ? null : phone,
        password_hash: passwordHash,
        created_at: at,
        phone_proven_at: at + dayMs,
      });
    if (dice.percent(60)) {
      const facts = {
        sex: woman ? "woman" : "man",
        birthYear: 1960 + dice.below(46),
        displacement: dice.percent(35) ? "refugee" : "host",
      };
      factsInto({
        person_id: id,
        programme_id: programmeId,
        sealed: seal(key, JSON.stringify(facts), `person:${id}`),
        updated_at: at,
      });
    }
    makeKnown(id, programmeId, at);
    return { id, name, latinName: latin, language };
  };
  return { addOrganisations, someone, makeKnown };
}
export type People = ReturnType<typeof peopleOf>;
