import { Fs as put, Ht as plainOf, J as revealBytes, Ms as isMapping, Oa as envelopeText, Qs as Secret, Xs as Opaque, Y as keep, fs as fits, js as isList, ps as leafKeywordsOf, q as reveal, qt as problem, zt as canonical } from "./shared.js";
import { Buffer as Buffer$1, isUtf8 } from "node:buffer";
import { createCipheriv, createDecipheriv, createHash, createSecretKey, randomBytes, timingSafeEqual } from "node:crypto";
// src/adapters/age/identity.ts
/**
* An age identity that can open files. Its text is in a private field: nothing that inspects, clones or serialises it
* tells what it is.
*/
var Identity = class {
	/** Its public half, `age1…`; what names it in files and messages. */
	recipient;
	#text;
	constructor(text, recipient) {
		this.#text = text;
		this.recipient = recipient;
		Object.freeze(this);
	}
	/** For the adapter that decrypts with it, and for a command that writes a key it has just made. */
	reveal() {
		return this.#text;
	}
	toJSON() {
		throw new TypeError("an identity was about to be written");
	}
};
const PRIVATE_KEY = /^AGE-SECRET-KEY-(?:PQ-)?1/;
const AGE_FILE = /^\s*(?:age-encryption\.org\/|-----BEGIN AGE ENCRYPTED FILE-----)/;
const SSH_KEY = /^\s*-----BEGIN [A-Z ]*PRIVATE KEY-----/;
/**
* Takes a key file, or the text of `SOPS_AGE_KEY`, apart: an identity a line, `#` and blank lines skipped, several in a
* line allowed (SOPS 3.13). Blanks around a key are forgiven.
*/
function candidatesIn(text) {
	if (AGE_FILE.test(text)) return [{
		kind: "passphrase",
		line: 1
	}];
	if (SSH_KEY.test(text)) return [{
		kind: "ssh",
		line: 1
	}];
	return text.split(/\r\n?|\n/).flatMap((content, i) => {
		if (content.startsWith("#")) return [];
		return content.split(/\s+/).filter((word) => word !== "").map((word) => candidate(word, i + 1));
	});
}
function candidate(word, line) {
	if (PRIVATE_KEY.test(word)) return {
		line,
		text: word
	};
	if (word.startsWith("AGE-PLUGIN-")) return {
		kind: "plugin",
		line
	};
	if (word.startsWith("age1")) return {
		kind: "recipient",
		line
	};
	return {
		kind: /^ssh-/.test(word) ? "ssh" : "unknown",
		line
	};
}
// src/adapters/age/x25519-key.ts
/** PKCS #8 of X25519 up to the key's own 32 bytes (RFC 8410). */
const PKCS_8 = Buffer.from("302e020100300506032b656e04220420", "hex");
const PREFIX = "AGE-SECRET-KEY-";
const KEY_LENGTH = 32;
/**
* An X25519 identity as a key of Web Crypto that cannot be exported, which the age library takes in place of its text:
* from a text it makes such a key for each file anew, which costs more than opening the file. `undefined` for other
* identities, and where Node.js was built without the curve.
*/
async function x25519Key(identity, { bech32 }) {
	const text = identity.reveal();
	if (!text.startsWith(`${PREFIX}1`)) return void 0;
	try {
		const { prefix, bytes } = bech32.decodeToBytes(text);
		if (prefix.toUpperCase() !== PREFIX || bytes.length !== KEY_LENGTH) return void 0;
		const encoded = Buffer.concat([PKCS_8, bytes]);
		const key = await crypto.subtle.importKey("pkcs8", encoded, { name: "X25519" }, false, ["deriveBits"]);
		encoded.fill(0);
		bytes.fill(0);
		return key;
	} catch {
		return;
	}
}
// src/adapters/age/age.ts
/** age, its library loaded when it is first needed. */
function createAge() {
	let library;
	const load = () => library ??= import("./library.js");
	const decrypters = /* @__PURE__ */ new WeakMap();
	const decrypterOf = (identity, age) => {
		let decrypter = decrypters.get(identity);
		if (decrypter === void 0) decrypters.set(identity, decrypter = newDecrypter(identity, age));
		return decrypter;
	};
	return {
		identities: async (text) => parse(text, await load()),
		generate: async (kind) => {
			const age = await load();
			const text = kind === "hybrid" ? await age.generateHybridIdentity() : await age.generateX25519Identity();
			return new Identity(text, await age.identityToRecipient(text));
		},
		recipientKind: async (text) => recipientKind(text, await load()),
		encrypt: async (plaintext, recipient) => {
			const age = await load();
			if (recipientKind(recipient, age) !== "recipient") return void 0;
			const encrypter = new age.Encrypter();
			encrypter.addRecipient(recipient);
			return age.armor.encode(await gather(await encrypter.encrypt(streamOf(plaintext))));
		},
		decrypt: async (file, identities) => {
			const age = await load();
			return decrypt$1(file, await Promise.all(identities.map((identity) => decrypterOf(identity, age))), age);
		}
	};
}
async function newDecrypter(identity, age) {
	const decrypter = new age.Decrypter();
	decrypter.addIdentity(await x25519Key(identity, age) ?? identity.reveal());
	return decrypter;
}
async function parse(text, age) {
	const identities = [];
	const faults = [];
	for (const found of candidatesIn(text)) {
		if ("kind" in found) {
			faults.push(found);
			continue;
		}
		try {
			identities.push(new Identity(found.text, await age.identityToRecipient(found.text)));
		} catch {
			faults.push({
				kind: "unknown",
				line: found.line
			});
		}
	}
	return {
		identities,
		faults
	};
}
function recipientKind(text, age) {
	if (text.startsWith("ssh-")) return "ssh";
	try {
		new age.Encrypter().addRecipient(text);
		return "recipient";
	} catch {
		return PLUGIN_RECIPIENT.test(text) ? "plugin" : "unknown";
	}
}
/** `age1yubikey1…`: a name between `age1` and another `1`. Native recipients have no second `1`: bech32 has none. */
const PLUGIN_RECIPIENT = /^age1(?!pq1|tag1|tagpq1)[a-z0-9-]+1[a-z0-9]+$/;
const NO_MATCH = /no identity matched/;
const ARMOR_START = "-----BEGIN AGE ENCRYPTED FILE-----";
async function decrypt$1(file, decrypters, age) {
	try {
		const binary = binaryOf(file, age);
		for (const decrypter of decrypters) {
			const plaintext = await open(decrypter, binary).catch(unlessNoMatch);
			if (plaintext !== void 0) return plaintext;
		}
		return decrypters.length > 0 ? "no-match" : await open(new age.Decrypter(), binary).catch(unlessNoMatch) ?? "no-match";
	} catch {
		return "damaged";
	}
}
/** Through streams of our own: for whole buffers the library goes through `Response`, which Node.js loads for 10 ms. */
async function open(decrypter, file) {
	return gather(await decrypter.decrypt(streamOf(file)));
}
function streamOf(bytes) {
	return new ReadableStream({ start: (controller) => {
		controller.enqueue(bytes);
		controller.close();
	} });
}
async function gather(stream) {
	const chunks = [];
	const reader = stream.getReader();
	for (let read = await reader.read(); !read.done; read = await reader.read()) chunks.push(read.value);
	return Uint8Array.from(Buffer.concat(chunks));
}
function unlessNoMatch(error) {
	if (error instanceof Error && NO_MATCH.test(error.message)) return void 0;
	throw error;
}
function binaryOf(file, age) {
	if (typeof file === "string") return age.armor.decode(file);
	const text = Buffer.from(file.buffer, file.byteOffset, file.byteLength).toString("latin1");
	return text.trimStart().startsWith(ARMOR_START) ? age.armor.decode(text) : file;
}
// src/adapters/sops/cipher.ts
const ALGORITHM = "aes-256-gcm";
/** Bytes. SOPS panics when it rewrites a value whose initialisation vector has another length. */
const IV_LENGTH = 32;
const TAG_LENGTH = 16;
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
			return encrypt(typeof text === "string" ? Buffer$1.from(text, "utf8") : revealBytes(text), "comment", additional, keyOf(dataKey));
		},
		mac: createMac,
		same: (a, b) => a.type === b.type && sameBytes(bytesOf(a), bytesOf(b)),
		sameText: (a, b) => sameBytes(bytesOf(a), bytesOf(b)),
		keep: ({ type, text }) => keep(text, type),
		keepBytes: (content) => content.length === 0 ? keep("", "str") : keep(Uint8Array.from(content), "bytes")
	};
}
function bytesOf(value) {
	return value instanceof Secret ? revealBytes(value) : Buffer$1.from(value.text, "utf8");
}
function sameBytes(a, b) {
	return a.length === b.length && timingSafeEqual(a, b);
}
const OPTIONS = { authTagLength: TAG_LENGTH };
function decrypt({ data, iv, tag }, additional, key) {
	const decipher = createDecipheriv(ALGORITHM, key, Buffer$1.from(iv, "base64"), OPTIONS);
	decipher.setAAD(Buffer$1.from(additional, "utf8"));
	decipher.setAuthTag(Buffer$1.from(tag, "base64"));
	const plaintext = decipher.update(data, "base64");
	try {
		decipher.final();
		return plaintext;
	} catch {
		return;
	}
}
function encrypt(plaintext, type, additional, key) {
	const iv = randomBytes(IV_LENGTH);
	const cipher = createCipheriv(ALGORITHM, key, iv, { authTagLength: TAG_LENGTH });
	cipher.setAAD(Buffer$1.from(additional, "utf8"));
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
	return isUtf8(bytes) ? bytes.toString("utf8") : void 0;
}
function createMac() {
	const hash = createHash("sha512");
	return {
		add: (value) => {
			if (!(value instanceof Secret)) hash.update(value.text, "utf8");
			else if (value.type === "bytes") hash.update(revealBytes(value));
			else hash.update(reveal(value), "utf8");
		},
		addBytes: (hex) => {
			hash.update(hex, "hex");
		},
		digest: () => keep(hash.digest("hex").toUpperCase(), "str")
	};
}
// src/core/sops/shamir.ts
/**
* Shamir's secret sharing over GF(2^8) as HashiCorp Vault and SOPS do it: reduction polynomial 0x11B; a share is the
* y bytes and then one x byte; each byte of the secret has a random polynomial of its own, of degree threshold − 1.
*/
const FIELD = 256;
const REDUCTION = 283;
/** 3 generates the field's multiplicative group. */
const GENERATOR_STEP = (value) => {
	const doubled = value << 1 ^ value;
	return doubled >= FIELD ? doubled ^ REDUCTION : doubled;
};
const EXP = new Uint8Array(FIELD * 2);
const LOG = new Uint8Array(FIELD);
for (let i = 0, value = 1; i < 255; i++, value = GENERATOR_STEP(value)) {
	EXP[i] = value;
	EXP[i + FIELD - 1] = value;
	LOG[value] = i;
}
function multiply(a, b) {
	return a === 0 || b === 0 ? 0 : EXP[LOG[a] + LOG[b]];
}
function divide(a, b) {
	return a === 0 ? 0 : EXP[LOG[a] - LOG[b] + FIELD - 1];
}
/**
* Splits a secret; the x of the shares are 1, 2, 3 …, as SOPS numbers key groups.
*
* @param random cryptographically random bytes
*/
function splitSecret(secret, { parts, threshold }, random) {
	if (parts > 255 || threshold < 2 || threshold > parts) throw new RangeError("no such sharing");
	const shares = Array.from({ length: parts }, (_, i) => {
		const share = new Uint8Array(secret.length + 1);
		share[secret.length] = i + 1;
		return share;
	});
	for (const [at, byte] of secret.entries()) {
		const coefficients = random(threshold - 1);
		for (const share of shares) share[at] = evaluate(byte, coefficients, share[secret.length]);
	}
	return shares;
}
function evaluate(constant, coefficients, x) {
	let value = 0;
	for (const coefficient of Array.from(coefficients).reverse()) value = multiply(value, x) ^ coefficient;
	return multiply(value, x) ^ constant;
}
/**
* The secret from its shares, all of which are used. Fewer than the threshold, or a wrong one, give other bytes:
* nothing here can tell. `undefined` where shares have different lengths or the same x.
*/
function combineShares(shares) {
	return valueAt(shares, 0);
}
/** The share of a group that was not opened, from those that were: enough shares give every other one. */
function shareAt(shares, x) {
	const values = valueAt(shares, x);
	return values === void 0 ? void 0 : Uint8Array.of(...values, x);
}
/** Lagrange interpolation at a point. */
function valueAt(shares, point) {
	const length = (shares[0]?.length ?? 0) - 1;
	const xs = shares.map((share) => share.at(-1) ?? 0);
	if (length < 1 || shares.some((share) => share.length !== length + 1)) return void 0;
	if (xs.includes(0) || new Set(xs).size !== xs.length) return void 0;
	const weights = xs.map((x, i) => xs.reduce((weight, other, j) => i === j ? weight : multiply(weight, divide(point ^ other, x ^ other)), 1));
	const values = new Uint8Array(length);
	for (let at = 0; at < length; at++) values[at] = shares.reduce((sum, share, i) => sum ^ multiply(share[at], weights[i]), 0);
	return values;
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
export { shareDataKey as a, sealDataKey as i, newDataKey as n, createSopsCipher as o, openDataKey as r, createAge as s, createOpener as t };
