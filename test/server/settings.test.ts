import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../src/config/config.ts';

test('nothing listens unless a port is set; then on this computer alone', () => {
  expect(readConfig({ SITREP_HOST: '0.0.0.0' }).http).toBeUndefined();
  expect(readConfig({ SITREP_PORT: '8080' }).http).toEqual({ port: 8080, host: '127.0.0.1' });
  expect(readConfig({ SITREP_PORT: '0', SITREP_HOST: '::1', SITREP_PUSH: 'push.yaml' }).http).toEqual({
    port: 0,
    host: '::1',
    push: 'push.yaml',
  });
});

test.each([
  [{ SITREP_PORT: 'http' }, /^SITREP_PORT must be a port, 0 to 65535\. It is set to “http”; see \.env\.example\.$/],
  [{ SITREP_PORT: '70000' }, /^SITREP_PORT must be a port/],
  [{ SITREP_PORT: '80', SITREP_HOST: 'localhost' }, /^SITREP_HOST must be an IP address, e\.g\. 127\.0\.0\.1/],
])('%j is refused', (environment, words) => {
  expect(() => readConfig(environment)).toThrow(ConfigError);
  expect(() => readConfig(environment)).toThrow(words);
});

test('services are asked with the accounts that are set; half an account is told', () => {
  expect(readConfig({}).services).toEqual({});
  expect(
    readConfig({ ACLED_EMAIL: 'me@example.org', ACLED_PASSWORD: 'x', RELIEFWEB_APPNAME: 'newsroom' }),
  ).toMatchObject({
    allowLocal: false,
    services: { acled: { email: 'me@example.org', password: 'x' }, reliefwebApp: 'newsroom' },
  });
  expect(() => readConfig({ ACLED_EMAIL: 'me@example.org' })).toThrow(/^ACLED_PASSWORD is missing/);
  expect(() => readConfig({ ACLED_PASSWORD: 'secret' })).toThrow(/^ACLED_EMAIL is missing(?!.*secret)/);
  expect(() => readConfig({ SITREP_ALLOW_LOCAL: 'yes' })).toThrow(/^SITREP_ALLOW_LOCAL must be 1 or empty/);
});

test('headers are of a host; what is none is told without the secret', () => {
  const SOURCE_HEADERS = 'api.example.org X-Api-Key: sec; Data.example.org:8443 Authorization: Bearer a b';
  expect(readConfig({ SOURCE_HEADERS }).services.headers).toEqual({
    'api.example.org': { 'X-Api-Key': 'sec' },
    'data.example.org:8443': { Authorization: 'Bearer a b' },
  });
  expect(() => readConfig({ SOURCE_HEADERS: 'X-Api-Key: topsecret' })).toThrow(
    /^SOURCE_HEADERS must be(?!.*topsecret)/,
  );
});
