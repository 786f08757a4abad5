import { Ar as itemsOf, Dr as badValue, Ei as isMapping, Fr as readString, Ii as list, Ir as rootOf, Jr as finding, Li as name, Lr as wrongType, Mi as didYouMean, Mr as placeOf, Ni as nearest, Nr as readBoolean, Or as fieldsOf, Pr as readList, Ri as say, Ti as isList, _ as DEFAULT_SELECTOR, b as isValidSelector, jr as keyOf, kr as isBlank, v as SELECTOR_KINDS, zi as HOLE } from "./shared.js";
// src/stages/sops/rule-keys.ts
/** The lists of keys of a rule or a key group, by what SOPS's metadata calls them. */
const TYPES = /* @__PURE__ */ new Map([
	["age", "age"],
	["pgp", "pgp"],
	["kms", "kms"],
	["gcp_kms", "gcp_kms"],
	["hckms", "hckms"],
	["azure_keyvault", "azure_kv"],
	["hc_vault_transit_uri", "hc_vault"],
	["hc_vault", "hc_vault"]
]);
const RULE_KEY_FIELDS = [...TYPES.keys()];
const GROUP_FIELDS = [...RULE_KEY_FIELDS, "merge"];
/** Fields that name a key that is a mapping. */
const NAMING = [
	"fp",
	"arn",
	"resource_id",
	"key_id",
	"vaultUrl",
	"recipient",
	"uri"
];
/** The keys of a rule: those of its `key_groups`, where it has any; else one group of all its flat lists. */
function readRuleKeys(fields, report) {
	let wrong = false;
	const watched = (found) => {
		wrong ||= found.severity === "error";
		report(found);
	};
	const grouped = fields.get("key_groups");
	const flat = RULE_KEY_FIELDS.flatMap((field) => fields.get(field) ?? []);
	if (grouped === void 0) return {
		groups: [RULE_KEY_FIELDS.flatMap((field) => readKeys(field, fields.get(field), watched))],
		place: flat[0] && placeOf(flat[0]),
		wrong
	};
	for (const ignored of flat) watched(finding("config/bad-value", keyOf(ignored), say`SOPS ignores this beside \`key_groups\``, { severity: "warning" }));
	const items = readList(grouped, say`a list of groups such as {age: […]}`, watched) ?? [];
	const groups = items.map((item) => withoutRepeats(readGroup(item, watched)));
	const place = placeOf(grouped);
	if (groups.length > 1) reportEmpty(items, groups, watched);
	return {
		groups: groups.length === 0 ? [[]] : groups,
		place,
		wrong
	};
}
function reportEmpty(items, groups, report) {
	for (const [i, item] of items.entries()) if (groups[i]?.length === 0 && isMapping(item.value)) badValue(item, say`nobody is in this key group`, report);
}
/** What `merge` names comes first, as in SOPS. */
function readGroup(item, report) {
	if (!isMapping(item.value)) wrongType(item, say`a group such as {age: […]}`, report);
	const fields = new Map([...fieldsOf(item)].filter(([, field]) => !isBlank(field)));
	for (const [key, field] of fields) {
		if (GROUP_FIELDS.includes(key)) continue;
		const near = didYouMean(key, GROUP_FIELDS);
		const hint = near === "" ? say`; known here: ${list(GROUP_FIELDS.map(name))}` : near;
		report(finding("config/unknown-key", keyOf(field), say`unknown key ${name(key)}${hint}`));
	}
	const merged = fields.get("merge");
	return [...merged === void 0 ? [] : (readList(merged, say`a list of groups`, report) ?? []).flatMap((one) => readGroup(one, report)), ...RULE_KEY_FIELDS.flatMap((field) => readKeys(field, fields.get(field), report))];
}
function withoutRepeats(keys) {
	const known = /* @__PURE__ */ new Set();
	return keys.filter(({ type, name: named }) => {
		const key = `${type} ${named}`;
		return !known.has(key) && known.add(key);
	});
}
/** A text with commas, or a list of texts or mappings. */
function readKeys(field, setting, report) {
	if (setting === void 0 || isBlank(setting)) return [];
	const type = TYPES.get(field) ?? field;
	const { value } = setting;
	return (isList(value) ? itemsOf(setting) : [setting]).flatMap((item) => {
		if (typeof item.value === "string") return readNames(type, item, item.value, report);
		if (type !== "age" && isMapping(item.value)) return [{
			type,
			name: nameOf(item),
			place: placeOf(item)
		}];
		wrongType(item, type === "age" ? say`a recipient of age, or a list of them` : say`a key, or a list of keys`, report);
		return [];
	});
}
function readNames(type, setting, text, report) {
	return text.split(",").map((part) => part.trim()).filter((part) => part !== "").flatMap((named) => {
		if (type === "age" && !isRecipient(setting, named, report)) return [];
		return [{
			type,
			name: named,
			place: placeOf(setting)
		}];
	});
}
const PRIVATE_KEY = /AGE-(?:SECRET-KEY|PLUGIN)-/i;
const RECIPIENT = /^age1[02-9ac-hj-np-z]{6,}$/;
const PLUGIN_OR_SSH = /^age1[a-z0-9-]+1[02-9ac-hj-np-z]+$|^ssh-(?:ed25519|rsa) \S/;
/** Whether a text has the form of a recipient; what has not is never shown, as it may be anything. */
function isRecipient(setting, text, report) {
	if (RECIPIENT.test(text) || PLUGIN_OR_SSH.test(text)) return true;
	if (PRIVATE_KEY.test(text)) badValue(setting, say`a private key stands here, for everybody to read: make a new one with ${KEYGEN}, replace this one everywhere, and change what it could open`, report);
	else badValue(setting, say`this is no recipient of age: they start with ${AGE_START}`, report);
	return false;
}
const KEYGEN = name("cairn secrets keygen");
const AGE_START = name("age1");
function nameOf(setting) {
	const fields = fieldsOf(setting);
	for (const field of NAMING) {
		const value = fields.get(field)?.value;
		if (typeof value === "string") return value;
	}
	return "";
}
// src/stages/sops/creation-rules.ts
const TOP_KEYS = [
	"creation_rules",
	"destination_rules",
	"stores"
];
/** `kms` and others have settings beside them. */
const BESIDE_KEYS = ["aws_profile", "name"];
const RULE_FIELDS = [
	"path_regex",
	"key_groups",
	"shamir_threshold",
	"mac_only_encrypted",
	...SELECTOR_KINDS,
	...RULE_KEY_FIELDS,
	...BESIDE_KEYS
];
/**
* Reads `.sops.yaml`, of any version of SOPS. What SOPS would refuse is an error; what it ignores in silence, such as a
* key that is mistyped, is told too. Destination rules and stores are left to SOPS. Keys at the top that nobody knows
* are fine: people keep the anchors of their recipients there.
*
* @throws NotLoaded from the engine of expressions, once
*/
function readCreationRules(tree, regexp, report) {
	const root = rootOf(tree);
	let sound = root.value !== HOLE;
	const watched = (found) => {
		sound &&= found.severity !== "error";
		report(found);
	};
	if (!isBlank(root) && !isMapping(root.value)) wrongType(root, say`a mapping with \`creation_rules\``, watched);
	const fields = fieldsOf(root);
	reportSlips(fields, TOP_KEYS, watched);
	const listed = fields.get("creation_rules");
	if (listed === void 0 || isBlank(listed)) return {
		sound: sound && listed?.value !== HOLE,
		rules: void 0
	};
	const items = readList(listed, say`a list of rules such as {path_regex: …, age: …}`, watched) ?? [];
	if (isList(listed.value) && items.length === 0) badValue(listed, say`no rules: nothing could be encrypted`, watched);
	const rules = items.flatMap((item) => readRule(item, regexp, watched) ?? []);
	return {
		sound,
		rules
	};
}
function reportSlips(fields, known, report) {
	for (const [key, field] of fields) {
		if (known.includes(key) || nearest(key, known) === void 0) continue;
		report(finding("config/unknown-key", keyOf(field), say`unknown key ${name(key)}${didYouMean(key, known)}`));
	}
}
function readRule(item, regexp, report) {
	if (!isMapping(item.value)) {
		wrongType(item, say`a rule such as {path_regex: …, age: …}`, report);
		return;
	}
	const fields = new Map([...fieldsOf(item)].filter(([, field]) => !isBlank(field)));
	reportUnknown(fields, report);
	const keys = readRuleKeys(fields, report);
	if (keys.groups.every((group) => group.length === 0) && !keys.wrong) report(finding("config/missing-key", placeOf(item), say`nobody could open a file of this rule: it has no \`age\` with a recipient`));
	const selector = readSelector(fields, regexp, report);
	const place = placeOf(item);
	const onlyEncrypted = fields.get("mac_only_encrypted");
	return {
		pathRegex: readPathRegex(fields.get("path_regex"), regexp, report),
		groups: keys.groups,
		threshold: readThreshold(fields.get("shamir_threshold"), keys.groups, report),
		selector: selector?.selector ?? DEFAULT_SELECTOR,
		macOnlyEncrypted: onlyEncrypted !== void 0 && readBoolean(onlyEncrypted, report) === true,
		place,
		keysPlace: keys.place ?? place,
		selectorPlace: selector === void 0 ? place : placeOf(selector.setting)
	};
}
/** An error where it is a slip; what only another version of SOPS may know is a warning. */
function reportUnknown(fields, report) {
	for (const [key, field] of fields) {
		if (RULE_FIELDS.includes(key)) continue;
		const near = didYouMean(key, RULE_FIELDS);
		const severity = near === "" ? "warning" : "error";
		const hint = near === "" ? say`, which SOPS ignores` : near;
		report(finding("config/unknown-key", keyOf(field), say`unknown key ${name(key)}${hint}`, { severity }));
	}
}
/** An expression that is none matches no path: SOPS stops there, and so does whoever asks whether all was sound. */
function readPathRegex(setting, regexp, report) {
	if (setting === void 0 || setting.value === "") return void 0;
	const pattern = readString(setting, say`an expression that is searched in paths`, report);
	if (pattern === void 0) return NOTHING;
	if (regexp.test(pattern, "") !== void 0) return pattern;
	badValue(setting, say`this is no expression of RE2, so that SOPS refuses the file`, report);
	return NOTHING;
}
/** Found in no text. */
const NOTHING = "[^\\x00-\\x{10FFFF}]";
function readSelector(fields, regexp, report) {
	const given = SELECTOR_KINDS.flatMap((kind) => {
		const setting = fields.get(kind);
		return setting === void 0 || setting.value === "" ? [] : [{
			kind,
			setting
		}];
	});
	const [first, second] = given;
	if (first === void 0) return void 0;
	if (second !== void 0) {
		const names = list(given.map(({ kind }) => name(kind)));
		report(finding("config/bad-value", keyOf(second.setting), say`a rule has one selector at most, and this has ${names}`));
	}
	const pattern = readString(first.setting, said(first.kind), report);
	if (pattern === void 0) return void 0;
	const selector = {
		kind: first.kind,
		pattern
	};
	if (!isValidSelector(selector, regexp)) badValue(first.setting, say`this is no expression of RE2: SOPS takes it for one that matches nothing, in silence`, report);
	return {
		selector,
		setting: first.setting
	};
}
const said = (kind) => kind.endsWith("_suffix") ? say`a suffix of keys` : say`an expression of RE2`;
function readThreshold(setting, groups, report) {
	const count = groups.length;
	if (setting === void 0 || setting.value === 0 || count < 2) return count;
	const { value } = setting;
	if (typeof value === "number" && Number.isInteger(value) && value >= 2 && value <= count) return value;
	if (typeof value === "number") badValue(setting, say`with ${count} key groups this is a number from 2 to ${count}`, report);
	else wrongType(setting, say`a number of key groups`, report);
	return count;
}
export { readCreationRules as t };
