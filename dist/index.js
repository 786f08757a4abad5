import { _ as commitTree, b as workingTree, x as Collector } from "./chunks/discover.js";
import { s as openWorkspace } from "./chunks/selection.js";
import { t as check$1 } from "./chunks/check.js";
import { t as compare$1 } from "./chunks/compare.js";
import { t as diff$1 } from "./chunks/diff2.js";
import { t as environments$1 } from "./chunks/environments.js";
import { t as explain$1 } from "./chunks/explain.js";
import { t as render$1 } from "./chunks/render.js";
import { t as Failure } from "./chunks/failure.js";
import { d as Sealed, f as Secret, l as Hole, p as Unresolved, u as Opaque } from "./chunks/rules.js";
// src/index.ts
/**
* Cairn as a library: load a repository, then ask. Results are plain data; nothing is written anywhere.
*
* @example
* const repository = await load('.', { at: 'main' })
* const { findings } = await check(repository)
*
* @packageDocumentation
*/
/**
* Reads the structure of a repository: `cairn.yaml`, environments, which files are layers of what.
*
* @param directory the root of the configuration repository, inside a Git repository
* @throws Failure where there is no Git repository or no such commit
*/
async function load(directory, { at, variables = {} } = {}) {
	const collector = new Collector();
	const snapshot = at === void 0 ? workingTree(directory) : commitTree(directory, at);
	return {
		workspace: await openWorkspace(snapshot, variables, collector),
		collector
	};
}
/** Merges and links everything selected, and says what is wrong and where. */
function check({ workspace, collector }, selection = {}) {
	return check$1(workspace, {
		selection,
		collector: collector.fork()
	});
}
/** Effective documents one at a time. What is opaque is left out; `check` says what and where. */
function render({ workspace, collector }, selection = {}) {
	return render$1(workspace, {
		selection,
		collector: collector.fork()
	});
}
/** Where a value comes from and what it shadows. */
function explain({ workspace, collector }, question) {
	return explain$1(workspace, question, collector.fork());
}
/** Effective changes between two states, edits without effect among them. */
function diff(base, head, selection = {}) {
	const collectors = {
		base: base.collector.fork(),
		head: head.collector.fork()
	};
	return diff$1({
		base: base.workspace,
		head: head.workspace,
		selection,
		collectors
	});
}
/** The differences between two environments of one state. */
function compare({ workspace, collector }, left, right, selection = {}) {
	return compare$1(workspace, {
		left,
		right,
		selection
	}, collector.fork());
}
/** The environments, what they inherit, and which documents exist in them. */
function environments({ workspace, collector }, selection = {}) {
	return environments$1(workspace, selection, collector.fork());
}
export { Failure, Hole, Opaque, Sealed, Secret, Unresolved, check, compare, diff, environments, explain, load, render };
