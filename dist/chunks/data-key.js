import { $ as combineShares, Ui as Secret, et as shareAt, fr as envelopeText, ft as revealBytes, it as problem, ot as canonical, pt as keep, tt as splitSecret } from "./shared.js";
import { Buffer } from "node:buffer";
import { createCipheriv, createDecipheriv, createHash, createSecretKey, randomBytes, timingSafeEqual } from "node:crypto";
// src/adapters/sops/cipher.ts
const ALGORITHM = "aes-256-gcm";
/** Bytes. SOPS panics when it rewrites a value whose initialisation vector has another length. */
const IV_LENGTH = 32;
const TAG_LENGTH = 16;
const UTF_8 = new TextDecoder("utf-8", {
	fatal: true,
	ignoreBOM: true
});
/** SOPS's cryptography by Node.js's own: AES-256-GCM, one value at a time, and SHA-512. */
function createSopsCipher() {
	const keys = /* @__PURE__ */ new WeakMap();
	const keyOf = (dataKey) => {
		let key = keys.get(dataKey);
		if (key === void 0) keys.set(dataKey, key = createSecretKey(revealBytes(dataKey)));
		return key;
	};
	return {
		open: (envelope, additional, dataKey) => {
			const plaintext = decrypt(envelope, additional, keyOf(dataKey));
			return plaintext === void 0 ? "forged" : secretOf(plaintext, envelope.type);
		},
		seal: (value, additional, dataKey) => {
			const type = value.type === "bytes" ? "str" : value.type;
			return encrypt(bytesOf(value), type, additional, keyOf(dataKey));
		},
		sealComment: (text, additional, dataKey) => {
			return encrypt(typeof text === "string" ? Buffer.from(text, "utf8") : revealBytes(text), "comment", additional, keyOf(dataKey));
		},
		mac: createMac,
		same: (a, b) => a.type === b.type && sameBytes(bytesOf(a), bytesOf(b)),
		sameText: (a, b) => sameBytes(bytesOf(a), bytesOf(b)),
		keep: ({ type, text }) => keep(text, type),
		keepBytes: (content) => content.length === 0 ? keep("", "str") : keep(Uint8Array.from(content), "bytes")
	};
}
function bytesOf(value) {
	return value instanceof Secret ? revealBytes(value) : Buffer.from(value.text, "utf8");
}
function sameBytes(a, b) {
	return a.length === b.length && timingSafeEqual(a, b);
}
function decrypt({ data, iv, tag }, additional, key) {
	const decipher = createDecipheriv(ALGORITHM, key, Buffer.from(iv, "base64"), { authTagLength: TAG_LENGTH });
	decipher.setAAD(Buffer.from(additional, "utf8"));
	decipher.setAuthTag(Buffer.from(tag, "base64"));
	const start = decipher.update(data, "base64");
	try {
		return Buffer.concat([start, decipher.final()]);
	} catch {
		return;
	}
}
function encrypt(plaintext, type, additional, key) {
	const iv = randomBytes(IV_LENGTH);
	const cipher = createCipheriv(ALGORITHM, key, iv, { authTagLength: TAG_LENGTH });
	cipher.setAAD(Buffer.from(additional, "utf8"));
	const data = cipher.update(plaintext, void 0, "base64") + cipher.final("base64");
	return envelopeText({
		data,
		iv: iv.toString("base64"),
		tag: cipher.getAuthTag().toString("base64"),
		type
	});
}
function secretOf(plaintext, type) {
	const text = type === "bytes" ? void 0 : textOf(plaintext);
	if (text === void 0) return type === "bytes" || type === "str" || type === "comment" ? keep(Uint8Array.from(plaintext), "bytes") : "malformed";
	const value = canonical(type, text);
	return value === void 0 ? "malformed" : keep(value, type);
}
function textOf(bytes) {
	try {
		return UTF_8.decode(bytes);
	} catch {
		return;
	}
}
function createMac() {
	const hash = createHash("sha512");
	return {
		add: (value) => {
			hash.update(bytesOf(value));
		},
		addBytes: (hex) => {
			hash.update(hex, "hex");
		},
		digest: () => keep(hash.digest("hex").toUpperCase(), "str")
	};
}
// src/adapters/sops/data-key.ts
/** Bytes of a data key. Go would take 16 and 24 too. */
const DATA_KEY_LENGTH = 32;
/** A new data key. */
function newDataKey() {
	return keep(Uint8Array.from(randomBytes(DATA_KEY_LENGTH)), "bytes");
}
/**
* Opens the data key of a file: with one group by any of its age keys, with several by as many groups as the threshold
* asks, put together again (Shamir). The key that names one of the identities as its recipient is tried first; what a
* file says of recipients is not trusted otherwise.
*
* @returns or `no-identity`, `unsupported-key` (no age key at all), `too-few-groups`, `bad-recipient-block`,
*   `bad-data-key`
*/
async function openDataKey(metadata, identities, age) {
	const { groups, threshold } = metadata;
	const opened = await Promise.all(groups.map(({ keys }) => openGroup(keys, identities, age)));
	const parts = opened.flatMap((part) => part instanceof Uint8Array ? [part] : []);
	const reasons = opened.flatMap((part) => part instanceof Uint8Array ? [] : [part]);
	if (parts.length < threshold) return failed(tooFew(reasons, parts.length));
	const bytes = groups.length === 1 ? parts[0] : combineShares(parts);
	if (bytes?.length !== DATA_KEY_LENGTH) return failed(problem("bad-data-key", groups[0]?.keys[0] ?? {}));
	const dataKey = keep(bytes, "bytes");
	const shareOf = (part, i) => keep(part instanceof Uint8Array ? part : shareAt(parts, i + 1) ?? /* @__PURE__ */ new Uint8Array(), "bytes");
	return {
		ok: true,
		result: {
			dataKey,
			shares: groups.length === 1 ? [dataKey] : opened.map(shareOf)
		}
	};
}
function failed(wrong) {
	return {
		ok: false,
		problems: [wrong]
	};
}
/** The most telling reason: damage before a key that is missing before types that cannot be used. */
function tooFew(reasons, opened) {
	const damaged = reasons.find(({ kind }) => kind === "bad-recipient-block");
	if (damaged !== void 0) return damaged;
	const missing = reasons.find(({ kind }) => kind === "no-identity") ?? reasons[0] ?? problem("no-keys");
	return opened > 0 ? {
		...missing,
		kind: "too-few-groups"
	} : missing;
}
async function openGroup(keys, identities, age) {
	const usable = keys.filter(({ type }) => type === "age");
	if (usable.length === 0) return problem("unsupported-key", keys[0] ?? {});
	const named = new Map(identities.map((identity) => [identity.recipient, identity]));
	const fitting = usable.filter(({ name }) => named.has(name));
	let damaged;
	for (const key of fitting) {
		const part = await age.decrypt(key.enc, [named.get(key.name)]);
		if (part instanceof Uint8Array) return part;
		if (part === "damaged") damaged ??= key;
	}
	for (const key of identities.length === 0 ? [] : usable) {
		const part = await age.decrypt(key.enc, identities);
		if (part instanceof Uint8Array) return part;
		if (part === "damaged" && named.has(key.name)) damaged ??= key;
	}
	return problem(damaged === void 0 ? "no-identity" : "bad-recipient-block", damaged ?? usable[0] ?? {});
}
/**
* Encrypts what a group holds of the data key to a recipient of age; armored, as it stands in `enc`.
*
* @returns `undefined` where the recipient cannot be used
*/
function sealDataKey(part, recipient, age) {
	return age.encrypt(revealBytes(part), recipient);
}
/** Splits a data key for key groups; one group holds it whole. */
function shareDataKey(dataKey, groups, threshold) {
	if (groups === 1) return [dataKey];
	const random = (length) => Uint8Array.from(randomBytes(length));
	return splitSecret(revealBytes(dataKey), {
		parts: groups,
		threshold
	}, random).map((share) => keep(share, "bytes"));
}
export { createSopsCipher as a, shareDataKey as i, openDataKey as n, sealDataKey as r, newDataKey as t };
