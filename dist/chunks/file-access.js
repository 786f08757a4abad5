import { Yo as inSpan, Zo as locate, n as fieldPlace, o as keyOf } from "./shared.js";
import { a as readEncrypted } from "./sealed.js";
// src/queries/file-access.ts
const NOBODY = {
	keys: /* @__PURE__ */ new Map(),
	threshold: 1
};
/** Nobody's where the metadata cannot be read: that has a finding of its own. */
function accessTo({ reader }, path) {
	const source = reader.source(path);
	const file = source && readEncrypted(source, () => void 0);
	if (source === void 0 || file === void 0) return NOBODY;
	const { groups, threshold } = file.metadata;
	const keys = groups.flatMap((group) => group.keys).map(({ type, name, start, end }) => {
		return [keyOf({
			type,
			name
		}), {
			type,
			name,
			location: locate(inSpan(source, start, end))
		}];
	});
	return {
		keys: new Map(keys),
		threshold,
		location: locate(fieldPlace({
			source,
			...file
		}, "shamir_threshold"))
	};
}
/** What recipients are called in a comparison: as the base calls them, for what a change calls them is its own word. */
function aliasIn(base, head, recipient) {
	const { config } = base.config.given ? base : head;
	return [...config.recipients].find(([, known]) => known.recipient === recipient)?.[0];
}
export { accessTo as n, aliasIn as r, NOBODY as t };
