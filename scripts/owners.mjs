// Makes the lint rules of imports (biome.owners.json): each table has one owner, from the one list (db/owners.json), so that
// a file of tables is imported by the store of its domain alone; and app comes to lib by its doors.
import { readFileSync, writeFileSync } from "node:fs";

const owners = JSON.parse(readFileSync("db/owners.json", "utf8"));
const above = ["**/app/**", "next", "next/**", "react", "react-dom"];
const sql = ["drizzle-orm", "drizzle-orm/**", "better-sqlite3"];

const restrict = (includes, ...patterns) => ({
  includes,
  linter: { rules: { style: { noRestrictedImports: { level: "error", options: { patterns } } } } },
});
const down = { group: above, message: "Imports go down: app, lib, db. Only app knows React or Next." };

/** A page holds no SQL, and comes to a domain by its doors: no store, no inner step of a command, nothing that follows an event. */
const doors = [
  "*/queries",
  "*/queries/**",
  "*/commands",
  "*/rules",
  "*/rules/**",
  "*/schema",
  "access/**",
  "acts/command",
  "acts/context",
  "acts/turns",
  "messages/outbox",
  "courses/progress",
  "courses/rows",
  "courses/titles",
  "calendar/**",
  "documents/**",
  "env/**",
  "i18n/**",
  "log/**",
  "mail/**",
  "phone/**",
  "time/**",
  "faults",
  "fields",
  "languageFields",
  "result",
  "text",
];
const page = [
  { group: [...sql, "**/db/**"], message: "A page holds no SQL: ask a query of lib." },
  {
    group: ["@/lib/**", "../**/lib/**", ...doors.map((door) => `!**/lib/${door}`)],
    message:
      "app comes to a domain by its queries, commands, rules and schema: stores and inner steps ask no gate.",
  },
];
const tables = {
  group: ["**/db/schema", "**/db/schema/**"],
  message:
    "Scripts write with the commands of lib; of the demonstration, put.ts and read.ts alone know tables.",
};

const overrides = [
  restrict(["lib/**"], down, {
    group: [...sql, "**/db/**", "!**/db/values/**"],
    message: "Only the store of a domain knows its tables: ask its queries.",
  }),
  // Acts make transactions, the store of the process opens and closes the file, names are told in SQL.
  restrict(["lib/acts/**", "lib/store/**"], down, {
    group: ["**/db/schema", "**/db/schema/**"],
    message: "Only the store of a domain knows its tables: ask its queries.",
  }),
  restrict(["lib/store/**"], down, {
    group: ["**/db/schema", "**/db/schema/**"],
    message: "What stands in the tables, their stores say: ask them.",
  }),
  restrict(["lib/env/keys.ts"], down, {
    group: ["**/db/**", "!**/db/client", "!**/db/keyUse"],
    message: "Of the database, keys need to know where it lies and whether it was made with one.",
  }),
  restrict(["lib/names/store.ts"], down, {
    group: ["**/db/**", "!**/db/values/**"],
    message: "lib/names owns no table.",
  }),
  ...Object.entries(owners).map(([domain, files]) =>
    restrict([`lib/${domain}/store.ts`, `lib/${domain}/store/**`], down, {
      group: ["**/db/schema", "**/db/schema/**", ...files.map((file) => `!**/db/schema/${file}`)],
      message: `lib/${domain} owns ${files.join(" and ") || "no tables"}; what it needs of others, it asks of their stores.`,
    }),
  ),
  restrict(["app/**"], ...page),
  restrict(["app/_ui/**"], ...page, {
    group: ["**/_server/**", "**/_actions/**", "**/actions", "!**/_actions/action", "!**/_actions/readPost"],
    message:
      "Components are given what they show and the action they send to; of actions they know the types alone.",
  }),
  restrict(["app/_server/**", "app/_actions/**", "app/_words/**"], ...page, {
    group: ["**/_ui/**"],
    message: "What answers a request knows no component.",
  }),
  restrict(["scripts/**"], tables),
  restrict(["scripts/demo/put.ts", "scripts/demo/read.ts"], {
    group: ["**/app/**"],
    message: "Scripts stand on lib and db.",
  }),
];
/** The rules as they stand in the file, formatted as the linter formats it. */
const rules = { $schema: "./node_modules/@biomejs/biome/configuration_schema.json", overrides };
if (process.argv.includes("--check")) {
  const kept = JSON.parse(readFileSync("biome.owners.json", "utf8"));
  if (JSON.stringify(kept) === JSON.stringify(rules)) process.exit(0);
  console.error("biome.owners.json is not what db/owners.json says: npm run owners");
  process.exit(1);
}
writeFileSync("biome.owners.json", `${JSON.stringify(rules, null, 2)}\n`);
