CREATE TABLE `stage_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`tool_id` integer NOT NULL,
	`programme_id` integer NOT NULL,
	`kind` text NOT NULL,
	`day` text NOT NULL,
	`of_id` integer,
	`course_id` integer,
	`modules` text,
	`until` text,
	`exception` integer DEFAULT false NOT NULL,
	`words` text,
	`rubric` text,
	`certificate_id` integer,
	`entered_at` integer NOT NULL,
	`entered_by` integer,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tool_id`) REFERENCES `tools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`of_id`) REFERENCES `stage_events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`certificate_id`) REFERENCES `certificates`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stage_events_kind" CHECK("stage_events"."kind" in ('workshop_confirmed', 'practicum', 'coaching_visit', 'observation', 'signed', 'examination', 'refresher', 'recommended', 'returned', 'refused', 'approved', 'certified_before', 'renewed', 'master_training', 'master_examination', 'master_approved', 'not_continued', 'suspended', 'withdrawn', 'resumed', 'struck')),
	CONSTRAINT "stage_events_day" CHECK("stage_events"."day" is null or ("stage_events"."day" = date("stage_events"."day") and length("stage_events"."day") = 10)),
	CONSTRAINT "stage_events_until" CHECK("stage_events"."until" is null or ("stage_events"."until" = date("stage_events"."until") and length("stage_events"."until") = 10)),
	CONSTRAINT "stage_events_words" CHECK(length(trim("stage_events"."words")) > 0 and length("stage_events"."words") <= 2000),
	CONSTRAINT "stage_events_modules" CHECK(json_valid("stage_events"."modules")),
	CONSTRAINT "stage_events_rubric" CHECK(json_valid("stage_events"."rubric")),
	CONSTRAINT "stage_events_of_what" CHECK(("stage_events"."kind" in ('signed', 'returned', 'refused', 'resumed', 'struck')) <= ("stage_events"."of_id" is not null)),
	CONSTRAINT "stage_events_of_course" CHECK(("stage_events"."kind" in ('workshop_confirmed', 'observation')) <= ("stage_events"."course_id" is not null)),
	CONSTRAINT "stage_events_observed" CHECK(("stage_events"."kind" = 'observation') = ("stage_events"."rubric" is not null)),
	CONSTRAINT "stage_events_holds_until" CHECK(("stage_events"."kind" in ('approved', 'certified_before', 'renewed', 'master_approved')) = ("stage_events"."until" is not null)),
	CONSTRAINT "stage_events_reason" CHECK(("stage_events"."exception" or "stage_events"."kind" in ('returned', 'refused', 'certified_before', 'not_continued', 'suspended', 'withdrawn', 'struck')) <= ("stage_events"."words" is not null))
);
--> statement-breakpoint
CREATE INDEX `stage_events_way` ON `stage_events` (`person_id`,`tool_id`,`programme_id`);--> statement-breakpoint
CREATE INDEX `stage_events_course` ON `stage_events` (`course_id`) WHERE course_id is not null;--> statement-breakpoint
CREATE INDEX `stage_events_of` ON `stage_events` (`of_id`) WHERE of_id is not null;--> statement-breakpoint
CREATE INDEX `stage_events_programme` ON `stage_events` (`programme_id`,`kind`,`day`);--> statement-breakpoint
CREATE INDEX `stage_events_entered_by` ON `stage_events` (`entered_by`);--> statement-breakpoint
CREATE TABLE `standings` (
	`person_id` integer NOT NULL,
	`tool_id` integer NOT NULL,
	`programme_id` integer NOT NULL,
	`stage` text NOT NULL,
	`since` text NOT NULL,
	`modules` text NOT NULL,
	`valid_until` text,
	`next_step` text NOT NULL,
	`next_missing` integer NOT NULL,
	`by_exception` integer DEFAULT false NOT NULL,
	`judged_on` text NOT NULL,
	PRIMARY KEY(`person_id`, `tool_id`, `programme_id`),
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tool_id`) REFERENCES `tools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "standings_stage_known" CHECK("standings"."stage" in ('tot_completed', 'candidate', 'practising', 'recommended', 'certified', 'renewed', 'lapsed', 'master_candidate', 'master_trainer', 'not_continued', 'suspended', 'withdrawn')),
	CONSTRAINT "standings_since" CHECK("standings"."since" is null or ("standings"."since" = date("standings"."since") and length("standings"."since") = 10)),
	CONSTRAINT "standings_valid_until" CHECK("standings"."valid_until" is null or ("standings"."valid_until" = date("standings"."valid_until") and length("standings"."valid_until") = 10)),
	CONSTRAINT "standings_judged_on" CHECK("standings"."judged_on" is null or ("standings"."judged_on" = date("standings"."judged_on") and length("standings"."judged_on") = 10)),
	CONSTRAINT "standings_modules" CHECK(json_valid("standings"."modules"))
);
--> statement-breakpoint
CREATE INDEX `standings_programme` ON `standings` (`programme_id`,`tool_id`,`stage`);--> statement-breakpoint
CREATE INDEX `standings_stage` ON `standings` (`stage`,`valid_until`);--> statement-breakpoint
CREATE INDEX `standings_judged` ON `standings` (`judged_on`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
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
	CONSTRAINT "notices_message" CHECK(length(trim("__new_notices"."message")) > 0 and length("__new_notices"."message") <= 60)
);
--> statement-breakpoint
INSERT INTO `__new_notices`("id", "person_id", "registration_id", "course_id", "message", "params", "topic", "at", "told_at", "told_by") SELECT "id", "person_id", "registration_id", "course_id", "message", "params", "topic", "at", "told_at", "told_by" FROM `notices`;--> statement-breakpoint
DROP TABLE `notices`;--> statement-breakpoint
ALTER TABLE `__new_notices` RENAME TO `notices`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `notices_topic` ON `notices` (`topic`) WHERE told_at is null;--> statement-breakpoint
CREATE INDEX `notices_course` ON `notices` (`course_id`,`told_at`);--> statement-breakpoint
CREATE INDEX `notices_person` ON `notices` (`person_id`,`told_at`);--> statement-breakpoint
CREATE INDEX `notices_untold` ON `notices` (`course_id`,`at`) WHERE told_at is null;--> statement-breakpoint
CREATE TRIGGER stage_events_kept BEFORE UPDATE ON stage_events
BEGIN
  SELECT RAISE(ABORT, 'history is only added to');
END;--> statement-breakpoint
CREATE TRIGGER stage_events_stay BEFORE DELETE ON stage_events
BEGIN
  SELECT RAISE(ABORT, 'history is only added to');
END;
