import { co as compareText, zr as ageRecipientsOf } from "./shared.js";
import { i as sealedPointers, r as recipientsOf } from "./plan.js";
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
	for (const { groups } of all) for (const one of new Set(groups.flat())) counted.set(one, (counted.get(one) ?? 0) + 1);
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
	const wanted = rule && ageRecipientsOf(rule);
	const isEnough = groups.length < 2 || threshold === rule?.threshold;
	const isRuled = wanted?.length === groups.length && isEnough && groups.every((group, i) => sameSet(group, wanted[i] ?? []));
	return {
		path,
		groups,
		threshold,
		otherKeys: metadata.groups.flatMap(({ keys }) => keys.flatMap(({ type }) => type === "age" ? [] : [type])),
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
function sameSet(a, b) {
	const other = new Set(b);
	return a.length === other.size && a.every((one) => other.has(one));
}
function environmentsOf(files) {
	return [...new Set(files.flatMap(({ environments }) => environments))].sort().map((environment) => {
		const own = files.filter((file) => file.environments.includes(environment));
		const opens = {};
		for (const { groups, threshold } of own) {
			if (threshold > 1) continue;
			for (const recipient of new Set(groups.flat())) opens[recipient] = (opens[recipient] ?? 0) + 1;
		}
		return {
			environment,
			files: own.length,
			opens
		};
	});
}
export { status as n, usesOf as r, daysBetween as t };
