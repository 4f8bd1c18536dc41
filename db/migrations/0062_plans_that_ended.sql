PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_action_plans` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`registration_id` integer NOT NULL,
	`number` integer NOT NULL,
	`tool_id` integer NOT NULL,
	`day` text NOT NULL,
	`place` text NOT NULL,
	`audience` text,
	`made_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`changed_by` integer,
	`ended_at` integer,
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tool_id`) REFERENCES `tools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "action_plans_day" CHECK("__new_action_plans"."day" is null or ("__new_action_plans"."day" = date("__new_action_plans"."day") and length("__new_action_plans"."day") = 10)),
	CONSTRAINT "action_plans_place" CHECK(length(trim("__new_action_plans"."place")) > 0 and length("__new_action_plans"."place") <= 120),
	CONSTRAINT "action_plans_audience" CHECK(length(trim("__new_action_plans"."audience")) > 0 and length("__new_action_plans"."audience") <= 160),
	CONSTRAINT "action_plans_order" CHECK("__new_action_plans"."number" > 0 and "__new_action_plans"."made_at" <= "__new_action_plans"."changed_at"),
	CONSTRAINT "action_plans_ended" CHECK("__new_action_plans"."changed_at" <= "__new_action_plans"."ended_at")
);
--> statement-breakpoint
INSERT INTO `__new_action_plans`("id", "registration_id", "number", "tool_id", "day", "place", "audience", "made_at", "changed_at", "changed_by") SELECT "id", "registration_id", "number", "tool_id", "day", "place", "audience", "made_at", "changed_at", "changed_by" FROM `action_plans`;--> statement-breakpoint
DROP TABLE `action_plans`;--> statement-breakpoint
ALTER TABLE `__new_action_plans` RENAME TO `action_plans`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `action_plans_number` ON `action_plans` (`registration_id`,`number`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `action_plans_ever` ON `action_plans` (`registration_id`);--> statement-breakpoint
CREATE INDEX `action_plans_when` ON `action_plans` (`day`);--> statement-breakpoint
DROP INDEX `plan_chases_asked`;--> statement-breakpoint
ALTER TABLE `plan_chases` ADD `planned` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `plan_chases_asked` ON `plan_chases` (`registration_id`,`planned`) WHERE tool_id is null;