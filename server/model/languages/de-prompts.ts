/** German prompts of templates, by the English ones that the kinds carry: a prompt that is changed there asks for a new one here. */

/** What a German template puts below its headings. */
export const GERMAN_PROMPTS: Readonly<Record<string, string>> = {
  'Which assets are listed here, and who keeps the list?':
    'Welche Werte (Assets) stehen hier, und wer führt die Liste?',
  'One row an asset: kind, services, owner, place, end of life.':
    'Eine Zeile je Asset: Art, Services, Eigentümer, Ort, Ende der Nutzung.',
  'What is the audit to find out?': 'Was soll das Audit herausfinden?',
  'Which processes, places and period are covered, and which not?':
    'Welche Prozesse, Standorte und welcher Zeitraum gehören dazu, welche nicht?',
  'Which edition, clauses, policies and procedures are the measure?':
    'Welche Ausgabe, Abschnitte, Richtlinien und Verfahren sind der Maßstab?',
  'Who audits which part, and why are they impartial there?':
    'Wer auditiert welchen Teil, und warum ist er dort unparteiisch?',
  'Who is asked?': 'Wer wird befragt?',
  'Interviews, samples, observation, records: which, where?':
    'Gespräche, Stichproben, Beobachtung, Aufzeichnungen: was, wo?',
  'Time, topic, auditor, auditee.': 'Zeit, Thema, Auditor, auditierte Person.',
  'What is read beforehand?': 'Was wird vorher gelesen?',
  'When is the report due, and who receives it?': 'Bis wann liegt der Bericht vor, und wer bekommt ihn?',
  'What is kept confidential?': 'Was bleibt vertraulich?',
  'What is this procedure for?': 'Wozu dient dieses Verfahren?',
  'What do audits measure against?': 'Woran messen Audits?',
  'What do audits cover?': 'Was umfassen Audits?',
  'How often is what audited, and by what is that set?': 'Wie oft wird was auditiert, und wonach richtet sich das?',
  'Interviews, samples, observation, records: which, when?':
    'Gespräche, Stichproben, Beobachtung, Aufzeichnungen: was, wann?',
  'How are auditors chosen, and how is impartiality kept?':
    'Wie werden Auditoren ausgewählt, und wie bleibt die Unparteilichkeit gewahrt?',
  'Who answers for what?': 'Wer ist wofür verantwortlich?',
  'Number the steps; name in each who acts, what is done, which record arises.':
    'Die Schritte nummerieren; in jedem sagen, wer handelt, was getan wird und welche Aufzeichnung entsteht.',
  'Who receives results, and within which time?': 'Wer bekommt die Ergebnisse, und innerhalb welcher Zeit?',
  'How are findings graded and followed up?': 'Wie werden Feststellungen eingestuft und weiterverfolgt?',
  'Which records arise, and where are they kept?': 'Welche Aufzeichnungen entstehen, und wo liegen sie?',
  'What is the programme to show?': 'Was soll das Programm zeigen?',
  'Which processes, clauses and places do the audits cover together?':
    'Welche Prozesse, Abschnitte und Standorte decken die Audits zusammen ab?',
  'Which edition, policies and procedures are the measure?':
    'Welche Ausgabe, Richtlinien und Verfahren sind der Maßstab?',
  'One row an audit: process or clauses, date, auditors, criteria, scope, method, status.':
    'Eine Zeile je Audit: Prozess oder Abschnitte, Datum, Auditoren, Kriterien, Umfang, Methode, Status.',
  'How often is each process audited, and why?': 'Wie oft wird jeder Prozess auditiert, und warum?',
  'Who runs the programme, who audits, and how is impartiality kept?':
    'Wer leitet das Programm, wer auditiert, und wie bleibt die Unparteilichkeit gewahrt?',
  'Why these audits, and this often: importance, changes, earlier results?':
    'Warum diese Audits, und warum so oft: Bedeutung, Änderungen, frühere Ergebnisse?',
  'Link the earlier reports and what is still open.': 'Die früheren Berichte verlinken, und was noch offen ist.',
  'Who receives the reports, and within which time?': 'Wer bekommt die Berichte, und innerhalb welcher Zeit?',
  'What was the audit to find out?': 'Was sollte das Audit herausfinden?',
  'Which processes, places and period were covered?':
    'Welche Prozesse, Standorte und welcher Zeitraum wurden betrachtet?',
  'Which edition, clauses, policies and procedures were the measure?':
    'Welche Ausgabe, Abschnitte, Richtlinien und Verfahren waren der Maßstab?',
  'Who audited which part?': 'Wer hat welchen Teil auditiert?',
  'Who was asked?': 'Wer wurde befragt?',
  'Which interviews, samples and records were used?':
    'Welche Gespräche, Stichproben und Aufzeichnungen wurden genutzt?',
  'What is the result, in a few sentences?': 'Was ist das Ergebnis, in wenigen Sätzen?',
  'One row a finding: clause, statement, evidence, grade, owner, due.':
    'Eine Zeile je Feststellung: Abschnitt, Aussage, Nachweis, Einstufung, Verantwortlicher, Termin.',
  'Does the audited area conform, and does it work?': 'Ist der auditierte Bereich konform, und funktioniert er?',
  'What became of earlier findings?': 'Was wurde aus früheren Feststellungen?',
  'Who receives the report, and when?': 'Wer bekommt den Bericht, und wann?',
  'Where do auditors and auditees not agree?': 'Wo sind Auditoren und Auditierte nicht einig?',
  'Action, owner, due.': 'Maßnahme, Verantwortlicher, Termin.',
  'What is the briefing for?': 'Wozu dient die Unterweisung?',
  'Policy, objectives, services, contribution, implications of not conforming.':
    'Politik, Ziele, Services, eigener Beitrag, Folgen von Abweichungen.',
  'Who took part or confirmed?': 'Wer hat teilgenommen oder bestätigt?',
  'One row a briefing: date, topics, attendees, form.': 'Eine Zeile je Unterweisung: Datum, Themen, Teilnehmer, Form.',
  'Which services and kinds of cost does it cover?': 'Welche Services und Kostenarten umfasst es?',
  'Service, budget, actual, deviation, forecast.': 'Service, Budget, Ist, Abweichung, Prognose.',
  'Where does it depart, why, and what follows?': 'Wo weicht es ab, warum, und was folgt daraus?',
  'What was decided?': 'Was wurde entschieden?',
  'Which services and resources does the plan cover?': 'Welche Services und Ressourcen umfasst der Plan?',
  'Which people, technology, information and money are needed?':
    'Welche Menschen, Technik, Informationen und Mittel werden gebraucht?',
  'What is there, and how far is it used?': 'Was ist da, und wie weit ist es ausgelastet?',
  'What will be needed, when?': 'Was wird gebraucht werden, und wann?',
  'What do agreed levels, availability and continuity ask for?':
    'Was verlangen vereinbarte Werte, Verfügbarkeit und Kontinuität?',
  'From which value, and when, is capacity changed?': 'Ab welchem Wert, und wann, wird die Kapazität geändert?',
  'What does it cost?': 'Was kostet es?',
  'How is use followed, and by whom?': 'Wie wird die Nutzung verfolgt, und durch wen?',
  'What is this policy for?': 'Wozu dient diese Richtlinie?',
  'To which services and people does it apply?': 'Für welche Services und Personen gilt sie?',
  'Which service components and other items change only under control?':
    'Welche Servicekomponenten und anderen Elemente werden nur gesteuert geändert?',
  'Which categories are there, emergency change among them, and how is each handled?':
    'Welche Kategorien gibt es, darunter Notfalländerungen, und wie wird jede behandelt?',
  'When could a change have a major impact on customers or services?':
    'Wann könnte eine Änderung große Auswirkungen auf Kunden oder Services haben?',
  'Who may approve which category?': 'Wer darf welche Kategorie genehmigen?',
  'When may changes not go in?': 'Wann dürfen Änderungen nicht umgesetzt werden?',
  'When, and by whom, is it reviewed?': 'Wann und durch wen wird sie überprüft?',
  'What is changed?': 'Was wird geändert?',
  'Why is it changed, and who gains by it?': 'Warum wird es geändert, und wem nützt es?',
  'Which services, customers, plans, capacity, availability, continuity and security does it touch?':
    'Welche Services, Kunden, Pläne, Kapazität, Verfügbarkeit, Kontinuität und Sicherheit berührt es?',
  'What may go wrong, and how likely is it?': 'Was kann schiefgehen, und wie wahrscheinlich ist das?',
  'Step, who, when.': 'Schritt, wer, wann.',
  'How is it tested before and after?': 'Wie wird vorher und nachher getestet?',
  'How is it reversed or remedied when it fails?': 'Wie wird sie zurückgenommen oder behoben, wenn sie scheitert?',
  'Who approved it, and when?': 'Wer hat sie genehmigt, und wann?',
  'Did it work, and what is left to do?': 'Hat es funktioniert, und was bleibt zu tun?',
  'One row a change.': 'Eine Zeile je Änderung.',
  'What is this plan for?': 'Wozu dient dieser Plan?',
  'One row a communication: what, when, to whom, how, who.': 'Eine Zeile je Mitteilung: was, wann, an wen, wie, wer.',
  'Which channels are there, and for what?': 'Welche Kanäle gibt es, und wofür?',
  'Who answers for communication?': 'Wer ist für die Kommunikation verantwortlich?',
  'Which roles and people does it cover?': 'Welche Rollen und Personen umfasst sie?',
  'What does each level mean?': 'Was bedeutet jede Stufe?',
  'Role, competence, level.': 'Rolle, Kompetenz, Stufe.',
  'Person, role, competence, required, actual, gap, evidence, assessed by and on.':
    'Person, Rolle, Kompetenz, Soll, Ist, Lücke, Nachweis, bewertet durch und am.',
  'Gap, action, owner, due.': 'Lücke, Maßnahme, Verantwortlicher, Termin.',
  'From whom, and about what, are complaints handled?': 'Von wem, und worüber, werden Beschwerden bearbeitet?',
  'What counts as a complaint, agreed with the customer?': 'Was gilt, mit dem Kunden vereinbart, als Beschwerde?',
  'How do complaints come in, and who records them?': 'Wie kommen Beschwerden an, und wer nimmt sie auf?',
  'Who answers for complaints?': 'Wer ist für Beschwerden verantwortlich?',
  'Number the steps; name in each who acts, and within which time.':
    'Die Schritte nummerieren; in jedem sagen, wer handelt und innerhalb welcher Zeit.',
  'To whom, and when, does a complaint go that gets stuck?':
    'An wen, und wann, geht eine Beschwerde, die stecken bleibt?',
  'When is a complaint settled, and who says so?': 'Wann ist eine Beschwerde erledigt, und wer sagt das?',
  'Who is told of complaints and trends, and when?': 'Wer erfährt von Beschwerden und Trends, und wann?',
  'Which records arise?': 'Welche Aufzeichnungen entstehen?',
  'What is the complaint about?': 'Worum geht es in der Beschwerde?',
  'What was found?': 'Was wurde festgestellt?',
  'What was done, by whom, when?': 'Was wurde getan, von wem, wann?',
  'Did it escalate, and to whom?': 'Wurde eskaliert, und an wen?',
  'When was it settled, and did the customer agree?': 'Wann wurde sie erledigt, und war der Kunde einverstanden?',
  'One row a complaint.': 'Eine Zeile je Beschwerde.',
  'Which items are recorded here, and who keeps them?': 'Welche Elemente stehen hier, und wer pflegt sie?',
  'Which types of item are there, and what is recorded of each?':
    'Welche Arten von Elementen gibt es, und was wird von jeder festgehalten?',
  'One row an item: id, type, description, relationships, status.':
    'Eine Zeile je Element: Kennung, Art, Beschreibung, Beziehungen, Status.',
  'When were the records compared with reality, with which deficiencies and actions?':
    'Wann wurden die Aufzeichnungen mit der Wirklichkeit verglichen, mit welchen Mängeln und Maßnahmen?',
  'What is looked at, and how often?': 'Was wird betrachtet, und wie oft?',
  'One row an issue: internal or external, effect, action, owner.':
    'Eine Zeile je Thema: intern oder extern, Auswirkung, Maßnahme, Verantwortlicher.',
  'Which issues come from outside?': 'Welche Themen kommen von außen?',
  'Which issues come from inside?': 'Welche Themen kommen von innen?',
  'Is climate change a relevant issue, and why or why not?':
    'Ist der Klimawandel ein relevantes Thema, und warum oder warum nicht?',
  'What follows for the system?': 'Was folgt daraus für das System?',
  'What was played through?': 'Was wurde durchgespielt?',
  'Who took part?': 'Wer hat teilgenommen?',
  'Target and result.': 'Ziel und Ergebnis.',
  'What did not work?': 'Was hat nicht funktioniert?',
  'Does the plan work?': 'Funktioniert der Plan?',
  'Which nonconformity does it answer?': 'Auf welche Abweichung antwortet sie?',
  'Why did it happen?': 'Warum ist es geschehen?',
  'By what, when and by whom is it seen that the action worked?':
    'Woran, wann und durch wen zeigt sich, dass die Maßnahme gewirkt hat?',
  'One row an action: nonconformity, action, owner, due, done, effectiveness.':
    'Eine Zeile je Maßnahme: Abweichung, Maßnahme, Verantwortlicher, Termin, erledigt, Wirksamkeit.',
  'Who is listed here, and who keeps the list?': 'Wer steht hier, und wer führt die Liste?',
  'One row a customer: services, relationship manager, review interval, last and next review.':
    'Eine Zeile je Kunde: Services, Ansprechpartner, Abstand der Reviews, letztes und nächstes Review.',
  'Who else has a stake in the services?': 'Wer ist sonst noch von den Services betroffen?',
  'Who cares for which customer, and how does one keep in touch?':
    'Wer betreut welchen Kunden, und wie bleibt man in Kontakt?',
  'How was it found out?': 'Wie wurde es ermittelt?',
  'Who was asked, how many answered, and do they stand for the others?':
    'Wer wurde gefragt, wie viele haben geantwortet, und stehen sie für die anderen?',
  'What did they say?': 'Was haben sie gesagt?',
  'What does it mean, compared with earlier?': 'Was bedeutet es, verglichen mit früher?',
  'Who was told of result and actions?': 'Wer hat Ergebnis und Maßnahmen erfahren?',
  'Which documents and records does it cover?': 'Welche Dokumente und Aufzeichnungen umfasst es?',
  'How are documents made, checked and released?': 'Wie werden Dokumente erstellt, geprüft und freigegeben?',
  'How are documents named, numbered and versioned?':
    'Wie werden Dokumente benannt, nummeriert und mit Versionen versehen?',
  'How are documents changed, and how does one see it?': 'Wie werden Dokumente geändert, und woran erkennt man es?',
  'Where are documents, and who may see and change them?': 'Wo liegen Dokumente, und wer darf sie sehen und ändern?',
  'How long are records kept, and what then?': 'Wie lange werden Aufzeichnungen aufbewahrt, und was geschieht danach?',
  'How are obsolete documents kept from use?': 'Wie wird verhindert, dass veraltete Dokumente benutzt werden?',
  'How are documents from outside identified and controlled?': 'Wie werden Dokumente von außen erkannt und gesteuert?',
  'Number the steps; name in each who acts.': 'Die Schritte nummerieren; in jedem sagen, wer handelt.',
  'What is listed here, and who keeps it?': 'Was steht hier, und wer führt die Liste?',
  'One row a document: id, title, version, status, owner, approver, next review, location.':
    'Eine Zeile je Dokument: Kennung, Titel, Version, Status, Eigentümer, Freigebender, nächste Prüfung, Ablageort.',
  'Record, place, retention.': 'Aufzeichnung, Ort, Aufbewahrung.',
  'Document, source, version.': 'Dokument, Quelle, Version.',
  'What is this guideline for?': 'Wozu dient dieser Leitfaden?',
  'For whom and where does it apply?': 'Für wen und wo gilt er?',
  'What is recommended, and why?': 'Was wird empfohlen, und warum?',
  'How does it look when it is done well?': 'Wie sieht es aus, wenn es gut gemacht ist?',
  'What is recorded here, and by whom?': 'Was wird hier festgehalten, und von wem?',
  'By which criteria are improvements weighed, and what do the priorities mean?':
    'Nach welchen Kriterien werden Verbesserungen gewichtet, und was bedeuten die Prioritäten?',
  'One row an improvement.': 'Eine Zeile je Verbesserung.',
  'What is finished, with its result?': 'Was ist abgeschlossen, mit seinem Ergebnis?',
  'What was decided against, and why?': 'Was wurde abgelehnt, und warum?',
  'What happened, and whom does it affect?': 'Was ist geschehen, und wen betrifft es?',
  'When was what done, by whom?': 'Wann wurde was getan, von wem?',
  'How was it solved?': 'Wie wurde es gelöst?',
  'One row an incident.': 'Eine Zeile je Störung.',
  'To whom and to what does it apply?': 'Für wen und wofür gilt sie?',
  'What is to be protected, and how far?': 'Was soll geschützt werden, und wie weit?',
  'Which service requirements, laws and contracts are taken into account?':
    'Welche Serviceanforderungen, Gesetze und Verträge werden berücksichtigt?',
  'What holds? One rule a sentence.': 'Was gilt? Eine Regel je Satz.',
  'How is the policy made known to staff, customers, users, suppliers and other parties?':
    'Wie erfahren Mitarbeiter, Kunden, Anwender, Lieferanten und andere von der Richtlinie?',
  'What follows when it is not kept?': 'Was folgt, wenn sie nicht eingehalten wird?',
  'Who is listed here, and how often is the list reviewed?': 'Wer steht hier, und wie oft wird die Liste überprüft?',
  'One row a party: requirement, relevant or not, how met, last review.':
    'Eine Zeile je Partei: Anforderung, relevant oder nicht, wie erfüllt, letzte Prüfung.',
  'Which questions do the measures answer?': 'Welche Fragen beantworten die Kennzahlen?',
  'One row a measure: name, process or service, formula, unit, target, source, frequency, owner.':
    'Eine Zeile je Kennzahl: Name, Prozess oder Service, Formel, Einheit, Zielwert, Quelle, Häufigkeit, Verantwortlicher.',
  'How is the value worked out?': 'Wie wird der Wert berechnet?',
  'Comparator, number, unit, period.': 'Vergleich, Zahl, Einheit, Zeitraum.',
  'Where do the data come from, and who collects them?': 'Woher kommen die Daten, und wer erhebt sie?',
  'Period, value, target, action.': 'Zeitraum, Wert, Zielwert, Maßnahme.',
  'Who evaluates the results, when, and who is told?': 'Wer bewertet die Ergebnisse, wann, und wer erfährt davon?',
  'Which services does it cover?': 'Welche Services umfasst es?',
  'When is an incident a major one, and who says so?': 'Wann ist eine Störung schwerwiegend, und wer sagt das?',
  'Who leads, who works, who speaks?': 'Wer leitet, wer arbeitet, wer spricht?',
  'Who is told what, and when? Top management too.': 'Wer erfährt was, und wann? Auch die oberste Leitung.',
  'Number the steps; name in each who acts, what is done, and within which time.':
    'Die Schritte nummerieren; in jedem sagen, wer handelt, was getan wird und innerhalb welcher Zeit.',
  'Who reports, who reviews, within which time?': 'Wer berichtet, wer wertet aus, innerhalb welcher Zeit?',
  'What happened, in a few sentences?': 'Was ist geschehen, in wenigen Sätzen?',
  'Whom and what did it hit, for how long?': 'Wen und was hat es getroffen, und wie lange?',
  'Time, event, actor.': 'Zeit, Ereignis, wer.',
  'Who was told what, and when? Top management too.': 'Wer hat was erfahren, und wann? Auch die oberste Leitung.',
  'What went well, what did not?': 'Was lief gut, was nicht?',
  'Name and function of everybody who took part.': 'Name und Funktion aller, die teilgenommen haben.',
  'Who was missing?': 'Wer fehlte?',
  'One row an input, with what was seen.': 'Eine Zeile je Eingabe, mit dem, was gesehen wurde.',
  'What became of earlier actions?': 'Was wurde aus früheren Maßnahmen?',
  'What changed inside and outside?': 'Was hat sich innen und außen geändert?',
  'How do nonconformities and corrective actions develop?': 'Wie entwickeln sich Abweichungen und Korrekturmaßnahmen?',
  'How do the measures develop?': 'Wie entwickeln sich die Kennzahlen?',
  'What did audits find?': 'Was haben Audits ergeben?',
  'What could be better?': 'Was könnte besser sein?',
  'What did customers and other parties say?': 'Was haben Kunden und andere gesagt?',
  'Are the policies kept, and do they still fit?': 'Werden die Richtlinien eingehalten, und passen sie noch?',
  'How far are the objectives reached?': 'Wie weit sind die Ziele erreicht?',
  'How do the services perform?': 'Wie laufen die Services?',
  'How do suppliers and other parties perform?': 'Wie arbeiten Lieferanten und andere Beteiligte?',
  'Which people, technology, information and money are there and needed?':
    'Welche Menschen, Technik, Informationen und Mittel sind da und werden gebraucht?',
  'What do the risk assessments show, and did the actions work?':
    'Was zeigen die Risikobeurteilungen, und haben die Maßnahmen gewirkt?',
  'Which changes could affect the system and the services?':
    'Welche Änderungen könnten das System und die Services betreffen?',
  'Is the system suitable, adequate and effective? Does it conform to the plan and to the standard?':
    'Ist das System geeignet, angemessen und wirksam? Entspricht es dem Plan und der Norm?',
  'What was decided on improvement and on changes to the system and the services?':
    'Was wurde zu Verbesserungen und zu Änderungen am System und an den Services entschieden?',
  'When does the next review take place?': 'Wann findet die nächste Bewertung statt?',
  'What was talked about?': 'Worüber wurde gesprochen?',
  'What was decided, and by whom?': 'Was wurde entschieden, und von wem?',
  'When does one meet again?': 'Wann trifft man sich wieder?',
  'What does not conform, and to which requirement?': 'Was weicht ab, und von welcher Anforderung?',
  'What shows it?': 'Woran zeigt es sich?',
  'What was put right at once, and which consequences were dealt with?':
    'Was wurde sofort berichtigt, und welche Folgen wurden behandelt?',
  'Does the same happen, or could it, elsewhere?': 'Geschieht dasselbe anderswo, oder könnte es?',
  'One row a nonconformity.': 'Eine Zeile je Abweichung.',
  'Which internal parties agree?': 'Welche internen Parteien vereinbaren etwas?',
  'Which services does it support?': 'Welche Services unterstützt sie?',
  'Measure, comparator, number, unit, period.': 'Kennzahl, Vergleich, Zahl, Einheit, Zeitraum.',
  'What else is promised?': 'Was wird noch zugesagt?',
  'What does each side do?': 'Was tut jede Seite?',
  'Where does the work of both sides meet, and who speaks to whom?':
    'Wo treffen sich die Arbeiten beider Seiten, und wer spricht mit wem?',
  'What is reported to whom, and how often?': 'Was wird an wen berichtet, und wie oft?',
  'How often does one review the agreement?': 'Wie oft wird die Vereinbarung überprüft?',
  'Name, function and date for each side.': 'Name, Funktion und Datum für jede Seite.',
  'One row a person: name, e-mail, roles, from, to, line manager, employer.':
    'Eine Zeile je Person: Name, E-Mail, Rollen, von, bis, Vorgesetzte, Arbeitgeber.',
  'Which role is held by whom, since when, and who stands in?':
    'Welche Rolle hat wer inne, seit wann, und wer vertritt?',
  'What is the plan to reach?': 'Was soll der Plan erreichen?',
  'What does the plan cover, and what not?': 'Was umfasst der Plan, was nicht?',
  'What happens when?': 'Was geschieht wann?',
  'Which people, money and technology does it take?': 'Welche Menschen, Mittel und Technik braucht es?',
  'What may get in the way, and what then?': 'Was kann dazwischenkommen, und was dann?',
  'How, and how often, is progress looked at?': 'Wie, und wie oft, wird auf den Fortschritt geschaut?',
  'Who grants exceptions, for how long, and where are they kept?':
    'Wer gewährt Ausnahmen, für wie lange, und wo werden sie festgehalten?',
  'How is it checked, and what follows when it is not kept?':
    'Wie wird es geprüft, und was folgt, wenn es nicht eingehalten wird?',
  'What is the problem, and which incidents does it cause?': 'Was ist das Problem, und welche Störungen verursacht es?',
  'Why does it happen?': 'Warum geschieht es?',
  'What is known, and how does one get round it?': 'Was ist bekannt, und wie kommt man darum herum?',
  'How is it solved for good?': 'Wie wird es dauerhaft gelöst?',
  'Did it work?': 'Hat es gewirkt?',
  'One row a problem.': 'Eine Zeile je Problem.',
  'What is this procedure for, and which process does it serve?': 'Wozu dient dieses Verfahren, und welchem Prozess?',
  'Which cases does it cover, and which not?': 'Welche Fälle umfasst es, welche nicht?',
  'What has to be there before the first step?': 'Was muss vor dem ersten Schritt da sein?',
  'What starts it?': 'Womit beginnt es?',
  'Number the steps; name in each who acts, what is done, which record arises and within which time.':
    'Die Schritte nummerieren; in jedem sagen, wer handelt, was getan wird, welche Aufzeichnung entsteht und innerhalb welcher Zeit.',
  'What is done when the usual way does not work, and who decides?':
    'Was wird getan, wenn der übliche Weg nicht geht, und wer entscheidet?',
  'What is measured, if anything?': 'Was wird gemessen, wenn überhaupt?',
  'What is this process to achieve, and for whom?': 'Was soll dieser Prozess erreichen, und für wen?',
  'Which services, places and cases are covered, and which are not?':
    'Welche Services, Standorte und Fälle gehören dazu, welche nicht?',
  'Which rules hold here?': 'Welche Regeln gelten hier?',
  'What starts this process?': 'Was stößt diesen Prozess an?',
  'What does it work on, and from whom does that come?': 'Womit arbeitet er, und von wem kommt das?',
  'What is done, in which order?': 'Was wird getan, in welcher Reihenfolge?',
  'What does it produce, and who receives that?': 'Was bringt er hervor, und wer bekommt es?',
  'Which processes does it give to and take from?': 'Welchen Prozessen gibt er etwas, von welchen nimmt er?',
  'Measure, target, source, interval and who evaluates it.':
    'Kennzahl, Zielwert, Quelle, Abstand, und wer sie bewertet.',
  'Which tools are used?': 'Welche Werkzeuge werden benutzt?',
  'What may go wrong, and what is done about it?': 'Was kann schiefgehen, und was wird dagegen getan?',
  'Who is told what, and when?': 'Wer erfährt was, und wann?',
  'Link the procedures by which the process is carried out.':
    'Die Verfahren verlinken, nach denen der Prozess ausgeführt wird.',
  'How, and how often, is the process reviewed and improved?':
    'Wie, und wie oft, wird der Prozess überprüft und verbessert?',
  'Which processes and activities does it cover?': 'Welche Prozesse und Tätigkeiten umfasst sie?',
  'What does each letter mean?': 'Was bedeutet jeder Buchstabe?',
  'One row an activity; exactly one accountable, at least one responsible.':
    'Eine Zeile je Tätigkeit; genau eine rechenschaftspflichtige Rolle, mindestens eine ausführende.',
  'Which roles stand in the columns, and where are they described?':
    'Welche Rollen stehen in den Spalten, und wo sind sie beschrieben?',
  'What does it bring?': 'Was bringt es?',
  'Which changes, known errors and problems does it belong to?':
    'Zu welchen Änderungen, bekannten Fehlern und Problemen gehört es?',
  'What has it to meet before it is deployed?': 'Was muss es erfüllen, bevor es ausgerollt wird?',
  'When, where and how is it deployed?': 'Wann, wo und wie wird es ausgerollt?',
  'Where is the state before the deployment kept?': 'Wo wird der Zustand vor der Einführung aufbewahrt?',
  'Did it work, and which incidents followed?': 'Hat es funktioniert, und welche Störungen folgten?',
  'One row a release.': 'Eine Zeile je Release.',
  'How are risks found, weighed and treated?': 'Wie werden Risiken gefunden, gewichtet und behandelt?',
  'From which score is a risk no longer accepted, and who decides?':
    'Ab welchem Wert wird ein Risiko nicht mehr akzeptiert, und wer entscheidet?',
  'One row a risk: category, effect on customers, likelihood, impact, score, treatment, owner, due.':
    'Eine Zeile je Risiko: Kategorie, Wirkung auf Kunden, Wahrscheinlichkeit, Auswirkung, Wert, Behandlung, Verantwortlicher, Termin.',
  'One row an opportunity.': 'Eine Zeile je Chance.',
  'What is no longer open, and why?': 'Was ist nicht mehr offen, und warum?',
  'What is this role for?': 'Wozu gibt es diese Rolle?',
  'What does the role have to do?': 'Was hat die Rolle zu tun?',
  'What may the role decide alone?': 'Was darf die Rolle allein entscheiden?',
  'Which knowledge, skills and experience does it take, and at which level?':
    'Welche Kenntnisse, Fähigkeiten und Erfahrungen braucht es, und auf welcher Stufe?',
  'To whom does the role report?': 'Wem ist die Rolle unterstellt?',
  'Who holds the role, since when, and who stands in?': 'Wer hat die Rolle inne, seit wann, und wer vertritt?',
  'Who stands in?': 'Wer vertritt?',
  'Which service management objectives does the role serve, and how?':
    'Welchen Zielen des Service-Managements dient die Rolle, und wie?',
  'With which roles and parties does it work?': 'Mit welchen Rollen und Parteien arbeitet sie?',
  'How does one see that the role is filled well?': 'Woran sieht man, dass die Rolle gut ausgefüllt wird?',
  'The SMS of … supporting the provision of … to … from …': 'Das SMS von … zur Erbringung von … für … aus …',
  'Which legal entity and units manage and deliver the services?':
    'Welche juristische Person und welche Einheiten managen und erbringen die Services?',
  'Name each service as it is named in the catalogue.': 'Jeden Service so nennen, wie er im Katalog heißt.',
  'Which services are not covered, and why?': 'Welche Services gehören nicht dazu, und warum?',
  'From which places are the services delivered?': 'Von welchen Standorten aus werden die Services erbracht?',
  'To whom are the services delivered?': 'Für wen werden die Services erbracht?',
  'With which technology are the services delivered?': 'Mit welcher Technik werden die Services erbracht?',
  'Which issues, parties and needs were weighed?': 'Welche Themen, Parteien und Bedürfnisse wurden abgewogen?',
  'What lies at the border, and who answers for it?': 'Was liegt an der Grenze, und wer ist dafür verantwortlich?',
  'Which services and risks are covered?': 'Welche Services und Risiken gehören dazu?',
  'One row a control: risk, state, owner, review.': 'Eine Zeile je Maßnahme: Risiko, Stand, Verantwortlicher, Prüfung.',
  'Which types, how many, which impact, and what follows?':
    'Welche Arten, wie viele, welche Auswirkung, und was folgt daraus?',
  'Do the controls work, and how is that seen?': 'Wirken die Maßnahmen, und woran sieht man das?',
  'For whom is the catalogue, and who keeps it?': 'Für wen ist der Katalog, und wer pflegt ihn?',
  'One row or one section a service: description, intended outcome, dependencies, owner, SLA.':
    'Eine Zeile oder ein Abschnitt je Service: Beschreibung, gewünschtes Ergebnis, Abhängigkeiten, Verantwortlicher, SLA.',
  'Which services carry others?': 'Welche Services tragen andere?',
  'Which service depends on which?': 'Welcher Service hängt von welchem ab?',
  'What is to come, and what is gone?': 'Was kommt noch, und was gibt es nicht mehr?',
  'Which services and events does it cover?': 'Welche Services und Ereignisse umfasst er?',
  'When is it invoked, and who may do so?': 'Wann wird er ausgelöst, und wer darf das?',
  'Which availability holds while the plan is invoked?': 'Welche Verfügbarkeit gilt, während der Plan ausgelöst ist?',
  'What has to be recovered, in which order, within which time, with what?':
    'Was muss wiederhergestellt werden, in welcher Reihenfolge, innerhalb welcher Zeit, womit?',
  'How, and by whose word, does one return to normal working?':
    'Wie, und auf wessen Wort, kehrt man zum normalen Betrieb zurück?',
  'Who answers for what while the plan is invoked?': 'Wer ist wofür verantwortlich, während der Plan ausgelöst ist?',
  'Name, function, number, deputy.': 'Name, Funktion, Nummer, Vertretung.',
  'Where are plan, contact lists and configuration data when the office is not reachable?':
    'Wo liegen Plan, Kontaktlisten und Konfigurationsdaten, wenn das Büro nicht erreichbar ist?',
  'How often, and after which changes, is it tested, with which result?':
    'Wie oft, und nach welchen Änderungen, wird er getestet, mit welchem Ergebnis?',
  'Which events is it prepared for?': 'Auf welche Ereignisse ist er vorbereitet?',
  'From which policy and requirements are the objectives derived?':
    'Aus welcher Politik und welchen Anforderungen sind die Ziele abgeleitet?',
  'One row an objective: measure, baseline, target, owner, due, resources, actions, evaluation.':
    'Eine Zeile je Ziel: Kennzahl, Ausgangswert, Zielwert, Verantwortlicher, Termin, Ressourcen, Maßnahmen, Bewertung.',
  'Action, resources, owner, due, evaluation.': 'Maßnahme, Ressourcen, Verantwortlicher, Termin, Bewertung.',
  'How, when and by whom are results evaluated?': 'Wie, wann und durch wen werden die Ergebnisse bewertet?',
  'What is the plan for?': 'Wozu dient der Plan?',
  'Which services, organization and places does the plan cover?':
    'Welche Services, welche Organisation und welche Standorte umfasst der Plan?',
  'Which objectives and requirements are to be met?': 'Welche Ziele und Anforderungen sind zu erfüllen?',
  'List the services, or link the catalogue.': 'Die Services aufzählen oder den Katalog verlinken.',
  'Which processes are carried out, and how do they fit together?':
    'Welche Prozesse werden ausgeführt, und wie greifen sie ineinander?',
  'Which limits affect the system or the services?': 'Welche Grenzen betreffen das System oder die Services?',
  'Which policies, standards, laws and contracts apply, and how?':
    'Welche Richtlinien, Normen, Gesetze und Verträge gelten, und wie?',
  'Who answers for what, and may decide what?': 'Wer ist wofür verantwortlich, und wer darf was entscheiden?',
  'Which other parties take part, and how are they steered?':
    'Welche anderen Parteien wirken mit, und wie werden sie gesteuert?',
  'Which technology supports the system?': 'Welche Technik unterstützt das System?',
  'How is effectiveness measured, audited, reported and improved?':
    'Wie wird die Wirksamkeit gemessen, auditiert, berichtet und verbessert?',
  'How are risks and opportunities found, assessed and dealt with?':
    'Wie werden Risiken und Chancen gefunden, beurteilt und behandelt?',
  'How do processes and projects fit together?': 'Wie greifen Prozesse und Projekte ineinander?',
  'Which other plans belong to this one?': 'Welche anderen Pläne gehören zu diesem?',
  'When, and by whom, is the plan reviewed?': 'Wann und durch wen wird der Plan überprüft?',
  'What is the organization for, and what is service management to do for it?':
    'Wozu gibt es die Organisation, und was soll das Service-Management für sie leisten?',
  'To which services, units and people does it apply?': 'Für welche Services, Einheiten und Personen gilt sie?',
  'From what are the service management objectives derived, and how are they set and followed?':
    'Woraus werden die Ziele des Service-Managements abgeleitet, und wie werden sie gesetzt und verfolgt?',
  'Commit to meeting the requirements that apply, and to continual improvement of the SMS and the services.':
    'Zusagen, die geltenden Anforderungen zu erfüllen und das SMS und die Services fortlaufend zu verbessern.',
  'How are the SMS and the services made better?': 'Wie werden das SMS und die Services besser?',
  'Who answers for the policy and for what it asks?':
    'Wer ist für die Politik verantwortlich und für das, was sie verlangt?',
  'How is the policy made known inside, and to whom outside is it given?':
    'Wie wird die Politik intern bekannt gemacht, und wer außerhalb bekommt sie?',
  'When, and by whom, is the policy reviewed?': 'Wann und durch wen wird die Politik überprüft?',
  'Name, function and date.': 'Name, Funktion und Datum.',
  'What is this report for, for whom, and from which data?':
    'Wozu dient dieser Bericht, für wen, und aus welchen Daten?',
  'The period in a few sentences.': 'Der Zeitraum in wenigen Sätzen.',
  'Measure, target, result, previous, action.': 'Kennzahl, Zielwert, Ergebnis, Vorwert, Maßnahme.',
  'Which targets were missed, and why?': 'Welche Zielwerte wurden verfehlt, und warum?',
  'How much was asked, against the agreed limits?': 'Wie viel wurde abgerufen, gemessen an den vereinbarten Grenzen?',
  'Which major incidents, changes and releases were there, and what followed?':
    'Welche schwerwiegenden Störungen, Änderungen und Releases gab es, und was folgte?',
  'Where is it going, compared with earlier periods?': 'Wohin entwickelt es sich, verglichen mit früheren Zeiträumen?',
  'What do customers think?': 'Was denken die Kunden?',
  'Decision or action, owner, due.': 'Entscheidung oder Maßnahme, Verantwortlicher, Termin.',
  'Which service is it about, and whose needs?': 'Um welchen Service geht es, und um wessen Bedarf?',
  'One row a requirement: statement, source, priority, how met.':
    'Eine Zeile je Anforderung: Aussage, Quelle, Priorität, wie erfüllt.',
  'Which availability, capacity, continuity and security are needed?':
    'Welche Verfügbarkeit, Kapazität, Kontinuität und Sicherheit werden gebraucht?',
  'What do laws and contracts ask for?': 'Was verlangen Gesetze und Verträge?',
  'Name, function and side of everybody who took part.': 'Name, Funktion und Seite aller, die teilgenommen haben.',
  'Target and result, service by service.': 'Zielwert und Ergebnis, Service für Service.',
  'Do services or their scope change? Say so too where nothing does.':
    'Ändern sich Services oder ihr Umfang? Auch sagen, wenn sich nichts ändert.',
  'Does the agreement change? Say so too where nothing does.':
    'Ändert sich die Vereinbarung? Auch sagen, wenn sich nichts ändert.',
  'Does the contract change? Say so too where there is none or nothing does.':
    'Ändert sich der Vertrag? Auch sagen, wenn es keinen gibt oder sich nichts ändert.',
  'What changes at the customer, and what follows?': 'Was ändert sich beim Kunden, und was folgt daraus?',
  'What was reached?': 'Was wurde erreicht?',
  'What went wrong?': 'Was ging schief?',
  'What does the customer think, and which complaints were there?':
    'Was denkt der Kunde, und welche Beschwerden gab es?',
  'What was decided, and which change request follows?': 'Was wurde entschieden, und welcher Änderungsantrag folgt?',
  'Which service is introduced, changed, removed or transferred?':
    'Welcher Service wird eingeführt, geändert, eingestellt oder übertragen?',
  'Link the service requirements.': 'Die Serviceanforderungen verlinken.',
  'Who answers for design, build and transition?': 'Wer ist für Entwurf, Aufbau und Überführung verantwortlich?',
  'Activity, who, when; other parties too.': 'Tätigkeit, wer, wann; auch andere Parteien.',
  'On which other services does it depend?': 'Von welchen anderen Services hängt er ab?',
  'What is tested, by whom, when?': 'Was wird getestet, von wem, wann?',
  'What has it to meet before it is live?': 'Was muss er erfüllen, bevor er in Betrieb geht?',
  'What is it to bring, in numbers?': 'Was soll er bringen, in Zahlen?',
  'What does it do to the system, other services, planned changes, customers and users?':
    'Wie wirkt er auf das System, andere Services, geplante Änderungen, Kunden und Anwender?',
  'Who is told and trained, and when?': 'Wer wird informiert und geschult, und wann?',
  'What may go wrong, and what then?': 'Was kann schiefgehen, und was dann?',
  'When, and what becomes of data, documents, knowledge and components?':
    'Wann, und was wird aus Daten, Dokumenten, Wissen und Komponenten?',
  'Who agrees with whom?': 'Wer vereinbart mit wem?',
  'Which services are provided?': 'Welche Services werden erbracht?',
  'When are the services available and supported, and when maintained?':
    'Wann sind die Services verfügbar und betreut, und wann werden sie gewartet?',
  'Measure, comparator, number, unit, period, how measured.':
    'Kennzahl, Vergleich, Zahl, Einheit, Zeitraum, wie gemessen.',
  'How much may be asked: users, requests, volumes?': 'Wie viel darf abgerufen werden: Anwender, Anfragen, Mengen?',
  'When do the targets not apply?': 'Wann gelten die Zielwerte nicht?',
  'What has each side to do?': 'Was hat jede Seite zu tun?',
  'Whom does one ask, and who is next?': 'An wen wendet man sich, und wer ist der Nächste?',
  'How often does one review services and agreement together?':
    'Wie oft werden Services und Vereinbarung gemeinsam überprüft?',
  'What holds for continuity and security?': 'Was gilt für Kontinuität und Sicherheit?',
  'How is the agreement changed?': 'Wie wird die Vereinbarung geändert?',
  'How long does it hold, and how does it end?': 'Wie lange gilt sie, und wie endet sie?',
  'What follows when a target is missed?': 'Was folgt, wenn ein Zielwert verfehlt wird?',
  'Which services, components or processes does the supplier provide or run?':
    'Welche Services, Komponenten oder Prozesse stellt der Lieferant bereit oder betreibt er?',
  'Which requirements has the supplier to meet?': 'Welche Anforderungen hat der Lieferant zu erfüllen?',
  'Who answers for what, and may decide what, on each side?':
    'Wer ist auf jeder Seite wofür verantwortlich, und wer darf was entscheiden?',
  'Where does the work of both sides meet?': 'Wo treffen sich die Arbeiten beider Seiten?',
  'How, and how often, are performance and contract reviewed?':
    'Wie, und wie oft, werden Leistung und Vertrag überprüft?',
  'What holds for security and data protection?': 'Was gilt für Sicherheit und Datenschutz?',
  'May others do the work, and how are they steered?': 'Dürfen andere die Arbeit tun, und wie werden sie gesteuert?',
  'How are disputes settled?': 'Wie werden Streitigkeiten beigelegt?',
  'By what are suppliers chosen and weighed?': 'Wonach werden Lieferanten ausgewählt und bewertet?',
  'One row a supplier: contract, owner, services, criticality, end date, last reviews.':
    'Eine Zeile je Lieferant: Vertrag, Verantwortlicher, Services, Kritikalität, Vertragsende, letzte Prüfungen.',
  'One row an internal party, with its agreement.': 'Eine Zeile je interner Partei, mit ihrer Vereinbarung.',
  'When were performance and contract looked at, with which result?':
    'Wann wurden Leistung und Vertrag betrachtet, mit welchem Ergebnis?',
  'Which need does the training answer?': 'Auf welchen Bedarf antwortet die Schulung?',
  'One row a training: person, subject, need, date, result, effectiveness.':
    'Eine Zeile je Schulung: Person, Thema, Bedarf, Datum, Ergebnis, Wirksamkeit.',
  'What was taught?': 'Was wurde vermittelt?',
  'How, by whom and when was it seen that the training worked?':
    'Wie, durch wen und wann wurde gesehen, dass die Schulung gewirkt hat?',
  'What is done here, and for whom?': 'Was wird hier getan, und für wen?',
  'Which access, tools and information are needed?': 'Welche Zugänge, Werkzeuge und Informationen werden gebraucht?',
  'Number the steps; begin each with what to do.': 'Die Schritte nummerieren; jeden mit dem beginnen, was zu tun ist.',
  'How does one see that it worked?': 'Woran sieht man, dass es funktioniert hat?',
  'How does one get back when it did not work?': 'Wie kommt man zurück, wenn es nicht funktioniert hat?',
  'What goes wrong, and what then?': 'Was geht schief, und was dann?',
  'Which words have a meaning of their own here?': 'Welche Wörter haben hier eine eigene Bedeutung?',
  'Which documents does this one build on?': 'Auf welchen Dokumenten baut dieses auf?',
  'Version, date, author and change.': 'Version, Datum, Autor und Änderung.',
  'Owner, version, status, approver, approval date, next review.':
    'Eigentümer, Version, Status, Freigebender, Datum der Freigabe, nächste Prüfung.',
};
