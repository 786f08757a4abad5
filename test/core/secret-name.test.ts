import { describe, expect, test } from 'vitest'
import { isNamedLikeSecret, isWithheld } from '../../src/core/secret-name.ts'

describe('keys that are named like a secret', () => {
  test.each([
    'password', 'passwords', 'Password', 'dbPassword', 'DB_PASSWORD', 'mysql-root-password', 'dbpassword', 'passwd', 'pwd',
    'passphrase', 'secret', 'clientSecret', 'SECRET', 'token', 'authToken', 'AUTH_TOKEN', 'slack.token', 'accessTokens', 'api_key',
    'apiKey', 'apikey', 'API-KEY', 'APIKey', 'openai_api_key', 'private_key', 'privateKey', 'secret_access_key', 'SECRET_KEY',
    'credentials', 'awsCredentials', 'db_pass', 'password2', 'token_1', 'connectionString',
  ])('%s', (key) => {
    expect(isNamedLikeSecret(['a', key])).toBe(true)
  })

  test.each([
    'tokenizer', 'max_tokens', 'maxTokens', 'tokens', 'token_limit', 'tokenLimit', 'token_count', 'secret_name', 'secretName', 'secretRef',
    'secretKeyRef', 'password_file', 'passwordPath', 'token_ttl', 'credentials_id', 'key', 'public_key', 'primaryKey', 'passthrough', 'pass',
    'password_policy', 'secretary', 'bypass', 'authentication', 'keys', '', '0',
  ])('not %s', (key) => {
    expect(isNamedLikeSecret(['a', key])).toBe(false)
  })
})

test('what lies below such a key is named so, too, unless its own key says what it tells of the secret', () => {
  expect(isNamedLikeSecret(['tokens', '0'])).toBe(false)
  expect(isNamedLikeSecret(['api_keys', '0'])).toBe(true)
  expect(isNamedLikeSecret(['credentials', 'live', 'user'])).toBe(true)
  expect(isNamedLikeSecret(['secrets', 'db', '1'])).toBe(true)
  expect(isNamedLikeSecret(['secret', 'name'])).toBe(false)
  expect(isNamedLikeSecret(['token', 'ttl'])).toBe(false)
})

test('texts and numbers alone are withheld, and no placeholders', () => {
  const at = ['password']
  for (const value of ['hunter2', 1234, '${a}b']) expect(isWithheld(value, at), String(value)).toBe(true)
  for (const value of ['', true, null, '${DB_PASSWORD}', '$(PASSWORD)', '{{ .password }}']) expect(isWithheld(value, at), String(value)).toBe(false)
})
