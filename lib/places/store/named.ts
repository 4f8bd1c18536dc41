import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { rooms } from "@/db/schema/places";

/** What a room is called. For other stores to join. */
export const roomView = new QueryBuilder({ casing: "snake_case" })
  .select({ roomId: rooms.id, room: rooms.name })
  .from(rooms)
  .as("room");
