import { textOf } from '../cell-values.ts';
import { written } from '../dates.ts';
import type { Field } from './mapping.ts';

/** How to know a field: by the HXL tag of its column, else by the column's name, if the values agree. */
export interface ColumnHeuristic {
  field: Field;
  tags: RegExp;
  names: RegExp;
  holds(value: string): boolean;
}

const within = (most: number) => (value: string) => value !== '' && Math.abs(Number(value)) <= most;
const count = (value: string) => /^\d+(\.0+)?$/.test(value);
const words = (value: string) => /\p{L}/u.test(value);
const isDate = (value: string) => written(value, 'day-first') !== '';
const anything = () => true;
const never = /^$/;

/** In this order; a column serves one field only. */
export const columnHeuristics: readonly ColumnHeuristic[] = [
  { field: 'latitude', tags: /^#geo\+lat/, names: /^(lat|latitude|y|y_coord|gps_lat|.*_latitude)$/, holds: within(90) },
  {
    field: 'longitude',
    tags: /^#geo\+lon/,
    names: /^(lon|lng|long|longitude|x|x_coord|gps_lon|.*_longitude)$/,
    holds: within(180),
  },
  { field: 'end', tags: /^#date\+end/, names: /^(end|end_date|date_end|to|until)$/, holds: isDate },
  {
    field: 'date',
    tags: /^#date(\+start|\+occurred)?/,
    names:
      /^(date|day|event_date|incident_date|date_of_(event|incident|attack)|start|start_date|date_start|when|occurred(_on|_at)?|reported_date|datetime|timestamp)$/,
    holds: isDate,
  },
  {
    field: 'id',
    tags: /^#event\+(id|code)/,
    names: /^(id|no|nr|number|ref|reference|uuid|.*_id|(event|incident|case|record)_(no|nr|number|ref))$/,
    holds: anything,
  },
  {
    field: 'country',
    tags: /^#country(\+name)?$/,
    names: /^(country|country_name|nation|adm0|admin0|adm0_name|admin_0)$/,
    holds: words,
  },
  {
    field: 'admin1',
    tags: /^#adm1(\+name)?$/,
    names: /^(admin1|adm1|admin_1|adm_1|adm1_name|admin1_name|province|governorate|region|state|oblast)$/,
    holds: words,
  },
  {
    field: 'admin2',
    tags: /^#adm2(\+name)?$/,
    names: /^(admin2|adm2|admin_2|adm_2|adm2_name|admin2_name|district|county|raion)$/,
    holds: words,
  },
  {
    field: 'place',
    tags: /^#loc(\+name)?/,
    names: /^(place|place_name|location|location_name|city|town|village|settlement|site)$/,
    holds: words,
  },
  {
    field: 'killed',
    tags: /^#affected\+killed$/,
    names: /^(killed|deaths?|dead|fatalities|number_killed|total_killed|total_deaths|kia|victims_killed)$/,
    holds: count,
  },
  { field: 'killedLow', tags: never, names: /^((killed|deaths|fatalities)_(low|min)|low|min_killed)$/, holds: count },
  {
    field: 'killedHigh',
    tags: never,
    names: /^((killed|deaths|fatalities)_(high|max)|high|max_killed)$/,
    holds: count,
  },
  {
    field: 'civiliansKilled',
    tags: /^#affected\+killed\+civilians/,
    names: /^(civilians?_(killed|deaths)|civilian_fatalities)$/,
    holds: count,
  },
  {
    field: 'wounded',
    tags: /^#affected\+(injured|wounded)/,
    names: /^(wounded|injured|hurt|injuries|number_(wounded|injured)|total_(wounded|injured))$/,
    holds: count,
  },
  {
    field: 'abducted',
    tags: /^#affected\+(abducted|kidnapped)/,
    names: /^(abducted|kidnapped|abductions|hostages)$/,
    holds: count,
  },
  {
    field: 'arrested',
    tags: /^#affected\+(arrested|detained)/,
    names: /^(arrested|arrests|detained|detentions)$/,
    holds: count,
  },
  {
    field: 'type',
    tags: /^#(event|cause)(\+type)?$/,
    names: /^(type|kind|event_type|incident_type|attack_type|category|sub_event_type|type_of_(event|incident|attack))$/,
    holds: words,
  },
  {
    field: 'attacker',
    tags: /^#(actor|org)\+(attacker|perpetrator)/,
    names: /^(attacker|attackers|perpetrator|perpetrators|perpetrated_by)$/,
    holds: words,
  },
  {
    field: 'target',
    tags: /^#(actor|org)\+target/,
    names: /^(target|targets|victim|target_name|target_type)$/,
    holds: words,
  },
  {
    field: 'actor',
    tags: /^#actor/,
    names: /^(actor|actors|group|groups|armed_group|party|parties|actor1)$/,
    holds: words,
  },
  {
    field: 'title',
    tags: /^#(event|item)\+(name|title)/,
    names: /^(title|headline|name|event_name|incident_title|subject)$/,
    holds: words,
  },
  {
    field: 'summary',
    tags: /^#(description|event\+description)/,
    names: /^(summary|description|notes?|text|details|event_description|incident_description|narrative|comments?)$/,
    holds: words,
  },
  {
    field: 'link',
    tags: /^#meta\+url/,
    names: /^(url|link|source_url|source_link|web|website)$/,
    holds: (v) => /^https?:/i.test(v),
  },
  {
    field: 'publisher',
    tags: /^#meta\+source/,
    names: /^(source|sources|publisher|reported_by|source_name)$/,
    holds: words,
  },
];

/** Whether at least nine in ten of the filled cells hold such a value; an empty column holds nothing. */
export function mostly(values: readonly (string | undefined)[], holds: (value: string) => boolean): boolean {
  const filled = values.map(textOf).filter((v) => v !== undefined);
  return filled.length > 0 && filled.filter(holds).length >= 0.9 * filled.length;
}
