import { l as documentKey } from "./discover.js";
import { p as locate } from "./lines.js";
import { o as selectEnvironments } from "./selection.js";
// src/queries/environments.ts
/** Lists environments with what they inherit and which documents exist in them. Reads no layer beyond discovery's. */
function environments(workspace, selection, collector) {
	return {
		snapshot: workspace.snapshot.label,
		environments: selectEnvironments(workspace, selection).map((environment) => summary(workspace, environment)),
		findings: collector.findings()
	};
}
function summary(workspace, environment) {
	const { definition, name, abstract, lineage, labels, variables } = environment;
	const documents = [...workspace.discovery.documents.values()].filter((document) => workspace.presence.sourcesIn(document, environment) !== void 0).map(({ id }) => documentKey(id));
	return {
		name,
		abstract,
		protected: environment.protected,
		inherits: definition.inherits.map((parent) => parent.name),
		lineage,
		labels,
		variables,
		location: locate(definition.place),
		documents
	};
}
export { environments as t };
