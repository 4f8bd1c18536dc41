import { transact } from "@/db/client";
import type { Context } from "./context";

/** Writes that must agree, in one immediate transaction; within another one, a savepoint of it. For what is no command. */
export const inTransaction = <Value>(cx: Context, work: () => Value): Value => transact(cx.db, work);
