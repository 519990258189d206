export const cadences = ['at-once', 'hourly', 'daily', 'weekly'] as const;
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** When a subscription's alerts are delivered. Stored as JSON. */
export interface NotificationSchedule {
  rhythm: (typeof cadences)[number];
  /** Local time of the zone, "08:00": of daily and weekly ones. */
  at: string;
  /** Of a weekly one. */
  weekday: (typeof weekdays)[number];
  /** IANA, "Asia/Baghdad". */
  zone: string;
}
