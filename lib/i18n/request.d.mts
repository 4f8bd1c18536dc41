import type { Locale } from "./rules";

/** What of a request says in which language it is read. */
type Request = {
  url: string;
  headers: {
    readonly cookie?: string | undefined;
    readonly "accept-language"?: string | undefined;
    readonly "next-action"?: string | undefined;
    readonly "next-router-state-tree"?: string | undefined;
  };
};
export function negotiate(header: string | null | undefined): Locale;
export function answerLanguage(request: Request): Locale | null;
export function readersLanguage(request: Request): Locale;
export function carriedOn(request: {
  method: string;
  url: string;
  headers: Readonly<Partial<Record<"host" | "referer" | "cookie" | "rsc", string | undefined>>>;
}): string | null;
export function ledOn(url: string, location: string): string;
export function withChoice(cookies: string | undefined, language: Locale): string;
export function alternates(origin: string | null, url: string): string | null;
