"use server";

import { action } from "@/app/_actions/action";
import { dismissNotice as dismissCommand } from "@/lib/messages/commands";
import { ownNoticeSchema } from "@/lib/messages/schema";

/** The viewer has read what they were told about themselves. */
export const dismissNotice = action("account.own", ownNoticeSchema, dismissCommand);
