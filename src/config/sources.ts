import { z } from 'zod';
import { need } from './need.ts';

/** The variables of what is fetched on a schedule. */
export const sourceVariables = {
  SITREP_ALLOW_LOCAL: z.literal('1', 'is something else than 1; leave it empty to forbid').optional(),
  ACLED_EMAIL: z.email('is no e-mail address').optional(),
  ACLED_PASSWORD: z.string().optional(),
  ACLED_KEY: z.string().optional(),
  ACLED_API_URL: z.url('is no address').optional(),
  RELIEFWEB_APPNAME: z.string().optional(),
  RELIEFWEB_API_URL: z.url('is no address').optional(),
  UCDP_FILES_URL: z.url('is no address').optional(),
};

/** Whose accounts the services are asked with, and another address of them: a proxy, or a test. */
export interface ServicesConfig {
  acled?: { email: string; password: string } | { email: string; key: string };
  acledUrl?: string;
  reliefwebApp?: string;
  reliefwebUrl?: string;
  ucdpUrl?: string;
}

const variables = z.object(sourceVariables);
type Variables = z.infer<typeof variables>;

function acledOf({ ACLED_EMAIL: email, ACLED_PASSWORD: password, ACLED_KEY: key }: Variables): ServicesConfig['acled'] {
  if (email === undefined && password === undefined && key === undefined) return undefined;
  if (email === undefined)
    return need('ACLED_EMAIL', 'it goes with the password', 'It is your account at acleddata.com');
  if (password !== undefined) return { email, password };
  if (key !== undefined) return { email, key };
  return need('ACLED_PASSWORD', 'it goes with ACLED_EMAIL', 'It is of your account at acleddata.com');
}

/** Throws ConfigError where one of two that belong together is missing. */
export function servicesOf(v: Variables): ServicesConfig {
  const acled = acledOf(v);
  return {
    ...(acled ? { acled } : {}),
    ...(v.ACLED_API_URL ? { acledUrl: v.ACLED_API_URL } : {}),
    ...(v.RELIEFWEB_APPNAME ? { reliefwebApp: v.RELIEFWEB_APPNAME } : {}),
    ...(v.RELIEFWEB_API_URL ? { reliefwebUrl: v.RELIEFWEB_API_URL } : {}),
    ...(v.UCDP_FILES_URL ? { ucdpUrl: v.UCDP_FILES_URL } : {}),
  };
}
