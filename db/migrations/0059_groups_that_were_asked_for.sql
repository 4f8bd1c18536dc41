-- A request keeps what its group was called when that is deleted.
ALTER TABLE `trainer_requests` ADD `gone_group` text;--> statement-breakpoint
-- Of one kind several may be due in a course, each from when more of it is late.
DROP INDEX `due_course`;--> statement-breakpoint
CREATE UNIQUE INDEX `due_course` ON `due` (`course_id`,`kind`,`due_from`) WHERE session_id is null;--> statement-breakpoint
-- A request is late from the day after the one to answer by on, no longer on that day. Each reminder makes the rows of its course anew.
UPDATE `due` SET `due_from` = `due_from` + 86400000 WHERE `kind` = 'unanswered';
