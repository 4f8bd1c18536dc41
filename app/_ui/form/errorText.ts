"use client";

import { type FieldErrors, set } from "react-hook-form";
import type { Said } from "@/app/_actions/readPost";
import { type FieldFault, fault as faultOf } from "@/lib/faults";

/** The type of an error that the server said. */
export const fromServer = "server";

/** What the server said of fields, as react-hook-form holds errors. A list that is only to be read has none. */
export function errorsOf(
  faults: Record<string, FieldFault>,
  text: (fault: FieldFault) => string,
  type?: string,
) {
  const errors: FieldErrors = {};
  for (const [name, fault] of Object.entries(faults))
    if (!/ToRead$/.test(fault.code)) set(errors, name, { type: type ?? fromServer, message: text(fault) });
  return errors;
}

/** Of one text, whatever its field takes (a list of people takes most): a form of much more could not be sent at all. */
const mostCharacters = 60_000;

/** Texts that are too long to be sent, by their fields; null where there are none. */
export function tooLongIn(said: Said, name?: string): Record<string, FieldFault> | null {
  if (typeof said === "string")
    return said.length > mostCharacters
      ? { [name ?? ""]: faultOf("tooLong", { params: { max: mostCharacters } }) }
      : null;
  if (typeof said !== "object" || said === null) return null;
  const found = Object.entries(said).flatMap(([key, inner]) =>
    Object.entries(tooLongIn(inner, name ? `${name}.${key}` : key) ?? {}),
  );
  return found.length > 0 ? Object.fromEntries(found) : null;
}

/** Every error with its field's name, however deep it stands. */
export function listed(errors: object, under?: string): { name: string; type: string; text: string }[] {
  return Object.entries(errors).flatMap(([key, error]) => {
    if (typeof error !== "object" || error === null || key === "ref") return [];
    const name = key === "root" ? (under ?? "") : under ? `${under}.${key}` : key;
    const { type, message } = error as { type?: unknown; message?: unknown };
    return typeof type === "string" ? [{ name, type, text: String(message ?? "") }] : listed(error, name);
  });
}
