PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_due` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`course_id` integer NOT NULL,
	`programme_id` integer NOT NULL,
	`kind` text NOT NULL,
	`session_id` integer,
	`due_from` integer NOT NULL,
	`due_until` integer,
	`count` integer DEFAULT 1 NOT NULL,
	`total` integer,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "due_kind_known" CHECK("__new_due"."kind" in ('roll', 'tell', 'confirm', 'go', 'start', 'close', 'rule_lost', 'decide', 'mend_names', 'certify', 'draft', 'approve', 'unanswered', 'ask_others')),
	CONSTRAINT "due_session_of_roll" CHECK(("__new_due"."kind" = 'roll') = ("__new_due"."session_id" is not null)),
	CONSTRAINT "due_count" CHECK("__new_due"."count" > 0 and ("__new_due"."total" is null or "__new_due"."total" >= "__new_due"."count"))
);
--> statement-breakpoint
INSERT INTO `__new_due`("id", "course_id", "programme_id", "kind", "session_id", "due_from", "due_until", "count", "total") SELECT "id", "course_id", "programme_id", "kind", "session_id", "due_from", "due_until", "count", "total" FROM `due`;--> statement-breakpoint
DROP TABLE `due`;--> statement-breakpoint
ALTER TABLE `__new_due` RENAME TO `due`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `due_course` ON `due` (`course_id`,`kind`) WHERE session_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX `due_session` ON `due` (`session_id`,`kind`) WHERE session_id is not null;--> statement-breakpoint
CREATE INDEX `due_of_course` ON `due` (`course_id`,`session_id`);--> statement-breakpoint
CREATE INDEX `due_programme` ON `due` (`programme_id`,`kind`,`due_from`,`course_id`,`due_until`);--> statement-breakpoint
CREATE INDEX `due_kind` ON `due` (`kind`,`due_from`,`course_id`,`due_until`);--> statement-breakpoint
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
	CONSTRAINT "notices_message" CHECK("__new_notices"."message" in ('signInLink', 'registrationReceived', 'registrationToConfirm', 'registrationAccepted', 'registrationWaiting', 'registrationMovedUp', 'registrationDeclined', 'registrationReleased', 'registrationLink', 'courseCancelled', 'courseMoved', 'courseConfirmed', 'certificateReady', 'certificateRevoked', 'workshopApproved', 'workshopTurnedDown', 'trainerAsked', 'trainerChased', 'requestAnswered', 'requestTakenBack', 'broughtIn', 'secondStepAdded', 'secondStepRemoved', 'secondStepTakenAway', 'recoveryCodeUsed', 'contactUsed', 'codeMade', 'contactCode', 'contactChanged', 'cameBackIn'))
);
--> statement-breakpoint
INSERT INTO `__new_notices`("id", "person_id", "registration_id", "course_id", "message", "params", "topic", "at", "told_at", "told_by") SELECT "id", "person_id", "registration_id", "course_id", "message", "params", "topic", "at", "told_at", "told_by" FROM `notices`;--> statement-breakpoint
DROP TABLE `notices`;--> statement-breakpoint
ALTER TABLE `__new_notices` RENAME TO `notices`;--> statement-breakpoint
CREATE UNIQUE INDEX `notices_topic` ON `notices` (`topic`) WHERE told_at is null;--> statement-breakpoint
CREATE INDEX `notices_course` ON `notices` (`course_id`,`told_at`);--> statement-breakpoint
CREATE INDEX `notices_person` ON `notices` (`person_id`,`told_at`);--> statement-breakpoint
CREATE INDEX `notices_untold` ON `notices` (`course_id`,`at`) WHERE told_at is null;--> statement-breakpoint
ALTER TABLE `courses` ADD `minimum_people` integer;--> statement-breakpoint
ALTER TABLE `courses` ADD `decide_by` text;--> statement-breakpoint
ALTER TABLE `courses` ADD `confirmed_at` integer;--> statement-breakpoint
ALTER TABLE `courses` ADD `asked_for_day` text;--> statement-breakpoint
CREATE INDEX `courses_tentative` ON `courses` (`decide_by`) WHERE decide_by is not null and confirmed_at is null;