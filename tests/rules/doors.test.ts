import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseSync } from "oxc-parser";
import { describe, expect, it } from "vitest";

/**
 * What `app` may import of lib that writes is no command, by its domain: work of the process, which no request has
 * (`SystemContext`, see `tests/types/gate.ts`), the file itself, whoever an issuer vouches for, whoever a command has let in, what was typed in vain, and attempts that are
 * counted of whoever verifies a certificate or asks for a calendar.
 */
const noCommands: Record<string, readonly string[]> = {
  accounts: [
    "beginNoSignIn",
    "beginSignIn",
    "forgetDevices",
    "forgetLinksAndCodes",
    "forgetSignIns",
    "signInByIdentity",
  ],
  certificates: ["verifyCertificate"],
  // The process asks by itself.
  courses: ["askToDecide"],
  feeds: ["readFeed"],
  limits: ["forgetAttempts", "forgetRefusals", "keepRefusals"],
  pages: ["forgetPageChanges", "notePagesChanged"],
  registrations: ["countBySex", "forgetAddresses"],
  requests: ["chaseRequests", "endRequests"],
  stages: ["chasePlans", "judgeAnew", "remindOfEnds"],
  store: [
    "closeStore",
    "fileReplaced",
    "isDiskFull",
    "noteIfDamaged",
    "noteSoundness",
    "openStore",
    "optimizeStore",
    "serveStore",
    "storeHealth",
    "takeDailyBackup",
    "troubleOf",
  ],
  timetable: ["forgetRemovedSessions", "forgetTimetableChanges", "renewTimes"],
  typed: ["forgetTypedTexts", "keepTypedTexts"],
};

/** The file of a domain by which `app` comes to its commands. */
const doorOf = (domain: string): string | undefined =>
  [join("lib", domain, "commands.ts"), join("lib", domain, "commands", "index.ts")].find(existsSync);

/** What a domain hands out of its commands, each with whether it is one: with the permission and schema of a door. */
async function handedOut(domain: string): Promise<[string, boolean][]> {
  const door = doorOf(domain);
  if (!door) return [];
  return Object.entries(await import(pathToFileURL(door).href)).map(([name, made]) => [
    name,
    typeof made === "function" && "permission" in made && "schema" in made,
  ]);
}

/**
 * Inner steps of commands that another domain takes and that ask for nothing which a gate hands out, and why: who adds
 * something says of it what it is, and so does the demonstration of an address that no mail reaches; looking up, refusing, and making anew what a course is found by change nothing that
 * anybody said.
 */
const withoutGate = [
  "accounts: proveContact",
  "admission: addPerson",
  "admission: happenedToAdded",
  "courses: chosenCountry",
  "courses: chosenModules",
  "courses: searchAgain",
  "people: findOrCreateOrganisation",
];

type Node = { type: string; start: number; end: number };
type Named = Node & { id: { name: string } };
type Written = Node & { params: Node[] };

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true }).flatMap((name) =>
    /\.tsx?$/.test(String(name)) ? join(folder, String(name)) : [],
  );

/** What a file exports by a name, and types by theirs. */
function declaredIn(path: string): Map<string, { text: string; node: Node }> {
  const text = readFileSync(path, "utf8");
  const { body } = parseSync(path, text).program as unknown as { body: (Node & { declaration?: Node })[] };
  const declared = body.flatMap((node) => {
    const inner = (node.declaration ?? node) as Node & { declarations?: (Named & { init: Node })[] };
    if (inner.declarations)
      return inner.declarations.flatMap(({ id, init }) => (init ? [[id.name, init] as const] : []));
    return "id" in inner ? [[(inner as Named).id.name, inner] as const] : [];
  });
  return new Map(declared.map(([name, node]) => [name, { text: text.slice(node.start, node.end), node }]));
}

/** What an inner step takes after the context, with the types of its file spelled out; null for what is given none. */
function taken(path: string, name: string): string | null {
  const text = readFileSync(path, "utf8");
  const declared = declaredIn(path);
  const [cx, thing] = ((declared.get(name)?.node as Partial<Written>)?.params ?? []).map((param) =>
    text.slice(param.start, param.end),
  );
  if (cx !== "cx: Context" || !thing) return null;
  const spelled = (type: string) =>
    type.replace(/\b[A-Z]\w+/g, (word) => `${word} ${declared.get(word)?.text ?? ""}`);
  return spelled(spelled(thing));
}

/** The inner steps of commands that files outside of their domain import, each with where it is. */
function takenElsewhere(): Map<string, { path: string; name: string }> {
  const steps = new Map<string, { path: string; name: string }>();
  for (const file of [...sources("lib"), ...sources("scripts")])
    for (const [, names, from] of readFileSync(file, "utf8").matchAll(
      /^import \{([^}]+)\} from "(\.[^"]+)"/gm,
    )) {
      const path = `${join(dirname(file), from!)}.ts`;
      const domain = /^lib\/(\w+)\/commands\/(?!index)\w+\.ts$/.exec(path)?.[1];
      if (!domain || file.startsWith(join("lib", domain, "/"))) continue;
      for (const name of names!.split(",").map((one) => one.trim()))
        if (/^\w+$/.test(name)) steps.set(`${domain}: ${name}`, { path, name });
    }
  return steps;
}

describe("the doors of lib", () => {
  it("has inner steps taken elsewhere only with what a gate handed out, or somebody just added", () => {
    const steps = [...takenElsewhere()].flatMap(([step, { path, name }]) => {
      const takes = taken(path, name);
      return takes === null ? [] : [{ step, granted: /\b(gate\.)?Granted|\bNewPerson\b/.test(takes) }];
    });
    expect(steps.length).toBeGreaterThan(20);
    expect(steps.flatMap(({ step, granted }) => (granted ? [] : step)).sort()).toEqual(withoutGate);
  });

  it("are commands, with the permission and the schema of whoever comes in", async () => {
    const others: Record<string, string[]> = {};
    for (const domain of readdirSync("lib").filter((name) => !name.includes("."))) {
      const inner = (await handedOut(domain)).flatMap(([name, isCommand]) => (isCommand ? [] : name));
      if (inner.length > 0) others[domain] = inner.sort();
    }
    expect(others).toEqual(noCommands);
  });
});
