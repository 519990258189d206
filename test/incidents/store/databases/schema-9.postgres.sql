
CREATE FUNCTION line_km(a double precision, b double precision, c double precision, d double precision, e double precision, f double precision, g double precision, h double precision) RETURNS double precision
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
BEGIN
  IF line_side(a, b, c, d, e, f) * line_side(a, b, c, d, g, h) < 0
    AND line_side(e, f, g, h, a, b) * line_side(e, f, g, h, c, d) < 0 THEN RETURN 0; END IF;
  RETURN least(point_line_km(a, b, e, f, g, h), point_line_km(c, d, e, f, g, h),
    point_line_km(e, f, a, b, c, d), point_line_km(g, h, a, b, c, d));
END $$;

CREATE FUNCTION line_side(alat double precision, alon double precision, blat double precision, blon double precision, plat double precision, plon double precision) RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$ SELECT sign((blon - alon) * (plat - alat) - (blat - alat) * (plon - alon)) $$;

CREATE FUNCTION point_line_km(plat double precision, plon double precision, alat double precision, alon double precision, blat double precision, blon double precision) RETURNS double precision
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
DECLARE
  scale float8 := cos(radians((alat + blat) / 2)) * 111.195;
  ex float8 := (blon - alon) * scale; ey float8 := (blat - alat) * 111.195;
  px float8 := (plon - alon) * scale; py float8 := (plat - alat) * 111.195;
  length float8 := ex * ex + ey * ey;
  t float8 := CASE WHEN length = 0 THEN 0 ELSE greatest(0, least(1, (px * ex + py * ey) / length)) END;
BEGIN
  RETURN sqrt((px - t * ex) * (px - t * ex) + (py - t * ey) * (py - t * ey));
END $$;

CREATE TEXT SEARCH DICTIONARY sitrep_stem (
    TEMPLATE = pg_catalog.snowball,
    language = 'english' );

CREATE TEXT SEARCH CONFIGURATION sitrep (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION sitrep
    ADD MAPPING FOR asciiword WITH sitrep_stem;

ALTER TEXT SEARCH CONFIGURATION sitrep
    ADD MAPPING FOR word WITH sitrep_stem;

ALTER TEXT SEARCH CONFIGURATION sitrep
    ADD MAPPING FOR numword WITH sitrep_stem;

ALTER TEXT SEARCH CONFIGURATION sitrep
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION sitrep
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION sitrep
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION sitrep
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION sitrep
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION sitrep
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION sitrep
    ADD MAPPING FOR hword_part WITH simple;

ALTER TEXT SEARCH CONFIGURATION sitrep
    ADD MAPPING FOR hword_asciipart WITH simple;

ALTER TEXT SEARCH CONFIGURATION sitrep
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION sitrep
    ADD MAPPING FOR asciihword WITH simple;

ALTER TEXT SEARCH CONFIGURATION sitrep
    ADD MAPPING FOR hword WITH simple;

ALTER TEXT SEARCH CONFIGURATION sitrep
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION sitrep
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION sitrep
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION sitrep
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION sitrep
    ADD MAPPING FOR uint WITH simple;

CREATE TABLE actor_total (
    types text NOT NULL COLLATE pg_catalog."C",
    country text NOT NULL COLLATE pg_catalog."C",
    first text NOT NULL COLLATE pg_catalog."C",
    last text NOT NULL COLLATE pg_catalog."C",
    actor text NOT NULL COLLATE pg_catalog."C",
    roles text NOT NULL COLLATE pg_catalog."C",
    n bigint NOT NULL,
    best bigint NOT NULL,
    low bigint NOT NULL,
    high bigint NOT NULL,
    civilians bigint NOT NULL,
    known bigint NOT NULL,
    civilians_known bigint NOT NULL
);

CREATE TABLE admin1_total (
    types text NOT NULL COLLATE pg_catalog."C",
    country text NOT NULL COLLATE pg_catalog."C",
    admin1 text NOT NULL COLLATE pg_catalog."C",
    first text NOT NULL COLLATE pg_catalog."C",
    last text NOT NULL COLLATE pg_catalog."C",
    n bigint NOT NULL,
    best bigint NOT NULL,
    low bigint NOT NULL,
    high bigint NOT NULL,
    civilians bigint NOT NULL,
    known bigint NOT NULL,
    civilians_known bigint NOT NULL
);

CREATE TABLE alike (
    a bigint NOT NULL,
    b bigint NOT NULL,
    confidence double precision NOT NULL,
    reasons text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE alone (
    rid bigint NOT NULL,
    json text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE announced (
    name text NOT NULL COLLATE pg_catalog."C",
    cursor bigint NOT NULL
);

CREATE TABLE apart (
    a text NOT NULL COLLATE pg_catalog."C",
    b text NOT NULL COLLATE pg_catalog."C",
    by text NOT NULL COLLATE pg_catalog."C",
    at text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE attributed (
    rid bigint NOT NULL,
    status text NOT NULL COLLATE pg_catalog."C",
    actor text NOT NULL COLLATE pg_catalog."C",
    source text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE body (
    rid bigint NOT NULL,
    json text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE change (
    cursor bigint NOT NULL,
    id text NOT NULL COLLATE pg_catalog."C",
    revision bigint NOT NULL,
    action text NOT NULL COLLATE pg_catalog."C",
    at text NOT NULL COLLATE pg_catalog."C",
    by text NOT NULL COLLATE pg_catalog."C",
    why text NOT NULL COLLATE pg_catalog."C",
    before text COLLATE pg_catalog."C",
    after text COLLATE pg_catalog."C",
    hidden bigint DEFAULT 0 NOT NULL,
    other text COLLATE pg_catalog."C"
);

ALTER TABLE change ALTER COLUMN cursor ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME change_cursor_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE conversation (
    thread text NOT NULL COLLATE pg_catalog."C",
    at bigint NOT NULL,
    json text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE dataset (
    id text NOT NULL COLLATE pg_catalog."C",
    json text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE derived (
    name text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    json text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE draft (
    key text NOT NULL COLLATE pg_catalog."C",
    at bigint NOT NULL,
    json text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE feedback (
    offer text NOT NULL COLLATE pg_catalog."C",
    asker text NOT NULL COLLATE pg_catalog."C",
    at bigint NOT NULL,
    "right" bigint NOT NULL,
    question text NOT NULL COLLATE pg_catalog."C",
    understood text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE heard (
    key text NOT NULL COLLATE pg_catalog."C",
    at bigint NOT NULL
);

CREATE TABLE incident (
    rid bigint NOT NULL,
    id text NOT NULL COLLATE pg_catalog."C",
    seq bigint NOT NULL,
    dataset text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    counted bigint NOT NULL,
    retracted bigint DEFAULT 0 NOT NULL,
    revision bigint DEFAULT 1 NOT NULL,
    first text COLLATE pg_catalog."C",
    last text COLLATE pg_catalog."C",
    when_precision text NOT NULL COLLATE pg_catalog."C",
    country text COLLATE pg_catalog."C",
    admin1 text COLLATE pg_catalog."C",
    admin2 text COLLATE pg_catalog."C",
    place text COLLATE pg_catalog."C",
    lat double precision,
    lon double precision,
    lat2 double precision,
    lon2 double precision,
    where_precision text NOT NULL COLLATE pg_catalog."C",
    type text COLLATE pg_catalog."C",
    more_types bigint NOT NULL,
    best bigint,
    low bigint,
    high bigint,
    civilians bigint,
    wounded bigint,
    abducted bigint,
    arrested bigint,
    merged_into text COLLATE pg_catalog."C",
    unreviewed bigint DEFAULT 0 NOT NULL,
    cell bigint,
    long bigint DEFAULT 0 NOT NULL
);

ALTER TABLE incident ALTER COLUMN rid ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME incident_rid_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE lane (
    platform text NOT NULL COLLATE pg_catalog."C",
    channel text NOT NULL COLLATE pg_catalog."C",
    due bigint NOT NULL,
    tries bigint DEFAULT 0 NOT NULL,
    sending text COLLATE pg_catalog."C",
    holder text COLLATE pg_catalog."C",
    lease bigint DEFAULT 0 NOT NULL
);

CREATE TABLE merged (
    absorbed text NOT NULL COLLATE pg_catalog."C",
    kept text NOT NULL COLLATE pg_catalog."C",
    by text NOT NULL COLLATE pg_catalog."C",
    at text NOT NULL COLLATE pg_catalog."C",
    why text NOT NULL COLLATE pg_catalog."C",
    confidence double precision
);

CREATE TABLE met (
    rid bigint NOT NULL,
    a text NOT NULL COLLATE pg_catalog."C",
    b text NOT NULL COLLATE pg_catalog."C",
    last text COLLATE pg_catalog."C",
    country text COLLATE pg_catalog."C",
    admin1 text COLLATE pg_catalog."C"
);

CREATE TABLE named (
    kind text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    country text NOT NULL COLLATE pg_catalog."C",
    admin1 text NOT NULL COLLATE pg_catalog."C",
    n bigint NOT NULL,
    placed bigint NOT NULL,
    lat bigint NOT NULL,
    lon bigint NOT NULL,
    version bigint NOT NULL
);

CREATE TABLE offer (
    key text NOT NULL COLLATE pg_catalog."C",
    at bigint NOT NULL,
    json text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE outbox (
    seq bigint NOT NULL,
    platform text NOT NULL COLLATE pg_catalog."C",
    channel text NOT NULL COLLATE pg_catalog."C",
    incident text NOT NULL COLLATE pg_catalog."C",
    revision bigint NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    subscriptions text NOT NULL COLLATE pg_catalog."C",
    words text NOT NULL COLLATE pg_catalog."C",
    state text DEFAULT 'waiting'::text NOT NULL COLLATE pg_catalog."C",
    made bigint NOT NULL,
    due bigint NOT NULL,
    sent bigint,
    message text COLLATE pg_catalog."C",
    error text COLLATE pg_catalog."C"
);

ALTER TABLE outbox ALTER COLUMN seq ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME outbox_seq_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE part (
    rid bigint NOT NULL,
    actor text NOT NULL COLLATE pg_catalog."C",
    role text NOT NULL COLLATE pg_catalog."C",
    last text COLLATE pg_catalog."C",
    country text COLLATE pg_catalog."C",
    admin1 text COLLATE pg_catalog."C"
);

CREATE TABLE pushed (
    dataset text NOT NULL COLLATE pg_catalog."C",
    key text NOT NULL COLLATE pg_catalog."C",
    hash text NOT NULL COLLATE pg_catalog."C",
    answer text NOT NULL COLLATE pg_catalog."C",
    at bigint NOT NULL
);

CREATE TABLE reported (
    rid bigint NOT NULL,
    publisher text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE schema_version (
    version bigint NOT NULL
);

CREATE TABLE setting (
    scope text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    json text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE source (
    id bigint NOT NULL,
    told text NOT NULL COLLATE pg_catalog."C",
    cursor text COLLATE pg_catalog."C",
    due bigint NOT NULL,
    lease bigint DEFAULT 0 NOT NULL,
    paused bigint DEFAULT 0 NOT NULL,
    tries bigint DEFAULT 0 NOT NULL,
    last_success bigint DEFAULT 0 NOT NULL,
    last_rows text COLLATE pg_catalog."C",
    last_error text COLLATE pg_catalog."C",
    last_error_at bigint DEFAULT 0 NOT NULL
);

ALTER TABLE source ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME source_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE subscription (
    id bigint NOT NULL,
    platform text NOT NULL COLLATE pg_catalog."C",
    channel text NOT NULL COLLATE pg_catalog."C",
    json text NOT NULL COLLATE pg_catalog."C",
    removed bigint DEFAULT 0 NOT NULL,
    updated bigint NOT NULL
);

ALTER TABLE subscription ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME subscription_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE total (
    grain text NOT NULL COLLATE pg_catalog."C",
    country text NOT NULL COLLATE pg_catalog."C",
    first text NOT NULL COLLATE pg_catalog."C",
    last text NOT NULL COLLATE pg_catalog."C",
    type text NOT NULL COLLATE pg_catalog."C",
    types text NOT NULL COLLATE pg_catalog."C",
    n bigint NOT NULL,
    best bigint NOT NULL,
    low bigint NOT NULL,
    high bigint NOT NULL,
    civilians bigint NOT NULL,
    known bigint NOT NULL,
    civilians_known bigint NOT NULL
);

CREATE TABLE type_set (
    types text NOT NULL COLLATE pg_catalog."C",
    type text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE typed (
    rid bigint NOT NULL,
    type text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE watched (
    path text NOT NULL COLLATE pg_catalog."C",
    size bigint NOT NULL,
    changed double precision NOT NULL,
    hash text NOT NULL COLLATE pg_catalog."C",
    error text COLLATE pg_catalog."C",
    at bigint NOT NULL
);

CREATE TABLE words (
    rid bigint NOT NULL,
    vector tsvector NOT NULL
);

INSERT INTO actor_total VALUES ('airstrike', 'Syria', '2020-01-01', '2020-12-31', 'Harakat Hezbollah al-Nujaba', 'target', 1, 35, 35, 35, 0, 1, 0);
INSERT INTO actor_total VALUES ('airstrike', 'Syria', '2020-01-01', '2020-12-31', 'Iran-backed militias', 'target', 1, 35, 35, 35, 0, 1, 0);
INSERT INTO actor_total VALUES ('airstrike', 'Syria', '2020-01-01', '2020-12-31', 'Kata''ib Hezbollah', 'target', 1, 35, 35, 35, 0, 1, 0);
INSERT INTO actor_total VALUES ('ambush arson', 'Iraq', '2020-01-01', '2020-12-31', 'American logistical convoy', 'target', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO actor_total VALUES ('ambush arson', 'Iraq', '2020-01-01', '2020-12-31', 'Civilians', 'victim', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO actor_total VALUES ('ambush arson', 'Iraq', '2020-01-01', '2020-12-31', 'unidentified assailants', 'attacker', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO actor_total VALUES ('arrest raid seizure', 'Iraq', '', '', 'Iraqi security services', 'attacker', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO actor_total VALUES ('arrest raid seizure', 'Iraq', '', '', 'a militia (not named)', 'target', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO actor_total VALUES ('*', 'Iraq', '', '', 'Iraqi security services', 'attacker', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO actor_total VALUES ('*', 'Iraq', '', '', 'a militia (not named)', 'target', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO actor_total VALUES ('*', 'Iraq', '2020-01-01', '2020-12-31', 'American logistical convoy', 'target', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO actor_total VALUES ('*', 'Iraq', '2020-01-01', '2020-12-31', 'Civilians', 'victim', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO actor_total VALUES ('*', 'Iraq', '2020-01-01', '2020-12-31', 'unidentified assailants', 'attacker', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO actor_total VALUES ('*', 'Syria', '2020-01-01', '2020-12-31', 'Harakat Hezbollah al-Nujaba', 'target', 1, 35, 35, 35, 0, 1, 0);
INSERT INTO actor_total VALUES ('*', 'Syria', '2020-01-01', '2020-12-31', 'Iran-backed militias', 'target', 1, 35, 35, 35, 0, 1, 0);
INSERT INTO actor_total VALUES ('*', 'Syria', '2020-01-01', '2020-12-31', 'Kata''ib Hezbollah', 'target', 1, 35, 35, 35, 0, 1, 0);
INSERT INTO actor_total VALUES ('*', '*', '', '', 'Iraqi security services', 'attacker', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO actor_total VALUES ('*', '*', '', '', 'a militia (not named)', 'target', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO actor_total VALUES ('*', '*', '2020-01-01', '2020-12-31', 'American logistical convoy', 'target', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO actor_total VALUES ('*', '*', '2020-01-01', '2020-12-31', 'Civilians', 'victim', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO actor_total VALUES ('*', '*', '2020-01-01', '2020-12-31', 'Harakat Hezbollah al-Nujaba', 'target', 1, 35, 35, 35, 0, 1, 0);
INSERT INTO actor_total VALUES ('*', '*', '2020-01-01', '2020-12-31', 'Iran-backed militias', 'target', 1, 35, 35, 35, 0, 1, 0);
INSERT INTO actor_total VALUES ('*', '*', '2020-01-01', '2020-12-31', 'Kata''ib Hezbollah', 'target', 1, 35, 35, 35, 0, 1, 0);
INSERT INTO actor_total VALUES ('*', '*', '2020-01-01', '2020-12-31', 'unidentified assailants', 'attacker', 1, 0, 0, 0, 0, 0, 0);

INSERT INTO admin1_total VALUES ('airstrike', 'Syria', 'Deir ez-Zor', '2020-01-01', '2020-12-31', 1, 35, 35, 35, 0, 1, 0);
INSERT INTO admin1_total VALUES ('ambush arson', 'Iraq', '', '2020-01-01', '2020-12-31', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO admin1_total VALUES ('arrest raid seizure', 'Iraq', '', '', '', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO admin1_total VALUES ('*', 'Syria', 'Deir ez-Zor', '2020-01-01', '2020-12-31', 1, 35, 35, 35, 0, 1, 0);
INSERT INTO admin1_total VALUES ('*', 'Iraq', '', '', '', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO admin1_total VALUES ('ambush', 'Iraq', '', '2020-01-01', '2020-12-31', 1, 3, 3, 3, 0, 1, 0);
INSERT INTO admin1_total VALUES ('*', 'Iraq', '', '2020-01-01', '2020-12-31', 2, 3, 3, 3, 0, 1, 0);

INSERT INTO alone VALUES (5, '{"kind":"incident","id":"wire:1","title":"Ambush number 1","when":{"start":"2020-07-13","end":"2020-07-13","precision":"day","basis":"source"},"where":{"place":"Samawah","country":"Iraq","lat":31.31,"lon":45.28,"precision":"exact","basis":"source"},"actors":[],"attributions":[],"reports":[{"publisher":"Wire"}],"details":[],"eventTypes":["ambush"],"casualties":[{"group":"all","killed":{"low":3,"best":3,"high":3},"by":"the police"}],"flags":[]}');

INSERT INTO announced VALUES ('announcer', 10);

INSERT INTO attributed VALUES (1, 'observed', 'unidentified assailants', 'SOFREP');
INSERT INTO attributed VALUES (1, 'suspected', 'an Iranian proxy militia (not named)', 'SOFREP');
INSERT INTO attributed VALUES (1, 'suspected', 'one of the Iranian proxy militias (not named)', 'sources in the Iraqi Interior Ministry, via al-Araby al-Jadeed');
INSERT INTO attributed VALUES (1, 'doubted', 'Islamic State', 'sources in the Iraqi Interior Ministry, via al-Araby al-Jadeed');
INSERT INTO attributed VALUES (1, 'claimed', 'Sayara Thora Al-Ashrin', 'Sayara Thora Al-Ashrin');

INSERT INTO body VALUES (1, '{"kind":"incident","id":"sitrep:samawah-convoy-2020-07-11","title":"Ambush of an American logistical convoy between Diwaniya and Samawah","summary":"Assailants ambushed three trucks of an American logistical convoy between Diwaniya and Samawah, forced the drivers out and burned all three trucks.","when":{"start":"2020-07-11","end":"2020-07-11","precision":"day","partOfDay":"night","asWritten":"Saturday night","basis":"outside"},"where":{"description":"On the road between Diwaniya and Samawah","country":"Iraq","precision":"line","between":[{"name":"Diwaniya","lat":31.993,"lon":44.926},{"name":"Samawah","lat":31.332,"lon":45.294}],"route":"en route from Basra","basis":"source"},"actors":[{"actor":"unidentified assailants","role":"attacker"},{"actor":"American logistical convoy","role":"target"},{"actor":"Civilians","role":"victim"}],"attributions":[{"actor":"unidentified assailants","status":"observed","by":"SOFREP","quote":"Unidentified assailants, believed to be members of an Iranian proxy militia"},{"actor":"an Iranian proxy militia (not named)","status":"suspected","by":"SOFREP","note":"SOFREP gives no source for the belief."},{"actor":"one of the Iranian proxy militias (not named)","status":"suspected","by":"sources in the Iraqi Interior Ministry, via al-Araby al-Jadeed","quote":"still too early to say who was behind the attack","note":"The officials think a militia likelier than the Islamic State, and call it too early to say."},{"actor":"Islamic State","status":"doubted","by":"sources in the Iraqi Interior Ministry, via al-Araby al-Jadeed","quote":"rather than fighters from the Islamic State"},{"actor":"Sayara Thora Al-Ashrin","status":"claimed","by":"Sayara Thora Al-Ashrin","quote":"claimed responsibility for the attack, yet this may not mean much","note":"Reported by SOFREP, which doubts it: many new pro-Iranian groups were claiming attacks on U.S. targets, perhaps to keep official militias at a distance from them."}],"reports":[{"publisher":"SOFREP","quote":"burned all three of the convoy’s trucks"},{"publisher":"al-Araby al-Jadeed","via":"SOFREP","quote":"it seems to have been carried out by one of the Iranian proxy militias"},{"publisher":"Al Mayadeen","via":"SOFREP","quote":"American fighter jets could be heard in the vicinity"},{"publisher":"photos and a video on social media","via":"SOFREP","quote":"showed the trucks engulfed in flames"},{"publisher":"other media, not named","via":"SOFREP","quote":"U.S. helicopters were overflying the area"},{"publisher":"Jerusalem Post","via":"SOFREP"}],"details":[{"topic":"what","text":"The trucks were ambushed on the way from Basra; the assailants forced the drivers out before setting the trucks on fire.","by":"SOFREP"},{"topic":"damage","text":"All three trucks of the convoy were burned.","by":"SOFREP"},{"topic":"target","text":"The convoy was three large trucks with vehicles and logistical materials for American forces; the United States often uses contractors for such transport.","by":"SOFREP"},{"topic":"victims","text":"The truck drivers are not named, and nothing is said of their nationality; civilians are reported wounded, their number is not known.","by":"SOFREP"},{"topic":"aircraft","text":"Al Mayadeen, which SOFREP says is run by Lebanese Hezbollah, reported American fighter jets heard near the place; other media spoke of U.S. helicopters overhead.","by":"SOFREP"},{"topic":"statement","text":"The Jerusalem Post names other new pro-Iran groups, not as claimants of this attack: “Usbat al-Thaireen Ashab al-Kahaf” (printed as one name, perhaps two groups) and Saraya Shuhada Thawar Ashreen al-Thani.","by":"Jerusalem Post, via SOFREP"},{"topic":"statement","text":"The Iraqi security analyst Ahmad al-Hamdani told al-Araby al-Jadeed that the attack shows a new stage of escalation, may be a warning about American military convoys, and shows that the militias can learn of American movements.","by":"Ahmad al-Hamdani, via al-Araby al-Jadeed"},{"topic":"motive","text":"The analyst Ahmad al-Hamdani thinks that it may be a warning; no source states a motive.","by":"Ahmad al-Hamdani, via al-Araby al-Jadeed"},{"topic":"background","text":"Tension between the United States and Iranian-led militias had been building for months.","by":"SOFREP"},{"topic":"weapon","text":"No source names the weapons; the trucks were set on fire.","by":"SOFREP"},{"topic":"caution","text":"Who did it is not established, and whether “Sayara Thora Al-Ashrin” and “Saraya Shuhada Thawar Ashreen al-Thani” are the same group is not said."},{"topic":"date","text":"The report itself says only “Saturday night”.","by":"SOFREP"},{"topic":"place","text":"The exact point, the district and the destination are not given.","by":"SOFREP"}],"eventTypes":["ambush","arson"],"casualties":[{"group":"Americans","killed":"none reported","wounded":"none reported","by":"SOFREP"},{"group":"civilians","wounded":"number unknown","by":"SOFREP","note":"Being treated locally."}],"flags":[]}');
INSERT INTO body VALUES (2, '{"kind":"incident","id":"sitrep:deir-ez-zor-airstrike-2020-07-11","title":"Airstrike on an Iranian-led militia convoy in Deir ez-Zor province","summary":"An airstrike hit an Iranian-led militia convoy in eastern Syria’s Deir ez-Zor province. Anadolu alone reports 35 pro-Iranian militiamen killed and does not say who struck.","when":{"start":"2020-07-11","end":"2020-07-11","precision":"day","asWritten":"Saturday","basis":"outside"},"where":{"description":"Eastern Syria; the report speaks of Abu Kamal next, without saying that the strike was there","admin1":"Deir ez-Zor","country":"Syria","lat":34.45,"lon":40.92,"precision":"province","basis":"outside"},"actors":[{"actor":"Iran-backed militias","role":"target"},{"actor":"Kata''ib Hezbollah","role":"target"},{"actor":"Harakat Hezbollah al-Nujaba","role":"target"}],"attributions":[],"reports":[{"publisher":"Anadolu","via":"SOFREP","quote":"killed 35 pro-Iranian militiamen"},{"publisher":"SOFREP"}],"details":[{"topic":"target","text":"The militias hit are said to belong to Kata’ib Hezbollah (Hezbollah Brigades), part of the Popular Mobilization Forces, and to Harakat Hezbollah al-Nujaba.","by":"Anadolu, via SOFREP"},{"topic":"victims","text":"Two high-ranking militia commanders were killed; whether they are among the dead already counted is not said, so they are not added.","by":"Anadolu"},{"topic":"caution","text":"Anadolu does not say who was responsible for the strike.","by":"Anadolu"},{"topic":"background","text":"Both the United States and Israel have struck Iranian-led militias in Syria before; no source says that either did so here.","by":"SOFREP"},{"topic":"background","text":"The Imam Ali base near Abu Kamal, part of what is called a land bridge between Syria and Iraq, is background in the report.","by":"SOFREP"},{"topic":"caution","text":"The report does not say that the strike was on the Imam Ali base or at Abu Kamal itself."},{"topic":"date","text":"The report says only “Saturday”.","by":"SOFREP"},{"topic":"place","text":"Only the province, Deir ez-Zor in eastern Syria, is given; Abu Kamal is the town the report names next.","by":"SOFREP"}],"eventTypes":["airstrike"],"casualties":[{"group":"pro-Iranian militiamen","killed":{"low":35,"best":35,"high":35},"by":"Anadolu","note":"A single source."}],"flags":[]}');
INSERT INTO body VALUES (3, '{"kind":"incident","id":"sitrep:iraq-militia-raid-undated","title":"Raid on a militia headquarters in Iraq, 14 arrested","summary":"Iraqi security services raided a militia headquarters, arrested 14 members and confiscated rocket launchers. Neither the militia, the place nor the date is given.","when":{"start":null,"end":null,"precision":"unknown","asWritten":"Recently","basis":"source"},"where":{"country":"Iraq","precision":"country","basis":"source"},"actors":[{"actor":"Iraqi security services","role":"attacker"},{"actor":"a militia (not named)","role":"target"}],"attributions":[],"reports":[{"publisher":"SOFREP","quote":"raided a militia headquarters and arrested 14 militia members and confiscated rocket launchers"}],"details":[{"topic":"seized","text":"Rocket launchers were confiscated; how many is not said.","by":"SOFREP"},{"topic":"arrests","text":"Fourteen militia members were arrested.","by":"SOFREP"},{"topic":"target","text":"The headquarters of a militia that the report does not name.","by":"SOFREP"},{"topic":"motive","text":"It followed pressure from Washington and word that the militias were planning another attack.","by":"SOFREP"},{"topic":"date","text":"No source gives a date: the report says only “recently”.","by":"SOFREP"},{"topic":"place","text":"The place of the headquarters is not given.","by":"SOFREP"},{"topic":"caution","text":"The militia that was raided is not named."},{"topic":"victims","text":"Nothing is said of anyone hurt.","by":"SOFREP"}],"eventTypes":["raid","arrest","seizure"],"casualties":[{"group":"militia members","arrested":{"low":14,"best":14,"high":14},"by":"SOFREP"}],"flags":[]}');
INSERT INTO body VALUES (4, '{"kind":"aggregate","id":"sitrep:agg-rockets-since-october","when":{"start":null,"end":null,"precision":"unknown","asWritten":"Since October","basis":"source"},"where":{"country":"Iraq","precision":"country","basis":"source"},"actors":[],"attributions":[],"reports":[{"publisher":"SOFREP"}],"details":[{"topic":"caution","text":"A total given without a source; it may or may not hold the six since June, so the two are never added."},{"topic":"date","text":"October of 2019, by what is known from elsewhere."}],"eventTypes":["rocket","mortar"],"statement":"Iranian proxies have made “more than three dozen rocket and mortar attacks on U.S. targets” since October, says SOFREP without naming a source.","count":{"operator":">","value":36,"words":"more than three dozen"}}');
INSERT INTO body VALUES (6, '{"kind":"incident","id":"wire:2","title":"Ambush number 2","when":{"start":"2020-07-13","end":"2020-07-13","precision":"day","basis":"source"},"where":{"place":"Samawah","country":"Iraq","lat":31.31,"lon":45.28,"precision":"exact","basis":"source"},"actors":[],"attributions":[],"reports":[{"publisher":"Wire"}],"details":[],"eventTypes":["ambush"],"casualties":[{"group":"all","killed":{"low":3,"best":3,"high":3},"by":"the police"}],"flags":[]}');
INSERT INTO body VALUES (7, '{"kind":"incident","id":"wire:3","title":"Ambush number 3","when":{"start":"2020-07-13","end":"2020-07-13","precision":"day","basis":"source"},"where":{"place":"Samawah","country":"Iraq","lat":31.31,"lon":45.28,"precision":"exact","basis":"source"},"actors":[],"attributions":[],"reports":[{"publisher":"Wire"}],"details":[],"eventTypes":["ambush"],"casualties":[{"group":"all","killed":{"low":3,"best":3,"high":3},"by":"the police"}],"flags":[]}');
INSERT INTO body VALUES (5, '{"kind":"incident","id":"wire:1","title":"Ambush number 1","when":{"start":"2020-07-13","end":"2020-07-13","precision":"day","basis":"source"},"where":{"place":"Samawah","country":"Iraq","lat":31.31,"lon":45.28,"precision":"exact","basis":"source"},"actors":[],"attributions":[],"reports":[{"publisher":"Wire"}],"details":[],"eventTypes":["ambush"],"casualties":[{"group":"all","killed":{"low":3,"best":3,"high":3},"by":"the police"},{"group":"all","killed":{"low":3,"best":3,"high":3},"by":"the police","account":"wire:3"}],"flags":[],"accounts":[{"id":"wire:3","title":"Ambush number 3","told":"Wire","when":{"start":"2020-07-13","end":"2020-07-13","precision":"day","basis":"source"},"where":{"place":"Samawah","country":"Iraq","lat":31.31,"lon":45.28,"precision":"exact","basis":"source"},"eventTypes":["ambush"],"by":"Ana","at":"2020-07-14T09:00:00.000Z","why":"told twice"}]}');

INSERT INTO change VALUES (1, 'sitrep:samawah-convoy-2020-07-11', 1, 'add', '2020-07-14T09:00:00.000Z', 'Sitrep', 'shipped with the program', NULL, NULL, 0, NULL);
INSERT INTO change VALUES (2, 'sitrep:deir-ez-zor-airstrike-2020-07-11', 1, 'add', '2020-07-14T09:00:00.000Z', 'Sitrep', 'shipped with the program', NULL, NULL, 0, NULL);
INSERT INTO change VALUES (3, 'sitrep:iraq-militia-raid-undated', 1, 'add', '2020-07-14T09:00:00.000Z', 'Sitrep', 'shipped with the program', NULL, NULL, 0, NULL);
INSERT INTO change VALUES (4, 'sitrep:agg-rockets-since-october', 1, 'add', '2020-07-14T09:00:00.000Z', 'Sitrep', 'shipped with the program', NULL, NULL, 0, NULL);
INSERT INTO change VALUES (5, 'wire:1', 1, 'add', '2020-07-14T09:00:00.000Z', 'test', 'reported by mistake', NULL, NULL, 0, NULL);
INSERT INTO change VALUES (6, 'wire:2', 1, 'add', '2020-07-14T09:00:00.000Z', 'test', 'reported by mistake', NULL, NULL, 0, NULL);
INSERT INTO change VALUES (7, 'wire:2', 2, 'retract', '2020-07-14T09:00:00.000Z', 'test', 'reported by mistake', '{"kind":"incident","id":"wire:2","title":"Ambush number 2","when":{"start":"2020-07-13","end":"2020-07-13","precision":"day","basis":"source"},"where":{"place":"Samawah","country":"Iraq","lat":31.31,"lon":45.28,"precision":"exact","basis":"source"},"actors":[],"attributions":[],"reports":[{"publisher":"Wire"}],"details":[],"eventTypes":["ambush"],"casualties":[{"group":"all","killed":{"low":3,"best":3,"high":3},"by":"the police"}],"flags":[]}', NULL, 1, NULL);
INSERT INTO change VALUES (8, 'wire:3', 1, 'add', '2020-07-14T09:00:00.000Z', 'test', 'reported by mistake', NULL, NULL, 0, NULL);
INSERT INTO change VALUES (9, 'wire:3', 2, 'absorb', '2020-07-14T09:00:00.000Z', 'Ana', 'told twice', '{"kind":"incident","id":"wire:3","title":"Ambush number 3","when":{"start":"2020-07-13","end":"2020-07-13","precision":"day","basis":"source"},"where":{"place":"Samawah","country":"Iraq","lat":31.31,"lon":45.28,"precision":"exact","basis":"source"},"actors":[],"attributions":[],"reports":[{"publisher":"Wire"}],"details":[],"eventTypes":["ambush"],"casualties":[{"group":"all","killed":{"low":3,"best":3,"high":3},"by":"the police"}],"flags":[]}', NULL, 1, 'wire:1');
INSERT INTO change VALUES (10, 'wire:1', 2, 'merge', '2020-07-14T09:00:00.000Z', 'Ana', 'told twice', '{"kind":"incident","id":"wire:1","title":"Ambush number 1","when":{"start":"2020-07-13","end":"2020-07-13","precision":"day","basis":"source"},"where":{"place":"Samawah","country":"Iraq","lat":31.31,"lon":45.28,"precision":"exact","basis":"source"},"actors":[],"attributions":[],"reports":[{"publisher":"Wire"}],"details":[],"eventTypes":["ambush"],"casualties":[{"group":"all","killed":{"low":3,"best":3,"high":3},"by":"the police"}],"flags":[]}', NULL, 0, 'wire:3');

INSERT INTO conversation VALUES ('slack:C1:1', 1594717200000, '{"query":{"measure":"list","of":"incidents","filter":{"places":[{"relation":"in","name":"Iraq","level":"country","country":"Iraq","countries":["Iraq"],"dataNames":["Iraq"]}]},"order":"newest","limit":5,"offset":0},"ids":["wire:1"],"why":"in Iraq"}');

INSERT INTO dataset VALUES ('sitrep', '{"id":"sitrep","name":"Sitrep’s shipped incidents","licence":"CC BY 4.0","citation":"Sitrep, incidents written from a SOFREP article of July 2020; quotes belong to their publishers","redistribution":"allowed"}');
INSERT INTO dataset VALUES ('wire', '{"id":"wire","name":"Wire","licence":"CC BY 4.0","citation":"Wire"}');

INSERT INTO derived VALUES ('alike', 10, '{}');
INSERT INTO derived VALUES ('coverage', 10, '{"incidents":4,"records":6,"first":"2020-07-11","last":"2020-07-13","countries":[{"country":"Iraq","incidents":3,"last":"2020-07-13"},{"country":"Syria","incidents":1,"last":"2020-07-11"}],"datasets":[{"id":"sitrep","name":"Sitrep’s shipped incidents","licence":"CC BY 4.0","citation":"Sitrep, incidents written from a SOFREP article of July 2020; quotes belong to their publishers","redistribution":"allowed","incidents":3,"reports":0,"first":"2020-07-11","last":"2020-07-11"},{"id":"wire","name":"Wire","licence":"CC BY 4.0","citation":"Wire","incidents":1,"reports":0,"first":"2020-07-13","last":"2020-07-13"}],"version":10}');

INSERT INTO draft VALUES ('cfb3e0e07388ee3f', 1594717200000, '{"given":{"source":"Wire","locale":"en-GB"},"excerpt":"Three died near Samawah","incidents":[{"incident":{"kind":"incident","id":"wire:9","title":"Ambush number 9","when":{"start":"2020-07-13","end":"2020-07-13","precision":"day","basis":"source"},"where":{"place":"Samawah","country":"Iraq","lat":31.31,"lon":45.28,"precision":"exact","basis":"source"},"actors":[],"attributions":[],"reports":[{"publisher":"Wire"}],"details":[],"eventTypes":["ambush"],"casualties":[{"group":"all","killed":{"low":3,"best":3,"high":3},"by":"the police"}],"flags":[]},"evidence":[{"field":"where","words":"Samawah","quote":"Three died near Samawah."}]}],"aggregates":[],"developments":[],"sentences":1,"dropped":0,"cut":false}');

INSERT INTO feedback VALUES ('YtnoMtLfmq0', 'slack:U1', 1594717200000, 1, 'attacks in Iraq', '{"countries":["Iraq"]}');

INSERT INTO heard VALUES ('slack:Ev1', 1594717200000);

INSERT INTO incident VALUES (1, 'sitrep:samawah-convoy-2020-07-11', 0, 'sitrep', 'incident', 1, 0, 1, '2020-07-11', '2020-07-11', 'day', 'Iraq', NULL, NULL, NULL, 31.993, 44.926, 31.332, 45.294, 'line', 'ambush', 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, -1, 0);
INSERT INTO incident VALUES (2, 'sitrep:deir-ez-zor-airstrike-2020-07-11', 0, 'sitrep', 'incident', 1, 0, 1, '2020-07-11', '2020-07-11', 'day', 'Syria', 'Deir ez-Zor', NULL, NULL, 34.45, 40.92, NULL, NULL, 'province', 'airstrike', 0, 35, 35, 35, NULL, NULL, NULL, NULL, NULL, 0, 248441, 0);
INSERT INTO incident VALUES (3, 'sitrep:iraq-militia-raid-undated', 0, 'sitrep', 'incident', 1, 0, 1, NULL, NULL, 'unknown', 'Iraq', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'country', 'raid', 1, NULL, NULL, NULL, NULL, NULL, NULL, 14, NULL, 0, NULL, 0);
INSERT INTO incident VALUES (4, 'sitrep:agg-rockets-since-october', 0, 'sitrep', 'aggregate', 0, 0, 1, NULL, NULL, 'unknown', 'Iraq', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'country', 'rocket', 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0);
INSERT INTO incident VALUES (6, 'wire:2', 2, 'wire', 'incident', 0, 1, 2, '2020-07-13', '2020-07-13', 'day', 'Iraq', NULL, NULL, 'Samawah', 31.31, 45.28, NULL, NULL, 'exact', 'ambush', 0, 3, 3, 3, NULL, NULL, NULL, NULL, NULL, 0, 242450, 0);
INSERT INTO incident VALUES (7, 'wire:3', 3, 'wire', 'incident', 0, 0, 2, '2020-07-13', '2020-07-13', 'day', 'Iraq', NULL, NULL, 'Samawah', 31.31, 45.28, NULL, NULL, 'exact', 'ambush', 0, 3, 3, 3, NULL, NULL, NULL, NULL, 'wire:1', 0, 242450, 0);
INSERT INTO incident VALUES (5, 'wire:1', 1, 'wire', 'incident', 1, 0, 2, '2020-07-13', '2020-07-13', 'day', 'Iraq', NULL, NULL, 'Samawah', 31.31, 45.28, NULL, NULL, 'exact', 'ambush', 0, 3, 3, 3, NULL, NULL, NULL, NULL, NULL, 0, 242450, 0);

INSERT INTO lane VALUES ('slack', 'C1', 1594717200000, 0, NULL, NULL, 0);

INSERT INTO merged VALUES ('wire:3', 'wire:1', 'Ana', '2020-07-14T09:00:00.000Z', 'told twice', NULL);

INSERT INTO met VALUES (1, 'American logistical convoy', 'Civilians', '2020-07-11', 'Iraq', NULL);
INSERT INTO met VALUES (1, 'American logistical convoy', 'unidentified assailants', '2020-07-11', 'Iraq', NULL);
INSERT INTO met VALUES (1, 'Civilians', 'unidentified assailants', '2020-07-11', 'Iraq', NULL);
INSERT INTO met VALUES (2, 'Harakat Hezbollah al-Nujaba', 'Iran-backed militias', '2020-07-11', 'Syria', 'Deir ez-Zor');
INSERT INTO met VALUES (2, 'Harakat Hezbollah al-Nujaba', 'Kata''ib Hezbollah', '2020-07-11', 'Syria', 'Deir ez-Zor');
INSERT INTO met VALUES (2, 'Iran-backed militias', 'Kata''ib Hezbollah', '2020-07-11', 'Syria', 'Deir ez-Zor');
INSERT INTO met VALUES (3, 'Iraqi security services', 'a militia (not named)', NULL, 'Iraq', NULL);

INSERT INTO named VALUES ('country', 'Syria', 'Syria', '', 1, 1, 34450000, 40920000, 4);
INSERT INTO named VALUES ('admin1', 'Deir ez-Zor', 'Syria', '', 1, 0, 0, 0, 4);
INSERT INTO named VALUES ('actor', 'American logistical convoy', 'Iraq', '', 1, 0, 0, 0, 4);
INSERT INTO named VALUES ('actor', 'Civilians', 'Iraq', '', 1, 0, 0, 0, 4);
INSERT INTO named VALUES ('actor', 'Harakat Hezbollah al-Nujaba', 'Syria', '', 1, 0, 0, 0, 4);
INSERT INTO named VALUES ('actor', 'Iran-backed militias', 'Syria', '', 1, 0, 0, 0, 4);
INSERT INTO named VALUES ('actor', 'Iraqi security services', 'Iraq', '', 1, 0, 0, 0, 4);
INSERT INTO named VALUES ('actor', 'Islamic State', 'Iraq', '', 1, 0, 0, 0, 4);
INSERT INTO named VALUES ('actor', 'Kata''ib Hezbollah', 'Syria', '', 1, 0, 0, 0, 4);
INSERT INTO named VALUES ('actor', 'Sayara Thora Al-Ashrin', 'Iraq', '', 1, 0, 0, 0, 4);
INSERT INTO named VALUES ('actor', 'a militia (not named)', 'Iraq', '', 1, 0, 0, 0, 4);
INSERT INTO named VALUES ('actor', 'an Iranian proxy militia (not named)', 'Iraq', '', 1, 0, 0, 0, 4);
INSERT INTO named VALUES ('actor', 'one of the Iranian proxy militias (not named)', 'Iraq', '', 1, 0, 0, 0, 4);
INSERT INTO named VALUES ('actor', 'unidentified assailants', 'Iraq', '', 1, 0, 0, 0, 4);
INSERT INTO named VALUES ('source', 'Al Mayadeen', 'Iraq', '', 1, 0, 0, 0, 4);
INSERT INTO named VALUES ('source', 'Anadolu', 'Syria', '', 1, 0, 0, 0, 4);
INSERT INTO named VALUES ('source', 'Jerusalem Post', 'Iraq', '', 1, 0, 0, 0, 4);
INSERT INTO named VALUES ('source', 'SOFREP', 'Iraq', '', 2, 0, 0, 0, 4);
INSERT INTO named VALUES ('source', 'SOFREP', 'Syria', '', 1, 0, 0, 0, 4);
INSERT INTO named VALUES ('source', 'al-Araby al-Jadeed', 'Iraq', '', 1, 0, 0, 0, 4);
INSERT INTO named VALUES ('source', 'other media, not named', 'Iraq', '', 1, 0, 0, 0, 4);
INSERT INTO named VALUES ('source', 'photos and a video on social media', 'Iraq', '', 1, 0, 0, 0, 4);
INSERT INTO named VALUES ('country', 'Iraq', 'Iraq', '', 3, 2, 63303000, 90206000, 10);
INSERT INTO named VALUES ('place', 'Samawah', 'Iraq', '', 1, 1, 31310000, 45280000, 10);
INSERT INTO named VALUES ('source', 'Wire', 'Iraq', '', 1, 0, 0, 0, 10);

INSERT INTO offer VALUES ('YtnoMtLfmq0', 1594717200000, '{"question":"attacks in Iraq","understood":{"countries":["Iraq"]},"thread":"slack:C1:1","steps":[{"find":{"measure":"count","of":"incidents","filter":{"places":[{"relation":"in","name":"Iraq","level":"country","country":"Iraq","countries":["Iraq"],"dataNames":["Iraq"]}]},"order":"newest","limit":5,"offset":0}},{"ask":"how many were killed in Iraq?"}]}');

INSERT INTO outbox VALUES (1, 'slack', 'C1', 'sitrep:samawah-convoy-2020-07-11', 1, 'new', '[1]', '[]', 'sent', 1594717200000, 1594717200000, 1594717200000, 'M1', NULL);
INSERT INTO outbox VALUES (2, 'slack', 'C1', 'wire:1', 1, 'new', '[1]', '[]', 'waiting', 1594717200000, 1594717200000, NULL, NULL, NULL);

INSERT INTO part VALUES (1, 'unidentified assailants', 'attacker', '2020-07-11', 'Iraq', NULL);
INSERT INTO part VALUES (1, 'American logistical convoy', 'target', '2020-07-11', 'Iraq', NULL);
INSERT INTO part VALUES (1, 'Civilians', 'victim', '2020-07-11', 'Iraq', NULL);
INSERT INTO part VALUES (2, 'Iran-backed militias', 'target', '2020-07-11', 'Syria', 'Deir ez-Zor');
INSERT INTO part VALUES (2, 'Kata''ib Hezbollah', 'target', '2020-07-11', 'Syria', 'Deir ez-Zor');
INSERT INTO part VALUES (2, 'Harakat Hezbollah al-Nujaba', 'target', '2020-07-11', 'Syria', 'Deir ez-Zor');
INSERT INTO part VALUES (3, 'Iraqi security services', 'attacker', NULL, 'Iraq', NULL);
INSERT INTO part VALUES (3, 'a militia (not named)', 'target', NULL, 'Iraq', NULL);

INSERT INTO pushed VALUES ('wire', 'key-1', 'h', '{"added":1}', 1594717200000);

INSERT INTO reported VALUES (1, 'SOFREP');
INSERT INTO reported VALUES (1, 'al-Araby al-Jadeed');
INSERT INTO reported VALUES (1, 'Al Mayadeen');
INSERT INTO reported VALUES (1, 'photos and a video on social media');
INSERT INTO reported VALUES (1, 'other media, not named');
INSERT INTO reported VALUES (1, 'Jerusalem Post');
INSERT INTO reported VALUES (2, 'Anadolu');
INSERT INTO reported VALUES (2, 'SOFREP');
INSERT INTO reported VALUES (3, 'SOFREP');
INSERT INTO reported VALUES (4, 'SOFREP');
INSERT INTO reported VALUES (6, 'Wire');
INSERT INTO reported VALUES (7, 'Wire');
INSERT INTO reported VALUES (5, 'Wire');

INSERT INTO schema_version VALUES (1);
INSERT INTO schema_version VALUES (2);
INSERT INTO schema_version VALUES (3);
INSERT INTO schema_version VALUES (4);
INSERT INTO schema_version VALUES (5);
INSERT INTO schema_version VALUES (6);
INSERT INTO schema_version VALUES (7);
INSERT INTO schema_version VALUES (8);
INSERT INTO schema_version VALUES (9);

INSERT INTO setting VALUES ('slack:T1', 'zone', '"Asia/Baghdad"');
INSERT INTO setting VALUES ('slack:T1', 'language', '"fr"');

INSERT INTO source VALUES (1, '{"kind":"address","address":"https://example.org/feed.csv","every":3600000,"by":"Ana","at":"2020-07-14T09:00:00.000Z","fromChannel":false}', '{"etag":"a"}', 1594720800000, 0, 0, 0, 1594717200000, '{"rows":1,"added":1,"revised":0,"unchanged":0,"rejected":0}', NULL, 0);

INSERT INTO subscription VALUES (1, 'slack', 'C1', '{"words":"attacks near Samawah","query":{"measure":"list","of":"incidents","filter":{"places":[{"relation":"in","name":"Iraq","level":"country","country":"Iraq","countries":["Iraq"],"dataNames":["Iraq"]}]},"order":"newest","limit":5,"offset":0},"by":"Ana","owner":"U1","at":"2020-07-14T09:00:00.000Z","changes":true,"horizon":7,"rhythm":{"rhythm":"at-once","at":"08:00","weekday":"monday","zone":"UTC"},"mutedUntil":0}', 0, 1);
INSERT INTO subscription VALUES (2, 'slack', 'C2', '{"words":"all","query":{"measure":"list","of":"incidents","filter":{},"order":"newest","limit":5,"offset":0},"by":"Ana","at":"2020-07-14T09:00:00.000Z","changes":true,"horizon":7,"rhythm":{"rhythm":"at-once","at":"08:00","weekday":"monday","zone":"UTC"},"mutedUntil":0}', 1, 3);

INSERT INTO total VALUES ('month', 'Iraq', '', '', 'raid', 'arrest raid seizure', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO total VALUES ('month', 'Iraq', '2020-07-01', '2020-07-31', 'ambush', 'ambush arson', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO total VALUES ('month', 'Syria', '2020-07-01', '2020-07-31', 'airstrike', 'airstrike', 1, 35, 35, 35, 0, 1, 0);
INSERT INTO total VALUES ('year', 'Iraq', '', '', 'raid', 'arrest raid seizure', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO total VALUES ('year', 'Iraq', '2020-01-01', '2020-12-31', 'ambush', 'ambush arson', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO total VALUES ('year', 'Syria', '2020-01-01', '2020-12-31', 'airstrike', 'airstrike', 1, 35, 35, 35, 0, 1, 0);
INSERT INTO total VALUES ('month', '*', '', '', 'raid', 'arrest raid seizure', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO total VALUES ('month', '*', '2020-07-01', '2020-07-31', 'airstrike', 'airstrike', 1, 35, 35, 35, 0, 1, 0);
INSERT INTO total VALUES ('month', '*', '2020-07-01', '2020-07-31', 'ambush', 'ambush arson', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO total VALUES ('year', '*', '', '', 'raid', 'arrest raid seizure', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO total VALUES ('year', '*', '2020-01-01', '2020-12-31', 'airstrike', 'airstrike', 1, 35, 35, 35, 0, 1, 0);
INSERT INTO total VALUES ('year', '*', '2020-01-01', '2020-12-31', 'ambush', 'ambush arson', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO total VALUES ('month', 'Iraq', '2020-07-01', '2020-07-31', 'ambush', 'ambush', 1, 3, 3, 3, 0, 1, 0);
INSERT INTO total VALUES ('year', 'Iraq', '2020-01-01', '2020-12-31', 'ambush', 'ambush', 1, 3, 3, 3, 0, 1, 0);
INSERT INTO total VALUES ('month', '*', '2020-07-01', '2020-07-31', 'ambush', 'ambush', 1, 3, 3, 3, 0, 1, 0);
INSERT INTO total VALUES ('year', '*', '2020-01-01', '2020-12-31', 'ambush', 'ambush', 1, 3, 3, 3, 0, 1, 0);

INSERT INTO type_set VALUES ('airstrike', 'airstrike');
INSERT INTO type_set VALUES ('ambush arson', 'ambush');
INSERT INTO type_set VALUES ('ambush arson', 'arson');
INSERT INTO type_set VALUES ('arrest raid seizure', 'arrest');
INSERT INTO type_set VALUES ('arrest raid seizure', 'raid');
INSERT INTO type_set VALUES ('arrest raid seizure', 'seizure');
INSERT INTO type_set VALUES ('ambush', 'ambush');

INSERT INTO typed VALUES (1, 'ambush');
INSERT INTO typed VALUES (1, 'arson');
INSERT INTO typed VALUES (2, 'airstrike');
INSERT INTO typed VALUES (3, 'raid');
INSERT INTO typed VALUES (3, 'arrest');
INSERT INTO typed VALUES (3, 'seizure');
INSERT INTO typed VALUES (4, 'rocket');
INSERT INTO typed VALUES (4, 'mortar');
INSERT INTO typed VALUES (6, 'ambush');
INSERT INTO typed VALUES (7, 'ambush');
INSERT INTO typed VALUES (5, 'ambush');

INSERT INTO words VALUES (1, '''a'':115,192,236,411,418,444,449 ''about'':420 ''ahmad'':399,436 ''al'':98,100,138,140,151,155,205,207,223,334,376,379,393,400,403,405,437,486,493 ''all'':38,198,281 ''ambush'':1A,11A,20,263 ''american'':4A,15A,25,225,301,345,421,432 ''an'':3A,24,65,69 ''analyst'':398,435 ''and'':9A,30,36,46,122,235,297,318,388,424,456,482,488,514 ''arabi'':99,139,206,404 ''are'':315,326,495,517 ''area'':257 ''arson'':12A ''as'':370,382 ''ashab'':378 ''ashreen'':392,492 ''ashrin'':152,156,487 ''assail'':14A,19,56,59,270 ''at'':191 ''attack'':111,161,181,374,409 ''basra'':52,268 ''be'':62,229,417,443 ''been'':213,461 ''befor'':275 ''behind'':109 ''belief'':82 ''believ'':60 ''between'':7A,28,44,452 ''build'':462 ''burn'':37,197,288 ''by'':169,216,341 ''call'':123 ''can'':429 ''carri'':214 ''civilian'':18A,325 ''claim'':157,180 ''claimant'':371 ''contractor'':308 ''convoy'':6A,17A,27,202,286,290,423 ''could'':228 ''destin'':516 ''did'':477 ''distanc'':193 ''district'':513 ''diwaniya'':8A,29,45,53 ''doubt'':172 ''driver'':34,273,314 ''earli'':104,126 ''en'':49 ''engulf'':244 ''escal'':415 ''establish'':481 ''exact'':510 ''fighter'':144,226,346 ''fire'':280,475 ''flame'':246 ''for'':80,159,300,309,463 ''forc'':32,271,302 ''from'':51,145,194,267 ''give'':77 ''given'':519 ''group'':178,368,387,498 ''had'':460 ''hamdani'':401,438 ''have'':212 ''heard'':230,348 ''helicopt'':253,358 ''hezbollah'':343 ''in'':92,132,231,245 ''interior'':95,135 ''iran'':367 ''iranian'':66,70,86,177,220,457 ''iraq'':48 ''iraqi'':94,134,396 ''iraqy2020'':521C ''is'':320,331,339,479,499 ''islam'':120,129,147 ''it'':124,173,209,441,478 ''itself'':504 ''jade'':101,141,208,406 ''jerusalem'':258,361 ''jet'':227,347 ''kahaf'':380 ''keep'':188 ''known'':333 ''larg'':293 ''learn'':430 ''lebanes'':342 ''led'':458 ''likeli'':117 ''logist'':5A,16A,26,298 ''mani'':174 ''materi'':299 ''may'':164,416,442 ''mayadeen'':224,335 ''mean'':166 ''media'':240,248,353 ''member'':63 ''militari'':422 ''militia'':68,72,88,116,190,222,428,459 ''ministri'':96,136 ''month'':464 ''motiv'':450 ''movement'':433 ''much'':167 ''name'':74,90,250,317,363,384,467 ''nation'':324 ''near'':349 ''new'':175,365,412 ''night'':508 ''no'':78,446,465 ''not'':73,89,165,249,316,332,369,480,500,518 ''noth'':319 ''number'':330 ''of'':2A,23,64,84,200,218,284,322,355,372,414,431 ''offici'':113,189 ''often'':306 ''on'':41,182,238,264,279,474 ''one'':83,217,383 ''onli'':506 ''other'':247,352,364 ''out'':35,215,274 ''overfli'':255 ''overhead'':359 ''perhap'':186,385 ''photo'':234 ''place'':351 ''point'':511 ''post'':259,362 ''print'':381 ''pro'':176,366 ''proxi'':67,71,87,221 ''rather'':142 ''report'':168,327,344,503 ''respons'':158 ''road'':43 ''rout'':50 ''run'':340 ''s'':184,203,252,357 ''said'':321,501 ''samawah'':10A,31,47,54 ''same'':497 ''saraya'':389,489 ''saturday'':507 ''say'':106,128,338,505 ''sayara'':149,153,484 ''secur'':397 ''seem'':210 ''set'':276,473 ''show'':241,410,425 ''shuhada'':390,490 ''social'':239 ''sofrep'':57,75,76,170,196,337 ''sourc'':79,91,131,447,466 ''spoke'':354 ''stage'':413 ''state'':121,130,148,305,448,455 ''still'':102 ''such'':310 ''target'':185 ''tension'':451 ''thaireen'':377 ''than'':118,143 ''thani'':394,494 ''that'':407,426,440 ''thawar'':391,491 ''the'':33,42,81,85,93,110,112,119,133,146,160,201,219,232,242,256,260,265,269,272,277,285,289,303,312,350,360,395,408,427,434,453,468,470,496,502,509,512,515 ''their'':323,329 ''them'':195 ''think'':114,439 ''this'':163,373 ''thora'':150,154,485 ''three'':21,39,199,282,292 ''to'':61,105,127,187,211 ''told'':402 ''too'':103,125 ''transport'':311 ''truck'':22,40,204,243,261,278,283,294,313,471 ''two'':386 ''u'':183,251,356 ''unidentifi'':13A,55,58 ''unit'':304,454 ''usbat'':375 ''use'':307 ''vehicl'':296 ''via'':97,137 ''vicin'':233 ''video'':237 ''warn'':419,445 ''was'':108,291 ''way'':266 ''weapon'':469 ''were'':179,254,262,287,472 ''whether'':483 ''which'':171,336 ''who'':107,476 ''with'':295 ''wound'':328 ''y2020'':520C ''yet'':162');
INSERT INTO words VALUES (2, '''35'':43,76 ''a'':173 ''abu'':60,166,201,220 ''ad'':128 ''airstrik'':1A,13A,25 ''al'':22A,104 ''ali'':163,197 ''alon'':41 ''alreadi'':119 ''among'':116 ''an'':3A,24,27 ''anadolu'':40,74,129 ''and'':48,100,143,178 ''are'':84,115,126 ''at'':200 ''back'':15A ''background'':181 ''base'':164,198 ''befor'':152 ''belong'':87 ''between'':176 ''both'':139 ''bridg'':175 ''brigad'':93 ''call'':172 ''command'':110 ''convoy'':7A,31 ''count'':120 ''dead'':118 ''deir'':9A,36,70,212 ''did'':158 ''doe'':49,130,187 ''eastern'':33,54,216 ''either'':157 ''ez'':10A,37,71,213 ''for'':136 ''forc'':99 ''given'':219 ''harakat'':20A,102 ''have'':145 ''here'':160 ''hezbollah'':19A,21A,91,92,103 ''high'':107 ''hit'':26,83 ''ib'':18A,90 ''imam'':162,196 ''in'':8A,32,150,182,215 ''iran'':14A ''iranian'':4A,28,45,78,147 ''iraq'':179 ''is'':121,171,180,218,222 ''israel'':144 ''itself'':203 ''kamal'':61,167,202,221 ''kata'':17A,89 ''kill'':47,75,112 ''land'':174 ''led'':5A,29,148 ''militia'':6A,16A,30,82,109,149 ''militiamen'':46,79 ''mobil'':98 ''name'':227 ''near'':165 ''next'':62,228 ''no'':153 ''not'':50,122,127,131,188 ''nujaba'':23A,105 ''of'':59,95,169 ''on'':2A,194 ''onli'':207,209 ''or'':199 ''part'':94,168 ''popular'':97 ''pro'':44,77 ''provinc'':12A,39,211 ''rank'':108 ''report'':42,57,184,186,205,226 ''respons'':135 ''s'':35 ''said'':85,123 ''saturday'':208 ''say'':51,64,132,155,189,206 ''so'':124,159 ''sofrep'':80 ''sourc'':154 ''speak'':58 ''state'':142 ''strike'':67,138,192 ''struck'':53,146 ''syria'':34,55,73,151,177,217 ''syriay2020'':230C ''that'':65,156,190 ''the'':56,66,81,96,117,137,140,161,183,185,191,195,204,210,223,225 ''there'':69 ''they'':114,125 ''to'':86,88,101 ''town'':224 ''two'':106 ''unit'':141 ''was'':68,134,193 ''were'':111 ''what'':170 ''whether'':113 ''who'':52,133 ''without'':63 ''y2020'':229C ''zor'':11A,38,72,214');
INSERT INTO words VALUES (3, '''14'':8A,28,52 ''a'':3A,16A,24,47,76,101 ''and'':30,50,55,89 ''anoth'':96 ''anyon'':128 ''arrest'':9A,11A,27,51,72 ''attack'':97 ''confisc'':31,56,62 ''date'':41,102 ''doe'':81 ''follow'':85 ''fourteen'':68 ''from'':87 ''give'':100 ''given'':43,115 ''headquart'':5A,26,49,74,112 ''how'':63 ''hurt'':129 ''in'':6A ''iraq'':7A,44 ''iraqi'':13A,20 ''is'':42,65,113,121,125 ''it'':84 ''launcher'':33,58,60 ''mani'':64 ''member'':29,54,70 ''militia'':4A,17A,25,36,48,53,69,77,93,117 ''name'':19A,83,123 ''neither'':34 ''no'':98 ''nor'':39 ''not'':18A,66,82,114,122 ''noth'':124 ''of'':75,110,127 ''on'':2A ''onli'':106 ''place'':38,109 ''plan'':95 ''pressur'':86 ''raid'':1A,10A,23,46,120 ''recent'':107 ''report'':80,104 ''rocket'':32,57,59 ''said'':67,126 ''say'':105 ''secur'':14A,21 ''seizur'':12A ''servic'':15A,22 ''sofrep'':45 ''sourc'':99 ''that'':78,91,118 ''the'':35,37,40,73,79,92,103,108,111,116 ''was'':119 ''washington'':88 ''were'':61,71,94 ''word'':90');
INSERT INTO words VALUES (4, '''2019'':53 ''a'':25,29,33 ''ad'':50 ''and'':12 ''are'':48 ''attack'':14 ''by'':54 ''dozen'':10 ''elsewher'':59 ''from'':58 ''given'':31 ''have'':5 ''hold'':40 ''iranian'':3 ''iraq'':27 ''is'':56 ''it'':35 ''june'':44 ''known'':57 ''made'':6 ''may'':36,38 ''more'':7 ''mortar'':2A,13 ''name'':24 ''never'':49 ''not'':39 ''octob'':20,51 ''of'':52 ''on'':15 ''or'':37 ''proxi'':4 ''rocket'':1A,11 ''s'':17 ''say'':21 ''sinc'':19,43 ''six'':42 ''so'':45 ''sofrep'':22,28 ''sourc'':26,34 ''target'':18 ''than'':8 ''the'':41,46 ''three'':9 ''total'':30 ''two'':47 ''u'':16 ''what'':55 ''without'':23,32');
INSERT INTO words VALUES (6, '''2'':3A ''ambush'':1A,4A ''iraq'':6 ''iraqy2020'':9C ''number'':2A ''samawah'':5 ''wire'':7 ''y2020'':8C');
INSERT INTO words VALUES (7, '''3'':3A ''ambush'':1A,4A ''iraq'':6 ''iraqy2020'':9C ''number'':2A ''samawah'':5 ''wire'':7 ''y2020'':8C');
INSERT INTO words VALUES (5, '''1'':3A ''ambush'':1A,4A ''iraq'':6 ''iraqy2020'':9C ''number'':2A ''samawah'':5 ''wire'':7 ''y2020'':8C');

SELECT pg_catalog.setval('change_cursor_seq', 10, true);

SELECT pg_catalog.setval('incident_rid_seq', 1, false);

SELECT pg_catalog.setval('outbox_seq_seq', 2, true);

SELECT pg_catalog.setval('source_id_seq', 1, true);

SELECT pg_catalog.setval('subscription_id_seq', 2, true);

ALTER TABLE ONLY actor_total
    ADD CONSTRAINT actor_total_pkey PRIMARY KEY (types, country, first, last, actor, roles);

ALTER TABLE ONLY admin1_total
    ADD CONSTRAINT admin1_total_pkey PRIMARY KEY (types, country, admin1, first, last);

ALTER TABLE ONLY alike
    ADD CONSTRAINT alike_pkey PRIMARY KEY (a, b);

ALTER TABLE ONLY alone
    ADD CONSTRAINT alone_pkey PRIMARY KEY (rid);

ALTER TABLE ONLY announced
    ADD CONSTRAINT announced_pkey PRIMARY KEY (name);

ALTER TABLE ONLY apart
    ADD CONSTRAINT apart_pkey PRIMARY KEY (a, b);

ALTER TABLE ONLY body
    ADD CONSTRAINT body_pkey PRIMARY KEY (rid);

ALTER TABLE ONLY change
    ADD CONSTRAINT change_pkey PRIMARY KEY (cursor);

ALTER TABLE ONLY conversation
    ADD CONSTRAINT conversation_pkey PRIMARY KEY (thread);

ALTER TABLE ONLY dataset
    ADD CONSTRAINT dataset_pkey PRIMARY KEY (id);

ALTER TABLE ONLY derived
    ADD CONSTRAINT derived_pkey PRIMARY KEY (name);

ALTER TABLE ONLY draft
    ADD CONSTRAINT draft_pkey PRIMARY KEY (key);

ALTER TABLE ONLY feedback
    ADD CONSTRAINT feedback_pkey PRIMARY KEY (offer, asker);

ALTER TABLE ONLY heard
    ADD CONSTRAINT heard_pkey PRIMARY KEY (key);

ALTER TABLE ONLY incident
    ADD CONSTRAINT incident_id_key UNIQUE (id);

ALTER TABLE ONLY incident
    ADD CONSTRAINT incident_pkey PRIMARY KEY (rid);

ALTER TABLE ONLY lane
    ADD CONSTRAINT lane_pkey PRIMARY KEY (platform, channel);

ALTER TABLE ONLY merged
    ADD CONSTRAINT merged_pkey PRIMARY KEY (absorbed);

ALTER TABLE ONLY met
    ADD CONSTRAINT met_pkey PRIMARY KEY (rid, a, b);

ALTER TABLE ONLY named
    ADD CONSTRAINT named_pkey PRIMARY KEY (kind, name, country, admin1);

ALTER TABLE ONLY offer
    ADD CONSTRAINT offer_pkey PRIMARY KEY (key);

ALTER TABLE ONLY outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (seq);

ALTER TABLE ONLY outbox
    ADD CONSTRAINT outbox_platform_channel_incident_revision_key UNIQUE (platform, channel, incident, revision);

ALTER TABLE ONLY part
    ADD CONSTRAINT part_pkey PRIMARY KEY (rid, actor, role);

ALTER TABLE ONLY pushed
    ADD CONSTRAINT pushed_pkey PRIMARY KEY (dataset, key);

ALTER TABLE ONLY reported
    ADD CONSTRAINT reported_pkey PRIMARY KEY (rid, publisher);

ALTER TABLE ONLY setting
    ADD CONSTRAINT setting_pkey PRIMARY KEY (scope, name);

ALTER TABLE ONLY source
    ADD CONSTRAINT source_pkey PRIMARY KEY (id);

ALTER TABLE ONLY subscription
    ADD CONSTRAINT subscription_pkey PRIMARY KEY (id);

ALTER TABLE ONLY total
    ADD CONSTRAINT total_pkey PRIMARY KEY (grain, country, first, last, type, types);

ALTER TABLE ONLY type_set
    ADD CONSTRAINT type_set_pkey PRIMARY KEY (types, type);

ALTER TABLE ONLY typed
    ADD CONSTRAINT typed_pkey PRIMARY KEY (rid, type);

ALTER TABLE ONLY watched
    ADD CONSTRAINT watched_pkey PRIMARY KEY (path);

ALTER TABLE ONLY words
    ADD CONSTRAINT words_pkey PRIMARY KEY (rid);

CREATE INDEX actor_total_by_actor ON actor_total USING btree (actor, types, country, first, last);

CREATE INDEX alike_by_other ON alike USING btree (b);

CREATE INDEX attributed_by_incident ON attributed USING btree (rid);

CREATE INDEX attributed_by_status ON attributed USING btree (status, rid);

CREATE INDEX change_by_id ON change USING btree (id, revision);

CREATE INDEX change_by_time ON change USING btree (at, id, revision);

CREATE INDEX conversation_at ON conversation USING btree (at);

CREATE INDEX draft_at ON draft USING btree (at);

CREATE INDEX heard_at ON heard USING btree (at);

CREATE INDEX incident_beside ON incident USING btree (kind) WHERE (kind <> 'incident'::text);

CREATE INDEX incident_by_admin1 ON incident USING btree (admin1, counted, last, first, country, type, more_types, best, low, high, civilians);

CREATE INDEX incident_by_admin2 ON incident USING btree (admin2, counted, last, first, country, type, more_types, best);

CREATE INDEX incident_by_cell ON incident USING btree (cell, counted, last, first, type, more_types, where_precision, lat, lon, lat2, lon2, best);

CREATE INDEX incident_by_country ON incident USING btree (country, counted, last, first, type, more_types, best, low, high, civilians, admin1);

CREATE INDEX incident_by_country_toll ON incident USING btree (country, best, last, first, counted, type, more_types, admin1) WHERE (best > 0);

CREATE INDEX incident_by_date ON incident USING btree (last, first, counted, type, more_types, best, country, civilians, low, high);

CREATE INDEX incident_by_place ON incident USING btree (place, counted, last, first, country, where_precision, type, more_types, best);

CREATE INDEX incident_by_toll ON incident USING btree (best, last, first, counted, type, more_types, country, admin1) WHERE (best > 0);

CREATE INDEX incident_long ON incident USING btree (last, first) WHERE (long = 1);

CREATE INDEX incident_newest ON incident USING btree (counted, last DESC NULLS LAST, first DESC NULLS LAST, seq DESC, id DESC);

CREATE INDEX incident_unreviewed ON incident USING btree (unreviewed) WHERE (unreviewed = 1);

CREATE INDEX lane_due ON lane USING btree (platform, due);

CREATE INDEX merged_by_kept ON merged USING btree (kept);

CREATE INDEX met_by_pair ON met USING btree (a, b, last, country, admin1, rid);

CREATE INDEX named_by_version ON named USING btree (version);

CREATE INDEX offer_at ON offer USING btree (at);

CREATE INDEX outbox_by_incident ON outbox USING btree (incident);

CREATE INDEX outbox_made ON outbox USING btree (platform, channel, made);

CREATE INDEX outbox_sent ON outbox USING btree (platform, channel, sent) WHERE (state = 'sent'::text);

CREATE INDEX outbox_waiting ON outbox USING btree (platform, channel, seq) WHERE (state = 'waiting'::text);

CREATE INDEX part_by_actor ON part USING btree (actor, last, country, admin1, role, rid);

CREATE INDEX pushed_at ON pushed USING btree (at);

CREATE INDEX reported_by_publisher ON reported USING btree (publisher, rid);

CREATE INDEX subscription_by_channel ON subscription USING btree (platform, channel) WHERE (removed = 0);

CREATE INDEX subscription_updated ON subscription USING btree (updated);

CREATE INDEX words_by_vector ON words USING gin (vector);

ALTER TABLE ONLY alone
    ADD CONSTRAINT alone_rid_fkey FOREIGN KEY (rid) REFERENCES incident(rid);

ALTER TABLE ONLY body
    ADD CONSTRAINT body_rid_fkey FOREIGN KEY (rid) REFERENCES incident(rid);

