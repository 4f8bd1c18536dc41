import type Database from "better-sqlite3";
import { addDays } from "../../../lib/time/civil";
import type { Made, Plan } from "./courses";
import type { Dice } from "./dice";
import { into, keysOf } from "./fill";
import { benchCountries } from "./names";
import type { People, Person } from "./people";
import { towns } from "./places";
import { addProgrammes } from "./programmes";
import type { Standing, Taking } from "./registrations";
import { toolsOf } from "./tools";

const dayMs = 86_400_000;

type Amounts = {
  people: number;
  courses: number;
  programmes: number;
  trainers: number;
  organisations: number;
};
type Makers = {
  dice: Dice;
  people: People;
  course: (plan: Plan) => Made;
  enrol: (course: Made, list: readonly Taking[], certified: boolean) => string[];
  usual: Plan;
};
/** What part of all courses a programme has, by its rank: the first some 1,900 of 40,000, the last a handful. */
const weight = (rank: number) => 1 / (rank + 6);

/** When the n-th of so many courses begins: seven years of more and more, then what runs, is open or drafted. */
function timeOf(n: number, count: number, today: string, dice: Dice): Pick<Plan, "startsOn" | "state"> {
  const share = n / count;
  const closed = 0.943;
  const running = 0.008;
  if (share < closed) {
    const state = dice.percent(2.5) ? "cancelled" : "closed";
    return { startsOn: addDays(today, -Math.round(2600 * (1 - (share / closed) ** 0.7)) - 8), state };
  }
  if (share < closed + running) return { startsOn: addDays(today, -dice.below(4)), state: "running" };
  const ahead = (share - closed - running) / (1 - closed - running);
  return {
    startsOn: addDays(today, 2 + Math.round(150 * ahead)),
    state: dice.percent(15) ? "draft" : "open",
  };
}

/** How the n-th of a course's list stands. */
function standing(plan: Plan, n: number, dice: Dice): Standing | null {
  const die = dice.below(100);
  if (plan.state === "closed")
    return die < 88 ? "attended" : die < 93 ? "no_show" : die < 97 ? "declined" : "withdrawn";
  if (plan.state === "running") return die < 95 ? "accepted" : "withdrawn";
  if (plan.state === "cancelled") return die < 50 ? "declined" : null;
  if (plan.state === "draft") return null;
  if (plan.admission === "first_come") return n < plan.capacity ? "accepted" : "waiting";
  return die < 60 ? "applied" : die < 95 ? "accepted" : "declined";
}

/** Venues with a room each, by country. */
function addVenues(sqlite: Database.Database, count: number): Record<string, number[]> {
  const venueInto = into(sqlite, "venues", "id name country place");
  const roomInto = into(sqlite, "rooms", "venue_id name seats");
  const next = keysOf(sqlite, "venues");
  const found: Record<string, number[]> = {};
  for (let i = 0; i < count; i++) {
    const country = benchCountries[i % benchCountries.length]!;
    const id = next();
    venueInto({
      id,
      name: `Training centre ${i + 1}`,
      country,
      place: towns[country]![i % towns[country]!.length]!.en,
    });
    roomInto({ venue_id: id, name: "Main hall", seats: 60 });
    found[country] = [...(found[country] ?? []), id];
  }
  return found;
}

/** Everything that a file holds after years of use, beside the fixtures. */
export function addBulk(sqlite: Database.Database, makers: Makers, amounts: Amounts, now: number): void {
  const { dice, people, course, enrol } = makers;
  const today = new Date(now).toISOString().slice(0, 10);
  for (const country of benchCountries)
    people.addOrganisations(country, Math.round(amounts.organisations / benchCountries.length));
  const venues = addVenues(sqlite, 600);
  const tools = toolsOf(sqlite);
  const { list, train } = addProgrammes(sqlite, makers, amounts.programmes, now);
  const weights = list.map((_, rank) => weight(rank));
  const all = weights.reduce((sum, part) => sum + part, 0);
  const upTo = weights.map((_, rank) => weights.slice(0, rank + 1).reduce((sum, part) => sum + part, 0));
  const since = now - 2500 * dayMs;
  for (const [rank, programme] of list.entries()) {
    const trainers = Math.max(2, Math.round((amounts.trainers * weights[rank]!) / all));
    for (let i = 0; i < trainers; i++)
      train(
        programme,
        people.someone(programme.countries[i % programme.countries.length]!, programme.id, since),
      );
  }
  /** One of the programmes, the large ones oftener. */
  const anyProgramme = () => {
    const at = dice.next() * all;
    return list[upTo.findIndex((sum) => at < sum)] ?? list[0]!;
  };
  /** People who may come again, by country: the last few thousand. */
  const known: Record<string, Person[]> = {};
  let made = 0;
  for (let n = 0; n < amounts.courses; n++) {
    const programme = anyProgramme();
    const country = programme.countries[dice.below(programme.countries.length)]!;
    const time = timeOf(n, amounts.courses, today, dice);
    const kind = dice.percent(82) ? "tot" : "user";
    const next = () => programme.trainers[programme.turn++ % programme.trainers.length]!;
    const from = dice.below(tools.length);
    const capacity = 12 + dice.below(24);
    const plan: Plan = {
      slug: `bulk-${n}`,
      programme,
      country,
      town: dice.often(towns[country]!),
      kind,
      tools: [0, 1, 2]
        .slice(0, kind === "tot" ? 2 + dice.below(2) : 1)
        .map((i) => tools[(from + i) % tools.length]!),
      ...time,
      days: time.state === "running" || kind === "tot" ? 5 + dice.below(3) : 2 + dice.below(2),
      capacity,
      admission: dice.percent(35) ? "first_come" : "selection",
      trainers: programme.trainers.length > 1 ? [next(), next()] : [next()],
      venueId: dice.percent(60) ? dice.often(venues[country]!) : null,
      by: programme.coordinator,
    };
    const takers: Taking[] = [];
    known[country] ??= [];
    const again = known[country];
    for (let i = 0; i < capacity + (plan.admission === "selection" ? 3 : 0); i++) {
      const state = standing(plan, i, dice);
      if (!state) continue;
      const old = again.length > 100 && dice.percent(7) ? again[dice.below(again.length)]! : null;
      if (old && takers.some(({ person }) => person.id === old.id)) continue;
      const at = Date.parse(plan.startsOn) - 50 * dayMs;
      const person = old ?? people.someone(country, programme.id, Math.min(at, now - dayMs));
      if (old) people.makeKnown(old.id, programme.id, at);
      else made++;
      again[again.length < 5000 ? again.length : dice.below(5000)] = person;
      takers.push({ person, state });
    }
    enrol(course(plan), takers, dice.percent(94));
  }
  // Whoever is known without ever having registered: lists of members, people of partners.
  for (; made < amounts.people - amounts.trainers; made++) {
    const programme = anyProgramme();
    people.someone(programme.countries[0]!, programme.id, now - dice.below(2000) * dayMs);
  }
}
