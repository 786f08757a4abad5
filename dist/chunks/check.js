import { a as name, i as list, o as say } from "./rules.js";
import { a as selectDocuments, c as link, o as selectEnvironments, s as evaluate } from "./selection.js";
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
		environments: environments.filter(({ abstract }) => !abstract).map((environment) => environment.name),
		notChecked: notChecked(workspace, selection)
	};
}
function notChecked(workspace, { environments = [], documents = [] }) {
	const messages = [];
	const schemas = [...workspace.config.kinds.values()].filter(({ schema }) => schema !== void 0).length;
	if (schemas > 0) messages.push(say`schemas, ${schemas} in all: this version does not validate yet`);
	const abstract = environments.filter((wanted) => workspace.environments.get(wanted)?.abstract === true);
	if (abstract.length > 0) messages.push(say`references in ${list(abstract.map(name))}: abstract, so merged only`);
	if (environments.length > 0) messages.push(say`environments other than the ${environments.length} named`);
	if (documents.length > 0) messages.push(say`documents other than the ${documents.length} named`);
	return messages;
}
export { check as t };
