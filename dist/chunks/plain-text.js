import { $t as isCommentItem, Jt as refuse, Kt as attempt, Qs as Secret, Qt as entriesOf } from "./shared.js";
import { T as inClear, f as unitOf, g as endOf, h as applySplices, l as placesOf, m as Splicer } from "./plan.js";
// src/stages/sops/plain-text.ts
/**
* The text of an opened file in clear, in its own format: every envelope gives way to its value, comments too, and the
* metadata is taken out; lines, order and form stay. PLAINTEXT: for standard output and for an editor, nothing else.
*
* @returns the text; or `not-representable` where a value has no form in this format, such as a dotenv text with a
*   literal `\n`
*/
function plainText(opened) {
	return attempt(() => {
		const { file, leaves, comments } = opened;
		if (file.format === "binary") refuse("not-representable");
		const splicer = new Splicer(file.text, file.format, unitOf(file));
		const places = placesOf(file);
		const values = leaves.flatMap(({ leaf, value }) => value instanceof Secret ? [leafSplice(file, splicer, places, leaf, inClear(value))] : []);
		const hollow = hollowSplices(opened);
		const texts = comments.flatMap((comment) => {
			return hollow.some(({ start, end }) => start <= comment.comment.start && comment.comment.start < end) ? [] : commentSplice(file, places, comment);
		});
		const metadata = file.blocks.flatMap((block) => blockSplices(file, splicer, block));
		return applySplices(file.text, [
			...values,
			...hollow,
			...texts,
			...metadata
		]);
	});
}
/** The content of a file of SOPS's binary format. */
function binaryContent({ leaves }) {
	return leaves.find(({ tokens }) => tokens.length === 1 && tokens[0] === "data")?.value ?? refuse("bad-content");
}
function leafSplice({ format }, splicer, places, leaf, value) {
	if (format === "ini") return {
		start: leaf.start,
		end: leaf.end,
		text: iniText(value.text)
	};
	const place = places.get(leaf) ?? refuse("through-alias", leaf);
	return splicer.replaceLeaf(place.placed, place.entry, value);
}
function iniText(text) {
	if (!/[#;\n`"']|^\s|\s$/.test(text)) return text;
	if (!text.includes("`") && !text.includes("\n")) return `\`${text}\``;
	return text.includes("\"\"\"") ? refuse("not-representable") : `"""${text}"""`;
}
/**
* Collections that hold comments alone, as SOPS writes those of an empty one: a list of YAML would be none without its
* items, and what it puts between brackets is no YAML that others read.
*/
function hollowSplices({ file: { text, format, documents }, comments }) {
	if (format !== "yaml") return [];
	const opened = new Map(comments.map(({ comment, opened: found }) => [comment, found && inClear(found.text).text]));
	const splices = [];
	const visit = (node) => {
		if (node.kind === "leaf") return;
		const { start, end, items } = node;
		const inside = items.flatMap((item) => {
			if (item.kind === "comment") return [item];
			return isCommentItem(item) && item.node.kind === "leaf" ? [item.node] : [];
		});
		const isHollow = inside.length > 0 && inside.length === items.length && inside.every((one) => one.start < end);
		const isOdd = node.layout === "flow" ? text.charAt(end - 2) === "\n" : node.kind === "list";
		if (isHollow && isOdd) {
			const indent = `\n${" ".repeat(start - text.lastIndexOf("\n", start - 1) - 1)}#`;
			const said = inside.map((one) => opened.get(one) ?? text.slice(one.start, one.end).replace(/^#/, ""));
			splices.push({
				start,
				end,
				text: `${node.kind === "list" ? "[]" : "{}"} #${said.join(indent)}`
			});
		} else for (const item of items) if (item.kind === "entry" && item.alias === void 0) visit(item.node);
	};
	for (const { root } of documents) for (const item of entriesOf(root)) if (item.alias === void 0) visit(item.node);
	return splices;
}
function commentSplice(file, places, { comment, opened }) {
	const { text, format } = file;
	if (opened === void 0) return [];
	const clear = inClear(opened.text).text;
	if (comment.kind === "comment") {
		const sign = format === "ini" ? "; " : "#";
		return [{
			start: comment.start,
			end: comment.end,
			text: sign + clear.replaceAll("\n", `\n${sign}`)
		}];
	}
	const { entry } = places.get(comment) ?? refuse("through-alias", comment);
	return [{
		start: text.slice(entry.start, entry.keyEnd) === "-" ? entry.start : comment.start,
		end: comment.end,
		text: `#${clear}`
	}];
}
function blockSplices(file, splicer, { document, entries }) {
	const { text, format, documents } = file;
	const root = documents[document]?.root;
	if (root === void 0) return [];
	if (format === "env") return splicer.replaceLines(entries, []);
	const [entry] = entries;
	if (format === "ini") return [iniSection(text, entry)];
	const all = [...entriesOf(root), entry].sort((a, b) => a.start - b.start);
	const container = {
		...root,
		items: all
	};
	const splices = splicer.remove({
		container,
		parent: void 0,
		column: 0
	}, entry);
	return all.length > 1 || format !== "yaml" ? splices : splices.map((splice) => ({
		...splice,
		text: "{}\n"
	}));
}
/** A section with the blank lines before it. */
function iniSection(text, entry) {
	const lineStart = text.lastIndexOf("\n", entry.start - 1) + 1;
	const start = lineStart - (/\n(\s*)$/.exec(text.slice(0, lineStart))?.[1]?.length ?? 0);
	const last = entry.node.kind === "mapping" ? entriesOf(entry.node).at(-1) : void 0;
	const found = text.indexOf("\n", last === void 0 ? entry.keyEnd : endOf(last));
	return {
		start,
		end: found < 0 ? text.length : found + 1,
		text: ""
	};
}
export { plainText as n, binaryContent as t };
