CREATE TABLE `organisation_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`organisation_id` integer NOT NULL,
	`programme_id` integer NOT NULL,
	`kind` text NOT NULL,
	`day` text NOT NULL,
	`words` text,
	`of_id` integer,
	`entered_at` integer NOT NULL,
	`entered_by` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`of_id`) REFERENCES `organisation_events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "organisation_events_kind" CHECK("organisation_events"."kind" in ('needs_assessed', 'trained', 'business_plan', 'coaching_visit', 'grant', 'registered', 'running', 'follow_up', 'struck')),
	CONSTRAINT "organisation_events_day" CHECK("organisation_events"."day" is null or ("organisation_events"."day" = date("organisation_events"."day") and length("organisation_events"."day") = 10)),
	CONSTRAINT "organisation_events_words" CHECK(length(trim("organisation_events"."words")) > 0 and length("organisation_events"."words") <= 2000),
	CONSTRAINT "organisation_events_of_what" CHECK(("organisation_events"."kind" = 'struck') = ("organisation_events"."of_id" is not null))
);
--> statement-breakpoint
CREATE INDEX `organisation_events_organisation` ON `organisation_events` (`organisation_id`,`day`);--> statement-breakpoint
CREATE INDEX `organisation_events_programme` ON `organisation_events` (`programme_id`);--> statement-breakpoint
CREATE INDEX `organisation_events_entered_by` ON `organisation_events` (`entered_by`);--> statement-breakpoint
CREATE UNIQUE INDEX `organisation_events_struck_once` ON `organisation_events` (`of_id`) WHERE of_id is not null;--> statement-breakpoint
CREATE TRIGGER organisation_events_kept BEFORE UPDATE ON organisation_events
BEGIN
  SELECT RAISE(ABORT, 'history is only added to');
END;--> statement-breakpoint
CREATE TRIGGER organisation_events_stay BEFORE DELETE ON organisation_events
BEGIN
  SELECT RAISE(ABORT, 'history is only added to');
END;
