import { Bo as encodePath, Ct as findingsText, Gs as name, Ho as compareText, Kr as namesIn, Ks as say, O as rootOf, Qo as showLocation, R as disk, Si as openWorkspace, U as claim, Ur as affectedDocuments, Vi as SEALED_FILE, Vo as Collector, W as clearClaims, _i as isRulesFile, ar as countsText, as as codeOf, cr as notCheckedBy, cs as blobId, dn as openSnapshot, dr as scopeText, ds as engines, dt as findingJson, ei as check, ft as inert, hn as makeFolders, is as git, lo as documentKey, lr as plural, mt as jsonLine, ns as gitDirectory, oi as selectEnvironments, os as Failure, pr as verdict, rs as repositoryOf, wt as names } from "./shared.js";
import { t as watch$1 } from "./chokidar.js";
import { A as checkPaths, E as sealedList, I as isPlainPath, L as checkConsumers, M as Gathering, O as publishedEnvironments, j as nativeArtifacts, k as checkFolders } from "./publication.js";
import { lstatSync, readFileSync, readdirSync, realpathSync, renameSync, rmSync, rmdirSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, posix, relative, resolve, sep } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { setTimeout } from "node:timers/promises";
// src/report/watch.ts
/** For people: what changed, what is new and what is gone, then all that there is. */
function roundText(round, style) {
	const { changed, check, evaluated, fresh, gone, took } = round;
	const judged = verdict(check.findings);
	const what = round.round === 1 ? "" : `${style("bold", changedText(changed))}\n`;
	const left = goneText(gone, style);
	const still = check.findings.length - fresh.length;
	const kept = still === 0 || round.round === 1 ? "" : `, ${still} of them as before`;
	const mark = judged.passed ? style("green", "passed") : style("red", "failed");
	const blank = fresh.length + gone.length > 0 ? "\n" : "";
	const totals = `${mark}: ${countsText(judged)}${kept} (${scopeText(check)}; ${plural(evaluated, "document")} evaluated in ${Math.round(took)} ms)\n`;
	const open = round.round === 1 ? notCheckedBy(check).map((one) => `${style("dim", `not checked: ${one}`)}\n`).join("") : "";
	return `${what}${findingsText(fresh, style)}${left}${blank}${totals}${filesText(round.files)}${open}`;
}
const GONE_SHOWN = 10;
/** What is gone needs no further places. */
function goneText(gone, style) {
	const lines = gone.slice(0, GONE_SHOWN).map(({ rule, message, location }) => {
		return `${style("green", "gone:")} ${showLocation(location)} ${rule} ${message}\n`;
	});
	const more = gone.length - lines.length;
	return lines.join("") + (more > 0 ? style("dim", `and ${more} more`) + "\n" : "");
}
function changedText(changed) {
	if (changed.length === 0) return "another day";
	return [
		"added",
		"changed",
		"removed"
	].flatMap((change) => {
		const paths = changed.filter((one) => one.change === change).map(({ path }) => path);
		return paths.length === 0 ? [] : [`${change} ${names(paths)}`];
	}).join("; ");
}
function filesText(files) {
	if (files === void 0) return "";
	if (files.state === "blocked") return "not rendered: errors block it, and the folder stays as it is\n";
	const { written, removed, total } = files;
	return `${plural(total, "file")} rendered: ${written.length} written, ${removed.length} removed\n`;
}
/** The same as data, in a line; `schemas/output/watch.json` describes it. */
function roundJson({ round, changed, check, evaluated, fresh, gone, took, files }) {
	const { counts, passed } = verdict(check.findings);
	return {
		version: 1,
		event: "round",
		round,
		changed,
		new: fresh.map(findingJson),
		gone: gone.map(findingJson),
		passed,
		counts,
		documents: check.documents,
		effectiveDocuments: check.effectiveDocuments,
		environments: check.environments,
		evaluated,
		notChecked: notCheckedBy(check),
		files: files ?? null,
		milliseconds: Math.round(took)
	};
}
/** What a person should know besides. */
function troubleText({ said, hint }, style) {
	return `${style("red", "cairn:")} ${said}\n${hint === void 0 ? "" : `  ${hint}\n`}`;
}
function troubleJson({ said, hint }) {
	return {
		version: 1,
		event: "trouble",
		message: said,
		hint: hint ?? null
	};
}
// src/adapters/watch/bell.ts
/** Events are waited for as long as they come this close to one another: an editor's save, a checkout. */
const QUIET_MS = 40;
/** And no longer than this, unless Git is at work. */
const MOST_WAIT_MS = 2e3;
/** Git holds the lock of its index as long as it writes files; a lock that is older was left behind. */
const LOCK_MS = 3e4;
/** Rings once, however often it is struck before somebody listens. */
var Bell = class {
	#struck = false;
	#strikes = 0;
	#listener;
	/** How often it was struck so far. */
	get strikes() {
		return this.#strikes;
	}
	ring() {
		this.#strikes++;
		this.#struck = true;
		this.#listener?.();
	}
	async rung() {
		if (!this.#struck) await new Promise((done) => {
			this.#listener = done;
		});
		this.#listener = void 0;
		this.#struck = false;
	}
	/** What has been struck until now needs no ringing any more. */
	silence() {
		this.#struck = false;
	}
};
/** Waits until nobody has changed anything for a while, and Git is done. */
async function quiet(bell, lock, signal) {
	for (let waited = 0; !signal.aborted; waited += QUIET_MS) {
		const before = bell.strikes;
		await setTimeout(QUIET_MS);
		if ((bell.strikes === before || waited >= MOST_WAIT_MS) && !isHeld(lock)) break;
	}
	bell.silence();
}
function isHeld(lock) {
	const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
	return since !== void 0 && Date.now() - since < LOCK_MS;
}
// src/adapters/watch/rendered-folder.ts
/** Two that start together both see the other, once. */
const PATIENCE_MS = 500;
/**
* Takes a folder for one watch.
*
* @param path absolute
* @param isPlain tells paths of files below a folder from all others
* @throws Failure where another watch has it, it is used for something else, or cannot be written to
*/
async function claimFolder(path, isPlain) {
	const folder = new RenderedFolder(path, isPlain);
	const release = await claimed(path);
	folder.look();
	return {
		folder,
		release
	};
}
async function claimed(path) {
	const list = join(path, OWN, LIST);
	const waiting = {
		patience: PATIENCE_MS,
		atWork: say`no other cairn watch writes to ${name(path)}`
	};
	try {
		const { release } = await claim(list, "watch", disk, waiting);
		clearClaims(list, disk);
		return release;
	} catch (error) {
		if (error instanceof Failure) throw error;
		if ([
			"EPERM",
			"ENOSYS",
			"ENOTSUP",
			"EOPNOTSUPP",
			"EMLINK"
		].includes(codeOf(error))) return () => void 0;
		throw new Failure("broken", say`${name(path)} cannot be written to (${name(codeOf(error))})`);
	}
}
/** What is ours besides rendered files: the list of them, and the file that is being written. */
const OWN = ".cairn-watch";
const LIST = "files.json";
const NEW = "new";
const GITIGNORE = ".gitignore";
/**
* A folder of rendered files. It is ours alone: it has a list of the files that were written, and nothing else is ever
* replaced or removed. Each file is written aside and renamed; those that say the same already are left alone.
*/
var RenderedFolder = class {
	#path;
	#isPlain;
	/** Rendered files by path; undefined as long as nobody has looked at what is there. */
	#files = /* @__PURE__ */ new Map();
	#folders = /* @__PURE__ */ new Set();
	/**
	* @param path absolute
	* @param isPlain tells paths of files below a folder from all others
	* @throws Failure where the folder is used for something else, or cannot be written to
	*/
	constructor(path, isPlain) {
		this.#path = path;
		this.#isPlain = isPlain;
		this.look();
	}
	/**
	* Finds out what is there of ours; a folder that nobody uses becomes ours.
	*
	* @throws Failure as the constructor does
	*/
	look() {
		this.#guard(() => {
			makeFolders(resolve(this.#path));
			const entries = readdirSync(this.#path);
			const listed = entries.includes(OWN) ? this.#readList() : void 0;
			if (listed === void 0) this.#takeOver(entries);
			this.#files.clear();
			for (const one of listed ?? []) this.#files.set(one, void 0);
		});
	}
	/**
	* Makes the folder hold these files and no others of ours.
	*
	* @throws Failure where a file of somebody else is in the way, or the folder cannot be written to
	*/
	write(files) {
		return this.#guard(() => {
			const wanted = new Map(files.map(({ path, bytes }) => [path, bytes]));
			const stale = [...this.#files.keys()].filter((path) => !wanted.has(path));
			const fresh = [...wanted.keys()].filter((path) => !this.#files.has(path));
			for (const path of stale) this.#remove(path);
			for (const path of fresh) this.#checkFree(path);
			if (fresh.length + stale.length > 0) this.#writeList([...wanted.keys()]);
			const written = [];
			for (const [path, bytes] of wanted) {
				if (this.#holds(path, bytes)) continue;
				this.#put(path, bytes);
				this.#files.set(path, bytes);
				written.push(path);
			}
			return {
				written: written.sort(),
				removed: stale.sort(),
				total: wanted.size
			};
		});
	}
	#guard(work) {
		try {
			return work();
		} catch (error) {
			if (error instanceof Failure) throw error;
			const code = error.code ?? "unknown";
			throw new Failure("broken", say`${name(this.#path)} cannot be written to (${name(code)})`);
		}
	}
	/** A folder that nobody uses becomes ours; Git is told to leave it alone, wherever it is. */
	#takeOver(entries) {
		const [stray] = entries;
		if (stray !== void 0) {
			const said = say`${name(this.#path)} has files that cairn watch did not write, ${name(stray)} for one`;
			throw new Failure("usage", said, say`name an empty folder, or one that does not exist yet`);
		}
		this.#writeList([]);
		writeFileSync(join(this.#path, GITIGNORE), "*\n", { flag: "wx" });
	}
	#readList() {
		const files = filesIn(readFileSync(join(this.#path, OWN, LIST), "utf8"));
		if (files?.every((path) => this.#isOurs(path)) === true) return files;
		const said = say`the list of what cairn watch wrote to ${name(this.#path)} is damaged`;
		throw new Failure("usage", said, say`empty the folder, or name another one`);
	}
	#writeList(paths) {
		makeFolders(resolve(this.#path, OWN));
		this.#swap(join(OWN, LIST), Buffer.from(`${JSON.stringify({
			version: 1,
			files: [...paths].sort()
		}, null, 2)}\n`));
	}
	#checkFree(path) {
		if (!this.#isOurs(path)) throw new Failure("usage", say`${name(path)} is no path of a rendered file`);
		if (statOf$1(join(this.#path, path)) === void 0) return;
		throw new Failure("usage", say`${name(join(this.#path, path))} is there, and cairn watch did not write it`, say`move it away`);
	}
	#isOurs(path) {
		return this.#isPlain(path) && !path.startsWith(`${OWN}/`) && path !== GITIGNORE;
	}
	#holds(path, bytes) {
		const known = this.#files.get(path) ?? this.#read(path);
		if (known === bytes) return true;
		if (known === void 0 || Buffer.compare(known, bytes) !== 0) return false;
		this.#files.set(path, bytes);
		return true;
	}
	#read(path) {
		const file = join(this.#path, path);
		this.#checkFolders(path);
		return statOf$1(file)?.isFile() === true ? readFileSync(file) : void 0;
	}
	#put(path, bytes) {
		const folder = dirname(path);
		if (!this.#folders.has(folder) || statOf$1(join(this.#path, folder)) === void 0) {
			this.#checkFolders(path);
			makeFolders(resolve(this.#path, folder));
			this.#folders.add(folder);
		}
		this.#swap(path, bytes);
	}
	/** Nobody writes through a link that somebody put in the place of a folder. */
	#checkFolders(path) {
		for (let slash = path.indexOf("/"); slash >= 0; slash = path.indexOf("/", slash + 1)) {
			const folder = join(this.#path, path.slice(0, slash));
			const stats = statOf$1(folder);
			if (stats === void 0) return;
			if (!stats.isDirectory()) throw new Failure("usage", say`${name(folder)} is no folder, and cairn watch did not make it`, say`move it away`);
		}
	}
	#swap(path, bytes) {
		const beside = join(this.#path, OWN, NEW);
		rmSync(beside, { force: true });
		writeFileSync(beside, bytes, { flag: "wx" });
		renameSync(beside, join(this.#path, path));
	}
	/** Also the folders that become empty. */
	#remove(path) {
		this.#checkFolders(path);
		rmSync(join(this.#path, path), { force: true });
		this.#files.delete(path);
		for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) {
			try {
				rmdirSync(join(this.#path, folder));
			} catch {
				return;
			}
			this.#folders.delete(folder);
		}
	}
};
function filesIn(text) {
	try {
		const { version, files } = JSON.parse(text);
		if (version !== 1 || !Array.isArray(files)) return void 0;
		return files.every((path) => typeof path === "string") ? files : void 0;
	} catch {
		return;
	}
}
function statOf$1(path) {
	try {
		return lstatSync(path);
	} catch {
		return;
	}
}
// src/adapters/watch/watcher.ts
/** The files of Git's own directory that say which files are listed. */
const LISTING = /* @__PURE__ */ new Set(["index", "exclude"]);
/**
* Watches the folders of a working tree, but for those that Git ignores: a handle a folder, not one a file, since
* systems have few of them. What changed is for others to find out.
*/
function watchPlaces(places) {
	const { root, gitDirectory, except, changed, failed } = places;
	const ignores = createIgnores(root);
	let extra = /* @__PURE__ */ new Set();
	const isIgnored = (path, stats) => {
		const at = resolve(path);
		if (at === root || extra.has(at)) return false;
		if (at === gitDirectory || at === join(gitDirectory, "info")) return false;
		if (isWithin(gitDirectory, at)) return true;
		if (except !== void 0 && (at === except || isWithin(except, at))) return true;
		if (stats === void 0) return false;
		return !stats.isDirectory() || ignores.has(at);
	};
	const watcher = watch$1([root, gitDirectory], {
		ignored: isIgnored,
		followSymlinks: false,
		ignoreInitial: true,
		ignorePermissionErrors: true,
		atomic: false
	});
	watcher.on("raw", (_event, path, details) => {
		const folder = details?.watchedPath ?? "";
		if (folder === gitDirectory || isWithin(gitDirectory, folder)) {
			if (typeof path === "string" && LISTING.has(basename(path))) changed();
		} else changed();
	});
	watcher.on("all", (_event, path) => {
		if (!isWithin(gitDirectory, resolve(path))) changed();
	});
	let isClosed = false;
	watcher.once("error", (error) => {
		isClosed = true;
		watcher.on("error", () => void 0);
		watcher.close();
		fail(error, failed);
	});
	return {
		ready: untilReady(watcher),
		cover: (files, outside) => {
			if (isClosed) return;
			const fresh = [...outside].filter((path) => !extra.has(path));
			const left = [...extra].filter((path) => !outside.has(path));
			extra = outside;
			if (left.length > 0) watcher.unwatch(left);
			if (fresh.length > 0) watcher.add(fresh);
			for (const folder of foldersOf(files)) {
				const at = join(root, folder);
				if (ignores.takeBack(at)) watcher.add(at);
			}
		},
		close: () => {
			isClosed = true;
			return watcher.close();
		}
	};
}
function untilReady(watcher) {
	return new Promise((done) => {
		watcher.once("ready", () => {
			done();
		});
		watcher.once("error", () => {
			done();
		});
	});
}
const SYSCTL = "/proc/sys/fs/inotify/max_user_watches";
function fail(error, failed) {
	const code = error.code ?? "";
	const said = say`the system watches no more folders (${name(code)})`;
	const most = code === "ENOSPC" ? textOf(SYSCTL) : "";
	if (most === "") {
		failed(say`folders cannot be watched (${name(code)})`, say`looking every second instead`);
		return;
	}
	failed(said, say`looking every second instead; to raise the limit of ${name(most)}: sudo sysctl fs.inotify.max_user_watches=524288`);
}
function textOf(file) {
	try {
		return readFileSync(file, "utf8").trim();
	} catch {
		return "";
	}
}
const isWithin = (folder, path) => path.startsWith(folder + sep);
function foldersOf(files) {
	const folders = /* @__PURE__ */ new Set();
	for (const path of files) for (let folder = posix.dirname(path); folder !== "." && !folders.has(folder); folder = posix.dirname(folder)) folders.add(folder);
	return folders;
}
/** Tells the folders that Git ignores: those there are at once, later ones one by one. */
function createIgnores(root) {
	const known = /* @__PURE__ */ new Map();
	const listed = git(root, [
		"ls-files",
		"-z",
		"--others",
		"--ignored",
		"--exclude-standard",
		"--directory"
	]);
	const ignored = new Set(listed.stdout.toString("utf8").split("\0").filter((path) => path.endsWith("/")).map((path) => path.slice(0, -1)));
	const start = Date.now();
	const look = (folder) => {
		if (basename(folder) === "node_modules" || basename(folder) === ".git") return true;
		const path = relative(root, folder).split(sep).join("/");
		return ignored.has(path) || isSubmodule(folder) || isYounger(folder, start) && isIgnoredByGit(root, path);
	};
	return {
		has: (folder) => {
			let answer = known.get(folder);
			if (answer === void 0) known.set(folder, answer = look(folder));
			return answer;
		},
		takeBack: (folder) => {
			if (known.get(folder) !== true) return false;
			known.set(folder, false);
			return true;
		}
	};
}
/** Whether a folder was made after a moment; a second is granted to slow clocks. */
function isYounger(folder, moment) {
	const stats = lstatSync(folder, { throwIfNoEntry: false });
	return stats !== void 0 && stats.ctimeMs > moment - 1e3;
}
/** 1 says that it is not ignored. */
function isIgnoredByGit(root, path) {
	return git(root, [
		"check-ignore",
		"--quiet",
		"--",
		path
	], { answers: [1, 128] }).status === 0;
}
function isSubmodule(folder) {
	return statSync(join(folder, ".git"), { throwIfNoEntry: false }) !== void 0;
}
// src/adapters/watch/steady-tree.ts
/** A file says something else than when it was looked at: the round is begun again. */
var Moved = class extends Error {
	constructor() {
		super("a file changed while it was looked at: look again");
	}
};
/**
* For so long after a change a file may change again without another time: the clock of file systems ticks as slowly
* as every 10 ms, on some every two seconds.
*/
const YOUNG_MS = 2500;
/**
* Snapshots of a working tree in which every file has an object id of its content, as if it were committed: read once,
* and again when `lstat` says something else. Whatever is read of such a snapshot has the content that its id says.
*/
var SteadyTree = class {
	#root;
	#seen = /* @__PURE__ */ new Map();
	#isInMotion = false;
	constructor(root) {
		this.#root = root;
	}
	/** @param listed the working tree as it is now; it gives no object ids itself */
	take(listed) {
		const seen = /* @__PURE__ */ new Map();
		const oids = /* @__PURE__ */ new Map();
		const entries = listed.entries.map((entry) => {
			if (entry.type === "submodule") return entry;
			const now = this.#look(entry, listed);
			seen.set(entry.path, now);
			oids.set(entry.path, now.oid);
			return {
				path: entry.path,
				type: entry.type,
				oid: now.oid
			};
		});
		this.#isInMotion = [...seen].some(([path, { oid }]) => isNone(oid) && this.#seen.get(path)?.oid !== oid);
		this.#seen = seen;
		const read = (path) => {
			const result = listed.read(path);
			const oid = oids.get(path);
			if (oid !== void 0 && idOf(result) !== oid) throw new Moved();
			return result;
		};
		return {
			...listed,
			entries,
			read
		};
	}
	/** Whether a file could not be read that nobody has seen so before: somebody may be writing it. */
	get isInMotion() {
		return this.#isInMotion;
	}
	/** Where a link leads, seen from the root; undefined for all that is no link or leads nowhere. */
	targetOf(path) {
		return this.#seen.get(path)?.target;
	}
	#look(entry, listed) {
		const { path } = entry;
		const stats = entry.type === "file" ? statOf(join(this.#root, path)) : void 0;
		const known = this.#seen.get(path);
		if (stats?.isFile() !== true) {
			const result = listed.read(path);
			return {
				stamp: "",
				isOld: false,
				oid: idOf(result),
				target: result.path
			};
		}
		const { ino, size, mtimeMs, ctimeMs, mode } = stats;
		const stamp = `${ino} ${size} ${mtimeMs} ${ctimeMs} ${mode}`;
		if (known?.isOld === true && known.stamp === stamp) return known;
		return {
			stamp,
			isOld: Date.now() - Math.max(mtimeMs, ctimeMs) > YOUNG_MS,
			oid: idOf(listed.read(path))
		};
	}
};
const NONE$1 = "none ";
const isNone = (oid) => oid.startsWith(NONE$1);
/** Of a link also where it leads; of what cannot be read why. */
function idOf({ bytes, path, problem }) {
	if (bytes === void 0) return `${NONE$1}${problem}`;
	return path === void 0 ? blobId(bytes) : `${blobId(bytes)} ${path}`;
}
function statOf(path) {
	try {
		return lstatSync(encodePath(path));
	} catch {
		return;
	}
}
// src/queries/watch/stale.ts
/**
* The documents of which something may be said anew, since a file changed that it follows from: of all where the
* structure changed, else as `affectedDocuments` has it, and besides these documents that name others, where documents
* came or went.
*
* Both snapshots know the content of each file by its object id: nothing of the earlier one is read.
*/
async function staleDocuments({ before, now, remembered, names }) {
	const same = sameContent(before, now);
	if (!isSameFrame(before, now, same)) return "all";
	const stale = new Set(await affectedDocuments(before, now, {}, {
		same,
		names: (path) => names.of(path, now)
	}));
	if (before.discovery !== now.discovery) {
		for (const [key, { said }] of remembered) if (dependsOnOthersBeing(said)) stale.add(key);
	}
	for (const [key, { looked }] of remembered) if ([...looked].some((one) => stale.has(one))) stale.add(key);
	return stale;
}
/** Whether what documents are put into is the same: `cairn.yaml`, environments, and what names may lead to. */
function isSameFrame(before, now, same) {
	if (before.basis === now.basis) return true;
	if (!isDeepStrictEqual(before.schemas.unknownKinds, now.schemas.unknownKinds)) return false;
	return [before, now].every((workspace) => [...frameOf(workspace)].every(same));
}
/** What was read when a workspace was opened, but for what only some documents are made of. */
function* frameOf({ basis, schemas, discovery }) {
	const others = /* @__PURE__ */ new Set([...schemas.set.documents.map(({ path }) => path), ...discovery.files]);
	for (const path of basis.files) if (!others.has(path)) yield path;
}
/** What is said of names that lead nowhere, and where they do lead, follows from which documents there are. */
function dependsOnOthersBeing({ findings, effective }) {
	return effective.some(({ edges }) => edges.length > 0) || findings.findings().some(({ rule }) => isOfNames(rule));
}
const isOfNames = (rule) => rule.startsWith("refer/") || rule.startsWith("link/");
function sameContent(before, now) {
	const [old, current] = [contentsOf(before), contentsOf(now)];
	return (path) => old.get(path) === current.get(path);
}
const known = /* @__PURE__ */ new WeakMap();
/** The object ids of all files, by path. */
function contentsOf({ snapshot }) {
	let contents = known.get(snapshot);
	if (contents === void 0) {
		contents = new Map(snapshot.entries.map(({ path, type, oid }) => [path, oid ?? type]));
		known.set(snapshot, contents);
	}
	return contents;
}
/** Which documents files may refer to: a file is searched again when its content has changed. */
var FileNames = class {
	#known = /* @__PURE__ */ new Map();
	of(path, workspace) {
		const oid = contentsOf(workspace).get(path);
		const seen = this.#known.get(path);
		if (seen !== void 0 && seen.oid === oid) return seen.names;
		const names = namesIn(workspace.reader.bytes(path) ?? Buffer.alloc(0));
		this.#known.set(path, {
			oid,
			names
		});
		return names;
	}
	/** Forgets files that are gone. */
	keep(paths) {
		for (const path of this.#known.keys()) if (!paths.has(path)) this.#known.delete(path);
	}
};
// src/queries/watch/sealed-files.ts
/** What was found of encrypted files: it holds as long as file, `.sops.yaml`, `cairn.yaml` and day are the same. */
var SealedFiles = class {
	#contents;
	/** What decides besides the file itself. */
	#frame;
	#before;
	#now = /* @__PURE__ */ new Map();
	/** @param today `2027-01-31` */
	constructor(workspace, today, before) {
		this.#contents = contentsOf(workspace);
		const deciding = [...this.#contents].filter(([path]) => path === "cairn.yaml" || isRulesFile(path));
		this.#frame = JSON.stringify([today, deciding]);
		this.#before = before !== void 0 && before.#frame === this.#frame ? before.#now : /* @__PURE__ */ new Map();
	}
	recall(path, isLayer) {
		const known = this.#before.get(keyOf(path, isLayer));
		if (known === void 0 || known.content !== this.#contents.get(path)) return void 0;
		this.#now.set(keyOf(path, isLayer), known);
		return known.findings;
	}
	keep(path, isLayer, findings) {
		this.#now.set(keyOf(path, isLayer), {
			content: this.#contents.get(path),
			findings
		});
	}
};
/** Of a layer some things are told where it is parsed. */
const keyOf = (path, isLayer) => `${isLayer ? "layer" : "other"} ${path}`;
// src/queries/watch/rendering.ts
/** Renders documents as a publication does, each by itself, so that an earlier run's need not be rendered again. */
var Rendering = class {
	#workspace;
	#environments;
	#gathered = /* @__PURE__ */ new Map();
	#findings = /* @__PURE__ */ new Map();
	constructor(workspace, environments) {
		this.#workspace = workspace;
		this.#environments = new Set(environments);
	}
	/** Takes a document in, in one environment. */
	add(linked) {
		const { environment, document } = linked.effective;
		if (!this.#environments.has(environment.name)) return;
		const key = documentKey(document);
		let findings = this.#findings.get(key);
		if (findings === void 0) this.#findings.set(key, findings = new Collector());
		const gathering = new Gathering({
			workspace: this.#workspace,
			report: findings.report,
			name: environment.name
		});
		gathering.add(linked);
		findings.close();
		const known = this.#gathered.get(key);
		if (known === void 0) this.#gathered.set(key, [gathering]);
		else known.push(gathering);
	}
	/** What was made of the documents that were taken in; called when all have been looked at. */
	async finish() {
		const rendered = /* @__PURE__ */ new Map();
		for (const [key, gatherings] of this.#gathered) {
			const findings = this.#findings.get(key) ?? new Collector();
			const looked = /* @__PURE__ */ new Set();
			const made = [];
			for (const gathering of gatherings) {
				const native = [];
				for (const request of gathering.native) native.push(...await this.#native(request, {
					findings,
					looked
				}));
				const { artifacts, secrets, sealed } = gathering.content();
				made.push({
					environment: gathering.name,
					artifacts: [...artifacts, ...native],
					secrets,
					sealed
				});
			}
			rendered.set(key, {
				made,
				findings,
				looked
			});
		}
		return rendered;
	}
	async #native(request, { findings, looked }) {
		const { reader } = this.#workspace;
		const made = await reader.whole(findings, () => {
			return nativeArtifacts(noting(this.#workspace, looked), request, findings.report);
		});
		findings.close();
		return made;
	}
};
/** A workspace that notes which documents are asked for, by references too: nothing was resolved in it before. */
function noting(workspace, looked) {
	const worlds = /* @__PURE__ */ new Map();
	const noted = (environment) => {
		const known = worlds.get(environment.name);
		if (known !== void 0) return known;
		const world = workspace.world(environment);
		const lookup = (key) => {
			looked.add(key);
			return world.lookup(key);
		};
		const made = {
			...world,
			lookup
		};
		worlds.set(environment.name, made);
		return made;
	};
	return {
		...workspace,
		world: noted
	};
}
/** The files of all environments, as a publication has them in its folders; no manifests, since it is of no commit. */
function renderedFiles(input) {
	const { workspace, environments, documents, rendered, collector } = input;
	const contents = new Map(environments.map((name) => [name, emptyContent()]));
	for (const { id } of documents) {
		const one = rendered.get(documentKey(id));
		if (one === void 0) continue;
		collector.absorb(one.findings);
		for (const { environment, artifacts, secrets, sealed } of one.made) {
			const content = contents.get(environment);
			content?.artifacts.push(...artifacts);
			for (const secret of secrets) content?.secrets.set(secret.path, secret);
			content?.sealed.push(...sealed);
		}
	}
	const files = [];
	const published = [];
	for (const [name, { artifacts, secrets: byPath, sealed }] of contents) {
		const secrets = [...byPath.values()];
		checkConsumers(workspace, {
			environment: name,
			secrets
		}, collector.report);
		published.push({
			name,
			artifacts,
			secrets
		});
		checkPaths({
			name,
			artifacts,
			secrets
		}, collector.report);
		collector.close();
		const list = sealedList(sealed);
		for (const { path, bytes } of [...artifacts, ...secrets]) files.push({
			path: `${name}/${path}`,
			bytes
		});
		if (list !== void 0) files.push({
			path: `${name}/${SEALED_FILE}`,
			bytes: list
		});
	}
	checkFolders(published, collector.report);
	collector.close();
	return files;
}
function emptyContent() {
	return {
		artifacts: [],
		secrets: /* @__PURE__ */ new Map(),
		sealed: []
	};
}
// src/queries/watch/recheck.ts
/**
* Checks a repository and renders what it would publish, and does again only what may have changed since an earlier
* round. The answer is that of a check without a memory: what is remembered is put in where that would come to it.
*/
async function recheck(before, run) {
	const { workspace, collector, today } = run;
	const names = before?.names ?? new FileNames();
	const old = before?.documents ?? /* @__PURE__ */ new Map();
	const stale = before === void 0 ? "all" : await staleDocuments({
		before: before.workspace,
		now: workspace,
		remembered: old,
		names
	});
	const sealed = new SealedFiles(workspace, today, before?.sealed);
	const keys = /* @__PURE__ */ new Map();
	const memory = {
		recallFile: (path, isLayer) => sealed.recall(path, isLayer),
		keepFile: (path, isLayer, findings) => {
			sealed.keep(path, isLayer, findings);
		},
		recall: ({ id }) => {
			const key = documentKey(id);
			const known = stale === "all" || stale.has(key) ? void 0 : old.get(key);
			if (known !== void 0) keys.set(key, known);
			return known?.said;
		},
		keep: ({ id }, said) => {
			keys.set(documentKey(id), {
				said,
				looked: NONE
			});
		}
	};
	const environments = run.renders ? renderedEnvironments(run) : [];
	const rendering = new Rendering(workspace, environments);
	let evaluated = 0;
	const counted = {
		...memory,
		keep: (document, said) => {
			evaluated++;
			memory.keep(document, said);
		}
	};
	const checked = await check(workspace, {
		selection: { environments: run.environments },
		collector,
		today,
		memory: counted,
		...run.progress && { progress: run.progress },
		seen: (linked) => {
			rendering.add(linked);
		}
	});
	for (const [key, rendered] of await rendering.finish()) {
		const { said } = keys.get(key);
		keys.set(key, {
			said,
			looked: rendered.looked,
			rendered
		});
	}
	const files = filesOf(run, environments, keys);
	names.keep(contentsOf(workspace));
	const findings = collector.findings();
	const isBlocked = !run.renders || findings.some(({ severity }) => severity === "error");
	const remains = {
		workspace,
		documents: keys,
		names,
		sealed
	};
	return {
		check: {
			...checked,
			findings
		},
		evaluated,
		remains,
		...isBlocked ? {} : { files }
	};
}
const NONE = /* @__PURE__ */ new Set();
function filesOf({ workspace, collector, renders }, environments, documents) {
	if (!renders) return [];
	const rendered = /* @__PURE__ */ new Map();
	for (const [key, one] of documents) if (one.rendered !== void 0) rendered.set(key, one.rendered);
	const { documents: all } = workspace.discovery;
	return renderedFiles({
		workspace,
		environments,
		documents: all.values(),
		rendered,
		collector
	});
}
/** The environments that are published, of those that are asked for. */
function renderedEnvironments({ workspace, environments }) {
	const published = publishedEnvironments(workspace, { environments: [] });
	const asked = new Set(selectEnvironments(workspace, { environments }).map(({ name }) => name));
	return published.filter((name) => asked.has(name));
}
// src/watch-rounds.ts
/** How often a round is begun again because files change under it. */
const ATTEMPTS = 20;
const RETRY_MS = 50;
/** One round after the other, each with what the one before has left. */
var Rounds = class {
	#options;
	#folder;
	#tree;
	#remains;
	#findings = /* @__PURE__ */ new Map();
	#files;
	#today;
	#round = 0;
	constructor(options, folder) {
		this.#options = options;
		this.#folder = folder;
		this.#tree = new SteadyTree(options.root);
	}
	/** What was looked at last, seen from the root. */
	*files() {
		for (const { path } of this.#remains?.workspace.snapshot.entries ?? []) yield path;
	}
	/** The files outside of the folder that links in it lead to, as absolute paths. */
	outside() {
		const { snapshot } = this.#remains?.workspace ?? {};
		const paths = /* @__PURE__ */ new Set();
		for (const { path, type } of snapshot?.entries ?? []) {
			const target = type === "symlink" ? this.#tree.targetOf(path) : void 0;
			if (target?.startsWith("../") === true) paths.add(resolve(this.#options.root, target));
		}
		return paths;
	}
	/** @returns whether anything has changed */
	async next() {
		const start = this.#options.clock();
		const before = this.#remains;
		const { looked, changed } = await this.#look();
		if (looked === void 0) return false;
		const files = this.#write(looked);
		const findings = new Map(looked.check.findings.map((found) => [JSON.stringify(found), found]));
		const fresh = [...findings].flatMap(([key, found]) => this.#findings.has(key) ? [] : [found]);
		const gone = [...this.#findings].flatMap(([key, found]) => findings.has(key) ? [] : [found]);
		const isNews = changed.length + fresh.length + gone.length > 0 || files?.state !== this.#files || files?.state === "written" && files.written.length + files.removed.length > 0;
		this.#remains = looked.remains;
		this.#findings = findings;
		this.#files = files?.state;
		if (before !== void 0 && !isNews) return false;
		const { check, evaluated } = looked;
		const took = this.#options.clock() - start;
		this.#options.tell({
			round: ++this.#round,
			changed,
			check,
			evaluated,
			fresh,
			gone,
			took,
			...files && { files }
		});
		return true;
	}
	/** Looks until nothing has changed while it did. */
	async #look() {
		for (let attempt = 1;; attempt++) try {
			const snapshot = this.#tree.take(openSnapshot(this.#options.root, void 0));
			if (attempt < ATTEMPTS && this.#tree.isInMotion) throw new Moved();
			const before = this.#remains?.workspace.snapshot;
			const changed = before === void 0 ? [] : changedFiles(before.entries, snapshot.entries);
			const today = this.#options.today();
			if (before !== void 0 && changed.length === 0 && today === this.#today) return { changed };
			const looked = await this.#recheck(snapshot, today);
			this.#today = today;
			return {
				looked,
				changed
			};
		} catch (error) {
			const isGit = error instanceof Failure && error.exit === "broken";
			if (!(error instanceof Moved) && !(isGit && this.#round > 0)) throw error;
			if (attempt >= ATTEMPTS) throw isGit ? error : new Failure("broken", say`files change faster than they can be read`, say`the next change is waited for`);
			await setTimeout(RETRY_MS);
		}
	}
	async #recheck(snapshot, today) {
		const { variables, environments, progress } = this.#options;
		const collector = new Collector();
		const like = this.#remains?.workspace;
		const workspace = await openWorkspace({
			snapshot,
			variables,
			engines,
			like
		}, collector);
		const renders = this.#folder !== void 0;
		return recheck(this.#remains, {
			workspace,
			collector,
			environments,
			today,
			renders,
			progress
		});
	}
	#write({ files }) {
		if (this.#folder === void 0) return void 0;
		return files === void 0 ? { state: "blocked" } : {
			state: "written",
			...this.#folder.write(files)
		};
	}
};
/** What has another content, by path. */
function changedFiles(before, now) {
	const old = new Map(before.map((entry) => [entry.path, entry]));
	const changed = [];
	for (const { path, type, oid } of now) {
		const was = old.get(path);
		old.delete(path);
		if (was === void 0) changed.push({
			path,
			change: "added"
		});
		else if (was.type !== type || was.oid !== oid) changed.push({
			path,
			change: "changed"
		});
	}
	for (const path of old.keys()) changed.push({
		path,
		change: "removed"
	});
	return changed.sort((a, b) => compareText(a.path, b.path));
}
// src/watching.ts
/** How often is looked where nothing is told of changes. */
const POLL_MS = 1e3;
/** A folder that has just been made may have got files before it was watched. */
const SECOND_LOOK_MS = 400;
/**
* Checks a working tree and renders it, and again whenever it changes, until the signal comes.
*
* @throws Failure where already the first round fails
*/
async function watchTree(options) {
	const claimed = options.to === void 0 ? void 0 : await claimFolder(options.to, isPlainPath);
	try {
		await watchFrom(options, claimed?.folder);
	} finally {
		claimed?.release();
	}
}
async function watchFrom(options, folder) {
	const { signal, trouble } = options;
	const rounds = new Rounds(options, folder);
	await rounds.next();
	const bell = new Bell();
	const { top } = repositoryOf(options.root);
	const git = gitDirectory(top);
	const poll = () => {
		const timer = setInterval(() => {
			bell.ring();
		}, POLL_MS);
		signal.addEventListener("abort", () => {
			clearInterval(timer);
		});
	};
	const watcher = options.polls ? void 0 : watchPlaces({
		root: realpathSync(options.root),
		gitDirectory: realpathSync(git),
		except: options.to === void 0 ? void 0 : realpathSync(options.to),
		changed: () => {
			bell.ring();
		},
		failed: (said, hint) => {
			trouble({
				said,
				hint
			});
			poll();
		}
	});
	if (watcher === void 0) poll();
	watcher?.ready.then(() => {
		bell.ring();
	});
	signal.addEventListener("abort", () => {
		bell.ring();
	});
	const isOver = () => signal.aborted;
	while (!isOver()) {
		watcher?.cover(rounds.files(), rounds.outside());
		await bell.rung();
		await quiet(bell, join(git, "index.lock"), signal);
		if (isOver()) break;
		try {
			if (await rounds.next()) setTimeout(SECOND_LOOK_MS, void 0, { ref: false }).then(() => {
				bell.ring();
			});
		} catch (error) {
			if (!(error instanceof Failure)) throw error;
			trouble({
				said: error.said,
				hint: error.hint
			});
		}
	}
	await watcher?.close();
}
// src/cli/watch.ts
/** Checks, and with `--to` renders, whenever something changes, until somebody ends it. */
async function runWatch(options, terminal) {
	const ended = new AbortController();
	const stopListening = terminal.onStop(() => {
		ended.abort();
	});
	const isJson = options.format === "json";
	try {
		await watchTree({
			root: rootOf(options, terminal),
			environments: options.environment,
			...options.to !== void 0 && { to: resolve(terminal.directory, options.directory ?? ".", options.to) },
			polls: options.poll === true || ["1", "true"].includes(terminal.variables["CHOKIDAR_USEPOLLING"] ?? ""),
			variables: terminal.variables,
			today: () => terminal.today,
			clock: terminal.clock,
			progress: terminal.progress,
			signal: ended.signal,
			tell: (round) => {
				terminal.clear();
				terminal.out(isJson ? `${jsonLine(roundJson(round))}\n` : inert(roundText(round, terminal.outStyle)));
			},
			trouble: (trouble) => {
				terminal.clear();
				if (isJson) terminal.out(`${jsonLine(troubleJson(trouble))}\n`);
				else terminal.err(inert(troubleText(trouble, terminal.errStyle)));
			}
		});
	} finally {
		stopListening();
	}
	return 0;
}
export { runWatch };
