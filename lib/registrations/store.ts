import { eq } from "drizzle-orm";
import { registrations } from "@/db/schema/registrations";
import type { Context } from "../acts/context";

export type RegistrationRow = typeof registrations.$inferSelect;

/** A registration as it is within the open transaction. */
export const registrationRow = (cx: Context, registrationId: number): RegistrationRow | undefined =>
  cx.db.select().from(registrations).where(eq(registrations.id, registrationId)).get();

/** The registration whose holder has this token. */
export const registrationRowByToken = (cx: Context, token: string): RegistrationRow | undefined =>
  cx.db.select().from(registrations).where(eq(registrations.token, token)).get();
