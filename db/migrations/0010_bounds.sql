DROP INDEX `due_programme`;--> statement-breakpoint
DROP INDEX `due_kind`;--> statement-breakpoint
CREATE INDEX `due_programme` ON `due` (`programme_id`,`kind`,`due_from`,`course_id`,`due_until`);--> statement-breakpoint
CREATE INDEX `due_kind` ON `due` (`kind`,`due_from`,`course_id`,`due_until`);--> statement-breakpoint
ALTER TABLE `courses` ADD `approved_capacity` integer;--> statement-breakpoint
ALTER TABLE `courses` ADD `changed_since_approval` text;--> statement-breakpoint
ALTER TABLE `courses` ADD `plan_version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX `courses_venue` ON `courses` (`venue_id`) WHERE venue_id is not null;--> statement-breakpoint
ALTER TABLE `holidays` ADD `removed_at` integer;--> statement-breakpoint
-- What decisions rested on in the audit log stands beside what they are about from now on: the log may be cut off.
UPDATE courses SET
  approved_capacity = (
    SELECT detail ->> '$.capacity' FROM audit_log
    WHERE subject = 'course' AND subject_id = courses.id AND action IN ('workshop.approved', 'workshop.approve')
    ORDER BY id DESC LIMIT 1
  ),
  -- Aspects of old were kept in one text, by spaces.
  changed_since_approval = (
    SELECT CASE WHEN detail ->> '$.changed' LIKE '[%' THEN detail ->> '$.changed'
      ELSE '["' || replace(detail ->> '$.changed', ' ', '","') || '"]' END
    FROM audit_log
    WHERE subject = 'course' AND subject_id = courses.id
      AND action IN ('workshop.approved', 'workshop.approve', 'workshop.approval-ended')
    ORDER BY id DESC LIMIT 1
  )
WHERE scheduled_by IS NOT NULL;
--> statement-breakpoint
INSERT OR IGNORE INTO holidays (country, day, name, by_moon, removed_at)
SELECT detail ->> '$.country', detail ->> '$.day', detail -> '$.name', coalesce(detail ->> '$.byMoon', 0), at
FROM audit_log
WHERE action IN ('holiday.removed', 'holiday.remove') AND detail ->> '$.name' IS NOT NULL
ORDER BY id DESC;
