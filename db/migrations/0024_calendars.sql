CREATE TABLE `feed_addresses` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`account_id` integer NOT NULL,
	`feed` text NOT NULL,
	`of_id` integer,
	`token_hash` text NOT NULL,
	`made_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "feed_addresses_feed" CHECK("feed_addresses"."feed" in ('mine', 'course', 'trainer', 'room')),
	CONSTRAINT "feed_addresses_of" CHECK(("feed_addresses"."feed" = 'mine') = ("feed_addresses"."of_id" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `feed_addresses_token` ON `feed_addresses` (`token_hash`);--> statement-breakpoint
CREATE INDEX `feed_addresses_account` ON `feed_addresses` (`account_id`,`feed`,`of_id`);--> statement-breakpoint
CREATE TABLE `removed_sessions` (
	`session_id` integer PRIMARY KEY NOT NULL,
	`course_id` integer NOT NULL,
	`room_id` integer,
	`removed_at` integer NOT NULL,
	`was` text NOT NULL,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "removed_sessions_was" CHECK(json_valid("removed_sessions"."was"))
);
--> statement-breakpoint
CREATE INDEX `removed_sessions_course` ON `removed_sessions` (`course_id`);--> statement-breakpoint
CREATE INDEX `removed_sessions_at` ON `removed_sessions` (`removed_at`);--> statement-breakpoint
ALTER TABLE `sessions` ADD `renamed` integer DEFAULT 0 NOT NULL;