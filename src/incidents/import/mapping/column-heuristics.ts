import { eventTypeOfWords } from '../../event-types.ts';
import { timeOf } from '../times.ts';
import { anything, between, count, isDate, isMonth, isPosition, never, within, words } from './column-values.ts';
import type { Field } from './mapping.ts';

/**
 * How to recognise the column of a field: by its HXL hashtag, else by its name, if `accepts` is true of most values.
 */
export interface ColumnHeuristic {
  field: Field;
  tags: RegExp;
  names: RegExp;
  accepts(value: string): boolean;
  /** Of several columns that fit, the one of which this is true most often. */
  best?(value: string): boolean;
}

/** The heuristics in the order they are tried: a column is used for one field only. */
export const columnHeuristics: readonly ColumnHeuristic[] = [
  {
    field: 'latitude',
    tags: /^#geo\+lat/,
    names: /^((lat|latitude)(_(degrees?|deg|dd|decimal))?|y|y_coord|gps_lat|.*_latitude)$/,
    accepts: within(90),
  },
  {
    field: 'longitude',
    tags: /^#geo\+lon/,
    names: /^((lon|lng|long|longitude)(_(degrees?|deg|dd|decimal))?|x|x_coord|gps_lon|.*_longitude)$/,
    accepts: within(180),
  },
  { field: 'end', tags: /^#date\+end/, names: /^(end|end_?date|date_?end|date_to|to|until)$/, accepts: isDate },
  {
    field: 'date',
    tags: /^#date(\+start|\+occurred)?/,
    names:
      /^(date|day|event_date|incident_date|strike_date|attack_date|date_of_(event|incident|attack)|date_occ(urred)?|start|start_date|date_start|when|occurred(_on|_at)?|datetime|timestamp)$/,
    accepts: isDate,
  },
  {
    field: 'year',
    tags: /^#date\+year/,
    names: /^((start|begin|event)_)?(i?year|yr)$|^year_of_event$/,
    accepts: between(1400, 2100),
  },
  { field: 'month', tags: /^#date\+month/, names: /^((start|begin|event)_)?(i?month|mo)$/, accepts: isMonth },
  {
    field: 'day',
    tags: /^#date\+day/,
    names: /^((start|begin|event)_)?i?day$|^day_of_month$/,
    accepts: between(0, 31),
  },
  {
    field: 'time',
    tags: /^#time/,
    names: /^(time|time_of_day|time_occ(urred)?|event_time|incident_time|start_time)$/,
    accepts: (value) => Object.keys(timeOf(value)).length > 0,
  },
  {
    field: 'coordinates',
    tags: /^#geo$/,
    names:
      /^(coordinates?|coords?|lat_?(lon|lng|long)|latitude_longitude|geo(_?(point|location))?|gps(_coordinates)?|position|location|geom(etry)?(_wkt)?)$/,
    accepts: isPosition,
  },
  {
    field: 'id',
    tags: /^#event\+(id|code)/,
    names: /^(id|no|nr|number|ref|reference|uuid|.*_id|(event|incident|case|record)_(no|nr|number|ref))$/,
    accepts: anything,
  },
  {
    field: 'country',
    tags: /^#country(\+name)?$/,
    names: /^(country|country_name|nation|adm0|admin0|adm0_name|admin_0)$/,
    accepts: words,
  },
  {
    field: 'admin1',
    tags: /^#adm1(\+name)?$/,
    names: /^(admin1|adm1|admin_1|adm_1|adm1_name|admin1_name|province|governorate|region|state|oblast)$/,
    accepts: words,
  },
  {
    field: 'admin2',
    tags: /^#adm2(\+name)?$/,
    names: /^(admin2|adm2|admin_2|adm_2|adm2_name|admin2_name|district|county|raion)$/,
    accepts: words,
  },
  {
    field: 'place',
    tags: /^#loc(\+name)?/,
    names: /^(place|place_name|location|location_name|city|city_or_county|town|village|community|settlement|site)$/,
    accepts: words,
  },
  {
    field: 'killed',
    tags: /^#affected\+killed$/,
    names:
      /^(killed|best|best_est|best_(fatality_)?estimate|(killed|deaths|fatalities)_best|deaths?|dead|fatalities|number_killed|total_killed|total_deaths|deaths_number|killed_total|persons_killed|people_killed|nkill|ndeath|kia)$/,
    accepts: count,
  },
  {
    field: 'killedLow',
    tags: never,
    names: /^((killed|deaths|fatalities)_(low|min)|low(_est|_(fatality_)?estimate)?|min_killed)$/,
    accepts: count,
  },
  {
    field: 'killedHigh',
    tags: never,
    names: /^((killed|deaths|fatalities)_(high|max)|high(_est|_(fatality_)?estimate)?|max_killed)$/,
    accepts: count,
  },
  {
    field: 'civiliansKilled',
    tags: /^#affected\+killed\+civilians/,
    names: /^(civilians?_(killed|deaths)|civilian_fatalities)$/,
    accepts: count,
  },
  {
    field: 'wounded',
    tags: /^#affected\+(injured|wounded)/,
    names: /^(wounded|injured|hurt|injuries|injured_number|number_(wounded|injured)|total_(wounded|injured))$/,
    accepts: count,
  },
  {
    field: 'abducted',
    tags: /^#affected\+(abducted|kidnapped)/,
    names: /^(abducted|kidnapped|abductions|hostages)$/,
    accepts: count,
  },
  {
    field: 'arrested',
    tags: /^#affected\+(arrested|detained)/,
    names: /^(arrested|arrests|detained|detentions)$/,
    accepts: count,
  },
  {
    field: 'type',
    tags: /^#(event|cause)(\+type)?$/,
    names:
      /^(type|kind|event_type|incident_type|attack_type|strike_type|crime_type|category|sub_event_type|primary_type|offen[cs]e|crm_cd_desc|type_of_(event|incident|attack))$/,
    accepts: words,
    best: (value) => ![undefined, 'violence'].includes(eventTypeOfWords(value)?.id),
  },
  {
    field: 'attacker',
    tags: /^#(actor|org)\+(attacker|perpetrator)/,
    names: /^(attacker|attackers|perpetrator|perpetrators|perpetrated_by)$/,
    accepts: words,
  },
  {
    field: 'target',
    tags: /^#(actor|org)\+target/,
    names: /^(target|targets|victim|target_name|target_type)$/,
    accepts: words,
  },
  {
    field: 'actor',
    tags: /^#actor/,
    names: /^(actor|actors|group|groups|armed_group|party|parties|belligerents?|actor1)$/,
    accepts: words,
  },
  {
    field: 'title',
    tags: /^#(event|item)\+(name|title)/,
    names: /^(title|headline|name|event_name|incident_title|subject)$/,
    accepts: words,
  },
  {
    field: 'summary',
    tags: /^#(description|event\+description)/,
    names: /^(summary|description|notes?|text|details|event_description|incident_description|narrative|comments?)$/,
    accepts: words,
  },
  {
    field: 'link',
    tags: /^#meta\+url/,
    names: /^(url|link|source_url|source_link|web|website|sources?)$/,
    accepts: (v) => /^https?:/i.test(v),
  },
  {
    field: 'publisher',
    tags: /^#meta\+source/,
    names: /^(source|sources|publisher|reported_by|source_name)$/,
    accepts: (value) => words(value) && !/^https?:/i.test(value),
  },
  {
    field: 'description',
    tags: never,
    names: /^(address|street|block|where_description|location_description)$/,
    accepts: words,
  },
];
