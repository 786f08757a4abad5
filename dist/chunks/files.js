import { Gr as workingTree, Li as name, Ri as say, d as readBytes, f as writeFileAtomically, l as isLeft, q as rootOf, ri as Failure, ti as repositoryOf, u as locateFile } from "./shared.js";
import { r as readSecret } from "./world.js";
import { relative, resolve, sep } from "node:path";
import { isUtf8 } from "node:buffer";
// src/cli/secrets/files.ts
const MARK = "﻿";
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
		text: bytes === void 0 ? "" : textOf(bytes)
	};
}
/** The text of a file without its byte order mark; what is not UTF-8 is no text, and comes out damaged. */
function textOf(bytes) {
	const text = bytes.toString("utf8");
	return text.startsWith(MARK) ? text.slice(1) : text;
}
/** Whether a file can be read as text. */
function isText({ bytes }) {
	return bytes === void 0 || isUtf8(bytes);
}
/** Puts a new text in the place of a loaded file's; a byte order mark stays. */
function saveFile({ file, bytes }, text) {
	const hasMark = bytes?.toString("utf8").startsWith(MARK) === true;
	writeFileAtomically(file, {
		before: bytes,
		after: hasMark ? MARK + text : text
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
		const { bytes } = type === "file" && !isLeft(path) ? snapshot.read(path) : {};
		if (bytes === void 0 || !TELLING.every((word) => bytes.includes(word))) continue;
		const text = textOf(bytes);
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
/** An encrypted file, or one that would be if its metadata were whole. */
function isSecret(secret) {
	const read = readSecret(secret);
	if (read.ok) return true;
	return !read.problems.some(({ kind }) => kind === "no-metadata" || kind === "bad-content") || secret.text.includes("ENC[AES256_GCM,") && /^\s*"?(?:sops_)?lastmodified\b/m.test(secret.text);
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
export { loadFile as a, listSecretFiles as i, isText as n, saveFile as o, layerPathOf as r, selectFiles as s, findFile as t };
