CREATE TABLE `recognised_learning` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`module_id` integer NOT NULL,
	`programme_id` integer NOT NULL,
	`day` text,
	`evidence` text NOT NULL,
	`recognised_by` integer,
	`recognised_at` integer NOT NULL,
	`taken_back_at` integer,
	`taken_back_by` integer,
	`taken_back_reason` text,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`module_id`) REFERENCES `modules`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recognised_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taken_back_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "recognised_learning_day" CHECK("recognised_learning"."day" is null or ("recognised_learning"."day" = date("recognised_learning"."day") and length("recognised_learning"."day") = 10)),
	CONSTRAINT "recognised_learning_evidence" CHECK(length(trim("recognised_learning"."evidence")) > 0 and length("recognised_learning"."evidence") <= 500),
	CONSTRAINT "recognised_learning_taken_back" CHECK(("recognised_learning"."taken_back_at" is null) = ("recognised_learning"."taken_back_reason" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `recognised_learning_once` ON `recognised_learning` (`person_id`,`module_id`,`programme_id`) WHERE taken_back_at is null;--> statement-breakpoint
CREATE INDEX `recognised_learning_person` ON `recognised_learning` (`person_id`);