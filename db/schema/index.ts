export * from "./certificates";
export * from "./courses";
export * from "./curriculum";
export * from "./due";
export * from "./operations";
export * from "./people";
export * from "./programmes";
export * from "./registrations";
