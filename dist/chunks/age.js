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
// src/adapters/age/age.ts
/** age, its library loaded when it is first needed. */
function createAge() {
	let library;
	const load = () => library ??= import("./dist.js");
	const decrypters = /* @__PURE__ */ new WeakMap();
	const decrypterOf = (identity, age) => {
		let decrypter = decrypters.get(identity);
		if (decrypter === void 0) {
			decrypters.set(identity, decrypter = new age.Decrypter());
			decrypter.addIdentity(identity.reveal());
		}
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
			return decrypt(file, identities.map((identity) => decrypterOf(identity, age)), age);
		}
	};
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
async function decrypt(file, decrypters, age) {
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
export { createAge as t };
