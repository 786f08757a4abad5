import { Bi as Hole, Cn as dependents$1, En as check$1, Gr as workingTree, Hi as Sealed, Hr as commitTree, In as openWorkspace, Kr as Collector, Sn as diff$1, Tn as compare$1, Ui as Secret, Vi as Opaque, Wi as Unresolved, bn as order$1, oi as engines, ri as Failure, wn as explain$1, xn as environments$1, yn as render$1 } from "./chunks/shared.js";
// src/index.ts
/**
* Cairn as a library: load a repository, then ask. Results are plain data; nothing is written anywhere.
*
* @packageDocumentation
*
* @example
* ```ts
* const repository = await load('.', { at: 'main' })
* const { findings } = await check(repository)
* ```
*/
/** What stands behind a repository; kept out of its type, which is the library's promise. */
const loaded = /* @__PURE__ */ new WeakMap();
function behind(repository) {
	const found = loaded.get(repository);
	if (found === void 0) throw new TypeError("this is no repository that load() returned");
	return {
		workspace: found.workspace,
		collector: found.collector.fork()
	};
}
/**
* Reads the structure of a repository: `cairn.yaml`, environments, which files are layers of what.
*
* @param directory the root of the configuration repository, inside a Git repository
* @throws Failure where there is no Git repository or no such commit
*/
async function load(directory, { at, variables = {} } = {}) {
	const collector = new Collector();
	const snapshot = at === void 0 ? workingTree(directory) : commitTree(directory, at);
	const workspace = await openWorkspace({
		snapshot,
		variables,
		engines
	}, collector);
	const repository = Object.freeze({});
	loaded.set(repository, {
		workspace,
		collector
	});
	return repository;
}
/** Merges and links everything selected, and says what is wrong and where. */
function check(repository, selection = {}) {
	const { workspace, collector } = behind(repository);
	return check$1(workspace, {
		selection,
		collector
	});
}
/** Effective documents one at a time. What is opaque is left out; `check` says what and where. */
function render(repository, selection = {}) {
	const { workspace, collector } = behind(repository);
	return render$1(workspace, {
		selection,
		collector
	});
}
/** Where a value comes from and what it shadows. */
function explain(repository, question) {
	const { workspace, collector } = behind(repository);
	return explain$1(workspace, question, collector);
}
/** Who depends on a document in an environment, directly and through others, and where each says so. */
function dependents(repository, question) {
	const { workspace, collector } = behind(repository);
	return dependents$1(workspace, question, collector);
}
/** The order in which the documents of an environment start, in levels that can start together. */
function order(repository, environment) {
	const { workspace, collector } = behind(repository);
	return order$1(workspace, environment, collector);
}
/** Effective changes between two states, edits without effect among them. */
function diff(base, head, selection = {}) {
	const sides = {
		base: behind(base),
		head: behind(head)
	};
	const collectors = {
		base: sides.base.collector,
		head: sides.head.collector
	};
	return diff$1({
		base: sides.base.workspace,
		head: sides.head.workspace,
		selection,
		collectors
	});
}
/** The differences between two environments of one state. */
function compare(repository, left, right, selection = {}) {
	const { workspace, collector } = behind(repository);
	return compare$1(workspace, {
		left,
		right,
		selection
	}, collector);
}
/** The environments, what they inherit, and which documents exist in them. */
function environments(repository, selection = {}) {
	const { workspace, collector } = behind(repository);
	return environments$1(workspace, selection, collector);
}
export { Failure, Hole, Opaque, Sealed, Secret, Unresolved, check, compare, dependents, diff, environments, explain, load, order, render };
