import { At as Collector, B as check$1, Bt as Opaque, F as render$1, Ht as Secret, I as explain$1, L as environments$1, Ot as commitTree, R as diff$1, Ut as Unresolved, V as openWorkspace, Vt as Sealed, Wt as Failure, kt as workingTree, z as compare$1, zt as Hole } from "./chunks/shared.js";
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
	const workspace = await openWorkspace(snapshot, variables, collector);
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
export { Failure, Hole, Opaque, Sealed, Secret, Unresolved, check, compare, diff, environments, explain, load, render };
