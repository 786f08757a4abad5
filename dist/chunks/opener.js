import { a as createSopsCipher, n as openDataKey } from "./data-key.js";
import { Ei as isMapping, Oi as put, Ti as isList, Ui as Secret, Vi as Opaque, ci as leafKeywordsOf, dt as reveal, lt as plainOf, si as fits } from "./shared.js";
// src/adapters/sops/plaintext.ts
/**
* What a check does with plaintext, all of it: it asks schemas whether a value fits, and masks values in logs.
* Plaintext stays in this file; what leaves it is an issue without a value, or the lines that a log must not show.
*/
/** See `Opener.judge`. An issue about a secret stands for every keyword of its schema that looks at a value itself. */
function judge(issue, value) {
	const plain = inClear(value);
	if (plain === void 0) return void 0;
	const { schema, keyword, tokens } = issue;
	const asked = value instanceof Secret ? [.../* @__PURE__ */ new Set([keyword, ...leafKeywordsOf(schema)])] : [keyword];
	const broken = [];
	for (const one of asked) {
		const valid = fits(schema, one, plain);
		if (valid === void 0) return void 0;
		if (!valid) broken.push({
			keyword: one,
			tokens,
			schema
		});
	}
	return broken;
}
/** A value with its secrets in clear; `undefined` where that is not to be had. */
function inClear(value) {
	if (value instanceof Secret) return plainSecret(value);
	if (value instanceof Opaque) return void 0;
	if (isList(value)) {
		const items = value.map(inClear);
		return items.every((item) => item !== void 0) ? items : void 0;
	}
	if (!isMapping(value)) return value;
	const plain = {};
	for (const key of Object.keys(value)) {
		const entry = inClear(value[key]);
		if (entry === void 0) return void 0;
		put(plain, key, entry);
	}
	return plain;
}
function plainSecret(secret) {
	const { type } = secret;
	return type === "bytes" || type === "comment" ? void 0 : plainOf({
		type,
		text: reveal(secret)
	});
}
/** Shorter lines are words that logs are full of. */
const SHORTEST_MASKED = 8;
/** The lines of secrets that logs must not show: those of eight characters or more, without blanks around them. */
function linesToMask(secrets) {
	const lines = /* @__PURE__ */ new Set();
	for (const secret of secrets) {
		if (secret.type === "bytes") continue;
		for (const line of reveal(secret).split(/\r\n?|\n/)) for (const text of [line, line.trim()]) if (text.length >= SHORTEST_MASKED) lines.add(text);
	}
	return [...lines];
}
// src/adapters/sops/opener.ts
/** Opens files with identities of age. */
function createOpener({ age, identities, mask }) {
	const masked = /* @__PURE__ */ new Set();
	return {
		dataKey: async (metadata) => {
			const opened = await openDataKey(metadata, identities, age);
			return opened.ok ? {
				ok: true,
				result: opened.result.dataKey
			} : opened;
		},
		cipher: createSopsCipher(),
		judge,
		opened: (secrets) => {
			if (mask === void 0) return;
			for (const line of linesToMask(secrets)) {
				if (masked.has(line)) continue;
				masked.add(line);
				mask(line);
			}
		}
	};
}
export { createOpener as t };
