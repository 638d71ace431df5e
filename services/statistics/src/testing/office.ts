import { chinaCalendar } from '@sunlit/calendar';
import type { Office } from '@sunlit/platform';

const kind = (code: string, reportClass: string, service: string) => ({
  code,
  name: { zh: code, en: code },
  reportClass,
  service,
});

/** What figures need of an office. */
export const office = {
  office: {
    name: { zh: '局', en: 'Bureau' },
    timeZone: 'Asia/Shanghai',
    hours: [
      { from: '08:30', to: '12:00' },
      { from: '14:00', to: '17:30' },
    ],
  },
  kinds: [
    kind('consultation', 'inquiry', 'consultations'),
    kind('help', 'inquiry', 'consultations'),
    kind('suggestion', 'suggestion', 'consultations'),
    kind('complaint', 'grievance', 'complaints'),
    kind('report', 'grievance', 'complaints'),
  ],
} as unknown as Office;

export const calendar = chinaCalendar;

const CLASS: Record<string, string> = {
  consultation: 'inquiry',
  help: 'inquiry',
  suggestion: 'suggestion',
  complaint: 'grievance',
  report: 'grievance',
};

/** The report class of a kind, as written down here once more; `none` for an unknown one. */
export const classOf = (kind: string | undefined): string => CLASS[kind ?? ''] ?? 'none';
