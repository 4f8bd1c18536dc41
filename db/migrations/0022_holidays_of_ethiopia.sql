-- Holidays of Ethiopia that the library had on other days or under other names (2026 to 2028), where nobody has touched them.
INSERT OR IGNORE INTO holidays (country, day, name, by_moon)
SELECT 'ET', mended.column1, mended.column2, mended.column3 FROM (VALUES
  ('2026-01-07', '{"own":"en","en":"Ethiopian Christmas (Genna)","fr":"Noël éthiopien (Genna)","ar":"عيد الميلاد (غنّا)"}', 0),
  ('2026-05-01', '{"own":"en","en":"Labour Day","fr":"Fête du travail","ar":"عيد العمال"}', 0),
  ('2026-05-05', '{"own":"en","en":"Patriots'' Victory Day","fr":"Jour de la victoire des patriotes","ar":"يوم انتصار المحاربين الوطنيين"}', 0),
  ('2027-01-07', '{"own":"en","en":"Ethiopian Christmas (Genna)","fr":"Noël éthiopien (Genna)","ar":"عيد الميلاد (غنّا)"}', 0),
  ('2027-05-01', '{"own":"en","en":"Labour Day","fr":"Fête du travail","ar":"عيد العمال"}', 0),
  ('2027-05-05', '{"own":"en","en":"Patriots'' Victory Day","fr":"Jour de la victoire des patriotes","ar":"يوم انتصار المحاربين الوطنيين"}', 0),
  ('2027-09-12', '{"own":"en","en":"Ethiopian New Year (Enkutatash)","fr":"Nouvel An éthiopien (Enkutatash)","ar":"رأس السنة الإثيوبية (إنكوتاتاش)"}', 0),
  ('2027-09-28', '{"own":"en","en":"Finding of the True Cross","fr":"Meskel (invention de la Croix)","ar":"عيد الصليب"}', 0),
  ('2028-01-20', '{"own":"en","en":"Epiphany (Timkat)","fr":"Épiphanie (Timkat)","ar":"عيد الغطاس (تيمكات)"}', 0),
  ('2028-05-01', '{"own":"en","en":"Labour Day","fr":"Fête du travail","ar":"عيد العمال"}', 0),
  ('2028-09-11', '{"own":"en","en":"Ethiopian New Year (Enkutatash)","fr":"Nouvel An éthiopien (Enkutatash)","ar":"رأس السنة الإثيوبية (إنكوتاتاش)"}', 0),
  ('2028-09-27', '{"own":"en","en":"Finding of the True Cross","fr":"Meskel (invention de la Croix)","ar":"عيد الصليب"}', 0)
) AS mended
WHERE EXISTS (
  SELECT 1 FROM holidays WHERE country = 'ET' AND substr(day, 1, 4) = substr(mended.column1, 1, 4)
  AND name IN ('{"own":"en","en":"Christmas Day","fr":"Noël","ar":"عيد الميلاد المجيد"}', '{"own":"en","en":"Day of Lament","fr":"Jour de deuil","ar":"يوم الحداد"}', '{"own":"en","en":"First day of Ramadan","fr":"Premier jour du ramadan","ar":"أول أيام رمضان"}')
);
--> statement-breakpoint
UPDATE holidays SET name = '{"own":"en","en":"Ethiopian Christmas (Genna)","fr":"Noël éthiopien (Genna)","ar":"عيد الميلاد (غنّا)"}', by_moon = 0 WHERE country = 'ET' AND day IN ('2028-01-07') AND name = '{"own":"en","en":"Christmas Day","fr":"Noël","ar":"عيد الميلاد المجيد"}';
--> statement-breakpoint
UPDATE holidays SET name = '{"own":"en","en":"Orthodox Easter","fr":"Pâques orthodoxes","ar":"عيد الفصح (التقويم الشرقي)"}', by_moon = 0 WHERE country = 'ET' AND day IN ('2026-04-12', '2027-05-02', '2028-04-16') AND name = '{"own":"en","en":"Easter Sunday","fr":"Pâques","ar":"عيد الفصح"}';
--> statement-breakpoint
UPDATE holidays SET name = '{"own":"en","en":"Epiphany (Timkat)","fr":"Épiphanie (Timkat)","ar":"عيد الغطاس (تيمكات)"}', by_moon = 0 WHERE country = 'ET' AND day IN ('2026-01-19', '2027-01-19') AND name = '{"own":"en","en":"Epiphany","fr":"Épiphanie","ar":"عيد الغطاس"}';
--> statement-breakpoint
UPDATE holidays SET name = '{"own":"en","en":"Patriots'' Victory Day · Feast of the Sacrifice (Eid al-Adha)","fr":"Jour de la victoire des patriotes · Aïd el-Adha (fête du sacrifice)","ar":"يوم انتصار المحاربين الوطنيين · عيد الأضحى"}', by_moon = 1 WHERE country = 'ET' AND day IN ('2028-05-05') AND name = '{"own":"en","en":"Feast of the Sacrifice (Eid al-Adha)","fr":"Aïd el-Adha (fête du sacrifice)","ar":"عيد الأضحى"}';
--> statement-breakpoint
UPDATE holidays SET name = '{"own":"en","en":"Orthodox Good Friday","fr":"Vendredi saint orthodoxe","ar":"الجمعة العظيمة (التقويم الشرقي)"}', by_moon = 0 WHERE country = 'ET' AND day IN ('2026-04-10', '2027-04-30', '2028-04-14') AND name = '{"own":"en","en":"Good Friday","fr":"Vendredi saint","ar":"الجمعة العظيمة"}';
--> statement-breakpoint
UPDATE holidays SET name = '{"own":"en","en":"Ethiopian New Year (Enkutatash)","fr":"Nouvel An éthiopien (Enkutatash)","ar":"رأس السنة الإثيوبية (إنكوتاتاش)"}', by_moon = 0 WHERE country = 'ET' AND day IN ('2026-09-11') AND name = '{"own":"en","en":"New Year''s Day","fr":"Nouvel An","ar":"رأس السنة الميلادية"}';
--> statement-breakpoint
DELETE FROM holidays WHERE country = 'ET' AND day IN ('2026-01-06', '2027-01-06') AND name = '{"own":"en","en":"Christmas Day","fr":"Noël","ar":"عيد الميلاد المجيد"}';
--> statement-breakpoint
DELETE FROM holidays WHERE country = 'ET' AND day IN ('2026-03-28', '2027-03-28', '2028-03-28') AND name = '{"own":"en","en":"Day of Lament","fr":"Jour de deuil","ar":"يوم الحداد"}';
--> statement-breakpoint
DELETE FROM holidays WHERE country = 'ET' AND day IN ('2028-01-19') AND name = '{"own":"en","en":"Epiphany","fr":"Épiphanie","ar":"عيد الغطاس"}';
--> statement-breakpoint
DELETE FROM holidays WHERE country = 'ET' AND day IN ('2027-09-27', '2028-09-28') AND name = '{"own":"en","en":"Finding of the True Cross","fr":"Meskel (invention de la Croix)","ar":"عيد الصليب"}';
--> statement-breakpoint
DELETE FROM holidays WHERE country = 'ET' AND day IN ('2026-02-18', '2027-02-08', '2028-01-28') AND name = '{"own":"en","en":"First day of Ramadan","fr":"Premier jour du ramadan","ar":"أول أيام رمضان"}';
--> statement-breakpoint
DELETE FROM holidays WHERE country = 'ET' AND day IN ('2027-09-11', '2028-09-12') AND name = '{"own":"en","en":"New Year''s Day","fr":"Nouvel An","ar":"رأس السنة الميلادية"}';
