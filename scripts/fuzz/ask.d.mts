type Sent = { method: string; path: string; headers: Record<string, string>; body: string | Buffer | null };
type Got = { status: number | "reset" | "silent" | "unsendable"; text: string };
export function send(origin: string, sent: Sent): Promise<Got>;
export function signIn(origin: string, identifier: string, password: string): Promise<string>;
