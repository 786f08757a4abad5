import { G as isAbandoned, Gs as name, H as failpoint, Ii as CHAIN_FILE, K as unfinishedName, Ks as say, Nr as parsedJson, R as disk, as as codeOf, jr as isObject, kr as isCommit, os as Failure, z as diskFailure, zi as MANIFEST_FILE } from "./shared.js";
import { o as publishedFolder } from "./publication.js";
import { dirname, join } from "node:path";
// src/adapters/targets/directory.ts
const VERSIONS = "versions";
const CURRENT = "current";
/** In a version that brings no files: the newest commit, and the version whose files go on. */
const ADVANCE_FILE = "advance.json";
const VERSION = /^[0-9]{8}$/;
const CURRENT_LINK = /^versions[\\/]([0-9]{8})$/;
/** What a version is called while it is written, and once it is being taken away. */
const NEW = ".new";
const OLD = ".old";
/** What the link is called before it is swapped in. */
const LINK = `.${CURRENT}`;
/**
* A folder with numbered versions, each whole, and the link `current` to one of them, swapped by a rename.
*
* A version is written aside and gets its number by a rename too, which fails where somebody else took the number: no
* lock is held that a killed run could leave behind. Whoever was killed before the swap has it done by the next run.
*/
function directoryTarget(path, target, options = {}) {
	const { keep = 10, world = disk } = options;
	const folder = new VersionFolder(path, world);
	const guarded = async (doing, work) => {
		try {
			return await Promise.resolve(work());
		} catch (error) {
			throw diskFailure(error, path, doing);
		}
	};
	return {
		name: target,
		canAdvance: true,
		settle: () => guarded("writing", () => {
			folder.settle(keep);
		}),
		read: () => guarded("reading", () => folder.read()),
		apply: (change) => guarded("writing", () => folder.apply(change, keep)),
		close: () => Promise.resolve()
	};
}
/** Anybody may have changed the file since it was written. */
function isAdvance(data) {
	return isObject(data) && isCommit(data["newest"]) && typeof data["version"] === "string" && VERSION.test(data["version"]);
}
var VersionFolder = class {
	#path;
	#world;
	constructor(path, world) {
		this.#path = path;
		this.#world = world;
	}
	settle(keep) {
		const { latest } = this.#state();
		if (latest !== void 0) this.#swap();
		this.#tidy(keep);
	}
	read() {
		const there = this.#latest();
		if (there === void 0) return {
			revision: "0",
			files: void 0,
			newest: void 0
		};
		const { latest, content, newest } = there;
		this.#mustBeReadable(content);
		return {
			revision: String(Number(latest)),
			files: publishedFolder(this.#in(VERSIONS, content)),
			newest
		};
	}
	/** What another user has written for nobody else would look like something that no publication wrote. */
	#mustBeReadable(content) {
		for (const file of [MANIFEST_FILE, CHAIN_FILE]) if (this.#isFile(VERSIONS, content, file)) this.#world.read(this.#in(VERSIONS, content, file));
	}
	apply(change, keep) {
		const version = numbered(Number(change.on.revision) + 1);
		const staged = this.#in(VERSIONS, unfinishedName(NEW));
		try {
			this.#stage(staged, change);
			failpoint("directory/staged");
			if (!this.#claim(staged, version)) return "moved";
		} finally {
			this.#world.remove(staged);
		}
		failpoint("directory/claimed");
		if (!this.#goesOn(version, change)) return "moved";
		this.#swap();
		failpoint("directory/swapped");
		this.#tidy(keep);
		failpoint("directory/pruned");
		return "applied";
	}
	/**
	* Whether what was published since goes on from a version. Where so much was that its number had been given before
	* and taken away again, it does not.
	*/
	#goesOn(version, { files }) {
		const { latest, content } = this.#latest();
		if (latest === version) return true;
		const own = files.find(({ path }) => path === CHAIN_FILE)?.bytes;
		if (own === void 0 || !this.#isFile(VERSIONS, content, "chain.jsonl")) return false;
		const chain = this.#world.read(this.#in(VERSIONS, content, CHAIN_FILE));
		return Buffer.compare(chain.subarray(0, own.byteLength), own) === 0;
	}
	#stage(staged, { does, on, files, newest }) {
		this.#world.makeFolder(staged);
		if (does === "publish") {
			for (const { path, bytes } of files) this.#world.write(join(staged, path), bytes);
			return;
		}
		const advance = {
			newest,
			version: this.#contentOf(numbered(Number(on.revision)))
		};
		this.#world.write(join(staged, ADVANCE_FILE), Buffer.from(`${JSON.stringify(advance)}\n`));
	}
	/** Gives a finished version its number, unless somebody else has. */
	#claim(staged, version) {
		try {
			this.#world.rename(staged, this.#in(VERSIONS, version));
			return true;
		} catch (error) {
			if ([
				"ENOTEMPTY",
				"EEXIST",
				"EPERM"
			].includes(codeOf(error)) && this.#has(VERSIONS, version)) return false;
			throw error;
		}
	}
	/** Lets `current` lead to the files of the latest version, as often as others publish meanwhile. */
	#swap() {
		for (;;) {
			const to = this.#latest();
			if (to === void 0 || this.#current() === to.content) return;
			const link = this.#in(unfinishedName(LINK));
			this.#world.link(join(VERSIONS, to.content), link);
			failpoint("directory/linked");
			try {
				this.#world.rename(link, this.#in(CURRENT));
			} catch (error) {
				this.#world.remove(link);
				throw error;
			}
		}
	}
	/** What cannot be taken away now, a later run takes away: it keeps nothing from being published. */
	#tidy(keep) {
		try {
			this.#prune(keep);
			for (const entry of this.#entries("")) {
				const at = this.#in(entry);
				if (entry.startsWith(`${LINK}-`) && isAbandoned(entry, this.#world.lstat(at).mtimeMs)) this.#world.remove(at);
			}
			for (const entry of this.#entries(VERSIONS)) {
				const at = this.#in(VERSIONS, entry);
				if (entry.startsWith(`${NEW}-`) && isAbandoned(entry, this.#world.lstat(at).mtimeMs)) this.#retire(entry);
				if (entry.startsWith(`${OLD}-`)) this.#world.remove(at);
			}
		} catch (error) {
			if (error.code === void 0) throw error;
		}
	}
	#prune(keep) {
		const { versions } = this.#state();
		const there = this.#latest();
		const withFiles = versions.filter((version) => !this.#has(VERSIONS, version, ADVANCE_FILE));
		const staying = /* @__PURE__ */ new Set([
			...withFiles.slice(-keep),
			there?.latest,
			there?.content,
			this.#current()
		]);
		for (const version of versions) if (!staying.has(version)) this.#retire(version);
	}
	/** Renamed before it goes, so that none is ever seen in part, and whoever still writes it notices. */
	#retire(version) {
		const old = this.#in(VERSIONS, unfinishedName(OLD));
		try {
			this.#world.rename(this.#in(VERSIONS, version), old);
		} catch (error) {
			if (codeOf(error) === "ENOENT") return;
			throw error;
		}
		this.#world.remove(old);
	}
	/** @throws Failure where the folder is used for something else */
	#state() {
		const entries = this.#entries("");
		if (!entries.includes(VERSIONS)) {
			const stray = entries.find((entry) => !entry.startsWith(`${LINK}-`));
			if (stray === void 0) return {
				versions: [],
				latest: void 0
			};
			throw foreign(this.#path, say`it has ${name(stray)} and no folder ${name(VERSIONS)}`);
		}
		const listed = this.#entries(VERSIONS);
		const versions = listed.filter((entry) => VERSION.test(entry)).sort();
		const stray = versions.length > 0 ? void 0 : listed.find((entry) => !/^\.(?:new|old)-/.test(entry));
		if (stray === void 0) return {
			versions,
			latest: versions.at(-1)
		};
		throw foreign(this.#path, say`what is in its folder ${name(VERSIONS)}, such as ${name(stray)}, is none`);
	}
	#entries(folder) {
		try {
			return this.#world.list(this.#in(folder));
		} catch (error) {
			if (codeOf(error) === "ENOENT") return [];
			throw error;
		}
	}
	#contentOf(version) {
		return this.#advanceIn(version)?.version ?? version;
	}
	/** What counts now. Where more was published meanwhile, what was looked at may have gone: then once more. */
	#latest() {
		for (;;) {
			const { latest } = this.#state();
			if (latest === void 0) return void 0;
			try {
				const advance = this.#advanceIn(latest);
				return {
					latest,
					content: advance?.version ?? latest,
					newest: advance?.newest
				};
			} catch (error) {
				if (this.#state().latest === latest) throw error;
			}
		}
	}
	#advanceIn(version) {
		const file = this.#in(VERSIONS, version, ADVANCE_FILE);
		if (!this.#has(VERSIONS, version, ADVANCE_FILE)) return void 0;
		const data = this.#isFile(VERSIONS, version, ADVANCE_FILE) ? parsedJson(this.#world.read(file).toString("utf8")) : void 0;
		if (isAdvance(data) && data.version < version && this.#has(VERSIONS, data.version)) return data;
		throw new Failure("broken", say`${name(file)} is not as Cairn writes it: the folder is damaged`, say`remove ${name(dirname(file))}, and publish again: what it has beside is whole`);
	}
	/** The version that the link leads to, if it is a link that is made here. */
	#current() {
		try {
			const [, version] = CURRENT_LINK.exec(this.#world.readLink(this.#in(CURRENT))) ?? [];
			return version;
		} catch (error) {
			if (codeOf(error) === "ENOENT") return void 0;
			if (codeOf(error) !== "EINVAL") throw error;
			throw new Failure("usage", say`${name(this.#in(CURRENT))} is not a link`, say`remove it: it is made anew`);
		}
	}
	#has(...path) {
		return this.#world.lstat(this.#in(...path), { throwIfNoEntry: false }) !== void 0;
	}
	/** A pipe that somebody put there would be waited for, and a link may lead to a device without an end. */
	#isFile(...path) {
		return this.#world.lstat(this.#in(...path), { throwIfNoEntry: false })?.isFile() === true;
	}
	#in(...path) {
		return join(this.#path, ...path);
	}
};
function foreign(path, why) {
	const said = say`${name(path)} is no folder of publications: ${why}`;
	return new Failure("usage", said, say`name an empty folder, or one that does not exist yet`);
}
/** As many digits as sort. */
function numbered(version) {
	return String(version).padStart(8, "0");
}
export { directoryTarget };
