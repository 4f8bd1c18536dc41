CREATE TABLE `superiors` (
	`person_id` integer PRIMARY KEY NOT NULL,
	`superior_id` integer NOT NULL,
	`set_at` integer NOT NULL,
	`set_by` integer,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`superior_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "superiors_not_oneself" CHECK("superiors"."person_id" <> "superiors"."superior_id")
);
--> statement-breakpoint
CREATE INDEX `superiors_superior` ON `superiors` (`superior_id`);