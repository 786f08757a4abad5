import { Da as ENVELOPE_START, Ja as Source, Ko as inBase, Vo as Collector, Zo as locate, an as rewrite, o as keyOf, os as Failure, s as mayBeSealed, vi as ruleFor } from "./shared.js";
import { a as readEncrypted, c as leftOut, i as mayBeOurs, l as readRules, u as rulesOf } from "./sealed.js";
import { r as usesOf } from "./status.js";
// src/queries/older.ts
/** States of a file whose content is read, the newest ones. */
const MOST_READ = 30;
/**
* What of an encrypted file is as it was before, and not as the base has it. No two encryptions give the same text, so
* one that has stood in the file before says that the value of then is back; the MAC says so of the whole file.
*/
function olderIn({ path, before, after }, { states, read }) {
	if (after === void 0) return void 0;
	const old = new Set(before === void 0 ? [] : envelopesIn(before.source.text));
	const past = (states.get(path) ?? []).slice(0, MOST_READ).flatMap((state) => {
		const text = read(state.blob)?.toString("utf8");
		return text === void 0 ? [] : [{
			state,
			envelopes: new Set(envelopesIn(text))
		}];
	});
	const { mac } = after.metadata;
	const whole = mac === void 0 || old.has(mac) ? void 0 : past.find(({ envelopes }) => envelopes.has(mac));
	if (whole !== void 0) return {
		...told(whole.state),
		leaves: []
	};
	const fresh = sealedLeaves(after).filter(({ envelope }) => !old.has(envelope));
	for (const { state, envelopes } of past) {
		const leaves = fresh.filter(({ envelope }) => envelopes.has(envelope)).map(({ leaf }) => leaf);
		if (leaves.length > 0) return {
			...told(state),
			leaves
		};
	}
}
function told({ commit, seconds }) {
	return {
		commit,
		day: (/* @__PURE__ */ new Date(seconds * 1e3)).toISOString().slice(0, 10)
	};
}
/** The envelopes of a text, whatever its format: no character of theirs is escaped in any. */
function envelopesIn(text) {
	const found = [];
	for (let at = text.indexOf(ENVELOPE_START); at >= 0;) {
		const end = text.indexOf("]", at);
		if (end < 0) break;
		found.push(text.slice(at, end + 1));
		at = text.indexOf(ENVELOPE_START, end);
	}
	return found;
}
function sealedLeaves({ documents }) {
	const leaves = [];
	rewrite(documents, { visit: ({ item }) => {
		const value = item.kind === "leaf" ? item.value : null;
		if (item.kind === "leaf" && value !== null && "text" in value && value.text.startsWith("ENC[AES256_GCM,")) leaves.push({
			leaf: item,
			envelope: value.text
		});
	} });
	return leaves;
}
// src/queries/sealed-changes.ts
/** Files of which history is looked at, for one change. */
const MOST_WITH_HISTORY = 200;
/** What a change does to encrypted files, judged by what the base says of who may open them. */
async function sealedChanges(input) {
	const { base, head, texts, history } = input;
	const isOurs = [base, head].map(mayBeOurs);
	const layers = /* @__PURE__ */ new Set([...base.discovery.files, ...head.discovery.files]);
	const candidates = texts.filter(({ source: { path, text }, before = "" }) => {
		if (!mayBeSealed(text) && !mayBeSealed(before)) return false;
		return layers.has(path) || isOurs.some((one) => one(path));
	});
	if (candidates.length === 0) return { changes: [] };
	const found = await read(candidates, input);
	const sealed = found.filter(({ after }) => after !== void 0);
	if (history === void 0 || sealed.length === 0) return { changes: found };
	const asked = sealed.slice(0, MOST_WITH_HISTORY).map(({ path }) => path);
	const known = await withOlder(found, () => history(base.snapshot.label, asked));
	if (!known.isWhole) return {
		changes: known.changes,
		unknown: {
			files: sealed.length,
			because: "cut off"
		}
	};
	const left = sealed.length - asked.length;
	return left === 0 ? { changes: known.changes } : {
		changes: known.changes,
		unknown: {
			files: left,
			because: "too many"
		}
	};
}
/** History that a partial clone cannot fetch is history that is not known. */
async function withOlder(found, history) {
	try {
		const past = await history();
		return {
			changes: found.map((change) => {
				const older = olderIn(change, past);
				return older === void 0 ? change : {
					...change,
					older
				};
			}),
			isWhole: past.isWhole
		};
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		return {
			changes: found,
			isWhole: false
		};
	}
}
/** What is wrong with files and rules has findings of its own. */
async function read(texts, { base, head, files }) {
	const quiet = new Collector();
	const rules = await readRules(base, quiet);
	const kinds = new Map(files.map(({ path, kind }) => [path, kind]));
	const paths = new Set(texts.map(({ source }) => source.path));
	const uses = usesOf(head, (path) => paths.has(path));
	const isLayer = new Set(head.discovery.files);
	return head.reader.whole(quiet, () => texts.flatMap(({ source, before: text }) => {
		const { path } = source;
		const before = text === void 0 ? void 0 : sealedIn(new Source(path, text));
		const after = sealedIn(source);
		if (before === void 0 && after === void 0) return [];
		const { goRegexp } = head.engines;
		const allowed = allowedBy({
			base,
			rules
		}, path);
		return [{
			path,
			kind: kinds.get(path) ?? "changed",
			...before && { before },
			...after && { after },
			inClear: after === void 0 && !isLayer.has(path) && !source.text.includes("ENC[AES256_GCM,"),
			environments: uses.get(path) ?? [],
			...allowed && { allowed },
			leftOut: before === void 0 || after === void 0 ? [] : leftOut(after, before.metadata.selector, goRegexp)
		}];
	}));
}
function sealedIn(source) {
	const file = readEncrypted(source, () => void 0);
	return file && {
		source,
		...file
	};
}
/** Whom the base's rule for a file names; where no rule covers it, whom the base knows at all. */
function allowedBy({ base, rules }, path) {
	const ruled = rulesOf(path, rules);
	const rule = ruled && ruleFor(ruled.rules, ruled.below, base.engines.goRegexp);
	if (rule !== void 0) return {
		keys: new Set(rule.groups.flat().map(keyOf)),
		rule: inBase(locate(rule.keysPlace))
	};
	const { recipients } = base.config;
	const keys = new Set(Array.from(recipients.values(), ({ recipient }) => keyOf({
		type: "age",
		name: recipient
	})));
	const all = [...rules.values()].flatMap((one) => one.rules ?? []);
	for (const key of all.flatMap(({ groups }) => groups.flat())) keys.add(keyOf(key));
	return keys.size === 0 ? void 0 : { keys };
}
export { sealedChanges };
