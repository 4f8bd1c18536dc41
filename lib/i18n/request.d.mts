import type { Locale } from "./rules";

type Request = { method: string; url: string; headers: Record<string, string | undefined> };

export function negotiate(header: string | null | undefined): Locale;
export function answerLanguage(request: Request): {
  language: Locale | null;
  url: string;
  keep: boolean;
  redirect: string | null;
};
export function withChoice(cookies: string | undefined, language: Locale): string;
export function alternates(origin: string | null, url: string): string | null;
