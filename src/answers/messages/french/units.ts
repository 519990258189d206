import type { Unit } from '../../../incidents/query.ts';

/** What groups are by, one and many. */
export const unitWords: Record<Unit, [string, string]> = {
  day: ['jour', 'jours'],
  week: ['semaine', 'semaines'],
  month: ['mois', 'mois'],
  quarter: ['trimestre', 'trimestres'],
  half: ['semestre', 'semestres'],
  year: ['année', 'années'],
  season: ['saison', 'saisons'],
  weekday: ['jour de la semaine', 'jours de la semaine'],
  hour: ['heure de la journée', 'heures de la journée'],
  place: ['lieu', 'lieux'],
  district: ['district', 'districts'],
  admin1: ['province', 'provinces'],
  country: ['pays', 'pays'],
  actor: ['acteur', 'acteurs'],
  pair: ['paire de camps', 'paires de camps'],
  conflict: ['conflit', 'conflits'],
  eventType: ['type d’incident', 'types d’incident'],
  source: ['source', 'sources'],
};
