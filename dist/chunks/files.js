import { Bo as encodePath, Gs as name, Ks as say, O as rootOf, Ro as workingTree, ls as MAX_FILE_BYTES, os as Failure, rs as repositoryOf } from "./shared.js";
import { t as throughBeside } from "./beside.js";
import { r as readSecret } from "./world.js";
import { w as sopsFormatOf } from "./sealed.js";
import { chmodSync, existsSync, lstatSync, readFileSync, realpathSync, renameSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { isUtf8 } from "node:buffer";
// src/adapters/repository-file.ts
/**
* Finds a file that was named; neither it nor its folder need exist.
*
* @throws Failure where it is in no Git repository, or it or a folder on the way is a link that leads out of one
*/
function locateFile(directory, shown) {
	const file = resolve(directory, shown);
	const folder = standing(dirname(file));
	const { top, prefix } = repositoryOf(folder);
	if (leadsOut(directory, folder, top)) throw outside(shown);
	const path = join(top, prefix, relative(folder, file));
	const real = lstatSync(encodePath(path), { throwIfNoEntry: false })?.isSymbolicLink() === true ? followed(path, shown) : path;
	const below = relative(top, real);
	if (below.startsWith("..") || below === "" || resolve(top, below) !== real) throw outside(shown);
	return {
		shown,
		path: below.split(sep).join("/"),
		top
	};
}
const outside = (shown) => new Failure("usage", say`${name(shown)} leads out of the repository, and is left alone`);
/**
* Whether a link on the way from one folder to another leads out of the repository that it stands in. Links that stand
* in none are how somebody has arranged a disk.
*/
function leadsOut(from, to, top) {
	let at = from;
	for (const step of relative(from, to).split(sep)) {
		at = resolve(at, step);
		if (step === ".." || lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink() !== true) continue;
		const holder = holderOf(dirname(at));
		if (holder !== void 0 && holder !== top) return true;
	}
	return false;
}
/** The top of the repository that a folder lies in, if any. */
function holderOf(folder) {
	try {
		return repositoryOf(folder).top;
	} catch (error) {
		if (error instanceof Failure) return void 0;
		throw error;
	}
}
/** The nearest folder that is there: what is missing below it, whoever makes the file makes too. */
function standing(folder) {
	let at = folder;
	while (!existsSync(at) && dirname(at) !== at) at = dirname(at);
	return at;
}
function followed(path, shown) {
	try {
		return realpathSync(path);
	} catch {
		throw new Failure("usage", say`${name(shown)} is a link that leads nowhere`);
	}
}
/** The bytes of a file; `undefined` where there is none. */
function readBytes({ top, path, shown }) {
	const file = encodePath(join(top, path));
	const stats = statSync(file, { throwIfNoEntry: false });
	if (stats === void 0) return void 0;
	if (!stats.isFile()) throw new Failure("usage", say`${name(shown)} is no regular file`);
	if (stats.size > 1e7) throw new Failure("usage", say`${name(shown)} is larger than ${MAX_FILE_BYTES} bytes`);
	try {
		return readFileSync(file);
	} catch {
		throw new Failure("broken", say`${name(shown)} cannot be read`);
	}
}
/**
* Puts a new content in the place of a file's in one step: a file beside it is written, flushed and renamed, so that
* there is the old content or the new one whenever the run is stopped. Permissions stay. Where the file says something
* else by now than what the content was made from, nothing is written.
*
* @throws Failure where it has changed, or cannot be written
*/
function writeFileAtomically(file, { before, after }) {
	const { top, path, shown } = file;
	const now = readBytes(file);
	if (now === void 0 || before === void 0 ? now !== before : !now.equals(before)) throw new Failure("broken", say`${name(shown)} has changed in the meantime, and is left alone`, say`run the command again`);
	const target = join(top, path);
	try {
		const mode = statSync(encodePath(target), { throwIfNoEntry: false })?.mode;
		throughBeside(target, {
			bytes: after,
			mode: mode === void 0 ? 438 : mode & 511
		}, (beside, place) => {
			if (mode !== void 0) chmodSync(beside, mode & 4095);
			renameSync(beside, place);
		});
	} catch {
		throw new Failure("broken", say`${name(shown)} cannot be written`);
	}
}
// src/cli/secrets/files.ts
/** A file that was named, and what it holds. */
function loadFile(shown, where, terminal) {
	const loaded = findFile(shown, where, terminal);
	if (loaded.bytes === void 0) throw new Failure("usage", say`there is no file ${name(shown)}`);
	return {
		...loaded,
		bytes: loaded.bytes
	};
}
/** The same, which need not exist yet. */
function findFile(shown, { directory = "." }, terminal) {
	const file = locateFile(resolve(terminal.directory, directory), shown);
	const bytes = readBytes(file);
	return {
		file,
		bytes,
		path: shown,
		text: bytes === void 0 ? "" : textOf(shown, bytes)
	};
}
/**
* The text of a file, of YAML and INI without its byte order mark; what is not UTF-8 is no text, and comes out damaged.
* SOPS reads no JSON that has a mark, and takes that of a dotenv file for a part of the first key.
*/
function textOf(path, bytes) {
	const text = bytes.toString("utf8");
	return takesMark(path) ? withoutMark(text) : text;
}
function takesMark(path) {
	const format = sopsFormatOf(path);
	return format === "yaml" || format === "ini";
}
/** A text without a byte order mark. */
function withoutMark(text) {
	return text.startsWith("﻿") ? text.slice(1) : text;
}
/** Whether a file can be read as text. */
function isText({ bytes }) {
	return bytes === void 0 || isUtf8(bytes);
}
/** Puts a new text in the place of a loaded file's; a byte order mark that is no part of it stays. */
function saveFile({ file, path, bytes }, text) {
	writeFileAtomically(file, {
		before: bytes,
		after: takesMark(path) && bytes?.toString("utf8").startsWith("﻿") === true ? "﻿" + text : text
	});
}
/** What every SOPS file has in its text, whatever its format; few others have both. */
const TELLING = ["sops", "lastmodified"];
/**
* The encrypted files of the configuration repository: those that Git tracks or does not ignore. Links are left out:
* what they lead to is listed itself.
*/
function listSecretFiles(where, terminal) {
	const root = rootOf(where, terminal);
	const { top, prefix } = repositoryOf(root);
	const snapshot = workingTree(root);
	const found = [];
	for (const { path, type } of snapshot.entries) {
		const { bytes } = type === "file" ? snapshot.read(path) : {};
		if (bytes === void 0 || !TELLING.every((word) => bytes.includes(word))) continue;
		const text = textOf(path, bytes);
		if (!isSecret({
			path,
			text
		})) continue;
		const file = {
			shown: path,
			top,
			path: prefix === "" ? path : `${prefix}/${path}`
		};
		found.push({
			file,
			path,
			text,
			bytes: Buffer.from(bytes)
		});
	}
	return found;
}
/** What is wrong with files that may be no encrypted ones at all. */
const NO_SECRET = /* @__PURE__ */ new Set([
	"no-metadata",
	"bad-content",
	"not-taken"
]);
/** An encrypted file, or one that would be if its metadata were whole. */
function isSecret(secret) {
	const read = readSecret(secret);
	if (read.ok) return true;
	return !read.problems.some(({ kind }) => NO_SECRET.has(kind)) || secret.text.includes("ENC[AES256_GCM,") && /^\s*"?(?:sops_)?lastmodified\b/m.test(secret.text);
}
/** The files that were named, or all. */
function selectFiles(named, where, terminal) {
	if (named.length === 0) return listSecretFiles(where, terminal);
	return [...new Set(named)].map((shown) => loadFile(shown, where, terminal));
}
/** The path of a file below the root of the configuration repository, as layers are called. */
function layerPathOf({ file }, root) {
	return relative(root, resolve(file.top, file.path)).split(sep).join("/");
}
export { loadFile as a, textOf as c, writeFileAtomically as d, listSecretFiles as i, withoutMark as l, isText as n, saveFile as o, layerPathOf as r, selectFiles as s, findFile as t, readBytes as u };
