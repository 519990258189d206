import { z } from 'zod';
import { missing } from './config-error.ts';

const headerLine = /^([a-z0-9.-]+(?::\d+)?) ([A-Za-z0-9-]+): ?(\S.*)$/i;

/** "api.example.org X-Token: secret; other.example.org Authorization: Bearer secret", by host. */
const headerLines = z.string().transform((text, context) => {
  const byHost: Record<string, Record<string, string>> = {};
  for (const line of text.split(';').flatMap((part) => part.trim() || [])) {
    const [, host, name, value] = headerLine.exec(line) ?? [];
    if (host && name && value) byHost[host.toLowerCase()] = { ...byHost[host.toLowerCase()], [name]: value };
    // Not the line itself: it may hold a secret.
    else context.addIssue('must be "host Name: value", several separated by semicolons');
  }
  return byHost;
});

/** The variables of scheduled sources. */
export const sourceVariables = {
  SITREP_ALLOW_LOCAL: z.literal('1', 'must be 1 or empty').optional(),
  ACLED_EMAIL: z.email('must be an e-mail address').optional(),
  ACLED_PASSWORD: z.string().optional(),
  ACLED_API_URL: z.url('must be a URL').optional(),
  RELIEFWEB_APPNAME: z.string().optional(),
  RELIEFWEB_API_URL: z.url('must be a URL').optional(),
  UCDP_FILES_URL: z.url('must be a URL').optional(),
  UCDP_TOKEN: z.string().optional(),
  UCDP_API_URL: z.url('must be a URL').optional(),
  GDELT_URL: z.url('must be a URL').optional(),
  SOURCE_HEADERS: headerLines.optional(),
};

/** The accounts to use at services, and URLs that override theirs: a proxy, or a test. */
export interface ServicesConfig {
  acled?: { email: string; password: string };
  acledUrl?: string;
  reliefwebApp?: string;
  reliefwebUrl?: string;
  ucdpUrl?: string;
  ucdpToken?: string;
  ucdpApiUrl?: string;
  gdeltUrl?: string;
  /** Headers to send to a host and no other, by its name. */
  headers?: Record<string, Record<string, string>>;
}

const variables = z.object(sourceVariables);
type Variables = z.infer<typeof variables>;

function acledOf({ ACLED_EMAIL: email, ACLED_PASSWORD: password }: Variables): ServicesConfig['acled'] {
  if (email === undefined && password === undefined) return undefined;
  if (email === undefined)
    return missing(
      'ACLED_EMAIL',
      'it is required with ACLED_PASSWORD',
      'It is the one of your account at acleddata.com',
    );
  if (password !== undefined) return { email, password };
  return missing('ACLED_PASSWORD', 'it is required with ACLED_EMAIL', 'It is the one of your account at acleddata.com');
}

/** Throws ConfigError where one of two variables that belong together is missing. */
export function servicesOf(v: Variables): ServicesConfig {
  const acled = acledOf(v);
  return {
    ...(acled ? { acled } : {}),
    ...(v.ACLED_API_URL ? { acledUrl: v.ACLED_API_URL } : {}),
    ...(v.RELIEFWEB_APPNAME ? { reliefwebApp: v.RELIEFWEB_APPNAME } : {}),
    ...(v.RELIEFWEB_API_URL ? { reliefwebUrl: v.RELIEFWEB_API_URL } : {}),
    ...(v.UCDP_FILES_URL ? { ucdpUrl: v.UCDP_FILES_URL } : {}),
    ...(v.UCDP_TOKEN ? { ucdpToken: v.UCDP_TOKEN } : {}),
    ...(v.UCDP_API_URL ? { ucdpApiUrl: v.UCDP_API_URL } : {}),
    ...(v.GDELT_URL ? { gdeltUrl: v.GDELT_URL } : {}),
    ...(v.SOURCE_HEADERS ? { headers: v.SOURCE_HEADERS } : {}),
  };
}
