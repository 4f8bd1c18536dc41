-- Nobody is in two places and no room holds two sessions, whoever writes to the file. What already overlaps stays as it is:
-- the guards look at what is written alone. A session lies within one civil day, which a change of clocks makes 26 hours at
-- most (93600000 ms), so that by the indexes each asks for the sessions of a day or two, however many there are.
DROP INDEX `session_trainers_person`;--> statement-breakpoint
ALTER TABLE `session_trainers` ADD `start_instant` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE session_trainers SET start_instant = (SELECT start_instant FROM sessions WHERE sessions.id = session_trainers.session_id);--> statement-breakpoint
CREATE INDEX `session_trainers_person` ON `session_trainers` (`person_id`,`start_instant`);--> statement-breakpoint
DROP TRIGGER session_trainers_one_place;--> statement-breakpoint
DROP TRIGGER sessions_trainers_one_place;--> statement-breakpoint
CREATE TRIGGER session_trainers_timed AFTER INSERT ON session_trainers
BEGIN
  UPDATE session_trainers SET start_instant = coalesce((SELECT start_instant FROM sessions WHERE id = NEW.session_id), 0)
    WHERE session_id = NEW.session_id AND person_id = NEW.person_id;
END;--> statement-breakpoint
CREATE TRIGGER sessions_trainers_timed AFTER UPDATE OF start_instant ON sessions
WHEN NEW.start_instant <> OLD.start_instant
BEGIN
  UPDATE session_trainers SET start_instant = NEW.start_instant WHERE session_id = NEW.id;
END;--> statement-breakpoint
CREATE TRIGGER sessions_within_a_day_insert BEFORE INSERT ON sessions
WHEN NEW.end_instant - NEW.start_instant > 93600000
BEGIN
  SELECT RAISE(ABORT, 'session longer than a day');
END;--> statement-breakpoint
CREATE TRIGGER sessions_within_a_day_update BEFORE UPDATE OF start_instant, end_instant ON sessions
WHEN NEW.end_instant - NEW.start_instant > 93600000
BEGIN
  SELECT RAISE(ABORT, 'session longer than a day');
END;--> statement-breakpoint
CREATE TRIGGER session_trainers_one_place BEFORE INSERT ON session_trainers
BEGIN
  SELECT RAISE(ABORT, 'trainer in two places') WHERE EXISTS (
    SELECT 1 FROM sessions this
      CROSS JOIN courses own ON own.id = this.course_id AND own.state <> 'cancelled'
      CROSS JOIN session_trainers st ON st.person_id = NEW.person_id AND st.session_id <> this.id
        AND st.start_instant > this.start_instant - 93600000 AND st.start_instant < this.end_instant
      CROSS JOIN sessions other ON other.id = st.session_id AND other.end_instant > this.start_instant
      CROSS JOIN courses c ON c.id = other.course_id AND c.state <> 'cancelled'
    WHERE this.id = NEW.session_id);
END;--> statement-breakpoint
CREATE TRIGGER session_trainers_one_place_update BEFORE UPDATE OF session_id, person_id ON session_trainers
BEGIN
  SELECT RAISE(ABORT, 'trainer in two places') WHERE EXISTS (
    SELECT 1 FROM sessions this
      CROSS JOIN courses own ON own.id = this.course_id AND own.state <> 'cancelled'
      CROSS JOIN session_trainers st ON st.person_id = NEW.person_id AND st.session_id <> this.id
        AND st.start_instant > this.start_instant - 93600000 AND st.start_instant < this.end_instant
      CROSS JOIN sessions other ON other.id = st.session_id AND other.end_instant > this.start_instant
      CROSS JOIN courses c ON c.id = other.course_id AND c.state <> 'cancelled'
    WHERE this.id = NEW.session_id AND st.session_id <> OLD.session_id);
END;--> statement-breakpoint
CREATE TRIGGER sessions_trainers_one_place BEFORE UPDATE OF start_instant, end_instant, course_id ON sessions
WHEN NEW.start_instant <> OLD.start_instant OR NEW.end_instant <> OLD.end_instant OR NEW.course_id <> OLD.course_id
BEGIN
  SELECT RAISE(ABORT, 'trainer in two places') WHERE EXISTS (
    SELECT 1 FROM session_trainers mine
      CROSS JOIN courses own ON own.id = NEW.course_id AND own.state <> 'cancelled'
      CROSS JOIN session_trainers st ON st.person_id = mine.person_id AND st.session_id <> NEW.id
        AND st.start_instant > NEW.start_instant - 93600000 AND st.start_instant < NEW.end_instant
      CROSS JOIN sessions other ON other.id = st.session_id AND other.end_instant > NEW.start_instant
      CROSS JOIN courses c ON c.id = other.course_id AND c.state <> 'cancelled'
    WHERE mine.session_id = NEW.id);
END;--> statement-breakpoint
CREATE TRIGGER sessions_one_room_insert BEFORE INSERT ON sessions
WHEN NEW.room_id IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'room taken twice') WHERE EXISTS (
    SELECT 1 FROM courses own
      CROSS JOIN sessions other ON other.room_id = NEW.room_id
        AND other.start_instant > NEW.start_instant - 93600000 AND other.start_instant < NEW.end_instant
        AND other.end_instant > NEW.start_instant
      CROSS JOIN courses c ON c.id = other.course_id AND c.state <> 'cancelled'
    WHERE own.id = NEW.course_id AND own.state <> 'cancelled');
END;--> statement-breakpoint
CREATE TRIGGER sessions_one_room_update BEFORE UPDATE OF room_id, start_instant, end_instant, course_id ON sessions
WHEN NEW.room_id IS NOT NULL
  AND (NEW.room_id IS NOT OLD.room_id OR NEW.start_instant <> OLD.start_instant OR NEW.end_instant <> OLD.end_instant
    OR NEW.course_id <> OLD.course_id)
BEGIN
  SELECT RAISE(ABORT, 'room taken twice') WHERE EXISTS (
    SELECT 1 FROM courses own
      CROSS JOIN sessions other ON other.room_id = NEW.room_id AND other.id <> NEW.id
        AND other.start_instant > NEW.start_instant - 93600000 AND other.start_instant < NEW.end_instant
        AND other.end_instant > NEW.start_instant
      CROSS JOIN courses c ON c.id = other.course_id AND c.state <> 'cancelled'
    WHERE own.id = NEW.course_id AND own.state <> 'cancelled');
END;--> statement-breakpoint
CREATE TRIGGER courses_taken_up BEFORE UPDATE OF state ON courses
WHEN OLD.state = 'cancelled' AND NEW.state <> 'cancelled'
BEGIN
  SELECT RAISE(ABORT, 'trainer in two places') WHERE EXISTS (
    SELECT 1 FROM sessions this
      CROSS JOIN session_trainers mine ON mine.session_id = this.id
      CROSS JOIN session_trainers st ON st.person_id = mine.person_id AND st.session_id <> this.id
        AND st.start_instant > this.start_instant - 93600000 AND st.start_instant < this.end_instant
      CROSS JOIN sessions other ON other.id = st.session_id AND other.end_instant > this.start_instant
      CROSS JOIN courses c ON c.id = other.course_id AND (c.state <> 'cancelled' OR c.id = NEW.id)
    WHERE this.course_id = NEW.id);
  SELECT RAISE(ABORT, 'room taken twice') WHERE EXISTS (
    SELECT 1 FROM sessions this
      CROSS JOIN sessions other ON other.room_id = this.room_id AND other.id <> this.id
        AND other.start_instant > this.start_instant - 93600000 AND other.start_instant < this.end_instant
        AND other.end_instant > this.start_instant
      CROSS JOIN courses c ON c.id = other.course_id AND (c.state <> 'cancelled' OR c.id = NEW.id)
    WHERE this.course_id = NEW.id);
END;
