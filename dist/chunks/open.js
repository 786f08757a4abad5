import { b as workingTree, v as commitTree, w as repositoryOf } from "./discover.js";
import { t as Failure } from "./failure.js";
import { o as say } from "./rules.js";
import { l as openWorkspace } from "./selection.js";
import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
// src/cli/open.ts
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
	const snapshot = workingTree(root);
	if (existsSync(join(root, "cairn.yaml")) && !snapshot.entries.some(({ path }) => path === "cairn.yaml")) throw new Failure("usage", say`cairn.yaml is there, but Git ignores it or it is no file`, say`git check-ignore -v cairn.yaml`);
	return snapshot;
}
/** The workspace that a command looks at, its structure's findings in the collector. */
function open(where, terminal, collector) {
	return openWorkspace(openSnapshot(rootOf(where, terminal), where.at), terminal.variables, collector);
}
export { openSnapshot as n, rootOf as r, open as t };
