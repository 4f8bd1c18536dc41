export const inlineHeader: string;
export function inlineOf(html: string): string;
export function withoutNonce(html: string): string;
