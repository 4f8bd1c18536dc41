/** Begins the key of whatever a browser keeps of a form. */
export const prefix = "cascade-draft:";
