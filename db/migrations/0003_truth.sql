CREATE TABLE `exceptions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`course_id` integer NOT NULL,
	`session_id` integer,
	`registration_id` integer,
	`certificate_id` integer,
	`reason` text NOT NULL,
	`ground` text,
	`by_person_id` integer,
	`at` integer NOT NULL,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`certificate_id`) REFERENCES `certificates`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "exceptions_kind" CHECK("exceptions"."kind" in ('course.start', 'course.end', 'roll.early', 'roll.mended', 'certificate.early', 'certificate.again', 'certificate.keep')),
	CONSTRAINT "exceptions_reason" CHECK(length(trim("exceptions"."reason")) > 0 and length("exceptions"."reason") <= 500)
);
--> statement-breakpoint
CREATE INDEX `exceptions_course` ON `exceptions` (`course_id`,`id`);--> statement-breakpoint
CREATE INDEX `exceptions_registration` ON `exceptions` (`registration_id`,`kind`,`id`);--> statement-breakpoint
CREATE TABLE `notices` (
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
	CONSTRAINT "notices_message" CHECK("notices"."message" in ('signInLink', 'registrationReceived', 'registrationToConfirm', 'registrationAccepted', 'registrationWaiting', 'registrationMovedUp', 'registrationDeclined', 'registrationReleased', 'registrationLink', 'courseCancelled', 'courseMoved', 'certificateReady', 'broughtIn'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notices_topic` ON `notices` (`topic`) WHERE told_at is null;--> statement-breakpoint
CREATE INDEX `notices_course` ON `notices` (`course_id`,`told_at`);--> statement-breakpoint
CREATE INDEX `notices_person` ON `notices` (`person_id`,`told_at`);--> statement-breakpoint
CREATE TABLE `person_programmes` (
	`person_id` integer NOT NULL,
	`programme_id` integer NOT NULL,
	`since` integer NOT NULL,
	`by_person_id` integer,
	PRIMARY KEY(`programme_id`, `person_id`),
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `person_programmes_person` ON `person_programmes` (`person_id`);--> statement-breakpoint
CREATE TABLE `__new_registrations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`token` text NOT NULL,
	`number` integer NOT NULL,
	`course_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`state` text NOT NULL,
	`waiting_sequence` integer,
	`place_since` integer,
	`address_key` text,
	`source` text NOT NULL,
	`answers` text NOT NULL,
	`needs` text,
	`consent_version` text,
	`consent_language` text,
	`consent_at` integer,
	`photo_consent` integer DEFAULT false NOT NULL,
	`form_key` text NOT NULL,
	`registered_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "registrations_state_known" CHECK("__new_registrations"."state" in ('nominated', 'applied', 'to_confirm', 'shortlisted', 'accepted', 'waiting', 'declined', 'withdrawn', 'attended', 'no_show')),
	CONSTRAINT "registrations_source" CHECK("__new_registrations"."source" in ('self', 'coordinator')),
	CONSTRAINT "registrations_answers" CHECK(json_valid("__new_registrations"."answers")),
	CONSTRAINT "registrations_waiting_state" CHECK("__new_registrations"."state" <> 'waiting' or "__new_registrations"."waiting_sequence" is not null),
	CONSTRAINT "registrations_consent" CHECK("__new_registrations"."source" <> 'self' or "__new_registrations"."consent_at" is not null)
);
--> statement-breakpoint
INSERT INTO `__new_registrations`("id", "token", "number", "course_id", "person_id", "state", "waiting_sequence", "place_since", "address_key", "source", "answers", "needs", "consent_version", "consent_language", "consent_at", "photo_consent", "form_key", "registered_at", "version") SELECT "id", "token", "number", "course_id", "person_id", "state", "waiting_number", NULL, NULL, "source", "answers", "needs", "consent_version", "consent_language", "consent_at", "photo_consent", "form_key", "registered_at", "version" FROM `registrations`;--> statement-breakpoint
DROP TABLE `registrations`;--> statement-breakpoint
ALTER TABLE `__new_registrations` RENAME TO `registrations`;--> statement-breakpoint
CREATE UNIQUE INDEX `registrations_token` ON `registrations` (`token`);--> statement-breakpoint
CREATE UNIQUE INDEX `registrations_number` ON `registrations` (`course_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `registrations_person` ON `registrations` (`course_id`,`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `registrations_waiting` ON `registrations` (`course_id`,`waiting_sequence`);--> statement-breakpoint
CREATE UNIQUE INDEX `registrations_form` ON `registrations` (`course_id`,`form_key`);--> statement-breakpoint
CREATE INDEX `registrations_by_person` ON `registrations` (`person_id`);--> statement-breakpoint
CREATE INDEX `registrations_state` ON `registrations` (`course_id`,`state`,`waiting_sequence`);--> statement-breakpoint
CREATE INDEX `registrations_address` ON `registrations` (`course_id`,`address_key`) WHERE address_key is not null;--> statement-breakpoint
CREATE TABLE `__new_registration_changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`registration_id` integer NOT NULL,
	`from_state` text,
	`to_state` text NOT NULL,
	`reason` text,
	`cause` text,
	`by_person_id` integer,
	`at` integer NOT NULL,
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "registration_changes_to" CHECK("__new_registration_changes"."to_state" in ('nominated', 'applied', 'to_confirm', 'shortlisted', 'accepted', 'waiting', 'declined', 'withdrawn', 'attended', 'no_show')),
	CONSTRAINT "registration_changes_cause" CHECK("__new_registration_changes"."cause" is null or "__new_registration_changes"."cause" in ('registered', 'decided', 'confirmed', 'moved_up', 'withdrawn', 'came_back', 'course_ended', 'course_reopened'))
);
--> statement-breakpoint
INSERT INTO `__new_registration_changes`("id", "registration_id", "from_state", "to_state", "reason", "cause", "by_person_id", "at") SELECT "id", "registration_id", "from_state", "to_state", "reason", NULL, "by_person_id", "at" FROM `registration_changes`;--> statement-breakpoint
DROP TABLE `registration_changes`;--> statement-breakpoint
ALTER TABLE `__new_registration_changes` RENAME TO `registration_changes`;--> statement-breakpoint
CREATE INDEX `registration_changes_registration` ON `registration_changes` (`registration_id`,`id`);--> statement-breakpoint
DROP INDEX `certificates_one_valid`;--> statement-breakpoint
ALTER TABLE `certificates` ADD `valid_from` integer;--> statement-breakpoint
ALTER TABLE `certificates` ADD `voided_at` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_one_valid` ON `certificates` (`registration_id`,`kind`) WHERE revoked_at is null and voided_at is null;--> statement-breakpoint
ALTER TABLE `courses` ADD `excused_left_out` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `courses` ADD `joiners_from_start` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `courses` ADD `updated_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `updated_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `jobs` ADD `topic` text;--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_topic` ON `jobs` (`topic`) WHERE done_at is null and topic is not null;--> statement-breakpoint
ALTER TABLE `accounts` ADD `contact_proven_at` integer;--> statement-breakpoint
ALTER TABLE `programmes` ADD `contact_name` text;--> statement-breakpoint
ALTER TABLE `programmes` ADD `contact_phone` text;--> statement-breakpoint
ALTER TABLE `programmes` ADD `contact_email` text;--> statement-breakpoint
ALTER TABLE `attendance` ADD `late_minutes` integer DEFAULT 0 NOT NULL;