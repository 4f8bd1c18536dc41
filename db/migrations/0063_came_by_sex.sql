CREATE TABLE `came_by_sex` (
	`course_id` integer PRIMARY KEY NOT NULL,
	`women` integer NOT NULL,
	`men` integer NOT NULL,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "came_by_sex_not_of_few" CHECK("came_by_sex"."women" >= 0 and "came_by_sex"."men" >= 0 and ("came_by_sex"."women" + "came_by_sex"."men" = 0 or "came_by_sex"."women" + "came_by_sex"."men" >= 5))
);
