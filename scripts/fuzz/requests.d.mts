type Sent = { method: string; path: string; headers: Record<string, string>; body: string | Buffer | null };
export function chanceOf(seed: number): () => number;
export function requestMaker(seed: number, known: { actions: string[]; cookies: string[] }): () => Sent;
