import type { Row } from "./row";

/** A mail is no programme's but the administrators'. Nothing is sent here without a server; `outbox-page.test.ts` has one. */
export const mailRows: Record<string, Row> = { sendAgain: { form: () => ({ jobId: "1" }), by: [] } };
