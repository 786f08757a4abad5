import { s as createAge } from "./opening.js";
import { t as defaultKeyFile } from "./identities.js";
import { Gs as name, Ks as say, hn as makeFolders, is as git, os as Failure, rs as repositoryOf } from "./shared.js";
import { n as writeNewFile } from "./beside.js";
import { appendFileSync, chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
// src/adapters/key-file.ts
/** Only its owner may read a key. */
const MODE = 384;
/**
* Writes an identity to a key file as `age-keygen` does, which SOPS reads too. A file that exists is never replaced:
* with `add` the key is put behind those that it has.
*
* @param now RFC 3339, for the comment above the key
* @throws Failure where there is such a file, it lies where Git would take it, or it cannot be written
*/
function writeKeyFile(path, identity, { now, add }) {
	const isInRepository = refuseTracked(path);
	const text = `# created: ${now}\n# public key: ${identity.recipient}\n${identity.reveal()}\n`;
	try {
		makeFolders(dirname(resolve(path)), 448);
		if (!existsSync(path)) {
			if (isInRepository) return writeFileSync(path, text, {
				flag: "wx",
				mode: MODE
			});
			return writeNewFile(path, {
				bytes: text,
				mode: MODE
			});
		}
		if (!add) throw new Failure("usage", say`${name(path)} exists already, and is left alone`, say`--add puts another key into it, --output writes another file`);
		const before = readFileSync(path, "utf8");
		chmodSync(path, MODE);
		appendFileSync(path, before === "" || before.endsWith("\n") ? text : `\n${text}`);
	} catch (error) {
		if (error instanceof Failure) throw error;
		throw new Failure("broken", say`${name(path)} cannot be written`);
	}
}
/**
* A private key that Git takes is everybody's.
*
* @returns whether it lies in a Git repository, which ignores it
*/
function refuseTracked(path) {
	let top;
	try {
		top = repositoryOf(dirname(path)).top;
	} catch {
		return false;
	}
	if (git(top, [
		"check-ignore",
		"-q",
		"--",
		path
	], { answers: [1] }).status === 0) return true;
	throw new Failure("usage", say`${name(path)} is in a Git repository, which would take the private key`, say`write it elsewhere, or have Git ignore it first`);
}
// src/cli/secrets/keygen.ts
/** Makes a key; the recipient is printed, the private key is written to a file and never shown. */
async function runKeygen({ output, add, postQuantum }, terminal) {
	const usual = defaultKeyFile({
		variables: terminal.variables,
		platform: process.platform
	});
	const path = output === void 0 ? usual : resolve(terminal.directory, output);
	const identity = await createAge().generate(postQuantum === true ? "hybrid" : "x25519");
	writeKeyFile(path, identity, {
		now: `${(/* @__PURE__ */ new Date()).toISOString().slice(0, 19)}Z`,
		add: add === true
	});
	terminal.out(`${identity.recipient}\n`);
	terminal.err(`wrote the private key to ${path}: keep a copy, without it nothing opens\n`);
	terminal.err(output === void 0 ? "what is printed is the recipient: put it into .sops.yaml\n" : `to use it: SOPS_AGE_KEY_FILE=${path}\n`);
	return 0;
}
export { runKeygen };
