CREATE TABLE `action_plans` (
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
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tool_id`) REFERENCES `tools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "action_plans_day" CHECK("action_plans"."day" is null or ("action_plans"."day" = date("action_plans"."day") and length("action_plans"."day") = 10)),
	CONSTRAINT "action_plans_place" CHECK(length(trim("action_plans"."place")) > 0 and length("action_plans"."place") <= 120),
	CONSTRAINT "action_plans_audience" CHECK(length(trim("action_plans"."audience")) > 0 and length("action_plans"."audience") <= 160),
	CONSTRAINT "action_plans_order" CHECK("action_plans"."number" > 0 and "action_plans"."made_at" <= "action_plans"."changed_at")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `action_plans_number` ON `action_plans` (`registration_id`,`number`);