import type { Duplex } from "node:stream";

export function answerUnread(error: NodeJS.ErrnoException, socket: Duplex, patienceMs?: number): void;
