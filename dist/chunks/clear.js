import { n as proveOpens } from "./world.js";
import { Rs as pointer } from "./shared.js";
// src/stages/sops/left-clear.ts
/**
* The values that an edit has put into a file and that stand there in clear, since the selector leaves them out: new
* ones, and those that say something else than before. SOPS says nothing of them.
*/
function newlyClear(before, after, cipher) {
	const was = new Map(before.leaves.map((leaf) => [keyOf(leaf), leaf.value]));
	const found = after.leaves.filter((leaf) => {
		const { selected, value } = leaf;
		if (selected || value === null || "text" in value && value.text === "") return false;
		const old = was.get(keyOf(leaf));
		return old === void 0 || old === null || !cipher.same(old, value);
	});
	return [...new Set(found.map(({ tokens }) => pointer(tokens)))];
}
const keyOf = ({ document, tokens }) => JSON.stringify([document, ...tokens]);
// src/cli/secrets/clear.ts
/** Most values that are named. */
const MOST_NAMED = 5;
/** Says which values an edit has put into a file in clear: nobody expects that of a file that is encrypted. */
function tellClear(before, written, terminal, world) {
	const after = proveOpens(written, before.dataKey, world);
	const clear = newlyClear(before, after, world.run.cipher);
	if (clear.length === 0) return;
	const { kind, pattern } = after.file.metadata.selector;
	const named = clear.slice(0, MOST_NAMED).join(", ");
	const more = clear.length > MOST_NAMED ? ` and ${clear.length - MOST_NAMED} more` : "";
	terminal.err(`in clear, since ${kind} ${JSON.stringify(pattern)} of ${written.path} leaves it out: ${named}${more}\n`);
}
export { tellClear as t };
