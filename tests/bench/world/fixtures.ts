import { addDays } from "../../../lib/time/civil";
import type { Made, Plan } from "./courses";
import type { Dice } from "./dice";
import type { People, Person } from "./people";
import type { Standing, Taking } from "./registrations";

/** What a measurement asks for by its key; the same in a small and in a big file, where it is made first. */
export type Fixtures = {
  /** When the file was made, for the clock of whoever measures it (ms). */
  now: number;
  /** Courses by what they are for. */
  courses: Record<Purpose, { id: number; slug: string }>;
  /** Sessions whose roll is taken today, of 25 and of 500 people. */
  rolls: { of25: number; of500: number };
  /** Somebody who took part in 31 courses. */
  person31: number;
  /** A certificate that stands. */
  serial: string;
};

type Purpose =
  | "of25"
  | "of500"
  | "open"
  | "applied"
  | "ready"
  | "issued"
  | "ending"
  | "thousand"
  | "workshop";

type Makers = {
  course: (plan: Plan) => Made;
  enrol: (course: Made, list: readonly Taking[], certified: boolean) => string[];
  people: People;
  dice: Dice;
  /** A plan of a programme that the demonstration's coordinator coordinates, taught by its trainer. */
  usual: Plan;
};

/** So many new people who stand alike. */
function many({ people, usual }: Makers, count: number, state: Standing, at: number): Taking[] {
  return Array.from({ length: count }, () => ({
    person: people.someone(usual.country, usual.programme.id, at),
    state,
    always: true,
  }));
}

/** The courses and people that are measured by their keys, in a file that holds the demonstration alone so far. */
export function addFixtures(makers: Makers, now: number): Fixtures {
  const { course, enrol, usual } = makers;
  const today = new Date(now).toISOString().slice(0, 10);
  const joined = now - 40 * 86_400_000;
  const made = (purpose: Purpose, plan: Partial<Plan>) =>
    course({ ...usual, slug: `bench-${purpose}`, ...plan });
  const running = { startsOn: addDays(today, -2), days: 5, state: "running" as const };
  const closed = { startsOn: addDays(today, -30), days: 5, state: "closed" as const, capacity: 500 };

  const of25 = made("of25", { ...running, capacity: 25 });
  enrol(of25, many(makers, 25, "accepted", joined), false);
  const of500 = made("of500", { ...running, capacity: 500 });
  enrol(of500, many(makers, 500, "accepted", joined), false);
  const open = made("open", {
    startsOn: addDays(today, 20),
    state: "open",
    admission: "first_come",
    capacity: 1000,
  });
  const applied = made("applied", { startsOn: addDays(today, 25), state: "open", capacity: 500 });
  enrol(applied, many(makers, 500, "applied", joined), false);
  const ready = made("ready", closed);
  enrol(ready, many(makers, 500, "attended", joined), false);
  const issued = made("issued", { ...closed, startsOn: addDays(today, -40) });
  const serials = enrol(issued, many(makers, 500, "attended", joined), true);
  const ending = made("ending", { startsOn: addDays(today, -8), days: 5, state: "running", capacity: 500 });
  enrol(ending, many(makers, 500, "accepted", joined), false);
  const thousand = made("thousand", { ...closed, startsOn: addDays(today, -50), capacity: 1000 });
  enrol(thousand, many(makers, 1000, "attended", joined), false);

  const workshop = made("workshop", {
    ...running,
    kind: "user",
    capacity: 500,
    scheduledBy: usual.trainers[0]!,
  });
  enrol(workshop, many(makers, 500, "accepted", joined), false);

  const often: Person = makers.people.someone(usual.country, usual.programme.id, joined - 2000 * 86_400_000);
  for (let i = 0; i < 31; i++) {
    const plan = {
      ...closed,
      slug: `bench-often-${i}`,
      startsOn: addDays(today, -2000 + 60 * i),
      capacity: 30,
    };
    const others = many(makers, 11, "attended", joined - 2000 * 86_400_000);
    enrol(
      course({ ...usual, ...plan }),
      [{ person: often, state: "attended", always: true }, ...others],
      true,
    );
  }
  const todays = ({ sessions }: Made) =>
    sessions.find((session) => session.endInstant > now - 43_200_000)?.id ?? sessions.at(-1)!.id;
  const key = ({ id, slug }: Made) => ({ id, slug });
  return {
    now,
    courses: {
      of25: key(of25),
      of500: key(of500),
      open: key(open),
      applied: key(applied),
      ready: key(ready),
      issued: key(issued),
      ending: key(ending),
      thousand: key(thousand),
      workshop: key(workshop),
    },
    rolls: { of25: todays(of25), of500: todays(of500) },
    person31: often.id,
    serial: serials[0]!,
  };
}
