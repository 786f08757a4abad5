import { Ho as compareText, gi as ageRecipientsOf, o as keyOf } from "./shared.js";
import { a as sameOtherKeys, o as sealedPointers, r as recipientsOf } from "./plan.js";
import { r as readSecret } from "./world.js";
// src/queries/secrets/status.ts
/** Says of encrypted files who can open them, where their values count, and how old they are. */
function status({ files, workspace, ruleOf, layerPath, today }) {
	const { maxAgeDays } = workspace.config.secrets;
	const uses = usesOf(workspace);
	const all = files.map((secret) => statusOf(secret, {
		ruleOf,
		today,
		maxAgeDays,
		environments: uses.get(layerPath(secret.path)) ?? []
	}));
	const counted = /* @__PURE__ */ new Map();
	for (const file of all) for (const one of openersOf(file)) counted.set(one, (counted.get(one) ?? 0) + 1);
	const aliases = new Map(Array.from(workspace.config.recipients, ([alias, { recipient }]) => [recipient, alias]));
	const recipients = Array.from(counted, ([recipient, count]) => {
		const alias = aliases.get(recipient);
		return {
			recipient,
			files: count,
			...alias === void 0 ? {} : { alias }
		};
	});
	recipients.sort((a, b) => compareText(a.alias ?? a.recipient, b.alias ?? b.recipient));
	return {
		files: all,
		environments: environmentsOf(all),
		recipients,
		maxAgeDays
	};
}
/** The environments in which files count, sorted: those of their layers, and what inherits from them. */
function usesOf({ discovery, environments }, isAsked = () => true) {
	const uses = /* @__PURE__ */ new Map();
	const real = [...environments.values()].filter(({ abstract }) => !abstract);
	const sources = [...discovery.documents.values()].flatMap((document) => document.sources);
	for (const { path, environment } of [...sources, ...[...discovery.shared.values()].flat()]) {
		if (!isAsked(path)) continue;
		const known = uses.get(path) ?? /* @__PURE__ */ new Set();
		for (const one of real) if (environment === null || one.lineage.includes(environment)) known.add(one.name);
		uses.set(path, known);
	}
	return new Map(Array.from(uses, ([path, names]) => [path, [...names].sort()]));
}
const UNREAD = {
	groups: [],
	threshold: 0,
	otherKeys: [],
	lastModified: "",
	ageDays: 0,
	due: false,
	values: 0,
	rule: "no rule"
};
function statusOf(secret, { ruleOf, today, maxAgeDays, environments }) {
	const read = readSecret(secret);
	const { path } = secret;
	if (!read.ok) return {
		...UNREAD,
		path,
		environments,
		problems: read.problems
	};
	const { metadata } = read.result;
	const { groups, threshold } = recipientsOf(metadata);
	const ageDays = daysBetween(metadata.lastModifiedSeconds.slice(0, 10), today);
	const rule = ruleOf(path);
	const isRuled = rule !== void 0 && isAsRuled(metadata, rule);
	return {
		path,
		groups,
		threshold,
		otherKeys: metadata.groups.map(({ keys }) => [...new Set(keys.filter(({ type }) => type !== "age").map(keyOf))]),
		lastModified: metadata.lastModified,
		ageDays,
		due: ageDays >= maxAgeDays,
		values: sealedPointers(read.result).length,
		rule: rule === void 0 ? "no rule" : isRuled ? "as ruled" : "differs",
		environments,
		problems: []
	};
}
/** Whole days from one day to another, 0 for one that is to come. */
function daysBetween(from, to) {
	const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 864e5;
	return Number.isFinite(days) ? Math.max(0, Math.floor(days)) : 0;
}
function isAsRuled(metadata, rule) {
	const { groups, threshold } = recipientsOf(metadata);
	const wanted = ageRecipientsOf(rule);
	if (wanted.length !== groups.length || groups.length > 1 && threshold !== rule.threshold) return false;
	return sameOtherKeys(metadata.groups, rule) && groups.every((group, i) => sameSet(group, wanted[i] ?? []));
}
/** Everybody who has a part in opening a file. */
function openersOf({ groups, otherKeys }) {
	return new Set([...groups, ...otherKeys].flat());
}
function sameSet(a, b) {
	const other = new Set(b);
	return a.length === other.size && a.every((one) => other.has(one));
}
function environmentsOf(files) {
	return [...new Set(files.flatMap(({ environments }) => environments))].sort().map((environment) => {
		const own = files.filter((file) => file.environments.includes(environment));
		const opens = {};
		for (const file of own) {
			if (file.threshold > 1) continue;
			for (const recipient of openersOf(file)) opens[recipient] = (opens[recipient] ?? 0) + 1;
		}
		return {
			environment,
			files: own.length,
			opens
		};
	});
}
export { status as n, usesOf as r, daysBetween as t };
