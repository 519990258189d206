/** Parts of the world in French, with the word before them, and in Arabic. */
const regions: Record<string, readonly [french: string, arabic: string]> = {
  Africa: ['en Afrique', 'أفريقيا'],
  'North Africa': ['en Afrique du Nord', 'شمال أفريقيا'],
  Maghreb: ['au Maghreb', 'المغرب العربي'],
  'West Africa': ["en Afrique de l'Ouest", 'غرب أفريقيا'],
  'Central Africa': ['en Afrique centrale', 'وسط أفريقيا'],
  'East Africa': ["en Afrique de l'Est", 'شرق أفريقيا'],
  'Southern Africa': ['en Afrique australe', 'أفريقيا الجنوبية'],
  'Sub-Saharan Africa': ['en Afrique subsaharienne', 'أفريقيا جنوب الصحراء الكبرى'],
  'Horn of Africa': ["dans la Corne de l'Afrique", 'القرن الأفريقي'],
  'Great Lakes': ['dans la région des Grands Lacs', 'منطقة البحيرات العظمى'],
  Sahel: ['au Sahel', 'منطقة الساحل'],
  'Middle East': ['au Moyen-Orient', 'الشرق الأوسط'],
  Levant: ['au Levant', 'بلاد الشام'],
  'Arabian Peninsula': ['dans la péninsule arabique', 'شبه الجزيرة العربية'],
  'Gulf states': ['dans les pays du Golfe', 'دول الخليج'],
  'South Caucasus': ['dans le Caucase du Sud', 'جنوب القوقاز'],
  Asia: ['en Asie', 'آسيا'],
  'Central Asia': ['en Asie centrale', 'وسط آسيا'],
  'South Asia': ['en Asie du Sud', 'جنوب آسيا'],
  'Southeast Asia': ['en Asie du Sud-Est', 'جنوب شرق آسيا'],
  'East Asia': ["en Asie de l'Est", 'شرق آسيا'],
  'Western Asia': ["en Asie de l'Ouest", 'غرب آسيا'],
  Korea: ['en Corée', 'كوريا'],
  Europe: ['en Europe', 'أوروبا'],
  'Eastern Europe': ["en Europe de l'Est", 'شرق أوروبا'],
  'Western Europe': ["en Europe de l'Ouest", 'غرب أوروبا'],
  'Northern Europe': ['en Europe du Nord', 'شمال أوروبا'],
  'Southern Europe': ['en Europe du Sud', 'جنوب أوروبا'],
  'European Union': ["dans l'Union européenne", 'الاتحاد الأوروبي'],
  Balkans: ['dans les Balkans', 'البلقان'],
  'Baltic states': ['dans les pays baltes', 'دول البلطيق'],
  Scandinavia: ['en Scandinavie', 'إسكندنافيا'],
  Americas: ['dans les Amériques', 'الأمريكتين'],
  'North America': ['en Amérique du Nord', 'أمريكا الشمالية'],
  'Northern Triangle': ['dans le Triangle du Nord', 'المثلث الشمالي'],
  'Central America': ['en Amérique centrale', 'أمريكا الوسطى'],
  'South America': ['en Amérique du Sud', 'أمريكا الجنوبية'],
  'Latin America': ['en Amérique latine', 'أمريكا اللاتينية'],
  Caribbean: ['dans les Caraïbes', 'منطقة الكاريبي'],
  Oceania: ['en Océanie', 'أوقيانوسيا'],
};

/** "au Moyen-Orient". */
export const inRegion = (name: string): string => regions[name]?.[0] ?? `dans la région ${name}`;

/** The name alone. */
export const regionInArabic = (name: string): string => regions[name]?.[1] ?? name;
