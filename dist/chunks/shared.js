import { t as __commonJSMin } from "./rolldown-runtime.js";
import { closeSync, constants, existsSync, fstatSync, lstatSync, openSync, readFileSync, readSync, readdirSync, readlinkSync, realpathSync, statSync } from "node:fs";
import { dirname, join, posix, relative, resolve, sep } from "node:path";
import { spawnSync } from "node:child_process";
import { isUtf8 } from "node:buffer";
import { isDeepStrictEqual, styleText } from "node:util";
// src/core/ports.ts
/** Largest file that is read, in bytes. */
const MAX_FILE_BYTES = 1e7;
/** Most nodes of a file, aliases counted as often as they are used. */
const MAX_NODES = 1e6;
// src/adapters/git/blob-id.ts
/**
* Whether bytes are the content of the blob with an object id, which is the hash of a header and the content
* (gitformat-object, `blob <size> NUL`): SHA-1, or SHA-256 in repositories that chose it.
*/
function isBlob(oid, bytes) {
	const { createHash } = process.getBuiltinModule("node:crypto");
	return createHash(oid.length === 64 ? "sha256" : "sha1").update(`blob ${bytes.length}\u0000`).update(bytes).digest("hex") === oid;
}
// src/core/failure.ts
/**
* What stops a command: asked wrongly (`usage`, exit code 2), or the world refused (`broken`, exit code 3). Thrown by
* adapters and queries, caught once at the edge. Bad configuration is never a failure: it is a finding.
*/
var Failure = class extends Error {
	exit;
	said;
	/** What to do next, where there is something. */
	hint;
	constructor(exit, said, hint) {
		super(said);
		this.exit = exit;
		this.said = said;
		this.hint = hint;
	}
};
// src/core/opaque.ts
/**
* What a tree holds besides JSON: leaves whose value this run does not know or must not show.
*
* An opaque leaf is a class instance so that no merge, clone or writer can mistake it for data: turning one into text
* throws, which makes every writer that forgot about opaque leaves fail loudly instead of printing a placeholder.
*/
var Opaque = class {
	toJSON() {
		throw new TypeError(`a ${this.opaque} value was about to be written; writers must leave opaque values out`);
	}
	toString() {
		throw new TypeError(`a ${this.opaque} value was about to become text`);
	}
	[Symbol.toPrimitive]() {
		return this.toString();
	}
	[Symbol.for("nodejs.util.inspect.custom")]() {
		return `[${this.opaque}]`;
	}
};
/** Ciphertext of one leaf. Its type can be told; its bytes belong to its file alone. */
var Sealed = class extends Opaque {
	opaque = "sealed";
	type;
	#envelope;
	constructor(type, envelope) {
		super();
		this.type = type;
		this.#envelope = envelope;
		Object.freeze(this);
	}
	/** Whether two leaves hold the same ciphertext, that is: certainly the same value of the same place. */
	sameCiphertext(other) {
		return this.#envelope === other.#envelope;
	}
};
/** An opened value. Its plaintext is in the vault, never in a property; only `reveal` returns it. */
var Secret = class extends Opaque {
	opaque = "secret";
	/** Distinguishes this secret from every other one of the run, so that no comparison calls two opaque values equal. */
	id;
	type;
	constructor(id, type) {
		super();
		this.id = id;
		this.type = type;
		Object.freeze(this);
	}
};
/** A value that a later stage or a key would supply: a text with a sealed part, a reference to a sealed leaf. */
var Unresolved = class extends Opaque {
	opaque = "unresolved";
	#parts;
	/** @param parts what it will be put together from, texts and opaque leaves; none where that is not known. */
	constructor(parts = []) {
		super();
		this.#parts = parts;
	}
	/** Whether two values are put together from the same parts, that is: certainly the same value. */
	sameParts(other, same) {
		const [mine, theirs] = [this.#parts, other.#parts];
		return mine.length > 0 && mine.length === theirs.length && mine.every((part, i) => same(part, theirs[i]));
	}
};
/** What stands where something failed. Its finding has been reported; later stages pass it on in silence. */
var Hole = class extends Opaque {
	opaque = "hole";
};
/** The one hole. Holes carry nothing, so one serves all. */
const HOLE = new Hole();
// src/core/message.ts
/**
* Makes a message from pointers, names, kinds of values, numbers, shown values and other messages. A raw string does
* not compile: whatever comes from a file has to pass `name` or `shown` first.
*/
function say(fixed, ...parts) {
	let text = fixed[0] ?? "";
	for (const [i, part] of parts.entries()) text += (typeof part === "number" ? String(part) : escapeControls(part)) + (fixed[i + 1] ?? "");
	return text;
}
/** Joins messages or names: `a, b and c`. */
function list(parts, last = "and") {
	if (parts.length < 2) return say`${parts[0] ?? say``}`;
	const head = parts.slice(0, -1).join(", ");
	return last === "and" ? say`${head} and ${parts.at(-1)}` : say`${head} or ${parts.at(-1)}`;
}
const LONGEST$1 = 80;
/** Long enough for every path: one that is cut cannot be opened. */
const LONGEST_PATH = 4096;
/** A name from the repository as it may stand in a message. */
function name(text) {
	return shorten(escapeControls(text), text.includes("/") ? LONGEST_PATH : LONGEST$1);
}
/**
* A leaf as it may stand in a message: strings in quotes, scalars as JSON. `undefined` for what must not be shown:
* opaque leaves, collections, and whatever the caller knows to be under `x-secret` (it does not call this).
*/
function shown(value) {
	if (value instanceof Opaque || typeof value === "object" && value !== null) return void 0;
	return shorten(escapeControls(JSON.stringify(value)), LONGEST$1);
}
function shorten(text, limit) {
	if (text.length <= limit) return text;
	const points = Array.from(text);
	return points.length <= limit ? text : points.slice(0, limit - 1).join("") + "…";
}
/** Control, bidirectional and zero-width characters, lone surrogates, and line separators: none reaches a terminal. */
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
function escapeControls(text) {
	return text.replace(UNSAFE, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
// src/adapters/git/run.ts
/**
* Runs Git in a directory and returns what it prints. Reading only: no locks, no pager, no prompt, no program that a
* repository's configuration names for looking at files, and no repository but the one that the directory lies in.
*
* @throws Failure where Git is missing, refuses the repository, or ends with an exit code that is no answer
*/
function git(directory, args, options = {}) {
	const result = spawnSync("git", [
		...FIXED,
		"-C",
		directory,
		...args
	], {
		env: environment(),
		input: options.input ?? "",
		maxBuffer: options.limit ?? Infinity,
		windowsHide: true
	});
	if (options.limit !== void 0 && codeOf$1(result.error) === "ENOBUFS") return {
		status: 0,
		stdout: result.stdout
	};
	if (result.error !== void 0) throw notStarted(result.error);
	const status = result.status ?? -1;
	if (status === 0 || options.answers?.includes(status) === true) return {
		status,
		stdout: result.stdout
	};
	throw refused(directory, commandOf(args), result);
}
/** What follows settings for one run: `-c name=value`. */
function commandOf(args) {
	let at = 0;
	while (args[at] === "-c") at += 2;
	return args[at] ?? "";
}
/** A bare repository inside a working tree may come from anybody, and would bring its own configuration along. */
const FIXED = [
	"--no-pager",
	"-c",
	"core.fsmonitor=false",
	"-c",
	"safe.bareRepository=explicit"
];
/** What decides which repository Git looks at (`git rev-parse --local-env-vars`): the directory does, not a hook. */
const DROPPED = [
	"GIT_DIR",
	"GIT_WORK_TREE",
	"GIT_IMPLICIT_WORK_TREE",
	"GIT_COMMON_DIR",
	"GIT_INDEX_FILE",
	"GIT_PREFIX",
	"GIT_SHALLOW_FILE",
	"GIT_NAMESPACE"
];
function environment() {
	const variables = { ...process.env };
	for (const dropped of DROPPED) Reflect.deleteProperty(variables, dropped);
	return {
		...variables,
		GIT_OPTIONAL_LOCKS: "0",
		GIT_TERMINAL_PROMPT: "0",
		GIT_NO_REPLACE_OBJECTS: "1",
		LC_ALL: "C"
	};
}
function notStarted(error) {
	if (error.code === "ENOENT") return new Failure("broken", say`git was not found`, say`install Git, or put it on the PATH`);
	return new Failure("broken", say`git could not be started: ${name(codeOf$1(error))}`);
}
function codeOf$1(error) {
	return error?.code ?? error?.name ?? "";
}
/** Git's own words reach a person only for failures that nobody foresaw, escaped and cut to a line. */
function refused(directory, command, result) {
	const text = result.stderr.toString("utf8");
	if (text.includes("detected dubious ownership")) {
		const top = name(/repository at '([^\n]+)'/.exec(text)?.[1] ?? directory);
		return new Failure("usage", say`Git refuses the repository at ${top}: it belongs to another user`, say`if you trust it: git config --global --add safe.directory ${top}`);
	}
	if (text.includes("not a git repository")) return notARepository(directory);
	if (text.includes("must be run in a work tree") || text.includes("cannot use bare repository")) return bare(directory);
	const line = text.split("\n").find((candidate) => candidate.startsWith("fatal:") || candidate.startsWith("error:"));
	const ended = result.signal === null ? say`exit code ${result.status ?? -1}` : say`${name(result.signal)}`;
	return new Failure("broken", say`git ${name(command)} ended with ${ended}: ${name(line ?? "it said nothing")}`);
}
function notARepository(directory) {
	return new Failure("usage", say`${name(directory)} is not in a Git repository`, say`run this inside a clone, name one with -C, or make one with git init`);
}
function bare(directory) {
	return new Failure("usage", say`${name(directory)} is a bare repository or lies in a .git folder: it has no working tree`, say`run this inside a clone that has its files checked out`);
}
// src/adapters/git/repository.ts
/**
* The repository that a directory lies in, found as Git finds it (gitrepository-layout(5)), without starting Git.
*
* @throws Failure where there is no such directory, no repository, or a bare one
*/
function repositoryOf(directory) {
	const start = realDirectory(directory);
	for (let at = start;; at = dirname(at)) {
		if (hasGit(at)) return {
			top: at,
			prefix: relative(at, start).split(sep).join("/")
		};
		if (isGitDirectory(at)) throw bare(directory);
		if (dirname(at) === at) throw notARepository(directory);
	}
}
/**
* Where a repository's objects and its list of cut-off commits are: `.git`, or for a linked worktree or a submodule the
* directory that its `.git` file leads to (gitrepository-layout(5)).
*
* @param top a top level as `repositoryOf` gives it
*/
function commonDirectory(top) {
	const git = join(top, ".git");
	const own = /^gitdir: (.*)$/m.exec(textOf$2(git))?.[1];
	if (own === void 0) return git;
	const directory = resolve(top, own);
	return resolve(directory, textOf$2(join(directory, "commondir")).trimEnd());
}
/** Empty where there is no such file. */
function textOf$2(file) {
	try {
		return readFileSync(file, "utf8");
	} catch {
		return "";
	}
}
function realDirectory(directory) {
	let real;
	try {
		real = realpathSync(directory);
	} catch {
		throw new Failure("usage", say`there is no folder ${name(directory)}`);
	}
	if (!statSync(real).isDirectory()) throw new Failure("usage", say`${name(directory)} is not a folder`);
	return real;
}
/** A `.git` file points to a worktree's or a submodule's Git directory; an empty `.git` folder is none. */
function hasGit(directory) {
	const git = join(directory, ".git");
	const found = stat(git);
	return found !== void 0 && (found.isFile() || isGitDirectory(git));
}
function isGitDirectory(directory) {
	return stat(join(directory, "HEAD")) !== void 0 && stat(join(directory, "refs"))?.isDirectory() === true && stat(join(directory, "objects"))?.isDirectory() === true;
}
/** `undefined` where there is nothing, or nothing that may be looked at. */
function stat(path) {
	try {
		return statSync(path);
	} catch {
		return;
	}
}
// src/adapters/git/partial-clone.ts
/**
* Brings contents that a partial clone left out (gitglossary(7), promisor), as Git itself does when it needs one, but
* all in one go: asked for a list of contents, `git cat-file` would fetch each by itself.
*
* @returns the ids that the clone has now; all of them unless `GIT_NO_LAZY_FETCH` says that nothing may be fetched
* @throws Failure where the remote does not give them
*/
function fetchPromised(root, oids) {
	if (!isPartial(root)) return oids;
	const there = present$1(root, oids);
	const missing = oids.filter((oid) => !there.has(oid));
	if (missing.length === 0) return oids;
	if (mayNotFetch()) return oids.filter((oid) => there.has(oid));
	const remote = promisorOf(root);
	try {
		git(root, [...FETCH, remote], { input: linesOf$1(missing) });
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		const hint = say`this is a partial clone: ${missing.length} contents have to come from ${name(remote)}, which has to be reachable`;
		throw new Failure("broken", error.said, hint);
	}
	return oids;
}
/** Packs from a remote that keeps what they lack are marked as such (gitformat-pack(5)). */
function isPartial(root) {
	const packs = join(commonDirectory(repositoryOf(root).top), "objects", "pack");
	try {
		return readdirSync(packs).some((file) => file.endsWith(".promisor"));
	} catch {
		return false;
	}
}
/** `git rev-list` is the one command that looks for objects without fetching them, in every version of Git. */
function present$1(root, oids) {
	const { stdout } = git(root, LIST_PRESENT, { input: linesOf$1(oids) });
	return new Set(stdout.toString("latin1").split("\n"));
}
const LIST_PRESENT = [
	"rev-list",
	"--objects",
	"--no-object-names",
	"--ignore-missing",
	"--missing=allow-any",
	"--stdin"
];
/** What Git runs for a single object (promisor-remote.c), and nothing of what may follow a fetch. */
const FETCH = [
	"-c",
	"fetch.negotiationAlgorithm=noop",
	"fetch",
	"--quiet",
	"--no-tags",
	"--no-write-fetch-head",
	"--no-auto-maintenance",
	"--recurse-submodules=no",
	"--filter=blob:none",
	"--stdin"
];
const linesOf$1 = (oids) => oids.join("\n") + "\n";
/** Git's own switch (git(1)); versions before 2.44 do not know it. */
function mayNotFetch() {
	return /^(?:1|true|yes|on)$/i.test(process.env["GIT_NO_LAZY_FETCH"] ?? "");
}
/** The first remote that promised to keep what the clone lacks. */
function promisorOf(root) {
	const { stdout } = git(root, [
		"config",
		"--type=bool",
		"--get-regexp",
		"^remote\\..*\\.promisor$"
	], { answers: [1] });
	return /^remote\.(.*)\.promisor true$/m.exec(stdout.toString("utf8"))?.[1] ?? "origin";
}
// src/adapters/git/blobs.ts
/** How much is taken before sizes are asked for: most repositories are smaller, and to run Git again takes time. */
const UNSEEN_BYTES = 64e6;
/** How much one `git cat-file` brings where sizes are known, and how much is kept; then the oldest batch is dropped. */
const BATCH_BYTES = 256e6;
const KEPT_BYTES = 512e6;
/** @param root any directory of the repository */
function createBlobs(root) {
	/** Of unknown size. */
	const announced = /* @__PURE__ */ new Set();
	const sizes = /* @__PURE__ */ new Map();
	/** Of known size, not too large, and not there yet. */
	const waiting = /* @__PURE__ */ new Set();
	const kept = createKept();
	/** Brings what was announced. Where that turns out to be a lot, its beginning, and of the rest the sizes. */
	const meet = (first) => {
		announced.delete(first);
		const oids = fetchPromised(root, [first, ...announced]);
		announced.clear();
		const { stdout } = git(root, BATCH, {
			input: linesOf(oids),
			limit: UNSEEN_BYTES
		});
		const rest = oids.slice(kept.add(stdout, oids, sizes));
		if (rest.length > 0) measure(root, rest, sizes);
		for (const oid of rest) if ((sizes.get(oid) ?? Infinity) <= 1e7) waiting.add(oid);
	};
	const load = (first) => {
		waiting.delete(first);
		const oids = [first];
		let wanted = sizes.get(first) ?? 0;
		for (const oid of waiting) {
			wanted += sizes.get(oid) ?? 0;
			if (wanted > BATCH_BYTES) break;
			oids.push(oid);
			waiting.delete(oid);
		}
		kept.add(git(root, BATCH, { input: linesOf(oids) }).stdout, oids, sizes);
	};
	return {
		announce: (oid) => {
			if (kept.get(oid) !== void 0) return;
			const size = sizes.get(oid);
			if (size === void 0) announced.add(oid);
			else if (size <= 1e7) waiting.add(oid);
		},
		read: (oid) => {
			if (!sizes.has(oid)) meet(oid);
			if ((sizes.get(oid) ?? 0) > 1e7) return { problem: "too-large" };
			if (kept.get(oid) === void 0 && sizes.has(oid)) load(oid);
			const bytes = kept.get(oid);
			if (bytes === void 0) throw lost(oid);
			return { bytes };
		}
	};
}
const BATCH = [
	"cat-file",
	"--batch",
	"--buffer"
];
const linesOf = (oids) => oids.join("\n") + "\n";
/**
* Finds out how large blobs are: `<oid> SP blob SP <size> LF` each, in order (git-cat-file(1), batch output). What the
* clone lacks gets no size.
*/
function measure(root, oids, sizes) {
	const { stdout } = git(root, [
		"cat-file",
		"--batch-check",
		"--buffer"
	], { input: linesOf(oids) });
	const lines = stdout.toString("latin1").split("\n");
	for (const [i, oid] of oids.entries()) {
		const size = sizeIn(lines[i] ?? "", oid);
		if (size !== void 0) sizes.set(oid, size);
	}
}
/** The size that a header gives, `undefined` where the clone lacks the blob. */
function sizeIn(header, oid) {
	return header.startsWith(`${oid} blob `) ? Number(header.slice(oid.length + 6)) : void 0;
}
/** Contents, batch by batch: they are views into what Git printed, which goes away as a whole. */
function createKept() {
	const contents = /* @__PURE__ */ new Map();
	const batches = [];
	let bytes = 0;
	return {
		get: (oid) => contents.get(oid),
		add: (output, oids, sizes) => {
			const whole = splitBatch(output, oids, (oid, content) => {
				sizes.set(oid, content.length);
				if (content.length <= 1e7) contents.set(oid, content);
			});
			batches.push({
				oids: oids.slice(0, whole),
				bytes: output.length
			});
			bytes += output.length;
			while (bytes > KEPT_BYTES && batches.length > 1) {
				const oldest = batches.shift();
				for (const oid of oldest?.oids ?? []) contents.delete(oid);
				bytes -= oldest?.bytes ?? 0;
			}
			return whole;
		}
	};
}
const NEWLINE = 10;
/**
* `<oid> SP blob SP <size> LF <content> LF` for each object asked for, in order, or a line that says otherwise
* (git-cat-file(1), batch output). Returns how many of them are there whole.
*/
function splitBatch(output, oids, take) {
	let at = 0;
	for (const [i, oid] of oids.entries()) {
		const start = output.indexOf(NEWLINE, at) + 1;
		if (start === 0) return i;
		const size = sizeIn(output.toString("latin1", at, start - 1), oid);
		const end = size === void 0 ? start : start + size + 1;
		if (end > output.length) return i;
		if (size !== void 0) take(oid, output.subarray(start, start + size));
		at = end;
	}
	return oids.length;
}
function lost(oid) {
	return new Failure("broken", say`the content of object ${name(oid)} is not in this clone`, say`git fsck tells what is missing; a partial clone needs its remote: git fetch --refetch`);
}
// src/adapters/git/modes.ts
/** What the mode of an index or tree entry says the file is, in octal as Git prints it (git-fast-import(1)). */
function typeOfMode(mode) {
	if (mode === "120000") return "symlink";
	return mode === "160000" ? "submodule" : "file";
}
// src/adapters/links.ts
/** Links that are followed before they count as a loop (Linux follows 40, path_resolution(7)). */
const MOST_LINKS = 40;
/**
* Follows a symbolic link through a tree, the same way in a working tree and in a commit: only what the tree lists
* counts, so a link to an ignored file, into `.git`, into a submodule, to an absolute path or above the top level is
* never followed, on whatever machine.
*
* @param link the link's path, relative to the top level
* @param at what the tree has at such a path
* @returns the file that the link leads to, or why there is none
*/
function resolveLink(link, at) {
	const ahead = link.split("/").reverse();
	const walked = [];
	let followed = 0;
	for (let segment = ahead.pop(); segment !== void 0; segment = ahead.pop()) {
		if (segment === "" || segment === ".") continue;
		if (segment === "..") {
			if (walked.pop() === void 0) return { problem: "link-outside" };
			continue;
		}
		walked.push(segment);
		const step = at(walked.join("/"));
		if (step === void 0) return { problem: "link-broken" };
		if (step === "submodule") return { problem: "link-outside" };
		if (step === "file" && ahead.length > 0) return { problem: "link-broken" };
		if (typeof step === "string") continue;
		if (step.target === "" || ++followed > MOST_LINKS) return { problem: "link-broken" };
		if (step.target.startsWith("/")) return { problem: "link-outside" };
		walked.pop();
		ahead.push(...step.target.split("/").reverse());
	}
	const path = walked.join("/");
	return at(path) === "file" ? { path } : { problem: "not-a-file" };
}
/** A file as seen from a directory: what both are called from the top level. Starts with `../` where it is outside. */
function seenFrom(directory, file) {
	return posix.relative("/" + directory, "/" + file);
}
// src/core/place.ts
const inFile = (file) => ({
	in: "file",
	file
});
const inVariable = (variable) => ({
	in: "variable",
	variable
});
const inEnvironment = (environment) => ({
	in: "environment",
	environment
});
/** `alias`: the use of an anchor through which this place was reached (DESIGN §1: the place is the anchor's). */
function inSpan(source, start, end, alias) {
	return alias === void 0 ? {
		in: "span",
		source,
		start,
		end
	} : {
		in: "span",
		source,
		start,
		end,
		alias
	};
}
function locate(place) {
	switch (place.in) {
		case "span": {
			const start = place.source.positionOf(place.start);
			const end = place.source.positionOf(place.end);
			return {
				file: place.source.path,
				line: start.line,
				column: start.column,
				endLine: end.line,
				endColumn: end.column
			};
		}
		case "file": return { file: place.file };
		case "variable": return { variable: place.variable };
		case "environment": return { environment: place.environment };
	}
}
/** `file:line:column`, as editors and terminals open it; what there is of it. */
function showLocation(at) {
	if (at.file !== void 0) return at.line === void 0 ? say`${name(at.file)}` : say`${name(at.file)}:${at.line}:${at.column ?? 1}`;
	if (at.variable !== void 0) return say`variable ${name(at.variable)}`;
	return say`environment ${name(at.environment ?? "")}`;
}
// src/core/rules.ts
/** From most to least severe. */
const SEVERITIES = [
	"error",
	"warning",
	"note"
];
const error = {
	severity: "error",
	waivable: false
};
/** What a schema asks may be waived for a while, with a reason. */
const broken = {
	severity: "error",
	waivable: true
};
const warning = {
	severity: "warning",
	waivable: true
};
/**
* Every rule there is. The identifiers are stable: people write them into waivers and dashboards. Each has a row in
* `docs/findings.md` and a golden case; a test compares the three lists.
*/
const RULES = {
	"config/unknown-key": error,
	"config/wrong-type": error,
	"config/bad-value": error,
	"config/missing-key": error,
	"discover/nothing-to-check": warning,
	"discover/unused-entry": warning,
	"discover/unused-file": warning,
	"discover/ambiguous-pattern": error,
	"discover/duplicate-layer": error,
	"discover/duplicate-environment": error,
	"discover/unknown-environment": error,
	"discover/similar-environment": warning,
	"discover/bad-name": error,
	"discover/no-name": error,
	"discover/without-layer": error,
	"discover/without-nothing": warning,
	"discover/unknown-document": error,
	"discover/unreadable-file": error,
	"discover/too-large": error,
	"discover/outside-link": error,
	"discover/broken-link": error,
	"discover/submodule": warning,
	"discover/lfs-pointer": error,
	"parse/encoding": error,
	"parse/binary": error,
	"parse/syntax": error,
	"parse/template": error,
	"parse/duplicate-key": error,
	"parse/number": error,
	"parse/tag": error,
	"parse/unknown-tag": error,
	"parse/unknown-anchor": error,
	"parse/merge-key": error,
	"parse/complex-key": error,
	"parse/too-deep": error,
	"parse/too-many-nodes": error,
	"parse/stream": error,
	"parse/flat-key": error,
	"parse/encrypted-name": error,
	"parse/stray-envelope": error,
	"parse/damaged-envelope": error,
	"inherit/unknown-environment": error,
	"inherit/cycle": error,
	"inherit/order": error,
	"inherit/too-deep": error,
	"merge/removes-nothing": warning,
	"merge/kind-change": warning,
	"merge/secret-exposed": {
		severity: "warning",
		waivable: false
	},
	"merge/tag-misplaced": error,
	"merge/key-missing": error,
	"merge/key-duplicate": error,
	"schema/unknown-reference": error,
	"schema/keyword-value": error,
	"schema/keyword-misplaced": error,
	"schema/keyword-unknown": warning,
	"schema/keyword-conflict": error,
	"schema/default-conflict": error,
	"schema/default-invalid": error,
	"schema/default-endless": error,
	"schema/too-complex": error,
	"type/misfit": error,
	"validate/type": broken,
	"validate/missing-key": broken,
	"validate/unknown-key": broken,
	"validate/key-name": broken,
	"validate/enum": broken,
	"validate/const": broken,
	"validate/range": broken,
	"validate/length": broken,
	"validate/pattern": broken,
	"validate/format": broken,
	"validate/unique": broken,
	"validate/contains": broken,
	"validate/one-of": broken,
	"validate/any-of": broken,
	"validate/not": broken,
	"validate/dependent": broken,
	"validate/false": broken,
	"validate/deprecated": warning,
	"validate/too-many": broken,
	"link/syntax": error,
	"link/dangling": error,
	"link/cycle": error,
	"link/not-scalar": error,
	"link/too-large": error,
	"render/sealed": warning
};
// src/core/finding.ts
/** A finding with the severity that its rule has by default. */
function finding(rule, place, message, more = {}) {
	return {
		rule,
		severity: RULES[rule].severity,
		related: [],
		...more,
		message,
		place
	};
}
/** What is said of the alias that led to a place. The mistake is at the anchor, once, however many aliases use it. */
const THROUGH_ALIAS = say`used through this alias`;
/** Works out lines and columns. Called when a unit of work closes, so that its texts can be dropped. */
function settle(found) {
	const related = found.related.map(({ message, place }) => ({
		message,
		location: locate(place)
	}));
	if (found.place.in === "span" && found.place.alias !== void 0) related.push({
		message: THROUGH_ALIAS,
		location: locate(found.place.alias)
	});
	return {
		rule: found.rule,
		severity: found.severity,
		message: found.message,
		location: locate(found.place),
		related,
		environments: found.environment === void 0 ? [] : [found.environment]
	};
}
// src/core/collector.ts
/**
* Gathers the findings of a run, unit of work by unit of work. Closing a unit works out its lines and columns, so that
* its texts can be dropped, and folds what was found in several environments into one.
*/
var Collector = class Collector {
	#open = [];
	#settled = /* @__PURE__ */ new Map();
	/** Bound, so that it can be handed to stages as their `Report`. */
	report = (found) => {
		this.#open.push(found);
	};
	/** A collector that starts with what this one has settled and leaves it alone. */
	fork() {
		const fork = new Collector();
		for (const [key, { found, environments }] of this.#settled) fork.#settled.set(key, {
			found,
			environments: new Set(environments)
		});
		return fork;
	}
	/** Settles what the unit found. */
	close() {
		for (const found of this.#open) this.#add(settle(found));
		this.#open = [];
	}
	/** Forgets what the open unit found: it is about to be done again. */
	discard() {
		this.#open = [];
	}
	/** All findings, by place, then severity, then rule. */
	findings() {
		this.close();
		const findings = [];
		for (const { found, environments } of this.#settled.values()) {
			const isAll = environments.size === found.environments.length;
			findings.push(isAll ? found : {
				...found,
				environments: [...environments].sort()
			});
		}
		return findings.sort(byPlace);
	}
	#add(found) {
		const { file, line, column, variable, environment } = found.location;
		const related = found.related.filter(({ message }) => message !== THROUGH_ALIAS).map(({ location: at, message }) => `${at.file ?? ""}:${at.line ?? 0}:${at.column ?? 0} ${message}`);
		const place = [
			file,
			line,
			column,
			variable,
			environment
		];
		const key = [
			found.rule,
			found.severity,
			...place,
			found.message,
			...related
		].join("\0");
		const known = this.#settled.get(key);
		if (known === void 0) this.#settled.set(key, {
			found,
			environments: new Set(found.environments)
		});
		else for (const one of found.environments) known.environments.add(one);
	}
};
function byPlace(a, b) {
	return compareText$1(a.location.file ?? "", b.location.file ?? "") || (a.location.line ?? 0) - (b.location.line ?? 0) || (a.location.column ?? 0) - (b.location.column ?? 0) || SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || compareText$1(a.rule, b.rule) || compareText$1(a.location.environment ?? "", b.location.environment ?? "") || compareText$1(a.message, b.message);
}
/** UTF-16 order: the same on every machine, whatever its locale. */
function compareText$1(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
// src/adapters/listing.ts
/** The files of a tree, sorted by path (UTF-16 order), found by path. */
var Listing = class {
	entries;
	#byPath = /* @__PURE__ */ new Map();
	/** Takes the entries over; of several with one path the first counts. */
	constructor(entries) {
		for (const entry of entries) if (!this.#byPath.has(entry.path)) this.#byPath.set(entry.path, entry);
		const distinct = this.#byPath.size === entries.length ? entries : [...this.#byPath.values()];
		this.entries = isSorted$1(distinct) ? distinct : distinct.toSorted((a, b) => compareText$1(a.path, b.path));
	}
	get(path) {
		return this.#byPath.get(path);
	}
	/** Whether a file lies below a path; the root is a directory even when it is empty. */
	isDirectory(path) {
		if (path === "") return true;
		const below = path + "/";
		let low = 0;
		let high = this.entries.length;
		while (low < high) {
			const middle = low + high >> 1;
			if (compareText$1(this.entries[middle].path, below) < 0) low = middle + 1;
			else high = middle;
		}
		return this.entries[low]?.path.startsWith(below) ?? false;
	}
};
function isSorted$1(entries) {
	for (let i = 1; i < entries.length; i++) if (entries[i - 1].path > entries[i].path) return false;
	return true;
}
// src/adapters/paths.ts
/**
* Path names as Git prints them, as text. Names need not be valid UTF-8: a byte that fits nowhere becomes the lone
* surrogate U+DC80 … U+DCFF (as Python's `surrogateescape` does, PEP 383), so that every name stays distinct, can be
* turned back into its bytes, and is escaped in messages.
*/
function decodePath(bytes) {
	return isUtf8(bytes) ? bytes.toString("utf8") : decodeBroken(bytes);
}
/** The bytes of a path of `decodePath`, for the file system; a plain string where that says the same. */
function encodePath(path) {
	if (!ESCAPED$1.test(path)) return path;
	const parts = [];
	for (const point of path) {
		const code = point.charCodeAt(0);
		const escaped = point.length === 1 && code >= ESCAPE_FIRST && code <= ESCAPE_LAST;
		parts.push(escaped ? Buffer.from([code - ESCAPE_BASE]) : Buffer.from(point));
	}
	return Buffer.concat(parts);
}
const ESCAPE_BASE = 56320;
const ESCAPE_FIRST = 56448;
const ESCAPE_LAST = 56575;
/** With the `u` flag surrogates match only where they stand alone. */
const ESCAPED$1 = /[\udc80-\udcff]/u;
function decodeBroken(bytes) {
	let text = "";
	let at = 0;
	while (at < bytes.length) {
		const length = sequenceLength$1(bytes[at]);
		const sequence = bytes.subarray(at, at + length);
		if (sequence.length === length && isUtf8(sequence)) {
			text += sequence.toString("utf8");
			at += length;
		} else {
			text += String.fromCharCode(ESCAPE_BASE + bytes[at]);
			at++;
		}
	}
	return text;
}
/** Length of the UTF-8 sequence that a byte starts (RFC 3629 §3); what it cannot start fails the check that follows. */
function sequenceLength$1(lead) {
	if (lead < 192) return 1;
	if (lead < 224) return 2;
	return lead < 240 ? 3 : 4;
}
// src/adapters/files.ts
/**
* The files below a directory as they are on disk: those that Git tracks, and untracked ones that it does not ignore.
* What a sparse checkout leaves out is read from the index. Reading is synchronous through one buffer, which is the
* fastest there is for many small files. No object ids are given: a checkout may have changed line endings, so that an
* equal id would not mean equal bytes.
*
* @param within the files and folders that matter, where that is known beforehand: Git then walks no others. Links may
*   lead anywhere, so where there is one everything is listed.
* @throws Failure where the directory is in no repository, or Git refuses
*/
function workingTree(root, within = []) {
	const repository = repositoryOf(root);
	const base = join$2(repository.top, repository.prefix);
	const some = listFiles(base, within);
	const listing = new Listing(within.length > 0 && some.some(({ type }) => type === "symlink") ? listFiles(base) : some);
	const blobs = createBlobs(base);
	const readEntry = createEntryReader(blobs);
	const belowLink = createFolders(base);
	const follow = createLinks$1(repository, listing, blobs);
	const isSparse = listing.entries.some(({ blob }) => blob !== void 0);
	return {
		label: "working tree",
		entries: listing.entries,
		isBlob,
		prefetch: (paths) => {
			if (!isSparse) return;
			for (const path of paths) {
				const blob = listing.get(path)?.blob;
				if (blob !== void 0) blobs.announce(blob);
			}
		},
		read: (path) => {
			const entry = listing.get(path);
			if (entry === void 0) return { problem: listing.isDirectory(path) ? "not-a-file" : "missing" };
			if (entry.type === "submodule") return { problem: "not-a-file" };
			if (belowLink(path)) return { problem: "missing" };
			const found = readEntry(join$2(base, path), entry);
			if (found !== "link") return found;
			const resolved = follow(path);
			if (resolved.problem !== void 0) return resolved;
			const target = readEntry(join$2(repository.top, resolved.path), resolved.entry);
			if (target === "link") return { problem: "link-broken" };
			return target.problem === void 0 ? {
				...target,
				path: seenFrom(repository.prefix, resolved.path)
			} : target;
		}
	};
}
/** Reads what is on disk, else what the index has of a file that a sparse checkout leaves out. */
function createEntryReader(blobs) {
	const read = createFileReader();
	return (path, entry) => {
		const found = read(path);
		if (entry?.blob === void 0 || found === "link" || found.problem !== "missing") return found;
		return entry.type === "symlink" ? "link" : blobs.read(entry.blob);
	};
}
function join$2(directory, path) {
	return path === "" ? directory : `${directory}/${path}`;
}
/**
* One spawn: tracked files (`H`; `M` in a merge conflict, once a side; `S` outside a sparse checkout), those of them
* that are gone from disk once more (`R`), untracked ones (`?`, with a slash where it is a repository of its own).
* `git ls-files` prints `<tag> SP <mode> SP <oid> SP <stage> TAB <path> NUL`, for untracked files only tag and path.
*/
function listFiles(directory, within = []) {
	const paths = within.map((path) => `:(literal)${path}`);
	const text = decodePath(git(directory, [
		...LIST_FILES,
		"--",
		...paths
	]).stdout);
	const entries = [];
	const gone = /* @__PURE__ */ new Set();
	for (let at = 0; at < text.length;) {
		const end = text.indexOf("\0", at);
		const tag = text[at];
		if (tag === "?") entries.push(untracked(directory, text.slice(at + 2, end)));
		else {
			const path = text.slice(text.indexOf("	", at) + 1, end);
			if (tag === "R" && isGone(join$2(directory, path))) gone.add(path);
			const type = typeOfMode(text.slice(at + 2, at + 8));
			if (tag === "S") entries.push({
				path,
				type,
				blob: text.slice(at + 9, text.indexOf(" ", at + 9))
			});
			else if (tag !== "R") entries.push({
				path,
				type
			});
		}
		at = end + 1;
	}
	return gone.size === 0 ? entries : entries.filter(({ path }) => !gone.has(path));
}
const LIST_FILES = [
	"ls-files",
	"-z",
	"-t",
	"--stage",
	"--cached",
	"--deleted",
	"--others",
	"--exclude-standard"
];
function untracked(directory, path) {
	if (path.endsWith("/")) return {
		path: path.slice(0, -1),
		type: "submodule"
	};
	return {
		path,
		type: statOf(join$2(directory, path))?.isSymbolicLink() === true ? "symlink" : "file"
	};
}
/** To Git a file in a folder without permission is gone; to us it is there and unreadable. */
function isGone(path) {
	try {
		lstatSync(encodePath(path));
		return false;
	} catch (error) {
		return problemOf(error) === "missing";
	}
}
/** `undefined` where there is nothing, or nothing that may be looked at. */
function statOf(path) {
	try {
		return lstatSync(encodePath(path));
	} catch {
		return;
	}
}
/** Says whether a link is in the place of a folder above a path: it leads to files that are not the listed ones. */
function createFolders(base) {
	const known = /* @__PURE__ */ new Map([["", false]]);
	const linked = (folder) => {
		let answer = known.get(folder);
		if (answer === void 0) {
			answer = linked(parentOf(folder)) || statOf(join$2(base, folder))?.isSymbolicLink() === true;
			known.set(folder, answer);
		}
		return answer;
	};
	return (path) => linked(parentOf(path));
}
function parentOf(path) {
	const slash = path.lastIndexOf("/");
	return slash < 0 ? "" : path.slice(0, slash);
}
/** Follows links as `links.ts` says; what lies outside the directory is listed when the first link asks for it. */
function createLinks$1({ top, prefix }, listing, blobs) {
	const inside = prefix === "" ? "" : prefix + "/";
	let whole;
	const placeOf = (path) => {
		if (path.startsWith(inside)) return [listing, path.slice(inside.length)];
		return [whole ??= new Listing(listFiles(top)), path];
	};
	const at = (path) => {
		if (inside.startsWith(path + "/")) return "directory";
		const [tree, key] = placeOf(path);
		const entry = tree.get(key);
		if (entry === void 0) return tree.isDirectory(key) ? "directory" : void 0;
		return entry.type === "submodule" ? "submodule" : onDisk(join$2(top, path)) ?? inIndex(entry, blobs);
	};
	return (path) => {
		const resolved = resolveLink(inside + path, at);
		if (resolved.problem === void 0) {
			const [tree, key] = placeOf(resolved.path);
			return {
				path: resolved.path,
				entry: tree.get(key)
			};
		}
		return { problem: resolved.problem === "link-broken" && existsSync(encodePath(join$2(top, inside + path))) ? "link-outside" : resolved.problem };
	};
}
/** What is there now, which need not be what the index says. */
function onDisk(path) {
	try {
		return { target: decodePath(readlinkSync(encodePath(path), "buffer")) };
	} catch (error) {
		return codeOf(error) === "EINVAL" || codeOf(error) === "UNKNOWN" ? "file" : void 0;
	}
}
/** What a sparse checkout leaves out. */
function inIndex({ type, blob }, blobs) {
	if (blob === void 0) return void 0;
	if (type !== "symlink") return "file";
	const { bytes } = blobs.read(blob);
	return { target: bytes === void 0 ? "" : decodePath(bytes) };
}
/** Never waits for a pipe, never follows a link. Windows has neither flag, and neither kind of file. */
const OPEN_FLAGS = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;
const FIRST_BUFFER = 65536;
/** Reads whole files into one buffer that grows as needed. `link`: the path is a symbolic link. */
function createFileReader() {
	let buffer = Buffer.allocUnsafeSlow(FIRST_BUFFER);
	const readAll = (file) => {
		let length = readSync(file, buffer, 0, buffer.length, 0);
		if (length < buffer.length) return { bytes: buffer.subarray(0, length) };
		const stats = fstatSync(file);
		if (!stats.isFile()) return { problem: "not-a-file" };
		if (stats.size > 1e7) return { problem: "too-large" };
		if (stats.size >= buffer.length) buffer = Buffer.allocUnsafeSlow(stats.size + 1);
		length = 0;
		for (let count = -1; count !== 0 && length < buffer.length; length += count) count = readSync(file, buffer, length, buffer.length - length, length);
		return { bytes: buffer.subarray(0, length) };
	};
	return (path) => {
		let file;
		try {
			file = openSync(encodePath(path), OPEN_FLAGS);
		} catch (error) {
			return codeOf(error) === "ELOOP" || codeOf(error) === "EMLINK" ? "link" : { problem: problemOf(error) };
		}
		try {
			return readAll(file);
		} catch (error) {
			return { problem: problemOf(error) };
		} finally {
			closeSync(file);
		}
	};
}
function problemOf(error) {
	return PROBLEMS$1[codeOf(error)] ?? "unreadable";
}
const PROBLEMS$1 = {
	ENOENT: "missing",
	ENOTDIR: "missing",
	EISDIR: "not-a-file",
	ESPIPE: "not-a-file",
	ENXIO: "not-a-file"
};
function codeOf(error) {
	return error.code ?? "";
}
// src/core/nearest.ts
var import_fastest_levenshtein = (/* @__PURE__ */ __commonJSMin(((exports) => {
	exports.__esModule = true;
	exports.distance = exports.closest = void 0;
	var peq = /* @__PURE__ */ new Uint32Array(65536);
	var myers_32 = function(a, b) {
		var n = a.length;
		var m = b.length;
		var lst = 1 << n - 1;
		var pv = -1;
		var mv = 0;
		var sc = n;
		var i = n;
		while (i--) peq[a.charCodeAt(i)] |= 1 << i;
		for (i = 0; i < m; i++) {
			var eq = peq[b.charCodeAt(i)];
			var xv = eq | mv;
			eq |= (eq & pv) + pv ^ pv;
			mv |= ~(eq | pv);
			pv &= eq;
			if (mv & lst) sc++;
			if (pv & lst) sc--;
			mv = mv << 1 | 1;
			pv = pv << 1 | ~(xv | mv);
			mv &= xv;
		}
		i = n;
		while (i--) peq[a.charCodeAt(i)] = 0;
		return sc;
	};
	var myers_x = function(b, a) {
		var n = a.length;
		var m = b.length;
		var mhc = [];
		var phc = [];
		var hsize = Math.ceil(n / 32);
		var vsize = Math.ceil(m / 32);
		for (var i = 0; i < hsize; i++) {
			phc[i] = -1;
			mhc[i] = 0;
		}
		var j = 0;
		for (; j < vsize - 1; j++) {
			var mv_1 = 0;
			var pv_1 = -1;
			var start_1 = j * 32;
			var vlen_1 = Math.min(32, m) + start_1;
			for (var k = start_1; k < vlen_1; k++) peq[b.charCodeAt(k)] |= 1 << k;
			for (var i = 0; i < n; i++) {
				var eq = peq[a.charCodeAt(i)];
				var pb = phc[i / 32 | 0] >>> i & 1;
				var mb = mhc[i / 32 | 0] >>> i & 1;
				var xv = eq | mv_1;
				var xh = ((eq | mb) & pv_1) + pv_1 ^ pv_1 | eq | mb;
				var ph = mv_1 | ~(xh | pv_1);
				var mh = pv_1 & xh;
				if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
				if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
				ph = ph << 1 | pb;
				mh = mh << 1 | mb;
				pv_1 = mh | ~(xv | ph);
				mv_1 = ph & xv;
			}
			for (var k = start_1; k < vlen_1; k++) peq[b.charCodeAt(k)] = 0;
		}
		var mv = 0;
		var pv = -1;
		var start = j * 32;
		var vlen = Math.min(32, m - start) + start;
		for (var k = start; k < vlen; k++) peq[b.charCodeAt(k)] |= 1 << k;
		var score = m;
		for (var i = 0; i < n; i++) {
			var eq = peq[a.charCodeAt(i)];
			var pb = phc[i / 32 | 0] >>> i & 1;
			var mb = mhc[i / 32 | 0] >>> i & 1;
			var xv = eq | mv;
			var xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
			var ph = mv | ~(xh | pv);
			var mh = pv & xh;
			score += ph >>> m - 1 & 1;
			score -= mh >>> m - 1 & 1;
			if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
			if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
			ph = ph << 1 | pb;
			mh = mh << 1 | mb;
			pv = mh | ~(xv | ph);
			mv = ph & xv;
		}
		for (var k = start; k < vlen; k++) peq[b.charCodeAt(k)] = 0;
		return score;
	};
	var distance = function(a, b) {
		if (a.length < b.length) {
			var tmp = b;
			b = a;
			a = tmp;
		}
		if (b.length === 0) return a.length;
		if (a.length <= 32) return myers_32(a, b);
		return myers_x(a, b);
	};
	exports.distance = distance;
	var closest = function(str, arr) {
		var min_distance = Infinity;
		var min_index = 0;
		for (var i = 0; i < arr.length; i++) {
			var dist = distance(str, arr[i]);
			if (dist < min_distance) {
				min_distance = dist;
				min_index = i;
			}
		}
		return arr[min_index];
	};
	exports.closest = closest;
})))();
/**
* The candidate that a mistyped name most likely meant, or `undefined` where none is near: about a third of the
* letters may differ, three at most. Ties go to the first in the given order.
*/
function nearest(wanted, candidates) {
	const limit = Math.min(3, Math.ceil(wanted.length / 3));
	let best;
	let bestDistance = limit + 1;
	for (const candidate of candidates) {
		if (candidate === wanted || Math.abs(candidate.length - wanted.length) >= bestDistance) continue;
		const d = (0, import_fastest_levenshtein.distance)(wanted.toLowerCase(), candidate.toLowerCase());
		if (d < bestDistance) {
			best = candidate;
			bestDistance = d;
		}
	}
	return best;
}
/** The end of a sentence about a name that is not known: the nearest that is, or nothing. */
function didYouMean(wanted, candidates) {
	return suggestion(nearest(wanted, candidates));
}
/** The same for what was found to be near. */
function suggestion(near) {
	return near === void 0 ? say`` : say`; did you mean ${name(near)}?`;
}
// src/adapters/git/resolve-commit.ts
/**
* The object id of the commit that a text names: a branch, tag, id or any other revision (gitrevisions(7)). A text that
* looks like an option is none.
*
* @throws Failure (usage) where it names no commit of this repository, with the nearest branch or tag
*/
function resolveCommit(root, text) {
	if (text !== "" && !text.startsWith("-")) {
		const { status, stdout } = git(root, [
			"rev-parse",
			"--verify",
			"--quiet",
			"--end-of-options",
			`${text}^{commit}`
		], { answers: [1, 128] });
		const found = stdout.toString("latin1").trimEnd();
		if (status === 0 && isObjectId(found)) return found;
	}
	throw unknownCommit(root, text);
}
/** Whether a text is a whole object id: 40 hexadecimal digits (SHA-1), or 64 (SHA-256). */
function isObjectId(text) {
	return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}
function unknownCommit(root, text) {
	return new Failure("usage", say`${name(text)} names no commit of this repository`, hintFor(root, text));
}
function hintFor(root, text) {
	const range = /^(.*?)\.{2,3}(?![./])(.*)$/.exec(text);
	if (range !== null) {
		const [from, to] = [range[1], range[2]].map((end) => name(end === void 0 || end === "" ? "HEAD" : end));
		return say`write two commits: cairn diff ${from} ${to}`;
	}
	const { top } = repositoryOf(root);
	const { stdout } = git(root, [
		"for-each-ref",
		"--format=%(refname:short)",
		"refs/heads",
		"refs/tags",
		"refs/remotes"
	]);
	const names = stdout.toString("utf8").split("\n").filter(Boolean);
	const near = nearest(text, names);
	if (near !== void 0) return say`did you mean ${name(near)}?`;
	if (names.length === 0 && text.startsWith("HEAD")) return say`there is no commit yet`;
	if (isShallow(top)) return say`this clone is shallow: git fetch --unshallow brings the rest of the history`;
}
/** Whether history was cut off when cloning. */
function isShallow(top) {
	return existsSync(join(commonDirectory(top), "shallow"));
}
// src/adapters/git/commit-tree.ts
/**
* A directory as it is in a commit. Nothing is checked out: `git ls-tree` lists it, `git cat-file` brings all contents
* that were announced: once their sizes, once the contents themselves. Links are followed within the commit.
*
* @param root the directory; what it holds is listed relative to it
* @param commitish any revision; a whole object id is taken at its word
* @throws Failure where there is no such commit, or Git refuses
*/
function commitTree(root, commitish, options = {}) {
	const commit = isObjectId(commitish) ? commitish : resolveCommit(root, commitish);
	const blobs = options.blobs ?? createBlobs(root);
	const listing = new Listing(listTree(root, commit, []));
	const fileAt = createLinks(root, commit, {
		listing,
		blobs
	});
	return {
		label: commit,
		entries: listing.entries,
		prefetch: (paths) => {
			const links = [];
			for (const path of paths) {
				const entry = listing.get(path);
				if (entry?.type === "file") blobs.announce(entry.blob);
				else if (entry?.type === "symlink") links.push(path);
			}
			if (links.length > 0) announceTargets(links, {
				listing,
				blobs,
				fileAt
			});
		},
		read: (path) => {
			const entry = listing.get(path);
			if (entry === void 0) return { problem: listing.isDirectory(path) ? "not-a-file" : "missing" };
			if (entry.type === "file") return blobs.read(entry.blob);
			if (entry.type === "submodule") return { problem: "not-a-file" };
			const found = fileAt(path);
			if (!("blob" in found)) return found;
			const { bytes, problem } = blobs.read(found.blob);
			return problem === void 0 ? {
				bytes,
				path: found.path
			} : { problem };
		}
	};
}
/** Where links lead is known once their texts are read: all of them in one go, since one may lead through another. */
function announceTargets(links, { listing, blobs, fileAt }) {
	for (const entry of listing.entries) if (entry.type === "symlink") blobs.announce(entry.blob);
	for (const link of links) {
		const found = fileAt(link);
		if ("blob" in found) blobs.announce(found.blob);
	}
}
/**
* Follows links. They may lead out of the directory but not out of the repository: the rest of the commit is listed
* when the first link asks for it.
*/
function createLinks(root, commit, { listing, blobs }) {
	let prefix;
	let whole;
	const files = () => whole ??= new Listing(listTree(root, commit, ["--full-tree"]));
	const at = (path) => {
		if (prefix !== void 0 && prefix.startsWith(path + "/")) return "directory";
		const [tree, key] = prefix !== void 0 && path.startsWith(prefix) ? [listing, path.slice(prefix?.length)] : [files(), path];
		return stepOf(tree, key, blobs);
	};
	return (path) => {
		if (prefix === void 0) {
			const below = repositoryOf(root).prefix;
			prefix = below === "" ? "" : below + "/";
		}
		const resolved = resolveLink(prefix + path, at);
		if (resolved.problem !== void 0) return resolved;
		const seen = seenFrom(prefix, resolved.path);
		const blob = (listing.get(seen) ?? files().get(resolved.path))?.blob;
		return blob === void 0 ? { problem: "link-broken" } : {
			path: seen,
			blob
		};
	};
}
function stepOf(tree, path, blobs) {
	const entry = tree.get(path);
	if (entry === void 0) return tree.isDirectory(path) ? "directory" : void 0;
	if (entry.type !== "symlink") return entry.type;
	const { bytes } = blobs.read(entry.blob);
	return { target: bytes === void 0 ? "" : decodePath(bytes) };
}
/**
* `<mode> SP <type> SP <oid> TAB <path> NUL` a file (git-ls-tree(1)). Sizes are not asked for: in a partial clone Git
* would fetch every content of the commit, one by one, to tell them.
*/
function listTree(root, commit, options) {
	const { status, stdout } = git(root, [
		"ls-tree",
		"-r",
		"-z",
		...options,
		`${commit}^{commit}`
	], { answers: [128] });
	if (status !== 0) throw unknownCommit(root, commit);
	const text = decodePath(stdout);
	const entries = [];
	for (let at = 0; at < text.length;) {
		const tab = text.indexOf("	", at);
		const end = text.indexOf("\0", tab);
		const type = typeOfMode(text.slice(at, at + 6));
		const blob = text.slice(text.indexOf(" ", at + 7) + 1, tab);
		const path = text.slice(tab + 1, end);
		entries.push(type === "file" ? {
			path,
			type,
			oid: blob,
			blob
		} : {
			path,
			type,
			blob
		});
		at = end + 1;
	}
	return entries;
}
// src/adapters/git/default-base.ts
/**
* The base of a change: the first parent of a merge commit (what a pull request's merge is made onto), else where HEAD
* left the remote's default branch, else where it left a local `main` or `master`.
*/
function defaultBase(root) {
	const parents = parentsOfHead(root);
	if (parents === void 0) return { reason: say`there is no commit yet` };
	const [first, second] = parents;
	if (first !== void 0 && second !== void 0) return {
		commit: first,
		because: say`the first parent of the merge commit at HEAD`
	};
	const { branch, current } = branches(root);
	if (branch === void 0) return { reason: current === void 0 ? nothingThere(CANDIDATES) : alone(root, current) };
	const { status, stdout } = git(root, [
		"merge-base",
		"HEAD",
		branch
	], { answers: [1] });
	const commit = stdout.toString("latin1").trimEnd();
	if (status === 0 && isObjectId(commit)) return {
		commit,
		because: say`where HEAD left ${shortName(branch)}`
	};
	return isShallow(repositoryOf(root).top) ? { reason: say`this clone is shallow and ends before HEAD left ${shortName(branch)}: git fetch --unshallow` } : { reason: say`HEAD and ${shortName(branch)} have no commit in common` };
}
const REMOTE = [
	"refs/remotes/origin/HEAD",
	"refs/remotes/origin/main",
	"refs/remotes/origin/master"
];
const LOCAL = ["refs/heads/main", "refs/heads/master"];
const CANDIDATES = [...REMOTE, ...LOCAL];
function shortName(ref) {
	return name(ref.replace(/^refs\/(?:remotes|heads)\//, ""));
}
/** The parents of HEAD, `undefined` where it is not born yet. */
function parentsOfHead(root) {
	const { status, stdout } = git(root, [
		"rev-parse",
		"--verify",
		"--quiet",
		"HEAD^{commit}"
	], { answers: [1, 128] });
	if (status !== 0) return void 0;
	return git(root, [
		"rev-list",
		"--parents",
		"--max-count=1",
		stdout.toString("latin1").trimEnd()
	]).stdout.toString("latin1").trim().split(" ").slice(1);
}
function branches(root) {
	const { stdout } = git(root, [
		"for-each-ref",
		"--format=%(HEAD)%(refname)",
		...CANDIDATES
	]);
	const lines = stdout.toString("utf8").split("\n");
	const current = lines.find((line) => line.startsWith("*"))?.slice(1);
	const there = new Set(lines.map((line) => line.slice(1)));
	return {
		branch: CANDIDATES.find((ref) => there.has(ref) && ref !== current),
		current
	};
}
/** Why there is nothing to compare with where HEAD is on the only default branch. */
function alone(root, current) {
	const hasRemote = git(root, ["remote"]).stdout.length > 0;
	return say`HEAD is on ${shortName(current)} itself, and ${hasRemote ? nothingThere(REMOTE) : say`there is no remote`}`;
}
function nothingThere(refs) {
	return say`there is no ${list(refs.map(shortName), "or")} to compare with`;
}
// src/core/tree.ts
/** Offsets of the fields of a node in `spans`. */
const NODE = {
	keyStart: 0,
	keyEnd: 1,
	valueStart: 2,
	valueEnd: 3,
	/** Index of the node after this one's subtree; negative for an alias: `~index` of the anchored node. */
	end: 4
};
/** Index of the node after `node` and everything below it. */
function nodeAfter(tree, node) {
	const end = field(tree, node, NODE.end);
	return end < 0 ? node + 1 : end;
}
/** Children of a node as they stand in the text, in order; aliases are followed, merge keys are listed as such. */
function* childrenOf$1(tree, node) {
	const at = anchored(tree, node);
	const end = field(tree, at, NODE.end);
	for (let child = at + 1; child < end; child = nodeAfter(tree, child)) yield child;
}
/**
* The node at a pointer's tokens below `from`, or -1. Follows aliases; a key that the mapping itself lacks is looked up
* in its merge keys. Cost: depth × siblings; of large nodes, depth after the first question.
*/
function findNode(tree, tokens, from = 0) {
	let at = from;
	for (const token of tokens) {
		at = childAt(tree, at, token);
		if (at < 0) return -1;
	}
	return at;
}
function childAt(tree, node, token) {
	const at = anchored(tree, node);
	if (field(tree, at, NODE.end) - at > LARGE) {
		const children = indexOf(tree, at);
		const known = children.get(token);
		if (known !== void 0) return known;
		if (!children.has("\0<<")) return -1;
	}
	return scanFor(tree, at, token);
}
/** Nodes below a node from which on its children are indexed when one is looked up. */
const LARGE = 256;
const indexes = /* @__PURE__ */ new WeakMap();
/** The children of a node by key or index; of duplicate keys the last one. */
function indexOf(tree, node) {
	let ofTree = indexes.get(tree);
	if (ofTree === void 0) indexes.set(tree, ofTree = /* @__PURE__ */ new Map());
	const known = ofTree.get(node);
	if (known !== void 0) return known;
	const children = /* @__PURE__ */ new Map();
	let index = 0;
	for (const child of childrenOf$1(tree, node)) children.set(tree.keys[child] ?? String(index++), child);
	ofTree.set(node, children);
	return children;
}
function scanFor(tree, node, token) {
	let hit = -1;
	let index = 0;
	const merges = [];
	for (const child of childrenOf$1(tree, node)) {
		const key = tree.keys[child];
		if (key === null) {
			if (String(index++) === token) return child;
		} else if (key === token) hit = child;
		else if (key === "\0<<") merges.push(child);
	}
	if (hit >= 0) return hit;
	for (const merge of merges) {
		const found = mergedChildAt(tree, merge, token);
		if (found >= 0) return found;
	}
	return -1;
}
/** `<<` takes a mapping, or a list of mappings of which the first that has the key counts (YAML merge key draft). */
function mergedChildAt(tree, merge, token) {
	const kids = [...childrenOf$1(tree, merge)];
	if (kids.length === 0 || tree.keys[kids[0]] !== null) return childAt(tree, merge, token);
	for (const kid of kids) {
		const found = childAt(tree, kid, token);
		if (found >= 0) return found;
	}
	return -1;
}
/** The span of a node's value. For an alias: the anchored value's, with the alias as the way there. */
function valuePlace(tree, node) {
	const at = anchored(tree, node);
	const place = inSpan(tree.source, field(tree, at, NODE.valueStart), field(tree, at, NODE.valueEnd));
	if (at === node) return place;
	return {
		...place,
		alias: inSpan(tree.source, field(tree, node, NODE.valueStart), field(tree, node, NODE.valueEnd))
	};
}
/** The span of a node's key; of its value where it has none (list items, the root). */
function keyPlace(tree, node) {
	const start = field(tree, node, NODE.keyStart);
	return start < 0 ? valuePlace(tree, node) : inSpan(tree.source, start, field(tree, node, NODE.keyEnd));
}
/** The node that an alias stands for; the node itself where it is none. */
function anchored(tree, node) {
	let at = node;
	for (;;) {
		const end = field(tree, at, NODE.end);
		if (end >= 0) return at;
		at = ~end;
	}
}
function field(tree, node, offset) {
	return tree.spans[node * 5 + offset];
}
/** The tags below a path, where there are any. */
function tagsAt(tags, tokens) {
	let at = tags;
	for (const token of tokens) at = at?.children.get(token);
	return at;
}
// src/core/value.ts
/** True for mappings only: not for lists, null or opaque leaves. */
function isMapping(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Opaque);
}
function isList(value) {
	return Array.isArray(value);
}
/** Sets a key as an own property, `__proto__` included: no key of a document ever touches a prototype. */
function put(mapping, key, value) {
	if (key === "__proto__") Object.defineProperty(mapping, key, {
		value,
		enumerable: true,
		configurable: true,
		writable: true
	});
	else mapping[key] = value;
}
/** The own value of a key, `undefined` where there is none; `__proto__` and `constructor` are keys like any other. */
function own(mapping, key) {
	return Object.hasOwn(mapping, key) ? mapping[key] : void 0;
}
/** The value at a pointer's tokens, `undefined` where the path leads nowhere. List items are reached by index. */
function valueAt(value, tokens) {
	let at = value;
	for (const token of tokens) if (isMapping(at)) at = own(at, token);
	else if (isList(at)) at = LIST_INDEX$1.test(token) ? at[Number(token)] : void 0;
	else return void 0;
	return at;
}
/** An array index as RFC 6901 §4 writes it: no leading zeros. */
const LIST_INDEX$1 = /^(?:0|[1-9][0-9]*)$/;
function kindOf(value) {
	if (value === null) return "null";
	if (isList(value)) return "list";
	if (value instanceof Opaque) return value.opaque;
	const type = typeof value;
	return type === "object" ? "mapping" : type;
}
/**
* Deep equality of values. Two holes are equal, two sealed leaves by ciphertext, two unresolved ones by their parts,
* two secrets only if the same one.
*/
function sameValue(a, b) {
	if (a === b) return true;
	if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
	if (a instanceof Opaque || b instanceof Opaque) return a instanceof Opaque && b instanceof Opaque && sameOpaque(a, b);
	if (isList(a) || isList(b)) return isList(a) && isList(b) && a.length === b.length && a.every((item, i) => sameValue(item, b[i]));
	const keys = Object.keys(a);
	if (keys.length !== Object.keys(b).length) return false;
	return keys.every((key) => Object.hasOwn(b, key) && sameValue(a[key], b[key]));
}
function sameOpaque(a, b) {
	if (a instanceof Sealed) return b instanceof Sealed && a.sameCiphertext(b);
	if (a instanceof Unresolved) return b instanceof Unresolved && a.sameParts(b, samePart);
	return a.opaque === "hole" && b.opaque === "hole";
}
function samePart(a, b) {
	return a === b || a instanceof Opaque && b instanceof Opaque && sameOpaque(a, b);
}
// src/layers.ts
/**
* Reads the layers of one document: each file is read and parsed once, however many environments ask for it, and
* dropped with the document. Files that discovery had to read are not read again.
*/
function createLayers(parse) {
	const layers = /* @__PURE__ */ new Map();
	return (source) => {
		let known = layers.get(source);
		if (known === void 0) layers.set(source, known = layersIn(source, source.trees ?? parse(source.path, source.entry)));
		return known;
	};
}
/** A document of a stream each, all of them unless the source names one; none where `at` leads nowhere. */
function layersIn(source, trees) {
	const layers = [];
	const namedAt = namedAtIn(source.entry);
	for (const [i, tree] of trees.entries()) {
		if (source.document !== void 0 && source.document !== i) continue;
		const value = valueAt(tree.value, source.at);
		const node = findNode(tree, source.at);
		if (value === void 0 || node < 0) continue;
		const tags = tagsAt(tree.tags, source.at);
		const layer = {
			from: "file",
			tree,
			node,
			value,
			environment: source.environment,
			encrypted: tree.encrypted === true
		};
		if (tags === void 0 && namedAt === void 0) layers.push(layer);
		else layers.push({
			...layer,
			...tags && { tags },
			...namedAt && { namedAt }
		});
	}
	return layers;
}
/** Where an entry reads names from the content of its layers; `undefined` where it does not. */
function namedAtIn({ name, environment }) {
	let namedAt;
	if (name !== void 0 && "at" in name) namedAt = [name.at];
	if (environment !== void 0 && "at" in environment) (namedAt ??= []).push(environment.at);
	return namedAt;
}
// src/core/config.ts
/** The file that says how a repository is laid out. */
const CONFIG_FILE = "cairn.yaml";
// src/core/format.ts
const BY_EXTENSION = /* @__PURE__ */ new Map([
	["yaml", "yaml"],
	["yml", "yaml"],
	["json", "json"],
	["toml", "toml"],
	["ini", "ini"],
	["env", "env"]
]);
const EXTENSIONS = [...BY_EXTENSION.keys()];
const DOT = 46;
/** The format of a path by its extension; `.env` and `.env.production` are dotenv files by name. */
function formatOf(path) {
	const start = path.lastIndexOf("/") + 1;
	if (path.charCodeAt(start) === DOT && /^\.env(?:\.|$)/.test(path.slice(start))) return "env";
	const dot = path.lastIndexOf(".");
	if (dot < start) return void 0;
	const extension = path.slice(dot + 1);
	return BY_EXTENSION.get(extension) ?? BY_EXTENSION.get(extension.toLowerCase());
}
// src/core/source.ts
/**
* A text file as the stages see it: decoded, without a byte order mark. Offsets into `text` are UTF-16 units.
* Lines are indexed on the first question only: most files never have a finding.
*/
var Source = class {
	path;
	text;
	#lineStarts;
	constructor(path, text) {
		this.path = path;
		this.text = text;
	}
	positionOf(offset) {
		const starts = this.#lineStarts ??= lineStarts(this.text);
		let low = 0;
		let high = starts.length - 1;
		while (low < high) {
			const middle = low + high + 1 >> 1;
			if (starts[middle] <= offset) low = middle;
			else high = middle - 1;
		}
		return {
			line: low + 1,
			column: offset - starts[low] + 1
		};
	}
};
/** Offsets at which lines start. `\n`, `\r\n` and a lone `\r` end a line (YAML 1.2.2 §5.4). */
function lineStarts(text) {
	const starts = [0];
	const breaks = /\r\n?|\n/g;
	while (breaks.exec(text) !== null) starts.push(breaks.lastIndex);
	return starts;
}
// src/core/pointer.ts
function pointer(tokens) {
	let text = "";
	for (const token of tokens) text += "/" + escapeToken(token);
	return text;
}
/** The tokens of a pointer, or `undefined` where the text is none: it must be empty or start with `/` (RFC 6901 §3). */
function tokensOf(text) {
	if (text === "") return [];
	if (!text.startsWith("/") || /~(?![01])/.test(text)) return void 0;
	return text.slice(1).split("/").map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}
function escapeToken(token) {
	return token.includes("~") || token.includes("/") ? token.replaceAll("~", "~0").replaceAll("/", "~1") : token;
}
// src/stages/discover/match.ts
/** What a pattern may capture. */
const CAPTURES = [
	"environment",
	"kind",
	"name",
	"ext"
];
function shapeOf$1(parts) {
	const first = parts[0];
	const last = parts.at(-1);
	const prefix = first?.is === "literal" ? first.text : "";
	const suffix = last?.is === "literal" ? last.text : "";
	let head = 0;
	while (head < parts.length && (parts[head]?.is === "literal" || endsAtSlash(parts, head))) head++;
	const beforeMiddle = parts[head - 1];
	const endsWithFolder = beforeMiddle?.is === "literal" && beforeMiddle.text.endsWith("/");
	let tail = parts.length;
	while (tail > head && (parts[tail - 1]?.is === "literal" || startsAtDot(parts, tail - 1))) tail--;
	return {
		parts,
		prefix,
		suffix,
		head,
		lastHead: endsWithFolder ? {
			text: "",
			captures: noCaptures()
		} : void 0,
		tail
	};
}
function endsAtSlash(parts, index) {
	const part = parts[index];
	const next = parts[index + 1];
	return part.is === "any" && !part.spans && next?.is === "literal" && next.text.startsWith("/");
}
/** Extensions have no dot, so one after a dot starts at the last. */
function startsAtDot(parts, index) {
	const before = parts[index - 1];
	return parts[index]?.is === "extension" && before?.is === "literal" && before.text.endsWith(".");
}
/**
* What a path's parts are, or `undefined` where it does not fit. Where it fits in several ways, earlier parts take as
* much as they can. Time is bounded by parts × length: no pattern and no path makes it backtrack.
*/
function matchShape(shape, path) {
	if (!path.startsWith(shape.prefix) || !path.endsWith(shape.suffix)) return void 0;
	const { parts, head, tail } = shape;
	const captures = noCaptures();
	const end = matchTail(parts, tail, path, captures);
	if (end < 0) return void 0;
	const start = matchHead(shape, path, captures);
	if (start < 0 || start > end) return void 0;
	if (head === tail) return start === end ? captures : void 0;
	const only = parts[head];
	if (head + 1 < tail || only.is !== "any") return matchMiddle(shape, path, start, end, captures);
	const text = path.slice(start, end);
	if (!only.spans && text.includes("/")) return void 0;
	take$1(captures, only.capture, text);
	return captures;
}
function noCaptures() {
	return {
		environment: void 0,
		kind: void 0,
		name: void 0,
		ext: void 0
	};
}
function take$1(captures, capture, text) {
	if (capture === "name") captures.name = text;
	else if (capture === "environment") captures.environment = text;
	else if (capture === "kind") captures.kind = text;
}
/** Matches the parts before `head`; returns where they end, or -1. */
function matchHead({ parts, head, lastHead }, path, captures) {
	if (lastHead !== void 0 && lastHead.text !== "" && path.startsWith(lastHead.text)) {
		captures.environment = lastHead.captures.environment;
		captures.kind = lastHead.captures.kind;
		captures.name = lastHead.captures.name;
		return lastHead.text.length;
	}
	let at = 0;
	for (let i = 0; i < head; i++) {
		const part = parts[i];
		if (part.is === "literal") {
			if (!path.startsWith(part.text, at)) return -1;
			at += part.text.length;
		} else {
			const slash = path.indexOf("/", at);
			if (slash < 0) return -1;
			if (part.is === "any") take$1(captures, part.capture, path.slice(at, slash));
			at = slash;
		}
	}
	if (lastHead !== void 0) {
		lastHead.text = path.slice(0, at);
		lastHead.captures = { ...captures };
	}
	return at;
}
/** Matches the parts from `tail` on, backwards from the end; returns where they start, or -1. */
function matchTail(parts, tail, path, captures) {
	let at = path.length;
	for (let i = parts.length - 1; i >= tail; i--) {
		const part = parts[i];
		if (part.is === "literal") {
			at -= part.text.length;
			if (at < 0 || !path.startsWith(part.text, at)) return -1;
		} else {
			const extension = path.slice(path.lastIndexOf(".", at - 1) + 1, at);
			if (!EXTENSIONS.includes(extension.toLowerCase())) return -1;
			captures.ext = extension;
			at -= extension.length;
		}
	}
	return at;
}
/**
* Matches what has several ways. From the last part to the first it marks the positions from which the rest of the
* pattern fits the rest of the path; with those known, walking forward never has to turn back.
*/
function matchMiddle(shape, path, from, to, captures) {
	const { parts, head, tail } = shape;
	const text = path.slice(from, to);
	const width = text.length + 1;
	const rows = tail - head;
	const fits = new Uint8Array((rows + 1) * width);
	fits[fits.length - 1] = 1;
	for (let row = rows - 1; row >= 0; row--) markRow(parts[head + row], fits, row * width, text);
	if (fits[0] === 0) return void 0;
	let at = 0;
	for (let row = 0; row < rows; row++) {
		const part = parts[head + row];
		const end = longestStep(part, fits, (row + 1) * width, text, at);
		if (part.is === "extension") captures.ext = text.slice(at, end);
		else if (part.is === "any") take$1(captures, part.capture, text.slice(at, end));
		at = end;
	}
	return captures;
}
/** Marks the positions from which the parts of `row` and after fit; those of the next row are known. */
function markRow(part, fits, row, text) {
	const width = text.length + 1;
	const next = row + width;
	let afterSlash = -1;
	for (let at = width - 1; at >= 0; at--) {
		const inSegment = at < width - 1 && text.charCodeAt(at) !== SLASH$1;
		let fit = false;
		if (part.is === "literal") fit = text.startsWith(part.text, at) && fits[next + at + part.text.length] === 1;
		else if (part.is === "one") fit = inSegment && fits[next + at + 1] === 1;
		else if (part.is === "extension") fit = extensionAt(fits, next, text, at) >= 0;
		else if (part.is === "folders") {
			if (!inSegment && at < width - 1) afterSlash = at + 1;
			fit = fits[next + at] === 1 || afterSlash >= 0 && fits[row + afterSlash] === 1;
		} else fit = fits[next + at] === 1 || (part.spans ? at < width - 1 : inSegment) && fits[row + at + 1] === 1;
		if (fit) fits[row + at] = 1;
	}
}
/** Where a part that starts at `at` may end so that the rest fits: as far as it can. */
function longestStep(part, fits, next, text, at) {
	if (part.is === "literal") return at + part.text.length;
	if (part.is === "one") return at + 1;
	if (part.is === "extension") return extensionAt(fits, next, text, at);
	let end = at;
	for (let to = at; to <= text.length; to++) {
		if ((part.is !== "folders" || to === at || text.charCodeAt(to - 1) === SLASH$1) && fits[next + to] === 1) end = to;
		if (part.is === "any" && !part.spans && text.charCodeAt(to) === SLASH$1) break;
	}
	return end;
}
/** The end of an extension that starts at `at` and after which the rest fits, or -1. */
function extensionAt(fits, next, text, at) {
	for (const extension of EXTENSIONS) {
		const end = at + extension.length;
		if (end > text.length || fits[next + end] === 0) continue;
		if (text.slice(at, end).toLowerCase() === extension) return end;
	}
	return -1;
}
const SLASH$1 = 47;
// src/stages/discover/pattern.ts
/** A glob or pattern of ordinary size; a longer one is a mistake or an attack. */
const LONGEST_PATTERN = 1e3;
const MOST_PARTS = 64;
/**
* Reads a path pattern of the layout language (DESIGN §2): `{environment}`, `{kind}`, `{name}` match a segment or part
* of one, `{ext}` the extension of a known format, `{name**}` and `{environment**}` span folders, `*` matches part of a
* segment, `**` anything and `**` with a slash any number of folders. All else is literal. Its first mistake goes to
* `wrong`.
*/
function compilePattern(text, wrong) {
	const problem = pathProblem(text);
	if (problem !== void 0) {
		wrong(problem);
		return;
	}
	const parts = partsOf$1(text, wrong);
	const mistake = parts && (arrangementProblem(parts) ?? formatProblem(text, parts));
	if (mistake !== void 0) wrong(mistake);
	return parts === void 0 || mistake !== void 0 ? void 0 : patternOf(text, parts);
}
function patternOf(text, parts) {
	const shape = shapeOf$1(parts);
	const root = shape.prefix.slice(0, shape.prefix.lastIndexOf("/") + 1);
	const last = parts.at(-1);
	const endsInFormat = last?.is === "extension" || last?.is === "literal" && formatOf(`x${last.text}`) !== void 0;
	return {
		text,
		shape,
		captures: capturesOf(parts),
		literals: literalsOf(parts),
		root,
		endsInFormat
	};
}
function literalsOf(parts) {
	let literals = 0;
	for (const part of parts) if (part.is === "literal") literals += part.text.length;
	return literals;
}
function capturesOf(parts) {
	const captures = /* @__PURE__ */ new Set();
	for (const part of parts) if (part.is === "extension") captures.add("ext");
	else if (part.is === "any" && part.capture !== void 0) captures.add(part.capture);
	return captures;
}
/** What is wrong with a path in the repository, whatever its wildcards. */
function pathProblem(text) {
	if (text.length > 1e3) return say`this is longer than ${LONGEST_PATTERN} characters`;
	if (text.startsWith("/")) return say`${name(text)} starts with a slash; paths are relative to the repository`;
	if (text.includes("\\")) return say`${name(text)} has a backslash; write / between folders`;
	for (const segment of text.split("/")) {
		if (segment === "") return say`${name(text)} has an empty folder name`;
		if (segment === ".") return say`${name(text)} has a folder named . ; leave it out`;
		if (segment === "..") return say`${name(text)} leads out of its folder with ..; paths are relative to the repository`;
	}
}
/** `{…}`, wildcards, and runs of literal characters. */
const PIECE = /\{([^{}/]*)\}|\*{2,}|\*|[{}]|[^{}*]+/g;
function partsOf$1(text, wrong) {
	const parts = [];
	for (const piece of text.matchAll(PIECE)) {
		const [whole, inside] = piece;
		if (inside !== void 0) {
			const part = captureOf(inside, wrong);
			if (part === void 0) return void 0;
			parts.push(part);
		} else if (whole === "{" || whole === "}") {
			wrong(whole === "{" ? say`${name(text)} has a { that is not closed` : say`${name(text)} has a } without a {`);
			return;
		} else pushText(parts, whole);
	}
	return parts;
}
/** Adds a literal or a wildcard; `**` and the slash after it are any number of folders where a segment starts. */
function pushText(parts, text) {
	const before = parts.at(-1);
	if (text.startsWith("**")) parts.push({
		is: "any",
		spans: true
	});
	else if (text === "*") parts.push({
		is: "any",
		spans: false
	});
	else if (text.startsWith("/") && before?.is === "any" && before.spans && before.capture === void 0 && startsSegment(parts)) {
		parts[parts.length - 1] = { is: "folders" };
		if (text.length > 1) parts.push({
			is: "literal",
			text: text.slice(1)
		});
	} else parts.push({
		is: "literal",
		text
	});
}
/** Whether the last part starts where a segment starts. */
function startsSegment(parts) {
	const before = parts.at(-2);
	return before === void 0 || before.is === "folders" || before.is === "literal" && before.text.endsWith("/");
}
function captureOf(inside, wrong) {
	const spans = inside.endsWith("**");
	const word = spans ? inside.slice(0, -2) : inside;
	const capture = CAPTURES.find((each) => each === word);
	if (capture === void 0) {
		const known = CAPTURES.map((each) => `{${each}}`);
		const near = didYouMean(`{${word}}`, known);
		wrong(say`unknown capture ${name(`{${inside}}`)}${near === "" ? say`; known are ${list(known.map(name))}` : near}`);
		return;
	}
	if (spans && (capture === "kind" || capture === "ext")) {
		wrong(say`${name(`{${inside}}`)} cannot span folders: there is no slash in it`);
		return;
	}
	return capture === "ext" ? { is: "extension" } : {
		is: "any",
		spans,
		capture
	};
}
function arrangementProblem(parts) {
	if (parts.length > MOST_PARTS) return say`this has more than ${MOST_PARTS} parts`;
	const seen = /* @__PURE__ */ new Set();
	for (const [i, part] of parts.entries()) {
		const capture = part.is === "any" ? part.capture : part.is === "extension" ? "ext" : void 0;
		if (capture === void 0) continue;
		if (seen.has(capture)) return say`${name(`{${capture}}`)} is captured twice; write * for the other one`;
		seen.add(capture);
		if (isVariable(parts[i - 1]) || isVariable(parts[i + 1])) return say`nothing says where ${name(`{${capture}}`)} ends and the wildcard or capture beside it begins`;
	}
}
function isVariable(part) {
	return part?.is === "any" || part?.is === "extension";
}
/** A pattern whose files are certainly of no known format. One that ends in a wildcard is judged file by file. */
function formatProblem(text, parts) {
	const last = parts.at(-1);
	if (last?.is !== "literal" || formatOf(text) !== void 0) return void 0;
	if (parts.length > 1 && !/[./]/.test(last.text)) return void 0;
	return say`${name(text)} names no format that Cairn reads: ${list(EXTENSIONS.map(name), "or")}`;
}
// src/stages/discover/setting.ts
function rootOf$1(tree) {
	return {
		tree,
		node: 0,
		value: tree.value
	};
}
function placeOf$1(setting) {
	return valuePlace(setting.tree, setting.node);
}
/** The key of a mapping's entry; the whole item in a list. */
function keyOf$2(setting) {
	return keyPlace(setting.tree, setting.node);
}
/** True for what says nothing: null, or a hole whose finding has been reported. */
function isBlank$2(setting) {
	return setting.value === null || setting.value === HOLE;
}
/** Every entry of a mapping by key; empty for anything else. */
function fieldsOf(setting) {
	const { tree, node, value } = setting;
	const fields = /* @__PURE__ */ new Map();
	if (!isMapping(value)) return fields;
	const nodes = /* @__PURE__ */ new Map();
	for (const child of childrenOf$1(tree, node)) {
		const key = tree.keys[child];
		if (typeof key === "string") nodes.set(key, child);
	}
	for (const key of Object.keys(value)) {
		const at = nodes.get(key) ?? findNode(tree, [key], node);
		fields.set(key, {
			tree,
			node: at < 0 ? node : at,
			value: own(value, key)
		});
	}
	return fields;
}
/** The items of a list; empty for anything else. */
function itemsOf(setting) {
	const { tree, node, value } = setting;
	const items = [];
	if (!isList(value)) return items;
	for (const child of childrenOf$1(tree, node)) if (items.length < value.length) items.push({
		tree,
		node: child,
		value: value[items.length]
	});
	return items;
}
function wrongType(setting, expected, report) {
	if (setting.value === HOLE) return;
	report(finding("config/wrong-type", placeOf$1(setting), say`expected ${expected}, found ${kindOf(setting.value)}`));
}
function badValue(setting, message, report) {
	report(finding("config/bad-value", placeOf$1(setting), message));
}
/**
* The fields of a mapping that are known and say something. Unknown keys are findings; a key with null is a key that
* was left empty, and counts as absent.
*/
function readFields(setting, known, report) {
	if (!isMapping(setting.value)) wrongType(setting, say`a mapping`, report);
	const fields = /* @__PURE__ */ new Map();
	for (const [key, field] of fieldsOf(setting)) {
		if (known.includes(key)) {
			if (!isBlank$2(field)) fields.set(key, field);
			continue;
		}
		const near = didYouMean(key, known);
		const hint = near === "" ? say`; known here: ${list(known.map(name))}` : near;
		report(finding("config/unknown-key", keyOf$2(field), say`unknown key ${name(key)}${hint}`));
	}
	return fields;
}
/** Whether a key that is missing is there under a name that `readFields` has reported as a slip of it. */
function isMistyped(setting, missing, known) {
	for (const key of fieldsOf(setting).keys()) if (!known.includes(key) && nearest(key, known) === missing) return true;
	return false;
}
/** A string that is not empty; `undefined` with a finding for anything else. */
function readString(setting, expected, report) {
	const { value } = setting;
	if (typeof value !== "string") {
		const quote = typeof value === "number" || typeof value === "boolean" ? say`; quote it to make it a string` : say``;
		wrongType(setting, say`${expected}`, (found) => {
			report({
				...found,
				message: say`${found.message}${quote}`
			});
		});
		return;
	}
	if (value !== "") return value;
	badValue(setting, say`expected ${expected}, this is empty`, report);
}
function readBoolean(setting, report) {
	if (typeof setting.value === "boolean") return setting.value;
	wrongType(setting, say`true or false`, report);
}
/** The items of a list; `undefined` with a finding for anything else. */
function readList(setting, expected, report) {
	if (isList(setting.value)) return itemsOf(setting);
	wrongType(setting, expected, report);
}
/** One of a few words. */
function readChoice(setting, choices, report) {
	const { value } = setting;
	const words = list(choices.map(name), "or");
	const choice = choices.find((word) => word === value);
	if (typeof value !== "string") wrongType(setting, words, report);
	else if (choice === void 0) badValue(setting, say`expected ${words}, found ${name(value)}${didYouMean(value, choices)}`, report);
	return choice;
}
/** Says what is wrong with a name of an environment, kind or document; `undefined` where it can be written. */
function nameProblem(text, of) {
	if (text === "") return say`the name of the ${name(of)} is empty`;
	if (UNWRITABLE.test(text)) return say`the ${name(of)} ${name(text)} has a character in its name that cannot be written`;
}
/** Control characters, line separators, and what stands for bytes that are not UTF-8. */
const UNWRITABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufffd]/;
// src/stages/discover/layout-entry.ts
const KEYS$2 = [
	"path",
	"kind",
	"name",
	"environment",
	"at",
	"stream",
	"keys",
	"nest"
];
/** What stands in `at` for every entry, taking the entry's key as the document's name. */
const NAME_TOKEN = "{name}";
/**
* Reads an entry of `layout`; `undefined` where it is not clear which files are layers of what. All of it is read
* first: no mistake hides another.
*
* @param listed the environments that `cairn.yaml` lists, if any
*/
function readLayoutEntry(setting, { index, listed }, report) {
	const fields = readFields(setting, KEYS$2, report);
	if (!isMapping(setting.value)) return void 0;
	const pattern = readPattern(setting, fields.get("path"), report);
	const at = readAt(fields.get("at"), report);
	const captured = capturedBy(pattern, fields.get("at"), at, report);
	const kind = readKind$1(fields.get("kind"), report);
	const naming = readNaming(fields.get("name"), say`a name or {at: /pointer}`, "document", report);
	const environment = readNaming(fields.get("environment"), say`a name or {at: /pointer}`, "environment", report);
	checkDoubles(fields, captured, report);
	checkListed(fields.get("environment"), environment, listed, report);
	const stream = fields.has("stream") && readBoolean(fields.get("stream"), report) === true;
	const separator = readSeparator(fields, report);
	const hasKind = pattern === void 0 || checkKind(setting, fields, captured, report);
	const hasName = pattern === void 0 || at === null || checkName(setting, fields, captured, report);
	if (pattern === void 0 || at === null || !hasKind || !hasName) return void 0;
	if (kind === null || naming === null || environment === null) return void 0;
	return {
		index,
		path: pattern.text,
		...kind === void 0 || captured.has("kind") ? {} : { kind },
		...naming === void 0 || captured.has("name") ? {} : { name: naming },
		...environment === void 0 || captured.has("environment") ? {} : { environment },
		...at.length === 0 ? {} : { at },
		stream,
		...separator === void 0 ? {} : { separator },
		place: placeOf$1(setting)
	};
}
function readPattern(entry, setting, report) {
	if (setting === void 0) {
		missing(entry, "path", say`a layout entry needs \`path\`, the pattern of its files`, report);
		return;
	}
	const text = readString(setting, say`a path pattern`, report);
	return text === void 0 ? void 0 : compilePattern(text, (problem) => {
		badValue(setting, problem, report);
	});
}
/** What `path` and `at` capture, so far as they could be read. */
function capturedBy(pattern, setting, at, report) {
	const captured = new Set(pattern?.captures);
	if (setting === void 0 || at?.includes("{name}") !== true) return captured;
	if (captured.has("name")) badValue(setting, say`the name is captured by \`path\` already`, report);
	return captured.add("name");
}
/** A kind, a name and an environment come from one place only. */
function checkDoubles(fields, captured, report) {
	for (const key of [
		"kind",
		"name",
		"environment"
	]) {
		const setting = fields.get(key);
		if (setting !== void 0 && captured.has(key)) report(finding("config/bad-value", keyOf$2(setting), say`the ${name(key)} is captured already; leave out one of the two`));
	}
}
function checkKind(entry, fields, captured, report) {
	if (fields.has("kind") || captured.has("kind")) return true;
	missing(entry, "kind", say`nothing says the kind: write \`kind\`, or {kind} in \`path\``, report);
	return false;
}
function checkName(entry, fields, captured, report) {
	if (fields.has("name") || captured.has("name")) return true;
	missing(entry, "name", say`nothing says the name: write \`name\`, or {name} in \`path\` or \`at\``, report);
	return false;
}
/** An entry's own environment has to be one that there is. */
function checkListed(setting, naming, listed, report) {
	if (setting === void 0 || !naming || "at" in naming || listed.length === 0) return;
	if (listed.some((environment) => environment.name === naming.fixed)) return;
	const hint = didYouMean(naming.fixed, listed.map((environment) => environment.name));
	const message = say`environment ${name(naming.fixed)} is not listed under \`environments\`${hint}`;
	report(finding("discover/unknown-environment", placeOf$1(setting), message));
}
function missing(entry, key, message, report) {
	if (!isMistyped(entry, key, KEYS$2)) report(finding("config/missing-key", keyOf$2(entry), message));
}
function readKind$1(setting, report) {
	if (setting === void 0) return void 0;
	const kind = readString(setting, say`the name of a kind`, report);
	const problem = kind === void 0 ? void 0 : kindProblem(kind);
	if (problem !== void 0) badValue(setting, problem, report);
	return kind === void 0 || problem !== void 0 ? null : kind;
}
/** Says what is wrong with the name of a kind. */
function kindProblem(kind) {
	if (kind.includes("/")) return say`${name(kind)} has a slash, which would end the kind in kind/name`;
	return nameProblem(kind, "kind");
}
function readNaming(setting, expected, of, report) {
	if (setting === void 0) return void 0;
	if (isMapping(setting.value)) {
		const at = readFields(setting, ["at"], report).get("at");
		if (at === void 0 && fieldsOf(setting).size === 0) missing(setting, "at", say`expected {at: /pointer}`, report);
		const tokens = at === void 0 ? void 0 : readTokens(at, report);
		return tokens === void 0 ? null : { at: tokens };
	}
	const fixed = readString(setting, expected, report);
	const problem = fixed === void 0 ? void 0 : nameProblem(fixed, of);
	if (problem !== void 0) badValue(setting, problem, report);
	return fixed === void 0 || problem !== void 0 ? null : { fixed };
}
/** The tokens of a JSON Pointer. */
function readTokens(setting, report) {
	if (setting.value === "") return [];
	const text = readString(setting, say`a pointer such as /path/to/it`, report);
	if (text === void 0) return void 0;
	const tokens = tokensOf(text);
	if (tokens === void 0) {
		const fix = text.startsWith("/") ? say`write ~0 for ~ and ~1 for a slash in a key` : say`it starts with a slash`;
		badValue(setting, say`${name(text)} is no pointer: ${fix}`, report);
	}
	return tokens;
}
function readAt(setting, report) {
	if (setting === void 0) return [];
	const tokens = readTokens(setting, report);
	if (tokens === void 0) return null;
	let names = 0;
	for (const token of tokens) if (token === "{name}") names++;
	else if (/[{}]/.test(token)) {
		const hint = didYouMean(token, [NAME_TOKEN]);
		badValue(setting, say`unknown capture ${name(token)}: \`at\` has {name} and * only, each a whole key${hint}`, report);
		return null;
	}
	if (names < 2) return tokens;
	badValue(setting, say`{name} is captured twice; write * for the other one`, report);
	return null;
}
/** What splits flat keys: `keys: dotted` is short for `nest: '.'`. */
function readSeparator(fields, report) {
	const keys = fields.get("keys");
	const nest = fields.get("nest");
	const dotted = keys !== void 0 && readChoice(keys, ["dotted"], report) === "dotted";
	if (nest === void 0) return dotted ? "." : void 0;
	const separator = readString(nest, say`the text that separates keys, such as __`, report);
	if (dotted && separator !== void 0 && separator !== ".") {
		wrongNest(nest, report);
		return ".";
	}
	return separator;
}
function wrongNest(nest, report) {
	report(finding("config/bad-value", keyOf$2(nest), say`\`keys: dotted\` says . already; leave out one of the two`));
}
// src/stages/discover/content.ts
/** Whether an entry's layers can only be told from the content of its files. */
function needsContent({ at, name: naming, environment }) {
	return at !== void 0 || naming !== void 0 && "at" in naming || environment !== void 0 && "at" in environment;
}
/**
* The layers of a file for an entry that reads names, environments or subtrees from the content. A subtree that is not
* there is no layer; what lies in a hole is passed over in silence, except that a document whose name is known keeps
* the hole as its layer.
*/
function contentLayers(entry, trees, report) {
	const layers = [];
	const look = {
		report,
		hadHole: false
	};
	const nameInContent = entry.at?.includes("{name}") === true || entry.name !== void 0 && "at" in entry.name;
	for (const [index, tree] of trees.entries()) {
		const document = entry.stream ? { document: index } : {};
		for (const subtree of subtreesOf(tree, entry.at ?? [], look)) {
			const named = subtree.name === void 0 ? nameOf(tree, subtree.at, entry, look) : keyName(tree, subtree.name, subtree.at.slice(0, subtree.nameDepth));
			if (nameInContent && named === void 0) continue;
			for (const environment of environmentsOf$1(tree, subtree.at, entry, look)) layers.push({
				...document,
				at: subtree.at,
				...named !== void 0 && { name: named },
				...environment !== void 0 && { environment }
			});
		}
	}
	return {
		layers,
		hadHole: look.hadHole
	};
}
/** The subtrees to which the tokens of `at` lead, in the order of the text. */
function subtreesOf(tree, tokens, look) {
	let subtrees = [{ at: [] }];
	for (const token of tokens) {
		const next = [];
		for (const subtree of subtrees) step(tree, subtree, token, next, look);
		subtrees = next;
	}
	return subtrees;
}
function step(tree, from, token, next, look) {
	const value = valueAt(tree.value, from.at);
	if (value === HOLE) {
		look.hadHole = true;
		if (token !== "*" && token !== "{name}") next.push(from);
	} else if (token === "*" || token === "{name}") enter$1(tree, from, value, token, next, look.report);
	else if (valueAt(value, [token]) !== void 0) next.push({
		...from,
		at: [...from.at, token]
	});
}
/** Goes into every entry of a mapping, or of a list where no names are wanted. */
function enter$1(tree, from, value, token, next, report) {
	if (isMapping(value)) for (const key of Object.keys(value)) {
		const at = [...from.at, key];
		next.push(token === "{name}" ? {
			at,
			name: key,
			nameDepth: at.length
		} : {
			...from,
			at
		});
	}
	else if (isList(value) && token === "*") for (const index of value.keys()) next.push({
		...from,
		at: [...from.at, String(index)]
	});
	else if (value !== null) report(finding("discover/no-name", valuePlace(tree, Math.max(0, findNode(tree, from.at))), say`the layout expects ${token === "{name}" ? say`a mapping from names to documents` : say`a list or a mapping of documents`} here, found ${kindOf(value)}`));
}
function keyName(tree, text, tokens) {
	return {
		text,
		place: () => keyPlace(tree, Math.max(0, findNode(tree, tokens)))
	};
}
/** The name that `name: {at: …}` leads to, from the entry. */
function nameOf(tree, at, { name: naming }, look) {
	if (naming === void 0 || !("at" in naming)) return void 0;
	const value = valueIn(tree, at, naming.at);
	if (value === HOLE) {
		look.hadHole = true;
		return;
	}
	if (typeof value === "string") return {
		text: value,
		place: () => placeIn$1(tree, at, naming.at)
	};
	const problem = value === void 0 ? say`nothing at ${pointer(naming.at)} here, where the layout looks for the document's name` : say`the document's name at ${pointer(naming.at)} is no string but ${kindOf(value)}`;
	look.report(finding("discover/no-name", placeIn$1(tree, at, naming.at), problem));
}
/**
* The environments that `environment: {at: …}` names, looked for in the entry under `at` first, then in its document;
* null where neither says anything, `undefined` where the entry does not look for any.
*/
function environmentsOf$1(tree, at, { environment: naming }, { report }) {
	if (naming === void 0 || !("at" in naming)) return [void 0];
	const base = (valueIn(tree, at, naming.at) ?? null) === null ? [] : at;
	const value = valueIn(tree, base, naming.at) ?? null;
	if (value === null || value === HOLE) return [null];
	const found = /* @__PURE__ */ new Map();
	const items = isList(value) ? value : [value];
	for (const [index, item] of items.entries()) {
		const place = () => placeIn$1(tree, base, isList(value) ? [...naming.at, String(index)] : naming.at);
		if (typeof item === "string") found.set(item, {
			text: item,
			place
		});
		else if (item !== HOLE) report(finding("discover/no-name", place(), say`an environment's name is a string, this is ${kindOf(item)}`));
	}
	if (items.length === 0) {
		const problem = say`this list names no environment, so nothing is read; leave it out to mean all of them`;
		report(finding("discover/no-name", placeIn$1(tree, base, naming.at), problem));
	}
	return [...found.values()];
}
/** The value at tokens below a subtree; a hole where the way leads through one. */
function valueIn(tree, at, tokens) {
	let value = valueAt(tree.value, at);
	for (const token of tokens) {
		if (value === HOLE || value === void 0) return value;
		value = isMapping(value) ? own(value, token) : valueAt(value, [token]);
	}
	return value;
}
/** The place of a value below a subtree; where there is none, the key of the nearest that leads there. */
function placeIn$1(tree, at, tokens) {
	const root = Math.max(0, findNode(tree, at));
	for (let depth = tokens.length; depth > 0; depth--) {
		const node = findNode(tree, tokens.slice(0, depth), root);
		if (node >= 0) return depth === tokens.length ? valuePlace(tree, node) : keyPlace(tree, node);
	}
	return keyPlace(tree, root);
}
// src/stages/parse/tree-builder.ts
/**
* Builds the source map of one document in pre-order: `open` a node, then its children, then `close` it. The parser
* keeps the values; the builder keeps keys and offsets (UTF-16 units into the source's text, ends exclusive).
*/
var TreeBuilder = class {
	source;
	/** Nodes opened so far; the index that the next one gets. */
	count = 0;
	#keys = [];
	#spans = takeScratch();
	constructor(source) {
		this.source = source;
	}
	/**
	* Starts a node and returns its index. `key` is null for list items and the root, whose key offsets are -1.
	* Until it is closed, the node has no value span and no end.
	*/
	open(key, keyStart, keyEnd) {
		const node = this.count++;
		const at = node * 5;
		if (at + 5 > this.#spans.length) this.#grow();
		this.#keys.push(key);
		this.#spans[at + NODE.keyStart] = keyStart;
		this.#spans[at + NODE.keyEnd] = keyEnd;
		return node;
	}
	/** Ends a node: all nodes opened since are below it. */
	close(node, valueStart, valueEnd) {
		const at = node * 5;
		this.#spans[at + NODE.valueStart] = valueStart;
		this.#spans[at + NODE.valueEnd] = valueEnd;
		this.#spans[at + NODE.end] = this.count;
	}
	/** Ends a node that stands for another one (a YAML alias); the span is that of the alias itself. */
	alias(node, anchored, valueStart, valueEnd) {
		this.close(node, valueStart, valueEnd);
		this.#spans[node * 5 + NODE.end] = ~anchored;
	}
	/** The keys of a node's children with their nodes, in order; all are closed. List items are left out. */
	*keysBelow(parent) {
		for (let node = parent + 1; node < this.count; node = this.#after(node)) {
			const key = this.#keys[node];
			if (typeof key === "string") yield [key, node];
		}
	}
	/** The place of the key of a node that has one. */
	keyPlace(node) {
		const at = node * 5;
		return inSpan(this.source, this.#spans[at + NODE.keyStart], this.#spans[at + NODE.keyEnd]);
	}
	/** The finished document. The builder must not be used after. */
	finish(value, tags) {
		const spans = stored(this.#spans, this.count * 5);
		giveScratch(this.#spans);
		const tree = {
			source: this.source,
			value,
			keys: this.#keys,
			spans
		};
		return tags === void 0 ? tree : {
			...tree,
			tags
		};
	}
	#after(node) {
		const end = this.#spans[node * 5 + NODE.end];
		return end < 0 ? node + 1 : end;
	}
	#grow() {
		const larger = new Int32Array(this.#spans.length * 2);
		larger.set(this.#spans);
		this.#spans = larger;
	}
};
const SCRATCH = 4096;
const LARGEST_SCRATCH = 1 << 20;
const SLAB = 16384;
let scratch;
let slab = /* @__PURE__ */ new Int32Array(0);
let used = 0;
function takeScratch() {
	const taken = scratch ?? new Int32Array(SCRATCH);
	scratch = void 0;
	return taken;
}
function giveScratch(array) {
	if (array.length <= LARGEST_SCRATCH) scratch = array;
}
/** A copy of the first `length` integers that is kept. */
function stored(spans, length) {
	if (length * 4 > SLAB) return spans.slice(0, length);
	if (used + length > slab.length) {
		slab = new Int32Array(SLAB);
		used = 0;
	}
	const view = slab.subarray(used, used + length);
	used += length;
	view.set(spans.subarray(0, length));
	return view;
}
// src/stages/parse/draft.ts
function draftLeaf(value, key, start, end) {
	return {
		kind: "leaf",
		value,
		keyStart: key[0],
		keyEnd: key[1],
		valueStart: start,
		valueEnd: end
	};
}
function draftMapping(key, start, end) {
	return {
		kind: "mapping",
		children: /* @__PURE__ */ new Map(),
		keyStart: key[0],
		keyEnd: key[1],
		valueStart: start,
		valueEnd: end
	};
}
function draftList(key, start, end) {
	return {
		kind: "list",
		items: [],
		keyStart: key[0],
		keyEnd: key[1],
		valueStart: start,
		valueEnd: end
	};
}
/** The key offsets of what has no key: the root and list items. */
const NO_KEY = [-1, -1];
/** The document that a draft describes. Recursive: a draft is no deeper than `MAX_DEPTH`. */
function plant(source, root) {
	const builder = new TreeBuilder(source);
	return builder.finish(grow(builder, null, root), tagsOf(root));
}
/** What stands for a document that could not be read; its findings have been reported. */
function plantHole(source) {
	return plant(source, draftLeaf(HOLE, NO_KEY, 0, source.text.length));
}
function grow(builder, key, draft) {
	const node = builder.open(key, draft.keyStart, draft.keyEnd);
	const value = content(builder, draft);
	builder.close(node, draft.valueStart, draft.valueEnd);
	return value;
}
function content(builder, draft) {
	if (draft.kind === "leaf") return draft.value;
	if (draft.kind === "list") {
		const list = [];
		for (const item of draft.items) list.push(grow(builder, null, item));
		return list;
	}
	const mapping = {};
	for (const [key, child] of draft.children) put(mapping, key, grow(builder, key, child));
	return mapping;
}
function tagsOf(draft) {
	const children = /* @__PURE__ */ new Map();
	if (draft.kind !== "leaf") for (const [key, child] of draft.kind === "list" ? draft.items.entries() : draft.children) {
		const tags = tagsOf(child);
		if (tags !== void 0) children.set(String(key), tags);
	}
	return children.size === 0 && draft.tag === void 0 ? void 0 : {
		tag: draft.tag ?? "",
		children
	};
}
/** The place of a draft's key. */
function draftKeyPlace(source, draft) {
	return inSpan(source, draft.keyStart, draft.keyEnd);
}
/** Gives a mapping an entry. One that it has already is reported, and replaced. */
function setOnce(source, mapping, key, entry, report) {
	const known = mapping.children.get(key);
	if (known !== void 0) reportDuplicate(key, draftKeyPlace(source, entry), draftKeyPlace(source, known), report);
	mapping.children.set(key, entry);
}
/** Reports that `key` is set again at `place`, after `first`. */
function reportDuplicate(key, place, first, report) {
	const related = first === void 0 ? [] : [{
		message: say`first given here`,
		place: first
	}];
	report(finding("parse/duplicate-key", place, say`the key ${name(key)} is given twice; the last one counts`, { related }));
}
// src/stages/parse/decode.ts
/**
* Decodes a file: UTF-8, with or without a byte order mark, which is taken off. Refused are other encodings, bytes that
* are not UTF-8 (at the first of them), binary files and pointers of Git LFS.
*
* @param bytes the file's content; not kept.
*/
function decode(path, bytes) {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const otherMark = foreignMark(buffer);
	if (otherMark !== void 0) {
		const source = new Source(path, "");
		return {
			source,
			refused: finding("parse/encoding", inSpan(source, 0, 0), otherMark)
		};
	}
	const start = hasMark(buffer) ? 3 : 0;
	const text = buffer.toString("utf8", start);
	const source = new Source(path, text);
	const refused = text.includes("\0") ? finding("parse/binary", inFile(path), say`this is a binary file, or a text in another encoding than UTF-8`) : text.includes("�") && !isUtf8(buffer) ? notUtf8(source, buffer, start) : text.startsWith(LFS_POINTER) ? finding("discover/lfs-pointer", inFile(path), say`this is a pointer of Git LFS: fetch the file itself`) : void 0;
	return refused === void 0 ? { source } : {
		source,
		refused
	};
}
/** How the first line of a Git LFS pointer begins (git-lfs, docs/spec.md). */
const LFS_POINTER = "version https://git-lfs.github.com/spec/";
function hasMark(bytes) {
	return bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191;
}
/** What is said of a byte order mark that is not UTF-8's. */
function foreignMark(bytes) {
	const first = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
	if (bytes.length < 2 || first !== 65534 && first !== 65279) return void 0;
	return say`this file is in UTF-16 or UTF-32: save it as UTF-8`;
}
function notUtf8(source, bytes, start) {
	const length = bytes.toString("utf8", start, firstBadByte(bytes)).length;
	const message = say`this byte is not UTF-8: save the file as UTF-8`;
	return finding("parse/encoding", inSpan(source, length, length + 1), message);
}
/** The offset of the first byte that no well-formed sequence has there (Unicode 16, table 3-7). */
function firstBadByte(bytes) {
	let at = 0;
	while (at < bytes.length) {
		const length = sequenceLength(bytes, at);
		if (length === 0) return at;
		at += length;
	}
	return at;
}
/** Length of the well-formed sequence at `at`, 0 where there is none. */
function sequenceLength(bytes, at) {
	const lead = bytes[at];
	if (lead < 128) return 1;
	const length = lead >= 240 ? 4 : lead >= 224 ? 3 : 2;
	if (lead < 194 || lead > 244) return 0;
	const second = bytes[at + 1] ?? 0;
	if (second < (LOWEST_SECOND[lead] ?? 128) || second > (HIGHEST_SECOND[lead] ?? 191)) return 0;
	for (let i = 2; i < length; i++) if (((bytes[at + i] ?? 0) & 192) !== 128) return 0;
	return length;
}
/** Second bytes that would make an overlong form, a surrogate, or more than U+10FFFF. */
const LOWEST_SECOND = {
	224: 160,
	240: 144
};
const HIGHEST_SECOND = {
	237: 159,
	244: 143
};
// src/stages/parse/lines.ts
/** Helpers for formats that are read line by line. Lines end as in `Source`: `\n`, `\r\n` or a lone `\r`. */
const TAB$2 = 9;
const LF = 10;
const CR = 13;
const SPACE$3 = 32;
/** The offset at which the line of `from` ends: that of its line break, or the end of the text. */
function lineEnd(text, from) {
	let at = from;
	while (at < text.length && !isBreak$1(text.charCodeAt(at))) at++;
	return at;
}
/** The offset at which the line after the one that ends at `end` starts. */
function nextLine(text, end) {
	return text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? end + 2 : end + 1;
}
/** The first offset in `from`..`to` that is neither space nor tab; `to` where there is none. */
function skipBlanks(text, from, to) {
	let at = from;
	while (at < to && isBlank$1(text.charCodeAt(at))) at++;
	return at;
}
/** The offset after the last character in `from`..`to` that is neither space nor tab; `from` where there is none. */
function trimBlanks(text, from, to) {
	let at = to;
	while (at > from && isBlank$1(text.charCodeAt(at - 1))) at--;
	return at;
}
function isBlank$1(code) {
	return code === SPACE$3 || code === TAB$2;
}
function isBreak$1(code) {
	return code === LF || code === CR;
}
// src/stages/parse/refusal.ts
/** What a person is told of a file that another program has to fill in first. */
const TEMPLATE = say`this looks like a template; Cairn reads values, not templates: add the file to \`ignore\` in cairn.yaml`;
const CONFLICT = say`a merge conflict starts here: resolve it`;
/**
* Why a parser had to refuse a text, where a look at the text is enough to tell: it is a template, or Git left a merge
* conflict in it. Everything else that a parser would say of such a text is noise.
*
* @param failure the offset at which the parser stopped.
*/
function refusal(source, failure) {
	const { text } = source;
	const conflict = text.startsWith("<<<<<<< ") ? 0 : text.indexOf("\n<<<<<<< ") + 1;
	if (text.startsWith("<<<<<<< ", conflict)) return finding("parse/syntax", inSpan(source, conflict, lineEnd(text, conflict)), CONFLICT);
	const template = templateAt(text, failure);
	return template < 0 ? void 0 : finding("parse/template", inSpan(source, template, template + 2), TEMPLATE);
}
/**
* The first `{{` or `{%` that a YAML or JSON parser would take for the start of a mapping, or that stands where it
* failed; -1 where there is none. Those in quotes, comments and block scalars are text: dashboards and alert rules are
* full of them.
*/
function templateAt(text, failure) {
	if (!text.includes("{{") && !text.includes("{%")) return -1;
	let blockIndent = -1;
	let end = 0;
	for (let start = 0; start < text.length; start = nextLine(text, end)) {
		end = lineEnd(text, start);
		const indent = indentOf(text, start, end);
		if (start + indent === end) continue;
		if (blockIndent >= 0 && indent > blockIndent) continue;
		blockIndent = startsBlock(text, start, end) ? indent : -1;
		const found = templateInLine(text, start, end, start <= failure && failure <= end);
		if (found >= 0) return found;
	}
	return -1;
}
function templateInLine(text, start, end, failsHere) {
	let quote = "";
	let atToken = true;
	for (let at = start; at < end; at++) {
		const char = text[at];
		if (quote !== "") {
			if (char === "\\" && quote === "\"") at++;
			else if (char === quote) quote = "";
		} else if (atToken && (char === "\"" || char === "'")) quote = char;
		else if (char === "#" && isBlank(text[at - 1])) return -1;
		else if (char === "{" && (atToken || failsHere) && (text[at + 1] === "{" || text[at + 1] === "%")) return at;
		if (!isBlank(char)) atToken = TOKEN_ENDS.has(char);
	}
	return -1;
}
/** After these a new value may start. */
const TOKEN_ENDS = /* @__PURE__ */ new Set([
	":",
	"-",
	"?",
	",",
	"[",
	"{"
]);
/** Whether a line ends in a block scalar's header: `|`, `>-`, `|2`. */
function startsBlock(text, start, end) {
	let at = end - 1;
	while (at > start && isBlank(text[at])) at--;
	const lowest = Math.max(start, at - 2);
	while (at > lowest && "+-0123456789".includes(text[at])) at--;
	return (text[at] === "|" || text[at] === ">") && (at === start || isBlank(text[at - 1]));
}
function indentOf(text, start, end) {
	let at = start;
	while (at < end && isBlank(text[at])) at++;
	return at - start;
}
function isBlank(char) {
	return char === void 0 || char === " " || char === "	" || char === "\n" || char === "\r";
}
// src/stages/parse/broken-lines.ts
/** After this many the file is not in the format of its name, and more findings help nobody. */
const MOST = 20;
/** The lines of a line format (INI, dotenv) that cannot be read, told one by one; a merge conflict is told alone. */
var BrokenLines = class {
	#source;
	#report;
	#count = 0;
	constructor(source, report) {
		this.#source = source;
		this.#report = report;
	}
	get some() {
		return this.#count > 0;
	}
	get tooMany() {
		return this.#count >= MOST;
	}
	tell(start, end, message) {
		const conflict = this.#count === 0 ? refusal(this.#source, start) : void 0;
		if (conflict?.rule === "parse/syntax") {
			this.#count = MOST;
			this.#report(conflict);
			return;
		}
		this.#count++;
		this.#report(finding("parse/syntax", inSpan(this.#source, start, end), message));
	}
};
// src/stages/parse/dotenv.ts
/**
* Reads a dotenv file: one document, a flat mapping of strings. The grammar is what Docker Compose and the dotenv
* packages have in common:
*
* - `NAME=value`, `export NAME=value`, `NAME: value`; blanks around the name and the value do not count. A name has
*   letters, digits, `_`, `.` and `-`, and starts with a letter or `_`.
* - A value without quotes ends before ` #` or with the line; nothing in it is an escape.
* - `'…'` is taken as it is, up to the next `'`. In `"…"` the escapes `\n`, `\r`, `\t`, `\"`, `\\` and `\$` are read
*   and any other backslash is text. Both may span lines; line breaks become `\n`. Only a comment may follow them.
* - Nothing is ever expanded: `${X}` and `$(command)` stay as they are written.
* - A name that is set twice is an error at the second place; the last value counts.
*
* A line that is none of these is `parse/syntax`, and the document is a hole; the next lines are still looked at,
* except in a merge conflict.
*/
function parseDotenv(source, _options, report) {
	return [new DotenvReader(source, report).read()];
}
const NAME = /[A-Za-z_][A-Za-z0-9_.-]*/y;
const EXPORT = /export[ \t]+/y;
const BLANK_OR_END = [
	"",
	" ",
	"	",
	"\r",
	"\n"
];
const LINE_BREAK$1 = /\r\n?/g;
const ESCAPE$1 = /\\([nrt"\\$])/g;
const ESCAPED = {
	n: "\n",
	r: "\r",
	t: "	"
};
var DotenvReader = class {
	#source;
	#report;
	#root;
	#broken;
	constructor(source, report) {
		this.#source = source;
		this.#report = report;
		this.#broken = new BrokenLines(source, report);
		this.#root = draftMapping(NO_KEY, 0, source.text.length);
	}
	read() {
		const { text } = this.#source;
		for (let start = 0; start < text.length && !this.#broken.tooMany;) {
			const end = lineEnd(text, start);
			const from = skipBlanks(text, start, end);
			start = nextLine(text, from === end || text[from] === "#" ? end : this.#entry(from, end));
		}
		return this.#broken.some ? plantHole(this.#source) : plant(this.#source, this.#root);
	}
	/** Reads the entry at `from` and returns the end of its last line. `end` is that of its first. */
	#entry(from, end) {
		const { text } = this.#source;
		const keyStart = after(EXPORT, text, from);
		const keyEnd = after(NAME, text, keyStart);
		const sign = skipBlanks(text, keyEnd, end);
		const equals = text[sign] === "=";
		if (keyEnd === keyStart || !(equals || isColon(text, sign) || sign === end)) {
			this.#broken.tell(keyStart, this.#nameEnd(keyStart, end), say`this is not the name of a variable: letters, digits and _ make one`);
			return end;
		}
		const key = text.slice(keyStart, keyEnd);
		if (sign === end) {
			this.#broken.tell(keyStart, keyEnd, say`${name(key)} has no value: write ${name(key)}= for an empty one`);
			return end;
		}
		const start = skipBlanks(text, sign + 1, end);
		const quote = text[start];
		if (quote === "\"" || quote === "'") return this.#quoted(key, {
			key: [keyStart, keyEnd],
			start
		}, quote, end);
		const valueEnd = unquotedEnd(text, sign + 1, end);
		const valueStart = valueEnd === sign + 1 ? valueEnd : start;
		this.#set(key, [keyStart, keyEnd], text.slice(valueStart, valueEnd), valueStart, valueEnd);
		return end;
	}
	#quoted(key, at, quote, end) {
		const { text } = this.#source;
		const close = quote === "\"" ? closingQuote(text, at.start + 1) : text.indexOf(quote, at.start + 1);
		if (close < 0) {
			this.#broken.tell(at.start, end, say`this value is not closed: write the missing ${name(quote)}`);
			return end;
		}
		const lastEnd = lineEnd(text, close);
		const rest = skipBlanks(text, close + 1, lastEnd);
		if (rest < lastEnd && close > end && opensValue(text, close)) {
			this.#broken.tell(at.start, end, say`this value is not closed: write the missing ${name(quote)}`);
			return end;
		}
		if (rest < lastEnd && (text[rest] !== "#" || rest === close + 1)) {
			this.#broken.tell(rest, trimBlanks(text, rest, lastEnd), say`only a comment may follow a value in quotes`);
			return lastEnd;
		}
		const raw = text.slice(at.start + 1, close).replace(LINE_BREAK$1, "\n");
		const value = quote === "\"" ? raw.replace(ESCAPE$1, (_, char) => ESCAPED[char] ?? char) : raw;
		this.#set(key, at.key, value, at.start, close + 1);
		return lastEnd;
	}
	#set(key, span, value, start, end) {
		setOnce(this.#source, this.#root, key, draftLeaf(value, span, start, end), this.#report);
	}
	/** Where what was meant as a name ends: at the `=`, or with the line. */
	#nameEnd(start, end) {
		const { text } = this.#source;
		let at = start;
		while (at < end && text[at] !== "=") at++;
		return Math.max(trimBlanks(text, start, at), Math.min(start + 1, end));
	}
};
/** The offset after what a sticky expression finds at `from`; `from` where it finds nothing. */
function after(expression, text, from) {
	expression.lastIndex = from;
	return expression.test(text) ? expression.lastIndex : from;
}
/** `NAME:` takes a blank or the end of the line after it, so that no other use of a colon is mistaken for it. */
function isColon(text, at) {
	return text[at] === ":" && BLANK_OR_END.includes(text.charAt(at + 1));
}
/** The offset of the `"` that closes a value, -1 where there is none. */
function closingQuote(text, from) {
	let at = from;
	while (at < text.length && text[at] !== "\"") at += text[at] === "\\" ? 2 : 1;
	return at < text.length ? at : -1;
}
/** Whether a quote stands where the value of a line of its own starts: what seems to end there was never closed. */
function opensValue(text, quote) {
	const lineBreak = Math.max(text.lastIndexOf("\n", quote), text.lastIndexOf("\r", quote));
	const keyStart = after(EXPORT, text, skipBlanks(text, lineBreak + 1, quote));
	const keyEnd = after(NAME, text, keyStart);
	const sign = skipBlanks(text, keyEnd, quote);
	if (keyEnd === keyStart || !(text[sign] === "=" || isColon(text, sign))) return false;
	return skipBlanks(text, sign + 1, quote) === quote;
}
/** Where an unquoted value ends that starts after `from`: before a blank and `#`, or with the line; without blanks. */
function unquotedEnd(text, from, end) {
	let at = from;
	while (at < end && !(text[at] === "#" && isBlank$1(text.charCodeAt(at - 1)))) at++;
	return trimBlanks(text, from, at);
}
const BASE64 = "([A-Za-z0-9+/]+={0,2})";
const ENVELOPE = new RegExp(`^ENC\\[AES256_GCM,data:${BASE64},iv:${BASE64},tag:${BASE64},type:(str|int|float|bool|time|bytes|comment)\\]$`);
/** 16 bytes in base64: a shorter tag could be forged. */
const TAG_LENGTH = 24;
/**
* Reads one leaf as SOPS writes an encrypted scalar; `undefined` where the text is none, to the last character:
* standard base64 with padding, data not empty, a tag of 16 bytes, a known type. (SOPS ignores what follows `]`.)
*/
function readEnvelope(text) {
	if (!text.startsWith("ENC[AES256_GCM,")) return void 0;
	const match = ENVELOPE.exec(text);
	if (match === null) return void 0;
	const [, data = "", iv = "", tag = "", type] = match;
	if (data.length % 4 !== 0 || iv.length % 4 !== 0 || tag.length !== TAG_LENGTH) return void 0;
	return new Sealed(type, text);
}
// src/stages/parse/prune.ts
/** The tree with its source map less the given leaf nodes. The value is the caller's to change. */
function withoutLeaves(tree, dropped) {
	const count = tree.keys.length;
	const moved = new Int32Array(count + 1);
	for (let node = 0, next = 0; node <= count; node++) {
		moved[node] = next;
		if (!dropped.has(node)) next++;
	}
	const keys = [];
	const spans = new Int32Array((count - dropped.size) * 5);
	for (let node = 0; node < count; node++) {
		if (dropped.has(node)) continue;
		const at = keys.push(tree.keys[node] ?? null) - 1;
		spans.set(tree.spans.subarray(node * 5, (node + 1) * 5), at * 5);
		const end = tree.spans[node * 5 + NODE.end];
		const target = end < 0 && !dropped.has(~end) ? ~moved[~end] : void 0;
		spans[at * 5 + NODE.end] = target ?? (end < 0 ? at + 1 : moved[end]);
	}
	return {
		...tree,
		keys,
		spans
	};
}
// src/stages/parse/tree-entries.ts
/**
* Looks entries up in a tree; aliases are followed. Of duplicate keys the last one counts, of merged mappings the first
* one that has the key. Answers are kept. The parser counts aliases as often as they are used, which bounds both the
* work and how deep mappings merge one another.
*/
function createEntriesOf(tree) {
	const known = /* @__PURE__ */ new Map();
	const entriesOf = (node) => {
		const at = targetOf(tree, node);
		let entries = known.get(at);
		if (entries === void 0) known.set(at, entries = gather(at));
		return entries;
	};
	const gather = (node) => {
		const itself = /* @__PURE__ */ new Map();
		const merges = [];
		for (const child of childrenOf$1(tree, node)) {
			const key = tree.keys[child];
			if (key === "\0<<") merges.push(child);
			else if (typeof key === "string") itself.set(key, child);
		}
		const entries = {
			from: "itself",
			nodes: itself
		};
		return merges.length === 0 ? [entries] : [entries, {
			from: "merge key",
			nodes: inherited(merges, itself)
		}];
	};
	const inherited = (merges, itself) => {
		const nodes = /* @__PURE__ */ new Map();
		for (const mapping of merges.flatMap((merge) => mappingsOf(tree, merge))) for (const entries of entriesOf(mapping)) for (const [key, child] of entries.nodes) if (!itself.has(key) && !nodes.has(key)) nodes.set(key, child);
		return nodes;
	};
	return entriesOf;
}
/** The node that an alias stands for; the node itself where it is none. */
function targetOf(tree, node) {
	let at = node;
	for (let end = endOf(tree, at); end < 0; end = endOf(tree, at)) at = ~end;
	return at;
}
function endOf(tree, node) {
	return tree.spans[node * 5 + NODE.end];
}
/** What a merge key names: a mapping, or the mappings of a list. */
function mappingsOf(tree, merge) {
	const children = [...childrenOf$1(tree, merge)];
	return children.length > 0 && tree.keys[children[0]] === null ? children : [merge];
}
// src/stages/parse/sealer.ts
/** Rebuilds a value of a tree with its SOPS envelopes replaced: by `Sealed` under SOPS metadata, else by holes. */
var Sealer = class {
	/** Envelopes that became holes, and the node of the first. */
	holes = 0;
	first = 0;
	/** Nodes of list items that are encrypted comments; they are left out of the value. */
	comments = /* @__PURE__ */ new Set();
	#tree;
	#metadata;
	#entriesOf;
	constructor(tree, metadata) {
		this.#tree = tree;
		this.#metadata = metadata;
		this.#entriesOf = createEntriesOf(tree);
	}
	/** @param value The root's value, with or without some of its keys. */
	value(value) {
		return this.#replace(0, value);
	}
	#replace(node, value) {
		if (typeof value === "string") return value.startsWith("ENC[AES256_GCM,") ? this.#leaf(node, value) : value;
		if (isMapping(value)) return this.#mapping(node, value);
		return isList(value) ? this.#list(node, value) : value;
	}
	#mapping(node, value) {
		const entries = this.#entriesOf(node);
		const replaced = {};
		for (const key of Object.keys(value)) {
			const child = entries[0]?.nodes.get(key) ?? entries[1]?.nodes.get(key) ?? node;
			put(replaced, key, this.#replace(child, value[key]));
		}
		return replaced;
	}
	#list(node, value) {
		const replaced = [];
		let child = targetOf(this.#tree, node) + 1;
		for (const item of value) {
			if (this.#isComment(item)) this.comments.add(child);
			else replaced.push(this.#replace(child, item));
			child = nodeAfter(this.#tree, child);
		}
		return replaced;
	}
	/** SOPS writes an encrypted comment of a YAML list as an item of the list. */
	#isComment(item) {
		return this.#metadata === "with metadata" && typeof item === "string" && readEnvelope(item)?.type === "comment";
	}
	#leaf(node, text) {
		const sealed = this.#metadata === "with metadata" ? readEnvelope(text) : void 0;
		if (sealed !== void 0 && sealed.type !== "comment") return sealed;
		if (this.holes++ === 0) this.first = node;
		return HOLE;
	}
};
// src/stages/parse/encrypted.ts
/**
* Recognises a document of a SOPS file by its metadata, whatever its name: a top-level mapping `sops` (YAML, JSON, INI
* `[sops]`), or top-level keys `sops_…` (dotenv), with at least two of `mac`, `lastmodified` and `version`. In a stream
* every document has them. The metadata is left out of the value and stays in the source map; each envelope becomes a
* `Sealed`, and what SOPS left in clear stays as it is. Encrypted comments in lists are no items and are left out. A
* binary SOPS file (`data` and `sops`) is the mapping of one `Sealed` that it looks like.
*
* An envelope that cannot be read is `parse/damaged-envelope`; one in a document without metadata, which nothing could
* open, is `parse/stray-envelope`, be it whole or damaged: a value that starts like an envelope is never plain text.
* All become holes; there is one finding a document, at the first.
*
* A text without `sops` and without envelopes costs two searches. Source: SOPS 3.13.2, `stores/` and `aes/cipher.go`.
*/
function recogniseEncrypted(tree, report) {
	const { text } = tree.source;
	const metadata = text.includes(METADATA) ? metadataOf(tree.value) : void 0;
	if (metadata !== void 0) return {
		tree: seal(tree, metadata, report),
		encrypted: true,
		strays: false
	};
	const cleared = text.includes("ENC[AES256_GCM,") ? withoutStrays(tree, report) : tree;
	return {
		tree: cleared,
		encrypted: false,
		strays: cleared !== tree
	};
}
/**
* Reports `parse/encrypted-name` where the file's name says that it is encrypted (`db.sops.yaml`) and its content is
* not. The other way round is no mistake: SOPS files may have any name. Documents that hold nothing, those that could
* not be read, and those with stray envelopes are not judged; `.sops.yaml` is the configuration of SOPS itself.
*/
function checkEncryptedName({ tree, encrypted, strays }, report) {
	if (encrypted || strays || !ENCRYPTED_NAME.test(tree.source.path) || isEmpty(tree.value)) return;
	const message = say`the name says that this file is encrypted, and it has no SOPS metadata: encrypt it, or rename it`;
	report(finding("parse/encrypted-name", valuePlace(tree, 0), message));
}
function isEmpty(value) {
	return value === null || value === HOLE || isMapping(value) && Object.keys(value).length === 0;
}
const ENCRYPTED_NAME = /[^/]\.sops\.[^./]+$/;
const METADATA = "sops";
const METADATA_PREFIX = "sops_";
const TELLING_FIELDS = [
	"mac",
	"lastmodified",
	"version"
];
const TELLING_ENOUGH = 2;
/** The top-level keys that hold SOPS metadata; `undefined` where the document has none. */
function metadataOf(value) {
	if (!isMapping(value)) return void 0;
	const nested = own(value, METADATA);
	if (nested !== void 0 && isMapping(nested) && isMetadata(nested, "")) return /* @__PURE__ */ new Set([METADATA]);
	if (!isMetadata(value, METADATA_PREFIX)) return void 0;
	return new Set(Object.keys(value).filter((key) => key.startsWith(METADATA_PREFIX)));
}
function isMetadata(value, prefix) {
	return TELLING_FIELDS.filter((field) => own(value, prefix + field) !== void 0).length >= TELLING_ENOUGH;
}
function seal(tree, metadata, report) {
	const content = {};
	for (const [key, value] of Object.entries(tree.value)) if (!metadata.has(key)) put(content, key, value);
	const sealer = new Sealer(tree, "with metadata");
	const value = sealer.value(content);
	reportHoles(tree, sealer, "parse/damaged-envelope", report, say`${sealer.holes === 1 ? say`this SOPS envelope is` : say`this and the next of ${sealer.holes} SOPS envelopes are`} damaged: restore the text, or encrypt the value anew`);
	return {
		...sealer.comments.size === 0 ? tree : withoutLeaves(tree, sealer.comments),
		value,
		encrypted: true
	};
}
function withoutStrays(tree, report) {
	const sealer = new Sealer(tree, "without metadata");
	const value = sealer.value(tree.value);
	if (sealer.holes === 0) return tree;
	reportHoles(tree, sealer, "parse/stray-envelope", report, say`${sealer.holes === 1 ? say`a SOPS envelope stands` : say`${sealer.holes} SOPS envelopes stand`} in a document without SOPS metadata, which no key can open: restore the metadata, or encrypt the file`);
	return {
		...tree,
		value
	};
}
function reportHoles(tree, { holes, first }, rule, report, message) {
	if (holes > 0) report(finding(rule, valuePlace(tree, first), message));
}
// src/stages/parse/ini.ts
/**
* Reads an INI file: one document, a mapping of sections and of the keys before the first section. INI has no standard;
* these are the rules, chosen so that what readers disagree about never loses a character:
*
* - `[name]` opens a section. The name, without blanks around it, is one key: `[a.b]` nests only through `splitKeys`.
*   A section that comes back goes on. `[DEFAULT]` is a section like any other.
* - `key = value` and `key: value`; the first `=` or `:` of the line counts, as for Python's configparser and the
*   reader that SOPS uses. Keys keep their case.
* - Every value is a string. A pair of quotes, double or single, around a value that holds no other such quote is
*   removed; backslashes and `%(name)s` are text. A value in `"""` may go over lines, as SOPS 3.13.0 writes them.
* - A line that starts with `;` or `#`, blanks aside, is a comment. There are no others: `a = 1 ; b` is `1 ; b`, as for
*   configparser and systemd.
* - A line indented deeper than the key above it continues that key's value after a line break, as for configparser;
*   blank lines between count, comments do not. A backslash at the end of a line continues nothing.
* - A key that a section already has is an error at the second place; the last value counts.
*
* A line that is none of these is `parse/syntax`, and the document is a hole; the next lines are still looked at,
* except in a merge conflict.
*/
function parseIni(source, _options, report) {
	return [new IniReader(source, report).read()];
}
const HEADER_OPEN = say`this section header is not closed: write the missing ]`;
const LONG_QUOTES = "\"\"\"";
const LINE_BREAK = /\r\n?/g;
const QUOTES = "\"'";
var IniReader = class {
	#source;
	#report;
	#root;
	#section;
	#open;
	#broken;
	constructor(source, report) {
		this.#source = source;
		this.#report = report;
		this.#broken = new BrokenLines(source, report);
		this.#root = this.#section = draftMapping(NO_KEY, 0, source.text.length);
	}
	read() {
		const { text } = this.#source;
		for (let start = 0; start < text.length && !this.#broken.tooMany;) start = nextLine(text, this.#line(start, lineEnd(text, start)));
		return this.#broken.some ? plantHole(this.#source) : plant(this.#source, this.#root);
	}
	/** Reads the line at `start` and returns where it, or the last line of its value, ends. */
	#line(start, lineBreak) {
		const { text } = this.#source;
		const from = skipBlanks(text, start, lineBreak);
		const to = trimBlanks(text, from, lineBreak);
		if (from === to) {
			if (this.#open !== void 0) this.#open.blankLines++;
			return lineBreak;
		}
		const first = text[from];
		if (first === ";" || first === "#") return lineBreak;
		if (this.#open !== void 0 && from - start > this.#open.indent) this.#continue(this.#open, from, to);
		else if (first === "[") this.#header(from, to);
		else return this.#entry(from, to, from - start);
		return lineBreak;
	}
	#continue(open, from, to) {
		open.raw += "\n".repeat(open.blankLines + 1) + this.#source.text.slice(from, to);
		open.blankLines = 0;
		open.leaf.value = open.raw;
		open.leaf.valueEnd = to;
		this.#reach(to);
	}
	#header(from, to) {
		const { text } = this.#source;
		this.#open = void 0;
		const close = text.indexOf("]", from);
		if (close < 0 || close >= to) return this.#broken.tell(from, to, HEADER_OPEN);
		const after = skipBlanks(text, close + 1, to);
		if (after < to && text[after] !== ";" && text[after] !== "#") return this.#broken.tell(after, to, say`only a comment may follow a section header`);
		const start = skipBlanks(text, from + 1, close);
		const end = trimBlanks(text, start, close);
		if (start === end) return this.#broken.tell(from, close + 1, say`this section has no name`);
		this.#enter(text.slice(start, end), [start, end], from, close + 1);
	}
	#enter(title, key, from, to) {
		const known = this.#root.children.get(title);
		if (known?.kind === "mapping") {
			this.#section = known;
			return;
		}
		this.#section = draftMapping(key, from, to);
		setOnce(this.#source, this.#root, title, this.#section, this.#report);
	}
	#entry(from, to, indent) {
		const { text } = this.#source;
		this.#open = void 0;
		const delimiter = firstDelimiter(text, from, to);
		const keyEnd = trimBlanks(text, from, delimiter);
		if (delimiter === to) this.#broken.tell(from, to, say`this line is neither a section nor a key: write key = value`);
		else if (keyEnd === from) this.#broken.tell(from, delimiter + 1, say`the key is missing before this sign`);
		else if (text.startsWith(LONG_QUOTES, skipBlanks(text, delimiter + 1, to))) return this.#quoted([from, keyEnd], skipBlanks(text, delimiter + 1, to), to);
		else this.#value([from, keyEnd], delimiter, to, indent);
		return lineEnd(text, to);
	}
	#value(key, delimiter, to, indent) {
		const { text } = this.#source;
		const filled = skipBlanks(text, delimiter + 1, to);
		const valueStart = filled === to ? delimiter + 1 : filled;
		const raw = text.slice(filled, to);
		const leaf = draftLeaf(unquoted(raw), key, valueStart, filled === to ? valueStart : to);
		this.#set(leaf);
		this.#open = {
			leaf,
			indent,
			raw,
			blankLines: 0
		};
	}
	/** A value in `"""`, which may go over lines; returns where its last line ends. */
	#quoted(key, start, to) {
		const { text } = this.#source;
		const width = 3;
		const close = text.indexOf(LONG_QUOTES, start + width);
		if (close < 0) {
			this.#broken.tell(start, to, say`this value is not closed: write the missing quotes`);
			return lineEnd(text, to);
		}
		const end = lineEnd(text, close);
		const rest = skipBlanks(text, close + width, end);
		if (rest < end) this.#broken.tell(rest, trimBlanks(text, rest, end), say`nothing may follow a value in three quotes`);
		const value = text.slice(start + width, close).replace(LINE_BREAK, "\n");
		this.#set(draftLeaf(value, key, start, close + width));
		return end;
	}
	#set(leaf) {
		const key = this.#source.text.slice(leaf.keyStart, leaf.keyEnd);
		setOnce(this.#source, this.#section, key, leaf, this.#report);
		this.#reach(leaf.valueEnd);
	}
	/** The section that is open ends no earlier than `to`. The root is the whole text. */
	#reach(to) {
		if (this.#section !== this.#root) this.#section.valueEnd = to;
	}
};
function firstDelimiter(text, from, to) {
	let at = from;
	while (at < to && text[at] !== "=" && text[at] !== ":") at++;
	return at;
}
function unquoted(raw) {
	const quote = raw.charAt(0);
	return raw.length > 1 && QUOTES.includes(quote) && raw.indexOf(quote, 1) === raw.length - 1 ? raw.slice(1, -1) : raw;
}
// src/stages/parse/duplicates.ts
/**
* Reports every key that a mapping gives more than once, at each place after the first. A second `<<` is none: people
* write them, every parser takes them, and each brings what those before it have not.
*
* @param node the mapping's node, its entries closed.
*/
function reportDuplicates(builder, node, report) {
	const first = /* @__PURE__ */ new Map();
	for (const [key, child] of builder.keysBelow(node)) {
		const known = first.get(key);
		if (known === void 0) first.set(key, child);
		else if (key !== "\0<<") reportDuplicate(key, builder.keyPlace(child), builder.keyPlace(known), report);
	}
}
// src/stages/parse/json-strings.ts
const QUOTE$1 = 34;
const BACKSLASH$1 = 92;
const SPACE$2 = 32;
const LINE_FEED$2 = 10;
const RETURN$2 = 13;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const ESCAPES = {
	b: "\b",
	f: "\f",
	n: "\n",
	r: "\r",
	t: "	"
};
const BAD_ESCAPE = say`JSON has no such escape: write \\\\ for a backslash`;
const BAD_CONTROL = say`a control character in a JSON string must be written as an escape`;
/**
* Reads the rest of a JSON string that has characters which do not stand for themselves (RFC 8259 §7).
*
* @param start the offset after the opening quote.
* @param from the first such character.
* @param tell is told of each bad escape and each control character.
*/
function readEscaped(source, start, from, tell) {
	let text = source.slice(start, from);
	for (let at = from; at < source.length;) {
		const char = source.charCodeAt(at);
		if (char === QUOTE$1) return {
			text,
			end: at + 1
		};
		if (char === LINE_FEED$2 || char === RETURN$2) break;
		if (char === BACKSLASH$1) {
			const length = escapeLength(source, at);
			if (length === 0) tell(at, Math.min(at + 2, source.length), BAD_ESCAPE);
			text = length === 0 || text === void 0 ? void 0 : text + unescaped(source, at);
			at += Math.max(2, length);
			continue;
		}
		if (char < SPACE$2) tell(at, at + 1, BAD_CONTROL);
		const end = plainEnd(source, at + 1);
		if (text !== void 0) text += source.slice(at, end);
		at = end;
	}
	return {
		text: void 0,
		end: -1
	};
}
/** The length of the escape at `at`, 0 where it is none. */
function escapeLength(source, at) {
	ESCAPE.lastIndex = at;
	return ESCAPE.test(source) ? ESCAPE.lastIndex - at : 0;
}
function unescaped(source, at) {
	const char = source.charAt(at + 1);
	if (char === "u") return String.fromCharCode(parseInt(source.slice(at + 2, at + 6), 16));
	return ESCAPES[char] ?? char;
}
/** The end of the run of characters from `from` on that stand for themselves. */
function plainEnd(source, from) {
	let at = from;
	while (at < source.length) {
		const char = source.charCodeAt(at);
		if (char === QUOTE$1 || char === BACKSLASH$1 || char < SPACE$2) break;
		at++;
	}
	return at;
}
// src/stages/parse/scalars.ts
/** A number as text that JavaScript cannot hold as it is written. It becomes a finding and a hole, never a rounding. */
var BadNumber = class {
	message;
	constructor(message) {
		this.message = message;
	}
};
const UNSAFE_INTEGER = new BadNumber(say`this integer is beyond ±${Number.MAX_SAFE_INTEGER} and would be rounded: quote it to keep it as text`);
const NOT_FINITE = new BadNumber(say`infinity and NaN are no JSON numbers: give a finite number, or quote it to keep it as text`);
const TOO_LARGE = new BadNumber(say`this number is too large and would become infinity: quote it to keep it as text`);
const TOO_SMALL = new BadNumber(say`this number is too small and would become 0: quote it to keep it as text`);
const INTEGER = /^[-+]?[0-9]+$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const OCTAL_OR_HEX = /^0(?:o[0-7]+|x[0-9a-fA-F]+)$/;
const NOT_A_FINITE_NUMBER = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const NON_ZERO_DIGIT = /[1-9]/;
/** What a plain (unquoted) scalar means in the core schema of YAML 1.2.2 (§10.3.2). */
function plainScalar(text) {
	switch (text.charCodeAt(0)) {
		case 43:
		case 45:
		case 46:
		case 48:
		case 49:
		case 50:
		case 51:
		case 52:
		case 53:
		case 54:
		case 55:
		case 56:
		case 57: return numberOf(text) ?? text;
		case 126: return text === "~" ? null : text;
		case 110:
		case 78: return text === "null" || text === "Null" || text === "NULL" ? null : text;
		case 116:
		case 84: return text === "true" || text === "True" || text === "TRUE" ? true : text;
		case 102:
		case 70: return text === "false" || text === "False" || text === "FALSE" ? false : text;
		default: return text === "" ? null : text;
	}
}
/** The number that a text is in YAML's core schema; `undefined` where it is none. */
function numberOf(text) {
	if (INTEGER.test(text)) return integerOf(text);
	if (FLOAT.test(text)) return floatOf(text);
	if (OCTAL_OR_HEX.test(text)) return integerOf(text);
	return NOT_A_FINITE_NUMBER.test(text) ? NOT_FINITE : void 0;
}
/** The value of a text that is known to be an integer in a form that `Number` reads (decimal, `0o`, `0x`). */
function integerOf(text) {
	const value = Number(text);
	return Number.isSafeInteger(value) ? value : UNSAFE_INTEGER;
}
/** The value of a text that is known to be a decimal number with a fraction or an exponent. */
function floatOf(text) {
	const value = Number(text);
	if (!Number.isFinite(value)) return TOO_LARGE;
	return value === 0 && NON_ZERO_DIGIT.test(mantissaOf(text)) ? TOO_SMALL : value;
}
function mantissaOf(text) {
	const exponent = text.search(/[eE]/);
	return exponent < 0 ? text : text.slice(0, exponent);
}
/** Half of a UTF-16 surrogate pair, which no UTF-8 text can hold; the `u` flag keeps whole pairs out. */
const LONE_SURROGATE = /\p{Surrogate}/u;
/** What is wrong with a text that was written with escapes; only escapes can bring these characters in. */
function badText(text) {
	return LONE_SURROGATE.test(text) ? say`this escape is half of a surrogate pair: give both halves` : void 0;
}
/** What is wrong with a key that was written with escapes. */
function badKey(key) {
	return key.includes("\0") ? say`a key cannot hold the character U+0000` : badText(key);
}
// src/stages/parse/json.ts
/**
* Reads a JSON text (RFC 8259): one document; an empty text is null, as in YAML. What a person can be told and whose
* meaning is plain (a comment, a comma before a closing bracket, a tab in a string) is a finding and the reading goes
* on; a bad escape or number makes a hole of its value. Anything else ends the reading, and the document is a hole.
*
* Integers beyond the safe ones are `parse/number`, half a surrogate pair is `parse/encoding`; `1.0` is the number 1.
*/
function parseJson(source, _options, report) {
	const reader = new JsonReader(source);
	const tree = reader.read();
	const failure = reader.failure;
	if (failure === void 0) {
		for (const found of reader.findings) report(found);
		return [tree];
	}
	const plain = refusal(source, failure.place.in === "span" ? failure.place.start : 0);
	if (plain === void 0) for (const found of reader.findings) report(found);
	report(plain ?? failure);
	return [plantHole(source)];
}
const QUOTE = 34;
const BACKSLASH = 92;
const COMMA$1 = 44;
const COLON$2 = 58;
const SLASH = 47;
const HASH$1 = 35;
const OPEN_BRACE$1 = 123;
const CLOSE_BRACE$1 = 125;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET$1 = 93;
const TAB$1 = 9;
const LINE_FEED$1 = 10;
const RETURN$1 = 13;
const SPACE$1 = 32;
const NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?$/;
/** Whatever stands where a value is expected and is no string, list or mapping, up to what ends it. */
const WORD = /[^\s,:[\]{}"]*/y;
const FRACTION = /[.eE]/;
var JsonReader = class {
	findings = [];
	/** What ended the reading before its end. */
	failure;
	#source;
	#text;
	#builder;
	#at = 0;
	#depth = 0;
	#commented = false;
	/** Where the last word ended that is no value and has been told; -1 where there was none. */
	#wrongWordEnd = -1;
	constructor(source) {
		this.#source = source;
		this.#text = source.text;
		this.#builder = new TreeBuilder(source);
	}
	read() {
		if (this.#peek() !== -1) {
			const value = this.#node(null, -1, -1);
			if (!(this.failure !== void 0 || this.#peek() === -1)) this.#stop(say`nothing may follow the value that ends before this`);
			return this.#builder.finish(value);
		}
		this.#builder.close(this.#builder.open(null, -1, -1), 0, 0);
		return this.#builder.finish(null);
	}
	#node(key, keyStart, keyEnd) {
		const char = this.#peek();
		if (this.#builder.count >= 1e6) return this.#fail(say`this file has more than ${MAX_NODES} values`, "parse/too-many-nodes");
		const node = this.#builder.open(key, keyStart, keyEnd);
		const start = this.#at;
		let value;
		if (char === QUOTE) value = this.#stringValue();
		else if (char === OPEN_BRACE$1) value = this.#nested(node, CLOSE_BRACE$1);
		else if (char === OPEN_BRACKET) value = this.#nested(node, CLOSE_BRACKET$1);
		else value = this.#word();
		this.#builder.close(node, start, this.#at);
		return value;
	}
	#nested(node, closer) {
		if (this.#depth >= 100) return this.#fail(say`this is nested more than ${100} levels deep`, "parse/too-deep");
		this.#depth++;
		const start = this.#at++;
		const value = closer === CLOSE_BRACE$1 ? this.#object(node, start) : this.#list(start);
		this.#depth--;
		return value;
	}
	#object(node, start) {
		const mapping = {};
		let count = 0;
		let more = this.#peek() !== CLOSE_BRACE$1;
		while (more && this.failure === void 0) {
			this.#entry(mapping, start);
			count++;
			more = this.#goesOn(CLOSE_BRACE$1, start);
		}
		this.#at++;
		if (this.failure === void 0 && Object.keys(mapping).length !== count) reportDuplicates(this.#builder, node, (found) => this.findings.push(found));
		return mapping;
	}
	#list(start) {
		const items = [];
		let more = this.#peek() !== CLOSE_BRACKET$1;
		while (more && this.failure === void 0) {
			if (this.#peek() === COMMA$1) return this.#fail(say`a value is missing before this comma`);
			items.push(this.#node(null, -1, -1));
			more = this.#goesOn(CLOSE_BRACKET$1, start);
		}
		this.#at++;
		return items;
	}
	#entry(mapping, opener) {
		const start = this.#at;
		const key = this.#key(opener);
		if (key === void 0) return;
		const end = this.#at;
		if (this.#peek() === COLON$2) {
			this.#at++;
			put(mapping, key, this.#node(key, start, end));
		} else this.#fail(say`a colon is missing after the key`, "parse/syntax", start, end);
	}
	/** Takes a key; `undefined` (reported, and the end of the reading) where there is none. */
	#key(opener) {
		const start = this.#at;
		const char = this.#peek();
		if (char === -1) this.#unclosed(opener);
		else if (char !== QUOTE) this.#fail(say`a key in double quotes is expected here`);
		const key = char === QUOTE ? this.#string() : void 0;
		if (this.failure !== void 0) return void 0;
		if (key === void 0) this.#giveUp();
		const bad = key === void 0 || this.#isVerbatim(key, start) ? void 0 : badKey(key);
		if (bad !== void 0) this.#fail(bad, "parse/complex-key", start, this.#at);
		return bad === void 0 ? key : void 0;
	}
	/** Whether the string that has been taken from `start` on has no escapes. */
	#isVerbatim(text, start) {
		return this.#at - start === text.length + 2;
	}
	/** After an entry or item: whether another one follows. Stands on the closing bracket where none does. */
	#goesOn(closer, opener) {
		if (this.failure !== void 0) return false;
		const char = this.#peek();
		if (char === closer) return false;
		if (char === COMMA$1) {
			const comma = this.#at++;
			if (this.#peek() !== closer) return true;
			this.#tell("parse/syntax", comma, comma + 1, say`JSON has no comma before a closing bracket: take it out`);
			return false;
		}
		if (char === -1) this.#unclosed(opener);
		else this.#stop(say`a comma or a closing bracket is missing before this`);
		return false;
	}
	#stringValue() {
		const start = this.#at;
		const text = this.#string();
		if (text === void 0) return HOLE;
		const bad = this.#isVerbatim(text, start) ? void 0 : badText(text);
		if (bad === void 0) return text;
		this.#tell("parse/encoding", start, this.#at, bad);
		return HOLE;
	}
	/** Takes a string; `undefined` (reported) where an escape in it means nothing. */
	#string() {
		const text = this.#text;
		const start = this.#at + 1;
		for (let at = start; at < text.length; at++) {
			const char = text.charCodeAt(at);
			if (char === QUOTE) {
				this.#at = at + 1;
				return text.slice(start, at);
			}
			if (char === BACKSLASH || char < SPACE$1) return this.#escapedString(start, at);
		}
		this.#fail(say`this quote is not closed`, "parse/syntax", start - 1, start);
	}
	#escapedString(start, from) {
		const read = readEscaped(this.#text, start, from, (at, end, message) => this.#tell("parse/syntax", at, end, message));
		if (read.end < 0) return void this.#fail(say`this quote is not closed on its line`, "parse/syntax", start - 1, start);
		this.#at = read.end;
		return read.text;
	}
	/** A number, `true`, `false`, `null`, or what somebody took for one. */
	#word() {
		const start = this.#at;
		WORD.lastIndex = start;
		const word = WORD.exec(this.#text)?.[0] ?? "";
		this.#at += word.length;
		if (NUMBER.test(word)) return this.#number(word, start);
		switch (word) {
			case "true": return true;
			case "false": return false;
			case "null": return null;
			case "NaN":
			case "Infinity":
			case "-Infinity": return this.#number(word, start);
		}
		this.#at = start;
		if (word === "") return this.#fail(say`a value is expected here`);
		if (word.startsWith("'")) return this.#fail(say`JSON has no single quotes: use double quotes`);
		this.#at += word.length;
		this.#wrongWordEnd = this.#at;
		this.#tell("parse/syntax", start, this.#at, wrongWord(word));
		return HOLE;
	}
	#number(word, start) {
		const value = !word.endsWith("N") && !word.endsWith("y") ? FRACTION.test(word) ? floatOf(word) : integerOf(word) : NOT_FINITE;
		if (!(value instanceof BadNumber)) return value;
		this.#tell("parse/number", start, this.#at, value.message);
		return HOLE;
	}
	/** The character that comes next after white space and comments, -1 at the end. */
	#peek() {
		const text = this.#text;
		for (;;) {
			const char = text.charCodeAt(this.#at);
			if (char === SPACE$1 || char === LINE_FEED$1 || char === RETURN$1 || char === TAB$1) this.#at++;
			else if (char === HASH$1 || char === SLASH) {
				if (!this.#skipComment()) return char;
			} else return this.#at < text.length ? char : -1;
		}
	}
	#skipComment() {
		const start = this.#at;
		const isBlock = this.#text.startsWith("/*", start);
		if (!isBlock && !this.#text.startsWith("//", start) && !this.#text.startsWith("#", start)) return false;
		const end = this.#text.indexOf(isBlock ? "*/" : "\n", start + 1);
		this.#at = end < 0 ? this.#text.length : isBlock ? end + 2 : end;
		if (!this.#commented) this.#tell("parse/syntax", start, this.#at, say`JSON has no comments: take them out`);
		this.#commented = true;
		return true;
	}
	#unclosed(opener) {
		this.#fail(say`this bracket is not closed`, "parse/syntax", opener, opener + 1);
	}
	/** Ends the reading with a finding at `start`, or at the next character. */
	#fail(message, rule = "parse/syntax", start = this.#at, end = start + 1) {
		this.failure ??= finding(rule, inSpan(this.#source, start, Math.min(end, this.#text.length)), message);
		this.#at = this.#text.length;
		return HOLE;
	}
	/** Ends the reading over what follows a value; in silence where it is the rest of a text without quotes. */
	#stop(message) {
		if (this.#wrongWordEnd >= 0 && this.#text.slice(this.#wrongWordEnd, this.#at).trim() === "") this.#giveUp();
		else this.#fail(message);
	}
	/** Ends the reading over what was told last. */
	#giveUp() {
		this.failure = this.findings.pop();
		this.#at = this.#text.length;
	}
	#tell(rule, start, end, message) {
		this.findings.push(finding(rule, inSpan(this.#source, start, end), message));
	}
};
function wrongWord(word) {
	return /^[-+.0-9]/.test(word) ? say`this is no JSON number: no leading \`+\`, \`.\` or 0, no hexadecimal, and digits after a \`.\`` : say`a text must stand in double quotes, and JSON knows no words but true, false and null`;
}
// src/stages/parse/lazy.ts
/**
* A parser that most runs do not need is not loaded yet. Whoever does a unit of work catches this, awaits `load()` and
* begins the unit again. It is thrown before the file's first finding is reported.
*/
var ParserMissing = class extends Error {
	load;
	constructor(load) {
		super("a parser has to be loaded first: await load() and parse again");
		this.load = load;
	}
};
/** A module that is imported when it is first asked for: until it is there, the function returned throws. */
function lazily(load) {
	let module;
	return () => {
		if (module !== void 0) return module;
		throw new ParserMissing(async () => {
			module = await load();
		});
	};
}
/** `yaml` has the last word on what js-yaml refuses. */
const judge = lazily(() => import("./judge.js"));
const toml = lazily(() => import("./toml.js"));
// src/stages/parse/unflatten.ts
/**
* Opens flat keys: with the separator `.`, `a.b.c: 1` is read as `a: {b: {c: 1}}`, in every mapping of the document.
* A flat key and a mapping of the same path are put together, as Spring does. Keys keep their spans; a mapping that
* exists only through a flat key has that key's span.
*
* A key with an empty part (`a..b`, `.a`) and a key with a bracket stay as they are written: Spring's list indexes
* (`a[0].b`) and quoted keys (`a.[b.c]`) are text here. Aliases and merge keys are expanded, at most to `MAX_NODES`.
*
* A path that one key sets to a scalar or list and another opens as a mapping is `parse/flat-key` at the second key; a
* path that is set twice is `parse/duplicate-key`. The later one counts. A document without flat keys is returned as it
* is, at the cost of a look at its keys.
*/
function splitKeys(tree, separator, report) {
	if (separator === "" || !tree.keys.some((key) => key !== null && isFlat(key, separator))) return tree;
	const planted = new KeyOpener(tree, separator, report).open();
	return tree.encrypted === true ? {
		...planted,
		encrypted: true
	} : planted;
}
function isFlat(key, separator) {
	return key.includes(separator) && partsOf(key, separator).length > 1;
}
function partsOf(key, separator) {
	if (key === "\0<<" || key.includes("[")) return [key];
	const parts = key.split(separator);
	return parts.includes("") ? [key] : parts;
}
var KeyOpener = class {
	#tree;
	#separator;
	#report;
	#entriesOf;
	#count = 0;
	#failed = false;
	constructor(tree, separator, report) {
		this.#tree = tree;
		this.#separator = separator;
		this.#report = report;
		this.#entriesOf = createEntriesOf(tree);
	}
	open() {
		const { source, value, tags } = this.#tree;
		const root = this.#draft(0, value, tags, 0);
		return this.#failed ? plantHole(source) : plant(source, root);
	}
	#draft(node, value, tags, depth) {
		const { spans } = this.#tree;
		const key = [this.#field(node, NODE.keyStart), this.#field(node, NODE.keyEnd)];
		const at = targetOf(this.#tree, node) * 5;
		const start = spans[at + NODE.valueStart];
		const end = spans[at + NODE.valueEnd];
		const draft = this.#contents(node, value, tags, {
			key,
			start,
			end,
			depth
		});
		if (tags !== void 0 && tags.tag !== "") draft.tag = tags.tag;
		return draft;
	}
	#contents(node, value, tags, at) {
		const isCollection = isMapping(value) || isList(value);
		if (this.#exhausted(node, isCollection ? at.depth + 1 : at.depth)) return draftLeaf(HOLE, at.key, at.start, at.end);
		if (isMapping(value)) {
			const mapping = draftMapping(at.key, at.start, at.end);
			this.#fill(mapping, node, value, tags, at.depth);
			return mapping;
		}
		if (!isList(value)) return draftLeaf(value, at.key, at.start, at.end);
		const list = draftList(at.key, at.start, at.end);
		let child = targetOf(this.#tree, node) + 1;
		for (const [i, item] of value.entries()) {
			list.items.push(this.#draft(child, item, tags?.children.get(String(i)), at.depth + 1));
			child = nodeAfter(this.#tree, child);
		}
		return list;
	}
	/** Inserts the entries of a mapping of the tree into a draft, which may have entries of other mappings. */
	#fill(into, node, value, tags, depth) {
		for (const { from, nodes } of this.#entriesOf(node)) for (const [key, child] of nodes) {
			if (this.#failed) return;
			const held = own(value, key);
			if (held === void 0) continue;
			this.#insert(into, {
				key,
				node: child,
				value: held,
				tags: tags?.children.get(key),
				from
			}, depth);
		}
	}
	#insert(into, seed, depth) {
		const parts = partsOf(seed.key, this.#separator);
		if (this.#tooDeep(seed.node, depth + parts.length)) return;
		let at = into;
		for (let i = 0; i < parts.length - 1; i++) {
			const next = this.#step(at, parts, i, seed);
			if (next === void 0) return;
			at = next;
		}
		this.#set(at, parts, seed, depth + parts.length);
	}
	/** The mapping that the part `i` of a flat key leads to; `undefined` where a seed gives way. */
	#step(at, parts, i, seed) {
		const part = parts[i];
		const known = at.children.get(part);
		if (known?.kind === "mapping") return known;
		if (known !== void 0) {
			if (seed.from === "merge key") return void 0;
			this.#clash(known, seed, say`${name(parts.slice(0, i + 1).join(this.#separator))} cannot be a mapping as well`);
		}
		const place = this.#keyPlace(seed);
		const end = Math.max(place.end, this.#field(seed.node, NODE.valueEnd));
		const opened = draftMapping([place.start, place.end], place.start, end);
		this.#count++;
		at.children.set(part, opened);
		return opened;
	}
	#set(at, parts, seed, depth) {
		const part = parts[parts.length - 1];
		const known = at.children.get(part);
		if (known?.kind === "mapping" && isMapping(seed.value)) {
			if (seed.tags !== void 0 && seed.tags.tag !== "" && seed.from === "itself") known.tag = seed.tags.tag;
			this.#fill(known, seed.node, seed.value, seed.tags, depth);
			return;
		}
		if (known !== void 0) {
			if (seed.from === "merge key") return;
			const path = parts.join(this.#separator);
			if (known.kind === "mapping") this.#clash(known, seed, say`${name(path)} is a mapping already`);
			else if (isMapping(seed.value)) this.#clash(known, seed, say`${name(path)} cannot be a mapping as well`);
			else if (!holds(known, HOLE) && seed.value !== HOLE) reportDuplicate(path, this.#keyPlace(seed), draftKeyPlace(this.#tree.source, known), this.#report);
		}
		at.children.set(part, this.#draft(seed.node, seed.value, seed.tags, depth));
	}
	#clash(known, seed, message) {
		if (holds(known, HOLE) || seed.value === HOLE) return;
		const place = draftKeyPlace(this.#tree.source, known);
		const related = [{
			message: say`first given here`,
			place
		}];
		this.#report(finding("parse/flat-key", this.#keyPlace(seed), message, { related }));
	}
	#exhausted(node, depth) {
		if (this.#failed || this.#tooDeep(node, depth)) return true;
		if (++this.#count <= 1e6) return false;
		return this.#give("parse/too-many-nodes", node, say`this document opens to more than ${MAX_NODES} values`);
	}
	#tooDeep(node, depth) {
		if (depth <= 100) return false;
		return this.#give("parse/too-deep", node, say`this opens to more than ${100} levels`);
	}
	/** Gives the document up. */
	#give(rule, node, message) {
		this.#failed = true;
		const at = this.#field(node, NODE.keyStart) < 0 ? NODE.valueStart : NODE.keyStart;
		const place = inSpan(this.#tree.source, this.#field(node, at), this.#field(node, at + 1));
		this.#report(finding(rule, place, message));
		return true;
	}
	#keyPlace({ node }) {
		return inSpan(this.#tree.source, this.#field(node, NODE.keyStart), this.#field(node, NODE.keyEnd));
	}
	#field(node, offset) {
		return this.#tree.spans[node * 5 + offset];
	}
};
function holds(draft, value) {
	return draft.kind === "leaf" && draft.value === value;
}
// node_modules/js-yaml/dist/js-yaml.mjs
/*! js-yaml 5.5.0 https://github.com/nodeca/js-yaml @license MIT */
/**
* Returned by a scalar resolver when the source does not match its tag.
*
* @category Tags
*/
var NOT_RESOLVED = Symbol("NOT_RESOLVED");
/**
* Create a normalized scalar tag definition.
*
* @category Tags
*/
function defineScalarTag(tagName, options) {
	return {
		tagName,
		nodeKind: "scalar",
		implicit: options.implicit ?? false,
		matchByTagPrefix: options.matchByTagPrefix ?? false,
		implicitFirstChars: options.implicitFirstChars ?? null,
		resolve: options.resolve,
		identify: options.identify,
		represent: options.represent ?? ((data) => String(data)),
		representTagName: options.representTagName ?? (() => tagName)
	};
}
/**
* Create a normalized sequence tag definition.
*
* @category Tags
*/
function defineSequenceTag(tagName, options) {
	const carrierIsResult = options.finalize === void 0;
	return {
		tagName,
		nodeKind: "sequence",
		implicit: false,
		matchByTagPrefix: options.matchByTagPrefix ?? false,
		create: options.create,
		addItem: options.addItem,
		finalize: options.finalize ?? ((carrier) => carrier),
		carrierIsResult,
		identify: options.identify,
		represent: options.represent ?? ((data) => data),
		representTagName: options.representTagName ?? (() => tagName)
	};
}
/**
* Create a normalized mapping tag definition.
*
* @category Tags
*/
function defineMappingTag(tagName, options) {
	const carrierIsResult = options.finalize === void 0;
	return {
		tagName,
		nodeKind: "mapping",
		implicit: false,
		matchByTagPrefix: options.matchByTagPrefix ?? false,
		create: options.create,
		addPair: options.addPair,
		has: options.has,
		keys: options.keys,
		get: options.get,
		finalize: options.finalize ?? ((carrier) => carrier),
		carrierIsResult,
		identify: options.identify,
		represent: options.represent ?? ((data) => data),
		representTagName: options.representTagName ?? (() => tagName)
	};
}
/** @category Tags */
var strTag = defineScalarTag("tag:yaml.org,2002:str", {
	resolve: (source) => source,
	identify: (data) => typeof data === "string"
});
var NULL_VALUES$1 = [
	"",
	"~",
	"null",
	"Null",
	"NULL"
];
/** @category Tags */
var nullCoreTag = defineScalarTag("tag:yaml.org,2002:null", {
	implicit: true,
	implicitFirstChars: [
		"",
		"~",
		"n",
		"N"
	],
	resolve: (source) => {
		if (NULL_VALUES$1.indexOf(source) !== -1) return null;
		return NOT_RESOLVED;
	},
	identify: (object) => object === null,
	represent: () => "null"
});
/** @category Tags */
var nullJsonTag = defineScalarTag("tag:yaml.org,2002:null", {
	implicit: true,
	implicitFirstChars: ["n"],
	resolve: (source, isExplicit) => {
		if (source === "null" || isExplicit && source === "") return null;
		return NOT_RESOLVED;
	},
	identify: (object) => object === null,
	represent: () => "null"
});
var NULL_VALUES = [
	"",
	"~",
	"null",
	"Null",
	"NULL"
];
/** @category Tags */
var nullYaml11Tag = defineScalarTag("tag:yaml.org,2002:null", {
	implicit: true,
	implicitFirstChars: [
		"",
		"~",
		"n",
		"N"
	],
	resolve: (source) => {
		if (NULL_VALUES.indexOf(source) !== -1) return null;
		return NOT_RESOLVED;
	},
	identify: (object) => object === null,
	represent: () => "null"
});
var TRUE_VALUES$2 = [
	"true",
	"True",
	"TRUE"
];
var FALSE_VALUES$2 = [
	"false",
	"False",
	"FALSE"
];
/** @category Tags */
var boolCoreTag = defineScalarTag("tag:yaml.org,2002:bool", {
	implicit: true,
	implicitFirstChars: [
		"t",
		"T",
		"f",
		"F"
	],
	resolve: (source) => {
		if (TRUE_VALUES$2.indexOf(source) !== -1) return true;
		if (FALSE_VALUES$2.indexOf(source) !== -1) return false;
		return NOT_RESOLVED;
	},
	identify: (object) => Object.prototype.toString.call(object) === "[object Boolean]",
	represent: (object) => object ? "true" : "false"
});
var TRUE_VALUES$1 = ["true"];
var FALSE_VALUES$1 = ["false"];
/** @category Tags */
var boolJsonTag = defineScalarTag("tag:yaml.org,2002:bool", {
	implicit: true,
	implicitFirstChars: ["t", "f"],
	resolve: (source) => {
		if (TRUE_VALUES$1.indexOf(source) !== -1) return true;
		if (FALSE_VALUES$1.indexOf(source) !== -1) return false;
		return NOT_RESOLVED;
	},
	identify: (object) => Object.prototype.toString.call(object) === "[object Boolean]",
	represent: (object) => object ? "true" : "false"
});
var TRUE_VALUES = [
	"true",
	"True",
	"TRUE",
	"y",
	"Y",
	"yes",
	"Yes",
	"YES",
	"on",
	"On",
	"ON"
];
var FALSE_VALUES = [
	"false",
	"False",
	"FALSE",
	"n",
	"N",
	"no",
	"No",
	"NO",
	"off",
	"Off",
	"OFF"
];
/** @category Tags */
var boolYaml11Tag = defineScalarTag("tag:yaml.org,2002:bool", {
	implicit: true,
	implicitFirstChars: [
		"y",
		"Y",
		"n",
		"N",
		"t",
		"T",
		"f",
		"F",
		"o",
		"O"
	],
	resolve: (source) => {
		if (TRUE_VALUES.indexOf(source) !== -1) return true;
		if (FALSE_VALUES.indexOf(source) !== -1) return false;
		return NOT_RESOLVED;
	},
	identify: (object) => Object.prototype.toString.call(object) === "[object Boolean]",
	represent: (object) => object ? "true" : "false"
});
var YAML_INTEGER_IMPLICIT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:0o[0-7]+|0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
var YAML_INTEGER_EXPLICIT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1]+|[-+]?0o[0-7]+|[-+]?0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
function parseYamlInteger$2(source) {
	let value = source;
	let sign = 1;
	if (value[0] === "-" || value[0] === "+") {
		if (value[0] === "-") sign = -1;
		value = value.slice(1);
	}
	if (value.startsWith("0b")) return sign * parseInt(value.slice(2), 2);
	if (value.startsWith("0o")) return sign * parseInt(value.slice(2), 8);
	if (value.startsWith("0x")) return sign * parseInt(value.slice(2), 16);
	return sign * parseInt(value, 10);
}
function resolveYamlInteger$2(source, isExplicit) {
	if (isExplicit) {
		if (!YAML_INTEGER_EXPLICIT_PATTERN$1.test(source)) return NOT_RESOLVED;
	} else if (!YAML_INTEGER_IMPLICIT_PATTERN$1.test(source)) return NOT_RESOLVED;
	const result = parseYamlInteger$2(source);
	return Number.isFinite(result) ? result : NOT_RESOLVED;
}
/** @category Tags */
var intCoreTag = defineScalarTag("tag:yaml.org,2002:int", {
	implicit: true,
	implicitFirstChars: [
		"-",
		"+",
		..."0123456789"
	],
	resolve: resolveYamlInteger$2,
	identify: (object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0,
	represent: (object) => object.toString(10)
});
var YAML_INTEGER_IMPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^-?(?:0|[1-9][0-9]*)$");
var YAML_INTEGER_EXPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1]+|[-+]?0o[0-7]+|[-+]?0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
function parseYamlInteger$1(source) {
	let value = source;
	let sign = 1;
	if (value[0] === "-" || value[0] === "+") {
		if (value[0] === "-") sign = -1;
		value = value.slice(1);
	}
	if (value.startsWith("0b")) return sign * parseInt(value.slice(2), 2);
	if (value.startsWith("0o")) return sign * parseInt(value.slice(2), 8);
	if (value.startsWith("0x")) return sign * parseInt(value.slice(2), 16);
	return sign * parseInt(value, 10);
}
function resolveYamlInteger$1(source, isExplicit) {
	if (isExplicit) {
		if (!YAML_INTEGER_EXPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
	} else if (!YAML_INTEGER_IMPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
	const result = parseYamlInteger$1(source);
	return Number.isFinite(result) ? result : NOT_RESOLVED;
}
/** @category Tags */
var intJsonTag = defineScalarTag("tag:yaml.org,2002:int", {
	implicit: true,
	implicitFirstChars: ["-", ..."0123456789"],
	resolve: resolveYamlInteger$1,
	identify: (object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0,
	represent: (object) => object.toString(10)
});
var YAML_INTEGER_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?0x[0-9a-fA-F_]+|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+|[-+]?(?:0|[1-9][0-9_]*))$");
function parseYamlInteger(source) {
	let value = source.replace(/_/g, "");
	let sign = 1;
	if (value[0] === "-" || value[0] === "+") {
		if (value[0] === "-") sign = -1;
		value = value.slice(1);
	}
	if (value.startsWith("0b")) return sign * parseInt(value.slice(2), 2);
	if (value.startsWith("0x")) return sign * parseInt(value.slice(2), 16);
	if (value.includes(":")) {
		let result = 0;
		for (const part of value.split(":")) result = result * 60 + Number(part);
		return sign * result;
	}
	if (value !== "0" && value[0] === "0") return sign * parseInt(value, 8);
	return sign * parseInt(value, 10);
}
function resolveYamlInteger(source) {
	if (!YAML_INTEGER_PATTERN.test(source)) return NOT_RESOLVED;
	const result = parseYamlInteger(source);
	return Number.isFinite(result) ? result : NOT_RESOLVED;
}
/** @category Tags */
var intYaml11Tag = defineScalarTag("tag:yaml.org,2002:int", {
	implicit: true,
	implicitFirstChars: [
		"-",
		"+",
		..."0123456789"
	],
	resolve: resolveYamlInteger,
	identify: (object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0,
	represent: (object) => object.toString(10)
});
var YAML_FLOAT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
var YAML_FLOAT_SPECIAL_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat$2(source) {
	if (!YAML_FLOAT_PATTERN$1.test(source)) return NOT_RESOLVED;
	let value = source.toLowerCase();
	const sign = value[0] === "-" ? -1 : 1;
	if ("+-".includes(value[0])) value = value.slice(1);
	if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
	if (value === ".nan") return NaN;
	const result = sign * parseFloat(value);
	if (Number.isFinite(result) || YAML_FLOAT_SPECIAL_PATTERN$1.test(source)) return result;
	return NOT_RESOLVED;
}
function representYamlFloat$2(object) {
	if (isNaN(object)) return ".nan";
	if (object === Number.POSITIVE_INFINITY) return ".inf";
	if (object === Number.NEGATIVE_INFINITY) return "-.inf";
	if (Object.is(object, -0)) return "-0.0";
	const result = object.toString(10);
	return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
/** @category Tags */
var floatCoreTag = defineScalarTag("tag:yaml.org,2002:float", {
	implicit: true,
	implicitFirstChars: [
		"-",
		"+",
		".",
		..."0123456789"
	],
	resolve: resolveYamlFloat$2,
	identify: (object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0),
	represent: representYamlFloat$2
});
var YAML_FLOAT_IMPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^-?(?:0|[1-9][0-9]*)(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$");
var YAML_FLOAT_EXPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat$1(source, isExplicit) {
	if (isExplicit) {
		if (!YAML_FLOAT_EXPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
		let value = source.toLowerCase();
		const sign = value[0] === "-" ? -1 : 1;
		if ("+-".includes(value[0])) value = value.slice(1);
		if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
		if (value === ".nan") return NaN;
		const result = sign * parseFloat(value);
		return Number.isFinite(result) ? result : NOT_RESOLVED;
	}
	if (!YAML_FLOAT_IMPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
	const result = Number(source);
	if (Number.isFinite(result)) return result;
	return NOT_RESOLVED;
}
function representYamlFloat$1(object) {
	if (isNaN(object)) return ".nan";
	if (object === Number.POSITIVE_INFINITY) return ".inf";
	if (object === Number.NEGATIVE_INFINITY) return "-.inf";
	if (Object.is(object, -0)) return "-0.0";
	const result = object.toString(10);
	return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
/** @category Tags */
var floatJsonTag = defineScalarTag("tag:yaml.org,2002:float", {
	implicit: true,
	implicitFirstChars: ["-", ..."0123456789"],
	resolve: resolveYamlFloat$1,
	identify: (object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0),
	represent: representYamlFloat$1
});
var YAML_FLOAT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?(?:(?:[0-9][0-9_]*)?\\.[0-9_]*)(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
var YAML_FLOAT_SPECIAL_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat(source) {
	if (!YAML_FLOAT_PATTERN.test(source)) return NOT_RESOLVED;
	let value = source.toLowerCase().replace(/_/g, "");
	const sign = value[0] === "-" ? -1 : 1;
	if ("+-".includes(value[0])) value = value.slice(1);
	if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
	if (value === ".nan") return NaN;
	let result = 0;
	if (value.includes(":")) {
		for (const part of value.split(":")) result = result * 60 + Number(part);
		result *= sign;
	} else result = sign * parseFloat(value);
	if (Number.isFinite(result) || YAML_FLOAT_SPECIAL_PATTERN.test(source)) return result;
	return NOT_RESOLVED;
}
function representYamlFloat(object) {
	if (isNaN(object)) return ".nan";
	if (object === Number.POSITIVE_INFINITY) return ".inf";
	if (object === Number.NEGATIVE_INFINITY) return "-.inf";
	if (Object.is(object, -0)) return "-0.0";
	const result = object.toString(10);
	return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
/** @category Tags */
var floatYaml11Tag = defineScalarTag("tag:yaml.org,2002:float", {
	implicit: true,
	implicitFirstChars: [
		"-",
		"+",
		".",
		..."0123456789"
	],
	resolve: resolveYamlFloat,
	identify: (object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0),
	represent: representYamlFloat
});
/**
* Enables merge keys in {@link CORE_SCHEMA} when added with
* {@link Schema.withTags}.
*
* @category Tags
*/
var mergeTag = defineScalarTag("tag:yaml.org,2002:merge", {
	implicit: true,
	implicitFirstChars: ["<"],
	resolve: (source, isExplicit) => {
		if (source === "<<" || isExplicit && source === "") return "<<";
		return NOT_RESOLVED;
	},
	identify: () => false
});
var BASE64_PATTERN = /^[A-Za-z0-9+/]*={0,2}$/;
function resolveYamlBinary(source) {
	const input = source.replace(/\s/g, "");
	if (input.length % 4 !== 0 || !BASE64_PATTERN.test(input)) return NOT_RESOLVED;
	const binary = atob(input);
	const result = new Uint8Array(binary.length);
	for (let index = 0; index < binary.length; index++) result[index] = binary.charCodeAt(index);
	return result;
}
function representYamlBinary(object) {
	let binary = "";
	for (let index = 0; index < object.length; index++) binary += String.fromCharCode(object[index]);
	return btoa(binary);
}
/**
* The `!!binary` tag, represented as a `Uint8Array`.
*
* @category Tags
*/
var binaryTag = defineScalarTag("tag:yaml.org,2002:binary", {
	resolve: resolveYamlBinary,
	identify: (object) => Object.prototype.toString.call(object) === "[object Uint8Array]",
	represent: representYamlBinary
});
var YAML_DATE_REGEXP = /* @__PURE__ */ new RegExp("^([0-9][0-9][0-9][0-9])-([0-9][0-9])-([0-9][0-9])$");
var YAML_TIMESTAMP_REGEXP = /* @__PURE__ */ new RegExp("^([0-9][0-9][0-9][0-9])-([0-9][0-9]?)-([0-9][0-9]?)(?:[Tt]|[ \\t]+)([0-9][0-9]?):([0-9][0-9]):([0-9][0-9])(?:\\.([0-9]*))?(?:[ \\t]*(Z|([-+])([0-9][0-9]?)(?::([0-9][0-9]))?))?$");
function makeUtcDate(year, month, day, hour = 0, minute = 0, second = 0, fraction = 0) {
	const date = new Date(Date.UTC(year, month, day, hour, minute, second, fraction));
	date.setUTCFullYear(year, month, day);
	return date;
}
function resolveYamlTimestamp(source) {
	let match = YAML_DATE_REGEXP.exec(source);
	if (match === null) match = YAML_TIMESTAMP_REGEXP.exec(source);
	if (match === null) return NOT_RESOLVED;
	const year = +match[1];
	const month = +match[2] - 1;
	const day = +match[3];
	if (!match[4]) {
		const date = makeUtcDate(year, month, day);
		if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month || date.getUTCDate() !== day) return NOT_RESOLVED;
		return date;
	}
	const hour = +match[4];
	const minute = +match[5];
	const second = +match[6];
	let fraction = 0;
	if (hour > 23 || minute > 59 || second > 59) return NOT_RESOLVED;
	if (match[7]) {
		let value = match[7].slice(0, 3);
		while (value.length < 3) value += "0";
		fraction = +value;
	}
	const date = makeUtcDate(year, month, day, hour, minute, second, fraction);
	if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month || date.getUTCDate() !== day) return NOT_RESOLVED;
	if (match[9]) {
		const offsetHour = +match[10];
		const offsetMinute = +(match[11] || 0);
		if (offsetHour > 23 || offsetMinute > 59) return NOT_RESOLVED;
		const offset = (offsetHour * 60 + offsetMinute) * 6e4;
		date.setTime(date.getTime() - (match[9] === "-" ? -offset : offset));
	}
	return date;
}
/**
* The YAML 1.1 `!!timestamp` tag, represented as a JavaScript `Date`.
*
* @category Tags
*/
var timestampTag = defineScalarTag("tag:yaml.org,2002:timestamp", {
	implicit: true,
	implicitFirstChars: [..."0123456789"],
	resolve: resolveYamlTimestamp,
	identify: (object) => object instanceof Date,
	represent: (object) => object.toISOString()
});
/** @category Tags */
var seqTag = defineSequenceTag("tag:yaml.org,2002:seq", {
	create: () => [],
	addItem: (container, item) => {
		container.push(item);
	},
	identify: Array.isArray
});
function isPlainObject(data) {
	if (data === null || typeof data !== "object" || Array.isArray(data)) return false;
	const prototype = Object.getPrototypeOf(data);
	return prototype === null || prototype === Object.prototype;
}
function pick(object, keys) {
	const result = {};
	for (const key of keys) if (object[key] !== void 0) result[key] = object[key];
	return result;
}
/**
* Provided only for YAML 1.1 compatibility and supported by the loader only.
* JavaScript has no dedicated class to represent this type, so it cannot be
* identified and dumped.
*
* ```yaml
* !!omap
*   - one: 1
*   - two: 2
* ```
*
* is loaded as
*
* ```javascript
* [
*   { one: 1 },
*   { two: 2 }
* ]
* ```
*
* @category Tags
*/
var omapTag = defineSequenceTag("tag:yaml.org,2002:omap", {
	create: () => ({
		list: [],
		seen: /* @__PURE__ */ new Set()
	}),
	addItem: (carrier, item) => {
		let key;
		if (item instanceof Map) {
			if (item.size !== 1) return "cannot resolve an ordered map item";
			key = item.keys().next().value;
		} else if (isPlainObject(item)) {
			const itemKeys = Object.keys(item);
			if (itemKeys.length !== 1) return "cannot resolve an ordered map item";
			key = itemKeys[0];
		} else return "cannot resolve an ordered map item";
		if (carrier.seen.has(key)) return "duplicate key in ordered map";
		carrier.seen.add(key);
		carrier.list.push(item);
		return "";
	},
	finalize: (carrier) => carrier.list,
	identify: () => false
});
/**
* Provided only for YAML 1.1 compatibility and supported by the loader only.
* JavaScript has no dedicated class to represent this type, so it cannot be
* identified and dumped.
*
* ```yaml
* !!pairs
*   - one: 1
*   - two: 2
* ```
*
* is loaded as
*
* ```javascript
* [
*   ['one', 1],
*   ['two', 2]
* ]
* ```
*
* @category Tags
*/
var pairsTag = defineSequenceTag("tag:yaml.org,2002:pairs", {
	create: () => [],
	addItem: (container, item) => {
		if (item instanceof Map) {
			if (item.size !== 1) return "cannot resolve a pairs item";
			container.push(item.entries().next().value);
			return "";
		}
		if (Object.prototype.toString.call(item) !== "[object Object]") return "cannot resolve a pairs item";
		const object = item;
		const keys = Object.keys(object);
		if (keys.length !== 1) return "cannot resolve a pairs item";
		container.push([keys[0], object[keys[0]]]);
		return "";
	},
	identify: () => false
});
/**
* This is the default mapping implementation. It uses `{}` objects and has only
* partial functionality due to language limitations. This choice was made
* because users expect to get JavaScript objects, and it was left unchanged to
* avoid too many breaking changes in the v5 release.
*
* Side effects:
*
* - `Object.hasOwn()` checks or `for...of` loops are required for safe use (to
*   avoid falling through to prototypes).
* - Only scalar string keys are supported properly.
* - Other scalar keys, such as `null` and numbers, are converted to strings.
*   This is historical behaviour, and it can cause side effects such as
*   problems with `!!merge`.
*
* Note that non-string scalar keys may be deprecated in future versions.
*
* Ideally, use {@link realMapTag} instead.
*
* @category Tags
*/
var mapTag = defineMappingTag("tag:yaml.org,2002:map", {
	create: () => ({}),
	identify: isPlainObject,
	represent: (o) => {
		const map = /* @__PURE__ */ new Map();
		for (const key of Object.keys(o)) map.set(key, o[key]);
		return map;
	},
	addPair: (container, key, value) => {
		if (key !== null && typeof key === "object") return "object-based map does not support complex keys";
		const normalizedKey = String(key);
		if (normalizedKey === "__proto__") Object.defineProperty(container, normalizedKey, {
			value,
			enumerable: true,
			configurable: true,
			writable: true
		});
		else container[normalizedKey] = value;
		return "";
	},
	has: (container, key) => {
		if (key !== null && typeof key === "object") return false;
		return Object.prototype.hasOwnProperty.call(container, String(key));
	},
	keys: (container) => Object.keys(container),
	get: (container, key) => {
		const normalizedKey = String(key);
		if (!Object.prototype.hasOwnProperty.call(container, normalizedKey)) return null;
		return container[normalizedKey];
	}
});
/**
* The YAML 1.1 `!!set` tag, represented as a JavaScript `Set`.
*
* @category Tags
*/
var setTag = defineMappingTag("tag:yaml.org,2002:set", {
	create: () => /* @__PURE__ */ new Set(),
	identify: (data) => data instanceof Set,
	represent: (data) => {
		const map = /* @__PURE__ */ new Map();
		for (const key of data) map.set(key, null);
		return map;
	},
	addPair: (container, key, value) => {
		if (value !== null) return "cannot resolve a set item";
		container.add(key);
		return "";
	},
	has: (container, key) => container.has(key),
	keys: (container) => container.keys(),
	get: () => null
});
function createTagDefinitionMap() {
	return {
		scalar: Object.create(null),
		sequence: Object.create(null),
		mapping: Object.create(null)
	};
}
function createTagDefinitionListMap() {
	return {
		scalar: [],
		sequence: [],
		mapping: []
	};
}
function compileTags(tags) {
	const result = [];
	for (const tag of tags) {
		let index = result.length;
		for (let previousIndex = 0; previousIndex < result.length; previousIndex++) {
			const previous = result[previousIndex];
			if (previous.nodeKind === tag.nodeKind && previous.tagName === tag.tagName && previous.matchByTagPrefix === tag.matchByTagPrefix) {
				index = previousIndex;
				break;
			}
		}
		result[index] = tag;
	}
	return result;
}
/**
* Controls tag resolution when loading and type selection when dumping.
*
* @category Schemas
*/
var Schema = class Schema {
	tags;
	/** @internal */
	implicitScalarTags;
	/**
	* Dispatch implicit scalar resolvers by `source.charAt(0)`. Each bucket holds
	* the resolvers that may match that key, in schema order; a key absent from
	* the map uses
	* {@link Schema.implicitScalarAnyFirstChar}
	* (resolvers that declared no first-char constraint, so they apply to any
	* first character).
	*/
	implicitScalarByFirstChar;
	implicitScalarAnyFirstChar;
	/**
	* The default scalar tag (`!!str`), resolved once so the composer's fallback
	* for unresolved plain scalars avoids a keyed lookup per scalar.
	*
	* @internal
	*/
	defaultScalarTag;
	/**
	* The default container tags (`!!seq` / `!!map`), used by the dumper: when a
	* value is identified by its default tag, the tag is implicit and not
	* printed. Undefined if the schema does not define them (then such values
	* can't be dumped).
	*
	* @internal
	*/
	defaultSequenceTag;
	/** @internal */
	defaultMappingTag;
	exact;
	prefix;
	constructor(tags) {
		const compiledTags = compileTags(tags);
		const implicitScalarTags = [];
		const exact = createTagDefinitionMap();
		const prefix = createTagDefinitionListMap();
		for (const tag of compiledTags) {
			if (tag.nodeKind === "scalar" && tag.implicit) {
				if (tag.matchByTagPrefix) throw new Error("Implicit scalar tags cannot match by tag prefix");
				implicitScalarTags.push(tag);
			}
			switch (tag.nodeKind) {
				case "scalar":
					if (tag.matchByTagPrefix) prefix.scalar.push(tag);
					else exact.scalar[tag.tagName] = tag;
					break;
				case "sequence":
					if (tag.matchByTagPrefix) prefix.sequence.push(tag);
					else exact.sequence[tag.tagName] = tag;
					break;
				case "mapping": if (tag.matchByTagPrefix) prefix.mapping.push(tag);
				else exact.mapping[tag.tagName] = tag;
			}
		}
		const implicitScalarAnyFirstChar = implicitScalarTags.filter((tag) => tag.implicitFirstChars === null);
		const keys = /* @__PURE__ */ new Set();
		for (const tag of implicitScalarTags) if (tag.implicitFirstChars !== null) for (const key of tag.implicitFirstChars) keys.add(key);
		const implicitScalarByFirstChar = /* @__PURE__ */ new Map();
		for (const key of keys) implicitScalarByFirstChar.set(key, implicitScalarTags.filter((tag) => tag.implicitFirstChars === null || tag.implicitFirstChars.indexOf(key) !== -1));
		const defaultScalarTag = exact.scalar["tag:yaml.org,2002:str"];
		if (!defaultScalarTag) throw new Error("schema does not define the default scalar tag (tag:yaml.org,2002:str)");
		this.tags = compiledTags;
		this.implicitScalarTags = implicitScalarTags;
		this.implicitScalarByFirstChar = implicitScalarByFirstChar;
		this.implicitScalarAnyFirstChar = implicitScalarAnyFirstChar;
		this.defaultScalarTag = defaultScalarTag;
		this.defaultSequenceTag = exact.sequence["tag:yaml.org,2002:seq"];
		this.defaultMappingTag = exact.mapping["tag:yaml.org,2002:map"];
		this.exact = exact;
		this.prefix = prefix;
	}
	/** @internal */
	lookupScalarTag(tagName) {
		const exactTag = this.exact.scalar[tagName];
		if (exactTag) return exactTag;
		for (const tag of this.prefix.scalar) if (tagName.startsWith(tag.tagName)) return tag;
	}
	/** @internal */
	lookupSequenceTag(tagName) {
		const exactTag = this.exact.sequence[tagName];
		if (exactTag) return exactTag;
		for (const tag of this.prefix.sequence) if (tagName.startsWith(tag.tagName)) return tag;
	}
	/** @internal */
	lookupMappingTag(tagName) {
		const exactTag = this.exact.mapping[tagName];
		if (exactTag) return exactTag;
		for (const tag of this.prefix.mapping) if (tagName.startsWith(tag.tagName)) return tag;
	}
	/** @internal */
	resolveImplicitScalarTag(source) {
		const candidates = this.implicitScalarByFirstChar.get(source.charAt(0)) ?? this.implicitScalarAnyFirstChar;
		for (const tag of candidates) {
			const value = tag.resolve(source, false, tag.tagName);
			if (value !== NOT_RESOLVED) return {
				value,
				tag
			};
		}
		const tag = this.defaultScalarTag;
		return {
			value: tag.resolve(source, false, tag.tagName),
			tag
		};
	}
	/**
	* Creates a new schema with the specified tags added. If a tag already
	* exists, it is replaced by the specified tag.
	*
	* @example
	*
	* ```javascript
	* import { CORE_SCHEMA, mergeTag, realMapTag } from 'js-yaml'
	*
	* const schema = CORE_SCHEMA.withTags(mergeTag, realMapTag)
	* ```
	*/
	withTags(...tags) {
		let flatTags = [];
		for (const tag of tags) flatTags = flatTags.concat(tag);
		return new Schema([...this.tags, ...flatTags]);
	}
};
/**
* The YAML 1.2 Failsafe Schema: strings, sequences, and mappings.
*
* @category Schemas
*/
var FAILSAFE_SCHEMA = new Schema([
	strTag,
	seqTag,
	mapTag
]);
new Schema([
	...FAILSAFE_SCHEMA.tags,
	nullJsonTag,
	boolJsonTag,
	intJsonTag,
	floatJsonTag
]);
/**
* The default schema for the loaders. Note, {@link CORE_SCHEMA} comes
* without the `!!merge` tag. You can easily enable it if needed.
*
* @example
* Enable {@link mergeTag}:
*
* ```javascript
* import { load, CORE_SCHEMA, mergeTag } from 'js-yaml'
*
* try {
*   load(data, { schema: CORE_SCHEMA.withTags(mergeTag) })
* } catch (e) {
*   console.error(e)
* }
* ```
*
* @category Schemas
*/
var CORE_SCHEMA = new Schema([
	...FAILSAFE_SCHEMA.tags,
	nullCoreTag,
	boolCoreTag,
	intCoreTag,
	floatCoreTag
]);
/**
* The dumper schema for maximum compatibility. It combines all supported type
* variants from YAML 1.1 and YAML 1.2 so strings matching any of them are
* quoted. This makes the generated YAML more compatible with other parsers.
*
* The schema is based on YAML 1.1, but extends `!!int` and `!!float` to accept
* both YAML 1.1 and Core Schema forms, since Core Schema supports some forms
* that YAML 1.1 does not.
*
* @category Schemas
*/
var DUMP_SCHEMA = new Schema([
	...FAILSAFE_SCHEMA.tags,
	nullYaml11Tag,
	boolYaml11Tag,
	intYaml11Tag,
	floatYaml11Tag,
	timestampTag,
	mergeTag,
	binaryTag,
	omapTag,
	pairsTag,
	setTag
]).withTags({
	...intYaml11Tag,
	resolve: (source, isExplicit, tagName) => {
		const result = intYaml11Tag.resolve(source, isExplicit, tagName);
		return result === NOT_RESOLVED ? intCoreTag.resolve(source, isExplicit, tagName) : result;
	}
}, {
	...floatYaml11Tag,
	resolve: (source, isExplicit, tagName) => {
		const result = floatYaml11Tag.resolve(source, isExplicit, tagName);
		return result === NOT_RESOLVED ? floatCoreTag.resolve(source, isExplicit, tagName) : result;
	}
});
defineMappingTag("tag:yaml.org,2002:map", {
	create: () => /* @__PURE__ */ new Map(),
	addPair: (container, key, value) => {
		container.set(key, value);
		return "";
	},
	has: (container, key) => container.has(key),
	keys: (container) => container.keys(),
	get: (container, key) => container.get(key),
	identify: (data) => data instanceof Map || isPlainObject(data),
	represent: (data) => {
		if (data instanceof Map) return data;
		const map = /* @__PURE__ */ new Map();
		const obj = data;
		for (const key of Object.keys(obj)) map.set(key, obj[key]);
		return map;
	}
});
function normalizeKey(key) {
	if (Array.isArray(key)) {
		const array = Array.prototype.slice.call(key);
		for (let index = 0; index < array.length; index++) {
			if (Array.isArray(array[index])) return null;
			if (typeof array[index] === "object" && Object.prototype.toString.call(array[index]) === "[object Object]") array[index] = "[object Object]";
		}
		return String(array);
	}
	if (typeof key === "object" && Object.prototype.toString.call(key) === "[object Object]") return "[object Object]";
	return String(key);
}
defineMappingTag("tag:yaml.org,2002:map", {
	create: () => ({}),
	identify: isPlainObject,
	represent: (o) => {
		const map = /* @__PURE__ */ new Map();
		for (const key of Object.keys(o)) map.set(key, o[key]);
		return map;
	},
	addPair: (container, key, value) => {
		const normalizedKey = normalizeKey(key);
		if (normalizedKey === null) return "nested arrays are not supported inside keys";
		if (normalizedKey === "__proto__") Object.defineProperty(container, normalizedKey, {
			value,
			enumerable: true,
			configurable: true,
			writable: true
		});
		else container[normalizedKey] = value;
		return "";
	},
	has: (container, key) => {
		const normalizedKey = normalizeKey(key);
		return normalizedKey !== null && Object.prototype.hasOwnProperty.call(container, normalizedKey);
	},
	keys: (container) => Object.keys(container),
	get: (container, key) => {
		const normalizedKey = String(key);
		if (!Object.prototype.hasOwnProperty.call(container, normalizedKey)) return null;
		return container[normalizedKey];
	}
});
var DEFAULT_SNIPPET_OPTIONS = {
	maxLength: 79,
	indent: 1,
	linesBefore: 3,
	linesAfter: 2
};
function getLine(buffer, lineStart, lineEnd, position, maxLineLength) {
	let head = "";
	let tail = "";
	const maxHalfLength = Math.floor(maxLineLength / 2) - 1;
	if (position - lineStart > maxHalfLength) {
		head = " ... ";
		lineStart = position - maxHalfLength + head.length;
	}
	if (lineEnd - position > maxHalfLength) {
		tail = " ...";
		lineEnd = position + maxHalfLength - tail.length;
	}
	return {
		str: head + buffer.slice(lineStart, lineEnd).replace(/\t/g, "→") + tail,
		pos: position - lineStart + head.length
	};
}
function padStart(string, max) {
	return " ".repeat(Math.max(max - string.length, 0)) + string;
}
function makeSnippet(mark, options) {
	if (!mark.buffer) return null;
	const opts = {
		...DEFAULT_SNIPPET_OPTIONS,
		...options
	};
	const re = /\r?\n|\r|\0/g;
	const lineStarts = [0];
	const lineEnds = [];
	let match;
	let foundLineNo = -1;
	while (match = re.exec(mark.buffer)) {
		lineEnds.push(match.index);
		lineStarts.push(match.index + match[0].length);
		if (mark.position <= match.index && foundLineNo < 0) foundLineNo = lineStarts.length - 2;
	}
	if (foundLineNo < 0) foundLineNo = lineStarts.length - 1;
	let result = "";
	const lineNoLength = Math.min(mark.line + opts.linesAfter, lineEnds.length).toString().length;
	const maxLineLength = opts.maxLength - (opts.indent + lineNoLength + 3);
	for (let i = 1; i <= opts.linesBefore; i++) {
		if (foundLineNo - i < 0) break;
		const line = getLine(mark.buffer, lineStarts[foundLineNo - i], lineEnds[foundLineNo - i], mark.position - (lineStarts[foundLineNo] - lineStarts[foundLineNo - i]), maxLineLength);
		result = `${" ".repeat(opts.indent)}${padStart((mark.line - i + 1).toString(), lineNoLength)} | ${line.str}\n${result}`;
	}
	const line = getLine(mark.buffer, lineStarts[foundLineNo], lineEnds[foundLineNo], mark.position, maxLineLength);
	result += `${" ".repeat(opts.indent)}${padStart((mark.line + 1).toString(), lineNoLength)} | ${line.str}\n`;
	result += `${"-".repeat(opts.indent + lineNoLength + 3 + line.pos)}^\n`;
	for (let i = 1; i <= opts.linesAfter; i++) {
		if (foundLineNo + i >= lineEnds.length) break;
		const line = getLine(mark.buffer, lineStarts[foundLineNo + i], lineEnds[foundLineNo + i], mark.position - (lineStarts[foundLineNo] - lineStarts[foundLineNo + i]), maxLineLength);
		result += `${" ".repeat(opts.indent)}${padStart((mark.line + i + 1).toString(), lineNoLength)} | ${line.str}\n`;
	}
	return result.replace(/\n$/, "");
}
function formatError(exception, compact) {
	let where = "";
	if (!exception.mark) return exception.reason;
	if (exception.mark.name) where += `in "${exception.mark.name}" `;
	where += `(${exception.mark.line + 1}:${exception.mark.column + 1})`;
	if (!compact && exception.mark.snippet) where += `\n\n${exception.mark.snippet}`;
	return `${exception.reason} ${where}`;
}
/**
* A YAML error. Unlike an ordinary `Error`, it adds a source snippet showing
* the location of the problem to the error message, when available.
*
* @category Main
*/
var YAMLException = class YAMLException extends Error {
	reason;
	mark;
	/**
	* Optional `mark` contains source snippet data. Usually, use
	* {@link YAMLException.throwAt} instead of passing it directly.
	*/
	constructor(reason, mark) {
		super();
		this.name = "YAMLException";
		this.reason = reason;
		this.mark = mark;
		this.message = formatError(this, false);
		if (Error.captureStackTrace) Error.captureStackTrace(this, this.constructor);
	}
	/**
	* Returns the formatted error, omitting the source snippet in compact mode.
	*/
	toString(compact) {
		return `${this.name}: ${formatError(this, compact)}`;
	}
	/**
	* Builds a YAMLException with a source snippet and throws it. `source` is
	* the raw input text; `position` is an offset into it.
	*/
	static throwAt(source, position, message, filename = "") {
		let line = 0;
		let lineStart = 0;
		for (let index = 0; index < position; index++) {
			const ch = source.charCodeAt(index);
			if (ch === 10) {
				line++;
				lineStart = index + 1;
			} else if (ch === 13) {
				line++;
				if (source.charCodeAt(index + 1) === 10) index++;
				lineStart = index + 1;
			}
		}
		const mark = {
			name: filename,
			buffer: source,
			position,
			line,
			column: position - lineStart
		};
		mark.snippet = makeSnippet(mark);
		throw new YAMLException(message, mark);
	}
};
/** @category Events */
var EVENT_ID = {
	DOCUMENT: 1,
	SEQUENCE: 2,
	MAPPING: 3,
	SCALAR: 4,
	ALIAS: 5,
	POP: 6
};
/** @category Nodes */
var SCALAR_STYLE = {
	PLAIN: 1,
	SINGLE_QUOTED: 2,
	DOUBLE_QUOTED: 3,
	LITERAL_BLOCK: 4,
	FOLDED_BLOCK: 5
};
/** @category Nodes */
var COLLECTION_STYLE = {
	BLOCK: 1,
	FLOW: 2
};
/** @category Nodes */
var CHOMPING_MODE = {
	CLIP: 1,
	STRIP: 2,
	KEEP: 3
};
var NO_RANGE$3 = -1;
function simpleEscapeSequence(c) {
	switch (c) {
		case 48: return "\0";
		case 97: return "\x07";
		case 98: return "\b";
		case 116: return "	";
		case 9: return "	";
		case 110: return "\n";
		case 118: return "\v";
		case 102: return "\f";
		case 114: return "\r";
		case 101: return "\x1B";
		case 32: return " ";
		case 34: return "\"";
		case 47: return "/";
		case 92: return "\\";
		case 78: return "";
		case 95: return "\xA0";
		case 76: return "\u2028";
		case 80: return "\u2029";
		default: return "";
	}
}
var simpleEscapeCheck = new Array(256);
var simpleEscapeMap = new Array(256);
for (let i = 0; i < 256; i++) {
	simpleEscapeCheck[i] = simpleEscapeSequence(i) ? 1 : 0;
	simpleEscapeMap[i] = simpleEscapeSequence(i);
}
function charFromCodepoint(c) {
	if (c <= 65535) return String.fromCharCode(c);
	return String.fromCharCode((c - 65536 >> 10) + 55296, (c - 65536 & 1023) + 56320);
}
function fromHexCode$1(c) {
	if (c >= 48 && c <= 57) return c - 48;
	return (c | 32) - 97 + 10;
}
function escapedHexLen$1(c) {
	if (c === 120) return 2;
	if (c === 117) return 4;
	return 8;
}
function skipFoldedBreaks(input, position, end) {
	let breaks = 0;
	while (position < end) {
		const ch = input.charCodeAt(position);
		if (ch === 10) {
			breaks++;
			position++;
		} else if (ch === 13) {
			breaks++;
			position++;
			if (input.charCodeAt(position) === 10) position++;
		} else if (ch === 32 || ch === 9) position++;
		else break;
	}
	return {
		position,
		breaks
	};
}
function foldedBreaks(count) {
	if (count === 1) return " ";
	return "\n".repeat(count - 1);
}
function getPlainValue(input, start, end) {
	let result = "";
	let position = start;
	let captureStart = start;
	let captureEnd = start;
	while (position < end) {
		const ch = input.charCodeAt(position);
		if (ch === 10 || ch === 13) {
			result += input.slice(captureStart, captureEnd);
			const fold = skipFoldedBreaks(input, position, end);
			result += foldedBreaks(fold.breaks);
			position = captureStart = captureEnd = fold.position;
		} else {
			position++;
			if (ch !== 32 && ch !== 9) captureEnd = position;
		}
	}
	return result + input.slice(captureStart, captureEnd);
}
function getSingleQuotedValue(input, start, end) {
	let result = "";
	let position = start;
	let captureStart = start;
	let captureEnd = start;
	while (position < end) {
		const ch = input.charCodeAt(position);
		if (ch === 39) {
			result += input.slice(captureStart, position) + "'";
			position += 2;
			captureStart = captureEnd = position;
		} else if (ch === 10 || ch === 13) {
			result += input.slice(captureStart, captureEnd);
			const fold = skipFoldedBreaks(input, position, end);
			result += foldedBreaks(fold.breaks);
			position = captureStart = captureEnd = fold.position;
		} else {
			position++;
			if (ch !== 32 && ch !== 9) captureEnd = position;
		}
	}
	return result + input.slice(captureStart, end);
}
function getDoubleQuotedValue(input, start, end) {
	let result = "";
	let position = start;
	let captureStart = start;
	let captureEnd = start;
	while (position < end) {
		const ch = input.charCodeAt(position);
		if (ch === 92) {
			result += input.slice(captureStart, position);
			position++;
			const escaped = input.charCodeAt(position);
			if (escaped === 10 || escaped === 13) position = skipFoldedBreaks(input, position, end).position;
			else if (escaped < 256 && simpleEscapeCheck[escaped]) {
				result += simpleEscapeMap[escaped];
				position++;
			} else {
				let hexLength = escapedHexLen$1(escaped);
				let hexResult = 0;
				for (; hexLength > 0; hexLength--) {
					position++;
					const digit = fromHexCode$1(input.charCodeAt(position));
					hexResult = (hexResult << 4) + digit;
				}
				result += charFromCodepoint(hexResult);
				position++;
			}
			captureStart = captureEnd = position;
		} else if (ch === 10 || ch === 13) {
			result += input.slice(captureStart, captureEnd);
			const fold = skipFoldedBreaks(input, position, end);
			result += foldedBreaks(fold.breaks);
			position = captureStart = captureEnd = fold.position;
		} else {
			position++;
			if (ch !== 32 && ch !== 9) captureEnd = position;
		}
	}
	return result + input.slice(captureStart, end);
}
function getBlockValue(input, start, end, indent, chomping, folded) {
	const textIndent = indent < 0 ? 0 : indent;
	const region = input.slice(start, end).replace(/\r\n?/g, "\n");
	const lines = region === "" ? [] : (region.endsWith("\n") ? region.slice(0, -1) : region).split("\n");
	let result = "";
	let didReadContent = false;
	let emptyLines = 0;
	let atMoreIndented = false;
	for (const line of lines) {
		let column = 0;
		while (column < textIndent && line.charCodeAt(column) === 32) column++;
		if (indent < 0 || column >= line.length) {
			emptyLines++;
			continue;
		}
		const content = line.slice(textIndent);
		const first = content.charCodeAt(0);
		if (folded) {
			if (first === 32 || first === 9) {
				atMoreIndented = true;
				result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
			} else if (atMoreIndented) {
				atMoreIndented = false;
				result += "\n".repeat(emptyLines + 1);
			} else if (emptyLines === 0) {
				if (didReadContent) result += " ";
			} else result += "\n".repeat(emptyLines);
		} else result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
		result += content;
		didReadContent = true;
		emptyLines = 0;
	}
	if (chomping === CHOMPING_MODE.KEEP) result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
	else if (chomping !== CHOMPING_MODE.STRIP) {
		if (didReadContent) result += "\n";
	}
	return result;
}
/**
* Decodes the scalar referenced by event offsets in `input`.
*
* @category Events
*/
function getScalarValue(input, scalar) {
	if (scalar.valueStart === NO_RANGE$3) return "";
	const { valueStart, valueEnd } = scalar;
	if (scalar.fast) return input.slice(valueStart, valueEnd);
	switch (scalar.style) {
		case SCALAR_STYLE.SINGLE_QUOTED: return getSingleQuotedValue(input, valueStart, valueEnd);
		case SCALAR_STYLE.DOUBLE_QUOTED: return getDoubleQuotedValue(input, valueStart, valueEnd);
		case SCALAR_STYLE.LITERAL_BLOCK: return getBlockValue(input, valueStart, valueEnd, scalar.indent, scalar.chomping, false);
		case SCALAR_STYLE.FOLDED_BLOCK: return getBlockValue(input, valueStart, valueEnd, scalar.indent, scalar.chomping, true);
		default: return getPlainValue(input, valueStart, valueEnd);
	}
}
Object.assign(Object.create(null), {
	"!": "!",
	"!!": "tag:yaml.org,2002:"
});
var TAG_SUFFIX_CHARS = "-#;/?:@&=+$_.~*'()";
var TAG_URI_CHARS = TAG_SUFFIX_CHARS + "!,[]";
var HEX = "0123456789ABCDEF";
function percentByte(byte) {
	return "%" + HEX[byte >> 4] + HEX[byte & 15];
}
function tagPercentEncode(source, isSuffix) {
	const allowed = isSuffix ? TAG_SUFFIX_CHARS : TAG_URI_CHARS;
	let result = "";
	for (let index = 0; index < source.length; index++) {
		let ch = source.charCodeAt(index);
		if (ch >= 48 && ch <= 57 || ch >= 65 && ch <= 90 || ch >= 97 && ch <= 122 || allowed.includes(source[index])) {
			result += source[index];
			continue;
		}
		if (ch >= 55296 && ch <= 56319) ch = 65536 + ((ch & 1023) << 10) + (source.charCodeAt(++index) & 1023);
		if (ch < 128) result += percentByte(ch);
		else if (ch < 2048) result += percentByte(192 | ch >> 6) + percentByte(128 | ch & 63);
		else if (ch < 65536) result += percentByte(224 | ch >> 12) + percentByte(128 | ch >> 6 & 63) + percentByte(128 | ch & 63);
		else result += percentByte(240 | ch >> 18) + percentByte(128 | ch >> 12 & 63) + percentByte(128 | ch >> 6 & 63) + percentByte(128 | ch & 63);
	}
	return result;
}
function tagNameShort(fullTag) {
	let tag = fullTag;
	if (tag.charCodeAt(0) === 33) {
		tag = tag.slice(1);
		return `!${tagPercentEncode(tag, true)}`;
	}
	if (tag.slice(0, 18) === "tag:yaml.org,2002:") return `!!${tagPercentEncode(tag.slice(18), true)}`;
	return `!<${tagPercentEncode(tag, false)}>`;
}
var DEFAULT_CONSTRUCTOR_OPTIONS = {
	filename: "",
	schema: CORE_SCHEMA,
	json: false,
	maxTotalMergeKeys: 1e4,
	maxAliases: -1
};
var NO_RANGE$1 = -1;
var HAS_OWN = Object.prototype.hasOwnProperty;
var CONTEXT_FLOW_IN = 1;
var CONTEXT_FLOW_OUT = 2;
var CONTEXT_BLOCK_IN = 3;
var CONTEXT_BLOCK_OUT = 4;
var PATTERN_NON_PRINTABLE = /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/;
var PATTERN_FLOW_INDICATORS = /[,\[\]{}]/;
var PATTERN_TAG_HANDLE = /^(?:!|!!|![0-9A-Za-z-]+!)$/;
var NS_URI_CHAR = String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$,_.!~*'()\[\]])`;
var NS_TAG_CHAR = String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$.~*'()_])`;
var PATTERN_TAG_URI = new RegExp(`^(?:${NS_URI_CHAR})*$`);
var PATTERN_TAG_SUFFIX = new RegExp(`^(?:${NS_TAG_CHAR})+$`);
var PATTERN_TAG_PREFIX = new RegExp(`^(?:!(?:${NS_URI_CHAR})*|${NS_TAG_CHAR}(?:${NS_URI_CHAR})*)$`);
var DEFAULT_PARSER_OPTIONS = {
	filename: "",
	maxDepth: 100
};
function addDocumentEvent(state, explicitStart, explicitEnd) {
	state.events.push({
		type: EVENT_ID.DOCUMENT,
		explicitStart,
		explicitEnd,
		directives: state.directives
	});
}
function addSequenceEvent(state, start, anchorStart, anchorEnd, tagStart, tagEnd, style) {
	state.events.push({
		type: EVENT_ID.SEQUENCE,
		start,
		anchorStart,
		anchorEnd,
		tagStart,
		tagEnd,
		style
	});
}
function addMappingEvent(state, start, anchorStart, anchorEnd, tagStart, tagEnd, style) {
	state.events.push({
		type: EVENT_ID.MAPPING,
		start,
		anchorStart,
		anchorEnd,
		tagStart,
		tagEnd,
		style
	});
}
function insertFlowPairMappingEvent(state, snapshot) {
	state.events.splice(snapshot.eventsLength, 0, {
		type: EVENT_ID.MAPPING,
		start: snapshot.position,
		anchorStart: NO_RANGE$1,
		anchorEnd: NO_RANGE$1,
		tagStart: NO_RANGE$1,
		tagEnd: NO_RANGE$1,
		style: COLLECTION_STYLE.FLOW
	});
}
function addScalarEvent(state, valueStart, valueEnd, anchorStart, anchorEnd, tagStart, tagEnd, style, chomping = CHOMPING_MODE.CLIP, indent = -1, fast = false) {
	state.events.push({
		type: EVENT_ID.SCALAR,
		valueStart,
		valueEnd,
		anchorStart,
		anchorEnd,
		tagStart,
		tagEnd,
		style,
		chomping,
		indent,
		fast
	});
}
function addAliasEvent(state, anchorStart, anchorEnd) {
	state.events.push({
		type: EVENT_ID.ALIAS,
		anchorStart,
		anchorEnd
	});
}
function addPopEvent(state) {
	state.events.push({ type: EVENT_ID.POP });
}
function addEmptyScalarEvent(state) {
	addScalarEvent(state, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, SCALAR_STYLE.PLAIN);
}
function emptyProperties() {
	return {
		anchorStart: NO_RANGE$1,
		anchorEnd: NO_RANGE$1,
		tagStart: NO_RANGE$1,
		tagEnd: NO_RANGE$1
	};
}
function snapshotState(state) {
	return {
		position: state.position,
		line: state.line,
		lineStart: state.lineStart,
		lineIndent: state.lineIndent,
		firstTabInLine: state.firstTabInLine,
		eventsLength: state.events.length
	};
}
function restoreState(state, snapshot) {
	state.position = snapshot.position;
	state.line = snapshot.line;
	state.lineStart = snapshot.lineStart;
	state.lineIndent = snapshot.lineIndent;
	state.firstTabInLine = snapshot.firstTabInLine;
	state.events.length = snapshot.eventsLength;
}
function throwError(state, message) {
	YAMLException.throwAt(state.input.slice(0, state.length), state.position, message, state.filename);
}
function isEol(c) {
	return c === 10 || c === 13;
}
function isWhiteSpace(c) {
	return c === 9 || c === 32;
}
function isWsOrEol(c) {
	return isWhiteSpace(c) || isEol(c);
}
function isWsOrEolOrEnd(c) {
	return c === 0 || isWsOrEol(c);
}
function isFlowIndicator(c) {
	return c === 44 || c === 91 || c === 93 || c === 123 || c === 125;
}
function fromDecimalCode(c) {
	return c >= 48 && c <= 57 ? c - 48 : -1;
}
function fromHexCode(c) {
	if (c >= 48 && c <= 57) return c - 48;
	const lc = c | 32;
	if (lc >= 97 && lc <= 102) return lc - 97 + 10;
	return -1;
}
function escapedHexLen(c) {
	if (c === 120) return 2;
	if (c === 117) return 4;
	if (c === 85) return 8;
	return 0;
}
function isSimpleEscape(c) {
	return c === 48 || c === 97 || c === 98 || c === 116 || c === 9 || c === 110 || c === 118 || c === 102 || c === 114 || c === 101 || c === 32 || c === 34 || c === 47 || c === 92 || c === 78 || c === 95 || c === 76 || c === 80;
}
function consumeLineBreak(state) {
	if (state.input.charCodeAt(state.position) === 10) state.position++;
	else {
		state.position++;
		if (state.input.charCodeAt(state.position) === 10) state.position++;
	}
	state.line++;
	state.lineStart = state.position;
	state.lineIndent = 0;
	state.firstTabInLine = -1;
}
function skipSeparationSpace(state, allowComments) {
	let lineBreaks = 0;
	let ch = state.input.charCodeAt(state.position);
	let hasSeparation = state.position === state.lineStart || isWsOrEol(state.input.charCodeAt(state.position - 1));
	while (ch !== 0) {
		while (isWhiteSpace(ch)) {
			hasSeparation = true;
			if (ch === 9 && state.firstTabInLine === -1) state.firstTabInLine = state.position;
			ch = state.input.charCodeAt(++state.position);
		}
		if (allowComments && hasSeparation && ch === 35) do
			ch = state.input.charCodeAt(++state.position);
		while (!isEol(ch) && ch !== 0);
		if (!isEol(ch)) break;
		consumeLineBreak(state);
		lineBreaks++;
		hasSeparation = true;
		ch = state.input.charCodeAt(state.position);
		while (ch === 32) {
			state.lineIndent++;
			ch = state.input.charCodeAt(++state.position);
		}
	}
	return lineBreaks;
}
function testDocumentSeparator(state, position = state.position) {
	const ch = state.input.charCodeAt(position);
	if ((ch === 45 || ch === 46) && ch === state.input.charCodeAt(position + 1) && ch === state.input.charCodeAt(position + 2)) {
		const following = state.input.charCodeAt(position + 3);
		return following === 0 || isWsOrEol(following);
	}
	return false;
}
function skipByteOrderMark(state) {
	if (state.position === state.lineStart && state.input.charCodeAt(state.position) === 65279) {
		state.position++;
		state.lineStart = state.position;
	}
}
function testDocumentBoundary(state) {
	if (state.position !== state.lineStart) return false;
	if (testDocumentSeparator(state)) return true;
	if (state.input.charCodeAt(state.position) !== 65279) return false;
	const snapshot = snapshotState(state);
	skipByteOrderMark(state);
	skipSeparationSpace(state, true);
	const ch = state.input.charCodeAt(state.position);
	const result = state.position === state.lineStart && (ch === 37 || ch === 45 && testDocumentSeparator(state));
	restoreState(state, snapshot);
	return result;
}
function skipUntilLineEnd(state) {
	let ch = state.input.charCodeAt(state.position);
	while (ch !== 0 && !isEol(ch)) ch = state.input.charCodeAt(++state.position);
}
function checkPrintable(state, start, end) {
	const match = PATTERN_NON_PRINTABLE.exec(state.input.slice(start, end));
	if (match !== null) {
		state.position = start + match.index + match[0].length - 1;
		throwError(state, "the stream contains non-printable characters");
	}
}
function readTagProperty(state, props, inFlow) {
	if (state.input.charCodeAt(state.position) !== 33) return false;
	if (props.tagStart !== NO_RANGE$1) throwError(state, "duplication of a tag property");
	const start = state.position;
	let isVerbatim = false;
	let isNamed = false;
	let tagHandle = "!";
	let ch = state.input.charCodeAt(++state.position);
	if (ch === 60) {
		isVerbatim = true;
		ch = state.input.charCodeAt(++state.position);
	} else if (ch === 33) {
		isNamed = true;
		tagHandle = "!!";
		ch = state.input.charCodeAt(++state.position);
	}
	let suffixStart = state.position;
	let tagName;
	if (isVerbatim) {
		while (ch !== 0 && ch !== 62) ch = state.input.charCodeAt(++state.position);
		if (ch !== 62) throwError(state, "unexpected end of the stream within a verbatim tag");
		tagName = state.input.slice(suffixStart, state.position);
		state.position++;
	} else {
		while (ch !== 0 && !isWsOrEol(ch) && !(inFlow && isFlowIndicator(ch))) {
			if (ch === 33) {
				if (!isNamed) {
					tagHandle = state.input.slice(suffixStart - 1, state.position + 1);
					if (!PATTERN_TAG_HANDLE.test(tagHandle)) throwError(state, "named tag handle cannot contain such characters");
					isNamed = true;
					suffixStart = state.position + 1;
				} else throwError(state, "tag suffix cannot contain exclamation marks");
			}
			ch = state.input.charCodeAt(++state.position);
		}
		tagName = state.input.slice(suffixStart, state.position);
		if (PATTERN_FLOW_INDICATORS.test(tagName)) throwError(state, "tag suffix cannot contain flow indicator characters");
	}
	if (tagName && !(isVerbatim ? PATTERN_TAG_URI.test(tagName) : PATTERN_TAG_SUFFIX.test(tagName))) throwError(state, `tag name cannot contain such characters: ${tagName}`);
	if (!isVerbatim && tagHandle !== "!" && tagHandle !== "!!" && !HAS_OWN.call(state.tagHandlers, tagHandle)) throwError(state, `undeclared tag handle "${tagHandle}"`);
	props.tagStart = start;
	props.tagEnd = state.position;
	return true;
}
function readAnchorProperty(state, props) {
	if (state.input.charCodeAt(state.position) !== 38) return false;
	if (props.anchorStart !== NO_RANGE$1) throwError(state, "duplication of an anchor property");
	state.position++;
	const start = state.position;
	while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position)) && !isFlowIndicator(state.input.charCodeAt(state.position))) state.position++;
	if (state.position === start) throwError(state, "name of an anchor node must contain at least one character");
	props.anchorStart = start;
	props.anchorEnd = state.position;
	return true;
}
function readAlias(state, props) {
	if (state.input.charCodeAt(state.position) !== 42) return false;
	if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) throwError(state, "alias node should not have any properties");
	state.position++;
	const start = state.position;
	while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position)) && !isFlowIndicator(state.input.charCodeAt(state.position))) state.position++;
	if (state.position === start) throwError(state, "name of an alias node must contain at least one character");
	addAliasEvent(state, start, state.position);
	return true;
}
function readFlowScalarBreak(state, nodeIndent) {
	skipSeparationSpace(state, false);
	if (state.lineIndent < nodeIndent) throwError(state, "deficient indentation");
}
function readSingleQuotedScalar(state, nodeIndent, props) {
	if (state.input.charCodeAt(state.position) !== 39) return false;
	state.position++;
	const start = state.position;
	let simple = true;
	while (state.input.charCodeAt(state.position) !== 0) {
		const ch = state.input.charCodeAt(state.position);
		if (ch === 39) {
			if (state.input.charCodeAt(state.position + 1) === 39) {
				simple = false;
				state.position += 2;
				continue;
			}
			const end = state.position;
			state.position++;
			addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.SINGLE_QUOTED, CHOMPING_MODE.CLIP, -1, simple);
			return true;
		}
		if (isEol(ch)) {
			simple = false;
			readFlowScalarBreak(state, nodeIndent);
		} else if (state.position === state.lineStart && testDocumentSeparator(state)) throwError(state, "unexpected end of the document within a single quoted scalar");
		else if (ch !== 9 && ch < 32) throwError(state, "expected valid JSON character");
		else state.position++;
	}
	throwError(state, "unexpected end of the stream within a single quoted scalar");
}
function readDoubleQuotedScalar(state, nodeIndent, props) {
	if (state.input.charCodeAt(state.position) !== 34) return false;
	state.position++;
	const start = state.position;
	let simple = true;
	while (state.input.charCodeAt(state.position) !== 0) {
		const ch = state.input.charCodeAt(state.position);
		if (ch === 34) {
			const end = state.position;
			state.position++;
			addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.DOUBLE_QUOTED, CHOMPING_MODE.CLIP, -1, simple);
			return true;
		}
		if (ch === 92) {
			simple = false;
			const escaped = state.input.charCodeAt(++state.position);
			if (isEol(escaped)) readFlowScalarBreak(state, nodeIndent);
			else if (isSimpleEscape(escaped)) state.position++;
			else {
				let hexLength = escapedHexLen(escaped);
				if (hexLength === 0) throwError(state, "unknown escape sequence");
				while (hexLength-- > 0) {
					state.position++;
					if (fromHexCode(state.input.charCodeAt(state.position)) < 0) throwError(state, "expected hexadecimal character");
				}
				state.position++;
			}
		} else if (isEol(ch)) {
			simple = false;
			readFlowScalarBreak(state, nodeIndent);
		} else if (state.position === state.lineStart && testDocumentSeparator(state)) throwError(state, "unexpected end of the document within a double quoted scalar");
		else if (ch !== 9 && ch < 32) throwError(state, "expected valid JSON character");
		else state.position++;
	}
	throwError(state, "unexpected end of the stream within a double quoted scalar");
}
function readBlockScalar(state, parentIndent, props) {
	const ch = state.input.charCodeAt(state.position);
	let chomping = CHOMPING_MODE.CLIP;
	let indent = -1;
	let detectedIndent = false;
	if (ch !== 124 && ch !== 62) return false;
	const style = ch === 124 ? SCALAR_STYLE.LITERAL_BLOCK : SCALAR_STYLE.FOLDED_BLOCK;
	state.position++;
	while (state.input.charCodeAt(state.position) !== 0) {
		const current = state.input.charCodeAt(state.position);
		const digit = fromDecimalCode(current);
		if (current === 43 || current === 45) {
			if (chomping !== CHOMPING_MODE.CLIP) throwError(state, "repeat of a chomping mode identifier");
			chomping = current === 43 ? CHOMPING_MODE.KEEP : CHOMPING_MODE.STRIP;
			state.position++;
		} else if (digit >= 0) {
			if (digit === 0) throwError(state, "bad explicit indentation width of a block scalar; it cannot be less than one");
			if (detectedIndent) throwError(state, "repeat of an indentation width identifier");
			indent = parentIndent + digit - 1;
			detectedIndent = true;
			state.position++;
		} else break;
	}
	let hadWhitespace = false;
	while (isWhiteSpace(state.input.charCodeAt(state.position))) {
		hadWhitespace = true;
		state.position++;
	}
	if (hadWhitespace && state.input.charCodeAt(state.position) === 35) skipUntilLineEnd(state);
	if (isEol(state.input.charCodeAt(state.position))) consumeLineBreak(state);
	else if (state.input.charCodeAt(state.position) !== 0) throwError(state, "a line break is expected");
	let contentIndent = detectedIndent ? indent : -1;
	let maxLeadingIndent = 0;
	const valueStart = state.position;
	let valueEnd = state.position;
	while (state.input.charCodeAt(state.position) !== 0) {
		const linePosition = state.position;
		let column = 0;
		while (state.input.charCodeAt(linePosition + column) === 32) column++;
		const first = state.input.charCodeAt(linePosition + column);
		if (first === 0) {
			if (contentIndent >= 0) {
				if (column > contentIndent) valueEnd = linePosition + column;
			} else if (column > 0) valueEnd = linePosition + column;
			break;
		}
		if (testDocumentBoundary(state)) break;
		if (!detectedIndent && contentIndent === -1 && isEol(first)) maxLeadingIndent = Math.max(maxLeadingIndent, column);
		if (!detectedIndent && contentIndent === -1 && !isEol(first)) {
			if (first === 9 && column < parentIndent) {
				state.position = linePosition + column;
				throwError(state, "tab characters must not be used in indentation");
			}
			if (column >= parentIndent && column < maxLeadingIndent) {
				state.position = linePosition + column;
				throwError(state, "bad indentation of a mapping entry");
			}
		}
		if (contentIndent === -1 && first !== 0 && !isEol(first) && column < parentIndent) {
			state.lineIndent = column;
			state.position = linePosition + column;
			break;
		}
		if (!detectedIndent && first !== 0 && !isEol(first) && contentIndent === -1) contentIndent = column;
		const requiredIndent = contentIndent === -1 ? parentIndent + 1 : contentIndent;
		if (first !== 0 && !isEol(first) && column < requiredIndent) {
			state.lineIndent = column;
			state.position = linePosition + column;
			break;
		}
		skipUntilLineEnd(state);
		valueEnd = state.position;
		if (isEol(state.input.charCodeAt(state.position))) {
			consumeLineBreak(state);
			valueEnd = state.position;
		}
	}
	checkPrintable(state, valueStart, valueEnd);
	addScalarEvent(state, valueStart, valueEnd, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, style, chomping, contentIndent);
	return true;
}
function canStartPlainScalar(state, nodeContext) {
	const ch = state.input.charCodeAt(state.position);
	const inFlow = nodeContext === CONTEXT_FLOW_IN;
	if (ch === 0 || isWsOrEol(ch) || ch === 35 || ch === 38 || ch === 42 || ch === 33 || ch === 124 || ch === 62 || ch === 39 || ch === 34 || ch === 37 || ch === 64 || ch === 96 || isFlowIndicator(ch)) return false;
	if (ch === 63 || ch === 45) {
		const following = state.input.charCodeAt(state.position + 1);
		if (isWsOrEolOrEnd(following) || inFlow && isFlowIndicator(following)) return false;
	}
	return true;
}
function readPlainScalar(state, nodeIndent, nodeContext, props) {
	if (!canStartPlainScalar(state, nodeContext)) return false;
	const start = state.position;
	let end = state.position;
	let ch = state.input.charCodeAt(state.position);
	const inFlow = nodeContext === CONTEXT_FLOW_IN;
	let multiline = false;
	while (ch !== 0) {
		if (testDocumentBoundary(state)) break;
		if (ch === 58) {
			const following = state.input.charCodeAt(state.position + 1);
			if (isWsOrEolOrEnd(following) || inFlow && isFlowIndicator(following)) break;
		} else if (ch === 35) {
			if (isWsOrEol(state.input.charCodeAt(state.position - 1))) break;
		} else if (inFlow && isFlowIndicator(ch)) break;
		else if (isEol(ch)) {
			const savedPosition = state.position;
			const savedLine = state.line;
			const savedLineStart = state.lineStart;
			const savedLineIndent = state.lineIndent;
			skipSeparationSpace(state, false);
			if (state.lineIndent >= nodeIndent) {
				multiline = true;
				ch = state.input.charCodeAt(state.position);
				continue;
			}
			state.position = savedPosition;
			state.line = savedLine;
			state.lineStart = savedLineStart;
			state.lineIndent = savedLineIndent;
			break;
		}
		if (!isWhiteSpace(ch)) end = state.position + 1;
		ch = state.input.charCodeAt(++state.position);
	}
	if (end === start) return false;
	checkPrintable(state, start, end);
	addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.PLAIN, CHOMPING_MODE.CLIP, -1, !multiline);
	return true;
}
function skipFlowSeparationSpace(state, nodeIndent) {
	const startLine = state.line;
	skipSeparationSpace(state, true);
	if (state.line > startLine && state.lineIndent < nodeIndent || state.firstTabInLine !== -1 && state.lineIndent < nodeIndent) throwError(state, "deficient indentation");
}
function readFlowCollection(state, nodeIndent, props) {
	const ch = state.input.charCodeAt(state.position);
	const isMapping = ch === 123;
	const start = state.position;
	let readNext = true;
	if (ch !== 91 && ch !== 123) return false;
	const terminator = isMapping ? 125 : 93;
	if (isMapping) addMappingEvent(state, start, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.FLOW);
	else addSequenceEvent(state, start, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.FLOW);
	state.position++;
	while (state.input.charCodeAt(state.position) !== 0) {
		skipFlowSeparationSpace(state, nodeIndent);
		let ch = state.input.charCodeAt(state.position);
		if (ch === terminator) {
			state.position++;
			addPopEvent(state);
			return true;
		} else if (!readNext) throwError(state, "missed comma between flow collection entries");
		else if (ch === 44) throwError(state, "expected the node content, but found ','");
		let isPair = false;
		let isExplicitPair = false;
		if (ch === 63 && isWsOrEol(state.input.charCodeAt(state.position + 1))) {
			isPair = isExplicitPair = true;
			state.position += 1;
			skipFlowSeparationSpace(state, nodeIndent);
		}
		const entryLine = state.line;
		const entryStart = snapshotState(state);
		const keyWasRead = parseNode(state, nodeIndent, CONTEXT_FLOW_IN, false, true);
		skipFlowSeparationSpace(state, nodeIndent);
		ch = state.input.charCodeAt(state.position);
		if ((isMapping || isExplicitPair || state.line === entryLine) && ch === 58) {
			isPair = true;
			state.position++;
			skipFlowSeparationSpace(state, nodeIndent);
			if (!isMapping) {
				insertFlowPairMappingEvent(state, entryStart);
				if (!keyWasRead) addEmptyScalarEvent(state);
			} else if (!keyWasRead) addEmptyScalarEvent(state);
			if (!parseNode(state, nodeIndent, CONTEXT_FLOW_IN, false, true)) addEmptyScalarEvent(state);
			skipFlowSeparationSpace(state, nodeIndent);
			if (!isMapping) addPopEvent(state);
		} else if (isMapping && isPair) {
			if (!keyWasRead) addEmptyScalarEvent(state);
			addEmptyScalarEvent(state);
		} else if (isMapping) addEmptyScalarEvent(state);
		else if (isPair) {
			insertFlowPairMappingEvent(state, entryStart);
			if (!keyWasRead) addEmptyScalarEvent(state);
			addEmptyScalarEvent(state);
			addPopEvent(state);
		}
		ch = state.input.charCodeAt(state.position);
		if (ch === 44) {
			readNext = true;
			state.position++;
		} else readNext = false;
	}
	throwError(state, "unexpected end of the stream within a flow collection");
}
function readBlockSequence(state, nodeIndent, props) {
	if (state.firstTabInLine !== -1 || state.input.charCodeAt(state.position) !== 45 || !isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) return false;
	addSequenceEvent(state, state.position, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.BLOCK);
	while (state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) {
		if (state.firstTabInLine !== -1) {
			state.position = state.firstTabInLine;
			throwError(state, "tab characters must not be used in indentation");
		}
		const entryLine = state.line;
		state.position++;
		const hadBreak = skipSeparationSpace(state, true) > 0;
		if (state.firstTabInLine !== -1 && state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) throwError(state, "bad indentation of a sequence entry");
		if (hadBreak && state.lineIndent <= nodeIndent) addEmptyScalarEvent(state);
		else parseNode(state, nodeIndent, CONTEXT_BLOCK_IN, false, true);
		skipSeparationSpace(state, true);
		if (state.lineIndent < nodeIndent || state.position >= state.length) break;
		if (state.lineIndent > nodeIndent) throwError(state, "bad indentation of a sequence entry");
		if (state.line === entryLine && state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) throwError(state, "bad indentation of a sequence entry");
	}
	addPopEvent(state);
	return true;
}
function readBlockMapping(state, nodeIndent, flowIndent, props) {
	let atExplicitKey = false;
	let detected = false;
	let mappingOpened = false;
	let pendingExplicitKey = false;
	if (state.firstTabInLine !== -1) return false;
	let ch = state.input.charCodeAt(state.position);
	while (ch !== 0) {
		if (!atExplicitKey && state.firstTabInLine !== -1) {
			state.position = state.firstTabInLine;
			throwError(state, "tab characters must not be used in indentation");
		}
		const following = state.input.charCodeAt(state.position + 1);
		const entryLine = state.line;
		if ((ch === 63 || ch === 58) && isWsOrEolOrEnd(following)) {
			if (!mappingOpened) {
				addMappingEvent(state, state.position, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.BLOCK);
				mappingOpened = true;
			}
			if (ch === 63) {
				if (atExplicitKey) addEmptyScalarEvent(state);
				detected = true;
				atExplicitKey = true;
			} else if (atExplicitKey) atExplicitKey = false;
			else {
				addEmptyScalarEvent(state);
				detected = true;
				atExplicitKey = false;
			}
			state.position += 1;
			pendingExplicitKey = true;
		} else {
			if (atExplicitKey) {
				addEmptyScalarEvent(state);
				atExplicitKey = false;
			}
			const beforeKey = snapshotState(state);
			if (!parseNode(state, flowIndent, CONTEXT_FLOW_OUT, false, true)) break;
			if (state.line === entryLine) {
				ch = state.input.charCodeAt(state.position);
				while (isWhiteSpace(ch)) ch = state.input.charCodeAt(++state.position);
				if (ch === 58) {
					ch = state.input.charCodeAt(++state.position);
					if (!isWsOrEolOrEnd(ch)) throwError(state, "a whitespace character is expected after the key-value separator within a block mapping");
					if (!mappingOpened) {
						state.events.splice(beforeKey.eventsLength, 0, {
							type: EVENT_ID.MAPPING,
							start: beforeKey.position,
							anchorStart: props.anchorStart,
							anchorEnd: props.anchorEnd,
							tagStart: props.tagStart,
							tagEnd: props.tagEnd,
							style: COLLECTION_STYLE.BLOCK
						});
						mappingOpened = true;
					}
					detected = true;
					atExplicitKey = false;
					pendingExplicitKey = false;
				} else if (detected) throwError(state, "expected ':' after a mapping key");
				else {
					if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) {
						restoreState(state, beforeKey);
						return false;
					}
					return true;
				}
			} else if (detected) throwError(state, "can not read a block mapping entry; a multiline key may not be an implicit key");
			else {
				if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) {
					restoreState(state, beforeKey);
					return false;
				}
				return true;
			}
		}
		if (parseNode(state, nodeIndent, CONTEXT_BLOCK_OUT, true, pendingExplicitKey)) pendingExplicitKey = false;
		if (!atExplicitKey) {
			if (pendingExplicitKey) {
				addEmptyScalarEvent(state);
				pendingExplicitKey = false;
			}
		}
		skipSeparationSpace(state, true);
		ch = state.input.charCodeAt(state.position);
		if ((state.line === entryLine || state.lineIndent > nodeIndent) && ch !== 0) throwError(state, "bad indentation of a mapping entry");
		else if (state.lineIndent < nodeIndent) break;
	}
	if (!detected) return false;
	if (atExplicitKey) addEmptyScalarEvent(state);
	if (mappingOpened) addPopEvent(state);
	return true;
}
function parseNode(state, parentIndent, nodeContext, allowToSeek, allowCompact, allowPropertyMapping = true) {
	if (state.depth >= state.maxDepth) throwError(state, `nesting exceeded maxDepth (${state.maxDepth})`);
	state.depth++;
	let indentStatus = 1;
	let atNewLine = false;
	let hasContent = false;
	let propertyStart = null;
	const props = emptyProperties();
	let allowBlockScalars = nodeContext === CONTEXT_BLOCK_OUT || nodeContext === CONTEXT_BLOCK_IN;
	let allowBlockCollections = allowBlockScalars;
	const allowBlockStyles = allowBlockScalars;
	if (allowToSeek && skipSeparationSpace(state, true)) {
		atNewLine = true;
		if (state.lineIndent > parentIndent) indentStatus = 1;
		else if (state.lineIndent === parentIndent) indentStatus = 0;
		else indentStatus = -1;
	}
	if (indentStatus === 1) while (true) {
		const ch = state.input.charCodeAt(state.position);
		if (ch !== 33 && ch !== 38) break;
		const propertyState = snapshotState(state);
		if (atNewLine && indentStatus !== 1 && (ch === 33 || ch === 38)) break;
		if (atNewLine && allowBlockStyles && (props.tagStart !== NO_RANGE$1 || props.anchorStart !== NO_RANGE$1) && (ch === 33 || ch === 38)) {
			const fallbackState = snapshotState(state);
			const flowIndent = parentIndent + 1;
			if (readBlockMapping(state, state.position - state.lineStart, flowIndent, props) && state.events[fallbackState.eventsLength]?.type === EVENT_ID.MAPPING) {
				state.depth--;
				return true;
			}
			restoreState(state, fallbackState);
		}
		if (atNewLine && (ch === 33 && props.tagStart !== NO_RANGE$1 || ch === 38 && props.anchorStart !== NO_RANGE$1)) break;
		if (!readTagProperty(state, props, nodeContext === CONTEXT_FLOW_IN) && !readAnchorProperty(state, props)) break;
		if (propertyStart === null) propertyStart = propertyState;
		if (skipSeparationSpace(state, true)) {
			atNewLine = true;
			allowBlockCollections = allowBlockStyles;
			if (state.lineIndent > parentIndent) indentStatus = 1;
			else if (state.lineIndent === parentIndent) indentStatus = 0;
			else indentStatus = -1;
		} else allowBlockCollections = false;
	}
	if (allowBlockCollections) allowBlockCollections = atNewLine || allowCompact;
	if (indentStatus === 1 || nodeContext === CONTEXT_BLOCK_OUT) {
		const flowIndent = nodeContext === CONTEXT_FLOW_IN || nodeContext === CONTEXT_FLOW_OUT ? parentIndent : parentIndent + 1;
		const blockIndent = state.position - state.lineStart;
		if (indentStatus === 1) {
			if (allowBlockCollections && (readBlockSequence(state, blockIndent, props) || readBlockMapping(state, blockIndent, flowIndent, props)) || readFlowCollection(state, flowIndent, props)) hasContent = true;
			else {
				const ch = state.input.charCodeAt(state.position);
				if (propertyStart !== null && allowPropertyMapping && allowBlockStyles && !allowBlockCollections && ch !== 124 && ch !== 62) {
					const fallbackState = snapshotState(state);
					const propertyIndent = propertyStart.position - propertyStart.lineStart;
					restoreState(state, propertyStart);
					if (readBlockMapping(state, propertyIndent, flowIndent, emptyProperties()) && state.events[fallbackState.eventsLength]?.type === EVENT_ID.MAPPING) hasContent = true;
					else restoreState(state, fallbackState);
				}
				if (!hasContent && (allowBlockScalars && readBlockScalar(state, flowIndent, props) || readSingleQuotedScalar(state, flowIndent, props) || readDoubleQuotedScalar(state, flowIndent, props) || readAlias(state, props) || readPlainScalar(state, flowIndent, nodeContext, props))) hasContent = true;
			}
		} else if (indentStatus === 0) hasContent = allowBlockCollections && readBlockSequence(state, blockIndent, props);
	}
	allowBlockScalars = allowBlockScalars && !hasContent;
	if (!hasContent && (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1 || allowBlockScalars)) {
		addScalarEvent(state, NO_RANGE$1, NO_RANGE$1, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.PLAIN);
		hasContent = true;
	}
	state.depth--;
	return hasContent || props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1;
}
function readDirective(state) {
	if (state.lineIndent > 0 || state.input.charCodeAt(state.position) !== 37) return false;
	state.position++;
	const nameStart = state.position;
	while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position))) state.position++;
	const name = state.input.slice(nameStart, state.position);
	const args = [];
	if (name.length === 0) throwError(state, "directive name must not be less than one character in length");
	while (state.input.charCodeAt(state.position) !== 0 && !isEol(state.input.charCodeAt(state.position))) {
		while (isWhiteSpace(state.input.charCodeAt(state.position))) state.position++;
		if (state.input.charCodeAt(state.position) === 35 || isEol(state.input.charCodeAt(state.position)) || state.input.charCodeAt(state.position) === 0) break;
		const start = state.position;
		while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position))) state.position++;
		args.push(state.input.slice(start, state.position));
	}
	if (isEol(state.input.charCodeAt(state.position))) consumeLineBreak(state);
	if (name === "YAML") {
		if (state.directives.some((directive) => directive.kind === "yaml")) throwError(state, "duplication of %YAML directive");
		if (args.length !== 1) throwError(state, "YAML directive accepts exactly one argument");
		const match = /^([0-9]+)\.([0-9]+)$/.exec(args[0]);
		if (match === null) throwError(state, "ill-formed argument of the YAML directive");
		if (parseInt(match[1], 10) !== 1) throwError(state, "unacceptable YAML version of the document");
		state.directives.push({
			kind: "yaml",
			version: args[0]
		});
	} else if (name === "TAG") {
		if (args.length !== 2) throwError(state, "TAG directive accepts exactly two arguments");
		const [handle, prefix] = args;
		if (!PATTERN_TAG_HANDLE.test(handle)) throwError(state, "ill-formed tag handle (first argument) of the TAG directive");
		if (HAS_OWN.call(state.tagHandlers, handle)) throwError(state, `there is a previously declared suffix for "${handle}" tag handle`);
		if (!PATTERN_TAG_PREFIX.test(prefix)) throwError(state, "ill-formed tag prefix (second argument) of the TAG directive");
		state.tagHandlers[handle] = prefix;
		state.directives.push({
			kind: "tag",
			handle,
			prefix
		});
	}
	return true;
}
function readDocument(state) {
	state.directives = [];
	state.tagHandlers = Object.create(null);
	let hasDirectives = false;
	skipSeparationSpace(state, true);
	while (readDirective(state)) {
		hasDirectives = true;
		skipSeparationSpace(state, true);
	}
	let explicitStart = false;
	let explicitEnd = false;
	let allowCompact = true;
	if (state.lineIndent === 0 && state.input.charCodeAt(state.position) === 45 && state.input.charCodeAt(state.position + 1) === 45 && state.input.charCodeAt(state.position + 2) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 3))) {
		explicitStart = true;
		const markerLine = state.line;
		state.position += 3;
		skipSeparationSpace(state, true);
		allowCompact = state.line > markerLine;
	} else if (hasDirectives) throwError(state, "directives end mark is expected");
	const documentEventIndex = state.events.length;
	if (!explicitStart && state.position === state.lineStart && state.input.charCodeAt(state.position) === 46 && testDocumentSeparator(state)) {
		state.position += 3;
		skipSeparationSpace(state, true);
		return;
	}
	addDocumentEvent(state, explicitStart, false);
	if (!parseNode(state, state.lineIndent - 1, CONTEXT_BLOCK_OUT, false, allowCompact, allowCompact)) addEmptyScalarEvent(state);
	skipSeparationSpace(state, true);
	if (state.position === state.lineStart && testDocumentSeparator(state)) {
		explicitEnd = state.input.charCodeAt(state.position) === 46;
		if (explicitEnd) {
			const markerLine = state.line;
			state.position += 3;
			skipSeparationSpace(state, true);
			if (state.line === markerLine && state.position < state.length) throwError(state, "end of the stream or a document separator is expected");
		}
	}
	const documentEvent = state.events[documentEventIndex];
	if (documentEvent?.type === EVENT_ID.DOCUMENT) documentEvent.explicitEnd = explicitEnd;
	addPopEvent(state);
	if (!explicitEnd && state.position < state.length && !testDocumentBoundary(state)) throwError(state, "end of the stream or a document separator is expected");
}
/**
* Parses YAML into a flat event stream referencing source text by offsets.
*
* @category Events
*/
function parseEvents(input, options) {
	const length = input.length;
	const state = {
		filename: options?.filename ?? DEFAULT_PARSER_OPTIONS.filename,
		maxDepth: options?.maxDepth ?? DEFAULT_PARSER_OPTIONS.maxDepth,
		input: `${input}\0`,
		length,
		position: 0,
		line: 0,
		lineStart: 0,
		lineIndent: 0,
		firstTabInLine: -1,
		depth: 0,
		directives: [],
		tagHandlers: Object.create(null),
		events: []
	};
	const nullpos = input.indexOf("\0");
	if (nullpos !== -1) YAMLException.throwAt(input, nullpos, "null byte is not allowed in input", state.filename);
	while (state.position < state.length) {
		skipByteOrderMark(state);
		skipSeparationSpace(state, true);
		if (state.position >= state.length) break;
		const documentStart = state.position;
		readDocument(state);
		if (state.position === documentStart)
 /* c8 ignore next */
		throwError(state, "can not read a document");
	}
	return state.events;
}
({
	...DEFAULT_PARSER_OPTIONS,
	...DEFAULT_CONSTRUCTOR_OPTIONS
});
var INVALID = Symbol("INVALID");
function buildRepresentTypes(schema) {
	const defaultTags = new Set([
		schema.defaultScalarTag,
		schema.defaultSequenceTag,
		schema.defaultMappingTag
	].filter((t) => t !== void 0));
	const implicitScalars = schema.implicitScalarTags;
	const explicitTags = schema.tags.filter((t) => !(t.nodeKind === "scalar" && t.implicit) && !defaultTags.has(t));
	const defaultTagsLast = schema.tags.filter((t) => defaultTags.has(t));
	return [
		...implicitScalars.map((tag) => ({
			tag,
			implicitTag: true
		})),
		...explicitTags.map((tag) => ({
			tag,
			implicitTag: false
		})),
		...defaultTagsLast.map((tag) => ({
			tag,
			implicitTag: true
		}))
	];
}
function matchTag(state, object) {
	for (let index = 0, length = state.representTypes.length; index < length; index += 1) {
		const { tag, implicitTag } = state.representTypes[index];
		if (tag.identify(object)) {
			let tagName;
			if (tag.matchByTagPrefix) tagName = tag.representTagName(object);
			else tagName = tag.tagName;
			return {
				tag,
				tagName,
				implicitTag
			};
		}
	}
	return null;
}
function build(state, object) {
	if (!state.noRefs && object !== null && typeof object === "object") {
		const existing = state.refs.get(object);
		if (existing) {
			if (existing.anchor === void 0) existing.anchor = `ref_${state.refCounter++}`;
			return {
				kind: "alias",
				anchor: existing.anchor
			};
		}
	}
	const matched = matchTag(state, object);
	if (!matched) {
		if (object === void 0) return INVALID;
		if (state.skipInvalid) return INVALID;
		throw new YAMLException(`unacceptable kind of an object to dump ${Object.prototype.toString.call(object)}`);
	}
	const { tag, tagName, implicitTag } = matched;
	const nodeTagName = implicitTag ? tagName : tagNameShort(tagName);
	if (tag.nodeKind === "scalar") return {
		kind: "scalar",
		tag: nodeTagName,
		tagged: !implicitTag,
		style: SCALAR_STYLE.PLAIN,
		value: tag.represent(object)
	};
	if (tag.nodeKind === "sequence") {
		const container = tag.represent(object);
		const node = {
			kind: "sequence",
			tag: nodeTagName,
			tagged: !implicitTag,
			style: COLLECTION_STYLE.BLOCK,
			items: []
		};
		if (!state.noRefs) state.refs.set(object, node);
		for (let index = 0, length = container.length; index < length; index += 1) {
			let item = build(state, container[index]);
			if (item === INVALID && container[index] === void 0) item = build(state, null);
			if (item === INVALID) continue;
			node.items.push(item);
		}
		return node;
	}
	const map = tag.represent(object);
	const node = {
		kind: "mapping",
		tag: nodeTagName,
		tagged: !implicitTag,
		style: COLLECTION_STYLE.BLOCK,
		items: []
	};
	if (!state.noRefs) state.refs.set(object, node);
	for (const [objectKey, objectValue] of map) {
		const key = build(state, objectKey);
		if (key === INVALID) continue;
		const value = build(state, objectValue);
		if (value === INVALID) continue;
		node.items.push({
			key,
			value
		});
	}
	return node;
}
/**
* Convert JS object to AST. A JS value is one YAML document. An unrepresentable
* root becomes an empty document, which the presenter renders as an empty
* string.
*
* @category AST
*/
function jsToAst(input, schema, options = {}) {
	const root = build({
		representTypes: buildRepresentTypes(schema),
		noRefs: options.noRefs ?? false,
		skipInvalid: options.skipInvalid ?? false,
		refs: /* @__PURE__ */ new Map(),
		refCounter: 0
	}, input);
	return [{
		contents: root === INVALID ? null : root,
		directives: []
	}];
}
/**
* Return from a visitor to stop the whole traversal.
*
* @category AST
*/
var VISIT_BREAK = Symbol("visit:break");
/**
* Return from a visitor to skip the current node's children.
*
* @category AST
*/
var VISIT_SKIP = Symbol("visit:skip");
function visitNode(node, visitor, ctx) {
	const control = visitor(node, ctx);
	if (control === VISIT_BREAK) return true;
	if (control === VISIT_SKIP) return false;
	const depth = ctx.depth + 1;
	switch (node.kind) {
		case "sequence":
			for (const item of node.items) if (visitNode(item, visitor, {
				depth,
				parent: node,
				isKey: false
			})) return true;
			break;
		case "mapping": for (const { key, value } of node.items) {
			if (visitNode(key, visitor, {
				depth,
				parent: node,
				isKey: true
			})) return true;
			if (visitNode(value, visitor, {
				depth,
				parent: node,
				isKey: false
			})) return true;
		}
	}
	return false;
}
/**
* Walk every node in the documents, calling {@link Visitor} once per
* node (pre-order).
*
* @category AST
*/
function visit(documents, visitor) {
	for (const doc of documents) if (doc.contents && visitNode(doc.contents, visitor, {
		depth: 0,
		parent: null,
		isKey: false
	})) return;
}
function hasBit(mask, bit) {
	return (mask & 1 << bit) !== 0;
}
/**
* Default scalar styling rules in application order.
* See [Scalar styling](../../docs/scalar_styling.md) for usage details.
*
* @category AST
*/
var DEFAULT_SCALAR_STYLE_RULES = {
	applyQuoteFlowKeysOption,
	doubleQuoteForInvisibles,
	doubleQuoteWhitespaceOnly,
	applyForceQuotesOption,
	tryLongOrMultilineAsBlock,
	quoteInvalidPlain,
	fallbackToDoubleQuoted
};
function _preferredQuotedStyle(layout) {
	if (layout.presenterOptions.quoteStyle === "single" && hasBit(layout.allowedStylesMask, SCALAR_STYLE.SINGLE_QUOTED)) return SCALAR_STYLE.SINGLE_QUOTED;
	return SCALAR_STYLE.DOUBLE_QUOTED;
}
function applyQuoteFlowKeysOption(layout) {
	if (!layout.presenterOptions.quoteFlowKeys) return;
	if (!layout.isKey || !layout.flowOnly || layout.style !== SCALAR_STYLE.PLAIN) return;
	layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function doubleQuoteForInvisibles(layout) {
	if (layout.style === SCALAR_STYLE.PLAIN && /[\t\x7F-\xA0\u2028\u2029\uFEFF\uFFFE\uFFFF]/.test(layout.node.value)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function doubleQuoteWhitespaceOnly(layout) {
	if (layout.style === SCALAR_STYLE.PLAIN && /^\s+$/.test(layout.node.value)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function applyForceQuotesOption(layout) {
	if (!layout.presenterOptions.forceQuotes) return;
	if (layout.isKey || layout.style !== SCALAR_STYLE.PLAIN) return;
	if (layout.node.tag !== layout.presenterOptions.schema.defaultScalarTag.tagName) return;
	layout.style = layout.node.value.includes("\n") ? SCALAR_STYLE.DOUBLE_QUOTED : _preferredQuotedStyle(layout);
}
function tryLongOrMultilineAsBlock(layout) {
	if (layout.style !== SCALAR_STYLE.PLAIN || layout.isKey) return;
	const value = layout.node.value;
	const multiline = value.indexOf("\n") !== -1;
	if (!hasBit(layout.allowedStylesMask, SCALAR_STYLE.LITERAL_BLOCK)) {
		if (multiline) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
		return;
	}
	const w = layout.presenterOptions.lineWidth;
	if (w === -1) {
		if (multiline) layout.style = SCALAR_STYLE.LITERAL_BLOCK;
		return;
	}
	const availableWidth = Math.max(Math.min(w, 40), w - layout.shiftOfContent);
	let position = 0;
	let shouldFold = false;
	while (position <= value.length) {
		let lineEnd = value.length;
		const nextLineBreak = value.indexOf("\n", position);
		if (nextLineBreak !== -1) lineEnd = nextLineBreak;
		const line = value.slice(position, lineEnd);
		if (line.length > availableWidth && line[0] !== " " && / [^ \t]/.test(line)) shouldFold = true;
		if (nextLineBreak === -1) break;
		position = nextLineBreak + 1;
	}
	if (shouldFold) layout.style = SCALAR_STYLE.FOLDED_BLOCK;
	else if (multiline) layout.style = SCALAR_STYLE.LITERAL_BLOCK;
}
function quoteInvalidPlain(layout) {
	if (layout.style === SCALAR_STYLE.PLAIN && !hasBit(layout.allowedStylesMask, SCALAR_STYLE.PLAIN)) layout.style = _preferredQuotedStyle(layout);
}
function fallbackToDoubleQuoted(layout) {
	if (!hasBit(layout.allowedStylesMask, layout.style)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function setBit(mask, bit) {
	return mask | 1 << bit;
}
var SRC_C_PRINTABLE = "[\\x09\\x0A\\x0D\\x20-\\x7E\\x85\\xA0-\\uD7FF\\uE000-\\uFFFD\\u{10000}-\\u{10FFFF}]";
var SRC_B_CHAR = "[\\n\\r]";
var SRC_C_BYTE_ORDER_MARK = "\\uFEFF";
var SRC_S_WHITE = "[ \\t]";
var SRC_NB_CHAR = `(?:(?!(?:${SRC_B_CHAR}|${SRC_C_BYTE_ORDER_MARK}))${SRC_C_PRINTABLE})`;
var SRC_NS_CHAR = `(?:(?!${SRC_S_WHITE})${SRC_NB_CHAR})`;
var SRC_NB_JSON = "[\\x09\\x20-\\uD7FF\\uE000-\\uFFFF\\u{10000}-\\u{10FFFF}]";
var SRC_C_INDICATOR = "[-?:,\\[\\]{}#&*!|>'\"%@`]";
var SRC_C_FLOW_INDICATOR = "[,\\[\\]{}]";
var SRC_NS_PLAIN_SAFE_FLOW_OUT = SRC_NS_CHAR;
var SRC_NS_PLAIN_SAFE_FLOW_IN = `(?:(?!${SRC_C_FLOW_INDICATOR})${SRC_NS_CHAR})`;
var SRC_NS_PLAIN_FIRST_FLOW_OUT = `(?:(?:(?!${SRC_C_INDICATOR})${SRC_NS_CHAR})|[?:-](?=${SRC_NS_PLAIN_SAFE_FLOW_OUT}))`;
var SRC_NS_PLAIN_FIRST_FLOW_IN = `(?:(?:(?!${SRC_C_INDICATOR})${SRC_NS_CHAR})|[?:-](?=${SRC_NS_PLAIN_SAFE_FLOW_IN}))`;
var SRC_NS_PLAIN_CHAR_FLOW_OUT = `(?:(?:(?![:#])${SRC_NS_PLAIN_SAFE_FLOW_OUT})|:(?=${SRC_NS_PLAIN_SAFE_FLOW_OUT}))#*`;
var SRC_NS_PLAIN_CHAR_FLOW_IN = `(?:(?:(?![:#])${SRC_NS_PLAIN_SAFE_FLOW_IN})|:(?=${SRC_NS_PLAIN_SAFE_FLOW_IN}))#*`;
var SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT = `(?:${SRC_S_WHITE}*${SRC_NS_PLAIN_CHAR_FLOW_OUT})*`;
var SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN = `(?:${SRC_S_WHITE}*${SRC_NS_PLAIN_CHAR_FLOW_IN})*`;
var SRC_NS_PLAIN_ONE_LINE_FLOW_OUT = `${SRC_NS_PLAIN_FIRST_FLOW_OUT}#*${SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT}`;
var SRC_NS_PLAIN_ONE_LINE_FLOW_IN = `${SRC_NS_PLAIN_FIRST_FLOW_IN}#*${SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN}`;
var SRC_NS_PLAIN_ONE_LINE_BLOCK_KEY = SRC_NS_PLAIN_ONE_LINE_FLOW_OUT;
var SRC_NS_PLAIN_ONE_LINE_FLOW_KEY = SRC_NS_PLAIN_ONE_LINE_FLOW_IN;
var SRC_S_NS_PLAIN_NEXT_LINE_FLOW_OUT = `\\n+${SRC_NS_PLAIN_CHAR_FLOW_OUT}${SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT}`;
var SRC_S_NS_PLAIN_NEXT_LINE_FLOW_IN = `\\n+${SRC_NS_PLAIN_CHAR_FLOW_IN}${SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN}`;
var SRC_NS_PLAIN_MULTI_LINE_FLOW_OUT = `${SRC_NS_PLAIN_ONE_LINE_FLOW_OUT}(?:${SRC_S_NS_PLAIN_NEXT_LINE_FLOW_OUT})*`;
var SRC_NS_PLAIN_MULTI_LINE_FLOW_IN = `${SRC_NS_PLAIN_ONE_LINE_FLOW_IN}(?:${SRC_S_NS_PLAIN_NEXT_LINE_FLOW_IN})*`;
var NS_PLAIN_FLOW_OUT = new RegExp(`^(?:${SRC_NS_PLAIN_MULTI_LINE_FLOW_OUT})$`, "u");
var NS_PLAIN_FLOW_IN = new RegExp(`^(?:${SRC_NS_PLAIN_MULTI_LINE_FLOW_IN})$`, "u");
var NS_PLAIN_BLOCK_KEY = new RegExp(`^(?:${SRC_NS_PLAIN_ONE_LINE_BLOCK_KEY})$`, "u");
var NS_PLAIN_FLOW_KEY = new RegExp(`^(?:${SRC_NS_PLAIN_ONE_LINE_FLOW_KEY})$`, "u");
var NB_SINGLE_ONE_LINE = new RegExp(`^(?:${SRC_NB_JSON})*$`, "u");
var NB_SINGLE_MULTI_LINE = new RegExp(`^(?:${SRC_NB_JSON}|\\n)*$`, "u");
var BLOCK_SCALAR_CONTENT = new RegExp(`^(?:${SRC_NB_CHAR}|\\n)*$`, "u");
var C_FORBIDDEN_FIRST_LINE = /^(?:---|\.\.\.)(?=$|[ \t\n\r])/;
var C_FORBIDDEN_CONTENT = /^(?:---|\.\.\.)(?=$|[ \t\n\r])/m;
function canUsePlain(layout) {
	const str = layout.node.value;
	if (str !== "") {
		if (!(layout.isKey ? layout.flowOnly ? NS_PLAIN_FLOW_KEY : NS_PLAIN_BLOCK_KEY : layout.flowOnly ? NS_PLAIN_FLOW_IN : NS_PLAIN_FLOW_OUT).test(str)) return false;
		if (layout.shiftOfFirstLine === 0 && C_FORBIDDEN_FIRST_LINE.test(str)) return false;
		if (layout.shiftOfContent === 0) {
			const firstLineBreak = str.indexOf("\n");
			if (firstLineBreak !== -1) {
				const content = str.slice(firstLineBreak + 1);
				if (C_FORBIDDEN_CONTENT.test(content)) return false;
			}
		}
	}
	const resolvedTag = layout.presenterOptions.schema.resolveImplicitScalarTag(str).tag.tagName;
	if (!layout.node.tagged && resolvedTag !== layout.node.tag) return false;
	if (!layout.node.tagged && str === "=" && resolvedTag === layout.presenterOptions.schema.defaultScalarTag.tagName) return false;
	return true;
}
function canUseSingleQuoted(layout) {
	const str = layout.node.value;
	if (!(layout.isKey ? NB_SINGLE_ONE_LINE : NB_SINGLE_MULTI_LINE).test(str)) return false;
	if (/[ \t]\n|\n[ \t]/.test(str)) return false;
	if (!layout.isKey && layout.shiftOfContent === 0) {
		const firstLineBreak = str.indexOf("\n");
		if (firstLineBreak !== -1 && C_FORBIDDEN_CONTENT.test(str.slice(firstLineBreak + 1))) return false;
	}
	return true;
}
function canUseBlock(layout) {
	if (layout.flowOnly || !BLOCK_SCALAR_CONTENT.test(layout.node.value)) return false;
	const contentIndent = layout.shiftOfContent - layout.shiftOfParent;
	if (contentIndent < 1) return false;
	if (contentIndent > 9 && /^\n* /.test(layout.node.value)) return false;
	if (layout.shiftOfContent === 0 && C_FORBIDDEN_CONTENT.test(layout.node.value)) return false;
	return true;
}
function detectAllowedStyles(layout) {
	let mask = setBit(0, SCALAR_STYLE.DOUBLE_QUOTED);
	if (canUsePlain(layout)) mask = setBit(mask, SCALAR_STYLE.PLAIN);
	if (canUseSingleQuoted(layout)) mask = setBit(mask, SCALAR_STYLE.SINGLE_QUOTED);
	if (canUseBlock(layout)) mask = setBit(setBit(mask, SCALAR_STYLE.LITERAL_BLOCK), SCALAR_STYLE.FOLDED_BLOCK);
	layout.allowedStylesMask = mask;
}
function renderScalar(layout) {
	switch (layout.style) {
		case SCALAR_STYLE.PLAIN: return renderPlain(layout);
		case SCALAR_STYLE.SINGLE_QUOTED: return renderSingleQuoted(layout);
		case SCALAR_STYLE.LITERAL_BLOCK: return renderLiteralBlock(layout);
		case SCALAR_STYLE.FOLDED_BLOCK: return renderFoldedBlock(layout);
		case SCALAR_STYLE.DOUBLE_QUOTED: return renderDoubleQuoted(layout);
	}
}
function renderPlain(layout) {
	return encodeFlowBreaks(layout.node.value, layout.shiftOfContent);
}
function renderSingleQuoted(layout) {
	return `'${encodeFlowBreaks(layout.node.value, layout.shiftOfContent).replace(/'/g, "''")}'`;
}
function renderLiteralBlock(layout) {
	const value = layout.node.value;
	return "|" + blockHeader$1(value, layout.shiftOfParent, layout.shiftOfContent) + dropEndingNewline(indentString(value, layout.shiftOfContent));
}
function renderFoldedBlock(layout) {
	const value = layout.node.value;
	const w = layout.presenterOptions.lineWidth;
	let availableWidth = Infinity;
	if (w !== -1) availableWidth = Math.max(Math.min(w, 40), w - layout.shiftOfContent);
	return ">" + blockHeader$1(value, layout.shiftOfParent, layout.shiftOfContent) + dropEndingNewline(indentString(foldBlockScalar(value, availableWidth), layout.shiftOfContent));
}
function renderDoubleQuoted(layout) {
	return `"${escapeString(layout.node.value)}"`;
}
function encodeFlowBreaks(string, shiftOfContent) {
	let nextLF = string.indexOf("\n");
	if (nextLF === -1) return string;
	const pad = " ".repeat(shiftOfContent);
	let result = string.slice(0, nextLF);
	const lineRe = /(\n+)([^\n]*)/g;
	lineRe.lastIndex = nextLF;
	let match;
	while (match = lineRe.exec(string)) {
		const breaks = match[1].length;
		const line = match[2];
		result += "\n".repeat(breaks + 1) + pad + line;
	}
	return result;
}
function indentString(string, spaces) {
	const indent = " ".repeat(spaces);
	let position = 0;
	let result = "";
	const length = string.length;
	while (position < length) {
		let line;
		const next = string.indexOf("\n", position);
		if (next === -1) {
			line = string.slice(position);
			position = length;
		} else {
			line = string.slice(position, next + 1);
			position = next + 1;
		}
		if (line.length && line !== "\n") result += indent;
		result += line;
	}
	return result;
}
function needIndentIndicator(string) {
	return /^\n* /.test(string);
}
function blockHeader$1(string, shiftOfParent, shiftOfContent) {
	const indentIndicator = needIndentIndicator(string) ? String(shiftOfContent - shiftOfParent) : "";
	const clip = string[string.length - 1] === "\n";
	return `${indentIndicator}${clip && (string[string.length - 2] === "\n" || string === "\n") ? "+" : clip ? "" : "-"}\n`;
}
function dropEndingNewline(string) {
	return string[string.length - 1] === "\n" ? string.slice(0, -1) : string;
}
function isMoreIndented(char) {
	return char === " " || char === "	";
}
function foldLine(line, width) {
	if (line === "" || isMoreIndented(line[0])) return line;
	const breakRe = / [^ \t]/g;
	let match;
	let start = 0;
	let end;
	let curr = 0;
	let next = 0;
	let result = "";
	while (match = breakRe.exec(line)) {
		next = match.index;
		if (next - start > width) {
			end = curr > start ? curr : next;
			result += `\n${line.slice(start, end)}`;
			start = end + 1;
		}
		curr = next;
	}
	result += "\n";
	if (line.length - start > width && curr > start) result += `${line.slice(start, curr)}\n${line.slice(curr + 1)}`;
	else result += line.slice(start);
	return result.slice(1);
}
function foldBlockScalar(string, width) {
	const lineRe = /(\n+)([^\n]*)/g;
	let nextLF = string.indexOf("\n");
	if (nextLF === -1) nextLF = string.length;
	lineRe.lastIndex = nextLF;
	let result = foldLine(string.slice(0, nextLF), width);
	let prevMoreIndented = string[0] === "\n" || isMoreIndented(string[0]);
	let moreIndented;
	let match;
	while (match = lineRe.exec(string)) {
		const prefix = match[1];
		const line = match[2];
		moreIndented = line !== "" && isMoreIndented(line[0]);
		result += prefix + (!prevMoreIndented && !moreIndented && line !== "" ? "\n" : "") + foldLine(line, width);
		prevMoreIndented = moreIndented;
	}
	return result;
}
var CHARACTERS_TO_ESCAPE = /["\\\x00-\x1F\x7F-\xA0\u2028\u2029\uD800-\uDFFF\uFEFF\uFFFE\uFFFF]/gu;
function escapeCharacter(character) {
	switch (character) {
		case "\0": return "\\0";
		case "\x07": return "\\a";
		case "\b": return "\\b";
		case "	": return "\\t";
		case "\n": return "\\n";
		case "\v": return "\\v";
		case "\f": return "\\f";
		case "\r": return "\\r";
		case "\x1B": return "\\e";
		case "\"": return "\\\"";
		case "\\": return "\\\\";
		case "": return "\\N";
		case "\xA0": return "\\_";
		case "\u2028": return "\\L";
		case "\u2029": return "\\P";
	}
	const code = character.charCodeAt(0);
	const hex = code.toString(16).toUpperCase();
	if (code <= 255) return `\\x${"0".repeat(2 - hex.length)}${hex}`;
	return `\\u${"0".repeat(4 - hex.length)}${hex}`;
}
function escapeString(string) {
	return string.replace(CHARACTERS_TO_ESCAPE, escapeCharacter);
}
var CHAR_LINE_FEED = 10;
var DEFAULT_PRESENTER_OPTIONS = {
	indent: 2,
	seqNoIndent: false,
	seqInlineFirst: true,
	lineWidth: 80,
	flowBracketPadding: false,
	flowSkipCommaSpace: false,
	flowSkipColonSpace: false,
	quoteFlowKeys: false,
	quoteStyle: "single",
	forceQuotes: false,
	scalarStyleRules: Object.keys(DEFAULT_SCALAR_STYLE_RULES).map((name) => Reflect.get(DEFAULT_SCALAR_STYLE_RULES, name)),
	tagBeforeAnchor: false
};
function nodeTagShort(node) {
	return node.tagged ? node.tag : tagNameShort(node.tag);
}
function createPresenterState(options) {
	const opts = {
		...DEFAULT_PRESENTER_OPTIONS,
		...options
	};
	if (opts.flowSkipColonSpace) opts.quoteFlowKeys = true;
	return {
		...opts,
		defaultScalarTagName: opts.schema.defaultScalarTag.tagName,
		openEnded: false
	};
}
function generateNextLine(state, level) {
	return `\n${" ".repeat(state.indent * level)}`;
}
function scalarLayout(state, node, parent, level, isKey, flowOnly) {
	return {
		node,
		parent,
		level,
		isKey,
		flowOnly,
		shiftOfParent: level === 0 ? -1 : state.indent * (level - 1),
		shiftOfContent: state.indent * Math.max(1, level),
		shiftOfFirstLine: level === 0 ? 0 : state.indent * level,
		presenterOptions: state,
		allowedStylesMask: 0,
		style: node.style
	};
}
function writeFlowSequence(state, level, node) {
	let result = "";
	for (let index = 0, length = node.items.length; index < length; index += 1) {
		const item = writeNode(state, level, node.items[index], node, {}).text;
		if (index > 0) result += `,${!state.flowSkipCommaSpace ? " " : ""}`;
		result += item;
	}
	const pad = state.flowBracketPadding && node.items.length > 0 ? " " : "";
	return `[${pad}${result}${pad}]`;
}
function writeBlockSequence(state, level, node, compact) {
	let result = "";
	for (let index = 0, length = node.items.length; index < length; index += 1) {
		const item = writeNode(state, level + 1, node.items[index], node, {
			block: true,
			compact: state.seqInlineFirst,
			isblockseq: true
		}).text;
		if (!compact || result !== "") result += generateNextLine(state, level);
		if (item === "" || CHAR_LINE_FEED === item.charCodeAt(0)) result += "-";
		else result += "- ";
		result += item;
	}
	return result;
}
function writeFlowMapping(state, level, node) {
	let result = "";
	for (const { key, value } of node.items) {
		let pairBuffer = "";
		if (result !== "") pairBuffer += `,${!state.flowSkipCommaSpace ? " " : ""}`;
		const keyRender = writeNode(state, level, key, node, { iskey: true });
		const keyText = keyRender.text;
		const valueText = writeNode(state, level, value, node, {}).text;
		const sep = state.flowSkipColonSpace || valueText === "" ? "" : " ";
		const keyIsBareProps = key.kind === "scalar" && keyRender.noBody && (key.tagged || key.anchor !== void 0);
		const keyColonSep = key.kind === "alias" || keyIsBareProps ? " " : "";
		pairBuffer += `${keyText}${keyColonSep}:${sep}${valueText}`;
		result += pairBuffer;
	}
	const pad = state.flowBracketPadding && result !== "" ? " " : "";
	return `{${pad}${result}${pad}}`;
}
function writeBlockMapping(state, level, node, compact) {
	let result = "";
	for (let index = 0, length = node.items.length; index < length; index += 1) {
		let pairBuffer = "";
		if (!compact || result !== "") pairBuffer += generateNextLine(state, level);
		const { key, value } = node.items[index];
		const keyIsBlock = (key.kind === "mapping" || key.kind === "sequence") && key.style === COLLECTION_STYLE.BLOCK && key.items.length !== 0 || key.kind === "scalar" && (key.style === SCALAR_STYLE.LITERAL_BLOCK || key.style === SCALAR_STYLE.FOLDED_BLOCK);
		const keyRender = keyIsBlock ? writeNode(state, level + 1, key, node, {
			block: true,
			compact: true,
			isblockseq: !cannotBeCompact(state, key, level + 1)
		}) : writeNode(state, level + 1, key, node, {
			block: true,
			compact: true,
			iskey: true
		});
		const keyText = keyRender.text;
		const keyHasLineBreak = key.kind === "scalar" && key.value.indexOf("\n") !== -1;
		const keyIsTooLong = keyText.length > 1024 && /^[\s\S]{1025}/u.test(keyText);
		const explicitPair = keyIsBlock || keyHasLineBreak || keyIsTooLong;
		if (explicitPair) {
			if (keyText && CHAR_LINE_FEED === keyText.charCodeAt(0)) pairBuffer += "?";
			else pairBuffer += "? ";
		}
		pairBuffer += keyText;
		if (explicitPair) pairBuffer += generateNextLine(state, level);
		const valueText = writeNode(state, level + 1, value, node, {
			block: true,
			compact: explicitPair,
			isblockseq: explicitPair && !cannotBeCompact(state, value, level + 1)
		}).text;
		const keyIsBareProps = key.kind === "scalar" && keyRender.noBody && (key.tagged || key.anchor !== void 0);
		const keyColonSep = !explicitPair && (key.kind === "alias" || keyIsBareProps) ? " " : "";
		if (valueText === "" || CHAR_LINE_FEED === valueText.charCodeAt(0)) pairBuffer += `${keyColonSep}:`;
		else pairBuffer += `${keyColonSep}: `;
		pairBuffer += valueText;
		result += pairBuffer;
	}
	return result;
}
function cannotBeCompact(state, node, level) {
	if (node.kind === "alias") return true;
	return node.tagged || node.anchor !== void 0 || state.indent < 2 && level > 0;
}
function writeNode(state, level, node, parent, ctx) {
	if (node.kind === "alias") {
		state.openEnded = false;
		return {
			text: `*${node.anchor}`,
			noBody: false
		};
	}
	const { block = false, iskey = false, isblockseq = false } = ctx;
	let compact = ctx.compact ?? false;
	const hasAnchor = node.anchor !== void 0;
	if (cannotBeCompact(state, node, level)) compact = false;
	let body;
	let shouldPrintTag = node.tagged;
	const useBlockCollection = block && (node.kind === "mapping" || node.kind === "sequence") && node.style === COLLECTION_STYLE.BLOCK && node.items.length !== 0;
	if (node.kind === "mapping") {
		if (useBlockCollection) body = writeBlockMapping(state, level, node, compact);
		else body = writeFlowMapping(state, level, node);
	} else if (node.kind === "sequence") {
		if (useBlockCollection) {
			if (state.seqNoIndent && !isblockseq && level > 0) body = writeBlockSequence(state, level - 1, node, compact);
			else body = writeBlockSequence(state, level, node, compact);
		} else body = writeFlowSequence(state, level, node);
	} else {
		const layout = scalarLayout(state, node, parent, level, iskey, !block);
		detectAllowedStyles(layout);
		for (const rule of state.scalarStyleRules) rule(layout);
		body = renderScalar(layout);
		state.openEnded = (layout.style === SCALAR_STYLE.LITERAL_BLOCK || layout.style === SCALAR_STYLE.FOLDED_BLOCK) && (node.value === "\n" || node.value.endsWith("\n\n"));
		shouldPrintTag = node.tagged || body === "" && layout.flowOnly && parent?.kind === "sequence" && !hasAnchor || layout.style !== SCALAR_STYLE.PLAIN && node.tag !== state.defaultScalarTagName;
	}
	if ((node.kind === "mapping" || node.kind === "sequence") && !useBlockCollection) state.openEnded = false;
	if (useBlockCollection && compact && level > 0 && state.indent > 2) body = `${" ".repeat(state.indent - 2)}${body}`;
	const noBody = body === "";
	let text = body;
	if (shouldPrintTag || hasAnchor) {
		const props = [];
		const tag = shouldPrintTag ? nodeTagShort(node) : null;
		const anchor = hasAnchor ? `&${node.anchor}` : null;
		if (state.tagBeforeAnchor) {
			if (tag !== null) props.push(tag);
			if (anchor !== null) props.push(anchor);
		} else {
			if (anchor !== null) props.push(anchor);
			if (tag !== null) props.push(tag);
		}
		const sep = body === "" || body.charCodeAt(0) === CHAR_LINE_FEED ? "" : " ";
		text = `${props.join(" ")}${sep}${body}`;
	}
	return {
		text,
		noBody
	};
}
function rootStartsOwnLine(node) {
	return (node.kind === "sequence" || node.kind === "mapping") && node.style === COLLECTION_STYLE.BLOCK && node.items.length !== 0 && !node.tagged && node.anchor === void 0;
}
function writeDocumentDirectives(doc) {
	let result = "";
	for (const directive of doc.directives) {
		if (directive.kind === "yaml") {
			result += `%YAML ${directive.version}\n`;
			continue;
		}
		const { handle, prefix } = directive;
		result += `%TAG ${handle} ${prefix}\n`;
	}
	return result;
}
/**
* Build YAML from AST.
*
* @category AST
*/
function present(documents, options) {
	const state = createPresenterState(options);
	let result = "";
	let previousEnded = false;
	for (let index = 0; index < documents.length; index += 1) {
		const doc = documents[index];
		state.openEnded = false;
		const directives = writeDocumentDirectives(doc);
		const hasDirectives = directives !== "";
		const marker = doc.explicitStart || hasDirectives || index > 0 && !previousEnded;
		result += directives;
		if (doc.contents === null) {
			if (marker) result += "---\n";
		} else if (marker) {
			const body = writeNode(state, 0, doc.contents, null, {
				block: true,
				compact: true
			}).text;
			const sep = body === "" ? "" : hasDirectives || rootStartsOwnLine(doc.contents) ? "\n" : " ";
			result += `---${sep}${body}\n`;
		} else result += writeNode(state, 0, doc.contents, null, {
			block: true,
			compact: true
		}).text + "\n";
		previousEnded = doc.explicitEnd || state.openEnded;
		if (previousEnded) result += "...\n";
	}
	return result;
}
var DEFAULT_DUMP_OPTIONS = {
	...DEFAULT_PRESENTER_OPTIONS,
	schema: DUMP_SCHEMA,
	skipInvalid: false,
	noRefs: false,
	flowLevel: -1,
	sortKeys: false,
	transform: () => {}
};
function defaultCompareFn(a, b) {
	const x = String(a);
	const y = String(b);
	if (x < y) return -1;
	if (x > y) return 1;
	return 0;
}
/**
* Serializes JS object as a YAML document. By default it can dump every
* supported YAML type, so it throws an exception if you try to dump regexps or
* functions. However, you can disable exceptions by setting the
* {@link DumpOptions.skipInvalid} option to `true`.
*
* @category Main
*/
function dump(input, options = {}) {
	const opts = {
		...DEFAULT_DUMP_OPTIONS,
		...options
	};
	const documents = jsToAst(input, opts.schema, {
		noRefs: opts.noRefs,
		skipInvalid: opts.skipInvalid
	});
	if (opts.flowLevel >= 0) visit(documents, (node, ctx) => {
		if (ctx.depth < opts.flowLevel) return;
		if (node.kind === "sequence" || node.kind === "mapping") node.style = COLLECTION_STYLE.FLOW;
		return VISIT_SKIP;
	});
	if (opts.sortKeys) {
		const compareFn = opts.sortKeys === true ? defaultCompareFn : opts.sortKeys;
		visit(documents, (node) => {
			if (node.kind !== "mapping") return;
			node.items.sort((a, b) => compareFn(a.key.kind === "scalar" ? a.key.value : "", b.key.kind === "scalar" ? b.key.value : ""));
		});
	}
	opts.transform(documents);
	return present(documents, {
		...pick(opts, Object.keys(DEFAULT_PRESENTER_OPTIONS)),
		schema: opts.schema
	});
}
EVENT_ID.DOCUMENT;
EVENT_ID.SEQUENCE;
EVENT_ID.MAPPING;
EVENT_ID.SCALAR;
EVENT_ID.ALIAS;
EVENT_ID.POP;
SCALAR_STYLE.PLAIN;
SCALAR_STYLE.SINGLE_QUOTED;
SCALAR_STYLE.DOUBLE_QUOTED;
SCALAR_STYLE.LITERAL_BLOCK;
SCALAR_STYLE.FOLDED_BLOCK;
COLLECTION_STYLE.BLOCK;
COLLECTION_STYLE.FLOW;
CHOMPING_MODE.CLIP;
CHOMPING_MODE.STRIP;
CHOMPING_MODE.KEEP;
// src/stages/parse/anchors.ts
/** An anchor in something that was left out, with a finding. */
const LEFT_OUT = {
	value: HOLE,
	node: -1,
	size: 1,
	height: 0,
	key: void 0,
	tags: void 0
};
/** An anchor whose node is not finished: an alias to it would make a value contain itself. */
const UNFINISHED = { ...LEFT_OUT };
/** So many unknown names of a file are compared with the known ones, to suggest what was meant. */
const MOST_SUGGESTIONS = 10;
/** The anchors of the document that is being composed, by name; a name may be given again, and the last one counts. */
var Anchors = class {
	#source;
	#report;
	#known = /* @__PURE__ */ new Map();
	#suggestions = 0;
	constructor(source, report) {
		this.#source = source;
		this.#report = report;
	}
	/** Forgets all: anchors belong to their document. */
	clear() {
		this.#known.clear();
	}
	set(event, anchor) {
		this.#known.set(this.#nameOf(event), anchor);
	}
	/** Announces an anchor whose node is being read. */
	begin(event) {
		this.#known.set(this.#nameOf(event), UNFINISHED);
	}
	/** What an alias stands for; `undefined` (reported) where no anchor has its name, or the one that has is not done. */
	resolve(event) {
		const wanted = this.#nameOf(event);
		const anchor = this.#known.get(wanted);
		if (anchor !== void 0 && anchor !== UNFINISHED) return anchor;
		const place = inSpan(this.#source, event.anchorStart - 1, event.anchorEnd);
		const message = anchor === void 0 ? this.#unknown(wanted) : say`this alias stands inside its own anchor`;
		this.#report(finding("parse/unknown-anchor", place, message));
	}
	#unknown(wanted) {
		const near = this.#suggestions++ < MOST_SUGGESTIONS ? nearest(wanted, this.#known.keys()) : void 0;
		if (near === void 0) return say`no anchor &${name(wanted)} comes before this alias; if this is text, quote it`;
		return say`no anchor &${name(wanted)} comes before this alias; did you mean *${name(near)}?`;
	}
	#nameOf({ anchorStart, anchorEnd }) {
		return this.#source.text.slice(anchorStart, anchorEnd);
	}
};
// src/stages/parse/yaml-text.ts
/**
* What parser events leave out: where a collection, an empty scalar, a block scalar's header and a document begin or
* end. Each function looks at the few characters between two tokens whose places are known.
*/
const TAB = 9;
const LINE_FEED = 10;
const RETURN = 13;
const SPACE = 32;
const HASH = 35;
const COMMA = 44;
const COLON$1 = 58;
const QUESTION = 63;
const GREATER = 62;
const BAR = 124;
const BYTE_ORDER_MARK = 65279;
/** The next offset from `from` on that is neither white space nor in a comment. */
function skipBlank(text, from) {
	let at = from;
	for (;;) {
		const char = text.charCodeAt(at);
		if (char === SPACE || char === LINE_FEED || char === RETURN || char === TAB) at++;
		else if (char === HASH) at = lineEnd(text, at);
		else return at;
	}
}
/** The offset after `indicator` (a character code) if it is what comes next, else `from`. */
function afterIndicator(text, from, indicator) {
	const at = skipBlank(text, from);
	return text.charCodeAt(at) === indicator ? at + 1 : from;
}
/** The offset after the bracket that closes a flow collection whose last child ends at `from`; else `from`. */
function afterFlow(text, from, closer) {
	let at = from;
	for (;;) {
		at = skipBlank(text, at);
		const char = text.charCodeAt(at);
		if (char === closer) return at + 1;
		if (char !== COMMA && char !== COLON$1 && char !== QUESTION) return from;
		at++;
	}
}
/**
* Where a block scalar's `|` or `>` stands.
*
* @param from an offset that no token before the header goes beyond: end of the key, tag or anchor.
* @param content where the scalar's first line starts.
*/
function blockHeader(text, from, content) {
	const end = isBreak(text.charCodeAt(content - 1)) ? beforeBreak(text, content) : content;
	const line = lineStart(text, end);
	for (let at = Math.max(from, line); at < end; at++) {
		const char = text.charCodeAt(at);
		if ((char === BAR || char === GREATER) && endsAsHeader(text, at + 1)) return at;
	}
	return content;
}
/** Whether what follows on the line is what may follow `|` or `>`: two indicators, then a comment at most. */
function endsAsHeader(text, from) {
	let at = from;
	while (at < from + 2 && isHeaderIndicator(text.charCodeAt(at))) at++;
	const blank = at;
	while (text.charCodeAt(at) === SPACE || text.charCodeAt(at) === TAB) at++;
	return at >= text.length || isBreak(text.charCodeAt(at)) || at > blank && text.charCodeAt(at) === HASH;
}
/** `+`, `-` or a digit. */
function isHeaderIndicator(char) {
	return char === 43 || char === 45 || char >= 48 && char <= 57;
}
/** The end of the lines in `from`..`to` without the empty ones at their end. */
function withoutEmptyLines(text, from, to) {
	let end = to;
	while (end > from && isBreak(text.charCodeAt(end - 1))) {
		const before = beforeBreak(text, end);
		if (before > from && !isBreak(text.charCodeAt(before - 1))) break;
		end = before;
	}
	return end;
}
/** The offset of the line break that ends at `end`. */
function beforeBreak(text, end) {
	return text.charCodeAt(end - 1) === LINE_FEED && text.charCodeAt(end - 2) === RETURN ? end - 2 : end - 1;
}
/** Whether a line break stands between `from` and `to`. */
function hasBreak(text, from, to) {
	for (let at = from; at < to; at++) if (isBreak(text.charCodeAt(at))) return true;
	return false;
}
/** Whether nothing but white space, or the `?` of an explicit key, stands before `at` on its line. */
function startsLine(text, at) {
	for (let before = at - 1; before >= 0; before--) {
		const char = text.charCodeAt(before);
		if (isBreak(char)) return true;
		if (char !== SPACE && char !== TAB) return char === QUESTION || char === BYTE_ORDER_MARK;
	}
	return true;
}
/** Where the next `---` line from `from` on starts, `from` where there is none. */
function documentMarker(text, from) {
	for (let at = text.indexOf("---", from); at >= 0; at = text.indexOf("---", at + 1)) {
		const before = text.charCodeAt(at - 1);
		const after = text.charCodeAt(at + 3);
		if ((at === 0 || isBreak(before) || before === BYTE_ORDER_MARK) && (at + 3 >= text.length || isBreak(after) || after === SPACE || after === TAB)) return at;
	}
	return from;
}
/** Where the line that holds `at` starts. */
function lineStart(text, at) {
	let start = at;
	while (start > 0 && !isBreak(text.charCodeAt(start - 1))) start--;
	return start;
}
function isBreak(char) {
	return char === LINE_FEED || char === RETURN;
}
// src/stages/parse/yaml-cursor.ts
const COLON = 58;
const DASH = 45;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const CLOSE_BRACKET = 93;
/**
* Follows the events through the text and works out the places that they leave out: ends of collections, empty scalars,
* quotes and block headers. `at` is where the last token that has been taken ends.
*/
var YamlCursor = class {
	#text;
	at = 0;
	constructor(text) {
		this.#text = text;
	}
	/**
	* Takes a scalar and returns where it starts: quotes and block header included, tag and anchor not.
	*
	* @param indicator what promises a value here; an empty scalar stands after it.
	*/
	takeScalar(event, indicator) {
		if (event.valueStart < 0) return this.#takeEmpty(event, indicator);
		const from = this.at;
		switch (event.style) {
			case SCALAR_STYLE.PLAIN:
				this.at = event.valueEnd;
				return event.valueStart;
			case SCALAR_STYLE.SINGLE_QUOTED:
			case SCALAR_STYLE.DOUBLE_QUOTED:
				this.at = event.valueEnd + 1;
				return event.valueStart - 1;
			default:
				this.at = event.valueEnd;
				if (event.chomping !== CHOMPING_MODE.KEEP) this.at = withoutEmptyLines(this.#text, event.valueStart, this.at);
				return blockHeader(this.#text, Math.max(from, event.tagEnd, event.anchorEnd), event.valueStart);
		}
	}
	/** Takes a key, which may be empty: it then stands before its `:`. */
	takeKey(event) {
		const start = this.takeScalar(event, "");
		if (!isAbsent(event)) return start;
		this.at = skipBlank(this.#text, this.at);
		return this.at;
	}
	/** An empty scalar stands where its tag or anchor stands, else after the indicator. */
	#takeEmpty(event, indicator) {
		if (isAbsent(event)) {
			if (indicator !== "") this.at = afterIndicator(this.#text, this.at, indicator === ":" ? COLON : DASH);
			return this.at;
		}
		this.at = Math.max(event.tagEnd, event.anchorEnd);
		return startOf(event, this.at);
	}
	/** Takes the end of a collection and returns it. A pair in a flow list (`[a: b]`) has no bracket of its own. */
	takeEnd(event) {
		if (this.at <= event.start) this.at = event.start + 1;
		if (event.style !== COLLECTION_STYLE.FLOW) return this.at;
		if (event.type === EVENT_ID.SEQUENCE) this.at = afterFlow(this.#text, this.at, CLOSE_BRACKET);
		else if (this.#text.charCodeAt(event.start) === OPEN_BRACE) this.at = afterFlow(this.#text, this.at, CLOSE_BRACE);
		return this.at;
	}
	/** Takes whatever of a node's places an event has. */
	pass(event) {
		if (event.type === EVENT_ID.SCALAR) this.takeScalar(event, "");
		else this.at = Math.max(this.at, startOf(event, this.at));
	}
};
/** Whether an event is a scalar of which nothing stands in the text. */
function isAbsent(event) {
	return event.type === EVENT_ID.SCALAR && event.valueStart < 0 && !hasProperties(event);
}
/** Whether a tag or an anchor stands before a scalar. */
function hasProperties(event) {
	return event.tagStart >= 0 || event.anchorStart >= 0;
}
/** Where a node starts, its tag and anchor included; `otherwise` for what stands nowhere. */
function startOf(event, otherwise) {
	if (event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) return otherwise;
	if (event.type === EVENT_ID.ALIAS) return event.anchorStart - 1;
	let start = event.type === EVENT_ID.SCALAR ? event.valueStart : event.start;
	if (event.type === EVENT_ID.SCALAR && isQuoted(event)) start--;
	if (event.tagStart >= 0 && (start < 0 || event.tagStart < start)) start = event.tagStart;
	if (event.anchorStart >= 0 && (start < 0 || event.anchorStart - 1 < start)) start = event.anchorStart - 1;
	return start < 0 ? otherwise : start;
}
function isQuoted({ style, valueStart }) {
	return valueStart >= 0 && (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED);
}
// src/stages/parse/yaml-mistakes.ts
/** What is wrong with a YAML text, in our own words. */
const MISTAKES = {
	unclosedQuote: say`this quote is not closed, or what it holds goes on with too little indentation`,
	unclosedBracket: say`this bracket is not closed, or what it holds goes on with too little indentation`,
	bracketIndent: say`this closing bracket must be indented further than the key that it belongs to`,
	flowIndent: say`this goes on with what a quote or bracket above has opened, and must be indented further than its key`,
	missingComma: say`a comma is missing before this`,
	dollarBrace: say`inside brackets \`{\` starts a mapping: put a text with \`$\{\` in it in quotes`,
	emptyItem: say`nothing stands before this comma: give a value, or take the comma away`,
	strayBracket: say`this bracket closes nothing`,
	tab: say`tabs cannot indent in YAML: use spaces`,
	indent: say`the indentation of this line fits none of the lines above it`,
	secondColon: say`a mapping cannot start here: quote the text that holds \`: \`, or start the mapping on a line of its own`,
	dash: say`a list cannot start here: put its first \`- \` on a line of its own`,
	noColon: say`a mapping is expected here, and this key has no \`: \` after it`,
	noSpace: say`a blank is missing after this colon`,
	trailing: say`nothing but a comment may follow the value that ends before this: if all of it is one text, quote it`,
	afterDocument: say`the document is complete before this: check the indentation, or start a new document with \`---\``,
	reserved: say`plain text cannot start with this character: put it in quotes`,
	escape: say`a text in double quotes has no such escape: write \\\\ for a backslash, or use single quotes`,
	control: say`this control character cannot stand in YAML: write it as an escape in double quotes`,
	tag: say`this tag is not written as YAML wants it`,
	twoProperties: say`a value can have one tag and one anchor at most`,
	anchorName: say`an anchor or alias needs a name directly after its \`&\` or \`*\``,
	aliasProperties: say`an alias cannot have a tag or an anchor of its own`,
	blockHeader: say`after \`|\` or \`>\`, only an indentation digit, \`+\` or \`-\`, and a comment may stand on the line`,
	directive: say`this line starts with \`%\`, and is no directive that YAML 1.2 knows, followed by \`---\``,
	longKey: say`this key is longer than the 1024 characters that YAML allows without \`? \``,
	propertyPlace: say`a tag or anchor must stand right before its value, a blank between them`,
	tooDeep: say`this is nested too deep to be read`,
	other: say`this is not valid YAML`
};
function mistakeFinding(source, { mistake, start, end }) {
	const { length } = source.text;
	return finding("parse/syntax", inSpan(source, Math.min(start, length), Math.min(end, length)), MISTAKES[mistake]);
}
/** The finding for what js-yaml refused, going by its reason and the text alone. */
function mistakeOf(source, refused) {
	return mistakeFinding(source, placeMistake(source.text, refused));
}
/**
* Whether js-yaml is wrong: it takes a tab after the start of a line for indentation, where YAML takes it for the white
* space that it is (`a: [1,\t2]`; YAML 1.2.2 §6.2).
*/
function isUnfounded(text, { reason, at }) {
	return reason.startsWith("deficient indentation") && text.slice(lineStart(text, at), at).trim() !== "";
}
/** js-yaml's reasons as mistakes, by how they begin. Those about indentation and ends are told apart by the text. */
const REASONS = [
	["unexpected end of the stream within a flow collection", "unclosedBracket"],
	["unexpected end of the stream within a verbatim tag", "tag"],
	["unexpected end of the", "unclosedQuote"],
	["missed comma", "missingComma"],
	["expected the node content", "emptyItem"],
	["tab characters", "tab"],
	["a whitespace character is expected after", "noSpace"],
	["expected ':' after a mapping key", "noColon"],
	["can not read a block mapping entry", "noColon"],
	["unknown escape", "escape"],
	["expected hexadecimal", "escape"],
	["expected valid JSON character", "control"],
	["the stream contains non-printable", "control"],
	["null byte", "control"],
	["duplication of %YAML", "directive"],
	["duplication of a", "twoProperties"],
	["name of an", "anchorName"],
	["alias node", "aliasProperties"],
	["named tag", "tag"],
	["tag ", "tag"],
	["undeclared tag", "tag"],
	["repeat of", "blockHeader"],
	["bad explicit indentation", "blockHeader"],
	["a line break is expected", "blockHeader"],
	["directive", "directive"],
	["YAML directive", "directive"],
	["TAG directive", "directive"],
	["ill-formed", "directive"],
	["unacceptable YAML version", "directive"],
	["there is a previously declared suffix", "directive"]
];
/** The mistake behind a refusal and where it is, going by js-yaml's reason and the text alone. */
function placeMistake(text, { reason, at }) {
	if (reason.startsWith("deficient indentation")) {
		const tab = leadingTab(text, at);
		if (tab >= 0) return at1("tab", tab);
		return at1(text[at] === "]" || text[at] === "}" ? "bracketIndent" : "flowIndent", at);
	}
	if (reason.startsWith("bad indentation") || reason.startsWith("end of the stream")) return placeIndent(text, reason, at);
	const known = REASONS.find(([start]) => reason.startsWith(start))?.[1] ?? "other";
	if (known === "escape") return at1(known, text.lastIndexOf("\\", at));
	if (known === "missingComma" && text.startsWith("${", at - 1)) return {
		mistake: "dollarBrace",
		start: at - 1,
		end: at + 1
	};
	if (known === "tag") return {
		mistake: known,
		start: tokenStart(text, at),
		end: at
	};
	return known === "directive" ? wholeLine(known, text, lineBefore(text, at)) : at1(known, at);
}
/** js-yaml says "bad indentation" of whatever cannot stand where it is. */
function placeIndent(text, reason, at) {
	const start = lineStart(text, at);
	const before = text.slice(start, at);
	const tab = leadingTab(text, at);
	switch (text[at]) {
		case ":":
			if (tab >= 0) return at1("tab", tab);
			if (/: |^\s*-\s|\]|\}/.test(before)) return at1("secondColon", at);
			return wholeLine(reason.startsWith("end") ? "noColon" : "indent", text, start);
		case "]":
		case "}": return at1("strayBracket", at);
		case "-":
			if (before.trim() !== "") return at1("dash", at);
			break;
		case "@":
		case "`":
		case "%": return at1("reserved", at);
	}
	if (before.trim() !== "") return {
		mistake: "trailing",
		start: at,
		end: lineEnd(text, at)
	};
	return wholeLine(reason.startsWith("end") ? "afterDocument" : "indent", text, start);
}
/** The first tab among the blanks, `-` and `?` that a line starts with, up to `at`; -1 where there is none. */
function leadingTab(text, at) {
	for (let i = lineStart(text, at); i < at; i++) {
		if (text[i] === "	") return i;
		if (text[i] !== " " && text[i] !== "-" && text[i] !== "?") break;
	}
	return -1;
}
/** Where the run of characters without white space starts that ends at `at`. */
function tokenStart(text, at) {
	let start = at;
	while (start > 0 && text.charCodeAt(start - 1) > 32) start--;
	return start;
}
/** A mistake that the one character at `at` stands for. */
function at1(mistake, at) {
	return {
		mistake,
		start: at,
		end: at + 1
	};
}
/** A mistake that a whole line stands for: its text without the indentation. */
function wholeLine(mistake, text, start) {
	const end = lineEnd(text, start);
	let from = start;
	while (from < end && (text[from] === " " || text[from] === "	")) from++;
	return {
		mistake,
		start: from,
		end
	};
}
/** The start of the line before the one that `at` starts, or of its own line where `at` is inside it. */
function lineBefore(text, at) {
	const own = lineStart(text, at);
	if (own < at || own === 0) return own;
	return lineStart(text, text[own - 1] === "\n" && text[own - 2] === "\r" ? own - 2 : own - 1);
}
// src/stages/parse/yaml-scalars.ts
/** The text of a scalar: quotes, escapes, folding and indentation resolved. */
function textOf$1(source, event) {
	if (event.fast) return source.slice(event.valueStart, event.valueEnd);
	return event.text ?? getScalarValue(source, event);
}
/** Whether a scalar is written with escapes, the only way for characters that no file can hold. */
function hasEscapes(event) {
	return event.style === SCALAR_STYLE.DOUBLE_QUOTED && !event.fast;
}
/**
* The value of a scalar without a tag, or a hole where it has none that can be kept.
*
* @param start where the scalar starts in the text, its quotes included.
*/
function scalarValue(event, text, start, run) {
	if (event.style === SCALAR_STYLE.PLAIN) return checked(plainScalar(text), event, start, run);
	if (!hasEscapes(event)) return text;
	const bad = badText(text) ?? beyondUnicode(run.source.text.slice(event.valueStart, event.valueEnd));
	if (bad === void 0) return text;
	tell(run, "parse/encoding", start, event.valueEnd + 1, bad);
	return HOLE;
}
/** The value if it can be kept; a hole (reported) for a number that cannot. */
function checked(value, event, start, run) {
	if (!(value instanceof BadNumber)) return value;
	tell(run, "parse/number", start, event.style === SCALAR_STYLE.PLAIN ? event.valueEnd : event.valueEnd + 1, value.message);
	return HOLE;
}
/** `\U` with more than Unicode has: parsers make some other character of it. */
function beyondUnicode(escaped) {
	let at = escaped.indexOf("\\");
	while (at >= 0) {
		if (escaped[at + 1] === "U" && parseInt(escaped.slice(at + 2, at + 10), 16) > 1114111) return say`this escape is beyond the last character of Unicode, U+10FFFF`;
		at = escaped.indexOf("\\", at + 2);
	}
}
/** Reports a finding in the file. */
function tell(run, rule, start, end, message) {
	run.report(finding(rule, inSpan(run.source, start, end), message));
}
// src/stages/parse/yaml-tags.ts
const CORE_PREFIX = "tag:yaml.org,2002:";
const CORE_TYPES = /* @__PURE__ */ new Set([
	"str",
	"int",
	"float",
	"bool",
	"null",
	"map",
	"seq"
]);
const YAML_1_1_TYPES = /* @__PURE__ */ new Set([
	"binary",
	"timestamp",
	"set",
	"omap",
	"pairs"
]);
const MERGE_TAGS$1 = /* @__PURE__ */ new Set([
	"!append",
	"!prepend",
	"!replace",
	"!merge"
]);
/** The merge key's own tag, for `!!merge <<`. */
const MERGE_KEY_TAG = `${CORE_PREFIX}merge`;
/** What the tag `raw` (as it stands in the file) asks for. */
function meaningOf(raw, directives, allowed) {
	if (raw === "!") return { is: "non-specific" };
	const full = fullName(raw, directives);
	if (MERGE_TAGS$1.has(full)) return {
		is: "merge",
		name: full
	};
	const type = full.startsWith(CORE_PREFIX) ? full.slice(18) : "";
	if (CORE_TYPES.has(type)) return {
		is: "core",
		type
	};
	const as = allowed.get(raw) ?? allowed.get(full);
	if (as !== void 0) return {
		is: "allowed",
		as
	};
	return {
		is: "unknown",
		message: YAML_1_1_TYPES.has(type) ? noJsonType(raw) : unknown(raw)
	};
}
function noJsonType(raw) {
	return say`${name(raw)} has no type in JSON: leave the tag out`;
}
function unknown(raw) {
	if (raw.endsWith(":")) return say`${name(raw)} is read as a tag: quote a key that starts with !`;
	if (raw.startsWith("!!")) return say`the tag ${name(raw)} is unknown: leave it out`;
	return say`the tag ${name(raw)} is unknown: leave it out, or say under \`tags\` in cairn.yaml what it stands for`;
}
/** The tag with its handle resolved by the document's `%TAG` directives and percent escapes decoded (YAML §6.9.1). */
function fullName(raw, directives) {
	if (raw.startsWith("!<")) return decoded(raw.slice(2, -1));
	const handle = raw.slice(0, raw.indexOf("!", 1) + 1) || "!";
	return decoded(prefixOf(handle, directives) + raw.slice(handle.length));
}
function prefixOf(handle, directives) {
	for (const directive of directives) if (directive.kind === "tag" && directive.handle === handle) return directive.prefix;
	return handle === "!!" ? CORE_PREFIX : handle;
}
function decoded(text) {
	if (!text.includes("%")) return text;
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
const NO_CHILDREN = /* @__PURE__ */ new Map();
/** The merge tags at and below a node; `undefined` where there are none, as in most files. */
function tagTree(tag, children) {
	if (tag === "" && (children === void 0 || children.size === 0)) return void 0;
	return {
		tag,
		children: children ?? NO_CHILDREN
	};
}
// src/stages/parse/yaml-tagged.ts
/** The value of a scalar that has a tag. */
function taggedScalar(event, text, start, run) {
	const meaning = meaningIn(event, run);
	switch (meaning.is) {
		case "non-specific": return {
			value: text,
			merge: ""
		};
		case "merge": return {
			value: scalarValue(event, text, start, run),
			merge: meaning.name
		};
		case "allowed": return {
			value: meaning.as === "string" ? text : scalarValue(event, text, start, run),
			merge: ""
		};
		case "unknown":
			tell(run, "parse/unknown-tag", event.tagStart, event.tagEnd, meaning.message);
			return {
				value: HOLE,
				merge: ""
			};
		case "core": return {
			value: coreScalar(event, meaning.type, text, start, run),
			merge: ""
		};
	}
}
/** The value of a list or mapping that has a tag, read without it as `value`. */
function taggedCollection(event, value, run) {
	const meaning = meaningIn(event, run);
	const own = event.type === EVENT_ID.SEQUENCE ? "seq" : "map";
	if (meaning.is === "merge") return {
		value,
		merge: meaning.name
	};
	if (meaning.is === "unknown") {
		tell(run, "parse/unknown-tag", event.tagStart, event.tagEnd, meaning.message);
		return {
			value: HOLE,
			merge: ""
		};
	}
	if (meaning.is === "core" ? meaning.type !== own : meaning.is === "allowed" && meaning.as === "string") {
		const wanted = TYPE_NAMES[meaning.is === "core" ? meaning.type : "str"];
		tell(run, "parse/tag", event.tagStart, event.tagEnd, say`this is a ${kindOf(value)}, and its tag says: ${wanted}`);
		return {
			value: HOLE,
			merge: ""
		};
	}
	return {
		value,
		merge: ""
	};
}
/** Checks the tag of a key. A key is its text whatever its tag says; only a tag that means nothing is worth a word. */
function checkKeyTag(event, run) {
	const meaning = meaningIn(event, run);
	if (meaning.is === "unknown") tell(run, "parse/unknown-tag", event.tagStart, event.tagEnd, meaning.message);
	if (meaning.is !== "merge") return;
	tell(run, "parse/tag", event.tagStart, event.tagEnd, say`keys are not merged: put this tag before the value`);
}
/** Whether a key whose text is `<<` is the merge key: plain, without a tag or with its own. */
function isMergeKey(event, run) {
	if (event.style !== SCALAR_STYLE.PLAIN) return false;
	if (event.tagStart < 0) return true;
	return fullName(run.source.text.slice(event.tagStart, event.tagEnd), run.directives) === MERGE_KEY_TAG;
}
function meaningIn(event, run) {
	return meaningOf(run.source.text.slice(event.tagStart, event.tagEnd), run.directives, run.options.tags);
}
function coreScalar(event, type, text, start, run) {
	const value = type === "str" ? text : plainScalar(text);
	if (value instanceof BadNumber ? type === "int" || type === "float" : fits(value, type)) return checked(value, event, start, run);
	tell(run, "parse/tag", event.tagStart, event.tagEnd, say`this value is not what its tag says: ${TYPE_NAMES[type]}`);
	return HOLE;
}
function fits(value, type) {
	switch (type) {
		case "str": return typeof value === "string";
		case "int": return Number.isInteger(value);
		case "float": return typeof value === "number";
		case "bool": return typeof value === "boolean";
		case "null": return value === null;
		default: return false;
	}
}
const TYPE_NAMES = {
	str: say`a string`,
	int: say`an integer`,
	float: say`a number`,
	bool: say`true or false`,
	null: say`null`,
	map: say`a mapping`,
	seq: say`a list`
};
// src/stages/parse/compose-document.ts
/** Makes trees of the events of documents, one after the other; they share the limit of nodes. */
var DocumentComposer = class {
	#text;
	#events;
	#holes;
	#run;
	#cursor;
	#anchors;
	#builder;
	/** Nodes of the file so far, those of aliases as often as they are used. */
	#nodes = 0;
	#overflown = false;
	/** Collections that are open, and the deepest nesting seen since an anchored collection was opened. */
	#depth = 0;
	#deepest = 0;
	/** The merge tags at and below the node composed last. */
	#tags;
	constructor({ events, cursor, holes, run }) {
		this.#text = run.source.text;
		this.#events = events;
		this.#cursor = cursor;
		this.#holes = holes;
		this.#run = run;
		this.#anchors = new Anchors(run.source, run.report);
		this.#builder = new TreeBuilder(run.source);
	}
	/** Whether the file has more nodes than it may have: the document in which that turned up is a hole and the last. */
	get isFull() {
		return this.#overflown;
	}
	/** The tree of the document that `event` starts; its content is what comes next. */
	document(event) {
		const start = this.#cursor.at;
		if (this.#builder.count > 0) this.#builder = new TreeBuilder(this.#run.source);
		this.#anchors.clear();
		this.#run.directives = event.directives;
		const value = this.#node(null, -1, -1);
		this.#events.take();
		return this.#finish(this.#overflown ? HOLE : value, start);
	}
	/** @param start where a document without a node stands. */
	#finish(value, start) {
		if (this.#builder.count === 0) this.#builder.close(this.#builder.open(null, -1, -1), start, start);
		return this.#builder.finish(value, this.#tags);
	}
	#node(key, keyStart, keyEnd) {
		this.#tags = void 0;
		if (++this.#nodes > 1e6) return this.#overflow();
		const event = this.#events.take();
		const at = this.#builder.open(key, keyStart, keyEnd);
		switch (event.type) {
			case EVENT_ID.SCALAR: return this.#scalar(event, at, key);
			case EVENT_ID.SEQUENCE:
			case EVENT_ID.MAPPING:
				if (key !== null && event.style === COLLECTION_STYLE.BLOCK && this.#isOnKeyLine(event.start)) this.#object("secondColon", event.start);
				return this.#collection(event, at);
			default: return this.#alias(event, at);
		}
	}
	#scalar(event, at, key) {
		const text = textOf$1(this.#text, event);
		const start = this.#cursor.takeScalar(event, key !== null ? ":" : at > 0 ? "-" : "");
		this.#builder.close(at, start, this.#cursor.at);
		let value;
		if (this.#holes?.has(event) === true) value = HOLE;
		else if (event.tagStart < 0) value = scalarValue(event, text, start, this.#run);
		else {
			const tagged = taggedScalar(event, text, start, this.#run);
			value = tagged.value;
			this.#tags = tagTree(tagged.merge, void 0);
		}
		if (event.anchorStart >= 0) this.#anchors.set(event, {
			value,
			node: at,
			size: 1,
			height: 0,
			key: text,
			tags: this.#tags
		});
		return value;
	}
	#alias(event, at) {
		const start = event.anchorStart - 1;
		const end = event.anchorEnd;
		this.#cursor.at = end;
		this.#builder.close(at, start, end);
		const anchor = this.#anchors.resolve(event);
		if (anchor === void 0) return HOLE;
		if (this.#depth + anchor.height > 100) {
			tell(this.#run, "parse/too-deep", start, end, say`this alias leads more than ${100} levels deep`);
			return HOLE;
		}
		this.#deepest = Math.max(this.#deepest, this.#depth + anchor.height);
		this.#nodes += anchor.size - 1;
		if (this.#nodes > 1e6) return this.#tooMany(start, end);
		if (anchor.node >= 0) this.#builder.alias(at, anchor.node, start, end);
		this.#tags = anchor.tags;
		return anchor.value;
	}
	#collection(event, at) {
		if (this.#depth === 100) return this.#tooDeep(event, at);
		if (event.anchorStart >= 0) return this.#anchoredCollection(event, at);
		if (++this.#depth > this.#deepest) this.#deepest = this.#depth;
		this.#cursor.at = event.start;
		const value = event.type === EVENT_ID.SEQUENCE ? this.#sequence() : this.#mapping(event, at);
		this.#builder.close(at, event.start, this.#cursor.takeEnd(event));
		this.#depth--;
		if (event.tagStart < 0) return value;
		const tagged = taggedCollection(event, value, this.#run);
		if (tagged.merge !== "") this.#tags = tagTree(tagged.merge, this.#tags?.children);
		return tagged.value;
	}
	#tooDeep(event, at) {
		const { start } = event;
		tell(this.#run, "parse/too-deep", start, start + 1, say`this is nested more than ${100} levels deep`);
		this.#leaveOutRest(event);
		this.#builder.close(at, start, this.#cursor.takeEnd(event));
		return HOLE;
	}
	#anchoredCollection(event, at) {
		const nodes = this.#nodes;
		const deepest = this.#deepest;
		this.#anchors.begin(event);
		this.#deepest = 0;
		const value = this.#collection({
			...event,
			anchorStart: -1
		}, at);
		const size = this.#nodes - nodes + 1;
		const height = this.#deepest - this.#depth;
		this.#anchors.set(event, {
			value,
			node: at,
			size,
			height,
			key: void 0,
			tags: this.#tags
		});
		this.#deepest = Math.max(deepest, this.#deepest);
		return value;
	}
	#sequence() {
		const items = [];
		let tags;
		while (this.#events.peek().type !== EVENT_ID.POP) {
			items.push(this.#node(null, -1, -1));
			if (this.#tags !== void 0) (tags ??= /* @__PURE__ */ new Map()).set(String(items.length - 1), this.#tags);
		}
		this.#events.take();
		this.#tags = tagTree("", tags);
		return items;
	}
	#mapping(event, at) {
		if (this.#isTemplate(event)) return this.#template(event);
		const entries = {
			mapping: {},
			tags: void 0,
			count: 0,
			hasMerge: false,
			isBlock: event.style === COLLECTION_STYLE.BLOCK
		};
		for (;;) {
			const key = this.#events.take();
			if (key.type === EVENT_ID.POP) break;
			if (key.type === EVENT_ID.SCALAR) this.#entry(key, entries);
			else if (key.type === EVENT_ID.ALIAS) this.#aliasEntry(key, entries);
			else this.#complexEntry(key);
		}
		if (entries.hasMerge || Object.keys(entries.mapping).length !== entries.count) reportDuplicates(this.#builder, at, this.#run.report);
		this.#tags = tagTree("", entries.tags);
		return entries.mapping;
	}
	/** Whether what starts at `start` stands on the line of the key that has been taken last. */
	#isOnKeyLine(start) {
		return !hasBreak(this.#text, this.#cursor.at - 1, start);
	}
	#object(mistake, start) {
		this.#run.report(mistakeFinding(this.#run.source, {
			mistake,
			start,
			end: lineEnd(this.#text, start)
		}));
	}
	#entry(event, entries) {
		const key = textOf$1(this.#text, event);
		const start = this.#cursor.takeKey(event);
		const end = this.#cursor.at;
		if (entries.isBlock && entries.count > 0 && !startsLine(this.#text, start) && !hasProperties(event)) this.#object("trailing", start);
		if (key === "<<" && isMergeKey(event, this.#run)) return this.#mergeEntry(entries, start, end);
		if (event.tagStart >= 0) checkKeyTag(event, this.#run);
		if (event.anchorStart >= 0) this.#anchors.set(event, {
			...LEFT_OUT,
			value: key,
			key
		});
		if (this.#holes?.has(event) === true) return this.#leaveOut();
		const bad = hasEscapes(event) ? badKey(key) : void 0;
		if (bad === void 0) return this.#put(entries, key, start, end);
		tell(this.#run, "parse/complex-key", start, end, bad);
		this.#leaveOut();
	}
	#put(entries, key, start, end) {
		entries.count++;
		put(entries.mapping, key, this.#node(key, start, end));
		if (this.#tags !== void 0) (entries.tags ??= /* @__PURE__ */ new Map()).set(key, this.#tags);
		else entries.tags?.delete(key);
	}
	/** `<<`: what the mappings that it names have and this one has not; the first of them that has a key counts. */
	#mergeEntry(entries, start, end) {
		entries.hasMerge = true;
		const merged = this.#node("\0<<", start, end);
		const tags = this.#tags;
		if (!isList(merged)) return this.#inherit(entries, merged, tags, start, end);
		let index = 0;
		for (const item of merged) this.#inherit(entries, item, tags?.children.get(String(index++)), start, end);
	}
	#inherit(entries, from, tags, start, end) {
		if (from === HOLE) return;
		if (!isMapping(from)) {
			const message = say`\`<<\` takes a mapping or a list of mappings, not a ${kindOf(from)}`;
			tell(this.#run, "parse/merge-key", start, end, message);
			return;
		}
		for (const key of Object.keys(from)) {
			if (Object.hasOwn(entries.mapping, key)) continue;
			put(entries.mapping, key, from[key]);
			const below = tags?.children.get(key);
			if (below !== void 0) (entries.tags ??= /* @__PURE__ */ new Map()).set(key, below);
		}
	}
	#aliasEntry(event, entries) {
		this.#cursor.at = event.anchorEnd;
		const start = event.anchorStart - 1;
		const anchor = this.#anchors.resolve(event);
		if (anchor?.key !== void 0) return this.#put(entries, anchor.key, start, event.anchorEnd);
		if (anchor !== void 0 && anchor !== LEFT_OUT) this.#refuseKey(start, event.anchorEnd, anchor.value);
		this.#leaveOut();
	}
	/** An entry whose key is a collection; its first event has been taken. */
	#complexEntry(event) {
		const start = startOf(event, this.#cursor.at);
		this.#leaveOutRest(event);
		this.#refuseKey(start, Math.max(start + 1, this.#cursor.at), event.type === EVENT_ID.SEQUENCE ? [] : {});
		this.#leaveOut();
	}
	#refuseKey(start, end, key) {
		tell(this.#run, "parse/complex-key", start, end, say`a key must be a text, and this one is a ${kindOf(key)}`);
	}
	/** Whether `{{ x }}` stands here, which YAML sees as a flow mapping whose only key is a flow mapping. */
	#isTemplate(event) {
		const key = this.#events.peek();
		if (event.style !== COLLECTION_STYLE.FLOW || key.type !== EVENT_ID.MAPPING) return false;
		return key.start === event.start + 1 && this.#events.isOnlyPair();
	}
	#template(event) {
		this.#leaveOut();
		this.#leaveOut();
		this.#events.take();
		const end = this.#text.indexOf("}}", this.#cursor.at);
		tell(this.#run, "parse/template", event.start, end < 0 ? event.start + 2 : end + 2, TEMPLATE);
		return HOLE;
	}
	/** Leaves the next node out of the tree: it has had its finding. Aliases to anchors in it become holes in silence. */
	#leaveOut() {
		this.#events.takeNode((event) => this.#pass(event));
	}
	/** Leaves out a collection whose first event has been taken. */
	#leaveOutRest(event) {
		this.#pass(event);
		while (this.#events.peek().type !== EVENT_ID.POP) this.#leaveOut();
		this.#events.take();
	}
	#pass(event) {
		this.#cursor.pass(event);
		if (event.type === EVENT_ID.SCALAR || event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING) {
			if (event.anchorStart >= 0) this.#anchors.set(event, LEFT_OUT);
		}
	}
	#overflow() {
		const start = startOf(this.#events.peek(), this.#cursor.at);
		this.#leaveOut();
		return this.#tooMany(start, start);
	}
	#tooMany(start, end) {
		if (!this.#overflown) {
			const message = say`this file has more than ${MAX_NODES} values, aliases counted as often as they are used`;
			tell(this.#run, "parse/too-many-nodes", start, end, message);
		}
		this.#overflown = true;
		return HOLE;
	}
};
// src/stages/parse/event-reader.ts
/** Reads a flat list of YAML events, one after the other. A node is its event, or all events up to its closing one. */
var EventReader = class {
	#events;
	#next = 0;
	constructor(events) {
		this.#events = events;
	}
	get isAtEnd() {
		return this.#next >= this.#events.length;
	}
	/** The next event, which must be there: events are well nested. */
	peek() {
		return this.#events[this.#next];
	}
	take() {
		return this.#events[this.#next++];
	}
	/** What stands in the document that comes next. */
	peekContent() {
		return this.#events[this.#next + 1];
	}
	/** Whether the document that comes next is the last one and has nothing in it. */
	isEmptyDocument() {
		return this.#next + 3 === this.#events.length && isAbsent(this.peekContent());
	}
	/** Takes the next node and shows each of its events. */
	takeNode(look) {
		const end = this.#nodeEnd(this.#next);
		while (this.#next < end) look(this.take());
	}
	/** Whether exactly one pair of nodes is left before the mapping that is being read ends. */
	isOnlyPair() {
		return this.#events[this.#nodeEnd(this.#nodeEnd(this.#next))]?.type === EVENT_ID.POP;
	}
	#nodeEnd(from) {
		let at = from;
		let open = 0;
		do {
			const type = this.#events[at++]?.type;
			if (type === EVENT_ID.SEQUENCE || type === EVENT_ID.MAPPING) open++;
			else if (type === EVENT_ID.POP) open--;
		} while (open > 0);
		return at;
	}
};
// src/stages/parse/compose.ts
/** Length of `---`. */
const MARKER_LENGTH = 3;
/**
* Makes plain values and source maps of YAML events, one tree a document, by the core schema of YAML 1.2.2. Merge keys
* are resolved, aliases share the value of their anchor. What cannot be kept (numbers that would be rounded, unknown
* tags, aliases that lead nowhere, too many nodes) is a finding and a hole.
*
* Without `options.stream` only the first document is composed, and a second one is a finding. A text without documents
* is one that is null; a `---` at the end of a file starts none.
*/
function compose(source, read, options, report) {
	const reading = {
		events: new EventReader(read.events),
		cursor: new YamlCursor(source.text),
		holes: read.holes,
		run: {
			source,
			options,
			report,
			directives: []
		}
	};
	const composer = new DocumentComposer(reading);
	const trees = [];
	while (hasDocument(reading, trees.length === 0) && !composer.isFull) {
		const event = reading.events.take();
		const start = startOfDocument(event, reading);
		if (trees.length > 0 && !options.stream) {
			reportSecond(event, start, reading);
			break;
		}
		reading.cursor.at = event.explicitStart ? start + MARKER_LENGTH : start;
		trees.push(composer.document(event));
	}
	return trees.length > 0 ? trees : [plant(source, draftLeaf(null, NO_KEY, 0, 0))];
}
function hasDocument({ events, holes }, isFirst) {
	if (events.isAtEnd) return false;
	return isFirst || !events.isEmptyDocument() || holes?.has(events.peekContent()) === true;
}
/** Where a document starts: at its `---`, or where the one before it ends. */
function startOfDocument(event, { cursor, run }) {
	return event.explicitStart ? documentMarker(run.source.text, cursor.at) : cursor.at;
}
function reportSecond(event, marker, { events, run }) {
	const start = event.explicitStart ? marker : startOf(events.peek(), marker);
	tell(run, "parse/stream", start, event.explicitStart ? marker + MARKER_LENGTH : start, say`a second document starts here and is left out: split the file, or read it with \`stream: true\``);
}
// src/stages/parse/yaml.ts
/** Above this size (UTF-16 units) no second parser is asked: it would take seconds. */
const LARGEST_JUDGED = 25e4;
/**
* The documents of a YAML 1.2 text: one tree, or one a document with `options.stream`. An empty text is one document
* that is null. Never throws on what the text says; whatever cannot be read is a finding and a hole.
*
* @throws ParserMissing if js-yaml refuses the text and the judge is not loaded; nothing has been reported then.
*/
function parseYaml(source, options, report) {
	const read = eventsOf(source.text);
	if ("events" in read) return compose(source, read, options, report);
	if (read.reason.startsWith(TOO_DEEP)) {
		const message = say`this is nested more than ${100} levels deep`;
		report(finding("parse/too-deep", inSpan(source, read.at, read.at), message));
		return [plantHole(source)];
	}
	const plain = refusal(source, read.at);
	if (plain === void 0 && source.text.length <= LARGEST_JUDGED) {
		const judged = judge().judge(source, read);
		for (const found of judged.findings) report(found);
		return compose(source, judged, options, report);
	}
	report(plain ?? mistakeOf(source, read));
	return [plantHole(source)];
}
/** How js-yaml words the finding about depth. */
const TOO_DEEP = "nesting exceeded maxDepth";
function eventsOf(text) {
	try {
		return { events: parseEvents(text, { maxDepth: 103 }) };
	} catch (error) {
		if (!(error instanceof YAMLException)) throw error;
		return {
			reason: error.reason,
			at: Math.min(error.mark?.position ?? 0, text.length)
		};
	}
}
// src/stages/parse/parse.ts
const PARSERS = {
	yaml: parseYaml,
	json: parseJson,
	toml: (source, options, report) => toml().parseToml(source, options, report),
	ini: parseIni,
	env: parseDotenv
};
/**
* Reads a file: its documents as plain values with source maps, in order, at least one. The format follows from the
* path; what has no known extension is read as YAML. Leaves of SOPS files are `Sealed`. A file that cannot be read is
* one document that is a hole, its finding at the place where the reading failed. Nothing in a file makes this throw.
*
* @param path relative to the repository root.
* @param bytes the file's content; not kept, so that the buffer may be used again.
* @throws ParserMissing if a parser has to be loaded first; nothing has been reported then.
*/
function parseFile(path, bytes, options, report) {
	const { source, refused } = decode(path, bytes);
	if (refused !== void 0) {
		report(refused);
		return [plantHole(source)];
	}
	const few = limited(report);
	const trees = PARSERS[formatOf(path) ?? "yaml"](source, options, few);
	if (trees.length === 1) return [finished(trees[0], options.separator, few)];
	const { separator } = options;
	return trees.map((tree) => mentionsSops(tree) ? finished(tree, separator, few) : split(tree, separator, few));
}
/** Most findings of a file that are reported: 10 MB can hold a million mistakes. */
const MOST_FINDINGS = 1e3;
function limited(report) {
	let count = 0;
	return (found) => {
		if (++count < MOST_FINDINGS) report(found);
		if (count === MOST_FINDINGS) report({
			...found,
			message: say`${found.message} (and more in this file)`
		});
	};
}
/**
* Whether a document of a stream may be one of a SOPS file, or hold parts of one. `recogniseEncrypted` searches the
* whole text for that, which a stream of a million documents cannot afford.
*/
function mentionsSops(tree) {
	const { start, end } = valuePlace(tree, 0);
	const text = tree.source.text.slice(start, end);
	return text.includes("sops") || text.includes("ENC[AES256_GCM,");
}
function finished(tree, separator, report) {
	const recognised = recogniseEncrypted(tree, report);
	checkEncryptedName(recognised, report);
	const opened = split(recognised.tree, separator, report);
	return recognised.encrypted ? {
		...opened,
		encrypted: true
	} : opened;
}
function split(tree, separator, report) {
	return separator === void 0 ? tree : splitKeys(tree, separator, report);
}
// src/reading.ts
/** What people write for it. */
const MISNAMED = "cairn.yml";
/** Most files whose trees are kept at once: memory does not follow the repository. */
const MOST_KEPT = 1024;
function createReader(snapshot) {
	let tags = /* @__PURE__ */ new Map();
	const kept = /* @__PURE__ */ new Map();
	const shared = /* @__PURE__ */ new Set();
	const parse = (path, how, report) => {
		const { bytes, problem, path: edited } = snapshot.read(path);
		if (problem === void 0) return parseFile(placed$1(path, edited), bytes, {
			...how,
			tags
		}, report);
		const [rule, message] = PROBLEMS[problem];
		report(finding(rule, inFile(path), message));
		return [plantHole(new Source(path, ""))];
	};
	const keptAs = (path, how) => {
		const known = kept.get(path);
		return known?.how.stream === how.stream && known.how.separator === how.separator ? known : void 0;
	};
	const keep = (path, how) => {
		const findings = [];
		const made = {
			how,
			trees: parse(path, how, (found) => findings.push(found)),
			findings
		};
		if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? path);
		kept.set(path, made);
		return made;
	};
	const trees = (path, how, report) => {
		const known = keptAs(path, how) ?? (shared.has(path) ? keep(path, how) : void 0);
		if (known === void 0) return parse(path, how, report);
		for (const found of known.findings) report(found);
		return known.trees;
	};
	return {
		trees,
		keptTrees: (path, how) => (keptAs(path, how) ?? keep(path, how)).trees,
		share: (sources) => {
			for (const { path } of sources) shared.add(path);
			snapshot.prefetch(shared);
		},
		announce: (sources) => {
			snapshot.prefetch(pathsOf(sources));
		},
		config: (report) => {
			const there = (wanted) => snapshot.entries.some(({ path }) => path === wanted);
			if (!there("cairn.yaml")) {
				if (there("cairn.yml")) report(finding("discover/unused-file", inFile(MISNAMED), say`Cairn reads cairn.yaml: rename this file`));
				return;
			}
			return trees(CONFIG_FILE, { stream: false }, report)[0];
		},
		configure: (config) => {
			tags = config.tags;
			snapshot.prefetch(pathsForDiscovery(snapshot, config));
		},
		bytes: (path) => snapshot.read(path).bytes,
		whole: async (collector, work) => {
			collector.close();
			for (;;) try {
				return work();
			} catch (error) {
				if (!(error instanceof ParserMissing)) throw error;
				collector.discard();
				await error.load();
			}
		}
	};
}
/** Up to so many files all of a commit's contents are fetched at once, needed or not: running Git again costs more. */
const FETCHED_AT_ONCE = 200;
/** What discovery reads: environment files, and all that there is where layouts look into files. */
function* pathsForDiscovery({ entries }, { layout, environmentFiles }) {
	const all = entries.length <= FETCHED_AT_ONCE || layout.some(needsContent);
	const ending = environmentFiles.slice(Math.max(...[
		"}",
		"*",
		"?"
	].map((end) => environmentFiles.lastIndexOf(end))) + 1);
	for (const { path } of entries) if (formatOf(path) !== void 0 && (all || path.endsWith(ending))) yield path;
}
function* pathsOf(sources) {
	for (const { path } of sources) yield path;
}
/** What a person edits behind a link; the link itself where only its name tells the format. */
function placed$1(path, edited) {
	return edited === void 0 || formatOf(edited) === void 0 ? path : edited;
}
const PROBLEMS = {
	missing: ["discover/unreadable-file", say`this file is listed by Git and is not there`],
	unreadable: ["discover/unreadable-file", say`this file cannot be read: check its permissions`],
	"not-a-file": ["discover/unreadable-file", say`this is no regular file, so it cannot be read`],
	"too-large": ["discover/too-large", say`this file is larger than ${MAX_FILE_BYTES} bytes and is not read`],
	"link-outside": ["discover/outside-link", say`this link leads out of the repository and is not followed`],
	"link-broken": ["discover/broken-link", say`this link leads nowhere`]
};
// src/core/document.ts
/** `kind/name`, the way people write a document and the key under which maps hold it. */
function documentKey(id) {
	return `${id.kind}/${id.name}`;
}
/** The document that a text names, `undefined` where it is not `kind/name`. A name may contain slashes. */
function parseDocumentKey(text) {
	const slash = text.indexOf("/");
	if (slash <= 0 || slash === text.length - 1) return void 0;
	return {
		kind: text.slice(0, slash),
		name: text.slice(slash + 1)
	};
}
// src/stages/discover/definition.ts
const KEYS$1 = [
	"inherits",
	"abstract",
	"protected",
	"labels",
	"variables",
	"without"
];
/** An environment of which only the name is known. */
function bareDefinition(environment, place) {
	return {
		name: environment,
		inherits: [],
		abstract: false,
		labels: {},
		variables: {},
		without: [],
		place
	};
}
/**
* Reads the definition of an environment, from `cairn.yaml` or from its own file. Nothing to read (null, a hole) is an
* environment without properties; each mistake is a finding, and what is right is kept.
*/
function readDefinition(environment, setting, place, report) {
	const bare = bareDefinition(environment, place);
	if (isBlank$2(setting)) return bare;
	const fields = readFields(setting, KEYS$1, report);
	const isProtected = readFlag(fields, "protected", report);
	return {
		...bare,
		inherits: readInherits(fields.get("inherits"), report),
		abstract: readFlag(fields, "abstract", report) === true,
		...isProtected === void 0 ? {} : { protected: isProtected },
		labels: readMapping(fields.get("labels"), report),
		variables: readMapping(fields.get("variables"), report),
		without: readWithout(fields.get("without"), report),
		definedIn: {
			tree: setting.tree,
			node: setting.node
		}
	};
}
function readInherits(setting, report) {
	if (setting === void 0) return [];
	const items = typeof setting.value === "string" ? [setting] : readList(setting, say`a name or a list of names`, report);
	const parents = /* @__PURE__ */ new Map();
	for (const item of items ?? []) {
		const parent = readString(item, say`the name of an environment`, report);
		if (parent === void 0) continue;
		if (parents.has(parent)) badValue(item, say`${name(parent)} is named twice`, report);
		else parents.set(parent, placeOf$1(item));
	}
	return [...parents].map(([parent, place]) => ({
		name: parent,
		place
	}));
}
function readFlag(fields, key, report) {
	const setting = fields.get(key);
	return setting === void 0 ? void 0 : readBoolean(setting, report);
}
function readMapping(setting, report) {
	if (setting === void 0) return {};
	if (isMapping(setting.value)) return setting.value;
	wrongType(setting, say`a mapping`, report);
	return {};
}
function readWithout(setting, report) {
	if (setting === void 0) return [];
	const without = [];
	for (const item of readList(setting, say`a list of documents`, report) ?? []) {
		const document = readString(item, say`a document as kind/name`, report);
		if (document === void 0) continue;
		if (parseDocumentKey(document) === void 0) badValue(item, say`${name(document)} is no document; write its kind and name as kind/name`, report);
		else without.push({
			document,
			place: placeOf$1(item)
		});
	}
	return without;
}
// src/stages/discover/ignore.ts
const MOST_ALTERNATIVES = 64;
/**
* Reads a glob of `ignore`: `*`, `?` and `**` as in a layout, `{a,b}` for either, a slash at the end for all of a
* folder. Names that start with a dot are names like others. All else is literal. Its mistake goes to `wrong`.
*/
function compileGlob(text, wrong) {
	if (text.startsWith("!")) {
		wrong(say`${name(text)} starts with !, but nothing can be taken out of ${IGNORE}; write narrower globs`);
		return [];
	}
	const all = text.endsWith("/") ? `${text}**` : text;
	const problem = pathProblem(all);
	const alternatives = problem === void 0 ? alternativesOf(all) : [];
	const mistake = problem ?? (alternatives === void 0 ? say`${name(text)} has braces that do not pair` : void 0);
	if (mistake !== void 0) wrong(mistake);
	else if (alternatives?.length === 0) wrong(say`${name(text)} stands for more than ${MOST_ALTERNATIVES} globs`);
	return (alternatives ?? []).map(globShape);
}
const IGNORE = say`\`ignore\``;
function globShape(text) {
	const parts = [];
	for (const [piece] of text.matchAll(/\*{2,}|[*?]|[^*?]+/g)) if (piece === "?") parts.push({ is: "one" });
	else pushText(parts, piece);
	return shapeOf$1(parts);
}
/** A glob with every choice of its `{a,b}` written out; `undefined` where braces do not pair, none where too many. */
function alternativesOf(text) {
	const done = [];
	const open = [text];
	for (let glob = open.pop(); glob !== void 0; glob = open.pop()) {
		const pair = /\{([^{}]*)\}/.exec(glob);
		if (pair === null) {
			if (/[{}]/.test(glob)) return void 0;
			done.push(glob);
		} else for (const choice of pair[1].split(",")) open.push(glob.slice(0, pair.index) + choice + glob.slice(pair.index + pair[0].length));
		if (done.length + open.length > MOST_ALTERNATIVES) return [];
	}
	return done;
}
/** Whether one of the globs matches a path. */
function isIgnored(globs, path) {
	for (const glob of globs) if (matchShape(glob, path) !== void 0) return true;
	return false;
}
const words = (list) => new Set(list.trim().split(/\s+/));
/** Cairn's own files, at the root only. */
const OWN_FILES = words("cairn.yaml access.yaml waivers.yaml");
/** Cairn's own folders and those of tools, at the root only. */
const ASIDE_FOLDERS = words("schemas policies migrations .git .github .gitlab .gitea .forgejo .circleci .vscode .idea .devcontainer .husky node_modules");
/** Files about a folder or for a tool, anywhere. */
const ASIDE_FILES = words(`
  .editorconfig .helmignore .dockerignore .npmignore .prettierignore .eslintignore .keep .empty .mailmap .nvmrc .envrc
  .tool-versions .travis.yml .pre-commit-config.yaml .pre-commit-hooks.yaml .yamllint .yamllint.yaml .yamllint.yml
  .prettierrc .prettierrc.json .prettierrc.yaml .prettierrc.yml .markdownlint.json .markdownlint.yaml .markdownlint.yml
  .DS_Store renovate.json .renovaterc.json AUTHORS MAINTAINERS OWNERS NOTICE`);
/** How the names of such files begin, anywhere. */
const ASIDE_PREFIXES = [
	"README",
	"LICENSE",
	"LICENCE",
	"CHANGELOG",
	"CONTRIBUTING",
	"CODEOWNERS",
	"CODE_OF_CONDUCT",
	"SECURITY.",
	"NOTICE.",
	".git"
];
/** What any of those names starts with: most paths are told apart by that. */
const FOLDER_STARTS = startsOf(ASIDE_FOLDERS);
const FILE_STARTS = startsOf([...ASIDE_FILES, ...ASIDE_PREFIXES]);
function startsOf(names) {
	return new Set(Array.from(names, (name) => name.charAt(0)));
}
/**
* How many literal characters of a path are what Cairn ignores without being told; -1 for a path that is not ignored.
* A layout entry that spells out more of the path than that takes the file all the same.
*/
function ignoredByName(path) {
	const fileStart = path.lastIndexOf("/") + 1;
	if (fileStart === 0 && OWN_FILES.has(path)) return path.length;
	if (fileStart > 0 && FOLDER_STARTS.has(path.charAt(0))) {
		const slash = path.indexOf("/");
		if (ASIDE_FOLDERS.has(path.slice(0, slash))) return slash + 1;
	}
	if (!FILE_STARTS.has(path.charAt(fileStart))) return -1;
	const file = path.slice(fileStart);
	if (file === ".sops.yaml") return path.length;
	if (ASIDE_FILES.has(file)) return file.length;
	for (const prefix of ASIDE_PREFIXES) if (file.startsWith(prefix)) return prefix.length;
	return -1;
}
// src/stages/discover/config.ts
const KEYS = [
	"layout",
	"environments",
	"environment-files",
	"presence",
	"ignore",
	"kinds",
	"tags",
	"variables"
];
const DEFAULT_PATHS = ["environments/{environment}/{kind}/{name}.{ext}", "environments/{environment}/{kind}/{name}.sops.{ext}"];
const DEFAULT_ENVIRONMENT_FILES = "environments/{environment}/environment.yaml";
/**
* Reads `cairn.yaml`. Every mistake is a finding at its place and is left out; the rest counts. Without a file, and in
* silence where its whole value is a hole, the defaults of DESIGN §2 are returned.
*/
function readConfig(tree, report) {
	const root = tree === void 0 ? void 0 : rootOf$1(tree);
	const fields = root === void 0 || isBlank$2(root) ? /* @__PURE__ */ new Map() : readFields(root, KEYS, report);
	const presence = fields.get("presence");
	let sound = root === void 0 || !(root.value === HOLE || layoutIsHole(root));
	const watched = (found) => {
		sound &&= found.severity !== "error";
		report(found);
	};
	const environments = readEnvironments(fields.get("environments"), watched);
	const layout = layoutIsHole(root) ? [] : readLayout(fields.get("layout"), environments, watched);
	return {
		given: tree !== void 0,
		layout,
		sound,
		environments,
		environmentFiles: readEnvironmentFiles(fields.get("environment-files"), report),
		presence: (presence && readChoice(presence, ["inherited", "declared"], report)) ?? "inherited",
		ignore: readIgnore(fields.get("ignore"), report),
		kinds: readKinds(fields.get("kinds"), report),
		tags: readTags(fields.get("tags"), report),
		variables: readVariables(fields.get("variables"), report)
	};
}
function readLayout(setting, listed, report) {
	if (setting === void 0) return DEFAULT_PATHS.map(defaultEntry);
	const entries = [];
	const items = readList(setting, say`a list of entries such as {path: …, kind: …}`, report);
	if (items?.length === 0) badValue(setting, say`no entries: nothing would be read; leave \`layout\` out for the default one`, report);
	for (const [index, item] of (items ?? []).entries()) {
		const entry = readLayoutEntry(item, {
			index,
			listed
		}, report);
		if (entry !== void 0) entries.push(entry);
	}
	return entries;
}
/** A layout that could not be parsed is not the default layout: nothing is known of it. */
function layoutIsHole(root) {
	return root !== void 0 && isMapping(root.value) && root.value["layout"] === HOLE;
}
function defaultEntry(path, index) {
	return {
		index,
		path,
		stream: false,
		place: inFile(CONFIG_FILE)
	};
}
/** A list of names, or a mapping from names to definitions. */
function readEnvironments(setting, report) {
	if (setting === void 0) return [];
	const definitions = /* @__PURE__ */ new Map();
	if (isList(setting.value)) {
		for (const item of readList(setting, say`a list`, report) ?? []) {
			const environment = readString(item, say`the name of an environment`, report);
			if (environment === void 0) continue;
			if (definitions.has(environment)) badValue(item, say`${name(environment)} is listed twice`, report);
			else if (hasGoodName(environment, placeOf$1(item), report)) definitions.set(environment, bareDefinition(environment, placeOf$1(item)));
		}
		return [...definitions.values()];
	}
	if (!isMapping(setting.value)) wrongType(setting, say`a list of names, or a mapping from names to definitions`, report);
	for (const [environment, field] of fieldsOf(setting)) {
		if (!hasGoodName(environment, keyOf$2(field), report)) continue;
		definitions.set(environment, readDefinition(environment, field, keyOf$2(field), report));
	}
	return [...definitions.values()];
}
function hasGoodName(environment, place, report) {
	const problem = nameProblem(environment, "environment");
	if (problem !== void 0) report(finding("config/bad-value", place, problem));
	return problem === void 0;
}
function readEnvironmentFiles(setting, report) {
	const text = setting && readString(setting, say`a path pattern`, report);
	if (setting === void 0 || text === void 0) return DEFAULT_ENVIRONMENT_FILES;
	const pattern = compilePattern(text, (problem) => {
		badValue(setting, problem, report);
	});
	if (pattern === void 0) return DEFAULT_ENVIRONMENT_FILES;
	if (pattern.captures.has("environment") && !pattern.captures.has("kind") && !pattern.captures.has("name")) return text;
	badValue(setting, say`a pattern of environment files has {environment}, and neither {kind} nor {name}`, report);
	return DEFAULT_ENVIRONMENT_FILES;
}
function readIgnore(setting, report) {
	const globs = [];
	if (setting === void 0) return globs;
	for (const item of readList(setting, say`a list of globs`, report) ?? []) {
		const glob = readString(item, say`a glob`, report);
		if (glob === void 0) continue;
		if (compileGlob(glob, (problem) => {
			badValue(item, problem, report);
		}).length > 0) globs.push(glob);
	}
	return globs;
}
function readKinds(setting, report) {
	const kinds = /* @__PURE__ */ new Map();
	if (setting === void 0) return kinds;
	if (!isMapping(setting.value)) wrongType(setting, say`a mapping from kinds to {schema, version}`, report);
	for (const [kind, field] of fieldsOf(setting)) {
		const place = keyOf$2(field);
		const problem = kindProblem(kind);
		if (problem === void 0) kinds.set(kind, readKind(kind, field, place, report));
		else report(finding("config/bad-value", place, problem));
	}
	return kinds;
}
function readKind(kind, setting, place, report) {
	if (isBlank$2(setting)) return {
		name: kind,
		place
	};
	const fields = readFields(setting, ["schema", "version"], report);
	const file = fields.get("schema");
	const schema = file && readString(file, say`the path of a schema`, report);
	const problem = schema === void 0 ? void 0 : pathProblem(schema);
	if (file !== void 0 && problem !== void 0) badValue(file, problem, report);
	const number = fields.get("version");
	const version = number && readVersion(number, report);
	return {
		name: kind,
		...schema === void 0 || problem !== void 0 ? {} : { schema },
		...version === void 0 ? {} : { version },
		place
	};
}
function readVersion(setting, report) {
	const { value } = setting;
	if (typeof value !== "number") {
		wrongType(setting, say`a version, a whole number from 1`, report);
		return;
	}
	if (Number.isInteger(value) && value >= 1) return value;
	badValue(setting, say`${value} is no version: versions are whole numbers from 1`, report);
}
/** Tags that say how layers are merged; they have their meaning and cannot be given another. */
const MERGE_TAGS = [
	"!append",
	"!prepend",
	"!replace",
	"!merge"
];
function readTags(setting, report) {
	const tags = /* @__PURE__ */ new Map();
	if (setting === void 0) return tags;
	if (!isMapping(setting.value)) wrongType(setting, say`a mapping from tags to string or keep`, report);
	for (const [tag, field] of fieldsOf(setting)) {
		if (field.value === null && !tag.startsWith("!")) continue;
		if (!tag.startsWith("!") || tag.startsWith("!!") || tag === "!") report(finding("config/bad-value", keyOf$2(field), say`${name(tag)} is no tag of your own: they start with one !`));
		else if (MERGE_TAGS.includes(tag)) report(finding("config/bad-value", keyOf$2(field), say`${name(tag)} says how layers are merged; it cannot mean anything else`));
		else if (field.value !== HOLE) {
			const meaning = readChoice(field, ["string", "keep"], report);
			if (meaning !== void 0) tags.set(tag, meaning);
		}
	}
	return tags;
}
function readVariables(setting, report) {
	const variables = [];
	if (setting === void 0) return variables;
	if (!isMapping(setting.value)) wrongType(setting, say`a mapping from process variables to kind/name#/pointer`, report);
	const targets = /* @__PURE__ */ new Map();
	for (const [variable, field] of fieldsOf(setting)) {
		if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(variable)) {
			report(finding("config/bad-value", keyOf$2(field), say`${name(variable)} is no name of a process variable`));
			continue;
		}
		const target = field.value === HOLE ? void 0 : readVariable(variable, field, report);
		if (target === void 0) continue;
		const key = JSON.stringify([documentKey(target), ...target.tokens]);
		const earlier = targets.get(key);
		if (earlier !== void 0) badValue(field, say`${list([name(earlier.variable), name(variable)])} would set the same value`, report);
		else {
			targets.set(key, target);
			variables.push(target);
		}
	}
	return variables;
}
function readVariable(variable, setting, report) {
	const text = readString(setting, say`a place as kind/name#/pointer`, report);
	if (text === void 0) return void 0;
	const hash = text.indexOf("#");
	const document = parseDocumentKey(hash < 0 ? text : text.slice(0, hash));
	const tokens = hash < 0 ? void 0 : tokensOf(text.slice(hash + 1));
	if (document === void 0 || tokens === void 0 || tokens.length === 0) {
		badValue(setting, say`${name(text)} names no value; write it as kind/name#/pointer`, report);
		return;
	}
	return {
		variable,
		kind: document.kind,
		name: document.name,
		tokens,
		place: placeOf$1(setting)
	};
}
// src/stages/discover/claims.ts
/** Notes that two patterns with as many literal characters want one file. */
function addRivalry({ rivalries, fruitful }, path, { winner, loser }) {
	const key = `${winner.pattern.text}\u0000${loser.pattern.text}`;
	const known = rivalries.get(key);
	if (known === void 0) rivalries.set(key, {
		path,
		winner,
		loser,
		files: 1
	});
	else known.files++;
	for (const entry of loser.entries) fruitful.add(entry);
}
/**
* Reports what is wrong with the layout itself, as the files show it: rival patterns, entries that read nothing. Of the
* latter nothing is said where the layout has a mistake: that may be why.
*/
function reportClaims(claims, config, report) {
	for (const rivalry of claims.rivalries.values()) reportRivalry(rivalry, report);
	if (!config.sound) return;
	if (claims.taken.size === 0) {
		if (config.layout.length > 0) reportNothing(config, report);
		return;
	}
	for (const entry of config.layout) if (entry.place.in === "span" && !claims.fruitful.has(entry)) {
		const message = claims.taken.has(entry) ? say`this entry finds nothing in the files that it takes; look at its pointers` : say`this entry takes no file`;
		report(finding("discover/unused-entry", entry.place, message));
	}
}
function reportRivalry({ path, winner, loser, files }, report) {
	const patterns = list([name(loser.pattern.text), name(winner.pattern.text)]);
	const message = say`${files === 1 ? say`this file fits` : say`this file and ${files - 1} more fit`} ${patterns}, which have equally many literal characters; the later entry is used`;
	const related = [winner, loser].map(({ pattern, entries }) => ({
		message: say`the entry of ${name(pattern.text)}`,
		place: entries[0].place
	}));
	report(finding("discover/ambiguous-pattern", inFile(path), message, { related }));
}
function reportNothing({ given, layout }, report) {
	const patterns = list([...new Set(layout.map(({ path }) => path))].slice(0, 3).map(name), "or");
	const message = given ? say`there is nothing to check: no file fits ${patterns}` : say`there is nothing to check: no file fits ${patterns}; \`cairn init\` proposes a layout for what is there`;
	report(finding("discover/nothing-to-check", inFile(CONFIG_FILE), message));
}
// src/stages/discover/documents.ts
function createDocuments() {
	const kinds = /* @__PURE__ */ new Map();
	const shared = /* @__PURE__ */ new Map();
	const places = /* @__PURE__ */ new Map();
	const files = [];
	const note = (source) => {
		if (files.at(-1) !== source.path) files.push(source.path);
	};
	return {
		add: (kind, document, source, place) => {
			note(source);
			if (place !== void 0) places.set(source, place);
			let documents = kinds.get(kind);
			if (documents === void 0) kinds.set(kind, documents = /* @__PURE__ */ new Map());
			const sources = documents.get(document);
			if (sources === void 0) documents.set(document, [source]);
			else sources.push(source);
		},
		addShared: (kind, source) => {
			note(source);
			const sources = shared.get(kind);
			if (sources === void 0) shared.set(kind, [source]);
			else sources.push(source);
		},
		finish: (report) => ({
			documents: sortedDocuments(kinds, places, report),
			shared: new Map([...shared].map(([kind, sources]) => [kind, withoutDuplicates(sources, `${kind}/*`, places, report)])),
			files
		})
	};
}
function sortedDocuments(kinds, places, report) {
	const sorted = /* @__PURE__ */ new Map();
	for (const kind of [...kinds.keys()].sort()) {
		const documents = kinds.get(kind);
		for (const document of [...documents.keys()].sort()) {
			const id = {
				kind,
				name: document
			};
			const key = documentKey(id);
			const sources = withoutDuplicates(documents.get(document), key, places, report);
			sorted.set(key, {
				id,
				sources
			});
		}
	}
	return sorted;
}
/**
* Sorts layers by environment, entry and file, and reports those of which there may be only one: two files for the same
* document, environment and entry, or two layers of a file that name it. The first stays. The documents of one stream
* are layers above one another only where the path names the document.
*/
function withoutDuplicates(sources, document, places, report) {
	if (sources.length < 2) return sources;
	if (!isSorted(sources)) sources.sort(byEnvironmentAndEntry);
	const kept = [];
	for (const source of sources) {
		const before = kept.at(-1);
		const mayStack = before?.path === source.path && before.document !== source.document && !places.has(source);
		if (before === void 0 || mayStack || !isSameSlot(before, source)) {
			kept.push(source);
			continue;
		}
		const place = (layer) => places.get(layer)?.() ?? inFile(layer.path);
		const message = say`another layer of ${name(document)} for the same environment and layout entry; it is not used`;
		const related = [{
			message: say`the layer that is used`,
			place: place(before)
		}];
		report(finding("discover/duplicate-layer", place(source), message, { related }));
	}
	return kept;
}
function isSameSlot(before, source) {
	return before.environment === source.environment && before.entry === source.entry;
}
function isSorted(sources) {
	for (let i = 1; i < sources.length; i++) if (byEnvironmentAndEntry(sources[i - 1], sources[i]) > 0) return false;
	return true;
}
/** Stable: within an entry, layers stay in the order of files, documents of a stream, and text. */
function byEnvironmentAndEntry(a, b) {
	if (a.environment === b.environment) return a.entry.index - b.entry.index;
	if (a.environment === null) return -1;
	if (b.environment === null) return 1;
	return a.environment < b.environment ? -1 : 1;
}
// src/stages/discover/similar.ts
/** Above this many names nobody has typed them all, and comparing each with each would take long. */
const MOST_NAMES = 1e3;
/** Shorter words differ by a letter and mean it: `east` and `west`, `prod-eu` and `prod-us`, `cell-a` and `cell-b`. */
const SHORTEST_WORD = 5;
/**
* Pairs of names of which one is probably the other with a slip: one letter too many, too few or wrong, or two
* neighbours swapped, within a word of at least five letters, whatever their case. Digits never count as slips
* (`us-east-1`, `prod2`). Names that differ in case only are a pair however short they are.
*/
function similarPairs(names) {
	const pairs = [];
	/** The first name that is spelled so, by its spelling in lower case. */
	const spelled = /* @__PURE__ */ new Map();
	for (const name of names) {
		const first = spelled.get(name.toLowerCase());
		if (first === void 0) spelled.set(name.toLowerCase(), name);
		else pairs.push([first, name]);
	}
	if (names.length > MOST_NAMES) return pairs;
	const different = [...spelled];
	for (const [i, [a, nameOfA]] of different.entries()) for (let j = i + 1; j < different.length; j++) {
		const [b, nameOfB] = different[j];
		if (Math.abs(a.length - b.length) < 2 && isSlip(a, b)) pairs.push([nameOfA, nameOfB]);
	}
	return pairs;
}
const LETTERS = /^\p{L}+$/u;
function isSlip(a, b) {
	const shorter = Math.min(a.length, b.length);
	let start = 0;
	while (start < shorter && a[start] === b[start]) start++;
	let end = 0;
	while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end++;
	const inA = a.slice(start, a.length - end);
	const inB = b.slice(start, b.length - end);
	if (!(inA.length === 2 && inA[0] === inB[1] && inA[1] === inB[0]) && (inA.length > 1 || inB.length > 1)) return false;
	if (!LETTERS.test(inA + inB)) return false;
	return wordLength(a, start) >= SHORTEST_WORD && wordLength(b, start) >= SHORTEST_WORD;
}
/** Letters of the word around a position. */
function wordLength(text, at) {
	let start = at;
	while (start > 0 && isLetter(text.charAt(start - 1))) start--;
	let end = at;
	while (end < text.length && isLetter(text.charAt(end))) end++;
	return end - start;
}
function isLetter(char) {
	return LETTERS.test(char);
}
// src/stages/discover/environments.ts
/** The one environment of a repository that names none. */
const DEFAULT_ENVIRONMENT = "default";
/** Most places that a folded finding lists beside its own. */
const MOST_RELATED = 3;
/** Gathers the environments that files speak of, and knows which of them there are. */
var EnvironmentRegister = class {
	#listed;
	/** Whether the list was read without a mistake, so that what it lacks is not there. */
	#sound;
	#seen = /* @__PURE__ */ new Map();
	#fromFiles = /* @__PURE__ */ new Map();
	constructor(config) {
		this.#listed = new Map(config.environments.map((definition) => [definition.name, definition]));
		this.#sound = config.sound;
	}
	/**
	* Notes that a layer belongs to an environment. False where `cairn.yaml` lists environments and this is none of
	* them: the layer is left out, and `settle` reports it.
	*
	* @param place where the name stands, or the path that holds it
	*/
	see(environment, place) {
		if (this.#listed.has(environment)) return true;
		let sightings = this.#seen.get(environment);
		if (sightings === void 0) this.#seen.set(environment, sightings = {
			count: 0,
			places: []
		});
		sightings.count++;
		if (sightings.places.length <= MOST_RELATED) sightings.places.push(place);
		return this.#listed.size === 0;
	}
	/** Whether there may be such an environment: `cairn.yaml` lists it, or lists none. */
	isListed(environment) {
		return this.#listed.size === 0 || this.#listed.has(environment);
	}
	/** Reads an environment file. */
	define(environment, path, tree, report) {
		const place = inFile(path);
		if (!this.see(environment, path)) return;
		const definition = tree === void 0 ? bareDefinition(environment, place) : readDefinition(environment, rootOf$1(tree), place, report);
		const listed = this.#listed.get(environment);
		const earlier = this.#fromFiles.get(environment) ?? (listed?.definedIn && listed);
		if (earlier === void 0) {
			this.#fromFiles.set(environment, definition);
			return;
		}
		report(finding("discover/duplicate-environment", place, say`environment ${name(environment)} is defined twice; this definition is not used`, { related: [{
			message: say`the definition that is used`,
			place: earlier.place
		}] }));
	}
	/** All environments by name, and what is wrong with the names that were seen. */
	settle(report) {
		const definitions = new Map(this.#listed);
		for (const [environment, definition] of this.#fromFiles) definitions.set(environment, definition);
		if (this.#listed.size > 0) {
			if (this.#sound) for (const [environment, sightings] of this.#seen) this.#unknown(environment, sightings, report);
		} else {
			for (const [environment, sightings] of this.#seen) if (!definitions.has(environment)) definitions.set(environment, bareDefinition(environment, first$1(sightings)));
			this.#similar(report);
		}
		if (definitions.size === 0) definitions.set(DEFAULT_ENVIRONMENT, bareDefinition(DEFAULT_ENVIRONMENT, inEnvironment(DEFAULT_ENVIRONMENT)));
		return [...definitions.values()].sort((a, b) => a.name < b.name ? -1 : 1);
	}
	#unknown(environment, sightings, report) {
		const { count, places } = sightings;
		const near = didYouMean(environment, this.#listed.keys());
		const more = count > 1 ? say`; ${count} layers are left out` : say`; the layer is left out`;
		const message = say`environment ${name(environment)} is not listed in cairn.yaml${near}${more}`;
		const related = places.slice(1).map((place) => ({
			message: say`also here`,
			place: placed(place)
		}));
		report(finding("discover/unknown-environment", first$1(sightings), message, { related }));
	}
	/** Names of which one is probably the other, mistyped: those that no environment file vouches for. */
	#similar(report) {
		for (const [a, b] of similarPairs([...this.#seen.keys()].sort())) {
			if (this.#fromFiles.has(a) && this.#fromFiles.has(b)) continue;
			const [rare, usual] = this.#vouched(b) < this.#vouched(a) ? [b, a] : [a, b];
			const common = this.#seen.get(usual);
			const next = say`rename it, or list \`environments\` in cairn.yaml`;
			const message = say`environment ${name(rare)} is nearly ${name(usual)}; ${next}`;
			const times = common.count === 1 ? say`here` : say`${common.count} times, first here`;
			const related = [{
				message: say`${name(usual)} is named ${times}`,
				place: first$1(common)
			}];
			report(finding("discover/similar-environment", first$1(this.#seen.get(rare)), message, { related }));
		}
	}
	/** How sure it is that a name is meant: a file that defines it outweighs any number of layers. */
	#vouched(environment) {
		return this.#fromFiles.has(environment) ? Infinity : this.#seen.get(environment)?.count ?? 0;
	}
};
function first$1({ places }) {
	return placed(places[0]);
}
function placed(place) {
	return typeof place === "string" ? inFile(place) : place();
}
// src/stages/discover/layout.ts
function createLayout(config) {
	const groups = groupsOf(config.layout);
	const environmentFiles = compilePattern(config.environmentFiles, () => {});
	const roots = groups.map(({ pattern }) => pattern.root);
	if (environmentFiles !== void 0) roots.push(environmentFiles.root);
	return {
		groups,
		environmentFiles,
		ignore: config.ignore.flatMap((glob) => compileGlob(glob, () => {})),
		roots: roots.filter((root, i) => !roots.some((other, j) => root.startsWith(other) && (other !== root || j < i)))
	};
}
function groupsOf(entries) {
	const groups = /* @__PURE__ */ new Map();
	for (const entry of entries) {
		const group = groups.get(entry.path);
		if (group !== void 0) {
			group.entries.push(entry);
			continue;
		}
		const pattern = compilePattern(entry.path, () => {});
		if (pattern !== void 0) groups.set(entry.path, {
			pattern,
			entries: [entry]
		});
	}
	return [...groups.values()].reverse().sort((a, b) => b.pattern.literals - a.pattern.literals);
}
const IGNORED = { is: "ignored" };
const UNUSED = { is: "unused" };
const OUTSIDE = { is: "outside" };
/**
* What a path is for. `ignore` beats everything; then environment files; then the pattern with most literal characters,
* unless what Cairn ignores by itself spells out more of the path.
*/
function useOf(layout, path) {
	if (!isUnderRoot(layout, path)) return OUTSIDE;
	if (isIgnored(layout.ignore, path)) return IGNORED;
	const environment = layout.environmentFiles && matchShape(layout.environmentFiles.shape, path)?.environment;
	if (environment !== void 0) return {
		is: "environment",
		environment
	};
	const { groups } = layout;
	for (let i = 0; i < groups.length; i++) {
		const group = groups[i];
		const captures = matchShape(group.pattern.shape, path);
		if (captures === void 0 || !group.pattern.endsInFormat && formatOf(path) === void 0) continue;
		if (ignoredByName(path) >= group.pattern.literals) return IGNORED;
		const rival = rivalOf(groups, i, path);
		return rival === void 0 ? {
			is: "layer",
			group,
			captures
		} : {
			is: "layer",
			group,
			captures,
			rival
		};
	}
	return ignoredByName(path) < 0 ? UNUSED : IGNORED;
}
/** Another pattern that matches the path too, with as many literal characters as the one that takes it. */
function rivalOf(groups, taken, path) {
	const { literals } = groups[taken].pattern;
	for (let i = taken + 1; groups[i]?.pattern.literals === literals; i++) {
		const rival = groups[i];
		if (matchShape(rival.pattern.shape, path) !== void 0) return rival;
	}
}
function isUnderRoot({ roots }, path) {
	for (const root of roots) if (path.startsWith(root)) return true;
	return false;
}
/** Whether files that the layout would account for may lie in a folder that cannot be looked into. */
function mayHoldLayers({ roots, ignore }, path) {
	const folder = `${path}/`;
	if (isIgnored(ignore, path) || isIgnored(ignore, folder) || ignoredByName(folder) >= 0) return false;
	return roots.some((root) => folder.startsWith(root) || root.startsWith(folder));
}
// src/stages/discover/shared.ts
/**
* Looks after layers of every document (`name: '*'`) of kinds that have no document. Nobody else will read them, so
* they are parsed here for what is wrong in them. Their entries are reported, unless it is known why there is no
* document.
*/
function checkLonely({ config, claims, found, parse }, report) {
	if (found.shared.size === 0) return;
	const kinds = new Set(Array.from(found.documents.values(), ({ id }) => id.kind));
	for (const [kind, sources] of found.shared) {
		if (kinds.has(kind)) continue;
		const read = /* @__PURE__ */ new Set();
		for (const { path, entry, trees } of sources) {
			if (trees === void 0 && !read.has(path)) parse(path, entry);
			read.add(path);
		}
		if (config.sound && !isExplained(kind, config, claims)) reportLonely(kind, sources, report);
	}
}
/** Whether an entry that could make documents of the kind has a finding of its own: it takes or finds nothing. */
function isExplained(kind, { layout }, { fruitful }) {
	return layout.some((entry) => {
		if (isShared(entry)) return false;
		return entry.kind === kind || entry.kind === void 0 && !fruitful.has(entry);
	});
}
function isShared({ name: naming }) {
	return naming !== void 0 && "fixed" in naming && naming.fixed === "*";
}
function reportLonely(kind, sources, report) {
	const paths = /* @__PURE__ */ new Map();
	for (const { entry, path } of sources) if (!paths.has(entry)) paths.set(entry, path);
	for (const [entry, path] of paths) {
		const message = say`this entry has layers of every document of the kind ${name(kind)}, and there is no document of it`;
		const related = [{
			message: say`such a layer`,
			place: inFile(path)
		}];
		report(finding("discover/unused-entry", entry.place, message, { related }));
	}
}
// src/stages/discover/unused.ts
const MOST_NAMED$1 = 3;
/**
* Reports the files under the layout's roots that nothing uses: one finding for each topmost folder in which no file is
* used, and one for the rest of a folder in which some are. It is told at the first of the files.
*
* @param used the files that are used
* @param roots the folders to account for, each with its slash; the empty one is the whole repository
*/
function reportUnused(unused, { used, roots }, report) {
	if (unused.length === 0) return;
	const usedFolders = foldersOf(used);
	const groups = /* @__PURE__ */ new Map();
	for (const path of unused) {
		const folder = foldAt(path, usedFolders, roots);
		const group = groups.get(folder);
		if (group === void 0) groups.set(folder, [path]);
		else group.push(path);
	}
	for (const [folder, paths] of groups) {
		const severity = paths.some((path) => formatOf(path) !== void 0) ? "warning" : "note";
		report(finding("discover/unused-file", inFile(paths[0]), describe(folder, paths), { severity }));
	}
}
function describe(folder, paths) {
	const next = say`add what is configuration to \`layout\` and the rest to \`ignore\` in cairn.yaml`;
	if (paths.length === 1) return say`this file is used by no layout entry; ${next}`;
	const named = paths.slice(0, MOST_NAMED$1).map((path) => say`${name(path.slice(folder.length))}`);
	const rest = paths.length - named.length;
	const names = list(rest > 0 ? [...named, say`${rest} more`] : named);
	const where = folder === "" ? say`in the repository's root folder` : say`in ${name(folder)}`;
	return say`${paths.length} files ${where} are used by no layout entry: ${names}; ${next}`;
}
/** Every folder, with its slash, that holds one of the files at any depth. */
function foldersOf(files) {
	const folders = /* @__PURE__ */ new Set();
	for (const file of files) for (let slash = file.lastIndexOf("/"); slash >= 0; slash = file.lastIndexOf("/", slash - 1)) {
		const folder = file.slice(0, slash + 1);
		if (folders.has(folder)) break;
		folders.add(folder);
		if (slash === 0) break;
	}
	return folders;
}
/** The topmost folder above a file, at or below a root, in which nothing is used; the file's own where all are. */
function foldAt(path, usedFolders, roots) {
	const root = roots.find((folder) => path.startsWith(folder)) ?? "";
	if (root !== "" && !usedFolders.has(root)) return root;
	for (let slash = path.indexOf("/", root.length); slash >= 0; slash = path.indexOf("/", slash + 1)) {
		const folder = path.slice(0, slash + 1);
		if (!usedFolders.has(folder)) return folder;
	}
	return path.slice(0, path.lastIndexOf("/") + 1);
}
// src/stages/discover/discover.ts
/**
* Finds out which files are layers of which documents, and which environments there are (DESIGN §2). Every file under
* the layout's roots is used, ignored by name, or reported. Files are read only where the layout looks into them.
*/
function discover(input, report) {
	const survey = {
		input,
		layout: createLayout(input.config),
		documents: createDocuments(),
		environments: new EnvironmentRegister(input.config),
		used: [],
		unused: [],
		claims: {
			rivalries: /* @__PURE__ */ new Map(),
			taken: /* @__PURE__ */ new Set(),
			fruitful: /* @__PURE__ */ new Set()
		},
		report
	};
	for (const entry of input.entries) sortFile(survey, entry);
	if (input.config.sound) reportUnused(survey.unused, {
		used: survey.used,
		roots: survey.layout.roots
	}, report);
	reportClaims(survey.claims, input.config, report);
	const environments = survey.environments.settle(report);
	const { documents, shared, files } = survey.documents.finish(report);
	checkLonely({
		...input,
		claims: survey.claims,
		found: {
			documents,
			shared
		}
	}, report);
	if (input.config.sound) reportUnknownTargets(input.config, documents, report);
	return {
		documents,
		shared,
		environments,
		files
	};
}
function sortFile(survey, entry) {
	const { layout, report } = survey;
	const { path } = entry;
	const use = useOf(layout, path);
	if (entry.type !== "file" && hidesFiles(entry, use)) {
		if (mayHoldLayers(layout, path)) reportHidden(entry, report);
	} else if (use.is === "outside" || use.is === "ignored") return;
	else if (UNDECODED.test(path)) report(finding("discover/bad-name", inFile(path), say`the path of this file is not UTF-8, so it cannot be read; rename it`));
	else if (use.is === "unused") survey.unused.push(path);
	else if (use.is === "environment") {
		survey.used.push(path);
		takeEnvironmentFile(survey, path, use.environment);
	} else {
		survey.used.push(path);
		if (use.rival !== void 0) addRivalry(survey.claims, path, {
			winner: use.group,
			loser: use.rival
		});
		for (const layoutEntry of use.group.entries) takeFile(survey, path, layoutEntry, use.captures);
	}
}
/** Submodules, and links that may lead to folders: what is behind them is not among the entries. */
function hidesFiles({ path, type }, use) {
	if (type === "submodule") return true;
	return (use.is === "unused" || use.is === "outside") && formatOf(path) === void 0;
}
function reportHidden({ path, type }, report) {
	if (type === "submodule") {
		const message = say`this is a submodule: its files are in another repository and are not read`;
		report(finding("discover/submodule", inFile(path), message));
	} else {
		const message = say`this symbolic link is used by no layout entry; links to folders are not followed`;
		report(finding("discover/unused-file", inFile(path), message));
	}
}
/** What Git's bytes become where they are not UTF-8. */
const UNDECODED = /\ufffd|[\udc80-\udcff](?<![\ud800-\udbff][\udc80-\udcff])/;
function takeEnvironmentFile({ input, environments, report }, path, environment) {
	const problem = nameProblem(environment, "environment");
	if (problem !== void 0) report(finding("discover/bad-name", inFile(path), problem));
	else environments.define(environment, path, input.parse(path, { stream: false })[0], report);
}
const WHOLE_FILE = { at: [] };
/** Makes the layers that one entry sees in a file. */
function takeFile(survey, path, entry, captures) {
	const { claims, input } = survey;
	claims.taken.add(entry);
	if (!needsContent(entry)) {
		claims.fruitful.add(entry);
		takeLayer(survey, {
			path,
			entry,
			captures,
			layer: WHOLE_FILE
		});
		return;
	}
	const report = (found) => {
		claims.fruitful.add(entry);
		survey.report(found);
	};
	const trees = input.parse(path, entry);
	const { layers, hadHole } = contentLayers(entry, trees, report);
	if (layers.length > 0 || hadHole) claims.fruitful.add(entry);
	for (const layer of layers) takeLayer(survey, {
		path,
		entry,
		captures,
		trees,
		layer
	});
}
function takeLayer({ documents, environments, report }, found) {
	const { path, entry, captures, layer } = found;
	const kind = entry.kind ?? captures.kind ?? "";
	const fixed = entry.name !== void 0 && "fixed" in entry.name ? entry.name.fixed : void 0;
	const document = layer.name?.text ?? fixed ?? captures.name ?? "";
	const environment = environmentOf(found);
	if (!isGoodName(kind, "kind", path, report)) return;
	if (!isGoodName(document, "document", layer.name?.place ?? path, report)) return;
	if (environment !== null) {
		const place = layer.environment?.place ?? path;
		if (!isGoodName(environment, "environment", place, report)) return;
		const isOwn = entry.environment !== void 0 && "fixed" in entry.environment;
		if (isOwn && !environments.isListed(environment)) return;
		if (!environments.see(environment, isOwn ? () => entry.place : place)) return;
	}
	const source = sourceOf(found, environment);
	if (fixed === "*") documents.addShared(kind, source);
	else documents.add(kind, document, source, layer.name?.place);
}
function environmentOf({ entry, captures, layer }) {
	if (layer.environment !== void 0) return layer.environment?.text ?? null;
	if (entry.environment !== void 0 && "fixed" in entry.environment) return entry.environment.fixed;
	return captures.environment ?? null;
}
function sourceOf({ path, entry, trees, layer }, environment) {
	const source = {
		path,
		entry,
		environment,
		at: layer.at
	};
	if (trees === void 0) return source;
	return layer.document === void 0 ? {
		...source,
		trees
	} : {
		...source,
		document: layer.document,
		trees
	};
}
/** @param place where the name stands, or the path that holds it */
function isGoodName(text, of, place, report) {
	const problem = nameProblem(text, of);
	if (problem === void 0) return true;
	report(finding("discover/bad-name", typeof place === "string" ? inFile(place) : place(), problem));
	return false;
}
/** Run variables that are meant for a document that there is not. */
function reportUnknownTargets({ variables }, documents, report) {
	for (const { kind, name: document, place } of variables) {
		const key = documentKey({
			kind,
			name: document
		});
		if (documents.has(key)) continue;
		report(finding("discover/unknown-document", place, say`there is no document ${name(key)}${didYouMean(key, documents.keys())}`));
	}
}
// src/stages/inherit/labels.ts
/** What an environment has of which no definition in its lineage has said anything. */
const NOTHING = {};
/**
* An environment's labels or variables over its lineage, merged like the layers of a document (RFC 7396): the first
* definition that says anything is taken as it is, its nulls are values; a null in a later one removes.
*
* @param lineage highest precedence first
*/
function mergeProperties(lineage, definitions, field) {
	let merged = NOTHING;
	for (let i = lineage.length - 1; i >= 0; i--) merged = addProperties(merged, definitions.get(lineage[i])[field]);
	return merged;
}
/**
* One more definition on top. Shares what does not change; mutates nothing.
*
* @param below what `mergeProperties` or this function has returned
*/
function addProperties(below, above) {
	if (Object.keys(above).length === 0) return below;
	return below === NOTHING ? above : patched(below, above);
}
function patched(below, above) {
	const merged = {};
	for (const key of Object.keys(below)) if (own(above, key) !== null) put(merged, key, own(below, key));
	for (const key of Object.keys(above)) {
		const value = own(above, key);
		if (value === null) continue;
		const under = own(below, key);
		put(merged, key, isMapping(value) ? patched(isMapping(under) ? under : {}, value) : value);
	}
	return merged;
}
/**
* Where a label or variable of an environment comes from: the value's place in the highest definition of its lineage
* that says something there. `undefined` where the environment has no such value.
*/
function placeOfLabel(environment, environments, field, tokens) {
	if (valueAt(environment[field], tokens) === void 0) return void 0;
	for (const ancestor of environment.lineage) {
		const definition = environments.get(ancestor)?.definition;
		if (definition?.definedIn === void 0 || valueAt(definition[field], tokens) === void 0) continue;
		const { tree, node } = definition.definedIn;
		const at = findNode(tree, [field, ...tokens], node);
		if (at >= 0) return valuePlace(tree, at);
	}
}
// src/stages/inherit/linearize.ts
/**
* C3's merge: one list with every name once, in which the parents' lineages and the parents themselves keep their order
* (Barrett et al., "A Monotonic Superclass Linearization for Dylan", 1996). Earlier lineages win where the order is
* free. Where none keeps everything, the lineages are joined one after the other and each name stays at its last place,
* so that what is shared lies lowest.
*
* @param lineages of the parents, highest precedence first, each with its parent at its head
*/
function mergeLineages(lineages) {
	const lists = [...lineages, lineages.map((lineage) => lineage[0])];
	const order = [];
	const heads = lists.map(() => 0);
	/** In how many lists a name stands behind the head. */
	const behind = /* @__PURE__ */ new Map();
	for (const list of lists) for (let i = 1; i < list.length; i++) count(behind, list[i], 1);
	for (;;) {
		const next = goodHead(lists, heads, behind);
		if (next === void 0) break;
		order.push(next);
		for (const [i, list] of lists.entries()) {
			const head = heads[i];
			if (list[head] !== next) continue;
			heads[i] = head + 1;
			if (head + 1 < list.length) count(behind, list[head + 1], -1);
		}
	}
	return lists.every((list, i) => heads[i] === list.length) ? { order } : {
		order: joined(lineages),
		conflict: conflictOf(lists, heads)
	};
}
function count(counts, name, by) {
	counts.set(name, (counts.get(name) ?? 0) + by);
}
/** The first head that stands behind no other. */
function goodHead(lists, heads, behind) {
	for (const [i, list] of lists.entries()) {
		const name = list[heads[i]];
		if (name !== void 0 && (behind.get(name) ?? 0) === 0) return name;
	}
}
function joined(lists) {
	const names = /* @__PURE__ */ new Set();
	for (const name of lists.flat().reverse()) names.add(name);
	return [...names].reverse();
}
/** Follows what each head has to wait for until it comes round. */
function conflictOf(lists, heads) {
	const rests = lists.map((list, i) => list.slice(heads[i])).filter((list) => list.length > 0);
	const waits = [];
	let name = rests[0]?.[0];
	while (!waits.includes(name)) {
		waits.push(name);
		name = rests.find((list) => list.indexOf(name) > 0)?.[0];
	}
	return waits.slice(waits.indexOf(name)).reverse();
}
// src/stages/inherit/parents.ts
const MOST_SHOWN = 6;
/** Resolves `inherits`. Unknown names, and in each cycle the edge that closes it, are findings and are left out. */
function resolveParents(definitions, report) {
	const known = /* @__PURE__ */ new Map();
	for (const [child, definition] of definitions) known.set(child, knownParents(definition, definitions, report));
	const walk = {
		known,
		parents: /* @__PURE__ */ new Map(),
		order: [],
		circular: /* @__PURE__ */ new Set(),
		report
	};
	for (const start of definitions.keys()) walkUp(start, walk);
	return walk;
}
function knownParents({ name: child, inherits }, definitions, report) {
	const parents = /* @__PURE__ */ new Map();
	for (const parent of inherits) {
		if (definitions.has(parent.name)) {
			if (!parents.has(parent.name)) parents.set(parent.name, parent);
			continue;
		}
		const hint = didYouMean(parent.name, [...definitions.keys()].filter((other) => other !== child));
		const message = say`there is no environment ${name(parent.name)} to inherit from${hint}`;
		report(finding("inherit/unknown-environment", parent.place, message, { environment: child }));
	}
	return [...parents.values()];
}
/** Visits an environment and all above it that have not been visited, parents first. A stack: chains may be long. */
function walkUp(start, { known, parents, order, circular, report }) {
	if (parents.has(start)) return;
	const way = [];
	/** Environments on the way, by their position in it. */
	const open = /* @__PURE__ */ new Map();
	const enter = (environment) => {
		open.set(environment, way.length);
		way.push({
			environment,
			next: 0
		});
		parents.set(environment, []);
	};
	enter(start);
	for (let step = way.at(-1); step !== void 0; step = way.at(-1)) {
		const { environment } = step;
		const parent = known.get(environment)?.[step.next++];
		if (parent === void 0) {
			order.push(environment);
			open.delete(environment);
			way.pop();
			continue;
		}
		const loop = open.get(parent.name);
		if (loop !== void 0) {
			const members = way.slice(loop).map((member) => member.environment);
			for (const member of members) circular.add(member);
			reportCycle(members, parent, known, report);
			continue;
		}
		parents.get(environment).push(parent.name);
		if (!parents.has(parent.name)) enter(parent.name);
	}
}
function reportCycle(members, closing, known, report) {
	const related = members.slice(0, -1).slice(0, MOST_SHOWN).map((member, i) => {
		const edge = known.get(member).find((parent) => parent.name === members[i + 1]);
		return {
			message: say`${name(member)} inherits from ${name(edge.name)} here`,
			place: edge.place
		};
	});
	const message = members.length === 1 ? say`${name(closing.name)} inherits from itself; this is left out` : say`environments inherit from one another in a circle: ${path([...members, closing.name])}; the last step is left out`;
	report(finding("inherit/cycle", closing.place, message, {
		related,
		environment: members.at(-1)
	}));
}
function path(names) {
	return (names.length <= 8 ? names.map(name) : [
		...names.slice(0, MOST_SHOWN).map(name),
		say`…`,
		...names.slice(-2).map(name)
	]).reduce((text, next, i) => i === 0 ? say`${next}` : say`${text} → ${next}`, say``);
}
// src/stages/inherit/inherit.ts
/** Longest lineage that is followed: past it, memory would grow with its square. */
const MAX_LINEAGE = 1e3;
/**
* Resolves what environments inherit from one another (DESIGN §3): `L(E) = E + merge(L(b), L(a), [b, a])` for
* `inherits: [a, b]`, highest precedence first. Unknown names, cycles and orders that cannot be kept are findings; what
* is right of them counts. The result is in the order of the definitions.
*/
function inherit(definitions, report) {
	const byName = new Map(definitions.map((definition) => [definition.name, definition]));
	const { parents, order, circular } = resolveParents(byName, report);
	const resolved = /* @__PURE__ */ new Map();
	const resolver = {
		byName,
		broken: new Set(circular),
		report
	};
	for (const environment of order) {
		const above = parents.get(environment).map((parent) => resolved.get(parent));
		resolved.set(environment, resolve$1(byName.get(environment), above, resolver));
	}
	return new Map([...byName.keys()].map((environment) => [environment, resolved.get(environment)]));
}
function resolve$1(definition, parents, resolver) {
	const lineage = lineageOf(definition, parents, resolver);
	const [only] = parents;
	const isPlain = parents.length === 1 && only !== void 0 && lineage.length === only.lineage.length + 1;
	const properties = (field) => {
		return isPlain ? addProperties(only[field], definition[field]) : mergeProperties(lineage, resolver.byName, field);
	};
	return {
		name: definition.name,
		abstract: definition.abstract,
		protected: nearestProtected(lineage, resolver.byName),
		lineage,
		labels: properties("labels"),
		variables: properties("variables"),
		definition
	};
}
/** What the environment itself says, else its ancestor with the highest precedence that says anything. */
function nearestProtected(lineage, byName) {
	for (const ancestor of lineage) {
		const said = byName.get(ancestor)?.protected;
		if (said !== void 0) return said;
	}
	return false;
}
/** @param parents lowest precedence first, resolved */
function lineageOf(definition, parents, resolver) {
	const { broken, report } = resolver;
	const lineages = parents.map(({ lineage }) => lineage).reverse();
	const [first = []] = lineages;
	const { order, conflict } = lineages.length < 2 ? { order: first } : mergeLineages(lineages);
	const isTooDeep = order.length >= MAX_LINEAGE;
	const isExplained = broken.has(definition.name) || parents.some((parent) => broken.has(parent.name));
	if (isExplained || isTooDeep || conflict !== void 0) broken.add(definition.name);
	if (!isExplained && conflict !== void 0) reportOrder(definition, conflict, resolver);
	if (!isExplained && isTooDeep) reportTooDeep(definition, report);
	return [definition.name, ...isTooDeep ? order.slice(0, 999) : order];
}
function reportOrder({ name: environment, inherits, place }, conflict, { byName, report }) {
	const named = inherits.find((parent) => conflict.includes(parent.name)) ?? inherits.at(-1);
	const next = say`change the order of \`inherits\` here or in what it inherits from`;
	const message = say`${name(environment)} inherits ${list(conflict.map(name))} in orders that contradict each other; ${next}`;
	const related = conflict.map((member) => ({
		message: say`${name(member)} is defined here`,
		place: byName.get(member).place
	}));
	report(finding("inherit/order", named?.place ?? place, message, {
		related,
		environment
	}));
}
function reportTooDeep({ name: environment, inherits, place }, report) {
	const message = say`the lineage of ${name(environment)} has more than ${MAX_LINEAGE} environments; the most distant are left out`;
	report(finding("inherit/too-deep", inherits[0]?.place ?? place, message, { environment }));
}
// src/stages/inherit/exists.ts
function createRule(presence, environments) {
	return {
		presence,
		common: presence === "declared" ? commonAncestors(environments) : /* @__PURE__ */ new Set(),
		without: withoutOf(environments)
	};
}
/**
* Whether a document exists at the head of a lineage.
*
* @param from where in the lineage to ask: 0 for its head, 1 for what the head inherits
*/
function exists(document, index, lineage, { presence, common, without }, from = 0) {
	let found = presence === "inherited" && index.has(null);
	const key = without.size === 0 ? "" : documentKey(document.id);
	for (let i = lineage.length - 1; i >= from; i--) {
		const environment = lineage[i];
		if (index.has(environment)) found ||= i === 0 || !common.has(environment);
		else if (found && without.get(environment)?.has(key) === true) found = false;
	}
	return found;
}
function commonAncestors(environments) {
	const all = [...environments.values()];
	const concrete = all.filter(({ abstract }) => !abstract);
	const counted = concrete.length === 0 ? all : concrete;
	const counts = /* @__PURE__ */ new Map();
	for (const { lineage } of counted) for (const name of lineage) counts.set(name, (counts.get(name) ?? 0) + 1);
	return new Set([...counts].filter(([, count]) => count === counted.length).map(([name]) => name));
}
function withoutOf(environments) {
	const without = /* @__PURE__ */ new Map();
	for (const { name, definition } of environments.values()) if (definition.without.length > 0) without.set(name, new Set(definition.without.map(({ document }) => document)));
	return without;
}
// src/stages/inherit/sources.ts
function indexSources(sources) {
	const index = /* @__PURE__ */ new Map();
	const unsorted = /* @__PURE__ */ new Set();
	for (const source of sources) {
		const group = index.get(source.environment);
		if (group === void 0) {
			index.set(source.environment, [source]);
			continue;
		}
		if (byPrecedence(group.at(-1), source) > 0) unsorted.add(group);
		group.push(source);
	}
	for (const group of unsorted) group.sort(byPrecedence);
	return index;
}
/** Within an environment: later entries of the layout win, then later paths, then later documents of a stream. */
function byPrecedence(a, b) {
	if (a.entry.index !== b.entry.index) return a.entry.index - b.entry.index;
	if (a.path !== b.path) return a.path < b.path ? -1 : 1;
	return (a.document ?? 0) - (b.document ?? 0);
}
/**
* The layers of a lineage, lowest precedence first.
*
* @param shared layers of every document of the kind, if it has any
* @param lineage highest precedence first
*/
function stack(own, shared, lineage) {
	const layers = [];
	add$1(layers, own.get(null), shared?.get(null));
	for (let i = lineage.length - 1; i >= 0; i--) {
		const environment = lineage[i];
		add$1(layers, own.get(environment), shared?.get(environment));
	}
	return layers;
}
/** Adds the layers of one environment, keeping the order of the two lists. */
function add$1(layers, own = [], shared = []) {
	let i = 0;
	for (const source of shared) {
		while (i < own.length && byPrecedence(own[i], source) <= 0) layers.push(own[i++]);
		layers.push(source);
	}
	while (i < own.length) layers.push(own[i++]);
}
// src/stages/inherit/without.ts
/** Reports every `without` that takes nothing away, and every one that a layer in its own environment contradicts. */
function checkWithout({ documents, environments, rule, indexOf }, report) {
	for (const { name: environment, lineage, definition } of environments.values()) for (const { document: key, place } of definition.without) {
		const document = documents.get(key);
		if (document === void 0) {
			report(finding("discover/without-nothing", place, say`there is no document ${name(key)} to be without${didYouMean(key, documents.keys())}`, { environment }));
			continue;
		}
		const index = indexOf(document);
		const layer = index.get(environment)?.[0];
		if (layer !== void 0) report(finding("discover/without-layer", place, say`${name(environment)} has a layer of ${name(key)} itself, so the document exists there; remove one of the two`, {
			related: [{
				message: say`the layer`,
				place: inFile(layer.path)
			}],
			environment
		}));
		else if (!exists(document, index, lineage, rule, 1)) report(finding("discover/without-nothing", place, say`${name(key)} does not exist in what ${name(environment)} inherits, so there is nothing to be without`, { environment }));
	}
}
// src/stages/inherit/presence.ts
/**
* Prepares the question which documents exist where, and reports what is wrong with `without`.
*
* `inherited`: a document exists where it has a layer of its own in the lineage or below every environment. Going up
* from the lowest environment, `without` takes it away and a layer of its own brings it back, with all layers of the
* lineage. `declared`: only a layer in the environment itself, or in an ancestor that not every environment has, makes
* it exist. Layers of every document (`name: '*'`) never do.
*/
function createPresence(input, report) {
	const { discovery, environments, config } = input;
	const own = /* @__PURE__ */ new WeakMap();
	const shared = new Map([...discovery.shared].map(([kind, sources]) => [kind, indexSources(sources)]));
	const rule = createRule(config.presence, environments);
	const indexOf = (document) => {
		let index = own.get(document);
		if (index === void 0) own.set(document, index = indexSources(document.sources));
		return index;
	};
	if (config.sound) checkWithout({
		documents: discovery.documents,
		environments,
		rule,
		indexOf
	}, report);
	return { sourcesIn: (document, environment) => {
		const index = indexOf(document);
		if (!exists(document, index, environment.lineage, rule)) return void 0;
		return stack(index, shared.get(document.id.kind), environment.lineage);
	} };
}
// src/stages/link/limits.ts
/** Most characters that a text with references may grow to. */
const MAX_TEXT = 1e6;
// src/stages/link/circles.ts
/** A shortest way from a node that is in a circle back to itself: first and last are the node. */
function wayRound(start) {
	const circle = start.circle ?? /* @__PURE__ */ new Set();
	const cameFrom = /* @__PURE__ */ new Map();
	let front = [start];
	while (front.length > 0) {
		const next = [];
		for (const node of front) for (const needed of node.needs ?? []) {
			if (needed === start) return [...wayTo(node, cameFrom), start];
			if (!circle.has(needed) || cameFrom.has(needed)) continue;
			cameFrom.set(needed, node);
			next.push(needed);
		}
		front = next;
	}
	return [start];
}
function wayTo(end, cameFrom) {
	const way = [];
	for (let node = end; node !== void 0; node = cameFrom.get(node)) way.push(node);
	return way.reverse();
}
/** The texts on a way; and the targets where they are not themselves the next text, but hold it. */
function stations(way) {
	return way.filter((node, i) => {
		const next = way[i + 1];
		return node.is === "text" || next?.is !== "text" || !samePointer(node, next);
	});
}
function samePointer(a, b) {
	return a.tokens.length === b.tokens.length && a.tokens.every((token, i) => token === b.tokens[i]);
}
// src/core/layer.ts
/**
* Where a layer says what it says at `tokens` (relative to the layer's root). A pointer that the layer lacks gives the
* nearest parent that it has.
*
* @param part `key` for findings about the key itself, `value` for those about what it holds.
*/
function placeIn(layer, tokens, part) {
	if (layer.from === "variables") return inVariable(variableAt(layer, tokens));
	for (let depth = tokens.length; depth > 0; depth--) {
		const node = findNode(layer.tree, tokens.slice(0, depth), layer.node);
		if (node >= 0) return part === "key" || depth < tokens.length ? keyPlace(layer.tree, node) : valuePlace(layer.tree, node);
	}
	return part === "key" ? keyPlace(layer.tree, layer.node) : valuePlace(layer.tree, layer.node);
}
function variableAt(layer, tokens) {
	for (let depth = tokens.length; depth >= 0; depth--) {
		const found = layer.names.get(tokens.slice(0, depth).join("\0"));
		if (found !== void 0) return found;
	}
	return [...layer.names.values()][0] ?? "";
}
// src/stages/link/syntax.ts
/** What every reference starts with. After one more `$` it stands for itself; no other `${` is read. */
const OPEN = "${cairn:";
/** Reads a text. Every text is readable: what is wrong in it becomes a malformed part. Linear in its length. */
function readText(text) {
	const parts = [];
	let literal = "";
	let from = 0;
	for (;;) {
		const start = text.indexOf(OPEN, from);
		if (start < 0) break;
		if (start > from && text[start - 1] === "$") {
			literal += text.slice(from, start - 1) + OPEN;
			from = start + 8;
			continue;
		}
		literal += text.slice(from, start);
		if (literal !== "") parts.push(literal);
		literal = "";
		const part = readReference(text, start);
		parts.push(part);
		from = part.end;
	}
	literal += text.slice(from);
	if (literal !== "") parts.push(literal);
	return parts;
}
function isReference(part) {
	return typeof part === "object" && part.is === "reference";
}
/** The reference that a text is nothing but, if it is: its value takes the target's type. */
function soleReference(parts) {
	const [only] = parts;
	return parts.length === 1 && isReference(only) ? only : void 0;
}
/** What ends a reference, or shows that it has no end: looking further would cost the square of the text's length. */
const STOP = /[}\r\n]|\$\{/g;
function readReference(text, start) {
	const from = start + 8;
	STOP.lastIndex = from;
	const stop = STOP.exec(text);
	if (stop?.[0] !== "}") return {
		is: "malformed",
		start,
		end: from,
		why: notClosed(stop?.[0])
	};
	const span = {
		start,
		end: stop.index + 1
	};
	const read = readTarget(text.slice(from, stop.index));
	return typeof read === "string" ? {
		is: "malformed",
		...span,
		why: read
	} : {
		is: "reference",
		...span,
		target: read
	};
}
function notClosed(stop) {
	return stop === "${" ? say`this reference is not closed before the next "$\{": end it with "}"; a reference cannot hold another` : say`this reference is not closed on its line: end it with "}"`;
}
/** What a reference leads to, or what is wrong with it. */
function readTarget(body) {
	const hash = body.indexOf("#");
	const scheme = hash < 0 ? body : body.slice(0, hash);
	const rest = body.slice(hash + 1);
	const isDocument = parseDocumentKey(scheme) !== void 0;
	if (!isDocument && scheme !== "environment" && scheme !== "var") return unknownScheme(scheme);
	if (hash < 0) return withoutHash(scheme);
	if (scheme === "var") return rest === "" ? say`a reference to a variable needs its name after "#"` : {
		of: "variable",
		variable: rest
	};
	const tokens = tokensOf(rest);
	if (tokens === void 0) return say`what follows "#" is a JSON Pointer (RFC 6901): it starts with "/", and "~" is only in "~0" and "~1"`;
	return isDocument ? {
		of: "document",
		document: scheme,
		tokens
	} : {
		of: "environment",
		tokens
	};
}
function unknownScheme(scheme) {
	return say`a reference names a document (kind/name), "environment" or "var" before "#", and this one names ${scheme === "" ? say`nothing` : say`"${name(scheme)}"`}`;
}
function withoutHash(scheme) {
	if (scheme === "var") return say`write "var#" and the variable's name`;
	const all = scheme === "environment" ? say`all of the environment` : say`the whole document`;
	return say`a reference needs a "#": "${name(scheme)}#" is ${all}, "${name(scheme)}#/key" a value in it`;
}
// src/stages/link/place.ts
/** Where the nearest thing that exists at or above a pointer is set. */
function placeNear(effective, tokens, part = "value") {
	const origin = originNear(effective, tokens);
	return origin === void 0 ? inEnvironment(effective.environment.name) : placeIn(origin.layer, origin.tokens, part);
}
function originNear(effective, tokens) {
	for (let depth = tokens.length; depth >= 0; depth--) {
		const { winner } = effective.originsAt(tokens.slice(0, depth));
		if (winner !== void 0) return winner;
	}
}
/**
* Answers where the parts of a text stand in its file. Where the file has the text in another form (escapes, folded
* lines), a part cannot be told exactly, and its place is that of the whole scalar. Works on the first question only.
*/
var PartPlaces = class {
	#effective;
	#holding;
	#scalar;
	constructor(effective, holding) {
		this.#effective = effective;
		this.#holding = holding;
	}
	/** The place of a part; of the whole scalar where none is given. */
	of(span) {
		const { place, offsets } = this.#scalar ??= this.#look();
		const at = span && offsets.get(span.start);
		if (place.in !== "span" || span === void 0 || at === void 0) return place;
		const start = place.start + at;
		const part = this.#holding.text.slice(span.start, span.end);
		return place.source.text.startsWith(part, start) ? {
			...place,
			start,
			end: start + part.length
		} : place;
	}
	#look() {
		const { tokens, text } = this.#holding;
		const place = placeNear(this.#effective, tokens);
		const offsets = /* @__PURE__ */ new Map();
		if (place.in === "span") {
			const inText = occurrences(text);
			const inFile = occurrences(place.source.text.slice(place.start, place.end));
			if (inFile.length === inText.length) for (const [i, at] of inText.entries()) offsets.set(at, inFile[i]);
		}
		return {
			place,
			offsets
		};
	}
};
function occurrences(text) {
	const found = [];
	for (let at = text.indexOf(OPEN); at >= 0; at = text.indexOf(OPEN, at + 8)) found.push(at);
	return found;
}
// src/stages/link/circle-findings.ts
/** Most stations of a circle that a message names, and most places that are shown beside it. */
const MAX_STATIONS = 8;
/**
* Reports the circles that the references of one document are in, each once. A circle of several documents is told at
* the first of them by name, whichever document is being read: the same finding from each, which can be folded. Of a
* knot of very many circles the first are reported; solving those unties the others.
*/
var CircleFindings = class {
	#effective;
	#resolver;
	#report;
	#told = /* @__PURE__ */ new Set();
	#count = /* @__PURE__ */ new Map();
	constructor(effective, resolver, report) {
		this.#effective = effective;
		this.#resolver = resolver;
		this.#report = report;
	}
	tell(node) {
		const { circle } = node;
		const count = circle && (this.#count.get(circle) ?? 0);
		if (circle === void 0 || count === void 0 || count >= 20 || this.#told.has(node)) return;
		this.#count.set(circle, count + 1);
		const way = fromFirstDocument(node, wayRound(node));
		for (const station of way) this.#told.add(station);
		const message = say`this reference leads back to itself: ${route(stations(way))}`;
		const environment = this.#effective.environment.name;
		const place = this.#placeOf(way[0], way[1]);
		this.#report(finding("link/cycle", place, message, {
			environment,
			related: this.#hops(way)
		}));
	}
	/** Where the other texts of the circle refer on. */
	#hops(way) {
		const related = [];
		for (const [i, node] of way.entries()) {
			if (i === 0 || i === way.length - 1 || node.is !== "text" || related.length === MAX_STATIONS) continue;
			const from = name(`${node.document}#${pointer(node.tokens)}`);
			related.push({
				message: say`${from} leads on from here`,
				place: this.#placeOf(node, way[i + 1])
			});
		}
		return related;
	}
	#placeOf(node, next) {
		return placeOfStep(this.#resolver.lookup(node.document) ?? this.#effective, node, next);
	}
};
/** The way round that starts at `start`, from the text whose document comes first by name. */
function fromFirstDocument(start, way) {
	let first = start;
	let at = 0;
	for (const [i, node] of way.entries()) {
		if (node.is !== "text" || node.document >= first.document) continue;
		first = node;
		at = i;
	}
	return [
		first,
		...way.slice(at + 1),
		...way.slice(1, at + 1)
	];
}
/** The place of the reference in a text that leads to the next node of a circle. */
function placeOfStep(effective, node, next) {
	const towards = readText(node.text).find((part) => isReference(part) && part.target.of === "document" && leadsTo(part.target, next));
	return new PartPlaces(effective, node).of(isReference(towards) ? towards : void 0);
}
function leadsTo(target, node) {
	return node !== void 0 && target.document === node.document && pointer(target.tokens) === pointer(node.tokens);
}
function route(stops) {
	const left = stops.length - MAX_STATIONS;
	let text = say``;
	for (const [i, { document, tokens }] of stops.entries()) {
		const stop = name(`${document}#${pointer(tokens)}`);
		if (i === 0) text = say`${stop}`;
		else if (i < 7 || i === stops.length - 1) text = say`${text} → ${stop}`;
		else if (i === 7) text = say`${text} → … (${left} more)`;
	}
	return text;
}
// src/core/effective.ts
/** A target as it is written in a reference, without `${cairn:` and `}`. */
function targetText(target) {
	if (target.of === "variable") return `var#${target.variable}`;
	if (target.of === "environment") return `environment#${pointer(target.tokens)}`;
	return `${target.document}#${pointer(target.tokens)}`;
}
/** The references in the text at or above a pointer, if the value there came through any. */
function referencesAt(references, tokens) {
	return references.filter((reference) => reference.tokens.every((token, i) => tokens[i] === token));
}
// src/stages/link/hints.ts
/** `; did you mean …?` with the known document whose name is nearest: of the same kind, if one is. */
function documentHint(wanted, documents) {
	const kind = parseDocumentKey(wanted)?.kind ?? "";
	const siblings = [];
	for (const document of documents) if (document.startsWith(`${kind}/`)) siblings.push(document.slice(kind.length + 1));
	const sibling = nearest(wanted.slice(kind.length + 1), siblings);
	return suggestion(sibling === void 0 ? nearest(wanted, documents) : `${kind}/${sibling}`);
}
/** Why a value has no such child, with the nearest one. */
function childHint(parent, tokens, token) {
	const at = tokens.length === 0 ? say`the document` : say`${pointer(tokens)}`;
	if (isList(parent)) return say`; the list at ${at} has ${parent.length} items`;
	if (!isMapping(parent)) return say`; ${at} is ${a$1(parent)}`;
	const near = nearest(token, Object.keys(parent));
	return suggestion(near === void 0 ? void 0 : pointer([...tokens, near]));
}
/** `a number`, `null`, `a sealed value`. */
function a$1(value) {
	if (value === null) return say`null`;
	return value instanceof Opaque ? say`a ${value.opaque} value` : say`a ${kindOf(value)}`;
}
// src/stages/link/problems.ts
const tooLarge = say`this makes a text of more than ${MAX_TEXT} characters, or brings more than ${MAX_FILE_BYTES} characters and values into the document`;
/** Words the findings about the references of one document. */
var Problems = class {
	#effective;
	#resolver;
	#hints = 0;
	constructor(effective, resolver) {
		this.#effective = effective;
		this.#resolver = resolver;
	}
	/** @param target what the reference leads to, where it could be read that far */
	word(failure, target) {
		switch (failure.is) {
			case "malformed": return ["link/syntax", failure.why];
			case "nested": return ["link/syntax", say`${this.#named(target)} holds a reference itself, and labels and variables are not resolved`];
			case "not-scalar": return ["link/not-scalar", this.#notScalar(failure, target)];
			case "too-large": return ["link/too-large", tooLarge];
			case "too-deep": return ["link/too-large", say`with what ${this.#named(target)} leads to, this document would be nested more than ${100} deep`];
			case "no-variable": return [
				"link/dangling",
				this.#noVariable(target),
				this.#environmentHere()
			];
			case "no-document": return ["link/dangling", this.#noDocument(target)];
			case "no-value": return this.#noValue(failure, target);
		}
	}
	#notScalar({ kind }, target) {
		const what = kind === "null" ? say`null` : say`a ${kind}`;
		return say`${this.#named(target)} is ${what}, which cannot stand in a text: only strings, numbers and booleans can`;
	}
	#noDocument(target) {
		const document = target?.of === "document" ? target.document : "";
		const environment = name(this.#effective.environment.name);
		const { documents } = this.#resolver;
		if (documents.has(document)) return say`${name(document)} exists, but not in ${environment}`;
		return say`there is no document ${name(document)}${this.#hint(() => this.#resolver.documentHint(document))}`;
	}
	#noVariable(target) {
		const { environment } = this.#effective;
		const variable = target?.of === "variable" ? target.variable : "";
		const hint = this.#hint(() => didYouMean(variable, Object.keys(environment.variables)));
		return say`${name(environment.name)} has no variable ${name(variable)}${hint}`;
	}
	#noValue({ tokens, token, parent }, target) {
		const missing = name(pointer([...tokens, token]));
		const hint = () => this.#hint(() => childHint(parent, tokens, token));
		if (target?.of !== "document") return [
			"link/dangling",
			say`the environment ${name(this.#effective.environment.name)} has no ${missing}${hint()}`,
			this.#environmentHere()
		];
		const effective = this.#resolver.lookup(target.document);
		const removedBy = effective?.originsAt([...tokens, token]).removedBy;
		if (removedBy !== void 0) {
			const related = {
				message: say`removed here`,
				place: placeIn(removedBy.layer, removedBy.tokens, "value")
			};
			return [
				"link/dangling",
				say`${name(target.document)} has no ${missing}`,
				[related]
			];
		}
		const message = say`${name(target.document)} has no ${missing}${hint()}`;
		if (effective === void 0) return ["link/dangling", message];
		return [
			"link/dangling",
			message,
			[{
				message: say`this is the nearest that exists`,
				place: placeNear(effective, tokens, "key")
			}]
		];
	}
	/** Where the environment is defined; an environment that was learned from paths has no such place. */
	#environmentHere() {
		const { definition } = this.#effective.environment;
		if (definition.definedIn === void 0) return [];
		return [{
			message: say`${name(definition.name)} is defined here`,
			place: definition.place
		}];
	}
	#named(target) {
		return target === void 0 ? say`this` : say`${name(targetText(target))}`;
	}
	/** Looking for near names costs a comparison with every known one: not more often than a person would read. */
	#hint(look) {
		return this.#hints++ < 100 ? look() : say``;
	}
};
// src/stages/link/link-findings.ts
/** Reports what is wrong with the references of one document, each at its place. */
var LinkFindings = class {
	#effective;
	#report;
	#problems;
	#circles;
	constructor(effective, resolver, report) {
		this.#effective = effective;
		this.#report = report;
		this.#problems = new Problems(effective, resolver);
		this.#circles = new CircleFindings(effective, resolver, report);
	}
	tell(node, text) {
		for (const { part, failure } of node.result?.problems ?? []) this.#tell(failure, text.parts[part], text.places);
		this.#circles.tell(node);
	}
	/** The document has become too large with what this text brings. */
	tooLarge({ parts, places }) {
		this.#tell({ is: "too-large" }, parts.find(isReference), places);
	}
	#tell(failure, part, places) {
		const [rule, message, related = []] = this.#problems.word(failure, isReference(part) ? part.target : void 0);
		const place = places.of(typeof part === "object" ? part : void 0);
		this.#report(finding(rule, place, message, {
			related,
			environment: this.#effective.environment.name
		}));
	}
};
// src/stages/link/components.ts
/**
* Tarjan's strongly connected components (SIAM J. Comput. 1, 1972), with a stack of its own: chains of references may
* be longer than the call stack. One walker for all walks over a graph: what is done is not visited again.
*/
var ComponentWalker = class {
	#visitor;
	#discovered = 0;
	#open = [];
	#path = [];
	constructor(visitor) {
		this.#visitor = visitor;
	}
	/** Visits a node and all that it needs. */
	walk(start) {
		if (start.order > 0) return;
		this.#enter(start);
		for (let step = this.#path.at(-1); step !== void 0; step = this.#path.at(-1)) {
			const { node } = step;
			const needed = step.needs[step.next++];
			if (needed === void 0) this.#leave(node);
			else if (needed.order === 0) this.#enter(needed);
			else if (needed.open) node.low = Math.min(node.low, needed.order);
		}
	}
	#enter(node) {
		node.order = node.low = ++this.#discovered;
		node.open = true;
		this.#open.push(node);
		const needs = this.#visitor.expand(node);
		node.needs = needs;
		this.#path.push({
			node,
			needs,
			next: 0
		});
	}
	#leave(node) {
		this.#path.pop();
		const parent = this.#path.at(-1)?.node;
		if (parent !== void 0) parent.low = Math.min(parent.low, node.low);
		if (node.low !== node.order) return;
		const members = this.#open.splice(this.#open.lastIndexOf(node));
		for (const member of members) member.open = false;
		this.#visitor.done(members);
	}
};
// src/stages/link/descend.ts
/**
* What is at `inside` in a value in which nothing is left to resolve; a hole for whatever is in a hole.
*
* @param above tokens that lead to the value, for the failure to name
*/
function descend(value, above, inside) {
	let parent = value;
	for (const [depth, token] of inside.entries()) {
		if (parent === HOLE) break;
		const child = valueAt(parent, [token]);
		if (child === void 0) return { failure: {
			is: "no-value",
			tokens: [...above, ...inside.slice(0, depth)],
			token,
			parent
		} };
		parent = child;
	}
	return { value: parent };
}
// src/stages/link/walk.ts
function holdsReference(value) {
	return typeof value === "string" && value.includes("${cairn:");
}
/**
* The texts in a value that hold references, in the order of the document. Keys are not looked at.
*
* @param at tokens that lead to the value; those of the texts start with them
*/
function textsIn(value, at = []) {
	const found = [];
	if (holdsReference(value)) found.push({
		tokens: at,
		text: value
	});
	else collect$1(value, [...at], found);
	return found;
}
function collect$1(value, path, found) {
	if (isList(value)) for (let i = 0; i < value.length; i++) collectChild(value[i], i, path, found);
	else if (isMapping(value)) for (const key of Object.keys(value)) collectChild(value[key], key, path, found);
}
function collectChild(child, token, path, found) {
	if (typeof child === "string") {
		if (child.includes("${cairn:")) found.push({
			tokens: [...path, String(token)],
			text: child
		});
	} else if (typeof child === "object" && child !== null) {
		path.push(String(token));
		collect$1(child, path, found);
		path.pop();
	}
}
/**
* The value with others in the place of its texts. Copies only what lies on the way to them.
*
* @param replacements in the order of `textsIn`
* @param depth number of tokens that lead to the value
*/
function replaceTexts(value, replacements, depth = 0) {
	return replaceRange(value, replacements, {
		from: 0,
		to: replacements.length,
		depth
	});
}
function replaceRange(value, replacements, { from, to, depth }) {
	const first = replacements[from];
	if (first === void 0 || from === to) return value;
	if (first.tokens.length === depth) return first.value;
	const copy = isList(value) ? [...value] : { ...value };
	for (let start = from; start < to;) {
		const token = replacements[start]?.tokens[depth];
		let end = start + 1;
		while (end < to && replacements[end]?.tokens[depth] === token) end++;
		put(copy, token, replaceRange(copy[token], replacements, {
			from: start,
			to: end,
			depth: depth + 1
		}));
		start = end;
	}
	return copy;
}
/** Follows a pointer into a value. Into a hole it leads to that hole: what is inside is not known. */
function follow(root, tokens) {
	let value = root;
	for (let depth = 0;; depth++) {
		if (holdsReference(value)) return {
			is: "reference",
			text: value,
			depth
		};
		const token = tokens[depth];
		if (token === void 0 || value === HOLE) return {
			is: "value",
			value
		};
		const child = valueAt(value, [token]);
		if (child === void 0) return {
			is: "missing",
			parent: value,
			depth
		};
		value = child;
	}
}
// src/stages/link/environment-values.ts
/** What references can ask of the environment itself: its name, labels and variables, as they are. */
var EnvironmentValues = class {
	#environment;
	#root;
	constructor(environment) {
		this.#environment = environment;
		const { name, labels, variables } = environment;
		this.#root = {
			name,
			labels,
			variables
		};
	}
	outcomeOf(target) {
		if (target.of === "environment") return asItIs(descend(this.#root, [], target.tokens));
		const value = own(this.#environment.variables, target.variable);
		return value === void 0 ? { failure: { is: "no-variable" } } : asItIs({ value });
	}
};
/** Labels and variables are not resolved: a reference in one would reach the document as text. */
function asItIs(outcome) {
	if ("value" in outcome && textsIn(outcome.value).length > 0) return { failure: { is: "nested" } };
	return outcome;
}
// src/stages/link/evaluate.ts
/**
* What a text resolves to. A text that is one reference takes the target's value, whatever its type; elsewhere scalars
* are written into the text: opaque ones make all of it opaque, holes make it a hole.
*/
function evaluateText(node, { measure, outcomeOf }) {
	const problems = [];
	const fail = (part, failure) => {
		problems.push({
			part,
			failure
		});
		return HOLE;
	};
	const values = node.parts.map((part, i) => {
		if (typeof part === "string") return part;
		if (part.is === "malformed") return fail(i, {
			is: "malformed",
			why: part.why
		});
		const outcome = outcomeOf(part.target);
		return "value" in outcome ? outcome.value : fail(i, outcome.failure);
	});
	if (soleReference(node.parts) === void 0) return {
		value: join$1(node.parts, values, fail),
		problems
	};
	const value = values[0];
	const { size, depth } = measure.of(value);
	if (size > 1e7) return {
		value: fail(0, { is: "too-large" }),
		problems
	};
	if (node.tokens.length + depth > 100) return {
		value: fail(0, { is: "too-deep" }),
		problems
	};
	return {
		value,
		problems
	};
}
function join$1(parts, values, fail) {
	const pieces = [];
	let text = "";
	let length = 0;
	let hole = false;
	for (const [i, value] of values.entries()) {
		if (value === HOLE) hole = true;
		else if (value instanceof Opaque) {
			pieces.push(text, value);
			text = "";
		} else if (typeof value === "object") {
			fail(i, {
				is: "not-scalar",
				kind: kindOf(value)
			});
			hole = true;
		} else {
			const said = typeof value === "string" ? value : JSON.stringify(value);
			text += said;
			length += said.length;
		}
		if (length > 1e6 && isReference(parts[i])) return fail(i, { is: "too-large" });
	}
	if (hole) return HOLE;
	return pieces.length === 0 ? text : new Unresolved([...pieces, text]);
}
// src/stages/link/measure.ts
/**
* Measures values. Resolved values share subtrees, so that a small graph can stand for an enormous document; each
* shared mapping and list is therefore walked once.
*/
var Measure = class {
	#known = /* @__PURE__ */ new WeakMap();
	of(value) {
		if (typeof value === "string") return {
			size: 1 + value.length,
			depth: 0
		};
		if (!isList(value) && !isMapping(value)) return SCALAR;
		let extent = this.#known.get(value);
		if (extent === void 0) this.#known.set(value, extent = this.#collection(value));
		return extent;
	}
	#collection(value) {
		let size = 1;
		let depth = 0;
		const add = (child) => {
			const below = this.of(child);
			size += below.size;
			if (below.depth > depth) depth = below.depth;
		};
		if (isList(value)) for (const item of value) add(item);
		else for (const key of Object.keys(value)) {
			size += key.length;
			add(value[key]);
		}
		return {
			size,
			depth: depth + 1
		};
	}
};
const SCALAR = {
	size: 1,
	depth: 0
};
// src/stages/link/resolver.ts
const resolvers = /* @__PURE__ */ new WeakMap();
/** The resolver of a world: one for all documents that are linked in it. */
function resolverOf(world) {
	let resolver = resolvers.get(world);
	if (resolver === void 0) resolvers.set(world, resolver = new Resolver(world));
	return resolver;
}
/** Resolves references, each target once, in the order in which they need each other. */
var Resolver = class {
	measure = new Measure();
	#world;
	#environment;
	#texts = /* @__PURE__ */ new Map();
	#targets = /* @__PURE__ */ new Map();
	#walker = new ComponentWalker({
		expand: (node) => this.#expand(node),
		done: (members) => this.#done(members)
	});
	#hints = /* @__PURE__ */ new Map();
	#known;
	/** The document that is being linked. */
	#current;
	constructor(world) {
		this.#world = world;
		this.#environment = new EnvironmentValues(world.environment);
	}
	/** Every document of the repository. */
	get documents() {
		return this.#known ??= new Set(this.#world.documents);
	}
	/** The hint for the name of a document that does not exist: many documents may have the same mistake. */
	documentHint(wanted) {
		let hint = this.#hints.get(wanted);
		if (hint === void 0) this.#hints.set(wanted, hint = documentHint(wanted, this.documents));
		return hint;
	}
	/** Resolves the given texts of a document; the nodes come in their order. */
	resolve(effective, found) {
		this.#current = effective;
		const document = documentKey(effective.document);
		const nodes = found.map((holding) => this.#text(document, holding));
		for (const node of nodes) this.#walker.walk(node);
		for (const node of nodes) if (!node.wanted) this.#texts.delete(keyOf$1(document, node.tokens));
		return nodes;
	}
	/** A document of the environment. */
	lookup(document) {
		const current = this.#current;
		if (current !== void 0 && documentKey(current.document) === document) return current;
		return this.#world.lookup(document);
	}
	#expand(node) {
		if (node.is === "target") return this.#expandTarget(node);
		node.parts = readText(node.text);
		const needs = [];
		for (const part of node.parts) {
			if (!isReference(part) || part.target.of !== "document") continue;
			needs.push(this.#target(part.target.document, part.target.tokens));
		}
		return needs;
	}
	#expandTarget(node) {
		const effective = this.lookup(node.document);
		if (effective === void 0) {
			node.result = { failure: { is: "no-document" } };
			return [];
		}
		const arrival = follow(effective.value, node.tokens);
		if (arrival.is === "missing") {
			node.result = { failure: {
				is: "no-value",
				tokens: node.tokens.slice(0, arrival.depth),
				token: node.tokens[arrival.depth] ?? "",
				parent: arrival.parent
			} };
			return [];
		}
		if (arrival.is === "reference") {
			node.inside = node.tokens.slice(arrival.depth);
			return [this.#wantedText(node.document, {
				tokens: node.tokens.slice(0, arrival.depth),
				text: arrival.text
			})];
		}
		node.raw = arrival.value;
		return textsIn(arrival.value, node.tokens).map((holding) => this.#wantedText(node.document, holding));
	}
	#done(members) {
		const circle = members.length > 1 ? new Set(members) : void 0;
		for (const node of members) {
			node.circle = circle;
			if (node.is === "target") this.#finishTarget(node);
			else this.#finishText(node);
			if (circle === void 0) node.needs = void 0;
		}
	}
	#finishText(node) {
		const targets = node.needs ?? [];
		let next = 0;
		node.result = evaluateText(node, {
			measure: this.measure,
			outcomeOf: (target) => {
				if (target.of !== "document") return this.#environment.outcomeOf(target);
				const needed = targets[next++];
				return node.circle?.has(needed) === true ? PASSED_ON : needed.result ?? PASSED_ON;
			}
		});
		if (node.circle === void 0) node.parts = [];
	}
	#finishTarget(node) {
		if (node.result !== void 0) return;
		const values = (node.needs ?? []).map(({ tokens, result }) => ({
			tokens,
			value: result === void 0 ? HOLE : result.value
		}));
		const { raw, inside } = node;
		node.raw = void 0;
		if (node.circle !== void 0) node.result = PASSED_ON;
		else if (inside !== void 0) node.result = descend(values[0]?.value ?? null, above(node.tokens, inside), inside);
		else node.result = { value: replaceTexts(raw, values, node.tokens.length) };
		if ("value" in node.result && this.measure.of(node.result.value).size > 1e7) node.result = { failure: { is: "too-large" } };
	}
	#wantedText(document, holding) {
		const node = this.#text(document, holding);
		node.wanted = true;
		return node;
	}
	#text(document, { tokens, text }) {
		const key = keyOf$1(document, tokens);
		let node = this.#texts.get(key);
		if (node === void 0) {
			node = {
				...unvisited(document, tokens),
				is: "text",
				text,
				parts: [],
				wanted: false,
				result: void 0
			};
			this.#texts.set(key, node);
		}
		return node;
	}
	#target(document, tokens) {
		const key = keyOf$1(document, tokens);
		let node = this.#targets.get(key);
		if (node === void 0) {
			node = {
				...unvisited(document, tokens),
				is: "target",
				raw: void 0,
				inside: void 0,
				result: void 0
			};
			this.#targets.set(key, node);
		}
		return node;
	}
};
const PASSED_ON = { value: HOLE };
function above(tokens, inside) {
	return tokens.slice(0, tokens.length - inside.length);
}
function unvisited(document, tokens) {
	return {
		document,
		tokens,
		needs: void 0,
		circle: void 0,
		order: 0,
		low: 0,
		open: false
	};
}
function keyOf$1(document, tokens) {
	return `${document}#${pointer(tokens)}`;
}
// src/stages/link/may-hold.ts
const known$1 = /* @__PURE__ */ new WeakMap();
/**
* Whether a document of these layers may hold references: true if a text of theirs has `${cairn:` in it, or an escape
* that could have written it. False is certain. Cheap: looks at each file's text once.
*/
function mayHoldReferences(layers) {
	for (const layer of layers) if (layer.from === "variables" ? textsIn(layer.value).length > 0 : inSource(layer.tree.source)) return true;
	return false;
}
function inSource(source) {
	let answer = known$1.get(source);
	if (answer === void 0) known$1.set(source, answer = mayRefer(source.text));
	return answer;
}
/** Escapes by number, and escaped line ends: the only ones that can make or join the characters of `${cairn:`. */
const TELLING_ESCAPE = /\\[xuU\r\n]/;
/** Whether a file with this text may hold references. False is certain. */
function mayRefer(text) {
	return text.includes("${cairn:") || text.includes("\\") && TELLING_ESCAPE.test(text);
}
// src/stages/link/link.ts
/**
* Resolves the references in an effective document's values, within its environment. Targets are asked for on demand
* and resolved pointer by pointer, through as many documents as it takes; what the document does not refer to is not
* looked at, and subtrees without references are shared. A reference that cannot be resolved is a finding at its place
* and a hole in the value; what is wrong inside a target is its own document's finding.
*/
function linkDocument(effective, world, report) {
	const found = textsIn(effective.value);
	if (found.length === 0) return {
		effective,
		value: effective.value,
		references: []
	};
	const resolver = resolverOf(world);
	const nodes = resolver.resolve(effective, found);
	const findings = new LinkFindings(effective, resolver, report);
	const references = [];
	const replacements = [];
	let brought = 0;
	for (const node of nodes) {
		const text = {
			parts: readText(node.text),
			places: new PartPlaces(effective, node)
		};
		for (const part of text.parts) if (isReference(part)) references.push(referenceAt(node.tokens, part, text.places));
		findings.tell(node, text);
		const value = node.result === void 0 ? HOLE : node.result.value;
		const before = brought;
		brought += resolver.measure.of(value).size;
		replacements.push({
			tokens: node.tokens,
			value: brought > 1e7 ? HOLE : value
		});
		if (before <= 1e7 && brought > 1e7) findings.tooLarge(text);
	}
	return {
		effective,
		value: replaceTexts(effective.value, replacements),
		references
	};
}
/** Its place costs a replay of the merge: worked out when it is asked for. */
function referenceAt(tokens, part, places) {
	return {
		tokens,
		target: part.target,
		get place() {
			return places.of(part);
		}
	};
}
// src/core/strategy.ts
/** The strategy for what a key of a mapping holds. */
function strategyAtKey(strategy, key) {
	if (strategy === void 0) return void 0;
	const { properties, rest } = strategy;
	if (properties !== void 0 && Object.hasOwn(properties, key)) return properties[key];
	return typeof rest === "function" ? rest(key) : rest;
}
// src/stages/merge/path.ts
function tokensTo(path) {
	const tokens = [];
	for (let at = path; at.up !== void 0; at = at.up) tokens.push(at.token);
	return tokens.reverse();
}
// src/stages/merge/spot.ts
function rootSpot(layer, strategy, trace) {
	return {
		up: void 0,
		token: "",
		lowToken: "",
		strategy,
		tags: layer.from === "file" ? layer.tags : void 0,
		trace
	};
}
function keySpot(parent, key, trace) {
	return {
		up: parent,
		token: key,
		lowToken: key,
		strategy: parent.strategy && strategyAtKey(parent.strategy, key),
		tags: parent.tags?.children.get(key),
		trace
	};
}
/** @param low index of the element that this one is merged with or stands beside, in the value so far. */
function itemSpot(parent, index, low, trace) {
	const token = String(index);
	return {
		up: parent,
		token,
		lowToken: String(low),
		strategy: parent.strategy?.items,
		tags: parent.tags?.children.get(token),
		trace
	};
}
/** A spot's tokens in the value so far; `tokensTo` gives those in the layer. */
function lowTokensTo(spot) {
	const tokens = [];
	for (let at = spot; at.up !== void 0; at = at.up) tokens.push(at.lowToken);
	return tokens.reverse();
}
// src/stages/merge/complaints.ts
/** Words the findings about one layer, each with its exact places. */
var Complaints = class {
	#about;
	/** Where a tag was out of place last: what follows from leaving it out there is no other mistake. */
	#misplaced;
	constructor(about) {
		this.#about = about;
	}
	removesNothing(spot) {
		if (this.#isName(spot)) return;
		this.#say("merge/removes-nothing", spot, say`this removes ${at(spot)}, which nothing below sets`);
	}
	removesNoElement(element, key, spot) {
		const what = this.#keyed(element, key, spot);
		this.#say("merge/removes-nothing", spot, say`no element below has ${what}, so this removes nothing`);
	}
	kindChange(low, high, spot) {
		if (spot === this.#misplaced || this.#isName(spot)) return;
		const message = say`${at(spot)} is a ${shapeOf(low)} below and a ${shapeOf(high)} here`;
		this.#say("merge/kind-change", spot, message, this.#replaces(spot));
	}
	secretExposed(high, spot) {
		const message = say`${at(spot)} is a secret below and a plain ${shapeOf(high)} here`;
		const severity = this.#about.environment.protected || spot.strategy?.secret === true ? "error" : "warning";
		this.#say("merge/secret-exposed", spot, message, {
			...this.#replaces(spot),
			severity
		});
	}
	tagMisplaced(tag, high, spot) {
		const message = tag === "!merge" && isList(high) ? say`${name(tag)} cannot merge ${at(spot)}: the schema names no key (x-merge) for this list; use !append, !prepend or !replace` : say`${name(tag)} is for ${tag === "!merge" ? say`mappings and keyed lists` : say`lists`}, and ${at(spot)} is ${a(high)}`;
		this.#misplaced = spot;
		this.#say("merge/tag-misplaced", spot, message);
	}
	/** `element` lacks the key, holds something there that cannot be compared, or is no mapping. */
	keyMissing(element, key, spot) {
		const said = isMapping(element) ? own(element, key) : void 0;
		const merged = say`this list is merged by "${name(key)}"`;
		const message = !isMapping(element) ? say`${at(spot)} is ${a(element)}; ${merged}, so its items must be mappings that have it` : said === void 0 ? say`${at(spot)} has no "${name(key)}"; ${merged}, so every item needs it` : say`"${name(key)}" of ${at(spot)} is ${a(said)}; ${merged}, so it must be a plain scalar`;
		this.#say("merge/key-missing", spot, message);
	}
	keyDuplicate(element, key, spot, first) {
		const message = say`two elements of this layer have ${this.#keyed(element, key, spot)}; layers above reach only the first`;
		const place = placeIn(this.#about.layer, [
			...tokensTo(spot).slice(0, -1),
			String(first),
			key
		], "value");
		this.#say("merge/key-duplicate", spot, message, { related: [{
			message: say`first used here`,
			place
		}] });
	}
	/** Run variables whose pointers lead into a list: said where `cairn.yaml` maps them, since the pointer is wrong. */
	intoList(spot) {
		const { layer, environment, report, placeBelow } = this.#about;
		if (layer.from !== "variables") return;
		const list = tokensTo(spot);
		const place = placeBelow(list);
		const related = place === void 0 ? [] : [{
			message: say`the list`,
			place
		}];
		for (const [path, variable] of layer.names) {
			const tokens = path.split("\0");
			if (!list.every((token, i) => token === tokens[i])) continue;
			const rule = say`run variables set keys of mappings, never items of a list`;
			const message = say`${name(variable)} is to set ${pointer(tokens)}, and ${at(spot)} is a list: ${rule}`;
			report(finding("config/bad-value", layer.mappedAt?.get(variable) ?? inVariable(variable), message, {
				related,
				environment: environment.name
			}));
		}
	}
	/** Whether the layout reads a name here: one layer may be of an environment, another of a list of some. */
	#isName(spot) {
		const { layer } = this.#about;
		if (layer.from !== "file" || layer.namedAt === void 0) return false;
		const path = pointer(tokensTo(spot));
		return layer.namedAt.some((tokens) => pointer(tokens) === path);
	}
	/** `"name" "x"`; without the value where it must not be shown. */
	#keyed(element, key, spot) {
		const id = strategyAtKey(spot.strategy, key)?.secret === true || !isMapping(element) ? void 0 : shown(own(element, key) ?? null);
		return id === void 0 ? say`the same "${name(key)}"` : say`"${name(key)}" ${id}`;
	}
	#replaces(spot) {
		const place = this.#about.placeBelow(lowTokensTo(spot));
		return place === void 0 ? {} : { related: [{
			message: say`replaces the value set here`,
			place
		}] };
	}
	#say(rule, spot, message, extras = {}) {
		const { layer, environment, report } = this.#about;
		report(finding(rule, placeIn(layer, tokensTo(spot), "value"), message, {
			...extras,
			environment: environment.name
		}));
	}
};
function at(spot) {
	return spot.up === void 0 ? say`the document` : pointer(tokensTo(spot));
}
function shapeOf(value) {
	if (isMapping(value)) return "mapping";
	return isList(value) ? "list" : say`scalar`;
}
function a(value) {
	if (value === null) return say`null`;
	return value instanceof Opaque ? say`a ${value.opaque} value` : say`a ${kindOf(value)}`;
}
// src/stages/merge/elements.ts
/** The key of a list that is merged by one. */
function listKey(strategy) {
	return typeof strategy?.merge === "object" ? strategy.merge.key : void 0;
}
/** The id of an element; `undefined` where it has none that can be compared. */
function idOf(element, key) {
	const id = isMapping(element) ? own(element, key) : void 0;
	return id === void 0 || id === null || typeof id === "object" ? void 0 : id;
}
/** Whether an element says that the one with its key is to go: `{name: x, $remove: true}`. */
function isRemoval(element) {
	return isMapping(element) && own(element, "$remove") === true;
}
/** Checks the elements that one layer gives to a keyed list: each must have a key, and one of its own. */
var ElementCheck = class {
	#key;
	#complaints;
	#seen = /* @__PURE__ */ new Map();
	constructor(key, complaints) {
		this.#key = key;
		this.#complaints = complaints;
	}
	/** The id of the next element; what is wrong with it is reported. */
	next(element, index, spot) {
		const id = idOf(element, this.#key);
		if (id === void 0) {
			if (!this.#hidden(element)) this.#complaints?.keyMissing(element, this.#key, spot);
		} else if (isRemoval(element)) this.#seen.delete(id);
		else {
			const first = this.#seen.get(id);
			if (first === void 0) this.#seen.set(id, index);
			else this.#complaints?.keyDuplicate(element, this.#key, spot, first);
		}
		return id;
	}
	/** What failed before has its finding already. */
	#hidden(element) {
		return element === HOLE || isMapping(element) && own(element, this.#key) === HOLE;
	}
};
const known = /* @__PURE__ */ new WeakMap();
/** Whether a strategy has a keyed list anywhere. */
function hasKeyedLists(strategy) {
	if (strategy === void 0) return false;
	if (strategy.keyed !== void 0) return strategy.keyed;
	let answer = known.get(strategy);
	if (answer === void 0) known.set(strategy, answer = searchKeyedLists(strategy));
	return answer;
}
function searchKeyedLists(root) {
	const seen = /* @__PURE__ */ new Set([root]);
	for (const strategy of seen) {
		if (strategy.keyed === true || listKey(strategy) !== void 0) return true;
		for (const child of Object.values(strategy.properties ?? {})) seen.add(child);
		if (typeof strategy.rest === "object") seen.add(strategy.rest);
		if (strategy.items !== void 0) seen.add(strategy.items);
	}
	return false;
}
// src/stages/merge/folding.ts
function siteOf(spot, { layer, index }) {
	return {
		layer,
		index,
		path: spot
	};
}
// src/stages/merge/rule.ts
/**
* How the value that a layer has at a spot is merged: as its YAML tag says, else as the schema says. A tag that cannot
* apply is a finding and counts as absent.
*/
function ruleFor(high, spot, complaints) {
	const tag = spot.tags?.tag;
	const fromSchema = spot.strategy?.merge;
	switch (tag) {
		case "!replace": return "replace";
		case "!append":
		case "!prepend":
			if (isList(high)) return tag === "!append" ? "append" : "prepend";
			break;
		case "!merge":
			if (isMapping(high)) return void 0;
			if (isList(high) && typeof fromSchema === "object") return fromSchema;
			break;
		default: return fromSchema;
	}
	complaints?.tagMisplaced(tag, high, spot);
	return fromSchema;
}
// src/stages/merge/take.ts
/**
* What a layer says where nothing lies below that it could be merged with. Returned as it is wherever possible, so that
* the result shares it; copied only on the way to nulls and `$remove` elements that fall away.
*/
function take(value, spot, run, nulls) {
	if (typeof value !== "object" || value === null) return value;
	if ((nulls === "keep" || isList(value)) && spot.tags === void 0 && !hasKeyedLists(spot.strategy)) return value;
	if (isList(value)) return takeList(value, spot, run);
	return isMapping(value) ? takeMapping(value, spot, run, nulls) : value;
}
function takeMapping(value, spot, run, nulls) {
	let copy;
	for (const key of Object.keys(value)) {
		const said = value[key];
		const taken = typeof said === "object" || spot.tags !== void 0 ? takeKey(said, key, spot, run, nulls) : said;
		if (taken !== said) copy ??= upTo(value, key);
		if (copy !== void 0 && taken !== void 0) put(copy, key, taken);
	}
	if (copy !== void 0) run.owned.add(copy);
	return copy ?? value;
}
function takeKey(said, key, parent, run, nulls) {
	const spot = keySpot(parent, key, void 0);
	const rule = ruleFor(said, spot, run.complaints);
	const kept = spot.tags?.tag === "!replace";
	if (said === null && nulls === "drop" && !kept) {
		parent.trace?.kid(key, false);
		run.complaints?.removesNothing(spot);
		return;
	}
	const trace = parent.trace?.kid(key, true);
	return take(said, trace === void 0 ? spot : {
		...spot,
		trace
	}, run, rule === "replace" ? "keep" : nulls);
}
function takeList(value, spot, run) {
	const key = listKey(spot.strategy);
	const check = key === void 0 ? void 0 : new ElementCheck(key, run.complaints);
	const traces = spot.trace?.itemTraces(value.length);
	const taken = [];
	const takenTraces = [];
	let changed = false;
	for (let i = 0; i < value.length; i++) {
		const item = value[i];
		const child = itemSpot(spot, i, taken.length, traces?.[i]);
		ruleFor(item, child, run.complaints);
		const id = check?.next(item, i, child);
		if (key !== void 0 && isRemoval(item)) {
			if (id !== void 0) run.complaints?.removesNoElement(item, key, child);
			changed = true;
			continue;
		}
		const now = take(item, child, run, "keep");
		if (now !== item) changed = true;
		taken.push(now);
		if (traces !== void 0) takenTraces.push(traces[i]);
	}
	if (spot.trace !== void 0) spot.trace.items = takenTraces;
	return changed ? taken : value;
}
/** A copy of the entries before `key`. */
function upTo(value, key) {
	const copy = {};
	for (const before of Object.keys(value)) {
		if (before === key) break;
		put(copy, before, value[before]);
	}
	return copy;
}
// src/stages/merge/trace.ts
/**
* What the layers said at one pointer of the effective document. Sparse: what only one layer speaks of has no trace of
* its own, it lies below the `set` of the nearest trace above.
*/
var Trace = class Trace {
	/** Who set what counts now; absent where nothing does. */
	set;
	/** Who merged something into it since, lowest precedence first. */
	joined = [];
	/** Who took away what is in `under`. */
	removed;
	kids;
	/** The items of a merged list, in the order of the value; in `kids` are then the removed ones, by their old index. */
	items;
	/** What stood here before it was replaced or removed. */
	under;
	constructor(set) {
		this.set = set;
	}
	replacedBy(site) {
		this.#bury();
		this.set = site;
	}
	removedBy(site) {
		this.#bury();
		this.removed = site;
	}
	/** The trace of a key below. `has`: whether the value so far has the key; whoever set this then set that too. */
	kid(key, has) {
		this.kids ??= /* @__PURE__ */ new Map();
		let kid = this.kids.get(key);
		if (kid === void 0) this.kids.set(key, kid = new Trace(has ? this.#siteOf(key) : void 0));
		return kid;
	}
	/** The traces of all items of a list that has `count` of them. */
	itemTraces(count) {
		if (this.items === void 0) {
			this.items = [];
			for (let i = 0; i < count; i++) this.items.push(this.kid(String(i), true));
			this.kids = void 0;
		}
		return this.items;
	}
	/** Keeps the trace of an item that is no longer in the list. */
	keepGone(index, trace) {
		this.kids ??= /* @__PURE__ */ new Map();
		this.kids.set(index, trace);
	}
	#siteOf(token) {
		return this.set && {
			...this.set,
			path: {
				up: this.set.path,
				token
			}
		};
	}
	#bury() {
		if (this.set !== void 0 || this.removed !== void 0) {
			const { set, joined, removed, kids, items, under } = this;
			this.under = Object.assign(new Trace(set), {
				joined,
				removed,
				kids,
				items,
				under
			});
		}
		this.set = this.removed = this.kids = this.items = void 0;
		this.joined = [];
	}
};
// src/stages/merge/keyed.ts
/**
* Merges a list whose elements are told apart by a key. The order of `low` is kept: an element of `high` is merged with
* the one that has its key, appended as written where there is none, and with `$remove` takes it away.
*/
function foldKeyed(low, high, key, { spot, run, fold }) {
	const list = new KeyedList(low, key, spot);
	const check = new ElementCheck(key, run.complaints);
	for (let i = 0; i < high.length; i++) {
		const element = high[i];
		const position = list.positionOf(idOf(element, key));
		const child = itemSpot(spot, i, position ?? i, list.traceAt(position));
		const id = check.next(element, i, child);
		if (isRemoval(element)) {
			if (position === void 0 && id !== void 0) run.complaints?.removesNoElement(element, key, child);
			if (id !== void 0) list.remove(id, siteOf(child, run));
		} else if (position !== void 0) list.values[position] = fold(list.values[position], element, child, run);
		else {
			const trace = spot.trace && new Trace(siteOf(child, run));
			list.append(take(element, {
				...child,
				trace
			}, run, "keep"), trace);
		}
	}
	return list.finish();
}
/** A keyed list under construction. Positions are those of `low` until it is finished. */
var KeyedList = class {
	values;
	#positions = /* @__PURE__ */ new Map();
	#trace;
	#traces;
	constructor(low, key, { trace }) {
		this.values = [...low];
		this.#trace = trace;
		this.#traces = trace && [...trace.itemTraces(low.length)];
		for (const [i, element] of low.entries()) {
			const id = idOf(element, key);
			if (id !== void 0 && !this.#positions.has(id)) this.#positions.set(id, i);
		}
	}
	positionOf(id) {
		return id === void 0 ? void 0 : this.#positions.get(id);
	}
	traceAt(position) {
		return position === void 0 ? void 0 : this.#traces?.[position];
	}
	append(value, trace) {
		this.values.push(value);
		this.#traces?.push(trace);
	}
	/** Takes an element away. Its trace can still be asked for at its old position, where nothing has moved there. */
	remove(id, site) {
		const position = this.#positions.get(id);
		if (position === void 0) return;
		this.#positions.delete(id);
		this.values[position] = void 0;
		const gone = this.#traces?.[position];
		if (gone === void 0 || this.#traces === void 0) return;
		gone.removedBy(site);
		this.#trace?.keepGone(String(position), gone);
		this.#traces[position] = void 0;
	}
	finish() {
		if (this.#trace !== void 0) this.#trace.items = this.#traces?.filter((trace) => trace !== void 0);
		return this.values.filter((value) => value !== void 0);
	}
};
// src/stages/merge/unseen.ts
/**
* Which of `items` are neither in `low` nor earlier in `items`. Items that hold anything opaque are always new: whether
* two of them are equal is not known. Linear in the size of both.
*/
function unseen(low, items) {
	const seen = /* @__PURE__ */ new Set();
	for (const item of low) seen.add(canonical(item) ?? "");
	return items.map((item) => {
		const text = canonical(item);
		if (text === void 0) return true;
		const before = seen.size;
		return seen.add(text).size > before;
	});
}
/** A text that two values share exactly if they are equal; `undefined` for what holds an opaque leaf. */
function canonical(value) {
	if (value instanceof Opaque) return void 0;
	if (isList(value)) return enclose("[", value.map(canonical), "]");
	if (!isMapping(value)) return JSON.stringify(value);
	return enclose("{", Object.keys(value).sort().map((key) => {
		const text = canonical(value[key]);
		return text === void 0 ? void 0 : `${JSON.stringify(key)}:${text}`;
	}), "}");
}
function enclose(open, parts, close) {
	return parts.includes(void 0) ? void 0 : open + parts.join(",") + close;
}
// src/stages/merge/lists.ts
/** Adds the items of a layer, as they are written, to a list. */
function addItems(low, high, rule, { spot, run }) {
	const trace = spot.trace && new Trace(siteOf(spot, run));
	const taken = take(high, {
		...spot,
		trace
	}, run, "keep");
	const isNew = rule === "unique" ? unseen(low, taken) : void 0;
	const added = isNew === void 0 ? taken : taken.filter((_, i) => isNew[i]);
	if (spot.trace !== void 0 && trace !== void 0) {
		const lowTraces = spot.trace.itemTraces(low.length);
		const allTraces = trace.itemTraces(taken.length);
		const addedTraces = isNew === void 0 ? allTraces : allTraces.filter((_, i) => isNew[i]);
		spot.trace.items = inOrder(lowTraces, addedTraces, rule);
	}
	return inOrder(low, added, rule);
}
function inOrder(low, added, rule) {
	return rule === "prepend" ? [...added, ...low] : [...low, ...added];
}
// src/stages/merge/replaced.ts
/** Reports what a reviewer should know about a value that takes another one's place: a changed kind, a bared secret. */
function checkReplaced(low, high, spot, run) {
	if (typeof low !== "object" && typeof high !== "object") return;
	if (low === HOLE || high === HOLE) return;
	const complaints = run.complaints;
	if (complaints === void 0) return;
	if ((low instanceof Sealed || low instanceof Secret) && !run.layer.encrypted && bares(high)) complaints.secretExposed(high, spot);
	else if (isPlaceholder(low) || isPlaceholder(high)) return;
	else if (isMapping(low) !== isMapping(high) || isList(low) !== isList(high)) complaints.kindChange(low, high, spot);
	else checkSecretsBelow(low, high, spot, run);
}
/** Where a whole list or mapping is replaced, secrets are compared at the pointers that both have. */
function checkSecretsBelow(low, high, spot, run) {
	if (isList(low) && isList(high)) {
		const both = Math.min(low.length, high.length);
		for (let i = 0; i < both; i++) {
			const below = low[i];
			if (typeof below === "object") checkSecrets(below, high[i], itemSpot(spot, i, i, void 0), run);
		}
	} else if (isMapping(low) && isMapping(high)) for (const key of Object.keys(high)) {
		const below = own(low, key);
		if (typeof below === "object") checkSecrets(below, high[key], keySpot(spot, key, void 0), run);
	}
}
function checkSecrets(low, high, spot, run) {
	if (low instanceof Opaque) checkReplaced(low, high, spot, run);
	else checkSecretsBelow(low, high, spot, run);
}
/** Whether a value that takes a secret's place can be read by anybody. Empty collections say nothing. */
function bares(high) {
	return high !== null && !(high instanceof Opaque) && !(typeof high === "object" && Object.keys(high).length === 0);
}
/** Null and empty values stand for what is still to come: any kind may take their place, and they any other's. */
function isPlaceholder(value) {
	if (value === null || value === "") return true;
	if (isList(value)) return value.length === 0;
	return isMapping(value) && Object.keys(value).length === 0;
}
// src/stages/merge/fold.ts
/** Folds what a layer says at a spot into what the layers below say there (RFC 7396, tags and list strategies). */
function fold$1(low, high, spot, run) {
	const rule = ruleFor(high, spot, run.complaints);
	if (run.layer.from === "variables" && isList(low) && isMapping(high)) {
		run.complaints?.intoList(spot);
		return low;
	}
	if (low !== void 0 && rule !== "replace") {
		if (isMapping(low) && isMapping(high)) return foldMapping(low, high, spot, run);
		if (rule !== void 0 && isList(low) && isList(high)) return foldList(low, high, rule, spot, run);
	}
	spot.trace?.replacedBy(siteOf(spot, run));
	if (low !== void 0) checkReplaced(low, high, spot, run);
	return take(high, spot, low === HOLE && run.complaints !== void 0 ? {
		...run,
		complaints: void 0
	} : run, rule === "replace" ? "keep" : "drop");
}
function foldMapping(low, high, spot, run) {
	spot.trace?.joined.push(siteOf(spot, run));
	const out = run.owned.has(low) ? low : { ...low };
	run.owned.add(out);
	const bare = spot.trace === void 0 && spot.tags === void 0;
	for (const key of Object.keys(high)) {
		const said = high[key];
		if (bare && typeof said !== "object" && typeof out[key] !== "object") put(out, key, said);
		else foldKey(out, key, said, spot, run);
	}
	return out;
}
function foldKey(out, key, said, parent, run) {
	const low = own(out, key);
	const spot = keySpot(parent, key, parent.trace?.kid(key, low !== void 0));
	if (said !== null || spot.tags?.tag === "!replace") {
		put(out, key, fold$1(low, said, spot, run));
		return;
	}
	ruleFor(said, spot, run.complaints);
	if (low === void 0) run.complaints?.removesNothing(spot);
	else {
		Reflect.deleteProperty(out, key);
		spot.trace?.removedBy(siteOf(spot, run));
	}
}
function foldList(low, high, rule, spot, run) {
	const merged = typeof rule === "object" ? foldKeyed(low, high, rule.key, {
		spot,
		run,
		fold: fold$1
	}) : addItems(low, high, rule, {
		spot,
		run
	});
	spot.trace?.joined.push(siteOf(spot, run));
	return merged;
}
// src/stages/merge/fold-layers.ts
/** The one walk over a document's layers: the merge, its findings and its provenance all come from here. */
function foldLayers(layers, strategy, watchers) {
	const { trace, complaintsAbout } = watchers;
	const base = baseOf(layers);
	const owned = /* @__PURE__ */ new Set();
	let merged = null;
	for (let index = base; index < layers.length; index++) {
		const layer = layers[index];
		const spot = rootSpot(layer, strategy, trace);
		const run = {
			layer,
			index,
			owned,
			complaints: complaintsAbout?.(layer, index)
		};
		if (index === base) merged = first(layer.value, spot, run);
		else if (layer.value !== null) merged = fold$1(merged, layer.value, spot, run);
		if (layer.value === HOLE) break;
	}
	return merged;
}
/**
* The layer to start from. Where one is a hole nothing is known of the document: that one, and it ends there. Else the
* first that says something, for an empty file says nothing; the last where none does.
*/
function baseOf(layers) {
	const hole = layers.findIndex(({ value }) => value === HOLE);
	if (hole >= 0) return hole;
	const speaking = layers.findIndex(({ value }) => value !== null);
	return speaking >= 0 ? speaking : Math.max(0, layers.length - 1);
}
/** The first layer that says something is taken as it is: its nulls are values. */
function first(value, spot, run) {
	spot.trace?.replacedBy(siteOf(spot, run));
	ruleFor(value, spot, run.complaints);
	return take(value, spot, run, "keep");
}
// src/stages/merge/answer.ts
/** Reads from a recorded merge where the value at a pointer comes from. */
function answer(trace, tokens) {
	const { counting, removed, shadowed } = sayings$1(trace, tokens);
	const contributors = counting.map(originOf);
	const origins = {
		contributors,
		shadows: shadowed.sort((a, b) => b.index - a.index).map(originOf),
		...contributors[0] && { winner: contributors[0] }
	};
	return removed === void 0 ? origins : {
		...origins,
		removedBy: originOf(removed)
	};
}
function sayings$1(root, tokens) {
	const shadowed = [];
	let trace = root;
	for (let depth = 0;; depth++) {
		if (trace.under !== void 0) {
			const { counting, removed, shadowed: deeper } = sayings$1(trace.under, tokens.slice(depth));
			for (const site of counting) shadowed.push(site);
			if (removed !== void 0) shadowed.push(removed);
			for (const site of deeper) shadowed.push(site);
		}
		const token = tokens[depth];
		if (token === void 0) return {
			...countingAt(trace),
			shadowed
		};
		const next = below(trace, token);
		if (next === void 0) return {
			...countingInside(trace, tokens.slice(depth), shadowed),
			shadowed
		};
		trace = next;
	}
}
function below(trace, token) {
	return (LIST_INDEX.test(token) ? trace.items?.[Number(token)] : void 0) ?? trace.kids?.get(token);
}
const LIST_INDEX = /^(?:0|[1-9][0-9]*)$/;
function countingAt({ set, joined, removed }) {
	const counting = set === void 0 ? [] : [...joined.toReversed(), set];
	return removed === void 0 ? { counting } : {
		counting,
		removed
	};
}
/** Below a trace without traces of its own: all of it comes from who set it, or went with what took it away. */
function countingInside({ set, items, removed }, rest, shadowed) {
	if (removed !== void 0) return shadowed.length === 0 ? { counting: [] } : {
		counting: [],
		removed
	};
	if (set === void 0 || items !== void 0) return { counting: [] };
	let path = set.path;
	for (const token of rest) path = {
		up: path,
		token
	};
	return { counting: valueAt(set.layer.value, tokensTo(path)) === void 0 ? [] : [{
		...set,
		path
	}] };
}
function originOf({ layer, path }) {
	return {
		layer,
		tokens: tokensTo(path)
	};
}
// src/stages/merge/record.ts
/** Notes during a merge which layer says what, and answers from its notes afterwards. */
var Recorder = class {
	trace = new Trace();
	originsAt(tokens) {
		return answer(this.trace, tokens);
	}
};
/**
* Answers where the values of a merged document come from, by running the same merge again with a recorder: on the
* first question, once. Until then it costs nothing.
*/
function recordMerge(layers, strategy) {
	let recorder;
	return { originsAt: (tokens) => {
		if (recorder === void 0) {
			recorder = new Recorder();
			foldLayers(layers, strategy, { trace: recorder.trace });
		}
		return recorder.originsAt(tokens);
	} };
}
// src/stages/merge/merge.ts
/**
* Folds the layers of one document into its value in one environment, lowest precedence first: RFC 7396, the schema's
* list strategies and the layers' YAML tags. Pure: mutates no layer; the result shares their untouched subtrees. Given
* a recorder, the same fold also notes which layer set each value and what it shadows.
*
* A layer whose root is null (an empty file) says nothing; where all are, the document is null. A layer whose root is a
* hole makes the document a hole. What is wrong with the layers is reported, and the best value is still returned.
*/
function mergeLayers(layers, strategy, run) {
	const { report, recorder } = run;
	return foldLayers(layers, strategy, {
		...recorder === void 0 ? {} : { trace: recorder.trace },
		...report === void 0 ? {} : { complaintsAbout: complaintsOf(layers, strategy, run.environment, report) }
	});
}
/** The fast path keeps no provenance: the place below is asked of a replay of the layers below, once for each layer. */
function complaintsOf(layers, strategy, environment, report) {
	return (layer, index) => {
		let below;
		return new Complaints({
			layer,
			environment,
			report,
			placeBelow: (tokens) => {
				below ??= recordMerge(layers.slice(0, index), strategy);
				const { winner } = below.originsAt(tokens);
				return winner && placeIn(winner.layer, winner.tokens, "value");
			}
		});
	};
}
// src/stages/parse/variables.ts
/**
* What the run's variables say of one document: the layer above all others, `undefined` where none of them is set.
* A variable's value is a string (an empty one is set); tokens of its pointer are keys of mappings, numbers too. Where
* a layer below has a list on the way, the merge reports it.
*
* Two variables that cannot both be followed, since one sets the other's place or a place below it, are a
* `config/bad-value` at the later one in `variables`, set or not; the earlier one counts.
*
* @param environment The process variables, by name.
*/
function variableLayer(document, variables, environment, report) {
	const claims = { children: /* @__PURE__ */ new Map() };
	const names = /* @__PURE__ */ new Map();
	const mappedAt = /* @__PURE__ */ new Map();
	let value = {};
	for (const variable of variables) {
		if (variable.kind !== document.kind || variable.name !== document.name) continue;
		if (!claim(claims, variable, report)) continue;
		const text = Object.hasOwn(environment, variable.variable) ? environment[variable.variable] : void 0;
		if (text === void 0) continue;
		names.set(variable.tokens.join("\0"), variable.variable);
		mappedAt.set(variable.variable, variable.place);
		if (variable.tokens.length === 0) value = text;
		else setAt(value, variable, text);
	}
	if (names.size === 0) return void 0;
	return {
		from: "variables",
		value,
		names,
		mappedAt,
		environment: null,
		encrypted: false
	};
}
/** Takes the pointer of a variable; false, with a finding, where another variable has it or one above or below it. */
function claim(root, variable, report) {
	if (variable.tokens.length > 100) {
		report(finding("config/bad-value", variable.place, say`this pointer is deeper than ${100} keys`));
		return false;
	}
	let at = root;
	for (const token of variable.tokens) {
		if (at.by !== void 0) break;
		let next = at.children.get(token);
		if (next === void 0) at.children.set(token, next = { children: /* @__PURE__ */ new Map() });
		at = next;
	}
	const taken = at.by ?? firstBelow(at);
	if (taken === void 0) {
		at.by = variable;
		return true;
	}
	const message = say`${name(variable.variable)} sets ${pointer(variable.tokens)}, and ${name(taken.variable)} ${pointer(taken.tokens)}: only one can be followed`;
	const related = [{
		message: say`${name(taken.variable)} is mapped here`,
		place: taken.place
	}];
	report(finding("config/bad-value", variable.place, message, { related }));
	return false;
}
function firstBelow(claimed) {
	for (const child of claimed.children.values()) {
		const found = child.by ?? firstBelow(child);
		if (found !== void 0) return found;
	}
}
function setAt(root, variable, text) {
	let at = root;
	const last = variable.tokens.length - 1;
	for (let i = 0; i < last; i++) {
		const token = variable.tokens[i];
		const known = own(at, token);
		const next = isMapping(known) ? known : {};
		if (next !== known) put(at, token, next);
		at = next;
	}
	put(at, variable.tokens[last], text);
}
// src/targets.ts
/** Most targets that are kept at once: what many documents refer to stays, memory does not follow the repository. */
const KEPT = 128;
/**
* @param evaluate merges one document in one environment without reporting: its findings belong to its own turn
*/
function createTargets(reader, evaluate) {
	const kept = /* @__PURE__ */ new Map();
	const fresh = () => ({
		layersOf: createLayers(reader.keptTrees),
		byEnvironment: /* @__PURE__ */ new Map()
	});
	return (document, environment) => {
		const target = kept.get(document) ?? fresh();
		kept.delete(document);
		kept.set(document, target);
		if (kept.size > KEPT) kept.delete(kept.keys().next().value ?? document);
		const { byEnvironment, layersOf } = target;
		if (!byEnvironment.has(environment.name)) byEnvironment.set(environment.name, evaluate(document, environment, layersOf));
		return byEnvironment.get(environment.name);
	};
}
/**
* What references can lead to, by environment. One world serves a whole run, since what it resolved once it remembers.
*
* @param documents every document of the repository, by `kind/name`
*/
function createWorlds(documents, targets) {
	const worlds = /* @__PURE__ */ new Map();
	return (environment) => {
		let world = worlds.get(environment.name);
		if (world === void 0) {
			const lookup = (key) => {
				const target = documents.get(key);
				try {
					return target && targets(target, environment);
				} catch (error) {
					worlds.delete(environment.name);
					throw error;
				}
			};
			worlds.set(environment.name, world = {
				environment,
				documents: documents.keys(),
				lookup
			});
		}
		return world;
	};
}
// src/pipeline.ts
/** Finds out what a repository configures; what is wrong with its structure goes to the collector. Merges nothing. */
async function openWorkspace(snapshot, variables, all) {
	const { report } = all;
	const reader = createReader(snapshot);
	const config = await reader.whole(all, () => readConfig(reader.config(report), report));
	reader.configure(config);
	const discovery = await reader.whole(all, () => discover({
		entries: snapshot.entries,
		config,
		parse: (path, how) => reader.trees(path, how, report)
	}, report));
	for (const sources of discovery.shared.values()) reader.share(sources);
	const environments = inherit(discovery.environments, report);
	const presence = createPresence({
		discovery,
		environments,
		config
	}, report);
	all.close();
	const opened = {
		snapshot,
		config,
		discovery,
		environments,
		presence,
		reader,
		variables
	};
	const targets = createTargets(reader, (document, environment, layersOf) => {
		const top = variableLayer(document.id, config.variables, variables, () => void 0);
		reader.announce(document.sources);
		return mergeIn(presence, document, environment, {
			layersOf,
			top
		});
	});
	return {
		...opened,
		world: createWorlds(discovery.documents, targets)
	};
}
/**
* Merges one document in each of the given environments in which it exists. A file is read and parsed once, however
* many environments use it; findings repeat per environment and are folded by the collector.
*/
function evaluate(workspace, document, environments, report) {
	workspace.reader.announce(document.sources);
	const layersOf = createLayers((path, how) => workspace.reader.trees(path, how, report));
	const top = variableLayer(document.id, workspace.config.variables, workspace.variables, report);
	const effectives = [];
	for (const environment of environments) {
		const effective = mergeIn(workspace.presence, document, environment, {
			layersOf,
			top,
			report
		});
		if (effective !== void 0) effectives.push(effective);
	}
	return effectives;
}
/** One document in one environment; `undefined` where it does not exist there. */
function mergeIn({ sourcesIn }, document, environment, { layersOf, top, report }) {
	const sources = sourcesIn(document, environment);
	if (sources === void 0) return void 0;
	const layers = [];
	for (const source of sources) layers.push(...layersOf(source));
	if (top !== void 0) layers.push(top);
	const merged = mergeLayers(layers, void 0, report === void 0 ? { environment } : {
		report,
		environment
	});
	const { originsAt } = recordMerge(layers, void 0);
	return {
		document: document.id,
		environment,
		layers,
		value: merged ?? {},
		originsAt
	};
}
/** Resolves the references of an effective document. Targets are evaluated on demand, without their own findings. */
function link(workspace, effective, report) {
	if (!mayHoldReferences(effective.layers)) return {
		effective,
		value: effective.value,
		references: []
	};
	return linkDocument(effective, workspace.world(effective.environment), report);
}
// src/queries/selection.ts
/** The named environments, or all. An unknown name is a usage failure that tells the nearest one. */
function selectEnvironments(workspace, { environments = [] }) {
	if (environments.length === 0) return [...workspace.environments.values()];
	return [...new Set(environments)].map((wanted) => environmentNamed(workspace, wanted));
}
/** The named documents, or all; unknown names as above. What they are made of is announced to be read. */
function selectDocuments(workspace, { documents = [] }) {
	const selected = documents.length === 0 ? [...workspace.discovery.documents.values()] : [...new Set(documents)].map((wanted) => documentNamed(workspace, wanted));
	announce(workspace, selected);
	return selected;
}
/** Those of the documents, given by `kind/name`, that there are in a workspace. */
function documentsOf({ discovery }, keys) {
	return keys.map((key) => discovery.documents.get(key)).filter((document) => document !== void 0);
}
/** Announces that documents will be read. */
function announce({ reader }, documents) {
	for (const { sources } of documents) reader.announce(sources);
}
function environmentNamed(workspace, wanted) {
	const found = workspace.environments.get(wanted);
	if (found !== void 0) return found;
	const near = nearest(wanted, workspace.environments.keys());
	throw new Failure("usage", say`there is no environment ${name(wanted)}`, near === void 0 ? say`cairn environments lists them` : say`did you mean ${name(near)}?`);
}
function documentNamed(workspace, wanted) {
	const { documents } = workspace.discovery;
	const found = documents.get(wanted);
	if (found !== void 0) return found;
	const sameName = [...documents.values()].find(({ id }) => id.name === wanted);
	const near = sameName === void 0 ? nearest(wanted, documents.keys()) : `${sameName.id.kind}/${wanted}`;
	throw new Failure("usage", say`there is no document ${name(wanted)}`, near === void 0 ? say`cairn environments --documents lists them` : say`did you mean ${name(near)}?`);
}
// src/queries/check.ts
/** Merges and links every selected document in every selected environment, one document at a time. */
async function check(workspace, options) {
	const { collector, selection } = options;
	const environments = selectEnvironments(workspace, selection);
	const documents = selectDocuments(workspace, selection);
	let effectiveDocuments = 0;
	for (const [i, document] of documents.entries()) {
		effectiveDocuments += await workspace.reader.whole(collector, () => {
			const concrete = evaluate(workspace, document, environments, collector.report).filter(({ environment }) => !environment.abstract);
			for (const effective of concrete) link(workspace, effective, collector.report);
			return concrete.length;
		});
		collector.close();
		options.progress?.(i + 1, documents.length);
	}
	return {
		findings: collector.findings(),
		snapshot: workspace.snapshot.label,
		documents: documents.length,
		effectiveDocuments,
		environments: environments.filter(({ abstract }) => !abstract).map((environment) => environment.name),
		notChecked: notChecked(workspace, selection)
	};
}
function notChecked(workspace, { environments = [], documents = [] }) {
	const messages = [];
	const schemas = [...workspace.config.kinds.values()].filter(({ schema }) => schema !== void 0).length;
	if (schemas > 0) messages.push(say`schemas, ${schemas} in all: this version does not validate yet`);
	const abstract = environments.filter((wanted) => workspace.environments.get(wanted)?.abstract === true);
	if (abstract.length > 0) messages.push(say`references in ${list(abstract.map(name))}: abstract, so merged only`);
	if (environments.length > 0) messages.push(say`environments other than the ${environments.length} named`);
	if (documents.length > 0) messages.push(say`documents other than the ${documents.length} named`);
	return messages;
}
// src/stages/diff/digest.ts
/**
* A 32-bit number that is the same for values that are the same, whatever the order of their keys. Says nothing of
* opaque leaves: all have one digest.
*/
function digest(value) {
	if (typeof value === "string") return digestText(value, 1);
	if (typeof value !== "object") return digestText(String(value), 2);
	if (value === null) return 3;
	if (value instanceof Opaque) return 4;
	if (isList(value)) return value.reduce((sum, item) => mix(sum) ^ digest(item), 5);
	let sum = 6;
	for (const [key, child] of Object.entries(value)) sum = sum + mix(digestText(key, 7) ^ mix(digest(child))) | 0;
	return sum;
}
/** The finalizer of MurmurHash3, shortened. */
function mix(hash) {
	const spread = Math.imul(hash ^ hash >>> 16, 2246822507);
	return spread ^ spread >>> 13;
}
/** FNV-1a over UTF-16 units. */
function digestText(text, seed) {
	let hash = 2166136261 ^ seed;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
	return hash;
}
// src/stages/diff/chain.ts
/** Most pairs of items looked at (some 20 ms of work); lists that need more are not lined up. */
const MOST_PAIRS = 2e5;
/**
* The items that are on both sides in the same order, as many as there can be: those of the same name, and of what has
* none the equal ones. Swapping the lists swaps the sides of the matches. None where finding them would take too long.
*/
function chain(left, right, nameOf) {
	const digests = [left.map(digest), right.map(digest)];
	const labels = createLabels(nameOf);
	const [before, after] = [labels(left, digests[0]), labels(right, digests[1])];
	if (before === void 0 || after === void 0) return [];
	if (compare$2(...digests) <= 0) return longest(before, after);
	return longest(after, before).map((match) => ({
		before: match.after,
		after: match.before
	}));
}
/** Labels of lists, the same label for the same items only; `undefined` where finding them would take too long. */
function createLabels(nameOf) {
	const byDigest = /* @__PURE__ */ new Map();
	let pairs = 0;
	const labelOf = (item, of) => {
		let alike = byDigest.get(of);
		if (alike === void 0) byDigest.set(of, alike = []);
		const known = alike.find((other) => ++pairs && sameValue(other.item, item));
		if (known !== void 0) return known;
		const label = { item };
		alike.push(label);
		return label;
	};
	return (items, digests) => {
		const labels = [];
		for (const [i, item] of items.entries()) {
			if (pairs > MOST_PAIRS) return void 0;
			labels.push(nameOf(item) ?? labelOf(item, digests[i]));
		}
		return labels;
	};
}
function compare$2(a, b) {
	if (a.length !== b.length) return a.length - b.length;
	const at = a.findIndex((number, i) => number !== b[i]);
	return at < 0 ? 0 : a[at] - b[at];
}
/** Longest common subsequence of labels (Hunt and Szymanski 1977): n log n where labels are mostly distinct. */
function longest(before, after) {
	const places = /* @__PURE__ */ new Map();
	for (const [j, label] of after.entries()) {
		const known = places.get(label);
		if (known === void 0) places.set(label, [j]);
		else known.push(j);
	}
	const ends = [];
	let pairs = 0;
	for (const [i, label] of before.entries()) {
		const at = places.get(label) ?? [];
		pairs += at.length;
		if (pairs > MOST_PAIRS) return [];
		for (let k = at.length - 1; k >= 0; k--) {
			const j = at[k];
			const length = lowerBound(ends, j);
			ends[length] = {
				before: i,
				after: j,
				previous: ends[length - 1]
			};
		}
	}
	const found = [];
	for (let link = ends.at(-1); link !== void 0; link = link.previous) found.push(link);
	return found.reverse();
}
function lowerBound(ends, j) {
	let low = 0;
	let high = ends.length;
	while (low < high) {
		const middle = low + high >> 1;
		if (ends[middle].after < j) low = middle + 1;
		else high = middle;
	}
	return low;
}
/** Keys by which people tell items of a list apart, most telling first. They describe a change, they never merge. */
const NAMING_KEYS = [
	"name",
	"id",
	"key"
];
/**
* Lines up two lists so that few items count as different, in the order of `after`. Equal items in line give no step.
* Mappings are lined up by name (the strategy's key, else a usual one that tells all of them apart), all else by
* equality; of what is left between two hits, items of one sort are paired in order. Swapping the lists swaps the sides
* of the steps.
*/
function align(before, after, rule) {
	const shorter = Math.min(before.length, after.length);
	let start = 0;
	while (start < shorter && sameValue(before[start], after[start])) start++;
	if (start === before.length && start === after.length) return [];
	let beforeEnd = before.length;
	let afterEnd = after.length;
	while (beforeEnd > start && afterEnd > start) {
		if (!sameValue(before[beforeEnd - 1], after[afterEnd - 1])) break;
		beforeEnd--;
		afterEnd--;
	}
	const steps = lineUp(before.slice(start, beforeEnd), after.slice(start, afterEnd), rule);
	return start === 0 ? steps : steps.map((step) => shift(step, start, start));
}
function shift({ before, after }, by, byAfter) {
	return {
		before: before === -1 ? -1 : before + by,
		after: after === -1 ? -1 : after + byAfter
	};
}
function lineUp(left, right, rule) {
	const oneSided = left.length === 0 || right.length === 0;
	const key = oneSided ? void 0 : namingKey(left, right, rule);
	const nameOf = (item) => key !== void 0 && isMapping(item) ? item[key] : void 0;
	const hits = oneSided ? [] : chain(left, right, nameOf);
	const mayBeOne = pairing(key, rule);
	const steps = [];
	let i = 0;
	let j = 0;
	for (const hit of [...hits, {
		before: left.length,
		after: right.length
	}]) {
		const gap = fillGap(left.slice(i, hit.before), right.slice(j, hit.after), mayBeOne);
		for (const step of gap) steps.push(shift(step, i, j));
		if (hit.before < left.length && nameOf(left[hit.before]) !== void 0) steps.push(hit);
		i = hit.before + 1;
		j = hit.after + 1;
	}
	return steps;
}
/** The key that tells all mappings of both lists apart: the strategy's own, else the first usual one that does. */
function namingKey(left, right, rule) {
	return (typeof rule === "object" ? [rule.key, ...NAMING_KEYS] : NAMING_KEYS).find((key) => tellsApart(left, key) && tellsApart(right, key));
}
function tellsApart(items, key) {
	const seen = /* @__PURE__ */ new Set();
	for (const item of items) {
		if (!isMapping(item)) continue;
		const id = own(item, key);
		if (id === void 0 || typeof id === "object" || seen.has(id)) return false;
		seen.add(id);
	}
	return true;
}
/**
* Whether two items of one sort that stand in the same gap are one item that changed. Of mappings, under a strategy's
* key another name is another item; under a usual one it is a new name, where half of what the item says stayed.
*/
function pairing(key, rule) {
	if (key === void 0) return () => true;
	const strict = typeof rule === "object" && rule.key === key;
	return (before, after) => {
		if (!isMapping(before) || !isMapping(after)) return true;
		return !strict && halfEqual(before, after);
	};
}
function halfEqual(before, after) {
	const keys = Object.keys(before);
	let equal = 0;
	for (const key of keys) {
		const other = own(after, key);
		if (other !== void 0 && sameValue(before[key], other)) equal++;
	}
	return 2 * equal + 1 >= Math.max(keys.length, Object.keys(after).length);
}
/** The steps between two hits, where no item is on both sides. */
function fillGap(left, right, mayBeOne) {
	const steps = [];
	let i = 0;
	let j = 0;
	for (const pair of pairsOf(left, right)) {
		while (i < pair.before) steps.push({
			before: i++,
			after: -1
		});
		while (j < pair.after) steps.push({
			before: -1,
			after: j++
		});
		if (mayBeOne(left[i], right[j])) steps.push({
			before: i,
			after: j
		});
		else steps.push({
			before: i,
			after: -1
		}, {
			before: -1,
			after: j
		});
		i++;
		j++;
	}
	while (i < left.length) steps.push({
		before: i++,
		after: -1
	});
	while (j < right.length) steps.push({
		before: -1,
		after: j++
	});
	return steps;
}
/** Items of one sort, in order: one by one where that fits all, else as many as there can be. */
function pairsOf(left, right) {
	const inOrder = [];
	const shorter = Math.min(left.length, right.length);
	for (let i = 0; i < shorter; i++) if (sameSort(left[i], right[i])) inOrder.push({
		before: i,
		after: i
	});
	if (inOrder.length === shorter) return inOrder;
	const most = chain(left, right, sortOf);
	return most.length > inOrder.length ? most : inOrder;
}
/** Nobody knows what stands for a hole. */
function sameSort(before, after) {
	return before instanceof Hole || after instanceof Hole || sortOf(before) === sortOf(after);
}
/** Scalars of all types are one sort: `80` that becomes `'80'` is the same item. */
function sortOf(item) {
	if (isMapping(item)) return "mapping";
	return isList(item) ? "list" : "scalar";
}
// src/stages/diff/strategies.ts
/** Whether the schema puts a value, or anything in it, under `x-secret`. */
function holdsSecret(value, strategy) {
	if (value === void 0 || strategy === void 0) return false;
	if (strategy.secret === true) return true;
	if (isList(value)) return value.some((item) => holdsSecret(item, strategy.items));
	if (!isMapping(value)) return false;
	return Object.keys(value).some((key) => holdsSecret(value[key], strategyAtKey(strategy, key)));
}
// src/stages/diff/differences.ts
/** A collection with more differences than this counts as one: nobody reads them, and each would be looked up. */
const MOST_DIFFERENCES = 5e3;
/**
* The differences of two values, few rather than many: mappings by key, lists as `align` lines them up, a subtree that
* came or went as one. A hole equals holes only: nobody knows what it stands for, so that it may hide a change to or
* from anything else. In the order of `after`; what is gone stands before its next sibling that stayed.
*/
function differences(before, after, strategy) {
	const walk = {
		found: [],
		before: [],
		after: [],
		secret: false
	};
	compare$1(before, after, strategy, walk);
	return walk.found;
}
function compare$1(before, after, strategy, walk) {
	const outer = walk.secret;
	const first = walk.found.length;
	walk.secret ||= strategy?.secret === true;
	if (isMapping(before) && isMapping(after)) compareMappings(before, after, strategy, walk);
	else if (isList(before) && isList(after)) compareLists(before, after, strategy, walk);
	else if (!sameValue(before, after)) note(before, after, strategy, walk);
	if (walk.found.length - first > MOST_DIFFERENCES) {
		walk.found.length = first;
		note(before, after, strategy, walk);
	}
	walk.secret = outer;
}
function compareMappings(before, after, strategy, walk) {
	if (before === after) return;
	const left = Object.keys(before);
	const right = Object.keys(after);
	if (!sameKeys(left, right)) return compareKeys(before, after, strategy, walk);
	for (const key of right) if (before[key] !== after[key]) compareKey(before, after, key, strategy, walk);
}
/** By far the most mappings have the keys that they had, in the order that they had. */
function sameKeys(left, right) {
	if (left.length !== right.length) return false;
	for (let i = 0; i < left.length; i++) if (left[i] !== right[i]) return false;
	return true;
}
function compareKeys(before, after, strategy, walk) {
	const gone = goneBefore(before, after);
	for (const key of Object.keys(after)) {
		for (const lost of gone.get(key) ?? []) compareKey(before, after, lost, strategy, walk);
		compareKey(before, after, key, strategy, walk);
	}
	for (const lost of gone.get(void 0) ?? []) compareKey(before, after, lost, strategy, walk);
}
/** Keys that are gone, by the key before which they stood and which stayed; `undefined` for the end. */
function goneBefore(before, after) {
	const gone = /* @__PURE__ */ new Map();
	let waiting = [];
	for (const key of Object.keys(before)) if (!Object.hasOwn(after, key)) waiting.push(key);
	else if (waiting.length > 0) {
		gone.set(key, waiting);
		waiting = [];
	}
	return gone.set(void 0, waiting);
}
function compareKey(before, after, key, strategy, walk) {
	const was = own(before, key);
	const is = own(after, key);
	enter(walk, key, key);
	if (was === void 0 || is === void 0) note(was, is, strategyAtKey(strategy, key), walk);
	else compare$1(was, is, strategyAtKey(strategy, key), walk);
	leave(walk);
}
function compareLists(before, after, strategy, walk) {
	if (before === after) return;
	for (const step of align(before, after, strategy?.merge)) {
		const was = before[step.before];
		const is = after[step.after];
		const from = step.before === -1 ? step.after : step.before;
		const to = step.after === -1 ? step.before : step.after;
		enter(walk, String(from), String(to));
		if (was === void 0 || is === void 0) note(was, is, strategy?.items, walk, "list");
		else compare$1(was, is, strategy?.items, walk);
		leave(walk);
	}
}
function enter(walk, before, after) {
	walk.before.push(before);
	walk.after.push(after);
}
function leave(walk) {
	walk.before.pop();
	walk.after.pop();
}
function note(before, after, strategy, walk, inside = "mapping") {
	const kind = before === void 0 ? "added" : after === void 0 ? "removed" : "changed";
	const secret = walk.secret || holdsSecret(before, strategy) || holdsSecret(after, strategy);
	const [beforeTokens, tokens] = [walk.before.slice(), walk.after.slice()];
	walk.found.push({
		kind,
		beforeTokens,
		tokens,
		before,
		after,
		inside,
		secret
	});
}
// src/stages/diff/places.ts
/** Where a layer says something: a collection at its key (in YAML it starts a line later), a leaf at its value. */
function whereIn(layer, tokens) {
	const value = valueAt(layer.value, tokens);
	return locate(placeIn(layer, tokens, isMapping(value) || isList(value) ? "key" : "value"));
}
const whereOf = (origin) => whereIn(origin.layer, origin.tokens);
// src/stages/diff/sides.ts
function sidesOf(linked) {
	const { effective } = linked;
	let references;
	return {
		side(tokens, value) {
			references ??= byPointer(linked.references);
			const through = references.size === 0 ? [] : nearestAbove(references, tokens);
			const [via] = through;
			const { winner, shadows } = effective.originsAt(via?.tokens ?? tokens);
			return {
				value,
				...winner === void 0 ? {} : { location: whereOf(winner) },
				...via === void 0 ? {} : {
					via: locate(via.place),
					targets: through.map((one) => targetText(one.target))
				},
				shadowed: shadows.map(whereOf)
			};
		},
		removedBy(tokens) {
			const by = effective.originsAt(tokens).removedBy;
			return by && whereOf(by);
		}
	};
}
const keyOf = (tokens) => tokens.join("\0");
function byPointer(references) {
	const found = /* @__PURE__ */ new Map();
	for (const reference of references) {
		const key = keyOf(reference.tokens);
		const known = found.get(key);
		if (known === void 0) found.set(key, [reference]);
		else known.push(reference);
	}
	return found;
}
/** The references in the text at a pointer or above it: one that is all of a text may stand for a whole collection. */
function nearestAbove(references, tokens) {
	for (let depth = tokens.length; depth >= 0; depth--) {
		const found = references.get(keyOf(tokens.slice(0, depth)));
		if (found !== void 0) return found;
	}
	return [];
}
// src/stages/diff/diff.ts
/**
* What changes in one document of one environment, with where each value comes from on both sides; `undefined` is a
* document that is not there. Origins are asked for only where something changed.
*
* @param strategy the schema's: lists with a key are compared by it, and what is under `x-secret` is marked.
*/
function diffLinked(before, after, strategy) {
	const some = after ?? before;
	if (some === void 0) return [];
	const known = {
		document: documentKey(some.effective.document),
		environments: [some.effective.environment.name]
	};
	if (before === void 0 || after === void 0) return [wholeChange(some, after !== void 0, strategy, known)];
	const sides = {
		before: sidesOf(before),
		after: sidesOf(after)
	};
	return differences(before.value, after.value, strategy).map((found) => changeOf(found, sides, known));
}
function wholeChange(linked, isAdded, strategy, known) {
	const side = sidesOf(linked).side([], linked.value);
	return {
		...known,
		tokens: [],
		kind: isAdded ? "added" : "removed",
		whole: true,
		...holdsSecret(linked.value, strategy) ? { secret: true } : {},
		...isAdded ? { after: side } : { before: side }
	};
}
function changeOf(found, sides, known) {
	const { kind, tokens, beforeTokens, inside } = found;
	const moved = tokens.some((token, i) => token !== beforeTokens[i]);
	const removedBy = inside === "list" || kind === "changed" ? void 0 : absence(found, sides);
	return {
		...known,
		tokens,
		...moved ? { beforeTokens } : {},
		kind,
		...found.secret ? { secret: true } : {},
		...found.before === void 0 ? {} : { before: sides.before.side(beforeTokens, found.before) },
		...found.after === void 0 ? {} : { after: sides.after.side(tokens, found.after) },
		...removedBy === void 0 ? {} : { removedBy }
	};
}
function absence({ kind, tokens, beforeTokens }, sides) {
	return kind === "removed" ? sides.after.removedBy(tokens) : sides.before.removedBy(beforeTokens);
}
// src/stages/diff/compare.ts
/**
* How one document differs between two environments, as changes from the first to the second: `before` is what the
* first runs with, `after` the second, each side with its environment's name. `undefined` is an environment that lacks
* the document.
*/
function compareEnvironments(first, second, strategy) {
	const names = [first, second].map((linked) => linked?.effective.environment.name);
	const environments = names.filter((name) => name !== void 0).sort();
	return diffLinked(first, second, strategy).map((change) => ({
		...change,
		environments,
		...change.before === void 0 ? {} : { before: named(change.before, names[0]) },
		...change.after === void 0 ? {} : { after: named(change.after, names[1]) }
	}));
}
function named(side, environment) {
	return environment === void 0 ? side : {
		...side,
		environment
	};
}
// src/queries/compare.ts
async function compare(workspace, question, collector) {
	const left = environmentNamed(workspace, question.left);
	const right = environmentNamed(workspace, question.right);
	const changes = [];
	let compared = 0;
	for (const document of selectDocuments(workspace, question.selection)) {
		await workspace.reader.whole(collector, () => {
			const sides = evaluate(workspace, document, [left, right], collector.report);
			const linked = new Map(sides.map((side) => [side.environment.name, link(workspace, side, collector.report)]));
			if (linked.size > 0) compared++;
			changes.push(...compareEnvironments(linked.get(left.name), linked.get(right.name)));
		});
		collector.close();
	}
	const findings = collector.findings();
	return {
		snapshot: workspace.snapshot.label,
		left: left.name,
		right: right.name,
		changes,
		compared,
		findings
	};
}
// src/stages/diff/fold.ts
/**
* Folds the changes of many environments: what is the same in several (values, origins and what they shadow) becomes
* one change with all of their names. By document; in it by pointer, in the order of the documents; then by the first
* environment. The order of the input counts only within an environment.
*/
function foldChanges(perEnvironment) {
	const originOf = ({ before, after }) => `${textOf(before?.location)} ${textOf(after?.location)}`;
	return fold(perEnvironment, {
		originOf,
		same: sameChange
	});
}
/** Folds shadowed edits likewise: the same edit, without effect for the same reason. */
function foldShadowedEdits(perEnvironment) {
	return fold(perEnvironment, {
		originOf: ({ edit, by }) => `${textOf(edit)} ${textOf(by)}`,
		same: sameEdit
	});
}
const textOf = (at) => `${at?.file ?? at?.variable ?? ""}:${at?.line ?? ""}:${at?.column ?? ""}`;
function fold(perEnvironment, kind) {
	const sheets = /* @__PURE__ */ new Map();
	const sorted = [...perEnvironment].sort((a, b) => compareText$1(a.environment, b.environment));
	for (const { environment, changes } of sorted) {
		const last = /* @__PURE__ */ new Map();
		for (const item of changes) {
			const sheet = sheetOf(sheets, item.document);
			const spot = spotOf(sheet, item, last.get(item.document) ?? sheet.start);
			last.set(item.document, spot);
			add(spot, item, environment, kind);
		}
	}
	return [...sheets].sort(([a], [b]) => compareText$1(a, b)).flatMap(([, sheet]) => [...written(sheet)]);
}
function sheetOf(sheets, document) {
	const known = sheets.get(document);
	if (known !== void 0) return known;
	const sheet = {
		start: emptySpot(void 0),
		spots: /* @__PURE__ */ new Map()
	};
	sheets.set(document, sheet);
	return sheet;
}
/** The spot of an item's pointer; a new one comes after the spot that precedes it in its own environment. */
function spotOf(sheet, item, last) {
	const key = `${item.kind === "removed" ? "-" : ""}${item.tokens.join("\0")}`;
	let spot = sheet.spots.get(key);
	if (spot === void 0) {
		spot = emptySpot(last.next);
		last.next = spot;
		sheet.spots.set(key, spot);
	}
	return spot;
}
function emptySpot(next) {
	return {
		variants: [],
		byOrigin: /* @__PURE__ */ new Map(),
		next
	};
}
function add(spot, item, environment, { originOf, same }) {
	const origin = originOf(item);
	let candidates = spot.byOrigin.get(origin);
	if (candidates === void 0) spot.byOrigin.set(origin, candidates = []);
	const known = candidates.find((variant) => same(variant.item, item));
	if (known !== void 0) {
		if (known.environments.at(-1) !== environment) known.environments.push(environment);
		return;
	}
	const fresh = {
		item,
		environments: [environment]
	};
	candidates.push(fresh);
	spot.variants.push(fresh);
}
function* written(sheet) {
	for (let spot = sheet.start.next; spot !== void 0; spot = spot.next) for (const { item, environments } of spot.variants) yield {
		...item,
		environments
	};
}
function sameChange(a, b) {
	return a.kind === b.kind && a.whole === b.whole && a.secret === b.secret && (a.beforeTokens ?? a.tokens).join("\0") === (b.beforeTokens ?? b.tokens).join("\0") && sameLocation(a.removedBy, b.removedBy) && sameSide(a.before, b.before) && sameSide(a.after, b.after);
}
function sameSide(a, b) {
	if (a === void 0 || b === void 0) return a === b;
	return sameLocation(a.location, b.location) && sameLocation(a.via, b.via) && a.environment === b.environment && a.shadowed.length === b.shadowed.length && a.shadowed.every((location, i) => sameLocation(location, b.shadowed[i])) && sameValue(a.value, b.value);
}
function sameEdit(a, b) {
	return a.kind === b.kind && a.reason === b.reason && sameLocation(a.edit, b.edit) && sameLocation(a.by, b.by);
}
function sameLocation(a, b) {
	if (a === void 0 || b === void 0) return a === b;
	return a.file === b.file && a.line === b.line && a.column === b.column && a.endLine === b.endLine && a.endColumn === b.endColumn && a.variable === b.variable && a.environment === b.environment;
}
// src/stages/diff/layers.ts
/**
* Finds out which layer after is which layer before, and returns the pairs that do not say the same. A layer is the
* same one by file, environment and place in the file; failing that by what it says (renamed), or because it is the
* next one that its environment gained where it lost one. Run variables are no edit of a file and left out.
*/
function editedLayers(before, after) {
	const pairs = [];
	const inPlace = matchBy(placeOf, before.filter((layer) => layer.from === "file"), after.filter((layer) => layer.from === "file"), pairs);
	const moved = dropEqual(inPlace.before, inPlace.after);
	const renamed = matchBy(({ environment }) => environment ?? "", moved.before, moved.after, pairs);
	for (const layer of renamed.before) pairs.push({ before: layer });
	for (const layer of renamed.after) pairs.push({ after: layer });
	return pairs;
}
/** Pairs layers of one key, equal ones first, then in order. What differs goes to `pairs`; returns those left over. */
function matchBy(keyOf, before, after, pairs) {
	const rest = {
		before: [],
		after: []
	};
	const theirs = groupBy(after, keyOf);
	for (const [key, mine] of groupBy(before, keyOf)) {
		const differing = dropEqual(mine, theirs.get(key) ?? []);
		theirs.delete(key);
		const both = Math.min(differing.before.length, differing.after.length);
		for (let i = 0; i < both; i++) pairs.push({
			before: differing.before[i],
			after: differing.after[i]
		});
		rest.before.push(...differing.before.slice(both));
		rest.after.push(...differing.after.slice(both));
	}
	for (const layers of theirs.values()) rest.after.push(...layers);
	return rest;
}
function groupBy(layers, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const layer of layers) {
		const key = keyOf(layer);
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [layer]);
		else group.push(layer);
	}
	return groups;
}
function dropEqual(before, after) {
	const right = [...after];
	return {
		before: before.filter((layer) => {
			const at = right.findIndex((other) => sameValue(layer.value, other.value));
			if (at >= 0) right.splice(at, 1);
			return at < 0;
		}),
		after: right
	};
}
/** The layer of `layers` that stands where `layer` stood: file, environment and place in the file. */
function counterpart(layer, layers) {
	if (layer.from !== "file") return layers.find((other) => other.from === layer.from);
	const place = placeOf(layer);
	return layers.find((other) => other.from === "file" && placeOf(other) === place);
}
function placeOf({ tree, node, environment }) {
	return [
		tree.source.path,
		environment ?? "",
		...pathTo(tree, node)
	].join("\0");
}
/** Keys and indexes that lead to a node, as the text nests them. */
function pathTo(tree, node) {
	const path = [];
	let at = 0;
	while (at !== node) {
		const children = [...childrenOf$1(tree, at)];
		const index = children.findIndex((child) => node < nodeAfter(tree, child));
		const child = children[index];
		if (child === void 0) return path;
		path.push(tree.keys[child] ?? String(index));
		at = child;
	}
	return path;
}
// src/stages/diff/decision.ts
/** Finds out why an edit that changes nothing changes nothing. */
function decide(edit, pair, both) {
	const standing = standingPart(both.after.value, edit.tokens);
	const there = standing.length === edit.tokens.length;
	const taken = there ? void 0 : takenBy(edit.tokens.slice(0, standing.length + 1), pair, both);
	if (taken !== void 0) return isAbove(taken.layer, pair, both) ? overridden(taken) : sameValueAs(taken);
	const origins = both.after.originsAt(standing);
	const { winner } = origins;
	if (edit.kind !== "removed") {
		if (!counts(origins, pair.after)) return overridden(winner);
		return sameValueAs(there ? equalBelow(origins, valueAt(both.after.value, standing)) : void 0);
	}
	if (!counts(both.before.originsAt(standing), pair.before) && winner !== void 0 && isAbove(winner.layer, pair, both)) return overridden(winner);
	return sameValueAs(there ? winner : void 0);
}
const overridden = (by) => decision("overridden", by);
const sameValueAs = (by) => decision("same-value", by);
function decision(reason, by) {
	return by === void 0 ? { reason } : {
		reason,
		by: whereOf(by)
	};
}
/** The part of a pointer that leads somewhere. */
function standingPart(value, tokens) {
	let at = value;
	for (const [depth, token] of tokens.entries()) {
		at = isMapping(at) ? own(at, token) : void 0;
		if (at === void 0) return tokens.slice(0, depth);
	}
	return tokens;
}
/** The null of another layer that keeps what the edited one says, or said, from counting; as it stands in the head. */
function takenBy(missing, pair, { before, after }) {
	const now = after.originsAt(missing).removedBy;
	if (now !== void 0) return now.layer === pair.after ? void 0 : now;
	const then = before.originsAt(missing).removedBy;
	const still = then && counterpart(then.layer, after.layers);
	return still !== void 0 && valueAt(still.value, missing) === null ? {
		layer: still,
		tokens: missing
	} : void 0;
}
/** Whether a layer of the head takes precedence over the one that was edited, there or where it was before. */
function isAbove(layer, pair, { before, after }) {
	if (pair.after !== void 0) return after.layers.indexOf(layer) > after.layers.indexOf(pair.after);
	const then = counterpart(layer, before.layers);
	if (then === void 0 || pair.before === void 0) return rank(layer, after) > rank(pair.before, after);
	return before.layers.indexOf(then) > before.layers.indexOf(pair.before);
}
/** Precedence by environment, for layers that are not of one document. */
function rank(layer, { environment: { lineage } }) {
	if (layer?.from === "variables") return lineage.length + 1;
	const of = layer?.environment ?? null;
	return of === null ? 0 : lineage.length - lineage.indexOf(of);
}
function counts({ winner, contributors }, layer) {
	return winner?.layer === layer || contributors.some((origin) => origin.layer === layer);
}
/** The next layer below that says the same. */
function equalBelow({ shadows }, value) {
	return shadows.find((origin) => {
		const said = valueAt(origin.layer.value, origin.tokens);
		return said !== void 0 && value !== void 0 && sameValue(said, value);
	});
}
// src/stages/diff/leaf-edits.ts
/**
* The leaves that differ between two versions of a layer; `undefined` is a layer that is not there, null an empty file.
* Lists are not looked into: merging may move items, so that an item's pointer in a layer is not its pointer in the
* document. Holes are not compared.
*/
function leafEdits(before, after) {
	const found = [];
	collect(before === null ? {} : before, after === null ? {} : after, [], found);
	return found;
}
function collect(before, after, path, found) {
	if (before === after || before instanceof Hole || after instanceof Hole) return;
	const left = childrenOf(before, after);
	const right = childrenOf(after, before);
	if (left !== void 0 && right !== void 0) return collectKeys(left, right, path, found);
	if (before === void 0) found.push({
		kind: "added",
		tokens: path.slice()
	});
	else if (after === void 0) found.push({
		kind: "removed",
		tokens: path.slice()
	});
	else if (!sameValue(before, after)) found.push({
		kind: "changed",
		tokens: path.slice()
	});
}
/** The entries of one side: none where it is not there and the other one's are looked at one by one. */
function childrenOf(value, other) {
	if (isMapping(value)) return value;
	return value === void 0 && isMapping(other) && Object.keys(other).length > 0 ? {} : void 0;
}
function collectKeys(before, after, path, found) {
	for (const key of Object.keys(after)) collectKey(own(before, key), after[key], key, path, found);
	for (const key of Object.keys(before)) if (!Object.hasOwn(after, key)) collectKey(before[key], void 0, key, path, found);
}
function collectKey(before, after, key, path, found) {
	path.push(key);
	collect(before, after, path, found);
	path.pop();
}
// src/stages/diff/pointer-tree.ts
const emptyBranch = () => ({
	isMember: false,
	children: /* @__PURE__ */ new Map()
});
/** A set of pointers that answers whether one of them is at, above or below another pointer. */
var PointerTree = class {
	#root = emptyBranch();
	add(tokens) {
		let at = this.#root;
		for (const token of tokens) {
			let child = at.children.get(token);
			if (child === void 0) at.children.set(token, child = emptyBranch());
			at = child;
		}
		at.isMember = true;
	}
	touches(tokens) {
		let at = this.#root;
		for (const token of tokens) {
			if (at.isMember) return true;
			const child = at.children.get(token);
			if (child === void 0) return false;
			at = child;
		}
		return at.isMember || at.children.size > 0;
	}
};
// src/stages/diff/edits.ts
/**
* The edited leaves of a document's layers that change nothing in an environment, each with who decides instead. Only
* what is merged to the very same value counts as such an edit: one that a reference makes come out the same is neither
* a change nor without effect, and neither is one where a hole stays a hole. Origins are asked for only where there is
* such an edit.
*/
function shadowedEdits({ before, after, changes }) {
	if (before === void 0 || after === void 0) return [];
	const changed = new PointerTree();
	for (const change of changes) changed.add(change.tokens);
	const document = documentKey(after.document);
	const environments = [after.environment.name];
	const found = [];
	for (const pair of editedLayers(before.layers, after.layers)) {
		if (!isEdit(pair, before, after)) continue;
		for (const idle of idleEdits(pair, changed, {
			before,
			after
		})) found.push({
			document,
			...idle,
			environments
		});
	}
	return found;
}
/** A layer that came or went because the environment inherits otherwise now was not edited. */
function isEdit(pair, before, after) {
	if (pair.before === void 0) return belongs(pair.after, before);
	return pair.after !== void 0 || belongs(pair.before, after);
}
function belongs(layer, { environment }) {
	const of = layer?.environment ?? null;
	return of === null || environment.lineage.includes(of);
}
function idleEdits(pair, changed, both) {
	const edits = leafEdits(pair.before?.value, pair.after?.value);
	const [was, is] = [both.before.value, both.after.value];
	const idle = edits.filter(({ tokens }) => !changed.touches(tokens) && sameAt(was, is, tokens));
	const decided = idle.map((edit) => ({
		edit,
		decision: decide(edit, pair, both)
	}));
	if (pair.after === void 0 && idle.length === edits.length) return removedLayer(pair, decided);
	return decided.map(({ edit, decision }) => ({
		...edit,
		edit: editedPlace(edit, pair),
		...decision
	}));
}
function removedLayer({ before }, decided) {
	if (before === void 0) return [];
	const decisions = decided.map(({ decision }) => decision);
	const telling = decisions.find(({ reason }) => reason === "overridden") ?? decisions.find(({ by }) => by !== void 0) ?? decisions[0];
	if (telling === void 0) return [];
	return [{
		tokens: [],
		kind: "layer-removed",
		edit: whereIn(before, []),
		...telling
	}];
}
function editedPlace({ kind, tokens }, pair) {
	return whereIn(kind === "removed" ? pair.before : pair.after, tokens);
}
/** Whether two documents hold the same at a pointer, or both nothing. Where there is a hole nobody knows. */
function sameAt(before, after, tokens) {
	let left = before;
	let right = after;
	for (const token of tokens) {
		if (left instanceof Hole || right instanceof Hole) return false;
		left = isMapping(left) ? own(left, token) : void 0;
		right = isMapping(right) ? own(right, token) : void 0;
	}
	if (left === void 0 || right === void 0) return left === right;
	return !(left instanceof Hole || right instanceof Hole) && sameValue(left, right);
}
// src/queries/affected.ts
/**
* The documents (`kind/name`, sorted) that may differ between two snapshots: all of them where the structure changed,
* else those with a file that changed, and, if there are any, those with references, since a target may have changed.
*/
function affectedDocuments(base, head, selection) {
	const keys = /* @__PURE__ */ new Set([...base.discovery.documents.keys(), ...head.discovery.documents.keys()]);
	const named = selection.documents ?? [];
	for (const key of named) if (!keys.has(key)) documentNamed(head, key);
	const wanted = named.length > 0 ? [...new Set(named)] : [...keys].sort(compareText$1);
	if (!sameStructure(base, head)) return wanted;
	const files = compareFiles(base, head);
	const differing = new Set(wanted.filter((key) => differs(key, {
		base,
		head,
		files
	})));
	if (named.length === 0 && differing.size === 0) return [];
	announce(head, documentsOf(head, wanted));
	const referring = documentsOf(head, wanted).filter((document) => sourcesOf(head, document).some(({ path }) => files.refers(path)));
	for (const { id } of referring) differing.add(documentKey(id));
	return wanted.filter((key) => differing.has(key));
}
/** Whether what is said of a document itself differs. */
function differs(key, { base, head, files }) {
	const before = base.discovery.documents.get(key);
	const after = head.discovery.documents.get(key);
	if (before === void 0 || after === void 0 || takesVariables(head, after)) return true;
	const sources = sourcesOf(base, before);
	return !sameSources(sources, sourcesOf(head, after)) || sources.some(({ path }) => !files.same(path));
}
/** Whether run variables speak of a document: what they say may itself refer to others. */
function takesVariables({ config }, { id }) {
	return config.variables.some(({ kind, name }) => kind === id.kind && name === id.name);
}
/** Whether environments, their order and what reads files are the same on both sides. */
function sameStructure(base, head) {
	const shape = ({ config, environments }) => [
		config.presence,
		[...config.tags],
		config.variables.map(({ variable, kind, name, tokens }) => [
			variable,
			kind,
			name,
			tokens
		]),
		config.layout.map(({ place: _, ...entry }) => entry),
		[...environments.values()].map(({ definition, ...environment }) => [environment, definition.without.map(({ document }) => document)])
	];
	return isDeepStrictEqual(shape(base), shape(head));
}
function sourcesOf({ discovery }, document) {
	const shared = discovery.shared.get(document.id.kind);
	return shared === void 0 ? document.sources : [...document.sources, ...shared];
}
function sameSources(before, after) {
	return before.length === after.length && before.every((one, i) => sameSource(one, after[i]));
}
function sameSource(one, other) {
	if (one.path !== other.path || one.environment !== other.environment || one.document !== other.document) return false;
	if (one.entry.index !== other.entry.index || one.at.length !== other.at.length) return false;
	return one.at.every((token, i) => token === other.at[i]);
}
function compareFiles(base, head) {
	const [before, after] = [contentIds(base), contentIds(head)];
	for (const { snapshot } of [base, head]) snapshot.prefetch(linksOf(snapshot.entries));
	const known = /* @__PURE__ */ new Map();
	const referring = /* @__PURE__ */ new Map();
	const isContent = (oid, { snapshot, reader }, path) => {
		const bytes = snapshot.isBlob === void 0 ? void 0 : reader.bytes(path);
		if (bytes === void 0) return void 0;
		referring.set(path, mayReferIn(bytes));
		return snapshot.isBlob?.(oid, bytes);
	};
	const look = (path) => {
		const [old, now] = [before.get(path), after.get(path)];
		if (old !== void 0 && now !== void 0) return old === now;
		const [oid, other] = old === void 0 ? [now, base] : [old, head];
		const told = oid === void 0 ? void 0 : isContent(oid, other, path);
		if (told !== void 0) return told;
		const bytes = base.reader.bytes(path);
		if (bytes === void 0) return head.reader.bytes(path) === void 0;
		const copy = Buffer.from(bytes);
		const current = head.reader.bytes(path);
		return current !== void 0 && copy.equals(current);
	};
	return {
		same: remembered(known, look),
		refers: remembered(referring, (path) => mayReferIn(head.reader.bytes(path) ?? Buffer.alloc(0)))
	};
}
function remembered(known, look) {
	return (path) => {
		let answer = known.get(path);
		if (answer === void 0) known.set(path, answer = look(path));
		return answer;
	};
}
/** What tells a reference is ASCII, which stands in UTF-8 as it stands in Latin-1. */
function mayReferIn(bytes) {
	return mayRefer(bytes.toString("latin1"));
}
/** Object ids of contents. A link's own id says nothing of what it leads to. */
function contentIds({ snapshot }) {
	return new Map(snapshot.entries.filter(({ type }) => type === "file").map(({ path, oid }) => [path, oid]));
}
function* linksOf(entries) {
	for (const { path, type } of entries) if (type === "symlink") yield path;
}
// src/queries/diff.ts
/** Compares the effective documents of two snapshots, reading only those whose inputs differ. */
async function diff({ base, head, selection, collectors }) {
	const changes = [];
	const shadowed = [];
	const wanted = environmentFilter(base, head, selection);
	const keys = affectedDocuments(base, head, selection);
	for (const side of [base, head]) announce(side, documentsOf(side, keys));
	for (const key of keys) {
		const before = await sideOf(base, key, {
			collector: collectors.base,
			selection
		});
		const after = await sideOf(head, key, {
			collector: collectors.head,
			selection
		});
		for (const environment of [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].filter(wanted).sort(compareText$1)) {
			const sides = {
				before: before.get(environment),
				after: after.get(environment)
			};
			const found = diffLinked(sides.before, sides.after);
			if (found.length > 0) changes.push({
				environment,
				changes: found
			});
			const edits = shadowedEdits({
				before: sides.before?.effective,
				after: sides.after?.effective,
				changes: found
			});
			if (edits.length > 0) shadowed.push({
				environment,
				changes: edits
			});
		}
		collectors.base.close();
		collectors.head.close();
	}
	return {
		base: base.snapshot.label,
		head: head.snapshot.label,
		changes: foldChanges(changes),
		shadowed: foldShadowedEdits(shadowed),
		environmentsAdded: onlyIn(head, base),
		environmentsRemoved: onlyIn(base, head),
		compared: keys.length,
		baseErrors: collectors.base.findings().filter(({ severity }) => severity === "error").length,
		findings: collectors.head.findings()
	};
}
/** A document in the environments asked about by name, or in all that are not abstract. */
async function sideOf(workspace, key, { collector, selection: { environments = [] } }) {
	const document = workspace.discovery.documents.get(key);
	if (document === void 0) return /* @__PURE__ */ new Map();
	return workspace.reader.whole(collector, () => {
		const wanted = [...workspace.environments.values()].filter(({ name, abstract }) => {
			return environments.length === 0 ? !abstract : environments.includes(name);
		});
		const effectives = evaluate(workspace, document, wanted, collector.report);
		return new Map(effectives.map((one) => [one.environment.name, link(workspace, one, collector.report)]));
	});
}
function onlyIn(workspace, other) {
	return [...workspace.environments.keys()].filter((name) => !other.environments.has(name));
}
/** An environment that only one side has can be named; one that neither has is a usage failure. */
function environmentFilter(base, head, { environments = [] }) {
	for (const wanted of environments) if (!base.environments.has(wanted)) environmentNamed(head, wanted);
	return (name) => environments.length === 0 || environments.includes(name);
}
// src/queries/environments.ts
/** Lists environments with what they inherit and which documents exist in them. Reads no layer beyond discovery's. */
function environments(workspace, selection, collector) {
	return {
		snapshot: workspace.snapshot.label,
		environments: selectEnvironments(workspace, selection).map((environment) => summary(workspace, environment)),
		findings: collector.findings()
	};
}
function summary(workspace, environment) {
	const { definition, name, abstract, lineage, labels, variables } = environment;
	const documents = [...workspace.discovery.documents.values()].filter((document) => workspace.presence.sourcesIn(document, environment) !== void 0).map(({ id }) => documentKey(id));
	return {
		name,
		abstract,
		protected: environment.protected,
		inherits: definition.inherits.map((parent) => parent.name),
		lineage,
		labels,
		variables,
		location: locate(definition.place),
		documents
	};
}
// src/stages/explain/explain.ts
/**
* Says where the value at a pointer comes from and what it shadows, for a whole document with the empty pointer. The
* answer is the merge's own (a replay with a recorder), so it cannot disagree with what was merged.
*/
function explain$1(linked, tokens, world) {
	const { effective } = linked;
	const value = valueAt(linked.value, tokens);
	const through = referencesAt(linked.references, tokens);
	const origins = effective.originsAt(through[0]?.tokens ?? tokens);
	return {
		environment: effective.environment.name,
		document: documentKey(effective.document),
		pointer: pointer(tokens),
		value,
		said: sayings(origins),
		via: through.map((reference) => hop(reference, tokens.slice(reference.tokens.length), world)),
		leaves: value === void 0 || !isCollection(value) ? [] : leaves(linked, tokens, value, world)
	};
}
function sayings(origins) {
	const said = [];
	if (origins.removedBy !== void 0) said.push(saying(origins.removedBy, "removes"));
	const winner = origins.winner === void 0 ? [] : [origins.winner];
	const above = origins.contributors.length > 0 ? origins.contributors : winner;
	for (const origin of above) said.push(saying(origin, above.length > 1 ? "contributes" : "sets"));
	for (const origin of origins.shadows) said.push(saying(origin, "shadowed"));
	return said;
}
function saying(origin, effect) {
	return {
		effect,
		environment: origin.layer.environment,
		location: locate(placeIn(origin.layer, origin.tokens, "value")),
		value: valueAt(origin.layer.value, origin.tokens)
	};
}
function hop(reference, rest, world) {
	const place = targetPlace(reference.target, rest, world);
	return {
		pointer: pointer(reference.tokens),
		target: targetText(reference.target),
		location: locate(reference.place),
		...place === void 0 ? {} : { targetLocation: locate(place) }
	};
}
function targetPlace(target, rest, world) {
	if (target.of === "variable") return world.placeOf("variables", [target.variable, ...rest]);
	if (target.of === "environment") {
		const [field, ...tokens] = target.tokens;
		return field === "labels" || field === "variables" ? world.placeOf(field, [...tokens, ...rest]) : void 0;
	}
	const winner = world.lookup(target.document)?.originsAt([...target.tokens, ...rest]).winner;
	return winner && placeIn(winner.layer, winner.tokens, "value");
}
const isCollection = (value) => isMapping(value) && Object.keys(value).length > 0 || isList(value) && value.length > 0;
function leaves(linked, at, value, world) {
	if (!isCollection(value)) return [leaf(linked, at, value, world)];
	return (isList(value) ? value.map((item, i) => [String(i), item]) : Object.entries(value)).flatMap(([key, child]) => leaves(linked, [...at, key], child, world));
}
function leaf(linked, at, value, world) {
	const through = referencesAt(linked.references, at);
	const { winner } = linked.effective.originsAt(through[0]?.tokens ?? at);
	return {
		pointer: pointer(at),
		value,
		environment: winner?.layer.environment ?? null,
		...winner === void 0 ? {} : { location: locate(placeIn(winner.layer, winner.tokens, "value")) },
		via: through.map((reference) => hop(reference, at.slice(reference.tokens.length), world))
	};
}
// src/queries/explain.ts
/** Answers one question; only the document asked about and the targets of its references are read. */
async function explain(workspace, question, collector) {
	const environment = environmentNamed(workspace, question.environment);
	const document = documentNamed(workspace, question.document);
	return workspace.reader.whole(collector, () => {
		const [effective] = evaluate(workspace, document, [environment], collector.report);
		if (effective === void 0) throw absent(workspace, question);
		const linked = link(workspace, effective, collector.report);
		const tokens = pointerOf(question.pointer ?? "", linked.value);
		const explanation = explain$1(linked, tokens, {
			lookup: workspace.world(environment).lookup,
			placeOf: (field, path) => placeOfLabel(environment, workspace.environments, field, path)
		});
		if (explanation.value === void 0 && explanation.said.length === 0) throw nothingAt(linked.value, tokens);
		return explanation;
	});
}
function absent(workspace, { document, environment }) {
	const sources = documentNamed(workspace, document);
	const where = [...workspace.environments.values()].filter((other) => workspace.presence.sourcesIn(sources, other) !== void 0).map((other) => other.name);
	return new Failure("usage", say`${name(document)} does not exist in ${name(environment)}`, where.length === 0 ? void 0 : say`it exists in ${name(where.join(", "))}`);
}
function pointerOf(text, value) {
	const tokens = tokensOf(text);
	if (tokens !== void 0) return tokens;
	const dotted = text.split(".");
	if (valueAt(value, dotted) !== void 0) return dotted;
	throw new Failure("usage", say`${name(text)} is no pointer`, say`write it as RFC 6901 does: /network/port`);
}
function nothingAt(value, tokens) {
	let depth = 0;
	while (depth < tokens.length && valueAt(value, tokens.slice(0, depth + 1)) !== void 0) depth++;
	const parent = valueAt(value, tokens.slice(0, depth)) ?? null;
	const near = nearest(tokens[depth] ?? "", isMapping(parent) ? Object.keys(parent) : []);
	const kept = tokens.slice(0, depth).join("/");
	return new Failure("usage", say`there is nothing at ${name("/" + tokens.join("/"))}`, near !== void 0 ? say`did you mean ${name([
		"",
		...tokens.slice(0, depth),
		near
	].join("/"))}?` : isList(parent) ? say`the list at ${name("/" + kept)} has ${parent.length} items` : void 0);
}
// src/queries/render.ts
/**
* Renders the selected documents one at a time: memory follows the largest document. Abstract environments are rendered
* only when named. Opaque leaves cannot be written; each is a finding at the place that supplies it.
*/
async function* render(workspace, { selection, collector }) {
	const named = (selection.environments ?? []).length > 0;
	const environments = selectEnvironments(workspace, selection).filter(({ abstract }) => named || !abstract);
	for (const document of selectDocuments(workspace, selection)) {
		const rendered = await workspace.reader.whole(collector, () => evaluate(workspace, document, environments, collector.report).flatMap((effective) => {
			const linked = link(workspace, effective, collector.report);
			const value = withoutOpaque(linked.value, [], (tokens, leaf) => {
				leftOut(linked, tokens, leaf, collector);
			});
			if (value === void 0) return [];
			return [{
				environment: effective.environment.name,
				document: documentKey(effective.document),
				value
			}];
		}));
		collector.close();
		yield* rendered;
	}
}
function leftOut(linked, tokens, leaf, { report }) {
	if (leaf.opaque === "hole") return;
	const [reference] = referencesAt(linked.references, tokens);
	const { winner } = linked.effective.originsAt(reference?.tokens ?? tokens);
	const { environment } = linked.effective;
	report(finding("render/sealed", winner === void 0 ? inEnvironment(environment.name) : placeIn(winner.layer, winner.tokens, "value"), say`${pointer(tokens)} is ${leaf.opaque} and is left out: this run has no key`, { environment: environment.name }));
}
/** A copy without opaque leaves; subtrees that hold none are shared. `undefined` for an opaque leaf itself. */
function withoutOpaque(value, path, dropped) {
	if (typeof value !== "object" || value === null) return value;
	if (value instanceof Opaque) {
		dropped([...path], value);
		return;
	}
	return isMapping(value) ? mappingWithout(value, path, dropped) : listWithout(value, path, dropped);
}
function mappingWithout(value, path, dropped) {
	let kept;
	for (const key of Object.keys(value)) {
		const child = value[key];
		path.push(key);
		const copy = withoutOpaque(child, path, dropped);
		path.pop();
		if (copy === child) continue;
		kept ??= { ...value };
		if (copy === void 0) Reflect.deleteProperty(kept, key);
		else put(kept, key, copy);
	}
	return kept ?? value;
}
/** A list is left out whole: without one item the others would stand at indices that are not theirs. */
function listWithout(value, path, dropped) {
	const kept = [];
	let same = true;
	for (const [i, child] of value.entries()) {
		path.push(String(i));
		const copy = withoutOpaque(child, path, dropped);
		path.pop();
		if (copy !== child) same = false;
		if (copy !== void 0) kept.push(copy);
	}
	if (kept.length < value.length) return void 0;
	return same ? value : kept;
}
// src/report/inert.ts
/**
* Output that nothing acts on but a person: no line of it is a workflow command of GitHub Actions (`::name::` at the
* start, `##[name]` anywhere), and nothing in it steers a terminal. Names and values come from the repository.
*/
/** Blanks and colours may stand before a command: the runner takes the former away, terminals the latter. */
const COMMAND = /^((?:[^\S\n]|\u001b\[[\d;]*m)*):(?=:)/gm;
/** Text for a terminal or a log. The escapes are those of messages: `\u003a` is a colon. */
function inert(text) {
	return text.replace(COMMAND, "$1\\u003a").replaceAll("##[", "#\\u0023[");
}
/** What a terminal acts on and JSON does not escape by itself: C1 controls, bidirectional and invisible characters. */
const UNESCAPED = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
/** Data as JSON, two blanks deep, whatever it holds the same data to every reader. */
function jsonText(data) {
	return JSON.stringify(data, null, 2).replace(UNESCAPED, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`).replaceAll("##[", "#\\u0023[");
}
/** Whether YAML text would be read by a runner or a terminal, too. */
function isActive(text) {
	return inert(text) !== text || text.search(UNESCAPED) >= 0;
}
// src/report/show.ts
const LONGEST = 160;
/**
* A value on one line for people, at most 160 code points: JSON, with what is opaque in words. Only for the values that
* a command was asked to show; messages use `shown`.
*/
function showValue(value) {
	if (value === void 0) return "(none)";
	const points = Array.from(escapeControls(inline(value)));
	return points.length <= LONGEST ? points.join("") : points.slice(0, 159).join("") + "…";
}
function inline(value) {
	if (value instanceof Opaque) return opaqueWords(value);
	if (isList(value)) return value.length === 0 ? "[]" : `[${value.map(inline).join(", ")}]`;
	if (!isMapping(value)) return JSON.stringify(value);
	const entries = Object.entries(value).map(([key, child]) => `${JSON.stringify(key)}: ${inline(child)}`);
	return entries.length === 0 ? "{}" : `{${entries.join(", ")}}`;
}
function opaqueWords(value) {
	if (value instanceof Sealed) return `(sealed ${value.type})`;
	return value.opaque === "hole" ? "(could not be determined)" : `(${value.opaque})`;
}
/** A value as JSON data; what is opaque becomes `{"$opaque": "sealed", "type": "str"}`. */
function plainValue(value) {
	if (value instanceof Sealed) return {
		$opaque: value.opaque,
		type: value.type
	};
	if (value instanceof Opaque) return { $opaque: value.opaque };
	if (isList(value)) return value.map(plainValue);
	if (!isMapping(value)) return value;
	return mapValues(value, plainValue);
}
function mapValues(value, change) {
	const out = {};
	for (const key of Object.keys(value)) put(out, key, change(value[key]));
	return out;
}
/** A commit shortened as Git does; `working tree` as it is. */
function showSnapshot(label) {
	return /^[0-9a-f]{40,64}$/.test(label) ? label.slice(0, 12) : label;
}
// src/report/json.ts
/** A finding as JSON: rule, severity, message, its place's fields, related places, environments. */
function findingJson({ rule, severity, message, location, related, environments }) {
	return {
		rule,
		severity,
		message,
		...location,
		related: related.map((one) => ({
			message: one.message,
			...one.location
		})),
		environments
	};
}
function checkJson({ findings, ...result }, { passed, counts }) {
	return {
		verdict: passed ? "pass" : "fail",
		counts,
		...result,
		findings: findings.map(findingJson)
	};
}
function environmentsJson({ snapshot, environments }) {
	return {
		snapshot,
		environments: environments.map((one) => ({
			...one,
			labels: plainValue(one.labels),
			variables: plainValue(one.variables)
		}))
	};
}
function explanationJson(found) {
	return {
		...found,
		...found.value === void 0 ? {} : { value: plainValue(found.value) },
		said: found.said.map(({ value, ...said }) => value === void 0 ? said : {
			...said,
			value: plainValue(value)
		}),
		leaves: found.leaves.map((leaf) => ({
			...leaf,
			value: plainValue(leaf.value)
		}))
	};
}
function diffJson({ changes, shadowed, findings, ...result }) {
	return {
		...result,
		changes: changes.map(changeJson),
		shadowed: shadowed.map(({ tokens, ...edit }) => ({
			...edit,
			pointer: pointer(tokens)
		})),
		findings: findings.map(findingJson)
	};
}
function compareJson({ changes, findings, ...result }) {
	const differences = changes.map(changeJson).map(({ before, after, environments: _, ...change }) => ({
		...change,
		...before === void 0 ? {} : { left: before },
		...after === void 0 ? {} : { right: after }
	}));
	return {
		...result,
		differences,
		findings: findings.map(findingJson)
	};
}
function changeJson({ tokens, beforeTokens, before, after, ...change }) {
	const side = ({ value, ...rest }) => change.secret === true ? rest : {
		...rest,
		value: plainValue(value)
	};
	return {
		...change,
		pointer: pointer(tokens),
		...beforeTokens === void 0 ? {} : { beforePointer: pointer(beforeTokens) },
		...before === void 0 ? {} : { before: side(before) },
		...after === void 0 ? {} : { after: side(after) }
	};
}
// src/core/change.ts
/** `no effect in production-eu: overridden at environments/production-eu/services/db.yaml:14`. */
function shadowedEditMessage(edit) {
	return say`no effect in ${environmentsOf(edit.environments)}: ${because(edit)}`;
}
function because({ reason, by, kind }) {
	if (reason === "overridden") return by === void 0 ? say`overridden` : say`overridden at ${lineOf(by)}`;
	if (by === void 0) return say`the value stays what it was`;
	return kind === "removed" || kind === "layer-removed" ? say`the same still comes from ${lineOf(by)}` : say`the same as at ${lineOf(by)}`;
}
/** `file:line`: inside a sentence the column only gets in the way. */
function lineOf(at) {
	return at.file !== void 0 && at.line !== void 0 ? say`${name(at.file)}:${at.line}` : showLocation(at);
}
say`an encrypted value`, say`a secret`, say`a value that takes a key to know`, say`a value that could not be determined`, say`a number`;
const MOST_NAMED = 4;
function environmentsOf(environments) {
	if (environments.length > MOST_NAMED) return say`${environments.length} environments`;
	return list(environments.map((environment) => name(environment)));
}
// src/report/style.ts
const plain = (_look, text) => text;
/** Colours whatever the stream is: whether there is a terminal was decided by the caller. */
const coloured = (look, text) => styleText(look, text, { validateStream: false });
const SEVERITY_LOOK = {
	error: "red",
	warning: "yellow",
	note: "cyan"
};
// src/report/verdict.ts
const FAIL_ON = [...SEVERITIES, "never"];
/** The one place that decides whether a run passed. */
function verdict(findings, failOn = "error") {
	const counts = {
		error: 0,
		warning: 0,
		note: 0
	};
	for (const { severity } of findings) counts[severity]++;
	const passed = (failOn === "never" ? [] : SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1)).every((severity) => counts[severity] === 0);
	return {
		passed,
		counts,
		exitCode: passed ? 0 : 1
	};
}
/** `2 errors, 1 warning`; `no findings` where there is none. */
function countsText({ counts }) {
	const parts = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => plural(counts[severity], severity));
	return parts.length === 0 ? say`no findings` : parts.join(", ");
}
/** `1 document`, `2 documents`. */
function plural(count, noun) {
	return `${grouped(count)} ${noun}${count === 1 ? "" : "s"}`;
}
/** `1,234,567`. Not by the locale machinery, which takes 10 ms to load. */
function grouped(count) {
	return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
// src/report/terminal.ts
/** Findings, one a block: place, severity, rule and message on the first line, related places below. */
function findingsText(findings, style) {
	return findings.map((found) => findingText(found, style)).join("");
}
function findingText(found, style) {
	const { severity, rule, message, environments } = found;
	let text = `${style("bold", showLocation(found.location))} ${style(SEVERITY_LOOK[severity], severity)} ${rule} ${message}\n`;
	for (const { location, message: said } of found.related) text += `  ${showLocation(location)} ${said}\n`;
	if (environments.length > 0) text += style("dim", `  in ${names(environments)}`) + "\n";
	return text;
}
/** At most six names, the rest counted. */
function names(all) {
	const first = all.slice(0, 6).map(escapeControls).join(", ");
	return all.length <= 6 ? first : `${first} and ${all.length - 6} more`;
}
function checkText(result, judged, style) {
	const { documents, effectiveDocuments, environments, notChecked, snapshot } = result;
	const blank = result.findings.length > 0 ? "\n" : "";
	const mark = judged.passed ? style("green", "passed") : style("red", "failed");
	const scope = `${plural(documents, "document")}, ${plural(effectiveDocuments, "effective document")} in ${plural(environments.length, "environment")}`;
	const left = notChecked.map((what) => style("dim", `not checked: ${what}`) + "\n").join("");
	return findingsText(result.findings, style) + `${blank}${mark}: ${countsText(judged)} (${scope}; ${showSnapshot(snapshot)}, no base)\n${left}`;
}
function environmentsText(result, documents, style) {
	return result.environments.map((one) => environmentText(one, documents, style)).join("");
}
function environmentText(one, documents, style) {
	const marks = [one.abstract ? "abstract" : "", one.protected ? "protected" : ""].filter((mark) => mark !== "");
	const kind = marks.length > 0 ? ` (${marks.join(", ")})` : "";
	const order = one.lineage.length > 1 ? `  ${style("dim", one.lineage.slice(1).map((name) => `< ${escapeControls(name)}`).join(" "))}` : "";
	let text = `${style("bold", escapeControls(one.name))}${kind}  ${plural(one.documents.length, "document")}${order}\n`;
	const labels = Object.entries(one.labels).map(([key, value]) => `${escapeControls(key)}=${showValue(value)}`);
	if (labels.length > 0) text += `  labels: ${labels.join(" ")}\n`;
	if (documents === "listed") for (const document of one.documents) text += `  ${escapeControls(document)}\n`;
	return text;
}
function explanationText(found, style) {
	let text = `${style("bold", `${escapeControls(found.environment)} ${escapeControls(found.document)}${found.pointer === "" ? "" : " " + escapeControls(found.pointer)}`)}${found.leaves.length > 0 ? "" : ` = ${showValue(found.value)}`}\n`;
	for (const { pointer, value, via, location } of found.leaves) {
		const from = via.length > 0 ? via.map(hopText) : location === void 0 ? [] : [showLocation(location)];
		text += `  ${escapeControls(pointer)} = ${showValue(value)}  ${style("dim", from.join(", "))}\n`;
	}
	for (const hop of found.via) text += `  through ${hopText(hop)}\n`;
	if (found.said.length > 0) text += style("dim", found.leaves.length > 0 ? "layers, strongest first:" : "said by:") + "\n";
	for (const { effect, location, value, environment } of found.said) {
		const of = environment === null ? "" : style("dim", ` (${escapeControls(environment)})`);
		const said = found.leaves.length > 0 && effect !== "shadowed" ? "" : ` ${showValue(value)}`;
		text += `  ${effect.padEnd(11)} ${showLocation(location)}${said}${of}\n`;
	}
	return text;
}
function hopText(hop) {
	const target = hop.targetLocation === void 0 ? "" : ` set at ${showLocation(hop.targetLocation)}`;
	return `\${cairn:${escapeControls(hop.target)}} at ${showLocation(hop.location)}${target}`;
}
// src/report/changes.ts
const SIGN = {
	added: "+",
	removed: "-",
	changed: "~"
};
const LOOK = {
	added: "green",
	removed: "red",
	changed: "yellow"
};
/** Changes by document; the same change in many environments is one line that names them. */
function diffText(result, style) {
	const { changes, shadowed, environmentsAdded, environmentsRemoved } = result;
	let text = "";
	for (const name of environmentsAdded) text += style("green", `+ environment ${escapeControls(name)}`) + "\n";
	for (const name of environmentsRemoved) text += style("red", `- environment ${escapeControls(name)}`) + "\n";
	text += changesText(changes, style);
	if (shadowed.length > 0) text += `${style("bold", "edits without effect")}\n` + shadowed.map(shadowedText).join("");
	return `${text}${diffSummary(result)}\n`;
}
/** `3 changes in 2 documents, 1 edit without effect (abc → def)`. */
function diffSummary({ changes, shadowed, base, head, compared, baseErrors }) {
	const documents = new Set(changes.map(({ document }) => document)).size;
	const range = `${showSnapshot(base)} → ${showSnapshot(head)}`;
	const what = changes.length === 0 ? "no effective change" : `${plural(changes.length, "change")} in ${plural(documents, "document")}`;
	const without = shadowed.length === 0 ? "" : `, ${plural(shadowed.length, "edit")} without effect`;
	const errors = baseErrors === 0 ? "" : `; the base has ${plural(baseErrors, "error")}`;
	return `${what}${without} (${range}; ${plural(compared, "document")} compared${errors})`;
}
function compareText(result, style) {
	const { changes, left, right, compared } = result;
	const documents = new Set(changes.map(({ document }) => document)).size;
	const what = changes.length === 0 ? `${escapeControls(left)} and ${escapeControls(right)} do not differ` : `${plural(changes.length, "change")} in ${plural(documents, "document")} from ${escapeControls(left)} to ${escapeControls(right)}`;
	return `${changesText(changes.map((change) => ({
		...change,
		environments: []
	})), style)}${what} (${plural(compared, "document")} compared)\n`;
}
function changesText(changes, style) {
	let text = "";
	let document;
	for (const change of changes) {
		if (change.document !== document) text += style("bold", escapeControls(change.document)) + "\n";
		document = change.document;
		text += changeText(change, style);
	}
	return text;
}
function changeText(change, style) {
	const { kind, before, after, environments } = change;
	const at = change.whole === true ? "the whole document" : pointerText(change);
	const values = change.whole === true ? "" : `: ${valuesText(change)}`;
	const where = environments.length === 0 ? "" : `  ${style("dim", `in ${names(environments)}`)}`;
	return `  ${style(LOOK[kind], `${SIGN[kind]} ${at}`)}${values}${where}\n${originsText(before, after, style)}`;
}
/** Where the value stands; both pointers where an item of a list has moved. */
function pointerText({ tokens, beforeTokens }) {
	const [before, now] = [beforeTokens, tokens].map((one) => one && (one.length === 0 ? "its value" : pointer(one)));
	return escapeControls(before === void 0 ? now ?? "" : `${before} → ${now ?? ""}`);
}
/** Old and new value as people read them; of what is under `x-secret` only that it changed. */
function valuesText({ before, after, secret }) {
	if (secret === true) return "(secret)";
	if (before === void 0) return showValue(after?.value);
	return after === void 0 ? showValue(before.value) : `${showValue(before.value)} → ${showValue(after.value)}`;
}
function originsText(before, after, style) {
	const [old, now] = [originText(before), originText(after)];
	const origin = old !== void 0 && now !== void 0 && old !== now ? `${now} (before: ${old})` : now ?? old;
	return origin === void 0 ? "" : `      ${style("dim", origin)}\n`;
}
/** Where a side's value was set; through which reference, if through one. */
function originText(side) {
	if (side?.location === void 0) return void 0;
	if (side.via === void 0) return showLocation(side.location);
	return `through ${names(side.targets ?? [])} at ${showLocation(side.via)}`;
}
function shadowedText(edit) {
	return `  ${`${escapeControls(edit.document)} ${escapeControls(pointer(edit.tokens))}`} at ${showLocation(edit.edit)}\n      ${shadowedEditMessage(edit)}\n`;
}
// src/report/markdown-text.ts
/**
* Text from the repository as Markdown shows it literally: no markup, HTML, mention, link, reference, emoji or table
* cell can come of it (GitHub-flavoured Markdown), wherever in a line it stands.
*/
function md(text) {
	return escapeControls(text).replace(MARKUP, (found) => {
		return /^www\.$/i.test(found) ? found.slice(0, -1) + entity(".") : entity(found.charAt(0)) + found.slice(1);
	});
}
/** Characters of markup; the start of a link, an emoji, a reference to an issue, a mention, a list or a heading. */
const MARKUP = /[&\\`*_~[\]<>|@]|:(?=\/\/|[\w+-]+:)|#(?=\w)|^[-+#=]|^\d+(?=[.)])|\bwww\./gi;
const entity = (char) => `&#${char.charCodeAt(0)};`;
/** A code span that holds the text whatever backticks it has (GFM 6.1); pipes are escaped for table cells. */
function code(text) {
	if (text === "") return "";
	const safe = escapeControls(text).replaceAll("|", "\\|");
	const runs = safe.match(/`+/g) ?? [];
	const ticks = "`".repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
	const pad = safe.startsWith("`") || safe.endsWith("`") || safe.trim() === "" ? " " : "";
	return `${ticks}${pad}${safe}${pad}${ticks}`;
}
/** A fenced block that the text cannot close (GFM 4.5). */
function fence(text, language) {
	const runs = text.match(/`{3,}/g) ?? [];
	const ticks = "`".repeat(Math.max(2, ...runs.map((run) => run.length)) + 1);
	return `${ticks}${language}\n${text.endsWith("\n") ? text : text + "\n"}${ticks}\n`;
}
/** A table; the cells are Markdown already. */
function table(head, rows) {
	const line = (cells) => `| ${cells.join(" | ")} |\n`;
	return line(head) + line(head.map(() => "---")) + rows.map(line).join("");
}
// src/report/markdown.ts
function checkMarkdown(result, judged) {
	const { documents, effectiveDocuments, environments, notChecked, snapshot } = result;
	const head = `**${judged.passed ? "Passed" : "Failed"}**: ${countsText(judged)}\n`;
	const scope = `${plural(documents, "document")}, ${plural(effectiveDocuments, "effective document")} in ${plural(environments.length, "environment")} (${showSnapshot(snapshot)}, no base)\n`;
	const left = notChecked.map((what) => `\nNot checked: ${md(what)}\n`).join("");
	return `${head}\n${findingsTable(result.findings)}${scope}${left}`;
}
function findingsTable(findings) {
	if (findings.length === 0) return "";
	return table([
		"",
		"Where",
		"What",
		"Rule"
	], findings.map(({ severity, rule, message, location, related, environments }) => [
		severity,
		code(showLocation(location)),
		[
			md(message),
			...related.map((one) => `${code(showLocation(one.location))} ${md(one.message)}`),
			...environments.length === 0 ? [] : [`in ${md(names(environments))}`]
		].join("<br>"),
		code(rule)
	])) + "\n";
}
function environmentsMarkdown({ environments }, documents) {
	return table([
		"Environment",
		"",
		"Inherits",
		"Documents"
	], environments.map((one) => [
		code(one.name),
		[one.abstract ? "abstract" : "", one.protected ? "protected" : ""].filter((mark) => mark !== "").join(", "),
		one.lineage.slice(1).map(code).join(" &lt; "),
		documents === "counted" ? String(one.documents.length) : one.documents.map(code).join("<br>")
	]));
}
function explanationMarkdown(found) {
	const where = `${code(found.environment)} ${code(found.document)}${found.pointer === "" ? "" : " " + code(found.pointer)}`;
	const value = found.leaves.length > 0 ? "" : ` = ${code(showValue(found.value))}`;
	const leaves = found.leaves.map(({ pointer: at, value: leaf, via, location }) => [
		code(at),
		code(showValue(leaf)),
		via.length > 0 ? via.map((hop) => `${code(hop.target)} at ${code(showLocation(hop.location))}`).join("<br>") : location === void 0 ? "" : code(showLocation(location))
	]);
	const said = found.said.map((one) => [
		one.effect,
		code(showLocation(one.location)),
		code(showValue(one.value)),
		one.environment === null ? "" : code(one.environment)
	]);
	return `**${where}**${value}\n${found.via.map((hop) => {
		const target = hop.targetLocation === void 0 ? "" : `, set at ${code(showLocation(hop.targetLocation))}`;
		return `\nThrough ${code(hop.target)} at ${code(showLocation(hop.location))}${target}\n`;
	}).join("")}\n` + (leaves.length === 0 ? "" : table([
		"Pointer",
		"Value",
		"Set at"
	], leaves) + "\n") + (said.length === 0 ? "" : table([
		"",
		"Layer",
		"Says",
		"Environment"
	], said));
}
function diffMarkdown(result) {
	const { changes, shadowed, environmentsAdded, environmentsRemoved } = result;
	const shadowedRows = shadowed.map((edit) => [
		code(`${edit.document} ${pointer(edit.tokens)}`),
		code(showLocation(edit.edit)),
		md(shadowedEditMessage(edit))
	]);
	return `**${md(diffSummary(result))}**\n\n` + environmentsAdded.map((name) => `- environment ${code(name)} added\n`).join("") + environmentsRemoved.map((name) => `- environment ${code(name)} removed\n`).join("") + changesTable(changes, ["Before", "After"]) + (shadowed.length === 0 ? "" : `\n**Edits without effect**\n\n${table([
		"Value",
		"Edit",
		"Why"
	], shadowedRows)}`);
}
function compareMarkdown({ changes, left, right }) {
	if (changes.length === 0) return `${code(left)} and ${code(right)} do not differ.\n`;
	return changesTable(changes.map((change) => ({
		...change,
		environments: []
	})), [code(left), code(right)]);
}
function changesTable(changes, sides) {
	if (changes.length === 0) return "";
	const rows = changes.map((change) => [
		`${code(change.document)} ${change.whole === true ? "(whole document)" : code(pointerText(change))}`,
		sideText(change, change.before),
		sideText(change, change.after),
		change.environments.length > 6 ? md(names(change.environments)) : change.environments.map(code).join(" "),
		originMarkdown(change.after ?? change.before)
	]);
	return table([
		"Value",
		...sides,
		"In",
		"Set at"
	], rows);
}
function sideText({ secret }, side) {
	if (side === void 0) return "";
	return secret === true ? "(secret)" : code(showValue(side.value));
}
function originMarkdown(side) {
	if (side?.location === void 0) return "";
	if (side.via === void 0) return code(showLocation(side.location));
	return `through ${(side.targets ?? []).map(code).join(", ")} at ${code(showLocation(side.via))}`;
}
// src/cli/open.ts
/** Where the default layout has its files, and what is mistaken for a `cairn.yaml`. */
const DEFAULT_ROOTS = [
	"environments",
	CONFIG_FILE,
	MISNAMED
];
/**
* The root of the configuration repository, looked for upwards from where the command runs to the top of the Git
* repository: the nearest folder with a `cairn.yaml`; if there is none, with an `environments` folder; else the top.
*/
function rootOf({ directory }, terminal) {
	const start = resolve(terminal.directory, directory ?? ".");
	const { top } = repositoryOf(start);
	const folders = [];
	for (let at = start;; at = dirname(at)) {
		folders.push(at);
		if (at === top || at === dirname(at)) break;
	}
	const isRoot = (folder) => statSync(join(folder, "environments"), { throwIfNoEntry: false })?.isDirectory();
	return folders.find((folder) => existsSync(join(folder, "cairn.yaml"))) ?? folders.find(isRoot) ?? top;
}
/** A commit, or the working tree where none is named. */
function openSnapshot(root, at) {
	if (at !== void 0) return commitTree(root, at);
	const snapshot = existsSync(join(root, "cairn.yaml")) ? workingTree(root) : workingTree(root, DEFAULT_ROOTS);
	if (existsSync(join(root, "cairn.yaml")) && !snapshot.entries.some(({ path }) => path === "cairn.yaml")) throw new Failure("usage", say`cairn.yaml is there, but Git ignores it or it is no file`, say`git check-ignore -v cairn.yaml`);
	return snapshot;
}
/** The workspace that a command looks at, its structure's findings in the collector. */
function open(where, terminal, collector) {
	return openWorkspace(openSnapshot(rootOf(where, terminal), where.at), terminal.variables, collector);
}
// src/cli/output.ts
function writeJson(terminal, data) {
	terminal.out(`${jsonText(data)}\n`);
}
/**
* For commands whose output is something else than findings: tells what was found on standard error.
*
* @returns the exit code: 1 where there is an error, since the output then has holes
*/
function tellFindings(findings, terminal) {
	terminal.clear();
	terminal.err(inert(findingsText(findings.filter(({ severity }) => severity !== "note"), terminal.errStyle)));
	return verdict(findings).exitCode;
}
export { placeMistake as $, explanationJson as A, Collector as At, check as B, Opaque as Bt, verdict as C, CONFIG_FILE as Ct, compareJson as D, defaultBase as Dt, checkJson as E, NODE as Et, render as F, escapeControls as Ft, readConfig as G, MAX_NODES as Gt, discover as H, Secret as Ht, explain as I, name as It, isIgnored as J, compileGlob as K, environments as L, say as Lt, inert as M, inSpan as Mt, isActive as N, createBlobs as Nt, diffJson as O, commitTree as Ot, jsonText as P, repositoryOf as Pt, mistakeFinding as Q, diff as R, HOLE as Rt, plural as S, formatOf as St, plain as T, isMapping as Tt, createLayout as U, Unresolved as Ut, openWorkspace as V, Sealed as Vt, useOf as W, Failure as Wt, at1 as X, createReader as Y, isUnfounded as Z, environmentsText as _, plant as _t, rootOf as a, SCALAR_STYLE as at, FAIL_ON as b, pointer as bt, diffMarkdown as c, badKey as ct, code as d, refusal as dt, wholeLine as et, fence as f, NO_KEY as ft, checkText as g, draftMapping as gt, diffText as h, draftList as ht, openSnapshot as i, EVENT_ID as it, showSnapshot as j, finding as jt, environmentsJson as k, workingTree as kt, environmentsMarkdown as l, floatOf as lt, compareText as m, draftLeaf as mt, writeJson as n, CHOMPING_MODE as nt, checkMarkdown as o, dump as ot, md as p, draftKeyPlace as pt, ignoredByName as q, open as r, COLLECTION_STYLE as rt, compareMarkdown as s, BadNumber as st, tellFindings as t, lineStart as tt, explanationMarkdown as u, integerOf as ut, explanationText as v, plantHole as vt, coloured as w, isList as wt, grouped as x, Source as xt, names as y, reportDuplicate as yt, compare as z, Hole as zt };
