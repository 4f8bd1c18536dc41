import { type Db, read, transact as transactOn } from "../../db/client";

/** Writes of a test's own on the open database, in one transaction. */
export const transact = <T>(work: (db: Db) => T): T => transactOn(read(), () => work(read()));
