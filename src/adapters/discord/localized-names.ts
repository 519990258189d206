import type { LocalizationMap } from 'discord.js';

/** The commands' names in other languages of Discord; each still has its English one. */
export const localNames: Record<string, LocalizationMap> = {
  ask: { fr: 'demander', de: 'fragen', 'es-ES': 'preguntar', uk: 'запитати' },
  search: { fr: 'chercher', de: 'suchen', 'es-ES': 'buscar', uk: 'шукати' },
  show: { fr: 'montrer', de: 'zeigen', 'es-ES': 'mostrar', uk: 'показати' },
  trend: { fr: 'tendance', de: 'verlauf', 'es-ES': 'tendencia', uk: 'динаміка' },
  export: { fr: 'exporter', de: 'ausgeben', 'es-ES': 'exportar', uk: 'експорт' },
  status: { fr: 'état', de: 'stand', 'es-ES': 'estado', uk: 'стан' },
  report: { fr: 'signaler', de: 'melden', 'es-ES': 'informar', uk: 'повідомити' },
  import: { fr: 'importer', de: 'einlesen', 'es-ES': 'importar', uk: 'імпорт' },
  settings: { fr: 'réglages', de: 'einstellungen', 'es-ES': 'ajustes', uk: 'налаштування' },
  help: { fr: 'aide', de: 'hilfe', 'es-ES': 'ayuda', uk: 'довідка' },
};
