/** What a room begins with that is added. */
export const newRoom = { name: "", seats: "" };
