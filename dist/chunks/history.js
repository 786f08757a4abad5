import { Io as isShallow, is as git, rs as repositoryOf, ts as createBlobs, zo as decodePath } from "./shared.js";
// src/adapters/git/history.ts
/** States of one file that are kept, the newest ones. */
const MOST_STATES = 100;
/**
* What files were, at a commit and before it, on all branches that were merged into it: one `git log` for all of them.
* Nothing is fetched for it but contents that a partial clone has left out, where they are read.
*
* @param root the directory that paths are relative to
* @param commit an object id
*/
function fileHistory(root, commit, paths) {
	const { top, prefix } = repositoryOf(root);
	const below = prefix === "" ? "" : `${prefix}/`;
	const states = /* @__PURE__ */ new Map();
	if (paths.length === 0 || lacksTrees(root)) return {
		isWhole: paths.length === 0,
		states,
		read: () => void 0
	};
	const { stdout } = git(top, [
		...LOG,
		commit,
		"--",
		...paths.map((path) => `:(top,literal)${below}${path}`)
	]);
	for (const { path, state } of statesIn(decodePath(stdout))) {
		const own = path.slice(below.length);
		const known = states.get(own);
		if (known === void 0) states.set(own, [state]);
		else if (known.length < MOST_STATES) known.push(state);
	}
	const blobs = createBlobs(root);
	for (const { blob } of [...states.values()].flat()) blobs.announce(blob);
	return {
		isWhole: !isShallow(top),
		states,
		read: (blob) => blobs.read(blob).bytes
	};
}
/** `-c`: of a merge what it has from none of its parents. */
const LOG = [...[
	"-c",
	"log.follow=false",
	"-c",
	"log.showSignature=false"
], ...[
	"log",
	"-z",
	"--raw",
	"--no-abbrev",
	"--no-renames",
	"--full-history",
	"-c",
	"--format=commit %H %ct"
]];
/**
* `commit <id> <seconds>`, then `:<mode> <mode> <blob> <blob> <status>` and the path for each file, of a merge with a
* colon, mode and blob for each parent (git-log(1), raw output format); all ended by NUL. The newest first.
*/
function* statesIn(log) {
	let commit = "";
	let seconds = 0;
	const parts = log.split("\0");
	for (let i = 0; i < parts.length; i++) {
		const part = (parts[i] ?? "").trimStart();
		if (part.startsWith("commit ")) {
			const [, id = "", time = ""] = part.split(" ");
			commit = id;
			seconds = Number(time);
		} else if (part.startsWith(":")) {
			const path = parts[++i] ?? "";
			const parents = part.lastIndexOf(":") + 1;
			const blob = part.split(" ")[2 * parents + 1] ?? "";
			if (!/^0*$/.test(blob)) yield {
				path,
				state: {
					commit,
					seconds,
					blob
				}
			};
		}
	}
}
/** A clone without trees would fetch those of every commit, one by one. */
function lacksTrees(root) {
	return /[\s+]tree[:%]/.test(git(root, [
		"config",
		"--get-regexp",
		"^remote\\..*\\.partialclonefilter$"
	], { answers: [1] }).stdout.toString("utf8"));
}
export { fileHistory };
