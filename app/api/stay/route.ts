import { leftSignedIn, staySignedIn } from "@/app/_server/context";

const say = (said: object) => Response.json(said, { headers: { "cache-control": "no-store" } });

/**
 * Everyone (`session.start`): for how long they stay signed in, in ms, and the key of their account; null for a visitor.
 * Asking is no use of it.
 */
export const GET = async () => say((await leftSignedIn()) ?? { left: null, account: null });

/** Everyone (`session.start`): stays signed in, as any request does, and for how long. */
export const POST = async () => say({ left: await staySignedIn() });
