"use server";

import { action } from "@/app/_actions/action";
import { dismissNotice as dismissCommand } from "@/lib/messages/commands";

/** The viewer has read what they were told about themselves. */
export const dismissNotice = action(dismissCommand);
