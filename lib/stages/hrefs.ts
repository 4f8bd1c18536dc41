type Of = { personId: number; programmeId: number; toolId: number };

/** Where somebody's way is read and decided on. */
export const wayHref = ({ personId, programmeId, toolId }: Of): string =>
  `/desk/people/${personId}/ways/${programmeId}/${toolId}`;

/** Where the renewal of somebody is decided, whether they become a master trainer, and what they hold from before. */
export const renewalHref = ({ personId }: Pick<Of, "personId">): string => `/desk/people/${personId}/renewal`;
