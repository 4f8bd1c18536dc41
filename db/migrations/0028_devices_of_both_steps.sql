-- A device that became known by the first step alone is not its owner's for sure: where a second step is owed or set up, they show it once more.
DELETE FROM known_devices WHERE account_id IN (
  SELECT account_id FROM passkeys
  UNION SELECT account_id FROM authenticators
  UNION SELECT id FROM accounts WHERE is_administrator
  UNION SELECT a.id FROM accounts a JOIN programme_members m ON m.person_id = a.person_id
);
