CREATE TABLE `due` (
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
	CONSTRAINT "due_kind_known" CHECK("due"."kind" in ('roll', 'tell', 'confirm', 'start', 'close', 'rule_lost', 'decide', 'mend_names', 'certify', 'draft', 'approve')),
	CONSTRAINT "due_session_of_roll" CHECK(("due"."kind" = 'roll') = ("due"."session_id" is not null)),
	CONSTRAINT "due_count" CHECK("due"."count" > 0 and ("due"."total" is null or "due"."total" >= "due"."count"))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `due_course` ON `due` (`course_id`,`kind`) WHERE session_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX `due_session` ON `due` (`session_id`,`kind`) WHERE session_id is not null;--> statement-breakpoint
CREATE INDEX `due_of_course` ON `due` (`course_id`,`session_id`);--> statement-breakpoint
CREATE INDEX `due_programme` ON `due` (`programme_id`,`kind`,`due_from`);--> statement-breakpoint
CREATE INDEX `due_kind` ON `due` (`kind`,`due_from`);--> statement-breakpoint
ALTER TABLE `courses` ADD `listed_on` text GENERATED ALWAYS AS (coalesce(starts_on, year || '-00-00', '0000-00-00')) VIRTUAL NOT NULL;--> statement-breakpoint
CREATE INDEX `courses_ends` ON `courses` (`state`,`ends_on`);--> statement-breakpoint
CREATE INDEX `courses_coming` ON `courses` (`starts_on`,`id`) WHERE state in ('open', 'running') and approved_at is not null;--> statement-breakpoint
CREATE INDEX `courses_awaiting` ON `courses` (`programme_id`,`starts_on`) WHERE approved_at is null;--> statement-breakpoint
CREATE INDEX `courses_scheduled` ON `courses` (`scheduled_by`,`ends_on`) WHERE scheduled_by is not null;--> statement-breakpoint
CREATE INDEX `courses_newest` ON `courses` (`listed_on`,`id`);--> statement-breakpoint
CREATE INDEX `courses_state_newest` ON `courses` (`state`,`listed_on`,`id`);--> statement-breakpoint
CREATE INDEX `courses_programme_newest` ON `courses` (`programme_id`,`listed_on`,`id`);--> statement-breakpoint
CREATE INDEX `courses_programme_state_newest` ON `courses` (`programme_id`,`state`,`listed_on`,`id`);--> statement-breakpoint
ALTER TABLE `person_programmes` ADD `sort_name` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `person_programmes_names` ON `person_programmes` (`programme_id`,`sort_name`,`person_id`);--> statement-breakpoint
ALTER TABLE `programme_members` ADD `sort_name` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `programme_members_person` ON `programme_members` (`person_id`);--> statement-breakpoint
CREATE INDEX `programme_members_names` ON `programme_members` (`role`,`sort_name`,`person_id`);--> statement-breakpoint
CREATE INDEX `programme_members_programme_names` ON `programme_members` (`programme_id`,`role`,`sort_name`,`person_id`);--> statement-breakpoint
CREATE INDEX `course_modules_module` ON `course_modules` (`module_id`);--> statement-breakpoint
CREATE INDEX `sessions_room` ON `sessions` (`room_id`,`start_instant`) WHERE room_id is not null;--> statement-breakpoint
CREATE INDEX `timetable_changes_at` ON `timetable_changes` (`at`);--> statement-breakpoint
CREATE INDEX `attempts_since` ON `attempts` (`since`);--> statement-breakpoint
CREATE INDEX `exceptions_session` ON `exceptions` (`session_id`);--> statement-breakpoint
CREATE INDEX `notices_untold` ON `notices` (`course_id`,`at`) WHERE told_at is null;--> statement-breakpoint
CREATE INDEX `identities_account` ON `identities` (`account_id`);--> statement-breakpoint
CREATE INDEX `sign_in_links_account` ON `sign_in_links` (`account_id`);--> statement-breakpoint
-- The order of names beside the rows that lists of people begin at: put there once, then kept whoever writes.
UPDATE person_programmes SET sort_name = (SELECT sort_name FROM persons WHERE id = person_id);
--> statement-breakpoint
UPDATE programme_members SET sort_name = (SELECT sort_name FROM persons WHERE id = person_id);
--> statement-breakpoint
CREATE TRIGGER person_programmes_named AFTER INSERT ON person_programmes
BEGIN
  UPDATE person_programmes SET sort_name = (SELECT sort_name FROM persons WHERE id = NEW.person_id)
    WHERE programme_id = NEW.programme_id AND person_id = NEW.person_id;
END;
--> statement-breakpoint
CREATE TRIGGER programme_members_named AFTER INSERT ON programme_members
BEGIN
  UPDATE programme_members SET sort_name = (SELECT sort_name FROM persons WHERE id = NEW.person_id)
    WHERE programme_id = NEW.programme_id AND person_id = NEW.person_id AND role = NEW.role;
END;
--> statement-breakpoint
CREATE TRIGGER persons_renamed AFTER UPDATE OF sort_name ON persons
WHEN NEW.sort_name <> OLD.sort_name
BEGIN
  UPDATE person_programmes SET sort_name = NEW.sort_name WHERE person_id = NEW.id;
  UPDATE programme_members SET sort_name = NEW.sort_name WHERE person_id = NEW.id;
END;
--> statement-breakpoint
-- Three letters that follow each other anywhere in what is searched lead to its row (FTS5, trigram): of LIKE '%word%' the
-- index finds the candidates and the text itself decides. The text begins with a space here, so that '% wo%' finds what
-- begins a word by two letters. The index keeps no text of its own: it reads the view.
CREATE VIEW persons_searched AS SELECT id, ' ' || search AS search FROM persons;
--> statement-breakpoint
CREATE VIRTUAL TABLE persons_search USING fts5(search, content='persons_searched', content_rowid='id', tokenize='trigram', detail='none');
--> statement-breakpoint
INSERT INTO persons_search(persons_search) VALUES ('rebuild');
--> statement-breakpoint
CREATE TRIGGER persons_search_added AFTER INSERT ON persons
BEGIN
  INSERT INTO persons_search(rowid, search) VALUES (NEW.id, ' ' || NEW.search);
END;
--> statement-breakpoint
CREATE TRIGGER persons_search_changed AFTER UPDATE OF search ON persons
WHEN NEW.search <> OLD.search
BEGIN
  INSERT INTO persons_search(persons_search, rowid, search) VALUES ('delete', OLD.id, ' ' || OLD.search);
  INSERT INTO persons_search(rowid, search) VALUES (NEW.id, ' ' || NEW.search);
END;
--> statement-breakpoint
CREATE TRIGGER persons_search_removed AFTER DELETE ON persons
BEGIN
  INSERT INTO persons_search(persons_search, rowid, search) VALUES ('delete', OLD.id, ' ' || OLD.search);
END;
--> statement-breakpoint
CREATE VIEW courses_searched AS SELECT id, ' ' || search AS search FROM courses;
--> statement-breakpoint
CREATE VIRTUAL TABLE courses_search USING fts5(search, content='courses_searched', content_rowid='id', tokenize='trigram', detail='none');
--> statement-breakpoint
INSERT INTO courses_search(courses_search) VALUES ('rebuild');
--> statement-breakpoint
CREATE TRIGGER courses_search_added AFTER INSERT ON courses
BEGIN
  INSERT INTO courses_search(rowid, search) VALUES (NEW.id, ' ' || NEW.search);
END;
--> statement-breakpoint
CREATE TRIGGER courses_search_changed AFTER UPDATE OF search ON courses
WHEN NEW.search <> OLD.search
BEGIN
  INSERT INTO courses_search(courses_search, rowid, search) VALUES ('delete', OLD.id, ' ' || OLD.search);
  INSERT INTO courses_search(rowid, search) VALUES (NEW.id, ' ' || NEW.search);
END;
--> statement-breakpoint
CREATE TRIGGER courses_search_removed AFTER DELETE ON courses
BEGIN
  INSERT INTO courses_search(courses_search, rowid, search) VALUES ('delete', OLD.id, ' ' || OLD.search);
END;
--> statement-breakpoint
CREATE VIEW organisations_searched AS SELECT id, ' ' || sort_name || ' | ' || name_key AS search FROM organisations;
--> statement-breakpoint
CREATE VIRTUAL TABLE organisations_search USING fts5(search, content='organisations_searched', content_rowid='id', tokenize='trigram', detail='none');
--> statement-breakpoint
INSERT INTO organisations_search(organisations_search) VALUES ('rebuild');
--> statement-breakpoint
CREATE TRIGGER organisations_search_added AFTER INSERT ON organisations
BEGIN
  INSERT INTO organisations_search(rowid, search) VALUES (NEW.id, ' ' || NEW.sort_name || ' | ' || NEW.name_key);
END;
--> statement-breakpoint
CREATE TRIGGER organisations_search_changed AFTER UPDATE OF sort_name, name_key ON organisations
WHEN NEW.sort_name <> OLD.sort_name OR NEW.name_key <> OLD.name_key
BEGIN
  INSERT INTO organisations_search(organisations_search, rowid, search) VALUES ('delete', OLD.id, ' ' || OLD.sort_name || ' | ' || OLD.name_key);
  INSERT INTO organisations_search(rowid, search) VALUES (NEW.id, ' ' || NEW.sort_name || ' | ' || NEW.name_key);
END;
--> statement-breakpoint
CREATE TRIGGER organisations_search_removed AFTER DELETE ON organisations
BEGIN
  INSERT INTO organisations_search(organisations_search, rowid, search) VALUES ('delete', OLD.id, ' ' || OLD.sort_name || ' | ' || OLD.name_key);
END;
