-- Days and hours at which trainers cannot teach; that they are away may be accepted in a plan. The table of what was accepted has no triggers, so it is rebuilt.
CREATE TABLE `away` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`kind` text NOT NULL,
	`from_day` text,
	`to_day` text,
	`weekday` integer,
	`starts_at` text,
	`ends_at` text,
	`reason` text,
	`entered_by` integer,
	`entered_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`entered_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "away_kind" CHECK("away"."kind" in ('days', 'weekly')),
	CONSTRAINT "away_from" CHECK("away"."from_day" is null or ("away"."from_day" = date("away"."from_day") and length("away"."from_day") = 10)),
	CONSTRAINT "away_to" CHECK("away"."to_day" is null or ("away"."to_day" = date("away"."to_day") and length("away"."to_day") = 10)),
	CONSTRAINT "away_days" CHECK(("away"."kind" = 'days') = ("away"."from_day" is not null and "away"."to_day" is not null) and ("away"."from_day" is null or "away"."to_day" >= "away"."from_day")),
	CONSTRAINT "away_weekly" CHECK(("away"."kind" = 'weekly') = ("away"."weekday" is not null and "away"."starts_at" is not null and "away"."ends_at" is not null) and ("away"."weekday" is null or ("away"."weekday" between 1 and 7 and "away"."starts_at" = strftime('%H:%M', "away"."starts_at") and "away"."ends_at" = strftime('%H:%M', "away"."ends_at") and "away"."ends_at" > "away"."starts_at"))),
	CONSTRAINT "away_reason" CHECK(length(trim("away"."reason")) > 0 and length("away"."reason") <= 200)
);
--> statement-breakpoint
CREATE INDEX `away_person` ON `away` (`person_id`,`kind`,`to_day`) WHERE removed_at is null;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_accepted_issues` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`course_id` integer NOT NULL,
	`kind` text NOT NULL,
	`about` text NOT NULL,
	`reason` text NOT NULL,
	`by_person_id` integer,
	`at` integer NOT NULL,
	`taken_back_at` integer,
	`taken_back_by` integer,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taken_back_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "accepted_issues_kind" CHECK("__new_accepted_issues"."kind" in ('not_qualified', 'over_hours', 'not_worked', 'travel', 'away')),
	CONSTRAINT "accepted_issues_reason" CHECK(length(trim("__new_accepted_issues"."reason")) > 0 and length("__new_accepted_issues"."reason") <= 300)
);
--> statement-breakpoint
INSERT INTO `__new_accepted_issues`("id", "course_id", "kind", "about", "reason", "by_person_id", "at", "taken_back_at", "taken_back_by") SELECT "id", "course_id", "kind", "about", "reason", "by_person_id", "at", "taken_back_at", "taken_back_by" FROM `accepted_issues`;--> statement-breakpoint
DROP TABLE `accepted_issues`;--> statement-breakpoint
ALTER TABLE `__new_accepted_issues` RENAME TO `accepted_issues`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `accepted_issues_about` ON `accepted_issues` (`course_id`,`kind`,`about`) WHERE taken_back_at is null;