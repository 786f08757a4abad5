import { C as repositoryOf, _ as commitTree, b as workingTree } from "./discover.js";
import { s as openWorkspace } from "./selection.js";
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
// src/cli/open.ts
/**
* The root of the configuration repository: the nearest folder, upwards from where the command runs to the top of the
* Git repository, that has a `cairn.yaml` or an `environments` folder; else the top.
*/
function rootOf({ directory }, terminal) {
	const start = resolve(terminal.directory, directory ?? ".");
	const { top } = repositoryOf(start);
	for (let at = start;; at = dirname(at)) {
		if (existsSync(join(at, "cairn.yaml")) || existsSync(join(at, "environments"))) return at;
		if (at === top || at === dirname(at)) return top;
	}
}
function openSnapshot(root, at) {
	return at === void 0 ? workingTree(root) : commitTree(root, at);
}
/** The workspace that a command looks at, its structure's findings in the collector. */
function open(where, terminal, collector) {
	return openWorkspace(openSnapshot(rootOf(where, terminal), where.at), terminal.variables, collector);
}
export { rootOf as n, open as t };
