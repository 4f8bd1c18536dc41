CREATE TABLE `saved_views` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`list` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`created_at` integer NOT NULL,
	`deleted_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "saved_views_name" CHECK(length(trim("saved_views"."name")) > 0 and length("saved_views"."name") <= 60),
	CONSTRAINT "saved_views_list" CHECK("saved_views"."list" in ('courses', 'people', 'registrations', 'trainers', 'organisations')),
	CONSTRAINT "saved_views_query" CHECK(length("saved_views"."query") <= 1000)
);
--> statement-breakpoint
CREATE INDEX `saved_views_person` ON `saved_views` (`person_id`,`list`);--> statement-breakpoint
CREATE INDEX `organisations_names` ON `organisations` (`sort_name`,`id`);--> statement-breakpoint
CREATE INDEX `persons_organisation` ON `persons` (`organisation_id`,`sort_name`);