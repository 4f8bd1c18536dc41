import { leftSignedIn, staySignedIn } from "@/app/_server/context";

/** For how long whoever asks stays signed in, in ms; null for a visitor. */
const say = (left: number | null) => Response.json({ left }, { headers: { "cache-control": "no-store" } });

/** Everyone (`session.start`): how long they stay signed in. Asking is no use of it. */
export const GET = async () => say(await leftSignedIn());

/** Everyone (`session.start`): stays signed in, as any request does. */
export const POST = async () => say(await staySignedIn());
