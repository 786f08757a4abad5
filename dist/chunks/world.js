import { qt as problem } from "./shared.js";
import { C as readSops, b as openSops, w as sopsFormatOf } from "./sealed.js";
// src/queries/secrets/world.ts
/** Reads an encrypted file, without a key. */
function readSecret({ path, text }) {
	return readSops(text, sopsFormatOf(path));
}
/** Reads and opens an encrypted file, and verifies its MAC. */
async function openSecret(secret, world) {
	const file = readSecret(secret);
	if (!file.ok) return file;
	const keys = await world.keys.open(file.result.metadata);
	if (!keys.ok) return keys;
	const opened = openSops(file.result, keys.result.dataKey, world.run);
	return opened.ok ? {
		ok: true,
		result: {
			opened: opened.result,
			keys: keys.result
		}
	} : opened;
}
/**
* Gives a data key to recipients.
*
* @returns or `unsupported-key`, the recipient that cannot be used as its token
*/
async function wrapDataKey(parts, { groups, threshold }, keys) {
	const problems = [];
	const wrapped = await Promise.all(groups.map(async (recipients, group) => {
		const part = parts[group];
		return await Promise.all(recipients.map(async (recipient) => {
			const enc = part === void 0 ? void 0 : await keys.seal(part, recipient);
			if (enc === void 0) problems.push(problem("unsupported-key", { tokens: [recipient] }));
			return {
				recipient,
				enc: enc ?? ""
			};
		}));
	}));
	if (problems.length > 0) return {
		ok: false,
		problems
	};
	return {
		ok: true,
		result: {
			groups: wrapped,
			...groups.length > 1 ? { threshold } : {}
		}
	};
}
/**
* Proves that a text that is about to be written opens with the data key that it was made with.
*
* @throws Error where it does not, which is a mistake of this program; nothing has been written then
*/
function proveOpens({ path, text }, dataKey, world) {
	const file = readSecret({
		path,
		text
	});
	const opened = file.ok ? openSops(file.result, dataKey, world.run) : file;
	if (!opened.ok) throw new Error("what was about to be written does not open; nothing was written");
	return opened.result;
}
export { wrapDataKey as i, proveOpens as n, readSecret as r, openSecret as t };
