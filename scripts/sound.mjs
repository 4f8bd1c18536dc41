// Looks through a whole database file for damaged pages, in a process of its own, since that takes as long as reading it.
// Ends with 0 where it is sound, with 3 where it is not.
import Database from "better-sqlite3";

const damage = (error) => /^SQLITE_(CORRUPT|NOTADB)/.test(String(error?.code));
try {
  const database = new Database(process.argv[2], { readonly: true, fileMustExist: true, timeout: 10_000 });
  const [said] = database.pragma("quick_check(1)");
  database.close();
  process.exitCode = said.quick_check === "ok" ? 0 : 3;
} catch (error) {
  process.exitCode = damage(error) ? 3 : 1;
}
