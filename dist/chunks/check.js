import { o as say } from "./rules.js";
import { a as evaluate, i as selectEnvironments, o as link, r as selectDocuments } from "./selection.js";
// src/queries/check.ts
/** Merges and links every selected document in every selected environment, one document at a time. */
async function check(workspace, options) {
	const { collector, selection } = options;
	const environments = selectEnvironments(workspace, selection);
	const documents = selectDocuments(workspace, selection);
	let effectiveDocuments = 0;
	for (const [i, document] of documents.entries()) {
		effectiveDocuments += await workspace.reader.whole(collector, () => {
			const concrete = evaluate(workspace, document, environments, collector.report).filter(({ environment }) => !environment.abstract);
			for (const effective of concrete) link(workspace, effective, collector.report);
			return concrete.length;
		});
		collector.close();
		options.progress?.(i + 1, documents.length);
	}
	return {
		findings: collector.findings(),
		snapshot: workspace.snapshot.label,
		documents: documents.length,
		effectiveDocuments,
		environments: environments.filter(({ abstract }) => !abstract).map(({ name }) => name),
		notChecked: notChecked(workspace, selection)
	};
}
function notChecked(workspace, { environments = [], documents = [] }) {
	const messages = [];
	const schemas = [...workspace.config.kinds.values()].filter(({ schema }) => schema !== void 0).length;
	if (schemas > 0) messages.push(say`schemas of ${schemas} kinds: this version does not validate yet`);
	if (environments.length > 0) messages.push(say`environments other than the ${environments.length} named`);
	if (documents.length > 0) messages.push(say`documents other than the ${documents.length} named`);
	return messages;
}
export { check as t };
