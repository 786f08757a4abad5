import type { Tokens } from './pointer.js';
import type { Value } from './value.js';
/**
 * Whether what stands at a pointer goes by the name of a secret: `password`, `dbPassword`, `API_KEY`, `auth-token`,
 * `credentials`. The last words of a key decide, however they are written: `tokenizer`, `max_tokens`, `token_limit` and
 * `secret_name` are none. Its own key decides, or one above it where its own does not say what it tells of the secret
 * (`secret: {name: …}`).
 */
export declare function isNamedLikeSecret(tokens: Tokens): boolean;
/** Whether a leaf is to be withheld where reports are copied and mailed: in clear, and under a name of secrets. */
export declare function isWithheld(value: Value, tokens: Tokens): boolean;
/** Whether a value could be a secret in clear: a text or a number, and none that something else fills in. */
export declare function isClear(value: Value): boolean;
/** A text that something else fills in: `${DB_PASSWORD}`, `$(DB_PASSWORD)`, `{{ .password }}`. */
export declare function isPlaceholder(text: string): boolean;
