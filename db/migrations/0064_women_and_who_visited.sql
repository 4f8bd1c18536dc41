CREATE TABLE `came_by_sex` (
	`course_id` integer PRIMARY KEY NOT NULL,
	`women` integer NOT NULL,
	`men` integer NOT NULL,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "came_by_sex_not_of_few" CHECK("came_by_sex"."women" >= 0 and "came_by_sex"."men" >= 0 and ("came_by_sex"."women" + "came_by_sex"."men" = 0 or "came_by_sex"."women" + "came_by_sex"."men" >= 5))
);
--> statement-breakpoint
ALTER TABLE `organisation_events` ADD `done_by` integer REFERENCES persons(id);--> statement-breakpoint
ALTER TABLE `organisation_events` ADD `done_by_words` text CONSTRAINT "organisation_events_done_by_words" CHECK(length(trim("done_by_words")) > 0 and length("done_by_words") <= 160);--> statement-breakpoint
CREATE INDEX `organisation_events_done_by` ON `organisation_events` (`done_by`);--> statement-breakpoint
CREATE TRIGGER recognised_learning_kept BEFORE UPDATE ON recognised_learning
WHEN old.taken_back_at IS NOT NULL OR new.id IS NOT old.id OR new.person_id IS NOT old.person_id OR new.module_id IS NOT old.module_id OR new.programme_id IS NOT old.programme_id
  OR new.day IS NOT old.day OR new.evidence IS NOT old.evidence OR new.recognised_by IS NOT old.recognised_by OR new.recognised_at IS NOT old.recognised_at
BEGIN
  SELECT RAISE(ABORT, 'evidence is only added to, and taken back');
END;--> statement-breakpoint
CREATE TRIGGER recognised_learning_stays BEFORE DELETE ON recognised_learning
BEGIN
  SELECT RAISE(ABORT, 'evidence is only added to, and taken back');
END;--> statement-breakpoint
CREATE TRIGGER action_plans_kept BEFORE UPDATE ON action_plans
WHEN old.ended_at IS NOT NULL OR new.id IS NOT old.id OR new.registration_id IS NOT old.registration_id OR new.tool_id IS NOT old.tool_id OR new.day IS NOT old.day
  OR new.place IS NOT old.place OR new.audience IS NOT old.audience OR new.made_at IS NOT old.made_at OR new.changed_at IS NOT old.changed_at OR new.changed_by IS NOT old.changed_by
BEGIN
  SELECT RAISE(ABORT, 'a plan ends, and another one begins');
END;--> statement-breakpoint
CREATE TRIGGER action_plans_stay BEFORE DELETE ON action_plans
BEGIN
  SELECT RAISE(ABORT, 'a plan ends, and another one begins');
END;
