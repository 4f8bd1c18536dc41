import { and, eq, or, type SQL, type SQLWrapper } from "drizzle-orm";
import { wasThere } from "../../attendance/store/presence";

/**
 * Condition on registrations of a query: their people took part. They were there at some time of a course that goes on, or a
 * course that ended found that they had been.
 */
export const cameBy = (registration: { state: SQLWrapper; id: SQLWrapper }): SQL =>
  or(
    eq(registration.state, "attended"),
    and(eq(registration.state, "accepted"), wasThere(registration.id)),
  ) as SQL;
