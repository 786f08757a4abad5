import { i as __toESM, r as __require, t as __commonJSMin } from "./rolldown-runtime.js";
import { t as VERSION } from "./version.js";
import { $s as Unresolved, Ar as isDigest, At as yamlText, B as packFiles, Ba as digitsOf, Bi as OWN_FILES, Co as childrenOf, Ct as findingsText, Di as readConfig, Do as valuePlace, Dr as at$1, En as notCheckedSection, Eo as nodeAfter, F as withoutPassword, Fi as BUILD_TYPE, Fs as put, G as isAbandoned, Gs as name, Ha as numberText, Hi as SECRETS_FOLDER, Ho as compareText, Ht as plainOf, Ii as CHAIN_FILE, Io as isShallow, Ja as Source, Ji as createReader, Jn as attentionSection, Jo as inFile, K as unfinishedName, Ki as territoryOf, Ks as say, L as mustBeFile, Li as GIT_SETTINGS, Lo as resolveCommit, Ls as valueAt, Mn as fit, Mr as orNull, Ms as isMapping, Nr as parsedJson, Ns as kindOf$1, P as targetText, Pi as ARTIFACT_FORMATS, Po as commitTree, Pr as textAt$1, Ps as own, Qn as namesInLine, Qs as Secret, R as disk, Ri as HYDRATOR_FILE, Rs as pointer, Si as openWorkspace, Ua as referencesAt, Ui as SIGNATURE_NAMESPACE, Uo as finding, Us as escapeControls, V as publishedArchive, Va as indentedJson, Vi as SEALED_FILE, Vo as Collector, Wa as placeIn, Wi as STATEMENT_FILE, Ws as list, Xn as details, Xo as inVariable, Xs as Opaque, Ya as isSecretAt, Yn as bothRooms, Yo as inSpan, Zi as isBuiltIn, Zs as Sealed, _r as span, ar as countsText, as as codeOf, cr as notCheckedBy, dr as scopeText, ds as engines, dt as findingJson, ei as check, er as textMarkdown, gr as md, is as git, ja as decode, jo as hasCommit, jr as isObject, js as isList, kr as isCommit, kt as signatureCheck, lo as documentKey, lr as plural, oi as selectEnvironments, on as namedTargets, or as grouped, os as Failure, pr as verdict, q as reveal, qo as inEnvironment, qs as shown, rs as repositoryOf, sn as sha256, tr as brief, wt as names, xi as link, zi as MANIFEST_FILE, zr as withoutOpaque } from "./shared.js";
import { C as readSops, w as sopsFormatOf } from "./sealed.js";
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { dirname, isAbsolute, join, normalize, relative, resolve, sep } from "node:path";
import { spawn, spawnSync } from "node:child_process";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { homedir, tmpdir } from "node:os";
import { EventEmitter } from "node:events";
// src/adapters/git/relation.ts
/**
* How one commit is related to another, as far as this clone knows history.
*
* @param other an object id, which need not be in this clone
* @returns what `other` is, seen from `commit`; `missing` where the clone lacks it; `unknown` where it lacks history
*/
function relationOf(root, commit, other) {
	if (other === commit) return "same";
	const isCutOff = isShallow(repositoryOf(root).top);
	if (!hasCommit(root, other)) return isCutOff ? "unknown" : "missing";
	if (isAncestor(root, other, commit)) return "ancestor";
	if (isAncestor(root, commit, other)) return "descendant";
	return isCutOff ? "unknown" : "unrelated";
}
function isAncestor(root, ancestor, of) {
	return git(root, [
		"merge-base",
		"--is-ancestor",
		ancestor,
		of
	], { answers: [1] }).status === 0;
}
/**
* Whether a branch stood at a commit, as far as its merges tell: what a merge brought in is part of its history too,
* and each commit of that was never the branch.
*
* @param tip where the branch is now
*/
function stoodAt(root, tip, commit) {
	return git(root, [
		"rev-list",
		"--first-parent",
		tip
	]).stdout.toString("latin1").split("\n").includes(commit);
}
// src/adapters/git/source-commit.ts
/** What a commit says of itself. */
function sourceCommit(root, commit) {
	const args = [
		"-c",
		"log.showSignature=false",
		"log",
		"-1",
		"--no-color",
		"--no-notes",
		"--no-mailmap",
		"--encoding=UTF-8",
		`--format=${[
			"%H",
			"%ct",
			"%an <%ae>",
			"%s",
			"%b"
		].join("%x00")}`,
		commit,
		"--"
	];
	const [id = "", time = "0", author = "", subject = "", ...body] = git(root, args).stdout.toString("utf8").split("\0");
	return {
		commit: id,
		time: Number(time),
		author,
		subject,
		body: body.join("\0").trimEnd()
	};
}
// src/adapters/targets/open.ts
/**
* Opens a target by its name, placeholders filled.
*
* @param folder what relative paths of folders and archives are relative to
* @throws Failure (usage) for what no target can be called
*/
async function openTarget({ scheme, at }, { folder, ...options }) {
	if (/[{}]/.test(at)) throw new Failure("usage", say`${name(at)} is no name of a target: {environment} is the only placeholder`);
	if (scheme === "branch") return (await import("./branch.js")).branchTarget(at, options);
	const path = resolve(folder, at);
	if (scheme === "dir") {
		const { keep } = options;
		return (await import("./directory.js")).directoryTarget(path, `dir:${at}`, keep === void 0 ? {} : { keep });
	}
	return (await import("./archive.js")).archiveTarget(path, `archive:${at}`);
}
// src/adapters/tool.ts
/**
* Which Cairn runs: its version, and the digest of all scripts of its `dist/` (of lines `<path> <digest>`, sorted), so
* that two publications of the same tool can be told from those of a changed one.
*/
function toolIdentity(version, url = import.meta.url) {
	const folder = distFolder(dirname(fileURLToPath(url)));
	return {
		name: "cairn",
		version,
		digest: folder === void 0 ? null : digestOf(folder)
	};
}
/** The folder of the bundle that this file is in; `undefined` where it runs from the sources. */
function distFolder(folder) {
	const parts = folder.split(sep);
	const at = parts.lastIndexOf("dist");
	return at < 0 ? void 0 : parts.slice(0, at + 1).join(sep);
}
function digestOf(folder) {
	const lines = readdirSync(folder, {
		recursive: true,
		withFileTypes: true
	}).filter((entry) => entry.isFile() && entry.name.endsWith(".js")).map((entry) => join(entry.parentPath, entry.name)).map((file) => `${relative(folder, file).split(sep).join("/")} ${sha256(readFileSync(file))}\n`);
	return sha256(Buffer.from(lines.sort().join("")));
}
// src/queries/publish/consumers.ts
/** Says which of those who are to read an environment cannot open a file that it is published with. */
function checkConsumers({ config }, { environment, secrets }, report) {
	for (const { name: alias, place } of config.publish.consumers.get(environment) ?? []) {
		const known = config.recipients.get(alias);
		if (known === void 0) continue;
		for (const { source, bytes } of secrets) {
			const read = readSops(decode(source.path, bytes).source.text, sopsFormatOf(source.path));
			if (!read.ok) continue;
			const { groups, threshold } = read.result.metadata;
			if (groups.filter(({ keys }) => keys.some((key) => key.type === "age" && key.name === known.recipient)).length >= Math.min(threshold, groups.length)) continue;
			const message = say`${name(alias)} is to read ${name(environment)}, and cannot open ${name(source.path)}: it is no recipient`;
			report(finding("publish/consumer-cannot-open", place, message, { environment }));
		}
	}
}
// src/stages/publish/read-manifest.ts
/** Largest manifest that is read, in bytes. */
const MAX_MANIFEST_BYTES = 5e7;
/** Most characters of a text in a manifest. */
const MOST_TEXT = 1e4;
/**
* Reads a publication's `manifest.json`, which anybody may have written; undefined for what Cairn does not write, a
* version to come included.
*/
function readPublicationManifest(bytes) {
	const data = parsedJson(Buffer.from(bytes).toString("utf8"));
	return isShaped(data, {
		version: (value) => value === 1,
		source: shape({
			commit: isCommit,
			prefix: isText$1
		}),
		tool: shape({
			name: (value) => value === "cairn",
			version: isText$1,
			digest: orNull(isDigest)
		}),
		inputs: listOf(shape({
			path: isText$1,
			sha256: isDigest
		})),
		environments: listOf(shape({
			name: isName,
			manifest: isFile
		}))
	}) ? data : void 0;
}
/** Reads an environment's `manifest.json` in the same way. */
function readEnvironmentManifest(bytes) {
	const data = parsedJson(Buffer.from(bytes).toString("utf8"));
	return isShaped(data, {
		version: (value) => value === 1,
		environment: isName,
		kinds: listOf(shape({
			name: isText$1,
			version: isCount,
			schema: orNull(isDigest)
		})),
		artifacts: listOf(shape({
			...FILE,
			document: isText$1,
			format: (value) => ARTIFACT_FORMATS.some((format) => format === value),
			layers: listOf(isLayer)
		})),
		secrets: listOf(shape({
			...FILE,
			source: isLayer
		})),
		sealed: orNull(isFile),
		variables: (value) => isObject(value) && Object.values(value).every(isText$1)
	}) ? data : void 0;
}
/** Whether a path stays below the folder that it is relative to, and is written in one way only. */
function isPlainPath(path) {
	if (path === "" || /[\u0000-\u001f\u007f\\]/.test(path)) return false;
	return path.split("/").every((segment) => segment !== "" && segment !== "." && segment !== ".." && !isGit(segment));
}
/** Git takes no such folder into a tree, however it is spelled on file systems that do not tell case apart. */
function isGit(segment) {
	return segment.toLowerCase() === ".git";
}
const isText$1 = (value) => typeof value === "string" && value.length <= 1e4;
const isPath = (value) => typeof value === "string" && isPlainPath(value);
/** Of an environment: one folder, or several. */
const isName = isPath;
const isCount = (value) => Number.isSafeInteger(value) && value >= 0;
const listOf = (is) => (value) => Array.isArray(value) && value.every(is);
const FILE = {
	path: isPath,
	size: isCount,
	sha256: isDigest
};
const isFile = shape(FILE);
const isLayer = shape({
	path: isText$1,
	blob: orNull(isCommit)
});
function shape(members) {
	return (value) => isShaped(value, members);
}
/** Exactly these members: what Cairn does not know it cannot vouch for. */
function isShaped(value, members) {
	if (!isObject(value)) return false;
	const keys = Object.keys(value);
	return keys.length === Object.keys(members).length && keys.every((key) => Object.hasOwn(members, key) && members[key](value[key]));
}
// src/stages/render/flat.ts
/** A scalar as formats of texts have it: numbers in digits, null as nothing. */
function scalarText(value) {
	return value === null ? "" : typeof value === "number" ? numberText(value) : String(value);
}
/** A list on one line: its items between commas, as `x-split: ','` reads it. A problem where that would not be it. */
function listText(value) {
	const texts = [];
	for (const item of value) {
		if (item === null || isList(item) || isMapping(item)) return { problem: say`a list of other things than scalars has no form on one line` };
		const text = scalarText(item);
		if (text === "" || text.includes(",") || text.trim() !== text) return { problem: say`an item that is empty, or has a comma or blanks around it, cannot stand in a list on one line` };
		texts.push(text);
	}
	return texts.join(",");
}
// src/stages/render/env.ts
/**
* Variables: `/network/port` is `NETWORK_PORT`, a list is its items between commas, null and an empty list are empty,
* and an empty mapping makes none. What is not plain is quoted so that shells, systemd's EnvironmentFile
* (systemd.exec(5)), Docker Compose (from 1.29 on) and dotenv readers all read the same text; a text for which there is
* no such spelling is told.
*/
function writeEnv(value, tell) {
	if (!isMapping(value)) {
		tell({
			tokens: [],
			said: say`variables are made of a mapping, and this document is a ${kindOf$1(value)}`
		});
		return "";
	}
	const lines = [];
	const known = /* @__PURE__ */ new Map();
	const visit = (at, path) => {
		if (isMapping(at)) {
			for (const key of Object.keys(at)) visit(at[key], [...path, key]);
			return;
		}
		const text = isList(at) ? listText(at) : scalarText(at);
		if (typeof text !== "string") {
			tell({
				tokens: path,
				said: text.problem
			});
			return;
		}
		const variable = variableOf$1(path);
		const written = quoted$2(text);
		const other = known.get(variable);
		if (variable === "" || /^[0-9]/.test(variable)) tell({
			tokens: path,
			said: say`${name(variable)} is not the name of a variable: they start with a letter or _`
		});
		else if (other !== void 0) tell({
			tokens: path,
			said: say`${pointer(other)} is the variable ${name(variable)} too`
		});
		else if (OF_SHELLS.has(variable)) tell({
			tokens: path,
			said: say`shells set ${name(variable)} themselves`
		});
		else if (typeof written !== "string") tell({
			tokens: path,
			said: written.problem
		});
		else {
			known.set(variable, path);
			lines.push(`${variable}=${written}\n`);
		}
	};
	visit(value, []);
	return lines.join("");
}
function variableOf$1(path) {
	return path.map((token) => token.replace(/[^A-Za-z0-9]+/g, "_").toUpperCase()).join("_");
}
/** Variables to which bash or dash give no value but their own. */
const OF_SHELLS = /* @__PURE__ */ new Set([
	"_",
	"BASHOPTS",
	"BASHPID",
	"BASH_ARGC",
	"BASH_ARGV",
	"BASH_ARGV0",
	"BASH_LINENO",
	"BASH_SOURCE",
	"BASH_SUBSHELL",
	"BASH_VERSINFO",
	"COMP_WORDBREAKS",
	"DIRSTACK",
	"EPOCHREALTIME",
	"EPOCHSECONDS",
	"EUID",
	"FUNCNAME",
	"GROUPS",
	"HISTCMD",
	"LINENO",
	"OPTIND",
	"PIPESTATUS",
	"PPID",
	"RANDOM",
	"SECONDS",
	"SHELLOPTS",
	"SHLVL",
	"SRANDOM",
	"UID"
]);
/** What Linux hands to a process in one piece (MAX_ARG_STRLEN), but for the name of the variable. */
const LONGEST$1 = 13e4;
const PLAIN = /^[A-Za-z0-9_./:@%+,-]*$/;
/** Single quotes keep everything, but a single quote itself and, for some, a backslash. */
const LITERAL = /^[^'\\]*$/;
const ESCAPED$1 = /["\\]/g;
/** What no reader, or not all of them, can be told; the first that a text has counts. */
const UNSPEAKABLE$1 = [
	[/[\u0000-\u0008\u000b-\u001f\u007f]/, say`a variable cannot hold control characters`],
	[/[\p{Surrogate}\p{Noncharacter_Code_Point}]/u, say`half a character, or one that Unicode calls none, cannot be written`],
	[/\$\{[^}]*\}/, say`a text with \${…} is not read alike: Docker Compose would expand it, whatever the quotes`],
	[/\\$/, say`a text that ends with a backslash is not read alike by shells and Docker Compose`]
];
const MIXED = say`no spelling of a text with $ or a backtick beside a single quote or a backslash is read alike by all`;
function quoted$2(text) {
	if (Buffer.byteLength(text) > LONGEST$1) return { problem: say`Linux starts no process with a variable of more than ${LONGEST$1} bytes` };
	if (PLAIN.test(text)) return text;
	for (const [found, problem] of UNSPEAKABLE$1) if (found.test(text)) return { problem };
	if (LITERAL.test(text)) return `'${text}'`;
	return /[$`]/.test(text) ? { problem: MIXED } : `"${text.replace(ESCAPED$1, "\\$&")}"`;
}
// src/stages/render/ini.ts
/**
* INI: scalars of the root first, then a section a mapping, `[a.b]` for one inside another; a list is its items between
* commas, an empty one nothing. There is no standard; what readers would take for different things is told.
*/
function writeIni(value, tell) {
	if (!isMapping(value)) {
		tell({
			tokens: [],
			said: say`INI starts with a mapping, and this document is a ${kindOf$1(value)}`
		});
		return "";
	}
	const sections = [];
	const names = new Names(tell);
	const visit = (mapping, path) => {
		const lines = [];
		let isEmpty = true;
		const below = [];
		const keys = path.length === 0 ? names : new Names(tell);
		for (const key of Object.keys(mapping)) {
			const child = mapping[key];
			isEmpty = false;
			if (isMapping(child)) below.push(key);
			else if (keys.take(key, [...path, key])) lines.push(...lineOf(key, child, {
				path,
				tell
			}));
		}
		if (path.length === 0) sections.push(lines.join(""));
		else if (lines.length > 0 || isEmpty) {
			if (names.take(path.join("."), path)) sections.push(`[${path.join(".")}]\n${lines.join("")}`);
		}
		for (const key of below) if (path.length === 0 && key === DEFAULTS) tell({
			tokens: [key],
			said: say`Python adds what ${name(key)} has to all sections`
		});
		else if (isSection(key)) visit(mapping[key], [...path, key]);
		else tell({
			tokens: [...path, key],
			said: say`${name(key)} cannot be the name of a section`
		});
	};
	visit(value, []);
	return sections.filter((section) => section !== "").join("\n");
}
/** Keys of one section, or the sections and what stands before them. Many readers do not tell case apart. */
var Names = class {
	#tell;
	#known = /* @__PURE__ */ new Map();
	constructor(tell) {
		this.#tell = tell;
	}
	/** Whether a name is free; where not, that is told. */
	take(text, tokens) {
		const folded = text.toLowerCase();
		const known = this.#known.get(folded);
		if (known === void 0) this.#known.set(folded, text);
		else this.#tell({
			tokens,
			said: say`there is ${name(known)} already, and many readers take ${name(text)} for the same`
		});
		return known === void 0;
	}
};
function lineOf(key, value, { path, tell }) {
	const tokens = [...path, key];
	if (!isKey(key)) {
		tell({
			tokens,
			said: say`${name(key)} cannot be a key of INI`
		});
		return [];
	}
	const text = value === null ? { problem: say`INI has no null` } : isList(value) ? listText(value) : scalarText(value);
	const written = typeof text === "string" ? quoted$1(text) : text;
	if (typeof written === "string") return [`${key} = ${written}`.trimEnd() + "\n"];
	tell({
		tokens,
		said: written.problem
	});
	return [];
}
/** Not empty, no blanks around it, and nothing that ends a key or starts something else. */
function isKey(key) {
	return /^[^\s=:[\];#"'][^=:]*$/.test(key) && key.trimEnd() === key && !STARTS_COMMENT.test(key) && !UNSPEAKABLE.test(key);
}
function isSection(key) {
	return /^[^[\].;#]+$/.test(key) && key.trim() === key && !UNSPEAKABLE.test(key);
}
/** No section of its own to configparser. */
const DEFAULTS = "DEFAULT";
const STARTS_COMMENT = /[ \t][;#]/;
/** What ends a line for one reader or another, or cannot be written. */
const UNSPEAKABLE = /[\u0000-\u0008\u000a-\u001f\u007f\u0085\u2028\u2029]|\p{Surrogate}/u;
function quoted$1(text) {
	if (UNSPEAKABLE.test(text)) return { problem: say`a value of INI is one line of whole characters` };
	if (text.trim() === text && !/^["']/.test(text) && !STARTS_COMMENT.test(` ${text}`)) return text;
	const quote = ["\"", "'"].find((mark) => !text.includes(mark));
	return quote === void 0 ? { problem: say`this text has both sorts of quotes, and needs some around it` } : quote + text + quote;
}
// node_modules/smol-toml/dist/stringify.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
let BARE_KEY = /^[a-z0-9-_]+$/i;
let HAS_WELLFORMED = !!"".isWellFormed;
function extendedTypeOf(obj) {
	let type = typeof obj;
	if (type === "object") {
		if (Array.isArray(obj)) return "array";
		if (typeof obj.getUTCDate === "function" && obj instanceof Date) return "date";
		if (globalThis.Temporal) {
			if (obj.until) {
				if (obj instanceof Temporal.ZonedDateTime) return "temporal/tz+uc";
				if (obj instanceof Temporal.PlainDateTime || obj instanceof Temporal.PlainDate) return "temporal/uc";
				if (obj instanceof Temporal.PlainTime || obj instanceof Temporal.Instant) return "temporal";
				if (obj instanceof Temporal.PlainYearMonth) return "temporal/x";
			} else if (obj.toPlainDate && obj instanceof Temporal.PlainMonthDay || obj.negated && obj instanceof Temporal.Duration) return "temporal/x";
		}
	}
	return type;
}
function isArrayOfTables(obj) {
	for (let i = 0; i < obj.length; i++) if (extendedTypeOf(obj[i]) !== "object") return false;
	return obj.length != 0;
}
function formatWellFormedStringUnchecked(s) {
	return JSON.stringify(s).replaceAll("", "\\u007f");
}
function formatString(s) {
	return formatWellFormedStringUnchecked(HAS_WELLFORMED ? s.toWellFormed() : s);
}
function formatKey(s) {
	if (BARE_KEY.test(s)) return s;
	if (HAS_WELLFORMED && !s.isWellFormed()) throw new RangeError("key contains illegal lone surrogates");
	return formatWellFormedStringUnchecked(s);
}
function stringifyValue(val, type, depth, numberAsFloat, strictTemporal) {
	if (depth === 0) throw new Error("Could not stringify the object: maximum object depth exceeded");
	switch (type) {
		case "number":
			if (isNaN(val)) return "nan";
			if (val === Infinity) return "inf";
			if (val === -Infinity) return "-inf";
			if (Number.isInteger(val) && (numberAsFloat || !Number.isSafeInteger(val))) return val.toFixed(1);
		case "bigint":
		case "boolean":
		case "temporal": return val.toString();
		case "string": return formatString(val);
		case "date":
			if (isNaN(val.getTime())) throw new TypeError("cannot serialize invalid date");
			return val.toISOString();
		case "object": return stringifyInlineTable(val, depth, numberAsFloat, strictTemporal);
		case "array": return stringifyArray(val, depth, numberAsFloat, strictTemporal);
		case "temporal/tz+uc": if (strictTemporal) {
			let tz = val.timeZoneId;
			let tzc = tz.charCodeAt(0);
			if (tzc !== 43 && tzc !== 45 && (tzc !== 85 && tzc !== 71 && tzc !== 90 && tzc !== 69 || tz !== "UTC" && tz !== "UCT" && tz !== "Universal" && tz !== "Zulu" && !tz.startsWith("GMT") && tz !== "Greenwich" && !tz.startsWith("Etc/"))) throw new TypeError("Temporal objects with an IANA timezone are not allowed in Temporal strict mode");
		}
		case "temporal/uc":
			if (strictTemporal && val.calendarId !== "iso8601") throw new TypeError("Temporal objects with a non-default calendar are not allowed in Temporal strict mode");
			return val.toString({
				calendarName: "never",
				timeZoneName: "never"
			});
		case "temporal/x": throw new TypeError("Unsupported " + val[Symbol.toStringTag]);
	}
}
function stringifyInlineTable(obj, depth, numberAsFloat, strictTemporal) {
	let keys = Object.keys(obj);
	if (keys.length === 0) return "{}";
	let res = "{ ";
	for (let i = 0; i < keys.length; i++) {
		let k = keys[i];
		if (i) res += ", ";
		res += formatKey(k) + " = " + stringifyValue(obj[k], extendedTypeOf(obj[k]), depth - 1, numberAsFloat, strictTemporal);
	}
	return res + " }";
}
function stringifyArray(array, depth, numberAsFloat, strictTemporal) {
	if (array.length === 0) return "[]";
	let res = "[ ";
	for (let i = 0; i < array.length; i++) {
		if (i) res += ", ";
		if (array[i] === null || array[i] === void 0) throw new TypeError("arrays cannot contain null or undefined values");
		res += stringifyValue(array[i], extendedTypeOf(array[i]), depth - 1, numberAsFloat, strictTemporal);
	}
	return res + " ]";
}
function stringifyArrayTable(array, key, depth, numberAsFloat, strictTemporal) {
	if (depth === 0) throw new Error("Could not stringify the object: maximum object depth exceeded");
	let res = "";
	for (let i = 0; i < array.length; i++) {
		res += `${res && "\n"}[[${key}]]\n`;
		res += stringifyTable(0, array[i], key, depth, numberAsFloat, strictTemporal);
	}
	return res;
}
function stringifyTable(tableKey, obj, prefix, depth, numberAsFloat, strictTemporal) {
	if (depth === 0) throw new Error("Could not stringify the object: maximum object depth exceeded");
	let preamble = "";
	let tables = "";
	let keys = Object.keys(obj);
	for (let i = 0; i < keys.length; i++) {
		let k = keys[i];
		if (obj[k] !== null && obj[k] !== void 0) {
			let type = extendedTypeOf(obj[k]);
			if (type === "symbol" || type === "function") throw new TypeError(`cannot serialize values of type '${type}'`);
			let key = formatKey(k);
			if (type === "array" && isArrayOfTables(obj[k])) tables += (tables && "\n") + stringifyArrayTable(obj[k], prefix ? `${prefix}.${key}` : key, depth - 1, numberAsFloat, strictTemporal);
			else if (type === "object") {
				let tblKey = prefix ? `${prefix}.${key}` : key;
				tables += (tables && "\n") + stringifyTable(tblKey, obj[k], tblKey, depth - 1, numberAsFloat, strictTemporal);
			} else {
				preamble += key;
				preamble += " = ";
				preamble += stringifyValue(obj[k], type, depth, numberAsFloat, strictTemporal);
				preamble += "\n";
			}
		}
	}
	if (tableKey && (preamble || !tables)) preamble = preamble ? `[${tableKey}]\n${preamble}` : `[${tableKey}]`;
	return preamble && tables ? `${preamble}\n${tables}` : preamble || tables;
}
function stringify(obj, { maxDepth = 1e3, numbersAsFloat = false, strictTemporal = false } = {}) {
	if (extendedTypeOf(obj) !== "object") throw new TypeError("stringify can only be called with an object");
	let str = stringifyTable(0, obj, "", maxDepth, numbersAsFloat, strictTemporal);
	if (str[str.length - 1] !== "\n") return str + "\n";
	return str;
}
// node_modules/smol-toml/dist/index.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
// src/stages/render/toml.ts
/** TOML 1.0. It has no null, and its root is a table; whole numbers that 64 bits cannot hold are floats. */
function writeToml(value, tell) {
	if (!isMapping(value)) {
		tell({
			tokens: [],
			said: say`TOML starts with a table, and this document is a ${kindOf$1(value)}`
		});
		return "";
	}
	return stringify(representable(value, [], tell));
}
/** A copy without what TOML cannot hold, which is told. */
function representable(value, path, tell) {
	if (typeof value === "number") return isLong(value) ? BigInt(value) : value;
	if (isList(value)) return value.flatMap((item, i) => {
		const at = [...path, String(i)];
		return isUnspeakable(item, at, tell) ? [] : [representable(item, at, tell)];
	});
	if (!isMapping(value)) return value;
	const copy = {};
	for (const key of Object.keys(value)) {
		const child = value[key];
		const at = [...path, key];
		if (!isUnspeakable(child, at, tell)) put(copy, key, representable(child, at, tell));
	}
	return copy;
}
/** Whether a number is one that smol-toml would write as a float, though it is a whole number of TOML. */
function isLong(value) {
	return Number.isInteger(value) && !Number.isSafeInteger(value) && value >= -(2 ** 63) && value < 2 ** 63;
}
function isUnspeakable(value, tokens, tell) {
	if (value === null) tell({
		tokens,
		said: say`TOML has no null`
	});
	return value === null;
}
// src/stages/render/write.ts
const WRITERS = {
	yaml: yamlText,
	json: (value) => `${indentedJson(value)}\n`,
	toml: writeToml,
	ini: writeIni,
	env: writeEnv
};
/**
* The text of a value in a format: the same value, the same text, on every machine. What the format cannot hold is told
* and left out, never bent into something else.
*
* @param value without opaque leaves
*/
function writeValue(value, format, tell) {
	return WRITERS[format](value, tell);
}
// src/queries/publish/sealed-sources.ts
/**
* Where the ciphertext of an opaque leaf is: the layer that set it, or, where it came by reference, that of what the
* references lead to. Several for a text that is put together.
*/
function sealedSources(workspace, effective, tokens) {
	const found = /* @__PURE__ */ new Map();
	const seen = /* @__PURE__ */ new Set();
	const visit = (document, references, at) => {
		const { kind, name } = document.document;
		const key = `${kind}/${name}#${pointer(at)}`;
		if (seen.has(key)) return;
		seen.add(key);
		const through = referencesAt(references, at);
		for (const { target, tokens: from } of through) {
			const next = target.of === "document" ? workspace.world(document.environment).lookup(target.document) : void 0;
			if (target.of !== "document" || next === void 0) continue;
			visit(next, link(workspace, next, () => {}).references, [...target.tokens, ...at.slice(from.length)]);
		}
		const winner = through.length > 0 ? void 0 : document.originsAt(at).winner;
		if (winner === void 0 || !isEncrypted(winner.layer)) return;
		const { tree, node } = winner.layer;
		const stream = streamOf(workspace, tree);
		const { path } = tree.source;
		const source = {
			path,
			at: pointer([...tokensTo(tree, node), ...winner.tokens]),
			...stream !== void 0 && { stream }
		};
		found.set(`${path}#${stream ?? ""}#${source.at}`, source);
	};
	visit(effective, link(workspace, effective, () => {}).references, tokens);
	return [...found.values()];
}
function isEncrypted(layer) {
	return layer.from === "file" && layer.encrypted;
}
/** Which document of its file a tree is; undefined where there is one only. */
function streamOf({ reader }, tree) {
	if (!tree.source.text.includes("\n---")) return void 0;
	const trees = reader.keptTrees(tree.source.path, { stream: true });
	const { start } = valuePlace(tree, 0);
	return trees.length === 1 ? void 0 : trees.findIndex((other) => valuePlace(other, 0).start === start);
}
/** The pointer of a node: list items by their index. */
function tokensTo(tree, node) {
	const tokens = [];
	for (let at = 0; at !== node;) {
		let index = 0;
		let next = -1;
		for (const child of childrenOf(tree, at)) {
			if (child <= node && node < nodeAfter(tree, child)) {
				tokens.push(tree.keys[child] ?? String(index));
				next = child;
				break;
			}
			index++;
		}
		if (next < 0) return tokens;
		at = next;
	}
	return tokens;
}
// src/queries/publish/gather.ts
const EXTENSIONS = {
	yaml: "yaml",
	json: "json",
	toml: "toml",
	ini: "ini",
	env: "env"
};
const UNNAMED = ["yaml", "native"];
/** What an environment publishes, gathered document by document. */
var Gathering = class {
	name;
	artifacts = [];
	native = [];
	#workspace;
	#report;
	#secrets = /* @__PURE__ */ new Map();
	#sealed = [];
	#kinds = /* @__PURE__ */ new Set();
	#variables = /* @__PURE__ */ new Map();
	#oids;
	constructor({ workspace, report, name: environment }) {
		this.name = environment;
		this.#workspace = workspace;
		this.#report = report;
		this.#oids = oidsIn(workspace.snapshot);
	}
	get kinds() {
		return [...this.#kinds];
	}
	get secrets() {
		return [...this.#secrets.values()];
	}
	content() {
		const { name: environment, artifacts, secrets } = this;
		return {
			name: environment,
			artifacts,
			secrets,
			sealed: this.#sealed,
			variables: this.#variables
		};
	}
	/** Takes a document in: its artifacts, and the encrypted files that hold what they leave out. */
	add(linked) {
		const { config } = this.#workspace;
		const { kind } = linked.effective.document;
		const key = documentKey(linked.effective.document);
		this.#kinds.add(kind);
		const value = withoutOpaque(linked.value, [], (tokens, leaf) => {
			this.#seal(linked, tokens, leaf);
		}, (tokens, leaf) => {
			this.#leaveOut(key, tokens, leaf);
		});
		this.#record(linked);
		if (value === void 0) return;
		const layers = this.#layersOf(linked.effective);
		const asked = config.publish.formats.get(kind);
		for (const format of asked?.formats ?? UNNAMED) {
			if (format === "native") {
				this.native.push({
					linked,
					isAsked: asked !== void 0,
					layersOf: (effective) => this.#layersOf(effective)
				});
				continue;
			}
			const text = writeValue(value, format, ({ tokens, said }) => {
				const message = say`${name(format)} cannot hold ${tokens.length === 0 ? name(key) : pointer(tokens)}: ${said}`;
				this.#tell("render/unrepresentable", placeOfValue(linked, tokens), message);
			});
			const path = `${key}.${EXTENSIONS[format]}`;
			this.artifacts.push({
				path,
				bytes: Buffer.from(text),
				document: key,
				format,
				layers
			});
		}
	}
	#tell(rule, place, message) {
		this.#report(finding(rule, place, message, { environment: this.name }));
	}
	/** Notes a leaf in clear that goes with the list that it is in. */
	#leaveOut(document, tokens, value) {
		this.#sealed.push({
			document,
			pointer: pointer(tokens),
			file: null,
			at: null,
			value
		});
	}
	/** Notes a leaf that the artifact leaves out, and takes the files with its ciphertext along. */
	#seal(linked, tokens, leaf) {
		if (leaf.opaque === "hole") return;
		const sources = sealedSources(this.#workspace, linked.effective, tokens);
		for (const { path } of sources) this.#take(path);
		const [only] = sources;
		const isPlain = leaf instanceof Sealed && sources.length === 1 && only !== void 0;
		this.#sealed.push({
			document: documentKey(linked.effective.document),
			pointer: pointer(tokens),
			file: isPlain ? secretPath(only.path) : null,
			at: isPlain ? only.at : null,
			...isPlain && only.stream !== void 0 && { stream: only.stream }
		});
	}
	#take(path) {
		if (this.#secrets.has(path)) return;
		const { bytes } = this.#workspace.snapshot.read(path);
		if (bytes === void 0 || path.startsWith("../")) {
			const said = say`lies outside the configuration repository: it cannot be published with the rest`;
			this.#tell("publish/bad-path", inFile(path), say`${said}; move it there, or leave ${name(this.name)} out`);
			return;
		}
		const source = {
			path,
			blob: this.#oids.get(path) ?? null
		};
		this.#secrets.set(path, {
			path: secretPath(path),
			bytes: Buffer.from(bytes),
			source
		});
	}
	/** Values of process variables are not in the commit: only those that `publish.record` lists may be published. */
	#record({ effective }) {
		const { schemas, variables, config } = this.#workspace;
		const root = schemas.of(effective.document.kind)?.root;
		for (const layer of effective.layers) {
			if (layer.from !== "variables") continue;
			for (const [at, variable] of layer.names) {
				const tokens = at === "" ? [] : at.split("\0");
				const place = layer.mappedAt?.get(variable) ?? inVariable(variable);
				if (root !== void 0 && isSecretAt(root, tokens)) this.#tell("publish/unrecorded-variable", place, say`${name(variable)} supplies a secret: it cannot be published`);
				else if (!config.publish.record.has(variable)) {
					const said = say`${name(variable)} is not in the commit, so nobody could verify what is published`;
					this.#tell("publish/unrecorded-variable", place, say`${said}: unset it, or list it under \`publish.record\``);
				} else this.#recordValue(variable, variables[variable] ?? "", place);
			}
		}
	}
	#recordValue(variable, value, place) {
		if (value.length <= 1e4) {
			this.#variables.set(variable, value);
			return;
		}
		const said = say`${name(variable)} has ${value.length} characters, and a manifest takes ${MOST_TEXT}`;
		this.#tell("publish/unrecorded-variable", place, say`${said}: shorten it, or write it into a layer`);
	}
	#layersOf({ layers }) {
		const paths = layers.flatMap((layer) => layer.from === "file" ? [layer.tree.source.path] : []);
		return [...new Set(paths)].map((path) => ({
			path,
			blob: this.#oids.get(path) ?? null
		}));
	}
};
const known = /* @__PURE__ */ new WeakMap();
/** The object ids of all files: looked up once a snapshot, however many environments and documents ask. */
function oidsIn(snapshot) {
	let oids = known.get(snapshot);
	if (oids === void 0) known.set(snapshot, oids = new Map(snapshot.entries.map(({ path, oid }) => [path, oid])));
	return oids;
}
const secretPath = (path) => `${SECRETS_FOLDER}/${path}`;
/** Where a person changes a value. */
function placeOfValue({ effective, references }, tokens) {
	const [reference] = referencesAt(references, tokens);
	if (reference !== void 0) return reference.place;
	const { winner } = effective.originsAt(tokens);
	return winner === void 0 ? inEnvironment(effective.environment.name) : placeIn(winner.layer, winner.tokens, "value");
}
// src/queries/publish/inputs.ts
const ACCESS_FILE = "access.yaml";
/** The files that decide what is published and who may change it, with their digests. */
function inputsOf({ workspace, digest }) {
	const { schemas, snapshot } = workspace;
	const paths = new Set(schemas.kinds.flatMap((kind) => schemas.filesOf(kind)).filter((path) => !isBuiltIn(path)));
	const judging = snapshot.entries.filter(({ path }) => path === "cairn.yaml" || path === ACCESS_FILE);
	for (const { path } of judging) paths.add(path);
	return [...paths].flatMap((path) => {
		const { bytes } = snapshot.read(path);
		return bytes === void 0 ? [] : [{
			path,
			sha256: digest(bytes)
		}];
	});
}
/** A kind's version, and the digest of the files of its schema: of lines `<path> <digest>`, sorted. */
function kindOf({ workspace, digest }, kind) {
	const { config, schemas, snapshot, engines } = workspace;
	const lines = schemas.filesOf(kind).map((path) => {
		const bytes = isBuiltIn(path) ? engines.builtInSchemas().get(path.slice(6)) : snapshot.read(path).bytes;
		return `${path} ${bytes === void 0 ? "-" : digest(bytes)}\n`;
	});
	const schema = lines.length === 0 ? null : digest(Buffer.from(lines.sort().join("")));
	return {
		name: kind,
		version: config.kinds.get(kind)?.version ?? 1,
		schema
	};
}
// src/stages/render/native/mounts.ts
/** Tells what is mounted where something else is: Kubernetes refuses it, and Docker Compose takes one of both. */
function checkMounts(mounts, tell) {
	const known = /* @__PURE__ */ new Set();
	for (const { path, tokens } of mounts) {
		const plain = path.replace(/\/+/g, "/").replace(/(?<=.)\/$/, "");
		if (known.has(plain)) tell({
			tokens,
			said: say`containers would see two things at ${name(path)}`
		});
		known.add(plain);
	}
}
// src/stages/render/native/read.ts
/** Reads fields of documents that another schema than the built-in one may have judged: a wrong type is no value. */
function textAt(mapping, key) {
	const value = own(mapping, key);
	return typeof value === "string" ? value : void 0;
}
function numberAt(mapping, key) {
	const value = own(mapping, key);
	return typeof value === "number" ? value : void 0;
}
/** The mapping under a key; an empty one where there is none. */
function partAt(mapping, key) {
	const value = own(mapping, key);
	return isMapping(value) ? value : {};
}
function listAt(mapping, key) {
	const value = own(mapping, key);
	return isList(value) ? value : [];
}
/** The texts in a list; anything else in it is passed over. */
function textsAt(mapping, key) {
	return listAt(mapping, key).filter((item) => typeof item === "string");
}
function isScalar(value) {
	return value !== null && typeof value !== "object";
}
/** A mapping of the fields that have a value. */
function given(fields) {
	return Object.fromEntries(Object.entries(fields).filter((field) => field[1] !== void 0));
}
// src/stages/render/native/secrets.ts
/**
* The secrets that a service's process gets: references to kept ones, and sealed leaves.
*
* @param twice called with each place whose secret another one takes the variable of: the process would lack one
*/
function secretVariables({ value, sealed }, twice) {
	const found = /* @__PURE__ */ new Map();
	const add = (secret) => {
		const known = found.get(secret.variable);
		if (known === void 0 || isOverlay(known, secret)) found.set(secret.variable, secret);
		else if (!isOverlay(secret, known) && !isSame$1(known, secret)) twice(secret);
	};
	for (const tokens of sealed) add({
		variable: variableOf(tokens),
		kept: void 0,
		tokens
	});
	search(value, [], add);
	return [...found.values()].sort((a, b) => a.variable < b.variable ? -1 : 1);
}
/** Whether a variable of `container.env` takes the place of one of `engine.env`. */
function isOverlay(below, above) {
	return isOwnVariable(below.tokens) && isOwnVariable(above.tokens) && below.tokens[0] === "engine" && above.tokens[0] === "container";
}
function isSame$1(a, b) {
	return a.kept !== void 0 && a.kept.name === b.kept?.name && a.kept.key === b.kept.key;
}
function search(value, path, add) {
	if (isList(value)) {
		for (const [i, item] of value.entries()) search(item, [...path, String(i)], add);
		return;
	}
	if (!isMapping(value)) return;
	for (const key of Object.keys(value)) {
		const child = value[key];
		const kept = key.endsWith("_secret") && isMapping(child) ? keptIn(child) : void 0;
		if (kept === void 0 || !isMapping(child)) {
			search(child, [...path, key], add);
			continue;
		}
		add({
			variable: textAt(child, "variable") ?? variableOf([...path, key.slice(0, -7)]),
			kept,
			tokens: [...path, key]
		});
	}
}
function keptIn(reference) {
	const [name, key] = [own(reference, "name"), own(reference, "key")];
	return typeof name === "string" && typeof key === "string" ? {
		name,
		key
	} : void 0;
}
function variableOf(tokens) {
	return isOwnVariable(tokens) ? tokens[2] : environmentName(tokens);
}
/** Whether a document gives a variable its name there: `engine.env.HF_TOKEN`. */
function isOwnVariable(tokens) {
	return tokens.length === 3 && (tokens[0] === "engine" || tokens[0] === "container") && tokens[1] === "env";
}
/** `['security', 'api_key']` is `SECURITY_API_KEY`. */
function environmentName(tokens) {
	return tokens.map((token) => token.replace(/[^A-Za-z0-9]+/g, "_").toUpperCase()).join("_");
}
// src/stages/render/native/engine.ts
/** Keys of vLLM's block that are an argument of the same name (docs.vllm.ai, "Engine Arguments"). */
const VLLM = [
	"dtype",
	"tensor_parallel_size",
	"pipeline_parallel_size",
	"max_model_len",
	"max_num_seqs",
	"max_num_batched_tokens",
	"gpu_memory_utilization",
	"kv_cache_dtype"
];
/** The same of Text Embeddings Inference (`text-embeddings-router --help`). */
const EMBEDDINGS = [
	"dtype",
	"pooling",
	"max_batch_tokens",
	"max_concurrent_requests"
];
/** What a model's engine is started with; nothing for a service that has no engine of a known name. */
function engineArguments({ name, value }, weights) {
	const engine = partAt(value, "engine");
	const model = weightsOf(textAt(partAt(value, "model"), "weights") ?? "", weights);
	switch (own(engine, "name")) {
		case "vllm": return [
			`--model=${model}`,
			`--served-model-name=${name}`,
			...listening(value, "--host"),
			...settings(engine, VLLM),
			...own(engine, "quantization") === "none" ? [] : settings(engine, ["quantization"]),
			...own(engine, "enable_prefix_caching") === true ? ["--enable-prefix-caching"] : [],
			...listAt(engine, "extra_args").filter(isScalar).map(scalarText)
		];
		case "text-embeddings-inference": return [
			`--model-id=${model}`,
			...listening(value, "--hostname"),
			...settings(engine, EMBEDDINGS)
		];
		default: return [];
	}
}
/**
* Where the engine finds weights: below the folder that the deployment mounts for them, which has what the bucket has.
* Without such a folder, and for URLs of other forms, what the document says.
*/
function weightsOf(url, folder) {
	if (url.startsWith("file://")) return url.slice(7);
	const match = /^[a-z0-9]+:\/\/[^/]+\/(.+)$/.exec(url);
	return folder === void 0 || match === null ? url : `${folder.replace(/\/+$/, "")}/${match[1]}`;
}
/** In a container it listens on all addresses: who may reach it is decided outside. */
function listening(value, host) {
	const network = partAt(value, "network");
	const port = numberAt(network, "port");
	return [`${host}=${textAt(network, "host")?.includes(":") === true ? "::" : "0.0.0.0"}`, ...port === void 0 ? [] : [`--port=${String(port)}`]];
}
function settings(engine, keys) {
	return keys.flatMap((key) => {
		const value = own(engine, key);
		return typeof value === "string" || typeof value === "number" ? [`--${key.replaceAll("_", "-")}=${scalarText(value)}`] : [];
	});
}
// src/stages/render/native/process.ts
/** A variable of a container; Kubernetes refuses others. */
const VARIABLE = /^[A-Za-z_][A-Za-z0-9_.-]*$/;
/** What Linux hands to a process in one piece (MAX_ARG_STRLEN), but for the name of a variable. */
const LONGEST_TEXT = 13e4;
/**
* Reads of a service's document how it is started.
*
* @param weights where containers see the weights of models, if the deployment says so
* @param problem called with what no container can be given
*/
function processOf(service, weights, problem) {
	const { value, name: whose } = service;
	const container = partAt(value, "container");
	const lost = (key) => {
		problem(say`${name(key)} of ${name(whose)} is no scalar, and a process is given texts`);
	};
	const args = own(container, "args") !== void 0 ? wordsAt(container, "args", lost) : engineArguments(service, weights);
	const { variables, secrets } = variablesOf$1(service, problem);
	if ([...args, ...variables.map(({ text }) => text)].some((text) => Buffer.byteLength(text) > LONGEST_TEXT)) {
		const said = say`an argument or a variable of ${name(whose)} has more than ${LONGEST_TEXT} bytes`;
		problem(say`${said}: Linux starts no process with one`);
	}
	return {
		command: wordsAt(container, "command", lost),
		args,
		variables,
		secrets
	};
}
/** The words of a command: numbers are words, too. */
function wordsAt(container, key, lost) {
	return listAt(container, key).flatMap((item, i) => {
		if (isScalar(item)) return scalarText(item);
		lost(`container.${key}[${String(i)}]`);
		return [];
	});
}
function variablesOf$1(service, problem) {
	const whose = name(service.name);
	const plain = plainVariables(service, problem);
	const secrets = /* @__PURE__ */ new Map();
	const taken = (variable) => {
		problem(say`two values of ${whose} would both be the variable ${name(variable)}, and its process would lack one`);
	};
	for (const secret of secretVariables(service, ({ variable }) => {
		taken(variable);
	})) {
		const { variable, tokens: [block] } = secret;
		const other = plain.get(variable);
		const isOwn = isOwnVariable(secret.tokens);
		if (other !== void 0 && !(isOwn && other.block !== block)) taken(variable);
		if (other?.block === "container" && isOwn) continue;
		plain.delete(variable);
		secrets.set(variable, secret);
	}
	const bad = [...plain.keys(), ...secrets.keys()].filter((variable) => !VARIABLE.test(variable));
	for (const variable of bad) {
		problem(say`${name(variable)} of ${whose} cannot be the name of a variable`);
		plain.delete(variable);
		secrets.delete(variable);
	}
	return {
		variables: [...plain].sort(([a], [b]) => compareText(a, b)).map(([key, { text }]) => ({
			name: key,
			text
		})),
		secrets: [...secrets.values()]
	};
}
/** What documents give variables in clear: `container` before `engine`. Null is none. */
function plainVariables(service, problem) {
	const { name: whose, value } = service;
	const found = /* @__PURE__ */ new Map();
	for (const block of ["engine", "container"]) {
		const env = partAt(partAt(value, block), "env");
		for (const key of Object.keys(env)) {
			const at = env[key];
			if (isScalar(at)) found.set(key, {
				text: scalarText(at),
				block
			});
			else if (at !== null) problem(say`${name(`${block}.env.${key}`)} of ${name(whose)} is no scalar, and a process is given texts`);
		}
	}
	return found;
}
// src/stages/render/native/sealed.ts
/** Blocks of a document that containers are made of. */
const STARTING = [
	"image",
	"container",
	"engine",
	"model",
	"network",
	"resources",
	"health",
	"storage",
	"depends_on"
];
/** Single values that decide what is made of a document. */
const DECIDING = /* @__PURE__ */ new Set(["/security/ssl_enabled", "/settings/appendonly"]);
/**
* Tells what only a key opens and containers cannot do without: what they are made of, and lists, which go as a whole.
*
* @returns whether what containers are made of is known
*/
function checkSealed(service, problem) {
	const { kind, value, sealed } = service;
	const whose = name(`${kind}/${service.name}`);
	const lists = /* @__PURE__ */ new Set();
	for (const tokens of sealed) {
		if (isStarting(tokens)) {
			problem(say`${pointer(tokens)} of ${whose} is sealed: containers cannot be started without it`);
			continue;
		}
		const depth = tokens.findIndex((_, i) => valueAt(value, tokens.slice(0, i)) === void 0);
		if (depth < 0 || lists.has(pointer(tokens.slice(0, depth)))) continue;
		const list = pointer(tokens.slice(0, depth));
		lists.add(list);
		problem(say`${list} of ${whose} is a list with a sealed item, and so left out: containers would not see the rest of it either`);
	}
	return !sealed.some(isStarting);
}
/** Whether a sealed leaf is part of what a container is made of; others reach the process as variables. */
function isStarting(tokens) {
	return STARTING.includes(tokens[0] ?? "") && !isOwnVariable(tokens) || DECIDING.has(pointer(tokens));
}
// src/stages/render/native/workload.ts
const PORTS = [
	"port",
	"http_port",
	"grpc_port",
	"metrics_port",
	"monitor_port",
	"admin_port"
];
/** Blocks of a document that say that it keeps data. */
const DATA = [
	"storage",
	"streams",
	"databases",
	"collections"
];
/**
* What a deployment runs in containers. An entry without a document or without an image, and one that is listed before,
* is told and left out.
*
* @param weights where containers see the weights of models, if the deployment says so
*/
function workloadsOf(input, weights) {
	const workloads = /* @__PURE__ */ new Map();
	for (const [index, item] of listAt(input.deployment, "services").entries()) {
		const workload = isMapping(item) ? workloadOf(input, {
			item,
			index,
			weights
		}) : void 0;
		if (workload === void 0) continue;
		if (!workloads.has(workload.name)) workloads.set(workload.name, workload);
		else input.tell({
			tokens: [
				"services",
				String(index),
				"service_name"
			],
			said: say`${name(workload.name)} is listed twice`
		});
	}
	return [...workloads.values()];
}
function workloadOf({ services, tell }, { item, index, weights }) {
	const wanted = textAt(item, "service_name") ?? "";
	const tokens = [
		"services",
		String(index),
		"service_name"
	];
	const service = services.get(wanted);
	if (service === void 0) {
		tell({
			tokens,
			said: say`${name(wanted)} has no document that says what to start`
		});
		return;
	}
	const { value } = service;
	const problem = (said) => {
		tell({
			tokens,
			said
		});
	};
	const isStartable = checkSealed(service, problem);
	const image = textAt(value, "image") ?? textAt(partAt(value, "engine"), "image");
	if (image === void 0) {
		if (isStartable) tell({
			tokens,
			said: say`${name(`${service.kind}/${wanted}`)} names no image: containers cannot be made of it; add \`image\` there`
		});
		return;
	}
	const storage = storageOf(value);
	if (storage === void 0 && own(value, "storage") !== void 0) tell({
		tokens,
		said: say`${name(`${service.kind}/${wanted}`)} has storage, and does not say where it sees it: add \`storage.path\` there`
	});
	return {
		index,
		name: wanted,
		kind: service.kind,
		version: textAt(item, "service_version") ?? "",
		replicas: numberAt(item, "replicas") ?? 1,
		document: value,
		image,
		...processOf(service, weights, problem),
		...reachOf(value),
		...resourcesOf$2(partAt(value, "resources")),
		health: healthOf(value),
		storage,
		keepsData: DATA.some((key) => own(value, key) !== void 0) || own(partAt(value, "settings"), "appendonly") === true,
		needs: needsOf(value)
	};
}
function reachOf(value) {
	const network = partAt(value, "network");
	const ports = [];
	for (const key of PORTS) {
		const number = numberAt(network, key);
		if (number === void 0 || ports.some((port) => port.number === number)) continue;
		ports.push({
			name: key === "port" ? "main" : key.slice(0, -5),
			number
		});
	}
	return {
		host: textAt(network, "host") ?? "0.0.0.0",
		ports,
		speaksTls: own(partAt(value, "security"), "ssl_enabled") === true
	};
}
function resourcesOf$2(resources) {
	const hasGpus = own(resources, "gpu_enabled") === true;
	return {
		requests: shareOf(resources),
		limits: shareOf(partAt(resources, "limits")),
		gpus: hasGpus ? numberAt(resources, "gpu_count") ?? 1 : 0,
		gpuType: hasGpus ? textAt(resources, "gpu_type") : void 0
	};
}
function shareOf(block) {
	return {
		memory: numberAt(block, "memory_mb"),
		cores: numberAt(block, "cpu_cores")
	};
}
function healthOf(value) {
	const health = partAt(value, "health");
	const startup = numberAt(health, "startup_timeout_seconds");
	if (startup === void 0) return void 0;
	return {
		path: textAt(health, "path") ?? "/health",
		startup,
		interval: numberAt(health, "interval_seconds") ?? 15
	};
}
function storageOf(value) {
	const storage = partAt(value, "storage");
	const [size, path] = [numberAt(storage, "size_gb"), textAt(storage, "path")];
	return size === void 0 || path === void 0 ? void 0 : {
		size,
		path,
		class: textAt(storage, "class")
	};
}
function needsOf(value) {
	const needs = partAt(value, "depends_on");
	return Object.keys(needs).flatMap((kind) => textsAt(needs, kind));
}
/** Whether a host is an address, and not a name. */
function isAddress(host) {
	return /^[0-9.]+$/.test(host) || host.includes(":");
}
// src/stages/render/native/compose-service.ts
/** Where each container sees its service's document. */
const CONFIG_TARGET = "/etc/cairn/config.yaml";
/** Not for other machines: the service's own administration, and what its neighbours on the network ask for. */
const INTERNAL = [
	"admin",
	"metrics",
	"monitor"
];
/** A service of a Compose file. What stands in documents is literal: only secrets are variables of the host. */
function composeService(workload, context) {
	const { docker } = context;
	const { health } = workload;
	const shm = numberAt(docker, "shm_size_mb");
	return {
		...literal$1(given({
			image: workload.image,
			entrypoint: nonEmpty(workload.command),
			command: nonEmpty(workload.args),
			...reach(workload, context),
			volumes: volumesOf$1(workload, context),
			runtime: textAt(docker, "runtime"),
			deploy: {
				replicas: workload.replicas,
				resources: resourcesOf$1(workload, context)
			},
			shm_size: shm === void 0 ? void 0 : `${digitsOf(shm)}m`,
			restart: textAt(docker, "restart"),
			healthcheck: health === void 0 ? void 0 : healthcheck(workload, health),
			depends_on: dependsOn(workload, context.workloads)
		})),
		...environment$2(workload, context)
	};
}
/** Compose reads `$` as the start of a variable; twice, it is itself. */
function literal$1(value) {
	if (typeof value === "string") return value.replaceAll("$", "$$$$");
	if (isList(value)) return value.map(literal$1);
	if (!isMapping(value)) return value;
	const copy = {};
	for (const key of Object.keys(value)) put(copy, key, literal$1(value[key]));
	return copy;
}
function environment$2(workload, context) {
	const { variables, secrets } = workload;
	const all = {};
	for (const { name: key, text } of variables) put(all, key, literal$1(text));
	for (const secret of secrets) put(all, secret.variable, `\${${hostVariable(workload, secret, context)}:?is a secret, and has to be set}`);
	return Object.keys(all).length === 0 ? {} : { environment: all };
}
function hostVariable(workload, secret, { secrets, tell }) {
	const { variable, kept } = secret;
	const wanted = environmentName(kept === void 0 ? [workload.name, variable] : [kept.name, kept.key]);
	const host = /^[0-9]/.test(wanted) ? `_${wanted}` : wanted;
	const identity = JSON.stringify(kept === void 0 ? [workload.name, variable] : [
		kept.name,
		kept.key,
		"kept"
	]);
	const other = secrets.get(host) ?? identity;
	secrets.set(host, other);
	if (other !== identity) {
		const said = say`a secret of ${name(workload.name)} and another one would both be the variable ${name(host)}`;
		tell({
			tokens: [
				"services",
				String(workload.index),
				"service_name"
			],
			said
		});
	}
	return host;
}
function reach(workload, { docker, tell }) {
	const { host, ports, replicas } = workload;
	const network = textAt(docker, "network");
	const aliases = isAddress(host) ? {} : { aliases: [host] };
	const published = isAddress(host) ? ports.filter((port) => !INTERNAL.includes(port.name)) : [];
	if (replicas > 1 && published.length > 0) tell({
		tokens: [
			"services",
			String(workload.index),
			"replicas"
		],
		said: say`${replicas} replicas cannot all have port ${published[0]?.number ?? 0} of one machine`
	});
	const at = host === "0.0.0.0" || host === "::" ? "" : `${host.includes(":") ? `[${host}]` : host}:`;
	return {
		networks: network === void 0 ? void 0 : Object.fromEntries([[network, aliases]]),
		ports: nonEmpty(published.map(({ number }) => `${at}${String(number)}:${String(number)}`)),
		expose: nonEmpty(ports.filter((port) => !published.includes(port)).map(({ number }) => String(number)))
	};
}
function volumesOf$1({ name: service, storage, index }, { docker, tell }) {
	const tokens = [
		"services",
		String(index),
		"service_name"
	];
	const texts = textsAt(docker, "volumes");
	const places = texts.map((text, i) => ({
		path: text.split(":")[1] ?? "",
		tokens: [
			"docker",
			"volumes",
			String(i)
		]
	}));
	const own = storage === void 0 ? [] : [{
		path: storage.path,
		tokens
	}];
	checkMounts([
		{
			path: CONFIG_TARGET,
			tokens
		},
		...own,
		...places
	], tell);
	return [
		{
			type: "bind",
			source: `./config/${service}.yaml`,
			target: CONFIG_TARGET,
			read_only: true
		},
		...storage === void 0 ? [] : [{
			type: "volume",
			source: `${service}-data`,
			target: storage.path
		}],
		...texts
	];
}
function resourcesOf$1(workload, context) {
	const devices = devicesOf(workload, context);
	return given({
		limits: share(workload.limits),
		reservations: devices === void 0 ? share(workload.requests) : {
			...share(workload.requests),
			devices
		}
	});
}
/** Docker's `m` is 1,048,576 bytes. */
function share({ memory, cores }) {
	if (memory === void 0 && cores === void 0) return void 0;
	return given({
		cpus: cores === void 0 ? void 0 : digitsOf(cores),
		memory: memory === void 0 ? void 0 : `${digitsOf(memory)}m`
	});
}
function devicesOf(workload, { gpus, tell }) {
	if (workload.gpus === 0 || workload.replicas === 0) return void 0;
	const tokens = [
		"services",
		String(workload.index),
		"replicas"
	];
	if (workload.replicas > 1) {
		tell({
			tokens,
			said: say`Docker Compose gives the same GPUs to all replicas of ${name(workload.name)}: one is possible`
		});
		return;
	}
	if (workload.gpuType?.startsWith("mi") === true) {
		tell({
			tokens,
			said: say`Docker Compose reserves GPUs of NVIDIA alone, and ${name(workload.name)} needs others`
		});
		return;
	}
	const ids = gpus.take(workload.gpus);
	if (ids === void 0) tell({
		tokens,
		said: say`no GPUs are left for ${name(workload.name)}, which needs ${workload.gpus}`
	});
	return ids === void 0 ? void 0 : [{
		driver: "nvidia",
		device_ids: ids,
		capabilities: ["gpu"]
	}];
}
function healthcheck({ ports, speaksTls }, { path, startup, interval }) {
	const [main] = ports;
	const url = `${speaksTls ? "https" : "http"}://127.0.0.1:${String(main?.number ?? 80)}${shellSafe(path)}`;
	return {
		test: ["CMD-SHELL", `curl -fsSk -o /dev/null ${url} || wget -q --no-check-certificate -O /dev/null ${url} || exit 1`],
		interval: `${String(interval)}s`,
		timeout: `${String(Math.min(interval, 5))}s`,
		retries: 3,
		start_period: `${String(startup)}s`
	};
}
/** A path of a URL in which nothing means anything to a shell. */
function shellSafe(path) {
	const absolute = path.startsWith("/") ? path : `/${path}`;
	let text = "";
	for (const byte of new TextEncoder().encode(absolute)) {
		const char = String.fromCharCode(byte);
		text += /[A-Za-z0-9._~/%:@,+=-]/.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
	}
	return text;
}
function dependsOn({ needs, name: self }, workloads) {
	const all = {};
	for (const need of needs) {
		const other = workloads.get(need);
		if (other === void 0 || need === self) continue;
		put(all, need, { condition: other.health === void 0 ? "service_started" : "service_healthy" });
	}
	return Object.keys(all).length === 0 ? void 0 : all;
}
function nonEmpty(list) {
	return list.length === 0 ? void 0 : list;
}
// src/stages/render/native/gpu-allotment.ts
/**
* Which GPUs of a machine are whose. Docker's `count` would give each container the first ones, the same to all.
*/
var GpuAllotment = class {
	#limit;
	#next = 0;
	/** @param limit how many there are; undefined where nobody says */
	constructor(limit) {
		this.#limit = limit ?? Infinity;
	}
	/** The next GPUs, as Docker numbers them; undefined where there are not so many left. */
	take(count) {
		if (this.#next + count > this.#limit) return void 0;
		const ids = Array.from({ length: count }, (_, i) => String(this.#next + i));
		this.#next += count;
		return ids;
	}
};
// src/stages/render/native/once.ts
/** What is the deployment's is read for each service, and told for the first. */
function once(tell) {
	const told = /* @__PURE__ */ new Set();
	return (problem) => {
		const key = `${pointer(problem.tokens)} ${problem.said}`;
		if (!told.has(key)) tell(problem);
		told.add(key);
	};
}
// src/stages/render/native/compose.ts
/**
* `compose.yaml` (the Compose Specification), and `config/<service>.yaml` with each service's own document, which its
* container sees as `/etc/cairn/config.yaml`. Secrets are variables that Compose asks for when it starts.
*/
function writeCompose(input) {
	const { deployment } = input;
	const tell = once(input.tell);
	const docker = partAt(deployment, "docker");
	const workloads = workloadsOf({
		...input,
		tell
	}, textAt(docker, "weights_path")).filter((workload) => isNamed(workload, tell));
	const named = textsAt(docker, "volumes").filter((text, i) => isMountable(text, i, tell));
	const context = {
		docker,
		workloads: new Map(workloads.map((workload) => [workload.name, workload])),
		gpus: new GpuAllotment(numberAt(partAt(deployment, "resource_limits"), "gpu_count")),
		secrets: /* @__PURE__ */ new Map(),
		tell
	};
	const services = workloads.map((workload) => [workload.name, composeService(workload, context)]);
	const [network, project] = [textAt(docker, "network"), textAt(docker, "project")];
	const volumes = volumesOf(named, workloads);
	const file = given({
		name: project === void 0 ? void 0 : literal$1(project),
		services: Object.fromEntries(services),
		networks: network === void 0 ? void 0 : Object.fromEntries([[network, { name: literal$1(network) }]]),
		volumes: Object.keys(volumes).length === 0 ? void 0 : volumes
	});
	return [{
		path: "compose.yaml",
		text: yamlText(file),
		format: "compose"
	}, ...workloads.map((workload) => {
		return {
			path: `config/${workload.name}.yaml`,
			text: yamlText(workload.document),
			format: "compose"
		};
	})];
}
/** Compose wants to be told of volumes that it keeps itself: those of `docker.volumes`, and one for each storage. */
function volumesOf(named, workloads) {
	const volumes = {};
	for (const text of named) {
		const source = sourceOf(text);
		if (isVolume(source)) volumes[source] = own(volumes, source) ?? {};
	}
	for (const workload of workloads) if (workload.storage !== void 0) volumes[`${workload.name}-data`] = {};
	return volumes;
}
const SERVICE = /^[A-Za-z0-9._-]+$/;
/** Two characters at least: `a:/b` is a folder of Windows to Compose. */
const VOLUME = /^[A-Za-z0-9][A-Za-z0-9_.-]+$/;
/** Whether Compose takes a name for a service's; told where not. */
function isNamed({ name: service, index }, tell) {
	const said = say`${name(service)} cannot be the name of a service of Docker Compose: that has letters, digits, ., _ and -`;
	if (!SERVICE.test(service)) tell({
		tokens: [
			"services",
			String(index),
			"service_name"
		],
		said
	});
	return SERVICE.test(service);
}
const sourceOf = (text) => text.slice(0, Math.max(0, text.indexOf(":")));
/** What is no path. */
const isVolume = (source) => source !== "" && !/^[./~]/.test(source);
/** Whether Compose knows what a volume is; `a/b` is to it neither a folder nor a name. */
function isMountable(text, index, tell) {
	const source = sourceOf(text);
	const isKnown = !isVolume(source) || VOLUME.test(source);
	const said = say`${name(source)} is no name of a volume; a folder starts with / or ./`;
	if (!isKnown) tell({
		tokens: [
			"docker",
			"volumes",
			String(index)
		],
		said
	});
	return isKnown;
}
// src/stages/render/native/kubernetes-names.ts
/** Of a Service (RFC 1035); what is added to it (`-config`, hashes) has to fit into 63 characters too. */
const LONGEST = 52;
/** Names of resources: DNS labels, made of documents' names, each used once. */
var ResourceNames = class {
	#tell;
	#owners = /* @__PURE__ */ new Map();
	constructor(tell) {
		this.#tell = tell;
	}
	/** `llama-3.1-8b` is `llama-3-1-8b`. Undefined, and told, where nothing can be made of it, or another has it. */
	of(document, tokens) {
		const label = resourceName(document);
		const resource = /^[0-9]/.test(label) ? `n-${label}` : label;
		if (resource === "" || resource.length > LONGEST) {
			this.#tell({
				tokens,
				said: say`${name(document)} cannot be the name of a Service: that has 1 to ${LONGEST} letters, digits and hyphens`
			});
			return;
		}
		return this.claim(resource, document, tokens) ? resource : void 0;
	}
	/** Whether a document may have a name; told where another one has it. */
	claim(resource, document, tokens) {
		const owner = this.#owners.get(resource);
		this.#owners.set(resource, owner ?? document);
		if (owner === void 0) return true;
		this.#tell({
			tokens,
			said: say`${name(document)} and ${name(owner)} would both be ${name(resource)} in the cluster`
		});
		return false;
	}
};
/** A document's name as resources can have it; longer than a label, at worst. */
function resourceName(document) {
	return document.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
}
/** The labels that Kubernetes recommends (kubernetes.io/docs/concepts/overview/working-with-objects/common-labels). */
function labelsOf(workload, { name: deployment }) {
	const selector = {
		"app.kubernetes.io/name": labelValue(workload.name),
		"app.kubernetes.io/instance": labelValue(deployment)
	};
	return {
		all: given({
			...selector,
			"app.kubernetes.io/version": workload.version === "" ? void 0 : labelValue(workload.version),
			"app.kubernetes.io/component": labelValue(workload.kind),
			"app.kubernetes.io/managed-by": "cairn"
		}),
		selector
	};
}
/** What a label may be; `+` of a version is `_`, as Helm has it. */
function labelValue(text) {
	return text.replace(/[^A-Za-z0-9._-]/g, "_").slice(0, 63).replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, "");
}
/** Quantities of Kubernetes: `512Mi`, `500m`; finer than a thousandth of a core is rounded up. */
function quantityOf({ memory, cores }) {
	return {
		memory: memory === void 0 ? void 0 : `${digitsOf(memory)}Mi`,
		cpu: cores === void 0 ? void 0 : cpuOf(cores)
	};
}
function cpuOf(cores) {
	return Number.isInteger(cores) ? digitsOf(cores) : `${String(Math.ceil(Number((cores * 1e3).toFixed(6))))}m`;
}
// src/stages/render/native/kubernetes-pod.ts
/** Each pod sees its service's document as `/etc/cairn/config.yaml`. */
const CONFIG_FOLDER = "/etc/cairn";
/** The pods of a service: one container, its document, its secrets by reference, and what the deployment mounts. */
function podOf(workload, context) {
	const { kubernetes, resource } = context;
	const serviceAccount = textAt(kubernetes, "service_account");
	const secrets = textsAt(kubernetes, "image_pull_secrets");
	const tolerations = tolerationsOf(context);
	const { mounts, volumes } = mounting(workload, context);
	return given({
		serviceAccountName: serviceAccount,
		priorityClassName: textAt(kubernetes, "priority_class"),
		imagePullSecrets: secrets.length === 0 ? void 0 : secrets.map((secret) => ({ name: secret })),
		nodeSelector: nodeSelector(workload, context),
		tolerations: tolerations.length === 0 ? void 0 : tolerations,
		terminationGracePeriodSeconds: numberAt(kubernetes, "termination_grace_seconds"),
		containers: [given({
			name: resource,
			image: workload.image,
			command: commandOf(workload.command),
			args: commandOf(workload.args),
			env: environment$1(workload, resource),
			ports: portsOf(workload),
			resources: resourcesOf(workload),
			...probes(workload),
			volumeMounts: mounts
		})],
		volumes
	});
}
/** Kubernetes replaces `$(NAME)` in commands and variables; `$$` is a `$` that begins nothing. */
function literal(text) {
	return text.replaceAll("$", "$$$$");
}
function commandOf(words) {
	return words.length === 0 ? void 0 : words.map(literal);
}
function environment$1({ variables, secrets }, resource) {
	const plain = variables.map(({ name: variable, text }) => ({
		name: variable,
		value: literal(text)
	}));
	const secret = secrets.map(({ variable, kept }) => {
		return {
			name: variable,
			valueFrom: { secretKeyRef: kept ?? {
				name: `${resource}-sealed`,
				key: variable
			} }
		};
	});
	const all = [...plain, ...secret];
	return all.length === 0 ? void 0 : all;
}
function portsOf({ ports }) {
	return ports.length === 0 ? void 0 : ports.map(({ name: port, number }) => ({
		name: port,
		containerPort: number
	}));
}
/** GPUs are whole and never shared: what is asked for is the limit too. */
function resourcesOf(workload) {
	const key = workload.gpuType?.startsWith("mi") === true ? "amd.com/gpu" : "nvidia.com/gpu";
	const gpus = workload.gpus === 0 ? {} : { [key]: String(workload.gpus) };
	const part = (share) => {
		const fields = given({
			...quantityOf(share),
			...gpus
		});
		return Object.keys(fields).length === 0 ? void 0 : fields;
	};
	return given({
		requests: part(workload.requests),
		limits: part(workload.limits)
	});
}
/** Nothing is restarted for being slow to start: the other probes wait for the first one. */
function probes({ health, ports, speaksTls }) {
	const [port] = ports;
	if (health === void 0 || port === void 0) return {};
	const { path, interval } = health;
	const probe = {
		httpGet: {
			path,
			port: port.name,
			scheme: speaksTls ? "HTTPS" : "HTTP"
		},
		periodSeconds: interval,
		timeoutSeconds: Math.min(interval, 5)
	};
	return {
		startupProbe: {
			...probe,
			failureThreshold: Math.max(1, Math.ceil(health.startup / health.interval))
		},
		livenessProbe: probe,
		readinessProbe: probe
	};
}
function nodeSelector(workload, { input, kubernetes }) {
	const { index, gpus, gpuType, name: service } = workload;
	if (gpus === 0 || gpuType === void 0) return void 0;
	const label = textAt(kubernetes, "node_pool_label");
	if (label !== void 0) return { [label]: gpuType };
	const missing = say`${name(service)} needs a GPU of the sort ${name(gpuType)}, and nothing says which nodes have it`;
	const said = say`${missing}: add \`kubernetes.node_pool_label\``;
	input.tell({
		tokens: [
			"services",
			String(index),
			"service_name"
		],
		said
	});
}
function tolerationsOf({ input, kubernetes }) {
	return listAt(kubernetes, "tolerations").filter(isMapping).map((toleration, i) => {
		const [operator, value] = [textAt(toleration, "operator"), textAt(toleration, "value")];
		if (operator === "Exists" && value !== void 0) input.tell({
			tokens: [
				"kubernetes",
				"tolerations",
				String(i),
				"value"
			],
			said: say`with Exists no value counts, and Kubernetes refuses one`
		});
		return given({
			key: textAt(toleration, "key"),
			operator,
			value,
			effect: textAt(toleration, "effect")
		});
	});
}
function mounting({ storage, index }, { kubernetes, resource, input }) {
	const service = [
		"services",
		String(index),
		"service_name"
	];
	const places = [{
		path: CONFIG_FOLDER,
		tokens: service
	}];
	const mounts = [{
		name: "config",
		mountPath: CONFIG_FOLDER,
		readOnly: true
	}];
	const volumes = [{
		name: "config",
		configMap: { name: `${resource}-config` }
	}];
	if (storage !== void 0) {
		places.push({
			path: storage.path,
			tokens: service
		});
		mounts.push({
			name: "data",
			mountPath: storage.path
		});
	}
	const shm = numberAt(kubernetes, "shm_size_mb");
	if (shm !== void 0) {
		places.push({
			path: "/dev/shm",
			tokens: ["kubernetes", "shm_size_mb"]
		});
		mounts.push({
			name: "shm",
			mountPath: "/dev/shm"
		});
		volumes.push({
			name: "shm",
			emptyDir: {
				medium: "Memory",
				sizeLimit: `${digitsOf(shm)}Mi`
			}
		});
	}
	for (const [i, volume] of listAt(kubernetes, "volumes").filter(isMapping).entries()) {
		const [path, claimName] = [textAt(volume, "path"), textAt(volume, "claim")];
		const readOnly = own(volume, "read_only") === true ? true : void 0;
		places.push({
			path: path ?? "",
			tokens: [
				"kubernetes",
				"volumes",
				String(i),
				"path"
			]
		});
		mounts.push(given({
			name: `volume-${String(i)}`,
			mountPath: path,
			readOnly
		}));
		volumes.push({
			name: `volume-${String(i)}`,
			persistentVolumeClaim: given({
				claimName,
				readOnly
			})
		});
	}
	checkMounts(places, input.tell);
	return {
		mounts,
		volumes
	};
}
// src/stages/render/native/kubernetes.ts
/** ConfigMaps hold a mebibyte; some room is left for the rest of the object. */
const LARGEST_CONFIG = 1e6;
/**
* A stream of manifests a service, `<service>.yaml`: ConfigMap, Service, and a Deployment, or a StatefulSet where the
* service keeps data; and `resource-quota.yaml` for all of them. Namespace, service account, priority class and secrets
* are named, not made: they belong to the cluster. API of Kubernetes 1.25 and later.
*/
function writeKubernetes(received) {
	const tell = once(received.tell);
	const input = {
		...received,
		tell
	};
	const { deployment } = input;
	const kubernetes = partAt(deployment, "kubernetes");
	const names = new ResourceNames(tell);
	const files = [];
	for (const workload of workloadsOf(input, textAt(kubernetes, "weights_path"))) {
		const tokens = [
			"services",
			String(workload.index),
			"service_name"
		];
		const resource = names.of(workload.name, tokens);
		if (resource === void 0) continue;
		if (workload.keepsData && !names.claim(`${resource}-pods`, workload.name, tokens)) continue;
		const text = manifestsOf(workload, {
			input,
			kubernetes,
			resource
		}).map((manifest) => yamlText(manifest)).join("---\n");
		const makes = [resource, ...workload.keepsData ? [`${resource}-pods`] : []].map((one) => placed$1(one, kubernetes));
		files.push({
			path: `${resource}.yaml`,
			text,
			makes,
			format: "kubernetes"
		});
	}
	return [...files, {
		path: "resource-quota.yaml",
		text: yamlText(quotaOf(input, kubernetes)),
		format: "kubernetes"
	}];
}
function placed$1(resource, kubernetes) {
	const [namespace = "default", cluster = ""] = [textAt(kubernetes, "namespace"), textAt(kubernetes, "cluster")];
	return `${resource} in the namespace ${namespace} of ${cluster === "" ? "the cluster" : cluster}`;
}
function manifestsOf(workload, context) {
	return [
		configMap(workload, context),
		...servicesOf$1(workload, context),
		runner(workload, context)
	];
}
function metadata(workload, { input, kubernetes }, resource) {
	const cluster = textAt(kubernetes, "cluster");
	return given({
		name: resource,
		namespace: textAt(kubernetes, "namespace"),
		labels: labelsOf(workload, input).all,
		annotations: given({
			"cairn/cluster": cluster,
			"cairn/environment": input.environment
		})
	});
}
function configMap(workload, context) {
	const text = yamlText(workload.document);
	if (Buffer.byteLength(text) > LARGEST_CONFIG) {
		const tokens = [
			"services",
			String(workload.index),
			"service_name"
		];
		context.input.tell({
			tokens,
			said: say`the document of ${name(workload.name)} is too large for a ConfigMap`
		});
	}
	return {
		apiVersion: "v1",
		kind: "ConfigMap",
		metadata: metadata(workload, context, `${context.resource}-config`),
		data: { "config.yaml": text }
	};
}
/** Where other pods reach it; a StatefulSet has one more, by which each of its pods has a name. */
function servicesOf$1(workload, context) {
	const ports = workload.ports.filter((port) => port.name !== "admin").map((port) => {
		return {
			name: port.name,
			port: port.number,
			targetPort: port.name
		};
	});
	const { selector } = labelsOf(workload, context.input);
	const service = (resource, spec) => {
		const full = {
			...spec,
			selector,
			...ports.length > 0 && { ports }
		};
		return {
			apiVersion: "v1",
			kind: "Service",
			metadata: metadata(workload, context, resource),
			spec: full
		};
	};
	const clustered = ports.length === 0 ? [] : [service(context.resource, { type: "ClusterIP" })];
	return workload.keepsData ? [...clustered, service(`${context.resource}-pods`, { clusterIP: "None" })] : clustered;
}
function runner(workload, context) {
	const { input, resource } = context;
	const { all, selector } = labelsOf(workload, input);
	const spec = {
		replicas: workload.replicas,
		...rollout(workload, context),
		selector: { matchLabels: selector },
		template: {
			metadata: { labels: all },
			spec: podOf(workload, context)
		}
	};
	return {
		apiVersion: "apps/v1",
		kind: workload.keepsData ? "StatefulSet" : "Deployment",
		metadata: metadata(workload, context, resource),
		spec: workload.keepsData ? {
			...spec,
			serviceName: `${resource}-pods`,
			...claims(workload)
		} : spec
	};
}
/** A StatefulSet replaces its pods in place, one after the other: `rollout` says so of services that keep data. */
function rollout({ keepsData }, { kubernetes, input }) {
	const said = partAt(kubernetes, "rollout");
	const strategy = textAt(said, "strategy");
	if (keepsData) {
		if (strategy === "Recreate") {
			const message = say`services that keep data are replaced one replica after the other, never all at once`;
			input.tell({
				tokens: [
					"kubernetes",
					"rollout",
					"strategy"
				],
				said: message
			});
		}
		return { updateStrategy: { type: "RollingUpdate" } };
	}
	if (strategy === void 0) return {};
	const rollingUpdate = given({
		maxSurge: numberAt(said, "max_surge"),
		maxUnavailable: numberAt(said, "max_unavailable")
	});
	const isRolling = strategy === "RollingUpdate";
	if (!isRolling && Object.keys(rollingUpdate).length > 0) input.tell({
		tokens: ["kubernetes", "rollout"],
		said: say`with Recreate there is neither a surge nor a number that may be missing`
	});
	return { strategy: {
		type: strategy,
		...isRolling && Object.keys(rollingUpdate).length > 0 && { rollingUpdate }
	} };
}
/** Disk sizes are in units of 1,000,000,000 bytes. */
function claims({ storage }) {
	if (storage === void 0) return {};
	return { volumeClaimTemplates: [{
		metadata: { name: "data" },
		spec: given({
			accessModes: ["ReadWriteOnce"],
			storageClassName: storage.class,
			resources: { requests: { storage: `${digitsOf(storage.size)}G` } }
		})
	}] };
}
function quotaOf({ name: deployment, deployment: value, tell }, kubernetes) {
	const resource = resourceName(deployment);
	if (resource === "" || resource.length > 63) tell({
		tokens: [],
		said: say`${name(deployment)} cannot be the name of a ResourceQuota: that has 1 to 63 letters, digits and hyphens`
	});
	const limits = partAt(value, "resource_limits");
	const hasGpus = own(limits, "gpu_enabled");
	const { memory, cpu } = quantityOf({
		memory: numberAt(limits, "memory_mb"),
		cores: numberAt(limits, "cpu_cores")
	});
	const gpus = hasGpus === false ? 0 : numberAt(limits, "gpu_count");
	return {
		apiVersion: "v1",
		kind: "ResourceQuota",
		metadata: given({
			name: resource,
			namespace: textAt(kubernetes, "namespace")
		}),
		spec: { hard: given({
			"requests.memory": memory,
			"requests.cpu": cpu,
			"requests.nvidia.com/gpu": gpus === void 0 ? void 0 : String(gpus)
		}) }
	};
}
// src/stages/render/native/words.ts
/**
* Splits a command as a shell does that expands nothing: blanks between words, single quotes around anything, double
* quotes in which a backslash keeps `"` and `\`, a backslash before any other character outside quotes.
*
* @returns undefined where a quote has no end, or nothing follows a backslash
*/
function wordsOf(command) {
	const words = [];
	let word;
	for (let at = 0; at < command.length; at++) {
		const char = command.charAt(at);
		if (char === " " || char === "	" || char === "\n" || char === "\r") {
			if (word !== void 0) words.push(word);
			word = void 0;
			continue;
		}
		const isQuote = char === "'" || char === "\"";
		const part = isQuote ? quotedAt(command, at) : bareAt(command, at);
		if (part === void 0) return void 0;
		word = {
			text: (word?.text ?? "") + part.text,
			isQuoted: isQuote || word?.isQuoted === true
		};
		at = part.last;
	}
	if (word !== void 0) words.push(word);
	return words;
}
function bareAt(command, at) {
	if (command.charAt(at) !== "\\") return {
		text: command.charAt(at),
		last: at
	};
	return at + 1 < command.length ? {
		text: command.charAt(at + 1),
		last: at + 1
	} : void 0;
}
function quotedAt(command, start) {
	const quote = command.charAt(start);
	let text = "";
	for (let at = start + 1; at < command.length; at++) {
		const char = command.charAt(at);
		if (char === quote) return {
			text,
			last: at
		};
		const next = command.charAt(at + 1);
		if (char === "\\" && quote === "\"" && (next === "\"" || next === "\\")) at++;
		text += char === "\\" && quote === "\"" && (next === "\"" || next === "\\") ? next : char;
	}
}
// src/stages/render/native/systemd.ts
/** Of no template, which runs only under another name. */
const UNIT_NAME = /^[A-Za-z0-9:_.@-]{0,246}[A-Za-z0-9:_.-]\.service$/;
/** What `hardened: true` sets (systemd.exec(5)). */
const HARDENING = [
	"NoNewPrivileges=yes",
	"ProtectSystem=full",
	"ProtectHome=yes",
	"PrivateTmp=yes",
	"ProtectClock=yes",
	"ProtectHostname=yes",
	"ProtectControlGroups=yes",
	"ProtectKernelLogs=yes",
	"ProtectKernelModules=yes",
	"ProtectKernelTunables=yes",
	"RestrictNamespaces=yes",
	"RestrictRealtime=yes",
	"RestrictSUIDSGID=yes",
	"LockPersonality=yes"
];
/**
* A unit and `hosts`, a line for each host that runs it. `exec_start` is split into words as a shell does; `$NAME` and
* `${NAME}` stay variables of the EnvironmentFile, and nothing else has a meaning: other `$`, and all `%`, are doubled.
*/
function writeSystemd(input) {
	const { deployment, tell } = input;
	const systemd = partAt(deployment, "systemd");
	const unit = textAt(systemd, "unit") ?? "";
	if (!UNIT_NAME.test(unit)) {
		tell({
			tokens: ["systemd", "unit"],
			said: say`${name(unit)} is not the name of a unit: they end with .service`
		});
		return [];
	}
	const hosts = textsAt(systemd, "hosts").filter((host, i) => isLine$1(host, {
		tokens: [
			"systemd",
			"hosts",
			String(i)
		],
		tell
	}));
	checkReplicas(input, hosts.length);
	const after = textsAt(systemd, "after").filter((other, i) => isLine$1(other, {
		tokens: [
			"systemd",
			"after",
			String(i)
		],
		tell
	}));
	const lines = new Lines(systemd, tell);
	lines.section("Unit");
	lines.say("Description", `${input.name} (${versions(deployment)}) of ${input.environment}`, []);
	lines.say("After", after.join(" "), ["systemd", "after"]);
	lines.say("Wants", after.join(" "), ["systemd", "after"]);
	lines.section("Service");
	lines.raw("Type=exec");
	lines.field("User", "user");
	lines.field("EnvironmentFile", "environment_file");
	lines.raw(execStart(textAt(systemd, "exec_start") ?? "", tell));
	lines.field("Restart", "restart");
	lines.number("RestartSec", "restart_seconds", "s");
	lines.number("LimitNOFILE", "limit_nofile", "");
	for (const line of limits(deployment, Math.max(1, hosts.length))) lines.raw(line);
	if (own(systemd, "hardened") === true) for (const line of hardening(deployment)) lines.raw(line);
	lines.section("Install");
	lines.raw("WantedBy=multi-user.target");
	return [{
		path: unit,
		text: lines.text(),
		makes: hosts.map((host) => `${unit} on ${host}`),
		format: "systemd"
	}, {
		path: "hosts",
		text: hosts.map((host) => `${host}\n`).join(""),
		format: "systemd"
	}];
}
/** The lines of a unit. */
var Lines = class {
	#systemd;
	#tell;
	#lines = [];
	constructor(systemd, tell) {
		this.#systemd = systemd;
		this.#tell = tell;
	}
	section(title) {
		this.#lines.push(...this.#lines.length === 0 ? [] : [""], `[${title}]`);
	}
	raw(line) {
		if (line !== void 0) this.#lines.push(line);
	}
	say(key, value, tokens) {
		if (value !== "" && isLine$1(value, {
			tokens,
			tell: this.#tell
		})) this.#lines.push(`${key}=${value.replaceAll("%", "%%")}`);
	}
	field(key, field) {
		this.say(key, textAt(this.#systemd, field) ?? "", ["systemd", field]);
	}
	number(key, field, unit) {
		const value = numberAt(this.#systemd, field);
		if (value !== void 0) this.#lines.push(`${key}=${String(value)}${unit}`);
	}
	text() {
		return this.#lines.map((line) => `${line}\n`).join("");
	}
};
/** Whether a text can be the value of a line: a line break would start another one, a backslash at its end join it. */
function isLine$1(text, { tokens, tell }) {
	const isOne = !/[\u0000-\u001f\u007f]/.test(text) && !text.endsWith("\\") && text.trim() === text;
	if (!isOne) tell({
		tokens,
		said: say`a value of a unit has one line, no blanks around it and no backslash at its end`
	});
	return isOne;
}
function execStart(command, tell) {
	const tokens = ["systemd", "exec_start"];
	const words = wordsOf(command);
	const problem = wrongWords(words);
	if (problem !== void 0) tell({
		tokens,
		said: problem
	});
	return problem === void 0 && words !== void 0 ? `ExecStart=${words.map(expanding).map(quoted).join(" ")}` : void 0;
}
function wrongWords(words) {
	if (words === void 0) return say`a quote or a backslash of this command has no end`;
	if (words[0]?.text.startsWith("/") !== true) return say`a command of systemd starts with the program's path, from the root on`;
	if (words[0].text.includes("$")) return say`systemd puts no variables into the program's path: it can hold no \$`;
	return words.some(({ text }) => text.includes("\0")) ? say`no command can hold the character 0` : void 0;
}
/** A variable, or a `$` that begins none. */
const DOLLAR = /\$(?:\{([A-Za-z_][A-Za-z0-9_]*)\}|([A-Za-z_][A-Za-z0-9_]*))?/g;
/**
* A word in which systemd puts in the variables that a shell would (systemd.service(5), "Command lines"): `$NAME` alone
* becomes several words. Of other words that begin so systemd makes nothing at all, and within one it knows `${NAME}`.
*/
function expanding({ text, isQuoted }) {
	if (!isQuoted && /^\$[A-Za-z_][A-Za-z0-9_]*$/.test(text)) return text;
	return text.replace(DOLLAR, (_, braced, bare) => {
		const variable = braced ?? bare;
		return variable === void 0 ? "$$" : `\${${variable}}`;
	});
}
const ESCAPES = {
	"\\": "\\\\",
	"\"": "\\\"",
	"\n": "\\n",
	"	": "\\t",
	"\r": "\\r"
};
/** A word as systemd.syntax(7) and systemd.service(5) read it back. */
function quoted(word) {
	if (/^[A-Za-z0-9_@+=:,./${}-]+$/.test(word)) return word;
	return `"${word.replace(/[\u0000-\u001f\u007f"\\]/g, (char) => {
		return ESCAPES[char] ?? `\\x${char.charCodeAt(0).toString(16).padStart(2, "0")}`;
	}).replaceAll("%", "%%")}"`;
}
/** Each host's equal part of what all replicas together may use. */
function limits(deployment, hosts) {
	const all = partAt(deployment, "resource_limits");
	const [memory, cores] = [numberAt(all, "memory_mb"), numberAt(all, "cpu_cores")];
	return [...memory === void 0 ? [] : [`MemoryMax=${String(Math.max(1, Math.floor(memory / hosts)))}M`], ...cores === void 0 ? [] : [`CPUQuota=${String(Math.max(1, Math.floor(Number((cores * 100 / hosts).toFixed(6)))))}%`]];
}
function hardening(deployment) {
	return own(partAt(deployment, "resource_limits"), "gpu_enabled") === true ? HARDENING : [...HARDENING, "PrivateDevices=yes"];
}
/** A unit runs once on each host. */
function checkReplicas({ deployment, tell }, hosts) {
	for (const [i, item] of listAt(deployment, "services").entries()) {
		const replicas = isMapping(item) ? numberAt(item, "replicas") : void 0;
		if (replicas === void 0 || replicas === hosts) continue;
		const said = say`a unit runs once on each host, and there are ${hosts} of them: this cannot be ${replicas}`;
		tell({
			tokens: [
				"services",
				String(i),
				"replicas"
			],
			said
		});
	}
}
function versions(deployment) {
	const parts = listAt(deployment, "services").flatMap((item) => {
		return isMapping(item) ? [name(`${textAt(item, "service_name") ?? ""} ${textAt(item, "service_version") ?? ""}`)] : [];
	});
	return list(parts);
}
// src/stages/render/native/native.ts
/**
* The files that start a deployment: `<unit>` and `hosts`, `compose.yaml` and `config/`, or Kubernetes manifests, one
* stream a service. Same input, same bytes. What a form cannot express is told; no file ever holds a secret, only the
* name of where it is kept. `docs/deployments.md` has what becomes of which field.
*/
function nativeFiles(input) {
	switch (own(input.deployment, "deployment_type")) {
		case "systemd": return writeSystemd(input);
		case "docker": return writeCompose(input);
		case "kubernetes": return writeKubernetes(input);
		default: return [];
	}
}
// src/queries/publish/native.ts
/** The kinds that a deployment names services of, in the order in which a name is looked for. */
const SERVICE_KINDS = [
	"services",
	"models",
	"infrastructure",
	"monitoring"
];
const FORMS = [
	"systemd",
	"docker",
	"kubernetes"
];
/**
* What starts a deployment, as files: a unit, a Compose file, manifests. None for a document of another form, unless
* `publish.formats` asks for it: that is a finding.
*/
function nativeArtifacts(workspace, request, report) {
	const { linked, layersOf, isAsked } = request;
	const { document, environment } = linked.effective;
	const tell = (tokens, said) => {
		report(finding("render/unrepresentable", placeOfValue(linked, tokens), said, { environment: environment.name }));
	};
	const { value } = linked;
	const form = isMapping(value) ? own(value, "deployment_type") : void 0;
	const deployment = !(isMapping(value) && FORMS.some((known) => known === form && isMapping(own(value, known)))) ? void 0 : withoutOpaque(value, [], (tokens, leaf) => {
		if (leaf.opaque === "hole" || tokens[0]?.startsWith("x-") === true) return;
		tell(tokens, say`nobody without a key knows this, and what starts a deployment cannot leave it out`);
	});
	if (!isMapping(deployment)) {
		if (isAsked) tell([], say`${name(documentKey(document))} is no deployment of the built-in form: nothing is known that starts it`);
		return [];
	}
	const found = servicesOf(workspace, linked.effective, deployment);
	const files = nativeFiles({
		name: document.name,
		deployment,
		environment: environment.name,
		services: new Map(Array.from(found, ([wanted, { service }]) => [wanted, service])),
		tell: ({ tokens, said }) => {
			tell(tokens, said);
		}
	});
	const key = documentKey(document);
	const all = [linked.effective, ...Array.from(found.values(), ({ effective }) => effective)].flatMap((effective) => layersOf(effective));
	const layers = [...new Map(all.map((layer) => [layer.path, layer])).values()];
	return files.map(({ path, text, format, makes = [] }) => {
		return {
			path: `${key}/${path}`,
			bytes: Buffer.from(text),
			document: key,
			format,
			layers,
			makes
		};
	});
}
function servicesOf(workspace, { environment }, deployment) {
	const services = /* @__PURE__ */ new Map();
	const listed = own(deployment, "services");
	const world = workspace.world(environment);
	for (const item of isList(listed) ? listed : []) {
		const wanted = isMapping(item) ? own(item, "service_name") : void 0;
		if (typeof wanted !== "string" || services.has(wanted)) continue;
		const found = SERVICE_KINDS.map((kind) => `${kind}/${wanted}`).map((key) => world.lookup(key)).find((effective) => effective !== void 0);
		if (found === void 0) continue;
		const sealed = [];
		const value = withoutOpaque(link(workspace, found, () => {}).value, [], (tokens) => sealed.push(tokens));
		if (!isMapping(value)) continue;
		services.set(wanted, {
			effective: found,
			service: {
				kind: found.document.kind,
				name: wanted,
				value,
				sealed
			}
		});
	}
	return services;
}
// src/queries/publish/paths.ts
/** Says which files cannot stand beside each other in a folder, or would leave it: names come from documents too. */
function checkPaths(environment, report) {
	const tell = teller(environment.name, report);
	const files = filesOf$2(environment);
	const owners = /* @__PURE__ */ new Map();
	for (const { path, of } of files) {
		if (!isPlainPath(path)) {
			tell("publish/bad-path", say`${name(of)} cannot be published: ${name(path)} is no path below a folder`);
			continue;
		}
		if (isTooLong(path)) tell("publish/bad-path", say`${name(of)} cannot be published: file systems have no names of more than ${LONGEST_NAME} bytes`);
		const owner = owners.get(folded$1(path));
		if (owner === void 0) owners.set(folded$1(path), of);
		else tell("publish/taken-path", say`${name(of)} and ${name(owner)} would both be ${name(path)}${CASE}`);
	}
	for (const { path, of } of files) {
		const owner = foldersOf(folded$1(path)).map((folder) => owners.get(folder)).find((one) => one !== void 0);
		if (owner !== void 0) tell("publish/taken-path", say`${name(of)} needs a folder where ${name(owner)} is a file${CASE}`);
	}
	checkMade(environment, report);
}
/** Says which deployments would take each other's place where they are started. */
function checkMade({ name: environment, artifacts }, report) {
	const owners = /* @__PURE__ */ new Map();
	for (const { document, makes = [] } of artifacts) for (const one of makes) {
		const owner = owners.get(one);
		if (owner === void 0) owners.set(one, document);
		else if (owner !== document) teller(environment, report)("publish/taken-path", say`${name(document)} and ${name(owner)} would both be ${name(one)}`);
	}
}
/** Says which environments cannot have folders beside each other. */
function checkFolders(environments, report) {
	const known = /* @__PURE__ */ new Map();
	for (const environment of environments) {
		const tell = teller(environment.name, report);
		const folder = folded$1(environment.name);
		const other = known.get(folder);
		if (!isPlainPath(environment.name) || isTooLong(environment.name)) tell("publish/bad-path", say`${name(environment.name)} cannot be the name of a folder`);
		else if (OWN_FILES.some((file) => folder === file || folder.startsWith(`${file}/`))) tell("publish/taken-path", say`${name(environment.name)} is the name of a file that every publication has`);
		else if (other !== void 0) tell("publish/taken-path", say`${name(environment.name)} and ${name(other.name)} would have one folder${CASE}`);
		known.set(folder, environment);
	}
	for (const environment of environments) for (const folder of foldersOf(folded$1(environment.name))) {
		const outer = known.get(folder);
		const taken = outer && takenIn(outer, folded$1(environment.name).slice(folder.length + 1));
		if (outer === void 0 || taken === void 0) continue;
		const where = say`a folder in that of ${name(outer.name)}, where ${name(taken.of)} has ${name(taken.path)}`;
		const said = say`${name(environment.name)} is ${where}`;
		teller(environment.name, report)("publish/taken-path", said);
	}
}
function teller(environment, report) {
	return (rule, said) => {
		report(finding(rule, inEnvironment(environment), said, { environment }));
	};
}
function filesOf$2({ artifacts, secrets }) {
	return [
		{
			path: MANIFEST_FILE,
			of: "the manifest"
		},
		{
			path: SEALED_FILE,
			of: "the list of sealed leaves"
		},
		...artifacts.map(({ path, document }) => ({
			path,
			of: document
		})),
		...secrets.map(({ path, source }) => ({
			path,
			of: source.path
		}))
	];
}
/** The file that a folder in an environment's would take the place of, or stand beside. */
function takenIn(environment, folder) {
	return filesOf$2(environment).find(({ path }) => {
		const file = folded$1(path);
		return file === folder || file.startsWith(`${folder}/`) || folder.startsWith(`${file}/`);
	});
}
/** A path as file systems see it that tell neither case nor composed characters apart: they would lose one of two. */
const folded$1 = (path) => path.normalize("NFC").toLowerCase();
const CASE = say` (not all file systems tell upper and lower case apart)`;
/** The folders that a path leads through. */
function foldersOf(path) {
	const parts = path.split("/");
	return parts.slice(0, -1).map((_, i) => parts.slice(0, i + 1).join("/"));
}
const LONGEST_NAME = 255;
const isTooLong = (path) => path.split("/").some((segment) => Buffer.byteLength(segment) > LONGEST_NAME);
// src/queries/publish/publication.ts
/**
* Checks a commit and renders what it publishes. Any error, wherever it is in what is published, and nothing is: there
* is no half publication.
*/
async function makePublication(workspace, run) {
	const { collector, digest } = run;
	const environments = publishedEnvironments(workspace, run);
	const { report } = collector;
	const gathered = new Map(environments.map((one) => [one, new Gathering({
		workspace,
		report,
		name: one
	})]));
	const checked = await check(workspace, {
		selection: isEvery(workspace, environments) ? {} : { environments },
		collector,
		...run.today !== void 0 && { today: run.today },
		...run.progress && { progress: run.progress },
		seen: (linked) => {
			gathered.get(linked.effective.environment.name)?.add(linked);
		}
	});
	collector.close();
	for (const at of gathered.values()) {
		await finish(workspace, at, collector);
		collector.close();
	}
	checkFolders([...gathered.values()], report);
	const findings = collector.findings();
	const result = { check: {
		...checked,
		findings
	} };
	if (findings.some(({ severity }) => severity === "error" || run.blocking?.includes(severity) === true)) return result;
	if (environments.length === 0) throw new Failure("usage", say`no environment is published: all are abstract, or there is none`);
	const contents = Array.from(gathered.values(), (at) => ({
		...at.content(),
		kinds: at.kinds.map((kind) => kindOf({
			workspace,
			digest
		}, kind))
	}));
	const { source, tool } = run;
	const inputs = inputsOf({
		workspace,
		digest
	});
	return {
		...result,
		inputs: {
			source,
			tool,
			inputs,
			environments: contents
		}
	};
}
/** Whether nothing is left out: then what only others inherit from is checked, too, as it is everywhere else. */
function isEvery({ environments }, published) {
	const named = new Set(published);
	return [...environments.values()].every((environment) => environment.abstract || named.has(environment.name));
}
/** What needs all documents of an environment. */
async function finish(workspace, at, collector) {
	const { report } = collector;
	for (const one of at.native) at.artifacts.push(...await workspace.reader.whole(collector, () => nativeArtifacts(workspace, one, report)));
	checkConsumers(workspace, {
		environment: at.name,
		secrets: at.secrets
	}, report);
	checkPaths(at, report);
}
/** The environments to publish: those named, of those that `publish.environments` lists or that are not abstract. */
function publishedEnvironments(workspace, { environments }) {
	const listed = workspace.config.publish.environments;
	const all = listed === void 0 ? [...workspace.environments.values()].filter(({ abstract }) => !abstract).map((environment) => environment.name) : listed.map((one) => one.name).filter((one) => workspace.environments.get(one)?.abstract === false);
	if (environments.length === 0) return all;
	const chosen = selectEnvironments(workspace, { environments }).map((environment) => environment.name);
	const stray = chosen.find((one) => !all.includes(one));
	if (stray === void 0) return chosen;
	throw new Failure("usage", say`${name(stray)} is not published: it is abstract, or \`publish.environments\` does not list it`);
}
// src/stages/publish/manifest.ts
/**
* Puts a publication together: the same content gives the same bytes, whatever order it comes in.
*
* @param digest SHA-256
*/
function buildPublication(content, digest) {
	const files = [];
	const environments = content.environments.map((environment) => {
		const folder = filesOf$1(environment, digest);
		for (const { path, bytes } of folder) files.push({
			path: `${environment.name}/${path}`,
			bytes
		});
		const own = folder.find(({ path }) => path === MANIFEST_FILE);
		return {
			name: environment.name,
			manifest: listed(`${environment.name}/${own.path}`, own.bytes, digest)
		};
	});
	const manifest = {
		version: 1,
		source: content.source,
		tool: content.tool,
		inputs: sorted(content.inputs, ({ path }) => path),
		environments: sorted(environments, ({ name }) => name)
	};
	files.push({
		path: MANIFEST_FILE,
		bytes: jsonBytes(manifest)
	});
	return {
		manifest,
		files: sorted(files, ({ path }) => path)
	};
}
function filesOf$1(environment, digest) {
	const { artifacts, secrets, sealed } = environment;
	const files = [...artifacts, ...secrets].map(({ path, bytes }) => ({
		path,
		bytes
	}));
	const sealedBytes = sealedList(sealed);
	if (sealedBytes !== void 0) files.push({
		path: SEALED_FILE,
		bytes: sealedBytes
	});
	const manifest = {
		version: 1,
		environment: environment.name,
		kinds: sorted(environment.kinds, ({ name }) => name),
		artifacts: sorted(artifacts.map(({ path, bytes, document, format, layers }) => ({
			...listed(path, bytes, digest),
			document,
			format,
			layers
		})), ({ path }) => path),
		secrets: sorted(secrets.map(({ path, bytes, source }) => ({
			...listed(path, bytes, digest),
			source
		})), ({ path }) => path),
		sealed: sealedBytes === void 0 ? null : listed(SEALED_FILE, sealedBytes, digest),
		variables: Object.fromEntries(sorted([...environment.variables], ([name]) => name))
	};
	files.push({
		path: MANIFEST_FILE,
		bytes: jsonBytes(manifest)
	});
	return files;
}
/** The list of the leaves that an environment's artifacts leave out; undefined where they leave out none. */
function sealedList(sealed) {
	const leaves = sorted(sealed, ({ document, pointer }) => `${document}\u0000${pointer}`);
	return leaves.length === 0 ? void 0 : jsonBytes({
		version: 1,
		leaves
	});
}
function listed(path, bytes, digest) {
	return {
		path,
		size: bytes.byteLength,
		sha256: digest(bytes)
	};
}
/** By UTF-16 code units: no locale has a say. */
function sorted(items, key) {
	return items.map((item) => ({
		item,
		by: key(item)
	})).sort((a, b) => compareText(a.by, b.by)).map(({ item }) => item);
}
/** JSON as a person reads it: members in the order given, two spaces, a line break at the end. */
function jsonBytes(value) {
	return Buffer.from(`${indentedJson(value)}\n`);
}
// src/stages/publish/chain.ts
/** Largest chain that is read, in bytes. */
const MAX_CHAIN_BYTES = 5e8;
/** Most lines of a chain that are read. */
const MAX_CHAIN_LINES = 1e6;
/**
* Reads `chain.jsonl`, which anybody may have written: every line is exactly what `chainLine` would write, numbers
* count up from 1, and each line names the digest of the one before.
*/
function readChain(bytes, digest) {
	const text = Buffer.from(bytes).toString("utf8");
	if (Buffer.compare(Buffer.from(text), bytes) !== 0) return broken(1, say`not text in UTF-8`);
	if (!text.endsWith("\n")) return broken(text.split("\n").length, say`the last line is cut off`);
	const lines = [];
	for (const [i, line] of text.slice(0, -1).split("\n").entries()) {
		if (i >= 1e6) return broken(i + 1, say`more than ${MAX_CHAIN_LINES} lines`);
		const read = readLine(line);
		if (read === void 0) return broken(i + 1, say`not a line that Cairn writes`);
		const before = lines.at(-1);
		if (read.entry.sequence !== i + 1) return broken(i + 1, say`entry ${read.entry.sequence} stands where ${i + 1} belongs`);
		if (read.entry.predecessor !== (before?.digest ?? null)) return broken(i + 1, say`the digest of the line before is not that line's: one of the two was changed`);
		if (!isNewestKnown(read.entry)) return broken(i + 1, say`entry ${i + 1} names a newest commit that is neither its own nor what it goes back from`);
		const signed = Buffer.from(JSON.stringify(read.entry));
		lines.push({
			...read,
			digest: digest(Buffer.from(line)),
			signed
		});
	}
	return { lines };
}
/** An entry is of the newest commit, or goes back from it. */
function isNewestKnown({ commit, newest, rollback }) {
	return newest === commit ? rollback !== commit : newest === rollback;
}
/** The line of an entry, without its line break. */
function chainLine({ entry, signature }) {
	return JSON.stringify({
		entry,
		signature
	});
}
/** The text that a signature of an entry signs. */
function signedText(entry) {
	return Buffer.from(JSON.stringify(entry));
}
function broken(line, said) {
	return { problem: {
		line,
		said
	} };
}
function readLine(line) {
	const data = parsedJson(line);
	if (!isLine(data)) return void 0;
	return chainLine(data) === line ? data : void 0;
}
const isText = (value) => typeof value === "string" && value.length <= 2e3;
/** Two paths and a URL. */
const isTarget = (value) => typeof value === "string" && value.length <= 2e4;
/** The members of an entry in the order in which they are written, and what each may be. */
const MEMBERS = {
	version: (value) => value === 1,
	sequence: (value) => Number.isSafeInteger(value),
	predecessor: orNull(isDigest),
	manifest: isDigest,
	statement: isDigest,
	commit: isCommit,
	target: isTarget,
	time: (value) => typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value),
	ref: orNull(isText),
	actor: orNull(isText),
	run: orNull(isText),
	newest: isCommit,
	rollback: orNull(isCommit)
};
function isLine(data) {
	if (!isObject(data) || Object.keys(data).join() !== "entry,signature") return false;
	const { entry, signature } = data;
	if (signature !== null && !(typeof signature === "string" && signature.length <= 1e4)) return false;
	if (!isObject(entry) || Object.keys(entry).join() !== Object.keys(MEMBERS).join()) return false;
	return Object.entries(MEMBERS).every(([member, is]) => is(entry[member]));
}
// src/stages/publish/decide.ts
/** Largest file of a publication that is compared, in bytes. */
const MAX_PUBLISHED_BYTES = 1e8;
/**
* Decides what a publication changes at a target, and whether it may. Only what a publication of this repository wrote
* is ever replaced or removed, never what another tool or another application put beside it.
*/
function decide(question) {
	const { publication, published } = question;
	const { commit } = publication.manifest.source;
	const standing = standingOf(question);
	if ("does" in standing) return standing;
	const { manifest, last, isWhole } = standing;
	const newest = newestOf(published, question.digest);
	const narrow = (newest === void 0 ? nothingToGoBackFrom(question) : mayReplace(question, newest, last)) ?? otherFolder(question, manifest) ?? wouldNarrow(question, manifest);
	if (narrow !== void 0) return narrow;
	const changes = comparison(question, manifest);
	const isLate = newest !== void 0 && question.relation === "descendant";
	if (manifest !== void 0 && isWhole && isNothing(changes) && isSameButCommit(manifest, publication.manifest)) {
		if (newest === commit || isLate) return { does: "nothing" };
		if (question.canAdvance) return {
			does: "advance",
			newest: commit
		};
	}
	return {
		does: "publish",
		...changes,
		...manifest !== void 0 && { changed: [...changes.changed, "manifest.json"].sort() },
		last,
		chain: standing.chain,
		newest: isLate ? newest : commit,
		rollback: question.rollback && question.relation !== "ancestor" && newest !== commit ? newest ?? null : null
	};
}
/** The newest commit that a target knows of: its mark, or what its chain says. */
function newestOf(published, digest) {
	const chain = published.newest === void 0 ? published.files?.read(CHAIN_FILE, MAX_CHAIN_BYTES) : void 0;
	return published.newest ?? (chain && readChain(chain, digest).lines?.at(-1)?.entry.newest);
}
/** What stands at the target, or why it cannot be continued. */
function standingOf({ publication, published: { files }, target, added, digest }) {
	const manifestBytes = files?.read(MANIFEST_FILE, MAX_MANIFEST_BYTES);
	const blocked = files && blockedBy(files, publication);
	if (blocked !== void 0) return refuse(say`${name(blocked)} is a file there, and a folder of the publication has that name`, say`publish into a folder of its own with \`path\`, or remove that file`);
	if (files === void 0 || manifestBytes === void 0) {
		const taken = files && takenBy(files, publication);
		if (taken === void 0) return {
			manifest: void 0,
			last: void 0,
			chain: /* @__PURE__ */ new Uint8Array(),
			isWhole: false
		};
		return refuse(say`${name(taken)} is there already, and no publication wrote it: there is no ${name(MANIFEST_FILE)}`, say`publish into a folder of its own with \`path\`, or remove what is there`);
	}
	const manifest = readPublicationManifest(manifestBytes);
	const chain = files.read(CHAIN_FILE, MAX_CHAIN_BYTES);
	const last = chain && readChain(chain, digest).lines?.at(-1);
	if (manifest !== void 0 && last !== void 0 && chain !== void 0) {
		const statement = files.read(STATEMENT_FILE, MAX_PUBLISHED_BYTES);
		return {
			manifest,
			last,
			chain,
			isWhole: digest(manifestBytes) === last.entry.manifest && statement !== void 0 && digest(statement) === last.entry.statement && (target === void 0 || last.entry.target === target) && (added?.bytes === void 0 || isEqual(files.read(added.path, 1e8), added.bytes)) && !files.entries.some(({ path, type }) => type !== "file" && OWN_FILES.includes(path))
		};
	}
	return refuse(say`${name(manifest === void 0 ? MANIFEST_FILE : CHAIN_FILE)} is there, and is not as Cairn writes it`, say`bring the last publication back, or publish elsewhere: cairn verify says what is wrong`);
}
function takenBy(files, publication) {
	const isOurs = territoryOf(publication.manifest.environments);
	return files.entries.find(({ path }) => isOurs(path))?.path;
}
/** A file of somebody else where a folder is needed: Git would let the folder take its place without a word. */
function blockedBy(files, { manifest }) {
	const above = new Set(manifest.environments.flatMap(({ name: folder }) => {
		const parts = folder.split("/");
		return parts.map((_, i) => parts.slice(0, i + 1).join("/"));
	}));
	return files.entries.find(({ path }) => above.has(path))?.path;
}
function nothingToGoBackFrom({ rollback }) {
	return rollback ? refuse(say`nothing is published there yet`, say`publish without going back`) : void 0;
}
/** Whether what is published comes from a commit that this one may take the place of. */
function mayReplace(question, newest, last) {
	const { commit } = question.publication.manifest.source;
	if (question.rollback && question.relation !== "unknown" || question.relation === "ancestor") return void 0;
	switch (question.relation) {
		case "same":
			if (last === void 0 || last.entry.commit === commit || last.entry.newest !== commit) return void 0;
			return refuse(say`${name(short(commit))} was gone back from, to ${name(short(last.entry.commit))}`, say`publish a newer commit, or say so: --rollback-to ${name(short(commit))}`);
		case "descendant": return {
			does: "superseded",
			by: newest
		};
		case "missing": return refuse(say`${name(short(newest))} was published there, and this clone does not have that commit`, say`git fetch (in actions/checkout: fetch-depth: 0), and publish again; if history was rewritten and this commit shall count from now on: --rollback-to ${name(short(commit))}`);
		case "unknown": return refuse(say`${name(short(newest))} was published there, and this clone does not have that commit`, say`fetch the whole history (in actions/checkout: fetch-depth: 0)`);
		case "unrelated": return refuse(say`${name(short(newest))} was published there, and ${name(short(commit))} does not descend from it`, say`history was rewritten; if this commit shall count from now on: --rollback-to ${name(short(commit))}`);
	}
}
/** Two folders of one repository that publish to one place would take each other's files away, in turns. */
function otherFolder({ publication, rollback }, before) {
	const { prefix, commit } = publication.manifest.source;
	if (rollback || before === void 0 || before.source.prefix === prefix) return void 0;
	const folder = (of) => of === "" ? say`the top of the repository` : say`${name(of)}`;
	return refuse(say`what is published there was made from ${folder(before.source.prefix)}, and this from ${folder(prefix)}`, say`publish to a target of its own, or into one with \`path\`; if the folder was moved: --rollback-to ${name(short(commit))}`);
}
function wouldNarrow({ publication, narrowed }, before) {
	if (!narrowed || before === void 0) return void 0;
	const stay = new Set(publication.manifest.environments.map((environment) => environment.name));
	const gone = before.environments.find((environment) => !stay.has(environment.name));
	if (gone === void 0) return void 0;
	return refuse(say`${name(gone.name)} is published there too, and would be removed`, say`publish all environments, or give each a target of its own with {environment} in its name`);
}
function comparison({ publication, published: { files } }, before) {
	const types = new Map(files?.entries.map(({ path, type }) => [path, type]));
	const added = [];
	const changed = [];
	for (const { path, bytes } of publication.files) {
		if (path === "manifest.json" && types.has(path)) continue;
		if (!types.has(path)) added.push(path);
		else if (types.get(path) !== "file" || !isEqual(files?.read(path, 1e8), bytes)) changed.push(path);
	}
	const stays = /* @__PURE__ */ new Set([...publication.files.map(({ path }) => path), ...OWN_FILES]);
	const isOurs = territoryOf([...before?.environments ?? [], ...publication.manifest.environments]);
	return {
		added,
		changed,
		removed: Array.from(types.keys()).filter((path) => isOurs(path) && !stays.has(path)).sort()
	};
}
function isEqual(found, bytes) {
	return found !== void 0 && Buffer.compare(found, bytes) === 0;
}
function isNothing({ added, changed, removed }) {
	return added.length + changed.length + removed.length === 0;
}
function isSameButCommit(one, other) {
	const source = {
		...one.source,
		commit: other.source.commit
	};
	return JSON.stringify({
		...one,
		source
	}) === JSON.stringify(other);
}
function refuse(said, hint) {
	return {
		does: "refuse",
		said,
		hint
	};
}
const short = (commit) => commit.slice(0, 12);
// src/stages/publish/statement.ts
/**
* The statement of `provenance.json`: the publication's files, what they were made of and who made them (in-toto
* Statement v1 with SLSA's provenance predicate v1).
*
* @see https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md
* @see https://slsa.dev/spec/v1.0/provenance
*/
function provenanceStatement(publication, run, digest) {
	const { source, tool, environments } = publication.manifest;
	const repository = run.repository === null ? void 0 : `git+${run.repository}`;
	const dependency = {
		...repository === void 0 ? {} : { uri: repository },
		digest: { gitCommit: source.commit }
	};
	return jsonBytes({
		_type: "https://in-toto.io/Statement/v1",
		subject: subjectsOf(publication, digest).map(({ path, sha256 }) => ({
			name: path,
			digest: { sha256 }
		})),
		predicateType: "https://slsa.dev/provenance/v1",
		predicate: {
			buildDefinition: {
				buildType: BUILD_TYPE,
				externalParameters: {
					source: {
						commit: source.commit,
						prefix: source.prefix,
						...run.ref === null ? {} : { ref: run.ref }
					},
					environments: environments.map(({ name }) => name),
					target: run.target,
					...typeof run.rollback === "string" ? { rollback: run.rollback } : {}
				},
				internalParameters: run.actor === null ? {} : { actor: run.actor },
				resolvedDependencies: [dependency]
			},
			runDetails: {
				builder: {
					id: run.builder ?? "urn:cairn:local",
					version: { cairn: tool.version }
				},
				metadata: {
					...run.run === null ? {} : { invocationId: run.run },
					finishedOn: run.time
				}
			}
		}
	});
}
/** The files that are attested, the manifest first. */
function subjectsOf({ files }, digest) {
	const isManifest = ({ path }) => path === MANIFEST_FILE;
	return [...files.filter(isManifest), ...files.filter((file) => !isManifest(file))].map(({ path, bytes }) => ({
		path,
		sha256: digest(bytes)
	}));
}
// src/stages/verify/git-settings.ts
/**
* Tells of files beside or above a publication on a branch by which Git changes what a checkout or an archive of it
* has, though every byte of the branch is right. What lies in the publication's own folders is none of its files.
*/
function verifyGitSettings(input, report) {
	for (const path of gitSettings(input)) report(finding("verify/git-settings", inFile(path), WORDS$1[splitOff(path)[1].toLowerCase()] ?? say``));
}
/** The paths of such files. */
function gitSettings({ files, environments, exclusive }) {
	const above = new Set(environments.flatMap(({ name }) => foldersAbove(name)));
	const beside = exclusive ? [] : files.entries.map(({ path }) => path).filter((path) => {
		const [folder, file] = splitOff(path);
		const { everywhere, atTheTop } = GIT_SETTINGS;
		return above.has(folder) && (isIn(everywhere, file) || folder === "" && isIn(atTheTop, file));
	});
	return [...files.settingsAbove?.() ?? [], ...beside];
}
/** `eu/production` lies in `eu` and in all. */
function foldersAbove(environment) {
	const parts = environment.split("/");
	return parts.map((_, i) => parts.slice(0, i).join("/"));
}
function splitOff(path) {
	const slash = path.lastIndexOf("/");
	return [path.slice(0, Math.max(slash, 0)), path.slice(slash + 1)];
}
/** Some file systems do not tell upper from lower case. */
function isIn(names, file) {
	return names.includes(file.toLowerCase());
}
const WORDS$1 = {
	".gitattributes": say`counts for the publication, too: Git can leave files out of an archive by it, and change line ends and contents in a checkout`,
	".gitmodules": say`brings other repositories into a checkout of the publication`,
	".lfsconfig": say`says where a checkout takes large files from`
};
// src/stages/verify/statement.ts
/** Compares the statement with the publication that it is about, and the chain's last entry with the statement. */
function verifyStatement(input) {
	const { bytes, manifest, digest, listed, entry } = input;
	const data = parsedJson(Buffer.from(bytes).toString("utf8"));
	const definition = at$1(data, "predicate.buildDefinition");
	if (!isSame([
		at$1(data, "_type"),
		at$1(data, "predicateType"),
		at$1(definition, "buildType")
	], [
		STATEMENT_TYPE,
		PREDICATE_TYPE,
		"urn:cairn:publication:1"
	])) return {
		of: "statement",
		said: say`is no statement that Cairn writes`
	};
	const { source, tool, environments } = manifest;
	const parameters = at$1(definition, "externalParameters");
	const dependencies = at$1(definition, "resolvedDependencies");
	const commit = Array.isArray(dependencies) && dependencies.length === 1 ? at$1(dependencies[0], "digest.gitCommit") : void 0;
	if (!isSame([
		at$1(parameters, "source.commit"),
		commit,
		at$1(parameters, "source.prefix")
	], [
		source.commit,
		source.commit,
		source.prefix
	])) return {
		of: "statement",
		said: say`is about another commit than the manifest`
	};
	if (!isSame(at$1(parameters, "environments"), environments.map(({ name }) => name))) return {
		of: "statement",
		said: say`is about other environments than the manifest`
	};
	if (at$1(data, "predicate.runDetails.builder.version.cairn") !== tool.version) return {
		of: "statement",
		said: say`names another version of Cairn than the manifest`
	};
	if (!isAbout(at$1(data, "subject"), [{
		path: "manifest.json",
		sha256: digest
	}, ...listed])) return {
		of: "statement",
		said: say`is about other files than the manifest lists`
	};
	if (entry === void 0) return void 0;
	const metadata = at$1(data, "predicate.runDetails.metadata");
	const told = {
		time: at$1(metadata, "finishedOn"),
		target: at$1(parameters, "target"),
		ref: at$1(parameters, "source.ref"),
		actor: at$1(definition, "internalParameters.actor"),
		run: at$1(metadata, "invocationId"),
		rollback: at$1(parameters, "rollback")
	};
	const other = Object.keys(told).find((key) => (told[key] ?? null) !== entry[key]);
	return other === void 0 ? void 0 : {
		of: "entry",
		said: say`entry ${entry.sequence} has another ${WORDS[other]} than the statement: one of the two was changed`
	};
}
const STATEMENT_TYPE = "https://in-toto.io/Statement/v1";
const PREDICATE_TYPE = "https://slsa.dev/provenance/v1";
const WORDS = {
	time: say`time`,
	target: say`target`,
	ref: say`ref`,
	actor: say`actor`,
	run: say`run`,
	rollback: say`commit that was gone back from`
};
/** The URL of the repository that a statement names; undefined where it names none. */
function repositoryIn(bytes) {
	const data = parsedJson(Buffer.from(bytes).toString("utf8"));
	const dependencies = at$1(data, "predicate.buildDefinition.resolvedDependencies");
	const uri = textAt$1(Array.isArray(dependencies) ? dependencies[0] : void 0, "uri");
	return uri?.startsWith("git+") === true ? uri.slice(4) : void 0;
}
/** Whether the subjects of a statement are exactly these files, in whatever order. */
function isAbout(subject, files) {
	if (!Array.isArray(subject) || subject.length !== files.length) return false;
	const digests = new Map(files.map(({ path, sha256 }) => [path, sha256]));
	return subject.every((one) => {
		const path = at$1(one, "name");
		if (typeof path !== "string" || !digests.has(path) || digests.get(path) !== at$1(one, "digest.sha256")) return false;
		return digests.delete(path);
	});
}
/** Compares one level: what somebody else wrote may be nested deeper than a stack. */
function isSame(found, wanted) {
	return Array.isArray(found) && found.length === wanted.length && wanted.every((one, i) => found[i] === one);
}
// src/queries/publish/sound-signatures.ts
/**
* Why a chain is not to be continued where it is known who signs: it would be refused from then on, whoever signs
* later. Only the last line is checked by itself: whoever signed it has signed for all before.
*/
function unsoundChain({ files, signatures, addsUnsigned, digest }) {
	const bytes = files?.read(CHAIN_FILE, MAX_CHAIN_BYTES);
	return brokenChain((bytes && readChain(bytes, digest).lines) ?? [], signatures) ?? (addsUnsigned ? UNSIGNED : void 0);
}
const UNSIGNED = {
	does: "refuse",
	said: say`\`publish.signers\` of cairn.yaml says who signs, and this run signs nothing: cairn verify would refuse what it publishes`,
	hint: say`name a key: --sign-key (in the action: sign-key)`
};
function brokenChain(lines, signatures) {
	const last = lines.at(-1);
	const first = lines.findIndex(({ signature }) => signature !== null);
	if (last === void 0 || first < 0) return void 0;
	const unsigned = lines.findIndex(({ signature }, i) => i > first && signature === null);
	if (unsigned >= 0) return anew(say`line ${unsigned + 1} of ${name(CHAIN_FILE)} there is not signed, and one before it is`);
	const { problem } = signatures.check(last);
	if (problem === "invalid") return anew(say`what stands as the signature of the last publication there does not sign it`);
	if (problem === "stranger") return anew(say`the last publication there is signed with a key that was not allowed to sign then`);
}
function anew(said) {
	const hint = say`see with cairn verify what was written there, and bring the publication before it back; or remove what is there, and the next run begins a chain of its own`;
	return {
		does: "refuse",
		said: say`${said}: cairn verify would refuse all that follows`,
		hint
	};
}
// src/queries/publish/publish-to.ts
/** How often a target that others are changing is read again. */
const ATTEMPTS = 100;
/** What publishing to a target would do. Changes nothing. */
async function planFor(target, publishing) {
	const published = await target.read();
	return outcomeOf(target, publishing, {
		published,
		decision: await decideOn(target, published, publishing)
	});
}
/**
* Publishes to a target: reads what is there, decides, and applies the decision to exactly that state; where somebody
* else was quicker, all of it again.
*
* @throws Failure where the target cannot be reached, or does not come to rest
*/
async function publishTo(target, publishing) {
	await target.settle();
	for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
		const published = await target.read();
		const decision = await decideOn(target, published, publishing);
		const outcome = outcomeOf(target, publishing, {
			published,
			decision
		});
		if (decision.does !== "publish" && decision.does !== "advance") return outcome;
		const files = decision.does === "publish" ? await filesFor(decision, publishing, target.name) : [];
		const removed = decision.does === "publish" ? decision.removed : [];
		const { source } = publishing;
		const change = {
			on: published,
			does: decision.does,
			files,
			removed,
			newest: decision.newest,
			source
		};
		if (await target.apply(change) === "applied") {
			const statement = files.find(({ path }) => path === STATEMENT_FILE)?.bytes;
			return {
				...outcome,
				...statement && { statement }
			};
		}
		await publishing.pause(attempt);
	}
	const said = say`${name(target.name)} was changed by others ${ATTEMPTS} times while this run tried to publish there`;
	throw new Failure("broken", said, say`run it again when they are done`);
}
function outcomeOf(target, { publication }, { published: { files }, decision }) {
	const { environments } = publication.manifest;
	const settings = files === void 0 ? [] : gitSettings({
		files,
		environments,
		exclusive: false
	});
	const names = environments.map((environment) => environment.name);
	return {
		target: target.name,
		environments: names,
		decision,
		...settings.length > 0 && { settings }
	};
}
async function decideOn(target, published, publishing) {
	const { publication, rollback, narrowed, isDeclared, digest } = publishing;
	const newest = newestOf(published, digest);
	const relation = newest === void 0 ? "same" : await publishing.relationOf(newest);
	const { canAdvance, name: text } = target;
	const question = {
		publication,
		published,
		relation,
		rollback,
		narrowed,
		canAdvance,
		digest
	};
	const { adds } = target;
	const decision = decide({
		...question,
		...isDeclared && { target: text },
		...adds && { added: {
			path: adds.path,
			bytes: addedTo(published, adds.of, publishing)
		} }
	});
	const { signatures, sign } = publishing;
	if (signatures === void 0 || decision.does === "refuse" || decision.does === "superseded") return decision;
	const addsUnsigned = decision.does === "publish" && sign === void 0;
	return unsoundChain({
		files: published.files,
		signatures,
		addsUnsigned,
		digest
	}) ?? decision;
}
/** What a target added to what is published there, of that commit and of the repository that the statement names. */
function addedTo({ files }, of, { source, sourceOf }) {
	const read = (path) => files?.read(path, 5e7) ?? /* @__PURE__ */ new Uint8Array();
	const commit = readPublicationManifest(read(MANIFEST_FILE))?.source.commit;
	if (commit === void 0) return void 0;
	const known = commit === source.commit ? source : sourceOf?.(commit);
	return known && of({
		...known,
		url: repositoryIn(read("provenance.json"))
	});
}
/** The publication with what belongs to this run: the statement, and the chain with one more line. */
async function filesFor(changes, publishing, target) {
	const { publication, run, digest } = publishing;
	const manifest = publication.files.find(({ path }) => path === MANIFEST_FILE);
	const statement = provenanceStatement(publication, {
		...run,
		target,
		rollback: changes.rollback
	}, digest);
	const entry = {
		version: 1,
		sequence: (changes.last?.entry.sequence ?? 0) + 1,
		predecessor: changes.last?.digest ?? null,
		manifest: digest(manifest.bytes),
		statement: digest(statement),
		commit: publication.manifest.source.commit,
		target,
		time: run.time,
		ref: run.ref,
		actor: run.actor,
		run: run.run,
		newest: changes.newest,
		rollback: changes.rollback
	};
	const signature = await signatureOf(entry, publishing);
	const chain = Buffer.concat([changes.chain, Buffer.from(`${chainLine({
		entry,
		signature
	})}\n`)]);
	return [
		...publication.files,
		{
			path: CHAIN_FILE,
			bytes: chain
		},
		{
			path: STATEMENT_FILE,
			bytes: statement
		}
	].sort((a, b) => compareText(a.path, b.path));
}
/** @throws Failure (usage) for a key that is not one of those which may sign */
async function signatureOf(entry, { sign, signatures }) {
	if (sign === void 0) return null;
	const signed = signedText(entry);
	const signature = await sign(signed);
	if (signatures?.check({
		entry,
		signature,
		signed
	}).problem === void 0) return signature;
	throw new Failure("usage", say`the key is not one that may sign now, by \`publish.signers\` of cairn.yaml`, say`name another key, or have the file of allowed signers changed first; nothing was published there`);
}
// src/queries/publish/publish.ts
/** Makes the publication of a commit and brings it to every target, or says what that would do. */
async function publish(workspace, run) {
	const { check, inputs } = await makePublication(workspace, run);
	if (inputs === void 0) return {
		check,
		outcomes: [],
		blocked: true
	};
	const outcomes = [];
	for (const { open, environment, isDeclared } of run.targets) {
		const chosen = inputs.environments.filter((one) => environment === void 0 || one.name === environment);
		const publication = buildPublication({
			...inputs,
			environments: chosen
		}, run.digest);
		const narrowed = run.environments.length > 0;
		const publishing = {
			...run,
			publication,
			narrowed,
			isDeclared,
			source: run.commit
		};
		const target = await open();
		try {
			const outcome = run.dryRun ? await planFor(target, publishing) : await publishTo(target, publishing);
			outcomes.push(outcome);
			run.done?.(outcome);
		} finally {
			await target.close();
		}
	}
	return {
		check,
		outcomes,
		blocked: false
	};
}
// src/publishing.ts
/** Publishes a commit, or plans to: opens the repository at it and every target that is asked for. */
async function publishCommit(options) {
	const { root, variables, collector, now, repository, told } = options;
	const commit = resolveCommit(root, options.commit);
	const workspace = await openWorkspace({
		snapshot: commitTree(root, commit),
		variables,
		engines
	}, collector);
	const { prefix } = repositoryOf(root);
	const { signKey } = options;
	const { signers, ...where } = await whereTo(options, workspace);
	const signatures = signers === void 0 ? void 0 : await signatureCheck(signers);
	return {
		...await publish(workspace, {
			collector,
			digest: sha256,
			source: {
				commit,
				prefix: prefix === "" ? "" : `${prefix}/`
			},
			tool: toolIdentity(VERSION),
			environments: options.environments,
			today: now.toISOString().slice(0, 10),
			...options.progress && { progress: options.progress },
			...options.blocking && { blocking: options.blocking },
			...options.done && { done: options.done },
			commit: {
				...sourceCommit(root, commit),
				url: repository ?? void 0
			},
			targets: targetsOf(options, workspace, where),
			dryRun: options.dryRun,
			rollback: options.rollback,
			run: {
				...inEntry(told),
				repository,
				time: `${now.toISOString().slice(0, 19)}Z`
			},
			relationOf: (newest) => relationTo(newest, commit, options),
			sourceOf: (other) => hasCommit(root, other) ? sourceCommit(root, other) : void 0,
			...signKey !== void 0 && { sign: async (text) => (await import("./ssh-signature.js")).signText(text, resolve(options.folder, signKey)) },
			...signatures && { signatures },
			pause: (attempt) => setTimeout$1(Math.random() * Math.min(2e3, 50 * 2 ** Math.min(attempt, 6)))
		}).finally(() => signatures?.close()),
		commit
	};
}
/** A clone that was made before somebody else pushed and published does not know: where it came from does. */
async function relationTo(newest, commit, options) {
	const known = relationOf(options.root, commit, newest);
	if (known !== "missing") return known;
	const { isNewerAt } = await import("./newer-commit.js");
	return await isNewerAt({
		...accessOf(options),
		remote: "origin"
	}, {
		commit,
		newest
	}) ? "descendant" : known;
}
/** With what remotes are reached. */
function accessOf({ root, variables, token, tokenServer }) {
	return {
		root,
		variables,
		...token !== void 0 && { token },
		...tokenServer !== void 0 && { tokenServer }
	};
}
/** A text that no entry of a chain takes is not told: cut short it would be another one. */
function inEntry({ ref, actor, run, builder }) {
	const taken = (text) => text !== null && text.length > 2e3 ? null : text;
	return {
		ref: taken(ref),
		actor: taken(actor),
		run: taken(run),
		builder
	};
}
/**
* What `cairn.yaml` says of publishing at a commit.
*
* @returns `isSound`: false where something in that file is wrong, so that more may have been meant
*/
async function publishSettingsAt(root, commit) {
	const collector = new Collector();
	const { report } = collector;
	const reader = createReader(commitTree(root, commit));
	const { publish: settings } = await reader.whole(collector, () => readConfig(reader.config(report), report));
	collector.close();
	return {
		...settings,
		isSound: collector.findings().every(({ severity }) => severity !== "error")
	};
}
/**
* What is set up, and the environments that names may stand for. Who goes back means what is published now, wherever
* that commit was published to when it was new; an environment that it does not have is one all the same.
*/
async function whereTo({ root, targetsAt }, workspace) {
	const environments = publishedEnvironments(workspace, { environments: [] });
	const then = {
		settings: workspace.config.publish.targets,
		environments,
		...whoSigns(workspace)
	};
	if (targetsAt === void 0) return then;
	const collector = new Collector();
	const now = await openWorkspace({
		snapshot: commitTree(root, targetsAt),
		variables: {},
		engines
	}, collector);
	collector.close();
	if (collector.findings().some(({ rule, severity }) => severity === "error" && rule.startsWith("config/"))) return then;
	const known = /* @__PURE__ */ new Set([...environments, ...publishedEnvironments(now, { environments: [] })]);
	return {
		settings: now.config.publish.targets,
		environments: [...known],
		...whoSigns(now)
	};
}
/** As an auditor reads it. */
function whoSigns({ config, snapshot }) {
	const { signers } = config.publish;
	const bytes = signers && snapshot.read(signers.name).bytes;
	return bytes === void 0 ? {} : { signers: bytes };
}
function targetsOf(options, workspace, where) {
	const { folder } = options;
	if (options.targets.length === 0 && where.settings.length === 0) throw new Failure("usage", say`there is nothing to publish to`, say`name a target: --to branch:deploy, or list some under \`publish.targets\` of cairn.yaml`);
	return wantedOf(namedTargets({
		named: options.targets,
		...where,
		as: "target"
	}), options, workspace).map(({ to, environment, isDeclared, ...more }) => ({
		...environment !== void 0 && { environment },
		isDeclared,
		open: () => openTarget(to, {
			...accessOf(options),
			folder,
			...more
		})
	}));
}
/** Without the targets of environments that are not asked for. */
function wantedOf(asked, options, workspace) {
	const environments = publishedEnvironments(workspace, options);
	const wanted = asked.filter(({ environment }) => environment === void 0 || environments.includes(environment));
	const [first] = asked;
	if (wanted.length > 0 || first?.environment === void 0) return wanted;
	const of = say`${name(`${first.to.scheme}:${first.to.at}`)} is for ${name(first.environment)} alone`;
	throw new Failure("usage", say`${of}, which is not among the environments to publish`, say`leave --environment out, or name another target or a commit that has that environment`);
}
// src/report/publish.ts
const FILES_SHOWN = 20;
/** For people: a line a target, and on a dry run the files that would change. */
function publishText(report, style) {
	const of = style("dim", report.commit.slice(0, 12));
	if (report.blocked) return `${style("red", "nothing is published")}: errors block the publication of ${of}\n`;
	return report.outcomes.map((outcome) => outcomeText$1(outcome, report, style)).join("");
}
function outcomeText$1(outcome, report, style) {
	const { target, environments, decision, settings = [] } = outcome;
	const head = `${style("bold", escapeControls(target))} (${names(environments)})`;
	const besides = settings.map((path) => `  ${escapeControls(path)} there changes what Git gives consumers: see cairn verify\n`).join("");
	const text = `${head}: ${saidOf(decision, report)}\n${besides}`;
	if (decision.does === "refuse") return `${text}  ${escapeControls(decision.hint)}\n`;
	if (decision.does !== "publish" || !report.dryRun) return text;
	return text + files("+", decision.added, style) + files("~", decision.changed, style) + files("-", decision.removed, style);
}
/** What became of a target, as the end of a sentence. */
function saidOf(decision, { commit, dryRun }) {
	const of = commit.slice(0, 12);
	switch (decision.does) {
		case "publish": {
			const { added, changed, removed, rollback } = decision;
			const counts = `${plural(added.length, "file")} added, ${changed.length} changed, ${removed.length} removed`;
			const back = rollback === null ? "" : `, back from ${rollback.slice(0, 12)}`;
			return `${dryRun ? "would publish" : "published"} ${of}${back}: ${counts}`;
		}
		case "advance": return `unchanged; ${dryRun ? "would note" : "noted"} that ${of} is the newest commit`;
		case "nothing": return "unchanged";
		case "superseded": return `nothing to do: ${decision.by.slice(0, 12)}, which is newer than ${of}, has been published; --rollback-to goes back`;
		case "refuse": return `not published: ${escapeControls(decision.said)}`;
	}
}
function files(sign, paths, style) {
	const shown = paths.slice(0, FILES_SHOWN).map((path) => `  ${sign} ${escapeControls(path)}\n`).join("");
	const rest = paths.length - FILES_SHOWN;
	return rest > 0 ? `${shown}  ${style("dim", `${sign} and ${rest} more`)}\n` : shown;
}
/** The same as data; `schemas/output/publish.json` describes it. */
function publishJson({ commit, dryRun, blocked, outcomes, check }) {
	return {
		version: 1,
		commit,
		dryRun,
		blocked,
		targets: outcomes.map(({ target, environments, decision }) => ({
			target,
			environments,
			...told(decision)
		})),
		findings: check.findings
	};
}
/** What the schema knows of a decision, and nothing that happens to be beside it. */
function told(decision) {
	const { does } = decision;
	switch (does) {
		case "publish": {
			const { added, changed, removed, rollback } = decision;
			return {
				does,
				added,
				changed,
				removed,
				rollback
			};
		}
		case "superseded": return {
			does,
			by: decision.by
		};
		case "refuse": return {
			does,
			said: decision.said,
			hint: decision.hint
		};
		default: return { does };
	}
}
// src/report/publish-markdown.ts
const MOST_NAMED$1 = 10;
/** Nobody reads more of a list; the log and the target have all. */
const MOST_FILES = 1e3;
const FIRST = { cut: "first" };
/**
* What was published, or would be, as Markdown within a budget: the first line is the answer, then what became of each
* target, what is wrong, and which files are affected.
*/
function publishMarkdown(report, judged, options) {
	const { budget, elsewhere, ...places } = options;
	const { check } = report;
	const sections = [
		targetsSection(report),
		attentionSection({
			findings: check.findings.map(findingJson),
			dangers: []
		}, places),
		filesSection(report),
		notCheckedSection({
			notChecked: notCheckedBy(check),
			undecided: []
		}, places)
	].filter(({ blocks }) => blocks.some(({ items }) => items.length > 0));
	const head = `## ${sentenceOf(report, judged)}\n\n${countsText(judged)} · Checked ${scopeText(check)}.\n\n`;
	return fit({
		head,
		sections,
		tail: `<sub>${span(report.commit)}</sub>\n`,
		elsewhere
	}, budget);
}
/** The answer in one line: Markdown. */
function sentenceOf(report, judged) {
	const { outcomes, blocked, dryRun } = report;
	const of = span(report.commit.slice(0, 12));
	if (blocked) return `Cairn published nothing of ${of}: ${countsText(judged)}`;
	const refused = outcomes.filter(({ decision }) => decision.does === "refuse");
	if (refused.length > 0) return `Cairn did not publish ${of} to ${someTargets(refused)}`;
	const published = outcomes.filter(({ decision }) => decision.does === "publish");
	if (published.length > 0) return `Cairn ${dryRun ? "would publish" : "published"} ${of} to ${someTargets(published)}`;
	const superseded = outcomes.filter(({ decision }) => decision.does === "superseded");
	if (superseded.length > 0) return `Cairn published nothing of ${of}: a newer commit is at ${someTargets(superseded)}`;
	return `Cairn published nothing new: ${outcomes.length === 0 ? "there is no environment" : `${of} changes nothing at ${someTargets(outcomes)}`}`;
}
function someTargets(outcomes) {
	const [first] = outcomes;
	return outcomes.length === 1 && first !== void 0 ? span(brief(first.target)) : plural(outcomes.length, "target");
}
function targetsSection(report) {
	return {
		title: "### Targets\n\n",
		rank: 0,
		noun: "target",
		blocks: [{
			open: "",
			close: "\n",
			items: report.outcomes.map((outcome) => bothRooms("last", (room) => outcomeText(outcome, report, room)))
		}]
	};
}
function outcomeText({ target, environments, decision }, report, room) {
	const where = environments.length === 0 ? "" : ` (${namesInLine(environments, room === "full" ? MOST_NAMED$1 : 1)})`;
	const hint = decision.does === "refuse" ? `; ${textMarkdown(decision.hint, room)}` : "";
	return `- ${decision.does === "refuse" ? "**error** " : ""}${span(brief(target))}${where}: ${textMarkdown(saidOf(decision, report), room)}${hint}\n`;
}
/** A fold for each target. */
function filesSection({ outcomes }) {
	return {
		title: "### Files\n\n",
		rank: 5,
		noun: "file",
		blocks: outcomes.flatMap(({ target, decision }) => {
			if (decision.does !== "publish") return [];
			const { added, changed, removed } = decision;
			const all = [
				...filesOf("added", added),
				...filesOf("changed", changed),
				...filesOf("removed", removed)
			];
			const left = all.length - MOST_FILES;
			const more = `- and ${grouped(left)} more\n`;
			const items = left <= 0 ? all : [...all.slice(0, MOST_FILES), {
				...FIRST,
				full: more,
				short: more,
				stands: left
			}];
			return all.length === 0 ? [] : [{
				...details(`<code>${md(brief(target))}</code>: ${plural(all.length, "file")}`),
				items
			}];
		})
	};
}
function filesOf(what, paths) {
	return paths.map((path) => {
		const text = `- ${what} ${span(path)}\n`;
		return {
			...FIRST,
			full: text,
			short: text
		};
	});
}
// src/adapters/ssh-signature.ts
/**
* Signs a text with an SSH key, as `ssh-keygen -Y sign` does (ssh-keygen(1), PROTOCOL.sshsig).
*
* @param key the private key's file, or the public one's of a key that an agent holds
* @returns the armored signature
* @throws Failure where there is no ssh-keygen, no such key, or it asks for a passphrase
*/
function signText(text, key) {
	const { status, stdout, error } = sshKeygen([
		"-Y",
		"sign",
		"-q",
		"-n",
		SIGNATURE_NAMESPACE,
		"-f",
		key
	], text);
	if (isMissing(error)) throw notInstalled();
	if (status === 0 && stdout.startsWith("-----BEGIN SSH SIGNATURE-----")) return Promise.resolve(stdout);
	const hint = say`name the file of a private key that is readable and has no passphrase, or use ssh-agent`;
	throw new Failure("usage", say`ssh-keygen could not sign with ${name(key)}`, hint);
}
/** Verifies signatures with `ssh-keygen -Y verify`, in a folder of its own that `close` removes. */
var SignatureChecker = class {
	#folder = mkdtempSync(join(tmpdir(), "cairn-signature-"));
	#signers = join(this.#folder, "allowed_signers");
	#file = join(this.#folder, "signature");
	#knowsSigners;
	#principals;
	/** Who was found last: mostly the same signs again. */
	#last;
	/**
	* @param allowedSigners the text of a file of allowed signers (ssh-keygen(1), ALLOWED SIGNERS); absent where nobody
	*   is known: a signature is then only seen to be one
	*/
	constructor(allowedSigners) {
		this.#knowsSigners = allowedSigners !== void 0;
		this.#principals = principalsIn(Buffer.from(allowedSigners ?? []).toString("utf8"));
		if (allowedSigners !== void 0) writeFileSync(this.#signers, allowedSigners);
	}
	/** @throws Failure where there is no ssh-keygen */
	check({ text, signature, at }) {
		if (!ARMOR.test(signature)) return { problem: "invalid" };
		writeFileSync(this.#file, signature);
		const by = this.#knowsSigners ? this.#signerOf(text, at) : void 0;
		if (by !== void 0) return { by };
		const { status, error } = sshKeygen([
			"-Y",
			"check-novalidate",
			"-n",
			SIGNATURE_NAMESPACE,
			"-s",
			this.#file
		], text);
		if (isMissing(error)) throw notInstalled();
		if (status !== 0) return { problem: "invalid" };
		return this.#knowsSigners ? { problem: "stranger" } : {};
	}
	close() {
		rmSync(this.#folder, {
			recursive: true,
			force: true
		});
	}
	#signerOf(text, at) {
		const time = `-Overify-time=${at.replace(/[-:TZ]/g, "")}`;
		const isBy = (by) => {
			return sshKeygen([
				"-Y",
				"verify",
				time,
				"-n",
				SIGNATURE_NAMESPACE,
				"-s",
				this.#file,
				"-f",
				this.#signers,
				"-I",
				by
			], text).status === 0;
		};
		if (this.#last !== void 0 && isBy(this.#last)) return this.#last;
		const { status, stdout, error } = sshKeygen([
			"-Y",
			"find-principals",
			time,
			"-s",
			this.#file,
			"-f",
			this.#signers
		], text);
		if (isMissing(error)) throw notInstalled();
		const candidates = /* @__PURE__ */ new Set([...status === 0 ? stdout.trim().split(/[\n,]/) : [], ...this.#principals]);
		return this.#last = [...candidates].slice(0, MOST_PRINCIPALS).find(isBy);
	}
};
const MOST_PRINCIPALS = 100;
/** Who a file of allowed signers is about: the first field of each line is a list of patterns. */
function principalsIn(text) {
	return text.split("\n").map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#")).flatMap((line) => (line.split(/\s/)[0] ?? "").replaceAll("\"", "").split(",")).filter((by) => by !== "" && !by.startsWith("!"));
}
/** As ssh-keygen writes it: what it would read as the same in other bytes is none. */
const ARMOR = /^-----BEGIN SSH SIGNATURE-----\n(?:[A-Za-z0-9+/]{1,76}\n)*[A-Za-z0-9+/]{1,76}={0,2}\n-----END SSH SIGNATURE-----\n$/;
function sshKeygen(args, input) {
	const env = {
		...process.env,
		SSH_ASKPASS_REQUIRE: "never",
		TZ: "UTC"
	};
	return spawnSync("ssh-keygen", args, {
		input,
		env,
		encoding: "utf8",
		windowsHide: true,
		stdio: [
			"pipe",
			"pipe",
			"ignore"
		]
	});
}
/** Other errors are of a pipe that it did not read to its end: its answer counts. */
function isMissing(error) {
	return error !== void 0 && error.code !== "EPIPE";
}
function notInstalled() {
	return new Failure("broken", say`ssh-keygen was not found`, say`install OpenSSH, 8.2 or newer`);
}
// src/adapters/targets/hydrator.ts
/** The ref of the notes that GitOps Promoter reads. */
const NOTES_REF = "refs/notes/hydrator.metadata";
/**
* `hydrator.metadata`, which tells GitOps Promoter what a commit was made from.
*
* @see https://gitops-promoter.readthedocs.io/en/latest/custom-hydrator/
*/
function hydratorMetadata({ commit, url, author, time, subject, body }) {
	const metadata = {
		drySha: commit,
		...url === void 0 ? {} : { repoURL: url },
		author,
		date: (/* @__PURE__ */ new Date(time * 1e3)).toISOString().replace(".000Z", "Z"),
		subject,
		...body === "" ? {} : { body }
	};
	return Buffer.from(`${JSON.stringify(metadata, null, 2)}\n`);
}
/** The note of a commit: the source commit that its content follows from, maybe newer than the one it was made of. */
function hydratorNote(newest) {
	return JSON.stringify({ drySha: newest });
}
// src/adapters/targets/path-bytes.ts
/**
* A path of a Git tree, whose bytes need not be UTF-8: where a segment is none, each byte beyond ASCII is a lone low
* surrogate, U+DC80 and up, which no text in UTF-8 gives. So no two paths become one, and each can be written again.
*/
function textOfPath(bytes) {
	const text = bytes.toString("utf8");
	if (!text.includes("�") || Buffer.compare(Buffer.from(text), bytes) === 0) return text;
	return bytes.toString("latin1").split("/").map(textOfSegment).join("/");
}
/** What Git lists with `-z`: paths, and what stands before them on their lines. */
function textsOf(listed) {
	const text = listed.toString("utf8");
	const isText = !text.includes("�");
	const lines = (isText ? text : listed.toString("latin1")).split("\0").filter(Boolean);
	return isText ? lines : lines.map((line) => textOfPath(Buffer.from(line, "latin1")));
}
/** @param bytes a character for each byte */
function textOfSegment(bytes) {
	const text = Buffer.from(bytes, "latin1").toString("utf8");
	if (Buffer.from(text).toString("latin1") === bytes) return text;
	return bytes.replace(/[\u0080-\u00ff]/g, (byte) => String.fromCharCode(ESCAPED + byte.charCodeAt(0)));
}
const ESCAPED = 56320;
/** A path as a quoted string of git-fast-import(1), with the bytes that it was read of. */
function quotedPath(path) {
	return `"${path.replace(/["\\]/g, "\\$&").replace(/\n/g, "\\n").replace(/[\udc80-\udcff]/gu, (lone) => `\\${(lone.charCodeAt(0) - ESCAPED).toString(8)}`)}"`;
}
// src/adapters/targets/import-stream.ts
/** The stream that makes a commit. Paths that it does not name stay as they are in the parent. */
function importStream(commit) {
	const parts = [];
	const line = (text) => {
		parts.push(Buffer.from(`${text}\n`));
	};
	const data = (bytes) => {
		line(`data ${bytes.byteLength}`);
		parts.push(bytes);
		line("");
	};
	line("feature done");
	line(`commit ${commit.ref}`);
	line(`committer ${commit.committer} ${commit.time} +0000`);
	data(Buffer.from(commit.message));
	if (commit.parent !== void 0) line(`from ${commit.parent}`);
	for (const path of commit.removed) line(`D ${quotedPath(path)}`);
	for (const { path, bytes } of commit.files) {
		line(`M 100644 inline ${quotedPath(path)}`);
		data(bytes);
	}
	line("done");
	return Buffer.concat(parts);
}
// src/adapters/targets/refusals.ts
/** Whether a push was refused because somebody else has pushed. */
function isMoved(text) {
	return !isDeclined(text) && !isInTheWay(text) && !/file name too long/i.test(text) && /stale info|fetch first|non-fast-forward|failed to update ref|cannot lock ref|reference already exists|incorrect old value|is at .* but expected/i.test(text);
}
/** Whether the remote has object ids of the other kind: a repository is of SHA-1 or of SHA-256. */
function hasOtherIds(text) {
	return /mismatched algorithms: client|does not support this repository's hash algorithm/i.test(text);
}
function isDeclined(text) {
	return /protected branch|hook declined|repository rule violations|gh006|gh013/i.test(text);
}
/** A branch is a file below `refs/heads`: where there is `a`, there cannot be `a/b`. */
function isInTheWay(text) {
	return /exists; cannot create/i.test(text);
}
/**
* What it means to the person who publishes that a remote refuses.
*
* @param text what Git said, of which nothing is passed on
*/
function refusalOf(text, { remote, branch }) {
	const where = name(remote);
	if (isInTheWay(text)) return new Failure("broken", say`${where} cannot have ${name(branch)}: another branch's name is a part of it, or it is a part of another's`, say`choose a name such as ${name(`${branch}-published`)}, or delete the other branch`);
	if (isDeclined(text)) return new Failure("broken", say`${where} refuses a push to ${name(branch)}: the branch is protected, or a hook says no`, say`let who publishes push to that branch`);
	if (/authentication failed|could not read (?:username|password)|returned error: 40[13]|permission (?:to .* )?denied|not allowed to push/i.test(text)) return new Failure("broken", say`${where} does not let this run write`, isSsh(remote) ? BY_SSH : say`give a token that may write contents; in an action: permissions: contents: write`);
	if (/returned error: 30[12378]/i.test(text)) return new Failure("broken", say`${where} leads on to another address, and credentials are not sent there`, say`name the address that it has now`);
	if (/does not support --atomic/i.test(text)) return new Failure("broken", say`${where} cannot take several refs at once (atomic pushes)`, say`publish to a server that can, such as GitHub`);
	if (/file name too long/i.test(text)) return new Failure("broken", say`${where} cannot have ${name(branch)}: the name is too long`, say`choose a shorter one`);
	return new Failure("broken", say`${where} could not be reached, or refused`, isSsh(remote) ? BY_SSH : say`try git ls-remote with it; nothing was changed there`);
}
/** A token is of no use there. */
function isSsh(remote) {
	return /^ssh:|^[^/]*@[^/]*:/i.test(remote);
}
const BY_SSH = say`try git ls-remote with it: its key has to be there and may write; to publish with a token, write its address with https://`;
// src/adapters/targets/remote.ts
/**
* Finds a remote and how it is reached. With a token nothing else counts: credentials that a checkout has left in the
* repository's configuration are not read, those of the user are overruled, and the token stands in the environment of
* the Git process alone. Without one, Git is given what the repository is set up with.
*
* @throws Failure (usage) for a remote that there is not, and for a URL that names a program
*/
function findRemote(options) {
	const given = urlOf(options);
	const url = overHttps(given, options) ?? given;
	if (url.startsWith("-") || /^[a-z0-9+.-]+::/i.test(url)) throw new Failure("usage", say`the remote ${name(withoutPassword(url))} names a program`, say`publish to a URL or a path`);
	const shown = withoutPassword(url);
	const { token } = options;
	if (token === void 0 || !isFor(url, options.tokenServer)) {
		const settings = [...settingsOf(options.root), ...urlSettings(url)];
		return {
			name: NAME,
			shown,
			variables: environment(options.variables, settings)
		};
	}
	const variables = {
		...options.variables,
		GIT_ASKPASS: ""
	};
	return {
		name: NAME,
		shown,
		variables: environment(variables, tokenSettings(shown, token))
	};
}
const NAME = "publication";
/**
* Whether a remote is one that takes a token, and on the server that this one is for. Of a host with other characters
* (`https://github.com\\@elsewhere/`) Git may read another one.
*/
function isFor(url, server) {
	if (!/^https?:\/\/[\w.:[\]-]+(?:\/|$)/i.test(withoutPassword(url)) || !URL.canParse(url)) return false;
	return server === void 0 || URL.canParse(server) && new URL(url).origin === new URL(server).origin;
}
/**
* The address over HTTPS of what is named as SSH reaches it, where the token is for that server and nothing is set up
* for SSH: there a token is the only way. One `cairn.yaml` then serves people with keys and jobs with a token.
*/
function overHttps(url, { root, token, tokenServer, variables }) {
	if (token === void 0 || tokenServer === void 0 || !URL.canParse(tokenServer)) return void 0;
	const [, host = "", path = ""] = /^ssh:\/\/(?:[^/@]*@)?([^/:]+)(?::\d+)?\/+(.+)$/i.exec(url) ?? /^[^/@:]+@([^/:]+):\/*(.+)$/.exec(url) ?? [];
	const server = new URL(tokenServer);
	if (host.toLowerCase() !== server.hostname || hasSsh(root, variables)) return void 0;
	return `${server.origin}/${path}`;
}
/** Whether somebody has set SSH up: an agent, a program, a key of the user. */
function hasSsh(root, variables) {
	if ([
		"SSH_AUTH_SOCK",
		"GIT_SSH_COMMAND",
		"GIT_SSH"
	].some((key) => (variables[key] ?? "") !== "")) return true;
	if (git(root, [
		"config",
		"--get",
		"core.sshCommand"
	], { answers: [1] }).status === 0) return true;
	const folder = join(variables["HOME"] ?? homedir(), ".ssh");
	return [
		"config",
		"id_ed25519",
		"id_ecdsa",
		"id_rsa",
		"id_ed25519_sk",
		"id_ecdsa_sk"
	].some((file) => existsSync(join(folder, file)));
}
function urlOf({ root, remote }) {
	const { status, stdout } = git(root, [
		"remote",
		"get-url",
		"--push",
		"--",
		remote
	], { answers: [2, 128] });
	const known = stdout.toString("utf8").trimEnd();
	const url = status === 0 && known !== "" ? known : remote;
	if (/[/:\\]/.test(url)) return isLocal(url) ? join(repositoryOf(root).top, url) : url;
	throw new Failure("usage", say`there is no remote ${name(remote)}`, say`git remote lists them; a URL will do as well`);
}
/** A path that is relative to the repository, as Git reads it there. */
function isLocal(url) {
	return !isAbsolute(url) && !/^[^/\\]*:/.test(url);
}
/** The token for this URL, which nothing rewrites, and nobody to ask for another where it is refused. */
function tokenSettings(url, token) {
	return [
		[`remote.${NAME}.url`, url],
		[`url.${url}.insteadOf`, url],
		[`url.${url}.pushInsteadOf`, url],
		["credential.helper", ""],
		...authorization(url, `x-access-token:${token}`)
	];
}
/** A URL, and the password in it, where there is one, by the same way as a token. */
function urlSettings(url) {
	const [, user = "", password] = /^https?:\/\/([^/?#@:]*):([^/?#]*)@/i.exec(url) ?? [];
	if (password === void 0) return [[`remote.${NAME}.url`, url]];
	const bare = withoutPassword(url);
	return [[`remote.${NAME}.url`, bare], ...authorization(bare, `${decoded(user)}:${decoded(password)}`)];
}
/**
* A header for this URL alone. Git takes the values with the longest URL, and an empty value forgets those before it:
* so a header that somebody has set up for the host does not come along. Git would send it to whichever server this one
* leads on to.
*/
function authorization(url, credential) {
	const key = `http.${url}.extraheader`;
	return [
		[key, ""],
		[key, `AUTHORIZATION: basic ${Buffer.from(credential).toString("base64")}`],
		[`http.${url}.followRedirects`, "false"]
	];
}
function decoded(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
const PASSED_ON = /^(?:http|https|credential|url|protocol|ssh)\.|^core\.(?:sshcommand|askpass)$/;
/** What the repository itself is set up with to reach remotes: the scratch repository has no configuration. */
function settingsOf(root) {
	const { stdout } = git(root, [
		"config",
		"--local",
		"--includes",
		"--list",
		"--null"
	], { answers: [1] });
	return stdout.toString("utf8").split("\0").flatMap((entry) => {
		const [key = "", value = "true"] = split(entry);
		return PASSED_ON.test(key) ? [[key, value]] : [];
	});
}
function split(entry) {
	const end = entry.indexOf("\n");
	return end < 0 ? [entry] : [entry.slice(0, end), entry.slice(end + 1)];
}
/** What decides how a remote is reached, and not which repository is looked at. */
const NETWORK = /^GIT_(?:SSH|SSL|TRACE|ASKPASS|HTTP_|PROXY|CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_|VALUE_))/;
/** Keys, which Git has no use for, and programs that it does not come to start. */
const DROPPED = /^(?:GIT_|SOPS_AGE|INPUT_|EDITOR$|VISUAL$|PAGER$|PREFIX$)/;
function environment(variables, settings) {
	const kept = Object.entries(variables).filter(([key]) => !DROPPED.test(key) || NETWORK.test(key));
	const before = Number(variables["GIT_CONFIG_COUNT"] ?? 0) || 0;
	const configured = settings.flatMap(([key, value], i) => [[`GIT_CONFIG_KEY_${before + i}`, key], [`GIT_CONFIG_VALUE_${before + i}`, value]]);
	return {
		...Object.fromEntries(kept),
		...Object.fromEntries(configured),
		GIT_CONFIG_COUNT: String(before + settings.length),
		GIT_TERMINAL_PROMPT: "0",
		GIT_NO_REPLACE_OBJECTS: "1",
		LC_ALL: "C"
	};
}
// node_modules/@simple-git/args-pathspec/dist/index.mjs
const t = /* @__PURE__ */ new WeakMap();
function c$1(...n) {
	const e = new String(n);
	return t.set(e, n), e;
}
function r(n) {
	return n instanceof String && t.has(n);
}
function o(n) {
	return t.get(n) ?? [];
}
// node_modules/ms/index.js
var require_ms = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Helpers.
	*/
	var s = 1e3;
	var m = s * 60;
	var h = m * 60;
	var d = h * 24;
	var w = d * 7;
	var y = d * 365.25;
	/**
	* Parse or format the given `val`.
	*
	* Options:
	*
	*  - `long` verbose formatting [false]
	*
	* @param {String|Number} val
	* @param {Object} [options]
	* @throws {Error} throw an error if val is not a non-empty string or a number
	* @return {String|Number}
	* @api public
	*/
	module.exports = function(val, options) {
		options = options || {};
		var type = typeof val;
		if (type === "string" && val.length > 0) return parse(val);
		else if (type === "number" && isFinite(val)) return options.long ? fmtLong(val) : fmtShort(val);
		throw new Error("val is not a non-empty string or a valid number. val=" + JSON.stringify(val));
	};
	/**
	* Parse the given `str` and return milliseconds.
	*
	* @param {String} str
	* @return {Number}
	* @api private
	*/
	function parse(str) {
		str = String(str);
		if (str.length > 100) return;
		var match = /^(-?(?:\d+)?\.?\d+) *(milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|years?|yrs?|y)?$/i.exec(str);
		if (!match) return;
		var n = parseFloat(match[1]);
		switch ((match[2] || "ms").toLowerCase()) {
			case "years":
			case "year":
			case "yrs":
			case "yr":
			case "y": return n * y;
			case "weeks":
			case "week":
			case "w": return n * w;
			case "days":
			case "day":
			case "d": return n * d;
			case "hours":
			case "hour":
			case "hrs":
			case "hr":
			case "h": return n * h;
			case "minutes":
			case "minute":
			case "mins":
			case "min":
			case "m": return n * m;
			case "seconds":
			case "second":
			case "secs":
			case "sec":
			case "s": return n * s;
			case "milliseconds":
			case "millisecond":
			case "msecs":
			case "msec":
			case "ms": return n;
			default: return;
		}
	}
	/**
	* Short format for `ms`.
	*
	* @param {Number} ms
	* @return {String}
	* @api private
	*/
	function fmtShort(ms) {
		var msAbs = Math.abs(ms);
		if (msAbs >= d) return Math.round(ms / d) + "d";
		if (msAbs >= h) return Math.round(ms / h) + "h";
		if (msAbs >= m) return Math.round(ms / m) + "m";
		if (msAbs >= s) return Math.round(ms / s) + "s";
		return ms + "ms";
	}
	/**
	* Long format for `ms`.
	*
	* @param {Number} ms
	* @return {String}
	* @api private
	*/
	function fmtLong(ms) {
		var msAbs = Math.abs(ms);
		if (msAbs >= d) return plural(ms, msAbs, d, "day");
		if (msAbs >= h) return plural(ms, msAbs, h, "hour");
		if (msAbs >= m) return plural(ms, msAbs, m, "minute");
		if (msAbs >= s) return plural(ms, msAbs, s, "second");
		return ms + " ms";
	}
	/**
	* Pluralization helper.
	*/
	function plural(ms, msAbs, n, name) {
		var isPlural = msAbs >= n * 1.5;
		return Math.round(ms / n) + " " + name + (isPlural ? "s" : "");
	}
}));
// node_modules/debug/src/common.js
var require_common = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* This is the common logic for both the Node.js and web browser
	* implementations of `debug()`.
	*/
	function setup(env) {
		createDebug.debug = createDebug;
		createDebug.default = createDebug;
		createDebug.coerce = coerce;
		createDebug.disable = disable;
		createDebug.enable = enable;
		createDebug.enabled = enabled;
		createDebug.humanize = require_ms();
		createDebug.destroy = destroy;
		Object.keys(env).forEach((key) => {
			createDebug[key] = env[key];
		});
		/**
		* The currently active debug mode names, and names to skip.
		*/
		createDebug.names = [];
		createDebug.skips = [];
		/**
		* Map of special "%n" handling functions, for the debug "format" argument.
		*
		* Valid key names are a single, lower or upper-case letter, i.e. "n" and "N".
		*/
		createDebug.formatters = {};
		/**
		* Selects a color for a debug namespace
		* @param {String} namespace The namespace string for the debug instance to be colored
		* @return {Number|String} An ANSI color code for the given namespace
		* @api private
		*/
		function selectColor(namespace) {
			let hash = 0;
			for (let i = 0; i < namespace.length; i++) {
				hash = (hash << 5) - hash + namespace.charCodeAt(i);
				hash |= 0;
			}
			return createDebug.colors[Math.abs(hash) % createDebug.colors.length];
		}
		createDebug.selectColor = selectColor;
		/**
		* Create a debugger with the given `namespace`.
		*
		* @param {String} namespace
		* @return {Function}
		* @api public
		*/
		function createDebug(namespace) {
			let prevTime;
			let enableOverride = null;
			let namespacesCache;
			let enabledCache;
			function debug(...args) {
				if (!debug.enabled) return;
				const self = debug;
				const curr = Number(/* @__PURE__ */ new Date());
				self.diff = curr - (prevTime || curr);
				self.prev = prevTime;
				self.curr = curr;
				prevTime = curr;
				args[0] = createDebug.coerce(args[0]);
				if (typeof args[0] !== "string") args.unshift("%O");
				let index = 0;
				args[0] = args[0].replace(/%([a-zA-Z%])/g, (match, format) => {
					if (match === "%%") return "%";
					index++;
					const formatter = createDebug.formatters[format];
					if (typeof formatter === "function") {
						const val = args[index];
						match = formatter.call(self, val);
						args.splice(index, 1);
						index--;
					}
					return match;
				});
				createDebug.formatArgs.call(self, args);
				(self.log || createDebug.log).apply(self, args);
			}
			debug.namespace = namespace;
			debug.useColors = createDebug.useColors();
			debug.color = createDebug.selectColor(namespace);
			debug.extend = extend;
			debug.destroy = createDebug.destroy;
			Object.defineProperty(debug, "enabled", {
				enumerable: true,
				configurable: false,
				get: () => {
					if (enableOverride !== null) return enableOverride;
					if (namespacesCache !== createDebug.namespaces) {
						namespacesCache = createDebug.namespaces;
						enabledCache = createDebug.enabled(namespace);
					}
					return enabledCache;
				},
				set: (v) => {
					enableOverride = v;
				}
			});
			if (typeof createDebug.init === "function") createDebug.init(debug);
			return debug;
		}
		function extend(namespace, delimiter) {
			const newDebug = createDebug(this.namespace + (typeof delimiter === "undefined" ? ":" : delimiter) + namespace);
			newDebug.log = this.log;
			return newDebug;
		}
		/**
		* Enables a debug mode by namespaces. This can include modes
		* separated by a colon and wildcards.
		*
		* @param {String} namespaces
		* @api public
		*/
		function enable(namespaces) {
			createDebug.save(namespaces);
			createDebug.namespaces = namespaces;
			createDebug.names = [];
			createDebug.skips = [];
			const split = (typeof namespaces === "string" ? namespaces : "").trim().replace(/\s+/g, ",").split(",").filter(Boolean);
			for (const ns of split) if (ns[0] === "-") createDebug.skips.push(ns.slice(1));
			else createDebug.names.push(ns);
		}
		/**
		* Checks if the given string matches a namespace template, honoring
		* asterisks as wildcards.
		*
		* @param {String} search
		* @param {String} template
		* @return {Boolean}
		*/
		function matchesTemplate(search, template) {
			let searchIndex = 0;
			let templateIndex = 0;
			let starIndex = -1;
			let matchIndex = 0;
			while (searchIndex < search.length) if (templateIndex < template.length && (template[templateIndex] === search[searchIndex] || template[templateIndex] === "*")) {
				if (template[templateIndex] === "*") {
					starIndex = templateIndex;
					matchIndex = searchIndex;
					templateIndex++;
				} else {
					searchIndex++;
					templateIndex++;
				}
			} else if (starIndex !== -1) {
				templateIndex = starIndex + 1;
				matchIndex++;
				searchIndex = matchIndex;
			} else return false;
			while (templateIndex < template.length && template[templateIndex] === "*") templateIndex++;
			return templateIndex === template.length;
		}
		/**
		* Disable debug output.
		*
		* @return {String} namespaces
		* @api public
		*/
		function disable() {
			const namespaces = [...createDebug.names, ...createDebug.skips.map((namespace) => "-" + namespace)].join(",");
			createDebug.enable("");
			return namespaces;
		}
		/**
		* Returns true if the given mode name is enabled, false otherwise.
		*
		* @param {String} name
		* @return {Boolean}
		* @api public
		*/
		function enabled(name) {
			for (const skip of createDebug.skips) if (matchesTemplate(name, skip)) return false;
			for (const ns of createDebug.names) if (matchesTemplate(name, ns)) return true;
			return false;
		}
		/**
		* Coerce `val`.
		*
		* @param {Mixed} val
		* @return {Mixed}
		* @api private
		*/
		function coerce(val) {
			if (val instanceof Error) return val.stack || val.message;
			return val;
		}
		/**
		* XXX DO NOT USE. This is a temporary stub function.
		* XXX It WILL be removed in the next major release.
		*/
		function destroy() {
			console.warn("Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`.");
		}
		createDebug.enable(createDebug.load());
		return createDebug;
	}
	module.exports = setup;
}));
// node_modules/debug/src/browser.js
var require_browser = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* This is the web browser implementation of `debug()`.
	*/
	exports.formatArgs = formatArgs;
	exports.save = save;
	exports.load = load;
	exports.useColors = useColors;
	exports.storage = localstorage();
	exports.destroy = (() => {
		let warned = false;
		return () => {
			if (!warned) {
				warned = true;
				console.warn("Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`.");
			}
		};
	})();
	/**
	* Colors.
	*/
	exports.colors = [
		"#0000CC",
		"#0000FF",
		"#0033CC",
		"#0033FF",
		"#0066CC",
		"#0066FF",
		"#0099CC",
		"#0099FF",
		"#00CC00",
		"#00CC33",
		"#00CC66",
		"#00CC99",
		"#00CCCC",
		"#00CCFF",
		"#3300CC",
		"#3300FF",
		"#3333CC",
		"#3333FF",
		"#3366CC",
		"#3366FF",
		"#3399CC",
		"#3399FF",
		"#33CC00",
		"#33CC33",
		"#33CC66",
		"#33CC99",
		"#33CCCC",
		"#33CCFF",
		"#6600CC",
		"#6600FF",
		"#6633CC",
		"#6633FF",
		"#66CC00",
		"#66CC33",
		"#9900CC",
		"#9900FF",
		"#9933CC",
		"#9933FF",
		"#99CC00",
		"#99CC33",
		"#CC0000",
		"#CC0033",
		"#CC0066",
		"#CC0099",
		"#CC00CC",
		"#CC00FF",
		"#CC3300",
		"#CC3333",
		"#CC3366",
		"#CC3399",
		"#CC33CC",
		"#CC33FF",
		"#CC6600",
		"#CC6633",
		"#CC9900",
		"#CC9933",
		"#CCCC00",
		"#CCCC33",
		"#FF0000",
		"#FF0033",
		"#FF0066",
		"#FF0099",
		"#FF00CC",
		"#FF00FF",
		"#FF3300",
		"#FF3333",
		"#FF3366",
		"#FF3399",
		"#FF33CC",
		"#FF33FF",
		"#FF6600",
		"#FF6633",
		"#FF9900",
		"#FF9933",
		"#FFCC00",
		"#FFCC33"
	];
	/**
	* Currently only WebKit-based Web Inspectors, Firefox >= v31,
	* and the Firebug extension (any Firefox version) are known
	* to support "%c" CSS customizations.
	*
	* TODO: add a `localStorage` variable to explicitly enable/disable colors
	*/
	function useColors() {
		if (typeof window !== "undefined" && window.process && (window.process.type === "renderer" || window.process.__nwjs)) return true;
		if (typeof navigator !== "undefined" && navigator.userAgent && navigator.userAgent.toLowerCase().match(/(edge|trident)\/(\d+)/)) return false;
		let m;
		return typeof document !== "undefined" && document.documentElement && document.documentElement.style && document.documentElement.style.WebkitAppearance || typeof window !== "undefined" && window.console && (window.console.firebug || window.console.exception && window.console.table) || typeof navigator !== "undefined" && navigator.userAgent && (m = navigator.userAgent.toLowerCase().match(/firefox\/(\d+)/)) && parseInt(m[1], 10) >= 31 || typeof navigator !== "undefined" && navigator.userAgent && navigator.userAgent.toLowerCase().match(/applewebkit\/(\d+)/);
	}
	/**
	* Colorize log arguments if enabled.
	*
	* @api public
	*/
	function formatArgs(args) {
		args[0] = (this.useColors ? "%c" : "") + this.namespace + (this.useColors ? " %c" : " ") + args[0] + (this.useColors ? "%c " : " ") + "+" + module.exports.humanize(this.diff);
		if (!this.useColors) return;
		const c = "color: " + this.color;
		args.splice(1, 0, c, "color: inherit");
		let index = 0;
		let lastC = 0;
		args[0].replace(/%[a-zA-Z%]/g, (match) => {
			if (match === "%%") return;
			index++;
			if (match === "%c") lastC = index;
		});
		args.splice(lastC, 0, c);
	}
	/**
	* Invokes `console.debug()` when available.
	* No-op when `console.debug` is not a "function".
	* If `console.debug` is not available, falls back
	* to `console.log`.
	*
	* @api public
	*/
	exports.log = console.debug || console.log || (() => {});
	/**
	* Save `namespaces`.
	*
	* @param {String} namespaces
	* @api private
	*/
	function save(namespaces) {
		try {
			if (namespaces) exports.storage.setItem("debug", namespaces);
			else exports.storage.removeItem("debug");
		} catch (error) {}
	}
	/**
	* Load `namespaces`.
	*
	* @return {String} returns the previously persisted debug modes
	* @api private
	*/
	function load() {
		let r;
		try {
			r = exports.storage.getItem("debug") || exports.storage.getItem("DEBUG");
		} catch (error) {}
		if (!r && typeof process !== "undefined" && "env" in process) r = process.env.DEBUG;
		return r;
	}
	/**
	* Localstorage attempts to return the localstorage.
	*
	* This is necessary because safari throws
	* when a user disables cookies/localstorage
	* and you attempt to access it.
	*
	* @return {LocalStorage}
	* @api private
	*/
	function localstorage() {
		try {
			return localStorage;
		} catch (error) {}
	}
	module.exports = require_common()(exports);
	const { formatters } = module.exports;
	/**
	* Map %j to `JSON.stringify()`, since no Web Inspectors do that by default.
	*/
	formatters.j = function(v) {
		try {
			return JSON.stringify(v);
		} catch (error) {
			return "[UnexpectedJSONParseError]: " + error.message;
		}
	};
}));
// node_modules/has-flag/index.js
var require_has_flag = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = (flag, argv = process.argv) => {
		const prefix = flag.startsWith("-") ? "" : flag.length === 1 ? "-" : "--";
		const position = argv.indexOf(prefix + flag);
		const terminatorPosition = argv.indexOf("--");
		return position !== -1 && (terminatorPosition === -1 || position < terminatorPosition);
	};
}));
// node_modules/supports-color/index.js
var require_supports_color = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const os = __require("os");
	const tty = __require("tty");
	const hasFlag = require_has_flag();
	const { env } = process;
	let forceColor;
	if (hasFlag("no-color") || hasFlag("no-colors") || hasFlag("color=false") || hasFlag("color=never")) forceColor = 0;
	else if (hasFlag("color") || hasFlag("colors") || hasFlag("color=true") || hasFlag("color=always")) forceColor = 1;
	if ("FORCE_COLOR" in env) {
		if (env.FORCE_COLOR === "true") forceColor = 1;
		else if (env.FORCE_COLOR === "false") forceColor = 0;
		else forceColor = env.FORCE_COLOR.length === 0 ? 1 : Math.min(parseInt(env.FORCE_COLOR, 10), 3);
	}
	function translateLevel(level) {
		if (level === 0) return false;
		return {
			level,
			hasBasic: true,
			has256: level >= 2,
			has16m: level >= 3
		};
	}
	function supportsColor(haveStream, streamIsTTY) {
		if (forceColor === 0) return 0;
		if (hasFlag("color=16m") || hasFlag("color=full") || hasFlag("color=truecolor")) return 3;
		if (hasFlag("color=256")) return 2;
		if (haveStream && !streamIsTTY && forceColor === void 0) return 0;
		const min = forceColor || 0;
		if (env.TERM === "dumb") return min;
		if (process.platform === "win32") {
			const osRelease = os.release().split(".");
			if (Number(osRelease[0]) >= 10 && Number(osRelease[2]) >= 10586) return Number(osRelease[2]) >= 14931 ? 3 : 2;
			return 1;
		}
		if ("CI" in env) {
			if ([
				"TRAVIS",
				"CIRCLECI",
				"APPVEYOR",
				"GITLAB_CI",
				"GITHUB_ACTIONS",
				"BUILDKITE"
			].some((sign) => sign in env) || env.CI_NAME === "codeship") return 1;
			return min;
		}
		if ("TEAMCITY_VERSION" in env) return /^(9\.(0*[1-9]\d*)\.|\d{2,}\.)/.test(env.TEAMCITY_VERSION) ? 1 : 0;
		if (env.COLORTERM === "truecolor") return 3;
		if ("TERM_PROGRAM" in env) {
			const version = parseInt((env.TERM_PROGRAM_VERSION || "").split(".")[0], 10);
			switch (env.TERM_PROGRAM) {
				case "iTerm.app": return version >= 3 ? 3 : 2;
				case "Apple_Terminal": return 2;
			}
		}
		if (/-256(color)?$/i.test(env.TERM)) return 2;
		if (/^screen|^xterm|^vt100|^vt220|^rxvt|color|ansi|cygwin|linux/i.test(env.TERM)) return 1;
		if ("COLORTERM" in env) return 1;
		return min;
	}
	function getSupportLevel(stream) {
		return translateLevel(supportsColor(stream, stream && stream.isTTY));
	}
	module.exports = {
		supportsColor: getSupportLevel,
		stdout: translateLevel(supportsColor(true, tty.isatty(1))),
		stderr: translateLevel(supportsColor(true, tty.isatty(2)))
	};
}));
// node_modules/debug/src/node.js
var require_node = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Module dependencies.
	*/
	const tty = __require("tty");
	const util = __require("util");
	/**
	* This is the Node.js implementation of `debug()`.
	*/
	exports.init = init;
	exports.log = log;
	exports.formatArgs = formatArgs;
	exports.save = save;
	exports.load = load;
	exports.useColors = useColors;
	exports.destroy = util.deprecate(() => {}, "Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`.");
	/**
	* Colors.
	*/
	exports.colors = [
		6,
		2,
		3,
		4,
		5,
		1
	];
	try {
		const supportsColor = require_supports_color();
		if (supportsColor && (supportsColor.stderr || supportsColor).level >= 2) exports.colors = [
			20,
			21,
			26,
			27,
			32,
			33,
			38,
			39,
			40,
			41,
			42,
			43,
			44,
			45,
			56,
			57,
			62,
			63,
			68,
			69,
			74,
			75,
			76,
			77,
			78,
			79,
			80,
			81,
			92,
			93,
			98,
			99,
			112,
			113,
			128,
			129,
			134,
			135,
			148,
			149,
			160,
			161,
			162,
			163,
			164,
			165,
			166,
			167,
			168,
			169,
			170,
			171,
			172,
			173,
			178,
			179,
			184,
			185,
			196,
			197,
			198,
			199,
			200,
			201,
			202,
			203,
			204,
			205,
			206,
			207,
			208,
			209,
			214,
			215,
			220,
			221
		];
	} catch (error) {}
	/**
	* Build up the default `inspectOpts` object from the environment variables.
	*
	*   $ DEBUG_COLORS=no DEBUG_DEPTH=10 DEBUG_SHOW_HIDDEN=enabled node script.js
	*/
	exports.inspectOpts = Object.keys(process.env).filter((key) => {
		return /^debug_/i.test(key);
	}).reduce((obj, key) => {
		const prop = key.substring(6).toLowerCase().replace(/_([a-z])/g, (_, k) => {
			return k.toUpperCase();
		});
		let val = process.env[key];
		if (/^(yes|on|true|enabled)$/i.test(val)) val = true;
		else if (/^(no|off|false|disabled)$/i.test(val)) val = false;
		else if (val === "null") val = null;
		else val = Number(val);
		obj[prop] = val;
		return obj;
	}, {});
	/**
	* Is stdout a TTY? Colored output is enabled when `true`.
	*/
	function useColors() {
		return "colors" in exports.inspectOpts ? Boolean(exports.inspectOpts.colors) : tty.isatty(process.stderr.fd);
	}
	/**
	* Adds ANSI color escape codes if enabled.
	*
	* @api public
	*/
	function formatArgs(args) {
		const { namespace: name, useColors } = this;
		if (useColors) {
			const c = this.color;
			const colorCode = "\x1B[3" + (c < 8 ? c : "8;5;" + c);
			const prefix = `  ${colorCode};1m${name} \u001B[0m`;
			args[0] = prefix + args[0].split("\n").join("\n" + prefix);
			args.push(colorCode + "m+" + module.exports.humanize(this.diff) + "\x1B[0m");
		} else args[0] = getDate() + name + " " + args[0];
	}
	function getDate() {
		if (exports.inspectOpts.hideDate) return "";
		return (/* @__PURE__ */ new Date()).toISOString() + " ";
	}
	/**
	* Invokes `util.formatWithOptions()` with the specified arguments and writes to stderr.
	*/
	function log(...args) {
		return process.stderr.write(util.formatWithOptions(exports.inspectOpts, ...args) + "\n");
	}
	/**
	* Save `namespaces`.
	*
	* @param {String} namespaces
	* @api private
	*/
	function save(namespaces) {
		if (namespaces) process.env.DEBUG = namespaces;
		else delete process.env.DEBUG;
	}
	/**
	* Load `namespaces`.
	*
	* @return {String} returns the previously persisted debug modes
	* @api private
	*/
	function load() {
		return process.env.DEBUG;
	}
	/**
	* Init logic for `debug` instances.
	*
	* Create a new `inspectOpts` object in case `useColors` is set
	* differently for a particular `debug` instance.
	*/
	function init(debug) {
		debug.inspectOpts = {};
		const keys = Object.keys(exports.inspectOpts);
		for (let i = 0; i < keys.length; i++) debug.inspectOpts[keys[i]] = exports.inspectOpts[keys[i]];
	}
	module.exports = require_common()(exports);
	const { formatters } = module.exports;
	/**
	* Map %o to `util.inspect()`, all on a single line.
	*/
	formatters.o = function(v) {
		this.inspectOpts.colors = this.useColors;
		return util.inspect(v, this.inspectOpts).split("\n").map((str) => str.trim()).join(" ");
	};
	/**
	* Map %O to `util.inspect()`, allowing multiple lines if needed.
	*/
	formatters.O = function(v) {
		this.inspectOpts.colors = this.useColors;
		return util.inspect(v, this.inspectOpts);
	};
}));
// node_modules/debug/src/index.js
var require_src$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Detect Electron renderer / nwjs process, which is node, but we should
	* treat as a browser.
	*/
	if (typeof process === "undefined" || process.type === "renderer" || process.browser === true || process.__nwjs) module.exports = require_browser();
	else module.exports = require_node();
}));
// node_modules/@kwsites/file-exists/dist/src/index.js
var require_src = /* @__PURE__ */ __commonJSMin(((exports, module, this$1) => {
	var __importDefault = this$1 && this$1.__importDefault || function(mod) {
		return mod && mod.__esModule ? mod : { "default": mod };
	};
	Object.defineProperty(exports, "__esModule", { value: true });
	const fs_1 = __require("fs");
	const log = __importDefault(require_src$1()).default("@kwsites/file-exists");
	function check(path, isFile, isDirectory) {
		log(`checking %s`, path);
		try {
			const stat = fs_1.statSync(path);
			if (stat.isFile() && isFile) {
				log(`[OK] path represents a file`);
				return true;
			}
			if (stat.isDirectory() && isDirectory) {
				log(`[OK] path represents a directory`);
				return true;
			}
			log(`[FAIL] path represents something other than a file or directory`);
			return false;
		} catch (e) {
			if (e.code === "ENOENT") {
				log(`[FAIL] path is not accessible: %o`, e);
				return false;
			}
			log(`[FATAL] %o`, e);
			throw e;
		}
	}
	/**
	* Synchronous validation of a path existing either as a file or as a directory.
	*
	* @param {string} path The path to check
	* @param {number} type One or both of the exported numeric constants
	*/
	function exists(path, type = exports.READABLE) {
		return check(path, (type & exports.FILE) > 0, (type & exports.FOLDER) > 0);
	}
	exports.exists = exists;
	/**
	* Constant representing a file
	*/
	exports.FILE = 1;
	/**
	* Constant representing a folder
	*/
	exports.FOLDER = 2;
	/**
	* Constant representing either a file or a folder
	*/
	exports.READABLE = exports.FILE + exports.FOLDER;
}));
// node_modules/@kwsites/file-exists/dist/index.js
var require_dist$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	function __export(m) {
		for (var p in m) if (!exports.hasOwnProperty(p)) exports[p] = m[p];
	}
	Object.defineProperty(exports, "__esModule", { value: true });
	__export(require_src());
}));
// node_modules/@kwsites/promise-deferred/dist/index.js
var require_dist = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.createDeferred = exports.deferred = void 0;
	/**
	* Creates a new `DeferredPromise`
	*
	* ```typescript
	import {deferred} from '@kwsites/promise-deferred`;
	```
	*/
	function deferred() {
		let done;
		let fail;
		let status = "pending";
		return {
			promise: new Promise((_done, _fail) => {
				done = _done;
				fail = _fail;
			}),
			done(result) {
				if (status === "pending") {
					status = "resolved";
					done(result);
				}
			},
			fail(error) {
				if (status === "pending") {
					status = "rejected";
					fail(error);
				}
			},
			get fulfilled() {
				return status !== "pending";
			},
			get status() {
				return status;
			}
		};
	}
	exports.deferred = deferred;
	/**
	* Alias of the exported `deferred` function, to help consumers wanting to use `deferred` as the
	* local variable name rather than the factory import name, without needing to rename on import.
	*
	* ```typescript
	import {createDeferred} from '@kwsites/promise-deferred`;
	```
	*/
	exports.createDeferred = deferred;
}));
// node_modules/@simple-git/argv-parser/dist/index.mjs
var import_src = /* @__PURE__ */ __toESM(require_src$1(), 1);
var import_dist = require_dist$1();
var import_dist$1 = require_dist();
function* x$1(e, n) {
	const t = n === "global";
	for (const o of e) o.isGlobal === t && (yield o);
}
const P$1 = /* @__PURE__ */ new Set([
	"--add",
	"--edit",
	"--remove-section",
	"--rename-section",
	"--replace-all",
	"--unset",
	"--unset-all",
	"-e"
]);
const S$1 = /* @__PURE__ */ new Set([
	"--get",
	"--get-all",
	"--get-color",
	"--get-colorbool",
	"--get-regexp",
	"--get-urlmatch",
	"--list",
	"-l"
]);
const E$1 = /* @__PURE__ */ new Set([
	"edit",
	"remove-section",
	"rename-section",
	"set",
	"unset"
]);
const F$1 = /* @__PURE__ */ new Set([
	"get",
	"get-color",
	"get-colorbool",
	"list"
]);
function A$1(e, n) {
	for (const { name: o } of x$1(e, "task")) {
		if (P$1.has(o)) return w(!0, n);
		if (S$1.has(o)) return w(!1, n);
	}
	const t = n.at(0)?.toLowerCase();
	return t === void 0 ? null : E$1.has(t) ? w(!0, n.slice(1)) : F$1.has(t) ? w(!1, n.slice(1)) : n.length === 1 ? w(!1, n) : w(!0, n);
}
function w(e = !1, n = []) {
	const t = n.at(0)?.toLowerCase();
	return t === void 0 ? null : {
		isWrite: e,
		isRead: !e,
		key: t,
		value: n.at(1)
	};
}
function O$1(e, n) {
	return n.isWrite && n.value !== void 0 ? {
		key: n.key,
		value: n.value,
		scope: e
	} : {
		key: n.key,
		scope: e
	};
}
function G$1(e) {
	const n = e?.indexOf("=") || -1;
	return !e || n < 0 ? null : {
		key: e.slice(0, n).trim().toLowerCase(),
		value: e.slice(n + 1)
	};
}
function M$1(e) {
	for (const { name: n } of x$1(e, "task")) switch (n) {
		case "--global": return "global";
		case "--system": return "system";
		case "--worktree": return "worktree";
		case "--local": return "local";
		case "--file":
		case "-f": return "file";
	}
	return "local";
}
function N$1({ name: e }) {
	if (e === "-c" || e === "--config") return "inline";
	if (e === "--config-env") return "env";
}
function* $$1(e) {
	for (const n of e) {
		const t = N$1(n), o = t && G$1(n.value);
		o && (yield {
			...o,
			scope: t
		});
	}
}
function D(e, n, t) {
	const o = {
		read: [],
		write: [...$$1(n)]
	};
	return e === "config" && L$1(o, M$1(n), A$1(n, t)), o;
}
function L$1(e, n, t) {
	if (t === null) return;
	const o = O$1(n, t);
	t.isWrite ? e.write.push(o) : e.read.push(o);
}
const C = { short: /* @__PURE__ */ new Map([["c", !0]]) };
const I$1 = {
	short: new Map([
		["C", !0],
		["P", !1],
		["h", !1],
		["p", !1],
		["v", !1],
		...C.short.entries()
	]),
	long: /* @__PURE__ */ new Set([
		"attr-source",
		"config-env",
		"exec-path",
		"git-dir",
		"list-cmds",
		"namespace",
		"super-prefix",
		"work-tree"
	])
};
const R$1 = {
	clone: {
		short: /* @__PURE__ */ new Map([
			["b", !0],
			["j", !0],
			["l", !1],
			["n", !1],
			["o", !0],
			["q", !1],
			["s", !1],
			["u", !0]
		]),
		long: /* @__PURE__ */ new Set([
			"branch",
			"config",
			"jobs",
			"origin",
			"upload-pack",
			"u",
			"template"
		])
	},
	commit: {
		short: /* @__PURE__ */ new Map([
			["C", !0],
			["F", !0],
			["c", !0],
			["m", !0],
			["t", !0]
		]),
		long: /* @__PURE__ */ new Set([
			"file",
			"message",
			"reedit-message",
			"reuse-message",
			"template"
		])
	},
	config: {
		short: /* @__PURE__ */ new Map([
			["e", !1],
			["f", !0],
			["l", !1]
		]),
		long: /* @__PURE__ */ new Set([
			"blob",
			"comment",
			"default",
			"file",
			"type",
			"value"
		])
	},
	fetch: {
		short: /* @__PURE__ */ new Map(),
		long: /* @__PURE__ */ new Set(["upload-pack"])
	},
	init: {
		short: /* @__PURE__ */ new Map(),
		long: /* @__PURE__ */ new Set(["template"])
	},
	pull: {
		short: /* @__PURE__ */ new Map(),
		long: /* @__PURE__ */ new Set(["upload-pack"])
	},
	push: {
		short: /* @__PURE__ */ new Map(),
		long: /* @__PURE__ */ new Set(["exec", "receive-pack"])
	},
	rebase: {
		short: /* @__PURE__ */ new Map([
			["X", !0],
			["f", !1],
			["i", !1],
			["k", !1],
			["m", !1],
			["n", !1],
			["q", !1],
			["r", !1],
			["s", !0],
			["v", !1],
			["x", !0]
		]),
		long: /* @__PURE__ */ new Set([
			"exec",
			"onto",
			"strategy",
			"strategy-option"
		])
	}
};
const T = {
	short: /* @__PURE__ */ new Map(),
	long: /* @__PURE__ */ new Set()
};
function B$1(e) {
	const n = R$1[e ?? ""] ?? T;
	return {
		short: new Map([...C.short.entries(), ...n.short.entries()]),
		long: n.long
	};
}
function b$1(e, n = I$1) {
	if (e.startsWith("--")) {
		const t = e.indexOf("=");
		if (t > 2) return [{
			name: e.slice(0, t),
			value: e.slice(t + 1),
			needsNext: !1
		}];
		const o = e.slice(2);
		return [{
			name: e,
			needsNext: n.long.has(o)
		}];
	}
	if (e.length === 2) {
		const t = e.charAt(1);
		return [{
			name: e,
			needsNext: n.short.get(t) === !0
		}];
	}
	return j$1(e, n.short);
}
function j$1(e, n) {
	const t = e.slice(1).split(""), o = [];
	for (let a = 0; a < t.length; a++) {
		const s = t[a], r = n.get(s);
		if (r === void 0) return [{
			name: e,
			needsNext: !1
		}];
		if (r) {
			const i = t.slice(a + 1).join("");
			if (i && ![...i].every((m) => n.has(m))) return o.push({
				name: `-${s}`,
				value: i,
				needsNext: !1
			}), o;
		}
		o.push({
			name: `-${s}`,
			needsNext: r
		});
	}
	return o;
}
function W$1(e, n = []) {
	let t = 0;
	for (; t < e.length;) {
		const o = String(e[t]);
		if (!o.startsWith("-") || o.length < 2) break;
		const a = b$1(o);
		let s = t + 1;
		for (const r of a) {
			const i = {
				name: r.name,
				value: r.value,
				absorbedNext: !1,
				isGlobal: !0
			};
			r.needsNext && i.value === void 0 && s < e.length && (i.value = String(e[s]), i.absorbedNext = !0, s++), n.push(i);
		}
		t = s;
	}
	return {
		flags: n,
		taskIndex: t
	};
}
function V$1(e, n, t = []) {
	const o$2 = B$1(n), a = [], s = [];
	let r$3 = 0;
	for (; r$3 < e.length;) {
		const i = e[r$3];
		if (r(i)) {
			s.push(...o(i)), r$3++;
			continue;
		}
		const p = String(i);
		if (p === "--") {
			for (let d = r$3 + 1; d < e.length; d++) {
				const g = e[d];
				r(g) ? s.push(...o(g)) : s.push(String(g));
			}
			break;
		}
		if (!p.startsWith("-") || p.length < 2) {
			a.push(p), r$3++;
			continue;
		}
		const m = b$1(p, o$2);
		let u = r$3 + 1;
		for (const d of m) {
			const g = {
				name: d.name,
				value: d.value,
				absorbedNext: !1,
				isGlobal: !1
			};
			d.needsNext && g.value === void 0 && u < e.length && !r(e[u]) && (g.value = String(e[u]), g.absorbedNext = !0, u++), t.push(g);
		}
		r$3 = u;
	}
	return {
		flags: t,
		positionals: a,
		pathspecs: s
	};
}
function* q$1({ write: e }) {
	for (const n of e) for (const t of K$1) {
		const o = t(n.key);
		o && (yield o);
	}
}
function f$1(e, n, t = String(e)) {
	const o = typeof e == "string" ? new RegExp(`\\s*${e.toLowerCase()}`) : e;
	return function(s) {
		if (o.test(s)) return {
			category: n,
			message: `Configuring ${t} is not permitted without enabling ${n}`
		};
	};
}
function l$1(e, n) {
	return f$1(new RegExp(`\\s*${e.toLowerCase().replace(/\./g, "(..+)?.")}`), n, e);
}
const K$1 = [
	f$1("alias", "allowUnsafeAlias"),
	f$1("core.askPass", "allowUnsafeAskPass"),
	f$1("core.editor", "allowUnsafeEditor"),
	f$1("core.fsmonitor", "allowUnsafeFsMonitor"),
	f$1("core.gitProxy", "allowUnsafeGitProxy"),
	f$1("core.hooksPath", "allowUnsafeHooksPath"),
	f$1("core.pager", "allowUnsafePager"),
	f$1("core.sshCommand", "allowUnsafeSshCommand"),
	l$1("credential.helper", "allowUnsafeCredentialHelper"),
	l$1("diff.command", "allowUnsafeDiffExternal"),
	f$1("diff.external", "allowUnsafeDiffExternal"),
	l$1("difftool.cmd", "allowUnsafeDiffExternal"),
	l$1("diff.textconv", "allowUnsafeDiffTextConv"),
	l$1("filter.clean", "allowUnsafeFilter"),
	l$1("filter.process", "allowUnsafeFilter"),
	l$1("filter.smudge", "allowUnsafeFilter"),
	l$1("gpg.program", "allowUnsafeGpgProgram"),
	f$1("include.path", "allowUnsafeInclude"),
	l$1("includeIf", "allowUnsafeInclude"),
	f$1("init.templateDir", "allowUnsafeTemplateDir"),
	l$1("pager.", "allowUnsafePager"),
	l$1("merge.driver", "allowUnsafeMergeDriver"),
	l$1("mergetool.path", "allowUnsafeMergeDriver"),
	l$1("mergetool.cmd", "allowUnsafeMergeDriver"),
	l$1("protocol.allow", "allowUnsafeProtocolOverride"),
	l$1("remote.receivepack", "allowUnsafePack"),
	l$1("remote.uploadpack", "allowUnsafePack"),
	f$1("uploadpack.packObjectsHook", "allowUnsafePack"),
	f$1("sequence.editor", "allowUnsafeEditor"),
	l$1("submodule.update", "allowUnsafeSubmodule"),
	l$1("tar.command", "allowUnsafeCommandBinaries"),
	l$1("trailer.cmd", "allowUnsafeCommandBinaries"),
	l$1("trailer.command", "allowUnsafeCommandBinaries"),
	l$1("url.insteadOf", "allowUnsafeUrlRewrite")
];
function* H$1(e, n) {
	for (const t of n) for (const o of X$1) {
		const a = o(e, t);
		a && (yield a);
	}
}
function c(e, n, t, { name: o = String(n), globalOnly: a = !1, withValue: s = !1 } = {}) {
	const r = typeof n == "string" ? new RegExp(`\\s*${n.toLowerCase()}`) : n, i = `Use of ${e ? `${e} with option ` : ""}${o} is not permitted without enabling ${t}`;
	return function(m, u) {
		if (!(e && m !== e) && !(a && !u.isGlobal) && !(s && u.value === void 0) && r.test(u.name)) return {
			category: t,
			message: i
		};
	};
}
const h$1 = {
	globalOnly: !0,
	withValue: !0
};
const X$1 = [
	c(null, /--(upload|receive)-pack/, "allowUnsafePack", { name: "--upload-pack or --receive-pack" }),
	c("clone", /^-\w*u/, "allowUnsafePack"),
	c("clone", "--u", "allowUnsafePack"),
	c("push", /^--exec$/, "allowUnsafePack", { name: "--exec" }),
	c("rebase", /^(-x|--ex(ec?)?)$/, "allowUnsafeExec", { name: "-x or --exec" }),
	c(null, "--template", "allowUnsafeTemplateDir"),
	c(null, "--exec-path", "allowUnsafeExec", h$1),
	c(null, "--git-dir", "allowUnsafeConfigPaths", h$1),
	c(null, "--work-tree", "allowUnsafeConfigPaths", h$1),
	c(null, /^-C$/, "allowUnsafeConfigPaths", {
		...h$1,
		name: "-C"
	})
];
function k(e, n, t) {
	return [...H$1(e, n), ...q$1(t)];
}
function Y$1(...e) {
	const { flags: n, taskIndex: t } = W$1(e), o = t < e.length ? String(e[t]).toLowerCase() : null, { positionals: s, pathspecs: r } = V$1(o !== null ? e.slice(t + 1) : [], o, n), i = D(o, n, s);
	return {
		task: o,
		flags: n.map(J$1),
		paths: r,
		config: i,
		vulnerabilities: z$1(k(o, n, i))
	};
}
function z$1(e) {
	return Object.defineProperty(e, "vulnerabilities", { value: e });
}
function J$1({ value: e, name: n }) {
	return e !== void 0 ? {
		name: n,
		value: e
	} : { name: n };
}
const y = {
	editor: "allowUnsafeEditor",
	git_askpass: "allowUnsafeAskPass",
	git_config_global: "allowUnsafeConfigPaths",
	git_config_system: "allowUnsafeConfigPaths",
	git_config_count: "allowUnsafeConfigEnvCount",
	git_config_parameters: "allowUnsafeConfigEnvCount",
	git_config: "allowUnsafeConfigPaths",
	git_editor: "allowUnsafeEditor",
	git_exec_path: "allowUnsafeExec",
	git_external_diff: "allowUnsafeDiffExternal",
	git_pager: "allowUnsafePager",
	git_proxy_command: "allowUnsafeGitProxy",
	git_template_dir: "allowUnsafeTemplateDir",
	git_sequence_editor: "allowUnsafeEditor",
	git_ssh: "allowUnsafeSshCommand",
	git_ssh_command: "allowUnsafeSshCommand",
	pager: "allowUnsafePager",
	prefix: "allowUnsafeConfigPaths",
	ssh_askpass: "allowUnsafeAskPass",
	visual: "allowUnsafeEditor"
};
function* Q$1(e) {
	const n = parseInt(e.git_config_count ?? "0", 10);
	for (let t = 0; t < n; t++) {
		const o = e[`git_config_key_${t}`], a = e[`git_config_value_${t}`];
		o !== void 0 && (yield {
			key: o.toLowerCase().trim(),
			value: a,
			scope: "env"
		});
	}
}
function* Z$1(e) {
	for (const n of Object.keys(e)) if (_$1(n)) {
		const t = y[n];
		yield {
			category: t,
			message: `Use of "${n.toUpperCase()}" is not permitted without enabling ${t}`
		};
	}
}
function _$1(e) {
	return Object.hasOwn(y, e);
}
function ee$1(e) {
	const n = {};
	for (const [t, o] of Object.entries(e)) {
		const a = t.toLowerCase().trim();
		(_$1(a) || a.startsWith("git")) && (n[a] = String(o));
	}
	return n;
}
function ne$1(e) {
	const n = ee$1(e), t = {
		read: [],
		write: [...Q$1(n)]
	};
	return {
		config: t,
		vulnerabilities: [...Z$1(n), ...k(null, [], t)]
	};
}
function oe$1(e, n) {
	return [...Y$1(...e).vulnerabilities, ...ne$1(n).vulnerabilities];
}
// node_modules/simple-git/dist/index.mjs
var O = class extends Error {
	constructor(e, n) {
		super(n), this.task = e, Object.setPrototypeOf(this, new.target.prototype);
	}
};
var Ae = class extends O {
	constructor(e, n) {
		super(void 0, n), this.config = e;
	}
};
var A = class extends O {
	constructor(e, n, r) {
		super(e, r), this.task = e, this.plugin = n, Object.setPrototypeOf(this, new.target.prototype);
	}
};
var at = class extends O {
	constructor(e, n) {
		super(void 0, n || String(e)), this.git = e;
	}
};
var xe = class extends O {
	constructor(e) {
		super(void 0, e);
	}
};
const I = "\0";
const W = () => {};
function Ne(t) {
	return typeof t != "function" ? W : t;
}
function $e(t) {
	return typeof t == "function" && t !== W;
}
function Pe(t, e) {
	const n = t.indexOf(e);
	return n <= 0 ? [t, ""] : [t.substr(0, n), t.substr(n + 1)];
}
function Me(t, e = 0) {
	return Dt(t) && t.length > e ? t[e] : void 0;
}
function N(t, e = 0) {
	if (Dt(t) && t.length > e) return t[t.length - 1 - e];
}
function Dt(t) {
	return Bt(t);
}
function H(t = "", e = !0, n = `
`) {
	return t.split(n).reduce((r, s) => {
		const o = e ? s.trim() : s;
		return o && r.push(o), r;
	}, []);
}
function ut(t, e) {
	return H(t, !0).map((n) => e(n));
}
function Lt(t) {
	return (0, import_dist.exists)(t, import_dist.FOLDER);
}
function S(t, e) {
	return Array.isArray(t) ? t.includes(e) || t.push(e) : t.add(e), e;
}
function De(t, e) {
	return Array.isArray(t) && !t.includes(e) && t.push(e), t;
}
function ct(t, e) {
	if (Array.isArray(t)) {
		const n = t.indexOf(e);
		n >= 0 && t.splice(n, 1);
	} else t.delete(e);
	return e;
}
const ft = Object.prototype.toString.call.bind(Object.prototype.toString);
function v(t) {
	return Array.isArray(t) ? t : [t];
}
function jt(t) {
	return t.replace(/[\s-]+(.)/g, (e, n) => n.toUpperCase());
}
function L(t) {
	return v(t).map((e) => e instanceof String ? e : String(e));
}
function p(t, e = 0) {
	if (t == null) return e;
	const n = parseInt(t, 10);
	return Number.isNaN(n) ? e : n;
}
function U(t, e) {
	const n = [];
	for (let r = 0, s = t.length; r < s; r++) n.push(e, t[r]);
	return n;
}
function F(t) {
	return (Array.isArray(t) ? Buffer.concat(t) : t).toString("utf-8");
}
function Le(t) {
	return t ? Buffer.isBuffer(t) ? t.length : Buffer.byteLength(t) : 0;
}
function je(t, e) {
	const n = {};
	return e.forEach((r) => {
		t[r] !== void 0 && (n[r] = t[r]);
	}), n;
}
function wt(t = 0) {
	return new Promise((e) => setTimeout(e, t));
}
function bt(t) {
	if (t !== !1) return t;
}
function d(t, e, n) {
	return e(t) ? t : arguments.length > 2 ? n : void 0;
}
const K = (t) => Array.isArray(t);
function st(t, e) {
	const n = r(t) ? "string" : typeof t;
	return /number|string|boolean/.test(n) && (!e || !e.includes(n));
}
const m = (t) => typeof t == "string" || r(t);
const Be = (t) => m(t) || Buffer.isBuffer(t);
const G = (t) => m(t) || Array.isArray(t) && t.every(m);
function lt(t) {
	return !!t && ft(t) === "[object Object]";
}
function Ie(t) {
	return typeof t == "function";
}
const Bt = (t) => t == null || "number|boolean|function".includes(typeof t) ? !1 : typeof t.length == "number";
var V = /* @__PURE__ */ ((t) => (t[t.SUCCESS = 0] = "SUCCESS", t[t.ERROR = 1] = "ERROR", t[t.NOT_FOUND = -2] = "NOT_FOUND", t[t.UNCLEAN = 128] = "UNCLEAN", t))(V || {});
var z = class z {
	constructor(e, n) {
		this.stdOut = e, this.stdErr = n;
	}
	asStrings() {
		return new z(this.stdOut.toString("utf8"), this.stdErr.toString("utf8"));
	}
};
function Ue() {
	throw new Error("LineParser:useMatches not implemented");
}
var l = class {
	constructor(e, n) {
		this.matches = [], this.useMatches = Ue, this.parse = (r, s) => (this.resetMatches(), this._regExp.every((o, i) => this.addMatch(o, i, r(i))) ? this.useMatches(s, this.prepareMatches()) !== !1 : !1), this._regExp = Array.isArray(e) ? e : [e], n && (this.useMatches = n);
	}
	resetMatches() {
		this.matches.length = 0;
	}
	prepareMatches() {
		return this.matches;
	}
	addMatch(e, n, r) {
		const s = r && e.exec(r);
		return s && this.pushMatch(n, s), !!s;
	}
	pushMatch(e, n) {
		this.matches.push(...n.slice(1));
	}
};
var x = class extends l {
	addMatch(e, n, r) {
		return /^remote:\s/.test(String(r)) && super.addMatch(e, n, r);
	}
	pushMatch(e, n) {
		(e > 0 || n.length > 1) && super.pushMatch(e, n);
	}
};
const Fe = {
	binary: "git",
	maxConcurrentProcesses: 5,
	config: [],
	trimmed: !1
};
function Ge(...t) {
	const e = process.cwd(), n = Object.assign({
		baseDir: e,
		...Fe
	}, ...t.filter((r) => typeof r == "object" && r));
	return n.baseDir = n.baseDir || e, n.trimmed = n.trimmed === !0, n;
}
function It(t, e = []) {
	return lt(t) ? Object.keys(t).reduce((n, r$1) => {
		const s = t[r$1];
		if (r(s)) n.push(s);
		else if (st(s, ["boolean"])) n.push(r$1 + "=" + s);
		else if (Array.isArray(s)) for (const o of s) st(o, ["string", "number"]) || n.push(r$1 + "=" + o);
		else n.push(r$1);
		return n;
	}, e) : e;
}
function h(t, e = 0, n = !1) {
	const r = [];
	for (let s = 0, o = e < 0 ? t.length : e; s < o; s++) "string|number".includes(typeof t[s]) && r.push(String(t[s]));
	return It(ht(t), r), n || r.push(...ze(t)), r;
}
function ze(t) {
	return L(d(N(t, typeof N(t) == "function" ? 1 : 0), K, []));
}
function ht(t) {
	return d(N(t, Ie(N(t)) ? 1 : 0), lt);
}
function u(t, e = !0) {
	const n = Ne(N(t));
	return e || $e(n) ? n : void 0;
}
function Tt(t, e) {
	return t(e.stdOut, e.stdErr);
}
function E(t, e, n, r = !0) {
	return v(n).forEach((s) => {
		for (let o = H(s, r), i = 0, a = o.length; i < a; i++) {
			const c = (y = 0) => {
				if (!(i + y >= a)) return o[i + y];
			};
			e.some(({ parse: y }) => y(c, t));
		}
	}), t;
}
const mt = ({ exitCode: t }, e, n, r) => {
	if (t === V.UNCLEAN && Ve(e)) return n(Buffer.from("false"));
	r(e);
};
const Ut = (t) => t.trim() === "true";
function We(t) {
	switch (t) {
		case "bare": return Ke();
		case "root": return He();
	}
	return {
		commands: ["rev-parse", "--is-inside-work-tree"],
		format: "utf-8",
		onError: mt,
		parser: Ut
	};
}
function He() {
	return {
		commands: ["rev-parse", "--git-dir"],
		format: "utf-8",
		onError: mt,
		parser(e) {
			return /^\.(git)?$/.test(e.trim());
		}
	};
}
function Ke() {
	return {
		commands: ["rev-parse", "--is-bare-repository"],
		format: "utf-8",
		onError: mt,
		parser: Ut
	};
}
function Ve(t) {
	return /(Not a git repository|Kein Git-Repository)/i.test(String(t));
}
var Xe = class {
	constructor(e) {
		this.paths = [], this.files = [], this.folders = [], this.dryRun = e;
	}
};
const Ye = /^[a-z]+\s*/i;
const Qe = /^[a-z]+\s+[a-z]+\s*/i;
const Je = /\/$/;
function Ze(t, e) {
	const n = new Xe(t), r = t ? Qe : Ye;
	return H(e).forEach((s) => {
		const o = s.replace(r, "");
		n.paths.push(o), (Je.test(o) ? n.folders : n.files).push(o);
	}), n;
}
const Ft = [];
function tn(t) {
	return {
		commands: Ft,
		format: "empty",
		parser: t
	};
}
function b(t) {
	return {
		commands: Ft,
		format: "empty",
		parser() {
			throw typeof t == "string" ? new xe(t) : t;
		}
	};
}
function g(t, e = !1) {
	return {
		commands: t,
		format: "utf-8",
		parser(n) {
			return e ? String(n).trim() : n;
		}
	};
}
function Gt(t) {
	return {
		commands: t,
		format: "buffer",
		parser(e) {
			return e;
		}
	};
}
function en(t) {
	return t.format === "buffer";
}
function kt(t) {
	return t.format === "empty" || !t.commands.length;
}
const nn = "Git clean interactive mode is not supported";
const rn = "Git clean mode parameter (\"n\" or \"f\") is required";
const sn = "Git clean unknown option found in: ";
var zt = /* @__PURE__ */ ((t) => (t.DRY_RUN = "n", t.FORCE = "f", t.IGNORED_INCLUDED = "x", t.IGNORED_ONLY = "X", t.EXCLUDING = "e", t.QUIET = "q", t.RECURSIVE = "d", t))(zt || {});
const qt = /* @__PURE__ */ new Set(["i", ...L(Object.values(zt))]);
function on(t, e) {
	const { cleanMode: n, options: r, valid: s } = cn(t);
	return n ? s.options ? (r.push(...e), r.some(hn) ? b(nn) : an(n, r)) : b(sn + JSON.stringify(t)) : b(rn);
}
function an(t, e) {
	return {
		commands: [
			"clean",
			`-${t}`,
			...e
		],
		format: "utf-8",
		parser(r) {
			return Ze(t === "n", r);
		}
	};
}
function un(t) {
	return Array.isArray(t) && t.every((e) => qt.has(e));
}
function cn(t) {
	let e, n = [], r = {
		cleanMode: !1,
		options: !0
	};
	return t.replace(/[^a-z]i/g, "").split("").forEach((s) => {
		fn(s) ? (e = s, r.cleanMode = !0) : r.options = r.options && ln(n[n.length] = `-${s}`);
	}), {
		cleanMode: e,
		options: n,
		valid: r
	};
}
function fn(t) {
	return t === "f" || t === "n";
}
function ln(t) {
	return /^-[a-z]$/i.test(t) && qt.has(t.charAt(1));
}
function hn(t) {
	return /^-[^\-]/.test(t) ? t.indexOf("i") > 0 : t === "--interactive";
}
var mn = class {
	constructor() {
		this.files = [], this.values = /* @__PURE__ */ Object.create(null);
	}
	get all() {
		return this._all || (this._all = this.files.reduce((e, n) => Object.assign(e, this.values[n]), {})), this._all;
	}
	addFile(e) {
		if (!(e in this.values)) {
			const n = N(this.files);
			this.values[e] = n ? Object.create(this.values[n]) : {}, this.files.push(e);
		}
		return this.values[e];
	}
	addValue(e, n, r) {
		const s = this.addFile(e);
		Object.hasOwn(s, n) ? Array.isArray(s[n]) ? s[n].push(r) : s[n] = [s[n], r] : s[n] = r, this._all = void 0;
	}
};
function pn(t) {
	const e = new mn();
	for (const n of Wt(t)) e.addValue(n.file, String(n.key), n.value);
	return e;
}
function dn(t, e) {
	let n = null;
	const r = [], s = /* @__PURE__ */ new Map();
	for (const o of Wt(t, e)) o.key === e && (r.push(n = o.value), s.has(o.file) || s.set(o.file, []), s.get(o.file).push(n));
	return {
		key: e,
		paths: Array.from(s.keys()),
		scopes: s,
		value: n,
		values: r
	};
}
function gn(t) {
	return t.replace(/^(file):/, "");
}
function* Wt(t, e = null) {
	const n = t.split("\0");
	for (let r = 0, s = n.length - 1; r < s;) {
		const o = gn(n[r++]);
		let i = n[r++], a = e;
		if (i.includes(`
`)) {
			const c = Pe(i, `
`);
			a = c[0], i = c[1];
		}
		yield {
			file: o,
			key: a,
			value: i
		};
	}
}
var Ht = /* @__PURE__ */ ((t) => (t.system = "system", t.global = "global", t.local = "local", t.worktree = "worktree", t))(Ht || {});
function Y(t, e) {
	return typeof t == "string" && Object.hasOwn(Ht, t) ? t : e;
}
function yn(t, e, n, r) {
	const s = ["config", `--${r}`];
	return n && s.push("--add"), s.push(t, e), {
		commands: s,
		format: "utf-8",
		parser(o) {
			return o;
		}
	};
}
function wn(t, e) {
	const n = [
		"config",
		"--null",
		"--show-origin",
		"--get-all",
		t
	];
	return e && n.splice(1, 0, `--${e}`), {
		commands: n,
		format: "utf-8",
		parser(r) {
			return dn(r, t);
		}
	};
}
function bn(t) {
	const e = [
		"config",
		"--list",
		"--show-origin",
		"--null"
	];
	return t && e.push(`--${t}`), {
		commands: e,
		format: "utf-8",
		parser(n) {
			return pn(n);
		}
	};
}
function Tn() {
	return {
		addConfig(t, e, ...n) {
			return this._runTask(yn(t, e, n[0] === !0, Y(n[1], "local")), u(arguments));
		},
		getConfig(t, e) {
			return this._runTask(wn(t, Y(e, void 0)), u(arguments));
		},
		listConfig(...t) {
			return this._runTask(bn(Y(t[0], void 0)), u(arguments));
		}
	};
}
var Kt = /* @__PURE__ */ ((t) => (t.ADDED = "A", t.COPIED = "C", t.DELETED = "D", t.MODIFIED = "M", t.RENAMED = "R", t.CHANGED = "T", t.UNMERGED = "U", t.UNKNOWN = "X", t.BROKEN = "B", t))(Kt || {});
const kn = new Set(Object.values(Kt));
function _n(t) {
	return kn.has(t);
}
var _t;
const vn = ["-h"];
const j = /* @__PURE__ */ Symbol("grepQuery");
var En = class {
	constructor() {
		this[_t] = [];
	}
	*[(_t = j, Symbol.iterator)]() {
		for (const e of this[j]) yield e;
	}
	and(...e) {
		return e.length && this[j].push("--and", "(", ...U(e, "-e"), ")"), this;
	}
	param(...e) {
		return this[j].push(...U(e, "-e")), this;
	}
};
function Sn(...t) {
	return new En().param(...t);
}
function Rn(t) {
	const e = /* @__PURE__ */ new Set(), n = {};
	return ut(t, (r) => {
		const [s, o, i] = r.split(I);
		e.add(s), (n[s] = n[s] || []).push({
			line: p(o),
			path: s,
			preview: i
		});
	}), {
		paths: e,
		results: n
	};
}
function On() {
	return { grep(t) {
		const e = u(arguments), n = h(arguments);
		for (const s of vn) if (n.includes(s)) return this._runTask(b(`git.grep: use of "${s}" is not supported.`), e);
		typeof t == "string" && (t = Sn().param(t));
		const r = [
			"grep",
			"--null",
			"-n",
			"--full-name",
			...n,
			...t
		];
		return this._runTask({
			commands: r,
			format: "utf-8",
			parser(s) {
				return Rn(s);
			}
		}, e);
	} };
}
var Vt = /* @__PURE__ */ ((t) => (t.MIXED = "mixed", t.SOFT = "soft", t.HARD = "hard", t.MERGE = "merge", t.KEEP = "keep", t))(Vt || {});
const Cn = L(Object.values(Vt));
function An(t, e) {
	const n = ["reset"];
	return Xt(t) && n.push(`--${t}`), n.push(...e), g(n);
}
function xn(t) {
	if (Xt(t)) return t;
	switch (typeof t) {
		case "string":
		case "undefined": return "soft";
	}
}
function Xt(t) {
	return typeof t == "string" && Cn.includes(t);
}
import_src.default.formatters.L = (t) => String(Bt(t) ? t.length : "-");
import_src.default.formatters.B = (t) => Buffer.isBuffer(t) ? t.toString("utf8") : ft(t);
function Nn() {
	return (0, import_src.default)("simple-git");
}
function vt(t, e, n) {
	return !e || !String(e).replace(/\s*/, "") ? n ? (r, ...s) => {
		t(r, ...s), n(r, ...s);
	} : t : (r, ...s) => {
		t(`%s ${r}`, e, ...s), n && n(r, ...s);
	};
}
function $n(t, e, { namespace: n }) {
	if (typeof t == "string") return t;
	const r = e && e.namespace || "";
	return r.startsWith(n) ? r.substr(n.length + 1) : r || n;
}
function $(t, e, n, r = Nn()) {
	const s = t && `[${t}]` || "", o = [], i = typeof e == "string" ? r.extend(e) : e, a = $n(d(e, m), i, r);
	return y(n);
	function c(w, T) {
		return S(o, $(t, a.replace(/^[^:]+/, w), T, r));
	}
	function y(w) {
		const T = w && `[${w}]` || "", k = i && vt(i, T) || W, C = vt(r, `${s} ${T}`, k);
		return Object.assign(i ? k : C, {
			label: t,
			sibling: c,
			info: C,
			step: y
		});
	}
}
const M = class M {
	constructor(e = "GitExecutor") {
		this.logLabel = e, this._queue = /* @__PURE__ */ new Map();
	}
	withProgress(e) {
		return this._queue.get(e);
	}
	createProgress(e) {
		const n = M.getName(e.commands[0]);
		return {
			task: e,
			logger: $(this.logLabel, n),
			name: n
		};
	}
	push(e) {
		const n = this.createProgress(e);
		return n.logger("Adding task to the queue, commands = %o", e.commands), this._queue.set(e, n), n;
	}
	fatal(e) {
		for (const [n, { logger: r }] of Array.from(this._queue.entries())) n === e.task ? (r.info("Failed %o", e), r("Fatal exception, any as-yet un-started tasks run through this executor will not be attempted")) : r.info("A fatal exception occurred in a previous task, the queue has been purged: %o", e.message), this.complete(n);
		if (this._queue.size !== 0) throw new Error(`Queue size should be zero after fatal: ${this._queue.size}`);
	}
	complete(e) {
		this.withProgress(e) && this._queue.delete(e);
	}
	attempt(e) {
		const n = this.withProgress(e);
		if (!n) throw new O(void 0, "TasksPendingQueue: attempt called for an unknown task");
		return n.logger("Starting task"), n;
	}
	static getName(e = "empty") {
		return `task:${e}:${++M.counter}`;
	}
};
M.counter = 0;
let ot = M;
var Pn = class {
	constructor(e, n, r) {
		this._executor = e, this._scheduler = n, this._plugins = r, this._chain = Promise.resolve(), this._queue = new ot();
	}
	get cwd() {
		return this._cwd || this._executor.cwd;
	}
	set cwd(e) {
		this._cwd = e;
	}
	get env() {
		return this._executor.env;
	}
	get outputHandler() {
		return this._executor.outputHandler;
	}
	chain() {
		return this;
	}
	push(e) {
		return this._queue.push(e), this._chain = this._chain.then(() => this.attemptTask(e));
	}
	async attemptTask(e) {
		const n = await this._scheduler.next(), r = () => this._queue.complete(e);
		try {
			const { logger: s } = this._queue.attempt(e);
			return await (kt(e) ? this.attemptEmptyTask(e, s) : this.attemptRemoteTask(e, s));
		} catch (s) {
			throw this.onFatalException(e, s);
		} finally {
			r(), n();
		}
	}
	onFatalException(e, n) {
		const r = n instanceof O ? Object.assign(n, { task: e }) : new O(e, n && String(n));
		return this._chain = Promise.resolve(), this._queue.fatal(r), r;
	}
	async attemptRemoteTask(e, n) {
		const r = this._plugins.exec("spawn.binary", "", this.taskContext(e, e.commands)), s = this._plugins.exec("spawn.args", [...e.commands], this.taskContext(e, e.commands)), o = await this.gitResponse(e, r, s, this.outputHandler, n.step("SPAWN")), i = await this.handleTaskData(e, s, o, n.step("HANDLE"));
		return n("passing response to task's parser as a %s", e.format), en(e) ? Tt(e.parser, i) : Tt(e.parser, i.asStrings());
	}
	async attemptEmptyTask(e, n) {
		return n("empty task bypassing child process to call to task's parser"), e.parser(this);
	}
	handleTaskData(e, n, r, s) {
		const { exitCode: o, rejection: i, stdOut: a, stdErr: c } = r;
		return new Promise((y, w) => {
			s("Preparing to handle process response exitCode=%d stdOut=", o);
			const { error: T } = this._plugins.exec("task.error", { error: i }, {
				...this.taskContext(e, n),
				...r
			});
			if (T && e.onError) return s.info("exitCode=%s handling with custom error handler"), e.onError(r, T, (k) => {
				s.info("custom error handler treated as success"), s("custom error returned a %s", ft(k)), y(new z(Array.isArray(k) ? Buffer.concat(k) : k, Buffer.concat(c)));
			}, w);
			if (T) return s.info("handling as error: exitCode=%s stdErr=%s rejection=%o", o, c.length, i), w(T);
			s.info("retrieving task output complete"), y(new z(Buffer.concat(a), Buffer.concat(c)));
		});
	}
	async gitResponse(e, n, r, s, o) {
		const i = o.sibling("output"), a = this._plugins.exec("spawn.options", {
			cwd: this.cwd,
			env: this.env,
			windowsHide: !0
		}, this.taskContext(e, e.commands));
		return new Promise((c) => {
			const y = [], w = [];
			o.info("%s %o", n, r), o("%O", a);
			let T = this._beforeSpawn(e, r);
			if (T) return c({
				stdOut: y,
				stdErr: w,
				exitCode: 9901,
				rejection: T
			});
			this._plugins.exec("spawn.before", void 0, {
				...this.taskContext(e, r),
				kill(C) {
					T = C || T;
				}
			});
			const k = spawn(n, r, a);
			k.stdout.on("data", Et(y, "stdOut", o, i.step("stdOut"))), k.stderr.on("data", Et(w, "stdErr", o, i.step("stdErr"))), k.on("error", Mn(w, o)), s && (o("Passing child process stdOut/stdErr to custom outputHandler"), s(n, k.stdout, k.stderr, [...r])), this._plugins.exec("spawn.after", void 0, {
				...this.taskContext(e, r),
				spawned: k,
				close(C, Te) {
					c({
						stdOut: y,
						stdErr: w,
						exitCode: C,
						rejection: T || Te
					});
				},
				kill(C) {
					k.killed || (T = C, k.kill("SIGINT"));
				}
			});
		});
	}
	_beforeSpawn(e, n) {
		let r;
		return this._plugins.exec("spawn.before", void 0, {
			...this.taskContext(e, n),
			kill(s) {
				r = s || r;
			}
		}), r;
	}
	taskContext(e, n) {
		return {
			method: String(Me(e.commands) || ""),
			commands: n,
			env: { ...this.env },
			input: kt(e) ? void 0 : e.input
		};
	}
};
function Mn(t, e) {
	return (n) => {
		e("[ERROR] child process exception %o", n), t.push(Buffer.from(String(n.stack), "ascii"));
	};
}
function Et(t, e, n, r) {
	return (s) => {
		n("%s received %L bytes", e, s), r("%B", s), t.push(s);
	};
}
var Dn = class {
	constructor(e, n, r) {
		this.cwd = e, this._scheduler = n, this._plugins = r, this._chain = this.chain();
	}
	chain() {
		return new Pn(this, this._scheduler, this._plugins);
	}
	push(e) {
		return this._chain.push(e);
	}
};
function Ln(t, e, n = W) {
	const r = (o) => {
		n(null, o);
	}, s = (o) => {
		o?.task === t && n(o, void 0);
	};
	e.then(r, s);
}
function St(t, e) {
	return tn((n) => {
		if (!Lt(t)) throw new Error(`Git.cwd: cannot change to non-directory "${t}"`);
		return (e || n).cwd = t;
	});
}
function Q(t) {
	const e = ["checkout", ...t];
	return e[1] === "-b" && e.includes("-B") && (e[1] = ct(e, "-B")), g(e);
}
function jn() {
	return {
		checkout() {
			return this._runTask(Q(h(arguments, 1)), u(arguments));
		},
		checkoutBranch(t, e) {
			return this._runTask(Q([
				"-b",
				t,
				e,
				...h(arguments)
			]), u(arguments));
		},
		checkoutLocalBranch(t) {
			return this._runTask(Q([
				"-b",
				t,
				...h(arguments)
			]), u(arguments));
		}
	};
}
const Yt = (t, e, n) => {
	const r = ["clone", ...n];
	return m(t) && r.push(c$1(t)), m(e) && r.push(c$1(e)), g(r);
};
const Bn = (t, e, n) => (S(n, "--mirror"), Yt(t, e, n));
function Rt(t, e, n, ...r) {
	return m(n) ? e(n, d(r[0], m), h(arguments)) : b(`git.${t}() requires a string 'repoPath'`);
}
function In() {
	return {
		clone(t, ...e) {
			return this._runTask(Rt("clone", Yt, d(t, m), ...e), u(arguments));
		},
		mirror(t, ...e) {
			return this._runTask(Rt("mirror", Bn, d(t, m), ...e), u(arguments));
		}
	};
}
const Un = [
	new l(/^\[([^\s]+)( \([^)]+\))? ([^\]]+)/, (t, [e, n, r]) => {
		t.branch = e, t.commit = r, t.root = !!n;
	}),
	new l(/\s*Author:\s(.+)/i, (t, [e]) => {
		const n = e.split("<"), r = n.pop();
		!r || !r.includes("@") || (t.author = {
			email: r.substr(0, r.length - 1),
			name: n.join("<").trim()
		});
	}),
	new l(/(\d+)[^,]*(?:,\s*(\d+)[^,]*)(?:,\s*(\d+))/g, (t, [e, n, r]) => {
		t.summary.changes = parseInt(e, 10) || 0, t.summary.insertions = parseInt(n, 10) || 0, t.summary.deletions = parseInt(r, 10) || 0;
	}),
	new l(/^(\d+)[^,]*(?:,\s*(\d+)[^(]+\(([+-]))?/, (t, [e, n, r]) => {
		t.summary.changes = parseInt(e, 10) || 0;
		const s = parseInt(n, 10) || 0;
		r === "-" ? t.summary.deletions = s : r === "+" && (t.summary.insertions = s);
	})
];
function Fn(t) {
	return E({
		author: null,
		branch: "",
		commit: "",
		root: !1,
		summary: {
			changes: 0,
			insertions: 0,
			deletions: 0
		}
	}, Un, t);
}
function Gn(t, e, n) {
	return {
		commands: [
			"-c",
			"core.abbrev=40",
			"commit",
			...U(t, "-m"),
			...e,
			...n
		],
		format: "utf-8",
		parser: Fn
	};
}
function zn() {
	return { commit(e, ...n) {
		const r = u(arguments), s = t(e) || Gn(v(e), v(d(n[0], G, [])), [...L(d(n[1], K, [])), ...h(arguments, 0, !0)]);
		return this._runTask(s, r);
	} };
	function t(e) {
		return !G(e) && b("git.commit: requires the commit message to be supplied as a string/string[]");
	}
}
function qn() {
	return {
		count: 0,
		garbage: 0,
		inPack: 0,
		packs: 0,
		prunePackable: 0,
		size: 0,
		sizeGarbage: 0,
		sizePack: 0
	};
}
const Wn = new l(/([a-z-]+): (\d+)$/, (t, [e, n]) => {
	const r = jt(e);
	Object.hasOwn(t, r) && (t[r] = p(n));
});
function Hn() {
	return { countObjects() {
		return this._runTask({
			commands: ["count-objects", "--verbose"],
			format: "utf-8",
			parser(t) {
				return E(qn(), [Wn], t);
			}
		});
	} };
}
function Kn() {
	return { firstCommit() {
		return this._runTask(g([
			"rev-list",
			"--max-parents=0",
			"HEAD"
		], !0), u(arguments));
	} };
}
function Vn(t, e) {
	const n = ["hash-object", t];
	return e && n.push("-w"), g(n, !0);
}
var J = class {
	constructor(e, n, r, s) {
		this.bare = e, this.path = n, this.existing = r, this.gitDir = s;
	}
};
const Xn = /^Init.+ repository in (.+)$/;
const Yn = /^Rein.+ in (.+)$/;
function Qn(t, e, n) {
	const r = String(n).trim();
	let s;
	if (s = Xn.exec(r)) return new J(t, e, !1, s[1]);
	if (s = Yn.exec(r)) return new J(t, e, !0, s[1]);
	let o = "";
	const i = r.split(" ");
	for (; i.length;) if (i.shift() === "in") {
		o = i.join(" ");
		break;
	}
	return new J(t, e, /^re/i.test(r), o);
}
const Qt = "--bare";
function Jn(t) {
	return t.includes(Qt);
}
function Zn(t = !1, e, n) {
	const r = ["init", ...n];
	return t && !Jn(r) && r.splice(1, 0, Qt), {
		commands: r,
		format: "utf-8",
		parser(s) {
			return Qn(r.includes("--bare"), e, s);
		}
	};
}
function tr(t) {
	return t === void 0 ? b("interpretTrailers called without input content") : {
		format: "utf-8",
		parser(e) {
			return Object.fromEntries(ut(e, (n) => {
				const r = n.indexOf(":");
				return [jt(n.substring(0, r).toLowerCase()), n.substring(r + 2).trim()];
			}));
		},
		commands: ["interpret-trailers", "--parse"],
		input: t
	};
}
function er() {
	return { interpretTrailers(t) {
		return this._runTask(tr(d(t, Be)), u(arguments));
	} };
}
var R = /* @__PURE__ */ ((t) => (t.NONE = "", t.STAT = "--stat", t.NUM_STAT = "--numstat", t.NAME_ONLY = "--name-only", t.NAME_STATUS = "--name-status", t))(R || {});
const Jt = /^--(stat|numstat|name-only|name-status)(=|$)/;
function pt(t) {
	for (let e = 0; e < t.length; e++) {
		const n = Jt.exec(t[e]);
		if (n) return `--${n[1]}`;
	}
	return "";
}
function nr(t) {
	return Jt.test(t);
}
var rr = class {
	constructor() {
		this.changed = 0, this.deletions = 0, this.insertions = 0, this.files = [];
	}
};
const Ot = [
	new l(/^(.+)\s+\|\s+(\d+)(\s+[+\-]+)?$/, (t, [e, n, r = ""]) => {
		t.files.push({
			file: e.trim(),
			changes: p(n),
			insertions: r.replace(/[^+]/g, "").length,
			deletions: r.replace(/[^-]/g, "").length,
			binary: !1
		});
	}),
	new l(/^(.+) \|\s+Bin ([0-9.]+) -> ([0-9.]+) ([a-z]+)/, (t, [e, n, r]) => {
		t.files.push({
			file: e.trim(),
			before: p(n),
			after: p(r),
			binary: !0
		});
	}),
	new l(/^(.+)\s+\|\s+Bin\s*$/, (t, [e]) => {
		t.files.push({
			file: e.trim(),
			before: 0,
			after: 0,
			binary: !0
		});
	}),
	new l(/(\d+) files? changed\s*((?:, \d+ [^,]+){0,2})/, (t, [e, n]) => {
		const r = /(\d+) i/.exec(n), s = /(\d+) d/.exec(n);
		t.changed = p(e), t.insertions = p(r?.[1]), t.deletions = p(s?.[1]);
	})
];
const sr = [new l(/(\d+)\t(\d+)\t(.+)$/, (t, [e, n, r]) => {
	const s = p(e), o = p(n);
	t.changed++, t.insertions += s, t.deletions += o, t.files.push({
		file: r,
		changes: s + o,
		insertions: s,
		deletions: o,
		binary: !1
	});
}), new l(/-\t-\t(.+)$/, (t, [e]) => {
	t.changed++, t.files.push({
		file: e,
		after: 0,
		before: 0,
		binary: !0
	});
})];
const or = [new l(/(.+)$/, (t, [e]) => {
	t.changed++, t.files.push({
		file: e,
		changes: 0,
		insertions: 0,
		deletions: 0,
		binary: !1
	});
})];
const ir = [new l(/([ACDMRTUXB])([0-9]{0,3})\t(.[^\t]*)(\t(.[^\t]*))?$/, (t, [e, n, r, s, o]) => {
	t.changed++, t.files.push({
		file: o ?? r,
		changes: 0,
		insertions: 0,
		deletions: 0,
		binary: !1,
		status: bt(_n(e) && e),
		from: bt(!!o && r !== o && r),
		similarity: p(n)
	});
})];
const ar = {
	[R.NONE]: Ot,
	[R.STAT]: Ot,
	[R.NUM_STAT]: sr,
	[R.NAME_STATUS]: ir,
	[R.NAME_ONLY]: or
};
function Zt(t = R.NONE) {
	const e = ar[t];
	return (n) => E(new rr(), e, n, !1);
}
const te = "òòòòòò ";
const ee = " òò";
const ne = " ò ";
const ur = [
	"hash",
	"date",
	"message",
	"refs",
	"author_name",
	"author_email"
];
function cr(t, e) {
	return e.reduce((n, r, s) => (n[r] = t[s] || "", n), /* @__PURE__ */ Object.create({ diff: null }));
}
function re(t = ne, e = ur, n = R.NONE) {
	const r = Zt(n);
	return function(s) {
		const o = H(s.trim(), !1, te).map(function(i) {
			const a = i.split(ee), c = cr(a[0].split(t), e);
			return a.length > 1 && a[1].trim() && (c.diff = r(a[1])), c;
		});
		return {
			all: o,
			latest: o.length && o[0] || null,
			total: o.length
		};
	};
}
function fr(t) {
	let e = pt(t);
	const n = ["diff"];
	return e === R.NONE && (e = R.STAT, n.push("--stat=4096")), n.push(...t), dt(n) || {
		commands: n,
		format: "utf-8",
		parser: Zt(e)
	};
}
function dt(t) {
	const e = t.filter(nr);
	if (e.length > 1) return b(`Summary flags are mutually exclusive - pick one of ${e.join(",")}`);
	if (e.length && t.includes("-z")) return b(`Summary flag ${e} parsing is not compatible with null termination option '-z'`);
}
var se = /* @__PURE__ */ ((t) => (t[t["--pretty"] = 0] = "--pretty", t[t["max-count"] = 1] = "max-count", t[t.maxCount = 2] = "maxCount", t[t.n = 3] = "n", t[t.file = 4] = "file", t[t.format = 5] = "format", t[t.from = 6] = "from", t[t.to = 7] = "to", t[t.splitter = 8] = "splitter", t[t.symmetric = 9] = "symmetric", t[t.mailMap = 10] = "mailMap", t[t.multiLine = 11] = "multiLine", t[t.strictDate = 12] = "strictDate", t))(se || {});
function lr(t, e) {
	const n = [], r = [];
	return Object.keys(t).forEach((s) => {
		n.push(s), r.push(String(t[s]));
	}), [n, r.join(e)];
}
function hr(t) {
	return Object.keys(t).reduce((e, n) => (n in se || (e[n] = t[n]), e), {});
}
function oe(t = {}, e = []) {
	const n = d(t.splitter, m, ne), [s, o] = lr(lt(t.format) ? t.format : {
		hash: "%H",
		date: t.strictDate === !1 ? "%ai" : "%aI",
		message: "%s",
		refs: "%D",
		body: t.multiLine ? "%B" : "%b",
		author_name: t.mailMap !== !1 ? "%aN" : "%an",
		author_email: t.mailMap !== !1 ? "%aE" : "%ae"
	}, n), i = [], a = [`--pretty=format:${te}${o}${ee}`, ...e], c = t.n || t["max-count"] || t.maxCount;
	if (c && a.push(`--max-count=${c}`), t.from || t.to) {
		const y = t.symmetric !== !1 ? "..." : "..";
		i.push(`${t.from || ""}${y}${t.to || ""}`);
	}
	return m(t.file) && a.push("--follow", c$1(t.file)), It(hr(t), a), {
		fields: s,
		splitter: n,
		commands: [...a, ...i]
	};
}
function mr(t, e, n) {
	const r = re(t, e, pt(n));
	return {
		commands: ["log", ...n],
		format: "utf-8",
		parser: r
	};
}
function pr() {
	return { log(...n) {
		const r = u(arguments), s = oe(ht(arguments), L(d(arguments[0], K, []))), o = e(...n) || dt(s.commands) || t(s);
		return this._runTask(o, r);
	} };
	function t(n) {
		return mr(n.splitter, n.fields, n.commands);
	}
	function e(n, r) {
		return m(n) && m(r) && b("git.log(string, string) should be replaced with git.log({ from: string, to: string })");
	}
}
var Z = class {
	constructor(e, n = null, r) {
		this.reason = e, this.file = n, this.meta = r;
	}
	toString() {
		return `${this.file}:${this.reason}`;
	}
};
var dr = class {
	constructor() {
		this.conflicts = [], this.merges = [], this.result = "success";
	}
	get failed() {
		return this.conflicts.length > 0;
	}
	get reason() {
		return this.result;
	}
	toString() {
		return this.conflicts.length ? `CONFLICTS: ${this.conflicts.join(", ")}` : "OK";
	}
};
var ie = class {
	constructor() {
		this.remoteMessages = { all: [] }, this.created = [], this.deleted = [], this.files = [], this.deletions = {}, this.insertions = {}, this.summary = {
			changes: 0,
			deletions: 0,
			insertions: 0
		};
	}
};
var gr = class {
	constructor() {
		this.remote = "", this.hash = {
			local: "",
			remote: ""
		}, this.branch = {
			local: "",
			remote: ""
		}, this.message = "";
	}
	toString() {
		return this.message;
	}
};
function tt(t) {
	return t.objects = t.objects || {
		compressing: 0,
		counting: 0,
		enumerating: 0,
		packReused: 0,
		reused: {
			count: 0,
			delta: 0
		},
		total: {
			count: 0,
			delta: 0
		}
	};
}
function Ct(t) {
	const e = /^\s*(\d+)/.exec(t), n = /delta (\d+)/i.exec(t);
	return {
		count: p(e && e[1] || "0"),
		delta: p(n && n[1] || "0")
	};
}
const yr = [
	new x(/^remote:\s*(enumerating|counting|compressing) objects: (\d+),/i, (t, [e, n]) => {
		const r = e.toLowerCase(), s = tt(t.remoteMessages);
		Object.assign(s, { [r]: p(n) });
	}),
	new x(/^remote:\s*(enumerating|counting|compressing) objects: \d+% \(\d+\/(\d+)\),/i, (t, [e, n]) => {
		const r = e.toLowerCase(), s = tt(t.remoteMessages);
		Object.assign(s, { [r]: p(n) });
	}),
	new x(/total ([^,]+), reused ([^,]+), pack-reused (\d+)/i, (t, [e, n, r]) => {
		const s = tt(t.remoteMessages);
		s.total = Ct(e), s.reused = Ct(n), s.packReused = p(r);
	})
];
const wr = [
	new x(/^remote:\s*(.+)$/, (t, [e]) => (t.remoteMessages.all.push(e.trim()), !1)),
	...yr,
	new x([/create a (?:pull|merge) request/i, /\s(https?:\/\/\S+)$/], (t, [e]) => {
		t.remoteMessages.pullRequestUrl = e;
	}),
	new x([/found (\d+) vulnerabilities.+\(([^)]+)\)/i, /\s(https?:\/\/\S+)$/], (t, [e, n, r]) => {
		t.remoteMessages.vulnerabilities = {
			count: p(e),
			summary: n,
			url: r
		};
	})
];
function ae(t, e) {
	return E({ remoteMessages: new br() }, wr, e);
}
var br = class {
	constructor() {
		this.all = [];
	}
};
const vr = [
	new l(/^\s*(.+?)\s+\|\s+\d+\s*(\+*)(-*)/, (t, [e, n, r]) => {
		t.files.push(e), n && (t.insertions[e] = n.length), r && (t.deletions[e] = r.length);
	}),
	new l(/(\d+)\D+((\d+)\D+\(\+\))?(\D+(\d+)\D+\(-\))?/, (t, [e, , n, , r]) => n !== void 0 || r !== void 0 ? (t.summary.changes = +e || 0, t.summary.insertions = +n || 0, t.summary.deletions = +r || 0, !0) : !1),
	new l(/^(create|delete) mode \d+ (.+)/, (t, [e, n]) => {
		S(t.files, n), S(e === "create" ? t.created : t.deleted, n);
	})
];
const Er = [
	new l(/^from\s(.+)$/i, (t, [e]) => {
		t.remote = e;
	}),
	new l(/^fatal:\s(.+)$/, (t, [e]) => {
		t.message = e;
	}),
	new l(/([a-z0-9]+)\.\.([a-z0-9]+)\s+(\S+)\s+->\s+(\S+)$/, (t, [e, n, r, s]) => {
		t.branch.local = r, t.hash.local = e, t.branch.remote = s, t.hash.remote = n;
	})
];
const Sr = (t, e) => E(new ie(), vr, [t, e]);
const ue = (t, e) => Object.assign(new ie(), Sr(t, e), ae(t, e));
function Rr(t, e) {
	const n = E(new gr(), Er, [t, e]);
	return n.message && n;
}
const Or = [
	new l(/^Auto-merging\s+(.+)$/, (t, [e]) => {
		t.merges.push(e);
	}),
	new l(/^CONFLICT\s+\((.+)\): Merge conflict in (.+)$/, (t, [e, n]) => {
		t.conflicts.push(new Z(e, n));
	}),
	new l(/^CONFLICT\s+\((.+\/delete)\): (.+) deleted in (.+) and/, (t, [e, n, r]) => {
		t.conflicts.push(new Z(e, n, { deleteRef: r }));
	}),
	new l(/^CONFLICT\s+\((.+)\):/, (t, [e]) => {
		t.conflicts.push(new Z(e, null));
	}),
	new l(/^Automatic merge failed;\s+(.+)$/, (t, [e]) => {
		t.result = e;
	})
];
const Cr = (t, e) => Object.assign(Ar(t), ue(t, e));
const Ar = (t) => E(new dr(), Or, t);
function At(t) {
	return t.length ? {
		commands: ["merge", ...t],
		format: "utf-8",
		parser(e, n) {
			const r = Cr(e, n);
			if (r.failed) throw new at(r);
			return r;
		}
	} : b("Git.merge requires at least one option");
}
function xr(t, e, n) {
	const r = n.includes("deleted"), s = n.includes("tag") || /^refs\/tags/.test(t), o = !n.includes("new");
	return {
		deleted: r,
		tag: s,
		branch: !s,
		new: !o,
		alreadyUpdated: o,
		local: t,
		remote: e
	};
}
const Nr = [
	new l(/^Pushing to (.+)$/, (t, [e]) => {
		t.repo = e;
	}),
	new l(/^updating local tracking ref '(.+)'/, (t, [e]) => {
		t.ref = {
			...t.ref || {},
			local: e
		};
	}),
	new l(/^[=*-]\s+([^:]+):(\S+)\s+\[(.+)]$/, (t, [e, n, r]) => {
		t.pushed.push(xr(e, n, r));
	}),
	new l(/^Branch '([^']+)' set up to track remote branch '([^']+)' from '([^']+)'/, (t, [e, n, r]) => {
		t.branch = {
			...t.branch || {},
			local: e,
			remote: n,
			remoteName: r
		};
	}),
	new l(/^([^:]+):(\S+)\s+([a-z0-9]+)\.\.([a-z0-9]+)$/, (t, [e, n, r, s]) => {
		t.update = {
			head: {
				local: e,
				remote: n
			},
			hash: {
				from: r,
				to: s
			}
		};
	})
];
const $r = (t, e) => {
	const n = Pr(t, e), r = ae(t, e);
	return {
		...n,
		...r
	};
};
const Pr = (t, e) => E({ pushed: [] }, Nr, [t, e]);
function Mr(t = {}, e) {
	return S(e, "--tags"), ce(t, e);
}
function ce(t = {}, e) {
	const n = ["push", ...e];
	return t.branch && n.splice(1, 0, t.branch), t.remote && n.splice(1, 0, t.remote), ct(n, "-v"), S(n, "--verbose"), S(n, "--porcelain"), {
		commands: n,
		format: "utf-8",
		parser: $r
	};
}
function Dr() {
	return {
		showBuffer() {
			const t = ["show", ...h(arguments, 1)];
			return t.includes("--binary") || t.splice(1, 0, "--binary"), this._runTask(Gt(t), u(arguments));
		},
		show() {
			const t = ["show", ...h(arguments, 1)];
			return this._runTask(g(t), u(arguments));
		}
	};
}
const Lr = /^(.+)\0(.+)$/;
var jr = class {
	constructor(e, n, r) {
		if (this.path = e, this.index = n, this.working_dir = r, n === "R" || r === "R") {
			const s = Lr.exec(e) || [
				null,
				e,
				e
			];
			this.from = s[2] || "", this.path = s[1] || "";
		}
	}
};
var Br = class {
	constructor() {
		this.not_added = [], this.conflicted = [], this.created = [], this.deleted = [], this.ignored = void 0, this.modified = [], this.renamed = [], this.files = [], this.staged = [], this.ahead = 0, this.behind = 0, this.current = null, this.tracking = null, this.detached = !1, this.isClean = () => !this.files.length;
	}
};
function xt(t) {
	const [e, n] = t.split(I);
	return {
		from: n || e,
		to: e
	};
}
function _(t, e, n) {
	return [`${t}${e}`, n];
}
function et(t, ...e) {
	return e.map((n) => _(t, n, (r, s) => r.conflicted.push(s)));
}
const Ir = new Map([
	_(" ", "A", (t, e) => t.created.push(e)),
	_(" ", "D", (t, e) => t.deleted.push(e)),
	_(" ", "M", (t, e) => t.modified.push(e)),
	_("A", " ", (t, e) => {
		t.created.push(e), t.staged.push(e);
	}),
	_("A", "M", (t, e) => {
		t.created.push(e), t.staged.push(e), t.modified.push(e);
	}),
	_("D", " ", (t, e) => {
		t.deleted.push(e), t.staged.push(e);
	}),
	_("M", " ", (t, e) => {
		t.modified.push(e), t.staged.push(e);
	}),
	_("M", "M", (t, e) => {
		t.modified.push(e), t.staged.push(e);
	}),
	_("R", " ", (t, e) => {
		t.renamed.push(xt(e));
	}),
	_("R", "M", (t, e) => {
		const n = xt(e);
		t.renamed.push(n), t.modified.push(n.to);
	}),
	_("!", "!", (t, e) => {
		(t.ignored = t.ignored || []).push(e);
	}),
	_("?", "?", (t, e) => t.not_added.push(e)),
	...et("A", "A", "U"),
	...et("D", "D", "U"),
	...et("U", "A", "D", "U"),
	["##", (t, e) => {
		const n = /ahead (\d+)/, r = /behind (\d+)/, s = /^(.+?(?=(?:\.{3}|\s|$)))/, o = /\.{3}(\S*)/, i = /\son\s(\S+?)(?=\.{3}|$)/;
		let a = n.exec(e);
		t.ahead = a && +a[1] || 0, a = r.exec(e), t.behind = a && +a[1] || 0, a = s.exec(e), t.current = d(a?.[1], m, null), a = o.exec(e), t.tracking = d(a?.[1], m, null), a = i.exec(e), a && (t.current = d(a?.[1], m, t.current)), t.detached = /\(no branch\)/.test(e);
	}]
]);
const Ur = function(t) {
	const e = t.split(I), n = new Br();
	for (let r = 0, s = e.length; r < s;) {
		let o = e[r++].trim();
		o && (o.charAt(0) === "R" && (o += I + (e[r++] || "")), Fr(n, o));
	}
	return n;
};
function Fr(t, e) {
	const n = e.trim();
	switch (" ") {
		case n.charAt(2): return r(n.charAt(0), n.charAt(1), n.slice(3));
		case n.charAt(1): return r(" ", n.charAt(0), n.slice(2));
		default: return;
	}
	function r(s, o, i) {
		const a = `${s}${o}`, c = Ir.get(a);
		c && c(t, i), a !== "##" && a !== "!!" && t.files.push(new jr(i, s, o));
	}
}
const Gr = ["--null", "-z"];
function zr(t) {
	return {
		format: "utf-8",
		commands: [
			"status",
			"--porcelain",
			"-b",
			"-u",
			"--null",
			...t.filter((n) => !Gr.includes(n))
		],
		parser(n) {
			return Ur(n);
		}
	};
}
const fe = "installed=false";
function q(t = 0, e = 0, n = 0, r = "", s = !0) {
	return Object.defineProperty({
		major: t,
		minor: e,
		patch: n,
		agent: r,
		installed: s
	}, "toString", {
		value() {
			return `${this.major}.${this.minor}.${this.patch}`;
		},
		configurable: !1,
		enumerable: !1
	});
}
function qr() {
	return q(0, 0, 0, "", !1);
}
function Wr() {
	return { version() {
		return this._runTask({
			commands: ["--version"],
			format: "utf-8",
			parser: Kr,
			onError(t, e, n, r) {
				if (t.exitCode === V.NOT_FOUND) return n(Buffer.from(fe));
				r(e);
			}
		});
	} };
}
const Hr = [new l(/version (\d+)\.(\d+)\.(\d+)(?:\s*\((.+)\))?/, (t, [e, n, r, s = ""]) => {
	Object.assign(t, q(p(e), p(n), p(r), s));
}), new l(/version (\d+)\.(\d+)\.(\D+)(.+)?$/, (t, [e, n, r, s = ""]) => {
	Object.assign(t, q(p(e), p(n), r, s));
})];
function Kr(t) {
	return t === fe ? qr() : E(q(0, 0, 0, t), Hr, t);
}
var le = class {
	constructor(e) {
		this._executor = e;
	}
	_runTask(e, n) {
		const r = this._executor.chain(), s = r.push(e);
		return n && Ln(e, s, n), Object.create(this, {
			then: { value: s.then.bind(s) },
			catch: { value: s.catch.bind(s) },
			_executor: { value: r }
		});
	}
	add(e) {
		return this._runTask(g(["add", ...v(e)]), u(arguments));
	}
	cwd(e) {
		const n = u(arguments);
		return typeof e == "string" ? this._runTask(St(e, this._executor), n) : typeof e?.path == "string" ? this._runTask(St(e.path, e.root && this._executor || void 0), n) : this._runTask(b("Git.cwd: workingDirectory must be supplied as a string"), n);
	}
	hashObject(e, n) {
		return this._runTask(Vn(e, n === !0), u(arguments));
	}
	init(e) {
		return this._runTask(Zn(e === !0, this._executor.cwd, h(arguments)), u(arguments));
	}
	merge() {
		return this._runTask(At(h(arguments)), u(arguments));
	}
	mergeFromTo(e, n) {
		return m(e) && m(n) ? this._runTask(At([
			e,
			n,
			...h(arguments)
		]), u(arguments, !1)) : this._runTask(b("Git.mergeFromTo requires that the 'remote' and 'branch' arguments are supplied as strings"));
	}
	outputHandler(e) {
		return this._executor.outputHandler = e, this;
	}
	push() {
		const e = ce({
			remote: d(arguments[0], m),
			branch: d(arguments[1], m)
		}, h(arguments));
		return this._runTask(e, u(arguments));
	}
	stash() {
		return this._runTask(g(["stash", ...h(arguments)]), u(arguments));
	}
	status() {
		return this._runTask(zr(h(arguments)), u(arguments));
	}
};
Object.assign(le.prototype, jn(), In(), zn(), Tn(), Hn(), Kn(), On(), er(), pr(), Dr(), Wr());
const Vr = /* @__PURE__ */ (() => {
	let t = 0;
	return () => {
		t++;
		const { promise: e, done: n } = (0, import_dist$1.createDeferred)();
		return {
			promise: e,
			done: n,
			id: t
		};
	};
})();
var Xr = class {
	constructor(e = 2) {
		this.concurrency = e, this.logger = $("", "scheduler"), this.pending = [], this.running = [], this.logger("Constructed, concurrency=%s", e);
	}
	schedule() {
		if (!this.pending.length || this.running.length >= this.concurrency) {
			this.logger("Schedule attempt ignored, pending=%s running=%s concurrency=%s", this.pending.length, this.running.length, this.concurrency);
			return;
		}
		const e = S(this.running, this.pending.shift());
		this.logger("Attempting id=%s", e.id), e.done(() => {
			this.logger("Completing id=", e.id), ct(this.running, e), this.schedule();
		});
	}
	next() {
		const { promise: e, id: n } = S(this.pending, Vr());
		return this.logger("Scheduling id=%s", n), this.schedule(), e;
	}
};
function Yr(t, e) {
	return g([
		"apply",
		...e,
		...t
	]);
}
var he = /* @__PURE__ */ ((t) => (t.CURRENT = "*", t.LINKED = "+", t))(he || {});
var Qr = class {
	constructor() {
		this.all = [], this.branches = {}, this.current = "", this.detached = !1;
	}
	push(e, n, r, s, o) {
		e === "*" && (this.detached = n, this.current = r), this.all.push(r), this.branches[r] = {
			current: e === "*",
			linkedWorkTree: e === "+",
			name: r,
			commit: s,
			label: o
		};
	}
};
const Jr = [new l(/^([*+]\s)?\((?:HEAD )?detached (?:from|at) (\S+)\)\s+([a-z0-9]+)\s(.*)$/, (t, [e, n, r, s]) => {
	t.push(Nt(e), !0, n, r, s);
}), new l(/^([*+]\s)?(\S+)\s+([a-z0-9]+)\s?(.*)$/s, (t, [e, n, r, s]) => {
	t.push(Nt(e), !1, n, r, s);
})];
const Zr = new l(/^(\S+)$/s, (t, [e]) => {
	t.push(he.CURRENT, !1, e, "", "");
});
function Nt(t) {
	return t ? t.charAt(0) : "";
}
function me(t, e = !1) {
	return E(new Qr(), e ? [Zr] : Jr, t);
}
var ts = class {
	constructor() {
		this.all = [], this.branches = {}, this.errors = [];
	}
	get success() {
		return !this.errors.length;
	}
};
function es(t, e) {
	return {
		branch: t,
		hash: e,
		success: !0
	};
}
function ns(t) {
	return {
		branch: t,
		hash: null,
		success: !1
	};
}
const rs = /(\S+)\s+\(\S+\s([^)]+)\)/;
const pe = /^error[^']+'([^']+)'/m;
const ss = [new l(rs, (t, [e, n]) => {
	const r = es(e, n);
	t.all.push(r), t.branches[e] = r;
}), new l(pe, (t, [e]) => {
	const n = ns(e);
	t.errors.push(n), t.all.push(n), t.branches[e] = n;
})];
const gt = (t, e) => E(new ts(), ss, [t, e]);
function de(t, e) {
	return e === V.ERROR && pe.test(t);
}
function os(t) {
	const e = [
		"-d",
		"-D",
		"--delete"
	];
	return t.some((n) => e.includes(n));
}
function is(t) {
	const e = os(t), n = t.includes("--show-current"), r = ["branch", ...t];
	return r.length === 1 && r.push("-a"), r.includes("-v") || r.splice(1, 0, "-v"), {
		format: "utf-8",
		commands: r,
		parser(s, o) {
			return e ? gt(s, o).all[0] : me(s, n);
		}
	};
}
function as() {
	return {
		format: "utf-8",
		commands: ["branch", "-v"],
		parser(t) {
			return me(t);
		}
	};
}
function us(t, e = !1) {
	return {
		format: "utf-8",
		commands: [
			"branch",
			"-v",
			e ? "-D" : "-d",
			...t
		],
		parser(n, r) {
			return gt(n, r);
		},
		onError({ exitCode: n, stdOut: r }, s, o, i) {
			if (!de(String(s), n)) return i(s);
			o(r);
		}
	};
}
function cs(t, e = !1) {
	const n = {
		format: "utf-8",
		commands: [
			"branch",
			"-v",
			e ? "-D" : "-d",
			t
		],
		parser(r, s) {
			return gt(r, s).branches[t];
		},
		onError({ exitCode: r, stdErr: s, stdOut: o }, i, a, c) {
			if (!de(String(i), r)) return c(i);
			throw new at(n.parser(F(o), F(s)), String(i));
		}
	};
	return n;
}
function fs(t) {
	return {
		commands: ["check-ignore", ...t],
		format: "utf-8",
		parser: ls
	};
}
function ls(t) {
	return t.split(/\n/g).map(hs).filter(Boolean);
}
function hs(t) {
	const e = t.trim().replace(/^["']|["']$/g, "");
	return e && normalize(e);
}
const ms = [
	new l(/From (.+)$/, (t, [e]) => {
		t.remote = e;
	}),
	new l(/\* \[new branch]\s+(\S+)\s*-> (.+)$/, (t, [e, n]) => {
		t.branches.push({
			name: e,
			tracking: n
		});
	}),
	new l(/\* \[new tag]\s+(\S+)\s*-> (.+)$/, (t, [e, n]) => {
		t.tags.push({
			name: e,
			tracking: n
		});
	}),
	new l(/- \[deleted]\s+\S+\s*-> (.+)$/, (t, [e]) => {
		t.deleted.push({ tracking: e });
	}),
	new l(/\s*([^.]+)\.\.(\S+)\s+(\S+)\s*-> (.+)$/, (t, [e, n, r, s]) => {
		t.updated.push({
			name: r,
			tracking: s,
			to: n,
			from: e
		});
	})
];
function ps(t, e) {
	return E({
		raw: t,
		remote: null,
		branches: [],
		tags: [],
		updated: [],
		deleted: []
	}, ms, [t, e]);
}
function ds(t) {
	return /^--upload-pack(=|$)/.test(t);
}
function gs(t, e, n) {
	const r = ["fetch", ...n];
	return t && e && r.push(t, e), r.find(ds) ? b("git.fetch: potential exploit argument blocked.") : {
		commands: r,
		format: "utf-8",
		parser: ps
	};
}
const ys = [new l(/^Renaming (.+) to (.+)$/, (t, [e, n]) => {
	t.moves.push({
		from: e,
		to: n
	});
})];
function ws(t) {
	return E({ moves: [] }, ys, t);
}
function bs(t, e) {
	return {
		commands: [
			"mv",
			"-v",
			...v(t),
			e
		],
		format: "utf-8",
		parser: ws
	};
}
function Ts(t, e, n) {
	const r = ["pull", ...n];
	return t && e && r.splice(1, 0, t, e), {
		commands: r,
		format: "utf-8",
		parser(s, o) {
			return ue(s, o);
		},
		onError(s, o, i, a) {
			const c = Rr(F(s.stdOut), F(s.stdErr));
			if (c) return a(new at(c));
			a(o);
		}
	};
}
function ks(t) {
	const e = {};
	return ge(t, ([n]) => e[n] = { name: n }), Object.values(e);
}
function _s(t) {
	const e = {};
	return ge(t, ([n, r, s]) => {
		Object.hasOwn(e, n) || (e[n] = {
			name: n,
			refs: {
				fetch: "",
				push: ""
			}
		}), s && r && (e[n].refs[s.replace(/[^a-z]/g, "")] = r);
	}), Object.values(e);
}
function ge(t, e) {
	ut(t, (n) => e(n.split(/\s+/)));
}
function vs(t, e, n) {
	return g([
		"remote",
		"add",
		...n,
		t,
		e
	]);
}
function Es(t) {
	const e = ["remote"];
	return t && e.push("-v"), {
		commands: e,
		format: "utf-8",
		parser: t ? _s : ks
	};
}
function Ss(t) {
	const e = [...t];
	return e[0] !== "ls-remote" && e.unshift("ls-remote"), g(e);
}
function Rs(t) {
	const e = [...t];
	return e[0] !== "remote" && e.unshift("remote"), g(e);
}
function Os(t) {
	return g([
		"remote",
		"remove",
		t
	]);
}
function Cs(t = {}, e) {
	const n = oe(t), r = [
		"stash",
		"list",
		...n.commands,
		...e
	], s = re(n.splitter, n.fields, pt(r));
	return dt(r) || {
		commands: r,
		format: "utf-8",
		parser: s
	};
}
function As(t, e) {
	return X([
		"add",
		t,
		e
	]);
}
function xs(t) {
	return X(["init", ...t]);
}
function X(t) {
	const e = [...t];
	return e[0] !== "submodule" && e.unshift("submodule"), g(e);
}
function Ns(t) {
	return X(["update", ...t]);
}
var $s = class {
	constructor(e, n) {
		this.all = e, this.latest = n;
	}
};
const Ps = function(t, e = !1) {
	const n = t.split(`
`).map(Ds).filter(Boolean);
	e || n.sort(function(s, o) {
		const i = s.split("."), a = o.split(".");
		if (i.length === 1 || a.length === 1) return Ms(B(i[0]), B(a[0]));
		for (let c = 0, y = Math.max(i.length, a.length); c < y; c++) {
			const w = ye(B(i[c]), B(a[c]));
			if (w) return w;
		}
		return 0;
	});
	return new $s(n, e ? n[0] : [...n].reverse().find((s) => s.indexOf(".") >= 0));
};
function Ms(t, e) {
	const n = Number.isNaN(t);
	return n !== Number.isNaN(e) ? n ? 1 : -1 : n ? ye(t, e) : 0;
}
function ye(t, e) {
	return t === e ? 0 : t > e ? 1 : -1;
}
function Ds(t) {
	return t.trim();
}
function B(t) {
	return typeof t == "string" && parseInt(t.replace(/^\D+/g, ""), 10) || 0;
}
function Ls(t = []) {
	const e = t.some((n) => /^--sort=/.test(n));
	return {
		format: "utf-8",
		commands: [
			"tag",
			"-l",
			...t
		],
		parser(n) {
			return Ps(n, e);
		}
	};
}
function js(t) {
	return {
		format: "utf-8",
		commands: ["tag", t],
		parser() {
			return { name: t };
		}
	};
}
function Bs(t, e) {
	return {
		format: "utf-8",
		commands: [
			"tag",
			"-a",
			"-m",
			e,
			t
		],
		parser() {
			return { name: t };
		}
	};
}
function f(t, e) {
	this._plugins = e, this._executor = new Dn(t.baseDir, new Xr(t.maxConcurrentProcesses), e), this._trimmed = t.trimmed;
}
(f.prototype = Object.create(le.prototype)).constructor = f;
f.prototype.customBinary = function(t) {
	return this._plugins.reconfigure("binary", t), this;
};
f.prototype.env = function(t, e) {
	return arguments.length === 1 && typeof t == "object" ? this._executor.env = t : (this._executor.env = this._executor.env || {})[t] = e, this;
};
f.prototype.stashList = function(t) {
	return this._runTask(Cs(ht(arguments) || {}, K(t) && t || []), u(arguments));
};
f.prototype.mv = function(t, e) {
	return this._runTask(bs(t, e), u(arguments));
};
f.prototype.checkoutLatestTag = function(t) {
	var e = this;
	return this.pull(function() {
		e.tags(function(n, r) {
			e.checkout(r.latest, t);
		});
	});
};
f.prototype.pull = function(t, e, n, r) {
	return this._runTask(Ts(d(t, m), d(e, m), h(arguments)), u(arguments));
};
f.prototype.fetch = function(t, e) {
	return this._runTask(gs(d(t, m), d(e, m), h(arguments)), u(arguments));
};
f.prototype.tags = function(t, e) {
	return this._runTask(Ls(h(arguments)), u(arguments));
};
f.prototype.rebase = function() {
	return this._runTask(g(["rebase", ...h(arguments)]), u(arguments));
};
f.prototype.reset = function(t) {
	return this._runTask(An(xn(t), h(arguments)), u(arguments));
};
f.prototype.revert = function(t) {
	const e = u(arguments);
	return typeof t != "string" ? this._runTask(b("Commit must be a string"), e) : this._runTask(g([
		"revert",
		...h(arguments, 0, !0),
		t
	]), e);
};
f.prototype.addTag = function(t) {
	const e = typeof t == "string" ? js(t) : b("Git.addTag requires a tag name");
	return this._runTask(e, u(arguments));
};
f.prototype.addAnnotatedTag = function(t, e) {
	return this._runTask(Bs(t, e), u(arguments));
};
f.prototype.deleteLocalBranch = function(t, e, n) {
	return this._runTask(cs(t, typeof e == "boolean" ? e : !1), u(arguments));
};
f.prototype.deleteLocalBranches = function(t, e, n) {
	return this._runTask(us(t, typeof e == "boolean" ? e : !1), u(arguments));
};
f.prototype.branch = function(t, e) {
	return this._runTask(is(h(arguments)), u(arguments));
};
f.prototype.branchLocal = function(t) {
	return this._runTask(as(), u(arguments));
};
f.prototype.raw = function(t) {
	const e = !Array.isArray(t), n = [].slice.call(e ? arguments : t, 0);
	for (let s = 0; s < n.length && e; s++) if (!st(n[s])) {
		n.splice(s, n.length - s);
		break;
	}
	n.push(...h(arguments, 0, !0));
	var r = u(arguments);
	return n.length ? this._runTask(g(n, this._trimmed), r) : this._runTask(b("Raw: must supply one or more command to execute"), r);
};
f.prototype.submoduleAdd = function(t, e, n) {
	return this._runTask(As(t, e), u(arguments));
};
f.prototype.submoduleUpdate = function(t, e) {
	return this._runTask(Ns(h(arguments, !0)), u(arguments));
};
f.prototype.submoduleInit = function(t, e) {
	return this._runTask(xs(h(arguments, !0)), u(arguments));
};
f.prototype.subModule = function(t, e) {
	return this._runTask(X(h(arguments)), u(arguments));
};
f.prototype.listRemote = function() {
	return this._runTask(Ss(h(arguments)), u(arguments));
};
f.prototype.addRemote = function(t, e, n) {
	return this._runTask(vs(t, e, h(arguments)), u(arguments));
};
f.prototype.removeRemote = function(t, e) {
	return this._runTask(Os(t), u(arguments));
};
f.prototype.getRemotes = function(t, e) {
	return this._runTask(Es(t === !0), u(arguments));
};
f.prototype.remote = function(t, e) {
	return this._runTask(Rs(h(arguments)), u(arguments));
};
f.prototype.tag = function(t, e) {
	const n = h(arguments);
	return n[0] !== "tag" && n.unshift("tag"), this._runTask(g(n), u(arguments));
};
f.prototype.updateServerInfo = function(t) {
	return this._runTask(g(["update-server-info"]), u(arguments));
};
f.prototype.pushTags = function(t, e) {
	const n = Mr({ remote: d(t, m) }, h(arguments));
	return this._runTask(n, u(arguments));
};
f.prototype.rm = function(t) {
	return this._runTask(g([
		"rm",
		"-f",
		...v(t)
	]), u(arguments));
};
f.prototype.rmKeepLocal = function(t) {
	return this._runTask(g([
		"rm",
		"--cached",
		...v(t)
	]), u(arguments));
};
f.prototype.catFile = function(t, e) {
	return this._catFile("utf-8", arguments);
};
f.prototype.binaryCatFile = function() {
	return this._catFile("buffer", arguments);
};
f.prototype._catFile = function(t, e) {
	var n = u(e), r = ["cat-file"], s = e[0];
	if (typeof s == "string") return this._runTask(b("Git.catFile: options must be supplied as an array of strings"), n);
	Array.isArray(s) && r.push.apply(r, s);
	const o = t === "buffer" ? Gt(r) : g(r);
	return this._runTask(o, n);
};
f.prototype.diff = function(t, e) {
	const n = m(t) ? b("git.diff: supplying options as a single string is no longer supported, switch to an array of strings") : g(["diff", ...h(arguments)]);
	return this._runTask(n, u(arguments));
};
f.prototype.diffSummary = function() {
	return this._runTask(fr(h(arguments, 1)), u(arguments));
};
f.prototype.applyPatch = function(t) {
	const e = G(t) ? Yr(v(t), h([].slice.call(arguments, 1))) : b("git.applyPatch requires one or more string patches as the first argument");
	return this._runTask(e, u(arguments));
};
f.prototype.revparse = function() {
	const t = ["rev-parse", ...h(arguments, !0)];
	return this._runTask(g(t, !0), u(arguments));
};
f.prototype.clean = function(t, e, n) {
	const r = un(t), s = r && t.join("") || d(t, m) || "", o = h([].slice.call(arguments, r ? 1 : 0));
	return this._runTask(on(s, o), u(arguments));
};
f.prototype.exec = function(t) {
	return this._runTask({
		commands: [],
		format: "utf-8",
		parser() {
			typeof t == "function" && t();
		}
	});
};
f.prototype.checkIgnore = function(t, e) {
	return this._runTask(fs(v(d(t, G, []))), u(arguments));
};
f.prototype.checkIsRepo = function(t, e) {
	return this._runTask(We(d(t, m)), u(arguments));
};
function Is(t) {
	return t ? [{
		type: "spawn.before",
		action(r, s) {
			t.aborted && s.kill(new A(void 0, "abort", "Abort already signaled"));
		}
	}, {
		type: "spawn.after",
		action(r, s) {
			function o() {
				s.kill(new A(void 0, "abort", "Abort signal received"));
			}
			t.addEventListener("abort", o), s.spawned.on("close", () => t.removeEventListener("abort", o));
		}
	}] : void 0;
}
const Us = $("", "plugin:allowEnvironment");
function Fs(t, e = !1) {
	const n = new Set(t.map((r) => r.toLowerCase().trim()));
	return {
		type: "spawn.options",
		action(r, s) {
			const o = { ...r.env ?? process.env }, i = new Set(Object.keys(s.env).map((a) => a.toLowerCase().trim()));
			for (const a of Object.keys(o)) {
				const c = a.toLowerCase().trim();
				if (!(!Gs(c) || n.has(c))) {
					if (i.has(c)) throw new A(void 0, "allowEnvironment", `Use of "${a}" is blocked by the environment guard - add it to the allowEnvironment option to permit it`);
					Us("removing ambient guarded environment variable %s", a), delete o[a];
				}
			}
			return {
				...r,
				env: {
					...o,
					GIT_TEST_DISALLOW_ABBREVIATED_OPTIONS: String(!e)
				}
			};
		}
	};
}
function Gs(t) {
	const e = t.toLowerCase().trim();
	return e.startsWith("git_") || _$1(e);
}
function zs(t = {}) {
	return {
		type: "spawn.args",
		action(e, { env: n }) {
			for (const r of oe$1(e, n)) if (t[r.category] !== !0) throw new A(void 0, "unsafe", r.message);
			return e;
		}
	};
}
function qs(t) {
	const e = U(t, "-c");
	return {
		type: "spawn.args",
		action(n) {
			return [...e, ...n];
		}
	};
}
const $t = (0, import_dist$1.deferred)().promise;
function Ws({ onClose: t = !0, onExit: e = 50 } = {}) {
	function n() {
		let s = -1;
		const o = {
			close: (0, import_dist$1.deferred)(),
			closeTimeout: (0, import_dist$1.deferred)(),
			exit: (0, import_dist$1.deferred)(),
			exitTimeout: (0, import_dist$1.deferred)()
		}, i = Promise.race([t === !1 ? $t : o.closeTimeout.promise, e === !1 ? $t : o.exitTimeout.promise]);
		return r(t, o.close, o.closeTimeout), r(e, o.exit, o.exitTimeout), {
			close(a) {
				s = a, o.close.done();
			},
			exit(a) {
				s = a, o.exit.done();
			},
			get exitCode() {
				return s;
			},
			result: i
		};
	}
	function r(s, o, i) {
		s !== !1 && (s === !0 ? o.promise : o.promise.then(() => wt(s))).then(i.done);
	}
	return {
		type: "spawn.after",
		async action(s, { spawned: o, close: i }) {
			const a = n();
			let c = !0, y = () => {
				c = !1;
			};
			o.stdout?.on("data", y), o.stderr?.on("data", y), o.on("error", y), o.on("close", (w) => a.close(w)), o.on("exit", (w) => a.exit(w));
			try {
				await a.result, c && await wt(50), i(a.exitCode);
			} catch (w) {
				i(a.exitCode, w);
			}
		}
	};
}
const we = $("", "plugin:binary");
const Hs = "Invalid value supplied for custom binary, requires a single string or an array containing either one or two strings";
const Ks = "Invalid value supplied for custom binary, restricted characters must be removed or supply the unsafe.allowUnsafeCustomBinary option";
function Vs(t) {
	return !t || !/^([a-z]:)?([a-z0-9/.\\_~-]+)$/i.test(t);
}
function Pt(t, e) {
	if (t.length < 1 || t.length > 2) throw new A(void 0, "binary", Hs);
	if (t.some(Vs)) if (e) we("permitted unsafe binary %o", t);
	else throw new A(void 0, "binary", Ks);
	const [r, s] = t;
	return {
		binary: r,
		prefix: s
	};
}
function Xs(t, e = ["git"], n = !1) {
	let r = Pt(v(e), n);
	t.on("binary", (s) => {
		r = Pt(v(s), n), we.info("reconfiguring %o", r);
	}), t.append("spawn.binary", () => r.binary), t.append("spawn.args", (s) => r.prefix ? [r.prefix, ...s] : s);
}
const be = {
	DISALLOWED_ABBREVIATED: {
		text: "disallowed abbreviated or ambiguous option",
		solution: "Unambiguous abbreviated options blocked with unsafe.allowAbbreviatedOptions setting: {message}"
	},
	UNKNOWN: {
		text: "~ unknown ~",
		solution: void 0
	}
};
function Ys(t) {
	if (!t) return "UNKNOWN";
	for (const [e, { text: n }] of Object.entries(be)) if (t.startsWith(`fatal: ${n}`)) return e;
	return "UNKNOWN";
}
var Qs = class extends O {
	constructor(e = "") {
		const n = Ys(e);
		super(void 0, be[n].solution?.replace("{message}", e) ?? e), this.reason = n;
	}
};
function Js(t) {
	return !!(t.exitCode && t.stdErr.length);
}
function Zs(t) {
	return Buffer.concat([...t.stdOut, ...t.stdErr]);
}
function to(t = !1, e = Js, n = Zs) {
	return (r, s) => !t && r || !e(s) ? r : n(s);
}
function eo(t, e) {
	return t === 128 && e.startsWith("fatal:") ? new Qs(e) : new O(void 0, e);
}
function Mt(t) {
	return {
		type: "task.error",
		action(e, n) {
			const r = t(e.error, {
				stdErr: n.stdErr,
				stdOut: n.stdOut,
				exitCode: n.exitCode
			});
			return Buffer.isBuffer(r) ? { error: eo(n.exitCode, r.toString("utf-8")) } : { error: r };
		}
	};
}
const nt = $("", "plugin:input");
function no(t) {
	return {
		type: "spawn.after",
		action(e, { commands: n, input: r, spawned: { stdin: s } }) {
			if (!s) return;
			const o = t?.([...n]) ?? r;
			if (!o) return nt("generated zero length content, not writing to stdin");
			nt("writing %s bytes to stdin", Le(o)), s.on("error", (i) => {
				i.code !== "EPIPE" && nt("[ERROR] stdin error %o", i);
			}), s.end(o);
		}
	};
}
var ro = class {
	constructor() {
		this.plugins = /* @__PURE__ */ new Set(), this.events = new EventEmitter();
	}
	on(e, n) {
		this.events.on(e, n);
	}
	reconfigure(e, n) {
		this.events.emit(e, n);
	}
	append(e, n) {
		const r = S(this.plugins, {
			type: e,
			action: n
		});
		return () => this.plugins.delete(r);
	}
	add(e) {
		const n = [];
		return v(e).forEach((r) => {
			r && this.plugins.add(S(n, r));
		}), () => {
			n.forEach((r) => {
				this.plugins.delete(r);
			});
		};
	}
	exec(e, n, r) {
		let s = n;
		const o = Object.freeze(Object.create(r));
		for (const i of this.plugins) i.type === e && (s = i.action(s, o));
		return s;
	}
};
function so(t) {
	const e = "--progress", n = [
		"checkout",
		"clone",
		"fetch",
		"pull",
		"push"
	];
	return [{
		type: "spawn.args",
		action(o, i) {
			return n.includes(i.method) ? De(o, e) : o;
		}
	}, {
		type: "spawn.after",
		action(o, i) {
			i.commands.includes(e) && i.spawned.stderr?.on("data", (a) => {
				const c = /^([\s\S]+?):\s*(\d+)% \((\d+)\/(\d+)\)/.exec(a.toString("utf8"));
				c && t({
					method: i.method,
					stage: oo(c[1]),
					progress: p(c[2]),
					processed: p(c[3]),
					total: p(c[4])
				});
			});
		}
	}];
}
function oo(t) {
	return String(t.toLowerCase().split(" ", 1)) || "unknown";
}
function io(t) {
	const e = je(t, ["uid", "gid"]);
	return {
		type: "spawn.options",
		action(n) {
			return {
				...e,
				...n
			};
		}
	};
}
function ao() {
	return {
		type: "spawn.args",
		action(t) {
			const e = [];
			let n;
			function r$2(s) {
				(n = n || []).push(...s);
			}
			for (let s = 0; s < t.length; s++) {
				const o$1 = t[s];
				if (r(o$1)) {
					r$2(o(o$1));
					continue;
				}
				if (o$1 === "--") {
					r$2(t.slice(s + 1).flatMap((i) => r(i) && o(i) || i));
					break;
				}
				e.push(o$1);
			}
			return n ? [
				...e,
				"--",
				...n.map(String)
			] : e;
		}
	};
}
function uo({ block: t, stdErr: e = !0, stdOut: n = !0 }) {
	if (t > 0) return {
		type: "spawn.after",
		action(r, s) {
			let o;
			function i() {
				o && clearTimeout(o), o = setTimeout(c, t);
			}
			function a() {
				s.spawned.stdout?.off("data", i), s.spawned.stderr?.off("data", i), s.spawned.off("exit", a), s.spawned.off("close", a), o && clearTimeout(o);
			}
			function c() {
				a(), s.kill(new A(void 0, "timeout", "block timeout reached"));
			}
			n && s.spawned.stdout?.on("data", i), e && s.spawned.stderr?.on("data", i), s.spawned.on("exit", a), s.spawned.on("close", a), i();
		}
	};
}
const wo = (t, e) => {
	const n = new ro(), r = Ge(t && (typeof t == "string" ? { baseDir: t } : t) || {}, e);
	if (!Lt(r.baseDir)) throw new Ae(r, "Cannot use simple-git on a directory that does not exist");
	return Array.isArray(r.config) && n.add(qs(r.config)), n.add(zs(r.unsafe)), n.add(Ws(r.completion)), r.abort && n.add(Is(r.abort)), r.progress && n.add(so(r.progress)), r.timeout && n.add(uo(r.timeout)), r.spawnOptions && n.add(io(r.spawnOptions)), n.add(ao()), n.add(no(r.input)), n.add(Mt(to(!0))), r.errors && n.add(Mt(r.errors)), Xs(n, r.binary, r.unsafe?.allowUnsafeCustomBinary), n.add(Fs(r.allowEnvironment ?? [], r.unsafe?.allowAbbreviatedOptions)), new f(r, n);
};
// src/adapters/targets/scratch.ts
const FOLDER = "cairn-publish";
/** What Git said where it refused; looked at for what it means, never shown. */
var Refusal = class extends Error {};
/**
* An empty bare repository of its own, in which commits for a remote are made: no working tree, no configuration of the
* checkout, nothing left behind in it.
*/
var Scratch = class {
	#folder;
	#remote;
	#network;
	#ids = "sha1";
	constructor(remote) {
		this.#remote = remote;
		clearAbandoned();
		this.#folder = join(tmpdir(), unfinishedName(FOLDER));
		this.#create();
	}
	#create() {
		try {
			mkdirSync(this.#folder, { mode: 448 });
		} catch {
			throw new Failure("broken", say`no folder can be made in ${name(tmpdir())}`, HINT);
		}
		this.run([
			"init",
			"--quiet",
			"--bare",
			"--template=",
			`--object-format=${this.#ids}`,
			this.#folder
		]);
	}
	/** Begins again, empty, with object ids of the other kind: what the remote has is known only once it refuses. */
	useOtherIds() {
		this.close();
		this.#ids = this.#ids === "sha1" ? "sha256" : "sha1";
		this.#network = void 0;
		this.#create();
	}
	close() {
		rmSync(this.#folder, {
			recursive: true,
			force: true
		});
	}
	/** Runs Git on what is here; talks to nobody. */
	run(args, input) {
		const result = spawnSync("git", ["--no-pager", ...args], {
			cwd: this.#folder,
			env: {
				...this.#remote.variables,
				GIT_DIR: this.#folder
			},
			input: input ?? "",
			maxBuffer: Infinity,
			windowsHide: true
		});
		if (result.error === void 0 && result.status === 0) return result.stdout;
		throw new Failure("broken", say`git ${name(args[0] ?? "")} failed in a repository made for publishing in ${name(tmpdir())}`, HINT);
	}
	/**
	* Runs `ls-remote`, `fetch` or `push` with the remote.
	*
	* @param options what stands before the remote
	* @param refs what stands after it
	* @throws Refusal where the other side refuses
	*/
	async talk(command, options, refs) {
		try {
			return await this.#git().raw([
				command,
				...options,
				this.#remote.name,
				...refs
			]);
		} catch (error) {
			throw error instanceof O ? new Refusal(error.message) : error;
		}
	}
	/** The library lets no variable through that it is not told of; these bring the token to Git, and stay with it. */
	#git() {
		const variables = {
			...this.#remote.variables,
			GIT_DIR: this.#folder
		};
		return this.#network ??= wo({
			baseDir: this.#folder,
			allowEnvironment: Object.keys(variables),
			unsafe: {
				allowUnsafeConfigEnvCount: true,
				allowUnsafeConfigPaths: true,
				allowUnsafeSshCommand: true,
				allowUnsafeAskPass: true,
				allowUnsafeCredentialHelper: true,
				allowUnsafeUrlRewrite: true,
				allowUnsafeProtocolOverride: true
			}
		}).env(variables);
	}
};
const HINT = say`see that there is room, and that this user may write there, or name another folder with TMPDIR; nothing was changed at the target`;
/** Takes away what runs of this user that were killed have left; what resists is nobody's concern here. */
function clearAbandoned() {
	for (const entry of entriesOf(tmpdir())) {
		if (!entry.startsWith(`${FOLDER}-`)) continue;
		const folder = join(tmpdir(), entry);
		try {
			const { uid, mtimeMs } = lstatSync(folder);
			if (uid === process.getuid?.() && isAbandoned(entry, mtimeMs)) rmSync(folder, {
				recursive: true,
				force: true
			});
		} catch {}
	}
}
function entriesOf(folder) {
	try {
		return readdirSync(folder);
	} catch {
		return [];
	}
}
// src/adapters/targets/published-folder.ts
/** A folder as a publication: links are listed as such and never followed. */
function publishedFolder(folder) {
	const entries = readdirSync(folder, {
		recursive: true,
		withFileTypes: true
	}).filter((entry) => !entry.isDirectory()).map((entry) => ({
		path: relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"),
		type: typeOf(entry)
	}));
	const files = new Set(entries.flatMap(({ path, type }) => type === "file" ? [path] : []));
	return {
		entries: entries.sort((a, b) => compareText(a.path, b.path)),
		read: (path, limit) => {
			if (!files.has(path)) return void 0;
			return readAtMost(join(folder, path), limit);
		}
	};
}
function readAtMost(file, limit) {
	try {
		return disk.lstat(file).size > limit ? void 0 : disk.read(file);
	} catch (error) {
		if (codeOf(error) !== "ENOENT") return void 0;
		throw new Failure("broken", say`${name(file)} was taken away while it was read`, say`run it again`);
	}
}
function typeOf(entry) {
	return entry.isFile() ? "file" : entry.isSymbolicLink() ? "symlink" : "other";
}
// src/adapters/targets/newer-commit.ts
/**
* Whether a commit that this clone lacks is newer than one that it has, as a remote knows: somebody pushed and
* published since the clone was made. Only commits are fetched, into a repository of their own.
*
* @returns false also where the remote cannot say
*/
async function isNewerAt(options, { commit, newest }) {
	let scratch;
	try {
		scratch = new Scratch(findRemote(options));
		if (newest.length === SHA256_LENGTH) scratch.useOtherIds();
		await scratch.talk("fetch", [
			"--quiet",
			"--filter=tree:0",
			"--no-tags",
			"--no-write-fetch-head"
		], [`${newest}:refs/cairn/newest`]);
		scratch.run([
			"merge-base",
			"--is-ancestor",
			commit,
			newest
		]);
		return true;
	} catch (error) {
		if (error instanceof Refusal || error instanceof Failure) return false;
		throw error;
	} finally {
		scratch?.close();
	}
}
const SHA256_LENGTH = 64;
// src/report/verify.ts
function proofOf({ findings, reproduced }) {
	if (!verdict(findings.filter(({ rule }) => rule !== "verify/unproven")).passed || reproduced === "no") return "refused";
	return reproduced === "yes" ? "verified" : "unproven";
}
const ATTESTED = "  the bundle attests it; whose signature that is, gh attestation verify says\n";
const LOOK = {
	verified: "green",
	unproven: "yellow",
	refused: "red"
};
/** For people: what is wrong, and a sentence that an auditor can quote. */
function verifyText(result, style) {
	const { findings, target, says } = result;
	const proof = proofOf(result);
	const head = `${findingsText(findings, style)}${style("bold", escapeControls(target))} ${style(LOOK[proof], proof)}`;
	if (says === void 0) return `${head}: there is no publication that could be verified\n`;
	if (proof === "refused") return `${head}: ${refusedText(result, says)}\n`;
	const isFailing = findings.some(({ severity }) => severity === "error");
	const notes = [
		chainText(result),
		...besideText(result),
		...isFailing ? [NEXT] : []
	].map((note) => `  ${note}\n`);
	return `${head}: ${provedText(result, says)}\n${notes.join("")}${result.attested ? ATTESTED : ""}`;
}
/** Of what is unproven, and nobody vouches for. */
const NEXT = "run that version, if it is one that you know: whoever forges can name any. A signer whom you allow would vouch for it; --allow-unproven lets it pass";
function provedText({ reproduced, missing }, says) {
	const { commit, environments, variables, tool } = says;
	const few = missing.length === 0 ? "" : ` (${environments.length} of ${plural(environments.length + missing.length, "environment")})`;
	const what = `${names(environments)}${few} of commit ${commit}`;
	if (reproduced !== "yes") return `the files of ${what} are whole; Cairn ${name(tool)} made them, and this program makes others: verify with that one`;
	const recorded = Object.entries(variables).map(([key, value]) => `${name(key)}=${shown(value) ?? ""}`);
	return `every byte of ${what} follows from it${recorded.length === 0 ? "" : ` and the run's ${recorded.join(", ")}`}`;
}
/** What an auditor should know of, and nothing proves. */
function besideText({ rollback, isElsewhere, publishedTo, beside }) {
	return [
		...rollback === null ? [] : [`gone back to, from commit ${rollback}`],
		...isElsewhere && publishedTo !== void 0 ? [`published to ${name(publishedTo)}`] : [],
		...beside > 0 ? [`${plural(beside, "file")} beside it, which nothing here vouches for`] : []
	];
}
function refusedText({ reproduced }, { commit }) {
	if (reproduced === "yes") return `its files follow from commit ${commit}, and the rest does not hold`;
	return `it is not proved to follow from commit ${commit}`;
}
function chainText({ entries, signed, signers }) {
	const chain = `${plural(entries, "publication")} in an unbroken chain`;
	if (signers !== void 0) return `${chain}, signed by ${names(signers)}`;
	return signed === 0 ? `${chain}, not signed` : `${chain}, ${signed} signed; by whom was not checked: --allowed-signers says who may`;
}
/** The same as data; `schemas/output/verify.json` describes it. */
function verifyJson(results) {
	return {
		version: 1,
		publications: results.map((result) => {
			const { target, says, findings, entries, head, signed, signers, rollback, reproduced, attested } = result;
			const { publishedTo = null, missing, beside } = result;
			const { commit = null, tool = null, environments = [], variables = {} } = says ?? {};
			const chain = {
				entries,
				head: head ?? null,
				rollback,
				signed,
				signers: signers ?? null
			};
			const said = {
				publishedTo,
				commit,
				tool,
				environments,
				missing,
				beside,
				variables
			};
			return {
				target,
				proof: proofOf(result),
				...said,
				reproduced,
				chain,
				attested,
				findings
			};
		})
	};
}
// src/adapters/targets/publication.ts
/**
* Reads what is published at a target, changing nothing there. Of a folder with versions it is what `current` leads to,
* which is what its readers have; a folder with a manifest, such as one of the versions, is a publication itself.
*
* @throws Failure where it cannot be reached
*/
async function openPublication(to, { folder, ...options }) {
	const path = resolve(folder, to.at);
	if (to.scheme === "branch") return openBranch(to, {
		folder,
		...options
	});
	try {
		return await (to.scheme === "dir" ? openFolder(path) : openArchive(path));
	} catch (error) {
		if (error instanceof Failure) throw error;
		const code = codeOf(error);
		if (code === "ENOENT" || code === "ENOTDIR") return { files: void 0 };
		throw new Failure("broken", say`${name(path)} cannot be read`, say`see that this user may, and that it is not being replaced just now`);
	}
}
async function openBranch(to, options) {
	const target = await openTarget(to, options);
	const close = () => target.close();
	try {
		const published = await target.read();
		return {
			files: published.files,
			...published.isBase !== true && { target: published },
			close
		};
	} catch (error) {
		await close();
		throw error;
	}
}
async function openFolder(path) {
	if (isThere(join(path, "manifest.json")) || !isThere(join(path, "versions"))) return { files: publishedFolder(path) };
	const current = join(path, "current");
	if (!isThere(current)) return { files: void 0 };
	const to = lstatSync(current).isSymbolicLink() ? readlinkSync(current) : "";
	if (!(/^versions[\\/][0-9]{8}$/.test(to) && isThere(join(path, to)) && lstatSync(join(path, to)).isDirectory())) return {
		files: void 0,
		isAstray: true
	};
	const { directoryTarget } = await import("./directory.js");
	return {
		files: publishedFolder(join(path, to)),
		target: await directoryTarget(path, path).read()
	};
}
function isThere(path) {
	return lstatSync(path, { throwIfNoEntry: false }) !== void 0;
}
async function openArchive(path) {
	mustBeFile(path);
	const bytes = readFileSync(path);
	const files = await publishedArchive(bytes, path);
	return {
		files,
		isPackedAlike: async () => {
			const bytesOf = (file) => files.read(file, Infinity) ?? /* @__PURE__ */ new Uint8Array();
			const all = files.entries.map(({ path: file }) => ({
				path: file,
				bytes: bytesOf(file)
			}));
			return sha256(await packFiles(all)) === sha256(bytes);
		}
	};
}
// src/stages/verify/attestation.ts
/** The type of what a DSSE envelope holds, where it is an in-toto statement. */
const PAYLOAD_TYPE = "application/vnd.in-toto+json";
const STATEMENTS = /^https:\/\/in-toto\.io\/Statement\/v(?:0\.1|1)$/;
/**
* Looks into a Sigstore bundle, or a file with one a line as `gh attestation download` writes them: whether one of them
* attests the publication. Its signature is not verified here, which takes Sigstore's roots of trust and with them the
* network: `gh attestation verify` does that.
*
* @param digest of the publication's root `manifest.json`, which has the digests of all the rest
* @see https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_bundle.proto
* @see https://github.com/secure-systems-lab/dsse/blob/master/envelope.md
*/
function attestationProblem(bytes, digest) {
	const statements = bundlesOf(Buffer.from(bytes).toString("utf8")).map(statementOf);
	if (statements.length === 0 || statements.includes(void 0)) return say`is no Sigstore bundle with an in-toto statement`;
	const digests = statements.flatMap((statement) => digestsOf(statement));
	if (digests.includes(digest)) return void 0;
	const first = digests[0];
	const other = first === void 0 ? say`nothing` : say`${name(first.slice(0, 12))}`;
	return say`attests ${other}, and the SHA-256 of this publication's manifest.json starts with ${name(digest.slice(0, 12))}`;
}
function bundlesOf(text) {
	const whole = parsedJson(text);
	if (whole !== void 0) return [whole];
	return text.split("\n").filter((line) => line.trim() !== "").map(parsedJson);
}
function statementOf(bundle) {
	const envelope = isObject(bundle) ? bundle["dsseEnvelope"] : void 0;
	if (!isObject(envelope) || envelope["payloadType"] !== PAYLOAD_TYPE || typeof envelope["payload"] !== "string") return void 0;
	const statement = parsedJson(Buffer.from(envelope["payload"], "base64").toString("utf8"));
	const type = isObject(statement) ? statement["_type"] : void 0;
	return isObject(statement) && typeof type === "string" && STATEMENTS.test(type) ? statement : void 0;
}
function digestsOf(statement) {
	const subject = statement?.["subject"];
	if (!Array.isArray(subject)) return [];
	return subject.flatMap((one) => {
		const digest = isObject(one) ? one["digest"] : void 0;
		const sha256 = isObject(digest) ? digest["sha256"] : void 0;
		return typeof sha256 === "string" ? [sha256] : [];
	});
}
// src/stages/verify/verify-files.ts
/** Largest file that is read, in bytes. */
const MAX_FILE = 1e8;
/**
* Holds the files of a publication against its manifests: every listed file is there with its size and digest, is a
* file, and there are no others. A finding is at the file that it is about.
*/
function verifyFiles(input, report) {
	const run = new Verification(input, report);
	for (const environment of input.manifest.environments) run.verifyEnvironment(environment);
	run.verifyEntries();
	return run;
}
var Verification = class {
	environments = [];
	listed = [];
	beside = 0;
	#input;
	#report;
	#known;
	#there;
	constructor(input, report) {
		this.#input = input;
		this.#report = report;
		this.#known = /* @__PURE__ */ new Set([MANIFEST_FILE, ...input.own]);
		this.#there = new Set(input.files.entries.map(({ path }) => path));
	}
	verifyEnvironment(one) {
		const { path } = one.manifest;
		const folder = `${one.name}/`;
		if (path !== `${folder}manifest.json` || this.#known.has(path)) {
			const said = this.#known.has(path) ? say`lists ${name(path)} twice` : say`lists ${name(path)} as the manifest of ${name(one.name)}`;
			this.#tell("verify/bad-manifest", MANIFEST_FILE, said);
			return;
		}
		const bytes = this.#verifyFile(one.manifest, "");
		if (bytes === void 0) {
			for (const entry of this.#there) if (entry.startsWith(folder)) this.#known.add(entry);
			return;
		}
		const environment = this.#input.readEnvironment(bytes);
		if (environment?.environment !== one.name) {
			this.#tell("verify/bad-manifest", path, say`is no manifest of ${name(one.name)} that Cairn writes`);
			for (const entry of this.#there) if (entry.startsWith(folder)) this.#known.add(entry);
			return;
		}
		this.environments.push(environment);
		const { artifacts, secrets, sealed } = environment;
		for (const file of [
			...artifacts,
			...secrets,
			...sealed === null ? [] : [sealed]
		]) if (this.#known.has(folder + file.path)) this.#tell("verify/bad-manifest", path, say`lists ${name(file.path)} twice`);
		else this.#verifyFile(file, folder);
	}
	#verifyFile(file, folder) {
		const path = folder + file.path;
		const { files, digest } = this.#input;
		this.#known.add(path);
		this.listed.push({
			path,
			sha256: file.sha256
		});
		if (!this.#there.has(path)) {
			this.#tell("verify/missing-file", path, say`is in the manifest and not there`);
			return;
		}
		const bytes = files.read(path, MAX_FILE);
		const sum = bytes && digest(bytes);
		if (bytes?.byteLength === file.size && sum === file.sha256) return bytes;
		const isFile = sum !== void 0;
		if (!isFile && files.entries.some((entry) => entry.path === path && entry.type !== "file")) return void 0;
		this.#tell("verify/changed-file", path, isFile ? say`is not the file that was published: its SHA-256 starts with ${name(sum.slice(0, 12))}, that in the manifest with ${name(file.sha256.slice(0, 12))}` : say`cannot be read, or has more than ${MAX_FILE} bytes: it is not the file that the manifest lists`);
	}
	verifyEntries() {
		const { files, manifest, exclusive } = this.#input;
		const isNear = territoryOf(manifest.environments.map((one) => ({
			...one,
			name: folded(one.name)
		})));
		const isOurs = territoryOf(manifest.environments);
		const spellings = /* @__PURE__ */ new Map();
		for (const entry of files.entries) {
			const { path } = entry;
			const near = folded(path);
			const problem = this.#problemOf(entry, spellings.get(near));
			const isTheirs = !exclusive && !isNear(near) && problem?.rule !== "verify/bad-path";
			if (!spellings.has(near)) spellings.set(near, path);
			if (isTheirs || !exclusive && path === "hydrator.metadata" && !this.#known.has(path)) {
				this.beside++;
				continue;
			}
			if (problem !== void 0) this.#tell(problem.rule, path, problem.said);
			else if (this.#known.has(path)) continue;
			else if (exclusive || isOurs(path)) this.#tell("verify/extra-file", path, say`is in no manifest: the publication did not bring it`);
			else this.#tell("verify/bad-path", path, say`is the publication's own place but for upper and lower case: some file systems make them one`);
		}
	}
	#problemOf({ path, type }, same) {
		if (!this.#input.isPlainPath(path)) return {
			rule: "verify/bad-path",
			said: say`leads out of the publication, or is no plain path`
		};
		if (same === path) return {
			rule: "verify/bad-path",
			said: say`is there twice: readers may take either`
		};
		if (same !== void 0) return {
			rule: "verify/bad-path",
			said: say`differs from ${name(same)} in upper and lower case alone: some file systems make them one`
		};
		if (type === "file") return void 0;
		if (type === "executable" && !this.#known.has(path)) return void 0;
		if (type === "executable") return {
			rule: "verify/changed-file",
			said: say`is executable now: Cairn publishes no programs`
		};
		return {
			rule: "verify/not-a-file",
			said: say`is ${type === "symlink" ? say`a link` : say`no file`}: a publication consists of files`
		};
	}
	#tell(rule, path, said) {
		this.#report(finding(rule, inFile(path), said));
	}
};
/** As file systems compare names that do not tell upper from lower case. */
function folded(path) {
	return path.normalize("NFC").toLowerCase();
}
// src/stages/verify/compare.ts
/**
* Compares every byte of a publication with what its commit gives now. Manifests differ wherever what they list does:
* they are compared where all below them is the same.
*
* @param rendered what this program makes of the commit that the publication says it is of
*/
function compareWithRendered(files, rendered) {
	const differences = [];
	const there = new Set(files.entries.map(({ path }) => path));
	const wanted = new Map(rendered.files.map(({ path, bytes }) => [path, bytes]));
	const compare = (path) => {
		const difference = differenceOf({
			path,
			files,
			there,
			wanted: wanted.get(path)
		});
		if (difference !== void 0) differences.push(difference);
		return difference === void 0;
	};
	const manifests = /* @__PURE__ */ new Set([MANIFEST_FILE, ...rendered.manifest.environments.map(({ manifest }) => manifest.path)]);
	const owners = rendered.manifest.environments.map(({ name }) => `${name}/`);
	for (const { path } of files.entries) if (!wanted.has(path) && owners.some((folder) => path.startsWith(folder))) differences.push({
		path,
		place: inFile(path),
		said: say`does not follow from the commit, which gives no such file`
	});
	for (const path of wanted.keys()) if (!manifests.has(path)) compare(path);
	for (const folder of owners) if (!differences.some(({ path }) => path.startsWith(folder))) compare(folder + MANIFEST_FILE);
	if (differences.length === 0) compare(MANIFEST_FILE);
	return differences;
}
function differenceOf({ path, files, there, wanted }) {
	if (!there.has(path)) return {
		path,
		place: inFile(path),
		said: say`follows from the commit and is not there`
	};
	const found = files.read(path, MAX_FILE);
	if (found === void 0) return {
		path,
		place: inFile(path),
		said: say`cannot be read as the file that follows from the commit`
	};
	if (Buffer.compare(found, wanted) === 0) return void 0;
	const { source, start, end } = firstDifference$1(path, found, wanted);
	return {
		path,
		place: inSpan(source, start, end),
		said: say`is not what the commit gives, from here on`
	};
}
/** From the first character that differs to the end of its line. */
function firstDifference$1(path, found, wanted) {
	const text = Buffer.from(found).toString("utf8");
	const other = Buffer.from(wanted).toString("utf8");
	const length = Math.min(text.length, other.length);
	let start = 0;
	while (start < length && text.charCodeAt(start) === other.charCodeAt(start)) start++;
	const lineEnd = text.indexOf("\n", start);
	return {
		source: new Source(path, text),
		start,
		end: lineEnd < 0 ? text.length : lineEnd
	};
}
// src/queries/publish/reproduce.ts
/**
* Holds a publication against what its commit gives. By the same program, other bytes were not made from the commit; by
* another version nothing is proved.
*/
function reproduce(input, report) {
	const { files, manifest, rendered, tool, passesUnproven, told } = input;
	const isSame = isSameTool(manifest.tool, tool);
	const outcome = isSame ? "no" : "unproven";
	const differs = (place, said) => {
		if (isSame) report(finding("verify/not-reproduced", place, said));
		else report(finding("verify/unproven", place, say`${said}; ${madeBy(manifest.tool, tool)}, so that may be why`, passesUnproven ? { severity: "warning" } : {}));
	};
	if (rendered.problem !== void 0) {
		for (const one of told) report(one);
		const { problem, said } = rendered;
		if (problem === "blocked") differs(inFile(MANIFEST_FILE), said);
		else report(finding(problem, inFile(MANIFEST_FILE), said));
		return problem === "blocked" ? outcome : "no";
	}
	const differences = compareWithRendered(files, rendered.publication);
	const byPath = new Map(differences.map((difference) => [difference.path, difference]));
	for (const one of told) report(isSame ? placed(one, byPath) : one);
	for (const { place, said } of byPath.values()) differs(place, said);
	return differences.length === 0 ? "yes" : outcome;
}
/** Whether it is this very program that made a publication. */
function isSameTool(made, tool) {
	return made.version === tool.version && made.digest === tool.digest;
}
/** A changed file with the line that was changed; what is told here is not told once more. */
function placed(one, differences) {
	const path = one.place.in === "file" ? one.place.file : "";
	const difference = differences.get(path);
	differences.delete(path);
	return one.rule === "verify/changed-file" && difference !== void 0 ? {
		...one,
		place: difference.place
	} : one;
}
function madeBy(made, { version }) {
	if (made.version !== version) return say`it was made by Cairn ${name(made.version)}, and this is ${name(version)}`;
	return say`it was made by another build of Cairn ${name(version)}`;
}
// src/queries/publish/verify-chain.ts
/** Verifies what belongs to the runs: the chain, the statement of the last one, and who signed. */
function verifyChain(input, report) {
	const { files, digest, manifest, signatures } = input;
	const none = {
		entries: 0,
		head: void 0,
		rollback: null,
		publishedTo: void 0,
		signed: 0,
		isVouchedFor: false,
		...signatures.knowsSigners ? { signers: [] } : {}
	};
	const bytes = files.read(CHAIN_FILE, MAX_CHAIN_BYTES);
	if (bytes === void 0) {
		const said = files.entries.some(({ path }) => path === "chain.jsonl") ? say`cannot be read as a file` : say`is not there: nothing tells when and by whom this was published`;
		report(finding("verify/broken-chain", inFile(CHAIN_FILE), said));
		return none;
	}
	const text = new ChainText(bytes);
	const { lines, problem } = readChain(bytes, digest);
	const last = lines?.at(-1);
	if (lines === void 0 || last === void 0) {
		report(finding("verify/broken-chain", text.placeOf(problem?.line ?? 1), problem?.said ?? say`has no entry`));
		return none;
	}
	const at = text.placeOf(lines.length);
	const { entry } = last;
	if (entry.manifest !== input.manifestDigest) report(finding("verify/broken-chain", at, say`the last entry is of another manifest than the one here: one of the two was changed`));
	else if (entry.commit !== manifest.source.commit) report(finding("verify/broken-chain", at, say`the last entry is of another commit than the manifest`));
	else checkStatement(input, {
		entry,
		at
	}, report);
	const signed = lines.filter(({ signature }) => signature !== null).length;
	const { rollback, target } = entry;
	return {
		entries: lines.length,
		head: last.digest,
		signed,
		rollback,
		publishedTo: target,
		last: {
			entry,
			at
		},
		...checkSignatures(signatures, {
			lines,
			text
		}, report)
	};
}
function checkStatement(input, { entry, at }, report) {
	const { files, digest, manifest, manifestDigest, listed } = input;
	const place = inFile(STATEMENT_FILE);
	const bytes = files.read(STATEMENT_FILE, MAX_MANIFEST_BYTES);
	if (bytes === void 0) {
		const isThere = files.entries.some(({ path }) => path === STATEMENT_FILE);
		const said = isThere ? say`cannot be read as the file that was published` : say`belongs to every publication, and is not there`;
		report(finding(isThere ? "verify/changed-file" : "verify/missing-file", place, said));
		return;
	}
	if (digest(bytes) !== entry.statement) {
		report(finding("verify/changed-file", place, say`is not the statement that was published: the chain's last entry has another digest`));
		return;
	}
	if (listed.environments.length !== manifest.environments.length) return;
	const problem = verifyStatement({
		bytes,
		manifest,
		digest: manifestDigest,
		listed: listed.listed,
		entry
	});
	if (problem?.of === "entry") report(finding("verify/broken-chain", at, problem.said));
	else if (problem !== void 0) report(finding("verify/bad-statement", place, problem.said));
}
/**
* Every entry's signature, and that from the first signed one on every entry is: otherwise whoever can write could go
* on without one. Where nobody is known it is only seen whether the last one, which covers all before it, is sound.
*/
function checkSignatures({ knowsSigners, check }, { lines, text }, report) {
	const signers = /* @__PURE__ */ new Set();
	let signed = false;
	let isVouchedFor = false;
	for (const [i, line] of lines.entries()) {
		const isLast = i === lines.length - 1;
		if (line.signature === null) {
			if (knowsSigners && (signed || isLast)) report(finding("verify/unsigned", text.placeOf(i + 1), say`entry ${i + 1} is not signed`));
			continue;
		}
		signed = true;
		if (!knowsSigners && !isLast) continue;
		const { by, problem } = check(line);
		if (by !== void 0) signers.add(by);
		if (isLast) isVouchedFor = knowsSigners && by !== void 0 && problem === void 0;
		if (problem === void 0) continue;
		const place = text.placeOf(i + 1);
		if (problem === "stranger") report(finding("verify/unknown-signer", place, say`entry ${i + 1} is signed with a key that was not allowed to sign then`));
		else report(finding("verify/bad-signature", place, say`what stands as the signature of entry ${i + 1} does not sign that entry`));
	}
	return {
		isVouchedFor,
		...knowsSigners && { signers: [...signers] }
	};
}
/** The text of a chain, and where its lines are. */
var ChainText = class {
	#source;
	#starts;
	constructor(bytes) {
		const text = Buffer.from(bytes).toString("utf8");
		this.#source = new Source(CHAIN_FILE, text);
		const starts = [0];
		for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
		this.#starts = starts;
	}
	/** @param line 1-based */
	placeOf(line) {
		const start = this.#starts[line - 1] ?? 0;
		const next = this.#starts[line];
		return inSpan(this.#source, start, next === void 0 ? this.#source.text.length : next - 1);
	}
};
// src/queries/publish/verify-newest.ts
/**
* Holds a publication against the newest commit that its place notes beside it. That one gives the same files, or it
* would have been published: where it does not, an older publication was put back, chain and all.
*/
async function verifyNewest(input, report) {
	const { noted, manifest, variables, rendered, tool, render } = input;
	const tell = (rule, why) => {
		const said = say`this place notes ${name(noted.slice(0, 12))} as the newest commit that it has, and ${why}`;
		report(finding(rule, inFile(MANIFEST_FILE), said));
	};
	const newest = await render({
		...manifest,
		source: {
			...manifest.source,
			commit: noted
		}
	}, variables);
	if (newest.publication === void 0) {
		if (newest.problem === "verify/unknown-commit") tell("verify/unknown-newest", say`this clone does not have that commit: fetch it`);
		else if (isSameTool(manifest.tool, tool)) tell("verify/outdated", say`that one gives no such publication: an older one was put back`);
		return;
	}
	if (manifest.environments.length === rendered.published.length && !isSameSet(rendered.published, newest.published)) {
		tell("verify/outdated", say`that one publishes other environments: an older publication was put back`);
		return;
	}
	const path = firstDifference(rendered.publication, newest.publication);
	if (path !== void 0) tell("verify/outdated", say`that one gives another ${name(path)}: an older publication was put back`);
}
function isSameSet(one, other) {
	return one.length === other.length && one.every((each) => other.includes(each));
}
/** A path that differs; a manifest where nothing else does. What names the commit differs in any case. */
function firstDifference(one, other) {
	const files = new Map(one.files.map(({ path, bytes }) => [path, bytes]));
	const paths = [...other.files.filter(({ path, bytes }) => {
		const before = files.get(path);
		files.delete(path);
		if (path === "manifest.json" || path === "hydrator.metadata") return false;
		return before === void 0 || Buffer.compare(before, bytes) !== 0;
	}).map(({ path }) => path), ...files.keys()];
	return paths.find((path) => !path.endsWith(`/manifest.json`)) ?? paths[0];
}
// src/queries/publish/verify-place.ts
/**
* Whether a publication belongs where it lies: one of another place or of another environment must not stand in for it,
* whoever signed it.
*
* @returns the environments that the commit publishes and that are not here
*/
function verifyPlace({ place, manifest, last, published = [] }, report) {
	const { environment } = place;
	const there = manifest.environments.map((one) => one.name);
	if (place.isDeclared && last !== void 0 && last.entry.target !== place.text) report(finding("verify/other-target", last.at, say`was published to ${name(last.entry.target)}, and this is the place of ${name(place.text)}`));
	else if (environment !== void 0 && there.join("\n") !== environment) report(finding("verify/bad-manifest", inFile(MANIFEST_FILE), say`is of ${name(there.join(", "))}, and this is the place of ${name(environment)} alone`));
	if (environment !== void 0) return [];
	const missing = published.filter((one) => !there.includes(one));
	if (missing.length > 0) {
		const lacking = list(missing.slice(0, MOST_NAMED).map(name));
		const more = missing.length > MOST_NAMED ? say` and ${missing.length - MOST_NAMED} more` : say``;
		report(finding("verify/incomplete", inFile(MANIFEST_FILE), say`has ${there.length} of ${published.length} environments that the commit publishes: ${lacking}${more} ${missing.length === 1 ? say`is` : say`are`} not here`));
	}
	return missing;
}
const MOST_NAMED = 6;
// src/queries/publish/verify.ts
/** Says whether a publication is what was published, whole, and follows from the commit that it names. */
async function verify(run) {
	const { collector, files, digest } = run;
	const report = limited(collector.report);
	const bytes = files.read(MANIFEST_FILE, MAX_MANIFEST_BYTES);
	const manifest = bytes && readPublicationManifest(bytes);
	if (bytes === void 0 || manifest === void 0) {
		report(noManifest(files, bytes));
		return {
			...NOTHING$1,
			findings: collector.findings()
		};
	}
	const told = [];
	const input = {
		files,
		manifest,
		own: run.promoter ? [
			CHAIN_FILE,
			STATEMENT_FILE,
			HYDRATOR_FILE
		] : [CHAIN_FILE, STATEMENT_FILE],
		readEnvironment: readEnvironmentManifest,
		isPlainPath,
		exclusive: run.exclusive,
		digest
	};
	const listed = verifyFiles(input, (one) => told.push(one));
	const chain = verifyChain({
		...run,
		manifest,
		manifestDigest: digest(bytes),
		listed
	}, report);
	checkBundle(run, digest(bytes), report);
	verifyGitSettings({
		...input,
		environments: manifest.environments
	}, report);
	const variables = variablesOf(listed);
	const rendered = await run.render(manifest, variables);
	const passesUnproven = run.allowsUnproven || chain.isVouchedFor;
	const reproduced = reproduce({
		...run,
		manifest,
		rendered,
		passesUnproven,
		told
	}, report);
	const { noted, place } = run;
	if (rendered.publication !== void 0 && noted !== void 0 && noted !== chain.last?.entry.newest) await verifyNewest({
		...run,
		noted,
		manifest,
		variables,
		rendered
	}, report);
	const missing = verifyPlace({
		place,
		manifest,
		last: chain.last,
		published: rendered.published
	}, report);
	return {
		...resultOf(chain, place),
		reproduced,
		missing,
		beside: listed.beside,
		says: saidBy(manifest, variables),
		attested: run.bundle !== void 0,
		findings: collector.findings()
	};
}
function checkBundle({ bundle }, digest, report) {
	const problem = bundle && attestationProblem(bundle.bytes, digest);
	if (bundle !== void 0 && problem !== void 0) report(finding("verify/bad-attestation", inFile(bundle.file), problem));
}
function resultOf({ last, isVouchedFor, ...chain }, { isDeclared, text }) {
	return {
		...chain,
		isVouchedFor,
		isElsewhere: !isDeclared && last !== void 0 && last.entry.target !== text
	};
}
const NOTHING$1 = {
	says: void 0,
	entries: 0,
	head: void 0,
	signed: 0,
	isVouchedFor: false,
	rollback: null,
	publishedTo: void 0,
	isElsewhere: false,
	missing: [],
	beside: 0,
	attested: false,
	reproduced: "no"
};
function noManifest({ entries }, bytes) {
	const place = inFile(MANIFEST_FILE);
	if (bytes !== void 0) return finding("verify/bad-manifest", place, say`is no manifest that this version of Cairn writes`);
	if (!entries.some(({ path }) => path === "manifest.json")) return finding("verify/no-publication", place, say`is not there: nothing has been published, or it was taken away`);
	return finding("verify/bad-manifest", place, say`cannot be read as a file of at most ${MAX_MANIFEST_BYTES} bytes`);
}
function saidBy({ source, tool, environments }, variables) {
	return {
		commit: source.commit,
		tool: tool.version,
		environments: environments.map((environment) => environment.name),
		variables
	};
}
function variablesOf({ environments }) {
	const all = environments.flatMap((environment) => Object.entries(environment.variables));
	return Object.fromEntries(all.sort(([one], [other]) => compareText(one, other)));
}
/** Findings of a rule that are told; a manifest that lists a million files makes no million lines. */
const MOST_FINDINGS = 1e3;
function limited(report) {
	const counts = /* @__PURE__ */ new Map();
	return (one) => {
		const count = (counts.get(one.rule) ?? 0) + 1;
		counts.set(one.rule, count);
		if (count < MOST_FINDINGS) report(one);
		else if (count === MOST_FINDINGS) report({
			...one,
			place: inFile(MANIFEST_FILE),
			message: say`more than ${999} of these: the rest is not told`
		});
	};
}
// src/rendering-again.ts
/** What is kept of files for the next target of the same commit, in bytes. */
const KEPT_BYTES = 64e6;
/**
* Renders commits again. Several targets have the same publication: what was rendered last is kept, as long as it is
* small.
*/
function createRendering(options) {
	const kept = /* @__PURE__ */ new Map();
	return async (manifest, variables) => {
		const { source, tool, environments } = manifest;
		const names = environments.map((environment) => environment.name);
		const key = JSON.stringify([
			source,
			tool,
			names,
			Object.entries(variables)
		]);
		const rendered = kept.get(key) ?? await renderAgain(manifest, variables, options);
		kept.delete(key);
		kept.set(key, rendered);
		let bytes = 0;
		for (const [older, one] of [...kept].reverse()) {
			bytes += sizeOf(one);
			if (bytes > KEPT_BYTES) kept.delete(older);
		}
		return rendered;
	};
}
function sizeOf({ publication }) {
	return publication?.files.reduce((sum, { bytes }) => sum + bytes.byteLength, 0) ?? 0;
}
async function renderAgain(manifest, variables, { root, progress }) {
	const { source, tool } = manifest;
	const { top, prefix } = repositoryOf(root);
	const short = name(source.commit.slice(0, 12));
	const here = prefix === "" ? "" : `${prefix}/`;
	if (source.prefix !== here) {
		const [from, to] = [folderName(source.prefix), folderName(here)];
		return {
			problem: "verify/other-folder",
			said: say`was made from ${from}, and is compared with ${to}: run cairn verify in ${from}`
		};
	}
	if (!hasCommit(root, source.commit)) return {
		problem: "verify/unknown-commit",
		said: say`this repository has no commit ${short}: fetch it, or this was published from somewhere else`
	};
	const collector = new Collector();
	const snapshot = commitTree(join(top, prefix), source.commit);
	const workspace = await openWorkspace({
		snapshot,
		variables,
		engines
	}, collector);
	const environments = manifest.environments.map((environment) => environment.name);
	const published = publishedEnvironments(workspace, { environments: [] });
	const stray = environments.find((environment) => !published.includes(environment));
	if (stray !== void 0) return {
		problem: "blocked",
		said: say`${short} publishes no environment ${name(stray)}`
	};
	if (environments.length === 0) return {
		problem: "blocked",
		said: say`lists no environment, so that nothing follows from ${short}`
	};
	const { inputs } = await makePublication(workspace, {
		collector,
		source,
		tool,
		digest: sha256,
		environments,
		...progress && { progress }
	});
	if (inputs === void 0) return {
		problem: "blocked",
		said: say`${short} has errors that block its publication`
	};
	return {
		publication: buildPublication(inputs, sha256),
		published
	};
}
function folderName(prefix) {
	return prefix === "" ? say`the top of the repository` : say`${name(prefix)}`;
}
// src/wanted-publications.ts
/**
* All that is to be verified.
*
* @param named as `cairn verify` takes them; none for the targets of `cairn.yaml`
* @throws Failure (usage) where there is none, and for what no publication can be called
*/
function wantedPublications(named, workspace) {
	const environments = publishedEnvironments(workspace, { environments: [] });
	const { targets } = workspace.config.publish;
	const wanted = namedTargets({
		named,
		settings: targets,
		environments,
		as: "publication"
	});
	if (wanted.length > 0) return wanted.flatMap(promoted);
	throw new Failure("usage", say`there is nothing to verify`, say`name a publication, such as branch:deploy, or list targets under \`publish.targets\` of cairn.yaml`);
}
/** With GitOps Promoter there are two: what is proposed, and what was promoted and is in use. */
function promoted({ isDeclared, environment, to, path, remote, promoter }) {
	const one = {
		to,
		path,
		remote,
		promoter,
		place: {
			text: targetText({
				to,
				path,
				remote
			}),
			isDeclared,
			...environment !== void 0 && { environment }
		}
	};
	return promoter && path === "" ? [one, {
		...one,
		isOptional: true
	}] : [one];
}
// src/verifying.ts
/**
* Verifies publications against the repository that they say they follow from. Changes nothing there or here. What
* `cairn.yaml` says of targets and signers is that of the commit that is checked out.
*/
async function verifyPublications(options) {
	const { root, folder } = options;
	const collector = new Collector();
	const snapshot = commitTree(root, resolveCommit(root, "HEAD"));
	const workspace = await openWorkspace({
		snapshot,
		variables: {},
		engines
	}, collector);
	const wanted = wantedPublications(options.publications, workspace);
	const allowedSigners = allowedSignersOf(options, workspace);
	if (options.allowedSigners === void 0 || options.publications.length === 0) mustBeRead(collector);
	const [first] = wanted;
	if (options.bundle !== void 0 && (first === void 0 || wanted.length > 1)) throw new Failure("usage", say`--bundle attests one publication, and ${wanted.length} are to be verified`, say`name the one publication`);
	const bundle = options.bundle === void 0 ? void 0 : {
		file: options.bundle,
		bytes: readNamed(folder, options.bundle, "--bundle")
	};
	const signatures = await signatureCheck(allowedSigners);
	const run = {
		...options,
		signatures,
		tool: toolIdentity(VERSION),
		render: createRendering(options)
	};
	const results = [];
	try {
		for (const one of wanted) {
			const result = await verifyOne(one, {
				...run,
				...bundle && { readBundle: bundle }
			});
			if (result !== void 0) results.push(result);
		}
		return results;
	} finally {
		signatures.close();
	}
}
/** A `cairn.yaml` with mistakes may leave out who has to sign, or a target: nothing is proved by it. */
function mustBeRead(collector) {
	const wrong = collector.findings().find(({ rule, severity }) => severity === "error" && rule.startsWith("config/"));
	if (wrong === void 0) return;
	const { file = "cairn.yaml", line = 1 } = wrong.location;
	const said = say`${name(file)}:${line} at HEAD has a mistake, so that it cannot be said what is published and who may sign`;
	throw new Failure("usage", said, say`cairn check tells more; or name publications and --allowed-signers`);
}
function allowedSignersOf(options, { config, snapshot }) {
	const { allowedSigners, folder } = options;
	if (allowedSigners !== void 0) return readNamed(folder, allowedSigners, "--allowed-signers");
	const { signers } = config.publish;
	if (signers === void 0) return void 0;
	const { bytes } = snapshot.read(signers.name);
	if (bytes !== void 0) return Buffer.from(bytes);
	throw new Failure("usage", say`${name(signers.name)} is not there at HEAD, and \`publish.signers\` names it`, say`commit it, or name a file with --allowed-signers`);
}
function readNamed(folder, file, option) {
	try {
		return readFileSync(resolve(folder, file));
	} catch {
		const hint = option === "--bundle" ? say`--bundle names a Sigstore bundle, as actions/attest makes it` : say`--allowed-signers names a file of allowed signers (ssh-keygen(1))`;
		throw new Failure("usage", say`${name(file)} cannot be read`, hint);
	}
}
async function verifyOne(wanted, options) {
	const { to, path, remote, promoter, place, isOptional = false } = wanted;
	const { root, folder, token, variables, tool, readBundle, allowUnproven = false } = options;
	const opened = await openPublication(to, {
		root,
		folder,
		path,
		remote,
		promoter: promoter && !isOptional,
		variables,
		...token !== void 0 && { token }
	});
	try {
		if (isOptional && opened.files === void 0) return void 0;
		const collector = new Collector();
		const proposed = promoter && !isOptional ? "-next" : "";
		const target = targetText({
			to: {
				...to,
				at: `${to.at}${proposed}`
			},
			path,
			remote
		});
		if (opened.isAstray === true) collector.report(finding("verify/bad-path", inFile("current"), say`does not lead to one of the versions beside it`));
		const files = opened.files ?? NOTHING;
		const noted = opened.target && newestOf(opened.target, sha256);
		return {
			target,
			...await withPacking(await verify({
				collector,
				files,
				exclusive: to.scheme !== "branch" || path !== "",
				promoter,
				digest: sha256,
				tool,
				signatures: options.signatures,
				...readBundle && { bundle: readBundle },
				place,
				...noted !== void 0 && { noted },
				allowsUnproven: allowUnproven,
				render: promoter ? withHydrator(options.render, {
					root,
					files
				}) : options.render
			}), opened, {
				collector,
				target,
				allowUnproven
			})
		};
	} finally {
		await opened.close?.();
	}
}
const NOTHING = {
	entries: [],
	read: () => void 0
};
/** Of an archive that is right in all its files: other readers must not find more in it. */
async function withPacking(result, opened, told) {
	const { isPackedAlike } = opened;
	const { collector, target, allowUnproven } = told;
	const isWrong = result.findings.some(({ severity }) => severity === "error");
	if (isPackedAlike === void 0 || result.reproduced !== "yes" || isWrong) return result;
	if (await isPackedAlike()) return result;
	const place = inFile(target.replace(/^archive:/, ""));
	const { tool = VERSION } = result.says ?? {};
	const isSame = tool === VERSION;
	const said = say`holds the right files, and is not packed as ${isSame ? say`Cairn` : say`Cairn ${name(VERSION)}`} packs them: other programs may find something else in it`;
	const passes = allowUnproven || result.isVouchedFor;
	if (isSame) collector.report(finding("verify/not-reproduced", place, said));
	else collector.report(finding("verify/unproven", place, say`${said}; it was made by Cairn ${name(tool)}`, passes ? { severity: "warning" } : {}));
	return {
		...result,
		findings: collector.findings(),
		reproduced: isSame ? "no" : "unproven"
	};
}
/** What GitOps Promoter reads follows from the commit too, and from the repository that the statement names. */
function withHydrator(render, { root, files }) {
	return async (manifest, variables) => {
		const rendered = await render(manifest, variables);
		if (rendered.publication === void 0) return rendered;
		const { publication } = rendered;
		const url = repositoryIn(files.read("provenance.json", 5e7) ?? /* @__PURE__ */ new Uint8Array());
		const bytes = hydratorMetadata({
			...sourceCommit(root, manifest.source.commit),
			url
		});
		const all = [...publication.files, {
			path: HYDRATOR_FILE,
			bytes
		}];
		return {
			...rendered,
			publication: {
				...publication,
				files: all
			}
		};
	};
}
// src/stages/render/revealed.ts
/**
* A value in clear: secrets in the places of what is sealed. One of the few importers of `reveal`; whoever calls this
* hands out plaintext, and nothing but `cairn render --reveal` does.
*
* @param missing called with each leaf that no secret is known for, or that no plain value can hold; it is left out
*/
function revealed(value, secrets, missing) {
	const visit = (at, tokens) => {
		if (at instanceof Opaque) {
			const plain = plainLeaf(at, secrets);
			if (plain === void 0) missing(tokens);
			return plain;
		}
		if (isList(at)) return at.flatMap((item, i) => visit(item, [...tokens, String(i)]) ?? []);
		if (!isMapping(at)) return at;
		const copy = {};
		for (const key of Object.keys(at)) {
			const child = visit(at[key], [...tokens, key]);
			if (child !== void 0) put(copy, key, child);
		}
		return copy;
	};
	return visit(value, []);
}
function plainLeaf(leaf, secrets) {
	if (leaf instanceof Unresolved) return leaf.assemble((part) => textOf(part, secrets));
	const secret = secretOf(leaf, secrets);
	if (secret === void 0 || secret.type === "bytes" || secret.type === "comment") return void 0;
	return plainOf({
		type: secret.type,
		text: reveal(secret)
	});
}
function secretOf(leaf, secrets) {
	if (leaf instanceof Secret) return leaf;
	return leaf instanceof Sealed ? leaf.lookUp(secrets) : void 0;
}
/** As it stands within a text. */
function textOf(part, secrets) {
	const plain = plainLeaf(part, secrets);
	return plain === void 0 ? void 0 : String(plain);
}
export { checkPaths as A, stoodAt as B, publishCommit as C, makePublication as D, sealedList as E, writeValue as F, isPlainPath as I, checkConsumers as L, Gathering as M, placeOfValue as N, publishedEnvironments as O, sealedSources as P, toolIdentity as R, publishText as S, buildPublication as T, hydratorNote as _, isNewerAt as a, publishMarkdown as b, Scratch as c, isMoved as d, refusalOf as f, hydratorMetadata as g, NOTES_REF as h, verifyText as i, nativeArtifacts as j, checkFolders as k, findRemote as l, textsOf as m, verifyPublications as n, publishedFolder as o, importStream as p, verifyJson as r, Refusal as s, revealed as t, hasOtherIds as u, SignatureChecker as v, publishSettingsAt as w, publishJson as x, signText as y, relationOf as z };
