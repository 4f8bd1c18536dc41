ALTER TABLE `standings` ADD `sort_name` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `standings_names` ON `standings` (`sort_name`,`person_id`,`programme_id`,`tool_id`,`stage`);
--> statement-breakpoint
UPDATE standings SET sort_name = (SELECT sort_name FROM persons WHERE id = person_id);
--> statement-breakpoint
CREATE TRIGGER standings_named AFTER INSERT ON standings
BEGIN
  UPDATE standings SET sort_name = (SELECT sort_name FROM persons WHERE id = NEW.person_id)
    WHERE person_id = NEW.person_id AND tool_id = NEW.tool_id AND programme_id = NEW.programme_id;
END;
--> statement-breakpoint
CREATE TRIGGER persons_renamed_on_the_way AFTER UPDATE OF sort_name ON persons
WHEN NEW.sort_name <> OLD.sort_name
BEGIN
  UPDATE standings SET sort_name = NEW.sort_name WHERE person_id = NEW.id;
END;
