CREATE TABLE `timetable_changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`course_id` integer NOT NULL,
	`kind` text NOT NULL,
	`by_person_id` integer,
	`at` integer NOT NULL,
	`dates_before` text,
	`dates_after` text,
	`before` text NOT NULL,
	`after` text NOT NULL,
	`undone_at` integer,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "timetable_changes_kind" CHECK("timetable_changes"."kind" in ('add', 'edit', 'delete', 'propose', 'move')),
	CONSTRAINT "timetable_changes_before" CHECK(json_valid("timetable_changes"."before")),
	CONSTRAINT "timetable_changes_after" CHECK(json_valid("timetable_changes"."after"))
);
--> statement-breakpoint
CREATE INDEX `timetable_changes_course` ON `timetable_changes` (`course_id`,`id`);--> statement-breakpoint
CREATE TABLE `__new_notices` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`registration_id` integer,
	`course_id` integer,
	`message` text NOT NULL,
	`params` text NOT NULL,
	`topic` text NOT NULL,
	`at` integer NOT NULL,
	`told_at` integer,
	`told_by` integer,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`told_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "notices_message" CHECK("__new_notices"."message" in ('signInLink', 'registrationReceived', 'registrationToConfirm', 'registrationAccepted', 'registrationWaiting', 'registrationMovedUp', 'registrationDeclined', 'registrationReleased', 'registrationLink', 'courseCancelled', 'courseMoved', 'certificateReady', 'certificateRevoked', 'workshopApproved', 'workshopTurnedDown', 'broughtIn'))
);
--> statement-breakpoint
INSERT INTO `__new_notices`("id", "person_id", "registration_id", "course_id", "message", "params", "topic", "at", "told_at", "told_by") SELECT "id", "person_id", "registration_id", "course_id", "message", "params", "topic", "at", "told_at", "told_by" FROM `notices`;--> statement-breakpoint
DROP TABLE `notices`;--> statement-breakpoint
ALTER TABLE `__new_notices` RENAME TO `notices`;--> statement-breakpoint
CREATE UNIQUE INDEX `notices_topic` ON `notices` (`topic`) WHERE told_at is null;--> statement-breakpoint
CREATE INDEX `notices_course` ON `notices` (`course_id`,`told_at`);--> statement-breakpoint
CREATE INDEX `notices_person` ON `notices` (`person_id`,`told_at`);--> statement-breakpoint
CREATE TABLE `__new_holidays` (
	`country` text NOT NULL,
	`day` text NOT NULL,
	`name` text NOT NULL,
	`by_moon` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`country`, `day`),
	FOREIGN KEY (`country`) REFERENCES `countries`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "holidays_day" CHECK("__new_holidays"."day" is null or ("__new_holidays"."day" = date("__new_holidays"."day") and length("__new_holidays"."day") = 10)),
	CONSTRAINT "holidays_name" CHECK(json_valid("__new_holidays"."name"))
);
--> statement-breakpoint
-- A name was one line; it is now a text in several languages, in the one that its letters tell.
INSERT INTO `__new_holidays`("country", "day", "name", "by_moon") SELECT "country", "day", case when "name" glob '*[ء-ي]*' then json_object('own', 'ar', 'ar', "name") else json_object('own', 'en', 'en', "name") end, false FROM `holidays`;--> statement-breakpoint
DROP TABLE `holidays`;--> statement-breakpoint
ALTER TABLE `__new_holidays` RENAME TO `holidays`;--> statement-breakpoint
ALTER TABLE `courses` ADD `scheduled_by` integer REFERENCES persons(id);--> statement-breakpoint
ALTER TABLE `courses` ADD `approved_at` integer;--> statement-breakpoint
ALTER TABLE `courses` ADD `approved_by` integer REFERENCES persons(id);--> statement-breakpoint
ALTER TABLE `courses` ADD `audience` text;--> statement-breakpoint
ALTER TABLE `courses` ADD `entered_afterwards` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `placed_by_hand` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `countries` ADD `holidays_until` integer;--> statement-breakpoint
ALTER TABLE `programmes` ADD `approves_workshops` integer DEFAULT true NOT NULL;--> statement-breakpoint
-- All courses so far were planned by coordinators: they counted as they were made.
UPDATE `courses` SET `approved_at` = `created_at`;--> statement-breakpoint
-- What was changed after it was made was changed by hand, and so was what somebody added.
UPDATE `sessions` SET `placed_by_hand` = true WHERE `version` > 1 OR `id` IN (SELECT `subject_id` FROM `audit_log` WHERE `action` = 'timetable.session' AND `subject` = 'session');
