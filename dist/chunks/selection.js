import { An as ageRecipientsOf, Fi as escapeControls, K as open, Kr as Collector, Li as name, Ni as nearest, Pi as suggestion, Ri as say, an as plural, qr as compareText, ri as Failure } from "./shared.js";
import { r as readSecret } from "./world.js";
import { a as sealedPointers, i as recipientsOf } from "./world2.js";
// src/report/secrets/plan.ts
/** A plan as data: what the steps were made from is left out. */
function planJson({ steps, refused, unchanged }) {
	return {
		steps: steps.map(({ path, groups, threshold, added, removed, regrouped, dataKey, exposed }) => ({
			path,
			dataKey,
			added,
			removed,
			regrouped,
			groups,
			threshold,
			exposed
		})),
		refused: refused.map(({ path, reason, problems }) => ({
			path,
			...reason === void 0 ? {} : { reason },
			problems: problems.map(({ kind }) => kind)
		})),
		unchanged
	};
}
/** One file a block: what changes of it, and what has to be changed elsewhere because of that. */
function planText({ steps, unchanged }, aliases, style) {
	const called = (recipient) => showRecipient(recipient, aliases);
	let text = "";
	for (const { path, added, removed, regrouped, dataKey, exposed } of steps) {
		text += `${style("bold", escapeControls(path))}${dataKey === "new" ? "  new data key" : ""}\n`;
		for (const recipient of added) text += style("green", `  + ${called(recipient)}`) + "\n";
		for (const recipient of removed) text += style("red", `  - ${called(recipient)}`) + "\n";
		if (regrouped && added.length + removed.length === 0) text += "  its key groups change\n";
		if (exposed.length > 0) text += "  change these where they come from, since who is removed has been able to read them:\n";
		for (const pointer of exposed) text += `    ${escapeControls(pointer)}\n`;
	}
	if (steps.length === 0) text += "nothing is to be done\n";
	return unchanged.length === 0 ? text : `${text}${style("dim", `${plural(unchanged.length, "file")} as they should be`)}\n`;
}
/** A recipient as a person knows it: the name in `cairn.yaml` and the recipient, long ones cut in the middle. */
function showRecipient(recipient, aliases) {
	const alias = aliases.get(recipient);
	const text = escapeControls(recipient);
	const short = text.length <= LONGEST ? text : `${text.slice(0, 20)}…${text.slice(-8)}`;
	return alias === void 0 ? short : `${escapeControls(alias)} (${short})`;
}
/** Characters of a recipient that is shown whole: those of X25519 have 62, post-quantum ones 1,959. */
const LONGEST = 62;
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
/** The environments in which files count: those of their layers, and what inherits from them. */
function usesOf({ discovery, environments }) {
	const uses = /* @__PURE__ */ new Map();
	const real = [...environments.values()].filter(({ abstract }) => !abstract);
	const sources = [...discovery.documents.values()].flatMap((document) => document.sources);
	for (const { path, environment } of [...sources, ...[...discovery.shared.values()].flat()]) {
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
	const isRuled = wanted?.length === groups.length && groups.every((group, i) => sameSet(group, wanted[i] ?? []));
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
// src/cli/secrets/selection.ts
/** The repository that files belong to; its findings are `cairn check`'s. */
function openQuietly(where, terminal) {
	const { directory } = where;
	return open(directory === void 0 ? {} : { directory }, terminal, new Collector());
}
/** What `cairn.yaml` calls recipients. */
function aliasesOf({ config }) {
	return new Map(Array.from(config.recipients, ([alias, { recipient }]) => [recipient, alias]));
}
/** Recipients by what they are called, or by themselves. */
function recipientsNamed(named, { config }) {
	return new Set(named.map((one) => {
		if (/^(?:age1[a-z0-9]{20}|ssh-)/.test(one)) return one;
		const known = config.recipients.get(one);
		if (known !== void 0) return known.recipient;
		throw new Failure("usage", say`cairn.yaml calls no recipient ${name(one)}${suggestion(nearest(one, config.recipients.keys()))}`);
	}));
}
/** The files that are as old as `cairn.yaml` allows at most. */
function dueFiles(files, { config }, today) {
	return files.filter((file) => {
		const read = readSecret(file);
		if (!read.ok) return true;
		return daysBetween(read.result.metadata.lastModifiedSeconds.slice(0, 10), today) >= config.secrets.maxAgeDays;
	});
}
export { status as a, showRecipient as c, recipientsNamed as i, dueFiles as n, planJson as o, openQuietly as r, planText as s, aliasesOf as t };
