-- What the new columns say of rows that are older than they.
UPDATE courses SET updated_at = created_at;
--> statement-breakpoint
UPDATE sessions SET updated_at = (SELECT created_at FROM courses WHERE courses.id = sessions.course_id);
--> statement-breakpoint
UPDATE certificates SET valid_from = issued_at;
--> statement-breakpoint
UPDATE attendance SET late_minutes = max(1, (SELECT minutes FROM sessions WHERE sessions.id = attendance.session_id) - minutes)
WHERE state = 'late';
--> statement-breakpoint
UPDATE registrations SET place_since = coalesce(
  (SELECT max(at) FROM registration_changes c WHERE c.registration_id = registrations.id AND c.to_state = 'accepted'
    AND (c.from_state IS NULL OR c.from_state NOT IN ('attended', 'no_show'))),
  registered_at)
WHERE state IN ('accepted', 'attended', 'no_show');
--> statement-breakpoint
INSERT OR IGNORE INTO person_programmes (person_id, programme_id, since)
SELECT r.person_id, c.programme_id, min(r.registered_at) FROM registrations r JOIN courses c ON c.id = r.course_id
GROUP BY r.person_id, c.programme_id;
--> statement-breakpoint
INSERT OR IGNORE INTO person_programmes (person_id, programme_id, since)
SELECT person_id, programme_id, min(since) FROM programme_members GROUP BY person_id, programme_id;
--> statement-breakpoint
INSERT OR IGNORE INTO person_programmes (person_id, programme_id, since, by_person_id)
SELECT a.subject_id, m.programme_id, a.at, a.by_person_id FROM audit_log a
  JOIN programme_members m ON m.person_id = a.by_person_id AND m.role = 'coordinator'
  JOIN persons p ON p.id = a.subject_id
WHERE a.action = 'person.create' AND a.subject = 'person';
--> statement-breakpoint
UPDATE jobs SET payload = json_set(payload, '$.message', CASE json_extract(payload, '$.params.state')
  WHEN 'accepted' THEN 'registrationAccepted' WHEN 'waiting' THEN 'registrationWaiting'
  WHEN 'declined' THEN 'registrationDeclined' ELSE 'registrationReceived' END)
WHERE done_at IS NULL AND json_extract(payload, '$.message') IN ('registrationDecided', 'registrationReceived');
--> statement-breakpoint
-- The guards of 0001 again, as the tables are now, and those of what is new.
CREATE TRIGGER registrations_capacity_insert BEFORE INSERT ON registrations
WHEN NEW.state IN ('accepted', 'attended', 'no_show')
BEGIN
  SELECT RAISE(ABORT, 'capacity') WHERE
    (SELECT count(*) FROM registrations WHERE course_id = NEW.course_id AND state IN ('accepted', 'attended', 'no_show'))
    >= (SELECT capacity FROM courses WHERE id = NEW.course_id);
END;
--> statement-breakpoint
CREATE TRIGGER registrations_capacity_update BEFORE UPDATE OF state ON registrations
WHEN NEW.state IN ('accepted', 'attended', 'no_show') AND OLD.state NOT IN ('accepted', 'attended', 'no_show')
BEGIN
  SELECT RAISE(ABORT, 'capacity') WHERE
    (SELECT count(*) FROM registrations WHERE course_id = NEW.course_id AND state IN ('accepted', 'attended', 'no_show'))
    >= (SELECT capacity FROM courses WHERE id = NEW.course_id);
END;
--> statement-breakpoint
CREATE TRIGGER registrations_fixed BEFORE UPDATE OF course_id, token, number ON registrations
BEGIN
  SELECT RAISE(ABORT, 'a registration keeps its course, number and token');
END;
--> statement-breakpoint
CREATE TRIGGER registration_changes_kept BEFORE UPDATE ON registration_changes
BEGIN
  SELECT RAISE(ABORT, 'history is only added to');
END;
--> statement-breakpoint
CREATE TRIGGER registration_changes_not_deleted BEFORE DELETE ON registration_changes
BEGIN
  SELECT RAISE(ABORT, 'history is only added to');
END;
--> statement-breakpoint
CREATE TRIGGER audit_log_kept BEFORE UPDATE ON audit_log
BEGIN
  SELECT RAISE(ABORT, 'the audit log is only added to');
END;
--> statement-breakpoint
CREATE TRIGGER audit_log_not_deleted BEFORE DELETE ON audit_log
BEGIN
  SELECT RAISE(ABORT, 'the audit log is only added to');
END;
--> statement-breakpoint
CREATE TRIGGER certificates_fixed BEFORE UPDATE ON certificates
WHEN NEW.serial <> OLD.serial OR NEW.registration_id <> OLD.registration_id OR NEW.kind <> OLD.kind
  OR NEW.facts <> OLD.facts OR NEW.issued_at <> OLD.issued_at OR NEW.issued_on <> OLD.issued_on
  OR NEW.language <> OLD.language OR NEW.expires_on IS NOT OLD.expires_on
  OR (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS NOT OLD.revoked_at)
  OR (OLD.voided_at IS NOT NULL AND (NEW.voided_at IS NOT OLD.voided_at OR NEW.valid_from IS NOT OLD.valid_from))
  OR (OLD.valid_from IS NOT NULL AND (NEW.valid_from IS NOT OLD.valid_from OR NEW.voided_at IS NOT NULL))
BEGIN
  SELECT RAISE(ABORT, 'a certificate does not change; it is revoked and reissued');
END;
--> statement-breakpoint
CREATE TRIGGER certificates_not_deleted BEFORE DELETE ON certificates
BEGIN
  SELECT RAISE(ABORT, 'a certificate is not deleted');
END;
--> statement-breakpoint
CREATE TRIGGER attendance_same_course BEFORE INSERT ON attendance
BEGIN
  SELECT RAISE(ABORT, 'session and registration are of different courses') WHERE
    (SELECT course_id FROM sessions WHERE id = NEW.session_id)
    IS NOT (SELECT course_id FROM registrations WHERE id = NEW.registration_id);
  SELECT RAISE(ABORT, 'more minutes than the session has') WHERE
    NEW.minutes > (SELECT minutes FROM sessions WHERE id = NEW.session_id);
END;
--> statement-breakpoint
CREATE TRIGGER attendance_fixed BEFORE UPDATE ON attendance
BEGIN
  SELECT RAISE(ABORT, 'an entry keeps its session and person') WHERE
    NEW.session_id <> OLD.session_id OR NEW.registration_id <> OLD.registration_id;
  SELECT RAISE(ABORT, 'more minutes than the session has') WHERE
    NEW.minutes > (SELECT minutes FROM sessions WHERE id = NEW.session_id);
END;
--> statement-breakpoint
CREATE TRIGGER sessions_within_course_insert BEFORE INSERT ON sessions
BEGIN
  SELECT RAISE(ABORT, 'session outside the course') WHERE NOT EXISTS
    (SELECT 1 FROM courses WHERE id = NEW.course_id AND NEW.day BETWEEN starts_on AND ends_on);
END;
--> statement-breakpoint
CREATE TRIGGER sessions_within_course_update BEFORE UPDATE OF day, course_id ON sessions
BEGIN
  SELECT RAISE(ABORT, 'session outside the course') WHERE NOT EXISTS
    (SELECT 1 FROM courses WHERE id = NEW.course_id AND NEW.day BETWEEN starts_on AND ends_on);
END;
--> statement-breakpoint
CREATE TRIGGER courses_around_sessions BEFORE UPDATE OF starts_on, ends_on ON courses
BEGIN
  SELECT RAISE(ABORT, 'session outside the course') WHERE EXISTS
    (SELECT 1 FROM sessions WHERE course_id = NEW.id
      AND (NEW.starts_on IS NULL OR day < NEW.starts_on OR day > NEW.ends_on));
END;
--> statement-breakpoint
CREATE TRIGGER session_trainers_one_place BEFORE INSERT ON session_trainers
BEGIN
  SELECT RAISE(ABORT, 'trainer in two places') WHERE EXISTS (
    SELECT 1 FROM session_trainers st
      JOIN sessions other ON other.id = st.session_id
      JOIN courses c ON c.id = other.course_id AND c.state <> 'cancelled'
      JOIN sessions this ON this.id = NEW.session_id
    WHERE st.person_id = NEW.person_id AND other.id <> this.id
      AND other.start_instant < this.end_instant AND this.start_instant < other.end_instant);
END;
--> statement-breakpoint
CREATE TRIGGER sessions_trainers_one_place BEFORE UPDATE OF start_instant, end_instant ON sessions
BEGIN
  SELECT RAISE(ABORT, 'trainer in two places') WHERE EXISTS (
    SELECT 1 FROM session_trainers mine
      JOIN session_trainers st ON st.person_id = mine.person_id AND st.session_id <> NEW.id
      JOIN sessions other ON other.id = st.session_id
      JOIN courses c ON c.id = other.course_id AND c.state <> 'cancelled'
    WHERE mine.session_id = NEW.id
      AND other.start_instant < NEW.end_instant AND NEW.start_instant < other.end_instant);
END;
--> statement-breakpoint
CREATE TRIGGER exceptions_kept BEFORE UPDATE OF kind, course_id, registration_id, certificate_id, reason, ground, by_person_id, at ON exceptions
BEGIN
  SELECT RAISE(ABORT, 'stated reasons are only added to');
END;
--> statement-breakpoint
CREATE TRIGGER exceptions_not_deleted BEFORE DELETE ON exceptions
BEGIN
  SELECT RAISE(ABORT, 'stated reasons are only added to');
END;
--> statement-breakpoint
CREATE TRIGGER sessions_minutes_around_roll BEFORE UPDATE OF minutes ON sessions
BEGIN
  SELECT RAISE(ABORT, 'more minutes on the roll than the session has') WHERE EXISTS
    (SELECT 1 FROM attendance WHERE session_id = NEW.id AND minutes > NEW.minutes);
END;
--> statement-breakpoint
CREATE TRIGGER attendance_late_insert BEFORE INSERT ON attendance
WHEN (NEW.state = 'late') <> (NEW.late_minutes > 0)
BEGIN
  SELECT RAISE(ABORT, 'late is by some minutes, nothing else is');
END;
--> statement-breakpoint
CREATE TRIGGER attendance_late_update BEFORE UPDATE ON attendance
WHEN (NEW.state = 'late') <> (NEW.late_minutes > 0)
BEGIN
  SELECT RAISE(ABORT, 'late is by some minutes, nothing else is');
END;
