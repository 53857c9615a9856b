<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name></name>
    <message>
        <source>Stance</source>
        <translation>Haltung</translation>
    </message>
    <message>
        <source>Stance of {actors}</source>
        <translation>Haltung von {actors}</translation>
    </message>
    <message>
        <source>Stance of {n} countries</source>
        <translation>Haltung von {n} Ländern</translation>
    </message>
    <message>
        <source>Stance of {n} persons</source>
        <translation>Haltung von {n} Personen</translation>
    </message>
    <message>
        <source>Stance of the {n} most quoted countries</source>
        <translation>Haltung der {n} meistzitierten Länder</translation>
    </message>
    <message>
        <source>Stance of the {n} most quoted persons</source>
        <translation>Haltung der {n} meistzitierten Personen</translation>
    </message>
    <message>
        <source>Spread of stance</source>
        <translation>Verteilung der Haltung</translation>
    </message>
    <message>
        <source>Spread of stance of {actors}</source>
        <translation>Verteilung der Haltung von {actors}</translation>
    </message>
    <message>
        <source>Spread of stance of {n} countries</source>
        <translation>Verteilung der Haltung von {n} Ländern</translation>
    </message>
    <message>
        <source>Spread of stance of {n} persons</source>
        <translation>Verteilung der Haltung von {n} Personen</translation>
    </message>
    <message>
        <source>Spread of stance of the {n} most quoted countries</source>
        <translation>Verteilung der Haltung der {n} meistzitierten Länder</translation>
    </message>
    <message>
        <source>Spread of stance of the {n} most quoted persons</source>
        <translation>Verteilung der Haltung der {n} meistzitierten Personen</translation>
    </message>
    <message>
        <source>threaten</source>
        <translation>drohen</translation>
    </message>
    <message>
        <source>mobilise</source>
        <translation>mobilisieren</translation>
    </message>
    <message>
        <source>sanction</source>
        <translation>sanktionieren</translation>
    </message>
    <message>
        <source>demand</source>
        <translation>fordern</translation>
    </message>
    <message>
        <source>accuse</source>
        <translation>beschuldigen</translation>
    </message>
    <message>
        <source>reject</source>
        <translation>ablehnen</translation>
    </message>
    <message>
        <source>warn</source>
        <translation>warnen</translation>
    </message>
    <message>
        <source>deny</source>
        <translation>dementieren</translation>
    </message>
    <message>
        <source>doubt</source>
        <translation>bezweifeln</translation>
    </message>
    <message>
        <source>inform</source>
        <translation>mitteilen</translation>
    </message>
    <message>
        <source>appeal</source>
        <translation>appellieren</translation>
    </message>
    <message>
        <source>promise</source>
        <translation>versprechen</translation>
    </message>
    <message>
        <source>offer</source>
        <translation>anbieten</translation>
    </message>
    <message>
        <source>praise</source>
        <translation>loben</translation>
    </message>
    <message>
        <source>agree</source>
        <translation>zustimmen</translation>
    </message>
    <message>
        <source>concede</source>
        <translation>einlenken</translation>
    </message>
    <message>
        <source>other</source>
        <translation>sonstiges</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>direkt</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>gemischt</translation>
    </message>
    <message>
        <source>indirect</source>
        <translation>indirekt</translation>
    </message>
    <message>
        <source>mean per day with 95 % interval</source>
        <translation>Tagesmittel mit 95-%-Intervall</translation>
    </message>
    <message>
        <source>smooth curve (LOWESS), mean per day with 95 % interval</source>
        <translation>Glättungskurve (LOWESS), Tagesmittel mit 95-%-Intervall</translation>
    </message>
    <message>
        <source>mean per day</source>
        <translation>Tagesmittel</translation>
    </message>
    <message>
        <source>mean per week with 95 % interval</source>
        <translation>Wochenmittel mit 95-%-Intervall</translation>
    </message>
    <message>
        <source>smooth curve (LOWESS), mean per week with 95 % interval</source>
        <translation>Glättungskurve (LOWESS), Wochenmittel mit 95-%-Intervall</translation>
    </message>
    <message>
        <source>mean per week</source>
        <translation>Wochenmittel</translation>
    </message>
    <message>
        <source>mean per month with 95 % interval</source>
        <translation>Monatsmittel mit 95-%-Intervall</translation>
    </message>
    <message>
        <source>smooth curve (LOWESS), mean per month with 95 % interval</source>
        <translation>Glättungskurve (LOWESS), Monatsmittel mit 95-%-Intervall</translation>
    </message>
    <message>
        <source>mean per month</source>
        <translation>Monatsmittel</translation>
    </message>
    <message>
        <source>mean per quarter with 95 % interval</source>
        <translation>Quartalsmittel mit 95-%-Intervall</translation>
    </message>
    <message>
        <source>smooth curve (LOWESS), mean per quarter with 95 % interval</source>
        <translation>Glättungskurve (LOWESS), Quartalsmittel mit 95-%-Intervall</translation>
    </message>
    <message>
        <source>mean per quarter</source>
        <translation>Quartalsmittel</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>speaking for {actors}</source>
        <translation>für {actors} sprechend</translation>
    </message>
    <message>
        <source>by {actors}</source>
        <translation>von {actors}</translation>
    </message>
    <message>
        <source>about {actors}</source>
        <translation>über {actors}</translation>
    </message>
    <message>
        <source>with “{words}”</source>
        <translation>mit „{words}“</translation>
    </message>
    <message>
        <source>{kinds} statements</source>
        <translation>Redewiedergabe {kinds}</translation>
    </message>
    <message>
        <source>level {levels}</source>
        <translation>Stufe {levels}</translation>
    </message>
    <message>
        <source>in {sources}</source>
        <translation>in {sources}</translation>
    </message>
    <message>
        <source>officials only</source>
        <translation>nur Amtsträger</translation>
    </message>
    <message>
        <source>reviewed only</source>
        <translation>nur geprüfte</translation>
    </message>
    <message>
        <source>reprints counted too</source>
        <translation>Nachdrucke mitgezählt</translation>
    </message>
    <message>
        <source>codebook {version}</source>
        <translation>Codebuch {version}</translation>
    </message>
    <message>
        <source>Dots: statements · shading: 95 % bootstrap interval · hollow marker: n &lt; 5</source>
        <translation>Punkte: Aussagen · Schattierung: 95-%-Bootstrap-Intervall · hohle Marke: n &lt; 5</translation>
    </message>
    <message>
        <source>{first} or {last}</source>
        <translation>{first} oder {last}</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} und {last}</translation>
    </message>
    <message>
        <source>Stance over time</source>
        <translation>Haltung im Zeitverlauf</translation>
    </message>
    <message>
        <source>Who speaks how about whom</source>
        <translation>Wer wie über wen spricht</translation>
    </message>
    <message>
        <source>Colour: mean stance · size: number of statements</source>
        <translation>Farbe: mittlere Haltung · Größe: Zahl der Aussagen</translation>
    </message>
    <message>
        <source>Rows speak, columns are spoken about · figures: mean stance, number of statements</source>
        <translation>Zeilen sprechen, über Spalten wird gesprochen · Zahlen: mittlere Haltung, Zahl der Aussagen</translation>
    </message>
    <message>
        <source>mean stance of what is said</source>
        <translation>mittlere Haltung des Gesagten</translation>
    </message>
    <message>
        <source>share of statements by level</source>
        <translation>Anteil der Aussagen je Stufe</translation>
    </message>
    <message>
        <source>Bars: share of statements by level, centred on neutral</source>
        <translation>Balken: Anteil der Aussagen je Stufe, um neutral zentriert</translation>
    </message>
    <message>
        <source>Largest changes of stance</source>
        <translation>Größte Änderungen der Haltung</translation>
    </message>
    <message>
        <source>before and since {day}</source>
        <translation>vor und seit dem {day}</translation>
    </message>
    <message>
        <source>shift of the mean stance since {day}, with 95 % interval</source>
        <translation>Verschiebung der mittleren Haltung seit dem {day}, mit 95-%-Intervall</translation>
    </message>
    <message>
        <source>Arrow: mean before to mean after · bar: 95 % bootstrap interval of the shift</source>
        <translation>Pfeil: Mittel davor bis Mittel danach · Balken: 95-%-Bootstrap-Intervall der Verschiebung</translation>
    </message>
    <message numerus="yes">
        <source>Set stance to {value} on {n} statement(s)</source>
        <translation>
            <numerusform>Haltung auf {value} setzen bei {n} Aussage</numerusform>
            <numerusform>Haltung auf {value} setzen bei {n} Aussagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set level to {value} on {n} statement(s)</source>
        <translation>
            <numerusform>Stufe auf {value} setzen bei {n} Aussage</numerusform>
            <numerusform>Stufe auf {value} setzen bei {n} Aussagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set country to {country} on {n} statement(s)</source>
        <translation>
            <numerusform>Land auf {country} setzen bei {n} Aussage</numerusform>
            <numerusform>Land auf {country} setzen bei {n} Aussagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set person to {value} on {n} statement(s)</source>
        <translation>
            <numerusform>Person auf {value} setzen bei {n} Aussage</numerusform>
            <numerusform>Person auf {value} setzen bei {n} Aussagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set targets to {countries} on {n} statement(s)</source>
        <translation>
            <numerusform>Adressaten auf {countries} setzen bei {n} Aussage</numerusform>
            <numerusform>Adressaten auf {countries} setzen bei {n} Aussagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set act to {word} on {n} statement(s)</source>
        <translation>
            <numerusform>Sprechakt auf „{word}“ setzen bei {n} Aussage</numerusform>
            <numerusform>Sprechakt auf „{word}“ setzen bei {n} Aussagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set kind to {word} on {n} statement(s)</source>
        <translation>
            <numerusform>Redewiedergabe auf „{word}“ setzen bei {n} Aussage</numerusform>
            <numerusform>Redewiedergabe auf „{word}“ setzen bei {n} Aussagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set official to {yes} on {n} statement(s)</source>
        <translation>
            <numerusform>Amtlich auf „{yes}“ setzen bei {n} Aussage</numerusform>
            <numerusform>Amtlich auf „{yes}“ setzen bei {n} Aussagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set note to {value} on {n} statement(s)</source>
        <translation>
            <numerusform>Notiz „{value}“ bei {n} Aussage</numerusform>
            <numerusform>Notiz „{value}“ bei {n} Aussagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clear country on {n} statement(s)</source>
        <translation>
            <numerusform>Land löschen bei {n} Aussage</numerusform>
            <numerusform>Land löschen bei {n} Aussagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clear person on {n} statement(s)</source>
        <translation>
            <numerusform>Person löschen bei {n} Aussage</numerusform>
            <numerusform>Person löschen bei {n} Aussagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clear targets on {n} statement(s)</source>
        <translation>
            <numerusform>Adressaten löschen bei {n} Aussage</numerusform>
            <numerusform>Adressaten löschen bei {n} Aussagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clear note on {n} statement(s)</source>
        <translation>
            <numerusform>Notiz löschen bei {n} Aussage</numerusform>
            <numerusform>Notiz löschen bei {n} Aussagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept {n} statement(s)</source>
        <translation>
            <numerusform>{n} Aussage bestätigen</numerusform>
            <numerusform>{n} Aussagen bestätigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change {n} statement(s)</source>
        <translation>
            <numerusform>{n} Aussage ändern</numerusform>
            <numerusform>{n} Aussagen ändern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject {n} statement(s)</source>
        <translation>
            <numerusform>{n} Aussage verwerfen</numerusform>
            <numerusform>{n} Aussagen verwerfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore {n} statement(s)</source>
        <translation>
            <numerusform>{n} Aussage wieder aufnehmen</numerusform>
            <numerusform>{n} Aussagen wieder aufnehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revert {n} statement(s) to the machine&apos;s coding</source>
        <translation>
            <numerusform>{n} Aussage auf die maschinelle Codierung zurücksetzen</numerusform>
            <numerusform>{n} Aussagen auf die maschinelle Codierung zurücksetzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import {n} coding(s)</source>
        <translation>
            <numerusform>{n} Codierung importieren</numerusform>
            <numerusform>{n} Codierungen importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a statement</source>
        <translation>Aussage hinzufügen</translation>
    </message>
    <message>
        <source>Add event “{value}”</source>
        <translation>Ereignis „{value}“ hinzufügen</translation>
    </message>
    <message>
        <source>Remove event “{value}”</source>
        <translation>Ereignis „{value}“ entfernen</translation>
    </message>
    <message numerus="yes">
        <source>Date {n} article(s) {day}</source>
        <translation>
            <numerusform>{n} Artikel auf {day} datieren</numerusform>
            <numerusform>{n} Artikel auf {day} datieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Date {value} {day}</source>
        <translation>{value} auf {day} datieren</translation>
    </message>
    <message numerus="yes">
        <source>Merge {n} person(s) into {other}</source>
        <translation>
            <numerusform>{n} Person mit {other} zusammenführen</numerusform>
            <numerusform>{n} Personen mit {other} zusammenführen</numerusform>
        </translation>
    </message>
    <message>
        <source>Merge {value} into {other}</source>
        <translation>{value} mit {other} zusammenführen</translation>
    </message>
    <message>
        <source>Undone: {change}</source>
        <translation>Rückgängig gemacht: {change}</translation>
    </message>
    <message>
        <source>Done again: {change}</source>
        <translation>Wiederholt: {change}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Lines automatically</source>
        <translation>Linien automatisch</translation>
    </message>
    <message>
        <source>Lines by country</source>
        <translation>Linien je Land</translation>
    </message>
    <message>
        <source>Lines by person</source>
        <translation>Linien je Person</translation>
    </message>
    <message>
        <source>Means automatically</source>
        <translation>Mittel automatisch</translation>
    </message>
    <message>
        <source>Means per day</source>
        <translation>Mittel je Tag</translation>
    </message>
    <message>
        <source>Means per week</source>
        <translation>Mittel je Woche</translation>
    </message>
    <message>
        <source>Means per month</source>
        <translation>Mittel je Monat</translation>
    </message>
    <message>
        <source>Means per quarter</source>
        <translation>Mittel je Quartal</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Options of the chart</source>
        <translation>Optionen des Diagramms</translation>
    </message>
    <message>
        <source>Set the date of an article with Alt+D, or import with a date.</source>
        <translation>Setzen Sie das Datum eines Artikels mit Alt+D oder importieren Sie mit einem Datum.</translation>
    </message>
    <message>
        <source>It takes dated statements of one actor in both periods.</source>
        <translation>Es braucht datierte Aussagen eines Akteurs in beiden Zeiträumen.</translation>
    </message>
    <message>
        <source>No statement has a date</source>
        <translation>Keine Aussage hat ein Datum</translation>
    </message>
    <message>
        <source>Smooth curve (LOWESS)</source>
        <translation>Glättungskurve (LOWESS)</translation>
    </message>
    <message>
        <source>Changes since</source>
        <translation>Änderungen seit</translation>
    </message>
    <message>
        <source>the middle of the period</source>
        <translation>Mitte des Zeitraums</translation>
    </message>
    <message>
        <source>Another day…</source>
        <translation>Anderer Tag …</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>Heatmap</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>Dyads</source>
        <translation>Dyaden</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>Verteilung</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>{day} {month}</source>
        <comment>a day on an axis</comment>
        <translation>{day}. {month}</translation>
    </message>
    <message>
        <source>escalates</source>
        <translation>eskalierend</translation>
    </message>
    <message>
        <source>de-escalates</source>
        <translation>deeskalierend</translation>
    </message>
    <message>
        <source>shift</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>{before} in {first} (n = {n}), {after} in {second} (n = {m}).</source>
        <translation>{before} im Zeitraum {first} (n = {n}), {after} im Zeitraum {second} (n = {m}).</translation>
    </message>
    <message>
        <source>may be chance</source>
        <translation>kann Zufall sein</translation>
    </message>
    <message>
        <source>no dated statement</source>
        <translation>keine datierte Aussage</translation>
    </message>
    <message numerus="yes">
        <source>{n} dated statement(s)</source>
        <translation>
            <numerusform>{n} datierte Aussage</numerusform>
            <numerusform>{n} datierte Aussagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Mean of all statements</source>
        <translation>Mittel aller Aussagen</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message numerus="yes">
        <source>{n} statement(s)</source>
        <translation>
            <numerusform>{n} Aussage</numerusform>
            <numerusform>{n} Aussagen</numerusform>
        </translation>
    </message>
    <message>
        <source>about</source>
        <translation>über</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>{speaker} about {target}</source>
        <translation>{speaker} über {target}</translation>
    </message>
    <message>
        <source>A chart of {width} × {height} pixels cannot be drawn.</source>
        <translation>Ein Diagramm mit {width} × {height} Pixeln kann nicht gezeichnet werden.</translation>
    </message>
    <message>
        <source>Choose from 200 × 150 to {most} × {most}.</source>
        <translation>Wählen Sie 200 × 150 bis {most} × {most}.</translation>
    </message>
    <message>
        <source>{file} says no format that charts are written in.</source>
        <translation>{file} nennt kein Format, in dem Diagramme gespeichert werden.</translation>
    </message>
    <message>
        <source>Let the file&apos;s name end in .png, .svg or .pdf.</source>
        <translation>Lassen Sie den Dateinamen auf .png, .svg oder .pdf enden.</translation>
    </message>
    <message>
        <source>The picture could not be written.</source>
        <translation>Das Bild konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Choose a smaller size.</source>
        <translation>Wählen Sie eine kleinere Größe.</translation>
    </message>
    <message>
        <source>{file} could not be written: {reason}.</source>
        <translation>{file} konnte nicht gespeichert werden: {reason}.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Nothing to compare here</source>
        <translation>Hier gibt es nichts zu vergleichen</translation>
    </message>
    <message>
        <source>Widen the filters on the left.</source>
        <translation>Fassen Sie die Filter links weiter.</translation>
    </message>
    <message>
        <source>No dated statements match these filters</source>
        <translation>Keine datierte Aussage entspricht diesen Filtern</translation>
    </message>
    <message>
        <source>Timeline, drawing</source>
        <translation>Zeitverlauf, Zeichnung</translation>
    </message>
    <message>
        <source>{n} more here</source>
        <translation>{n} weitere hier</translation>
    </message>
    <message>
        <source>{name}, correct it here</source>
        <translation>{name}, hier berichtigen</translation>
    </message>
    <message>
        <source>{name}: {value}. Press to correct.</source>
        <translation>{name}: {value}. Drücken, um zu berichtigen.</translation>
    </message>
    <message>
        <source>Correct: {name}</source>
        <translation>Berichtigen: {name}</translation>
    </message>
    <message>
        <source>Stance {level}, {words}</source>
        <translation>Haltung {level}, {words}</translation>
    </message>
    <message>
        <source>{words} (key {key})</source>
        <translation>{words} (Taste {key})</translation>
    </message>
    <message>
        <source>Coding</source>
        <translation>Codierung</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Akt</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Speaks officially</source>
        <translation>Spricht amtlich</translation>
    </message>
    <message>
        <source>Not a statement</source>
        <translation>Keine Aussage</translation>
    </message>
    <message>
        <source>Note: why you judge so</source>
        <translation>Notiz: warum Sie so urteilen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Say that this coding is right (Enter in the table)</source>
        <translation>Diese Codierung für richtig erklären (Eingabetaste in der Tabelle)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>nothing chosen</source>
        <translation>nichts gewählt</translation>
    </message>
    <message numerus="yes">
        <source>{n} statement(s) chosen: changes go to all</source>
        <translation>
            <numerusform>{n} Aussage gewählt</numerusform>
            <numerusform>{n} Aussagen gewählt: Änderungen gelten für alle</numerusform>
        </translation>
    </message>
    <message>
        <source>statement {n} of {all} in this article</source>
        <translation>Aussage {n} von {all} im Artikel</translation>
    </message>
    <message>
        <source>various</source>
        <translation>verschieden</translation>
    </message>
    <message>
        <source>✓ judged by {coder}</source>
        <translation>✓ beurteilt von {coder}</translation>
    </message>
    <message>
        <source>judged by the machine</source>
        <translation>maschinell beurteilt</translation>
    </message>
    <message>
        <source>machine: {stance}</source>
        <translation>Maschine: {stance}</translation>
    </message>
    <message>
        <source>run {n}</source>
        <translation>Lauf {n}</translation>
    </message>
    <message>
        <source>set by {coder}</source>
        <translation>gesetzt von {coder}</translation>
    </message>
    <message>
        <source>Why {stance}</source>
        <translation>Warum {stance}</translation>
    </message>
    <message>
        <source>confidence {figure}</source>
        <translation>Konfidenz {figure}</translation>
    </message>
    <message>
        <source>no cue found: neutral by default</source>
        <translation>kein Hinweis gefunden: neutral</translation>
    </message>
    <message>
        <source>VADER&apos;s compound; not part of stance</source>
        <translation>Gesamtwert von VADER; kein Teil der Haltung</translation>
    </message>
    <message>
        <source>tone (VADER), apart</source>
        <translation>Tonfall (VADER), gesondert</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the message and its details</source>
        <translation>Meldung mit Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Details of the message</source>
        <translation>Einzelheiten der Meldung</translation>
    </message>
    <message>
        <source>no figure</source>
        <translation>kein Wert</translation>
    </message>
    <message>
        <source>stance {figure}</source>
        <translation>Haltung {figure}</translation>
    </message>
    <message>
        <source>About StanceDesk</source>
        <translation>Über StanceDesk</translation>
    </message>
    <message>
        <source>Who said what to whom, and how far it escalates.</source>
        <translation>Wer was zu wem sagte und wie sehr es eskaliert.</translation>
    </message>
    <message>
        <source>MIT licence. Works offline; goes online only for what you ask for.</source>
        <translation>MIT-Lizenz. Arbeitet offline; geht nur online für das, was Sie verlangen.</translation>
    </message>
    <message>
        <source>Versions and licences</source>
        <translation>Versionen und Lizenzen</translation>
    </message>
    <message>
        <source>Agreement of two coders</source>
        <translation>Übereinstimmung zweier Codierer</translation>
    </message>
    <message>
        <source>First coder</source>
        <translation>Erster Codierer</translation>
    </message>
    <message>
        <source>Second coder</source>
        <translation>Zweiter Codierer</translation>
    </message>
    <message>
        <source>1 is perfect agreement, 0 what chance would give; above 0.80 counts as reliable, 0.67 is the least for cautious conclusions (Krippendorff).</source>
        <translation>1 ist völlige Übereinstimmung, 0 was der Zufall ergäbe; über 0,80 gilt als verlässlich, 0,67 ist das Mindeste für vorsichtige Schlüsse (Krippendorff).</translation>
    </message>
    <message>
        <source>Statements that the two judge differently</source>
        <translation>Aussagen, die beide verschieden beurteilen</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>No statement was coded by both.</source>
        <translation>Keine Aussage wurde von beiden codiert.</translation>
    </message>
    <message numerus="yes">
        <source>{n} statement(s) coded by both</source>
        <translation>
            <numerusform>{n} Aussage von beiden codiert</numerusform>
            <numerusform>{n} Aussagen von beiden codiert</numerusform>
        </translation>
    </message>
    <message>
        <source>stance: α = {figure}</source>
        <translation>Haltung: α = {figure}</translation>
    </message>
    <message>
        <source>country: κ = {figure}</source>
        <translation>Land: κ = {figure}</translation>
    </message>
    <message>
        <source>{n} judged differently</source>
        <translation>{n} verschieden beurteilt</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Aussage</translation>
    </message>
    <message>
        <source>undefined</source>
        <translation>nicht definiert</translation>
    </message>
    <message>
        <source>a statement</source>
        <translation>eine Aussage</translation>
    </message>
    <message>
        <source>not a statement</source>
        <translation>keine Aussage</translation>
    </message>
    <message>
        <source>no country</source>
        <translation>kein Land</translation>
    </message>
    <message>
        <source>no person</source>
        <translation>keine Person</translation>
    </message>
    <message>
        <source>official</source>
        <translation>amtlich</translation>
    </message>
    <message>
        <source>not official</source>
        <translation>nicht amtlich</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemanden</translation>
    </message>
    <message>
        <source>Date of the article</source>
        <translation>Datum des Artikels</translation>
    </message>
    <message>
        <source>Untitled article</source>
        <translation>Artikel ohne Titel</translation>
    </message>
    <message>
        <source>year-month-day, for example 2032-01-05</source>
        <translation>Jahr-Monat-Tag, zum Beispiel 2032-01-05</translation>
    </message>
    <message>
        <source>Date, year-month-day</source>
        <translation>Datum, Jahr-Monat-Tag</translation>
    </message>
    <message>
        <source>Chart as table</source>
        <translation>Diagramm als Tabelle</translation>
    </message>
    <message>
        <source>Figures of the chart: {title}</source>
        <translation>Zahlen des Diagramms: {title}</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
    <message>
        <source>country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>low</source>
        <translation>untere Grenze</translation>
    </message>
    <message>
        <source>high</source>
        <translation>obere Grenze</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>before</source>
        <translation>davor</translation>
    </message>
    <message>
        <source>after</source>
        <translation>danach</translation>
    </message>
    <message>
        <source>n before</source>
        <translation>n davor</translation>
    </message>
    <message>
        <source>n after</source>
        <translation>n danach</translation>
    </message>
    <message>
        <source>Type a command or a key</source>
        <translation>Befehl oder Taste eingeben</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Add an event</source>
        <translation>Ereignis hinzufügen</translation>
    </message>
    <message>
        <source>Day, year-month-day</source>
        <translation>Tag, Jahr-Monat-Tag</translation>
    </message>
    <message>
        <source>Blockade</source>
        <translation>Blockade</translation>
    </message>
    <message>
        <source>Name of the event</source>
        <translation>Name des Ereignisses</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Events on the timeline</source>
        <translation>Ereignisse im Zeitverlauf</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>No events yet. Add one to mark a day on the timeline.</source>
        <translation>Noch keine Ereignisse. Fügen Sie eines hinzu, um einen Tag im Zeitverlauf zu markieren.</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Slide, 16 : 9</source>
        <translation>Folie, 16 : 9</translation>
    </message>
    <message>
        <source>Report, full width</source>
        <translation>Bericht, ganze Breite</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Quadrat</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Transparent</source>
        <translation>Transparent</translation>
    </message>
    <message>
        <source>Export chart</source>
        <translation>Diagramm exportieren</translation>
    </message>
    <message>
        <source>Write the figures beside it (CSV)</source>
        <translation>Zahlen daneben speichern (CSV)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Own size</source>
        <translation>Eigene Größe</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>Breite in Pixeln</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>Höhe in Pixeln</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Maßstab</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>{width} × {height} pixels, {dots} dots per inch</source>
        <translation>{width} × {height} Pixel, {dots} Punkte je Zoll</translation>
    </message>
    <message>
        <source>scales without loss</source>
        <translation>verlustfrei skalierbar</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Takes effect when StanceDesk starts again.</source>
        <translation>Gilt ab dem nächsten Start von StanceDesk.</translation>
    </message>
    <message>
        <source>Your name as coder</source>
        <translation>Ihr Name als Codierer</translation>
    </message>
    <message>
        <source>Your judgements are kept under this name.</source>
        <translation>Ihre Urteile werden unter diesem Namen geführt.</translation>
    </message>
    <message>
        <source>Keep a backup beside each project</source>
        <translation>Neben jedem Projekt eine Sicherung aufbewahren</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>Codierer</translation>
    </message>
    <message>
        <source>Codings (*.csv)</source>
        <translation>Codierungen (*.csv)</translation>
    </message>
    <message>
        <source>Table for spreadsheets (*.csv);;JSON Lines (*.jsonl)</source>
        <translation>Tabelle für Tabellenkalkulationen (*.csv);;JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>There is no chart to export: no dated statement is selected.</source>
        <translation>Es gibt kein Diagramm zu exportieren: Keine datierte Aussage ist ausgewählt.</translation>
    </message>
    <message>
        <source>There is no chart to copy.</source>
        <translation>Es gibt kein Diagramm zu kopieren.</translation>
    </message>
    <message>
        <source>The chart is on the clipboard.</source>
        <translation>Das Diagramm ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Export statements</source>
        <translation>Aussagen exportieren</translation>
    </message>
    <message>
        <source>Another job still runs. Wait for it or cancel it first.</source>
        <translation>Eine andere Aufgabe läuft noch. Warten Sie oder brechen Sie sie ab.</translation>
    </message>
    <message>
        <source>Writing {file}</source>
        <translation>{file} wird gespeichert</translation>
    </message>
    <message>
        <source>Export codings</source>
        <translation>Codierungen exportieren</translation>
    </message>
    <message numerus="yes">
        <source>{n} coding(s) written to {file}.</source>
        <translation>
            <numerusform>{n} Codierung in {file} gespeichert.</numerusform>
            <numerusform>{n} Codierungen in {file} gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import codings</source>
        <translation>Codierungen importieren</translation>
    </message>
    <message>
        <source>{file} could not be read: {reason}.</source>
        <translation>{file} konnte nicht gelesen werden: {reason}.</translation>
    </message>
    <message numerus="yes">
        <source>{n} coding(s) imported</source>
        <translation>
            <numerusform>{n} Codierung importiert</numerusform>
            <numerusform>{n} Codierungen importiert</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} already there</source>
        <translation>{n} schon vorhanden</translation>
    </message>
    <message>
        <source>{n} of statements that are not in this project</source>
        <translation>{n} zu Aussagen, die nicht in diesem Projekt sind</translation>
    </message>
    <message numerus="yes">
        <source>{n} line(s) not understood</source>
        <translation>
            <numerusform>{n} Zeile nicht verstanden</numerusform>
            <numerusform>{n} Zeilen nicht verstanden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} statement(s) written to {file}.</source>
        <translation>
            <numerusform>{n} Aussage in {file} gespeichert.</numerusform>
            <numerusform>{n} Aussagen in {file} gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>The chart is in {file}.</source>
        <translation>Das Diagramm liegt in {file}.</translation>
    </message>
    <message>
        <source>Reset the filter: {name}</source>
        <translation>Filter zurücksetzen: {name}</translation>
    </message>
    <message>
        <source>any</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Reset the stance filter</source>
        <translation>Filter der Haltung zurücksetzen</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>neutral</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Country, organisation</source>
        <translation>Land, Organisation</translation>
    </message>
    <message>
        <source>Find one of them</source>
        <translation>Darin suchen</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>Person suchen</translation>
    </message>
    <message>
        <source>Speech act</source>
        <translation>Sprechakt</translation>
    </message>
    <message>
        <source>Find a country or organisation</source>
        <translation>Land oder Organisation suchen</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Find a source</source>
        <translation>Quelle suchen</translation>
    </message>
    <message>
        <source>Officials only</source>
        <translation>Nur Amtsträger</translation>
    </message>
    <message>
        <source>Reviewed only</source>
        <translation>Nur geprüfte</translation>
    </message>
    <message>
        <source>Count reprints too</source>
        <translation>Nachdrucke mitzählen</translation>
    </message>
    <message>
        <source>Undated only</source>
        <translation>Nur undatierte</translation>
    </message>
    <message>
        <source>Marked “not a statement”</source>
        <translation>Verworfene</translation>
    </message>
    <message>
        <source>An agency&apos;s story that several outlets print counts once unless this is on</source>
        <translation>Eine Agenturmeldung, die mehrere Medien drucken, zählt nur einmal, solange dies aus ist</translation>
    </message>
    <message>
        <source>Reset all filters</source>
        <translation>Alle Filter zurücksetzen</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>Außerdem</translation>
    </message>
    <message>
        <source>Undated only ({n})</source>
        <translation>Nur undatierte ({n})</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Drag to choose a period; double-click for all</source>
        <translation>Ziehen wählt einen Zeitraum; Doppelklick wählt alles</translation>
    </message>
    <message>
        <source>any period</source>
        <translation>beliebiger Zeitraum</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
    <message>
        <source>Choose exact dates</source>
        <translation>Genaue Tage wählen</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>Qt format of a day</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>Only {name}</source>
        <translation>Nur {name}</translation>
    </message>
    <message>
        <source>Find in {name}</source>
        <translation>Suchen in {name}</translation>
    </message>
    <message>
        <source>Show {n} more</source>
        <translation>{n} weitere zeigen</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message>
        <source>Merge these {n}…</source>
        <translation>Diese {n} zusammenführen …</translation>
    </message>
    <message>
        <source>mean stance {figure}</source>
        <translation>mittlere Haltung {figure}</translation>
    </message>
    <message>
        <source>J, K</source>
        <translation>J, K</translation>
    </message>
    <message>
        <source>next and previous statement in table and article</source>
        <translation>nächste und vorige Aussage in Tabelle und Artikel</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>in the table: confirm and go on</source>
        <translation>in der Tabelle: bestätigen und weiter</translation>
    </message>
    <message>
        <source>1 to 5</source>
        <translation>1 bis 5</translation>
    </message>
    <message>
        <source>stance from −2 to +2</source>
        <translation>Haltung von −2 bis +2</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>tick a value of a filter; Alt+click ticks it alone</source>
        <translation>Wert eines Filters ankreuzen; Alt+Klick kreuzt nur ihn an</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab, Umschalt+Tab</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Speech acts</source>
        <translation>Sprechakte</translation>
    </message>
    <message>
        <source>Translated for reading: the English codebook is the one that defines.</source>
        <translation>Zum Lesen übersetzt: Maßgeblich ist die englische Fassung.</translation>
    </message>
    <message>
        <source>from control to control; F6 from part to part</source>
        <translation>von Bedienelement zu Bedienelement; F6 von Teil zu Teil</translation>
    </message>
    <message>
        <source>Choose who, when and how</source>
        <translation>Wählen, wer, wann und wie</translation>
    </message>
    <message>
        <source>Tick countries and persons, drag over the bars to choose a period. The figures say what each choice would leave, the small bars the mean stance. Alt+click ticks one alone.</source>
        <translation>Kreuzen Sie Länder und Personen an, ziehen Sie über die Balken, um einen Zeitraum zu wählen. Die Zahlen sagen, was jede Wahl übrig ließe, die kleinen Balken die mittlere Haltung. Alt+Klick kreuzt nur einen Wert an.</translation>
    </message>
    <message>
        <source>Every dot is a statement</source>
        <translation>Jeder Punkt ist eine Aussage</translation>
    </message>
    <message>
        <source>Point at a dot to read it, click to open it. Lines are means, the shading says how sure they are, a hollow marker stands on fewer than five. Drag in the counts below to choose a period; the tabs show the same selection in other ways.</source>
        <translation>Zeigen Sie auf einen Punkt, um die Aussage zu lesen, klicken Sie, um sie zu öffnen. Linien sind Mittelwerte, die Schattierung sagt, wie sicher sie sind, eine hohle Marke beruht auf weniger als fünf. Ziehen in der Zählleiste darunter wählt einen Zeitraum; die Reiter zeigen dieselbe Auswahl auf andere Weise.</translation>
    </message>
    <message>
        <source>The statements behind the chart</source>
        <translation>Die Aussagen hinter dem Diagramm</translation>
    </message>
    <message>
        <source>Click a heading to sort, right-click it to choose columns. J and K go up and down, Enter confirms and goes on. F5 puts the least certain first.</source>
        <translation>Ein Klick auf eine Überschrift sortiert, ein Rechtsklick wählt Spalten. J und K gehen ab und auf, die Eingabetaste bestätigt und geht weiter. F5 stellt die unsichersten voran.</translation>
    </message>
    <message>
        <source>Read it where it was said</source>
        <translation>Lesen, wo es gesagt wurde</translation>
    </message>
    <message>
        <source>Statements are washed in the colour of their stance; underlined are the words that decided it. Select words that were missed and press Alt+N to add them.</source>
        <translation>Aussagen sind in der Farbe ihrer Haltung unterlegt; unterstrichen sind die Wörter, die den Ausschlag gaben. Markieren Sie Übersehenes und drücken Sie Alt+N, um es hinzuzufügen.</translation>
    </message>
    <message>
        <source>Overrule the machine</source>
        <translation>Die Maschine überstimmen</translation>
    </message>
    <message>
        <source>Keys 1 to 5 set the stance, a click on any value corrects it; several statements at once, too. Your word counts from then on, with your name and the day. Ctrl+Z takes anything back, Ctrl+K finds every command.</source>
        <translation>Die Tasten 1 bis 5 setzen die Haltung, ein Klick auf einen Wert berichtigt ihn; auch für mehrere Aussagen zugleich. Von da an gilt Ihr Wort, mit Namen und Tag. Strg+Z macht alles rückgängig, Strg+K findet jeden Befehl.</translation>
    </message>
    <message>
        <source>model {version}</source>
        <translation>Modell {version}</translation>
    </message>
    <message>
        <source>knowledge base {version}</source>
        <translation>Wissensbasis {version}</translation>
    </message>
    <message>
        <source>Codebook {version}</source>
        <translation>Codebuch {version}</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Find by key or by words</source>
        <translation>Nach Taste oder Wörtern suchen</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>No shortcut matches.</source>
        <translation>Kein Tastenkürzel passt.</translation>
    </message>
    <message>
        <source>Import report</source>
        <translation>Importbericht</translation>
    </message>
    <message>
        <source>Show the statements</source>
        <translation>Aussagen zeigen</translation>
    </message>
    <message>
        <source>Go on with the import</source>
        <translation>Import fortsetzen</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Import stopped</source>
        <translation>Import angehalten</translation>
    </message>
    <message>
        <source>Import finished</source>
        <translation>Import beendet</translation>
    </message>
    <message>
        <source>Not in English, kept and not analysed</source>
        <translation>Nicht auf Englisch, behalten und nicht analysiert</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Reprints, counted once</source>
        <translation>Nachdrucke, einmal gezählt</translation>
    </message>
    <message>
        <source>Already in the project</source>
        <translation>Schon im Projekt</translation>
    </message>
    <message>
        <source>No date found</source>
        <translation>Kein Datum gefunden</translation>
    </message>
    <message>
        <source>These articles are kept and can be read, but are on no chart until they have a date.</source>
        <translation>Diese Artikel sind behalten und lesbar, erscheinen aber erst mit einem Datum in Diagrammen.</translation>
    </message>
    <message>
        <source>Set one date for all of them…</source>
        <translation>Ein Datum für alle setzen …</translation>
    </message>
    <message>
        <source>Set date…</source>
        <translation>Datum setzen …</translation>
    </message>
    <message>
        <source>Set the date of {title}</source>
        <translation>Datum setzen: {title}</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>und {n} weitere</translation>
    </message>
    <message numerus="yes">
        <source>{n} article(s) imported</source>
        <translation>
            <numerusform>{n} Artikel importiert</numerusform>
            <numerusform>{n} Artikel importiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{some} of {n} article(s) imported</source>
        <translation>
            <numerusform>{some} von {n} Artikel importiert</numerusform>
            <numerusform>{some} von {n} Artikeln importiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} article(s) left from before analysed</source>
        <translation>
            <numerusform>{n} noch offener Artikel analysiert</numerusform>
            <numerusform>{n} noch offene Artikel analysiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} statement(s) found</source>
        <translation>
            <numerusform>{n} Aussage gefunden</numerusform>
            <numerusform>{n} Aussagen gefunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} reprint(s)</source>
        <translation>
            <numerusform>{n} Nachdruck</numerusform>
            <numerusform>{n} Nachdrucke</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} not in English</source>
        <translation>{n} nicht auf Englisch</translation>
    </message>
    <message>
        <source>{n} without a date</source>
        <translation>{n} ohne Datum</translation>
    </message>
    <message>
        <source>{n} failed</source>
        <translation>{n} fehlgeschlagen</translation>
    </message>
    <message>
        <source>What was imported before you stopped is kept.</source>
        <translation>Was bis dahin importiert wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>kein Datum</translation>
    </message>
    <message>
        <source>not in English</source>
        <translation>nicht auf Englisch</translation>
    </message>
    <message>
        <source>Feeds</source>
        <translation>Feeds</translation>
    </message>
    <message>
        <source>Feeds are asked only when you say so here. The pages that they name are read, one every two seconds from each site, as far as its robots.txt allows.</source>
        <translation>Feeds werden nur abgefragt, wenn Sie es hier sagen. Die Seiten, die sie nennen, werden gelesen: von jeder Website höchstens eine alle zwei Sekunden und nur, was ihre robots.txt erlaubt.</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Feed</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Abgefragt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>No feeds yet. Give the address of an RSS or Atom feed, or of a site: its feed is found.</source>
        <translation>Noch keine Feeds. Geben Sie die Adresse eines RSS- oder Atom-Feeds an, oder die einer Website: ihr Feed wird gefunden.</translation>
    </message>
    <message>
        <source>Address of a feed or of a site</source>
        <translation>Adresse eines Feeds oder einer Website</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>From a list…</source>
        <translation>Aus einer Liste …</translation>
    </message>
    <message>
        <source>A text file with addresses, or an OPML file</source>
        <translation>Eine Textdatei mit Adressen oder eine OPML-Datei</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Abfragen</translation>
    </message>
    <message numerus="yes">
        <source>Refresh {n} feed(s)</source>
        <translation>
            <numerusform>{n} Feed abfragen</numerusform>
            <numerusform>{n} Feeds abfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>Refresh all</source>
        <translation>Alle abfragen</translation>
    </message>
    <message>
        <source>There is no address in {file}.</source>
        <translation>In {file} steht keine Adresse.</translation>
    </message>
    <message>
        <source>Choose a list of feeds</source>
        <translation>Liste von Feeds wählen</translation>
    </message>
    <message>
        <source>Lists (*.opml *.xml *.txt);;All files (*)</source>
        <translation>Listen (*.opml *.xml *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message numerus="yes">
        <source>{n} page(s) to read</source>
        <translation>
            <numerusform>{n} Seite zu lesen</numerusform>
            <numerusform>{n} Seiten zu lesen</numerusform>
        </translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>auf dem Stand</translation>
    </message>
    <message>
        <source>already there</source>
        <translation>schon vorhanden</translation>
    </message>
    <message>
        <source>Import with date or source</source>
        <translation>Mit Datum oder Quelle importieren</translation>
    </message>
    <message>
        <source>Date for articles without one</source>
        <translation>Datum für Artikel ohne Datum</translation>
    </message>
    <message>
        <source>Source for articles without one</source>
        <translation>Quelle für Artikel ohne Quelle</translation>
    </message>
    <message>
        <source>Used only where an article does not say its own.</source>
        <translation>Nur verwendet, wo ein Artikel es nicht selbst sagt.</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Dateien wählen …</translation>
    </message>
    <message>
        <source>Import articles</source>
        <translation>Artikel importieren</translation>
    </message>
    <message>
        <source>Articles (*.txt *.text *.md *.html *.htm *.xhtml *.mhtml *.pdf *.csv *.tsv *.json *.jsonl *.xml *.rss *.docx *.eml *.zip *.gz);;All files (*)</source>
        <translation>Artikel (*.txt *.text *.md *.html *.htm *.xhtml *.mhtml *.pdf *.csv *.tsv *.json *.jsonl *.xml *.rss *.docx *.eml *.zip *.gz);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Ordner importieren</translation>
    </message>
    <message>
        <source>Analysing again</source>
        <translation>Wird erneut ausgewertet</translation>
    </message>
    <message>
        <source>Another import still runs. Wait for it or cancel it first.</source>
        <translation>Ein anderer Import läuft noch. Warten Sie oder brechen Sie ihn ab.</translation>
    </message>
    <message numerus="yes">
        <source>{n} article(s) analysed again</source>
        <translation>
            <numerusform>{n} Artikel erneut ausgewertet</numerusform>
            <numerusform>{n} Artikel erneut ausgewertet</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new.</source>
        <translation>Nichts Neues.</translation>
    </message>
    <message numerus="yes">
        <source>Importing {n} file(s)</source>
        <translation>
            <numerusform>{n} Datei wird importiert</numerusform>
            <numerusform>{n} Dateien werden importiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Importing {file}</source>
        <translation>{file} wird importiert</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>Something went wrong in StanceDesk: {error}.</source>
        <translation>In StanceDesk ist etwas schiefgegangen: {error}.</translation>
    </message>
    <message>
        <source>StanceDesk ended unexpectedly last time. Copy the report to send it to us.</source>
        <translation>StanceDesk wurde zuletzt unerwartet beendet. Kopieren Sie den Bericht, um ihn uns zu senden.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo {change}</source>
        <translation>&amp;Rückgängig: {change}</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Redo {change}</source>
        <translation>&amp;Wiederholen: {change}</translation>
    </message>
    <message>
        <source>Your preferences could not be saved: the disk is full or shut.</source>
        <translation>Ihre Einstellungen konnten nicht gespeichert werden: Der Datenträger ist voll oder gesperrt.</translation>
    </message>
    <message numerus="yes">
        <source>Open or create a project first, then drop the {n} file(s) again.</source>
        <translation>
            <numerusform>Öffnen oder erstellen Sie zuerst ein Projekt und ziehen Sie die Datei dann noch einmal hierher.</numerusform>
            <numerusform>Öffnen oder erstellen Sie zuerst ein Projekt und ziehen Sie die {n} Dateien dann noch einmal hierher.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Sa&amp;ved filters</source>
        <translation>&amp;Gespeicherte Filter</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>Dat&amp;ei</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>&amp;Neues Projekt …</translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation>Projekt ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open the &amp;sample project</source>
        <translation>&amp;Beispielprojekt öffnen</translation>
    </message>
    <message>
        <source>&amp;Import files…</source>
        <translation>Dateien &amp;importieren …</translation>
    </message>
    <message>
        <source>Import a &amp;folder…</source>
        <translation>&amp;Ordner importieren …</translation>
    </message>
    <message>
        <source>Import with date or source…</source>
        <translation>Mit Datum oder Quelle importieren …</translation>
    </message>
    <message>
        <source>Add from the &amp;web…</source>
        <translation>Aus dem &amp;Web hinzufügen …</translation>
    </message>
    <message>
        <source>Fee&amp;ds…</source>
        <translation>Feed&amp;s …</translation>
    </message>
    <message>
        <source>Refres&amp;h all feeds</source>
        <translation>Alle Feeds abf&amp;ragen</translation>
    </message>
    <message>
        <source>Watched fo&amp;lders…</source>
        <translation>Beobach&amp;tete Ordner …</translation>
    </message>
    <message>
        <source>Analyse a&amp;gain</source>
        <translation>Erneut auswerten</translation>
    </message>
    <message>
        <source>&amp;Export chart…</source>
        <translation>Diagramm &amp;exportieren …</translation>
    </message>
    <message>
        <source>Export s&amp;tatements…</source>
        <translation>&amp;Aussagen exportieren …</translation>
    </message>
    <message>
        <source>Copy chart as picture</source>
        <translation>Diagramm als Bild kopieren</translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation>Projekt s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Been&amp;den</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Copy statements</source>
        <translation>Aussagen &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Search statements</source>
        <translation>Aussagen &amp;suchen</translation>
    </message>
    <message>
        <source>&amp;Find in article</source>
        <translation>Im &amp;Artikel suchen</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Ans&amp;icht</translation>
    </message>
    <message>
        <source>Chart as &amp;table</source>
        <translation>Diagramm als &amp;Tabelle</translation>
    </message>
    <message>
        <source>&amp;Reset all filters</source>
        <translation>Alle Filter &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Show &amp;undated statements</source>
        <translation>&amp;Undatierte Aussagen zeigen</translation>
    </message>
    <message>
        <source>&amp;Save these filters…</source>
        <translation>Diese Filter &amp;speichern …</translation>
    </message>
    <message>
        <source>Add an &amp;event to the timeline…</source>
        <translation>&amp;Ereignis hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Changes since a day…</source>
        <translation>Än&amp;derungen seit einem Tag …</translation>
    </message>
    <message>
        <source>E&amp;vents…</source>
        <translation>E&amp;reignisse …</translation>
    </message>
    <message>
        <source>Theme: {name}</source>
        <translation>Farbschema: {name}</translation>
    </message>
    <message>
        <source>&amp;Filters</source>
        <translation>&amp;Filter</translation>
    </message>
    <message>
        <source>&amp;Article and coding</source>
        <translation>A&amp;rtikel und Codierung</translation>
    </message>
    <message>
        <source>&amp;Next part</source>
        <translation>&amp;Nächster Teil</translation>
    </message>
    <message>
        <source>&amp;Previous part</source>
        <translation>&amp;Voriger Teil</translation>
    </message>
    <message>
        <source>Codin&amp;g</source>
        <translation>Codie&amp;rung</translation>
    </message>
    <message>
        <source>Stance {level}: {words}</source>
        <translation>Haltung {level}: {words}</translation>
    </message>
    <message>
        <source>&amp;Confirm</source>
        <translation>&amp;Bestätigen</translation>
    </message>
    <message>
        <source>&amp;Not a statement</source>
        <translation>&amp;Keine Aussage</translation>
    </message>
    <message>
        <source>Back to the &amp;machine&apos;s coding</source>
        <translation>Zurück zur &amp;maschinellen Codierung</translation>
    </message>
    <message>
        <source>Correct &amp;speaker…</source>
        <translation>&amp;Sprecher berichtigen …</translation>
    </message>
    <message>
        <source>Correct &amp;country…</source>
        <translation>&amp;Land berichtigen …</translation>
    </message>
    <message>
        <source>Correct &amp;about…</source>
        <translation>&amp;Adressaten berichtigen …</translation>
    </message>
    <message>
        <source>Correct speech act…</source>
        <translation>Sprechakt berichtigen …</translation>
    </message>
    <message>
        <source>Correct &amp;kind…</source>
        <translation>Redewiedergabe berichtigen …</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Notiz schreiben</translation>
    </message>
    <message>
        <source>Add the selected text as a statement</source>
        <translation>Markierten Text als Aussage hinzufügen</translation>
    </message>
    <message>
        <source>Set the &amp;date of the article…</source>
        <translation>&amp;Datum des Artikels setzen …</translation>
    </message>
    <message>
        <source>Ne&amp;xt statement</source>
        <translation>&amp;Nächste Aussage</translation>
    </message>
    <message>
        <source>&amp;Previous statement</source>
        <translation>&amp;Vorige Aussage</translation>
    </message>
    <message>
        <source>&amp;Review queue: least certain first</source>
        <translation>&amp;Prüfliste: die unsichersten zuerst</translation>
    </message>
    <message>
        <source>A&amp;greement of two coders…</source>
        <translation>&amp;Übereinstimmung zweier Codierer …</translation>
    </message>
    <message>
        <source>E&amp;xport codings…</source>
        <translation>Codierungen e&amp;xportieren …</translation>
    </message>
    <message>
        <source>&amp;Import codings…</source>
        <translation>Codierungen &amp;importieren …</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Find a &amp;command or shortcut…</source>
        <translation>&amp;Befehl oder Kürzel suchen …</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts…</source>
        <translation>&amp;Tastenkürzel …</translation>
    </message>
    <message>
        <source>&amp;Tour in five steps</source>
        <translation>&amp;Rundgang in fünf Schritten</translation>
    </message>
    <message>
        <source>&amp;Merge persons…</source>
        <translation>Personen &amp;zusammenführen …</translation>
    </message>
    <message>
        <source>Code&amp;book</source>
        <translation>&amp;Codebuch</translation>
    </message>
    <message>
        <source>&amp;About StanceDesk</source>
        <translation>&amp;Über StanceDesk</translation>
    </message>
    <message>
        <source>StanceDesk projects (*.stance)</source>
        <translation>StanceDesk-Projekte (*.stance)</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Unbenannt</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>This project is open. Choose another name.</source>
        <translation>Dieses Projekt ist geöffnet. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>A job still runs in this project. Cancel it first.</source>
        <translation>In diesem Projekt läuft noch eine Aufgabe. Brechen Sie sie zuerst ab.</translation>
    </message>
    <message>
        <source>A job still runs. Wait for it or cancel it first.</source>
        <translation>Eine Aufgabe läuft noch. Warten Sie oder brechen Sie sie ab.</translation>
    </message>
    <message>
        <source>The sample articles are not installed.</source>
        <translation>Die Beispielartikel sind nicht installiert.</translation>
    </message>
    <message>
        <source>The sample was not made.</source>
        <translation>Das Beispiel wurde nicht erstellt.</translation>
    </message>
    <message>
        <source>Making the sample project</source>
        <translation>Das Beispielprojekt wird erstellt</translation>
    </message>
    <message>
        <source>Forget these</source>
        <translation>Diese vergessen</translation>
    </message>
    <message>
        <source>undated only</source>
        <translation>nur undatierte</translation>
    </message>
    <message>
        <source>marked “not a statement”</source>
        <translation>als „keine Aussage“ markiert</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>seit {day}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>bis {day}</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Set the date of this article</source>
        <translation>Datum dieses Artikels setzen</translation>
    </message>
    <message>
        <source>Hide boilerplate</source>
        <translation>Beiwerk ausblenden</translation>
    </message>
    <message>
        <source>Find in this article</source>
        <translation>In diesem Artikel suchen</translation>
    </message>
    <message>
        <source>Choose a statement in the table or a point on the chart to read it here.</source>
        <translation>Wählen Sie eine Aussage in der Tabelle oder einen Punkt im Diagramm, um sie hier zu lesen.</translation>
    </message>
    <message>
        <source>Unknown source</source>
        <translation>Unbekannte Quelle</translation>
    </message>
    <message>
        <source>reprint</source>
        <translation>Nachdruck</translation>
    </message>
    <message>
        <source>a reprint of an article in the project: counts once</source>
        <translation>Nachdruck eines Artikels im Projekt: zählt einmal</translation>
    </message>
    <message>
        <source>not English</source>
        <translation>nicht Englisch</translation>
    </message>
    <message>
        <source>not in English: kept, not analysed</source>
        <translation>nicht auf Englisch: behalten, nicht analysiert</translation>
    </message>
    <message>
        <source>Show boilerplate</source>
        <translation>Beiwerk zeigen</translation>
    </message>
    <message>
        <source>Article text</source>
        <translation>Artikeltext</translation>
    </message>
    <message>
        <source>“{words}” is no country or organisation that StanceDesk knows.</source>
        <translation>„{words}“ ist kein Land und keine Organisation, die StanceDesk kennt.</translation>
    </message>
    <message>
        <source>Choose one of the list, or enter its three-letter code.</source>
        <translation>Wählen Sie aus der Liste oder geben Sie den Code aus drei Buchstaben ein.</translation>
    </message>
    <message>
        <source>For a batch of one day only: each article&apos;s own date is better.</source>
        <translation>Nur für einen Stapel vom selben Tag: Das eigene Datum jedes Artikels ist besser.</translation>
    </message>
    <message numerus="yes">
        <source>{n} article(s)</source>
        <translation>
            <numerusform>{n} Artikel</numerusform>
            <numerusform>{n} Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>Select the words of the statement in the article first.</source>
        <translation>Markieren Sie zuerst die Wörter der Aussage im Artikel.</translation>
    </message>
    <message>
        <source>Choose a statement of a person first.</source>
        <translation>Wählen Sie zuerst eine Aussage einer Person.</translation>
    </message>
    <message>
        <source>Merge persons</source>
        <translation>Personen zusammenführen</translation>
    </message>
    <message>
        <source>Persons, the most likely first</source>
        <translation>Personen, die wahrscheinlichsten zuerst</translation>
    </message>
    <message>
        <source>Counted as</source>
        <translation>Zählen als</translation>
    </message>
    <message>
        <source>Merge</source>
        <comment>button</comment>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Tick the names that are one person</source>
        <translation>Kreuzen Sie an, welche Namen eine Person sind</translation>
    </message>
    <message>
        <source>Tick two names or more, or enter another name.</source>
        <translation>Kreuzen Sie mindestens zwei Namen an oder geben Sie einen anderen Namen ein.</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>{n} weitere</translation>
    </message>
    <message numerus="yes">
        <source>{one} will count as {other}: {n} statement(s), those to come, too. Can be undone.</source>
        <translation>
            <numerusform>{one} künftig als {other}: {n} Aussage, auch kommende. Kann rückgängig gemacht werden.</numerusform>
            <numerusform>{one} künftig als {other}: {n} Aussagen, auch kommende. Kann rückgängig gemacht werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>part of the name</source>
        <translation>Teil des Namens</translation>
    </message>
    <message>
        <source>same family name</source>
        <translation>gleicher Familienname</translation>
    </message>
    <message>
        <source>similar spelling</source>
        <translation>ähnliche Schreibung</translation>
    </message>
    <message>
        <source>also {country}</source>
        <translation>auch {country}</translation>
    </message>
    <message numerus="yes">
        <source>{n} shared article(s)</source>
        <translation>
            <numerusform>{n} gemeinsamer Artikel</numerusform>
            <numerusform>{n} gemeinsame Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>The stance before this day is compared with the stance from it on.</source>
        <translation>Die Haltung vor diesem Tag wird mit der ab diesem Tag verglichen.</translation>
    </message>
    <message>
        <source>Nobody has coded in this project yet. Code some statements first.</source>
        <translation>In diesem Projekt hat noch niemand codiert. Codieren Sie zuerst einige Aussagen.</translation>
    </message>
    <message>
        <source>head of state</source>
        <translation>Staatsoberhaupt</translation>
    </message>
    <message>
        <source>head of government</source>
        <translation>Regierungschef</translation>
    </message>
    <message>
        <source>vice president</source>
        <translation>Vizepräsident</translation>
    </message>
    <message>
        <source>foreign minister</source>
        <translation>Außenminister</translation>
    </message>
    <message>
        <source>defence minister</source>
        <translation>Verteidigungsminister</translation>
    </message>
    <message>
        <source>finance minister</source>
        <translation>Finanzminister</translation>
    </message>
    <message>
        <source>interior minister</source>
        <translation>Innenminister</translation>
    </message>
    <message>
        <source>minister</source>
        <translation>Minister</translation>
    </message>
    <message>
        <source>ambassador</source>
        <translation>Botschafter</translation>
    </message>
    <message>
        <source>spokesperson</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>military officer</source>
        <translation>Militär</translation>
    </message>
    <message>
        <source>security adviser</source>
        <translation>Sicherheitsberater</translation>
    </message>
    <message>
        <source>head of the organisation</source>
        <translation>Leitung der Organisation</translation>
    </message>
    <message>
        <source>opposition</source>
        <translation>Opposition</translation>
    </message>
    <message>
        <source>member of parliament</source>
        <translation>Abgeordneter</translation>
    </message>
    <message>
        <source>no office</source>
        <translation>ohne Amt</translation>
    </message>
    <message>
        <source>senior official of the organisation</source>
        <translation>leitend in der Organisation</translation>
    </message>
    <message>
        <source>finance minister or central banker</source>
        <translation>Finanzminister oder Notenbanker</translation>
    </message>
    <message>
        <source>President</source>
        <translation>Präsident</translation>
    </message>
    <message>
        <source>Prime Minister</source>
        <translation>Premierminister</translation>
    </message>
    <message>
        <source>Minister of Foreign Affairs</source>
        <translation>Außenminister</translation>
    </message>
    <message>
        <source>Minister of Defence</source>
        <translation>Verteidigungsminister</translation>
    </message>
    <message>
        <source>Member of parliament</source>
        <translation>Abgeordneter</translation>
    </message>
    <message>
        <source>Spokesperson</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>Official</source>
        <translation>Amtsträger</translation>
    </message>
    <message>
        <source>Ambassador</source>
        <translation>Botschafter</translation>
    </message>
    <message>
        <source>Military officer</source>
        <translation>Militär</translation>
    </message>
    <message>
        <source>Expert</source>
        <translation>Experte</translation>
    </message>
    <message>
        <source>National security adviser</source>
        <translation>Nationaler Sicherheitsberater</translation>
    </message>
    <message>
        <source>Secretary of State</source>
        <translation>Außenminister</translation>
    </message>
    <message>
        <source>Chancellor</source>
        <translation>Kanzler</translation>
    </message>
    <message>
        <source>Secretary of Defense</source>
        <translation>Verteidigungsminister</translation>
    </message>
    <message>
        <source>Foreign Secretary</source>
        <translation>Außenminister</translation>
    </message>
    <message>
        <source>Vice President</source>
        <translation>Vizepräsident</translation>
    </message>
    <message>
        <source>Governor or mayor</source>
        <translation>Gouverneur oder Bürgermeister</translation>
    </message>
    <message>
        <source>Pope</source>
        <translation>Papst</translation>
    </message>
    <message>
        <source>King</source>
        <translation>König</translation>
    </message>
    <message>
        <source>Supreme Leader</source>
        <translation>Oberster Führer</translation>
    </message>
    <message>
        <source>Premier</source>
        <translation>Premier</translation>
    </message>
    <message>
        <source>Senator</source>
        <translation>Senator</translation>
    </message>
    <message>
        <source>Representative</source>
        <translation>Abgeordneter</translation>
    </message>
    <message>
        <source>Governor</source>
        <translation>Gouverneur</translation>
    </message>
    <message>
        <source>Permanent Representative to the United Nations</source>
        <translation>Ständiger Vertreter bei den Vereinten Nationen</translation>
    </message>
    <message>
        <source>as it stands</source>
        <translation>wie es dasteht</translation>
    </message>
    <message>
        <source>body</source>
        <translation>Einrichtung</translation>
    </message>
    <message>
        <source>description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>first person</source>
        <translation>erste Person</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>name alone</source>
        <translation>nur der Name</translation>
    </message>
    <message>
        <source>no source</source>
        <translation>keine Quelle</translation>
    </message>
    <message>
        <source>pronoun</source>
        <translation>Pronomen</translation>
    </message>
    <message>
        <source>pronoun before name</source>
        <translation>Pronomen vor dem Namen</translation>
    </message>
    <message>
        <source>pronoun unresolved</source>
        <translation>Pronomen ungeklärt</translation>
    </message>
    <message>
        <source>relative</source>
        <translation>Relativsatz</translation>
    </message>
    <message>
        <source>short name</source>
        <translation>Kurzname</translation>
    </message>
    <message>
        <source>adjective</source>
        <translation>Adjektiv</translation>
    </message>
    <message>
        <source>affiliation</source>
        <translation>Zugehörigkeit</translation>
    </message>
    <message>
        <source>apposition</source>
        <translation>Apposition</translation>
    </message>
    <message>
        <source>based</source>
        <translation>Sitz</translation>
    </message>
    <message>
        <source>capital</source>
        <translation>Hauptstadt</translation>
    </message>
    <message>
        <source>family name</source>
        <translation>Familienname</translation>
    </message>
    <message>
        <source>inherits</source>
        <translation>übernommen</translation>
    </message>
    <message>
        <source>institution</source>
        <translation>Institution</translation>
    </message>
    <message>
        <source>joint</source>
        <translation>gemeinsam</translation>
    </message>
    <message>
        <source>metonym</source>
        <translation>Metonym</translation>
    </message>
    <message>
        <source>national</source>
        <translation>Staatsangehörigkeit</translation>
    </message>
    <message>
        <source>office-holder</source>
        <translation>Amtsinhaber</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>party</source>
        <translation>Partei</translation>
    </message>
    <message>
        <source>place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>said before</source>
        <translation>zuvor genannt</translation>
    </message>
    <message>
        <source>sender</source>
        <translation>Entsender</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Staat</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>target</source>
        <translation>Adressat</translation>
    </message>
    <message>
        <source>cue</source>
        <translation>Redeverb</translation>
    </message>
    <message>
        <source>force</source>
        <translation>Gewalt</translation>
    </message>
    <message>
        <source>attack</source>
        <translation>Angriff</translation>
    </message>
    <message>
        <source>consequence</source>
        <translation>Folge angedroht</translation>
    </message>
    <message>
        <source>breakoff</source>
        <translation>Abbruch</translation>
    </message>
    <message>
        <source>blame</source>
        <translation>Vorwurf</translation>
    </message>
    <message>
        <source>danger</source>
        <translation>Gefahr</translation>
    </message>
    <message>
        <source>dialogue</source>
        <translation>Dialog</translation>
    </message>
    <message>
        <source>peace</source>
        <translation>Frieden</translation>
    </message>
    <message>
        <source>hope</source>
        <translation>Hoffnung</translation>
    </message>
    <message>
        <source>in a condition</source>
        <translation>in einer Bedingung</translation>
    </message>
    <message>
        <source>negated</source>
        <translation>verneint</translation>
    </message>
    <message>
        <source>negated twice</source>
        <translation>doppelt verneint</translation>
    </message>
    <message>
        <source>language model</source>
        <translation>Sprachmodell</translation>
    </message>
    <message>
        <source>the whole in its context</source>
        <translation>das Ganze im Zusammenhang</translation>
    </message>
    <message>
        <source>if left out</source>
        <translation>ohne diese Wörter</translation>
    </message>
    <message>
        <source>what the article is about</source>
        <translation>wovon der Artikel handelt</translation>
    </message>
    <message>
        <source>calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>end of the scale</source>
        <translation>Ende der Skala</translation>
    </message>
    <message>
        <source>no word or phrase decides</source>
        <translation>kein Wort gibt den Ausschlag</translation>
    </message>
    <message>
        <source>No filter is set. Tick something on the left first.</source>
        <translation>Kein Filter ist gesetzt. Kreuzen Sie zuerst links etwas an.</translation>
    </message>
    <message>
        <source>Save these filters</source>
        <translation>Diese Filter speichern</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Name:</translation>
    </message>
    <message>
        <source>None saved yet</source>
        <translation>Noch keine gespeichert</translation>
    </message>
    <message>
        <source>No project is open.</source>
        <translation>Kein Projekt ist geöffnet.</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Konfidenz</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>Tonfall</translation>
    </message>
    <message>
        <source>Sort by: {name}</source>
        <translation>Sortieren nach: {name}</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Aussagen</translation>
    </message>
    <message>
        <source>Loading the language model</source>
        <translation>Das Sprachmodell wird geladen</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Looking for files</source>
        <translation>Dateien werden gesucht</translation>
    </message>
    <message>
        <source>Finishing the last import</source>
        <translation>Der letzte Import wird beendet</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the job</source>
        <translation>Aufgabe abbrechen</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Hält an …</translation>
    </message>
    <message>
        <source>Search statements: “red line” OR sanctions</source>
        <translation>Aussagen suchen: “red line” OR sanctions</translation>
    </message>
    <message>
        <source>Search statements</source>
        <translation>Aussagen suchen</translation>
    </message>
    <message>
        <source>All of the words, “exact words” in quotation marks, OR, the start of a word with *</source>
        <translation>Alle Wörter, „genaue Wörter“ in Anführungszeichen, OR, Wortanfang mit *</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Import articles (Ctrl+I)</source>
        <translation>Artikel importieren (Strg+I)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Export the chart (Ctrl+E)</source>
        <translation>Diagramm exportieren (Strg+E)</translation>
    </message>
    <message>
        <source>{n} undated</source>
        <translation>{n} undatiert</translation>
    </message>
    <message>
        <source>Show the statements of articles without a date</source>
        <translation>Aussagen aus Artikeln ohne Datum zeigen</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Rundgang</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>Rundgang beenden</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Who said what to whom, and how far does it escalate?</source>
        <translation>Wer sagte was zu wem, und wie sehr eskaliert es?</translation>
    </message>
    <message>
        <source>StanceDesk finds every statement in your news articles, says who spoke for which country, and charts how their stance changes. Everything stays on this computer.</source>
        <translation>StanceDesk findet jede Aussage in Ihren Nachrichtenartikeln, sagt, wer für welches Land sprach, und zeigt, wie sich die Haltung ändert. Alles bleibt auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation>Beispielprojekt öffnen</translation>
    </message>
    <message>
        <source>An invented crisis of forty articles, with a tour of the window</source>
        <translation>Eine erfundene Krise in vierzig Artikeln, mit einem Rundgang durch das Fenster</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Neues Projekt …</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Drop articles, a folder or a .stance project on this window</source>
        <translation>Artikel, einen Ordner oder ein .stance-Projekt auf dieses Fenster ziehen</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Zuletzt geöffnete Projekte</translation>
    </message>
    <message>
        <source>This project is empty</source>
        <translation>Dieses Projekt ist leer</translation>
    </message>
    <message>
        <source>Import news articles as text, HTML or other files, one by one or as a whole folder. You can also drop them anywhere on this window.</source>
        <translation>Importieren Sie Nachrichtenartikel als Text, HTML oder andere Dateien, einzeln oder als ganzen Ordner. Sie können sie auch auf dieses Fenster ziehen.</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>Dateien importieren …</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Ordner importieren …</translation>
    </message>
    <message>
        <source>Add from the web…</source>
        <translation>Aus dem Web hinzufügen …</translation>
    </message>
    <message>
        <source>Reading the articles</source>
        <translation>Die Artikel werden gelesen</translation>
    </message>
    <message>
        <source>Statements, charts and filters appear here as soon as the first articles are analysed. You can go on working meanwhile.</source>
        <translation>Aussagen, Diagramme und Filter erscheinen hier, sobald die ersten Artikel analysiert sind. Sie können inzwischen weiterarbeiten.</translation>
    </message>
    <message>
        <source>No statement yet</source>
        <translation>Noch keine Aussage</translation>
    </message>
    <message>
        <source>The articles of this project are not analysed yet, or nobody is quoted in them. Import them again to go on, or import more.</source>
        <translation>Die Artikel dieses Projekts sind noch nicht analysiert, oder niemand wird darin zitiert. Importieren Sie sie noch einmal, um fortzufahren, oder importieren Sie weitere.</translation>
    </message>
    <message>
        <source>No statement matches</source>
        <translation>Keine Aussage passt</translation>
    </message>
    <message>
        <source>the filters</source>
        <translation>die Filter</translation>
    </message>
    <message>
        <source>Nothing is left by {filters}. Untick something on the left, or start again.</source>
        <translation>Diese Filter lassen nichts übrig: {filters}. Wählen Sie links etwas ab oder beginnen Sie von vorn.</translation>
    </message>
    <message>
        <source>strongly escalates</source>
        <translation>stark eskalierend</translation>
    </message>
    <message>
        <source>mildly escalates</source>
        <translation>leicht eskalierend</translation>
    </message>
    <message>
        <source>mildly de-escalates</source>
        <translation>leicht deeskalierend</translation>
    </message>
    <message>
        <source>strongly de-escalates</source>
        <translation>stark deeskalierend</translation>
    </message>
    <message>
        <source>strongly</source>
        <translation>stark</translation>
    </message>
    <message>
        <source>mildly</source>
        <translation>leicht</translation>
    </message>
    <message>
        <source>date from the page&apos;s metadata</source>
        <translation>Datum aus den Metadaten der Seite</translation>
    </message>
    <message>
        <source>date found in the text</source>
        <translation>Datum im Text gefunden</translation>
    </message>
    <message>
        <source>date given at import</source>
        <translation>Datum beim Import angegeben</translation>
    </message>
    <message>
        <source>date set by hand</source>
        <translation>Datum von Hand gesetzt</translation>
    </message>
    <message>
        <source>undated</source>
        <translation>undatiert</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>Qt format of a day</comment>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>noch wenige Sekunden</translation>
    </message>
    <message>
        <source>about {n} s left</source>
        <translation>noch etwa {n} s</translation>
    </message>
    <message>
        <source>about {n} min left</source>
        <translation>noch etwa {n} min</translation>
    </message>
    <message>
        <source>about {n} h left</source>
        <translation>noch etwa {n} h</translation>
    </message>
    <message>
        <source>{some} of {all}</source>
        <translation>{some} von {all}</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <comment>quotation marks</comment>
        <translation>„{words}“</translation>
    </message>
    <message numerus="yes">
        <source>{some} of {n} statement(s)</source>
        <translation>
            <numerusform>{some} von {n} Aussage</numerusform>
            <numerusform>{some} von {n} Aussagen</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} in reprints, which count once</source>
        <translation>{n} in Nachdrucken, die einmal zählen</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Columns of {name}</source>
        <translation>Spalten von {name}</translation>
    </message>
    <message>
        <source>This kind of table is new to the project. Check which column is what; tables with the same headings are then read alike.</source>
        <translation>Diese Art Tabelle ist dem Projekt neu. Prüfen Sie, welche Spalte was enthält; Tabellen mit denselben Überschriften werden dann ebenso gelesen.</translation>
    </message>
    <message>
        <source>Choose the column that holds the texts.</source>
        <translation>Wählen Sie die Spalte mit den Texten.</translation>
    </message>
    <message>
        <source>Leave this table out</source>
        <translation>Diese Tabelle auslassen</translation>
    </message>
    <message>
        <source>Import the table</source>
        <translation>Tabelle importieren</translation>
    </message>
    <message>
        <source>Column of: {field}</source>
        <translation>Spalte für: {field}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>First rows of the table</source>
        <translation>Erste Zeilen der Tabelle</translation>
    </message>
    <message>
        <source>Waiting for the columns of a table</source>
        <translation>Wartet auf die Spalten einer Tabelle</translation>
    </message>
    <message>
        <source>You can go back to its backup of {day}.</source>
        <translation>Sie können zur Sicherung vom {day} zurückkehren.</translation>
    </message>
    <message>
        <source>Restore the backup</source>
        <translation>Sicherung zurückholen</translation>
    </message>
    <message>
        <source>No backup lies beside it. A repair takes its articles and codings as they are.</source>
        <translation>Es liegt keine Sicherung daneben. Eine Reparatur nimmt Artikel und Codierungen, wie sie sind.</translation>
    </message>
    <message>
        <source>Repair it</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Restoring the backup</source>
        <translation>Sicherung wird zurückgeholt</translation>
    </message>
    <message>
        <source>{file} is as it was on {day}.</source>
        <translation>{file} ist wieder so wie am {day}.</translation>
    </message>
    <message>
        <source>What was damaged is kept in {file}.</source>
        <translation>Das Beschädigte liegt in {file}.</translation>
    </message>
    <message>
        <source>Repairing the project</source>
        <translation>Projekt wird repariert</translation>
    </message>
    <message>
        <source>{file} is repaired: articles and codings are taken as they are.</source>
        <translation>{file} ist repariert: Artikel und Codierungen gelten, wie sie sind.</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>Beobachtete Ordner</translation>
    </message>
    <message>
        <source>New and changed files are imported while this project is open; they are looked for once a minute.</source>
        <translation>Neue und geänderte Dateien werden importiert, solange dieses Projekt offen ist; einmal in der Minute wird nachgesehen.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>Nachgesehen</translation>
    </message>
    <message>
        <source>No folders yet. Add one into which articles are saved.</source>
        <translation>Noch keine Ordner. Fügen Sie einen hinzu, in dem Artikel gespeichert werden.</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>Jetzt nachsehen</translation>
    </message>
    <message>
        <source>watched</source>
        <translation>beobachtet</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Add from the web</source>
        <translation>Aus dem Web hinzufügen</translation>
    </message>
    <message>
        <source>Addresses of articles, one a line. Other words around them do no harm.</source>
        <translation>Adressen von Artikeln, eine je Zeile. Andere Wörter daneben schaden nicht.</translation>
    </message>
    <message>
        <source>Addresses, one a line</source>
        <translation>Adressen, eine je Zeile</translation>
    </message>
    <message>
        <source>StanceDesk goes online now, for these pages only: it asks each site what programs may read (robots.txt), then one page every two seconds.</source>
        <translation>StanceDesk geht jetzt online, nur für diese Seiten: Es fragt jede Website, was Programme lesen dürfen (robots.txt), dann alle zwei Sekunden eine Seite.</translation>
    </message>
    <message>
        <source>Read and import</source>
        <translation>Lesen und importieren</translation>
    </message>
    <message>
        <source>Choose a list of addresses</source>
        <translation>Liste von Adressen wählen</translation>
    </message>
    <message>
        <source>Lists (*.txt *.csv *.md *.html);;All files (*)</source>
        <translation>Listen (*.txt *.csv *.md *.html);;Alle Dateien (*)</translation>
    </message>
    <message numerus="yes">
        <source>{n} page(s)</source>
        <translation>
            <numerusform>{n} Seite</numerusform>
            <numerusform>{n} Seiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} line(s) without an address: “{first}”</source>
        <translation>
            <numerusform>{n} Zeile ohne Adresse: „{first}“</numerusform>
            <numerusform>{n} Zeilen ohne Adresse: „{first}“</numerusform>
        </translation>
    </message>
    <message>
        <source>Importing from watched folders</source>
        <translation>Import aus beobachteten Ordnern</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>Ordner beobachten</translation>
    </message>
    <message numerus="yes">
        <source>Reading {n} page(s) of the web</source>
        <translation>
            <numerusform>{n} Seite aus dem Web wird gelesen</numerusform>
            <numerusform>{n} Seiten aus dem Web werden gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>online</source>
        <translation>online</translation>
    </message>
    <message numerus="yes">
        <source>Asking {n} feed(s)</source>
        <translation>
            <numerusform>{n} Feed wird abgefragt</numerusform>
            <numerusform>{n} Feeds werden abgefragt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} feed(s) followed already.</source>
        <translation>
            <numerusform>{n} Feed steht schon in der Liste.</numerusform>
            <numerusform>{n} Feeds stehen schon in der Liste.</numerusform>
        </translation>
    </message>
</context>
</TS>
