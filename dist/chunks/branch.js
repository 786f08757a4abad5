import { Gs as name, H as failpoint, Ks as say, Li as GIT_SETTINGS, P as targetText, Ri as HYDRATOR_FILE, os as Failure, qi as branchNameProblem, sn as sha256 } from "./shared.js";
import { _ as hydratorNote, c as Scratch, d as isMoved, f as refusalOf, g as hydratorMetadata, h as NOTES_REF, l as findRemote, m as textsOf, p as importStream, s as Refusal, u as hasOtherIds } from "./publication.js";
// src/adapters/targets/branch.ts
const HEAD = "refs/cairn/head";
const MARK = "refs/cairn/mark";
const SOURCE = "Source-Commit";
const NEWEST = "Newest-Commit";
/** Notes have a history, too, that nobody here needs. */
const QUIETLY = [
	"--quiet",
	"--depth=1",
	"--no-tags",
	"--no-write-fetch-head"
];
/** How often a note that others write beside is written again. */
const NOTE_ATTEMPTS = 50;
/**
* A branch of a remote. A publication is one commit on its tip, pushed together with the mark of the newest source
* commit, both only if they still are what was read: `--atomic` with `--force-with-lease`. Other paths stay.
*
* @param branch its name; GitOps Promoter proposes from `<branch>-next`
*/
function branchTarget(branch, options) {
	const { path, remote, promoter } = options;
	const next = path === "" ? `${branch}-next` : `${branch}-next/${path}`;
	const target = new Branch(promoter ? {
		branch: next,
		base: branch
	} : { branch }, options);
	return {
		name: targetText({
			to: {
				scheme: "branch",
				at: branch
			},
			path,
			remote
		}),
		canAdvance: true,
		...promoter && { adds: {
			path: "hydrator.metadata",
			of: hydratorMetadata
		} },
		settle: () => target.settle(),
		read: () => target.read(),
		apply: (change) => target.apply(change),
		close: () => target.close()
	};
}
var Branch = class {
	#ref;
	#mark;
	#branch;
	/** Of which the branch is made where there is none: a proposal has to have a history in common with it. */
	#base;
	#options;
	#shown;
	#scratch;
	constructor({ branch, base }, options) {
		this.#branch = branch;
		this.#ref = `refs/heads/${branch}`;
		this.#base = base === void 0 ? void 0 : `refs/heads/${base}`;
		this.#options = options;
		const hash = sha256(Buffer.from(`${branch}\u0000${options.path}`)).slice(0, 20);
		this.#mark = `refs/cairn/${hash}`;
		const remote = findRemote(options);
		this.#shown = remote.shown;
		const problem = branchNameProblem(branch);
		if (problem !== void 0) throw new Failure("usage", problem, say`git help check-ref-format says what can be one`);
		this.#scratch = new Scratch(remote);
	}
	close() {
		this.#scratch.close();
		return Promise.resolve();
	}
	/** A push is whole or not at all; a note of GitOps Promoter's comes after it, and may be missing. */
	async settle() {
		if (!this.#options.promoter) return;
		const { tip, mark } = await this.#fetch();
		if (tip !== "" && mark !== "") await this.#note(tip);
	}
	async read() {
		const { tip, head, mark } = await this.#fetch();
		failpoint("branch/fetched");
		const files = head === "" ? void 0 : this.#filesOf(head);
		const isThere = files !== void 0 && files.entries.length > 0;
		const newest = this.#trailer(mark, SOURCE);
		return {
			revision: `${tip} ${head} ${mark}`,
			files: isThere ? files : void 0,
			isBase: tip === "",
			newest
		};
	}
	async apply(change) {
		const [tip = "", head = "", mark = ""] = change.on.revision.split(" ");
		const commit = change.does === "publish" ? this.#commit(change, head) : head;
		const marked = this.#commitMark(change.newest);
		failpoint("branch/committed");
		const leases = [`--force-with-lease=${this.#ref}:${tip}`, `--force-with-lease=${this.#mark}:${mark}`];
		const refs = [`${commit}:${this.#ref}`, `${marked}:${this.#mark}`];
		try {
			await this.#scratch.talk("push", [
				"--porcelain",
				"--atomic",
				"--no-verify",
				...leases
			], refs);
		} catch (error) {
			if (error instanceof Refusal && (isMoved(error.message) || this.#startsAgain(error))) return "moved";
			throw this.#failure(error);
		}
		failpoint("branch/pushed");
		if (this.#options.promoter) await this.#note(commit);
		return "applied";
	}
	/** Once, with object ids of the remote's kind, where that is why it refuses. */
	#startsAgain({ message }) {
		if (this.#hasStartedAgain || !hasOtherIds(message)) return false;
		this.#hasStartedAgain = true;
		this.#scratch.useOtherIds();
		return true;
	}
	#hasStartedAgain = false;
	async #fetch() {
		try {
			const asked = [
				this.#ref,
				this.#mark,
				...this.#base === void 0 ? [] : [this.#base]
			];
			const listed = await this.#scratch.talk("ls-remote", ["--quiet"], asked);
			const there = new Set(listed.split("\n").map((line) => line.split("	")[1]));
			const head = [this.#ref, this.#base].find((ref) => there.has(ref));
			const mark = there.has(this.#mark);
			const wanted = [...head === void 0 ? [] : [`+${head}:${HEAD}`], ...mark ? [`+${this.#mark}:${MARK}`] : []];
			if (wanted.length > 0) await this.#scratch.talk("fetch", [...QUIETLY], wanted);
			const at = head === void 0 ? "" : this.#resolve(HEAD);
			return {
				tip: head === this.#ref ? at : "",
				head: at,
				mark: mark ? this.#resolve(MARK) : ""
			};
		} catch (error) {
			if (error instanceof Refusal && this.#startsAgain(error)) return this.#fetch();
			throw this.#failure(error);
		}
	}
	#resolve(ref) {
		return this.#scratch.run([
			"rev-parse",
			"--verify",
			ref
		]).toString("latin1").trim();
	}
	#filesOf(tip) {
		const { path } = this.#options;
		const prefix = path === "" ? "" : `${path}/`;
		const listed = this.#scratch.run([
			"ls-tree",
			"-r",
			"-z",
			"--full-tree",
			tip,
			...path === "" ? [] : ["--", path]
		]);
		const oids = /* @__PURE__ */ new Map();
		const entries = textsOf(listed).map((line) => {
			const tab = line.indexOf("	");
			const [mode = "", , oid = ""] = line.slice(0, tab).split(" ");
			const file = line.slice(tab + 1).slice(prefix.length);
			if (file === "") throw new Failure("usage", say`${name(path)} is a file on that branch, and no folder`, say`choose another \`path\``);
			oids.set(file, oid);
			return {
				path: file,
				type: typeOf(mode)
			};
		});
		const types = new Map(entries.map((entry) => [entry.path, entry.type]));
		return {
			entries,
			...path !== "" && { settingsAbove: () => this.#settingsAbove(tip) },
			read: (file, limit) => {
				const oid = oids.get(file);
				if (oid === void 0 || !["file", "executable"].includes(types.get(file) ?? "")) return void 0;
				if (!this.#blobs.has(oid)) this.#load(new Set(oids.values()));
				const bytes = this.#blobs.get(oid);
				return bytes === void 0 || bytes.byteLength > limit ? void 0 : bytes;
			}
		};
	}
	#settingsAbove(tip) {
		const folders = this.#options.path.split("/");
		const { everywhere, atTheTop } = GIT_SETTINGS;
		const asked = [...atTheTop, ...folders.flatMap((_, i) => everywhere.map((file) => [...folders.slice(0, i), file].join("/")))];
		const listed = this.#scratch.run([
			"ls-tree",
			"--name-only",
			"-z",
			"--full-tree",
			tip,
			"--",
			...asked
		]);
		const up = (file) => "../".repeat(folders.length - (file.split("/").length - 1)) + (file.split("/").at(-1) ?? "");
		return textsOf(listed).map(up);
	}
	#blobs = /* @__PURE__ */ new Map();
	/** All in one go: `<oid> SP <type> SP <size> LF <bytes> LF` each (git-cat-file(1), BATCH OUTPUT). */
	#load(oids) {
		const asked = [...oids].filter((oid) => !this.#blobs.has(oid));
		const output = this.#scratch.run(["cat-file", "--batch"], Buffer.from(`${asked.join("\n")}\n`));
		for (let at = 0; at < output.length;) {
			const end = output.indexOf("\n", at);
			const [oid = "", , size = "0"] = output.toString("latin1", at, end).split(" ");
			at = end + 1 + Number(size) + 1;
			this.#blobs.set(oid, output.subarray(end + 1, at - 1));
		}
	}
	#commit({ files, removed, source, newest }, parent) {
		const { path, promoter } = this.#options;
		const prefix = path === "" ? "" : `${path}/`;
		const all = promoter ? [...files, {
			path: HYDRATOR_FILE,
			bytes: hydratorMetadata(source)
		}] : files;
		const goingBack = newest === source.commit ? "" : `${NEWEST}: ${newest}\n`;
		return this.#import({
			ref: "refs/cairn/new",
			parent: parent === "" ? void 0 : parent,
			time: Math.floor(Date.now() / 1e3),
			message: `Publish ${source.commit.slice(0, 12)}: ${oneLine(source.subject)}\n\n${SOURCE}: ${source.commit}\n${goingBack}`,
			files: all.map((file) => ({
				path: prefix + file.path,
				bytes: file.bytes
			})),
			removed: removed.map((file) => prefix + file)
		});
	}
	/** The same for everybody who marks the same commit. */
	#commitMark(newest) {
		const message = `The newest commit that was published to ${this.#branch}\n\n${SOURCE}: ${newest}\n`;
		return this.#import({
			ref: "refs/cairn/new-mark",
			parent: void 0,
			time: 0,
			message,
			files: [],
			removed: []
		});
	}
	#import(commit) {
		this.#scratch.run([
			"fast-import",
			"--quiet",
			"--force"
		], importStream({
			...commit,
			committer: COMMITTER
		}));
		return this.#resolve(commit.ref);
	}
	/** What a commit that was made here says in its last lines. */
	#trailer(commit, key) {
		if (commit === "") return void 0;
		const text = this.#scratch.run([
			"cat-file",
			"commit",
			commit
		]).toString("utf8");
		return new RegExp(`^${key}: ([0-9a-f]{40}|[0-9a-f]{64})$`, "m").exec(text)?.[1];
	}
	/**
	* Writes GitOps Promoter's note of a commit, beside those that others are writing, until it says what the branch
	* says: what is known of a newer commit must not be overwritten by whoever comes late.
	*/
	async #note(commit) {
		for (let attempt = 1; attempt <= NOTE_ATTEMPTS; attempt++) {
			const tips = await this.#fetch();
			try {
				const old = await this.#fetchNotes();
				const noted = old === "" ? void 0 : this.#noteOf(commit);
				const text = this.#noteFor(commit, tips);
				if (noted === text || noted !== void 0 && commit !== tips.tip) return;
				this.#scratch.run([
					...IDENTITY,
					"notes",
					`--ref=${NOTES_REF}`,
					"add",
					"--force",
					"-m",
					text,
					commit
				]);
				await this.#scratch.talk("push", [
					"--porcelain",
					"--no-verify",
					`--force-with-lease=${NOTES_REF}:${old}`
				], [`${NOTES_REF}:${NOTES_REF}`]);
				failpoint("branch/noted");
			} catch (error) {
				if (!(error instanceof Refusal && isMoved(error.message))) throw this.#failure(error);
			}
		}
		throw new Failure("broken", say`the note of GitOps Promoter was changed by others ${NOTE_ATTEMPTS} times`, say`the commit is published; the next run writes the note`);
	}
	/** The commit that the content is known to follow from; after going back that is what was gone back to. */
	#noteFor(commit, { tip, mark }) {
		const source = this.#trailer(commit, SOURCE) ?? "";
		const newest = commit === tip ? this.#trailer(mark, SOURCE) : source;
		return hydratorNote(newest === void 0 || newest === this.#trailer(commit, NEWEST) ? source : newest);
	}
	async #fetchNotes() {
		if ((await this.#scratch.talk("ls-remote", ["--quiet"], ["refs/notes/hydrator.metadata"])).trim() === "") return "";
		await this.#scratch.talk("fetch", [...QUIETLY], [`+${NOTES_REF}:${NOTES_REF}`]);
		return this.#resolve(NOTES_REF);
	}
	#noteOf(commit) {
		try {
			return this.#scratch.run([
				"notes",
				`--ref=${NOTES_REF}`,
				"show",
				commit
			]).toString("utf8").trim();
		} catch {
			return;
		}
	}
	#failure(error) {
		return error instanceof Refusal ? refusalOf(error.message, {
			remote: this.#shown,
			branch: this.#branch
		}) : error;
	}
};
function typeOf(mode) {
	if (mode === "120000") return "symlink";
	return mode === "100755" ? "executable" : mode.startsWith("100") ? "file" : "other";
}
const AUTHOR = "Cairn";
const ADDRESS = "cairn@localhost";
const COMMITTER = `${AUTHOR} <${ADDRESS}>`;
const IDENTITY = [
	"-c",
	`user.name=${AUTHOR}`,
	"-c",
	`user.email=${ADDRESS}`
];
/** A subject that cannot become more lines of a message. */
function oneLine(text) {
	return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ");
}
export { branchTarget };
