-- Programmes that pay for a course beside the one that leads it, and what their coordinators are told. The rebuilt table has no triggers.
CREATE TABLE `course_shares` (
	`course_id` integer NOT NULL,
	`programme_id` integer NOT NULL,
	`percent` integer,
	`since` integer NOT NULL,
	`by_person_id` integer,
	PRIMARY KEY(`course_id`, `programme_id`),
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "course_shares_percent" CHECK("course_shares"."percent" is null or "course_shares"."percent" between 1 and 100)
);
--> statement-breakpoint
CREATE INDEX `course_shares_programme` ON `course_shares` (`programme_id`,`course_id`);--> statement-breakpoint
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
	CONSTRAINT "notices_message" CHECK("__new_notices"."message" in ('signInLink', 'registrationReceived', 'registrationToConfirm', 'registrationAccepted', 'registrationWaiting', 'registrationMovedUp', 'registrationDeclined', 'registrationReleased', 'registrationLink', 'courseCancelled', 'courseMoved', 'courseConfirmed', 'courseShared', 'courseSharingEnded', 'courseSharerLeft', 'certificateReady', 'certificateRevoked', 'workshopApproved', 'workshopTurnedDown', 'trainerAsked', 'trainerChased', 'requestAnswered', 'requestTakenBack', 'broughtIn', 'secondStepAdded', 'secondStepRemoved', 'secondStepTakenAway', 'recoveryCodeUsed', 'contactUsed', 'codeMade', 'contactCode', 'contactChanged', 'cameBackIn'))
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
ALTER TABLE `courses` ADD `lead_percent` integer;--> statement-breakpoint
CREATE TRIGGER course_shares_beside_lead BEFORE INSERT ON course_shares
WHEN NEW.programme_id = (SELECT programme_id FROM courses WHERE id = NEW.course_id)
BEGIN
  SELECT RAISE(ABORT, 'the lead shares with itself');
END;--> statement-breakpoint
CREATE TRIGGER courses_lead_beside_shares BEFORE UPDATE OF programme_id ON courses
WHEN EXISTS (SELECT 1 FROM course_shares WHERE course_id = NEW.id AND programme_id = NEW.programme_id)
BEGIN
  SELECT RAISE(ABORT, 'the lead shares with itself');
END;--> statement-breakpoint
CREATE TRIGGER course_shares_fixed BEFORE UPDATE OF course_id, programme_id ON course_shares
BEGIN
  SELECT RAISE(ABORT, 'a share keeps its course and programme');
END;--> statement-breakpoint
CREATE TRIGGER course_shares_whole_insert AFTER INSERT ON course_shares
WHEN NEW.percent IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'more than the whole') WHERE (SELECT total(percent) FROM course_shares WHERE course_id = NEW.course_id)
    + coalesce((SELECT lead_percent FROM courses WHERE id = NEW.course_id), 0) > 100;
END;--> statement-breakpoint
CREATE TRIGGER course_shares_whole_update AFTER UPDATE OF percent ON course_shares
WHEN NEW.percent IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'more than the whole') WHERE (SELECT total(percent) FROM course_shares WHERE course_id = NEW.course_id)
    + coalesce((SELECT lead_percent FROM courses WHERE id = NEW.course_id), 0) > 100;
END;--> statement-breakpoint
CREATE TRIGGER courses_lead_percent BEFORE UPDATE OF lead_percent ON courses
WHEN NEW.lead_percent IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'more than the whole') WHERE NEW.lead_percent NOT BETWEEN 1 AND 100
    OR NEW.lead_percent + (SELECT total(percent) FROM course_shares WHERE course_id = NEW.id) > 100;
END;
