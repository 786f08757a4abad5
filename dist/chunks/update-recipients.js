import { Gs as name, Ks as say, Mo as headCommit, Po as commitTree, Qo as showLocation, Ws as list, Zo as locate, gi as ageRecipientsOf, nc as whenLoaded, os as Failure } from "./shared.js";
import { a as sameOtherKeys, o as sealedPointers, r as recipientsOf, s as stepFor, t as planEach } from "./plan.js";
import { r as readSecret } from "./world.js";
import { t as applyPlan } from "./apply.js";
import { c as textOf, s as selectFiles } from "./files.js";
import { t as openRuleBook } from "./rules.js";
import { i as recipientsNamed, r as openQuietly, t as aliasesOf } from "./selection.js";
import { t as openSecretsWorld } from "./world2.js";
// src/queries/secrets/update-recipients.ts
/**
* Plans who can open files. Without revocations each gets the recipients of its rule and keeps its data key, as with
* `sops updatekeys`. With revocations the files that those concerned can open get the recipients of their rules, or
* keep theirs where they have none, and a new data key: who had the old one could read later edits with it. Files that
* somebody of them could open in the last commit, and can no more, are named with their values: a run that was stopped
* has done those already.
*
* @throws Failure where a rule still names who is revoked
*/
function planUpdate(files, request) {
	if (request.revoked.size === 0) return planEach(files, (file) => planByRule(file, request));
	const plan = planEach(files, (file) => planRevocation(file, request));
	return {
		...plan,
		earlier: plan.unchanged.flatMap((path) => lostBy(path, request) ?? [])
	};
}
function lostBy(path, { revoked, committed }) {
	const before = committed(path);
	const read = before && readSecret(before);
	if (read?.ok !== true) return void 0;
	const removed = [...new Set(recipientsOf(read.result.metadata).groups.flat())].filter((recipient) => revoked.has(recipient));
	return removed.length === 0 ? void 0 : {
		path,
		removed,
		exposed: sealedPointers(read.result)
	};
}
function planByRule(file, { ruleOf }) {
	const rule = ruleOf(file.path);
	if (rule === void 0) return { reason: say`no rule of .sops.yaml covers it, so that nobody says who is to open it` };
	return othersDiffer(file.metadata, rule) ?? wanted(file, fromRule(rule), "kept");
}
function planRevocation(file, { ruleOf, revoked }) {
	const now = recipientsOf(file.metadata);
	if (!now.groups.flat().some((recipient) => revoked.has(recipient))) return void 0;
	const rule = ruleOf(file.path);
	const named = rule?.groups.flat().find((key) => key.type === "age" && revoked.has(key.name));
	if (named !== void 0) throw new Failure("usage", say`${showLocation(locate(named.place))} still names ${name(named.name)} as a recipient of ${name(file.path)}`, say`take it out there first: what is not in .sops.yaml would come back with the next update`);
	const groups = now.groups.map((group) => group.filter((recipient) => !revoked.has(recipient)));
	const next = rule === void 0 ? {
		groups,
		threshold: now.threshold
	} : fromRule(rule);
	return (rule && othersDiffer(file.metadata, rule)) ?? wanted(file, next, "new");
}
function fromRule(rule) {
	return {
		groups: ageRecipientsOf(rule).map((group) => [...new Set(group)]),
		threshold: rule.threshold
	};
}
function wanted(file, next, dataKey) {
	return next.groups.filter((group) => group.length > 0).length >= (next.groups.length > 1 ? next.threshold : 1) ? stepFor(file, next, dataKey) : { reason: say`nobody could open it any more: name another recipient first` };
}
/** Keys of other types than age can be kept, and nothing else: Cairn cannot give them the data key. */
function othersDiffer({ groups }, rule) {
	if (sameOtherKeys(groups, rule)) return void 0;
	const keys = [...groups.flatMap((group) => group.keys), ...rule.groups.flat()];
	const types = [...new Set(keys.map(({ type }) => type))].filter((type) => type !== "age");
	return { reason: say`its keys of ${list(types.map(name))} are not those of its rule, and Cairn can only change keys of age: ${name("sops updatekeys")} does it` };
}
// src/cli/secrets/committed.ts
/**
* Files as the last commit of their repository has them, by the path that they were named by; `undefined` for one that
* is not in it.
*/
function openCommitted(files) {
	const byPath = new Map(files.map((one) => [one.path, one.file]));
	const trees = /* @__PURE__ */ new Map();
	const treeOf = (top) => {
		if (trees.has(top)) return trees.get(top);
		const head = headCommit(top);
		const tree = head && commitTree(top, head.commit);
		tree?.prefetch(files.flatMap(({ file }) => file.top === top ? [file.path] : []));
		trees.set(top, tree);
		return tree;
	};
	return (path) => {
		const file = byPath.get(path);
		const bytes = file && treeOf(file.top)?.read(file.path).bytes;
		return bytes === void 0 ? void 0 : {
			path,
			text: textOf(path, bytes)
		};
	};
}
// src/cli/secrets/update-recipients.ts
/** Gives files the recipients that `.sops.yaml` says, or takes some away from all of them. */
async function runUpdateRecipients(named, options, terminal) {
	const [world, workspace] = await Promise.all([openSecretsWorld(terminal), openQuietly(options, terminal)]);
	const files = selectFiles(named, options, terminal);
	const byPath = new Map(files.map((file) => [file.path, file]));
	const book = openRuleBook(world.run.regexp, terminal);
	const ruleOf = (path) => book.ruleOf(byPath.get(path).file);
	const revoked = recipientsNamed(options.revoke, workspace);
	const committed = openCommitted(files);
	const plan = await whenLoaded(() => planUpdate(files, {
		ruleOf,
		revoked,
		committed
	}));
	return applyPlan(plan, {
		files,
		aliases: aliasesOf(workspace),
		options,
		terminal,
		world
	});
}
export { runUpdateRecipients };
