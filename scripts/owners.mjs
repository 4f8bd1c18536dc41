// Makes the lint rules (biome.owners.json) by which each table has one owner, from the one list (db/owners.json): a file
// of tables is imported by the store of its domain alone.
import { readFileSync, writeFileSync } from "node:fs";

const owners = JSON.parse(readFileSync("db/owners.json", "utf8"));
const above = ["**/app/**", "next", "next/**", "react", "react-dom"];
const sql = ["drizzle-orm", "drizzle-orm/**", "better-sqlite3"];

const restrict = (includes, ...patterns) => ({
  includes,
  linter: { rules: { style: { noRestrictedImports: { level: "error", options: { patterns } } } } },
});
const down = { group: above, message: "Imports go down: app, lib, db. Only app knows React or Next." };

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
