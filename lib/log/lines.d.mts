import type { Logger } from "pino";

/** Does what a request asks; every line that is written meanwhile has its number. */
export function withRequest<Value>(requestId: string, work: () => Value, isPost?: boolean): Value;
/** The post under way while nothing could read it; null for any other request. */
export function unreadPost(): { begun?: boolean } | null;
/** Has it said that the post under way could not be read: once, however many notice it. */
export function sayUnreadOnce(say: () => void): void;
/** The number of the request under way; null outside of any. */
export function requestUnderWay(): string | null;
/** A sentence of an error without what others sent. */
export function withoutPersons(text: unknown): string;
/** What is written of an error. */
export function errorForLog(error: Error & { code?: unknown }): Record<string, unknown>;
/** A line to be read at a terminal. */
export function readable(line: string): string;
/** Opens the log. */
export function openLog(level?: string, out?: { isTTY?: boolean; write(line: string): unknown }): Logger;
