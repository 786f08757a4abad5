import { $s as Unresolved, Br as order$1, Jr as dependents$1, Ks as say, Lr as review$1, Po as commitTree, Qs as Secret, Ro as workingTree, Rr as render$1, Si as openWorkspace, Vo as Collector, Vr as environments$1, Xr as compare$1, Xs as Opaque, Yr as explain$1, Ys as Hole, Zs as Sealed, ds as engines, ei as check$1, os as Failure } from "./chunks/shared.js";
import { t as diff$1 } from "./chunks/difference.js";
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
/**
* Everything that a pull request gets: what a change does in which environments, whether it is safe, what is wrong with
* it and what was wrong before, what it reaches, and whose approval it needs. Judged by the base's rules.
*
* @example
* ```ts
* const [base, head] = [await load('.', { at: 'origin/main' }), await load('.')]
* const { dangers, environments } = await review(base, head)
* const isCalm = dangers.findings.length === 0 && environments.every((one) => !one.protected || one.changed === 0)
* ```
* @throws Failure where something was asked for that neither side has
*/
function review(base, head, options = {}) {
	const sides = {
		base: behind(base),
		head: behind(head)
	};
	const { environments = [], ...more } = options;
	const because = say`it was given as the base`;
	const against = {
		...sides.base,
		because,
		whenBroken: "throw"
	};
	const { workspace, collector } = sides.head;
	return review$1({
		...more,
		head: workspace,
		collector,
		against,
		selection: { environments }
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
export { Failure, Hole, Opaque, Sealed, Secret, Unresolved, check, compare, dependents, diff, environments, explain, load, order, render, review };
