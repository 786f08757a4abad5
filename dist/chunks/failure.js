// src/core/failure.ts
/**
* What stops a command: asked wrongly (`usage`, exit code 2), or the world refused (`broken`, exit code 3). Thrown by
* adapters and queries, caught once at the edge. Bad configuration is never a failure: it is a finding.
*/
var Failure = class extends Error {
	exit;
	said;
	/** What to do next, where there is something. */
	hint;
	constructor(exit, said, hint) {
		super(said);
		this.exit = exit;
		this.said = said;
		this.hint = hint;
	}
};
export { Failure as t };
