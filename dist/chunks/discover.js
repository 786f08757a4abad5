import { t as __commonJSMin } from "./rolldown-runtime.js";
import { a as trimBlanks, c as settle, d as inSpan, g as MAX_NODES, h as MAX_FILE_BYTES, i as skipBlanks, l as inEnvironment, n as lineEnd, o as THROUGH_ALIAS, r as nextLine, s as finding, t as isBlank$1, u as inFile } from "./lines.js";
import { t as Failure } from "./failure.js";
import { a as name, c as HOLE, d as Sealed, i as list, n as SEVERITIES, o as say } from "./rules.js";
import { A as keyPlace, C as own, D as NODE, E as valueAt, N as valuePlace, O as childrenOf, S as kindOf, _ as reportDuplicate, a as floatOf, b as isList, c as TEMPLATE, d as draftKeyPlace, f as draftLeaf, g as plantHole, h as plant, i as badText, j as nodeAfter, k as findNode, l as refusal, m as draftMapping, n as NOT_FINITE, o as integerOf, p as draftList, r as badKey, s as plainScalar, t as BadNumber, u as NO_KEY, v as setOnce, w as put, x as isMapping, y as TreeBuilder } from "./scalars.js";
import { C as parseEvents, S as getScalarValue, _ as COLLECTION_STYLE, b as YAMLException, c as afterIndicator, d as hasBreak, g as CHOMPING_MODE, h as withoutEmptyLines, i as mistakeOf, l as blockHeader, m as startsLine, p as skipBlank, r as mistakeFinding, s as afterFlow, u as documentMarker, v as EVENT_ID, y as SCALAR_STYLE } from "./yaml-mistakes.js";
import { closeSync, constants, existsSync, fstatSync, lstatSync, openSync, readFileSync, readSync, readdirSync, readlinkSync, realpathSync, statSync } from "node:fs";
import { createHash } from "node:crypto";
import { dirname, join, posix, relative, resolve, sep } from "node:path";
import { spawnSync } from "node:child_process";
import { isUtf8 } from "node:buffer";
// src/adapters/git/blob-id.ts
/**
* Whether bytes are the content of the blob with an object id, which is the hash of a header and the content
* (gitformat-object, "blob <size> NUL"): SHA-1, or SHA-256 in repositories that chose it.
*/
function isBlob(oid, bytes) {
	return createHash(oid.length === 64 ? "sha256" : "sha1").update(`blob ${bytes.length}\u0000`).update(bytes).digest("hex") === oid;
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
	const own = /^gitdir: (.*)$/m.exec(textOf$1(git))?.[1];
	if (own === void 0) return git;
	const directory = resolve(top, own);
	return resolve(directory, textOf$1(join(directory, "commondir")).trimEnd());
}
/** Empty where there is no such file. */
function textOf$1(file) {
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
	const there = present(root, oids);
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
function present(root, oids) {
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
	return compareText(a.location.file ?? "", b.location.file ?? "") || (a.location.line ?? 0) - (b.location.line ?? 0) || (a.location.column ?? 0) - (b.location.column ?? 0) || SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || compareText(a.rule, b.rule) || compareText(a.location.environment ?? "", b.location.environment ?? "") || compareText(a.message, b.message);
}
/** UTF-16 order: the same on every machine, whatever its locale. */
function compareText(a, b) {
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
		this.entries = isSorted$1(distinct) ? distinct : distinct.toSorted((a, b) => compareText(a.path, b.path));
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
			if (compareText(this.entries[middle].path, below) < 0) low = middle + 1;
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
* @throws Failure where the directory is in no repository, or Git refuses
*/
function workingTree(root) {
	const repository = repositoryOf(root);
	const base = join$1(repository.top, repository.prefix);
	const listing = new Listing(listFiles(base));
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
			const found = readEntry(join$1(base, path), entry);
			if (found !== "link") return found;
			const resolved = follow(path);
			if (resolved.problem !== void 0) return resolved;
			const target = readEntry(join$1(repository.top, resolved.path), resolved.entry);
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
function join$1(directory, path) {
	return path === "" ? directory : `${directory}/${path}`;
}
/**
* One spawn: tracked files (`H`; `M` in a merge conflict, once a side; `S` outside a sparse checkout), those of them
* that are gone from disk once more (`R`), untracked ones (`?`, with a slash where it is a repository of its own).
* `git ls-files` prints `<tag> SP <mode> SP <oid> SP <stage> TAB <path> NUL`, for untracked files only tag and path.
*/
function listFiles(directory) {
	const text = decodePath(git(directory, LIST_FILES).stdout);
	const entries = [];
	const gone = /* @__PURE__ */ new Set();
	for (let at = 0; at < text.length;) {
		const end = text.indexOf("\0", at);
		const tag = text[at];
		if (tag === "?") entries.push(untracked(directory, text.slice(at + 2, end)));
		else {
			const path = text.slice(text.indexOf("	", at) + 1, end);
			if (tag === "R" && isGone(join$1(directory, path))) gone.add(path);
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
		type: statOf(join$1(directory, path))?.isSymbolicLink() === true ? "symlink" : "file"
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
			answer = linked(parentOf(folder)) || statOf(join$1(base, folder))?.isSymbolicLink() === true;
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
		return entry.type === "submodule" ? "submodule" : onDisk(join$1(top, path)) ?? inIndex(entry, blobs);
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
		return { problem: resolved.problem === "link-broken" && existsSync(encodePath(join$1(top, inside + path))) ? "link-outside" : resolved.problem };
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
function shapeOf(parts) {
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
	take(captures, only.capture, text);
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
function take(captures, capture, text) {
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
			if (part.is === "any") take(captures, part.capture, path.slice(at, slash));
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
		else if (part.is === "any") take(captures, part.capture, text.slice(at, end));
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
// src/stages/discover/setting.ts
function rootOf(tree) {
	return {
		tree,
		node: 0,
		value: tree.value
	};
}
function placeOf(setting) {
	return valuePlace(setting.tree, setting.node);
}
/** The key of a mapping's entry; the whole item in a list. */
function keyOf(setting) {
	return keyPlace(setting.tree, setting.node);
}
/** True for what says nothing: null, or a hole whose finding has been reported. */
function isBlank(setting) {
	return setting.value === null || setting.value === HOLE;
}
/** Every entry of a mapping by key; empty for anything else. */
function fieldsOf(setting) {
	const { tree, node, value } = setting;
	const fields = /* @__PURE__ */ new Map();
	if (!isMapping(value)) return fields;
	const nodes = /* @__PURE__ */ new Map();
	for (const child of childrenOf(tree, node)) {
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
	for (const child of childrenOf(tree, node)) if (items.length < value.length) items.push({
		tree,
		node: child,
		value: value[items.length]
	});
	return items;
}
/** The end of a sentence about a name that is not known: the nearest that is, or nothing. */
function didYouMean(wanted, candidates) {
	const near = nearest(wanted, candidates);
	return near === void 0 ? say`` : say`; did you mean ${name(near)}?`;
}
function wrongType(setting, expected, report) {
	if (setting.value === HOLE) return;
	report(finding("config/wrong-type", placeOf(setting), say`expected ${expected}, found ${kindOf(setting.value)}`));
}
function badValue(setting, message, report) {
	report(finding("config/bad-value", placeOf(setting), message));
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
			if (!isBlank(field)) fields.set(key, field);
			continue;
		}
		const near = didYouMean(key, known);
		const hint = near === "" ? say`; known here: ${list(known.map(name))}` : near;
		report(finding("config/unknown-key", keyOf(field), say`unknown key ${name(key)}${hint}`));
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
	const shape = shapeOf(parts);
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
		place: placeOf(setting)
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
		if (setting !== void 0 && captured.has(key)) report(finding("config/bad-value", keyOf(setting), say`the ${name(key)} is captured already; leave out one of the two`));
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
	report(finding("discover/unknown-environment", placeOf(setting), message));
}
function missing(entry, key, message, report) {
	if (!isMistyped(entry, key, KEYS$2)) report(finding("config/missing-key", keyOf(entry), message));
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
	report(finding("config/bad-value", keyOf(nest), say`\`keys: dotted\` says . already; leave out one of the two`));
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
			for (const environment of environmentsOf(tree, subtree.at, entry, look)) layers.push({
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
	} else if (token === "*" || token === "{name}") enter(tree, from, value, token, next, look.report);
	else if (valueAt(value, [token]) !== void 0) next.push({
		...from,
		at: [...from.at, token]
	});
}
/** Goes into every entry of a mapping, or of a list where no names are wanted. */
function enter(tree, from, value, token, next, report) {
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
	else if (value !== null) {
		const place = valuePlace(tree, Math.max(0, findNode(tree, from.at)));
		const expected = token === "{name}" ? say`a mapping from names to documents` : say`a list or a mapping of documents`;
		report(finding("discover/no-name", place, say`the layout expects ${expected} here, found ${kindOf(value)}`));
	}
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
		place: () => placeIn(tree, at, naming.at)
	};
	const problem = value === void 0 ? say`nothing at ${pointer(naming.at)} here, where the layout looks for the document's name` : say`the document's name at ${pointer(naming.at)} is no string but ${kindOf(value)}`;
	look.report(finding("discover/no-name", placeIn(tree, at, naming.at), problem));
}
/**
* The environments that `environment: {at: …}` names, looked for in the entry under `at` first, then in its document;
* null where neither says anything, `undefined` where the entry does not look for any.
*/
function environmentsOf(tree, at, { environment: naming }, { report }) {
	if (naming === void 0 || !("at" in naming)) return [void 0];
	const base = (valueIn(tree, at, naming.at) ?? null) === null ? [] : at;
	const value = valueIn(tree, base, naming.at) ?? null;
	if (value === null || value === HOLE) return [null];
	const found = /* @__PURE__ */ new Map();
	const items = isList(value) ? value : [value];
	for (const [index, item] of items.entries()) {
		const place = () => placeIn(tree, base, isList(value) ? [...naming.at, String(index)] : naming.at);
		if (typeof item === "string") found.set(item, {
			text: item,
			place
		});
		else if (item !== HOLE) report(finding("discover/no-name", place(), say`an environment's name is a string, this is ${kindOf(item)}`));
	}
	if (items.length === 0) {
		const problem = say`this list names no environment, so nothing is read; leave it out to mean all of them`;
		report(finding("discover/no-name", placeIn(tree, base, naming.at), problem));
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
function placeIn(tree, at, tokens) {
	const root = Math.max(0, findNode(tree, at));
	for (let depth = tokens.length; depth > 0; depth--) {
		const node = findNode(tree, tokens.slice(0, depth), root);
		if (node >= 0) return depth === tokens.length ? valuePlace(tree, node) : keyPlace(tree, node);
	}
	return keyPlace(tree, root);
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
/** After this many broken lines the file is no dotenv file, and more findings help nobody. */
const MAX_BROKEN_LINES$1 = 20;
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
	#broken = 0;
	constructor(source, report) {
		this.#source = source;
		this.#report = report;
		this.#root = draftMapping(NO_KEY, 0, source.text.length);
	}
	read() {
		const { text } = this.#source;
		for (let start = 0; start < text.length && this.#broken < MAX_BROKEN_LINES$1;) {
			const end = lineEnd(text, start);
			const from = skipBlanks(text, start, end);
			start = nextLine(text, from === end || text[from] === "#" ? end : this.#entry(from, end));
		}
		return this.#broken > 0 ? plantHole(this.#source) : plant(this.#source, this.#root);
	}
	/** Reads the entry at `from` and returns the end of its last line. `end` is that of its first. */
	#entry(from, end) {
		const { text } = this.#source;
		const keyStart = after(EXPORT, text, from);
		const keyEnd = after(NAME, text, keyStart);
		const sign = skipBlanks(text, keyEnd, end);
		const equals = text[sign] === "=";
		if (keyEnd === keyStart || !(equals || isColon(text, sign) || sign === end)) {
			this.#fail(keyStart, this.#nameEnd(keyStart, end), say`this is not the name of a variable: letters, digits and _ make one`);
			return end;
		}
		const key = text.slice(keyStart, keyEnd);
		if (sign === end) {
			this.#fail(keyStart, keyEnd, say`${name(key)} has no value: write ${name(key)}= for an empty one`);
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
			this.#fail(at.start, end, say`this value is not closed: write the missing ${name(quote)}`);
			return end;
		}
		const lastEnd = lineEnd(text, close);
		const rest = skipBlanks(text, close + 1, lastEnd);
		if (rest < lastEnd && close > end && opensValue(text, close)) {
			this.#fail(at.start, end, say`this value is not closed: write the missing ${name(quote)}`);
			return end;
		}
		if (rest < lastEnd && (text[rest] !== "#" || rest === close + 1)) {
			this.#fail(rest, trimBlanks(text, rest, lastEnd), say`only a comment may follow a value in quotes`);
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
	#fail(start, end, message) {
		const conflict = this.#broken === 0 ? refusal(this.#source, start) : void 0;
		if (conflict?.rule === "parse/syntax") {
			this.#broken = MAX_BROKEN_LINES$1;
			this.#report(conflict);
			return;
		}
		this.#broken++;
		this.#report(finding("parse/syntax", inSpan(this.#source, start, end), message));
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
		for (const child of childrenOf(tree, node)) {
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
	const children = [...childrenOf(tree, merge)];
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
	const damaged = sealer.holes === 1 ? say`this SOPS envelope is` : say`this and the next of ${sealer.holes} SOPS envelopes are`;
	reportHoles(tree, sealer, "parse/damaged-envelope", report, say`${damaged} damaged: restore the text, or encrypt the value anew`);
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
	const stray = sealer.holes === 1 ? say`a SOPS envelope stands` : say`${sealer.holes} SOPS envelopes stand`;
	reportHoles(tree, sealer, "parse/stray-envelope", report, say`${stray} in a document without SOPS metadata, which no key can open: restore the metadata, or encrypt the file`);
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
/** After this many broken lines the file is no INI file, and more findings help nobody. */
const MAX_BROKEN_LINES = 20;
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
	#broken = 0;
	constructor(source, report) {
		this.#source = source;
		this.#report = report;
		this.#root = this.#section = draftMapping(NO_KEY, 0, source.text.length);
	}
	read() {
		const { text } = this.#source;
		for (let start = 0; start < text.length && this.#broken < MAX_BROKEN_LINES;) start = nextLine(text, this.#line(start, lineEnd(text, start)));
		return this.#broken > 0 ? plantHole(this.#source) : plant(this.#source, this.#root);
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
		if (close < 0 || close >= to) return this.#fail(from, to, HEADER_OPEN);
		const after = skipBlanks(text, close + 1, to);
		if (after < to && text[after] !== ";" && text[after] !== "#") return this.#fail(after, to, say`only a comment may follow a section header`);
		const start = skipBlanks(text, from + 1, close);
		const end = trimBlanks(text, start, close);
		if (start === end) return this.#fail(from, close + 1, say`this section has no name`);
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
		if (delimiter === to) this.#fail(from, to, say`this line is neither a section nor a key: write key = value`);
		else if (keyEnd === from) this.#fail(from, delimiter + 1, say`the key is missing before this sign`);
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
			this.#fail(start, to, say`this value is not closed: write the missing quotes`);
			return lineEnd(text, to);
		}
		const end = lineEnd(text, close);
		const rest = skipBlanks(text, close + width, end);
		if (rest < end) this.#fail(rest, trimBlanks(text, rest, end), say`nothing may follow a value in three quotes`);
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
	#fail(start, end, message) {
		const conflict = this.#broken === 0 ? refusal(this.#source, start) : void 0;
		if (conflict?.rule === "parse/syntax") {
			this.#broken = MAX_BROKEN_LINES;
			this.#report(conflict);
			return;
		}
		this.#broken++;
		this.#report(finding("parse/syntax", inSpan(this.#source, start, end), message));
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
const SPACE$1 = 32;
const LINE_FEED$1 = 10;
const RETURN$1 = 13;
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
		if (char === LINE_FEED$1 || char === RETURN$1) break;
		if (char === BACKSLASH$1) {
			const length = escapeLength(source, at);
			if (length === 0) tell(at, Math.min(at + 2, source.length), BAD_ESCAPE);
			text = length === 0 || text === void 0 ? void 0 : text + unescaped(source, at);
			at += Math.max(2, length);
			continue;
		}
		if (char < SPACE$1) tell(at, at + 1, BAD_CONTROL);
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
		if (char === QUOTE$1 || char === BACKSLASH$1 || char < SPACE$1) break;
		at++;
	}
	return at;
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
const COMMA = 44;
const COLON$1 = 58;
const SLASH = 47;
const HASH = 35;
const OPEN_BRACE$1 = 123;
const CLOSE_BRACE$1 = 125;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET$1 = 93;
const TAB = 9;
const LINE_FEED = 10;
const RETURN = 13;
const SPACE = 32;
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
			if (this.#peek() === COMMA) return this.#fail(say`a value is missing before this comma`);
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
		if (this.#peek() === COLON$1) {
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
		if (char === COMMA) {
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
			if (char === BACKSLASH || char < SPACE) return this.#escapedString(start, at);
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
			if (char === SPACE || char === LINE_FEED || char === RETURN || char === TAB) this.#at++;
			else if (char === HASH || char === SLASH) {
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
// src/stages/parse/yaml-scalars.ts
/** The text of a scalar: quotes, escapes, folding and indentation resolved. */
function textOf(source, event) {
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
		const text = textOf(this.#text, event);
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
		const key = textOf(this.#text, event);
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
const CONFIG_FILE$1 = "cairn.yaml";
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
		return [holeOf(path)];
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
				if (there(MISNAMED)) report(finding("discover/unused-file", inFile(MISNAMED), say`Cairn reads cairn.yaml: rename this file`));
				return;
			}
			return trees(CONFIG_FILE$1, { stream: false }, report)[0];
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
const FETCHED_AT_ONCE = 2e3;
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
function holeOf(path) {
	const builder = new TreeBuilder(new Source(path, ""));
	builder.close(builder.open(null, -1, -1), 0, 0);
	return builder.finish(HOLE);
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
	if (isBlank(setting)) return bare;
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
		else parents.set(parent, placeOf(item));
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
			place: placeOf(item)
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
	return shapeOf(parts);
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
/** The file that says how a repository is laid out. */
const CONFIG_FILE = "cairn.yaml";
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
	const root = tree === void 0 ? void 0 : rootOf(tree);
	const fields = root === void 0 || isBlank(root) ? /* @__PURE__ */ new Map() : readFields(root, KEYS, report);
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
			else if (hasGoodName(environment, placeOf(item), report)) definitions.set(environment, bareDefinition(environment, placeOf(item)));
		}
		return [...definitions.values()];
	}
	if (!isMapping(setting.value)) wrongType(setting, say`a list of names, or a mapping from names to definitions`, report);
	for (const [environment, field] of fieldsOf(setting)) {
		if (!hasGoodName(environment, keyOf(field), report)) continue;
		definitions.set(environment, readDefinition(environment, field, keyOf(field), report));
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
		const place = keyOf(field);
		const problem = kindProblem(kind);
		if (problem === void 0) kinds.set(kind, readKind(kind, field, place, report));
		else report(finding("config/bad-value", place, problem));
	}
	return kinds;
}
function readKind(kind, setting, place, report) {
	if (isBlank(setting)) return {
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
		if (!tag.startsWith("!") || tag.startsWith("!!") || tag === "!") report(finding("config/bad-value", keyOf(field), say`${name(tag)} is no tag of your own: they start with one !`));
		else if (MERGE_TAGS.includes(tag)) report(finding("config/bad-value", keyOf(field), say`${name(tag)} says how layers are merged; it cannot mean anything else`));
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
			report(finding("config/bad-value", keyOf(field), say`${name(variable)} is no name of a process variable`));
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
		place: placeOf(setting)
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
	const which = files === 1 ? say`this file fits` : say`this file and ${files - 1} more fit`;
	const message = say`${which} ${patterns}, which have equally many literal characters; the later entry is used`;
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
		const definition = tree === void 0 ? bareDefinition(environment, place) : readDefinition(environment, rootOf(tree), place, report);
		const listed = this.#listed.get(environment);
		const earlier = this.#fromFiles.get(environment) ?? (listed?.definedIn && listed);
		if (earlier === void 0) {
			this.#fromFiles.set(environment, definition);
			return;
		}
		const message = say`environment ${name(environment)} is defined twice; this definition is not used`;
		const related = [{
			message: say`the definition that is used`,
			place: earlier.place
		}];
		report(finding("discover/duplicate-environment", place, message, { related }));
	}
	/** All environments by name, and what is wrong with the names that were seen. */
	settle(report) {
		const definitions = new Map(this.#listed);
		for (const [environment, definition] of this.#fromFiles) definitions.set(environment, definition);
		if (this.#listed.size > 0) {
			if (this.#sound) for (const [environment, sightings] of this.#seen) this.#unknown(environment, sightings, report);
		} else {
			for (const [environment, sightings] of this.#seen) if (!definitions.has(environment)) definitions.set(environment, bareDefinition(environment, first(sightings)));
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
		report(finding("discover/unknown-environment", first(sightings), message, { related }));
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
				place: first(common)
			}];
			report(finding("discover/similar-environment", first(this.#seen.get(rare)), message, { related }));
		}
	}
	/** How sure it is that a name is meant: a file that defines it outweighs any number of layers. */
	#vouched(environment) {
		return this.#fromFiles.has(environment) ? Infinity : this.#seen.get(environment)?.count ?? 0;
	}
};
function first({ places }) {
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
const MOST_NAMED = 3;
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
	const named = paths.slice(0, MOST_NAMED).map((path) => say`${name(path.slice(folder.length))}`);
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
		const message = say`there is no document ${name(key)}${didYouMean(key, documents.keys())}`;
		report(finding("discover/unknown-document", place, message));
	}
}
export { createBlobs as C, compareText as S, defaultBase as _, readConfig as a, workingTree as b, isIgnored as c, CONFIG_FILE$1 as d, createReader as f, formatOf as g, Source as h, CONFIG_FILE as i, documentKey as l, tokensOf as m, createLayout as n, compileGlob as o, pointer as p, useOf as r, ignoredByName as s, discover as t, parseDocumentKey as u, commitTree as v, repositoryOf as w, Collector as x, nearest as y };
