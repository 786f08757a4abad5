import { Gs as name, Ks as say, is as git, os as Failure } from "./shared.js";
import { a as mergeSecrets, i as tellConflict, r as tellComments, t as inShell } from "./merge.js";
import { a as loadFile, c as textOf, o as saveFile } from "./files.js";
import { t as tellProblems } from "./tell.js";
import { t as openSecretsWorld } from "./world2.js";
// src/adapters/git/conflict-stages.ts
/** @param path below the top of the repository */
function conflictStages(top, path) {
	const of = (stage) => {
		const { status, stdout } = git(top, [
			"cat-file",
			"blob",
			`:${stage}:${path}`
		], { answers: [128] });
		return status === 0 ? stdout.toString("utf8") : void 0;
	};
	const [base, ours, theirs] = [
		of(1),
		of(2),
		of(3)
	];
	return {
		...base !== void 0 && { base },
		...ours !== void 0 && { ours },
		...theirs !== void 0 && { theirs }
	};
}
// src/cli/secrets/merge-finish.ts
/** Finishes with a key what Git has left as a conflict: from the states in its index, not from the marked file. */
async function runMergeFinish(named, options, terminal) {
	const favour = options.ours === true ? "ours" : options.theirs === true ? "theirs" : void 0;
	if (options.ours === true && options.theirs === true) throw new Failure("usage", say`take --ours or --theirs`);
	const secret = loadFile(named, options, terminal);
	const { base, ours, theirs } = conflictStages(secret.file.top, secret.file.path);
	if (ours === void 0 || theirs === void 0) throw new Failure("usage", say`Git has no conflict of two sides in ${name(named)}`, say`git status lists the files in conflict`);
	const side = (text) => ({
		path: secret.path,
		text: textOf(secret.path, Buffer.from(text))
	});
	const world = await openSecretsWorld(terminal);
	const sides = {
		base: base === void 0 ? void 0 : side(base),
		ours: side(ours),
		theirs: side(theirs)
	};
	const merged = await mergeSecrets(sides, favour, world);
	if (!merged.ok) return tellProblems(side(ours), merged.problems, terminal, world);
	if (merged.result.state !== "merged") {
		tellConflict(merged.result, named, terminal);
		return 1;
	}
	tellComments(merged.result, named, terminal);
	if (options.dryRun === true) terminal.err(`would merge ${named}; nothing was written\n`);
	else {
		saveFile(secret, merged.result.text);
		terminal.err(`merged ${named}; next: git add ${inShell(named)}\n`);
	}
	return 0;
}
export { runMergeFinish };
