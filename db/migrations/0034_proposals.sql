CREATE TABLE `timetable_proposals` (
	`course_id` integer PRIMARY KEY NOT NULL,
	`asked` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "timetable_proposals_asked" CHECK(json_valid("timetable_proposals"."asked"))
);
