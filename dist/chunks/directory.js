import { Co as codeOf, ai as CHAIN_FILE, ls as name, us as say, wo as Failure } from "./shared.js";
import { C as isAbandoned, a as publishedFolder, g as diskFailure, h as disk, w as unfinishedName, y as failpoint } from "./publication.js";
import { join } from "node:path";
// src/adapters/targets/directory.ts
const VERSIONS = "versions";
const CURRENT = "current";
/** In a version that brings no files: the newest commit, and the version whose files go on. */
const ADVANCE_FILE = "advance.json";
const VERSION = /^[0-9]{8}$/;
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
	const guarded = async (work) => {
		try {
			return await Promise.resolve(work());
		} catch (error) {
			throw diskFailure(error, path);
		}
	};
	return {
		name: target,
		canAdvance: true,
		settle: () => guarded(() => {
			folder.settle(keep);
		}),
		read: () => guarded(() => folder.read()),
		apply: (change) => guarded(() => folder.apply(change, keep)),
		close: () => Promise.resolve()
	};
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
		const { latest } = this.#state();
		if (latest === void 0) return {
			revision: "0",
			files: void 0,
			newest: void 0
		};
		const advance = this.#advanceIn(latest);
		const files = publishedFolder(this.#in(VERSIONS, advance?.version ?? latest));
		return {
			revision: String(Number(latest)),
			files,
			newest: advance?.newest
		};
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
		const latest = this.#state().latest;
		if (latest === version) return true;
		const own = files.find(({ path }) => path === CHAIN_FILE)?.bytes;
		if (own === void 0) return false;
		const chain = this.#world.read(this.#in(VERSIONS, this.#contentOf(latest), CHAIN_FILE));
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
			const { latest } = this.#state();
			const version = latest === void 0 ? void 0 : this.#contentOf(latest);
			if (version === void 0 || this.#current() === version) return;
			const link = this.#in(unfinishedName(LINK));
			this.#world.link(join(VERSIONS, version), link);
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
		const { versions, latest } = this.#state();
		const withFiles = versions.filter((version) => this.#advanceIn(version) === void 0);
		const staying = /* @__PURE__ */ new Set([
			...withFiles.slice(-keep),
			latest,
			this.#current()
		]);
		if (latest !== void 0) staying.add(this.#contentOf(latest));
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
	#advanceIn(version) {
		if (!this.#has(VERSIONS, version, ADVANCE_FILE)) return void 0;
		const data = JSON.parse(this.#world.read(this.#in(VERSIONS, version, ADVANCE_FILE)).toString("utf8"));
		return VERSION.test(data.version) ? data : void 0;
	}
	#current() {
		try {
			return this.#world.readLink(this.#in(CURRENT)).split(/[\\/]/).at(-1);
		} catch (error) {
			if (codeOf(error) === "ENOENT") return void 0;
			if (codeOf(error) !== "EINVAL") throw error;
			throw new Failure("usage", say`${name(this.#in(CURRENT))} is not a link`, say`remove it: it is made anew`);
		}
	}
	#has(...path) {
		return this.#world.lstat(this.#in(...path), { throwIfNoEntry: false }) !== void 0;
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
