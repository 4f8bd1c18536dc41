-- As what somebody trains a session. Until now nobody said: whoever is alone leads, and of several the one whose own workshop it
-- is, else the first trainer of the course, else the first of the session; the others beside them were co-trainers.
ALTER TABLE `session_trainers` ADD `role` text DEFAULT 'lead' NOT NULL;--> statement-breakpoint
ALTER TABLE `session_trainers` ADD CONSTRAINT "session_trainers_role" CHECK("role" in ('lead', 'co_trainer', 'apprentice'));--> statement-breakpoint
UPDATE session_trainers SET role = 'co_trainer' WHERE person_id <> coalesce(
  (SELECT mine.person_id FROM sessions s
    JOIN courses c ON c.id = s.course_id
    JOIN session_trainers mine ON mine.session_id = s.id
      AND mine.person_id = coalesce(c.scheduled_by, (SELECT min(t.person_id) FROM course_trainers t WHERE t.course_id = c.id))
    WHERE s.id = session_trainers.session_id),
  (SELECT min(beside.person_id) FROM session_trainers beside WHERE beside.session_id = session_trainers.session_id));
